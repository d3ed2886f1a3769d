"""The ledger of digests: runs, the parts of their messages and how far each came, and what became of each file."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

PartState = Literal["pending", "sending", "sent", "failed", "uncertain"]
Fate = Literal["shown", "folded", "unreadable", "corrected", "unchanged", "other topic"]

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
class Delivery:
    """A part on its way. `attempts` counts those since `first_attempt` that may have been posted."""

    run: int
    part: int
    digest: int
    name: str
    slot: str
    channel: int
    nonce: str
    marker: str
    message: str
    state: PartState
    first_attempt: datetime | None
    attempts: int
    next_attempt: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """Where a file stood: `slot` and `number` of the run, `parts` of the message that names it (None: none did)."""

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


def claim(
    connection: sqlite3.Connection,
    digest: int,
    slot: str,
    *,
    due: datetime,
    number: int,
    parts: Sequence[Part],
    items: Iterable[Item],
    now: datetime,
) -> int | None:
    """The run with all its messages, at once; None: this slot or this number was claimed before. No parts: empty."""
    if parts and next_number(connection, digest) != number:
        return None
    instant = int(now.timestamp())
    row = connection.execute(
        """
        INSERT INTO digest_runs (digest, slot, due, number, state, claimed)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (digest, slot) DO NOTHING
        RETURNING id
        """,
        (digest, slot, int(due.timestamp()), number, "open" if parts else "empty", instant),
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
    _remember(connection, digest, run, tuple(items))
    connection.execute("UPDATE digests SET covered = ? WHERE id = ?", (instant, digest))
    return run


def _remember(connection: sqlite3.Connection, digest: int, run: int, items: Sequence[Item]) -> None:
    connection.executemany(
        "INSERT INTO digest_items (run, source, fingerprint, fate, part) VALUES (?, ?, ?, ?, ?)",
        [(run, item.source, item.fingerprint, item.fate, item.part) for item in items],
    )
    connection.executemany(
        """
        INSERT INTO digest_marks (digest, source, fingerprint)
        VALUES (?, ?, ?)
        ON CONFLICT (digest, source) DO UPDATE SET fingerprint = excluded.fingerprint
        """,
        [(digest, item.source, item.fingerprint) for item in items],
    )


def skip(
    connection: sqlite3.Connection,
    digest: int,
    *,
    first: str,
    last: str,
    last_due: datetime,
    count: int,
    now: datetime,
) -> None:
    connection.execute(
        "INSERT INTO digest_skips (digest, first, last, last_due, count, noticed) VALUES (?, ?, ?, ?, ?, ?)",
        (digest, first, last, int(last_due.timestamp()), count, int(now.timestamp())),
    )


def open_parts(connection: sqlite3.Connection) -> list[Delivery]:
    """Of every digest that is not paused, the first message that is not yet posted."""
    rows = connection.execute(
        """
        SELECT r.id, p.part, d.id, d.name, r.slot, p.channel, p.nonce, p.marker, p.message, p.state, p.first_attempt,
               p.attempts, p.next_attempt
        FROM digests AS d
        JOIN digest_runs AS r ON r.id = (SELECT min(id) FROM digest_runs WHERE digest = d.id AND state = 'open')
        JOIN digest_parts AS p ON p.run = r.id
            AND p.part = (SELECT min(part) FROM digest_parts WHERE run = r.id AND state <> 'sent')
        WHERE d.retired = 0 AND d.paused IS NULL
        ORDER BY r.id
        LIMIT 10000
        """
    ).fetchall()
    return [_delivery(row) for row in rows]


def sending(connection: sqlite3.Connection, at: Delivery, now: datetime) -> None:
    """Committed before the call, so that a crash cannot forget it."""
    connection.execute(
        """
        UPDATE digest_parts
        SET state = 'sending', attempts = attempts + 1, first_attempt = coalesce(first_attempt, ?)
        WHERE run = ? AND part = ?
        """,
        (int(now.timestamp()), at.run, at.part),
    )


def not_sent(connection: sqlite3.Connection, at: Delivery, *, again: datetime) -> None:
    """The newest attempt was refused for the moment: it certainly posted nothing."""
    _take_back(connection, at)
    _again(connection, at, again)


def unanswered(connection: sqlite3.Connection, at: Delivery, *, again: datetime) -> None:
    """The newest attempt may have been posted."""
    _again(connection, at, again)


def absent(connection: sqlite3.Connection, at: Delivery) -> None:
    """The channel's history shows that no attempt so far was posted."""
    connection.execute(
        """
        UPDATE digest_parts
        SET state = 'pending', attempts = 0, first_attempt = NULL, next_attempt = 0, reason = NULL
        WHERE run = ? AND part = ?
        """,
        (at.run, at.part),
    )


