"""The outbox of digests: each part of a message, how far it came, and what may be tried next."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from bot.store import digests

PartState = Literal["pending", "sending", "sent", "failed", "uncertain"]

_DELIVERY = """
    r.id, p.part, d.id, d.name, r.slot, p.channel, p.nonce, p.marker, p.message, p.state, p.first_attempt, p.attempts,
    p.tries, p.next_attempt
"""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A part on its way. `attempts` counts those since `first_attempt` that may have been posted, `tries` all."""

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
    tries: int
    next_attempt: datetime


def open_parts(connection: sqlite3.Connection, *, demo: bool = False) -> list[Delivery]:
    """Of every digest that is not paused, the first message that is not yet posted."""
    rows = connection.execute(
        f"""
        SELECT {_DELIVERY}
        FROM digests AS d
        JOIN digest_runs AS r ON r.id = (SELECT min(id) FROM digest_runs WHERE digest = d.id AND state = 'open')
        JOIN digest_parts AS p ON p.run = r.id
            AND p.part = (SELECT min(part) FROM digest_parts WHERE run = r.id AND state <> 'sent')
        WHERE d.retired = 0 AND d.paused IS NULL AND (d.origin = 'demo') = ?
        ORDER BY r.id
        LIMIT 10000
        """,  # noqa: S608 - a constant
        (demo,),
    ).fetchall()
    return [_delivery(row) for row in rows]


def sending(connection: sqlite3.Connection, at: Delivery, now: datetime) -> None:
    """Committed before the call, so that a crash cannot forget it."""
    connection.execute(
        """
        UPDATE digest_parts
        SET state = 'sending', attempts = attempts + 1, tries = tries + 1, first_attempt = coalesce(first_attempt, ?)
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
    """`posted` None: it was, and has been deleted since."""
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
    digests.recovered(connection, at.digest)


def failed(connection: sqlite3.Connection, at: Delivery, reason: str, pause: digests.Pause) -> None:
    """The newest attempt was refused for good: it certainly posted nothing. The digest waits."""
    _take_back(connection, at)
    _hold(connection, at, "failed", reason)
    digests.pause(connection, at.digest, pause, reason)


def uncertain(connection: sqlite3.Connection, at: Delivery, reason: str) -> None:
    """Nobody can tell whether it was posted. The digest waits."""
    _hold(connection, at, "uncertain", reason)
    digests.pause(connection, at.digest, "trouble", reason)


def resume(connection: sqlite3.Connection, digest: int) -> None:
    """What a trouble held back goes on: a part that may have been posted is looked for first."""
    _retry_held(connection, digest)
    digests.resume(connection, digest)


def _retry_held(connection: sqlite3.Connection, digest: int) -> None:
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
        f"""
        SELECT {_DELIVERY}
        FROM digests AS d
        JOIN digest_runs AS r ON r.digest = d.id AND r.state = 'open'
        JOIN digest_parts AS p ON p.run = r.id AND p.state <> 'sent'
        WHERE d.id = ?
        ORDER BY r.id, p.part
        LIMIT 1000
        """,  # noqa: S608 - a constant
        (digest,),
    ).fetchall()
    return [_delivery(row) for row in rows]


def redirect(connection: sqlite3.Connection, at: Delivery, *, channel: int, nonce: str) -> None:
    """To another channel, as long as nothing of it can have been posted to the first."""
    connection.execute(
        "UPDATE digest_parts SET channel = ?, nonce = ? WHERE run = ? AND part = ? AND attempts = 0",
        (channel, nonce, at.run, at.part),
    )


def _hold(connection: sqlite3.Connection, at: Delivery, state: PartState, reason: str) -> None:
    connection.execute(
        "UPDATE digest_parts SET state = ?, reason = ? WHERE run = ? AND part = ?", (state, reason, at.run, at.part)
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
    run, part, digest, name, slot, channel, nonce, marker, message, state, first, attempts, tries, next_attempt = row
    return Delivery(
        run,
        part,
        digest,
        name,
        slot,
        channel,
        nonce,
        marker,
        message,
        state,
        first_attempt=None if first is None else datetime.fromtimestamp(first, UTC),
        attempts=attempts,
        tries=tries,
        next_attempt=datetime.fromtimestamp(next_attempt, UTC),
    )
