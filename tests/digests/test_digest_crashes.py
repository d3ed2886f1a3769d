"""A real process, killed with SIGKILL at each named point of a delivery, then started again: nothing lost or double.

The parent plays Discord over a socket and keeps the truth.
"""

import asyncio
import json
import os
import random
import signal
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from digest_world import MONDAY, World, a_world

CHILD = Path(__file__).with_name("digest_child.py")
ROOT = Path(__file__).resolve().parents[2]
POINTS = ["start", "before write", "before commit", "after commit", "before post", "after post", "after tick"]
SEED = int(os.environ.get("SITREP_SEED", "0")) or random.SystemRandom().randrange(1, 2**31)
SECONDS = float(os.environ.get("SITREP_KILL_LOOP", "8"))


@dataclass
class Truth:
    """Discord: remembers a nonce for 300 s of its time; what was stored is stored, whoever hears of it."""

    clock: Path
    posts: list[tuple[str, str, float]] = field(default_factory=list[tuple[str, str, float]])  # nonce, marker, when
    bodies: list[str] = field(default_factory=list[str])
    hang_up: float = 0.0  # how often an answer is lost
    dice: random.Random = field(default_factory=lambda: random.Random(SEED))
    port: int = 0

    @property
    def now(self) -> float:
        return float(self.clock.read_text(encoding="utf-8"))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = await reader.readline()
        if line and not self.dice.random() < self.hang_up / 2:
            answer = self._answer(json.loads(line))
            if not self.dice.random() < self.hang_up / 2:
                writer.write(json.dumps(answer).encode() + b"\n")
        writer.close()

    def _answer(self, request: dict[str, str]) -> dict[str, int | None]:
        if request["do"] == "find":
            return {"id": next((i for i, (_, m, _) in enumerate(self.posts, 1) if m == request["marker"]), None)}
        for i, (nonce, _, at) in enumerate(self.posts, 1):
            if nonce == request["nonce"] and self.now - at < 300:
                return {"id": i}
        self.posts.append((request["nonce"], request["marker"], self.now))
        self.bodies.append(request["body"])
        return {"id": len(self.posts)}


@asynccontextmanager
async def the_truth(path: Path) -> AsyncGenerator[Truth]:
    truth = Truth(path / "clock")
    set_clock(truth, MONDAY)
    server = await asyncio.start_server(truth.serve, "127.0.0.1", 0)
    truth.port = server.sockets[0].getsockname()[1]
    async with server:
        yield truth


def set_clock(truth: Truth, to: datetime) -> None:
    part = truth.clock.with_suffix(".part")
    part.write_text(str(to.timestamp()), encoding="utf-8")
    part.replace(truth.clock)


@dataclass
class Child:
    process: asyncio.subprocess.Process

    async def ticked(self) -> bool:
        """Whether the process came through a tick; False: it died."""
        assert self.process.stdout is not None
        return bool(await self.process.stdout.readline())

    async def again(self) -> bool:
        assert self.process.stdin is not None
        self.process.stdin.write(b"\n")
        return await self.ticked()

    async def end(self) -> None:
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()


async def a_child(path: Path, truth: Truth, point: str = "", count: int = 0) -> Child:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(CHILD),
        str(path / "sitrep.db"),
        str(truth.port),
        point,
        str(count),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    return Child(process)


async def filled(world: World, count: int) -> list[str]:
    sources = [f"d{i:03}.txt" for i in range(count)]
    await world.put_new(*sources)
    return sources


def counts(truth: Truth, sources: list[str]) -> dict[int, int]:
    """How many titles were posted how often."""
    whole = "\n".join(truth.bodies)
    found: dict[int, int] = {}
    for source in sources:
        times = whole.count(f"Title of {source}")
        found[times] = found.get(times, 0) + 1
    return found


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("late", [10, 1000])
@pytest.mark.parametrize("point", POINTS)
async def test_a_process_killed_at_any_point_loses_and_doubles_nothing(
    tmp_path: Path, point: str, late: int, count: int
) -> None:
    async with the_truth(tmp_path) as truth:
        async with a_world(tmp_path) as world:
            await world.add()
            sources = await filled(world, 25)
        set_clock(truth, MONDAY + timedelta(hours=1, seconds=5))
        killed = await a_child(tmp_path, truth, point, count)
        if await killed.ticked() and point in ("start", "after tick"):
            await killed.again()
        await killed.end()
        set_clock(truth, MONDAY + timedelta(hours=1, seconds=5 + late))
        child = await a_child(tmp_path, truth)
        assert await child.ticked()
        set_clock(truth, MONDAY + timedelta(hours=1, minutes=40))
        assert await child.again()
        await child.end()
        assert counts(truth, sources) == {1: 25}


async def test_killed_over_a_lost_answer_and_again_over_the_reading_back(tmp_path: Path) -> None:
    async with the_truth(tmp_path) as truth:
        async with a_world(tmp_path) as world:
            await world.add()
            sources = await filled(world, 25)
        for minutes, point in ((60, "after post"), (70, "before read back"), (80, "before read back"), (90, "")):
            set_clock(truth, MONDAY + timedelta(minutes=minutes, seconds=5))
            child = await a_child(tmp_path, truth, point, 1)
            assert await child.ticked() == (point == "")
            await child.end()
        assert counts(truth, sources) == {1: 25}


async def test_a_process_killed_at_random_again_and_again_loses_and_doubles_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As long as SITREP_KILL_LOOP says (seconds), with answers that are lost; SITREP_SEED repeats a run."""
    with capsys.disabled():
        sys.stdout.write(f"SITREP_SEED={SEED} ")
    dice = random.Random(SEED)
    sources: list[str] = []
    now = MONDAY
    kills = 0
    until = time.monotonic() + SECONDS
    async with the_truth(tmp_path) as truth:
        async with a_world(tmp_path) as world:
            await world.add(cron="* * * * *")
        truth.hang_up = 0.2
        while time.monotonic() < until:
            async with a_world(tmp_path) as world:
                new = [f"r{len(sources) + i:05}.txt" for i in range(dice.randrange(1, 40))]
                await world.put_new(*new)
                sources += new
            child = await a_child(tmp_path, truth, dice.choice(POINTS[1:6]), dice.randrange(1, 12))
            alive = await child.ticked()
            for _ in range(dice.randrange(0, 6)):
                now += timedelta(seconds=dice.choice([1, 5, 31, 70, 200, 700]))
                set_clock(truth, now)
                alive = alive and await child.again()
            kills += not alive or child.process.returncode == -signal.SIGKILL
            await child.end()
        truth.hang_up = 0.0
        child = await a_child(tmp_path, truth)
        assert await child.ticked()
        for _ in range(6):
            now += timedelta(minutes=10)
            set_clock(truth, now)
            assert await child.again()
        await child.end()
    with capsys.disabled():
        sys.stdout.write(f"{len(truth.posts)} posts, {kills} kills ")
    assert counts(truth, sources) == {1: len(sources)}
