"""Which documents tell one story and which copy another: what linking needs to know, and what it found."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.model import Kind, Period, StoryLink

_OPENING = 3000  # characters


@dataclass(frozen=True, slots=True)
class ToldRow:
    document: int
    source: str
    opening: str
    published: Period | None
    sketch: bytes
    twin: int | None


def told(connection: sqlite3.Connection) -> list[ToldRow]:
    """Every document without its text, in order of its id."""
    rows = connection.execute(
        """
        SELECT id, source, title || char(10) || substr(text, 1, ?), first, last, precision, sketch, twin
        FROM documents
        ORDER BY id
        """,
        (_OPENING,),
    )
    return [
        ToldRow(
            document,
            source,
            opening,
            Period(date.fromisoformat(first), date.fromisoformat(last), precision) if first else None,
            sketch,
            twin,
        )
        for document, source, opening, first, last, precision, sketch, twin in rows
    ]


def named(connection: sqlite3.Connection) -> list[tuple[int, int, Kind, int]]:
    """(document, name, kind, how often) of every name of the library in every document."""
    return connection.execute(
        """
        SELECT occurrences.document, names.id, names.kind, count(*)
        FROM occurrences
        JOIN names ON names.id = occurrences.name
        GROUP BY occurrences.document, names.id
        ORDER BY occurrences.document, names.id
        """
    ).fetchall()


def texts(connection: sqlite3.Connection, documents: Sequence[int]) -> dict[int, str]:
    rows = connection.execute(
        "SELECT id, text FROM documents WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(documents)),)
    )
    return dict(rows.fetchall())


def write_stories(connection: sqlite3.Connection, links: Iterable[StoryLink]) -> None:
    connection.executemany(
        """
        UPDATE documents
        SET story = ?1, reprint_of = ?2
        WHERE id = ?3
            AND (story IS NOT ?1 OR reprint_of IS NOT ?2)
        """,
        [(link.story, link.reprint_of, link.document) for link in links],
    )
