"""What runs beside the answers: looking through the library, and being connected."""

import asyncio
import logging
import multiprocessing
import socket
import sqlite3
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import cast

import aiohttp
import discord
import pytest
from aiohttp import web
from discord.http import Route

from bot.app.opening import opened
from bot.app.running import rescan_for_ever
from bot.chat import connecting
from bot.chat.client import SitrepClient
from bot.config import Config
from bot.errors import ConfigError, StoreError
from bot.model import IngestReport
from bot.store import documents


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


async def test_names_that_new_rules_link_are_known_at_once(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "a.txt").write_text("Anna Keller opened the quay in Port Vell.\n", encoding="utf8")

    def as_older_rules_left_it(connection: sqlite3.Connection) -> None:
        for table in ("occurrences", "roles", "statements"):
            connection.execute(f"UPDATE {table} SET name = NULL")
        connection.execute("DELETE FROM names")
        documents.mark_unlinked(connection)

    async with opened(Config(library=library, database=tmp_path / "s.db")) as ours:
        await ours.load()
        await ours.database.write(as_older_rules_left_it)
        await ours.answers.refresh()
        assert not ours.answers.complete("kel", topics=False)
        report = await ours.load()
        assert (report.added, report.changed) == (0, 0)
        assert ours.answers.complete("kel", topics=False) == ["Anna Keller"]


async def test_names_are_known_before_a_long_load_ends(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for number in range(700):
        text = f"Anna Keller opened quay {number} in Port Vell.\n"
        (library / f"{number}.txt").write_text(text, encoding="utf8")
    known: list[bool] = []
    async with opened(Config(library=library, database=tmp_path / "s.db")) as ours:
        await ours.load(progress=lambda _: known.append(bool(ours.answers.complete("kel", topics=False))))
    assert known[0] is False
    assert any(known)


async def test_what_follows_a_load_may_fail_and_the_next_look_is_taken_all_the_same(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    looks: list[IngestReport] = []

    async def fails(report: IngestReport) -> None:
        looks.append(report)
        raise StoreError("The disk is full.")

    async with opened(Config(library=library, database=tmp_path / "s.db")) as ours:
        rescanned = asyncio.create_task(rescan_for_ever(ours, pause=timedelta(seconds=0.05), loaded=fails))
        await until(lambda: len(looks) > 1 or rescanned.done())
        assert not rescanned.done()
        rescanned.cancel()
        with pytest.raises(asyncio.CancelledError):
            await rescanned


async def test_answers_come_while_a_page_is_read_that_never_ends(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "a.txt").write_text("Anna Keller opened the quay in Port Vell.\n", encoding="utf8")
    async with opened(Config(library=library, database=tmp_path / "s.db")) as ours:
        await ours.load()
        await ours.answers.refresh()
        endless = f"<html><body>{'<p>a<br>b' * 800_000}<p>Anna Keller left Port Vell.</p></body></html>"
        (library / "endless.html").write_text(endless, encoding="utf8")
        looking = asyncio.create_task(ours.load())
        pauses: list[float] = []
        for _ in range(100):
            begun = time.monotonic()
            await asyncio.sleep(0.02)
            assert (await ours.answers.who("Keller")).name == "Anna Keller"
            pauses.append(time.monotonic() - begun)
        assert not looking.done()
        assert max(pauses) < 1  # the page's tree, made in this process, would hold the interpreter for seconds
        looking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await looking
    assert not multiprocessing.active_children()


class _Client:
    """As much of a client as being connected needs; each login takes the next outcome."""

    def __init__(self, *outcomes: Exception | None) -> None:
        self.outcomes = list(outcomes)
        self.http = self
        self.connector: object = None
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
    crowded = discord.HTTPException(cast("aiohttp.ClientResponse", _Crowded()), "error code: 1015")
    client = _Client(OSError("no route"), aiohttp.ServerDisconnectedError(), crowded, None)
    await connecting.stay_connected(cast("SitrepClient", client), "abc.def", first_wait=0)
    assert client.connections == 1
    assert caplog.text.count("cannot be reached") == 3


class _Crowded:
    status, reason = 429, "Too Many Requests"


async def test_the_second_attempt_finds_discord_once_it_is_there(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    port = unused_port()
    monkeypatch.setattr(Route, "BASE", f"http://127.0.0.1:{port}")
    client = discord.Client(intents=discord.Intents.none())
    attempts = asyncio.create_task(connecting.stay_connected(cast("SitrepClient", client), "abc.def", first_wait=0.2))
    await until(lambda: "cannot be reached" in caplog.text)

    async def refused(_: web.Request) -> web.Response:
        return web.json_response({"code": 0, "message": "401: Unauthorized"}, status=401)

    server = web.Application()
    server.router.add_get("/users/@me", refused)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        with pytest.raises(ConfigError, match="Discord refused the token"):
            await attempts
    finally:
        await client.close()
        await runner.cleanup()


def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
