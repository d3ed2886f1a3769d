"""Which documents copy another, whole or in part. Pure; the order of documents does not matter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.linking.library import parts
from bot.linking.sharing import sharing
from bot.linking.shingles import samples, shingles
from bot.linking.told import Told

_COPIED = 0.6  # of the shorter text's shingles: beyond, one is a copy of the other
_FEWEST = 12  # shingles of a text that can be called a copy
_FURNITURE = 50  # documents that share a shingle, from which on it says nothing


def copies(told: Sequence[Told], candidates: Iterable[tuple[int, int]], texts: Mapping[int, str]) -> dict[int, int]:
    """Each copy with its original: the fullest of those that copy one another, of equals the earliest."""
    cut = {document: shingles(text) for document, text in texts.items()}
    near = [(a, b) for a, b in candidates if _is_copy(cut[a], cut[b])]
    by_id = {one.document: one for one in told}
    involved = sorted({document for pair in near for document in pair})
    place = {document: position for position, document in enumerate(involved)}
    found: dict[int, int] = {}
    for part in parts(len(involved), [(place[a], place[b]) for a, b in near]):
        first, *others = sorted(
            (involved[position] for position in part), key=lambda document: _fullness(by_id[document], cut[document])
        )
        found.update(dict.fromkeys(others, first))
    return found


def _fullness(one: Told, cut: frozenset[str]) -> tuple[int, date, str]:
    return -len(cut), one.published.first if one.published else date.max, one.source


def near_pairs(told: Sequence[Told]) -> list[tuple[int, int]]:
    """Pairs of documents of which one may be a copy: they share a third of the shorter one's sampled shingles."""
    sampled = [samples(one.sketch) for one in told]
    return [
        (told[a].document, told[b].document)
        for a, b, times in sharing(sampled, at_most=_FURNITURE)
        if times * 3 >= min(len(sampled[a]), len(sampled[b]))
    ]


def _is_copy(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= _FEWEST and len(a & b) >= _COPIED * shorter
