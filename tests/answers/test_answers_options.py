"""A command as typed, and a date as people write it."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import wording
from bot.answers.commands import COMMANDS
from bot.answers.options import filtered, parse, period_of, searchable, span_of
from bot.errors import QueryError
from bot.model import Period

TODAY = date(2025, 7, 1)  # a Tuesday


@pytest.mark.parametrize(
    ("line", "command", "options"),
    [
        ("/timeline Ladakh from:2020 to:2024-12", "timeline", {"about": "Ladakh", "from": "2020", "to": "2024-12"}),
        ("timeline from:2020", "timeline", {"from": "2020"}),
        ("/timeline about:Port Alba to:last week", "timeline", {"about": "Port Alba", "to": "last week"}),
        ("/TIMELINE  TO:2020  ", "timeline", {"to": "2020"}),
        ('/brief "border talks" since:"Oct 2024"', "brief", {"about": "border talks", "since": "Oct 2024"}),
        ("/brief", "brief", {}),
        ("/brief\u00a0Ladakh", "brief", {"about": "Ladakh"}),
        ("/who name: Ann Lee", "who", {"name": "Ann Lee"}),
        ("/search 10:30 in the morning", "search", {"words": "10:30 in the morning"}),
        ("/brief Ladakh form:2020", "brief", {"about": "Ladakh form:2020"}),
        ("/search note: the harbour", "search", {"words": "note: the harbour"}),
        ('/search "trust deficit', "search", {"words": '"trust deficit'}),
        ('/search "trust deficit"', "search", {"words": '"trust deficit"'}),
        ("/sources https://example.org/a", "sources", {"about": "https://example.org/a"}),
    ],
)
def test_options_by_name_or_the_first_in_place(line: str, command: str, options: dict[str, str]) -> None:
    asked = parse(line)
    assert (asked.command.name, asked.options) == (command, options)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "/brief"),
        ("/tell me", "no command /tell"),
        ("/who", "needs its option name"),
        ('/who ""', "needs its option name"),
        ("/search   ", "needs its option words"),
        ("/timeline Ladakh form:2020", "no option form"),
        ("/timeline Ladakh since:2020", "no option since"),
        ("/timeline from:2020 from:2021", "from twice"),
    ],
)
def test_a_wrong_line_is_one_sentence_that_helps(line: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        parse(line)


def test_each_example_of_the_table_can_be_read() -> None:
    for command in COMMANDS:
        assert parse(command.example).command is command


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("2025-06-26", (2025, 6, 26), (2025, 6, 26), "day"),
        ("26 Jun 2025", (2025, 6, 26), (2025, 6, 26), "day"),
        ("26th of June, 2025", (2025, 6, 26), (2025, 6, 26), "day"),
        ("June 26, 2025", (2025, 6, 26), (2025, 6, 26), "day"),
        ("2020-10", (2020, 10, 1), (2020, 10, 31), "month"),
        ("Oct 2024", (2024, 10, 1), (2024, 10, 31), "month"),
        ("sept. 2024", (2024, 9, 1), (2024, 9, 30), "month"),
        ("2020", (2020, 1, 1), (2020, 12, 31), "year"),
        ("Q3 2024", (2024, 7, 1), (2024, 9, 30), "quarter"),
        ("2024-Q1", (2024, 1, 1), (2024, 3, 31), "quarter"),
        ("last week", (2025, 6, 23), (2025, 6, 29), "week"),
        ("this month", (2025, 7, 1), (2025, 7, 31), "month"),
        ("last year", (2024, 1, 1), (2024, 12, 31), "year"),
        ("Yesterday", (2025, 6, 30), (2025, 6, 30), "day"),
        ("3 days ago", (2025, 6, 28), (2025, 6, 28), "day"),
        ("7 months ago", (2024, 12, 1), (2024, 12, 31), "month"),
        ("last 7 days", (2025, 6, 24), (2025, 7, 1), "day"),
        ("<t:1750000000:D>", (2025, 6, 15), (2025, 6, 15), "day"),
        ("<t:1750000000>", (2025, 6, 15), (2025, 6, 15), "day"),
    ],
)
def test_dates_as_people_write_them(
    words: str, first: tuple[int, int, int], last: tuple[int, int, int], precision: str
) -> None:
    found = period_of(words, today=TODAY)
    assert (found.first, found.last, found.precision) == (date(*first), date(*last), precision)


@pytest.mark.parametrize(
    "words",
    ["", "soon", "2025-02-30", "2025-13", "0000", "32 Jun 2025", "<t:999999999999:D>", "99999 days ago", "13/04/25"],
)
def test_what_is_no_date_is_answered_with_examples(words: str) -> None:
    with pytest.raises(QueryError, match="26 Jun 2025"):
        period_of(words, today=TODAY)


@given(st.text())
def test_any_text_is_a_period_or_a_query_error(words: str) -> None:
    try:
        found = period_of(words, today=TODAY)
    except QueryError:
        return
    assert found.first <= found.last


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)))
def test_days_months_quarters_and_years_said_in_words_are_read_back(day: date) -> None:
    month_end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    quarter = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    quarter_end = (quarter + timedelta(days=95)).replace(day=1) - timedelta(days=1)
    for period in (
        Period.day(day),
        Period(day.replace(day=1), month_end, "month"),
        Period(quarter, quarter_end, "quarter"),
        Period(date(day.year, 1, 1), date(day.year, 12, 31), "year"),
    ):
        assert period_of(wording.period(period), today=TODAY) == period


@given(st.text())
def test_any_line_is_a_command_or_a_query_error(line: str) -> None:
    for verb in ("", "/timeline ", "/search "):
        with suppress(QueryError):
            assert parse(verb + line).command in COMMANDS


def test_days_among_words_to_search_are_no_options_of_the_command() -> None:
    asked = parse('/search "the ferry" since:2024 to:2024-06')
    assert asked.options == {"words": '"the ferry" since:2024 to:2024-06'}
    assert parse("/search ferry since:yesterday").options == {"words": "ferry since:yesterday"}


@pytest.mark.parametrize(
    ("words", "rest", "first", "last"),
    [
        ('"the ferry" since:2024 to:2024-06', '"the ferry"', date(2024, 1, 1), date(2024, 6, 30)),
        ("ferry since:yesterday", "ferry", date(2025, 6, 30), date.max),
        ("since:last week ferry", "ferry", date(2025, 6, 23), date.max),
        ("ferry FROM:3 days ago sank", "ferry sank", date(2025, 6, 28), date.max),
        ('ferry until:"26 June 2025"', "ferry", date.min, date(2025, 6, 26)),
        ("ferry since:26 June 2025 sank", "ferry sank", date(2025, 6, 26), date.max),
        ("ferry since:<t:1750000000:D> sank", "ferry sank", date(2025, 6, 15), date.max),
        ("ferry since:2024-Q3 until:last month", "ferry", date(2024, 7, 1), date(2025, 6, 30)),
    ],
)
def test_days_among_words_are_read_as_people_write_them(words: str, rest: str, first: date, last: date) -> None:
    assert filtered(words, today=date(2025, 7, 1)) == (rest, Period(first, last, "day"))


@pytest.mark.parametrize("words", ["what comes to:morrow", "from:London to:Paris", "since: 2024", "ferry", "", ":"])
def test_what_is_no_day_stays_among_the_words(words: str) -> None:
    assert filtered(words, today=date(2025, 7, 1)) == (words, None)


@pytest.mark.parametrize("words", ["since:2024-13", "ferry until:31.2.2024", 'since:"the war"'])
def test_what_should_be_a_day_and_is_none_is_said(words: str) -> None:
    with pytest.raises(QueryError, match="not a date"):
        filtered(words, today=date(2025, 7, 1))


@pytest.mark.parametrize(
    "words", ["", "-", '""', "-frost", "since:2024", "-frost since:2024 until:last week", "🙂 !!!"]
)
def test_a_search_needs_a_word_to_find(words: str) -> None:
    with pytest.raises(QueryError, match="no word to search for"):
        searchable(words, today=TODAY)


@pytest.mark.parametrize("words", ["frost", "-ice frost", '"the ferry" since:2024', "multi-agent", "é", "since: 2024"])
def test_one_word_is_enough_to_search(words: str) -> None:
    assert searchable(words, today=TODAY) == words


def test_days_that_end_before_they_begin_are_said() -> None:
    with pytest.raises(QueryError, match="as from: and the later one as to:"):
        span_of("2020", "2010", today=TODAY)
    assert span_of("2020", "2020-03", today=TODAY) == (
        period_of("2020", today=TODAY),
        period_of("2020-03", today=TODAY),
    )


def test_an_empty_line_is_told_what_could_stand_there() -> None:
    with pytest.raises(QueryError, match=r"^Type one of /brief, "):
        parse("  ")
    with pytest.raises(QueryError, match=r"Its option is about:\. For example: /differ joint statement"):
        parse("/differ ferry abut:x")
