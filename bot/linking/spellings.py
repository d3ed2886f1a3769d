"""Transliterations: "Muammar Qaddafi" and "Moammar Kadhafi". The letters that different spellings share."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.linking.forms import GENERATIONS
from bot.linking.library import Group, Library, group_kind, keys

_SURNAME = 5  # letters from which on a surname's vowels may differ
_FIRST_NAME = 7
_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"tch|tsch|tsh"), "ch"),
    (re.compile(r"(?<=[bdfgklmnprtvz])h"), ""),  # Gandhi, Kadhafi, Khamenei; not Shah, Chen
    (re.compile(r"ck|q|c(?=[aoukrl])"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ff$"), "v"),
    (re.compile(r"(?<=.)y"), "i"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
_VOWELS = re.compile(r"(?<=.)[aeiou]+(?=.)")
_FINAL = re.compile(r"[aeiou]+$")


def same_spellings(groups: Sequence[Group], library: Library) -> Iterator[tuple[int, int]]:
    """Pairs of full names that sound alike, in related documents none of which has both, where no third does."""
    alike: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        words = _fullest(group)
        if len(words) > 1 and group_kind(group) == "PERSON":
            alike[" ".join(_skeleton(word) for word in words)].append(place)
    for places in alike.values():
        if len(places) == 2 and _one_person(groups[places[0]], groups[places[1]], library):  # noqa: PLR2004  a pair
            yield places[0], places[1]


def _one_person(a: Group, b: Group, library: Library) -> bool:
    return (
        sound_alike(_fullest(a), _fullest(b))
        and not {name.document for name in a} & {name.document for name in b}
        and library.related(a, b)
    )


def sound_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names could be one, spelled by two hands: word for word."""
    if len(a) != len(b):
        return False
    *firsts, last = zip(a, b, strict=True)
    return all(_alike(*first, least=_FIRST_NAME) for first in firsts) and _alike(*last, least=_SURNAME)


def _fullest(group: Group) -> list[str]:
    return min(keys(group), key=lambda each: (-len(each.split()), -len(each), each)).split()


def _alike(a: str, b: str, *, least: int) -> bool:
    if _sounds(a) == _sounds(b):
        return True
    return min(len(a), len(b)) >= least and _skeleton(a) == _skeleton(b)


def _sounds(word: str) -> str:
    if word in GENERATIONS:
        return word.upper()  # no vowel of "iii" may go
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


def _skeleton(word: str) -> str:
    """Consonants and how the word ends: "Maria" is not "Mario"."""
    sounds = _sounds(word)
    end = _FINAL.search(sounds)
    return _VOWELS.sub("", sounds[: end.start()] if end else sounds) + (end.group()[-1] if end else "")
