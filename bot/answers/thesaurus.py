"""A word -> others for the same thing, and for kinds of it, as thesaurus.txt has them, which is made of WordNet.

The table knows far more than `kindred`, and is less sure: what it says counts beside words that were asked for. It is
made anew by `python -m benchmarks.thesaurus`.
"""

from bisect import bisect_left
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
    line = _of(stems.stem(word))
    return line or (_of(stems.stem(f"{word[:-3]}man")) if word.endswith("men") else "")


def _of(stem: str) -> str:
    """What its line says, which are in order."""
    lines, begin = _lines(), f"{stem} "
    place = bisect_left(lines, begin)
    is_there = stem.isalnum() and place < len(lines) and lines[place].startswith(begin)  # "#" begins a comment
    return lines[place].removeprefix(begin) if is_there else ""


@cache
def _lines() -> list[str]:
    """As they stand, unread: 5 ms and 4 MB, when something was asked for in vain."""
    return Path(__file__).with_suffix(".txt").read_text(encoding="utf8").splitlines()
