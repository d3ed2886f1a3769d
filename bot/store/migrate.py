"""From any older database to this program's: numbered scripts, each in one transaction, a backup before the first."""

import logging
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from importlib.resources import files
from pathlib import Path

from bot.errors import StoreError

log = logging.getLogger(__name__)

_BACKUPS_KEPT = 3


def migrations() -> tuple[tuple[int, str], ...]:
    """(number, script) of every migration, in order: 0001_library.sql is number 1."""
    scripts = [file for file in files("bot.store").joinpath("migrations").iterdir() if file.name.endswith(".sql")]
    return tuple(sorted((int(file.name[:4]), file.read_text(encoding="utf-8")) for file in scripts))


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(path: Path, known: Sequence[tuple[int, str]] | None = None) -> None:
    """Run what is pending, and repair the full-text index where a process died over it. Needs the lock."""
    known = migrations() if known is None else known
    died = path.with_name(path.name + "-wal").exists()
    with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as connection:
        prepare(connection)
        found = version(connection)
        refuse_newer(path, found, known)
        pending = [(number, script) for number, script in known if number > found]
        if pending and found:
            backup(connection, path.with_name(f"{path.name}.before-{pending[0][0]:04}.backup"))
            _forget_old_backups(path)
        for number, script in pending:
            _run(connection, number, script)
        if died:
            _repair_full_text(connection)


def prepare(connection: sqlite3.Connection) -> None:
    """The settings of the one connection that writes. trusted_schema stays on: until SQLite 3.41 or so the triggers
    of a full-text index are refused without it, and no database but our own is ever opened.
    """
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise StoreError(f"The database's file system allows no write-ahead log ({mode}). Put it on a local disk.")
    for setting in (
        "synchronous = FULL",
        "foreign_keys = ON",
        "busy_timeout = 5000",
        "journal_size_limit = 67108864",
    ):
        connection.execute(f"PRAGMA {setting}")


def refuse_newer(path: Path, found: int, known: Sequence[tuple[int, str]]) -> None:
    if found > (newest := known[-1][0]):
        raise StoreError(
            f"{path} was written by a newer Sitrep (version {found} of the database, this program knows {newest}). "
            "Install that version, or use the backup beside it."
        )


def backup(connection: sqlite3.Connection, target: Path) -> None:
    """A whole, checked copy at `target`; whoever looks there finds the old file or the new one, never a part."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(part),))
    with closing(sqlite3.connect(part)) as copy:
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise StoreError(f"The copy of the database is damaged ({verdict}). Nothing was changed; check the disk.")
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)


def _forget_old_backups(path: Path) -> None:
    kept = sorted(path.parent.glob(f"{path.name}.before-*.backup"), reverse=True)
    for old in kept[_BACKUPS_KEPT:]:
        old.unlink(missing_ok=True)


def _run(connection: sqlite3.Connection, number: int, script: str) -> None:
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
    except sqlite3.Error as error:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise StoreError(f"Step {number:04} of the database failed ({error}). Nothing was changed.") from error
    log.info("database migrated to %d", number)


def _repair_full_text(connection: sqlite3.Connection) -> None:
    """SQLite's own integrity check does not see an index that differs from its documents; FTS5's does."""
    try:
        connection.execute("INSERT INTO documents_text (documents_text, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        log.warning("full-text index differs from the documents after an unclean stop: rebuilding it")
        connection.execute("INSERT INTO documents_text (documents_text) VALUES ('rebuild')")
