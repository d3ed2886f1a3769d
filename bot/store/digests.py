"""Which digests there are: those of config.yaml and those set up in Discord; their troubles and pauses."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

Pause = Literal["operator", "trouble", "held"]
"""By a person; by a trouble that may pass, as a permission that is missing; by one that a person must look at."""

Empty = Literal["skip", "say"]
Origin = Literal["config", "discord", "demo"]
"""Those of the demo live in its simulated Discord; every other face acts as if they were not there, and the reverse."""

UNREAD = "unread "
"""Before the fingerprint of a file that could not be read, where a digest marks what it knows."""

_COLUMNS = """
    id, name, origin, guild, channel, cron, timezone, about, mention_role, empty, catch_up, owner, since, covered,
    paused, trouble, retired
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person decides about a digest. `cron` and `timezone` are texts that have been checked."""

    name: str
    channel: int
    cron: str
    timezone: str
    about: str | None = None
    mention_role: int | None = None
    empty: Empty = "skip"
    catch_up: timedelta = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest as set up. Slots count from `since`; what is new from `covered` is not announced yet."""

    id: int
    settings: Settings
    origin: Origin
    guild: int | None
    owner: int | None
    since: datetime
    covered: datetime
    paused: Pause | None = None
    trouble: str | None = None
    retired: bool = False

    @property
    def name(self) -> str:
        return self.settings.name


def live(connection: sqlite3.Connection, *, demo: bool = False) -> list[Digest]:
    rows = connection.execute(
        f"""
        SELECT {_COLUMNS}
        FROM digests
        WHERE retired = 0 AND (origin = 'demo') = ?
        ORDER BY origin, lower(name), id
        LIMIT 10000
        """,  # noqa: S608 - a constant
        (demo,),
    )
    return [_digest(row) for row in rows]


def of_id(connection: sqlite3.Connection, digest: int) -> Digest | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM digests WHERE id = ? LIMIT 1", (digest,)).fetchone()  # noqa: S608
    return _digest(row) if row else None


def add(
    connection: sqlite3.Connection,
    settings: Settings,
    *,
    origin: Origin,
    guild: int | None,
    owner: int | None,
    now: datetime,
) -> int:
    """The id of a new digest, which knows everything that is in the store: no backlog is announced."""
    instant = int(now.timestamp())
    (found,) = connection.execute(
        """
        INSERT INTO digests (
            name, channel, cron, timezone, about, mention_role, empty, catch_up, origin, guild, owner, since, covered
        )
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        RETURNING id
        """,
        (*_values(settings), origin, guild, owner, instant, instant),
    ).fetchone()
    know_all(connection, int(found))
    return int(found)


def know_all(connection: sqlite3.Connection, digest: int) -> None:
    """Everything that is in the store now need not be announced."""
    connection.execute(
        """
        INSERT OR REPLACE INTO digest_marks (digest, source, fingerprint)
        SELECT ?1, source, fingerprint FROM documents
        UNION ALL
        SELECT ?1, source, iif(failure IS NULL, '', ?2) || fingerprint
        FROM files
        WHERE (copy_of IS NOT NULL OR failure IS NOT NULL) AND source NOT IN (SELECT source FROM documents)
        """,
        (digest, UNREAD),
    )


def change(connection: sqlite3.Connection, digest: Digest, settings: Settings, *, now: datetime) -> None:
    """New settings. Another schedule counts from now, and a trouble with the old settings is over."""
    old = digest.settings
    connection.execute(
        """
        UPDATE digests
        SET name = ?, channel = ?, cron = ?, timezone = ?, about = ?, mention_role = ?, empty = ?, catch_up = ?
        WHERE id = ?
        """,
        (*_values(settings), digest.id),
    )
    if (old.cron, old.timezone) != (settings.cron, settings.timezone):
        count_from(connection, digest.id, now)


def count_from(connection: sqlite3.Connection, digest: int, since: datetime) -> None:
    """Slots up to `since` are no longer due."""
    connection.execute("UPDATE digests SET since = ? WHERE id = ?", (int(since.timestamp()), digest))


def place(connection: sqlite3.Connection, digest: int, guild: int) -> None:
    """The guild in which the channel of config.yaml's digest turned out to be."""
    connection.execute("UPDATE digests SET guild = ? WHERE id = ? AND guild IS NOT ?", (guild, digest, guild))


def retire(connection: sqlite3.Connection, digest: int) -> None:
    """Gone for everybody; its runs stay, so that `why` can tell. What it has not posted will not be."""
    connection.execute("UPDATE digests SET retired = 1 WHERE id = ?", (digest,))
    connection.execute("UPDATE digest_runs SET state = 'done' WHERE digest = ? AND state = 'open'", (digest,))
    connection.execute("DELETE FROM digest_marks WHERE digest = ?", (digest,))


def pause(connection: sqlite3.Connection, digest: int, why: Pause, trouble: str | None = None) -> None:
    """With `trouble`, whoever set it up is to be told once."""
    connection.execute(
        """
        UPDATE digests
        SET paused = ?1, told = CASE WHEN ?2 IS NULL OR trouble IS ?2 THEN told ELSE 0 END, trouble = ?2
        WHERE id = ?3
        """,
        (why, trouble, digest),
    )


def resume(connection: sqlite3.Connection, digest: int) -> None:
    """The trouble stays on record until a message is posted, so that nobody is told of it twice."""
    connection.execute("UPDATE digests SET paused = NULL WHERE id = ?", (digest,))


def recovered(connection: sqlite3.Connection, digest: int) -> None:
    connection.execute("UPDATE digests SET trouble = NULL, told = 1 WHERE id = ? AND trouble IS NOT NULL", (digest,))


def untold(connection: sqlite3.Connection, *, demo: bool = False) -> list[Digest]:
    """The digests of whose trouble somebody is still to be told."""
    rows = connection.execute(
        f"""
        SELECT {_COLUMNS}
        FROM digests
        WHERE told = 0 AND retired = 0 AND (origin = 'demo') = ?
        LIMIT 1000
        """,  # noqa: S608 - a constant
        (demo,),
    )
    return [_digest(row) for row in rows]


def told(connection: sqlite3.Connection, digest: int) -> None:
    connection.execute("UPDATE digests SET told = 1 WHERE id = ?", (digest,))


def _values(settings: Settings) -> tuple[object, ...]:
    return (
        settings.name,
        settings.channel,
        settings.cron,
        settings.timezone,
        settings.about,
        settings.mention_role,
        settings.empty,
        int(settings.catch_up.total_seconds()),
    )


def _digest(row: Any) -> Digest:
    (number, name, origin, guild, channel, cron, timezone, about, role, empty, catch_up, owner, since, covered) = row[
        :14
    ]
    paused, trouble, retired = row[14:]
    return Digest(
        number,
        Settings(name, channel, cron, timezone, about, role, empty, timedelta(seconds=catch_up)),
        origin,
        guild,
        owner,
        datetime.fromtimestamp(since, UTC),
        datetime.fromtimestamp(covered, UTC),
        paused,
        trouble,
        bool(retired),
    )
