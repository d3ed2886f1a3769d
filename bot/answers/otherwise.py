"""A question in other words than the documents': what speaks for one of them being about it, weighed.

Only asked where no document holds the words themselves. The weights are learned and printed by
`python -m benchmarks.otherwise_fit`.
"""

import math
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.answers import stems, thesaurus
from bot.answers.asking import IDLE, Asking, asking
from bot.answers.spelling import correction
from bot.answers.topic_words import head, kin_of, one_a_stem, proper
from bot.linking.odds import ALWAYS, Evidence, Weights, chance
from bot.store.lookups import Line, Lookups, Wanted
from bot.words import plain

_SENTENCE = re.compile(
    r"(?:who|what|when|where|why|which|how|did|does|do|is|are|was|were|has|have|can|will)\b", re.IGNORECASE
)
ENOUGH = 0.77  # of a chance: of what was kept from the learning, one absent question in a hundred had more
_FEWEST, _MOST = 2, 6  # words: one alone says too little, of more than six nobody expects an answer
_RANKED = 100
_WORDS, _MEANT = 8, 4  # documents that are read: of these those that hold most of the words, those nearest in meaning
_NEAR = 0.35  # cosine
_AS_ASKED, _KINDRED, _SAME, _KIND = 1.0, 0.9, 0.8, 0.6
"""How well a word in a text stands for one asked for: it is this one, a table's, a dictionary's, or a kind of it."""
_LEVELS = {_AS_ASKED: "as asked", _KINDRED: "kindred", _SAME: "same", _KIND: "kind"}
_OF_OTHERS, _MEANING = "of others", "meaning"
_TOGETHER = 3  # sentences
_APART = 0.02  # what is told in one sentence is preferred
_TOO_SHORT = 3  # letters of a stem that may be another word's

# Learned with the cosine of meaning, and without, where there is none.
WORDS: Weights = {
    "1 missing": 0.72,
    ALWAYS: -2.45,
    "apart": -0.54,
    "as asked": 0.25,
    "asked for in other words": -0.54,
    "kind": -0.80,
    "kindred": 0.10,
    "mass": 2.59,
    "names alone": -1.11,
    "same": 0.51,
    "two words": -1.44,
    "weakest": -0.40,
}
MEANING: Weights = {
    "1 missing": 0.56,
    ALWAYS: -4.95,
    "apart": -0.58,
    "as asked": 0.28,
    "asked for in other words": -0.70,
    "kind": -0.78,
    "mass": 2.61,
    "meaning": 4.13,
    "names alone": -0.84,
    "of others": -0.80,
    "same": 0.44,
    "two words": -0.86,
    "unknown": 0.81,
    "weakest": -0.18,
}


@dataclass(frozen=True, slots=True)
class Topic:
    """`of`: what each stem asked for is worth; `units`: these, those of one name together; `words`: those on file that
    may stand for each; `standing`: for a stem in a text, those it stands for and how well; `surfaces`: all these words;
    `names`: stems that are; `held`: stems that some document holds; `most`: what a word is worth that one holds.
    """

    about: str
    of: Mapping[str, float]
    units: tuple[tuple[str, ...], ...]
    words: Mapping[str, Sequence[str]]
    standing: Mapping[str, Mapping[str, float]]
    surfaces: frozenset[str]
    names: frozenset[str]
    held: frozenset[str]
    most: float

    @property
    def needed(self) -> set[str]:
        """What is asked for; of what a whole sentence asks all: "who won the Nobel prize" is no "film prize"."""
        return set(self.of) if _SENTENCE.match(self.about) else {head(self.about)} & self.of.keys()

    def levels(self, text: str) -> dict[str, float]:
        """The stems that stand in it, and how well. What a dictionary puts for a word is no name."""
        found: dict[str, float] = {}
        for stem, word in stems.distinct(text):
            if stem not in self.standing:
                continue
            for asked, level in self.standing[stem].items():
                is_word = level > _SAME or word in text
                if is_word and level > found.get(asked, 0.0) and (len(stem) > _TOO_SHORT or word in self.surfaces):
                    found[asked] = level
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """A document that may be about it: the evidence, and what stands in its best lines."""

    document: int
    evidence: Evidence
    levels: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Found:
    """`documents`: how likely each is about it; `of`, `kin`: what is told of it, and by which other stems."""

    documents: Mapping[int, float]
    of: Mapping[str, float]
    kin: Mapping[str, str]
    surfaces: frozenset[str]


