"""Words as the full text sees them: tokens with their places, and the same Porter stems that SQLite makes.

The algorithm is that of M. F. Porter, "An algorithm for suffix stripping", 1980; a test compares it with SQLite's.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from bot.words import STOP_WORDS

_WORD = re.compile(r"[^\W_]+")
_TEXTS = 8192  # sentences whose words are remembered: an answer asks for those of the same ones again and again
LITTLE = frozenset(
    """
    across along amid among around behind beside besides beyond despite inside near onto outside per since throughout
    toward towards via whether within without
    """.split()
)
"""Words that help to rank, but whose absence says nothing."""
_SHORTEST, _LONGEST = 3, 64  # SQLite leaves shorter and longer words as they are

_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "logi": "log", "bli": "ble",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate",
    "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive",
    "biliti": "ble",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_STEP_4 = tuple(
    "ement ance ence able ible ment ant ent ion ism ate iti ous ive ize al er ic ou".split()
)  # the longest first; "ion" only after s or t
_STEPS_2_AND_3 = tuple((tuple(endings), endings) for endings in (_STEP_2, _STEP_3))


def words(text: str) -> Iterator[re.Match[str]]:
    """The tokens of a text, at their places."""
    return _WORD.finditer(text)


def tokens(text: str) -> list[str]:
    """The same without their places."""
    return _WORD.findall(text)


def stems(text: str) -> list[str]:
    """The stem of every token, in order."""
    return [stem(found.group()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=_TEXTS)
def row(text: str) -> tuple[str, ...]:
    """The same, remembered."""
    return tuple(map(stem, _WORD.findall(text)))


@lru_cache(maxsize=_TEXTS)
def content(text: str) -> tuple[str, ...]:
    """The stems of a text without stop words and single letters."""
    return tuple(stem(word) for word in _WORD.findall(text) if says_something(word))


@lru_cache(maxsize=_TEXTS)
def distinct(text: str) -> frozenset[tuple[str, str]]:
    """Its different words: (stem, the word in lower case)."""
    return frozenset((stem(word), word.lower()) for word in _WORD.findall(text))


@lru_cache(maxsize=65536)
def says_something(word: str) -> bool:
    return (len(word) > 1 or word.isdigit()) and word.lower() not in STOP_WORDS


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One token, bare and stemmed."""
    bare = unaccented(word)
    if not _SHORTEST <= len(bare) < _LONGEST:
        return bare
    return _step_5(_step_4(_steps_2_and_3(_step_1(bare))))


def unaccented(text: str) -> str:
    """In small letters without marks, as the full text keeps words; unlike folded ones, "Łódź" keeps its Ł."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _consonant(word: str, place: int) -> bool:
    letter = word[place]
    if letter in "aeiou":
        return False
    return letter != "y" or place == 0 or not _consonant(word, place - 1)


def _measure(word: str) -> int:
    """How often a vowel is followed by a consonant: Porter's m."""
    kinds = [_consonant(word, place) for place in range(len(word))]
    return sum(not before and after for before, after in pairwise(kinds))


def _has_vowel(word: str) -> bool:
    return any(not _consonant(word, place) for place in range(len(word)))


def _doubled(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _consonant(word, len(word) - 1)


def _short(word: str) -> bool:
    """Ends consonant, vowel, consonant, the last not w, x or y: "hop"."""
    size = len(word)
    if size < 3 or word[-1] in "wxy":  # noqa: PLR2004 - three letters are looked at
        return False
    return _consonant(word, size - 1) and not _consonant(word, size - 2) and _consonant(word, size - 3)


def _step_1(word: str) -> str:
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) > 0 else word
    elif (cut := _past(word)) is not None:
        word = _repaired(cut)
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    return word


def _past(word: str) -> str | None:
    for ending in ("ed", "ing"):
        if word.endswith(ending) and _has_vowel(word[: -len(ending)]):
            return word[: -len(ending)]
    return None


def _repaired(word: str) -> str:
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _doubled(word) and word[-1] not in "lsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _short(word) else word


def _steps_2_and_3(word: str) -> str:
    for all_of_them, endings in _STEPS_2_AND_3:
        if not word.endswith(all_of_them):  # as most words
            continue
        ending = max((e for e in endings if word.endswith(e)), key=len)
        if _measure(word[: -len(ending)]) > 0:
            word = word[: -len(ending)] + endings[ending]
    return word


def _step_4(word: str) -> str:
    if not word.endswith(_STEP_4):
        return word
    ending = next(filter(word.endswith, _STEP_4))
    rest = word[: -len(ending)]
    if _measure(rest) <= 1 or (ending == "ion" and rest[-1:] not in ("s", "t")):
        return word
    return rest


def _step_5(word: str) -> str:
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _short(word[:-1])):
            word = word[:-1]
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word


STOP_STEMS = frozenset(map(stem, STOP_WORDS))
