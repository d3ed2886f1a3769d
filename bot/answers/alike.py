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
    middle: dict[str, float] = {}
    first = min(_FIRST, max(1, len(vectors) // 4))
    for document in sorted(vectors, key=lambda document: -scores[document])[:first]:
        for stem, worth in vectors[document].items():
            middle[stem] = middle.get(stem, 0.0) + scores[document] * worth
    length = _length(middle)
    return {
        document: sum(worth * middle[stem] for stem, worth in vector.items() if stem in middle) / length
        for document, vector in vectors.items()
    }


def _vectors(texts: Mapping[int, Sequence[str]]) -> dict[int, dict[str, float]]:
    """tf-idf over the documents at hand, of length 1."""
    bags = {document: _bag(sentences) for document, sentences in texts.items()}
    spread = Counter(stem for bag in bags.values() for stem in bag)
    rarity = {stem: math.log(1 + len(bags) / times) for stem, times in spread.items()}
    found: dict[int, dict[str, float]] = {}
    for document, bag in bags.items():
        vector = {stem: (1 + math.log(times)) * rarity[stem] for stem, times in bag.items()}
        length = _length(vector)
        found[document] = {stem: worth / length for stem, worth in vector.items()}
    return found


def _bag(sentences: Sequence[str]) -> dict[str, int]:
    counts = Counter(islice(chain.from_iterable(map(stems.row, sentences)), _READ))
    return {stem: times for stem, times in counts.items() if len(stem) > 1 and stem not in stems.STOP_STEMS}


def _length(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(worth * worth for worth in vector.values())) or 1.0
