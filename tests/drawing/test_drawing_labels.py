"""Words in a picture: what the font can show, and where they are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.labels import ELLIPSIS, drawable, lines_of, shortened, without_dateline
from bot.drawing.theme import from_the_left, has_glyph, width_of


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mara\u202fQuist", "Mara Quist"),
        ("a\n\tb", "a b"),
        ("Tokyo 東京都 Port", "Tokyo □ Port"),
        ("\U0001faa9 ball", "ball"),
        ("caf\u0065\u0301", "café"),
        ("\u202eabc\u202c", "abc"),
    ],
)
def test_only_what_the_font_has_is_drawn(text: str, left: str) -> None:
    assert drawable(text) == left


@given(st.text(max_size=200), st.integers(1, 3), st.sampled_from([40.0, 120.0, 330.0]))
def test_lines_fit_their_width_and_hold_only_known_letters(text: str, most: int, width: float) -> None:
    lines = lines_of(text, width=width, size=12, most=most)
    assert len(lines) <= most
    assert all(width_of(line, size=12) <= width for line in lines)
    assert all(has_glyph(letter) for line in lines for letter in line)


def test_a_line_that_a_name_from_the_right_begins_still_runs_from_the_left() -> None:
    assert from_the_left("דוד, the envoy") == "\u200eדוד, the envoy"
    assert from_the_left("the envoy محمد") == "\u200ethe envoy محمد"
    assert from_the_left("the envoy Łódź 東京") == "the envoy Łódź 東京"


def test_words_are_cut_at_their_end() -> None:
    (line,) = lines_of("The ferry company ended its night service after the winter", width=200, size=12, most=1)
    assert line.endswith(ELLIPSIS)
    assert "The ferry company ended its night service".startswith(line.removesuffix(ELLIPSIS))
    assert lines_of("Ferry", width=200, size=12, most=1) == ["Ferry"]


def test_a_word_too_long_for_a_line_is_broken() -> None:
    lines = lines_of("W" * 60, width=100, size=12, most=2)
    assert len(lines) == 2
    assert lines[1].endswith(ELLIPSIS)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("PORT ALBA (Agency) - The bridge opened.", "The bridge opened."),
        ("PORT ALBA, March 3 - The bridge opened.", "The bridge opened."),
        ("Port Alba: The bridge opened.", "The bridge opened."),
        ("The bridge opened - at last.", "The bridge opened - at last."),
        ("Mayor Brandt said: it opens.", "Mayor Brandt said: it opens."),
    ],
)
def test_a_dateline_says_nothing_in_a_label(text: str, left: str) -> None:
    assert without_dateline(text) == left


def test_a_text_for_readers_is_cut_at_a_words_end() -> None:
    assert shortened("one two three", 8) == "one two…"
    assert shortened("one", 8) == "one"
    assert shortened("x" * 20, 8) == "xxxxxxx…"
