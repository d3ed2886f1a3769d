"""Asking, rendering and sending: what happens on a command and on each button. Who sees it is decided here."""

import asyncio
from dataclasses import dataclass, replace

import discord

from bot.answers.answer import Picture, Shelf
from bot.chat.asks import Ask, Desk, Press, answer_to
from bot.chat.escaping import cut, escaped, visible
from bot.chat.layout import attachments, layout
from bot.chat.pages import Page
from bot.chat.picturing import Add, Drawable, Pictures, drawable
from bot.chat.rendering import rendered
from bot.chat.trouble import Interaction
from bot.errors import QueryError
from bot.model import Clock

SECONDS_TO_ANSWER = 2.5  # Discord gives up after 3
_NOBODY = discord.AllowedMentions.none()


@dataclass(frozen=True, slots=True)
class Reply:
    """A page; the first one with the answer that a picture is drawn from, and the picture where it is at hand."""

    page: Page
    answer: Drawable | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Replies:
    desk: Desk
    clock: Clock
    public: bool  # the default for look-ups
    pictures: Pictures

    async def answer(self, interaction: Interaction, ask: Ask, *, private: bool | None = None) -> None:
        """Replies to a command with its first page."""
        reply = await self._reply(interaction, ask)
        await self._send(interaction, reply, private=not self.public if private is None else private)

    async def press(self, interaction: Interaction, press: Press) -> None:
        """Turns the page in place for whoever asked; for others, and for new questions, opens a private reply."""
        reply = await self._reply(interaction, press.ask, number=press.page)
        if press.action == "share":
            await self._share(interaction, reply)
        elif press.action != "open" and _is_theirs(interaction):
            await self._turn(interaction, reply)
        else:
            await self._send(interaction, reply, private=True)

    async def shelf(self, interaction: Interaction) -> Shelf:
        """How much the asker may search."""
        answer = await self.desk.sources(None, scopes=scopes(interaction))
        return answer.shelf

    async def _reply(self, interaction: Interaction, ask: Ask, *, number: int = 0) -> Reply:
        async with asyncio.timeout(SECONDS_TO_ANSWER):
            answer = await answer_to(ask, desk=self.desk, scopes=scopes(interaction), today=self.clock().date())
        pages = rendered(answer, ask)
        page = pages[min(number, len(pages) - 1)]
        drawn = drawable(answer) if page is pages[0] else None
        return Reply(page, drawn, self.pictures.kept(drawn))

    async def _send(self, interaction: Interaction, reply: Reply, *, private: bool) -> None:
        """The words at once; the picture by an edit, when it is drawn."""
        sent = await interaction.response.send_message(
            view=layout(reply.page, shareable=private),
            files=attachments(reply.page.files),
            ephemeral=private,
            allowed_mentions=_NOBODY,
        )
        await self._follow(interaction, sent.message_id, reply, shareable=private)

    async def _turn(self, interaction: Interaction, reply: Reply) -> None:
        message = interaction.message
        private = message is not None and message.flags.ephemeral
        signature = "" if private else _signature_of(interaction)
        self._leave(interaction)
        await _edit(interaction, reply, shareable=private, signature=signature)
        if message is not None and reply.picture is None:
            await self._follow(interaction, message.id, reply, shareable=private, signature=signature)

    async def _share(self, interaction: Interaction, reply: Reply) -> None:
        """Posts the page for all; the private one loses its Share button first, so that it is shared once."""
        if not _may_speak(interaction.permissions, interaction.channel):
            raise QueryError("You cannot post in this channel. Share it where you can.")
        self._leave(interaction)
        await _edit(interaction, reply, shareable=False)
        signature = _shared_by(interaction.user)
        try:
            posted = await interaction.followup.send(
                view=layout(reply.page, shareable=False, signature=signature, picture=reply.picture),
                files=attachments(reply.page.files, reply.picture),
                allowed_mentions=_NOBODY,
                wait=True,
            )
        except discord.HTTPException:
            await _edit(interaction, reply, shareable=True)
            raise
        if interaction.message is not None and reply.picture is None:
            await self._follow(interaction, interaction.message.id, reply, shareable=False)
            await self.pictures.follow(posted.id, reply.answer, _adding_to(posted, reply, signature))

    async def _follow(
        self, interaction: Interaction, message: int | None, reply: Reply, *, shareable: bool, signature: str = ""
    ) -> None:
        async def add(picture: Picture) -> None:
            await _edit(interaction, replace(reply, picture=picture), shareable=shareable, signature=signature)

        await self.pictures.follow(message, reply.answer, add)

    def _leave(self, interaction: Interaction) -> None:
        if interaction.message is not None:
            self.pictures.leave(interaction.message.id)


def scopes(interaction: Interaction) -> tuple[str, ...]:
    """Whose documents this interaction may see: everyone's and its own guild's."""
    return ("everyone",) if interaction.guild_id is None else ("everyone", str(interaction.guild_id))


def _is_theirs(interaction: Interaction) -> bool:
    message = interaction.message
    if message is None or message.flags.ephemeral:
        return True
    asked = message.interaction_metadata
    return asked is not None and asked.user.id == interaction.user.id


async def _edit(interaction: Interaction, reply: Reply, *, shareable: bool, signature: str = "") -> None:
    """The files go along each time: an edit need not find those that the message already has."""
    edit = interaction.edit_original_response if interaction.response.is_done() else interaction.response.edit_message
    view = layout(reply.page, shareable=shareable, signature=signature, picture=reply.picture)
    files = attachments(reply.page.files, reply.picture)
    await edit(view=view, attachments=files, allowed_mentions=_NOBODY)


def _adding_to(posted: discord.WebhookMessage, reply: Reply, signature: str) -> Add:
    async def add(picture: Picture) -> None:
        view = layout(reply.page, shareable=False, signature=signature, picture=picture)
        await posted.edit(view=view, attachments=attachments(reply.page.files, picture), allowed_mentions=_NOBODY)

    return add


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
