"""Which few of many sentences say most: relevance, centrality, position, recency, and nothing twice."""

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

from bot.answers import reading, retelling, saying, standalone, stems
from bot.answers.kindred import one_of_kind
from bot.answers.retelling import Telling, Vector, cosine
from bot.answers.saying import Units
from bot.answers.surnames import surnames
from bot.store.lookups import Line, Seen

# What each consideration weighs; they add up to 1.
_RELEVANCE, _CENTRALITY, _TITLE, _POSITION, _TOLD = 0.30, 0.15, 0.20, 0.12, 0.10
_FACTS, _RECENCY = 0.07, 0.06
_ASIDE = 0.65
"""What a sentence is worth whose document hardly speaks of the topic."""
_NEAR_THE_TOP, _RETURNS, _WHOLLY = 0.75, 4, 0.9
"""A document speaks of it that opens with it, or comes back to it so often: with a sentence that is wholly about it."""
_WEIGHED = 56  # sentences that are compared with each other: the best by these considerations
_NEW, _NEW_OF_FEW = 0.87, 0.5
"""How likely a sentence must be new beside each chosen one: better a shorter brief than a thing told twice, where there
is more on file than a few sentences."""
_NOVELTY = 0.75  # how much a sentence loses that is told already by those chosen
_ENOUGH, _AT_ALL = 0.5, 0.25
"""Of the best sentence's worth: what falls below is padding; below the second even where there is little else."""
_FULL, _MUCH = 5, 0.65  # so many sentences say enough: a further one must be worth so much
_AGAIN = 0.88  # each sentence of a document makes the next of the same one so much less welcome
_UNKNOWN, _UNKNOWNS = 0.9, 2  # "Lee", of whom nobody has heard yet; and of how many of them it is noticed
_IN_THE_AIR = 0.01  # "He agreed.": better than nothing, if there is nothing better
_ANSWERED = 0.5  # the same where it is known who is meant, and can be said
_MOSTLY_TOLD = 0.3
_SHORT, _LONG = 7, 60  # words: a fragment, and a sentence one does not read

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what is known of its place: shares from 0 to 1, 1 being most relevant, first, newest.

    `headline`: what its document's title says, the rarer the word the weightier; `facts`: whether it names people,
    places, figures; `told`: whether it is the fullest telling of a dated event that others speak of too; `happening`:
    the one that the sentence itself tells, if any; `story`: that of its document, which it `opens` or not.
    """

    line: Line
    relevance: float
    headline: Mapping[str, float]
    position: float
    facts: float
    told: float
    happening: int | None
    story: int | None
    opens: bool
    document: float
    recency: float

    @property
    def place(self) -> Place:
        return self.line.document, self.line.ordinal


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the sentences themselves.

    `seen`: the names in them; `topic`: the units (see saying.py) that all are about; `days`: when documents were
    published, as far as that is known; `answered`: the sentences of which it can be said whom their "he" means.
    """

    seen: Sequence[Seen] = ()
    topic: AbstractSet[str] = frozenset()
    days: Mapping[int, date] = field(default_factory=dict[int, date])
    answered: Container[Place] = ()


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A candidate with what is compared, and its score as long as nothing is told."""

    of: Candidate
    telling: Telling
    surnames: Units
    score: float


def chosen(candidates: Sequence[Candidate], around: Around, *, least: int, most: int) -> list[Candidate]:
    """The best of them, the best first; no two say the same, none begins in the air."""
    pool = _weighed(candidates, around)
    left = [each for each in pool if each.score > _IN_THE_AIR] or pool[:least]
    enough = _NEW if len(pool) > least else _NEW_OF_FEW
    new = dict.fromkeys((each.of.place for each in left), 1.0)
    taken: list[_Weighed] = []
    told = set(around.topic)
    words = set[str]()
    top = 0.0
    while left and len(taken) < most:
        siblings = Counter(each.of.line.document for each in taken)
        worth = [_worth(each, told, words) for each in left]
        ranked = [
            value * new[each.of.place] * _AGAIN ** siblings[each.of.line.document]
            for each, value in zip(left, worth, strict=True)
        ]
        best = max(range(len(left)), key=ranked.__getitem__)
        top = top or worth[best]
        if worth[best] < _wanted(len(taken), least) * top:
            break
        one = left.pop(best)
        taken.append(one)
        told |= one.telling.things
        words |= one.telling.vector.keys()
        for each in left:
            new[each.of.place] = min(new[each.of.place], 1 - retelling.likelihood(one.telling, each.telling))
        left = [each for each in left if new[each.of.place] >= enough]
    return [each.of for each in taken]


def _wanted(taken: int, least: int) -> float:
    """Of the best one's worth, when so many are taken."""
    if taken < least:
        return _AT_ALL
    return _ENOUGH if taken < _FULL else _MUCH


