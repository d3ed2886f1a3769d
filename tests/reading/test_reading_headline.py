"""Which line is the title, and that a date pasted behind it is no part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.headline import title_of

NEXT = "\nThe night ferry ends\n"


@pytest.mark.parametrize(
    "line",
    [
        "Posted at 3:21 PM ET, 01/05/2011",
        "3 / 27 / 2012 @ 10: 05AM",
        "12 January 2010 @ 09:29 pm",
        "Updated: 2 July 2013 15:01 IST",
        "PORT ALBA, July 2, 2013",
        "Tuesday, 2 July 2013",
    ],
)
def test_where_and_when_is_no_title(line: str) -> None:
    assert title_of(line + NEXT) == "The night ferry ends"
    assert title_of(line) == line  # unless there is nothing else


@pytest.mark.parametrize(
    "tail",
    [
        " Published Sunday, Aug 4 2013, 19:30 BST",
        " Posted on December 23, 2012, 4:42 PM EDT",
        " UPDATED 05 / 03 / 2013 at 11: 00 AM EDT",
        " Published on: 11 November 2011-11:25am",
        "! Thursday, Apr 2, 2009 | Updated 1:32 PM PDT",
        " February 29, 2012 2: 27 PM",
        "? November 20, 2012",
    ],
)
def test_when_it_was_posted_is_no_part_of_a_title(tail: str) -> None:
    mark = tail[0].strip()
    assert title_of(f"Mayor opens the “old” bridge{tail}{NEXT}") == f"Mayor opens the “old” bridge{mark}"


@pytest.mark.parametrize(
    "title",
    [
        "Court date is set for February 17, 2009",
        "Talks begin on 5 May 2024 at 10:00",
        "The treaty of 26 June 2025",
        "Weekly report, 26 June 2025",
        "Oslo, 3 May 2024: ministers met",
        "Posted 3 May 2024: what the mayor said",
        "What happened on 3 May 2024?",
    ],
)
def test_a_date_that_the_title_tells_stays(title: str) -> None:
    assert title_of(title + NEXT) == title


@given(st.text(max_size=200))
def test_a_title_is_the_beginning_of_a_line(text: str) -> None:
    title = title_of(text)
    assert not text.strip() or any(line.strip().startswith(title) for line in text.split("\n"))
    assert bool(title) == bool(text.strip())
