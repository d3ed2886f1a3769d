"""Rows of a timeline, whatever events there are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.happenings import Telling, tellings
from bot.answers.merging import merged
from bot.model import Period, Span
from bot.store.lookups import Line, Seen, Told

TEXTS = (
    "Ann Lee opened the harbour on that day in Alba.",
    "The harbour in Alba was opened by Ann Lee.",
    "The 2020 clash in Alba was long.",
    "After the clash of 2020 Bo Ray left.",
    "Nothing else was said.",
)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(st.dates(date(2019, 12, 25), date(2021, 1, 5)))
    length = draw(st.sampled_from([0, 0, 0, 6, 30, 365]))
    return Period(start, start + timedelta(days=length), "day" if length == 0 else "month" if length < 32 else "year")


@st.composite
def told(draw: st.DrawFn) -> tuple[Told, Line]:
    document, sentence = draw(st.integers(1, 4)), draw(st.integers(0, 2))
    text = TEXTS[(3 * document + sentence) % len(TEXTS)]
    line = Line(document, sentence, Span(100, 100 + len(text)), "prose", text)
    cut = draw(st.integers(0, len(text) - 4))
    words = draw(st.none() | st.just(Span(100 + cut, 104 + cut)))
    at = line.at if words is None or draw(st.booleans()) else words
    return Told(document, sentence, draw(st.none() | periods()), "stated", at, words), line


@given(st.lists(told(), max_size=12))
def test_every_dated_event_is_in_one_row_and_within_its_own_period(events: list[tuple[Told, Line]]) -> None:
    lines = {(line.document, line.ordinal): line for _, line in events}
    seen = [Seen(line.document, line.ordinal, 1, "PERSON", line.at) for line in lines.values()]
    found = tellings([event for event, _ in events], lines, seen)
    rows = merged(found, {document: frozenset({1, 2}) for document in range(5)})
    assert sum(len(row.tellings) for row in rows) == len(found) == sum(event.when is not None for event, _ in events)
    for row in rows:
        for telling in row.tellings:
            assert telling.when.first <= row.when.first <= row.when.last <= telling.when.last


@given(st.lists(told(), max_size=12))
def test_rows_do_not_depend_on_the_order_of_the_events(events: list[tuple[Told, Line]]) -> None:
    lines = {(line.document, line.ordinal): line for _, line in events}
    unique = list({(e.document, e.at, e.when, e.words): e for e, _ in events}.values())
    one, other = tellings(unique, lines, []), tellings(unique[::-1], lines, [])

    def rows(found: list[Telling]) -> list[str]:
        return sorted(f"{row.when} {len(row.tellings)}" for row in merged(found, {}))

    assert rows(one) == rows(other)


def _told_of(document: int, text: str, when: Period, basis: str = "stated") -> tuple[Told, Line]:
    line = Line(document, 0, Span(0, len(text)), "prose", text)
    return Told(document, 0, when, basis, line.at, Span(0, 3) if basis == "stated" else None), line


def _rows_of(*events: tuple[Told, Line], names: tuple[int, ...] = (1, 1), story: int | None = None) -> int:
    lines = {(line.document, line.ordinal): line for _, line in events}
    seen = [Seen(n, 0, name, "PLACE", Span(0, 4)) for n, name in enumerate(names, 1)]
    stories = {} if story is None else {line.document: story for _, line in events}
    return len(merged(tellings([event for event, _ in events], lines, seen), {}, stories))


def test_a_sentence_handed_on_is_one_row_with_its_first_day() -> None:
    text = "Alba saw people run from shaking houses in panic near the harbour."
    first, next_day = Period.day(date(2025, 6, 25)), Period.day(date(2025, 6, 26))
    assert _rows_of(_told_of(1, text, first), _told_of(2, text, next_day, "the document's date")) == 1
    assert _rows_of(_told_of(1, text, first), _told_of(2, text, next_day)) == 2
    other = "Alba heard ministers speak of new schools and cheaper bread."
    assert _rows_of(_told_of(1, text, first), _told_of(2, other, next_day, "the document's date")) == 2


def test_the_same_words_in_one_story_are_one_row_whatever_names_were_found_in_them() -> None:
    text = "Alba takes names of candidates for the council at the town hall."
    weeks = Period(date(2025, 10, 16), date(2025, 11, 14), "day")
    told = _told_of(1, text, weeks), _told_of(2, text, weeks)
    assert _rows_of(*told, names=(1, 2), story=7) == 1
    assert _rows_of(*told, names=(1, 2)) == 2
