"""`inspect`: what is understood of files, or of documents that come as JSON lines. Nothing is stored."""

import asyncio
import contextlib
import json
import os
import threading
from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TextIO, cast

from bot.analysis.worker import Worker
from bot.config import Config
from bot.errors import QueryError
from bot.model import Analysis, Dated, Document, Period
from bot.reading.reader import document_of
from bot.reading.worker import FileReader
from bot.terminal.inspection import inspection_lines
from bot.terminal.jsonform import Json, inspection_json, json_line
from bot.terminal.layout import BLANK, complain, show, write

_PROCESSES: Final = 2
_AHEAD: Final = 4  # batches in work at once: both processes are busy while the oldest is awaited
_BATCH: Final = 40_000  # characters
_LINES_AHEAD: Final = 2_000  # of standard input, read before they are wanted


async def inspect_files(config: Config, files: Sequence[Path], *, published: Period | None, as_json: bool) -> bool:
    """Prints what was understood of each, in order; whether all of them could be read."""
    async with FileReader(max_bytes=config.max_file) as reader:
        documents = [await _read(reader, path, config, published) for path in files]
    readable = [document for document in documents if isinstance(document, Document)]
    async with Worker(max_workers=max(1, min(_PROCESSES, len(readable)))) as worker:
        analysed = iter(await worker.analyse(readable))
    results = [next(analysed) if isinstance(document, Document) else document for document in documents]
    for i, (path, result) in enumerate(zip(files, results, strict=True)):
        if isinstance(result, str):
            complain(f"{path}: {result}")
        elif as_json:
            write(json_line(inspection_json(result)))
        else:
            show([*([BLANK] if i else []), *inspection_lines(result)])
    return not any(isinstance(result, str) for result in results)


async def _read(reader: FileReader, path: Path, config: Config, published: Period | None) -> Document | str:
    if not await asyncio.to_thread(os.path.lexists, path):
        return "There is no such file. Check the path."
    found = await reader.read(path, _source(path, config.library))
    return replace(found, published=Dated(published, "given")) if published and isinstance(found, Document) else found


def _source(path: Path, library: Path) -> str:
    """As in the store where the file lies in the library, else the file's name."""
    whole, root = path.resolve(), library.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.name


@dataclass(frozen=True, slots=True)
class _Given:
    """A line of input: its `id` as it came, and its document or the sentence why there is none."""

    id: object
    document: Document | str


async def inspect_lines(lines: TextIO) -> bool:
    """Answers each line with a line, in order, as soon as it can; whether all of them could be read."""
    working: deque[asyncio.Task[list[Json]]] = deque()
    all_read = True

    async def print_oldest() -> bool:
        answers = await working.popleft()
        for answer in answers:
            write(json_line(answer))
        return not any("error" in answer for answer in answers)

    async with Worker(max_workers=_PROCESSES) as worker, asyncio.TaskGroup() as group:
        async for batch in _batches(lines):
            working.append(group.create_task(_answers(worker, batch)))
            if len(working) == _AHEAD:
                all_read &= await print_oldest()
        while working:
            all_read &= await print_oldest()
    return all_read


async def _answers(worker: Worker, batch: Sequence[_Given]) -> list[Json]:
    readable = [given.document for given in batch if isinstance(given.document, Document)]
    analysed = iter(await worker.analyse(readable))
    results = [
        (given.id, next(analysed) if isinstance(given.document, Document) else given.document) for given in batch
    ]
    return [{"id": id_, **_answer(result)} for id_, result in results]


def _answer(result: Analysis | str) -> Json:
    return {"error": result} if isinstance(result, str) else inspection_json(result)


async def _batches(lines: TextIO) -> AsyncIterator[list[_Given]]:
    """What has come in, in lists of about _BATCH characters; a lone line is not kept waiting for more."""
    come: asyncio.Queue[str | None] = asyncio.Queue()
    room = threading.Semaphore(_LINES_AHEAD)
    loop = asyncio.get_running_loop()
    # A daemon of its own: a thread of the loop's pool that waits for input would keep the program from ending.
    threading.Thread(target=_take_in, args=(lines, come, room, loop), daemon=True).start()
    number = 0
    while (line := await come.get()) is not None:
        batch: list[_Given] = []
        size = 0
        while line is not None:
            room.release()
            number += 1
            batch.append(_given(line, number))
            size += len(line)
            if size >= _BATCH or come.empty():
                break
            line = come.get_nowait()
        yield batch
        if line is None:
            return


def _take_in(
    lines: TextIO, come: "asyncio.Queue[str | None]", room: threading.Semaphore, loop: asyncio.AbstractEventLoop
) -> None:
    with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody waits
        for line in lines:
            room.acquire()
            loop.call_soon_threadsafe(come.put_nowait, line)
        loop.call_soon_threadsafe(come.put_nowait, None)


def _given(line: str, number: int) -> _Given:
    try:
        value: object = json.loads(line)
    except ValueError:
        return _Given(None, f"Line {number} is not JSON. Write one object a line.")
    if not isinstance(value, dict):
        return _Given(None, f"Line {number} is not a JSON object. Write one object a line.")
    fields = cast("dict[str, object]", value)
    id_, text, title, published = (fields.get(key) for key in ("id", "text", "title", "published"))
    if not isinstance(text, str):
        return _Given(id_, f'Line {number} has no text. Write it as a string under "text".')
    try:
        when = day_of(str(published)) if published else None
    except QueryError as error:
        return _Given(id_, str(error))
    return _Given(id_, document_of(text, str(id_), title=str(title) if title else None, published=when))


def day_of(published: str) -> Period:
    """The day, or the month or year, that somebody gives as a publication date. Raises QueryError."""
    from datetime import date

    from bot.answers.options import period_of

    return period_of(published.partition("T")[0], today=date.today())
