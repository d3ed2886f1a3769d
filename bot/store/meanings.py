"""The vectors of documents, for searching by meaning: there are none unless `semantic` is on."""

import sqlite3
from collections.abc import Sequence

_CHARACTERS = 1200
"""More than the model reads of a text."""


def unread(connection: sqlite3.Connection, limit: int) -> list[tuple[int, str]]:
    """Documents that have no vector yet, with the text that it is to be made of."""
    return connection.execute(
        """
        SELECT id, title || '. ' || substr(text, 1, ?2)
        FROM documents
        WHERE id NOT IN (SELECT document FROM meanings)
        ORDER BY id
        LIMIT ?1
        """,
        (limit, _CHARACTERS),
    ).fetchall()


def save(connection: sqlite3.Connection, rows: Sequence[tuple[int, str, bytes]]) -> None:
    """(document, the text it was made of, vector): a document that has changed or gone meanwhile is left out."""
    connection.executemany(
        """
        INSERT OR IGNORE INTO meanings (document, vector)
        SELECT id, ?3
        FROM documents
        WHERE id = ?1 AND title || '. ' || substr(text, 1, ?4) = ?2
        """,
        [(*row, _CHARACTERS) for row in rows],
    )


def vectors(connection: sqlite3.Connection) -> list[tuple[int, bytes]]:
    return connection.execute("SELECT document, vector FROM meanings ORDER BY document LIMIT 1000000").fetchall()
