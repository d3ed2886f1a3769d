"""Words that no briefing holds -> the words of the library that were meant: slips of the pen, other letters."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.answers import naming, stems, variants
from bot.answers.asking import IDLE, asking
from bot.answers.kindred import kin
from bot.answers.orthography import other_spellings
from bot.linking.similar import slips
from bot.store.lookups import Lookups
from bot.words import folded, plain

_SHORTEST = 4  # letters of a word that can be said to be misspelt
_LONG, _SLIPS_OF_LONG = 8, 2
_CERTAIN = 5  # letters of a word that is corrected without asking back
_LONG_NAME = 6  # letters within which a slip makes no other name
_LONG_ALONE = 7  # letters of one that is meant though it stands alone
_SLIPS_IN_ALL = 3  # words: who misspells more does not write of what is on file
_STEMS, _TEXTS = 8, 3  # that are looked at for the word that was meant
_WORDS = 8  # of a question that are looked up: who writes more is not looking for one thing
_OTHER_LETTERS = {"l": "ł", "o": "øœ", "d": "đð", "h": "ħ", "i": "ı", "t": "þ", "a": "æ", "s": "ß"}
"""What a word may begin with for somebody who has no such key."""


@dataclass(frozen=True, slots=True)
class Correction:
    """`words`: those asked for, as the library spells them; `same`: they are the same words in other letters, as "Lodz"
    for "Łódź"; `certain`: slips in ordinary words, none of which stands alone.
    """

    words: str
    same: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class _Meant:
    word: str
    slips: int
    is_only: bool


def missing(lookups: Lookups, words: str) -> tuple[str, ...]:
    """Those of the words, as they are written, that no briefing holds in any form."""
    asked = asking(words)
    every = dict.fromkeys([*asked.words, *(word for phrase in asked.phrases for word in phrase)])
    looked_up = [word for word in every if stems.says_something(word) and word not in IDLE][:_WORDS]
    absent = {word for word in looked_up if not lookups.holds((word,), *((o,) for o in other_spellings(word)))}
    whole = [joined for (joined, *more) in asked.compounds if not more and lookups.holds((joined,))]
    absent -= {word for word in absent if any(joined.startswith(word) or joined.endswith(word) for joined in whole)}
    if short := [acronym for acronym in naming.acronyms(words) if absent.intersection(_plain_tokens(acronym))]:
        resolved = dict(naming.respelt(lookups, words))
        absent -= {part for acronym in short if resolved.get(acronym) for part in _plain_tokens(acronym)}
    written = (found.group() for found in stems.words(plain(words)))
    return tuple(dict.fromkeys(word for word in written if stems.unaccented(word) in absent))


def _plain_tokens(words: str) -> set[str]:
    return {stems.unaccented(word.group()) for word in stems.words(words)}


def correction(lookups: Lookups, words: str, absent: Sequence[str] | None = None) -> Correction | None:
    """None where every word is on file, or for one that is not none like it is. `absent`: what `missing` found."""
    absent = missing(lookups, words) if absent is None else absent
    for apart, one in variants.together(lookups, words):
        if not lookups.holds(tuple(apart.split())):
            return Correction(plain(words).replace(apart, one), same=True, certain=True)
    meant: dict[str, _Meant] = {}
    for word in absent:
        found = _meant(lookups, word) if len(absent) <= _SLIPS_IN_ALL else None
        if found is None:
            return None
        meant[word] = found
    if not meant:
        return None
    slipped = {word: each.word for word, each in meant.items() if each.slips}
    others = [word for word in asking(words).words if word not in {*map(stems.unaccented, slipped)}]
    sure = all(each.is_only and each.slips <= 1 and len(word) >= _CERTAIN for word, each in meant.items())
    return Correction(
        words=_replaced(plain(words), {word: each.word for word, each in meant.items()}),
        same=not slipped,
        certain=sure and not _may_be_another(lookups, slipped, others),
    )


def _meant(lookups: Lookups, word: str) -> _Meant | None:
    """The word on file that is nearest; a word that the tables know is not misspelt, but not on file."""
    bare, stem = folded(word), stems.stem(word)
    if parts := variants.apart(lookups, word):
        return _Meant(parts, 0, is_only=True)
    if short := next((each for each in variants.short_for(word) if lookups.holds(tuple(each.split()))), None):
        return _Meant(short, 0, is_only=True)
    if other := variants.of_family(lookups, word):
        return _Meant(_surfaces(lookups, other)[0], 1, is_only=True)
    if len(bare) < _SHORTEST or any(map(str.isdigit, bare)) or kin(stem, bare):
        return None
    most = _SLIPS_OF_LONG if len(bare) >= _LONG else 1
    near: dict[str, int] = {}
    for surface in _like(lookups, bare, folded(stem), most):
        for spelt, distance in slips(bare, [folded(surface)], most=most):
            if spelt:
                near.setdefault(surface, distance)
    if not near:
        return None
    best = min(near, key=lambda surface: near[surface])
    forms = {stems.stem(surface) for surface, distance in near.items() if distance == near[best]}
    return _Meant(best, near[best], len(forms) == 1)


def _like(lookups: Lookups, bare: str, stem: str, most: int) -> list[str]:
    """Words of the texts whose stems are like this one's, or like the word itself."""
    found: list[str] = []
    for initial in bare[0] + _OTHER_LETTERS.get(bare[0], ""):
        terms = lookups.terms(initial, shortest=max(1, len(stem) - 2), longest=len(bare) + 2)
        spelt = {term: folded(term) for term in terms}
        back: dict[str, list[str]] = {}
        for term, letters in spelt.items():
            back.setdefault(letters, []).append(term)
        nearest = [*slips(stem, list(back), most=most + 1), *slips(bare, list(back), most=most + 1)]
        nearest.sort(key=lambda each: each[1])
        for letters, _ in nearest[:_STEMS]:
            for term in back[letters]:
                found += _surfaces(lookups, term)
    return list(dict.fromkeys(found))


