"""How surely a sentence tells again what another told before it, in whatever words: a score of nine weights."""

import math
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, combinations
from operator import mul

from bot.answers.kindred import one_of_kind
from bot.answers.saying import Units
from bot.words import plain

# A logistic regression on 3,700 pairs of candidate sentences of 60 topics over news stories, near copies left out, each
# pair marked by hand as an editor would who wants nothing twice. On topics of other stories than it was fitted to, it
# found 85 of 100 repetitions where it took 10 of 100 others for one (without `company`: 77).
_NEVER = -5.0
_LIKENESS = 4.1  # the cosine of their words, the rarer the weightier
_THINGS, _MANY_THINGS = 2.55, 8  # names and other words that they share, and of how many it is counted
_COMPANY = 2.25  # sentences of other documents are like both of them
_ONE_DOCUMENT, _ONE_STORY = 1.1, 1.5
_TWO_LEADS = 0.55  # both open their documents, which tell one story at one time
_ONE_EVENT = 1.85  # two documents tell one dated happening
_ONE_FIGURE, _DIGITS = 2.05, 3  # both hold it; of so many digits or more, and no year
_HALF_SPEECH = -1.0  # one of them is mostly somebody's words
_LATER = 3  # days after which the opening of a document of the same story says something new
_BY_CHANCE, _FEW_WORDS = 0.1, 4  # how alike any two of a topic may be; in a short one chance has more to say
_LITTLE_COMPANY = 0.1  # with less it says little
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AGE = re.compile(r"\d+-year-old|(?<=[a-z], )\d\d?(?=[,;]|\.(?!\d)| and\b)")  # "Ann Lee, 34, ...": no news

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with what is compared. `vector`: its stems, of length 1; `kinds`: these, those of one kind as one;
    `things`: see saying.units; `figures`: those that two tellings share by no chance; `story`: that of its document,
    which the sentence `opens` or not; `happening`: the one that it tells; `day`: of publication; `is_speech`: it is
    mostly somebody's words; `company`: see in_company. What the topic is stands neither in `kinds` nor in `things`.
    """

    document: int
    story: int | None
    opens: bool
    day: date | None
    happening: int | None
    vector: Vector
    kinds: Units
    things: Units
    figures: frozenset[str]
    is_speech: bool = False
    company: tuple[float, ...] = ()


def kinds(vector: Vector, topic: AbstractSet[str] = frozenset()) -> Units:
    return frozenset(map(one_of_kind, vector)) - topic


def figures(text: str) -> frozenset[str]:
    """The long numbers in a sentence, but for ages and years."""
    found = _FIGURE.findall(_AGE.sub("", plain(text)))
    return frozenset(number for number in found if len(number) >= _DIGITS and not _YEAR.fullmatch(number))


def in_company(tellings: Sequence[Telling]) -> list[Telling]:
    """Each with how like those of other documents are to it, as a vector: two that tell one thing in different words
    are often like the same third.
    """
    bits: dict[str, int] = {}
    for kind in chain.from_iterable(telling.kinds for telling in tellings):
        bits.setdefault(kind, 1 << len(bits))
    masks = [sum(bits[kind] for kind in telling.kinds) for telling in tellings]
    sizes = [len(telling.kinds) + _FEW_WORDS / 2 for telling in tellings]
    rows = [[0.0] * len(tellings) for _ in tellings]
    for one, other in combinations(range(len(tellings)), 2):
        shared = (masks[one] & masks[other]).bit_count()
        alike = 2 * shared / (sizes[one] + sizes[other]) - _BY_CHANCE
        if alike > 0 and tellings[one].document != tellings[other].document:
            rows[one][other] = rows[other][one] = alike
    return [replace(telling, company=_shortened(row)) for telling, row in zip(tellings, rows, strict=True)]


def _shortened(row: Sequence[float]) -> tuple[float, ...]:
    """To length 1, or less."""
    length = math.hypot(*row, _LITTLE_COMPANY)
    return tuple(value / length for value in row)


def likelihood(earlier: Telling, later: Telling) -> float:
    """From 0 to 1: that whoever has read the earlier one learns little from the later one."""
    return 1 / (1 + math.exp(-_score(earlier, later)))


def _score(one: Telling, other: Telling) -> float:
    apart = one.document != other.document
    story = one.story is not None and one.story == other.story
    score = _NEVER + _LIKENESS * cosine(one.vector, other.vector)
    score += _THINGS * min(1.0, len(one.things & other.things) / _MANY_THINGS)
    score += _COMPANY * sum(map(mul, one.company, other.company))
    if not apart:
        score += _ONE_DOCUMENT
    elif story:
        score += _ONE_STORY
    if story and apart and one.opens and other.opens and _at_once(one, other):
        score += _TWO_LEADS
    if apart and one.happening is not None and one.happening == other.happening:
        score += _ONE_EVENT
    if one.is_speech != other.is_speech:
        score += _HALF_SPEECH
    return score + _ONE_FIGURE * (not one.figures.isdisjoint(other.figures))


def _at_once(one: Telling, other: Telling) -> bool:
    return one.day is None or other.day is None or abs((one.day - other.day).days) < _LATER


def cosine(a: Vector, b: Vector) -> float:
    """Of two vectors of length 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[stem] for stem, value in a.items() if stem in b)
