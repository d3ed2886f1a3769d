"""Spellings near to what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.linking.similar import likeness, nearest

NAMES = ["rajnath singh", "victor khrenin", "shanghai cooperation organisation", "qingdao", "port alba", "albania"]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("rajnat sing", "rajnath singh"),
        ("singh rajnath", "rajnath singh"),
        ("krenin", "victor khrenin"),
        ("qindao", "qingdao"),
        ("shanghai corporation organization", "shanghai cooperation organisation"),
    ],
)
def test_a_slip_finds_its_name(asked: str, first: str) -> None:
    assert NAMES[nearest(asked, NAMES, limit=3)[0]] == first


@pytest.mark.parametrize("asked", ["zebulon quux", "", "mars landing", "xx"])
def test_what_is_far_from_all_finds_none(asked: str) -> None:
    assert nearest(asked, NAMES, limit=3) == []


@given(st.text(), st.lists(st.text(min_size=1), max_size=8))
def test_places_are_of_the_list_each_once_the_likest_first(asked: str, names: list[str]) -> None:
    found = nearest(asked, names, limit=3)
    assert len(found) == len(set(found)) <= 3
    assert all(0 <= place < len(names) for place in found)


@given(st.text(min_size=1))
def test_a_name_is_like_itself(name: str) -> None:
    assert likeness(name, name) >= 92
