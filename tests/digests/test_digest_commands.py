"""/digest as people use it, in a simulated Discord over a real store."""

from collections.abc import Sequence

import discord
import pytest
from digest_world import World
from simcord import ChannelHandle, Env, MemberActor
from simcord.results import InteractionResult

from bot.answers.desk import Answers
from bot.chat.client import ChatSettings, SitrepClient
from bot.chat.digest_commands import digest_group
from bot.chat.digest_desk import DigestDesk
from bot.chat.digest_rendering import digest as render
from bot.chat.posting import Posting
from bot.digests.delivery import Courier
from bot.digests.digests import Digests
from bot.digests.ports import Digest
from bot.digests.why import Reason, why


async def recall(key: str) -> str | None:
    return None


async def remember(key: str, value: str) -> None:
    return None


@pytest.fixture
def simcord_bot(world: World) -> SitrepClient:
    client = SitrepClient(
        desk=Answers(world.database), settings=ChatSettings(), clock=world.clock, recall=recall, remember=remember
    )
    posting = Posting(client)
    courier = Courier(world.database, post=posting.post, find=posting.find, clock=world.clock)
    digests = Digests(
        world.database,
        courier=courier,
        check=posting.check,
        tell=posting.tell,
        render=render,
        clock=world.clock,
    )

    async def asked_why(source: str, seen: Sequence[Digest]) -> tuple[Reason, ...]:
        return await why(world.database, source, seen)

    def topics(typed: str, limit: int) -> Sequence[str]:
        return [name for name in ("Port Alba", "\u202ePort Vell", "x" * 101) if "port" in name.casefold()][:limit]

    desk = DigestDesk(world.setup, digests, posting, asked_why, world.clock, "UTC", topics)
    client.tree.add_command(digest_group(desk))
    return client


@pytest.fixture
def news(simcord_env: Env) -> ChannelHandle:
    return simcord_env.create_guild().create_text_channel("news")


@pytest.fixture
def chief(simcord_env: Env, news: ChannelHandle) -> MemberActor:
    role = simcord_env.guild.create_role("chiefs", permissions=discord.Permissions(manage_guild=True))
    return simcord_env.guild.add_member(simcord_env.create_user("chief"), roles=[role])


def said(result: InteractionResult) -> str:
    """All that a command was answered, in order."""
    messages = [*([result.response] if result.response else []), *result.followups]
    return "\n".join(message.content for message in messages)


def shown(messages: Sequence[discord.Message]) -> list[tuple[str, list[object]]]:
    return [(message.content, [embed.to_dict() for embed in message.embeds]) for message in messages]


async def test_only_who_manages_the_server_has_it(simcord_env: Env, news: ChannelHandle, chief: MemberActor) -> None:
    member = simcord_env.guild.add_member(simcord_env.create_user("member"))
    assert "digest list" in chief.available_commands(news)
    assert not [name for name in member.available_commands(news) if name.startswith("digest")]


async def test_a_digest_is_set_up_seen_and_posted_with_the_same_bytes(
    world: World, news: ChannelHandle, chief: MemberActor
) -> None:
    added = await chief.slash(news, "digest add", name="late", channel=news, when="0 18 * * *", timezone="Asia/Tokyo")
    assert added.ephemeral
    assert f"**late** will be posted in <#{news.id}>: <t:1748854800:f>" in said(added)
    assert "Nothing is new" in said(await chief.slash(news, "digest preview", name="late"))
    await world.put_new("a.txt", "b.txt")
    preview = await chief.slash(news, "digest preview", name="late")
    await chief.slash(news, "digest now", name="late")
    posted = [message for message in news.history() if "No. 1" in message.content and not message.flags.ephemeral]
    seen = [each.message for each in (preview.response, *preview.followups) if each is not None]
    assert len(posted) == 1
    assert shown(seen) == shown(posted)
    assert "shown in No. 1, part 1" in said(await chief.slash(news, "digest why", source="a.txt"))


async def test_zones_and_times_complete_as_people_name_them(news: ChannelHandle, chief: MemberActor) -> None:
    zones = await chief.autocomplete(news, "digest add", "timezone", "india")
    assert zones[0]["value"] == "Asia/Kolkata"
    times = await chief.autocomplete(news, "digest add", "when", "monday to")
    assert times == [{"name": "Monday to Friday at 8:00 (0 8 * * mon-fri)", "value": "0 8 * * mon-fri"}]


async def test_what_a_digest_is_about_completes_and_shows_nothing_hidden(
    news: ChannelHandle, chief: MemberActor
) -> None:
    topics = await chief.autocomplete(news, "digest add", "about", "port")
    assert topics == [
        {"name": "Port Alba", "value": "Port Alba"},
        {"name": "Port Vell", "value": "\u202ePort Vell"},
    ]


async def test_a_suggestion_may_be_typed_out(news: ChannelHandle, chief: MemberActor) -> None:
    await chief.slash(news, "digest add", name="late", channel=news, when="Every day at 8:00", timezone="india")
    assert "`0 8 * * *` Asia/Kolkata" in said(await chief.slash(news, "digest list"))


async def test_a_change_says_what_holds_now(news: ChannelHandle, chief: MemberActor) -> None:
    await chief.slash(news, "digest add", name="late", channel=news, when="0 18 * * *")
    changed = said(await chief.slash(news, "digest edit", name="late", when="0 19 * * *"))
    assert "and so on" in changed
    assert "from now on" not in changed
    await chief.slash(news, "digest pause", name="late")
    changed = said(await chief.slash(news, "digest edit", name="late", when="0 20 * * *"))
    assert "Paused by a person" in changed
    assert "never" not in changed


async def test_asking_twice_at_once_posts_once(news: ChannelHandle, chief: MemberActor) -> None:
    await chief.slash(news, "digest add", name="late", channel=news, when="0 18 * * *")
    assert "1 message" in said(await chief.slash(news, "digest now", name="late"))
    assert "Nothing is new since <t:" in said(await chief.slash(news, "digest now", name="late"))


async def test_pausing_listing_resuming_and_removing(world: World, news: ChannelHandle, chief: MemberActor) -> None:
    assert "No digest is set up here" in said(await chief.slash(news, "digest list"))
    await chief.slash(news, "digest add", name="late", channel=news, when="0 18 * * *")
    assert "is paused" in said(await chief.slash(news, "digest pause", name="late"))
    assert "Paused by a person" in said(await chief.slash(news, "digest list"))
    assert "Next: " in said(await chief.slash(news, "digest resume", name="late"))
    changed = await chief.slash(news, "digest edit", name="late", when="0 19 * * *", about="harbour")
    assert "<t:1748890800:f>" in said(changed)
    assert "about harbour" in said(await chief.slash(news, "digest list"))
    await chief.slash(news, "digest edit", name="late", clear="about")
    assert "about" not in said(await chief.slash(news, "digest list"))
    assert "is removed" in said(await chief.slash(news, "digest remove", name="late"))
    assert "No digest is set up here" in said(await chief.slash(news, "digest list"))


@pytest.mark.simcord(check_errors=False)
async def test_what_cannot_work_is_one_sentence(news: ChannelHandle, chief: MemberActor) -> None:
    refused = await chief.slash(news, "digest add", name="late", channel=news, when="0 8 31 2 *")
    assert "never comes" in said(refused)
    assert "No digest is called late" in said(await chief.slash(news, "digest now", name="late"))
    await chief.slash(news, "digest add", name="late", channel=news, when="0 18 * * *")
    assert "nothing to change" in said(await chief.slash(news, "digest edit", name="late"))
