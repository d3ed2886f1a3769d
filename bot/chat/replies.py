"""Asking, rendering and sending: what happens on a command and on each button. Who sees it is decided here."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.answers.answer import Shelf
from bot.chat.asks import Ask, Desk, Press, answer_to
from bot.chat.escaping import cut, escaped, visible
from bot.chat.layout import attachments, layout
from bot.chat.pages import Page
from bot.chat.rendering import rendered
from bot.chat.trouble import Interaction
from bot.errors import QueryError
from bot.model import Clock

SECONDS_TO_ANSWER = 2.5  # Discord gives up after 3
_NOBODY = discord.AllowedMentions.none()


@dataclass(frozen=True, slots=True)
class Replies:
    desk: Desk
    clock: Clock
    public: bool  # the default for look-ups

    async def answer(self, interaction: Interaction, ask: Ask, *, private: bool | None = None) -> None:
        """Replies to a command with its first page."""
        pages = await self._pages(interaction, ask)
        await _send(interaction, pages[0], private=not self.public if private is None else private)

    async def press(self, interaction: Interaction, press: Press) -> None:
        """Turns the page in place for whoever asked; for others, and for new questions, opens a private reply."""
        pages = await self._pages(interaction, press.ask)
        page = pages[min(press.page, len(pages) - 1)]
        if press.action == "share":
            await _share(interaction, page)
        elif press.action != "open" and _is_theirs(interaction):
            await _turn(interaction, page)
        else:
            await _send(interaction, page, private=True)

    async def shelf(self, interaction: Interaction) -> Shelf:
        """How much the asker may search."""
        answer = await self.desk.sources(None, scopes=scopes(interaction))
        return answer.shelf

    async def _pages(self, interaction: Interaction, ask: Ask) -> Sequence[Page]:
        async with asyncio.timeout(SECONDS_TO_ANSWER):
            answer = await answer_to(ask, desk=self.desk, scopes=scopes(interaction), today=self.clock().date())
        return rendered(answer, ask)


def scopes(interaction: Interaction) -> tuple[str, ...]:
    """Whose documents this interaction may see: everyone's and its own guild's."""
    return ("everyone",) if interaction.guild_id is None else ("everyone", str(interaction.guild_id))


def _is_theirs(interaction: Interaction) -> bool:
    message = interaction.message
    if message is None or message.flags.ephemeral:
        return True
    asked = message.interaction_metadata
    return asked is not None and asked.user.id == interaction.user.id


async def _send(interaction: Interaction, page: Page, *, private: bool) -> None:
    await interaction.response.send_message(
        view=layout(page, shareable=private),
        files=attachments(page.files),
        ephemeral=private,
        allowed_mentions=_NOBODY,
    )


async def _turn(interaction: Interaction, page: Page) -> None:
    message = interaction.message
    private = message is not None and message.flags.ephemeral
    await _edit(interaction, page, shareable=private, signature="" if private else _signature_of(interaction))


async def _edit(interaction: Interaction, page: Page, *, shareable: bool, signature: str = "") -> None:
    """The files go along each time: an edit need not find those that the message already has."""
    edit = interaction.edit_original_response if interaction.response.is_done() else interaction.response.edit_message
    view = layout(page, shareable=shareable, signature=signature)
    await edit(view=view, attachments=attachments(page.files), allowed_mentions=_NOBODY)


async def _share(interaction: Interaction, page: Page) -> None:
    """Posts the page for all; the private one loses its Share button first, so that it is shared once."""
    if not _may_speak(interaction.permissions, interaction.channel):
        raise QueryError("You cannot post in this channel. Share it where you can.")
    await _edit(interaction, page, shareable=False)
    try:
        await interaction.followup.send(
            view=layout(page, shareable=False, signature=_shared_by(interaction.user)),
            files=attachments(page.files),
            allowed_mentions=_NOBODY,
        )
    except discord.HTTPException:
        await _edit(interaction, page, shareable=True)
        raise


def _may_speak(permissions: discord.Permissions, channel: object) -> bool:
    in_thread = isinstance(channel, discord.Thread)
    return permissions.send_messages_in_threads if in_thread else permissions.send_messages


def _signature_of(interaction: Interaction) -> str:
    """A public message that a button made was shared; whoever turns its pages in place is who shared it."""
    asked = interaction.message and interaction.message.interaction_metadata
    shared = asked is not None and asked.type is discord.InteractionType.component
    return _shared_by(interaction.user) if shared else ""


def _shared_by(user: discord.User | discord.Member) -> str:
    return f"Shared by {escaped(cut(visible(user.display_name), 60))}"