def otherwise(lookups: Lookups, about: str, within: set[int] | None) -> Found | None:
    topic = _topic(lookups, about)
    if topic is None:
        return None
    told = [each for each in candidates(lookups, topic) if within is None or each.document in within]
    weights = MEANING if lookups.nearest else WORDS
    chances = {each.document: chance(each.evidence, weights) for each in told}
    told = [each for each in told if chances[each.document] >= ENOUGH]
    if not told or ((other := correction(lookups, about)) and (other.same or other.certain)):
        return None
    told_of = set[str]().union(*(each.levels for each in told))
    return Found(
        documents={each.document: chances[each.document] for each in told},
        of={stem: worth for stem, worth in topic.of.items() if stem in told_of},
        kin={
            other: max(stood, key=lambda stem: stood[stem])
            for other, stood in topic.standing.items()
            if other not in topic.of
        },
        surfaces=topic.surfaces,
    )


def evidence_of(lookups: Lookups, about: str) -> list[Told]:
    """What is weighed: for the benchmark that learns the weights."""
    topic = _topic(lookups, about)
    return candidates(lookups, topic) if topic else []


def _topic(lookups: Lookups, about: str) -> Topic | None:
    asked = asking(about)
    asked = replace(asked, words=tuple(word for word in asked.words if word not in IDLE) or asked.words)
    forms = asked.forms()
    if asked.phrases or asked.never or asked.lettered or not _FEWEST <= len(forms) <= _MOST:
        return None
    names = frozenset(proper(lookups, asked, about) & forms.keys())
    words = _standing(lookups, asked, names)
    standing: dict[str, dict[str, float]] = {}
    for stem, others in words.items():
        for other, level in others:
            levels = standing.setdefault(stems.stem(other), {})
            levels[stem] = max(level, levels.get(stem, 0.0))
    sure = ([(word,) for word, level in others if level >= _KINDRED] for others in words.values())
    holders = {stem: lookups.holding(*phrases) for stem, phrases in zip(words, sure, strict=True)}
    total = lookups.shelf()[0]
    return Topic(
        about=about,
        of={stem: math.log(1 + (total + 0.5) / (len(found) + 0.5)) for stem, found in holders.items()},
        units=tuple(_units(about, forms, names)),
        words={stem: [word for word, _ in others] for stem, others in words.items()},
        standing=standing,
        surfaces=frozenset(word for others in words.values() for word, _ in others),
        names=names,
        held=frozenset(stem for stem, found in holders.items() if found),
        most=math.log(1 + (total + 0.5) / 1.5),
    )


def _units(about: str, asked: Container[str], names: Container[str]) -> Iterator[tuple[str, ...]]:
    """The stems asked for, each once; words of a name that stand in a row are one: "Port Velden" says no more than
    "Velden".
    """
    told = list(dict.fromkeys(stems.stems(plain(about))))
    for is_name, run in groupby(told, lambda stem: stem in names):
        kept = tuple(stem for stem in run if stem in asked)
        yield from ((kept,) if is_name and kept else ((stem,) for stem in kept))


def _standing(lookups: Lookups, asked: Asking, names: Iterable[str]) -> dict[str, list[tuple[str, float]]]:
    """For each stem the words on file that may stand for it; for a name only those that tables know."""
    kin = kin_of(lookups, asked)
    found: dict[str, list[tuple[str, float]]] = {}
    for stem, word in asked.forms().items():
        words = [(word, _AS_ASKED), *((other, _KINDRED) for other in one_a_stem(kin.get(stem, ())))]
        if stem not in names:
            words += [(other, _SAME) for other in thesaurus.same(word)]
            words += [(other, _KIND) for other in thesaurus.kinds(word)]
        found[stem] = [words[0], *(each for each in words[1:] if _is_on_file(lookups, each[0]))]
    return found


def _is_on_file(lookups: Lookups, word: str) -> bool:
    stem = stems.stem(word)
    return stem in lookups.terms(stem, shortest=len(stem), longest=len(stem))


