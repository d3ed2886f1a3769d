"""The use case: wake, see what is due, claim it, deliver it; preview and post now. The clock only wakes."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.answers.answer import Contradiction
from bot.answers.differ import against_earlier
from bot.cron import read_cron
from bot.digests import slots
from bot.digests.compose import Composed, compose
from bot.digests.delivery import Courier, nonce
from bot.digests.page import Late, Message, Render
from bot.digests.ports import Check, Tell
from bot.digests.slots import Due, Schedule
from bot.model import Clock
from bot.store import deliveries, digests, outbox
from bot.store import news as store_news
from bot.store.database import Database
from bot.store.deliveries import Claim, Part, Skipped
from bot.store.digests import Digest, Settings
from bot.store.lookups import Lookups
from bot.store.news import News

log = logging.getLogger(__name__)

_LINKING = timedelta(minutes=2)  # a digest waits so long for a load that is under way
_FIRST_RETRY, _LAST_RETRY = timedelta(minutes=1), timedelta(hours=1)


def schedule(settings: Settings) -> Schedule:
    return Schedule(read_cron(settings.cron), ZoneInfo(settings.timezone))


async def preview(database: Database, digest: Digest, *, render: Render, now: datetime) -> Sequence[Message]:
    """The messages that the next run would post, byte for byte; empty: it would post nothing. Changes nothing."""
    composed = await _composed(database, digest, late=None, now=now)
    return () if composed.page.is_silent else render(composed.page)


class Digests:
    """`tick` whenever something may be due; it is safe at any time and does nothing twice."""

    def __init__(
        self,
        database: Database,
        *,
        courier: Courier,
        check: Check,
        tell: Tell,
        render: Render,
        clock: Clock,
        demo: bool = False,
    ) -> None:
        self._database = database
        self._courier = courier
        self._check = check
        self._tell = tell
        self._render = render
        self._clock = clock
        self._demo = demo
        self._turn = asyncio.Lock()
        self._retries: dict[int, tuple[datetime, timedelta]] = {}  # digests in trouble: when next, and how long after

    async def tick(self, *, claims: bool = True) -> datetime | None:
        """Claims what is due, delivers what is open, tells of troubles. Then when to wake next, None: no digests.

        Without `claims` only what was claimed before is delivered.
        """
        async with self._turn:
            for digest in await self._live():
                await self._guarded(digest, claims=claims)
            again = await self._courier.deliver()
            await self._tell_of_troubles()
            return await self._next_wake(again)

    async def preview(self, digest: Digest) -> Sequence[Message]:
        return await preview(self._database, digest, render=self._render, now=self._clock())

    async def post_now(self, digest: Digest) -> Sequence[Message]:
        """Posts what is new since the last one and moves the mark; says so too when nothing is."""
        async with self._turn:
            now = self._clock()
            key = f"now {now:%Y-%m-%dT%H:%M:%S}"
            messages = await self._claim(digest, key, Due(slots.Slot(now, now), late=False), asked=True)
            await self._courier.deliver()
            await self._tell_of_troubles()
            return messages

    async def resume_after_trouble(self, digest: Digest) -> None:
        """Tries at once what a trouble held back."""
        await self._database.write(lambda connection: outbox.resume(connection, digest.id))
        self._retries.pop(digest.id, None)
        await self.tick()

    async def _guarded(self, digest: Digest, *, claims: bool) -> None:
        try:
            if digest.paused == "trouble":
                await self._heal(digest)
            elif digest.paused is None and claims:
                await self._claim_due(digest)
        except Exception:
            # The third edge: a digest that cannot be made must not keep the others from being posted.
            log.exception("digest %s could not be made", digest.name)

    async def _heal(self, digest: Digest) -> None:
        """Goes on once what is known here no longer forbids it; ever more rarely while Discord still refuses."""
        now = self._clock()
        due, pause = self._retries.get(digest.id, (now, _FIRST_RETRY))
        if now < due <= now + _LAST_RETRY:
            return
        waiting = await self._database.look(lambda connection: outbox.held(connection, digest.id))
        need = "read back" if waiting and waiting[0].state == "uncertain" else "post"
        channel = waiting[0].channel if waiting else digest.settings.channel
        if await self._check(channel, need) is None:
            log.info("digest %s goes on", digest.name)
            self._retries[digest.id] = (now + pause, min(pause * 2, _LAST_RETRY))
            await self._database.write(lambda connection: outbox.resume(connection, digest.id))

    async def _claim_due(self, digest: Digest) -> None:
        if digest.trouble is None:
            self._retries.pop(digest.id, None)
        now = self._clock()
        due = await self._due(digest, now)
        if due.post is None:
            if due.skipped:
                skipped = _skipped(due)
                await self._database.write(lambda connection: deliveries.skip(connection, digest.id, skipped, now))
                log.warning("digest %s: %d slots missed, too long ago to be posted", digest.name, due.skipped)
            return
        if now - due.post.due < _LINKING and not await self._database.look(store_news.is_linked):
            return
        await self._claim(digest, due.post.key, due, asked=False)

    async def _due(self, digest: Digest, now: datetime) -> Due:
        if now < digest.since:  # set up under a clock that was ahead
            await self._database.write(lambda connection: digests.count_from(connection, digest.id, now))
        since, settled = await self._database.look(
            lambda connection: deliveries.settled(connection, digest.id, since=min(digest.since, now), now=now)
        )
        plan, catch_up = schedule(digest.settings), digest.settings.catch_up
        return slots.due(plan, since=since, now=now, settled=settled, catch_up=catch_up)

    async def _claim(self, digest: Digest, key: str, due: Due, *, asked: bool) -> Sequence[Message]:
        late = None
        if due.post is not None and due.late:
            late = Late(due.post.due, due.first.due if due.first else None, due.skipped)
        composed = await _composed(self._database, digest, late=late, now=self._clock())
        messages = () if composed.page.is_silent and not asked else self._render(composed.page)
        place = {source: part for part, message in enumerate(messages, start=1) for source in message.sources}
        channel = digest.settings.channel
        claim = Claim(
            digest.id,
            key,
            due.post.due if due.post else self._clock(),
            composed.page.number,
            tuple(
                Part(channel, nonce(digest.id, key, channel, part), message.marker, message.body)
                for part, message in enumerate(messages, start=1)
            ),
            tuple(replace(item, part=place.get(item.source)) for item in composed.items),
            composed.others,
            _skipped(due) if due.skipped else None,
        )
        now = self._clock()
        run = await self._database.write(lambda connection: deliveries.claim(connection, claim, now))
        if run is not None:
            log.info("digest %s, slot %s: %s in %d parts", digest.name, key, composed.page.tally, len(messages))
        return messages if run is not None else ()

    async def _tell_of_troubles(self) -> None:
        for digest in await self._database.look(lambda connection: digests.untold(connection, demo=self._demo)):
            log.error("digest %s is paused: %s", digest.name, digest.trouble)
            await self._tell(digest)
            await self._database.write(lambda connection, told=digest.id: digests.told(connection, told))

    async def _live(self) -> list[Digest]:
        return await self._database.look(lambda connection: digests.live(connection, demo=self._demo))

    async def _next_wake(self, again: datetime | None) -> datetime | None:
        now = self._clock()
        due = [
            slot.due
            for digest in await self._live()
            if digest.paused is None
            for slot in slots.coming(schedule(digest.settings), now, 1)
        ]
        return min([*due, *([again] if again else [])], default=None)


async def _composed(database: Database, digest: Digest, *, late: Late | None, now: datetime) -> Composed:
    scopes = ("everyone",) if digest.guild is None else ("everyone", str(digest.guild))
    number = await database.look(lambda connection: deliveries.next_number(connection, digest.id))

    def asked(lookups: Lookups) -> tuple[News, Sequence[Contradiction]]:
        found = store_news.news(lookups.connection, digest.id, about=digest.settings.about, scopes=scopes)
        return found, against_earlier(lookups.within(scopes), found.fresh)

    found, differences = await database.read(asked)
    since = min(digest.covered, now)
    return await asyncio.to_thread(
        compose, digest, found, number=number, since=since, late=late, differences=differences
    )


def _skipped(due: Due) -> Skipped:
    assert due.first is not None
    assert due.last is not None
    return Skipped(due.first.key, due.last.key, due.last.due, due.skipped)
