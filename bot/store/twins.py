"""Which documents look for a twin to be dated by, what they were compared with, and the twin they found."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from bot.model import Dated, Period


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document as far as dating asks; `compared` is the stamp of what it was last compared with."""

    document: int
    source: str
    fingerprint: str
    published: Dated
    twin: int | None
    compared: str
    says_day: bool  # some full date stands in its text

    @property
    def is_open(self) -> bool:
        """Its own file does not date it."""
        return self.published.basis in ("none", "twin document")


def shelved(connection: sqlite3.Connection) -> list[Shelved]:
    rows = connection.execute(
        """
        SELECT id, source, fingerprint, first, last, precision, basis, twin, compared, EXISTS (
            SELECT 1
            FROM timexes
            WHERE document = documents.id AND timexes.precision = 'day' AND timexes.basis = 'stated'
        )
        FROM documents
        ORDER BY id
        """
    )
    return [
        Shelved(
            id_,
            source,
            fingerprint,
            Dated(Period(date.fromisoformat(first), date.fromisoformat(last), precision) if first else None, basis),
            twin,
            compared,
            bool(says_day),
        )
        for id_, source, fingerprint, first, last, precision, basis, twin, compared, says_day in rows
    ]


def note_compared(connection: sqlite3.Connection, document: int, *, compared: str) -> None:
    connection.execute("UPDATE documents SET compared = ? WHERE id = ?", (compared, document))
