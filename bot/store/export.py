"""Everything in the store as plain rows, for `export`: each a mapping that JSON can write."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import TypeAlias

Row: TypeAlias = Mapping[str, object]


def rows(connection: sqlite3.Connection) -> Iterator[Row]:
    """Documents, occurrences, names, events, in this order; a few at a time, however large the library."""
    yield from _documents(connection)
    yield from _occurrences(connection)
    yield from _names(connection)
    yield from _events(connection)


def _documents(connection: sqlite3.Connection) -> Iterator[Row]:
    for (
        id_,
        source,
        title,
        first,
        last,
        precision,
        basis,
        publisher,
        link,
        text,
        story,
        reprint_of,
    ) in connection.execute(
        """
        SELECT id, source, title, first, last, precision, basis, publisher, link, text, story, reprint_of
        FROM documents
        ORDER BY id
        """
    ):
        published = {"first": first, "last": last, "precision": precision, "basis": basis} if first else None
        yield {
            "type": "document",
            "id": id_,
            "source": source,
            "title": title,
            "published": published,
            "publisher": publisher,
            "link": link,
            "text": text,
            "story": story,
            "reprint_of": reprint_of,
        }


def _occurrences(connection: sqlite3.Connection) -> Iterator[Row]:
    for document, start, end, text, kind, person in connection.execute(
        """
        SELECT document, start, "end", surface, COALESCE(names.kind, occurrences.kind), occurrences.name
        FROM occurrences
        LEFT JOIN names ON names.id = occurrences.name
        ORDER BY document, start
        """
    ):
        yield {
            "type": "occurrence",
            "document": document,
            "start": start,
            "end": end,
            "text": text,
            "kind": kind,
            "person": person,
        }


def _names(connection: sqlite3.Connection) -> Iterator[Row]:
    for id_, kind, name in connection.execute("SELECT id, kind, name FROM names ORDER BY id"):
        spelled = connection.execute("SELECT alias FROM aliases WHERE name = ? ORDER BY count DESC, alias", (id_,))
        aliases = [alias for (alias,) in spelled if alias != name]
        yield {"type": "name", "id": id_, "kind": kind, "name": name, "aliases": aliases}


def _events(connection: sqlite3.Connection) -> Iterator[Row]:
    for document, start, end, first, last, precision, basis in connection.execute(
        """
        SELECT document, start, "end", first, last, precision, basis
        FROM events
        ORDER BY document, start
        """
    ):
        yield {
            "type": "event",
            "document": document,
            "start": start,
            "end": end,
            "first": first,
            "last": last,
            "precision": precision,
            "basis": basis,
        }
