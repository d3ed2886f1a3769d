"""The Discord face in a local browser: the real client in a simulated Discord on loopback, no token, no network."""

import asyncio
import webbrowser
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import simcord

from bot.chat.client import SitrepClient
from bot.model import Clock

NAME = "Sitrep"
PERSON = "you"
SERVER = "Newsroom"
CHANNELS = ("briefings", "digests")
GREETING = (
    "The briefings are on file. Type `/` below and pick a command: **/brief** alone shows the newest stories, "
    "**/timeline** what happened when, **/who** a person, and **/help** explains them all."
)
_AGAIN = 0.5  # seconds
_SETTLE = 30.0  # seconds an answer may take while a first load keeps both cores busy


async def run(
    client: SitrepClient,
    *,
    clock: Clock,
    open_browser: bool,
    on_ready: Callable[[str], None],
    on_channel: Callable[[int, int], Awaitable[None]] | None = None,
    posted: asyncio.Event | None = None,
    port: int | None = None,
) -> None:
    """Serves the page until its visitor ends the session or this task is cancelled.

    `on_ready` gets the page's address, which is also its key; `on_channel` the ids of the server and of the
    channel that the page shows. `posted` is set when the bot has posted something unasked, which the page does not
    notice by itself. Tasks that were started before this call are not the simulation's: their clocks and timers are
    real. Those that the client starts sleep in real time as well.
    """
    async with AsyncExitStack() as stack:
        env = await stack.enter_async_context(simcord.run(client, check_errors=False, settle_timeout=_SETTLE))
        ahead = (clock() - env.now()).total_seconds()
        if ahead > 0:
            await env.advance_time(ahead)
        visitor = env.create_user(PERSON)
        guild = env.create_guild(name=SERVER, owner=visitor)
        briefings, *_ = [guild.create_text_channel(name) for name in CHANNELS]
        person = guild.add_member(visitor)
        await client.tree.sync()  # this Discord knows no commands, whatever the store's note says of the last one
        await client.rename(NAME)
        await client.post(briefings.id, GREETING)
        if on_channel is not None:
            await on_channel(guild.id, briefings.id)
        page = env.preview(briefings, viewers=[person], layout="channel", port=port)
        preview = await stack.enter_async_context(page)
        on_ready(preview.url)
        if open_browser:
            webbrowser.open(preview.url)
        showing = asyncio.create_task(_show_posts(preview, posted or asyncio.Event()))
        try:
            await preview.wait_closed()
        finally:
            showing.cancel()


async def _show_posts(preview: simcord.Preview, posted: asyncio.Event) -> None:
    while True:
        await posted.wait()
        posted.clear()
        try:
            await preview.refresh()
        except simcord.SetupError:  # the visitor is in the middle of something: right after it
            await asyncio.sleep(_AGAIN)
            posted.set()
