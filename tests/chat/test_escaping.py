"""Foreign text cannot format, ping, link or hide anything in Discord."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.escaping import cut, escaped, escaped_line, isolated, link, marked, size, visible

TEXTS = st.text() | st.text(alphabet="@everyone<>&#*_~|`[]()\\/:-+.1 \n\u202e\u200bé😀")


def shown(markdown: str) -> str:
    """What Discord shows of text that consists of escapes and plain characters."""
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", markdown)


@given(TEXTS)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    assert shown(escaped(text)) == visible(text)
    assert shown(escaped_line(text)) == visible(text)


@example("see https://example.org")
@given(TEXTS)
def test_no_character_keeps_a_meaning(text: str) -> None:
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_~|`<>@\[\]]", escaped(text))
    assert not re.search(r"(?<!\\)://", escaped(text))
    assert not re.match(r"\s*(?:[-+#]|\d+[.)])", escaped_line(text))


@pytest.mark.parametrize(
    "hidden",
    ["\u202e", "\u2066", "\u200b", "\u200e", "\u061c", "\u2060", "\ufeff", "\u00ad", "\x1b", "\x00", "\U000e0041"],
)
def test_what_cannot_be_seen_is_not_sent(hidden: str) -> None:
    assert visible(f"@every{hidden}one") == "@everyone"


def test_joiners_stay_where_a_script_needs_them() -> None:
    assert visible("می\u200cخواهم क्\u200dष 👩\u200d🚒") == "می\u200cخواهم क्\u200dष 👩\u200d🚒"
    assert visible("@every\u200done \u200cx") == "@everyone x"


def test_a_line_break_cannot_begin_a_heading() -> None:
    assert escaped("one\n# two\r\n> three\u2028- four") == "one # two \\> three - four"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (((4, 10),), "the **bridge** and \\*more\\*"),
        (((4, 10), (8, 14)), "the **bridge**** and** \\*more\\*"),
        (((15, 99),), "the bridge and **\\*more\\***"),
        (((3, 4),), "the bridge and \\*more\\*"),
        ((), "the bridge and \\*more\\*"),
    ],
)
def test_marked_words_are_bold_and_the_rest_is_escaped(marks: tuple[tuple[int, int], ...], expected: str) -> None:
    assert marked("the bridge and *more*", marks) == expected


@given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_marks_lose_no_character(text: str, marks: list[tuple[int, int]]) -> None:
    kept = "".join(character for character in visible(text) if character not in "*\\ ")
    found = "".join(character for character in marked(text, marks) if character not in "*\\ ")
    assert sorted(found) == sorted(kept) or "\n" in text or "\r" in text or visible(text) != text


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://coast.example/a?b=c#d", "[read at coast.example](<https://coast.example/a?b=c#d>)"),
        ("http://user:secret@coast.example:8080/x", "[read at coast.example](<http://coast.example:8080/x>)"),
        ("https://coast.example/a) [b](https://evil.example", "[read at coast.example](<https://coast.example/a%29%20%5Bb%5D%28https://evil.example>)"),
        ("https://münchen.example/", "[read at xn--mnchen-3ya.example](<https://xn--mnchen-3ya.example/>)"),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://[broken", None),
        ("https://coast_daily.example/", None),
        ("https://coast.example:99999/", None),
        ("https://" + "a" * 300 + ".example/", None),
        ("/relative", None),
        ("", None),
        (None, None),
        ("https://coast.example/" + "x" * 600, "at coast.example"),
    ],
)  # fmt: skip
def test_a_link_names_its_host_or_is_none(address: str | None, expected: str | None) -> None:
    assert link(address) == expected


@given(TEXTS, st.integers(1, 50))
def test_a_cut_label_fits(text: str, most: int) -> None:
    assert size(cut(text, most)) <= most
    assert cut(text, most) == text or cut(text, most).endswith("…")


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("The ferry company ends it", 18, "The ferry company…"),
        ("The ferry company ends it", 17, "The ferry…"),
        ("The ferry, at last, ends", 11, "The ferry…"),
        ("A" + "a" * 40 + " end", 30, "A" + "a" * 28 + "…"),
        ("The " + "a" * 40, 30, "The " + "a" * 25 + "…"),
    ],
)
def test_a_label_is_cut_between_words_unless_a_word_is_too_long(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown


def test_what_is_written_from_the_right_keeps_to_itself() -> None:
    assert isolated("وكالة") == "\u2068وكالة\u2069"
    assert isolated("Coast Daily — Łódź, 東京") == "Coast Daily — Łódź, 東京"
