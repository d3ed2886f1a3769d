"""Digests by the real bot process over real sockets: killed, answered badly, refused, started again.

Needs `fakediscord`, a Discord on loopback, in the folder that FAKEDISCORD names, and libfaketime; skipped without.
FAKEDISCORD_BOT names the Python that runs the bot, when it is not the one that runs the tests.
"""

import asyncio
import importlib
import os
import random
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

FOLDER = os.environ.get("FAKEDISCORD", "")
PYTHON = os.environ.get("FAKEDISCORD_BOT", sys.executable)
ROOT = Path(__file__).resolve().parents[2]
POST = "POST /channels/*/messages"
EIGHT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

pytestmark = [pytest.mark.wire, pytest.mark.skipif(not FOLDER, reason="FAKEDISCORD names no fakediscord")]


@dataclass
class Town:
    """A server with a channel, a library, a config, and the bot that is started over them at one time after another."""

    fd: Any
    channel: Any
    folder: Path
    bot: Any = None

    def write(self, name: str, text: str) -> None:
        path = self.folder / "library" / name
        path.write_text(text, encoding="utf-8")
        os.utime(path, (1_500_000_000, 1_500_000_000))

    async def start(self, at: datetime) -> None:
        process = importlib.import_module("fakediscord").BotProcess
        argv = [PYTHON, "-m", "bot", "run", "--config", str(self.folder / "config.yaml")]
        self.bot = process(self.fd, argv, cwd=ROOT, start_at=at, log=self.folder / "bot.log")
        await self.bot.start()

    async def logged(self, words: str, *, seconds: float = 40) -> None:
        await self.fd.wait_for(lambda: words in self.bot.log, seconds, words)

    async def added(self, count: int) -> None:
        """Since the first start, one by one."""
        await self.fd.wait_for(lambda: self.bot.log.count("library: 1 added") == count, 40, "the library")

    async def died(self) -> None:
        await self.fd.wait_for(lambda: not self.bot.running, 40, "the bot to be killed")

    def digests(self) -> list[Any]:
        return [m for m in self.fd.messages(self.channel) if "No. " in m.text]

    async def one_digest(self, *, seconds: float = 40) -> Any:
        await self.fd.wait_for(self.digests, seconds, "a digest")
        await self.logged("as message")
        (message,) = self.digests()
        assert message.text.count("The lighthouse keeper") == 1
        self.fd.assert_clean()
        assert self.bot.network_attempts == []
        return message


@asynccontextmanager
async def a_town(folder: Path) -> AsyncGenerator[Town]:
    """The bot has run once before the digest's time, over a library with one briefing; then a second one came."""
    sys.path.insert(0, FOLDER)
    async with importlib.import_module("fakediscord").FakeDiscord() as fd:
        town = Town(fd, fd.add_channel("news"), folder)
        (folder / "library").mkdir()
        (folder / "config.yaml").write_text(
            "library: library\ndatabase: sitrep.db\nrescan: 1s\ndigests:\n"
            f'  - {{name: morning, channel: {town.channel.id}, cron: "0 8 * * *"}}\n',
            encoding="utf-8",
        )
        town.write("old.txt", "The mill in Oldham closed.\n\nIts owner said on 3 May 2025 that flour was too dear.\n")
        try:
            await town.start(EIGHT - timedelta(minutes=30))
            await town.logged("digest morning begins")
            assert await town.bot.stop() == 0
            town.write(
                "new.txt",
                "A storm took the roof off\n\nThe lighthouse keeper, Ada Moss, was unhurt on 1 March 2026.\n",
            )
            yield town
        finally:
            await town.bot.kill9()


async def test_a_digest_missed_during_downtime_is_posted_once(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        await town.start(EIGHT + timedelta(hours=3))
        message = await town.one_digest()
        assert "Late: it was due" in message.text
        assert "1 new: 1 shown in 1 story, 0 folded, 0 unreadable, 0 undated" in message.text
        await town.bot.stop()
        await town.start(EIGHT + timedelta(hours=4))
        await town.logged("database open")
        await town.one_digest()


@pytest.mark.parametrize("minutes", [0.5, 15])
@pytest.mark.parametrize("moment", ["received", "stored", "responded"])
async def test_killed_in_the_middle_it_posts_once(tmp_path: Path, moment: str, minutes: float) -> None:
    async with a_town(tmp_path) as town:
        town.fd.faults.add(POST, kill=True, at=moment)
        await town.start(EIGHT + timedelta(seconds=5))
        await town.died()
        await town.start(EIGHT + timedelta(minutes=minutes))
        await town.one_digest()


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 502, "at": "stored"},
        {"status": 503, "at": "stored"},
        {"status": 503},
        {"reset": True, "at": "stored"},
        {"close": True},
        {"status": 429, "retry_after": 1.5},
        {"status": 429, "cloudflare": True},
    ],
    ids=str,
)
async def test_a_bad_answer_leads_to_one_post(tmp_path: Path, fault: dict[str, Any]) -> None:
    async with a_town(tmp_path) as town:
        town.fd.faults.add(POST, times=1, **fault)
        await town.start(EIGHT + timedelta(seconds=5))
        await town.one_digest(seconds=100)


