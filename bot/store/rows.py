"""What a look-up gives back: rows of the store as values, and how a row becomes one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from bot.model import Dated, Kind, Period, Precision, SentenceKind, Span, StatementKind

STORED = "id, source, title, first, last, precision, basis, publisher, link, words, added, story, reprint_of"
TOLD = 'document, sentence, first, last, precision, basis, start, "end", words_start, words_end'


@dataclass(frozen=True, slots=True)
class Stored:
    """A document without its text. `added` is in seconds UTC."""

    id: int
    source: str
    title: str
    published: Dated
    publisher: str | None
    link: str | None
    words: int
    added: int
    story: int | None
    reprint_of: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its words; `summary` is its place in the document's own summary."""

    document: int
    ordinal: int
    at: Span
    kind: SentenceKind
    text: str
    summary: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A name that runs through the library; `count` is how often it occurs."""

    id: int
    kind: Kind
    name: str
    folded: str
    count: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which a name is written."""

    name: int
    text: str
    folded: str
    count: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in a sentence."""

    document: int
    sentence: int
    name: int
    kind: Kind
    at: Span


@dataclass(frozen=True, slots=True)
class Told:
    """An event where it is told; `when` None: undated."""

    document: int
    sentence: int
    when: Period | None
    basis: str
    at: Span
    words: Span | None


@dataclass(frozen=True, slots=True)
class RoleTold:
    document: int
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class StatementTold:
    document: int
    sentence: int
    kind: StatementKind


@lru_cache(maxsize=4096)
def period(first: str | None, last: str | None, precision: Precision | None) -> Period | None:
    if first is None or last is None or precision is None:
        return None
    return Period(date.fromisoformat(first), date.fromisoformat(last), precision)


def stored(row: Sequence[Any]) -> Stored:
    number, source, title, first, last, precision, basis, *rest = row
    return Stored(number, source, title, Dated(period(first, last, precision), basis), *rest)


def told(row: Sequence[Any]) -> Told:
    document, sentence, first, last, precision, basis, start, end, words_start, words_end = row
    words = None if words_start is None else Span(words_start, words_end)
    return Told(document, sentence, period(first, last, precision), basis, Span(start, end), words)


def seen(row: Sequence[Any]) -> Seen:
    document, sentence, name, kind, start, end = row
    return Seen(document, sentence, name, kind, Span(start, end))
