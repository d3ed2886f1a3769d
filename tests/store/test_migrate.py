"""From nothing and from every older shape to this program's; what a failure or a crash leaves."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from store_world import NOON, a_document, an_analysis

from bot.errors import StoreError
from bot.store import documents
from bot.store.database import Database, reading
from bot.store.migrate import migrate, migrations, version

NEWEST = migrations()[-1][0]
ONE: Sequence[tuple[int, str]] = migrations()[:1]
LATER = (*migrations(), (NEWEST + 1, "CREATE TABLE parcels (id INTEGER PRIMARY KEY) STRICT;"))


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return version(connection)


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def backups(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.glob("*.backup*"))


def test_numbers_run_without_a_gap() -> None:
    assert [number for number, _ in migrations()] == list(range(1, NEWEST + 1))


def test_nothing_becomes_the_newest_without_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    migrate(path)
    assert version_of(path) == NEWEST
    assert backups(path) == []


def test_every_older_shape_becomes_the_newest(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    migrate(fresh)
    for number in range(1, NEWEST + 1):
        path = tmp_path / f"{number}.db"
        migrate(path, migrations()[:number])
        migrate(path)
        assert version_of(path) == NEWEST
        assert tables(path) == tables(fresh)


def test_what_was_there_is_kept_and_copied_before_the_first_step(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        documents.save(connection, an_analysis(a_document()), now=NOON)
        connection.commit()
    migrate(path, LATER)
    name = f"s.db.before-{NEWEST + 1:04}.backup"
    assert backups(path) == [name]
    for each in (path, tmp_path / name):
        with closing(sqlite3.connect(each)) as connection:
            assert connection.execute("SELECT source FROM documents").fetchall() == [("porto.txt",)]
    assert version_of(tmp_path / name) == NEWEST


def test_three_backups_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    steps = [*migrations()]
    migrate(path, steps)
    for number in range(NEWEST + 1, NEWEST + 6):
        steps.append((number, f"CREATE TABLE t{number} (id INTEGER PRIMARY KEY) STRICT;"))
        migrate(path, steps)
    assert backups(path) == [f"s.db.before-{number:04}.backup" for number in range(NEWEST + 3, NEWEST + 6)]


def test_a_step_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    migrate(path)
    broken = (*migrations(), (NEWEST + 1, "CREATE TABLE parcels (id INTEGER PRIMARY KEY) STRICT; CREATE TABEL x;"))
    with pytest.raises(StoreError, match=f"Step {NEWEST + 1:04} of the database failed .* Nothing was changed"):
        migrate(path, broken)
    assert version_of(path) == NEWEST
    assert "parcels" not in tables(path)
    migrate(path, LATER)
    assert version_of(path) == NEWEST + 1


async def test_a_newer_database_is_refused_for_writing_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    migrate(path, LATER)
    with pytest.raises(StoreError, match="written by a newer Sitrep"):
        async with Database.open(path):
            pass
    with pytest.raises(StoreError, match="written by a newer Sitrep"), reading(path):
        pass
    assert version_of(path) == NEWEST + 1


def test_an_older_database_is_not_read_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    migrate(path, ((1, ONE[0][1] + "\nPRAGMA user_version = 0;"),))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(StoreError, match=r"written by an older Sitrep\. Run `load` once"), reading(path):
        pass


async def test_full_text_that_differs_from_the_documents_is_rebuilt_after_an_unclean_stop(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    find = "SELECT rowid FROM documents_text WHERE documents_text MATCH '\"pier\"'"
    async with Database.open(path) as database:
        await database.write(lambda c: documents.save(c, an_analysis(a_document()), now=NOON))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # the index forgets a document, as a bug or a damaged page would make it
        text = connection.execute("SELECT title, text, scope FROM documents").fetchone()
        connection.execute(
            "INSERT INTO documents_text (documents_text, rowid, title, text, scope) VALUES ('delete', 1, ?, ?, ?)", text
        )
        assert connection.execute(find).fetchall() == []
    async with Database.open(path) as database:  # a clean stop: nobody looks
        assert await database.look(lambda c: c.execute(find).fetchall()) == []
    path.with_name("s.db-wal").touch()  # what a killed process leaves
    async with Database.open(path) as database:
        assert await database.look(lambda c: c.execute(find).fetchall()) == [(1,)]
