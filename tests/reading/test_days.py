"""Which words are a complete day, and which only look like one."""

from datetime import date

import pytest

from bot.reading.days import day_in


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Sept. 3, 2024", date(2024, 9, 3)),
        ("3 September 2024", date(2024, 9, 3)),
        ("Sep 3, 2024", date(2024, 9, 3)),
        ("3 Sepember 2024", None),
        ("30 February 2024", None),
        ("03/04/2024", None),
        ("23/04/2024", date(2024, 4, 23)),
    ],
)
def test_a_day_is_complete_and_spelt_right(words: str, day: date | None) -> None:
    found = day_in(words)
    assert (found.day if found else None) == day
