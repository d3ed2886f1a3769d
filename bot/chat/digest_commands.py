"""The /digest commands, for those who manage the server: their options, and what each asks of the use cases."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal

import discord
from discord import app_commands

from bot.chat import digest_words as words
from bot.chat.commands import choices
from bot.chat.digest_desk import DigestDesk, tell_all
from bot.chat.trouble import Interaction, say
from bot.chat.zones import named, suggested
from bot.digests.setup import Held, Settings
from bot.errors import QueryError

Channel = discord.TextChannel | discord.VoiceChannel | discord.Thread
_Command = app_commands.Command[Any, ..., Any]  # discord.py's parameters: no cog, any options, any result
Choices = list[app_commands.Choice[str]]

_MOST = 25  # choices that Discord shows
_NAME = app_commands.Range[str, 1, 50]
_ABOUT = 100
_TEXT = app_commands.Range[str, 1, _ABOUT]
_HOURS = app_commands.Range[int, 0, 168]
_TIMES = (
    ("every day at 8:00", "0 8 * * *"),
    ("Monday to Friday at 8:00", "0 8 * * mon-fri"),
    ("every day at 8:00 and 18:00", "0 8,18 * * *"),
    ("every Monday at 9:00", "0 9 * * mon"),
    ("every Friday at 16:00", "0 16 * * fri"),
    ("every hour", "0 * * * *"),
    ("every 15 minutes", "*/15 * * * *"),
    ("the first of each month at 9:00", "0 9 1 * *"),
)
_WHEN = "Five cron fields, minute hour day month weekday, as 0 8 * * mon-fri; or one of the suggestions"
_DESCRIBED = {
    "channel": "Where it is posted",
    "when": _WHEN,
    "timezone": "Whose clock: a city, a country or a zone",
    "about": "Only briefings about this topic or name",
    "role": "A role that each digest tells",
    "empty": "When nothing is new: post nothing, or say so",
    "catch_up": "For how many hours a missed digest is made up for (24)",
}


def digest_group(desk: DigestDesk) -> app_commands.Group:
    group = app_commands.Group(
        name="digest",
        description="Digests of new briefings: what, where and when",
        default_permissions=discord.Permissions(manage_guild=True),
    )
    for command in (*_readings(desk), *_changes(desk)):
        group.add_command(command)
    return group


def _readings(desk: DigestDesk) -> tuple[_Command, ...]:
    async def listing(interaction: Interaction) -> None:
        await desk.show_list(interaction)

    async def preview(interaction: Interaction, name: _NAME) -> None:
        await desk.show_preview(interaction, name)

    async def now(interaction: Interaction, name: _NAME) -> None:
        await desk.post_now(interaction, name)

    async def why(interaction: Interaction, source: app_commands.Range[str, 1, 300]) -> None:
        seen = await desk.setup.of_guild(interaction.guild_id or 0)
        await tell_all(interaction, words.reasons(await desk.why(source, seen)))

    return (
        _command("list", "The digests here, their next times and troubles", listing),
        _of_name(desk, "preview", "What the next one would say, for you alone", preview),
        _of_name(desk, "now", "Post now what is new since the last one", now),
        _described(
            _command("why", "In which digest a briefing stood, or why in none", why),
            {"source": "The briefing's path, file name or title"},
        ),
    )


def _changes(desk: DigestDesk) -> tuple[_Command, ...]:
    async def add(
        interaction: Interaction,
        *,
        name: _NAME,
        channel: Channel,
        when: _TEXT,
        timezone: _TEXT | None = None,
        about: _TEXT | None = None,
        role: discord.Role | None = None,
        empty: Literal["skip", "say"] = "skip",
        catch_up: _HOURS = 24,
    ) -> None:
        zone = named(timezone) if timezone else desk.zone
        settings = Settings(
            name.strip(), channel.id, _cron(when), zone, about, _role(role), empty, timedelta(hours=catch_up)
        )
        await desk.add(interaction, settings)

    async def edit(
        interaction: Interaction,
        *,
        name: _NAME,
        channel: Channel | None = None,
        when: _TEXT | None = None,
        timezone: _TEXT | None = None,
        about: _TEXT | None = None,
        role: discord.Role | None = None,
        empty: Literal["skip", "say"] | None = None,
        catch_up: _HOURS | None = None,
        clear: Literal["about", "role"] | None = None,
    ) -> None:
        given = {
            "channel": channel.id if channel else None,
            "cron": _cron(when) if when else None,
            "timezone": named(timezone) if timezone else None,
            "about": about,
            "mention_role": _role(role),
            "empty": empty,
            "catch_up": None if catch_up is None else timedelta(hours=catch_up),
        }
        changes: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
        if clear:
            changes |= {"about" if clear == "about" else "mention_role": None}
        await desk.edit(interaction, name, changes)

    async def pause(interaction: Interaction, name: _NAME) -> None:
        digest = await desk.named(interaction, name)
        await desk.setup.pause(digest)
        await say(interaction, f"**{words.escaped_line(digest.name)}** is paused. What is new waits for it.")

    async def resume(interaction: Interaction, name: _NAME, held: Held = "try") -> None:
        await desk.resume(interaction, name, held)

    async def remove(interaction: Interaction, name: _NAME) -> None:
        digest = await desk.named(interaction, name)
        if digest.origin == "config":
            raise QueryError(f"{digest.name} is set up in config.yaml. Take it out there and restart Sitrep.")
        await desk.setup.remove(digest)
        await say(interaction, f"**{words.escaped_line(digest.name)}** is removed.")

    held = {"held": "A message nobody knows the fate of: look again, send it, or take it as posted"}
    return (
        _described(
            _completed(desk, _command("add", "Set up a digest", add)), {"name": "What it is called", **_DESCRIBED}
        ),
        _described(
            _completed(desk, _of_name(desk, "edit", "Change a digest", edit)),
            {**_DESCRIBED, "clear": "Take its topic or its role away"},
        ),
        _of_name(desk, "pause", "Let a digest rest; nothing new is lost", pause),
        _described(_of_name(desk, "resume", "Let a digest go on", resume), held),
        _of_name(desk, "remove", "Take a digest away", remove),
    )


def _cron(when: str) -> str:
    """A suggestion may be typed out in its own words."""
    return {label.casefold(): cron for label, cron in _TIMES}.get(when.strip().casefold(), when)


def _role(role: discord.Role | None) -> int | None:
    if role is not None and role.is_default():
        raise QueryError("A digest can tell one role, not everyone. Choose another role.")
    return role.id if role else None


def _command(name: str, description: str, callback: Callable[..., Any]) -> _Command:
    return app_commands.Command(name=name, description=description, callback=callback)


def _described(command: _Command, texts: dict[str, str]) -> _Command:
    app_commands.describe(**texts)(command)
    return command


def _of_name(desk: DigestDesk, name: str, description: str, callback: Callable[..., Any]) -> _Command:
    """A command about one digest, whose name is completed."""
    command = _described(_command(name, description, callback), {"name": "Which digest"})

    async def names(interaction: Interaction, typed: str) -> Choices:
        there = [digest.name for digest in await desk.setup.of_guild(interaction.guild_id or 0)]
        return [app_commands.Choice(name=n, value=n) for n in there if typed.casefold() in n.casefold()][:_MOST]

    command.autocomplete("name")(names)
    return command


def _completed(desk: DigestDesk, command: _Command) -> _Command:
    async def zones(_: Interaction, typed: str) -> Choices:
        found = suggested(typed, desk.clock(), _MOST)
        return [app_commands.Choice(name=label, value=zone) for label, zone in found]

    async def crons(_: Interaction, typed: str) -> Choices:
        found = [(label, cron) for label, cron in _TIMES if typed.casefold() in f"{label} {cron}".casefold()]
        return [app_commands.Choice(name=f"{label} ({cron})", value=cron) for label, cron in found]

    async def topics(_: Interaction, typed: str) -> Choices:
        return choices(desk.topics(typed, _MOST), most=_ABOUT)

    command.autocomplete("about")(topics)
    command.autocomplete("timezone")(zones)
    command.autocomplete("when")(crons)
    return command
