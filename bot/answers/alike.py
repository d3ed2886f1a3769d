"""Documents found -> how like the first of them each is: what resembles the best answers is one too. Pure."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice, repeat
from operator import mul

from bot.answers import stems

_FIRST = 3  # documents that are taken for answers, where there are four times as many
_READ = 400  # words of a text: they say what it is about
_TEXTS = 2048  # documents whose words are remembered, as they are found again and again: some 6 kB each

Bag = tuple[tuple[str, ...], tuple[float, ...]]
"""Its different stems, and what each is worth for how often it stands there."""

_OFTEN = (0.0, *(1 + math.log(times) for times in range(1, _READ + 1)))


def like_the_first(texts: Mapping[int, Sequence[str]], scores: Mapping[int, float]) -> dict[int, float]:
    """For each document, a title and sentences, the cosine with the best ones, which count by their scores.

    Pseudo-relevance feedback (Rocchio, 1971) that only orders what the words have found.
    """
    bags = {document: _bag(tuple(sentences)) for document, sentences in texts.items()}
    vectors = _vectors(bags)
    lengths = {document: math.hypot(*vector) or 1.0 for document, vector in vectors.items()}
    first = min(_FIRST, max(1, len(vectors) // 4))
    middle: dict[str, float] = {}
    for document in sorted(vectors, key=lambda document: -scores[document])[:first]:
        share = scores[document] / lengths[document]
        for stem, worth in zip(bags[document][0], vectors[document], strict=True):
            middle[stem] = middle.get(stem, 0.0) + share * worth
    whole = math.hypot(*middle.values()) or 1.0
    return {
        document: sum(map(mul, vector, map(middle.get, bags[document][0], repeat(0.0)))) / lengths[document] / whole
        for document, vector in vectors.items()
    }


def _vectors(bags: Mapping[int, Bag]) -> dict[int, list[float]]:
    """tf-idf over the documents at hand."""
    spread = Counter(chain.from_iterable(stems for stems, _ in bags.values()))
    worth = [0.0, *(math.log(1 + len(bags) / times) for times in range(1, len(bags) + 1))]
    rarity = {stem: worth[times] for stem, times in spread.items()}
    return {
        document: list(map(mul, often, map(rarity.__getitem__, stems))) for document, (stems, often) in bags.items()
    }


@lru_cache(maxsize=_TEXTS)
def _bag(sentences: tuple[str, ...]) -> Bag:
    counts = Counter(islice(chain.from_iterable(map(stems.row, sentences)), _READ))
    kept = {stem: times for stem, times in counts.items() if len(stem) > 1 and stem not in stems.STOP_STEMS}
    return tuple(kept), tuple(_OFTEN[times] for times in kept.values())
