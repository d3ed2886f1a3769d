"""What every look-up shares: a read-only connection, and the scopes that ask."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from bot.store.rows import Known, Spelling

Scopes = tuple[str, ...]
EVERYONE: Scopes = ("everyone",)

Nearest = Callable[[str, int, float], Sequence[tuple[int, float]]]
"""The documents, of all scopes, nearest in meaning to some words: at most so many, none with a lower cosine, each with
its own, the nearest first.
"""

HIDDEN = """(
    WITH RECURSIVE held (scope) AS (
        SELECT min(scope) FROM documents
        UNION ALL
        SELECT (SELECT min(scope) FROM documents WHERE scope > held.scope) FROM held WHERE held.scope IS NOT NULL)
    SELECT id
    FROM documents
    WHERE scope IN (SELECT scope FROM held WHERE scope NOT IN (SELECT value FROM json_each(?1))))"""
"""The documents that the scopes (a JSON list, always parameter 1) may not see: mostly none. The few scopes there are
come first, each by a jump in the index: no statement looks through all documents to learn that none is hidden.
"""


@dataclass(frozen=True, slots=True)
class Roll:
    """All names and their spellings, the most frequent first, as they were once read."""

    known: tuple[Known, ...]
    spellings: tuple[Spelling, ...]
    written: Mapping[str, int] = field(default_factory=dict[str, int])
    """Each folded spelling once, with the most frequent name so called."""
    terms: Sequence[str] = ()
    """The stems in the full text, of all scopes, sorted."""


@dataclass(frozen=True, slots=True)
class Reader:
    """`roll`, when given, spares reading all names again for every typo. `nearest` is there with the extra alone."""

    connection: sqlite3.Connection
    scopes: Scopes = EVERYONE
    roll: Roll | None = None
    nearest: Nearest | None = None
    remembered: dict[tuple[str, tuple[object, ...]], list[Any]] | None = field(default=None, compare=False)
    """What was asked in one unchanging state of the database, as one question is; None: it may change between two."""

    def within(self, scopes: Scopes, *, roll: Roll | None = None, nearest: Nearest | None = None) -> Self:
        """The same for other scopes, and for one question: what is asked twice is read once."""
        return type(self)(self.connection, scopes, roll or self.roll, nearest or self.nearest, remembered={})

    def rows(self, sql: str, *values: object) -> list[Any]:
        """Parameter 1 is always the scopes; the values begin with ?2."""
        if self.remembered is None:
            return self._read(sql, values)
        found = self.remembered.get((sql, values))
        if found is None:
            found = self.remembered[sql, values] = self._read(sql, values)
        return found.copy()

    def _read(self, sql: str, values: tuple[object, ...]) -> list[Any]:
        return self.connection.execute(sql, (json.dumps(self.scopes), *values)).fetchall()


def listed(ids: Iterable[int | tuple[int, int]]) -> str:
    """Ids, or pairs of them, as one parameter for json_each."""
    return json.dumps(sorted(set(ids)))
