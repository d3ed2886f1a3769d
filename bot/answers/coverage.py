"""How much of a topic is on file: which documents are about it, how much each sentence is, and when nothing is."""

import math
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise

from bot.answers import naming, stems, topics
from bot.answers.asking import IDLE, asking
from bot.answers.kindred import common_words
from bot.answers.otherwise import otherwise
from bot.answers.topic_words import LIGHT, head, kin_of, one_a_stem, proper
from bot.store.lookups import Known, Line, Lookups
from bot.words import STOP_WORDS, folded, plain

_RANKED = 200
_READ = 30
_NEEDED = {1: 1.0, 2: 0.85, 3: 0.85, 4: 0.7}
_COVERS = 0.6
"""Something is on file when a document holds so much of what its words (so many) weigh, in a title and three sentences:
of a few words all but a common one."""
_TOO_SHORT = 3
_SHORT_DAYS = frozenset("jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())
_NEAR, _SHORT_TEXT = 3, 7  # sentences in which the words stand together, and those beside a name
_MANY = 3  # words, of which one may be missing
_REWORDINGS = 4
_SHORT_NAME = 2  # words
_TOLD_OF_A_NAME = 2  # words beside the name, of which one may be missing
_TOLD = 0.75  # how much a sentence is about it that tells of it
_TOUCHED = 0.3
"""A sentence of such a document may be quoted when it holds this much."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each stem asked for is worth; `kin`: other stems that stand for one ("chinese" for "china"); `exact`: the
    words as they were asked for; `common`: those of the kin that are a name too, and stand in small letters."""

    of: Mapping[str, float]
    kin: Mapping[str, str] = field(default_factory=dict[str, str])
    exact: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    @property
    def needed(self) -> float:
        return _NEEDED.get(len(self.of), _COVERS)

    def held(self, text: str) -> set[str]:
        """Of a stem of three letters the plural counts, and nothing else: "taxes" are "tax", "Mars" is not "Mar 8". An
        "Andrew Storms" is no hurricane.
        """
        kin, of = self.kin, self.of
        kept = (
            kin.get(stem, stem)
            for stem, word in stems.distinct(text)
            if (stem in of or (stem in kin and (word not in self.common or word in text)))
            and (len(stem) > _TOO_SHORT or word in self.exact)
        )
        return {stem for stem in kept if stem in of}

    def share(self, *texts: str) -> float:
        """What they hold together, from 0 to 1."""
        held = set[str]().union(*map(self.held, texts))
        return sum(self.of[stem] for stem in held) / (sum(self.of.values()) or 1.0)


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
    found = plainly(lookups, about, within)
    return found if found.documents or found.names else _otherwise(lookups, about, within)


def plainly(lookups: Lookups, about: str, within: set[int] | None) -> Coverage:
    """What holds its words, or those that tables put for them."""
    found = _as_asked(lookups, about, within)
    return found if found.documents or found.names else _reworded(lookups, about, within)


def _otherwise(lookups: Lookups, about: str, within: set[int] | None) -> Coverage:
    """What most likely tells of it in other words."""
    found = otherwise(lookups, about, within)
    if found is None:
        return Coverage({})
    weights = Weights(found.of, found.kin, found.surfaces, frozenset(found.surfaces))
    covered = _with_acronyms(lookups, about, Coverage(found.documents, weights=weights))
    return _without_strangers(lookups, about, covered)


def _as_asked(lookups: Lookups, about: str, within: set[int] | None) -> Coverage:
    if names := topics.named(lookups, about):
        return of_names(lookups, names, about, within=within)
    return _without_strangers(lookups, about, _with_acronyms(lookups, about, _of_words(lookups, about, within)))


def of_names(
    lookups: Lookups, names: tuple[Known, ...], about: str, *, within: Container[int] | None = None
) -> Coverage:
    """What is on file about these names; `about`: as one of them was asked for."""
    topic = topics.of_names(lookups, names, about)
    counts = Counter(lookups.documents_naming(name.id for name in names))
    counts |= Counter(document for document, _ in topic.places)
    scores = {each: 1 - 1 / (1 + n) for each, n in counts.items() if within is None or each in within}
    return Coverage(scores, names, topic.places)


def told(lookups: Lookups, about: str) -> topics.Topic:
    """The sentences that are about it, of the documents that are most: for who wants sentences alone."""
    covered = coverage(lookups, about)
    best = sorted(covered.documents, key=lambda document: (-covered.documents[document], -document))[:_READ]
    titles = lookups.titles(best)
    lines = [line for sentences in lookups.lines(best).values() for line in sentences]
    of = covered.over(lines, titles)
    places = frozenset((line.document, line.ordinal) for line in lines if of(line) >= _TOLD)
    return topics.Topic(covered.names, places, {})


def _reworded(lookups: Lookups, about: str, within: set[int] | None) -> Coverage:
    """The same under another spelling of a name in it: "Line of Actual Control patrols" for "LAC patrols"."""
    others = [(run, other) for run, spellings in naming.respelt(lookups, about) for other in spellings]
    for run, other in others[:_REWORDINGS]:
        found = (
            _as_asked(lookups, other, within) if run == about else _of_words(lookups, about.replace(run, other), within)
        )
        if found.documents:
            return found
    return Coverage({})


def _with_acronyms(lookups: Lookups, about: str, found: Coverage) -> Coverage:
    """Of these documents those that name what an acronym stands for that is also a little word: "US", "WHO"."""
    little = [short for short in naming.acronyms(about) if short.replace(".", "").lower() in STOP_WORDS or "." in short]
    if not little or not found.documents:
        return found
    spellings = dict(naming.respelt(lookups, about))
    kept = set(found.documents)
    for short in little:
        letters = tuple(short.replace(".", "").lower())
        others = (tuple(word.group() for word in stems.words(other)) for other in spellings.get(short, ()))
        kept &= lookups.holding(letters, *others)
    return replace(found, documents={each: found.documents[each] for each in found.documents if each in kept})


def _without_strangers(lookups: Lookups, about: str, found: Coverage) -> Coverage:
    """Where "Ann Lee" and "Bo Orm" are on file, "Ann Orm" is a third person, who must be named so to be on file."""
    words = [word.group() for word in stems.words(plain(about))]
    kept = set(found.documents)
    for given, surname in pairwise(words):
        are_alike = given[0].isupper() == surname[0].isupper() and (given[0].isupper() or len(words) == _SHORT_NAME)
        if kept and are_alike and lookups.are_of_two(folded(given), folded(surname)):
            kept &= lookups.holding((given, surname))
    return replace(found, documents={each: found.documents[each] for each in found.documents if each in kept})


def _of_words(lookups: Lookups, about: str, within: set[int] | None) -> Coverage:
    asked = asking(about)
    if not asked.phrases and not any(map(stems.says_something, asked.words)):
        return Coverage({})
    asked = replace(asked, words=tuple(word for word in asked.words if word not in IDLE) or asked.words)
    kin = kin_of(lookups, asked)
    total, forms = lookups.shelf()[0], asked.forms()
    holders = {
        stem: lookups.holding((forms[stem],), *((word,) for word in one_a_stem(kin.get(stem, ()))))
        for stem in asked.stems()
    }
    worth = {stem: math.log(1 + (total + 0.5) / (len(found) + 0.5)) for stem, found in holders.items()}
    names = proper(lookups, asked, about) & worth.keys()
    numbers = [other for stem, word in forms.items() if stem not in names for other in _other_number(word)]
    weights = Weights(
        worth,
        {stems.stem(word): stem for stem, words in kin.items() for word in words if stems.stem(word) not in worth},
        frozenset(forms.values()).union(numbers, *kin.values()),
        frozenset(naming.of_people(lookups, {word for words in kin.values() for word in words} & common_words())),
    )
    also = tuple((word,) for words in kin.values() for word in one_a_stem(words))
    ranked = lookups.ranked(replace(asked, also=also).wanted(), _RANKED)
    scores = {each.document: each.score for each in ranked}
    of_names = [holders[name] for name in names] if len(worth) > _MANY else []
    of_names += [lookups.holding(parts, ("".join(parts),)) for parts in asked.lettered]
    for needed in (weights, *_but_one(about, names, weights)):
        passing = _passing(needed, holders, within).intersection(*of_names)
        best = [each.document for each in ranked if each.document in passing]
        near = (_SHORT_TEXT if names else _NEAR) if needed is weights else 0
        scattered = set(best[:_READ]) - _telling(lookups, best[:_READ], needed, near=near)
        if len(scattered) < len(best[:_READ]):
            lowest = scores[best[-1]]
            return Coverage({each: scores.get(each, lowest / 2) for each in passing - scattered}, weights=needed)
    return Coverage({})


def _passing(weights: Weights, holders: Mapping[str, set[int]], within: set[int] | None) -> set[int]:
    held = Counter[int]()
    whole = sum(weights.of.values())
    for stem, worth in weights.of.items():
        held.update(dict.fromkeys(holders[stem], worth / whole))
    return {each for each, share in held.items() if share >= weights.needed and (within is None or each in within)}


def _but_one(about: str, names: Collection[str], weights: Weights) -> Iterator[Weights]:
    """Of three words and more one may be missing, where the others hold a name: "Kaldvik nuclear reactor" is told by
    whoever tells of a reactor in Kaldvik. The name itself may not be the one that is missing, nor all that is asked
    about it: who tells of Kaldvik tells nothing of a "Kaldvik lottery". Two names that stand together say enough. Then
    no other words stand for those that are left: who visits Kaldvik makes no "Kaldvik book tour".
    """
    told = len(weights.of) - len(names)
    if len(weights.of) < _MANY or not names or not told or (told < _TOLD_OF_A_NAME and _runs(about, names) == 1):
        return
    kin = {other: stem for other, stem in weights.kin.items() if stem in names}
    for missing in sorted(weights.of.keys() - {*names, *({head(about)} - LIGHT)}, key=lambda stem: -weights.of[stem]):
        yield replace(weights, kin=kin, of={stem: worth for stem, worth in weights.of.items() if stem != missing})


def _runs(about: str, names: Container[str]) -> int:
    """How many names stand in it, of one word or of several in a row."""
    are_names = [stems.stem(word.group()) in names for word in stems.words(plain(about))]
    return sum(is_name for is_name, _ in groupby(are_names))


def _other_number(word: str) -> tuple[str, ...]:
    """The plural of a short word, or its singular: "tax" and "taxes"; not of what shortens a month or a day."""
    stem = stems.stem(word)
    if len(stem) > _TOO_SHORT or stem in _SHORT_DAYS or word not in (stem, f"{stem}s", f"{stem}es"):
        return ()
    return tuple({stem, f"{stem}s", f"{stem}es"} - {word})


def _telling(lookups: Lookups, documents: Sequence[int], weights: Weights, *, near: int) -> set[int]:
    """Those in which the words stand together, not scattered over a long text: in the title and a sentence or, of two
    words these themselves, in the title and so many sentences that are `near`.
    """
    titles = lookups.titles(documents)
    close = weights if len(weights.of) >= _MANY else replace(weights, kin={})
    found = set[int]()
    for document, lines in lookups.lines(documents).items():
        title, texts = titles[document], [line.text for line in lines]
        if any(weights.share(title, text) >= weights.needed for text in texts) or _within(texts, title, close, near):
            found.add(document)
    return found


def _within(texts: Sequence[str], title: str, weights: Weights, near: int) -> bool:
    places = range(len(texts)) if near else ()
    return any(weights.share(title, *texts[place : place + near]) >= weights.needed for place in places)
