"""A word -> others for the same thing, and for kinds of it, as thesaurus.txt has them, which is made of WordNet.

The table knows far more than `kindred`, and is less sure: what it says counts beside words that were asked for. It is
made anew by `python -m benchmarks.thesaurus`.
"""

from functools import cache
from pathlib import Path

from bot.answers import stems


def same(word: str) -> tuple[str, ...]:
    """Synonyms and derived words, one a stem: "strike" for "walkout"."""
    return tuple(_line(word).partition(";")[0].split())


def kinds(word: str) -> tuple[str, ...]:
    """Words for kinds of it: "truck" for "vehicle"."""
    return tuple(_line(word).partition(";")[2].split())


def _line(word: str) -> str:
    line = _table().get(stems.stem(word), "")
    return line or (_table().get(stems.stem(f"{word[:-3]}man"), "") if word.endswith("men") else "")


@cache
def _table() -> dict[str, str]:
    """By stem, unread: 15 ms and 4 MB, when something was asked for in vain."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf8")
    lines = (line.partition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {stem: words for stem, _, words in lines}
