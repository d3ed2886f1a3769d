"""Which digests there are: config.yaml's at every start, people's at any time, and why a briefing stood in one."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from digest_world import NEWS, World, a_document, an_analysis, utc

from bot.config import parse_config
from bot.digests.why import why
from bot.errors import QueryError
from bot.store.digests import Settings

EIGHT = utc("2025-06-02T08:00:10")
UTC = ZoneInfo("UTC")
GOOD = Settings("news", NEWS, "0 8 * * *", "UTC")


def configured(*lines: str) -> str:
    return "digests:\n" + "".join(f"  - {{channel: {NEWS}, {line}}}\n" for line in lines)


async def sync(world: World, *lines: str, loaded: bool = True) -> list[str]:
    config = parse_config(configured(*lines) if lines else "{}", name="config.yaml")
    await world.setup.sync(config.digests, zone=config.timezone, loaded=loaded)
    return [digest.name for digest in await world.setup.of_guild(None)]


async def test_config_digests_begin_with_the_first_load_and_follow_the_file(world: World) -> None:
    morning, evening = 'name: morning, cron: "0 8 * * *"', 'name: evening, cron: "0 18 * * *"'
    assert await sync(world, morning, loaded=False) == []
    assert await sync(world, morning) == ["morning"]
    assert await sync(world, morning, evening) == ["evening", "morning"]
    assert await sync(world, evening) == ["evening"]
    assert await sync(world) == []


async def test_a_digest_that_comes_back_to_the_file_announces_no_backlog(world: World) -> None:
    morning = 'name: morning, cron: "0 8 * * *"'
    await sync(world, morning)
    await sync(world)
    await world.put_new("a.txt")
    await sync(world, morning)
    assert await world.tick_at(EIGHT) == []


async def test_a_restart_with_the_same_file_changes_nothing(world: World) -> None:
    morning = 'name: morning, cron: "0 8 * * *", timezone: Asia/Kolkata, about: null'
    await sync(world, morning)
    before = await world.setup.of_guild(None)
    world.clock.forward(hours=1)
    await sync(world, morning)
    assert await world.setup.of_guild(None) == before


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"cron": "0 8 31 2 *"}, "never comes"),
        ({"cron": "8:00"}, "five fields"),
        ({"timezone": "Delhi"}, "Delhi is no time zone"),
        ({"name": "NEWS"}, "There is a digest NEWS already"),
    ],
)
async def test_what_cannot_work_is_refused_with_the_reason(world: World, change: dict[str, str], sentence: str) -> None:
    await world.setup.add(GOOD, guild=7, owner=42)
    with pytest.raises(QueryError, match=sentence):
        await world.setup.add(replace(replace(GOOD, name="other"), **change), guild=7, owner=42)


async def test_a_server_sees_its_own_digests_and_those_of_the_file(world: World) -> None:
    await sync(world, 'name: morning, cron: "0 8 * * *"')
    await world.setup.add(GOOD, guild=7, owner=42)
    await world.setup.add(GOOD, guild=8, owner=43)
    assert [digest.name for digest in await world.setup.of_guild(7)] == ["morning", "news"]
    with pytest.raises(QueryError, match=r"No digest is called evening. There are: morning, news."):
        await world.setup.named("evening", 7)


async def test_a_digest_of_the_file_is_changed_in_the_file(world: World) -> None:
    await sync(world, 'name: morning, cron: "0 8 * * *"')
    (digest,) = await world.setup.of_guild(None)
    with pytest.raises(QueryError, match=r"config.yaml"):
        await world.setup.edit(digest, GOOD)


async def test_the_next_three_times_are_listed_and_none_for_a_paused_one(world: World) -> None:
    digest = await world.add(timezone="Asia/Kathmandu")
    (listed,) = await world.setup.listed(7)
    assert [slot.due for slot in listed.coming] == [utc(f"2025-06-0{day}T02:15") for day in (3, 4, 5)]
    await world.setup.pause(digest)
    (listed,) = await world.setup.listed(7)
    assert listed.coming == ()


async def test_why_tells_where_a_briefing_stood_or_why_not(world: World) -> None:
    await world.put_new("old.txt")
    await world.add()
    await world.put_new("sub/a.txt")
    await world.fail("bad.pdf", "It is empty.")
    seen = await world.setup.of_guild(7)
    (waits,) = await why(world.database, "a.txt", seen)
    assert waits.text == "not announced yet in this version; the next one has it."
    await world.tick_at(EIGHT)
    (told,) = await why(world.database, "Title of sub/a.txt", seen)
    assert told.text == "shown in No. 1, part 1, of 2 Jun 2025, 08:00 UTC."
    assert told.link == f"https://discord.com/channels/7/{NEWS}/1"
    (old,) = await why(world.database, "old.txt", seen)
    assert "on file before the digest began" in old.text
    (bad,) = await why(world.database, "bad.pdf", seen)
    assert "listed as unreadable in No. 1" in bad.text
    with pytest.raises(QueryError, match=r"No briefing is called nothing.txt"):
        await why(world.database, "nothing.txt", seen)


async def test_why_tells_of_a_message_that_waits(world: World) -> None:
    await world.add()
    await world.put(an_analysis(a_document("a.txt")))
    world.channel.may_post = False
    await world.tick_at(EIGHT)
    (told,) = await why(world.database, "a.txt", await world.setup.of_guild(7))
    assert "which is not posted yet: Sitrep may not send messages" in told.text