def _surfaces(lookups: Lookups, term: str) -> list[str]:
    """The word with this stem in a few texts, in the forms in which it stands there."""
    found: dict[str, str] = {}
    words = _beginning(term[0])
    for text in lookups.texts_with(term, limit=_TEXTS):
        for word in words.finditer(plain(text)):
            if stems.stem(word.group()) == term:
                found.setdefault(word.group().lower(), word.group())
    return list(found.values())


@cache
def _beginning(letter: str) -> re.Pattern[str]:
    """The words that begin with it, or with a letter that may be it with a mark."""
    either = re.escape(letter + letter.upper())
    return re.compile(rf"(?<![^\W_])(?:[{either}]|(?![_\x00-\x7f])\w)[^\W_]*")


def _may_be_another(lookups: Lookups, slipped: Mapping[str, str], others: Sequence[str]) -> bool:
    """Whether one of them may be meant as it stands: a word alone that is short, or begins or ends otherwise; a part of
    somebody's name, for "Maria" is not "Marta". Not where another word is of the same name, and the slip is in its last
    word, or lies within a long one: "Ann Leigh-Orrm", "Hendrick Lee" for "Hendrik Lee".
    """
    within = [word for word, meant in slipped.items() if (word[0], word[-1]) == (meant[0], meant[-1])]
    if not others and len(slipped) == 1:
        return not any(len(word) >= _LONG_ALONE for word in within)
    names = [name.folded.split() for name in lookups.names().known if name.kind == "PERSON"] if slipped else []
    beside = {*map(folded, others), *map(folded, slipped.values())}
    for word, meant in slipped.items():
        bearers = [name for name in names if folded(meant) in name]
        named = [name for name in bearers if len(beside.intersection(name)) > 1]
        is_slip = len(meant) >= _LONG_NAME and (word in within or any(name[-1] == folded(meant) for name in named))
        if bearers and not (named and is_slip):
            return True
    return False


def _replaced(words: str, by: dict[str, str]) -> str:
    parts: list[str] = []
    done = 0
    for found in stems.words(words):
        if found.group() in by:
            parts += [words[done : found.start()], _as_written(by[found.group()], found.group())]
            done = found.end()
    return "".join([*parts, words[done:]])


def _as_written(word: str, asked: str) -> str:
    """With a capital where it has one and was asked for with one."""
    return word if word[:1].isupper() and asked[:1].isupper() else word.lower()
