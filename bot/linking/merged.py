"""Texts put together from others: two agencies' reports run as one, or a page that collects what has nothing in common.

Such a text has no origin of its own, and its sources do not become one text by it. But cuttings of one text must not
be taken for its sources: they have a little in common, two tellings of a happening much, parts of a collection nothing.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, permutations

from bot.linking.comparing import Compared
from bot.linking.library import parts
from bot.words import STOP_WORDS, tokens

_WHOLE = 0.9  # of a merged text stands in its sources
_SHARE = 0.25  # of it at least stands in one of two sources alone
_SAME = 0.8  # of a text: beyond, one other has it all
_TWICE = 0.15  # of a source's shingles at most are another's too
_FEWEST = 60  # words of a source: shorter ones have little in common whatever they are
_STRANGERS, _TELLINGS = 0.1, 1.0  # what two texts have in common, of 2: less and more than cuttings of one text have
_HEADLINE = (4, 20)  # words
_LEAD = re.compile(r"(?:.+?[.!?](?:\s+|$)){1,3}", re.DOTALL)
_STEM = 6  # letters of a word that count

Pair = tuple[int, int]


def merged_from(copied: frozenset[Pair], candidates: Sequence[Pair], compared: Compared) -> dict[int, list[int]]:
    """Each merged document with its sources, first the one it took most from. `copied`: (copy, what it copies)."""
    around: dict[int, list[int]] = defaultdict(list)
    for a, b in candidates:
        around[a].append(b)
        around[b].append(a)
    found: dict[int, list[int]] = {}
    for document, others in around.items():
        giving = [one for one in others if _gives(one, document, compared)] if len(others) > 1 else []
        inside = [one for one in giving if (one, document) in copied]
        sources = {*_collected(document, inside, copied, compared)}
        if not any((document, one) in copied for one in others):
            sources |= _spliced(document, [one for one in giving if one not in inside], copied, compared)
        if sources:
            found[document] = sorted(sources, key=lambda one: _given(document, one, compared), reverse=True)
    return {document: own for document, sources in found.items() if (own := [o for o in sources if o not in found])}


def _given(document: int, one: int, compared: Compared) -> tuple[float, str]:
    return compared.kept(document, one).told, compared.texts[one]


def _gives(one: int, document: int, compared: Compared) -> bool:
    """Whether it may have given the document a part."""
    theirs, ours = compared.passages(one), compared.passages(document)
    if theirs.size < _FEWEST or 2 * len(ours.shingles & theirs.shingles) < _SHARE * len(ours.shingles):
        return False
    return compared.kept(document, one).told < _SAME and not (
        compared.is_form(document, one) or compared.is_later(document, one)
    )


def _collected(document: int, inside: Sequence[int], copied: frozenset[Pair], compared: Compared) -> Sequence[int]:
    """The texts that stand in the document whole, if they are more than cuttings of it and there is nothing else."""
    pairs = [(a, b) for a, b in permutations(range(len(inside)), 2) if (inside[a], inside[b]) in copied]
    heads = [
        max((inside[place] for place in part), key=lambda one: (compared.size(one), compared.texts[one]))
        for part in parts(len(inside), pairs)
    ]
    given = [compared.kept(document, one).sentences for one in heads]
    whole = _words(document, frozenset[int]().union(*given), compared)
    if len(heads) <= 1 or whole < _WHOLE * compared.size(document) or _overlap(heads, compared):
        return ()
    common = [_in_common(compared.texts[a], compared.texts[b]) for a, b in combinations(heads, 2)]
    are_apart = all(each <= _STRANGERS or each >= _TELLINGS for each in common)
    if are_apart or all(_stands_apart(compared.texts[document], compared.texts[one]) for one in heads):
        return inside
    return ()


def _overlap(heads: Sequence[int], compared: Compared) -> bool:
    """Whether two have wording in common, as cuttings have that were not cut at the same place."""
    shingles = [compared.passages(one).shingles for one in heads]
    return any(len(a & b) > _TWICE * min(len(a), len(b)) for a, b in combinations(shingles, 2))


def _stands_apart(text: str, part: str) -> bool:
    """Whether the text begins with the part, or has its headline too: a cutting gets another one or none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    first = next((line.strip() for line in part.split("\n") if line.strip()), "")
    is_headline = _HEADLINE[0] <= len(first.split()) <= _HEADLINE[1] and first[-1] not in ".!?:,;"
    return first in lines and (is_headline or lines[0] == first)


def _spliced(document: int, outside: Sequence[int], copied: frozenset[Pair], compared: Compared) -> set[int]:
    """Texts of which the document has only parts, where those of two make it up."""
    enough = _SHARE * compared.size(document)
    found: set[int] = set()
    for a, b in combinations(outside, 2):
        ours, theirs = (compared.kept(document, one).sentences for one in (a, b))
        if (
            copied.isdisjoint(((a, b), (b, a)))
            and _words(document, ours | theirs, compared) >= _WHOLE * compared.size(document)
            and min(_words(document, each, compared) for each in (ours - theirs, theirs - ours)) >= enough
        ):
            found |= {a, b}
    return found


def _words(document: int, sentences: frozenset[int], compared: Compared) -> int:
    every = compared.passages(document).sentences
    return sum(len(every[number].words) for number in sentences)


def _in_common(a: str, b: str) -> float:
    """0 to 2: how far the words of the poorer text are the other's, and those of each lead are in the other text."""
    one, other = _stems(a), _stems(b)
    leads = min(_share(_lead(a), other), _share(_lead(b), one))
    return leads + len(one & other) / max(1, min(len(one), len(other)))


def _share(few: frozenset[str], many: frozenset[str]) -> float:
    return len(few & many) / max(1, len(few))


def _lead(text: str) -> frozenset[str]:
    found = _LEAD.match(text)
    return _stems(found.group() if found else text)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in tokens(text) if word not in STOP_WORDS)
