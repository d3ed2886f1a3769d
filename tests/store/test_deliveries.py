"""The ledger of digests: a slot is claimed once, whole or not at all; what is known is not announced again."""

import sqlite3
from collections.abc import Generator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store import deliveries, digests, migrate, outbox
from bot.store.deliveries import Claim, Item, Part, Skipped
from bot.store.digests import Settings

NOW = datetime(2025, 6, 2, 8, 0, tzinfo=UTC)
SETTINGS = Settings("morning", 1, "0 8 * * *", "UTC")


@pytest.fixture
def connection(tmp_path: Path) -> Generator[sqlite3.Connection]:
    migrate.migrate(tmp_path / "s.db")
    with closing(sqlite3.connect(tmp_path / "s.db", isolation_level=None)) as opened:
        migrate.prepare(opened)
        digests.add(opened, SETTINGS, origin="config", guild=None, owner=None, now=NOW - timedelta(days=1))
        yield opened


def a_claim(slot: str = "2025-06-02T08:00", *, number: int = 1, parts: int = 2, due: datetime = NOW) -> Claim:
    made = tuple(Part(1, f"{slot} {n}", f"marker {n}", "{}") for n in range(parts))
    return Claim(1, slot, due, number, made, (Item("a.txt", "f1", "shown", 1 if parts else None),))


def test_a_slot_is_claimed_once(connection: sqlite3.Connection) -> None:
    assert deliveries.claim(connection, a_claim(), NOW) == 1
    assert deliveries.claim(connection, a_claim(number=2), NOW) is None
    assert connection.execute("SELECT count(*) FROM digest_parts").fetchone() == (2,)


def test_a_number_is_given_once_and_empty_runs_have_none(connection: sqlite3.Connection) -> None:
    assert deliveries.claim(connection, a_claim(parts=0), NOW) == 1
    assert deliveries.next_number(connection, 1) == 1
    assert deliveries.claim(connection, a_claim("2025-06-03T08:00", number=1), NOW) == 2
    assert deliveries.claim(connection, a_claim("2025-06-04T08:00", number=1), NOW) is None
    assert deliveries.next_number(connection, 1) == 2


def test_what_was_noted_under_a_clock_that_was_ahead_is_no_bound(connection: sqlite3.Connection) -> None:
    later = NOW + timedelta(days=9)
    deliveries.claim(connection, a_claim("2025-06-11T08:00", due=later), later)
    skipped = Skipped("2025-06-03T08:00", "2025-06-10T08:00", later - timedelta(days=1), 8)
    deliveries.skip(connection, 1, skipped, later)
    since = NOW - timedelta(days=1)
    assert deliveries.settled(connection, 1, since=since, now=NOW) == (since, {"2025-06-11T08:00"})
    assert deliveries.settled(connection, 1, since=since, now=later) == (later, set())


def test_parts_go_out_one_after_the_other(connection: sqlite3.Connection) -> None:
    deliveries.claim(connection, a_claim(), NOW)
    (first,) = outbox.open_parts(connection)
    outbox.sending(connection, first, NOW)
    outbox.sent(connection, first, 77)
    (second,) = outbox.open_parts(connection)
    assert (first.part, second.part) == (1, 2)
    outbox.sent(connection, second, 78)
    assert outbox.open_parts(connection) == []
    assert connection.execute("SELECT state FROM digest_runs").fetchall() == [("done",)]


def test_a_refusal_after_a_lost_answer_keeps_the_doubt(connection: sqlite3.Connection) -> None:
    deliveries.claim(connection, a_claim(), NOW)
    (part,) = outbox.open_parts(connection)
    outbox.sending(connection, part, NOW)
    outbox.unanswered(connection, part, again=NOW)
    outbox.sending(connection, part, NOW + timedelta(seconds=5))
    outbox.failed(connection, part, "not allowed", "trouble")
    (held, _) = outbox.held(connection, 1)
    assert (held.state, held.attempts, held.first_attempt) == ("failed", 1, NOW)
    outbox.resume(connection, 1)
    (again,) = outbox.open_parts(connection)
    assert (again.state, again.first_attempt) == ("sending", NOW)


def test_a_refusal_of_the_first_attempt_leaves_no_doubt(connection: sqlite3.Connection) -> None:
    deliveries.claim(connection, a_claim(), NOW)
    (part,) = outbox.open_parts(connection)
    outbox.sending(connection, part, NOW)
    outbox.failed(connection, part, "not allowed", "trouble")
    assert outbox.open_parts(connection) == []
    outbox.resume(connection, 1)
    (again,) = outbox.open_parts(connection)
    assert (again.state, again.attempts, again.first_attempt) == ("pending", 0, None)


def test_the_same_trouble_is_told_once_until_a_message_is_posted(connection: sqlite3.Connection) -> None:
    deliveries.claim(connection, a_claim(), NOW)
    (part,) = outbox.open_parts(connection)
    told: list[int] = []
    for _ in range(3):
        outbox.failed(connection, part, "not allowed", "trouble")
        told += [digest.id for digest in digests.untold(connection)]
        digests.told(connection, 1)
        outbox.resume(connection, 1)
    assert told == [1]
    outbox.sent(connection, part, 77)
    outbox.failed(connection, part, "not allowed", "trouble")
    assert [digest.trouble for digest in digests.untold(connection)] == ["not allowed"]


def test_two_digests_of_one_server_cannot_share_a_name(connection: sqlite3.Connection) -> None:
    digests.add(connection, SETTINGS, origin="discord", guild=7, owner=1, now=NOW)
    with pytest.raises(sqlite3.IntegrityError):
        digests.add(connection, SETTINGS, origin="discord", guild=7, owner=1, now=NOW)
    digests.retire(connection, 2)
    assert digests.add(connection, SETTINGS, origin="discord", guild=7, owner=1, now=NOW) == 3
