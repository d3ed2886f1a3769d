"""A word that was typed -> other forms in which the library may hold it: in two words or one, derived, shortened."""

from collections.abc import Iterator
from itertools import pairwise

from bot.answers import stems
from bot.answers.kindred import kin
from bot.store.lookups import Lookups, Phrase
from bot.words import plain

_SHORTEST = 5  # letters of a word that may be two
_FAMILY = 5  # letters that two words of one family share; one more where the one is the other and an ending
_WORDS = 8  # of a question whose neighbours may be one word
_SHORT_FOR = {
    "ceo": ("chief executive",), "dept": ("department",), "eu": ("european",), "ft": ("fort",),
    "gen": ("general",), "gov": ("governor", "government"),
    "govt": ("government",), "intl": ("international",), "lt": ("lieutenant",), "mt": ("mount", "monte", "mont"),
    "natl": ("national",), "pm": ("prime minister",),
    "pres": ("president",), "prof": ("professor",), "sen": ("senator",), "sgt": ("sergeant",),
    "q1": ("first quarter",), "q2": ("second quarter",), "q3": ("third quarter",), "q4": ("fourth quarter",),
    "st": ("saint", "san", "sankt", "sainte"), "univ": ("university",),
}  # fmt: skip
_LONG = {long: tuple({*longs, short} - {long}) for short, longs in _SHORT_FOR.items() for long in longs if longs[2:]}
_FIGURES = "two three four five six seven eight nine ten eleven twelve".split()
_FIGURE = {
    **{word: (str(place),) for place, word in enumerate(_FIGURES, 2)},
    **{str(place): (word,) for place, word in enumerate(_FIGURES, 2)},
}
# Endings of Porter's stems: "volcan(ic)" and "volcano", "pharmaci" and "pharmacist", "diplomaci" and "diplomat".
_ENDINGS = (
    ("", "o"), ("", "i"), ("", "ian"), ("", "ician"), ("", "er"), ("", "ri"), ("i", "ist"), ("ic", "ist"), ("o", "ist"),
    ("ic", "istri"), ("ist", "istri"), ("aci", "at"),
)  # fmt: skip


def short_for(word: str) -> tuple[str, ...]:
    """What an abbreviation stands for, and how else a small number is written: "mount" for "mt", "4" for "four"."""
    bare = word.lower()
    return _SHORT_FOR.get(bare, ()) + _LONG.get(bare, ()) + _FIGURE.get(bare, ())


def doers(word: str) -> tuple[str, ...]:
    """Those who do what a word in -ing says: "teacher" for "teaching"."""
    stem = stems.stem(word)
    if not word.lower().endswith("ing") or len(stem) >= len(word):
        return ()
    base = word.lower().removesuffix("ing")
    return tuple(dict.fromkeys(f"{start}{ending}" for start in (base, stem) for ending in ("er", "or")))


def apart(lookups: Lookups, word: str) -> str | None:
    """The word in two, as the library holds it: "co operative" for "cooperative"."""
    bare = stems.unaccented(word)
    if len(bare) < _SHORTEST or not bare.isalpha():
        return None
    for cut in range(1, len(bare) - 1):
        parts: Phrase = (bare[:cut], bare[cut:])
        if all(_is_stem(lookups, part) for part in reversed(parts)) and lookups.holds(parts):
            return " ".join(parts)
    return None


def together(lookups: Lookups, words: str) -> Iterator[tuple[str, str]]:
    """Neighbours among these words that the library writes in one, or has a word for: ("cease fire", "ceasefire")."""
    found = list(stems.words(plain(words)))[:_WORDS]
    for first, then in pairwise(found):
        one = stems.unaccented(first.group() + then.group())
        if not one.isalpha() or then.start() - first.end() != 1:
            continue
        held = [(other,) for other in (one, *kin(stems.stem(one), one)) if _is_stem(lookups, other)]
        if held and lookups.holds(*held):
            yield plain(words)[first.start() : then.end()], one


def of_family(lookups: Lookups, word: str) -> str | None:
    """A word of one family with this one: "volcano" for "volcanic"."""
    stem = stems.stem(word)
    for pair in _ENDINGS:
        for here, there in (pair, pair[::-1]):
            shared = stem.removesuffix(here)
            if not stem.endswith(here) or len(shared) < _FAMILY + ("" in pair):
                continue
            other = shared + there
            if stems.stem(other) == other and _is_stem(lookups, other) and lookups.holds((other,)):
                return other
    return None


def _is_stem(lookups: Lookups, word: str) -> bool:
    """Whether any document, of whatever scope, holds the word: known without asking the full text."""
    stem = stems.stem(word)
    return stem in lookups.terms(stem, shortest=len(stem), longest=len(stem))
