"""The clock that wakes: at the time asked for, every so often, and never twice at once."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.schedule import waking


async def until(reached: list[datetime], count: int) -> None:
    async with asyncio.timeout(5):
        while len(reached) < count:  # noqa: ASYNC110 - what is watched is a list, as a test may
            await asyncio.sleep(0.01)


async def test_it_wakes_at_once_and_when_it_was_asked_to() -> None:
    woken: list[datetime] = []

    async def tick() -> datetime | None:
        woken.append(datetime.now(UTC))
        return woken[0] + timedelta(seconds=0.3) if len(woken) == 1 else None

    async with waking(tick, every=timedelta(hours=1)):
        await until(woken, 2)
    assert woken[1] - woken[0] >= timedelta(seconds=0.3)


async def test_it_wakes_every_so_often_and_goes_on_after_an_error() -> None:
    woken: list[datetime] = []

    async def tick() -> datetime | None:
        woken.append(datetime.now(UTC))
        raise RuntimeError("broken")

    async with waking(tick, every=timedelta(seconds=0.1)):
        await until(woken, 4)


async def test_a_stop_lets_the_delivery_under_way_come_to_its_end() -> None:
    done: list[str] = []
    begun = asyncio.Event()

    async def tick() -> datetime | None:
        begun.set()
        await asyncio.sleep(0.3)
        done.append("delivered")

    async with waking(tick, every=timedelta(hours=1)):
        await begun.wait()
    assert done == ["delivered"]


async def test_a_time_that_has_passed_wakes_at_once() -> None:
    woken: list[datetime] = []

    async def tick() -> datetime | None:
        woken.append(datetime.now(UTC))
        return datetime(2020, 1, 1, tzinfo=UTC) if len(woken) < 3 else None

    async with waking(tick, every=timedelta(hours=1)):
        await until(woken, 3)