def _worth(each: _Weighed, told: set[str], words: set[str]) -> float:
    """What it adds to what is told."""
    reads = standalone.known_head(each.of.line.text, lambda stem: one_of_kind(stem) in told)
    score = each.score + _TITLE * _headline(each.of, each.telling.vector, words) * standalone.ease(each.of.line.text)
    unknown = min(len(each.surnames - told), _UNKNOWNS)
    return score * reads * _UNKNOWN**unknown * (1 - _NOVELTY * saying.share(each.telling.things, told) ** 2)


def _weighed(candidates: Sequence[Candidate], around: Around) -> list[_Weighed]:
    """The best by themselves, the best first."""
    vectors = _vectors(candidates)
    centre = _centre(candidates, vectors)
    about = _about(candidates)
    scored = [
        (_score(each, cosine(vector, centre), about[each.line.document], answered=each.place in around.answered), at)
        for at, (each, vector) in enumerate(zip(candidates, vectors, strict=True))
    ]
    names: dict[Place, list[Seen]] = {}
    for one in around.seen:
        names.setdefault((one.document, one.sentence), []).append(one)
    best = sorted(scored, key=lambda each: (-each[0], each[1]))[:_WEIGHED]
    compared = [
        _compared(candidates[at], vectors[at], names.get(candidates[at].place, ()), around, score) for score, at in best
    ]
    tellings = retelling.among_others([each.telling for each in compared])
    return [replace(each, telling=telling) for each, telling in zip(compared, tellings, strict=True)]


def _compared(of: Candidate, vector: Vector, seen: Sequence[Seen], around: Around, score: float) -> _Weighed:
    line = of.line
    telling = Telling(
        document=line.document,
        story=of.story,
        opens=of.opens,
        day=around.days.get(line.document),
        happening=of.happening,
        vector=vector,
        kinds=retelling.kinds(vector, around.topic),
        things=saying.units(line, seen, around.topic),
        figures=retelling.figures(line.text),
        is_speech=standalone.is_speech(line.text),
    )
    return _Weighed(of, telling, frozenset(saying.of_name(each.name) for each in surnames(line, seen)), score)


def _headline(candidate: Candidate, vector: Vector, told: set[str]) -> float:
    """How much of what its title promises, and nothing tells yet, a sentence tells; 0 once most of it is told."""
    open_ = {stem: worth for stem, worth in candidate.headline.items() if stem not in told}
    whole = sum(open_.values())
    if whole < _MOSTLY_TOLD * sum(candidate.headline.values()):
        return 0.0
    return sum(worth for stem, worth in open_.items() if stem in vector) / (whole or 1.0)


def _about(candidates: Sequence[Candidate]) -> dict[int, float]:
    """How far each document speaks of the topic, and not of something else on whose way it lies."""
    wholly = [each for each in candidates if each.relevance >= _WHOLLY]
    times = Counter(each.line.document for each in wholly)
    opening = {each.line.document for each in wholly if each.position >= _NEAR_THE_TOP}
    documents = {each.line.document for each in candidates}
    return {document: 1.0 if document in opening else min(1.0, times[document] / _RETURNS) for document in documents}


def _score(candidate: Candidate, centrality: float, about: float, *, answered: bool) -> float:
    text = candidate.line.text
    dangles = reading.dangles(text)
    if dangles and not answered:
        return _IN_THE_AIR
    score = (
        _RELEVANCE * candidate.relevance
        + _CENTRALITY * centrality
        + _POSITION * candidate.position
        + _TOLD * candidate.told
        + _FACTS * candidate.facts
        + _RECENCY * candidate.recency
    )
    size = len(text.split())
    if size < _SHORT:
        score *= 0.5
    elif size > _LONG:
        score *= _LONG / size
    score *= _ASIDE + (1 - _ASIDE) * candidate.document * about
    return score * standalone.ease(text) * (_ANSWERED if dangles else 1.0)


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