async def test_a_permission_taken_and_given_back(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        town.channel.deny("bot", "embed_links")
        await town.start(EIGHT + timedelta(seconds=5))
        await town.logged("lacks Embed Links in #news")
        assert town.digests() == []
        told = town.fd.owner.dm()
        await town.fd.wait_for(lambda: town.fd.messages(told), 20, "a direct message")
        (message,) = town.fd.messages(told)
        assert "**morning** is paused. Sitrep lacks Embed Links in #news." in message.text
        assert not [r for r in town.fd.calls(POST) if r.status == 403 and str(town.channel.id) in r.path]
        town.channel.allow("bot", "embed_links")
        await town.one_digest(seconds=60)


async def test_what_nobody_can_tell_is_not_guessed(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        town.fd.faults.add(POST, kill=True, at="stored")
        await town.start(EIGHT + timedelta(seconds=5))
        await town.died()
        town.channel.deny("bot", "read_message_history")
        await town.start(EIGHT + timedelta(minutes=30))
        await town.logged("uncertain")
        assert len(town.digests()) == 1
        town.channel.allow("bot", "read_message_history")
        await town.one_digest(seconds=60)


async def test_everything_about_a_digest_can_be_done_by_commands(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        town.channel.deny("bot", "embed_links")
        chief = town.fd.add_user("chief", permissions=["manage_guild"])
        member = town.fd.add_user("member")
        await town.start(EIGHT - timedelta(minutes=20))
        await town.bot.wait_commands("digest")
        await town.added(2)
        assert not [c for c in member.commands() if "digest" in str(c)]
        zones = await chief.autocomplete("/digest add", timezone="india")
        assert zones.choices[0]["value"] == "Asia/Kolkata"
        options = {"name": "late", "channel": town.channel, "when": "0 18 * * 1-5", "timezone": "Asia/Kolkata"}
        added = await chief.slash("/digest add", options=options)
        assert "lacks Embed Links in #news" in added.text
        assert f"<t:{int(datetime(2026, 3, 2, 12, 30, tzinfo=UTC).timestamp())}:f>" in added.text
        town.channel.allow("bot", "embed_links")
        assert "a digest late already" in (await chief.slash("/digest add", options=options)).text
        wrong = await chief.slash("/digest edit", name="late", when="0 8 31 2 *")
        assert "never comes" in wrong.text
        assert "Asia/Kolkata" in (await chief.slash("/digest list")).text
        town.write("third.txt", "A bell was cast\n\nThe bell-founder Ines Holt cast a bell on 2 March 2026.\n")
        await town.added(3)
        preview = await chief.slash("/digest preview", name="late", timeout=20)
        assert preview.ephemeral
        assert "Ines Holt" in preview.text
        await chief.slash("/digest now", name="late", timeout=20)
        (posted,) = [m for m in town.digests() if "late" in m.text]
        assert posted.text == preview.text
        why = await chief.slash("/digest why", source="third.txt")
        assert "shown in No. 1, part 1" in why.text
        assert "discord.com/channels" in why.text
        assert "is paused" in (await chief.slash("/digest pause", name="late")).text
        assert "Paused by a person" in (await chief.slash("/digest list")).text
        assert "Next:" in (await chief.slash("/digest resume", name="late", timeout=20)).text
        assert "is removed" in (await chief.slash("/digest remove", name="late")).text
        assert "config.yaml" in (await chief.slash("/digest remove", name="morning")).text
        town.fd.assert_clean()


async def test_a_bot_killed_again_and_again_posts_everything_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As long as SITREP_WIRE_LOOP says (seconds); SITREP_SEED repeats a run."""
    seed = int(os.environ.get("SITREP_SEED", "0")) or random.SystemRandom().randrange(1, 2**31)
    dice, until = random.Random(seed), time.monotonic() + float(os.environ.get("SITREP_WIRE_LOOP", "30"))
    at, kills = EIGHT, 0
    names: list[str] = []
    async with a_town(tmp_path) as town:
        town.fd.rate_limits.clear()
        while time.monotonic() < until:
            for _ in range(dice.randrange(30, 56)):  # more would go on in a file
                names.append(f"Keeper {len(names):04} tells")
                town.write(f"{len(names)}.txt", f"{names[-1]}\n\nBoat number {len(names)} came in on 1 March 2026.\n")
            at += timedelta(days=1, minutes=dice.randrange(1, 40))
            moment = dice.choice(["received", "stored", "responded"])
            town.fd.faults.clear()
            town.fd.faults.add(POST, kill=True, at=moment, skip=dice.randrange(4), times=1)
            await town.start(at)
            await town.died()
            kills += 1
            at += timedelta(minutes=dice.choice([0, 1, 20]))
            town.fd.faults.add(POST, status=503, at="stored", skip=dice.randrange(4), times=1)
            await town.start(at)
            await town.fd.wait_for(lambda: whole(town).count(names[-1]) == 1, 60, "the last title")
            await town.bot.stop()
        town.fd.faults.clear()
        await town.start(at + timedelta(hours=1))
        await town.logged("database open")
        await asyncio.sleep(8)
        posted = whole(town)
        assert [name for name in names if posted.count(name) != 1] == []
        town.fd.assert_clean()
    with capsys.disabled():
        sys.stdout.write(f"SITREP_SEED={seed} {len(names)} titles, {len(town.digests())} posts, {kills} kills ")


def whole(town: Town) -> str:
    return "\n".join(message.text for message in town.digests())
