"""Where a line is when it was posted, and no prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.posted import is_posted, parted
from bot.analysis.sentences import sentences

STAMPS = (
    "Posted 2/3/2009 11:11 PM",
    "Mar. 8 5:46 PM EST",
    "12 / 23 / 12 06: 03 PM ET",
    "Last updated 15:48 15/09/2013",
    "PUBLISHED: 02:31 GMT, 12 March 2013 | UPDATED: 22:19 GMT, 12 March 2013",
    "Thursday, Apr 2, 2009 | Updated 1:32 PM PDT",
    "8:44AM BST 16 Sep 2013",
    "Updated 9:06 AM",
    "ALBA-April 27 -",
)
PROSE = (
    "12.30",
    "3 - 2",
    "In 2010.",
    "June 3, 2012",
    "At 5:30 p.m. on June 3, 2012, the bridge opened.",
    "The bridge opened on 3 June 2012 at 17:30.",
    "On June 3, 2012, 5:30 p.m. was too late.",
    "2010-11",
    "On 5 May.",
)


@pytest.mark.parametrize("line", STAMPS)
def test_a_line_that_only_says_when_it_was_posted(line: str) -> None:
    assert is_posted(line)


@pytest.mark.parametrize("line", PROSE)
def test_a_line_that_tells_something_is_none(line: str) -> None:
    assert not is_posted(line)
    assert list(parted(line, 0, len(line))) == [(0, len(line), False)]


def pieces(text: str) -> list[tuple[str, str]]:
    return [(sentence.at.of(text), sentence.kind) for sentence in sentences(text, [(0, len(text))])]


def test_a_stamp_before_a_sentence_is_no_part_of_it() -> None:
    text = "4 October 2013, 18:07 (GMT+05:00) Voters in Alba chose a mayor."
    assert pieces(text) == [
        ("4 October 2013, 18:07 (GMT+05:00)", "heading"),
        ("Voters in Alba chose a mayor.", "prose"),
    ]


def test_nor_is_one_that_the_parser_cut_off() -> None:
    text = "May 2, 2013 1: 35 pm. Voters in Alba chose a mayor."
    found = sentences(text, [(0, 21), (22, len(text))])
    assert [(sentence.at.of(text), sentence.kind) for sentence in found] == [
        ("May 2, 2013 1: 35 pm.", "heading"),
        ("Voters in Alba chose a mayor.", "prose"),
    ]


def test_nor_is_one_behind_it() -> None:
    text = "Alba wins the cup Posted on December 23, 2012, 4:42 PM EDT"
    assert [kind for _, kind in pieces(text)][-1] == "heading"
    assert pieces(text)[0][0] == "Alba wins the cup"


@given(st.lists(st.sampled_from([*STAMPS, *PROSE, "Alba wins.", " ", "- ", "4 October 2013, 18:07 Alba"]), max_size=4))
def test_the_pieces_of_a_stretch_are_all_of_it_but_spaces(parts: list[str]) -> None:
    text = " ".join(parts)
    found = list(parted(text, 0, len(text)))
    assert "".join(text[start:end] for start, end, _ in found).replace(" ", "") == text.replace(" ", "")
    assert [start for start, _, _ in found] == sorted(start for start, _, _ in found)
