"""The database's connections: one that writes, a few that read on threads, and who may have which."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncGenerator, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path
from queue import LifoQueue
from typing import Self, TypeAlias, TypeVar

import aiosqlite

from bot.errors import StoreError
from bot.store import migrate
from bot.store.lock import held
from bot.store.lookups import Lookups

log = logging.getLogger(__name__)

T = TypeVar("T")
_CACHE = 8192
"""KiB that a reader keeps: a question to the full text of a thousand documents reads more than SQLite's 2,000."""
Connection: TypeAlias = sqlite3.Connection
"""For the signatures of those who hand the store's own functions to `write` and `look`."""


class Writer(aiosqlite.Connection):
    """The one connection that writes, on a thread of its own."""

    def __init__(self, path: Path) -> None:
        super().__init__(lambda: _prepared(path), iter_chunk_size=64)

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        return self

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """`work` on the writer's thread, whole: one hop instead of one a statement (112 us each)."""
        done: T = await self._execute(work, self._conn)  # pyright: ignore[reportUnknownMemberType] it is not annotated
        return done


class Database:
    """Opened by `Database.open`. `transaction` and `write` change it, `read` asks; many tasks may do so at once."""

    def __init__(self, path: Path, *, writer: Writer | None, readers: int) -> None:
        self.path = path
        self._writer = writer
        self._turn = asyncio.Lock()
        self._readers: LifoQueue[Lookups] = LifoQueue()  # one after the other asks the same: its cache is warm
        for _ in range(readers):
            self._readers.put(Lookups(_reader(path)))
        self._threads = ThreadPoolExecutor(readers, thread_name_prefix="reader")
        self._asked = 0

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, read_only: bool = False, readers: int = 2) -> AsyncGenerator["Database"]:
        """The database at `path`, made or migrated where needed; read-only beside another process that writes.

        Raises StoreError: held by another, newer than this program, nothing there to read, not writable.
        """
        if read_only:
            with closing(cls(path, writer=None, readers=readers)) as database:
                yield database
            return
        _make_folder(path)
        with held(path):
            await asyncio.to_thread(_migrate, path)
            async with Writer(path) as writer:
                with closing(cls(path, writer=writer, readers=readers)) as database:
                    log.info("database open, SQLite %s", sqlite3.sqlite_version)
                    yield database
                await writer.run(_optimize)

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Writer]:
        """All of the block or nothing of it; one block at a time. A rollback never masks the first error."""
        writer = self._writing()
        async with self._turn:
            with _plainly_told(self.path):
                try:
                    await writer.execute("BEGIN IMMEDIATE")
                    yield writer
                    await writer.commit()
                except BaseException:
                    with suppress(sqlite3.Error):
                        await writer.rollback()
                    raise

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """`work` in a transaction of its own, in one hop. Cancelled, it is done whole or not at all."""
        writer = self._writing()
        async with self._turn:
            with _plainly_told(self.path):
                return await writer.run(lambda connection: _in_transaction(connection, work))

    async def read(self, question: Callable[[Lookups], T]) -> T:
        """The answer to a question, from one unchanging state of the database, on a reader thread."""
        self._asked += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._ask, question)
        finally:
            self._asked -= 1

    @property
    def is_asked(self) -> bool:
        """Whether a question is being answered, or waits for its turn: long work may give way to it."""
        return self._asked > 0

    async def look(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The same for the store's own modules, which speak SQL."""
        return await self.read(lambda lookups: question(lookups.connection))

    async def backup(self, target: Path) -> None:
        """A whole, checked copy at `target`, while everything goes on."""
        writer = self._writing()
        async with self._turn:
            await writer.run(lambda connection: migrate.backup(connection, target))

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        while not self._readers.empty():
            self._readers.get().connection.close()

    def _writing(self) -> Writer:
        if self._writer is None:
            raise StoreError("The database was opened for reading only. Another Sitrep that is running writes it.")
        return self._writer

    def _ask(self, question: Callable[[Lookups], T]) -> T:
        lookups = self._readers.get()  # kept with its connection: it remembers names between questions
        try:
            return _in_snapshot(lookups, question)
        finally:
            self._readers.put(lookups)


@contextmanager
def reading(path: Path) -> Generator[Lookups]:
    """Read-only look-ups for a program that asks one thing and ends, as `export` does."""
    with closing(_reader(path)) as connection:
        connection.execute("BEGIN")
        yield Lookups(connection)


def _prepared(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=5)
    try:
        migrate.prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _reader(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise StoreError(f"There is no database at {path} yet. Run `load` first.")
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=5, check_same_thread=False)
    except sqlite3.Error as error:
        raise _unreadable(path, error) from error
    try:
        _set_to_read(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise _unreadable(path, error) from error
    except StoreError:
        connection.close()
        raise
    return connection


def _set_to_read(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    found, known = migrate.version(connection), migrate.migrations()
    if found != known[-1][0]:
        migrate.refuse_newer(path, found, known)
        raise StoreError(f"{path} was written by an older Sitrep. Run `load` once to bring it up to date.")


def _unreadable(path: Path, error: sqlite3.Error) -> StoreError:
    return StoreError(f"{path} cannot be read as a database ({error}). Check the path.")


def _in_snapshot(lookups: Lookups, question: Callable[[Lookups], T]) -> T:
    lookups.connection.execute("BEGIN")
    try:
        return question(lookups)
    finally:
        lookups.connection.rollback()


def _in_transaction(connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = work(connection)
        connection.commit()
    except BaseException:
        with suppress(sqlite3.Error):
            connection.rollback()
        raise
    return done


@contextmanager
def _plainly_told(path: Path) -> Generator[None]:
    """A full disk, a lost mount, a damaged file: the database's trouble, not that of what was written."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"{path} cannot be written ({error}). Check the disk; nothing of this step was kept."
        ) from error


def _optimize(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA optimize")
    except sqlite3.OperationalError as error:  # a full disk, at the end of all work: the next run will do it
        log.warning("the database was not optimized: %s", error)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path.parent} cannot be made: {error.strerror}. Choose another --database.") from error


def _migrate(path: Path) -> None:
    try:
        migrate.migrate(path)
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be used as a database ({error}). Check the path and the disk.") from error
