"""Words -> the best sentences: documents in the order of the full text, in each the sentences that say most of it."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answers import naming, quoting, stems
from bot.answers.answer import Hit, Search
from bot.answers.asking import Asking, asking, with_names
from bot.store.lookups import Line, Lookups, Ranked
from bot.words import folded

_DOCUMENTS = 25
_RANKED = 200
_READ = 50  # so many are read for their best sentence, which then counts for their place
_BEST_SENTENCE = 0.4  # its weight beside the full text's score, both at most 1; measured, see benchmarks/answers.py
_A_DOCUMENT = 3
_WORTH = 0.55  # a further sentence of a document says at least this much of what its best one says


@dataclass(frozen=True, slots=True)
class _Match:
    line: Line
    score: float
    marks: tuple[tuple[int, int], ...]


def search(lookups: Lookups, words: str) -> Search:
    asked = with_names(asking(words), words, lookups)
    ranked = lookups.ranked(asked.wanted(), _RANKED)
    shown = _hits(lookups, asked, ranked[:_READ])
    return Search(
        words=words,
        hits=tuple(shown),
        documents=len(ranked),
        more=max(0, len(ranked) - _DOCUMENTS),
        similar=() if shown else naming.near_names(lookups, words, limit=5),
        shelf=quoting.shelf(lookups),
    )


def _hits(lookups: Lookups, asked: Asking, ranked: Sequence[Ranked]) -> list[Hit]:
    weights = weights_of(lookups, asked)
    lines = lookups.lines(each.document for each in ranked)
    found = [(each.score, _best(lines.get(each.document, ()), asked, weights)) for each in ranked]
    found.sort(key=lambda each: -_rank(*each, top=ranked[0].score, most=sum(weights.values())))
    chosen = [match for _, matches in found[:_DOCUMENTS] for match in matches]
    quotes = quoting.quotes_of(lookups, (match.line for match in chosen))
    return [
        Hit(quotes[match.line.document, match.line.ordinal], match.marks)
        for match in chosen
        if (match.line.document, match.line.ordinal) in quotes
    ]


def _rank(score: float, matches: Sequence[_Match], *, top: float, most: float) -> float:
    """A document's place: what the full text says of it, and how much of the question its best sentence holds."""
    best = matches[0].score if matches else 0.0
    return score / (top or 1.0) + _BEST_SENTENCE * best / (most or 1.0)


def weights_of(lookups: Lookups, asked: Asking) -> dict[str, float]:
    """What each stem is worth: the rarer in the library the more, times how often it was asked for."""
    counts = asked.stems()
    total, *frequencies = (lookups.shelf()[0], *lookups.frequencies([(stem,) for stem in counts]))
    return {
        stem: times * math.log(1 + (total + 0.5) / (frequency + 0.5))
        for (stem, times), frequency in zip(counts.items(), frequencies, strict=True)
    }


def _best(lines: Sequence[Line], asked: Asking, weights: dict[str, float]) -> list[_Match]:
    """The best sentences of one document in text order but for the best, which comes first."""
    matches = [_match(line, asked, weights) for line in lines if line.text.strip() and line.kind != "heading"]
    matches.sort(key=lambda match: (-match.score, match.line.ordinal))
    if not matches:
        return []
    best, *others = matches
    if not best.marks:
        # Only the title matched: the document's first sentence stands for it, unmarked.
        prose = [match for match in matches if quoting.is_prose(match.line)]
        return (prose or matches)[:1]
    worth = [match for match in others[: _A_DOCUMENT - 1] if match.score >= _WORTH * best.score]
    seen = {folded(best.line.text)}
    return [best, *(match for match in worth if folded(match.line.text) not in seen)]


def _match(line: Line, asked: Asking, weights: dict[str, float]) -> _Match:
    found = [(word.span(), stems.stem(word.group())) for word in stems.words(line.text)]
    marks = tuple(span for span, stem in found if stem in weights)
    if not marks:
        return _Match(line, 0.0, ())
    counts = Counter(stem for _, stem in found if stem in weights)
    score = sum(weights[stem] * (1 + 0.2 * min(times - 1, 2)) for stem, times in counts.items())
    score *= 1 + 0.3 * _together(asked, [stem for _, stem in found])
    length = 1 + 0.15 * max(0.0, len(found) / 25 - 1)
    prose = 1.0 if line.kind in ("prose", "item") else 0.8
    return _Match(line, prose * score / length, marks)


def _together(asked: Asking, sentence: Sequence[str]) -> float:
    """The part of the neighbours in the question that are neighbours in the sentence too."""
    wanted = [stems.stem(word) for word in asked.words]
    pairs = set(pairwise(wanted))
    pairs |= {pair for phrase in asked.phrases for pair in _pairs([stems.stem(word) for word in phrase])}
    return len(pairs & _pairs(sentence)) / len(pairs) if pairs else 0.0


def _pairs(words: Sequence[str]) -> set[tuple[str, str]]:
    return set(pairwise(words))
