"""Which documents copy another, whole or in part. Pure; the order of documents does not matter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.linking.library import parts
from bot.linking.sharing import sharing
from bot.linking.shingles import samples, shingles, word_pairs
from bot.linking.told import Told

_NEAR = 6  # at least one in so many of the shorter text's sampled shingles is shared by a copy
_COPIED = 0.6  # of the shorter text's shingles: beyond, one is a copy of the other
_FEWEST = 12  # shingles of a text that can be called a copy
_TOUCHED = 0.2  # of the shorter text's shingles: beyond, one may be the other in other words
_PAIRS = 0.7  # of the shorter text's neighbouring words are still neighbours where it was rewritten,
_HALF = 0.5  # half of them at least in every sentence,
_SENTENCES = 0.85  # or in nearly every one: what merely quotes another text has sentences of its own
_MANY = 40  # shingles of a text that can be told to be rewritten
_FURNITURE = 50  # documents that share a shingle, from which on it says nothing


def copies(told: Sequence[Told], candidates: Iterable[tuple[int, int]], texts: Mapping[int, str]) -> dict[int, int]:
    """Each copy with its original: the fullest of those that copy one another, of equals the earliest."""
    cut = {document: shingles(text) for document, text in texts.items()}
    near = [
        (a, b)
        for a, b in candidates
        if _is_copy(cut[a], cut[b]) or (_is_touched(cut[a], cut[b]) and _is_rewritten(texts[a], texts[b]))
    ]
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
    """Pairs of documents of which one may be a copy: they share enough of the shorter one's sampled shingles."""
    sampled = [samples(one.sketch) for one in told]
    return [
        (told[a].document, told[b].document)
        for a, b, times in sharing(sampled, at_most=_FURNITURE)
        if times * _NEAR >= min(len(sampled[a]), len(sampled[b]))
    ]


def _is_copy(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= _FEWEST and len(a & b) >= _COPIED * shorter


def _is_touched(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= _MANY and len(a & b) >= _TOUCHED * shorter


def _is_rewritten(a: str, b: str) -> bool:
    """Whether the shorter text says all along what the longer says, a word here and there changed."""
    shorter, longer = sorted(map(word_pairs, sorted((a, b))), key=_size)
    there = frozenset[str]().union(*longer)
    kept = [(len(sentence), len(sentence & there)) for sentence in shorter]
    size = sum(of for of, _ in kept)
    even = sum(of for of, among in kept if among >= _HALF * of)
    return sum(among for _, among in kept) >= _PAIRS * size and even >= _SENTENCES * size


def _size(sentences: Sequence[frozenset[str]]) -> int:
    return sum(map(len, sentences))
