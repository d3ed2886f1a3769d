"""Digests beside the running bot: put together, begun after the first load, woken, and let come to their end."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.app.opening import Opened, now
from bot.chat.digest_rendering import digest as render
from bot.chat.posting import Posting
from bot.digests.delivery import Courier
from bot.digests.digests import Digests
from bot.digests.setup import Setup
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


def digesting(ours: Opened, posting: Posting) -> Digesting:
    courier = Courier(ours.database, post=posting.post, find=posting.find, clock=now)
    digests = Digests(ours.database, courier=courier, check=posting.check, tell=posting.tell, render=render, clock=now)
    return Digesting(ours, posting, Setup(ours.database, clock=now), digests, now(), asyncio.Event(), asyncio.Event())
