"""Parts of units, stamps of a clock, times of another day, and words that only look like an hour, a season, a year."""

from datetime import date

import pytest

from bot.analysis.dates import timexes
from bot.model import Period

WEDNESDAY = Period.day(date(2025, 6, 18))


def read(text: str) -> list[tuple[str, str]]:
    return [(timex.at.of(text), timex.value) for timex in timexes(text, published=WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Half an hour later the roof fell in.", "Half an hour later", "PT30M"),
        ("They spoke for two and a half hours.", "two and a half hours", "PT2H30M"),
        ("The repair took 2½ years.", "2½ years", "P2Y6M"),
        ("A quarter-century ago the bridge was built.", "A quarter-century ago", "2000"),
        ("It ended a quarter of a century of silence.", "a quarter of a century", "P25Y"),
        ("Following a day of marches, shops opened.", "a day", "P1D"),
        ("The raid comes a day after a ferry sank.", "a day", "P1D"),
        ("Days later, the dam broke.", "Days later", "PXD"),
        ("Rates fell at the end of the week.", "the end of the week", "2025-W25"),
        ("She hopes to return one day.", "one day", "FUTURE_REF"),
        ("The sale closed one day after the vote.", "one day", "P1D"),
        ("It was logged at 2025-06-12T09:30:00Z.", "2025-06-12T09:30:00Z", "2025-06-12T09:30:00"),
        ("It was logged at 2025-06-12 09:30:15.", "2025-06-12 09:30:15", "2025-06-12T09:30:15"),
        ("Q3 FY25 was good.", "Q3 FY25", "2025-Q3"),
        ("In 1066, a comet was seen.", "1066", "1066"),
        ("He sailed in the early 1490s.", "the early 1490s", "149"),
        ("Valentine's Day in 2012 was cold.", "Valentine's Day", "2012-02-14"),
        ("He won in May 2020, a year earlier than planned.", "a year earlier", "P1Y"),
        ("Sales rose in 2019 from those a year earlier.", "a year earlier", "2018"),
        ("The record will be broken in the next year.", "the next year", "2026"),
        ("It was written to be read out after July 1.", "July 1", "2025-07-01"),
        ("He agreed to a new deal on Saturday.", "Saturday", "2025-06-14"),
        ("They agreed to meet on Saturday.", "Saturday", "2025-06-21"),
        ("Lind rode for 48 mins.", "48 mins", "PT48M"),
        ("They train three times a week.", "three times a week", "P1W"),
        ("At 3 a. m. on Sunday it fell.", "3 a. m. on Sunday", "2025-06-15T03:00"),
        ("Vote on Monday 10:30 in the hall.", "Monday 10:30", "2025-06-16T10:30"),
        ("The board meets on Monday and Tuesday in Oslo.", "Tuesday", "2025-06-24"),
        ("The board met on Monday and Tuesday in Oslo.", "Tuesday", "2025-06-17"),
        ("They settled there 5,000 years ago.", "5,000 years ago", "PAST_REF"),
        ("It flew for 15,000 hours.", "15,000 hours", "PT15000H"),
        ("Rates will fall by the end of the decade.", "the end of the decade", "202"),
        ("They will close in the fall of next year.", "the fall of next year", "2026-FA"),
    ],
)
def test_parts_of_units_and_stamps(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The machine uses one quarter the power.",
        "The ministry's midnight rules were dropped.",
        "Every now and then it rains.",
        "The fall of the cabinet was quick.",
        "The fall in prices was steep.",
        "The Ostland Daily was first.",
        "He wrote for Ostland Today for long.",
        "She was named player of the year.",
        "See http://news.example/2009/03/story and http://news.example/2013/38/other",
        "In 1200 villages nothing changed.",
        "A fix was sent on Patch Tuesday.",
        "It made up for the fall in output of 20th Century Films.",
        "Lind of Oslo 1:33 and Berg 1:40",
        "With 7:42 left he scored.",
        "On a day when nothing stirred he left.",
        "The theme of this years festival is peace.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was shot at 10 p.m. outside his home last December.", "XXXX-XX-XXT22:00"),
        ("Shops close at midnight on Saturdays.", "XXXX-XX-XXT24:00"),
        ("The match ended at 10 p.m. after a storm in May.", "2025-06-18T22:00"),
    ],
)
def test_a_clock_beside_another_time_is_on_no_known_day(text: str, value: str) -> None:
    assert value in dict(read(text)).values()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The following day, troops withdrew.", "XXXX-XX-XX"),
        ("Three days later they came back.", "XXXX-XX-XX"),
        ("On 2 March 2024 it began. Three days later they came back.", "2024-03-05"),
        ("Dan Roe, fired on July 8, wants money.", "2024-07-08"),
        ("The vote is to be held on July 8.", "2025-07-08"),
        ("The match is on Sunday.", "2025-06-22"),
        ("The win raises the chances of Oslo staging a final on Saturday.", "2025-06-21"),
    ],
)
def test_what_has_happened_lies_on_no_later_day_and_what_is_to_come_does(text: str, value: str) -> None:
    assert value in dict(read(text)).values()


