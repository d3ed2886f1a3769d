"""A server, a library, a config, and the real bot that is started over them at one time after another."""

import os
import shutil
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from loopback.process import BotProcess
from loopback.server import Loopback
from loopback.world import Channel, Json, Message

POST = "POST /channels/*/messages"
EIGHT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Primed:
    """What a bot has left behind that ran before the digest's time; `commands`: what it has told Discord."""

    folder: Path
    commands: list[Json] = field(default_factory=list[Json])


@dataclass
class Town:
    discord: Loopback
    channel: Channel
    folder: Path
    bot: BotProcess

    def write(self, name: str, text: str) -> None:
        path = self.folder / "library" / name
        path.write_text(text, encoding="utf-8")
        os.utime(path, (1_500_000_000, 1_500_000_000))

    async def start(self, at: datetime) -> None:
        await self.bot.start(at)

    async def logged(self, words: str, *, count: int = 1, seconds: float = 40) -> None:
        await self.discord.wait_for(lambda: self.bot.log.count(words) >= count, seconds, words)

    async def stop(self) -> None:
        """Not in the moment of becoming ready: discord.py then leaves a traceback."""
        await self.logged("connected as")
        assert await self.bot.stop() == 0

    async def died(self) -> None:
        await self.discord.wait_for(lambda: not self.bot.running, 40, "the bot to be killed")

    def fail_post(self, **how: Any) -> None:
        """Of digests: a direct message is a post as well."""
        self.discord.fail(POST.replace("*", self.channel.id), **how)

    def digests(self) -> list[Message]:
        return [message for message in self.discord.messages(self.channel) if "No. " in message.text]

    def knows_all_sent(self) -> bool:
        """As its store has it: a bot that was killed may have noted the answer, and not said so."""
        with closing(sqlite3.connect(f"file:{self.folder / 'sitrep.db'}?mode=ro", uri=True)) as connection:
            (open_runs,) = connection.execute("SELECT count(*) FROM digest_runs WHERE state = 'open'").fetchone()
        return open_runs == 0

    async def one_digest(self, *, seconds: float = 40) -> Message:
        await self.discord.wait_for(self.digests, seconds, "a digest")
        await self.discord.wait_for(self.knows_all_sent, seconds, "the bot to know of it")
        (message,) = self.digests()
        assert message.text.count("The lighthouse keeper") == 1
        self.assert_clean()
        return message

    def assert_clean(self) -> None:
        self.discord.assert_clean()
        assert self.bot.network == []
        assert "Traceback" not in self.bot.whole_log


@asynccontextmanager
async def a_town(folder: Path, primed: Primed | None = None) -> AsyncGenerator[Town]:
    if primed is not None:
        shutil.copytree(primed.folder, folder, dirs_exist_ok=True)
    async with Loopback() as discord:
        channel = discord.world.add_channel("news")
        discord.routes.commands += primed.commands if primed else []
        town = Town(discord, channel, folder, BotProcess(discord, config=folder / "config.yaml"))
        try:
            yield town
        finally:
            await town.bot.kill()


async def primed(folder: Path) -> Primed:
    """Half an hour before the digest: its backlog is one briefing, its news another."""
    (folder / "library").mkdir()
    async with a_town(folder) as town:
        (folder / "config.yaml").write_text(
            "library: library\ndatabase: sitrep.db\nrescan: 1s\ndigests:\n"
            f'  - {{name: morning, channel: {town.channel.id}, cron: "0 8 * * *"}}\n',
            encoding="utf-8",
        )
        town.write("old.txt", "The mill in Oldham closed.\n\nIts owner said on 3 May 2025 that flour was too dear.\n")
        await town.start(EIGHT - timedelta(minutes=30))
        await town.logged("digest morning begins")
        keeper = "The lighthouse keeper, Ada Moss, was unhurt on 1 March 2026."
        town.write("new.txt", f"A storm took the roof off\n\n{keeper}\n")
        await town.logged("library: 1 added", count=2)
        await town.stop()
        town.assert_clean()
        return Primed(folder, town.discord.routes.commands)