def sent(connection: sqlite3.Connection, at: Delivery, posted: int | None) -> None:
    connection.execute(
        "UPDATE digest_parts SET state = 'sent', posted = ?, reason = NULL WHERE run = ? AND part = ?",
        (posted, at.run, at.part),
    )
    connection.execute(
        """
        UPDATE digest_runs
        SET state = 'done'
        WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM digest_parts WHERE run = ?1 AND state <> 'sent')
        """,
        (at.run,),
    )


def failed(connection: sqlite3.Connection, at: Delivery, reason: str) -> None:
    """The newest attempt was refused for good: it certainly posted nothing."""
    _take_back(connection, at)
    connection.execute(
        "UPDATE digest_parts SET state = 'failed', reason = ? WHERE run = ? AND part = ?", (reason, at.run, at.part)
    )


def uncertain(connection: sqlite3.Connection, at: Delivery, reason: str) -> None:
    connection.execute(
        "UPDATE digest_parts SET state = 'uncertain', reason = ? WHERE run = ? AND part = ?", (reason, at.run, at.part)
    )


def retry_held(connection: sqlite3.Connection, digest: int) -> None:
    """What was held back by a trouble goes on: one that may have been posted is looked for first."""
    connection.execute(
        """
        UPDATE digest_parts
        SET state = CASE WHEN attempts > 0 THEN 'sending' ELSE 'pending' END, next_attempt = 0, reason = NULL
        WHERE state IN ('failed', 'uncertain')
            AND run IN (SELECT id FROM digest_runs WHERE digest = ? AND state = 'open')
        """,
        (digest,),
    )


def held(connection: sqlite3.Connection, digest: int) -> list[Delivery]:
    """The messages that a trouble holds back, in order."""
    rows = connection.execute(
        """
        SELECT r.id, p.part, d.id, d.name, r.slot, p.channel, p.nonce, p.marker, p.message, p.state, p.first_attempt,
               p.attempts, p.next_attempt
        FROM digests AS d
        JOIN digest_runs AS r ON r.digest = d.id AND r.state = 'open'
        JOIN digest_parts AS p ON p.run = r.id AND p.state <> 'sent'
        WHERE d.id = ?
        ORDER BY r.id, p.part
        LIMIT 1000
        """,
        (digest,),
    ).fetchall()
    return [_delivery(row) for row in rows]


def redirect(connection: sqlite3.Connection, at: Delivery, *, channel: int, nonce: str) -> None:
    """To another channel, as long as nothing of it can have been posted to the first."""
    connection.execute(
        "UPDATE digest_parts SET channel = ?, nonce = ? WHERE run = ? AND part = ? AND attempts = 0",
        (channel, nonce, at.run, at.part),
    )


def in_work(connection: sqlite3.Connection) -> datetime | None:
    """When the next attempt of any open message is to be made."""
    waiting = [delivery.next_attempt for delivery in open_parts(connection)]
    return min(waiting, default=None)


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
    return [Told(*row[:4], datetime.fromtimestamp(row[4], UTC), *row[5:]) for row in rows]


def forget_former(connection: sqlite3.Connection, now: datetime) -> None:
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


def _take_back(connection: sqlite3.Connection, at: Delivery) -> None:
    connection.execute(
        """
        UPDATE digest_parts
        SET attempts = max(attempts - 1, 0), first_attempt = CASE WHEN attempts <= 1 THEN NULL ELSE first_attempt END
        WHERE run = ? AND part = ?
        """,
        (at.run, at.part),
    )


def _again(connection: sqlite3.Connection, at: Delivery, again: datetime) -> None:
    connection.execute(
        """
        UPDATE digest_parts
        SET state = CASE WHEN attempts > 0 THEN 'sending' ELSE 'pending' END, next_attempt = ?
        WHERE run = ? AND part = ?
        """,
        (int(again.timestamp()), at.run, at.part),
    )


def _delivery(row: Any) -> Delivery:
    first = row[10]
    return Delivery(
        *row[:10],
        first_attempt=None if first is None else datetime.fromtimestamp(first, UTC),
        attempts=row[11],
        next_attempt=datetime.fromtimestamp(row[12], UTC),
    )
