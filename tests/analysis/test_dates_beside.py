"""Dates that stand beside others, and what only looks like a time: rows, ranges, parts, programmes."""

from datetime import date

import pytest

from bot.analysis.dates import timexes
from bot.model import Period

WEDNESDAY = Period.day(date(2025, 6, 18))


def values(text: str) -> list[str]:
    return [timex.value for timex in timexes(text, published=WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair was held on April 24 and 25.", ["2025-04-24", "2025-04-25"]),
        ("The fair was held on April 24 and 25, 2023, in Oslo.", ["2023-04-24", "2023-04-25"]),
        ("The fair was held on 24 and 25 April 2023.", ["2023-04-24", "2023-04-25"]),
        ("Shares were sold on April 1, 2 and 3.", ["2025-04-01", "2025-04-02", "2025-04-03"]),
        ("The port was shut from June 26 to July 3, 2023.", ["2023-06-26", "2023-07-03"]),
        ("The port was shut between 20 November and 5 January 2024.", ["2023-11-20", "2024-01-05"]),
        ("Rain fell in March and April 2023.", ["2023-03", "2023-04"]),
        ("They met in June, July and August 2022.", ["2022-06", "2022-07", "2022-08"]),
        ("It began in late March and ended in early May 2024.", ["2025-03", "2024-05"]),
    ],
)
def test_what_a_row_says_once_holds_for_all_of_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_number_of_people_is_no_second_day() -> None:
    assert values("On April 24 and 25 people came.") == ["2025-04-24"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left the day before last Monday's hearing.", "2025-06-15"),
        ("He left the day after Christmas.", "2024-12-26"),
        ("The week after Easter was quiet.", "2025-W17"),
        ("The month before June 2024 was dry.", "2024-05"),
        ("Crowds came in Easter week.", "2025-W16"),
        ("He was held in the early hours of Monday morning.", "2025-06-16TMO"),
        ("It fell in the final weeks of 2023.", "2023"),
        ("They will build it by the end of the year.", "2025"),
        ("Sales for the quarter ended March 31 rose.", "2025-Q1"),
        ("They voted on the last Friday of May 2024.", "2024-05-31"),
        ("They vote on the first Monday in November 2025.", "2025-11-03"),
        ("Updates come on the second Tuesday of each month.", "XXXX-WXX-2"),
    ],
)
def test_words_beside_a_date_move_or_narrow_it(text: str, value: str) -> None:
    assert values(text)[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Until Friday, they had not named anybody.", "2025-06-13"),
        ("The vote was put off until Friday.", "2025-06-20"),
        ("The envoy arrives on Friday for talks.", "2025-06-20"),
        ("Envoys arrive on Friday", "2025-06-13"),
        ("It would be paid on a still unspecified date in January.", "2026-01"),
    ],
)
def test_past_or_future_by_the_verb_that_governs(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on the programme ''60 Minutes''.",
        "It was high noon for the party.",
        "Guards stand there 24 hours a day.",
        "He threw two touchdowns in the fourth quarter.",
        "They led by nine in the second quarter and 24-10 at halftime.",
        "It runs on Windows Server 2012.",
        "It is a matter of days.",
        "Three-quarters of its food is imported.",
        "Her 1987 Toyota Corolla was found.",
        "The MUX 2000 is a device.",
        "It is the month of roses.",
        "That was the year of the iPod.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A day-long meeting followed.", "P1D"),
        ("The decades-long dispute is over.", "PXY"),
        ("A weekend of storms followed.", "P1WE"),
        ("It could take as long as a month or two.", "P1M"),
        ("They ruled it for hundreds of years.", None),
    ],
)
def test_lengths_of_time(text: str, value: str | None) -> None:
    assert values(text) == ([value] if value else [])


def test_nearly_two_years_ago_is_about_then() -> None:
    (found,) = timexes("It ended nearly two years ago.", published=WEDNESDAY)
    assert found.value == "2023"
    assert found.when is not None
    assert found.when.precision == "about"
