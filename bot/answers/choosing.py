"""Which few of many sentences say most: relevance, centrality, position, recency, and nothing twice."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers import reading, stems
from bot.store.lookups import Line

# What each consideration weighs; they add up to 1.
_RELEVANCE, _CENTRALITY, _TITLE, _POSITION, _TOLD = 0.30, 0.15, 0.20, 0.12, 0.10
_FACTS, _DOCUMENT, _RECENCY = 0.05, 0.04, 0.04
_SAME = 0.36
"""Two sentences as alike as this (cosine) say the same."""
_SAME_WORDS = 0.75
"""And so does one that holds this much of the shorter one's words, however common these are."""
_NOVELTY = 0.7  # how much of its likeness to what is already said a sentence loses
_ENOUGH = 0.45  # of the best sentence's score: what falls below is padding
_AGAIN = 0.88  # each sentence of a document makes the next of the same one so much less welcome
_LEANING = 0.9  # "The two ministers ..." reads alone, though not well
_TORN = 0.85  # half of a quotation
_IN_THE_AIR = 0.01  # "He agreed.": better than nothing, if there is nothing better
_MOSTLY_TOLD = 0.3
_SHORT, _LONG = 7, 60  # words: a fragment, and a sentence one does not read

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what is known of its place: shares from 0 to 1, 1 being most relevant, first, newest.

    `headline`: what its document's title says, the rarer the word the weightier; `facts`: whether it names people,
    places, figures; `told`: whether it is the fullest telling of a dated event that others speak of too; `happening`:
    the one that the sentence itself tells, if any; `lead_of`: the story whose document it opens.
    """

    line: Line
    relevance: float
    headline: Mapping[str, float]
    position: float
    facts: float
    told: float
    happening: int | None
    lead_of: int | None
    document: float
    recency: float


def chosen(candidates: Sequence[Candidate], *, least: int, most: int) -> list[Candidate]:
    """The best of them, the best first; no two say the same, none begins in the air."""
    vectors = _vectors(candidates)
    centre = _centre(candidates, vectors)
    scores = {at: _score(each, _cosine(vectors[at], centre)) for at, each in enumerate(candidates)}
    sound = [at for at in scores if scores[at] > _IN_THE_AIR]
    left = sound or list(scores)[:least]
    taken: list[int] = []
    told = set[str]()
    likeness = dict.fromkeys(left, 0.0)
    top = 0.0
    while left and len(taken) < most:
        worth = {at: scores[at] + _TITLE * _headline(candidates[at], vectors[at], told) for at in left}
        worth = {at: value * (1 - _NOVELTY * likeness[at]) for at, value in worth.items()}
        worthy = [at for at in left if len(taken) < least or worth[at] >= _ENOUGH * top]
        if not worthy:
            break
        siblings = Counter(candidates[at].line.document for at in taken)
        best = max(worthy, key=lambda at: worth[at] * _AGAIN ** siblings[candidates[at].line.document])
        top = top or worth[best]
        taken.append(best)
        told |= vectors[best].keys()
        likeness = {at: max(likeness[at], _cosine(vectors[at], vectors[best])) for at in left}
        left = [at for at in left if at != best and not _same(at, best, candidates, vectors)]
    return [candidates[at] for at in taken]


def _headline(candidate: Candidate, vector: Vector, told: set[str]) -> float:
    """How much of what its title promises, and nothing tells yet, a sentence tells; 0 once most of it is told."""
    open_ = {stem: worth for stem, worth in candidate.headline.items() if stem not in told}
    whole = sum(open_.values())
    if whole < _MOSTLY_TOLD * sum(candidate.headline.values()):
        return 0.0
    share = sum(worth for stem, worth in open_.items() if stem in vector) / (whole or 1.0)
    return share * (_LEANING if reading.leans(candidate.line.text) else 1.0)


def in_order(picked: Sequence[Candidate]) -> list[Line]:
    """An opening that stands near the top of its text, the rest of that document, then the other documents."""
    if not picked:
        return []
    best: dict[int, float] = {}
    for rank, each in enumerate(picked):
        best.setdefault(each.line.document, -rank)
    opener = max(picked[:3], key=lambda each: (not reading.leans(each.line.text), each.position, -picked.index(each)))
    rest = [each for each in picked if each is not opener]
    rest.sort(key=lambda e: (e.line.document != opener.line.document, -best[e.line.document], e.line.ordinal))
    return [opener.line, *(each.line for each in rest)]


def _score(candidate: Candidate, centrality: float) -> float:
    text = candidate.line.text
    if reading.dangles(text):
        return _IN_THE_AIR
    score = (
        _RELEVANCE * candidate.relevance
        + _CENTRALITY * centrality
        + _POSITION * candidate.position
        + _TOLD * candidate.told
        + _FACTS * candidate.facts
        + _DOCUMENT * candidate.document
        + _RECENCY * candidate.recency
    )
    size = len(text.split())
    if size < _SHORT:
        score *= 0.5
    elif size > _LONG:
        score *= _LONG / size
    if reading.leans(text):
        score *= _LEANING
    if reading.is_torn(text):
        score *= _TORN
    return score * (0.6 if text.rstrip().endswith(("?", "!", ":")) else 1.0)


def _same(at: int, other: int, candidates: Sequence[Candidate], vectors: Sequence[Vector]) -> bool:
    """They say the same: in the same words, or two documents tell the same happening or open the same story."""
    a, b = candidates[at], candidates[other]
    one_event = a.happening is not None and a.happening == b.happening
    one_story = a.lead_of is not None and a.lead_of == b.lead_of
    twice = a.line.document != b.line.document and (one_event or one_story)
    here, there = vectors[at].keys(), vectors[other].keys()
    overlap = len(here & there) / (min(len(here), len(there)) or 1)
    return twice or overlap >= _SAME_WORDS or _cosine(vectors[at], vectors[other]) >= _SAME


def _vectors(candidates: Sequence[Candidate]) -> list[Vector]:
    """tf-idf over the sentences at hand, of length 1."""
    bags = [Counter(stems.content(each.line.text)) for each in candidates]
    spread = Counter(stem for bag in bags for stem in bag)
    found: list[Vector] = []
    for bag in bags:
        vector = {stem: (1 + math.log(n)) * math.log(1 + len(bags) / spread[stem]) for stem, n in bag.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        found.append({stem: value / length for stem, value in vector.items()})
    return found


def _centre(candidates: Sequence[Candidate], vectors: Sequence[Vector]) -> Vector:
    """What the relevant sentences are about together, of length 1."""
    total: dict[str, float] = {}
    for each, vector in zip(candidates, vectors, strict=True):
        for stem, value in vector.items():
            total[stem] = total.get(stem, 0.0) + each.relevance * value
    length = math.sqrt(sum(value * value for value in total.values())) or 1.0
    return {stem: value / length for stem, value in total.items()}


def _cosine(a: Vector, b: Vector) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[stem] for stem, value in a.items() if stem in b)
