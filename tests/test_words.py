"""Words compared everywhere: a text in small letters keeps its offsets, and patterns in small letters find the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import Caseless, lowered, plain

_PATTERN = r"\b(?:at least|no (?:ship|crew)|r[io]se)\b"


@given(st.text())
def test_a_text_in_small_letters_is_as_long(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.text(alphabet="aAtTlLeEsSrRoOiInN cC", max_size=60))
def test_a_pattern_in_small_letters_finds_what_ignoring_case_finds(text: str) -> None:
    ignoring = re.compile(_PATTERN, re.IGNORECASE)
    assert [m.span() for m in Caseless(_PATTERN).finditer(text)] == [m.span() for m in ignoring.finditer(text)]


@pytest.mark.parametrize("method", ["search", "match"])
def test_a_pattern_sees_what_stands_before_the_place_where_it_begins(method: str) -> None:
    find = getattr(Caseless(r"\brose"), method)
    assert find("Prose", 1) is None
    assert find("P Rose", 2).span() == (2, 6)


@given(st.text(alphabet="ab`'´\t \u00a0\u2019é", max_size=30))
def test_plain_text_has_one_form_of_spaces_and_quotes_at_the_same_places(text: str) -> None:
    changed = {"`": "'", "´": "'", "\u2019": "'", "\t": " ", "\u00a0": " "}
    assert plain(text) == "".join(changed.get(c, c) for c in text)
