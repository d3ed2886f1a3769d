"""Timelines as pictures: small, the same each time, marks as precise as the dates, words for those who do not see."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from drawing_world import FERRY, a_timeline, an_entry, day, days_in_a_row, holds, image, span
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.answer import Picture
from bot.drawing.scale import scaled, stands_at
from bot.drawing.theme import AMBER, BLUE
from bot.drawing.timeline import WORDED, drawn
from bot.model import Period, Precision

HOSTILE = (
    "Wort" * 80,
    "漢字かな交じり文 in the middle 🚢🚢 of it",
    "$x^2$ and \\frac{1}{2} _under_ {brace} & % #",
    "\u202eright to left\u202c \u0000\u0007\ufeff bell",
    "مرحبا بالعالم and שלום",
    "e\u0301\u0301\u0301 combining \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "   ",
    "",
)


def shown(picture: Picture | None) -> Picture:
    assert picture is not None
    return picture


def test_nothing_dated_gives_no_picture() -> None:
    assert drawn(a_timeline()) is None


@pytest.mark.parametrize("count", [1, 2, 6, 7, WORDED, WORDED + 1, 40, 80])
def test_pictures_are_small_and_have_a_phones_width(count: int) -> None:
    picture = shown(drawn(a_timeline(*days_in_a_row(count))))
    width, height = image(picture).size
    assert len(picture.png) < 200_000
    assert width == 1000
    assert height < 2.1 * width


def test_years_with_a_long_gap_and_eighty_rows_of_all_kinds_still_fit() -> None:
    entries = [an_entry(span(f"{year}-01-01", f"{year}-12-31", "year")) for year in range(1960, 2000)]
    entries += [an_entry(day(2020, 1 + n // 20, 1 + n % 20)) for n in range(40)]
    picture = shown(drawn(a_timeline(*entries)))
    assert len(picture.png) < 200_000
    assert image(picture).size[1] < 2600


def test_the_same_answer_gives_the_same_picture() -> None:
    timeline = a_timeline(*days_in_a_row(20))
    assert drawn(timeline) == drawn(timeline)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_a_picture_or_warns(text: str) -> None:
    picture = shown(drawn(a_timeline(an_entry(day(2024), text), an_entry(day(2025)), about=text or None)))
    assert len(picture.png) < 200_000
    assert "\u202e" not in picture.alt


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_any_words_can_be_drawn(text: str) -> None:
    assert drawn(a_timeline(an_entry(day(2024), text), about=text)) is not None


def test_a_day_is_a_dot_and_a_longer_time_a_bar() -> None:
    days = drawn(a_timeline(an_entry(day(2024)), an_entry(day(2025))))
    spans = drawn(a_timeline(an_entry(span("2024-01-01", "2024-01-31", "month"))))
    assert (holds(days, BLUE), holds(days, AMBER)) == (True, False)
    assert (holds(spans, BLUE), holds(spans, AMBER)) == (False, True)


@pytest.mark.parametrize(
    "when",
    [
        Period(date.min, date(1999, 12, 31), "before"),
        Period(date(2000, 1, 1), date.max, "after"),
        span("2019-01-01", "2019-12-31", "about"),
        span("1990-01-01", "1999-12-31", "decade"),
        Period(date.max, date.max, "day"),
        Period(date.min, date.min, "day"),
    ],
)
def test_open_and_extreme_dates_are_drawn(when: Period) -> None:
    picture = shown(drawn(a_timeline(an_entry(when), an_entry(day(2010)))))
    assert image(picture).size[1] < 2000


def test_alt_text_says_how_many_and_when_and_what() -> None:
    picture = shown(drawn(a_timeline(an_entry(day(2025, 6, 26)), an_entry(span("2020-01-01", "2020-12-31", "year")))))
    assert picture.alt.startswith("Timeline of “ferry”: 2 dated events, from 2020 to 26 Jun 2025. 2020: The ferry")
    assert "26 Jun 2025: The ferry company ended its night service" in picture.alt
    assert FERRY not in picture.alt


@pytest.mark.parametrize(
    ("whens", "said"),
    [
        ([span("1983-01-01", "2005-12-31", "year"), day(2011, 11, 10)], "from 1983 to 10 Nov 2011"),
        ([day(2004), span("2020-01-01", "2020-06-30", "month")], "from 1 Jan 2004 to Jun 2020"),
        ([span("2020-06-01", "2020-08-31", "month"), day(2021)], "from Jun 2020 to 1 Jan 2021"),
        ([span("2020-06-03", "2020-06-09", "day"), day(2021)], "from 3 Jun 2020 to 1 Jan 2021"),
        ([day(2019), span("2020-01-01", "9999-12-31", "after")], "from 1 Jan 2019 on"),
        ([day(2019), day(2019)], "2 dated events, 1 Jan 2019"),
        ([span("1983-01-01", "2005-12-31", "year")], "1 dated event, 1983 to 2005"),
    ],
)
def test_from_when_to_when_is_said_once(whens: list[Period], said: str) -> None:
    assert f"{said}." in shown(drawn(a_timeline(*map(an_entry, whens)))).alt


def test_alt_text_fits_discords_limit_and_says_what_it_leaves_out() -> None:
    picture = shown(drawn(a_timeline(*days_in_a_row(80), more=5)))
    assert len(picture.alt) <= 1024
    assert picture.alt.startswith("Timeline of “ferry”: 80 of 85 dated events")
    assert picture.alt.endswith("And so on.")


def test_letters_that_the_font_lacks_stay_in_the_alt_text() -> None:
    assert "漢字" in shown(drawn(a_timeline(an_entry(day(2024), "漢字 at sea")))).alt


def periods() -> st.SearchStrategy[Period]:
    known: list[Precision] = ["day", "month", "year", "about", "before", "after"]
    kinds = st.sampled_from(known)

    def made(start: date, length: int, precision: Precision) -> Period:
        if precision == "day":
            return Period.day(start)
        if precision == "before":
            return Period(date.min, start, precision)
        return Period(start, date.max if precision == "after" else start + timedelta(days=length), precision)

    return st.builds(made, st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(1, 4000), kinds)


@given(st.lists(periods(), min_size=1, max_size=40), st.data())
def test_time_runs_downwards_and_words_never_overlap(found: list[Period], data: st.DataObject) -> None:
    found.sort(key=stands_at)
    rooms = data.draw(st.lists(st.sampled_from([0.0, 38.0]), min_size=len(found), max_size=len(found)))
    scale = scaled(found, rooms, top=60.0, least=6.0)
    assert all(above < below for above, below in pairwise(scale.heights))
    worded = [(height, room) for height, room in zip(scale.heights, rooms, strict=False) if room]
    assert all(above + room <= below for (above, room), (below, _) in pairwise(worded))
    for place, when in enumerate(found):
        if when.precision not in ("before", "after"):
            assert scale.at(when.last) >= scale.heights[place]


def test_words_that_come_late_in_a_sentence_are_shown_from_their_clause() -> None:
    text = (
        "The envoy, who came by train, spoke at length of old friends, bitter days and the attack of 22 April in Alba."
    )
    told = (text.index("attack"), text.index("April") + len("April"))
    entry = replace(an_entry(Period.day(date(2025, 4, 22)), text), told=told)
    picture = drawn(a_timeline(entry, an_entry(Period.day(date(2025, 6, 1)))))
    assert picture is not None
    assert "22 Apr 2025: …attack of 22 April in Alba." in picture.alt
    with_the_blank = replace(entry, told=(told[0] - 1, told[1]))
    again = drawn(a_timeline(with_the_blank, an_entry(Period.day(date(2025, 6, 1)))))
    assert again is not None
    assert again.alt == picture.alt


def test_a_clause_that_opens_its_sentence_is_shown_from_there() -> None:
    text = "On a cold morning that nobody in the harbour of Alba would forget the bridge opened on 22 April."
    told = (0, text.index("April") + len("April"))
    entry = replace(an_entry(Period.day(date(2025, 4, 22)), text), told=told)
    picture = drawn(a_timeline(entry, an_entry(Period.day(date(2025, 6, 1)))))
    assert picture is not None
    assert "22 Apr 2025: On a cold morning" in picture.alt
