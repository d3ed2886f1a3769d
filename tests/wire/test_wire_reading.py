"""The real bot process and a file that takes for ever to read: it answers, stops when told to, and leaves nothing."""

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from wire_town import EIGHT, Primed, a_town

pytestmark = [
    pytest.mark.wire,
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc"),
]

ENDLESS = f"<html><body>{'<p>a<br>b' * 800_000}<p>The mayor of Oldham spoke on 1 March 2026.</p></body></html>"


def family(parent: int) -> dict[int, float]:
    """The processes that this one has started, and theirs: seconds of CPU of each."""
    found: dict[int, tuple[int, float]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:  # it ended while we looked
            continue
        if fields[0] != "Z":
            seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            found[int(path.parent.name)] = int(fields[1]), seconds
    members = {parent}
    while more := {process for process, (above, _) in found.items() if above in members} - members:
        members |= more
    return {process: found[process][1] for process in members - {parent}}


def is_there(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


async def test_told_to_stop_while_a_file_is_read_it_ends_at_once(tmp_path: Path, before: Primed) -> None:
    async with a_town(tmp_path, before) as town:
        town.write("endless.html", ENDLESS)
        await town.start(EIGHT - timedelta(minutes=20))
        await town.logged("connected as")
        process = town.bot.pid
        await town.discord.wait_for(lambda: max(family(process).values(), default=0) > 2, 40, "the file to be read")
        started = set(family(process))
        begun = time.monotonic()
        await town.stop()
        assert time.monotonic() - begun < 8
        await town.discord.wait_for(lambda: not any(map(is_there, started)), 2, "its processes to end")
        assert "endless.html was not" not in town.bot.log
        town.assert_clean()


async def test_killed_it_leaves_no_process(tmp_path: Path, before: Primed) -> None:
    async with a_town(tmp_path, before) as town:
        town.write("plain.txt", "The mill in Oldham opened\n\nIts owner said on 4 May 2025 that flour was cheap.\n")
        await town.start(EIGHT - timedelta(minutes=20))
        await town.logged("1 added")
        started = set(family(town.bot.pid))
        os.kill(town.bot.pid, 9)
        await town.died()
        await town.discord.wait_for(lambda: not any(map(is_there, started)), 40, "its processes to end")
