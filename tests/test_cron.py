"""Cron expressions: which values a field takes, cron's own weekday numbers, and what is refused."""

import pytest

from bot.cron import read_cron


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("0 8 * * mon-fri", (1, 2, 3, 4, 5)),
        ("0 8 * * 1-5", (1, 2, 3, 4, 5)),
        ("0 8 * * 0", (0,)),
        ("0 8 * * 7", (0,)),
        ("0 8 * * 5-7", (0, 5, 6)),
        ("0 8 * * Sunday", (0,)),
        ("0 8 * * sat,sun", (0, 6)),
        ("0 8 * * *", (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_weekdays_count_from_sunday(text: str, weekdays: tuple[int, ...]) -> None:
    assert read_cron(text).weekdays == weekdays


def test_steps_lists_and_ranges() -> None:
    cron = read_cron("*/15,7 8-18/5 1,15 jan-mar *")
    assert cron.minutes == (0, 7, 15, 30, 45)
    assert cron.hours == (8, 13, 18)
    assert cron.days == (1, 15)
    assert cron.months == (1, 2, 3)
    assert (cron.any_day, cron.any_weekday) == (False, True)
    assert read_cron("20/20 * * * *").minutes == (20, 40)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0 8 * *", "five fields .* not 4"),
        ("60 8 * * *", "minute is 0 to 59, not '60'"),
        ("0 24 * * *", "hour is 0 to 23"),
        ("0 8 0 * *", "day of the month is 1 to 31"),
        ("0 8 * 13 *", "month is 1 to 12"),
        ("0 8 * * 8", "weekday is 0 to 7"),
        ("0 8 * * mot", "weekday"),
        ("0 8 * * fri-mon", "runs backwards"),
        ("*/0 8 * * *", "step of nothing"),
        ("*-5 8 * * *", r"minute cannot be"),
        ("1,,2 8 * * *", "minute cannot be"),
        ("@daily", "five fields"),
        ("0 8 31 2 *", "never comes"),
        ("0 8 31 4,6,9,11 *", "never comes"),
    ],
)
def test_what_cannot_come_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_cron(text)


def test_the_29th_of_february_comes_and_a_weekday_saves_a_day_that_never_does() -> None:
    assert read_cron("0 8 29 2 *").days == (29,)
    assert read_cron("0 8 31 2 mon").weekdays == (1,)
