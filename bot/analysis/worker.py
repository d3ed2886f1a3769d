"""Documents analysed in processes of their own: batches, time limits, what follows when one dies. No spaCy here."""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Final, Self

from bot.child import LostError, Seat, UnpreparedError
from bot.errors import AnalysisError
from bot.model import Analysis, Document

log = logging.getLogger(__name__)

Results = list[Analysis | str]
Reader = Callable[[Sequence[Document]], Results]

CHARACTERS: Final = 120_000  # of a batch: what a child holds at once grows with them
IDLE: Final = 300.0  # seconds after which a child without work gives its memory back
_STARTING: Final = 60.0  # seconds a child may take to load its model
_PACE: Final = 1_000  # characters a second that the slowest machine is allowed

UNPREPARED: Final = "The language model cannot be loaded"
DIED: Final = "The analyser stopped while reading it. Shorten or simplify the file and save it again."
SLOW: Final = "It took too long to analyse. Split the file into shorter ones."


def spacy_reader() -> Reader:
    """What a child does: the model is loaded once, here."""
    from bot.analysis import pipeline

    nlp = pipeline.load()
    gc.freeze()  # the model lasts; searches for cyclic garbage in it, and as often as Python does, cost a twentieth
    gc.set_threshold(50_000, 20, 100)
    return lambda documents: pipeline.analyse(nlp, documents)


class Worker:
    """A pool of analysing processes, started when there is work. `analyse` is the port that loading needs."""

    def __init__(
        self,
        *,
        max_workers: int = 1,
        reader: Callable[[], Reader] = spacy_reader,
        patience: float = _STARTING,
        idle: float = IDLE,
    ) -> None:
        """`reader` is called once in each child and must be importable there; `patience` is in seconds a batch."""
        self._patience = patience
        self._seats = [Seat(reader, idle=idle, thread_name_prefix="analysis") for _ in range(max_workers)]
        self._free: asyncio.Queue[Seat[Sequence[Document], Results]] = asyncio.Queue()
        for seat in self._seats:
            self._free.put_nowait(seat)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for seat in self._seats:
            seat.close()

    async def analyse(self, documents: Sequence[Document]) -> Results:
        """Analyses in the order of the documents; a str is the one sentence why that document has none."""
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._batch(batch)) for batch in batches(documents)]
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from failed
        return [result for task in tasks for result in task.result()]

    async def _batch(self, documents: Sequence[Document]) -> Results:
        """A batch whose child died or hung is tried once more, document by document."""
        results = await self._ask(documents)
        if not isinstance(results, str):
            return results
        log.warning("an analysing process was lost over %d documents", len(documents))
        again = [await self._ask([document]) for document in documents]
        return [one if isinstance(one, str) else one[0] for one in again]

    async def _ask(self, documents: Sequence[Document]) -> Results | str:
        """The results, or the sentence why the child was lost over them."""
        seat = await self._free.get()
        limit = self._patience + sum(len(document.text) for document in documents) / _PACE
        try:
            return await seat.ask(documents, seconds=limit)
        except TimeoutError:
            return SLOW
        except LostError:
            return DIED
        except UnpreparedError as error:
            raise AnalysisError(f"{UNPREPARED} ({error}). Install the program's requirements again.") from error
        finally:
            self._free.put_nowait(seat)


def batches(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """The documents in order, in lists of at most CHARACTERS, a longer document alone."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and size + len(document.text) > CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield batch
