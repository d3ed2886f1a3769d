"""One message on its way: what each answer of Discord leads to, and who is told."""

from dataclasses import replace
from datetime import timedelta

import pytest
from digest_world import NEWS, Fault, World, utc

from bot.digests.delivery import nonce
from bot.store import outbox

EIGHT = utc("2025-06-02T08:00:10")


async def due(world: World, *faults: Fault) -> None:
    await world.add()
    await world.put_new("a.txt")
    world.channel.faults = list(faults)
    await world.tick_at(EIGHT)


def test_a_nonce_is_short_the_same_each_time_and_different_for_each_part() -> None:
    parts = [nonce(1, "2025-06-02T08:00", NEWS, part) for part in (1, 2)]
    assert parts == [nonce(1, "2025-06-02T08:00", NEWS, part) for part in (1, 2)]
    assert len(set(parts)) == 2
    assert {len(each) for each in parts} == {24}


@pytest.mark.parametrize("faults", [["lost before"], ["lost after"], ["busy"], ["lost after", "lost before", "busy"]])
async def test_a_passing_failure_ends_with_one_message_and_no_trouble(world: World, faults: list[Fault]) -> None:
    await due(world, *faults)
    assert len(await world.settle()) == 1
    assert len(world.channel.messages) == 1
    assert world.channel.told == []
    assert (await world.digest()).trouble is None


async def test_pauses_between_attempts_grow_up_to_a_minute(world: World) -> None:
    lost: list[Fault] = ["lost before"] * 12
    await due(world, *lost)
    pauses: list[float] = []
    for _ in range(10):
        (waiting,) = await world.database.look(outbox.open_parts)
        pauses.append((waiting.next_attempt - world.clock.now).total_seconds())
        await world.tick_at(waiting.next_attempt)
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]


async def test_after_two_minutes_the_channel_is_read_before_anything_is_sent_again(world: World) -> None:
    await due(world, "lost after")
    world.channel.messages[0].nonce = "forgotten by Discord"
    world.clock.forward(minutes=3)
    await world.digests.tick()
    assert len(world.channel.messages) == 1
    assert world.channel.calls == 1
    assert await world.database.look(outbox.open_parts) == []


async def test_what_the_history_cannot_tell_is_held_and_told_and_never_guessed(world: World) -> None:
    await due(world, "lost after")
    world.channel.may_read = False
    world.clock.forward(minutes=3)
    await world.settle(minutes=10)
    assert world.channel.calls == 1
    (told,) = world.channel.told
    assert "Nobody knows whether part 1" in told
    digest = await world.digest()
    assert digest.paused == "trouble"
    world.channel.may_read = True
    await world.settle(minutes=2)
    assert len(world.channel.messages) == 1
    assert (await world.digest()).trouble is None


@pytest.mark.parametrize(("choice", "calls"), [("send", 2), ("drop", 1)])
async def test_a_person_who_looked_decides_what_nobody_could_tell(world: World, choice: str, calls: int) -> None:
    await due(world, "lost before")
    world.channel.may_read = False
    world.clock.forward(minutes=3)
    await world.settle(minutes=5)
    await world.setup.resume(await world.digest(), choice)  # pyright: ignore[reportArgumentType] - of the literals
    world.channel.may_read = True
    await world.settle(minutes=2)
    assert world.channel.calls == calls
    assert await world.database.look(outbox.open_parts) == []


async def test_a_missing_permission_pauses_is_told_once_and_loses_nothing(world: World) -> None:
    await world.add()
    await world.put_new("a.txt")
    world.channel.may_post = False
    await world.tick_at(EIGHT)
    await world.put_new("b.txt")
    await world.settle(minutes=60 * 25)
    assert world.channel.told == ["morning: Sitrep may not send messages in <#news>."]
    assert world.channel.calls == 1, "what is known to be forbidden is not tried"
    world.channel.may_post = True
    posted = await world.settle(minutes=3)
    assert ["a.txt" in message.text for message in posted] == [True, False]
    assert "b.txt" in posted[1].text


async def test_a_refusal_that_nothing_here_explains_is_tried_ever_more_rarely(world: World) -> None:
    forbidden: list[Fault] = ["forbidden"] * 50
    await due(world, *forbidden)
    digests = world.digests
    for _ in range(120):
        world.clock.forward(minutes=1)
        await digests.tick()
    assert 5 <= world.channel.calls <= 9
    assert len(world.channel.told) == 1


async def test_a_message_that_discord_does_not_take_waits_for_a_person(world: World) -> None:
    await due(world, "invalid")
    await world.settle()
    assert world.channel.calls == 1
    assert (await world.digest()).paused == "held"
    await world.setup.resume(await world.digest())
    assert len(await world.settle(minutes=2)) == 1


async def test_what_was_never_posted_goes_to_the_new_channel(world: World) -> None:
    world.channel.may_post = False
    await due(world)
    world.channel.may_post = True
    digest = await world.digest()
    await world.setup.edit(digest, replace(digest.settings, channel=NEWS + 1))
    (message,) = await world.settle(minutes=2)
    assert message.channel == NEWS + 1


async def test_what_may_have_been_posted_is_looked_for_where_it_was_sent(world: World) -> None:
    await due(world, "lost after")
    digest = await world.digest()
    await world.setup.edit(digest, replace(digest.settings, channel=NEWS + 1))
    (message,) = await world.settle(minutes=10)
    assert message.channel == NEWS


async def test_parts_come_in_order(world: World) -> None:
    await world.add()
    await world.put_new(*(f"{i:02}.txt" for i in range(40)))
    world.channel.faults = ["lost after", "busy", "lost before", "lost after"]
    await world.tick_at(EIGHT)
    posted = await world.settle()
    assert len(posted) > 1
    assert [f", {i} of {len(posted)}" in m.text for i, m in enumerate(posted, start=1)] == [True] * len(posted)


async def test_a_paused_digest_rests_and_its_news_waits(world: World) -> None:
    await world.add()
    await world.put_new("a.txt")
    await world.setup.pause(await world.digest())
    assert await world.tick_at(EIGHT) == []
    world.clock.now = utc("2025-06-02T12:00")
    await world.setup.resume(await world.digest())
    assert await world.settle(minutes=5) == []
    assert len(await world.tick_at(EIGHT + timedelta(days=1))) == 1


async def test_a_removed_digest_posts_nothing_more(world: World) -> None:
    await due(world, "busy")
    await world.setup.remove(await world.digest())
    assert await world.settle() == []


async def test_another_schedule_is_not_due_for_times_that_have_passed(world: World) -> None:
    await due(world)
    await world.put_new("b.txt")
    world.clock.now = utc("2025-06-02T10:00")
    digest = await world.digest()
    await world.setup.edit(digest, replace(digest.settings, cron="0 9 * * *"))
    assert len(await world.settle(minutes=5)) == 1
    assert len(await world.tick_at(utc("2025-06-03T09:00:05"))) == 2


async def test_what_nobody_foresaw_holds_up_no_other_digest(world: World) -> None:
    await world.add("first")
    await world.add("second")
    await world.put_new("a.txt")
    world.channel.faults = ["broken"]
    posted = await world.tick_at(EIGHT)
    assert ["second" in message.text for message in posted] == [True]
    assert len(await world.settle(minutes=5)) == 2
