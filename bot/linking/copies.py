"""Which documents copy another, whole or in part. Pure; the order of documents does not matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import floor, log

from bot.linking.comparing import Compared
from bot.linking.library import GiveWay, go_on
from bot.linking.merged import merged_from
from bot.linking.sharing import sharing
from bot.linking.shingles import samples
from bot.linking.told import Told

_NEAR = 10  # at least one in so many of the shorter text's sampled shingles is shared by a copy
_AS_FULL = 1.05  # times as many words: up to about there, texts are equally full
_FURNITURE = 50  # documents that share a shingle, from which on it says nothing


def copies(
    told: Sequence[Told],
    candidates: Iterable[tuple[int, int]],
    texts: Mapping[int, str],
    *,
    give_way: GiveWay = go_on,
) -> dict[int, int]:
    """Each copy with its original: the fullest text, of equals the earliest.

    A passage that stands in two texts does not make them one: it copies the one that has it best. What was put together
    from several texts copies the one it took most from, and does not make one of them either.
    """
    compared = Compared(told, texts, give_way=give_way)
    rank = {one.document: _fullness(one, compared) for one in told if one.document in texts}
    pairs = [(a, b) if rank[a] > rank[b] else (b, a) for a, b in candidates]
    copied = frozenset(pair for pair in pairs if compared.is_copy(*pair))
    merged = merged_from(copied, pairs, compared)
    above: dict[int, list[int]] = defaultdict(list)
    for copy, fuller in copied:
        if copy not in merged and copy not in merged.get(fuller, ()):
            above[copy].append(fuller)
    parent = {document: sources[0] for document, sources in merged.items()}
    for copy in sorted(above, key=rank.__getitem__):
        best = min(above[copy], key=lambda one: (one in merged, *_distance(copy, one, compared), rank[one]))
        if _root(best, parent) != copy:
            parent[copy] = best
    return {document: _root(document, parent) for document in parent}


def _distance(copy: int, fuller: int, compared: Compared) -> tuple[float, float]:
    there = compared.kept(copy, fuller)
    return -there.told, -there.verbatim


def _root(document: int, parent: Mapping[int, int]) -> int:
    while document in parent:
        document = parent[document]
    return document


def _fullness(one: Told, compared: Compared) -> tuple[int, date, str]:
    size = floor(log(max(1, compared.size(one.document)), _AS_FULL))
    return -size, one.published.first if one.published else date.max, one.source


def near_pairs(told: Sequence[Told], *, give_way: GiveWay = go_on) -> list[tuple[int, int]]:
    """Pairs of documents of which one may be a copy: they share enough of the shorter one's sampled shingles."""
    sampled = [samples(one.sketch) for one in told]
    return [
        (told[a].document, told[b].document)
        for a, b, times in sharing(sampled, at_most=_FURNITURE, give_way=give_way)
        if times * _NEAR >= min(len(sampled[a]), len(sampled[b]))
    ]
