"""A digest as messages: whatever the texts are, every limit holds, nothing is cut, and everything stands once."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.digest_rendering import digest
from bot.chat.escaping import size
from bot.digests.page import (
    Card,
    Change,
    Correction,
    Difference,
    Differing,
    Fold,
    Late,
    Line,
    Page,
    Shown,
    Side,
    Story,
    Tally,
)
from bot.model import UNDATED, Dated, Period

SINCE = datetime(2025, 6, 1, 8, tzinfo=UTC)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=900)
titles = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(lambda day: Dated(Period.day(day), "byline"))
cards = st.builds(
    Card,
    source=st.text("abc/.-_", min_size=1, max_size=80) | st.just("a_b/" * 1000),
    title=titles,
    publisher=st.none() | st.text(max_size=60) | st.just("*Post* " * 1300),
    published=days | st.just(UNDATED),
    link=st.none() | st.just("https://coast.example/a_b?c=*d*"),
)
lines = st.builds(Line, texts, st.none() | days.map(lambda dated: dated.value))
sides = st.builds(Side, cards, texts, titled=st.booleans())
differences = st.builds(Difference, texts, cards, st.lists(sides, min_size=1, max_size=6).map(tuple))
stories = st.builds(
    Story,
    shown=st.lists(st.builds(Shown, cards, st.lists(lines, max_size=3).map(tuple)), min_size=1, max_size=4).map(tuple),
    folds=st.lists(st.builds(Fold, cards, titled=st.booleans()), max_size=8).map(tuple),
    names=st.lists(st.text(max_size=40) | st.just("[Orla] " * 800), max_size=6).map(tuple),
    events=st.lists(lines, max_size=3).map(tuple),
    differing=st.builds(Differing, st.lists(differences, max_size=3).map(tuple), st.integers(0, 3)),
)
corrections = st.builds(
    Correction,
    card=cards,
    changes=st.lists(st.builds(Change, texts, st.none() | texts), max_size=6).map(tuple),
    more=st.integers(0, 9),
)


def a_page(*stories: Story, **changes: Any) -> Page:
    folds = sum(len(story.folds) for story in stories)
    tally = Tally(sum(len(story.shown) for story in stories), len(stories), folds, unreadable=0, undated=0)
    page = Page(
        digest=1,
        name="morning",
        number=17,
        since=SINCE,
        late=None,
        about=None,
        stories=stories,
        again=(),
        corrections=(),
        unreadable=(),
        tally=tally,
        waiting=0,
        mention_role=None,
        says_nothing=True,
    )
    return replace(page, **changes)


def a_story(title: str, *sentences: str) -> Story:
    card = Card(f"{title}.txt", title, "Coast Daily", Dated(Period.day(date(2025, 6, 1)), "byline"), None)
    return Story((Shown(card, tuple(Line(text) for text in sentences)),), (), (), ())


def words(body: dict[str, Any]) -> str:
    parts = [body["content"], *(text for e in body["embeds"] for text in (e.get("title", ""), e["description"]))]
    return "\n".join(parts).replace("\\", "")


@given(st.lists(stories, max_size=12), st.lists(corrections, max_size=3), st.none() | st.just(5))
@settings(deadline=None, max_examples=80)
def test_every_limit_holds_whatever_the_texts(told: list[Story], corrected: list[Correction], role: int | None) -> None:
    unreadable = (("a_b/" * 1000, "It is *empty*. " * 100),)
    page = a_page(*told, corrections=tuple(corrected), mention_role=role, unreadable=unreadable)
    made = digest(page)
    assert len({message.marker for message in made}) == len(made)
    for number, message in enumerate(made, start=1):
        body = json.loads(message.body)
        embeds = body["embeds"]
        assert size(body["content"]) <= 2000
        assert 1 <= len(embeds) <= 10
        assert message.marker in embeds[-1]["footer"]["text"]
        assert all(0 < size(e["description"]) <= 4096 and size(e.get("title", "")) <= 256 for e in embeds)
        assert size("".join([*(e["description"] + e.get("title", "") for e in embeds), _footers(embeds)])) <= 6000
        assert ("role" in body) == (role is not None and number == 1)
    assert str(page.tally) in json.loads(made[-1].body)["embeds"][-1]["footer"]["text"]


@given(st.lists(stories, max_size=12))
@settings(deadline=None, max_examples=40)
def test_every_document_is_named_in_exactly_one_message(told: list[Story]) -> None:
    made = digest(a_page(*told))
    named = [source for message in made for source in message.sources]
    cards = [card for story in told for card in (*(s.card for s in story.shown), *(f.card for f in story.folds))]
    assert sorted(named) == sorted(card.source for card in cards)


def _footers(embeds: list[dict[str, Any]]) -> str:
    return "".join(e.get("footer", {}).get("text", "") for e in embeds)


def test_sentences_stand_whole_and_in_order() -> None:
    sentences = [f"Sentence {n} is about the harbour and its {n} boats, which lay at anchor." for n in range(60)]
    page = a_page(*(a_story(f"Title {n:02}", *sentences[3 * n : 3 * n + 3]) for n in range(20)))
    whole = "\n".join(words(json.loads(message.body)) for message in digest(page))
    places = [whole.index(text) for text in sentences]
    assert places == sorted(places)
    assert all(whole.count(text) == 1 for text in sentences)


def test_what_is_too_much_for_a_channel_goes_on_in_a_file() -> None:
    long = "The harbour office told of its boats at great length, boat by boat, until nobody listened any more. "
    page = a_page(*(a_story(f"Title {n:03}", long * 5, long * 6 + str(n)) for n in range(60)))
    made = digest(page)
    last = json.loads(made[-1].body)
    assert len(made) == 6
    assert last["file"]["name"] == "digest-17.txt"
    shown = "\n".join(words(json.loads(message.body)) for message in made) + last["file"]["text"]
    assert all(shown.count(f"Title {n:03}") == 1 for n in range(60))
    assert "is in the attached file." in last["embeds"][-1]["description"]


def test_a_title_is_cut_past_256_characters_only() -> None:
    (fits,), (cut,) = digest(a_page(a_story("t" * 256))), digest(a_page(a_story("t" * 257)))
    assert json.loads(fits.body)["embeds"][0]["title"] == "t" * 256
    assert json.loads(cut.body)["embeds"][0]["title"] == "t" * 255 + "…"


def test_a_text_cannot_ping_or_format() -> None:
    (made,) = digest(a_page(a_story("**T** @everyone", "# <@&1> [x](https://evil.example) `y`")))
    body = json.loads(made.body)
    assert body["embeds"][0]["title"] == r"\*\*T\*\* \@everyone"
    assert "<@&1>" not in made.body
    assert "\n# " not in body["embeds"][0]["description"]


def test_a_late_one_says_what_it_was_due_for_and_what_it_covers() -> None:
    late = Late(datetime(2025, 6, 4, 8, tzinfo=UTC), datetime(2025, 6, 2, 8, tzinfo=UTC), 2)
    (made,) = digest(a_page(a_story("T"), late=late))
    assert json.loads(made.body)["content"] == (
        "**morning** No. 17: 1 new briefing since <t:1748764800:f>. Late: it was due <t:1749024000:f>, and covers "
        "2 digests missed from <t:1748851200:f> on."
    )