def candidates(lookups: Lookups, topic: Topic) -> list[Told]:
    """The documents that may be about it: those that hold most of the words, and those nearest in meaning; in each what
    is needed must be told, and not most of it in other words.
    """
    needed = topic.needed
    holders = [lookups.holding(*((word,) for word in topic.words[stem])) for stem in {*needed, *topic.names}]
    may_be = holders[0].intersection(*holders[1:]) if holders else set[int]()
    if not may_be:
        return []
    cosines = dict(lookups.nearest(topic.about, lookups.shelf()[0], -1.0)) if lookups.nearest else {}
    some = tuple((word,) for words in topic.words.values() for word in words)
    most = [each.document for each in lookups.ranked(Wanted(some), _RANKED) if each.document in may_be][:_WORDS]
    near = [each for each, cosine in cosines.items() if cosine >= _NEAR and each in may_be][:_MEANT]
    lines = lookups.lines(dict.fromkeys([*most, *near]))
    titles = lookups.titles(lines)
    told = (_told(topic, titles[each], lines[each], cosines.get(each)) for each in lines if lines[each])
    return [each for each in told if needed <= each.levels.keys() and _may_be_meant(topic, each)]


def _may_be_meant(topic: Topic, told: Told) -> bool:
    """Where a dictionary puts other words for most of them, or for any beside one that is missing, they may be other
    things; and what other documents tell may not be missing, unless its meaning is weighed.
    """
    others = sum(level < _KINDRED for level in told.levels.values())
    if _OF_OTHERS in told.evidence and _MEANING not in told.evidence:
        return False
    return not others if len(told.levels) < len(topic.of) else 2 * others <= len(told.levels)


def _told(topic: Topic, title: str, lines: Sequence[Line], cosine: float | None) -> Told:
    of_title, of_lines = topic.levels(title), [topic.levels(line.text) for line in lines]
    whole = sum(topic.of.values())
    best, score, is_apart = of_title, -1.0, False
    telling = [place for place, levels in enumerate(of_lines) if levels]
    for size in (1, _TOGETHER):
        for place in {max(0, here - back) for here in telling for back in range(size)}:
            levels = _joined(of_title, *of_lines[place : place + size])
            worth = sum(topic.of[stem] * level for stem, level in levels.items()) / whole - _APART * (size > 1)
            if worth > score:
                best, score, is_apart = levels, worth, size > 1
    evidence = dict(_evidence(topic, best, _joined(of_title, *of_lines)))
    if is_apart:
        evidence["apart"] = 1.0
    if cosine is not None:
        evidence[_MEANING] = cosine
    return Told(lines[0].document, evidence, best)


def _joined(*levels: Mapping[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for each in levels:
        for stem, level in each.items():
            found[stem] = max(level, found.get(stem, 0.0))
    return found


def _evidence(topic: Topic, best: Mapping[str, float], anywhere: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Shares of what was asked for, by how it is told or why it may not be; how well; how much it says in all."""
    worth = {unit: max(topic.of[stem] for stem in unit) for unit in topic.units}
    levels = {unit: min(best.get(stem, 0.0) for stem in unit) for unit in topic.units}
    whole = sum(worth.values())
    shares: dict[str, float] = {}
    for unit, level in levels.items():
        kind = _LEVELS.get(level) or _missing(topic, unit, anywhere)
        shares[kind] = shares.get(kind, 0.0) + worth[unit] / whole
    yield from shares.items()
    missing = sum(not level for level in levels.values())
    if missing:
        yield f"{min(missing, 2)} missing", 1.0
    else:
        yield "weakest", min(levels.values())
    if best.get(head(topic.about), 0.0) < _KINDRED:
        yield "asked for in other words", 1.0
    if all(level < _KINDRED or unit[0] in topic.names for unit, level in levels.items()):
        yield "names alone", 1.0
    if len(topic.units) == _FEWEST:
        yield "two words", 1.0
    yield "mass", sum(worth[unit] * level for unit, level in levels.items()) / topic.most


def _missing(topic: Topic, unit: Sequence[str], anywhere: Mapping[str, float]) -> str:
    if all(anywhere.get(stem, 0.0) >= _KINDRED for stem in unit):
        return "elsewhere"
    return _OF_OTHERS if topic.held.issuperset(unit) else "unknown"
