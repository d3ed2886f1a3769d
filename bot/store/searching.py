"""Words -> ranked documents by FTS5: how a MATCH is built, and how its columns are weighted."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from bot.store.reader import HIDDEN

Phrase = tuple[str, ...]
"""Words in a row; one word is a phrase too."""

_TITLE_AND_TEXT = "{title text} : "
_WEIGHTS = "bm25(2.0, 1.0, 0.0)"  # title twice; a scope says nothing about relevance


@dataclass(frozen=True, slots=True)
class Wanted:
    """`some`: each adds to the rank, repeated ones again; `every`: must be there; `never`: must not."""

    some: tuple[Phrase, ...]
    every: tuple[Phrase, ...] = ()
    never: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document found; the higher the score, the better."""

    document: int
    score: float


def quoted(phrase: Phrase) -> str:
    """The phrase as FTS5 takes it, or "": nothing but letters, digits and marks is ever let through."""
    kept = ["".join(c for c in word if c.isalnum()) for word in phrase]
    return f'"{" ".join(w for w in kept if w)}"' if any(kept) else ""


def match_of(wanted: Wanted) -> str:
    """The MATCH expression, or "" when nothing is left to look for."""
    some, every, never = ([q for q in map(quoted, part) if q] for part in (wanted.some, wanted.every, wanted.never))
    if not some and not every:
        return ""
    either = f"({' OR '.join(some)})" if some else ""
    match = " AND ".join(every) or either
    if every and some:
        # What must be there decides; the rest only ranks, so that it may be absent.
        match = f"({match}) AND ({' OR '.join([*every, *some])})"
    match = f"{_TITLE_AND_TEXT}({match})"
    return f"({match}) NOT ({_TITLE_AND_TEXT}({' OR '.join(never)}))" if never else match


def ranked(connection: sqlite3.Connection, scopes: Sequence[str], wanted: Wanted, limit: int) -> list[Ranked]:
    match = match_of(wanted)
    if not match:
        return []
    rows = connection.execute(
        f"""
        SELECT rowid, -rank
        FROM documents_text
        WHERE documents_text MATCH ?2 AND rank MATCH ?3 AND rowid NOT IN {HIDDEN}
        ORDER BY rank
        LIMIT ?4
        """,  # noqa: S608 - a constant of the store
        (json.dumps(tuple(scopes)), match, _WEIGHTS, limit),
    )
    return [Ranked(document, score) for document, score in rows]


def frequencies(connection: sqlite3.Connection, phrases: Sequence[Phrase]) -> list[int]:
    """In how many documents each phrase stands; for weights only, so scopes do not matter."""
    found: list[int] = []
    for phrase in phrases:
        match = match_of(Wanted(some=(phrase,)))
        sql = "SELECT count(*) FROM documents_text WHERE documents_text MATCH ? LIMIT 1"
        found.append(int(connection.execute(sql, (match,)).fetchone()[0]) if match else 0)
    return found


def holding(
    connection: sqlite3.Connection, scopes: Sequence[str], phrases: Sequence[Phrase], *, limit: int = 1000000
) -> set[int]:
    """The documents in which one of these phrases stands."""
    match = match_of(Wanted(some=tuple(phrases)))
    if not match:
        return set()
    rows = connection.execute(
        f"""
        SELECT rowid
        FROM documents_text
        WHERE documents_text MATCH ?2 AND rowid NOT IN {HIDDEN}
        LIMIT ?3
        """,  # noqa: S608 - a constant of the store
        (json.dumps(tuple(scopes)), match, limit),
    )
    return {row[0] for row in rows}


def gather(connection: sqlite3.Connection) -> None:
    """Makes the full text one piece: after a load of many documents it is in many, and each is read for every word."""
    connection.execute("INSERT INTO documents_text (documents_text) VALUES ('optimize')")


def terms(connection: sqlite3.Connection, beginning: str = "") -> list[str]:
    """The stems in the full text that begin with these letters, of all scopes, sorted."""
    rows = connection.execute(
        """
        SELECT term
        FROM documents_terms
        WHERE term >= ?1 AND term < ?1 || char(1114111)
        ORDER BY term
        LIMIT 1000000
        """,
        (beginning,),
    )
    return [row[0] for row in rows]


def texts_with(connection: sqlite3.Connection, scopes: Sequence[str], term: str, *, limit: int) -> list[str]:
    """Titles and texts in which this stem stands: a stem cannot be searched for, since it would be stemmed again."""
    rows = connection.execute(
        """
        SELECT title || ' ' || text
        FROM documents
        WHERE id IN (SELECT doc FROM documents_places WHERE term = ? AND col <> 'scope' LIMIT 1000)
          AND scope IN (SELECT value FROM json_each(?))
        LIMIT ?
        """,
        (term, json.dumps(tuple(scopes)), limit),
    )
    return [row[0] for row in rows]
