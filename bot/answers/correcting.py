"""Where nothing is on file: the answer about the words that were meant, or what else may be asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.answers import naming, stems
from bot.answers.answer import Brief, Differ, Timeline
from bot.answers.coverage import coverage
from bot.answers.spelling import Correction, correction
from bot.store.lookups import Lookups
from bot.words import folded, plain

T = TypeVar("T", Brief, Timeline, Differ)

_SUGGESTED = 5
_FEW = 4  # words of a question of which a part may be meant


def as_meant(lookups: Lookups, asked: str, found: T, ask: Callable[[str], T], *, is_answer: Callable[[T], bool]) -> T:
    """What to say where `found` says that nothing is on file: the answer about the words that were meant, if there is
    no doubt about them; else the same with these words first among what else may be asked for.
    """
    other = correction(lookups, asked)
    if other is None or not is_answer(again := ask(other.words)):
        return found if found.similar else replace(found, similar=_on_file(lookups, asked))
    if other.same or other.certain:
        return again if other.same else replace(again, asked=asked)
    return replace(found, similar=suggested(other, found.similar))


def _on_file(lookups: Lookups, asked: str) -> tuple[str, ...]:
    """The part of a short question that is on file: without its first or its last word, the rarer of the two."""
    words = [word.group() for word in stems.words(plain(asked)) if stems.says_something(word.group())]
    if not 1 < len(words) <= _FEW:
        return ()
    parts = dict.fromkeys((" ".join(words[:-1]), " ".join(words[1:])))
    found = {part: len(coverage(lookups, part).documents) for part in parts}
    on_file = [part for part in parts if found[part]]
    return (min(on_file, key=lambda part: found[part]),) if on_file else ()


def similar(lookups: Lookups, asked: str) -> tuple[str, ...]:
    """What else may be asked for where nothing is on file: the words that were meant, the nearest names."""
    other, names = correction(lookups, asked), naming.near_names(lookups, asked, limit=_SUGGESTED)
    return suggested(other, names) if other else names


def suggested(other: Correction, similar: Sequence[str]) -> tuple[str, ...]:
    return tuple({folded(each): each for each in (*reversed(similar[: _SUGGESTED - 1]), other.words)}.values())[::-1]
