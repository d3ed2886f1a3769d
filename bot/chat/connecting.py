"""Being connected: log in, stay connected, try again while Discord is away, and say when the token is refused."""

import asyncio
import logging

import aiohttp
import discord

from bot.chat.client import SitrepClient
from bot.errors import ConfigError

log = logging.getLogger(__name__)

_FIRST_WAIT, _LONGEST_WAIT = 5.0, 300.0  # seconds between two attempts to log in

REFUSED = "Discord refused the token. Copy it again in the Developer Portal, under Bot, Reset Token."
UNSHARED = "Discord refused the connection ({reason}). Check the application's settings in the Developer Portal."


async def stay_connected(client: SitrepClient, token: str, *, first_wait: float = _FIRST_WAIT) -> None:
    """Until the client is closed. Raises ConfigError when trying again cannot help."""
    wait = first_wait
    while not client.is_closed():
        try:
            await client.login(token)
            break
        except discord.LoginFailure as error:
            raise ConfigError(REFUSED) from error
        except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as error:
            log.warning("Discord cannot be reached (%s); next attempt in %.0f s", type(error).__name__, wait)
            await client.http.close()
            client.http.connector = discord.utils.MISSING  # it is closed too, and discord.py would take it again
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)
    if client.is_closed():
        return
    try:
        await client.connect()
    except discord.PrivilegedIntentsRequired as error:
        raise ConfigError(UNSHARED.format(reason="an intent is not enabled")) from error
    except discord.ConnectionClosed as error:
        if error.code == 4004:  # noqa: PLR2004 - the gateway's own number for a token that became invalid
            raise ConfigError(REFUSED) from error
        raise ConfigError(UNSHARED.format(reason=f"code {error.code}")) from error
