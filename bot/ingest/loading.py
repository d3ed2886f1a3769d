"""A load: scan the library, then read, analyse and save what differs, several files at once, and link what changed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.errors import BriefingError, UnreadableError
from bot.ingest.furniture import stripped, wanted
from bot.ingest.links import is_linked, link, link_names
from bot.ingest.plan import Job, Kept, Plan, planned
from bot.linking.shingles import sketch
from bot.model import Analyse, Analysis, Clock, Document, IngestReport
from bot.reading import files as library_files
from bot.reading.files import Scan, SeenFile, Stamp
from bot.reading.reader import read as read_file
from bot.store import documents, searching
from bot.store.database import Connection, Database
from bot.store.documents import FileRow

log = logging.getLogger(__name__)

_LANES = 4  # batches on their way at once: read, waiting for the analyser, being analysed, being saved
_BATCH = 60_000  # characters of files
_FILES = 64  # a batch at most
_SKETCHED = 1_000_000  # characters, more than a sketch looks at: its words are found in one go, which halts answers
_FIRST_LINK = 200  # files after which names are linked for the first time in a long load
_MANY = 100  # files after which the full text is made one piece


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` files; `source` was the last. Linking comes after the last file."""

    done: int
    total: int
    source: str | None


Read = Callable[[Path, str], Awaitable[Document | str]]
"""The briefing in a file with this source; a str is the one sentence why there is none."""

Watch = Callable[[Progress], None]
OnLink = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class _Tally:
    added: int = 0
    changed: int = 0
    again: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


async def _nobody_waits() -> None: ...


async def read_here(path: Path, source: str) -> Document | str:
    """In this process and without a limit: for files that one wrote oneself, as tests and benchmarks do."""
    try:
        return await asyncio.to_thread(read_file, path, source)
    except UnreadableError as error:
        return str(error)


async def load(
    library: Path,
    *,
    database: Database,
    read: Read = read_here,
    analyse: Analyse,
    analyser: str,
    clock: Clock,
    progress: Watch | None = None,
    max_bytes: int = library_files.MAX_BYTES,
) -> IngestReport:
    """One load that waits for no file. A bot that looks again and again keeps a Loader."""
    loader = Loader(
        library, database=database, read=read, analyse=analyse, analyser=analyser, clock=clock, max_bytes=max_bytes
    )
    return await loader.load(progress=progress)


