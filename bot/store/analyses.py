"""A stored document and its analysis, read back as they were saved: to be compared, or analysed again."""

import json
import sqlite3
from datetime import date
from typing import Any

from bot.model import (
    Analysis,
    Dated,
    Document,
    Event,
    Occurrence,
    Period,
    Precision,
    RemovedLine,
    Role,
    Sentence,
    Span,
    Statement,
    Timex,
)


def document(connection: sqlite3.Connection, id_: int) -> Document | None:
    row = connection.execute(
        """
        SELECT source, title, first, last, precision, basis, publisher, link, text, raw, fingerprint, tags, scope
        FROM documents
        WHERE id = ?
        """,
        (id_,),
    ).fetchone()
    if row is None:
        return None
    source, title, first, last, precision, basis, publisher, link, text, raw, fingerprint, tags, scope = row
    return Document(
        source=source,
        title=title,
        published=Dated(_period(first, last, precision), basis),
        publisher=publisher,
        link=link,
        text=text,
        raw=raw,
        removed=tuple(RemovedLine(*line) for line in _parts(connection, "line, text, reason", "removed", id_)),
        fingerprint=fingerprint,
        tags=tuple(json.loads(tags)),
        scope=scope,
    )


def analysis(connection: sqlite3.Connection, id_: int) -> Analysis | None:
    found = document(connection, id_)
    if found is None:
        return None
    (analyser,) = connection.execute("SELECT analyser FROM documents WHERE id = ?", (id_,)).fetchone()
    sentences = _parts(connection, 'start, "end", kind, summary', "sentences", id_)
    placed = sorted((place, ordinal) for ordinal, (*_, place) in enumerate(sentences) if place is not None)
    occurrences = _parts(connection, 'kind, surface, local, start, "end", sentence', "occurrences", id_)
    timexes = _parts(connection, 'start, "end", type, value, first, last, precision, basis', "timexes", id_)
    roles = _parts(connection, 'local, text, start, "end", sentence', "roles", id_)
    statements = _parts(
        connection, 'local, kind, verb, start, "end", sentence, spoken_start, spoken_end', "statements", id_
    )
    events = _parts(
        connection, 'first, last, precision, basis, start, "end", sentence, words_start, words_end', "events", id_
    )
    return Analysis(
        document=found,
        sentences=tuple(Sentence(Span(start, end), kind) for start, end, kind, _ in sentences),
        occurrences=tuple(
            Occurrence(kind, surface, name, Span(start, end), sentence)
            for kind, surface, name, start, end, sentence in occurrences
        ),
        timexes=tuple(
            Timex(Span(start, end), type_, value, _period(*when), basis)
            for start, end, type_, value, *when, basis in timexes
        ),
        roles=tuple(Role(name, text, Span(start, end), sentence) for name, text, start, end, sentence in roles),
        statements=tuple(
            Statement(speaker, kind, verb, Span(start, end), sentence, _span(*spoken))
            for speaker, kind, verb, start, end, sentence, *spoken in statements
        ),
        events=tuple(
            Event(_period(*when), basis, Span(start, end), sentence, _span(words_start, words_end))
            for *when, basis, start, end, sentence, words_start, words_end in events
        ),
        summary=tuple(ordinal for _, ordinal in placed),
        analyser=analyser,
    )


_ORDER = {"sentences": "ordinal", "occurrences": 'start, "end"', "timexes": 'start, "end"'}
"""Tables without a rowid have an order of their own, the text's; the others keep that in which they were saved."""


def _parts(connection: sqlite3.Connection, columns: str, table: str, document: int) -> list[Any]:
    return connection.execute(
        f"SELECT {columns} FROM {table} WHERE document = ? ORDER BY {_ORDER.get(table, 'rowid')}",  # noqa: S608 our own
        (document,),
    ).fetchall()


def _period(first: str | None, last: str | None, precision: Precision | None) -> Period | None:
    if first is None or last is None or precision is None:
        return None
    return Period(date.fromisoformat(first), date.fromisoformat(last), precision)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
