"""Sentences of the store -> quotes: the one place where an answer takes a briefing's words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from bot.answers.answer import Shelf, SourceLine
from bot.model import Quote
from bot.store.lookups import Line, Lookups, Stored
from bot.words import folded

Place = tuple[int, int]
"""A sentence: (document, ordinal)."""


def shelf(lookups: Lookups) -> Shelf:
    return Shelf(*lookups.shelf())


def quote(line: Line, document: Stored) -> Quote:
    return Quote(
        document=document.id,
        source=document.source,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        link=document.link,
        sentence=line.ordinal,
        at=line.at,
        text=line.text,
    )


def quotes(lookups: Lookups, places: Iterable[Place]) -> dict[Place, Quote]:
    """The sentences at these places as quotes; headings and titles are none."""
    lines = {place: line for place, line in lookups.lines_at(places).items() if is_prose(line)}
    return quotes_of(lookups, lines.values())


def quotes_of(lookups: Lookups, lines: Iterable[Line]) -> dict[Place, Quote]:
    lines = list(lines)
    documents = lookups.documents(line.document for line in lines)
    return {
        (line.document, line.ordinal): quote(line, documents[line.document])
        for line in lines
        if line.document in documents
    }


def is_prose(line: Line) -> bool:
    return line.kind in ("prose", "item") and bool(line.text.strip())


def told_once(places: Iterable[Place], of: Mapping[Place, Quote]) -> list[Quote]:
    """The quotes at these places, in their order, without those that repeat one word for word (reprints do)."""
    found: dict[str, Quote] = {}
    for place in places:
        if place in of:
            found.setdefault(folded(of[place].text), of[place])
    return list(found.values())


def newest_first(found: Sequence[Quote]) -> list[Quote]:
    """By publication, the newest first and undated documents last; in a document by text order."""

    def key(quote: Quote) -> tuple[bool, int, int, int]:
        when = quote.published.value
        return when is None, -when.first.toordinal() if when else 0, -quote.document, quote.at.start

    return sorted(found, key=key)


def source_line(document: Stored) -> SourceLine:
    return SourceLine(
        document=document.id,
        source=document.source,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        link=document.link,
        words=document.words,
        added=datetime.fromtimestamp(document.added, tz=UTC).date().isoformat(),
    )


def source_lines(documents: Iterable[Stored]) -> tuple[SourceLine, ...]:
    """The newest first; undated ones last, by when they were added."""

    def key(document: Stored) -> tuple[bool, int, int]:
        when = document.published.value
        return when is None, -when.first.toordinal() if when else -document.added, -document.id

    return tuple(source_line(document) for document in sorted(documents, key=key))
