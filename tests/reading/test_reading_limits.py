"""One bad file costs only itself: what is too slow, too heavy or deadly is a sentence, and the next one is read."""

import asyncio
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hostile_files import PROSE, TRAPS, a_bomb, a_deep_page, an_endless_page
from pdf_files import a_pdf

from bot.model import Document
from bot.reading.reader import document_of_bytes, read
from bot.reading.worker import DIED, FAILED, HEAVY, SLOW, FileReader

pytestmark = pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="looks at processes in /proc")

QUICK = 1e9  # bytes a second: what is large is given no more time than what is small
GOOD = "The bridge opens\n\nThe engineer Rui Costa opened the bridge of Braga two days before it was due.\n"


def a_file(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def children() -> list[int]:
    return [child.pid for child in multiprocessing.active_children() if child.pid]


async def until(claim: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not claim():  # noqa: ASYNC110 - what happens in another process sets no event
            await asyncio.sleep(0.05)


async def busy_child(*, but: Sequence[int] = ()) -> int:
    """The process that reads, once it does."""

    def found() -> list[int]:
        return [child for child in children() if child not in but]

    await until(lambda: bool(found()))
    process = found()[0]
    await until(lambda: _seconds_of(process) > 0.6)  # what it takes to start is a fraction of that
    return process


def _seconds_of(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def limits_of(process: int) -> str:
    return Path(f"/proc/{process}/limits").read_text()


def is_there(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.pdf"])
async def test_a_file_is_read_as_it_would_be_here(tmp_path: Path, name: str) -> None:
    data = a_pdf([GOOD.split("\n")]) if name.endswith("pdf") else GOOD.encode()
    path = a_file(tmp_path, name, data)
    async with FileReader() as reader:
        assert await reader.read(path, f"sub/{name}") == read(path, f"sub/{name}")
    assert children() == []


async def test_what_cannot_be_read_is_the_same_sentence(tmp_path: Path) -> None:
    async with FileReader(max_bytes=1000) as reader:
        assert "It is empty" in str(await reader.read(a_file(tmp_path, "a.txt", " \n"), "a.txt"))
        assert "too large" in str(await reader.read(a_file(tmp_path, "b.txt", "x" * 1001), "b.txt"))
        assert "no longer there" in str(await reader.read(tmp_path / "gone.txt", "gone.txt"))


async def test_a_page_that_takes_for_ever_is_given_up_and_the_next_file_is_read(tmp_path: Path) -> None:
    endless, good = a_file(tmp_path, "endless.html", an_endless_page()), a_file(tmp_path, "good.txt", GOOD)
    async with FileReader(patience=4.0, pace=QUICK) as reader:
        begun = time.monotonic()
        slow, read_well = await asyncio.gather(reader.read(endless, "endless.html"), reader.read(good, "good.txt"))
        assert slow == SLOW
        assert isinstance(read_well, Document)
        assert time.monotonic() - begun < 30
    assert children() == []


async def test_a_bomb_that_fills_the_memory_is_said_to_do_so_and_the_next_file_is_read(tmp_path: Path) -> None:
    bomb, good = a_file(tmp_path, "bomb.pdf", a_bomb(size=70_000_000, streams=1)), a_file(tmp_path, "good.txt", GOOD)
    async with FileReader(memory=150 * 2**20, max_bytes=100_000) as reader:
        assert await reader.read(bomb, "bomb.pdf") == HEAVY
        assert isinstance(await reader.read(good, "good.txt"), Document)


async def test_within_the_limits_as_they_are_bombs_and_depth_do_no_harm(tmp_path: Path) -> None:
    async with FileReader() as reader:
        assert isinstance(await reader.read(a_file(tmp_path, "deep.html", a_deep_page()), "deep.html"), Document)
        for streams in (1, 20):
            bomb = a_file(tmp_path, "bomb.pdf", a_bomb(size=70_000_000, streams=streams))
            assert "PDF" in str(await reader.read(bomb, "bomb.pdf"))


async def test_the_process_keeps_to_its_limit_of_memory(tmp_path: Path) -> None:
    async with FileReader(memory=400 * 2**20, max_bytes=2**20) as reader:
        await reader.read(a_file(tmp_path, "good.txt", GOOD), "good.txt")
        (process,) = children()
        limits = limits_of(process)
        assert f"Max address space         {432 * 2**20}" in limits
        assert "Max core file size        0" in limits


async def test_a_process_that_is_killed_meanwhile_is_replaced_and_the_file_read(tmp_path: Path) -> None:
    page = a_file(tmp_path, "slow.html", an_endless_page(15_000))  # some seconds
    async with FileReader(patience=120.0) as reader:
        task = asyncio.create_task(reader.read(page, "slow.html"))
        os.kill(first := await busy_child(), signal.SIGKILL)
        assert isinstance(await task, Document)
        assert children() != [first]


async def test_a_file_over_which_it_is_lost_twice_is_given_up(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    page, good = a_file(tmp_path, "deadly.html", an_endless_page()), a_file(tmp_path, "good.txt", GOOD)
    async with FileReader() as reader:
        task = asyncio.create_task(reader.read(page, "deadly.html"))
        os.kill(first := await busy_child(), signal.SIGKILL)
        os.kill(await busy_child(but=[first]), signal.SIGKILL)
        assert await task == DIED
        assert isinstance(await reader.read(good, "good.txt"), Document)
    assert [record.getMessage() for record in caplog.records] == ["the reading process was lost over deadly.html"] * 2


async def test_a_reader_that_fails_is_logged_here_with_its_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with FileReader() as reader:
        assert await reader.read(a_file(tmp_path, "a.txt", GOOD), 5) == FAILED  # pyright: ignore[reportArgumentType] a fault of ours
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "could not be read\nTraceback (most recent call last)" in record.getMessage()


async def test_closing_meanwhile_ends_the_process_at_once(tmp_path: Path) -> None:
    page = a_file(tmp_path, "endless.html", an_endless_page())
    async with FileReader() as reader:
        task = asyncio.create_task(reader.read(page, "endless.html"))
        process = await busy_child()
        begun = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert time.monotonic() - begun < 2
    assert not is_there(process)


async def test_the_process_ends_after_idle_seconds_and_starts_again(tmp_path: Path) -> None:
    path = a_file(tmp_path, "a.txt", GOOD)
    async with FileReader(idle=0.1) as reader:
        first = await reader.read(path, "a.txt")
        await until(lambda: not children())
        assert await reader.read(path, "a.txt") == first


ORPHAN = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.reading.worker import FileReader
from test_reading_limits import busy_child

async def main():
    async with FileReader(patience=4.0, pace=1e9) as reader:
        asyncio.create_task(reader.read(Path(sys.argv[1]), "a.html"))
        print(await busy_child(), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    asyncio.run(main())
"""


async def test_a_process_whose_parent_is_gone_ends_though_its_file_does_not(tmp_path: Path) -> None:
    page = a_file(tmp_path, "endless.html", an_endless_page())
    program = a_file(tmp_path, "orphan.py", ORPHAN)
    parent = await asyncio.create_subprocess_exec(
        *(sys.executable, str(program), str(page)),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
    )
    process = int((await parent.communicate())[0])
    assert parent.returncode == -signal.SIGKILL
    await until(lambda: not is_there(process))


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_for_regular_expressions_is_read_at_once(name: str) -> None:
    begun = time.monotonic()
    assert PROSE in document_of_bytes(f"{PROSE}\n\n{TRAPS[name]}\n".encode(), "a.txt").text
    assert PROSE in document_of_bytes(f"{PROSE}\n\n{TRAPS[name]}\n{'<!--' * 20_000}\n".encode(), "a.md").text
    assert time.monotonic() - begun < 5