class Loader:
    """A library and the store that follows it. `analyser` is the version stamp of what `analyse` makes.

    `read` is a FileReader's where files come from elsewhere.

    `on_link` is called whenever names were linked: several times in a long load, and when only the rules have changed.
    """

    def __init__(
        self,
        library: Path,
        *,
        database: Database,
        read: Read = read_here,
        analyse: Analyse,
        analyser: str,
        clock: Clock,
        max_bytes: int = library_files.MAX_BYTES,
        on_link: OnLink = _nobody_waits,
    ) -> None:
        self._library = library
        self._database = database
        self._read = read
        self._analyse = analyse
        self._analyser = analyser
        self._clock = clock
        self._max_bytes = max_bytes
        self._on_link = on_link
        self._waiting: Mapping[str, Stamp] = {}
        self._turn = asyncio.Lock()

    async def load(self, *, progress: Watch | None = None, patient: bool = False) -> IngestReport:
        """Make the store equal to the library. `patient`: files written to just now wait for the next load."""
        async with self._turn:
            seen, kept, same_stamp = await self._database.look(partial(_known, analyser=self._analyser))
            scan = await asyncio.to_thread(
                library_files.scan,
                self._library,
                seen=seen,
                max_bytes=self._max_bytes,
                waiting=self._waiting,
                settle=library_files.SETTLE if patient else 0.0,
                now=self._clock().timestamp(),
            )
            self._waiting = scan.waiting
            if scan.state == "missing" or scan.vanished:
                return _nothing_done(scan, self._library, seen)
            plan = planned(
                scan,
                library=self._library.resolve(),
                seen=seen,
                kept=kept,
                analyser=self._analyser,
                same_stamp=same_stamp,
            )
            tally = await self._carried_out(plan, progress)
            return _report(scan, plan, tally, kept)

    async def _carried_out(self, plan: Plan, progress: Watch | None) -> _Tally:
        tally = _Tally()
        if plan.remember or plan.forget or plan.dropped:
            await self._database.write(partial(_file_changes, plan=plan))
        work = _Work(plan.jobs, progress)
        if plan.jobs:
            await self._worked_off(work, tally)
            await self._database.write(partial(documents.note_analyser, analyser=self._analyser))
        if len(plan.jobs) >= _MANY:
            await self._database.write(searching.gather)
        if not await self._database.look(is_linked):
            tally.failed += await self._cleared_of_furniture()
            await link(self._database, analyse=self._analyse, clock=self._clock)
            await self._on_link()
        return tally

    async def _cleared_of_furniture(self) -> list[tuple[str, str]]:
        """Read again what shares lines with its publisher's other documents, or no longer does; what failed in that."""
        jobs = await self._database.look(partial(_furniture_jobs, library=self._library.resolve()))
        tally = _Tally()
        if jobs:
            log.info("%d documents are read again for lines that their publisher repeats", len(jobs))
            await self._worked_off(_Work(jobs, None), tally)
        return tally.failed

    async def _worked_off(self, work: "_Work", tally: _Tally) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(_LANES):
                    group.create_task(self._lane(work, tally))
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from failed

    async def _lane(self, work: "_Work", tally: _Tally) -> None:
        while batch := await work.next_batch(self._read):
            readable = [(job, found) for job, found in batch if isinstance(found, _Read)]
            analysed = iter(await self._analyse([found.document for _, found in readable]))
            for job, found in batch:
                outcome = next(analysed) if isinstance(found, _Read) else found
                shingles = found.sketch if isinstance(found, _Read) else b""
                await self._settle(job, outcome, shingles, tally)
                work.finished(job.file.source)
            if work.is_time_to_link():
                await link_names(self._database)
                await self._on_link()

    async def _settle(self, job: Job, outcome: Analysis | str, shingles: bytes, tally: _Tally) -> None:
        """Save what was understood, or why nothing was. The edge where one file's fault ends."""
        source = job.file.source
        if isinstance(outcome, Analysis):
            try:
                await self._database.write(
                    partial(_saved, job=job, analysis=outcome, now=self._clock(), shingles=shingles)
                )
            except BriefingError:
                raise  # the database itself: no file's fault
            except Exception:
                log.exception("%s could not be saved", source)
                outcome = "What was understood of it could not be stored. The log says more; please report it."
            else:
                tally.added += job.is_new
                tally.changed += job.is_changed
                tally.again += not (job.is_new or job.is_changed)
                return
        tally.failed.append((source, outcome))
        log.warning("%s was not loaded: %s", source, outcome)
        row = _row(job.file, failure=outcome)
        await self._database.write(partial(documents.remember_file, file=row))


@dataclass(frozen=True, slots=True)
class _Read:
    document: Document
    sketch: bytes


class _Work:
    """What the lanes share: the files still to read, and how far they are."""

    def __init__(self, jobs: Sequence[Job], progress: Watch | None) -> None:
        self._batches = _batches(jobs)
        self._total = len(jobs)
        self._done = 0
        self._progress = progress
        self._reading = asyncio.Lock()
        self._link_at = _FIRST_LINK

    async def next_batch(self, read: Read) -> list[tuple[Job, "_Read | str"]]:
        """The next files as read, each a document or the sentence why it is none; empty at the end."""
        async with self._reading:
            jobs = next(self._batches, None) or []
            found = [(job, await read(job.path, job.file.source)) for job in jobs]
            return await asyncio.to_thread(_prepared, found)

    def finished(self, source: str) -> None:
        self._done += 1
        if self._progress:
            self._progress(Progress(self._done, self._total, source))

    def is_time_to_link(self) -> bool:
        """True a few times in a long load, ever more rarely: what is there can be asked for by name meanwhile."""
        if self._done < self._link_at or self._done == self._total:
            return False
        self._link_at = 3 * self._done
        return True


