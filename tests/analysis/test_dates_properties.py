"""Whatever the text: spans point, periods are in order and as fine as they say, and time grows with length only."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.dates import rough_sentences, timexes
from bot.analysis.events import events
from bot.analysis.periods import Modifier, Unit, modified, named, period_of, shifted
from bot.model import Period, Sentence
from bot.words import plain

DAYS = st.dates(date(1600, 1, 1), date(2190, 12, 31))
WORDS = (
    "on in the of last next this early late since until before 3 26 31 99 1998 2024 2025 June May March Friday "
    "week month year quarter years two several ago later , . - / : ' \n first half Q3 FY 03/04/2025 14.03.2024 10 p.m. "
    "noon morning yesterday today now daily every Easter nineteen ninety-six '80s 1970s 20th century said will met"
).split(" ")
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
LENGTH = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653}


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, published=st.one_of(st.none(), DAYS.map(Period.day)))
def test_any_text_can_be_read(text: str, published: Period | None) -> None:
    end = 0
    for timex in timexes(text, published=published):
        assert end <= timex.at.start < timex.at.end <= len(text)
        assert timex.at.of(text).strip() == timex.at.of(text) != ""
        assert timex.basis
        end = timex.at.end
        if timex.type in ("DURATION", "SET"):
            assert timex.when is None


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, published=st.one_of(st.none(), DAYS.map(Period.day)))
def test_events_of_any_text_stand_in_their_sentence(text: str, published: Period | None) -> None:
    sentences = [Sentence(at, "prose") for at in rough_sentences(plain(text))]
    found = timexes(text, published=published, sentences=sentences)
    for event in events(text, sentences, found, published=published):
        assert sentences[event.sentence].at.holds(event.at)
        assert event.words is None or sentences[event.sentence].at.holds(event.words)
        assert (event.when is None) == (event.basis == "none")


@given(day=DAYS, unit=st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]))
def test_a_value_and_its_period_say_the_same(day: date, unit: Unit) -> None:
    period = period_of(named(day, unit))
    assert period is not None
    assert period.first <= day <= period.last
    assert period.precision == unit
    assert (period.last - period.first).days < LENGTH[unit]
    assert named(period.first, unit) == named(period.last, unit) == named(day, unit)


@given(
    day=DAYS,
    unit=st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]),
    modifier=st.sampled_from(["early", "mid", "late"]),
)
def test_a_part_lies_in_its_whole_and_keeps_its_fineness(day: date, unit: Unit, modifier: Modifier) -> None:
    whole = period_of(named(day, unit))
    assert whole is not None
    part = modified(whole, modifier)
    assert whole.first <= part.first <= part.last <= whole.last
    assert part.precision == whole.precision


@given(day=DAYS, unit=st.sampled_from(["month", "quarter", "year"]))
def test_the_three_parts_make_the_whole(day: date, unit: Unit) -> None:
    whole = period_of(named(day, unit))
    assert whole is not None
    early, mid, late = (modified(whole, part) for part in ("early", "mid", "late"))
    assert (early.first, late.last) == (whole.first, whole.last)
    assert early.last + timedelta(1) == mid.first
    assert mid.last + timedelta(1) == late.first


@given(day=DAYS, unit=st.sampled_from(["day", "week", "month", "quarter", "year"]), count=st.integers(-50, 50))
def test_shifting_keeps_order(day: date, unit: Unit, count: int) -> None:
    there = shifted(day, unit, count)
    assert (there > day) == (count > 0)
    assert (there == day) == (count == 0)


@given(day=DAYS)
def test_a_date_in_words_is_read_back(day: date) -> None:
    for text in (f"On {day.day} {day:%B} {day.year} it rained.", f"On {day:%B} {day.day}, {day.year}, it rained."):
        found = timexes(text, published=None)
        assert [timex.when for timex in found] == [Period.day(day)]


HOSTILE = """1|1,|1 |12/|June |may |in |one |twenty-|the |last |a.m. |'|" |2024-|Monday, |two years |19|of the year
 |said will Monday |first quarter """


@pytest.mark.parametrize("hostile", HOSTILE.split("|"))
def test_time_grows_with_length_only(hostile: str) -> None:
    def seconds(size: int) -> float:
        text = (hostile * (size // len(hostile) + 1))[:size]
        start = time.perf_counter()
        timexes(text, published=Period.day(date(2025, 6, 18)))
        return time.perf_counter() - start

    seconds(10)
    short = min(seconds(10_000) for _ in range(2))
    assert seconds(80_000) < 8 * short * 4 + 0.5
