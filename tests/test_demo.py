"""`python -m bot demo`, used in a browser: typing, completion, buttons, and a file that is dropped into the library."""

import asyncio
import shutil
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed")

from playwright.async_api import Page, async_playwright, expect  # noqa: E402 - after it is known to be there

REPOSITORY = Path(__file__).resolve().parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BRIDGE = """The harbour bridge opens again
By Nora Vale, 3 May 2024

Mayor Ilse Brandt said on Friday that the harbour bridge would carry lorries again.
The bridge was closed in October 2023 after a barge had struck it.
"""
FERRY = """The night ferry ends
By Nora Vale, 9 May 2024

Captain Otto Lindqvist said that the last night ferry would sail in June 2024.
"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the PATH: install it to run the demo's test"),
]


@asynccontextmanager
async def the_demo(library: Path, database: Path) -> AsyncGenerator[str]:
    """The demo as its own process, and its address."""
    command = [sys.executable, "-m", "bot", "demo", "--library", str(library), "--database", str(database)]
    process = await asyncio.create_subprocess_exec(*command, cwd=REPOSITORY, stdout=asyncio.subprocess.PIPE)
    try:
        async with asyncio.timeout(90):
            yield await _address(process)
    finally:
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(20):
            await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async for line in process.stdout:
        if b"http://" in line:
            return line.decode().split()[-1]
    raise AssertionError("the demo ended without an address")


@asynccontextmanager
async def a_browser(address: str) -> AsyncGenerator[Page]:
    async with async_playwright() as tools:
        browser = await tools.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        try:
            page = await browser.new_page(viewport={"width": 1200, "height": 1000})
            await page.goto(address)
            yield page
        finally:
            await browser.close()


async def ask_who(page: Page, typed: str, *, picked: str | None = None) -> None:
    """Types /who and a name as a person does, takes the completion `picked`, and sends."""
    await page.locator("#channel-composer-input").click()
    await page.keyboard.type("/who")
    await page.get_by_role("option").filter(has_text="/who").first.wait_for()
    await page.keyboard.press("Enter")
    await page.locator("[data-command-mode]").wait_for()
    await page.keyboard.type(typed)
    if picked is not None:
        await page.get_by_role("option").filter(has_text=picked).first.wait_for()
        await page.keyboard.press("Enter")
    await page.locator("#send-message").click()


async def test_a_visitor_types_picks_a_name_and_uses_the_buttons(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "bridge.txt").write_text(BRIDGE, encoding="utf8")
    async with the_demo(library, tmp_path / "demo.db") as address, a_browser(address) as page:
        messages = page.locator("#channel-message-list")
        await expect(messages).to_contain_text("Type / below")

        await ask_who(page, "ils", picked="Ilse Brandt")
        await expect(messages).to_contain_text("said on Friday that the harbour bridge would carry lorries again. [1]")
        await page.get_by_role("button", name="Share", exact=True).click()
        await expect(messages).to_contain_text("Shared by you")
        await page.get_by_role("button", name="Timeline", exact=True).first.click()
        await expect(messages).to_contain_text("Timeline: Ilse Brandt")

        (library / "ferry.txt").write_text(FERRY, encoding="utf8")
        await until_known(page, "Otto Lindqvist")


async def test_a_file_that_is_dropped_into_the_library_makes_a_digest_appear(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "bridge.txt").write_text(BRIDGE, encoding="utf8")
    async with the_demo(library, tmp_path / "demo.db") as address, a_browser(address) as page:
        messages = page.locator("#channel-message-list")
        await expect(messages).to_contain_text("Type / below")
        (library / "ferry.txt").write_text(FERRY, encoding="utf8")
        await expect(messages).to_contain_text("1 new: 1 shown in 1 story", timeout=30_000)


async def until_known(page: Page, name: str) -> None:
    """A file is read once it is the same in two looks through the library."""
    messages = page.locator("#channel-message-list")
    for _ in range(10):
        await ask_who(page, name)
        await expect(messages).to_contain_text("/who")
        await asyncio.sleep(2)
        if "the last night ferry would sail" in (await messages.text_content() or ""):
            return
    raise AssertionError(f"{name} was not found after the file had been added")
