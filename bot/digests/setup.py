"""The use case: which digests there are. Those of config.yaml at every start; those that people add, edit, pause."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from bot import config
from bot.cron import read_cron
from bot.digests import slots
from bot.digests.delivery import nonce
from bot.digests.digests import schedule
from bot.digests.slots import Slot
from bot.errors import QueryError
from bot.model import Clock
from bot.store import digests, outbox
from bot.store.database import Connection, Database
from bot.store.digests import Digest, Settings

log = logging.getLogger(__name__)

Held = Literal["try", "send", "drop"]
"""What to do with a message nobody knows the fate of: look again, post it, or take it as posted."""

COMING = 3  # times that a list shows


@dataclass(frozen=True, slots=True)
class Listed:
    """A digest with its next times; none while it is paused."""

    digest: Digest
    coming: tuple[Slot, ...]


class Setup:
    """Names are compared without regard to case; a server sees its own digests and those of config.yaml."""

    def __init__(self, database: Database, *, clock: Clock, demo: bool = False) -> None:
        self._database = database
        self._demo = demo
        self._clock = clock

    async def sync(self, configured: Sequence[config.Digest], *, zone: ZoneInfo, loaded: bool) -> None:
        """What config.yaml says now. New ones begin when the library is `loaded`: they announce nothing older."""
        wanted = {each.name.casefold(): settings_of(each, zone=zone) for each in configured}
        known = {d.name.casefold(): d for d in await self._all() if d.origin == "config"}
        for name, settings in wanted.items():
            if name not in known and loaded:
                await self._insert(settings, origin="config", guild=None, owner=None)
            elif name in known and known[name].settings != settings:
                await self._change(known[name], settings)
        for name, digest in known.items():
            if name not in wanted:
                await self.remove(digest)

    async def forget_backlog(self, since: datetime) -> None:
        """The library was loaded for the first time since then: for digests that are younger it is no news."""

        def work(connection: Connection) -> None:
            for digest in digests.live(connection, demo=self._demo):
                if digest.since >= since:
                    digests.know_all(connection, digest.id)

        await self._database.write(work)

    async def add(self, settings: Settings, *, guild: int, owner: int) -> Digest:
        """Raises QueryError when its name is taken or it can never be due."""
        self._checked(settings)
        if any(digest.name.casefold() == settings.name.casefold() for digest in await self.of_guild(guild)):
            raise QueryError(f"There is a digest {settings.name} already. Choose another name, or edit that one.")
        origin: digests.Origin = "demo" if self._demo else "discord"
        return await self._insert(settings, origin=origin, guild=guild, owner=owner)

    async def edit(self, digest: Digest, settings: Settings) -> Digest:
        self._checked(settings)
        if digest.origin == "config":
            raise QueryError(f"{digest.name} is set up in config.yaml. Change it there and restart Sitrep.")
        await self._change(digest, settings)
        return await self._again(digest)

    async def pause(self, digest: Digest) -> None:
        await self._database.write(lambda connection: digests.pause(connection, digest.id, "operator"))

    async def resume(self, digest: Digest, held: Held = "try") -> None:
        """Slots that passed during a person's pause are not made up for; what is new stands in the next digest."""
        now = self._clock()

        def work(connection: Connection) -> None:
            if digest.paused == "operator":
                digests.count_from(connection, digest.id, now)
            for delivery in outbox.held(connection, digest.id):
                if delivery.state == "uncertain" and held == "send":
                    outbox.absent(connection, delivery)
                elif delivery.state in ("uncertain", "failed") and held == "drop":
                    outbox.sent(connection, delivery, None)
            outbox.resume(connection, digest.id)

        await self._database.write(work)

    async def remove(self, digest: Digest) -> None:
        await self._database.write(lambda connection: digests.retire(connection, digest.id))

    async def named(self, name: str, guild: int | None) -> Digest:
        """None as guild: whoever sits at the terminal sees all. Raises QueryError with the names there are."""
        seen = await self.of_guild(guild)
        for digest in seen:
            if digest.name.casefold() == name.strip().casefold():
                return digest
        there = f"There are: {', '.join(digest.name for digest in seen)}." if seen else "None is set up yet."
        raise QueryError(f"No digest is called {name.strip()}. {there}")

    async def of_guild(self, guild: int | None) -> list[Digest]:
        return [d for d in await self._all() if guild is None or d.guild in (guild, None)]

    async def listed(self, guild: int | None) -> list[Listed]:
        now = self._clock()
        return [Listed(digest, coming_of(digest, now)) for digest in await self.of_guild(guild)]

    async def place(self, digest: Digest, guild: int) -> None:
        """The server in which the channel of a digest of config.yaml turned out to be."""
        await self._database.write(lambda connection: digests.place(connection, digest.id, guild))

    async def _all(self) -> list[Digest]:
        return await self._database.look(lambda connection: digests.live(connection, demo=self._demo))

    async def _again(self, digest: Digest) -> Digest:
        return await self._database.look(lambda connection: digests.of_id(connection, digest.id)) or digest

    async def _insert(
        self, settings: Settings, *, origin: digests.Origin, guild: int | None, owner: int | None
    ) -> Digest:
        now = self._clock()
        number = await self._database.write(
            lambda connection: digests.add(connection, settings, origin=origin, guild=guild, owner=owner, now=now)
        )
        log.info("digest %s begins", settings.name)
        return Digest(number, settings, origin, guild, owner, now, now)

    async def _change(self, digest: Digest, settings: Settings) -> None:
        """Messages of which nothing can have been posted go to the new channel; a trouble may be over, so try."""
        now = self._clock()

        def work(connection: Connection) -> None:
            digests.change(connection, digest, settings, now=now)
            if settings.channel == digest.settings.channel:
                return
            for delivery in outbox.held(connection, digest.id):
                again = nonce(digest.id, delivery.slot, settings.channel, delivery.part)
                outbox.redirect(connection, delivery, channel=settings.channel, nonce=again)
            if digest.paused in ("trouble", "held"):
                outbox.resume(connection, digest.id)

        await self._database.write(work)

    def _checked(self, settings: Settings) -> None:
        """Raises QueryError: a schedule that cron would not take or that never comes, a zone that is none."""
        if settings.timezone not in available_timezones():
            raise QueryError(f"{settings.timezone} is no time zone. Choose one of the suggestions, as Europe/Berlin.")
        try:
            read_cron(settings.cron)
        except ValueError as error:
            raise QueryError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
        if not slots.coming(schedule(settings), self._clock(), 1):
            raise QueryError(f"The schedule {settings.cron} never comes. Choose a day that exists.")


def settings_of(configured: config.Digest, *, zone: ZoneInfo) -> Settings:
    return Settings(
        configured.name,
        configured.channel,
        configured.cron.text,
        (configured.timezone or zone).key,
        configured.about,
        configured.mention_role,
        configured.empty,
        configured.catch_up,
    )


def coming_of(digest: Digest, now: datetime) -> tuple[Slot, ...]:
    if digest.paused is not None:
        return ()
    return tuple(slots.coming(schedule(digest.settings), max(now, digest.since), COMING))
