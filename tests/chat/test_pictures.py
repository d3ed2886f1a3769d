"""Pictures in Discord: words first, the picture by an edit of the same message, and never over another page."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from chat_world import FakeDesk, a_client, a_quote, a_timeline, an_entry, components, labels, nobody, reply, text
from simcord import ChannelHandle, Env, MemberActor, ResponseMessage

from bot.answers.answer import Circle, Picture, Timeline
from bot.chat.client import SitrepClient
from bot.chat.picturing import KEPT, Pictures

PNG = b"\x89PNG made up"
ALT = "Timeline of “harbour”: 40 dated events."


@dataclass
class FakeArtist:
    """Draws when it is let; remembers what it was asked for."""

    picture: Picture | None = field(default_factory=lambda: Picture(PNG, ALT))
    asked: list[Timeline | Circle] = field(default_factory=list[Timeline | Circle])
    waits: asyncio.Event | None = None

    async def draw(self, answer: Timeline | Circle) -> Picture | None:
        self.asked.append(answer)
        if self.waits is not None:
            await self.waits.wait()
        return self.picture


@pytest.fixture
def artist() -> FakeArtist:
    return FakeArtist()


@pytest.fixture
def simcord_bot(desk: FakeDesk, artist: FakeArtist) -> SitrepClient:
    return a_client(desk, draw=artist.draw)


def galleries(message: ResponseMessage) -> list[Mapping[str, Any]]:
    return [item for each in components(message) if each["type"] == 12 for item in each["items"]]


def sent_edits(env: Env, *, after: int = 0) -> list[str]:
    return [f"{each.method} {each.path.rsplit('/', 1)[-1]}" for each in env.http_requests[after:]]


async def test_the_picture_follows_the_words_by_an_edit_of_the_same_message(
    simcord_env: Env, alice: MemberActor, channel: ChannelHandle
) -> None:
    answer = reply(await alice.slash(channel, "timeline", about="harbour"))
    (item,) = galleries(answer)
    assert item["description"] == ALT
    assert [(file.filename, await file.read()) for file in answer.attachments] == [("picture.png", PNG)]
    assert sent_edits(simcord_env)[-2:] == ["POST callback", "PATCH @original"]
    assert "Event number" in text(answer)


async def test_the_words_do_not_wait_for_the_picture(
    simcord_env: Env, alice: MemberActor, channel: ChannelHandle
) -> None:
    private = reply(await alice.slash(channel, "timeline"))
    first = next(each for each in simcord_env.http_requests if each.path.endswith("/callback"))
    assert "picture" not in str(first.json)
    assert galleries(private)


async def test_only_the_first_page_has_it_and_turning_back_brings_it_again(
    alice: MemberActor, channel: ChannelHandle, artist: FakeArtist
) -> None:
    first = reply(await alice.slash(channel, "timeline"))
    second = reply(await alice.click(first, label="Next"))
    assert (galleries(second), second.attachments) == ([], [])
    back = reply(await alice.click(second, label="Back"))
    assert len(galleries(back)) == len(back.attachments) == 1
    assert len(artist.asked) == 1


async def test_what_is_shared_has_the_picture_and_so_keeps_the_private_one(
    alice: MemberActor, channel: ChannelHandle
) -> None:
    private = reply(await alice.slash(channel, "timeline"))
    shared = await alice.click(private, label="Share")
    (public,) = shared.followups
    assert len(galleries(public)) == len(public.attachments) == 1
    assert galleries(reply(shared))
    assert "Share" not in labels(reply(shared))


async def test_sharing_after_a_restart_draws_anew_for_both(
    simcord_env: Env, alice: MemberActor, channel: ChannelHandle
) -> None:
    private = reply(await alice.slash(channel, "timeline"))
    again = FakeArtist()
    await simcord_env.restart_bot(a_client(FakeDesk(), draw=again.draw))
    shared = await alice.click(private, label="Share")
    (public,) = shared.followups
    assert [len(galleries(message)) for message in (public, reply(shared))] == [1, 1]
    assert text(public).strip().startswith("-# Shared by alice")
    assert len(again.asked) == 1


async def test_the_card_of_a_person_opens_the_circle(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk, artist: FakeArtist
) -> None:
    card = reply(await alice.slash(channel, "who", name="Ilse Brandt"))
    assert galleries(card) == []
    circle = reply(await alice.click(card, label="Circle"))
    assert desk.asked[-1][:2] == ("circle", "Ilse Brandt")
    assert circle.ephemeral
    assert galleries(circle)
    assert "**Ferry Company** (2) · Mayor Ilse Brandt reopened the harbour bridge on Friday. [1]" in text(circle)
    assert "Ferry Company and Hans Ott (1) [1]" in text(circle)
    assert artist.asked == [desk.circle_answer]


async def test_a_place_or_somebody_alone_has_no_circle(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    desk.who_answers["Ilse Brandt"] = nobody("Ilse Brandt")
    assert "Circle" not in labels(reply(await alice.slash(channel, "who", name="Ilse Brandt")))


async def test_no_picture_is_no_noise(
    simcord_env: Env, alice: MemberActor, channel: ChannelHandle, artist: FakeArtist
) -> None:
    artist.picture = None
    result = await alice.slash(channel, "timeline")
    assert galleries(reply(result)) == []
    assert not result.followups
    assert sent_edits(simcord_env)[-1] == "POST callback"


async def test_one_date_is_not_drawn(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk, artist: FakeArtist
) -> None:
    desk.timeline_answer = a_timeline(an_entry(a_quote()))
    await alice.slash(channel, "timeline")
    assert artist.asked == []


@pytest.mark.simcord(check_errors=False)
async def test_an_edit_that_discord_refuses_is_not_told(
    simcord_env: Env, alice: MemberActor, channel: ChannelHandle
) -> None:
    simcord_env.inject_error("PATCH", "/webhooks/*", status=403, times=None)
    result = await alice.slash(channel, "timeline")
    assert galleries(reply(result)) == []
    assert not result.followups


@pytest.mark.parametrize(("goes_on", "added"), [(True, 0), (False, 1)])
async def test_a_picture_does_not_bring_a_page_back_that_was_left(*, goes_on: bool, added: int) -> None:
    may_draw = asyncio.Event()
    pictures = Pictures(FakeArtist(waits=may_draw).draw)
    shown: list[Picture] = []

    async def add(picture: Picture) -> None:
        shown.append(picture)

    following = asyncio.create_task(pictures.follow(1, a_timeline(an_entry(), an_entry()), add))
    await asyncio.sleep(0.01)
    if goes_on:
        pictures.leave(1)
    may_draw.set()
    await following
    assert len(shown) == added


async def test_only_the_last_pictures_are_kept() -> None:
    artist = FakeArtist()
    pictures = Pictures(artist.draw)
    timelines = [a_timeline(*(an_entry() for _ in range(count))) for count in range(2, KEPT + 4)]

    async def add(_: Picture) -> None:
        pass

    for timeline in timelines:
        await pictures.follow(1, timeline, add)
    assert [pictures.kept(timeline) is not None for timeline in timelines] == [False] * 2 + [True] * KEPT
