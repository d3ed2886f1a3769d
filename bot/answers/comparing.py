"""Documents of the store -> what is compared of them, and differences -> quotes beside quotes, in fixed words."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from bot.answers import quoting
from bot.answers.answer import Contradiction
from bot.linking.accounts import Account, Place, Said, When
from bot.linking.differences import Difference, Side
from bot.model import Quote, Span
from bot.store.lookups import DateTold, Line, Lookups, Seen, Stored

T = TypeVar("T", Seen, DateTold)
_SENTENCES = 90  # compared in all
_FEWEST = 4  # of each document

_WORDS = {
    "figure": "The figures differ",
    "date": "The dates differ",
    "name": "The names differ",
    "claim": "One says it is so, another that it is not",
    "exists": "One takes it that it exists, another that it does not",
    "order": "The order differs, the first being told as done before the second",
    "turned": "One tells the order the other way round",
    "later": "A later document gives another figure",
    "since": "A later document says otherwise",
    "moving": "The figure is said to change",
    "hour": "The hours differ",
    "place": "The places differ",
    "age": "The ages differ",
}


def contradictions(
    lookups: Lookups, found: Sequence[Difference]
) -> tuple[tuple[Contradiction, ...], tuple[Contradiction, ...]]:
    """Those that stand open, and those that a later document renews."""
    quotes = quoting.quotes(lookups, {side.place for each in found for side in each.sides})
    told = [(each.later, one) for each in found if (one := _contradiction(each, quotes))]
    return tuple(one for later, one in told if not later), tuple(one for later, one in told if later)


def accounts(lookups: Lookups, compared: Sequence[int], places: frozenset[Place] = frozenset()) -> list[Account]:
    """Of many long documents what comes first and what is about the topic."""
    most = max(_FEWEST, _SENTENCES // max(1, len(compared)))
    documents, lines = lookups.documents(compared), lookups.lines(compared)
    names = _by_document(lookups.names_in(compared))
    dates = _by_document(lookups.dates_told(compared, times=True))
    fellows: dict[int, set[int]] = {}
    for document, other in lookups.fellows(compared):
        fellows.setdefault(document, set()).add(other)
    return [
        _account(
            documents[number],
            [
                line
                for line in lines[number]
                if quoting.is_prose(line) and (line.ordinal < most or (number, line.ordinal) in places)
            ],
            names=names.get(number, ()),
            dates=dates.get(number, ()),
            fellows=fellows.get(number, set()),
        )
        for number in compared
        if number in documents
    ]


def _by_document(rows: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for row in rows:
        found.setdefault(row.document, []).append(row)
    return found


def _account(
    document: Stored,
    lines: Iterable[Line],
    *,
    names: Sequence[Seen],
    dates: Sequence[DateTold],
    fellows: Iterable[int],
) -> Account:
    return Account(
        document=document.id,
        story=document.story,
        published=document.published.value,
        sure=document.published.basis not in ("twin document", "text", "none"),
        title=document.title,
        lines=tuple(_said(line, names, dates) for line in lines),
        extra=frozenset(fellows),
    )


def _said(line: Line, names: Sequence[Seen], dates: Sequence[DateTold]) -> Said:
    def inside(at: Span) -> Span:
        return Span(at.start - line.at.start, at.end - line.at.start)

    here = _within(line, names)
    return Said(
        place=(line.document, line.ordinal),
        text=line.text,
        names=tuple((seen.name, inside(seen.at)) for seen in here),
        kinds=tuple(seen.kind for seen in here),
        dates=tuple(
            When(inside(told.at), inside(told.at).of(line.text), told.when, told.basis == "stated")
            for told in _within(line, dates)
        ),
    )


def _within(line: Line, rows: Sequence[T]) -> list[T]:
    """Those in this sentence of all in its document, which are in order."""
    begin = bisect_left(rows, line.at.start, key=_start)
    end = bisect_left(rows, line.at.end, lo=begin, key=_start)
    return [row for row in rows[begin:end] if row.at.end <= line.at.end]


def _start(row: Seen | DateTold) -> int:
    return row.at.start


def _contradiction(of: Difference, quotes: dict[Place, Quote]) -> Contradiction | None:
    """The earliest side first; of an order, the one that is told as done first."""
    told = [side for side in of.sides if side.place in quotes]
    if of.kind != "order":
        told.sort(key=lambda side: _age(quotes[side.place]))
    sides = tuple(dict.fromkeys(quotes[side.place] for side in told))
    if len(sides) < 2:  # noqa: PLR2004 - two sides
        return None
    days = {quote.published.value for quote in sides}
    return Contradiction(of.kind, _what(of, told, is_dated=len(days) > 1 and None not in days), sides)


def _age(quote: Quote) -> tuple[date, int, int]:
    when = quote.published.value
    return when.first if when else date.max, quote.document, quote.sentence


def _what(of: Difference, told: Iterable[Side], *, is_dated: bool) -> str:
    """`is_dated`: the documents are of different days, so that one is known to be later."""
    first = of.key.partition(" ")[0]
    if of.later:
        template = _WORDS[("later" if is_dated else "moving") if of.kind == "figure" else "since"]
    else:
        template = _WORDS[first if first in ("exists", "turned", "hour", "place", "age") else of.kind]
    words = dict.fromkeys(" ".join(side.words.split()) for side in told)
    return f"{template}: {', '.join(f'“{each}”' for each in words)}"
