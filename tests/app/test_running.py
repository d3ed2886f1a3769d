"""What runs beside the answers: looking through the library, and being connected."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import cast

import aiohttp
import discord
import pytest

from bot.app.opening import opened
from bot.app.running import rescan_for_ever
from bot.chat import connecting
from bot.chat.client import SitrepClient
from bot.config import Config
from bot.errors import ConfigError


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 - the bot under test tells nobody when it has looked
            await asyncio.sleep(0.05)


async def test_a_file_that_comes_while_it_runs_is_answered(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    library = tmp_path / "library"
    config = Config(library=library, database=tmp_path / "s.db")
    async with opened(config) as ours:
        rescanned = asyncio.create_task(rescan_for_ever(ours, pause=timedelta(seconds=0.2)))
        await until(lambda: "is not there" in caplog.text)
        library.mkdir()
        (library / "a.txt").write_text("Anna Keller opened the quay in Port Vell.\n", encoding="utf8")
        await until(lambda: ours.answers.complete("kel", topics=False))
        assert (await ours.answers.who("Keller")).name == "Anna Keller"
        rescanned.cancel()
        with pytest.raises(asyncio.CancelledError):
            await rescanned


class _Client:
    """As much of a client as being connected needs; each login takes the next outcome."""

    def __init__(self, *outcomes: Exception | None) -> None:
        self.outcomes = list(outcomes)
        self.http = self
        self.connections = 0

    def is_closed(self) -> bool:
        return False

    async def login(self, token: str) -> None:
        outcome = self.outcomes.pop(0)
        if outcome:
            raise outcome

    async def close(self) -> None:
        pass

    async def connect(self) -> None:
        self.connections += 1


async def test_a_refused_token_is_a_config_error_that_does_not_repeat_it() -> None:
    client = _Client(discord.LoginFailure("Improper token abc.def has been passed."))
    with pytest.raises(ConfigError, match="Discord refused the token") as refused:
        await connecting.stay_connected(cast("SitrepClient", client), "abc.def", first_wait=0)
    assert "abc.def" not in str(refused.value)


async def test_it_tries_again_while_discord_is_away(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    client = _Client(OSError("no route"), aiohttp.ServerDisconnectedError(), None)
    await connecting.stay_connected(cast("SitrepClient", client), "abc.def", first_wait=0)
    assert client.connections == 1
    assert caplog.text.count("cannot be reached") == 2
