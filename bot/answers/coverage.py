"""How much of a topic is on file: which documents are about it, how much each sentence is, and when nothing is."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.answers import stems, topics
from bot.answers.asking import Asking, asking
from bot.answers.peoples import adjectives
from bot.store.lookups import Known, Line, Lookups

_RANKED = 200
_READ = 30
_NEEDED = {1: 1.0, 2: 0.85, 3: 0.85, 4: 0.7}
_COVERS = 0.6
"""Something is on file when a document holds so much of what its words (so many) weigh, in a title and three sentences:
of a few words all but a common one."""
_IDLE = frozenset(
    "news latest newest recent say says said tell told know known happen happened happening update".split()
)
"""Words of asking, not of what is asked about."""
_TOO_SHORT = 3
_TOUCHED = 0.3
"""A sentence of such a document may be quoted when it holds this much."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each stem asked for is worth; `kin`: other stems that stand for one ("chinese" for "china"); `exact`: the
    words as they were asked for."""

    of: Mapping[str, float]
    kin: Mapping[str, str] = field(default_factory=dict[str, str])
    exact: frozenset[str] = frozenset()

    @property
    def needed(self) -> float:
        return _NEEDED.get(len(self.of), _COVERS)

    def held(self, text: str) -> set[str]:
        """A stem of three letters is no stem: "Mars" is not "Mar 8"."""
        found = ((stems.stem(word.group()), word.group().lower()) for word in stems.words(text))
        kept = (stem for stem, word in found if len(stem) > _TOO_SHORT or word in self.exact)
        return {self.kin.get(stem, stem) for stem in kept} & self.of.keys()

    def share(self, text: str) -> float:
        """From 0 to 1."""
        return sum(self.of[stem] for stem in self.held(text)) / (sum(self.of.values()) or 1.0)


_NOTHING = Weights({})


@dataclass(frozen=True, slots=True)
class Coverage:
    """`documents`: how much each says about the topic, which is `names` or what `weights` weigh."""

    documents: Mapping[int, float]
    names: tuple[Known, ...] = ()
    places: frozenset[topics.Place] = frozenset()
    weights: Weights = _NOTHING

    def over(self, lines: Sequence[Line], titles: Mapping[int, str]) -> Callable[[Line], float]:
        """How much a sentence is about the topic, from 0 to 1: wholly, if it holds what a document has to hold.

        Among these sentences the word that fewer of them hold says more: "border" among many about India. What its
        document's title says half counts for a sentence that touches the topic: it goes without saying.
        """
        if self.names:
            return lambda line: 1.0 if (line.document, line.ordinal) in self.places else 0.0
        titled = {document: self.weights.share(title) for document, title in titles.items()}
        spread = Counter(stem for line in lines for stem in self.weights.held(line.text))
        rarity = {stem: math.log(1 + len(lines) / (spread[stem] or 1)) for stem in self.weights.of}
        weights = replace(self.weights, of=rarity)

        def relevance(line: Line) -> float:
            held = weights.share(line.text)
            share = max(held, (held + titled[line.document]) / 2)
            return min(1.0, share / _COVERS) if held >= _TOUCHED else 0.0

        return relevance


def coverage(lookups: Lookups, about: str, *, since: date | None = None) -> Coverage:
    """What is on file about it. No documents: nothing is; what holds only one of its words does not count."""
    within = None if since is None else lookups.since(since)
    names = topics.named(lookups, about)
    if not names:
        return _of_words(lookups, about, within)
    topic = topics.of_names(lookups, names, about)
    counts = Counter(lookups.documents_naming(name.id for name in names))
    counts |= Counter(document for document, _ in topic.places)
    scores = {each: 1 - 1 / (1 + n) for each, n in counts.items() if within is None or each in within}
    return Coverage(scores, names, topic.places)


def _of_words(lookups: Lookups, about: str, within: set[int] | None) -> Coverage:
    asked = asking(about)
    if not asked.phrases and not any(map(stems.says_something, asked.words)):
        return Coverage({})
    asked = replace(asked, words=tuple(word for word in asked.words if word not in _IDLE) or asked.words)
    peoples = _peoples(lookups, asked)
    total, forms = lookups.shelf()[0], asked.forms()
    holders = {
        stem: set[int]().union(*(lookups.holding((word,)) for word in (forms[stem], *peoples.get(stem, ()))))
        for stem in asked.stems()
    }
    worth = {stem: math.log(1 + (total + 0.5) / (len(found) + 0.5)) for stem, found in holders.items()}
    kin = {stems.stem(word): stem for stem, words in peoples.items() for word in words}
    weights = Weights(worth, kin, frozenset(asked.forms().values()))
    held = Counter[int]()
    for stem, found in holders.items():
        held.update(dict.fromkeys(found, worth[stem] / sum(worth.values())))
    passing = {each for each, share in held.items() if share >= weights.needed and (within is None or each in within)}
    wanted = replace(asked, also=tuple((word,) for words in peoples.values() for word in words)).wanted()
    ranked = [each for each in lookups.ranked(wanted, _RANKED) if each.document in passing]
    if not ranked or not _is_told(lookups, [each.document for each in ranked[:_READ]], weights):
        return Coverage({})
    lowest = ranked[-1].score
    scores = dict.fromkeys(passing, lowest / 2) | {each.document: each.score for each in ranked}
    return Coverage(scores, weights=weights)


def _peoples(lookups: Lookups, asked: Asking) -> dict[str, list[str]]:
    """For each stem that is a place on file the words for its people: those that stand somewhere."""
    called = lookups.called_exactly(asked.words)
    known = lookups.named(number for numbers in called.values() for number in numbers)
    places = [w for w in called if any(known[n].kind == "PLACE" for n in called[w] if n in known)]
    found: dict[str, list[str]] = {}
    for place in places:
        words = adjectives(place)
        counts = lookups.frequencies([(word,) for word in words])
        found[stems.stem(place)] = [word for word, count in zip(words, counts, strict=True) if count]
    return found


def _is_told(lookups: Lookups, documents: Sequence[int], weights: Weights) -> bool:
    """Somewhere the words stand together: in a title and three sentences, not scattered over a long text."""
    titles = {document.id: document.title for document in lookups.documents(documents).values()}
    for document, lines in lookups.lines(documents).items():
        texts = [line.text for line in lines]
        for place in range(len(texts)):
            if weights.share(" ".join([titles[document], *texts[place : place + 3]])) >= weights.needed:
                return True
    return False
