"""A question and sentences -> which of its words each holds, where, and how much that says. Pure."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.answers import stems
from bot.answers.asking import Asking
from bot.model import SentenceKind
from bot.store.lookups import Phrase

_AGAIN, _TOGETHER = 0.2, 0.3  # what a repeated word adds, and the question's neighbours standing together
_USUAL = 25  # words of a sentence; longer ones say less for their length
_TEXTS = 2048  # documents whose stems are remembered, as they are found again and again: some 3 kB each

_BETWEEN = frozenset([" ", "-", "\u2011", "\u2019", "'", "\u00a0", "\u202f"])  # neighbours

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Question:
    """`weights` of single stems; `rows`: stems that count only in a row; `pairs`: neighbours as `spelt` writes them,
    each with the share of the question that it is.
    """

    weights: Mapping[str, float]
    rows: Mapping[Phrase, float]
    pairs: Sequence[tuple[str, float]]

    def together(self, spelt: str) -> float:
        """How much of the question's neighbours are neighbours there, from 0 to 1."""
        return sum(share for pair, share in self.pairs if pair in spelt)


@lru_cache(maxsize=_TEXTS)
def spelt(*texts: str) -> str:
    """The stems of these texts, in order, as one text in which neighbours are found."""
    return f" {' | '.join(' '.join(stems.row(text)) for text in texts)} "


def question(asked: Asking, weights: Mapping[str, float]) -> Question:
    words = [stems.stem(word) for word in asked.words]
    phrases = [_stemmed(phrase) for phrase in asked.phrases]
    pairs = {
        f" {first} {then} ": weights.get(first, 0.0) + weights.get(then, 0.0)
        for run in (words, *phrases)
        for first, then in pairwise(run)
    }
    whole = sum(pairs.values()) or 1.0
    rows = [_stemmed(phrase) for phrase in (*asked.also, *asked.compounds)]
    # A phrase of little words is found as a whole, or nothing of it would be marked.
    rows += [row for row in phrases if weights.keys().isdisjoint(row)]
    top = max(weights.values(), default=1.0)
    single = {row[0]: top for row in rows if len(row) == 1}
    return Question(
        weights={**single, **weights},
        rows={row: top for row in rows if len(row) > 1},
        pairs=[(pair, worth / whole) for pair, worth in pairs.items()],
    )


def _stemmed(phrase: Phrase) -> Phrase:
    return tuple(stems.stem(word) for word in phrase)


def score(kind: SentenceKind, text: str, asked: Question) -> float:
    """How much of what was asked for this sentence says: 0 where it holds none of it."""
    words = stems.row(text)
    held = [stem for stem in words if stem in asked.weights]
    rows = [row for row in asked.rows if rows_in(words, row)] if asked.rows else []
    if not held and not rows:
        return 0.0
    counts = Counter(held)
    told = sum(asked.weights[stem] * (1 + _AGAIN * min(times - 1, 2)) for stem, times in counts.items())
    told += sum(asked.rows[row] for row in rows)
    if len(counts) > 1:
        told *= 1 + _TOGETHER * asked.together(f" {' '.join(words)} ")
    length = 1 + 0.15 * max(0.0, len(words) / _USUAL - 1)
    return (1.0 if kind in ("prose", "item") else 0.8) * told / length


def marks(text: str, asked: Question) -> tuple[Mark, ...]:
    """Where the words and rows asked for stand: half-open spans of this text."""
    surfaces = {word for stem, word in stems.distinct(text) if stem in asked.weights}
    marked = list(_places(text, surfaces))
    words = stems.row(text)
    rows = [place for row in asked.rows for place in rows_in(words, row)]
    if rows:
        spans = [word.span() for word in stems.words(text)]
        marked += [(spans[first][0], spans[last][1]) for first, last in rows]
    return joined(marked, text)


def _places(text: str, surfaces: Collection[str]) -> Iterator[Mark]:
    """Where these words, in small letters, stand as words: few of many are asked for, so each is looked for."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" in small letters is two characters
        yield from (word.span() for word in stems.words(text) if word.group().lower() in surfaces)
        return
    for word in surfaces:
        start = lower.find(word)
        while start >= 0:
            end = start + len(word)
            if not lower[start - 1 : start].isalnum() and not lower[end : end + 1].isalnum():
                yield start, end
            start = lower.find(word, end)


def rows_in(words: Sequence[str], row: Phrase) -> list[tuple[int, int]]:
    """Where these stems stand in a row: the places of the first and the last, both included."""
    size = len(row)
    if not size or row[0] not in words:
        return []
    return [
        (place, place + size - 1)
        for place, word in enumerate(words)
        if word == row[0] and tuple(words[place : place + size]) == row
    ]


def joined(found: Sequence[Mark], text: str) -> tuple[Mark, ...]:
    """In order, none over another; neighbours, as the words of a name are, as one."""
    kept: list[Mark] = []
    for start, end in sorted(found):
        if kept and (start < kept[-1][1] or text[kept[-1][1] : start] in _BETWEEN):
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return tuple(kept)
