"""What the /digest commands do: each asks the use cases and replies to whoever asked, alone."""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.chat import digest_words as words
from bot.chat.posting import Posting, payload
from bot.chat.trouble import Interaction, say
from bot.digests.digests import Digests
from bot.digests.ports import Digest
from bot.digests.setup import Held, Settings, Setup, coming_of
from bot.digests.why import Reason
from bot.errors import QueryError
from bot.model import Clock

Why = Callable[[str, Sequence[Digest]], Awaitable[tuple[Reason, ...]]]
Topics = Callable[[str, int], Sequence[str]]
"""Names and titles for what is typed so far, at most so many."""


def _no_topics(_: str, __: int) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class DigestDesk:
    """What the commands use. `zone`: of digests that name none."""

    setup: Setup
    digests: Digests
    posting: Posting
    why: Why
    clock: Clock
    zone: str
    topics: Topics = _no_topics

    async def named(self, interaction: Interaction, name: str) -> Digest:
        return await self.setup.named(name, interaction.guild_id or 0)

    async def show_list(self, interaction: Interaction) -> None:
        await tell_all(interaction, words.listed(await self.setup.listed(interaction.guild_id or 0)))

    async def show_preview(self, interaction: Interaction, name: str) -> None:
        digest = await self.named(interaction, name)
        await interaction.response.defer(ephemeral=True)
        messages = await self.digests.preview(digest)
        if not messages:
            await say(interaction, words.nothing_to_post(digest))
        for message in messages:
            made = payload(json.loads(message.body))
            await interaction.followup.send(
                made.content,
                embeds=made.embeds,
                files=made.files,
                allowed_mentions=discord.AllowedMentions.none(),
                ephemeral=True,
            )

    async def post_now(self, interaction: Interaction, name: str) -> None:
        digest = await self.named(interaction, name)
        if digest.paused:
            raise QueryError(f"{digest.name} is paused. Resume it first.")
        await interaction.response.defer(ephemeral=True)
        messages = await self.digests.post_now(digest)
        await say(interaction, words.posted(await self.named(interaction, name), parts=len(messages)))

    async def add(self, interaction: Interaction, settings: Settings) -> None:
        digest = await self.setup.add(settings, guild=interaction.guild_id or 0, owner=interaction.user.id)
        await self._say_set_up(interaction, digest, is_new=True)

    async def edit(self, interaction: Interaction, name: str, changes: dict[str, Any]) -> None:
        digest = await self.named(interaction, name)
        if not changes:
            raise QueryError("There is nothing to change. Give an option beside the name, as when: or about:.")
        changed = await self.setup.edit(digest, replace(digest.settings, **changes))
        await self._say_set_up(interaction, changed, is_new=False)
        await self.digests.tick()

    async def resume(self, interaction: Interaction, name: str, held: Held) -> None:
        digest = await self.named(interaction, name)
        await interaction.response.defer(ephemeral=True)
        await self.setup.resume(digest, held)
        await self.digests.tick()
        again = await self.named(interaction, name)
        text = again.trouble if again.paused else None
        await tell_all(
            interaction, [f"Still waiting. {text}"] if text else words.listed(await self._one(interaction, again))
        )

    async def _one(self, interaction: Interaction, digest: Digest) -> list[Any]:
        return [each for each in await self.setup.listed(interaction.guild_id) if each.digest.id == digest.id]

    async def _say_set_up(self, interaction: Interaction, digest: Digest, *, is_new: bool) -> None:
        channel = digest.settings.channel
        checks = [await self.posting.check(channel, "post"), await self.posting.check(channel, "read back")]
        troubles = [trouble for trouble in checks if trouble]
        await say(interaction, words.set_up(digest, coming_of(digest, self.clock()), troubles, is_new=is_new))


async def tell_all(interaction: Interaction, blocks: Sequence[str]) -> None:
    for message in words.joined(blocks):
        await say(interaction, message)
