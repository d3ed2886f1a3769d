"""How alike two spellings are: suggestions for a typo, completions for what was begun."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

NEAR = 76.0
"""Below this likeness (0 to 100) two spellings have nothing to do with each other."""


def likeness(a: str, b: str) -> float:
    """0 to 100 for two folded names: the better of all letters in order and of the words in any order."""
    return max(fuzz.ratio(a, b), 100.0 * JaroWinkler.normalized_similarity(a, b) - 8.0, fuzz.token_sort_ratio(a, b))


def nearest(asked: str, names: Sequence[str], *, limit: int, near: float = NEAR) -> list[int]:
    """The places in `names` (folded) of those most like `asked` (folded), the likest first."""
    if not asked or not names:
        return []
    rough = process.extract(asked, names, scorer=fuzz.ratio, score_cutoff=near - 22.0, limit=8 * limit)
    if " " in asked:
        rough += process.extract(asked, names, scorer=fuzz.token_sort_ratio, score_cutoff=near, limit=2 * limit)
    # A single word of a longer name may be the one that was meant: "Krenin" for "Victor Khrenin".
    if " " not in asked:
        rough += process.extract(asked, names, scorer=fuzz.partial_ratio, score_cutoff=near, limit=4 * limit)
    best: dict[int, float] = {}
    for name, _, place in rough:
        words = max((likeness(asked, word) for word in name.split()), default=0.0) - 2.0 if " " not in asked else 0.0
        best[place] = max(likeness(asked, name), words)
    ranked = sorted((place for place, score in best.items() if score >= near), key=lambda place: (-best[place], place))
    return ranked[:limit]


def slips(asked: str, words: Sequence[str], *, most: int) -> list[tuple[str, int]]:
    """Those of the words that are at most so many slips of the pen away (a letter wrong, missing, too many, or two
    swapped), with how many; the nearest first.
    """
    found = process.extract(asked, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(word, int(distance)) for word, distance, _ in found]
