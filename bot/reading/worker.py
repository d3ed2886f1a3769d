"""Files read in a process of their own: what one may take of time and memory, and what is said where it takes more."""

import asyncio
import logging
import signal
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from bot.child import LostError, Seat, UnpreparedError
from bot.errors import BriefingError, UnreadableError
from bot.model import Document
from bot.reading.files import MAX_BYTES
from bot.reading.reader import read

log = logging.getLogger(__name__)

IDLE: Final = 20.0  # seconds without a file after which the process ends: it starts again in a fraction of one
PATIENCE: Final = 30.0  # seconds for a file; the slowest honest one of its size takes a tenth of that
PACE: Final = 100_000  # bytes a second that a large file is given beside that
MEMORY: Final = 512 * 2**20  # bytes of address space that the process has beside the files
_BYTES_FOR_A_BYTE: Final = 32  # a web page of 8 MiB was seen to take 25
_GRACE: Final = 10.0  # seconds later a process ends by itself that nobody is there to end

SLOW: Final = "It took too long to read. Split it, or save its plain text as .txt."
HEAVY: Final = "It takes too much memory to read. Split it, or save its plain text as .txt."
DIED: Final = "The reader broke down on it. Split it, or save its plain text as .txt."
FAILED: Final = "It could not be read: the reader failed on it. The log says more; please report it."


@dataclass(frozen=True, slots=True)
class File:
    """What the process is asked: a path, its source, and the seconds it may take."""

    path: Path
    source: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that nobody foresaw, with its traceback."""

    trace: str


Outcome = Document | str | Failure
Reader = Callable[[File], Outcome]


def limited_reader(*, max_bytes: int, memory: int) -> Reader:
    """What the process does. The limits hold from here on."""
    _limit(memory)
    return partial(_outcome, max_bytes=max_bytes)


class FileReader:
    """`read` is the port that loading needs. One file is read at a time, so that it is known which one did harm."""

    def __init__(
        self,
        *,
        max_bytes: int = MAX_BYTES,
        patience: float = PATIENCE,
        pace: float = PACE,
        memory: int = MEMORY,
        idle: float = IDLE,
    ) -> None:
        """`patience` is in seconds and `memory` in bytes, for a small file; a large one is given more of both.

        Of seconds one for each `pace` bytes.
        """
        prepare = partial(limited_reader, max_bytes=max_bytes, memory=memory + _BYTES_FOR_A_BYTE * max_bytes)
        self._seat = Seat(prepare, idle=idle, thread_name_prefix="reading")
        self._patience, self._pace, self._max_bytes = patience, pace, max_bytes
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._seat.close()

    async def read(self, path: Path, source: str) -> Document | str:
        """The briefing in a file, or the one sentence why there is none; `source` is its path in the library."""
        async with self._turn:
            outcome = await self._outcome(File(path, source, self._seconds(path)))
        if isinstance(outcome, Failure):
            log.error("%s could not be read\n%s", source, outcome.trace)
            return FAILED
        return outcome

    def _seconds(self, path: Path) -> float:
        with suppress(OSError):
            return self._patience + min(path.stat().st_size, self._max_bytes) / self._pace
        return self._patience

    async def _outcome(self, file: File) -> Outcome:
        """A file over which the process was lost is tried once more: it may have been ended by somebody else."""
        for _ in range(2):
            try:
                outcome = await self._seat.ask(file, seconds=file.seconds)
            except TimeoutError:
                log.warning("%s was not read within %.0f s", file.source, file.seconds)
                return SLOW
            except LostError:
                log.warning("the reading process was lost over %s", file.source)
            except UnpreparedError as error:
                raise BriefingError(
                    f"Files cannot be read ({error}). Install the program's requirements again."
                ) from error
            else:
                if outcome == HEAVY:
                    self._seat.end()  # what is left of its memory is in pieces
                return outcome
        return DIED


def _outcome(file: File, *, max_bytes: int) -> Outcome:
    try:
        with _ended_after(file.seconds + _GRACE):
            return read(file.path, file.source, max_bytes=max_bytes)
    except UnreadableError as error:
        return str(error)
    except MemoryError:
        return HEAVY
    except Exception:  # noqa: BLE001 - an edge: the parent logs it, and the next file is read
        return Failure(traceback.format_exc())


@contextmanager
def _ended_after(seconds: float) -> Generator[None]:
    """The kernel ends this process then, whatever it does: should its parent be gone, nobody else would."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def _limit(memory: int) -> None:
    """Of this process, where the system knows such limits: its memory in bytes, and no image of it on disk."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            hard = resource.getrlimit(what)[1]
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
