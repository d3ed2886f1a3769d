"""What every verb opens, in order, and closes: the store, the processes that read and analyse, the desk, the loader."""

import gc
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.analysis.stamp import analyser
from bot.analysis.worker import Worker
from bot.answers.desk import Answers
from bot.app.meaning import Meaning
from bot.config import Config
from bot.ingest import Loader, Progress
from bot.model import IngestReport
from bot.reading.worker import FileReader
from bot.store.database import Database

PROCESSES: Final = 2  # that analyse: the second nearly doubles the speed, a third brings little
_TURN: Final = 0.0005
"""Seconds a thread that links keeps the interpreter from one that answers. Each of an answer's statements waits for
it once: with Python's 5 ms and thirty statements that is a sixth of a second.
"""
_SEARCHES: Final = (5_000, 10, 1_000_000)
"""How many values are made between two searches for cyclic garbage among the young ones, the older, and all. A search
through all that the desk remembers halts an answer for 20 to 100 ms: that is left to `tidy`, between answers.
"""
BESIDE_ANSWERS: Final = 1  # while members wait for answers, one is left the rest of the machine


@dataclass(frozen=True, slots=True)
class Opened:
    """A store that is ours to write, with its library."""

    config: Config
    database: Database
    answers: Answers
    loader: Loader
    meaning: Meaning | None = None

    async def load(self, *, progress: Callable[[Progress], None] | None = None, patient: bool = False) -> IngestReport:
        """Makes the store equal to the library; the desk knows new names as soon as they are linked."""
        report = await self.loader.load(progress=progress, patient=patient)
        if report.added or report.changed or report.removed:
            settle()
        elif not self.database.is_asked:
            tidy()
        if self.meaning:
            await self.meaning.catch_up()
        return report


def settle() -> None:
    """Takes what lasts (modules, the desk's memory) out of garbage collection, which halts answers to look at it."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def tidy() -> None:
    """The same for what has been remembered since: short, as it looks at nothing else."""
    gc.collect()
    gc.freeze()


def now() -> datetime:
    return datetime.now(UTC)


@asynccontextmanager
async def opened(config: Config, *, processes: int = PROCESSES) -> AsyncGenerator[Opened]:
    """Raises HeldError when another Sitrep writes this store."""
    sys.setswitchinterval(_TURN)
    gc.set_threshold(*_SEARCHES)
    async with (
        Database.open(config.database) as database,
        FileReader(max_bytes=config.max_file) as reader,
        Worker(max_workers=processes) as worker,
        Meaning.of(database, wanted=config.semantic) as meaning,
    ):
        answers = Answers(database, nearest=meaning.nearest if meaning else None)
        loader = Loader(
            config.library,
            database=database,
            read=reader.read,
            analyse=worker.analyse,
            analyser=analyser(),
            clock=now,
            max_bytes=config.max_file,
            on_link=answers.refresh,
        )
        yield Opened(config, database, answers, loader, meaning)
