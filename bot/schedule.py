"""When the digests are looked at: at the time they asked for, and every half a minute. The only use of APScheduler.

It is a clock and nothing more: the store decides what is due, so a wake-up too many or too few does no harm.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # pyright: ignore[reportMissingTypeStubs] - it has none
from apscheduler.triggers.date import DateTrigger  # pyright: ignore[reportMissingTypeStubs] - the same
from apscheduler.triggers.interval import IntervalTrigger  # pyright: ignore[reportMissingTypeStubs] - the same

log = logging.getLogger(__name__)

Tick = Callable[[], Awaitable[datetime | None]]
"""Does what is due; then when it wants to be woken, None: whenever."""

EVERY = timedelta(seconds=30)  # a host that slept or whose clock was put right is noticed by then
_STOPPING = 4.0  # seconds for the delivery that is under way


class Waker:
    def __init__(self, tick: Tick, *, every: timedelta) -> None:
        self._tick = tick
        self._every = every
        self._turn = asyncio.Lock()
        # A late wake-up is better than none, and one is as good as many. Two at a time: a tick may ask for the next at
        # once; they take turns.
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 2}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)

    def start(self) -> None:
        logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of every wake-up
        self._scheduler.start()
        self._add("regular", IntervalTrigger(seconds=self._every.total_seconds()))  # pyright: ignore[reportArgumentType] - floats work
        self._add("due", DateTrigger())

    def wake(self) -> None:
        """Now, because something changed."""
        self._add("asked", DateTrigger())

    async def stop(self) -> None:
        """Lets the delivery that is under way come to its end; `shutdown` itself would cancel it."""
        self._scheduler.pause()
        try:
            async with asyncio.timeout(_STOPPING):
                await self._turn.acquire()
        except TimeoutError:
            log.warning("stopped in the middle of a delivery; it goes on at the next start")
        self._scheduler.shutdown(wait=False)
        await asyncio.sleep(0)  # the scheduler ends itself from the loop

    async def _wake(self) -> None:
        async with self._turn:
            try:
                again = await self._tick()
            except Exception:
                # The edge: what went wrong once is tried again half a minute later.
                log.exception("the digests could not be looked at")
                return
        if again is not None:
            self._add("due", DateTrigger(again))

    def _add(self, name: str, trigger: IntervalTrigger | DateTrigger) -> None:
        self._scheduler.add_job(self._wake, trigger, id=name, replace_existing=True)  # pyright: ignore[reportUnknownMemberType] - no stubs


@asynccontextmanager
async def waking(tick: Tick, *, every: timedelta = EVERY) -> AsyncGenerator[Waker]:
    """`tick` is called now, whenever it asked for, and every so often, until the block is left."""
    waker = Waker(tick, every=every)
    waker.start()
    try:
        yield waker
    finally:
        await waker.stop()
