"""`demo`: the whole bot in the local browser over the library, which is looked through as `run` does."""

import asyncio
import logging
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta

from bot.answers.desk import Answers
from bot.app.asking import load_with_bar
from bot.app.digesting import DemoDigesting, demo_digesting
from bot.app.opening import BESIDE_ANSWERS, now, opened
from bot.app.running import client_of, rescan_for_ever, settings_of
from bot.chat.client import SitrepClient
from bot.chat.picturing import Draw
from bot.config import Config
from bot.drawing.artist import Artist
from bot.errors import ConfigError, HeldError
from bot.store.database import Database
from bot.terminal.layout import write

_PAUSE = timedelta(seconds=2)  # whoever drops a file into the library is watching


async def demo(config: Config) -> None:
    """Until its page is closed, or Ctrl-C."""
    with _simulator_needed():
        from bot import demo as simulated
    open_browser = sys.stdout.isatty()

    async def serve(client: SitrepClient, digests: DemoDigesting | None = None) -> None:
        begin, posted = (digests.begin, digests.posted) if digests else (None, None)
        await simulated.run(
            client,
            clock=now,
            open_browser=open_browser,
            on_ready=_tell if digests else _tell_beside,
            on_channel=begin,
            posted=posted,
        )

    try:
        async with opened(config, processes=BESIDE_ANSWERS) as ours, Artist() as artist:
            await load_with_bar(ours)
            await ours.answers.refresh()
            client = client_of(ours, draw=artist.draw)
            digests = demo_digesting(ours, client)
            pause = min(config.rescan, _PAUSE)
            rescanned = asyncio.create_task(rescan_for_ever(ours, pause=pause, loaded=digests.after_load))
            posted = asyncio.create_task(digests.serve())
            try:
                await serve(client, digests)
            finally:
                rescanned.cancel()
                posted.cancel()
    except HeldError:
        async with Database.open(config.database, read_only=True) as database, Artist() as artist:
            await serve(await _beside_a_bot(config, database, draw=artist.draw))


async def _beside_a_bot(config: Config, database: Database, *, draw: Draw) -> SitrepClient:
    """A client over a store that a running bot keeps: nothing is written."""
    notes: dict[str, str] = {}

    async def recall(key: str) -> str | None:
        return notes.get(key)

    async def remember(key: str, value: str) -> None:
        notes[key] = value

    desk = Answers(database)
    await desk.refresh()
    settings = settings_of(config)
    return SitrepClient(desk=desk, settings=settings, clock=now, recall=recall, remember=remember, draw=draw)


def _tell(address: str) -> None:
    _welcome(address, "a file put into the library makes a digest.")


def _tell_beside(address: str) -> None:
    _welcome(address, "digests are posted by the bot that is running beside it.")


def _welcome(address: str, digests: str) -> None:
    write(f"Sitrep is at {address}")
    write(f"Type /who, /brief, /timeline, /search, /differ or /sources there; {digests}")
    write("Ctrl-C ends it.")


@contextmanager
def _simulator_needed() -> Generator[None]:
    # The simulator makes a client of its own without intents, of which discord.py warns; ours has what it needs.
    logging.getLogger("discord.state").setLevel(logging.ERROR)
    try:
        yield
    except ImportError as error:
        if not (error.name or "").startswith("simcord"):
            raise
        raise ConfigError("The demo needs its extra: pip install 'sitrep-bot[demo]', or -e '.[demo]' here.") from error
