"""The drawing process: a picture or none, never an error, and nothing left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from bot.answers.answer import Picture, Shelf, Timeline
from bot.drawing.artist import Artist
from tests.drawing.fake_pens import fake_pen, pen_without_libraries

ROOT = Path(__file__).parents[2]


def about(words: str) -> Timeline:
    return Timeline(words, None, None, (), (), 0, 0, (), Shelf(0, None, None))


def process_of(picture: Picture | None) -> int:
    assert picture is not None
    return int(picture.alt)


def exists(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_one_process_draws_all_and_ends_with_its_owner() -> None:
    async with Artist(pen=fake_pen) as artist:
        pictures = await asyncio.gather(*(artist.draw(about("ferry")) for _ in range(3)))
        (process,) = {process_of(picture) for picture in pictures}
        assert exists(process)
    assert not exists(process)


@pytest.mark.parametrize("trouble", ["die", "fail", "nothing"])
async def test_trouble_is_no_picture_and_the_next_one_comes(trouble: str, capfd: pytest.CaptureFixture[str]) -> None:
    async with Artist(pen=fake_pen) as artist:
        assert await artist.draw(about(trouble)) is None
        assert await artist.draw(about("ferry")) is not None


async def test_a_killed_process_is_replaced_unnoticed() -> None:
    async with Artist(pen=fake_pen) as artist:
        first = process_of(await artist.draw(about("ferry")))
        os.kill(first, signal.SIGKILL)
        assert process_of(await artist.draw(about("ferry"))) != first


async def test_what_takes_too_long_is_given_up() -> None:
    async with Artist(pen=fake_pen, patience=2.0) as artist:
        await artist.draw(about("ferry"))
        assert await artist.draw(about("hang")) is None
        assert await artist.draw(about("ferry")) is not None


async def test_a_cancelled_picture_leaves_an_artist_that_draws() -> None:
    async with Artist(pen=fake_pen) as artist:
        await artist.draw(about("ferry"))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await artist.draw(about("hang"))
        assert await artist.draw(about("ferry")) is not None


async def test_without_the_libraries_there_are_no_pictures() -> None:
    async with Artist(pen=pen_without_libraries) as artist:
        assert await artist.draw(about("ferry")) is None


async def test_a_closed_artist_draws_nothing() -> None:
    async with Artist(pen=fake_pen) as artist:
        waiting = asyncio.create_task(artist.draw(about("hang")))
        await asyncio.sleep(0.5)
    assert await waiting is None
    assert await artist.draw(about("ferry")) is None


async def test_an_idle_process_gives_its_memory_back() -> None:
    async with Artist(pen=fake_pen, idle=0.1) as artist:
        first = process_of(await artist.draw(about("ferry")))
        await asyncio.sleep(1.0)
        assert process_of(await artist.draw(about("ferry"))) != first


def test_the_parent_never_imports_matplotlib() -> None:
    program = """
        import asyncio, sys
        from bot.app import running, demoing
        from bot.drawing.artist import Artist
        from tests.drawing.drawing_world import a_circle, a_timeline, an_entry, day

        async def main():
            async with Artist() as artist:
                pictures = [await artist.draw(a_timeline(an_entry(day(2024)))), await artist.draw(a_circle(3))]
            drawn = [picture.png[:4] for picture in pictures]
            print(drawn, sorted({"matplotlib", "networkx"} & set(sys.modules)))

        if __name__ == "__main__":
            asyncio.run(main())
        """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-W", "ignore:'audioop':DeprecationWarning", "-c", textwrap.dedent(program)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.strip() == r"[b'\x89PNG', b'\x89PNG'] []"
