"""The ledger of digests: which slots were claimed or skipped, and what became of each file."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from bot.store.digests import UNREAD
from bot.store.news import adopt, mark
from bot.store.outbox import PartState

Fate = Literal["shown", "folded", "unreadable", "corrected", "unchanged"]

_FORMER_KEPT = 7 * 24 * 3600  # seconds for which the sentences of a removed file are kept


@dataclass(frozen=True, slots=True)
class Item:
    """What became of a file in a run. `part` is where its title stands, None: nowhere."""

    source: str
    fingerprint: str
    fate: Fate
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A message to be posted: its final JSON, the nonce it goes with, and the words by which it is recognised."""

    channel: int
    nonce: str
    marker: str
    message: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Slots that passed and will not be posted: the keys of the first and the last."""

    first: str
    last: str
    last_due: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A run to be: no parts when nothing is to be posted. `others`: versions that are no news for this digest."""

    digest: int
    slot: str
    due: datetime
    number: int
    parts: tuple[Part, ...] = ()
    items: tuple[Item, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    skipped: Skipped | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a run did with a file, and where the message is that names it (`part` None: no message does)."""

    digest: int
    name: str
    slot: str
    number: int
    claimed: datetime
    fate: Fate
    part: int | None
    channel: int | None
    posted: int | None
    state: PartState | None


def settled(
    connection: sqlite3.Connection, digest: int, *, since: datetime, now: datetime
) -> tuple[datetime, set[str]]:
    """From when slots are still to be decided, and the keys of those after it that have been claimed already.

    What was noted under a clock that was ahead of `now` is no bound.
    """
    instant = int(now.timestamp())
    (bound,) = connection.execute(
        """
        SELECT max(due)
        FROM (
            SELECT due FROM digest_runs WHERE digest = ?1 AND slot NOT LIKE 'now %' AND due <= ?2
            UNION ALL
            SELECT last_due FROM digest_skips WHERE digest = ?1 AND last_due <= ?2 AND noticed <= ?2)
        """,
        (digest, instant),
    ).fetchone()
    start = max(int(since.timestamp()), bound or 0)
    keys = connection.execute(
        "SELECT slot FROM digest_runs WHERE digest = ? AND due > ? LIMIT 100000", (digest, start)
    ).fetchall()
    return datetime.fromtimestamp(start, UTC), {key for (key,) in keys}


def next_number(connection: sqlite3.Connection, digest: int) -> int:
    (number,) = connection.execute(
        "SELECT count(*) FROM digest_runs WHERE digest = ? AND state <> 'empty'", (digest,)
    ).fetchone()
    return int(number) + 1


def claim(connection: sqlite3.Connection, claimed: Claim, now: datetime) -> int | None:
    """The run with all its messages and marks, at once; None: this slot or this number was claimed before."""
    digest, parts = claimed.digest, claimed.parts
    if parts and next_number(connection, digest) != claimed.number:
        return None
    instant = int(now.timestamp())
    row = connection.execute(
        """
        INSERT INTO digest_runs (digest, slot, due, number, state, claimed)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (digest, slot) DO NOTHING
        RETURNING id
        """,
        (
            digest,
            claimed.slot,
            int(claimed.due.timestamp()),
            claimed.number,
            "open" if parts else "empty",
            instant,
        ),
    ).fetchone()
    if row is None:
        return None
    run = int(row[0])
    connection.executemany(
        """
        INSERT INTO digest_parts (run, part, channel, nonce, marker, message, state)
        VALUES (?, ?, ?, ?, ?, ?, 'pending')
        """,
        [(run, i, p.channel, p.nonce, p.marker, p.message) for i, p in enumerate(parts, start=1)],
    )
    _remember(connection, run, claimed)
    if claimed.skipped is not None:
        skip(connection, digest, claimed.skipped, now)
    connection.execute("UPDATE digests SET covered = ? WHERE id = ?", (instant, digest))
    _forget_former(connection, now)
    return run


def _remember(connection: sqlite3.Connection, run: int, claimed: Claim) -> None:
    adopt(connection, claimed.digest)
    connection.executemany(
        "INSERT INTO digest_items (run, source, fingerprint, fate, part) VALUES (?, ?, ?, ?, ?)",
        [(run, item.source, item.fingerprint, item.fate, item.part) for item in claimed.items],
    )
    versions = [*((item.source, item.fingerprint) for item in claimed.items), *claimed.others]
    mark(connection, claimed.digest, versions)


def skip(connection: sqlite3.Connection, digest: int, skipped: Skipped, now: datetime) -> None:
    """One row for all slots that passed and will not be posted."""
    connection.execute(
        "INSERT INTO digest_skips (digest, first, last, last_due, count, noticed) VALUES (?, ?, ?, ?, ?, ?)",
        (
            digest,
            skipped.first,
            skipped.last,
            int(skipped.last_due.timestamp()),
            skipped.count,
            int(now.timestamp()),
        ),
    )


def told_of(connection: sqlite3.Connection, source: str) -> list[Told]:
    """Every run that dealt with a file, the newest first."""
    rows = connection.execute(
        """
        SELECT d.id, d.name, r.slot, r.number, r.claimed, i.fate, i.part, p.channel, p.posted, p.state
        FROM digest_items AS i
        JOIN digest_runs AS r ON r.id = i.run
        JOIN digests AS d ON d.id = r.digest
        LEFT JOIN digest_parts AS p ON p.run = i.run AND p.part = i.part
        WHERE i.source = ?
        ORDER BY r.id DESC
        LIMIT 100
        """,
        (source,),
    ).fetchall()
    return [
        Told(digest, name, slot, number, datetime.fromtimestamp(claimed, UTC), fate, part, channel, posted, state)
        for digest, name, slot, number, claimed, fate, part, channel, posted, state in rows
    ]


def knows(connection: sqlite3.Connection, digest: int, source: str) -> bool:
    """Whether the digest need not announce this document or file, as it is now."""
    row = connection.execute(
        """
        SELECT 1
        FROM digest_marks AS m
        WHERE m.digest = ?1 AND m.source = ?2
            AND m.fingerprint IN (
                SELECT fingerprint FROM documents WHERE source = ?2
                UNION ALL
                SELECT iif(failure IS NULL, '', ?3) || fingerprint FROM files WHERE source = ?2)
        LIMIT 1
        """,
        (digest, source, UNREAD),
    ).fetchone()
    return row is not None


def called(connection: sqlite3.Connection, words: str) -> list[str]:
    """The sources of files and documents, gone ones too, whose path, file name or title is exactly these words."""
    rows = connection.execute(
        """
        SELECT source FROM documents WHERE lower(source) = ?1 OR lower(source) LIKE '%/' || ?1 OR lower(title) = ?1
        UNION
        SELECT source FROM files WHERE lower(source) = ?1 OR lower(source) LIKE '%/' || ?1
        UNION
        SELECT source FROM digest_items WHERE lower(source) = ?1 OR lower(source) LIKE '%/' || ?1
        ORDER BY source
        LIMIT 10
        """,
        (words.strip().lower(),),
    ).fetchall()
    return [source for (source,) in rows]


def _forget_former(connection: sqlite3.Connection, now: datetime) -> None:
    """Drops the sentences of versions that no correction will quote any more."""
    connection.execute(
        """
        DELETE FROM former_versions
        WHERE NOT EXISTS (
                SELECT 1 FROM digest_marks AS m
                WHERE m.source = former_versions.source AND m.fingerprint = former_versions.fingerprint)
            OR EXISTS (
                SELECT 1 FROM documents AS d
                WHERE d.source = former_versions.source AND d.fingerprint = former_versions.fingerprint)
            OR (replaced < ? AND source NOT IN (SELECT source FROM documents))
        """,
        (int(now.timestamp()) - _FORMER_KEPT,),
    )
