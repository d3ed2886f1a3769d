"""Connections: one writer, its lock and its transactions; readers beside it; what is refused."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_world import NOON, a_document, an_analysis

from bot.errors import StoreError
from bot.store import documents
from bot.store.database import Database, reading


def sources(connection: sqlite3.Connection) -> list[str]:
    return [source for (source,) in connection.execute("SELECT source FROM documents ORDER BY source")]


async def save(database: Database, source: str) -> int:
    return await database.write(lambda c: documents.save(c, an_analysis(a_document(source)), now=NOON))


async def test_what_is_written_is_read_at_once(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "data" / "s.db") as database:
        await save(database, "a.txt")
        assert await database.look(sources) == ["a.txt"]


async def test_a_failed_transaction_takes_no_neighbour_with_it(tmp_path: Path) -> None:
    class OutOfPaperError(Exception):
        pass

    async def fails(database: Database) -> None:
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO notes VALUES ('lost', '1')")
            await asyncio.sleep(0.01)
            raise OutOfPaperError

    async def works(database: Database, key: str) -> None:
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO notes VALUES (?, '1')", (key,))

    async with Database.open(tmp_path / "s.db") as database:
        before, failure, after = await asyncio.gather(
            works(database, "before"), fails(database), works(database, "after"), return_exceptions=True
        )
        assert (before, after) == (None, None)
        assert isinstance(failure, OutOfPaperError)
        notes = await database.look(lambda c: c.execute("SELECT key FROM notes ORDER BY key").fetchall())
        assert notes == [("after",), ("before",)]


async def test_a_rollback_does_not_mask_the_first_error(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "s.db") as database:

        async def rolls_back_and_fails() -> None:
            async with database.transaction() as connection:
                await connection.execute("ROLLBACK")  # so that the rollback to come has nothing to do
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await rolls_back_and_fails()
        assert await save(database, "a.txt")


async def test_a_cancelled_write_is_done_whole_or_not_at_all(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "s.db") as database:
        for number in range(40):
            task = asyncio.create_task(save(database, f"{number:02}.txt"))
            for _ in range(number % 5):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await save(database, "last.txt")
        assert "last.txt" in await database.look(sources)
        half = await database.look(
            lambda c: c.execute(
                "SELECT source FROM documents WHERE id NOT IN (SELECT document FROM sentences)"
            ).fetchall()
        )
        assert half == []


async def test_a_question_sees_one_state_of_the_library(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "s.db") as database:
        await save(database, "a.txt")
        loop = asyncio.get_running_loop()

        def twice(connection: sqlite3.Connection) -> tuple[list[str], list[str]]:
            first = sources(connection)
            asyncio.run_coroutine_threadsafe(save(database, "b.txt"), loop).result(5)
            return first, sources(connection)

        assert await database.look(twice) == (["a.txt"], ["a.txt"])
        assert await database.look(sources) == ["a.txt", "b.txt"]


async def test_a_reader_cannot_write(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "s.db") as database:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await database.look(lambda c: c.execute("DELETE FROM notes"))


async def test_a_second_writer_is_refused_in_one_sentence_and_a_reader_is_not(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    async with Database.open(path) as database:
        await save(database, "a.txt")
        with pytest.raises(StoreError, match=r"is held by another Sitrep that is running\. Stop it first"):
            async with Database.open(path):
                pass
        async with Database.open(path, read_only=True) as beside:
            assert await beside.look(sources) == ["a.txt"]
            with pytest.raises(StoreError, match="for reading only"):
                await save(beside, "b.txt")
    async with Database.open(path) as database:  # the lock went with its holder
        assert await save(database, "b.txt") == 2


async def test_reading_needs_a_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no database at .*none.db yet. Run `load` first"):
        async with Database.open(tmp_path / "none.db", read_only=True):
            pass
    (tmp_path / "text.db").write_text("This is a letter, not a database, and rather long for one." * 20)
    with pytest.raises(StoreError, match="cannot be read as a database"), reading(tmp_path / "text.db"):
        pass
    with pytest.raises(StoreError, match="cannot be used as a database"):
        async with Database.open(tmp_path / "text.db"):
            pass


async def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be made"):
        async with Database.open(tmp_path / "file" / "s.db"):
            pass


async def test_an_export_can_read_after_everything_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "a b#c%.db"  # characters that mean something in an address
    async with Database.open(path) as database:
        await save(database, "a.txt")
    assert not path.with_name(path.name + "-wal").exists()
    with reading(path) as lookups:
        assert sources(lookups.connection) == ["a.txt"]


async def test_a_backup_is_whole_and_can_be_opened(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "s.db") as database:
        await save(database, "a.txt")
        await database.backup(tmp_path / "copy.db")
        await database.backup(tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert sources(copy) == ["a.txt"]
