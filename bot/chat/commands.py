"""The slash commands: their options as Discord shows them. Each reads its options, asks, renders and sends."""

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

import discord
from discord import app_commands

from bot.answers.commands import command
from bot.chat.about import about_me, help_text
from bot.chat.asks import DATE_MAX, TEXT_MAX, Ask, Command
from bot.chat.escaping import size, visible
from bot.chat.replies import Replies
from bot.chat.trouble import Interaction, say

CHOICE_MAX = 100  # Discord's, as is the next
CHOICES_MAX = 25
PRIVATE = "True: only you see the answer. False: everyone here does"

Slash = app_commands.Command[Any, ..., Any]  # discord.py's parameters: no cog, any options, any result
Tree = app_commands.CommandTree[Any]
Complete = Callable[[Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]

_Name = app_commands.Range[str, 1, TEXT_MAX["who"]]
_Topic = app_commands.Range[str, 1, TEXT_MAX["brief"]]
_Topics = app_commands.Range[str, 1, TEXT_MAX["differ"]]
_Words = app_commands.Range[str, 1, TEXT_MAX["search"]]
_Source = app_commands.Range[str, 1, TEXT_MAX["sources"]]
_Day = app_commands.Range[str, 1, DATE_MAX]
_RENAMED = {"first": "from", "last": "to"}  # words that Python keeps for itself, or that say less


def slash_commands(replies: Replies, tree: Tree) -> tuple[Slash, ...]:
    async def brief(
        interaction: Interaction, about: _Topic | None = None, since: _Day | None = None, private: bool | None = None
    ) -> None:
        await replies.answer(interaction, Ask("brief", about, since), private=private)

    async def who(interaction: Interaction, name: _Name, private: bool | None = None) -> None:
        await replies.answer(interaction, Ask("who", name), private=private)

    async def timeline(
        interaction: Interaction,
        about: _Topic | None = None,
        first: _Day | None = None,
        last: _Day | None = None,
        *,
        undated: bool = False,
        private: bool | None = None,
    ) -> None:
        await replies.answer(
            interaction, Ask("undated" if undated else "timeline", about, first, last), private=private
        )

    async def search(interaction: Interaction, words: _Words, private: bool | None = None) -> None:
        await replies.answer(interaction, Ask("search", words), private=private)

    async def differ(interaction: Interaction, about: _Topics, private: bool | None = None) -> None:
        await replies.answer(interaction, Ask("differ", about), private=private)

    async def sources(interaction: Interaction, about: _Source | None = None, private: bool | None = None) -> None:
        await replies.answer(interaction, Ask("sources", about), private=private)

    return (
        _look_up(replies, "brief", brief),
        _look_up(replies, "who", who),
        _look_up(replies, "timeline", timeline),
        _look_up(replies, "search", search),
        _look_up(replies, "differ", differ),
        _look_up(replies, "sources", sources),
        _help(replies, tree),
        _about(replies),
    )


def _look_up(replies: Replies, name: Command, callback: Callable[..., Any]) -> Slash:
    """A command with the words of the table that every face shares; its first option is completed."""
    known = command(name)
    assert known is not None
    made = Slash(name=name, description=known.description, callback=callback)
    ours = {theirs: python for python, theirs in _RENAMED.items()}
    described = {ours.get(option.name, option.name): option.description for option in known.options}
    app_commands.describe(**described, private=PRIVATE)(made)
    app_commands.rename(**{python: _RENAMED[python] for python in described if python in _RENAMED})(made)
    made.autocomplete(known.options[0].name)(_completing(replies, name))
    return made


def _completing(replies: Replies, name: Command) -> Complete:
    async def complete(_: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        offered = replies.desk.complete(typed, topics=name != "who", limit=CHOICES_MAX)
        return choices(offered, most=TEXT_MAX[name])

    return complete


def choices(texts: Iterable[str], *, most: int) -> list[app_commands.Choice[str]]:
    """Those that can be sent back whole; what a title hides is sent, not shown."""
    fitting = [text for text in dict.fromkeys(texts) if visible(text).strip() and size(text) <= min(CHOICE_MAX, most)]
    return [app_commands.Choice(name=visible(text), value=text) for text in fitting[:CHOICES_MAX]]


def _help(replies: Replies, tree: Tree) -> Slash:
    async def show(interaction: Interaction) -> None:
        await say(interaction, help_text(public=replies.public, groups=_groups(tree, interaction.permissions)))

    return Slash(name="help", description="What I can do, with an example of each command", callback=show)


def _groups(tree: Tree, permissions: discord.Permissions) -> dict[str, tuple[str, list[str]]]:
    """The groups of commands that somebody with these permissions sees, unless the server decides otherwise."""
    groups = [group for group in tree.get_commands() if isinstance(group, app_commands.Group)]
    return {
        group.name: (group.description, [below.name for below in group.commands])
        for group in groups
        if group.default_permissions is None or permissions.is_superset(group.default_permissions)
    }


def _about(replies: Replies) -> Slash:
    async def show(interaction: Interaction) -> None:
        shelf = await replies.shelf(interaction)
        await say(interaction, about_me(shelf))

    return Slash(name="about", description="What this is, its version, and how much it has on file", callback=show)
