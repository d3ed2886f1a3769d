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
ENOUGH = 0.8
_FEWEST, _MOST = 2, 6  # words: one alone says too little, of more than six nobody expects an answer
_WORDS, _MEANT = 10, 4  # documents that are looked at: those that hold most of the words, those nearest in meaning
_NEAR = 0.35  # cosine
_AS_ASKED, _KINDRED, _SAME, _KIND, _BROADER = 1.0, 0.9, 0.8, 0.6, 0.5
"""How well a word in a text stands for one asked for: it is this one, a table's, a dictionary's, or a kind of it."""
_LEVELS = {_AS_ASKED: "as asked", _KINDRED: "kindred", _SAME: "same", _KIND: "kind", _BROADER: "broader"}
_TOGETHER = 3  # sentences
_APART = 0.02  # what is told in one sentence is preferred
_TOO_SHORT = 3  # letters of a stem that may be another word's

# Learned with the cosine of meaning, and without, where there is none.
WORDS: Weights = {
    "1 missing": 0.19,
    "2 missing": -0.66,
    ALWAYS: -3.90,
    "apart": -1.32,
    "as asked": 1.27,
    "asked for in other words": -1.08,
    "broader": -0.45,
    "kind": -0.63,
    "kindred": 0.15,
    "mass": 3.11,
    "names alone": -0.99,
    "of others": -1.09,
    "same": -0.32,
    "two words": -1.19,
    "unknown": 1.03,
    "weakest": 0.41,
}
MEANING: Weights = {
    "1 missing": 0.36,
    "2 missing": -0.33,
    ALWAYS: -4.78,
    "apart": -0.70,
    "as asked": 0.58,
    "asked for in other words": -0.70,
    "broader": -0.37,
    "kind": -0.45,
    "mass": 2.31,
    "meaning": 5.17,
    "names alone": -0.97,
    "of others": -0.86,
    "two words": -1.18,
    "unknown": 0.96,
    "weakest": 0.17,
}


@dataclass(frozen=True, slots=True)
class Topic:
    """`of`: what each stem asked for is worth; `units`: these, those of one name together; `standing`: for a stem in a
    text, those it stands for and how well; `surfaces`: the words that stand for one; `names`: stems that are; `held`:
    stems that some document holds; `most`: what a word is worth that one document holds.
    """

    about: str
    of: Mapping[str, float]
    units: tuple[tuple[str, ...], ...]
    standing: Mapping[str, Mapping[str, float]]
    surfaces: frozenset[str]
    names: frozenset[str]
    held: frozenset[str]
    most: float

    def levels(self, text: str) -> dict[str, float]:
        """The stems that stand in it, and how well. What a dictionary puts for a word is no name."""
        found: dict[str, float] = {}
        for stem, word in stems.distinct(text):
            for asked, level in self.standing.get(stem, {}).items():
                is_word = level > _SAME or word in text
                if is_word and level > found.get(asked, 0.0) and (len(stem) > _TOO_SHORT or word in self.surfaces):
                    found[asked] = level
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """A document that may be about it: the evidence, what stands in its best lines, and what anywhere in it."""

    document: int
    evidence: Evidence
    levels: Mapping[str, float]
    anywhere: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Found:
    """`documents`: how likely each is about it; `of`, `kin`: what is told of it, and by which other stems."""

    documents: Mapping[int, float]
    of: Mapping[str, float]
    kin: Mapping[str, str]
    surfaces: frozenset[str]


def otherwise(lookups: Lookups, about: str, within: set[int] | None) -> Found | None:
    topic = _topic(lookups, about)
    if topic is None or ((other := correction(lookups, about)) and (other.same or other.certain)):
        return None
    told = [each for each in candidates(lookups, topic) if within is None or each.document in within]
    weights = MEANING if lookups.nearest else WORDS
    chances = {each.document: chance(each.evidence, weights) for each in told}
    told = [each for each in told if chances[each.document] >= ENOUGH]
    if not told:
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
    standing: dict[str, dict[str, float]] = {}
    holders: dict[str, set[int]] = {}
    surfaces = set(forms.values())
    for stem, words in _standing(lookups, asked, names).items():
        for word, level in words:
            levels = standing.setdefault(stems.stem(word), {})
            levels[stem] = max(level, levels.get(stem, 0.0))
            surfaces.add(word)
        holders[stem] = lookups.holding(*((word,) for word, level in words if level >= _KINDRED))
    total = lookups.shelf()[0]
    return Topic(
        about=about,
        of={stem: math.log(1 + (total + 0.5) / (len(found) + 0.5)) for stem, found in holders.items()},
        units=tuple(_units(about, forms, names)),
        standing=standing,
        surfaces=frozenset(surfaces),
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
            words += [(other, _BROADER) for other in thesaurus.broader(word)]
        found[stem] = [words[0], *(each for each in words[1:] if _is_on_file(lookups, each[0]))]
    return found


def _is_on_file(lookups: Lookups, word: str) -> bool:
    stem = stems.stem(word)
    return stem in lookups.terms(stem, shortest=len(stem), longest=len(stem))


def candidates(lookups: Lookups, topic: Topic) -> list[Told]:
    """The documents that may be about it: those that hold most of the words, and those nearest in meaning; in each what
    is asked for must be told and, of what a whole sentence asks, all ("who won the Nobel prize" is no "film prize"),
    and no name may be missing.
    """
    some = tuple((word,) for word in topic.surfaces)
    cosines = dict(lookups.nearest(topic.about, _MEANT, _NEAR)) if lookups.nearest else {}
    documents = [each.document for each in lookups.ranked(Wanted(some), _WORDS)]
    lines = lookups.lines(dict.fromkeys([*documents, *cosines]))
    titles = lookups.titles(lines)
    if lookups.nearest:
        every = dict(lookups.nearest(topic.about, lookups.shelf()[0], -1.0))
        cosines = {document: every.get(document, 0.0) for document in lines}
    told = [_told(topic, titles[each], lines[each], cosines.get(each)) for each in lines if lines[each]]
    needed = set(topic.of) if _SENTENCE.match(topic.about) else {head(topic.about)}
    return [each for each in told if needed <= each.levels.keys() and topic.names <= each.anywhere.keys()]


def _told(topic: Topic, title: str, lines: Sequence[Line], cosine: float | None) -> Told:
    of_title, of_lines = topic.levels(title), [topic.levels(line.text) for line in lines]
    whole = sum(topic.of.values())
    best, score, is_apart = of_title, -1.0, False
    for size in (1, _TOGETHER):
        for place in range(len(lines)):
            levels = _joined(of_title, *of_lines[place : place + size])
            worth = sum(topic.of[stem] * level for stem, level in levels.items()) / whole - _APART * (size > 1)
            if worth > score:
                best, score, is_apart = levels, worth, size > 1
    anywhere = _joined(of_title, *of_lines)
    evidence = dict(_evidence(topic, best, anywhere))
    if is_apart:
        evidence["apart"] = 1.0
    if cosine is not None:
        evidence["meaning"] = cosine
    return Told(lines[0].document, evidence, best, anywhere)


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
    return "of others" if topic.held.issuperset(unit) else "unknown"
