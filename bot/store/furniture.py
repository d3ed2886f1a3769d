"""Lines that the documents of one publisher share: what each of them has, and what was taken out of it for that."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A document's kept text, and the lines that were taken out of it for `reason`."""

    source: str
    title: str
    text: str
    removed: tuple[str, ...]


def pages(connection: sqlite3.Connection, *, reason: str, at_least: int) -> Iterator[list[Page]]:
    """The pages of each publisher that has so many documents, or had them."""
    publishers = connection.execute(
        """
        SELECT publisher
        FROM documents
        WHERE publisher IS NOT NULL
        GROUP BY publisher
        HAVING COUNT(*) >= ? OR SUM(id IN (SELECT document FROM removed WHERE reason = ?))
        """,
        (at_least, reason),
    ).fetchall()
    for (publisher,) in publishers:
        rows = connection.execute(
            "SELECT id, source, title, text FROM documents WHERE publisher = ? ORDER BY source", (publisher,)
        ).fetchall()
        yield [Page(source, title, text, _removed(connection, id_, reason)) for id_, source, title, text in rows]


def _removed(connection: sqlite3.Connection, document: int, reason: str) -> tuple[str, ...]:
    rows = connection.execute("SELECT text FROM removed WHERE document = ? AND reason = ?", (document, reason))
    return tuple(text for (text,) in rows)
