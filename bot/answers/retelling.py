"""How surely a sentence tells again what another told before it, in whatever words: a score of eight weights."""

import math
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from bot.answers.kindred import one_of_kind
from bot.answers.saying import Units
from bot.words import plain

# A logistic regression on 4,500 pairs of candidate sentences of 60 topics over news stories, each pair marked by hand
# as told again or as new. On topics of other stories than it was fitted to, it found 73 (80, 85) of 100 repetitions
# where 77 (71, 67) of 100 that it named were some.
_NEVER = -6.1
_LIKENESS = 4.6  # the cosine of their words, the rarer the weightier
_WORDS, _FEW_WORDS = 4.9, 2  # how much of the shorter one's words the other has; in a short one chance has more to say
_THINGS, _MANY_THINGS = 1.5, 8  # names and other words that they share, and of how many it is counted
_ONE_STORY = 2.85  # their documents are of one story, or one
_NO_STORY = 2.25  # one of the documents shares a story with no other: nobody has found them to tell two
_TWO_LEADS = 2.0  # both open their documents, which tell one story at one time
_ONE_EVENT = 0.95  # two documents tell one dated happening
_NEW_FIGURES, _MANY_FIGURES = -1.2, 3  # figures that the later one adds
_LATER = 3  # days after which the opening of a document of the same story says something new
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_AGE = re.compile(r"\d+-year-old|(?<=[a-z], )\d\d?(?=[,;]|\.(?!\d)| and\b)")  # "Ann Lee, 34, ...": no news

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with what is compared. `vector`: its stems, of length 1; `kinds`: these, those of one kind as one;
    `things`: see saying.units; `story`: that of its document, which others share if it is `linked` and which the
    sentence `opens` or not; `happening`: the one that it tells; `day`: of publication. What the topic is stands
    neither in `kinds` nor in `things`.
    """

    document: int
    story: int | None
    linked: bool
    opens: bool
    day: date | None
    happening: int | None
    vector: Vector
    kinds: Units
    things: Units
    figures: frozenset[str]


def kinds(vector: Vector, topic: AbstractSet[str] = frozenset()) -> Units:
    return frozenset(map(one_of_kind, vector)) - topic


def figures(text: str) -> frozenset[str]:
    """The numbers in a sentence, but for ages."""
    return frozenset(_FIGURE.findall(_AGE.sub("", plain(text))))


def likelihood(earlier: Telling, later: Telling) -> float:
    """From 0 to 1: that whoever has read the earlier one learns nothing from the later one."""
    return 1 / (1 + math.exp(-_score(earlier, later)))


def _score(earlier: Telling, later: Telling) -> float:
    apart = earlier.document != later.document
    story = earlier.story is not None and earlier.story == later.story
    score = _NEVER + _LIKENESS * cosine(earlier.vector, later.vector)
    score += _WORDS * _overlap(earlier.kinds, later.kinds)
    score += _THINGS * min(1.0, len(earlier.things & later.things) / _MANY_THINGS)
    if story or not apart:
        score += _ONE_STORY
    elif not (earlier.linked and later.linked):
        score += _NO_STORY
    if story and apart and earlier.opens and later.opens and _at_once(earlier, later):
        score += _TWO_LEADS
    if apart and earlier.happening is not None and earlier.happening == later.happening:
        score += _ONE_EVENT
    return score + _NEW_FIGURES * min(1.0, len(later.figures - earlier.figures) / _MANY_FIGURES)


def _overlap(one: Units, other: Units) -> float:
    return len(one & other) / (min(len(one), len(other)) + _FEW_WORDS)


def _at_once(one: Telling, other: Telling) -> bool:
    return one.day is None or other.day is None or abs((one.day - other.day).days) < _LATER


def cosine(a: Vector, b: Vector) -> float:
    """Of two vectors of length 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[stem] for stem, value in a.items() if stem in b)
