"""What both faces say in the same words."""

from datetime import date

import pytest

from bot.answers import wording
from bot.answers.answer import RoleLine, Shelf, Sources
from bot.model import UNDATED, Dated, Period, Precision, Quote, Span

D = date
YEAR = Period(date(2013, 1, 1), date(2013, 12, 31), "year")


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        (D(2025, 6, 26), D(2025, 6, 26), "day", "26 Jun 2025"),
        (D(987, 6, 2), D(987, 6, 2), "day", "2 Jun 0987"),
        (D(2024, 10, 1), D(2024, 10, 31), "month", "Oct 2024"),
        (D(2024, 10, 1), D(2024, 10, 10), "month", "early Oct 2024"),
        (D(2024, 10, 11), D(2024, 10, 20), "month", "mid Oct 2024"),
        (D(2024, 2, 21), D(2024, 2, 29), "month", "late Feb 2024"),
        (D(2024, 1, 1), D(2024, 12, 31), "year", "2024"),
        (D(2023, 9, 1), D(2023, 12, 31), "year", "late 2023"),
        (D(2023, 5, 1), D(2023, 8, 31), "year", "mid 2023"),
        (D(2023, 1, 1), D(2023, 4, 30), "year", "early 2023"),
        (D(2020, 1, 1), D(2025, 12, 31), "year", "2020 to 2025"),
        (D(1990, 1, 1), D(1999, 12, 31), "decade", "the 1990s"),
        (D(1997, 1, 1), D(1999, 12, 31), "decade", "late 1990s"),
        (D(2023, 10, 1), D(2023, 12, 31), "quarter", "Q4 2023"),
        (D(2019, 1, 1), D(2019, 12, 31), "about", "about 2019"),
        (date.min, D(2019, 12, 31), "before", "before 2020"),
        (date.min, D(2019, 5, 6), "before", "before 7 May 2019"),
        (D(2021, 1, 1), date.max, "after", "since 2021"),
        (date.min, D(2019, 9, 30), "before", "before Oct 2019"),
        (D(2021, 11, 1), date.max, "after", "since Nov 2021"),
        (D(2021, 5, 6), date.max, "after", "since 6 May 2021"),
        (D(2025, 6, 23), D(2025, 6, 29), "week", "week of 23 Jun 2025"),
        (D(2025, 6, 3), D(2025, 7, 5), "day", "3 Jun 2025 to 5 Jul 2025"),
        (D(2025, 6, 1), D(2025, 8, 31), "month", "Jun to Aug 2025"),
        (D(2025, 6, 1), D(2025, 8, 20), "month", "Jun to Aug 2025"),
        (D(2024, 9, 1), D(2025, 1, 31), "month", "Sep 2024 to Jan 2025"),
        (D(2025, 7, 1), D(2025, 12, 31), "year", "Jul to Dec 2025"),
        (D(2025, 1, 1), D(2025, 6, 8), "year", "earlier in 2025"),
        (D(2025, 6, 8), D(2025, 12, 31), "year", "later in 2025"),
        (D(2025, 6, 1), D(2025, 6, 8), "month", "earlier in Jun 2025"),
        (D(2025, 6, 8), D(2025, 6, 30), "month", "later in Jun 2025"),
        (D(2025, 6, 23), D(2025, 6, 25), "week", "earlier in the week of 23 Jun 2025"),
        (D(2025, 6, 23), D(2025, 6, 29), "about", "about the week of 23 Jun 2025"),
    ],
)
def test_periods_in_words(first: date, last: date, precision: Precision, words: str) -> None:
    assert wording.period(Period(first, last, precision)) == words


def test_publication_says_how_it_was_found() -> None:
    dated = Dated(Period.day(D(2025, 6, 26)), "twin document")
    assert wording.published(dated) == "published 26 Jun 2025, from its twin document"
    assert wording.published(UNDATED) == "undated"


def test_roles_that_changed_say_when_they_were_reported() -> None:
    def held(text: str, *days: date | None) -> RoleLine:
        dated = [Dated(Period.day(day), "byline") if day else UNDATED for day in days]
        return RoleLine(text, tuple(Quote(1, "a.txt", "A", None, when, None, 0, Span(0, 1), "x") for when in dated))

    mayor = held("mayor", date(2021, 3, 1), date(2019, 5, 2), None)
    assert wording.reported([mayor]) == [""]
    roles = [mayor, held("senator", date(2025, 1, 9)), held("judge", None)]
    assert wording.reported(roles) == ["reported 2 May 2019 to 1 Mar 2021", "reported 9 Jan 2025", ""]


def test_counts() -> None:
    assert wording.documents(2, 1) == "2 documents, 1 origin"
    assert wording.counted(0, "story", "stories") == "0 stories"
    assert wording.counted(1200, "row") == "1,200 rows"
    assert wording.more(3, "row") == "and 3 more rows"
    assert wording.more(0, "row") == ""


def test_nothing_on_file_says_what_was_searched_and_what_is_near() -> None:
    shelf = Shelf(12, Period.day(D(2020, 1, 5)), Period.day(D(2025, 6, 26)))
    assert (
        wording.nothing("Mars", shelf, ("Marseille",))
        == "Nothing on file about Mars in 12 documents (Jan 2020 to Jun 2025). Nearest on file: Marseille."
    )
    assert wording.nothing("Mars", Shelf(1, None, None)) == "Nothing on file about Mars in 1 document."
    assert wording.nothing("Mars", Shelf(0, None, None)) == "The library is empty. Put briefings into its folder."


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, ""),
        (YEAR, None, "from 2013"),
        (None, YEAR, "to 2013"),
        (YEAR, YEAR, "in 2013"),
        (Period.day(D(2013, 5, 3)), Period.day(D(2013, 5, 3)), "on 3 May 2013"),
        (Period.day(D(2013, 5, 3)), YEAR, "from 3 May 2013 to 2013"),
    ],
)
def test_the_days_asked_for_are_said_as_people_say_them(first: Period | None, last: Period | None, said: str) -> None:
    assert wording.days(first, last) == said


def test_a_list_about_something_says_of_how_many_it_is() -> None:
    shelf = Shelf(12, None, None)
    assert wording.listed(Sources(None, (), None, 12, (), (), shelf)) == "12 documents"
    assert wording.listed(Sources("Mars", (), None, 3, (), (), shelf)) == "3 of 12 documents"
