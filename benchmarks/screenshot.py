"""README's picture: `python benchmarks/screenshot.py docs/demo.png` asks the demo and photographs its answer.

Needs the extra `test`, a Chromium on the PATH, and a few seconds.
"""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
ASKED = "Rajnath Singh"
WIDTH, HEIGHT = 1100, 1300
QUIETLY = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


async def main(picture: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on the PATH. Install one, for example: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bot", "demo", "--database", f"{folder}/demo.db"]
        demo = await asyncio.create_subprocess_exec(*command, cwd=REPOSITORY, stdout=asyncio.subprocess.PIPE)
        try:
            address = await _address(demo)
            async with async_playwright() as tools:
                browser = await tools.chromium.launch(executable_path=chromium, args=QUIETLY)
                page = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1)
                await page.goto(address)
                await _ask(page)
                await _photograph(page, picture)
                await browser.close()
        finally:
            demo.terminate()
            await demo.wait()


async def _address(demo: asyncio.subprocess.Process) -> str:
    assert demo.stdout is not None
    async for line in demo.stdout:
        if b"http://" in line:
            return line.decode().split()[-1]
    sys.exit("The demo ended without an address.")


async def _ask(page: Page) -> None:
    await page.locator("#channel-composer-input").click()
    await page.keyboard.type("/who")
    await page.get_by_role("option").filter(has_text="/who").first.wait_for()
    await page.keyboard.press("Enter")
    await page.locator("[data-command-mode]").wait_for()
    await page.keyboard.type(ASKED)
    await page.get_by_role("option").filter(has_text=ASKED).first.wait_for()
    await page.keyboard.press("Enter")
    await page.locator("#send-message").click()
    await page.get_by_role("button", name="Share", exact=True).wait_for()
    await asyncio.sleep(0.5)  # fonts and scrolling


async def _photograph(page: Page, picture: Path) -> None:
    """The answer alone: what stands round it is the simulator's."""
    await page.locator("#channel-message-list > *").last.screenshot(path=picture)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/demo.png")))
