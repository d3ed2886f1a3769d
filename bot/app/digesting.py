"""Digests beside the running bot: put together, begun after the first load, woken, and let come to their end."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class Digesting:
    """What posts digests, over one client."""

    ours: Opened
    posting: Posting
    setup: Setup
    digests: Digests
    loaded: asyncio.Event

    async def serve(self) -> None:
        """Until cancelled; then the delivery under way comes to its end."""
        config = self.ours.config
        await self.setup.sync(config.digests, zone=config.timezone, loaded=False)
        async with waking(self._tick):
            await self.loaded.wait()
            await self.setup.sync(config.digests, zone=config.timezone, loaded=True)
            await asyncio.Event().wait()

    async def after_load(self, report: IngestReport) -> None:
        """A library that is not there yet is no library: what it will hold is no news."""
        if report.warning is None:
            self.loaded.set()

    async def _tick(self) -> datetime | None:
        with working_on("digests"):
            for digest in await self.setup.of_guild(None):
                if digest.guild is None and (guild := self.posting.guild_of(digest.settings.channel)):
                    await self.setup.place(digest, guild)
            return await self.digests.tick()


def digesting(ours: Opened, posting: Posting) -> Digesting:
    courier = Courier(ours.database, post=posting.post, find=posting.find, clock=now)
    digests = Digests(ours.database, courier=courier, check=posting.check, tell=posting.tell, render=render, clock=now)
    return Digesting(ours, posting, Setup(ours.database, clock=now), digests, asyncio.Event())
