"""Documents found -> how like the first of them each is: what resembles the best answers is one too. Pure."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, islice

from bot.answers import stems

_FIRST = 3  # documents that are taken for answers, where there are four times as many
_READ = 400  # words of a text: they say what it is about


def like_the_first(texts: Mapping[int, Sequence[str]], scores: Mapping[int, float]) -> dict[int, float]:
    """For each document, a title and sentences, the cosine with the best ones, which count by their scores.

    Pseudo-relevance feedback (Rocchio, 1971) that only orders what the words have found.
    """
    vectors = _vectors(texts)
    lengths = {document: _length(vector) for document, vector in vectors.items()}
    first = min(_FIRST, max(1, len(vectors) // 4))
    middle: dict[str, float] = {}
    for document in sorted(vectors, key=lambda document: -scores[document])[:first]:
        share = scores[document] / lengths[document]
        for stem, worth in vectors[document].items():
            middle[stem] = middle.get(stem, 0.0) + share * worth
    whole = _length(middle)
    return {
        document: sum(vector[stem] * middle[stem] for stem in vector.keys() & middle.keys()) / lengths[document] / whole
        for document, vector in vectors.items()
    }


def _vectors(texts: Mapping[int, Sequence[str]]) -> dict[int, dict[str, float]]:
    """tf-idf over the documents at hand."""
    bags = {document: _bag(sentences) for document, sentences in texts.items()}
    spread = Counter(chain.from_iterable(bags.values()))
    rarity = {stem: math.log(1 + len(bags) / times) for stem, times in spread.items()}
    often = [0.0, *(1 + math.log(times) for times in range(1, _READ + 1))]
    return {
        document: {stem: often[times] * rarity[stem] for stem, times in bag.items()} for document, bag in bags.items()
    }


def _bag(sentences: Sequence[str]) -> dict[str, int]:
    counts = Counter(islice(chain.from_iterable(map(stems.row, sentences)), _READ))
    return {stem: times for stem, times in counts.items() if len(stem) > 1 and stem not in stems.STOP_STEMS}


def _length(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(worth * worth for worth in vector.values())) or 1.0
