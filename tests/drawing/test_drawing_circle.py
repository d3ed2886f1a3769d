"""Circles as pictures: nobody's name runs into another's, the same each time, words for those who do not see."""

from itertools import combinations

import pytest
from drawing_world import a_circle, a_quote, image

from bot.answers.answer import Circle, Tie
from bot.drawing.circle import LABEL, ROW, bend_of, drawn, nodes_of

LONG = (
    "International Commission for the Protection of the Northern Harbours and Waterways",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "漢字",
    "$5 & Co_{x}",
    "\u202eevil\u202c",
    "🚢",
)


def everybody_tied(count: int) -> Circle:
    pairs = combinations(range(1, count + 1), 2)
    return a_circle(count, ties=[Tie(one, other, 1, (a_quote(),)) for one, other in pairs])


def test_nobody_around_gives_no_picture() -> None:
    assert drawn(Circle("x", (), (), 0, (), (), a_circle().shelf)) is None
    assert drawn(a_circle(0)) is None


@pytest.mark.parametrize("count", range(1, 13))
def test_names_have_room_of_their_own(count: int) -> None:
    middle, *others = nodes_of(everybody_tied(count))
    for one, other in combinations(others, 2):
        same_half = (one.y >= middle.y) == (other.y >= middle.y)
        assert abs(one.x - other.x) >= LABEL or abs(one.y - other.y) >= (ROW if same_half else ROW - 1e-6)
    assert all(LABEL / 2 <= node.x <= 400 - LABEL / 2 for node in others)


@pytest.mark.parametrize("count", range(3, 13))
def test_ties_on_one_side_pass_beside_words_or_as_near_the_middle_as_can_be(count: int) -> None:
    middle, *others = nodes_of(everybody_tied(count))
    for one, other in combinations(others, 2):
        if (one.x - middle.x) * (other.x - middle.x) > 0:
            bend, _ = bend_of(one, other, centre=middle.y)
            half_way = (one.x + 2 * bend + other.x) / 4
            inner = min(abs(one.x - middle.x), abs(other.x - middle.x))
            assert abs(half_way - middle.x) <= inner - LABEL / 2 or bend == pytest.approx(middle.x)


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_pictures_are_small_and_the_same_each_time(count: int) -> None:
    picture = drawn(everybody_tied(count))
    assert picture is not None
    assert len(picture.png) < 200_000
    assert image(picture).size[0] == 1000
    assert picture == drawn(everybody_tied(count))


def test_no_name_breaks_a_picture_or_warns() -> None:
    picture = drawn(a_circle(5, names=LONG))
    assert picture is not None
    assert "漢字" in picture.alt
    assert "\u202e" not in picture.alt


def test_alt_text_names_who_is_tied_to_whom() -> None:
    circle = a_circle(2, names=("Ilse Brandt", "Ferry Company", "Hans Ott"), ties=[Tie(1, 2, 1, (a_quote(),))])
    picture = drawn(circle)
    assert picture is not None
    assert picture.alt == (
        "Circle of Ilse Brandt: 2 names joined to it by sentences that hold both. Ferry Company, organisation, "
        "2 sentences. Hans Ott, person, 3 sentences. Ferry Company with Hans Ott, 1 sentence."
    )


def test_alt_text_fits_discords_limit() -> None:
    picture = drawn(everybody_tied(12))
    assert picture is not None
    assert len(picture.alt) <= 1024
