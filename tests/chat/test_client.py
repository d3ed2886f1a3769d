"""The real client in a simulated Discord, used as people use it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

import discord
import pytest
import simcord
from chat_world import (
    FERRY,
    HARBOUR,
    FakeDesk,
    Notes,
    a_client,
    a_library,
    a_name,
    a_quote,
    a_search,
    a_source,
    a_timeline,
    a_who,
    an_entry,
    labels,
    nobody,
    reply,
    text,
)
from discord import app_commands
from simcord import ChannelHandle, Env, MemberActor

from bot.answers.answer import Hit, SourcePage
from bot.chat.client import PUBLISHED, ChatSettings, SitrepClient
from bot.chat.trouble import NOT_SERVED
from bot.errors import StoreError
from bot.model import Period

HOSTILE = "@everyone <@1> **bold** \u202eevil\u202c [click](https://evil.example) <#2> `x` ||y||"

TOLD = pytest.mark.simcord(check_errors=False)
"""For tests of what people are told of errors: simcord would fail them for the error itself."""


async def test_who_is_answered_to_the_asker_alone_with_quotes_and_sources(
    alice: MemberActor, channel: ChannelHandle
) -> None:
    answer = reply(await alice.slash(channel, "who", name="Ilse Brandt"))
    assert answer.ephemeral
    assert f"- {HARBOUR} [1]" in text(answer)
    assert "\n[1] **Coast Daily** · 1 Mar 2024 · Bridge opens again" in text(answer)
    assert labels(answer) == ["Share", "Timeline", "Circle", "Brief", "Sources"]


@pytest.mark.parametrize("command", ["brief", "timeline", "search", "sources"])
async def test_every_look_up_answers(alice: MemberActor, channel: ChannelHandle, command: str) -> None:
    options = {"words": "bridge"} if command == "search" else {}
    answer = reply(await alice.slash(channel, command, **options))
    assert answer.ephemeral
    assert "Bridge opens again" in text(answer) or "Event number" in text(answer)


async def test_names_complete_from_their_beginning(alice: MemberActor, channel: ChannelHandle, desk: FakeDesk) -> None:
    offered = await alice.autocomplete(channel, "who", "name", "ilse")
    assert offered == [{"name": "Ilse Brandt", "value": "Ilse Brandt"}]
    await alice.autocomplete(channel, "brief", "about", "il")
    assert desk.asked == [("complete", "ilse", False), ("complete", "il", True)]


async def test_a_choice_that_no_option_takes_is_not_offered(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    desk.names = ["harbour " * 9, "harbour", "harbour", ""]
    offered = await alice.autocomplete(channel, "timeline", "about", "")
    assert [choice["value"] for choice in offered] == ["harbour"]


async def test_dates_reach_the_desk_as_periods_and_the_guild_as_a_scope(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    await alice.slash(channel, "timeline", about="harbour", **{"from": "2024", "to": "Mar 2024"})
    (name, about, first, last, scopes), *_ = desk.asked
    assert (name, about, scopes) == ("timeline", "harbour", ("everyone", str(alice.guild.id)))
    assert (str(getattr(first, "first", "")), str(getattr(last, "last", ""))) == ("2024-01-01", "2024-03-31")


async def test_pages_turn_in_place_and_keep_their_dates(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    first = reply(await alice.slash(channel, "timeline", about="harbour", **{"from": "2024"}))
    second = await alice.click(first, label="Next")
    assert reply(second).id == first.id
    assert "Page 2 of" in text(reply(second))
    assert "Page 1 of" in text(reply(await alice.click(reply(second), label="Back")))
    assert len(set(desk.asked)) == 1


async def test_buttons_work_after_a_restart(simcord_env: Env, alice: MemberActor, channel: ChannelHandle) -> None:
    first = reply(await alice.slash(channel, "timeline"))
    await simcord_env.restart_bot(a_client(FakeDesk()))
    assert "Page 2 of" in text(reply(await alice.click(first, label="Next")))


async def test_share_posts_once_for_all_in_the_askers_name_without_a_ping(
    simcord_env: Env, alice: MemberActor, channel: ChannelHandle
) -> None:
    private = reply(await alice.slash(channel, "timeline"))
    shared = await alice.click(private, label="Share")
    (public,) = shared.followups
    assert not public.ephemeral
    assert text(public).strip().startswith("-# Shared by alice")
    assert "Share" not in labels(public)
    assert "Share" not in labels(reply(shared))
    assert public.message.mentions == []


async def test_a_share_that_fails_can_be_tried_again(
    simcord_env: Env, alice: MemberActor, channel: ChannelHandle
) -> None:
    private = reply(await alice.slash(channel, "who", name="Ilse Brandt"))
    simcord_env.inject_error("POST", "/webhooks/*", status=500, times=None)
    failed = await alice.click(private, label="Share")
    assert "Share" in labels(reply(failed))


async def test_whoever_may_not_post_may_not_share(alice: MemberActor) -> None:
    muted = discord.PermissionOverwrite(send_messages=False)
    hall = alice.guild.create_text_channel("hall", overwrites={alice: muted})
    refused = await alice.click(reply(await alice.slash(hall, "who", name="Ilse Brandt")), label="Share")
    assert "cannot post" in text(reply(refused))
    assert not refused.followups


async def test_turning_a_public_page_is_the_askers_others_get_their_own(
    alice: MemberActor, bert: MemberActor, channel: ChannelHandle
) -> None:
    (public,) = (await alice.click(reply(await alice.slash(channel, "timeline")), label="Share")).followups
    theirs = reply(await bert.click(public, label="Next"))
    assert theirs.ephemeral
    assert theirs.id != public.id
    assert "Share" in labels(theirs)
    turned = reply(await alice.click(public, label="Next"))
    assert turned.id == public.id
    assert "Page 2 of" in text(turned)
    assert "Shared by alice" in text(turned)


async def test_other_questions_open_a_private_reply(alice: MemberActor, channel: ChannelHandle, desk: FakeDesk) -> None:
    card = reply(await alice.slash(channel, "who", name="Ilse Brandt"))
    opened = reply(await alice.click(card, label="Timeline"))
    assert opened.ephemeral
    assert opened.id != card.id
    assert desk.asked[-1][:2] == ("timeline", "Ilse Brandt")


async def test_what_has_no_date_is_listed_by_the_option_and_by_the_button(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    desk.timeline_answer = replace(a_timeline(an_entry(), undated=1), undated=(a_quote("The ferry was late."),))
    asked = reply(await alice.slash(channel, "timeline", about="harbour", undated=True))
    assert "The ferry was late." in text(asked)
    card = reply(await alice.slash(channel, "timeline", about="harbour"))
    assert "The ferry was late." not in text(card)
    assert "The ferry was late." in text(reply(await alice.click(card, label="Without a date")))
    assert [each[0] for each in desk.asked] == ["undated", "timeline", "undated"]


async def test_a_year_that_there_was_no_room_for_is_opened_in_place(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    year = Period(date(2011, 1, 1), date(2011, 12, 31), "year")
    desk.timeline_answer = replace(a_timeline(an_entry()), more=7, further=((year, 4),))
    card = reply(await alice.slash(channel, "timeline", about="harbour"))
    narrowed = reply(await alice.click(card, label="2011 (4)"))
    assert narrowed.id == card.id
    assert desk.asked[-1][:4] == ("timeline", "harbour", year, year)


async def test_a_menu_opens_what_is_picked(alice: MemberActor, channel: ChannelHandle, desk: FakeDesk) -> None:
    found = reply(await alice.slash(channel, "search", words="bridge"))
    await alice.select(found, ["briefing-1.txt"])
    assert desk.asked[-1][:2] == ("sources", "briefing-1.txt")


async def test_nothing_on_file_says_what_was_searched_and_offers_the_nearest(
    alice: MemberActor, channel: ChannelHandle
) -> None:
    answer = reply(await alice.slash(channel, "who", name="Ilse Brand"))
    assert "Nothing on file about “Ilse Brand” in 3 documents" in text(answer)
    corrected = reply(await alice.click(answer, label="Ilse Brandt"))
    assert corrected.id == answer.id
    assert HARBOUR in text(corrected)


async def test_namesakes_are_a_choice(alice: MemberActor, channel: ChannelHandle, desk: FakeDesk) -> None:
    both = (a_name("Ilse Brandt", id=7, hint="Mayor"), a_name("Ilse Brandt", id=8, hint="skipper"))
    desk.who_answers |= {"Brandt": nobody("Brandt", choices=both), "#8": a_who("Ilse Brandt")}
    answer = reply(await alice.slash(channel, "who", name="Brandt"))
    assert "Which “Brandt”?" in text(answer)
    assert HARBOUR in text(reply(await alice.click(answer, label="Ilse Brandt, skipper")))
    assert desk.asked[-1][:2] == ("who", "#8")


async def test_a_document_comes_with_its_text_as_a_file(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    page = SourcePage(a_source(), "All of it.\n", (("Subscribe now", "an advertisement"),), ())
    desk.sources_answer = a_library(a_source(), page=page)
    answer = reply(await alice.slash(channel, "sources", about="briefing-1.txt"))
    (file,) = answer.attachments
    assert (file.filename, await file.read()) == ("briefing-1.txt", b"All of it.\n")
    assert "an advertisement: “Subscribe now”" in text(answer)


async def test_hostile_text_is_only_text(alice: MemberActor, channel: ChannelHandle, desk: FakeDesk) -> None:
    desk.search_answer = a_search(Hit(a_quote(HOSTILE, title=HOSTILE, publisher=HOSTILE), ()), words=HOSTILE)
    private = reply(await alice.slash(channel, "search", words=HOSTILE[:80]))
    (public,) = (await alice.click(private, label="Share")).followups
    assert not public.message.mention_everyone
    assert public.message.mentions == []
    assert "\u202e" not in text(public)
    assert "\\@everyone \\<\\@1\\> \\*\\*bold\\*\\* evil \\[click\\](https\\://evil.example)" in text(public)


@TOLD
async def test_every_send_allows_no_mention(
    simcord_env: Env, alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    private = reply(await alice.slash(channel, "timeline"))
    await alice.click(reply(await alice.click(private, label="Next")), label="Share")
    desk.fails = StoreError("@everyone")
    await alice.slash(channel, "brief")
    sent = [body for each in simcord_env.http_requests if (body := message_in(each.json)) is not None]
    assert len(sent) == 5
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent)


def message_in(body: object) -> Mapping[str, Any] | None:
    """The message that a request carries, if it carries one."""
    outer = cast("Mapping[str, Any]", body if isinstance(body, dict) else {})
    message: Mapping[str, Any] = outer.get("data") or outer
    return message if message.get("components") or message.get("content") else None


async def test_a_quote_longer_than_a_message_comes_as_a_file(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    quote = "word " * 1200
    desk.timeline_answer = a_timeline(an_entry(a_quote(quote)), an_entry(a_quote(FERRY, document=2)))
    answer = reply(await alice.slash(channel, "timeline"))
    assert [await file.read() for file in answer.attachments] == [quote.encode()]
    assert "6,000 characters" in text(answer)


async def test_help_and_about_fit_and_name_the_commands(alice: MemberActor, channel: ChannelHandle) -> None:
    shown = reply(await alice.slash(channel, "help")).content
    assert all(f"/{name}" in shown for name in ("brief", "who", "timeline", "search", "sources"))
    assert "3 documents" in reply(await alice.slash(channel, "about")).content


async def test_help_shows_what_the_reader_may_use(
    simcord_env: Env, simcord_bot: SitrepClient, alice: MemberActor, channel: ChannelHandle
) -> None:
    async def nothing(_: discord.Interaction) -> None: ...

    manage = discord.Permissions(manage_guild=True)
    group = app_commands.Group(name="digest", description="Digests of new briefings", default_permissions=manage)
    group.add_command(app_commands.Command(name="preview", description="What comes", callback=nothing))
    simcord_bot.tree.add_command(group)
    guild = simcord_env.guild
    boss = guild.add_member(simcord_env.create_user("boss"), roles=[guild.create_role("Staff", permissions=manage)])
    assert "Digests of new briefings" not in reply(await alice.slash(channel, "help")).content
    assert "Digests of new briefings" in reply(await boss.slash(channel, "help")).content


async def test_private_false_answers_in_the_channel(
    alice: MemberActor, bert: MemberActor, channel: ChannelHandle
) -> None:
    answer = reply(await alice.slash(channel, "timeline", private=False))
    assert not answer.ephemeral
    assert "Share" not in labels(answer)
    assert reply(await bert.click(answer, label="Next")).ephemeral
    assert reply(await alice.click(answer, label="Next")).id == answer.id


async def test_a_public_bot_answers_privately_on_demand() -> None:
    client = a_client(FakeDesk(), settings=ChatSettings(public=True))
    async with simcord.run(client) as env:
        channel = env.create_guild().create_text_channel("briefings")
        alice = env.guild.add_member(env.create_user("alice"))
        assert not reply(await alice.slash(channel, "brief")).ephemeral
        assert reply(await alice.slash(channel, "brief", private=True)).ephemeral


async def test_a_server_that_is_not_named_gets_one_sentence(simcord_env: Env) -> None:
    desk = FakeDesk()
    await simcord_env.restart_bot(a_client(desk, settings=ChatSettings(guilds=frozenset({42}))))
    channel = simcord_env.create_guild().create_text_channel("briefings")
    alice = simcord_env.guild.add_member(simcord_env.create_user("alice"))
    assert reply(await alice.slash(channel, "brief")).content == NOT_SERVED
    assert await alice.autocomplete(channel, "who", "name", "il") == []
    assert desk.asked == []


async def test_commands_are_published_when_they_differ_from_what_discord_was_told() -> None:
    notes = Notes()
    counts: list[int] = []
    for forget in (False, False, True):
        if forget:
            notes.kept[PUBLISHED] = "something else"
        async with simcord.run(a_client(FakeDesk(), notes=notes), strict_sync=False) as env:
            counts.append(len([each for each in env.http_requests if each.path.endswith("/commands")]))
    assert counts == [1, 0, 1]


async def test_the_client_hears_of_guilds_and_nothing_else(simcord_bot: discord.Client) -> None:
    assert [name for name, on in simcord_bot.intents if on] == ["guilds"]
    assert simcord_bot.allowed_mentions is not None
    assert simcord_bot.allowed_mentions.to_dict() == {"parse": []}
