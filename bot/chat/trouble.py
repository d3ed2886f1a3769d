"""What a person reads when a command fails. The one place where Discord's commands catch everything."""

import logging
import secrets

import discord
from discord import app_commands

from bot.chat.escaping import escaped_line
from bot.errors import BriefingError

log = logging.getLogger(__name__)

Interaction = discord.Interaction[discord.Client]
OUTDATED = "This command is from an older version of me. Wait a minute, or restart Discord, and type it again."
BUSY = "The library is busy just now. Try again in a moment."
NOT_SERVED = "I do not answer in this server. Ask whoever runs me to add it to `guilds` in config.yaml."


async def tell(interaction: Interaction, error: Exception) -> None:
    """Says in one sentence what went wrong, to the asker alone; what nobody expected goes to the log once."""
    try:
        await say(interaction, _sentence(interaction, error))
    except discord.HTTPException as refused:
        log.warning("%s could not be told of its failure: %s", _asked(interaction), refused)


async def say(interaction: Interaction, sentence: str) -> None:
    """One line of markdown, to the asker alone."""
    nobody = discord.AllowedMentions.none()
    if interaction.response.is_done():
        await interaction.followup.send(sentence, ephemeral=True, allowed_mentions=nobody)
    else:
        await interaction.response.send_message(sentence, ephemeral=True, allowed_mentions=nobody)


def _sentence(interaction: Interaction, error: Exception) -> str:
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    match cause:
        case BriefingError():
            return escaped_line(str(cause))
        case TimeoutError():
            log.warning("%s was not answered in time", _asked(interaction))
            return BUSY
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return OUTDATED
        case _:
            reference = secrets.token_hex(3)
            log.error("%s failed, reference %s", _asked(interaction), reference, exc_info=cause)
            return (
                f"Something went wrong on my side. Try again; if it stays, tell whoever runs me: reference {reference}."
            )


def _asked(interaction: Interaction) -> str:
    """What the log may say of a question: never its words."""
    command = interaction.command
    return f"{'a button' if command is None else '/' + command.qualified_name} (interaction {interaction.id})"
