"""`run`: the bot in Discord until it is told to stop. Rescans beside answers; a stop leaves nothing half done."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Final

from bot.app.digesting import digesting
from bot.app.opening import BESIDE_ANSWERS, Opened, now, opened, settle
from bot.chat.client import ChatSettings, SitrepClient
from bot.chat.connecting import stay_connected
from bot.chat.picturing import Draw
from bot.config import Config
from bot.drawing.artist import Artist
from bot.errors import BriefingError, ConfigError
from bot.logs import working_on
from bot.model import IngestReport
from bot.store import documents

log = logging.getLogger(__name__)

PAUSE: Final = 30.0  # seconds before ending with a token that Discord refused: a restart loop must not burn identifies
_CLOSING: Final = 5.0  # seconds that Discord gets to say goodbye


async def run(config: Config, token: str) -> None:
    """Until SIGTERM or Ctrl-C. Raises ConfigError where the token cannot work."""
    with _told_to_stop() as stop:
        async with opened(config, processes=BESIDE_ANSWERS) as ours, Artist() as artist:
            await ours.answers.refresh()
            settle()
            await _serve(ours, client_of(ours, draw=artist.draw), token, stop)
    log.info("stopped")


async def _serve(ours: Opened, client: SitrepClient, token: str, stop: asyncio.Event) -> None:
    digests = digesting(ours, client)
    connected = asyncio.create_task(stay_connected(client, token))
    rescanned = asyncio.create_task(rescan_for_ever(ours, pause=ours.config.rescan, loaded=digests.after_load))
    posted = asyncio.create_task(digests.serve())
    stopped = asyncio.create_task(stop.wait())
    tasks = (connected, rescanned, posted, stopped)
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if connected.done() and isinstance(connected.exception(), ConfigError):
            log.warning("Discord refused us; ending in %.0f s, so that a restart loop cannot burn its limits", PAUSE)
            await _paused(stop)
        for task in tasks:
            if task.done():
                task.result()
    finally:
        # A digest that is being posted needs the client to come to its end.
        posted.cancel()
        await asyncio.gather(posted, return_exceptions=True)
        with suppress(TimeoutError):
            async with asyncio.timeout(_CLOSING):
                await client.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _paused(stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(PAUSE):
            await stop.wait()


def client_of(ours: Opened, *, draw: Draw | None = None) -> SitrepClient:
    database = ours.database

    async def recall(key: str) -> str | None:
        return await database.look(lambda connection: documents.noted(connection, key))

    async def remember(key: str, value: str) -> None:
        await database.write(lambda connection: documents.note(connection, key, value))

    settings = settings_of(ours.config)
    return SitrepClient(desk=ours.answers, settings=settings, clock=now, recall=recall, remember=remember, draw=draw)


def settings_of(config: Config) -> ChatSettings:
    return ChatSettings(public=config.replies == "public", guilds=frozenset(config.guilds))


async def rescan_for_ever(
    ours: Opened, *, pause: timedelta, loaded: Callable[[IngestReport], Awaitable[None]] | None = None
) -> None:
    """Looks through the library now and after each pause; what goes wrong once is tried again."""
    while True:
        with working_on("rescan"):
            try:
                report = await ours.load(patient=True)
                if loaded is not None:
                    await loaded(report)
            except BriefingError as error:
                log.error("the library was not loaded: %s", error)  # noqa: TRY400 - its sentence says it all
            except Exception:
                # An edge: one look through the library must not end the bot; the next one tries again.
                log.exception("the library was not loaded")
            else:
                if report.added or report.changed or report.removed:
                    log.info("library: %d added, %d changed, %d removed", report.added, report.changed, report.removed)
        await asyncio.sleep(pause.total_seconds())


@contextmanager
def _told_to_stop() -> Generator[asyncio.Event]:
    """An event that is set by SIGTERM, as `docker stop` sends it, and by Ctrl-C."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has no such handlers; there Ctrl-C raises KeyboardInterrupt
            loop.add_signal_handler(number, stop.set)
    yield stop
