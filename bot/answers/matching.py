"""A question and sentences -> which of its words each holds, where, and how much that says. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answers import stems
from bot.answers.asking import Asking
from bot.store.lookups import Line, Phrase

_AGAIN, _TOGETHER = 0.2, 0.3  # what a repeated word adds, and the question's neighbours standing together
_USUAL = 25  # words of a sentence; longer ones say less for their length

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence; `marks` are half-open spans of its text."""

    line: Line
    score: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`weights` of single stems; `rows`: stems that count only in a row; `pairs`: neighbours with their weight."""

    weights: Mapping[str, float]
    rows: Mapping[Phrase, float]
    pairs: Mapping[tuple[str, str], float]

    def held(self, text: str) -> frozenset[tuple[str, str]]:
        """The question's neighbours that are neighbours in this text."""
        row = stems.row(text)
        if not self.pairs or self.weights.keys().isdisjoint(row):  # most have none of the words
            return frozenset()
        return frozenset(self.pairs.keys() & pairwise(row))

    def together(self, held: frozenset[tuple[str, str]]) -> float:
        """How much of the question's neighbours are held, from 0 to 1."""
        return sum(self.pairs[pair] for pair in held) / (sum(self.pairs.values()) or 1.0)


def question(asked: Asking, weights: Mapping[str, float]) -> Question:
    words = [stems.stem(word) for word in asked.words]
    phrases = [_stemmed(phrase) for phrase in asked.phrases]
    pairs = {
        pair: weights.get(pair[0], 0.0) + weights.get(pair[1], 0.0)
        for run in (words, *phrases)
        for pair in pairwise(run)
    }
    rows = [_stemmed(phrase) for phrase in (*asked.also, *asked.compounds)]
    # A phrase of little words is found as a whole, or nothing of it would be marked.
    rows += [row for row in phrases if weights.keys().isdisjoint(row)]
    top = max(weights.values(), default=1.0)
    single = {row[0]: top for row in rows if len(row) == 1}
    return Question({**single, **weights}, {row: top for row in rows if len(row) > 1}, pairs)


def _stemmed(phrase: Phrase) -> Phrase:
    return tuple(stems.stem(word) for word in phrase)


def match(line: Line, asked: Question) -> Match:
    words = stems.row(line.text)
    rows = [(ends, row) for row in asked.rows if row[0] in words for ends in rows_in(words, row)]
    if not rows and asked.weights.keys().isdisjoint(words):
        return Match(line, 0.0, ())
    spans = [word.span() for word in stems.words(line.text)]
    marks = [span for span, stem in zip(spans, words, strict=True) if stem in asked.weights]
    marks += [(spans[first][0], spans[last][1]) for (first, last), _ in rows]
    counts = Counter(stem for stem in words if stem in asked.weights)
    score = sum(asked.weights[stem] * (1 + _AGAIN * min(times - 1, 2)) for stem, times in counts.items())
    score += sum(asked.rows[row] for row in {row for _, row in rows})
    score *= 1 + _TOGETHER * asked.together(asked.held(line.text))
    length = 1 + 0.15 * max(0.0, len(words) / _USUAL - 1)
    prose = 1.0 if line.kind in ("prose", "item") else 0.8
    return Match(line, prose * score / length, joined(marks))


def rows_in(words: Sequence[str], row: Phrase) -> list[tuple[int, int]]:
    """Where these stems stand in a row: the places of the first and the last, both included."""
    size = len(row)
    if not size:
        return []
    return [
        (place, place + size - 1)
        for place, word in enumerate(words)
        if word == row[0] and tuple(words[place : place + size]) == row
    ]


def joined(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """In order, none over another."""
    kept: list[Mark] = []
    for start, end in sorted(marks):
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return tuple(kept)
