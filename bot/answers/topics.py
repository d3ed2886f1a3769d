"""What a timeline or brief is about -> the sentences in question: those of a name, or those that hold the words."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import naming, stems
from bot.answers.asking import asking
from bot.answers.matching import rows_in
from bot.answers.search import weights_of
from bot.model import Span
from bot.store.lookups import Known, Line, Lookups, Seen, Wanted

Place = tuple[int, int]
"""A sentence: (document, ordinal)."""

_OCCURRENCES = 3000
_DOCUMENTS = 60
_FREQUENT = 300
"""A name that stands so often is not looked for in places where it was not recognised."""
_RANKED = 200
_READ = 30
_COVERED = 0.75
"""A row of a timeline is about some words when its sentence holds this much of what they weigh."""
_COVERS = 0.6
"""Something is on file when a document holds this much of what the words weigh, in a title and three sentences."""
_TOUCHED = 0.3
"""A sentence of such a document may be quoted when it holds this much."""


@dataclass(frozen=True, slots=True)
class Topic:
    """`places`: sentences (document, ordinal) about it; `spans`: where in them the name or the words stand."""

    names: tuple[Known, ...]
    places: frozenset[Place]
    spans: Mapping[Place, Sequence[Span]]


def named(lookups: Lookups, about: str) -> tuple[Known, ...]:
    """The names a topic may mean: spelled just so, or one whose every word but a title was given."""
    exact = naming.exact(lookups, about).names
    if exact:
        return exact
    if about[:1].isupper() and (one := naming.meant(lookups, about, similar=0).one):
        return (one,)
    return ()


def topic(lookups: Lookups, about: str) -> Topic:
    names = named(lookups, about)
    if names:
        return _of_names(lookups, names, about)
    spans = dict(_of_words(lookups, about))
    return Topic((), frozenset(spans), spans)


def _of_names(lookups: Lookups, names: tuple[Known, ...], about: str) -> Topic:
    seen = lookups.where([name.id for name in names], limit=_OCCURRENCES)
    if len(seen) < _FREQUENT:
        seen += _spelled_out(lookups, names[0], about)
    spans: dict[Place, list[Span]] = {}
    for each in seen:
        spans.setdefault((each.document, each.sentence), []).append(each.at)
    spoken = {(told.document, told.sentence) for name in names for told in lookups.statements(name.id)}
    return Topic(names, frozenset(spans.keys() | spoken), spans)


def _spelled_out(lookups: Lookups, name: Known, about: str) -> Iterator[Seen]:
    """Where the words asked for stand just so: what a rare name was not recognised in."""
    words = tuple(word.group() for word in stems.words(naming.key(about)))
    phrase = tuple(map(stems.stem, words))
    ranked = lookups.ranked(Wanted(some=(), every=(words,)), _DOCUMENTS)
    for lines in lookups.lines(each.document for each in ranked).values():
        for line in lines:
            found = list(stems.words(line.text))
            for first, last in rows_in([stems.stem(word.group()) for word in found], phrase):
                at = Span(line.at.start + found[first].start(), line.at.start + found[last].end())
                yield Seen(line.document, line.ordinal, name.id, name.kind, at)


def _of_words(lookups: Lookups, about: str) -> Iterator[tuple[Place, list[Span]]]:
    asked = asking(about)
    every = tuple((word,) for word in asked.words) + asked.phrases
    ranked = lookups.ranked(Wanted(some=(), every=every, never=asked.never), _DOCUMENTS)
    weights = weights_of(lookups, asked)
    whole = sum(weights.values())
    for lines in lookups.lines(each.document for each in ranked).values():
        for line in lines:
            found = [(word, stems.stem(word.group())) for word in stems.words(line.text)]
            held = weights.keys() & {stem for _, stem in found}
            if held and sum(weights[stem] for stem in held) >= _COVERED * whole:
                start = line.at.start
                spans = [Span(start + word.start(), start + word.end()) for word, stem in found if stem in held]
                yield (line.document, line.ordinal), spans


@dataclass(frozen=True, slots=True)
class Coverage:
    """`documents`: how much each says about the topic; `over`: how much a sentence of theirs does, from 0 to 1."""

    topic: tuple[Known, ...]
    documents: Mapping[int, float]
    places: frozenset[Place]
    weights: Mapping[str, float]

    def over(self, lines: Sequence[Line], titles: Mapping[int, str]) -> Callable[[Line], float]:
        """Among these sentences the word that fewer of them hold says more: "border" among many about India.

        What its document's title says half counts for a sentence that touches the topic: it goes without saying.
        """
        if self.topic:
            return lambda line: 1.0 if (line.document, line.ordinal) in self.places else 0.0
        titled = {document: _share(title, self.weights) for document, title in titles.items()}
        spread = Counter(stem for line in lines for stem in self.weights.keys() & set(stems.stems(line.text)))
        weights = {stem: math.log(1 + len(lines) / (spread[stem] or 1)) for stem in self.weights}

        def share(line: Line) -> float:
            held = _share(line.text, weights)
            return max(held, (held + titled[line.document]) / 2) if held >= _TOUCHED else 0.0

        return share


def coverage(lookups: Lookups, about: str, *, since: date | None = None) -> Coverage:
    """What is on file about it. No documents: nothing is, and nothing that only holds one of its words counts."""
    within = None if since is None else lookups.since(since)
    names = named(lookups, about)
    if names:
        topic = _of_names(lookups, names, about)
        counts = Counter(lookups.documents_naming(name.id for name in names))
        counts |= Counter(document for document, _ in topic.places)
        scores = {each: 1 - 1 / (1 + n) for each, n in counts.items() if within is None or each in within}
        return Coverage(names, scores, topic.places, {})
    return _of_topic(lookups, about, within)


def _of_topic(lookups: Lookups, about: str, within: set[int] | None) -> Coverage:
    asked = asking(about)
    weights = weights_of(lookups, asked)
    whole = sum(weights.values())
    forms = asked.forms()
    held: dict[int, float] = {}
    for stem, weight in weights.items():
        for document in lookups.holding((forms[stem],)):
            held[document] = held.get(document, 0.0) + weight / whole
    passing = {each for each, share in held.items() if share >= _COVERS and (within is None or each in within)}
    ranked = [each for each in lookups.ranked(asked.wanted(), _RANKED) if each.document in passing]
    if not ranked or not _is_told(lookups, [each.document for each in ranked[:_READ]], weights):
        return Coverage((), {}, frozenset(), {})
    lowest = ranked[-1].score
    scores = dict.fromkeys(passing, lowest / 2) | {each.document: each.score for each in ranked}
    return Coverage((), scores, frozenset(), weights)


def _is_told(lookups: Lookups, documents: Sequence[int], weights: Mapping[str, float]) -> bool:
    """Somewhere the words stand together: in a title and three sentences, not scattered over a long text."""
    titles = {document.id: document.title for document in lookups.documents(documents).values()}
    for document, lines in lookups.lines(documents).items():
        texts = [line.text for line in lines]
        for place in range(len(texts)):
            if _share(" ".join([titles[document], *texts[place : place + 3]]), weights) >= _COVERS:
                return True
    return False


def _share(text: str, weights: Mapping[str, float]) -> float:
    held = weights.keys() & set(stems.stems(text))
    return sum(weights[stem] for stem in held) / (sum(weights.values()) or 1.0)