def test_end_is_no_part_of_a_week_that_something_will_end_in() -> None:
    assert read("The season will end next week.") == [("next week", "2025-W26")]
    assert read("It closes by end June.") == [("end June", "2025-06")]


def test_the_year_beside_this_year() -> None:
    assert read("Growth will slow this year and next.") == [("this year", "2025"), ("next", "2026")]


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("Passover began on a Saturday.", date(2025, 4, 13), "day"),
        ("Rosh Hashanah 2023 was quiet.", date(2023, 9, 16), "day"),
        ("Yom Kippur 2024 fell in autumn.", date(2024, 10, 12), "day"),
        ("Hanukkah in 2024 began late.", date(2024, 12, 25), "about"),
        ("Orthodox Easter 2024 came in May.", date(2024, 5, 5), "day"),
        ("Chinese New Year 2024 was loud.", date(2024, 2, 10), "about"),
        ("Lunar New Year 2021 was quiet.", date(2021, 2, 12), "about"),
        ("Diwali 2025 was bright.", date(2025, 10, 20), "about"),
        ("Diwali 2018 was bright.", date(2018, 11, 7), "about"),
        ("Eid al-Fitr 2024 was warm.", date(2024, 4, 10), "about"),
        ("Ramadan 2024 was long.", date(2024, 3, 11), "about"),
        ("Cyber Monday 2024 was busy.", date(2024, 12, 2), "day"),
    ],
)
def test_feasts_by_the_moon_are_said_to_be_about_their_day(text: str, first: date, precision: str) -> None:
    when = timexes(text, published=WEDNESDAY)[0].when
    assert when is not None
    assert (abs((when.first - first).days) <= (precision == "about"), when.precision) == (True, precision)


def test_ramadan_lasts_a_month() -> None:
    when = timexes("Police were on alert during Ramadan.", published=WEDNESDAY)[0].when
    assert when is not None
    assert (when.last - when.first).days == 29


def test_the_late_eighties_are_their_last_years_and_the_1800s_a_century() -> None:
    late, century = (timexes(text, published=None)[0].when for text in ("In the late eighties.", "In the 1800s."))
    assert late is not None
    assert century is not None
    assert (late.first.year, late.last.year) == (1987, 1989)
    assert (century.first.year, century.last.year) == (1800, 1899)


def test_military_hours_are_no_length() -> None:
    assert read("It began at 0930 hours.") == [("0930 hours", "2025-06-18T09:30")]


def test_a_timetable_looks_ahead_before_a_clause_that_looks_back() -> None:
    assert dict(read("The board meets again on Thursday; it met last on Tuesday."))["Thursday"] == "2025-06-19"
