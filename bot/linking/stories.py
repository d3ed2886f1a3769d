"""Which documents copy another, and which tell of one happening. Pure; the order of documents does not matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import log, sqrt

from bot.linking.forms import key
from bot.linking.library import parts
from bot.linking.shingles import samples, shingles
from bot.model import LocalName, Period, StoryLink
from bot.words import STOP_WORDS, tokens

_COPIED = 0.5  # of the shorter text's shingles: beyond, one is a copy of the other
_FEWEST = 12  # shingles of a text that can be called a copy
_FURNITURE = 50  # documents that share a shingle, from which on it says nothing
_ALIKE = 0.42  # cosine over names and lead words: beyond, two documents tell one story
_APART = 7  # days between two documents of one story
_RARE = 25  # documents that have a feature, up to which it makes candidates


@dataclass(frozen=True, slots=True)
class Told:
    """What is needed of a document: `lead` is its title and first sentences, `sketch` as shingles.sketch makes it."""

    document: int
    source: str
    lead: str
    published: Period | None
    sketch: bytes


def stories(
    told: Sequence[Told], names: Iterable[LocalName], near: Sequence[tuple[int, int]], texts: Mapping[int, str]
) -> list[StoryLink]:
    """A link for every document. `near` as `near_pairs` finds them, `texts` the whole texts of those."""
    copies = _copies(told, near, texts)
    originals = [one for one in told if one.document not in copies]
    place = {one.document: position for position, one in enumerate(told)}
    pairs = [(place[a], place[b]) for a, b in (*copies.items(), *_same_happening(originals, names))]
    links: list[StoryLink] = []
    for part in parts(len(told), pairs):
        story = min(told[position].document for position in part)
        links += [StoryLink(told[position].document, story, copies.get(told[position].document)) for position in part]
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
    sampled = {one.document: samples(one.sketch) for one in told}
    holders: dict[int, list[int]] = defaultdict(list)
    for document, hashes in sampled.items():
        for each in hashes:
            holders[each].append(document)
    shared: Counter[tuple[int, int]] = Counter()
    for documents in holders.values():
        if 1 < len(documents) <= _FURNITURE:
            shared.update(combinations(documents, 2))
    return [pair for pair, times in shared.items() if times * 3 >= min(len(sampled[each]) for each in pair)]


def _is_copy(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= _FEWEST and len(a & b) >= _COPIED * shorter


def _same_happening(told: Sequence[Told], names: Iterable[LocalName]) -> Iterator[tuple[int, int]]:
    """Pairs of documents that are each other's nearest, near enough, and of the same days where these are known."""
    vectors = _vectors(told, names)
    published = {one.document: one.published for one in told}
    nearest: dict[int, tuple[float, int]] = {}
    alike: list[tuple[float, int, int]] = []
    for a, b in _candidates(vectors):
        if _days_apart(published[a], published[b]) > _APART:
            continue
        cosine = _cosine(vectors[a], vectors[b])
        if cosine >= _ALIKE:
            alike.append((cosine, a, b))
            for one, other in ((a, b), (b, a)):
                nearest[one] = max(nearest.get(one, (0.0, 0)), (cosine, other))
    for cosine, a, b in alike:
        if cosine >= min(nearest[a][0], nearest[b][0]):
            yield a, b


def _vectors(told: Sequence[Told], names: Iterable[LocalName]) -> dict[int, dict[str, float]]:
    """Lead words and names with tf-idf weights, of length one."""
    counts: dict[int, Counter[str]] = {
        one.document: Counter(word for word in tokens(one.lead) if word not in STOP_WORDS) for one in told
    }
    for name in names:
        if name.document in counts:
            counts[name.document]["@" + key(name.name, name.kind)] += sum(times for _, times in name.surfaces)
    held = Counter(feature for each in counts.values() for feature in each)
    total = len(counts)
    vectors: dict[int, dict[str, float]] = {}
    for document, features in counts.items():
        weights = {f: (1 + log(times)) * log(total / held[f]) for f, times in features.items() if held[f] > 1}
        length = sqrt(sum(w * w for w in sorted(weights.values()))) or 1.0
        vectors[document] = {feature: weight / length for feature, weight in weights.items()}
    return vectors


def _candidates(vectors: Mapping[int, Mapping[str, float]]) -> set[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for document, features in vectors.items():
        for feature in features:
            holders[feature].append(document)
    shared: Counter[tuple[int, int]] = Counter()
    for documents in holders.values():
        if len(documents) <= _RARE:
            shared.update(combinations(documents, 2))
    return {pair for pair, times in shared.items() if times > 1}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(sorted(weight * b[feature] for feature, weight in a.items() if feature in b))


def _days_apart(a: Period | None, b: Period | None) -> int:
    if a is None or b is None:
        return 0
    return max(0, (b.first - a.last).days, (a.first - b.last).days)
