"""Digests beside the running bot: put together, begun after the first load, woken, and let come to their end."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.app.opening import Opened, now
from bot.chat.client import SitrepClient
from bot.chat.digest_commands import digest_group
from bot.chat.digest_desk import DigestDesk
from bot.chat.digest_rendering import digest as render
from bot.chat.posting import Posting
from bot.digests.delivery import Courier
from bot.digests.digests import Digests
from bot.digests.ports import Digest
from bot.digests.setup import Settings, Setup
from bot.digests.why import Reason, why
from bot.logs import working_on
from bot.model import IngestReport
from bot.schedule import waking

log = logging.getLogger(__name__)

_PATIENCE = timedelta(minutes=5)  # with a library that cannot be looked through


@dataclass(frozen=True, slots=True)
class Digesting:
    """What posts digests, over one client. `seen`: the library was looked through; `loaded`: and it is whole."""

    ours: Opened
    posting: Posting
    setup: Setup
    digests: Digests
    started: datetime
    seen: asyncio.Event
    loaded: asyncio.Event

    async def serve(self) -> None:
        """Until cancelled; then the delivery under way comes to its end."""
        config = self.ours.config
        await self.setup.sync(config.digests, zone=config.timezone, loaded=False)
        async with waking(self._tick) as waker:
            await self.seen.wait()
            waker.wake()
            await self.loaded.wait()
            await self.setup.forget_backlog(self.started)
            await self.setup.sync(config.digests, zone=config.timezone, loaded=True)
            waker.wake()
            await asyncio.Event().wait()

    async def after_load(self, report: IngestReport) -> None:
        """Files still being written, or a library that is not there, are waited for: what they hold is no news."""
        if report.waiting and now() - self.started < _PATIENCE:
            return
        self.seen.set()
        if report.warning is None:
            self.loaded.set()

    async def _tick(self) -> datetime | None:
        """What was missed while Sitrep was off is claimed once the library has been looked through."""
        with working_on("digests"):
            for digest in await self.setup.of_guild(None):
                if digest.guild is None and (guild := self.posting.guild_of(digest.settings.channel)):
                    await self.setup.place(digest, guild)
            claims = self.seen.is_set() or now() - self.started > _PATIENCE
            return await self.digests.tick(claims=claims)


@dataclass(frozen=True, slots=True)
class DemoDigesting:
    """The demo's one digest, posted whenever the library changes; its own schedule runs too."""

    setup: Setup
    digests: Digests
    posted: asyncio.Event

    async def begin(self, guild: int, channel: int) -> None:
        """In a simulated Discord that is new each time."""
        for digest in await self.setup.of_guild(None):
            await self.setup.remove(digest)
        settings = Settings("new briefings", channel, cron="0 8 * * *", timezone="UTC")
        await self.setup.add(settings, guild=guild, owner=0)

    async def after_load(self, report: IngestReport) -> None:
        if report.added or report.changed:
            for digest in await self.setup.of_guild(None):
                await self.digests.post_now(digest)
            self.posted.set()

    async def serve(self) -> None:
        async with waking(self.digests.tick):
            await asyncio.Event().wait()


def digesting(ours: Opened, client: SitrepClient) -> Digesting:
    posting, setup, digests = _parts(ours, client, demo=False)
    return Digesting(ours, posting, setup, digests, now(), asyncio.Event(), asyncio.Event())


def demo_digesting(ours: Opened, client: SitrepClient) -> DemoDigesting:
    _, setup, digests = _parts(ours, client, demo=True)
    return DemoDigesting(setup, digests, asyncio.Event())


def _parts(ours: Opened, client: SitrepClient, *, demo: bool) -> tuple[Posting, Setup, Digests]:
    """The client gets the /digest commands too."""
    posting = Posting(client)
    courier = Courier(ours.database, post=posting.post, find=posting.find, clock=now, demo=demo)
    digests = Digests(
        ours.database,
        courier=courier,
        check=posting.check,
        tell=posting.tell,
        render=render,
        clock=now,
        demo=demo,
    )
    setup = Setup(ours.database, clock=now, demo=demo)

    async def asked_why(source: str, seen: Sequence[Digest]) -> tuple[Reason, ...]:
        return await why(ours.database, source, seen)

    def topics(typed: str, limit: int) -> Sequence[str]:
        return ours.answers.complete(typed, topics=True, limit=limit)

    desk = DigestDesk(setup, digests, posting, asked_why, now, ours.config.timezone.key, topics)
    client.tree.add_command(digest_group(desk))
    return posting, setup, digests
