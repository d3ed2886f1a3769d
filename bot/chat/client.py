"""The Discord client: what it may hear, which servers it answers, and when it publishes its commands."""

import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot.chat.asks import Desk, Press
from bot.chat.buttons import dynamic_items
from bot.chat.commands import slash_commands
from bot.chat.picturing import Draw, Pictures
from bot.chat.replies import Replies
from bot.chat.trouble import NOT_SERVED, Interaction, say, tell
from bot.model import Clock

log = logging.getLogger(__name__)

Recall = Callable[[str], Awaitable[str | None]]
Remember = Callable[[str, str], Awaitable[None]]
PUBLISHED = "discord commands"  # the note that holds the fingerprint of what Discord was told


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """`public`: look-ups answer in the channel unless asked otherwise. `guilds` empty: every server is served."""

    public: bool = False
    guilds: frozenset[int] = frozenset()


class SitrepClient(discord.Client):
    """Answers slash commands and buttons. Hears of guilds and interactions, and of nothing else."""

    def __init__(
        self,
        *,
        desk: Desk,
        settings: ChatSettings,
        clock: Clock,
        recall: Recall,
        remember: Remember,
        draw: Draw | None = None,
    ) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self._settings = settings
        self._recall = recall
        self._remember = remember
        self._replies = Replies(desk=desk, clock=clock, public=settings.public, pictures=Pictures(draw))
        self.tree = Tree(self, guilds=settings.guilds)
        for command in slash_commands(self._replies, self.tree):
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(*dynamic_items(self._press))
        await self._publish_commands()

    async def on_ready(self) -> None:
        log.info("connected as %s, servers: %d", self.user, len(self.guilds))

    async def post(self, channel: int, markdown: str) -> None:
        """Says something in a channel without having been asked."""
        nobody = discord.AllowedMentions.none()
        await self.get_partial_messageable(channel).send(markdown, allowed_mentions=nobody)

    async def rename(self, name: str) -> None:
        """The bot's own name, as every server shows it."""
        if self.user is not None:
            await self.user.edit(username=name)

    async def _press(self, interaction: Interaction, press: Press) -> None:
        try:
            if await self.tree.interaction_check(interaction):
                await self._replies.press(interaction, press)
        except Exception as error:  # noqa: BLE001 - the edge: discord.py would only log it, and the asker see nothing
            await tell(interaction, error)

    async def _publish_commands(self) -> None:
        """Tells Discord of the commands when they differ from what it was told last."""
        fingerprint = f"{self.application_id} {self.tree.fingerprint()}"
        if await self._recall(PUBLISHED) == fingerprint:
            return
        try:
            published = await self.tree.sync()
        except discord.HTTPException as refused:
            log.error("Discord refused the commands; those it knows still work: %s", refused)  # noqa: TRY400 - one line
            return
        await self._remember(PUBLISHED, fingerprint)
        log.info("published %d commands", len(published))


class Tree(app_commands.CommandTree[SitrepClient]):
    """Commands for servers only, with the one error handler."""

    def __init__(self, client: SitrepClient, *, guilds: frozenset[int]) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )
        self._guilds = guilds

    def fingerprint(self) -> str:
        payload = sorted((command.to_dict(self) for command in self.get_commands()), key=lambda each: each["name"])
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Servers that the configuration does not name get one sentence, and no suggestions."""
        if not self._guilds or interaction.guild_id in self._guilds:
            return True
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            await say(interaction, NOT_SERVED)
        return False

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        await tell(interaction, error)