def _batches(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    batch: list[Job] = []
    size = 0
    for job in jobs:
        if batch and (size + job.file.size > _BATCH or len(batch) == _FILES):
            yield batch
            batch, size = [], 0
        batch.append(job)
        size += job.file.size
    if batch:
        yield batch


def _prepared(found: Sequence[tuple[Job, Document | str]]) -> list[tuple[Job, _Read | str]]:
    return [(job, outcome if isinstance(outcome, str) else _without_furniture(job, outcome)) for job, outcome in found]


def _without_furniture(job: Job, document: Document) -> _Read:
    if job.furniture:
        document = stripped(document, job.furniture)
    return _Read(document, sketch(document.text[:_SKETCHED]))


def _known(connection: Connection, *, analyser: str) -> tuple[dict[str, SeenFile], dict[str, Kept], bool]:
    seen = {row.source: _seen(row) for row in documents.files(connection)}
    kept = {source: Kept(fingerprint, stamp) for source, fingerprint, stamp in documents.kept(connection)}
    return seen, kept, documents.noted_analyser(connection) == analyser


def _furniture_jobs(connection: Connection, *, library: Path) -> list[Job]:
    repeated = wanted(connection)
    return [
        Job(library / row.source, _seen(row), is_new=False, is_changed=False, furniture=repeated[row.source])
        for row in documents.files(connection)
        if row.source in repeated and not row.failure
    ]


def _seen(row: FileRow) -> SeenFile:
    return SeenFile(row.source, row.size, row.mtime_ns, row.fingerprint, row.copy_of, row.failure)


def _file_changes(connection: Connection, *, plan: Plan) -> None:
    for source in plan.dropped:
        documents.remove(connection, source)
    for source in plan.forget:
        documents.remove(connection, source)
        documents.forget_file(connection, source)
    for file in plan.remember:
        documents.remember_file(connection, _row(file, failure=file.failure))


def _saved(connection: Connection, *, job: Job, analysis: Analysis, now: datetime, shingles: bytes) -> None:
    if job.moved_from:
        documents.move(connection, job.moved_from, job.file.source)
    documents.save(connection, analysis, now=now, sketch=shingles)
    documents.remember_file(connection, _row(job.file, failure=None))


def _row(file: SeenFile, *, failure: str | None) -> FileRow:
    return FileRow(file.source, file.size, file.mtime_ns, file.fingerprint, file.copy_of, failure)


def _nothing_done(scan: Scan, library: Path, seen: Mapping[str, SeenFile]) -> IngestReport:
    if scan.state == "missing":
        warning = f"The library folder {library} is not there. Nothing was changed; check the path or the mount."
    else:
        warning = f"The library folder {library} is empty all at once. Nothing was removed; check the mount."
    log.warning(warning)
    return IngestReport(unchanged=sum(not row.failure and not row.copy_of for row in seen.values()), warning=warning)


def _report(scan: Scan, plan: Plan, tally: _Tally, kept: Mapping[str, Kept]) -> IngestReport:
    copies = [(source, f"It is byte for byte {original}, and counts once.") for source, original in plan.copies]
    waiting = [(source, "It is still being written. The next look at the library takes it.") for source in scan.waiting]
    return IngestReport(
        added=tally.added,
        changed=tally.changed,
        removed=sum(source in kept for source in (*plan.forget, *plan.dropped)),
        unchanged=plan.unchanged + tally.again,
        folded=len(plan.copies),
        waiting=len(scan.waiting),
        failed=tuple(sorted([*plan.failed, *tally.failed])),
        notes=tuple(sorted([*copies, *waiting, *scan.skipped])),
    )
