"""How surely a sentence tells again what another told before it, in whatever words: a score of nine weights."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, combinations
from operator import mul

from bot.answers import saying
from bot.answers.kindred import one_of_kind
from bot.answers.saying import Units
from bot.words import plain

# A logistic regression on 5,000 pairs of candidate sentences of 94 topics over news stories, near copies left out, each
# pair marked by hand as an editor would who wants nothing twice. On topics of other stories than it was fitted to, it
# found 84 of 100 repetitions where it took 10 of 100 others for one, and 91 where 20.
_NEVER = -3.4
_LIKENESS = 5.1  # the cosine of their words, the rarer the weightier
_THINGS, _MANY_THINGS = 2.7, 6  # names and other words that they share, and of how many rare ones it is counted
_COMPANY = 2.95  # other sentences of their story are like both of them
_ONE_DOCUMENT = -0.25  # which seldom tells its own again
_TWO_LEADS = 1.9  # both open their documents, which tell one story at one time
"""Fitted: 0.85. Of leads that share hardly a word a third tell the same, which costs more than one that is left out."""
_ONE_EVENT = 1.8  # two documents tell one dated happening
_ONE_FIGURE, _DIGITS = 2.35, 3  # both hold it; of so many digits or more, if it counts nothing
_HALF_SPEECH = -1.25  # one of them is mostly somebody's words
_LATER = 3  # days after which the opening of a document of the same story says something new
_BY_CHANCE, _FEW_WORDS = 0.1, 4  # how alike any two of a topic may be; in a short one chance has more to say
_LITTLE_COMPANY = 0.1  # with less it says little
_FEW_DOCUMENTS = 2  # among so few, what all of them hold may still be what one story is about
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_COUNTED = re.compile(r"(\d+(?:[.,]\d+)*)[ -]([A-Za-z]{3,})")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d|,\d)")
_AGE = re.compile(r"\d+-year-old|(?<=[a-z], )\d\d?(?=[,;](?!\d)|\.(?!\d)| and\b)")  # "Ann Lee, 34, ...": no news

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with what is compared. `vector`: its stems, of length 1; `kinds`: these, those of one kind as one;
    `things`: see saying.units; `figures`: those that two tellings share by no chance; `story`: that of its document,
    which the sentence `opens` or not; `happening`: the one that it tells; `day`: of publication; `is_speech`: it is
    mostly somebody's words. What the topic is stands neither in `kinds` nor in `things`. `rarity`, `company`: what
    the others beside which it is told make of its things and of itself, see among_others.
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
    rarity: Mapping[str, float] = field(default_factory=dict[str, float])
    company: tuple[float, ...] = ()


def kinds(vector: Vector, topic: AbstractSet[str] = frozenset()) -> Units:
    return frozenset(map(one_of_kind, vector)) - topic


def figures(text: str) -> frozenset[str]:
    """The long numbers in a sentence and the others with what they count, "32 yards"; no ages and no years."""
    flat = _AGE.sub("", plain(text))
    numbers = [number for number in _FIGURE.findall(flat) if sum(map(str.isdigit, number)) >= _DIGITS]
    counted = [f"{number} {what}" for number, word in _COUNTED.findall(flat) for what in saying.of_words(word)]
    return frozenset(figure for figure in numbers + counted if not _YEAR.match(figure))


def among_others(tellings: Sequence[Telling]) -> list[Telling]:
    """Each with how rare its things are in these documents, which all say "finance minister" of one, and with how like
    the others of its story are to it, as a vector: two that tell one thing in different words are often like the same
    third.
    """
    rarity = _rarity(tellings)
    bits: dict[str, int] = {}
    for kind in chain.from_iterable(telling.kinds for telling in tellings):
        bits.setdefault(kind, 1 << len(bits))
    masks = [sum(bits[kind] for kind in telling.kinds) for telling in tellings]
    sizes = [len(telling.kinds) + _FEW_WORDS / 2 for telling in tellings]
    rows = [[0.0] * len(tellings) for _ in tellings]
    for one, other in combinations(range(len(tellings)), 2):
        if _of_one_story(tellings[one], tellings[other]):
            shared = (masks[one] & masks[other]).bit_count()
            alike = 2 * shared / (sizes[one] + sizes[other]) - _BY_CHANCE
            rows[one][other] = rows[other][one] = max(0.0, alike)
    return [
        replace(telling, rarity=rarity, company=_shortened(row)) for telling, row in zip(tellings, rows, strict=True)
    ]


def _rarity(tellings: Sequence[Telling]) -> dict[str, float]:
    """From 1, what hardly a document holds, down to 0; a year says little of what happened in it."""
    spread = Counter(thing for _, thing in {(each.document, thing) for each in tellings for thing in each.things})
    documents = len({telling.document for telling in tellings}) + _FEW_DOCUMENTS
    return {thing: 0.0 if _YEAR.fullmatch(thing) else 1 - times / documents for thing, times in spread.items()}


def _of_one_story(one: Telling, other: Telling) -> bool:
    """Two documents of it."""
    return one.story is not None and one.story == other.story and one.document != other.document


def _shortened(row: Sequence[float]) -> tuple[float, ...]:
    """To length 1, or less."""
    length = math.hypot(*row, _LITTLE_COMPANY)
    return tuple(value / length for value in row)


def likelihood(earlier: Telling, later: Telling) -> float:
    """From 0 to 1: that whoever has read the earlier one learns little from the later one."""
    return 1 / (1 + math.exp(-_score(earlier, later)))


def _score(one: Telling, other: Telling) -> float:
    shared = sum(one.rarity.get(thing, 1.0) for thing in one.things & other.things)
    score = _NEVER + _LIKENESS * cosine(one.vector, other.vector) + _THINGS * min(1.0, shared / _MANY_THINGS)
    score += _COMPANY * sum(map(mul, one.company, other.company))
    if one.document == other.document:
        score += _ONE_DOCUMENT
    if one.opens and other.opens and _of_one_story(one, other) and _at_once(one, other):
        score += _TWO_LEADS
    if one.happening is not None and one.happening == other.happening and one.document != other.document:
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
