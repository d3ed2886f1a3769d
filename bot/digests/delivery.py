"""The outbox, emptied: every part is posted exactly once, through crashes, lost answers and refusals.

`sending` is committed before the call; until its outcome is known the same nonce is tried again, which Discord
remembers for some minutes. Later than that the channel's own history decides.
"""

import asyncio
import logging
import math
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import blake2s

from bot.digests.ports import (
    DeletedError,
    Find,
    HistoryUnreadableError,
    NotNowError,
    Post,
    RefusedError,
    UnansweredError,
)
from bot.model import Clock
from bot.store import digests, outbox
from bot.store.database import Database
from bot.store.outbox import Delivery

log = logging.getLogger(__name__)

_NONCE_TRUSTED = timedelta(seconds=120)  # Discord promises "the past few minutes"
_READ_BACK = timedelta(hours=1)  # before the first attempt: our clock may be ahead of Discord's
_POST_TIMEOUT = 60.0
_LONGEST_PAUSE = 60.0
_CLOCK_WAS_AHEAD = timedelta(hours=2)  # a next attempt later than this was set by a clock that was wrong
_EPOCH = datetime(1970, 1, 2, tzinfo=UTC)


def nonce(digest: int, slot: str, channel: int, part: int) -> str:
    """24 characters that are the same for every attempt at one part; Discord allows 25."""
    return blake2s(f"{digest}|{slot}|{channel}|{part}".encode(), digest_size=12).hexdigest()


class Courier:
    """`jitter` gives a number in [0, 1)."""

    def __init__(
        self,
        database: Database,
        *,
        post: Post,
        find: Find,
        clock: Clock,
        jitter: Callable[[], float] = random.random,
        demo: bool = False,
    ) -> None:
        self._database = database
        self._post = post
        self._find = find
        self._clock = clock
        self._jitter = jitter
        self._demo = demo

    async def deliver(self) -> datetime | None:
        """Posts what can be posted now, parts in order; then when the next attempt is due, None: nothing is left."""
        while ready := [delivery for delivery in await self._open() if self._is_ready(delivery)]:
            for delivery in ready:
                await self._guarded(delivery)
        return min((delivery.next_attempt for delivery in await self._open()), default=None)

    async def _open(self) -> list[Delivery]:
        return await self._database.look(lambda connection: outbox.open_parts(connection, demo=self._demo))

    def _is_ready(self, delivery: Delivery) -> bool:
        wait = delivery.next_attempt - self._clock()
        return wait <= timedelta(0) or wait > _CLOCK_WAS_AHEAD

    async def _guarded(self, delivery: Delivery) -> None:
        try:
            await self._step(delivery)
        except Exception:
            # The edge of a digest: what nobody foresaw must not keep the other digests from being posted.
            log.exception("digest %s, part %d", delivery.name, delivery.part)
            await self._wait(delivery, self._pause(delivery.tries))

    async def _step(self, delivery: Delivery) -> None:
        if delivery.first_attempt is not None and delivery.attempts:
            age = self._clock() - delivery.first_attempt
            if not timedelta(0) <= age <= _NONCE_TRUSTED and not await self._read_back(delivery):
                return
        await self._send(delivery)

    async def _read_back(self, delivery: Delivery) -> bool:
        """Whether it is certainly not posted, and so to be sent again."""
        began = min(delivery.first_attempt or self._clock(), self._clock())
        try:
            async with asyncio.timeout(_POST_TIMEOUT):
                found = await self._find(delivery, max(began, _EPOCH + _READ_BACK) - _READ_BACK)
        except HistoryUnreadableError as unreadable:
            log.warning("digest %s, part %d: uncertain: %s", delivery.name, delivery.part, unreadable)
            await self._uncertain(delivery, str(unreadable))
            return False
        except NotNowError as later:
            await self._wait(delivery, later.seconds)
            return False
        except (UnansweredError, OSError, TimeoutError):
            await self._wait(delivery, self._pause(delivery.tries))
            return False
        if found is not None:
            log.info("digest %s, part %d: found as message %d", delivery.name, delivery.part, found)
            await self._sent(delivery, found)
            return False
        await self._database.write(lambda connection: outbox.absent(connection, delivery))
        return True

    async def _send(self, delivery: Delivery) -> None:
        await self._database.write(lambda connection: outbox.sending(connection, delivery, self._clock()))
        try:
            async with asyncio.timeout(_POST_TIMEOUT):
                posted = await self._post(delivery)
        except RefusedError as refused:
            log.warning("digest %s, part %d: refused: %s", delivery.name, delivery.part, refused)
            await self._refused(delivery, refused)
        except NotNowError as later:
            again = self._in(later.seconds)
            await self._database.write(lambda connection: outbox.not_sent(connection, delivery, again=again))
        except DeletedError:
            log.info("digest %s, part %d: was posted and then deleted", delivery.name, delivery.part)
            await self._sent(delivery, None)
        except (UnansweredError, OSError, TimeoutError) as lost:
            log.warning("digest %s, part %d: no answer (%s)", delivery.name, delivery.part, lost or type(lost).__name__)
            await self._wait(delivery, self._pause(delivery.tries))
        else:
            log.info("digest %s, part %d: posted as message %d", delivery.name, delivery.part, posted)
            await self._sent(delivery, posted)

    async def _sent(self, delivery: Delivery, posted: int | None) -> None:
        await self._database.write(lambda connection: outbox.sent(connection, delivery, posted))

    async def _refused(self, delivery: Delivery, refused: RefusedError) -> None:
        pause: digests.Pause = "trouble" if refused.passes else "held"
        await self._database.write(lambda connection: outbox.failed(connection, delivery, str(refused), pause))

    async def _uncertain(self, delivery: Delivery, reason: str) -> None:
        trouble = (
            f"Nobody knows whether part {delivery.part} of the digest of {delivery.slot} was posted: {reason} "
            "Look into the channel, then resume the digest."
        )
        await self._database.write(lambda connection: outbox.uncertain(connection, delivery, trouble))

    async def _wait(self, delivery: Delivery, seconds: float) -> None:
        again = self._in(seconds)
        await self._database.write(lambda connection: outbox.unanswered(connection, delivery, again=again))

    def _in(self, seconds: float) -> datetime:
        return self._clock() + timedelta(seconds=max(1, math.ceil(seconds)))

    def _pause(self, tries: int) -> float:
        """Seconds until the next attempt: doubled each time, up to a minute, with jitter."""
        return min(_LONGEST_PAUSE, 2.0 ** min(tries, 10)) * (1 + self._jitter() / 2)
