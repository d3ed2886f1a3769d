"""The setting `semantic`: vectors are made in a process of their own after each load; questions are embedded here."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial
from typing import Final, Self

from bot.child import Child, UnpreparedError
from bot.errors import AnalysisError, ConfigError
from bot.meaning.embedding import embedder, missing
from bot.store import meanings
from bot.store.database import Database

_BATCH: Final = 16
_IDLE: Final = 60.0  # seconds after which the process that embeds documents gives its memory back


def lacking() -> str:
    """What is missing for the setting, and what to do; "" where all is there. Imports nothing of it."""
    absent = missing()
    return (
        f'semantic: true needs {", ".join(absent)}. Install them with pip install -e ".[semantic]", '
        "or take the setting out."
        if absent
        else ""
    )


class Meaning:
    """The documents nearest in meaning, kept up with one database."""

    def __init__(self, database: Database) -> None:
        from bot.meaning.index import Index

        self._database = database
        self._index = Index(embedder)
        self.nearest = self._index.nearest

    @classmethod
    @asynccontextmanager
    async def of(cls, database: Database, *, wanted: bool) -> AsyncGenerator[Self | None]:
        """None where the setting is off: then nothing is imported. Raises ConfigError where the extra is missing."""
        if not wanted:
            yield None
            return
        if trouble := lacking():
            raise ConfigError(trouble)
        meaning = cls(database)
        await meaning.refresh()
        yield meaning

    async def catch_up(self) -> None:
        """A vector for each document that has none."""
        child: Child[list[str], list[bytes]] | None = None
        try:
            while rows := await self._database.look(partial(meanings.unread, limit=_BATCH)):
                child = child or Child(embedder, idle=_IDLE)
                vectors = await asyncio.to_thread(child.ask, [text for _, text in rows])
                made = [(*row, vector) for row, vector in zip(rows, vectors, strict=True)]
                await self._database.write(partial(meanings.save, rows=made))
        except (UnpreparedError, EOFError, OSError) as error:
            raise AnalysisError(f"The process that embeds documents ended ({error}). Check the log.") from error
        finally:
            if child:
                child.end()
        await self.refresh()

    async def refresh(self) -> None:
        """Reads the vectors anew; the first ones bring the model into memory, on a thread."""
        rows = await self._database.look(meanings.vectors)
        await asyncio.to_thread(self._index.hold, rows)
