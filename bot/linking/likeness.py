"""How alike two documents tell: their words, the names and the figures in them, and the days between them."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import groupby
from math import fsum, log, log1p, sqrt

from bot.linking.library import GiveWay, go_on
from bot.linking.sharing import sharing
from bot.linking.told import Named, Told, days_apart
from bot.words import STOP_WORDS, tokens

_WORDS, _NAMES, _FIGURES = 0.6, 0.25, 0.15  # of the likeness
_STEM = 6  # letters of a word that count: "explos", of "explosion" and "explosives"
_PERSON = 2.0  # times as much as a place or a body does a person tell happenings apart
_STRANGERS = 0.5  # times as alike are documents that share no name: such texts follow a form
_TWIN = 1.5  # times as alike are a document and the one whose event dated it
_USUAL = 4.0  # documents tell a happening, in a library of a hundred times as many: rarer is not more telling
_NEXT_DAYS = 2  # between two documents do not count; then likeness fades,
_FADES = 0.6  # so much for each time as many working weeks,
_APART = 62  # until after so many days it is another happening
_RARE = 40  # documents that have a feature, up to which it makes candidates
_CANDIDATES = 60  # documents that one is compared with, those first that share most
_FAINT = 0.05  # likeness that is not worth remembering


@dataclass(frozen=True, slots=True)
class _Vector:
    """Features of one document, of length one at most; what only one document has counts for the length."""

    features: "array[int]"
    weights: "array[float]"


def likeness(
    told: Sequence[Told], names: Iterable[Named], *, give_way: GiveWay = go_on
) -> dict[tuple[int, int], float]:
    """0 to 1 for pairs of places in `told`, the smaller place first, where it is worth knowing."""
    named = _named(told, names)
    vectors = _vectors(told, named, give_way)
    alike: dict[tuple[int, int], float] = {}
    for a, others in _candidates(vectors, give_way):
        weights = dict(zip(vectors[a].features, vectors[a].weights, strict=True))
        give_way()
        for b in others:
            most = _nearness(told[a], told[b])
            if named[a].keys().isdisjoint(named[b]):
                most *= _STRANGERS
            if most >= _FAINT and (value := most * _cosine(weights, vectors[b])) >= _FAINT:
                alike[a, b] = min(1.0, value)
    return alike


def _candidates(vectors: Sequence[_Vector], give_way: GiveWay) -> Iterator[tuple[int, list[int]]]:
    """Each place with later ones to compare it with: bounded, so that one of many takes no longer than one of few."""
    pairs = sharing([each.features for each in vectors], at_most=_RARE, give_way=give_way)
    for a, others in groupby(pairs, key=lambda pair: pair[0]):
        ranked = nsmallest(_CANDIDATES, ((-times, b) for _, b, times in others if times > 1))
        yield a, [b for _, b in ranked]


def _vectors(told: Sequence[Told], named: Sequence[Mapping[int, float]], give_way: GiveWay) -> list[_Vector]:
    weighed: list[dict[int, float]] = [{} for _ in told]
    words, figures = _said(told, give_way)
    first = 0
    for share, counted in ((_WORDS, words), (_NAMES, named), (_FIGURES, figures)):
        held = Counter(feature for each in counted for feature in each)
        usual = min(_USUAL, len(told) / 100)
        rarity = {feature: log1p(len(told) / max(times, usual)) for feature, times in held.items()}
        number = {feature: first + place for place, feature in enumerate(held)}
        first += len(held)
        for vector, each in zip(weighed, counted, strict=True):
            give_way()
            weights = {feature: weight * rarity[feature] for feature, weight in each.items()}
            length = sqrt(fsum(weight * weight for weight in weights.values())) or 1.0
            vector.update((number[f], sqrt(share) * weight / length) for f, weight in weights.items() if held[f] > 1)
    return [_Vector(array("I", each), array("d", each.values())) for each in weighed]


def _said(told: Sequence[Told], give_way: GiveWay) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """Words and figures, each once: how often one is repeated tells of the writer, not of what happened."""
    words: list[dict[str, float]] = []
    figures: list[dict[str, float]] = []
    for one in told:
        give_way()
        said = tokens(one.opening)
        words.append({word[:_STEM]: 1.0 for word in said if word not in STOP_WORDS})
        figures.append({word: 1.0 for word in said if word[0].isdigit()})
    return words, figures


def _named(told: Sequence[Told], names: Iterable[Named]) -> list[dict[int, float]]:
    counted: dict[int, dict[int, float]] = {one.document: {} for one in told}
    for name in names:
        if name.document in counted:
            weight = (1 + log(name.times)) * (_PERSON if name.kind == "PERSON" else 1.0)
            counted[name.document][name.name] = weight
    return [counted[one.document] for one in told]


def _cosine(weights: Mapping[int, float], other: _Vector) -> float:
    return fsum(
        weight * weights[feature]
        for feature, weight in zip(other.features, other.weights, strict=True)
        if feature in weights
    )


def _nearness(a: Told, b: Told) -> float:
    if a.twin == b.document or b.twin == a.document:
        return _TWIN
    days = days_apart(a.published, b.published)
    if days > _APART:
        return 0.0
    return 1 / (1 + _FADES * log1p(max(0, days - _NEXT_DAYS) / 5))
