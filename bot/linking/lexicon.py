"""Words and phrases looked up by what they mean: how the table of meanings is read."""

import re
from collections.abc import Iterator, Sequence

from bot.linking import verbs
from bot.linking.meanings import CLASSES
from bot.linking.wordforms import inflected

_BETWEEN, _FAR = 3, 6  # words
_PARTICLES = frozenset("down off".split())
_WITHIN = frozenset("the of for".split())  # "turned the plan for the tower down"

Pole = tuple[str, bool]
"""A class, in capitals, and whether a word says that it is so."""
Phrase = tuple[tuple[str, ...], tuple[Pole, ...]]


def _read() -> Iterator[tuple[str, bool, str]]:
    for name, told in re.findall(r"(\w+): ([^:]*)(?=\s\w+:|\Z)", CLASSES.strip()):
        for side, text in enumerate(told.split("|")):
            yield from ((name.upper(), side == 0, word) for word in text.split())


def _forms(word: str) -> Iterator[str]:
    """Who does it is not what is done: no "keeper" of "keep"."""
    if word.endswith("!"):
        return iter([word[:-1]])
    return (form for form in inflected(word) if form == word or not form.endswith(("er", "ers")))


def _words() -> dict[str, tuple[Pole, ...]]:
    found: dict[str, tuple[Pole, ...]] = {}
    for name, holds, word in _read():
        for form in _forms(word) if "_" not in word else ():
            if all(name != other for other, _ in found.get(form, ())):
                found[form] = (*found.get(form, ()), (name, holds))
    return found


def _phrases() -> dict[str, list[Phrase]]:
    """By their first word, the longest first."""
    found: dict[tuple[str, ...], tuple[Pole, ...]] = {}
    for name, holds, phrase in _read():
        first, *rest = phrase.split("_")
        for form in _forms(first) if rest else ():
            if (name, holds) not in found.get((form, *rest), ()):
                found[form, *rest] = (*found.get((form, *rest), ()), (name, holds))
    begun: dict[str, list[Phrase]] = {}
    for first, *rest in sorted(found, key=lambda phrase: -len(phrase)):
        begun.setdefault(first, []).append((tuple(rest), found[first, *rest]))
    return begun


WORDS = _words()
_PHRASES = _phrases()


def phrase(low: Sequence[str], place: int) -> tuple[list[int], tuple[Pole, ...]] | None:
    """Of the longest phrase that begins at a place: where its other words are, and what it tells."""
    for rest, poles in _PHRASES.get(low[place], ()):
        places = _places(low, place, rest)
        if places:
            return places, poles
    return None


def _places(low: Sequence[str], place: int, rest: Sequence[str]) -> list[int]:
    """Empty where the phrase does not go on so; nothing but what it is done to stands between."""
    found = [place]
    for part in rest:
        far = part in _PARTICLES
        for at in range(found[-1] + 1, min(len(low), found[-1] + 2 + (_FAR if far else _BETWEEN))):
            if low[at] == part:
                found.append(at)
                break
            if not low[at][0].isalpha() or (low[at] in verbs.PREPOSITIONS and not (far and low[at] in _WITHIN)):
                return []
        else:
            return []
    return found[1:]
