"""Our stems are SQLite's: what the full text finds is what is marked."""

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.stems import stem

ENDINGS = (
    "s es ed ing ied ies y e ational tional enci anci izer logi bli alli entli eli ousli ization ation ator alism"
    " iveness fulness ousness aliti iviti biliti icate ative alize iciti ical ful ness al ance ence er ic able ible ant"
    " ement ment ent ion sion tion ou ism ate iti ous ive ize ll eed"
).split()


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9), st.lists(st.sampled_from(ENDINGS), max_size=2))
def test_every_word_has_sqlites_stem(start: str, endings: list[str]) -> None:
    word = start + "".join(endings)
    assert stem(word) == by_sqlite(word)


def test_accents_case_and_figures_are_folded_as_sqlite_does() -> None:
    for word in ("Café", "RÉSUMÉS", "1980s", "Zürich", "naïvely", "12", "x", "by"):
        assert stem(word) == by_sqlite(word)


def by_sqlite(word: str) -> str:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'porter unicode61 remove_diacritics 2')")
    index.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'row')")
    index.execute("INSERT INTO t (x) VALUES (?)", (word,))
    (found,) = index.execute("SELECT term FROM v").fetchone()
    index.close()
    return str(found)
