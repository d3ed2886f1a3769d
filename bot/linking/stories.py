"""Which documents copy another, and which tell of one happening. Pure; the order of documents does not matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt
from typing import TypeVar

from bot.linking.clusters import clusters
from bot.linking.forms import key
from bot.linking.library import parts
from bot.linking.shingles import samples, shingles
from bot.model import LocalName, Period, StoryLink
from bot.words import STOP_WORDS, tokens

_COPIED = 0.6  # of the shorter text's shingles: beyond, one is a copy of the other
_FEWEST = 12  # shingles of a text that can be called a copy
_FURNITURE = 50  # documents that share a shingle, from which on it says nothing
_ALIKE = 0.26  # mean cosine over names and lead words, beyond which groups tell one story
_TWIN = 1.5  # times as alike are a document and the one whose event dated it
_FAINT = 0.08  # cosine that is not worth remembering
_APART = 7  # days between two documents of one story
_RARE = 40  # documents that have a feature, up to which it makes candidates
_STEM = 6  # letters of a word that count: "explode", "explosion"
_NAMES = 1.5  # a name weighs so many words


F = TypeVar("F", str, int)


@dataclass(frozen=True, slots=True)
class Told:
    """What is needed of a document: `lead` is its title and first sentences, `sketch` as shingles.sketch makes it."""

    document: int
    source: str
    lead: str
    published: Period | None
    sketch: bytes
    twin: int | None = None  # the document whose event dated this one


def stories(
    told: Sequence[Told], names: Iterable[LocalName], near: Sequence[tuple[int, int]], texts: Mapping[int, str]
) -> list[StoryLink]:
    """A link for every document. `near` as `near_pairs` finds them, `texts` the whole texts of those."""
    copies = _copies(told, near, texts)
    originals = sorted((one for one in told if one.document not in copies), key=lambda one: one.source)
    folded_in: dict[int, list[int]] = defaultdict(list)
    for copy, original in copies.items():
        folded_in[original].append(copy)
    links: list[StoryLink] = []
    for group in clusters(len(originals), _likeness(originals, names), enough=_ALIKE):
        tellers = [originals[place].document for place in group]
        members = [*tellers, *(copy for document in tellers for copy in folded_in[document])]
        story = min(members)
        links += [StoryLink(document, story, copies.get(document)) for document in members]
    return sorted(links, key=lambda link: link.document)


def _copies(told: Sequence[Told], candidates: Iterable[tuple[int, int]], texts: Mapping[int, str]) -> dict[int, int]:
    """Each copy with its original: the fullest of those that copy one another, of equals the earliest."""
    cut = {document: shingles(text) for document, text in texts.items()}
    near = [(a, b) for a, b in candidates if _is_copy(cut[a], cut[b])]
    by_id = {one.document: one for one in told}
    involved = sorted({document for pair in near for document in pair})
    place = {document: position for position, document in enumerate(involved)}
    copies: dict[int, int] = {}
    for part in parts(len(involved), [(place[a], place[b]) for a, b in near]):
        first, *others = sorted(
            (involved[position] for position in part), key=lambda document: _fullness(by_id[document], cut[document])
        )
        copies.update(dict.fromkeys(others, first))
    return copies


def _fullness(one: Told, cut: frozenset[str]) -> tuple[int, date, str]:
    return -len(cut), one.published.first if one.published else date.max, one.source


def near_pairs(told: Sequence[Told]) -> list[tuple[int, int]]:
    """Pairs of documents of which one may be a copy: they share a third of the shorter one's sampled shingles."""
    sampled = [samples(one.sketch) for one in told]
    return [
        (told[a].document, told[b].document)
        for a, b, times in _sharing(sampled, at_most=_FURNITURE)
        if times * 3 >= min(len(sampled[a]), len(sampled[b]))
    ]


def _sharing(features: Sequence[Iterable[F]], *, at_most: int) -> Iterator[tuple[int, int, int]]:
    """(a, b, how many) of the places that share features which at most so many have; one place after another."""
    holders: dict[F, list[int]] = defaultdict(list)
    for place, each in enumerate(features):
        for feature in each:
            holders[feature].append(place)
    for place, each in enumerate(features):
        shared: Counter[int] = Counter()
        for feature in each:
            if len(holders[feature]) <= at_most:
                shared.update(other for other in holders[feature] if other > place)
        for other, times in shared.items():
            yield place, other, times


def _is_copy(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= _FEWEST and len(a & b) >= _COPIED * shorter


def _likeness(told: Sequence[Told], names: Iterable[LocalName]) -> dict[tuple[int, int], float]:
    """How alike two documents are, by their places in `told`, where that is worth knowing."""
    vectors = _vectors(told, names)
    alike: dict[tuple[int, int], float] = {}
    for a, b, times in _sharing(vectors, at_most=_RARE):
        if times > 1 and _days_apart(told[a].published, told[b].published) <= _APART:
            cosine = _cosine(vectors[a], vectors[b])
            if cosine >= _FAINT:
                alike[a, b] = cosine
    place = {one.document: position for position, one in enumerate(told)}
    for position, one in enumerate(told):
        if one.twin in place:
            pair = min(position, place[one.twin]), max(position, place[one.twin])
            alike[pair] = min(1.0, _TWIN * _cosine(vectors[pair[0]], vectors[pair[1]]))
    return alike


def _vectors(told: Sequence[Told], names: Iterable[LocalName]) -> list[dict[str, float]]:
    """Lead words and names with tf-idf weights, of length one; what only one document has counts for the length."""
    counts = {one.document: Counter(_words(one.lead)) for one in told}
    for name in names:
        if name.document in counts:
            counts[name.document]["@" + key(name.name, name.kind)] += sum(times for _, times in name.surfaces)
    held = Counter(feature for each in counts.values() for feature in each)
    rare = {feature: log(1 + len(counts) / times) for feature, times in held.items()}
    vectors: list[dict[str, float]] = []
    for one in told:
        unit = _unit({f: _weight(f, n) * rare[f] for f, n in counts[one.document].items()})
        vectors.append({feature: weight for feature, weight in unit.items() if held[feature] > 1})
    return vectors


def _words(lead: str) -> list[str]:
    return [word[:_STEM] for word in tokens(lead) if word not in STOP_WORDS]


def _weight(feature: str, times: int) -> float:
    return (1 + log(times)) * (_NAMES if feature.startswith("@") else 1.0)


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in sorted(vector.values()))) or 1.0
    return {feature: weight / length for feature, weight in vector.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(sorted(weight * b[feature] for feature, weight in a.items() if feature in b))


def _days_apart(a: Period | None, b: Period | None) -> int:
    if a is None or b is None:
        return 0
    return max(0, (b.first - a.last).days, (a.first - b.last).days)
