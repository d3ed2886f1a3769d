"""Loading: the store becomes equal to the library, whatever happened to either."""

import asyncio
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import ingest_world
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_world import NOW, Analyser, a_library, contents, loaded, many

from bot.errors import StoreError
from bot.ingest import Loader, Progress, load
from bot.model import Document, IngestReport
from bot.reading.worker import SLOW, FileReader
from bot.store import documents
from bot.store.database import Database, reading

PORTO = "Harbour closes\n\nThe mayor Ana Silva closed the harbour of Porto after the storm of the night."
BRAGA = "Bridge opens\n\nThe engineer Rui Costa opened the bridge of Braga two days before it was due."


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "data" / "s.db") as opened:
        yield opened


async def rows(database: Database, sql: str) -> list[tuple[object, ...]]:
    return await database.look(lambda c: c.execute(sql).fetchall())


async def sources(database: Database) -> list[object]:
    return [source for (source,) in await rows(database, "SELECT source FROM documents ORDER BY source")]


async def test_a_library_is_loaded_and_loading_again_does_nothing(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", porto=PORTO, braga=BRAGA)
    analyser = Analyser()
    assert await loaded(library, database, analyser) == IngestReport(added=2)
    before = await database.look(contents)
    assert await loaded(library, database, analyser) == IngestReport(unchanged=2)
    assert sorted(analyser.asked) == ["braga.txt", "porto.txt"]
    assert await database.look(contents) == before


async def test_what_changed_is_loaded_and_what_is_gone_is_removed(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", porto=PORTO, braga=BRAGA, faro="Faro sleeps\n\nNothing happened in Faro.")
    await loaded(library, database)
    (library / "faro.txt").unlink()
    a_library(library, porto=PORTO + " Elena Vega disagreed.", lagos="Lagos wakes\n\nMarta Reis came to Lagos.")
    analyser = Analyser()
    assert await loaded(library, database, analyser) == IngestReport(added=1, changed=1, removed=1, unchanged=1)
    assert sorted(analyser.asked) == ["lagos.txt", "porto.txt"]
    names = await rows(database, "SELECT name FROM names ORDER BY name")
    assert names == [("Ana Silva",), ("Elena Vega",), ("Marta Reis",), ("Rui Costa",)]


async def test_another_time_on_the_same_bytes_is_no_change(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", porto=PORTO)
    await loaded(library, database)
    os.utime(library / "porto.txt", (1, 1))
    analyser = Analyser()
    assert await loaded(library, database, analyser) == IngestReport(unchanged=1)
    assert analyser.asked == []


async def test_a_file_that_moved_keeps_its_document(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", porto=PORTO)
    await loaded(library, database)
    (library / "north").mkdir()
    (library / "porto.txt").rename(library / "north" / "harbour.txt")
    assert await loaded(library, database) == IngestReport(changed=1)
    assert await rows(database, "SELECT id, source FROM documents") == [(1, "north/harbour.txt")]
    assert await rows(database, "SELECT source FROM files") == [("north/harbour.txt",)]
    assert await loaded(library, database) == IngestReport(unchanged=1)


async def test_byte_identical_files_are_one_document_until_the_first_goes(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", a=PORTO, b=PORTO, c=PORTO)
    report = await loaded(library, database)
    assert (report.added, report.folded, report.failed) == (1, 2, ())
    assert report.notes == (
        ("b.txt", "It is byte for byte a.txt, and counts once."),
        ("c.txt", "It is byte for byte a.txt, and counts once."),
    )
    (library / "a.txt").unlink()
    report = await loaded(library, database)
    assert (report.changed, report.removed, report.folded) == (1, 0, 1)
    assert await rows(database, "SELECT id, source FROM documents") == [(1, "b.txt")]
    assert await rows(database, "SELECT source, copy_of FROM files ORDER BY source") == [
        ("b.txt", None),
        ("c.txt", "b.txt"),
    ]


async def test_a_copy_that_is_edited_becomes_a_document_and_back(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", a=PORTO, b=PORTO)
    await loaded(library, database)
    a_library(library, b=BRAGA)
    assert (await loaded(library, database)).added == 1
    assert await sources(database) == ["a.txt", "b.txt"]
    a_library(library, b=PORTO)
    report = await loaded(library, database)
    assert (report.removed, report.folded) == (1, 1)
    assert await sources(database) == ["a.txt"]


BAD = {
    "empty.txt": (b"", "It is empty"),
    "blank.txt": (b" \n\n\t\n", "It is empty"),
    "binary.txt": (bytes(range(256)) * 8, ""),
    "large.txt": (b"The pilot said the quay is long. " * 4000, "It is too large"),
    "broken.pdf": (b"%PDF-1.7 and nothing that follows", ""),
    "unanalysed.txt": (b"Harbour\n\nThis text cannot be analysed, says Ana Silva.", "too much for the analyser"),
    "unstored.txt": (b"Harbour\n\nThis text cannot be stored, says Ana Silva.", "could not be stored"),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_file_is_one_line_and_everything_else_loads(
    name: str, tmp_path: Path, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    library = a_library(tmp_path / "library", porto=PORTO, braga=BRAGA)
    data, reason = BAD[name]
    (library / name).write_bytes(data)
    analyser = Analyser()
    for tries in ({"braga.txt", "porto.txt", name}, set[str]()):  # said again as long as it is so, but tried once
        analyser.asked.clear()
        report = await load(
            library,
            database=database,
            analyse=analyser,
            analyser=analyser.stamp,
            clock=lambda: NOW,
            max_bytes=100_000,
        )
        assert [source for source, _ in report.failed] == [name]
        assert reason in report.failed[0][1]
        assert report.added + report.unchanged == 2
        assert set(analyser.asked) <= tries
    assert await sources(database) == ["braga.txt", "porto.txt"]


async def test_a_file_that_takes_for_ever_is_one_line_and_not_tried_again(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", porto=PORTO, braga=BRAGA)
    (library / "endless.html").write_text(f"<html><body>{'<p>a<br>b' * 800_000}<p>{PORTO}</p></body></html>")
    asked: list[str] = []
    async with FileReader(patience=4.0, pace=1e9) as reader:

        async def read(path: Path, source: str) -> Document | str:
            asked.append(source)
            return await reader.read(path, source)

        analyser = Analyser()
        loader = Loader(
            library, database=database, read=read, analyse=analyser, analyser=analyser.stamp, clock=lambda: NOW
        )
        failed = (("endless.html", SLOW),)
        assert await loader.load() == IngestReport(added=2, failed=failed)
        assert await loader.load() == IngestReport(unchanged=2, failed=failed)
    assert sorted(asked) == ["braga.txt", "endless.html", "porto.txt"]
    assert await rows(database, "SELECT source, failure FROM files WHERE failure IS NOT NULL") == list(failed)


async def test_an_earlier_version_stays_when_the_new_one_is_bad(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", porto=PORTO, braga=BRAGA)
    await loaded(library, database)
    before = await database.look(contents)
    (library / "porto.txt").write_bytes(b"")
    report = await loaded(library, database)
    assert [source for source, _ in report.failed] == ["porto.txt"]
    assert await database.look(contents) == before
    a_library(library, porto=PORTO)
    assert await loaded(library, database) == IngestReport(unchanged=2)


async def test_another_analyser_reads_everything_again_and_tries_again_what_failed(
    tmp_path: Path, database: Database
) -> None:
    library = a_library(tmp_path / "library", porto=PORTO, bad="Harbour\n\nThis cannot be analysed, says Rui Costa.")
    await loaded(library, database)
    newer = Analyser(stamp="made 2")
    report = await loaded(library, database, newer)
    assert sorted(newer.asked) == ["bad.txt", "porto.txt"]
    assert (report.changed, report.unchanged, len(report.failed)) == (0, 1, 1)
    assert await rows(database, "SELECT analyser, added = changed FROM documents") == [("made 2", 1)]


async def test_a_library_that_has_vanished_or_is_empty_at_once_empties_nothing(
    tmp_path: Path, database: Database
) -> None:
    library = a_library(tmp_path / "library", porto=PORTO)
    await loaded(library, database)
    before = await database.look(contents)
    (library / "porto.txt").rename(tmp_path / "elsewhere.txt")
    report = await loaded(library, database)
    assert report.warning
    assert "empty all at once" in report.warning
    library.rmdir()
    report = await loaded(library, database)
    assert report.warning
    assert "is not there" in report.warning
    assert (report.unchanged, report.removed) == (1, 0)
    assert await database.look(contents) == before
    library.mkdir()
    (tmp_path / "elsewhere.txt").rename(library / "porto.txt")
    assert await loaded(library, database) == IngestReport(unchanged=1)


async def test_a_patient_load_waits_for_a_file_that_is_being_written(tmp_path: Path, database: Database) -> None:
    library = a_library(tmp_path / "library", porto=PORTO, braga=BRAGA)
    long_ago = NOW.timestamp() - 60
    os.utime(library / "porto.txt", (long_ago, long_ago))
    os.utime(library / "braga.txt", (NOW.timestamp(), NOW.timestamp()))
    analyser = Analyser()
    loader = Loader(library, database=database, analyse=analyser, analyser=analyser.stamp, clock=lambda: NOW)
    report = await loader.load(patient=True)
    assert (report.added, report.waiting) == (1, 1)
    assert [source for source, _ in report.notes] == ["braga.txt"]
    report = await loader.load(patient=True)  # the same at two looks: it is whole
    assert (report.added, report.waiting) == (1, 0)


async def test_progress_counts_every_file_once(tmp_path: Path, database: Database) -> None:
    library = many(tmp_path / "library", 150)
    seen: list[Progress] = []
    analyser = Analyser()
    await load(library, database=database, analyse=analyser, analyser="1", clock=lambda: NOW, progress=seen.append)
    assert [each.done for each in seen] == list(range(1, 151))
    assert {each.total for each in seen} == {150}
    assert len({each.source for each in seen}) == 150


async def test_names_can_be_asked_for_while_a_long_load_goes_on(tmp_path: Path, database: Database) -> None:
    library = many(tmp_path / "library", 600)
    linked: list[int] = []

    def look(progress: Progress) -> None:
        if progress.done % 50 == 0:
            with reading(database.path) as lookups:
                sql = "SELECT COUNT(*) FROM occurrences WHERE name IS NOT NULL"
                linked.append(lookups.connection.execute(sql).fetchone()[0])

    await load(library, database=database, analyse=Analyser(), analyser="made 1", clock=lambda: NOW, progress=look)
    assert any(linked[:-1])


async def test_trouble_with_the_database_is_no_fault_of_the_files(tmp_path: Path, database: Database) -> None:
    library = many(tmp_path / "library", 200)
    await database.write(lambda c: c.execute("PRAGMA max_page_count = 1"))  # as if the disk were full
    with pytest.raises(StoreError, match="cannot be written"):
        await loaded(library, database)
    assert await rows(database, "SELECT source FROM files WHERE failure IS NOT NULL") == []


async def test_a_cancelled_load_saves_nothing_by_halves_and_the_next_one_completes_it(
    tmp_path: Path, database: Database
) -> None:
    library = many(tmp_path / "library", 400)
    started = asyncio.Event()
    analyser = Analyser(pause=0.02)
    task = asyncio.create_task(
        load(
            library,
            database=database,
            analyse=analyser,
            analyser=analyser.stamp,
            clock=lambda: NOW,
            progress=lambda _: started.set(),
        )
    )
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await database.write(lambda c: c.total_changes)  # a write under way is finished, not torn
    some = len(await sources(database))
    assert 0 < some < 400
    half = "SELECT source FROM documents WHERE id NOT IN (SELECT document FROM sentences)"
    assert await rows(database, half) == []
    report = await loaded(library, database)
    assert (report.added, report.unchanged) == (400 - some, some)
    assert await database.look(contents) == await uninterrupted(library, tmp_path)


async def uninterrupted(library: Path, folder: Path) -> set[tuple[object, ...]]:
    async with Database.open(folder / "straight.db") as straight:
        await loaded(library, straight)
        return await straight.look(contents)


async def test_a_load_killed_in_the_middle_is_completed_by_the_next(tmp_path: Path) -> None:
    library, path = many(tmp_path / "library", 400), tmp_path / "s.db"
    program = [sys.executable, ingest_world.__file__, str(library), str(path), "0.05"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    assert killed_at(program, environment, path, documents=100) == -signal.SIGKILL
    assert 100 <= stored(path) < 400
    async with Database.open(path) as database:
        report = await loaded(library, database)
        assert report.added + report.unchanged == 400
        assert not report.failed
        assert await database.look(contents) == await uninterrupted(library, tmp_path)


def killed_at(program: list[str], environment: dict[str, str], path: Path, *, documents: int) -> int:
    with subprocess.Popen(program, env=environment) as process:
        while process.poll() is None and stored(path) < documents:
            time.sleep(0.01)
        process.kill()
    return process.returncode


def stored(path: Path) -> int:
    try:
        with reading(path) as lookups:
            return int(lookups.connection.execute("SELECT COUNT(*) FROM documents").fetchone()[0])
    except (StoreError, sqlite3.OperationalError):
        return 0


STEPS = st.lists(st.tuples(st.integers(0, 7), st.sampled_from(("put", "edit", "remove"))), min_size=1, max_size=8)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_one_by_one_with_deletions_is_all_at_once(
    steps: list[tuple[int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    asyncio.run(one_by_one(steps, tmp_path_factory.mktemp("steps")))


async def one_by_one(steps: list[tuple[int, str]], folder: Path) -> None:
    library = a_library(folder / "library", anchor=PORTO)
    pool = many(folder / "pool", 8)
    async with Database.open(folder / "s.db") as database:
        for number, what in steps:
            name = f"report-{number:04}.txt"
            text = (pool / name).read_text() + ("Later Marta Reis came to the quay.\n" if what == "edit" else "")
            if what == "remove":
                (library / name).unlink(missing_ok=True)
            else:
                (library / name).write_text(text)
            await loaded(library, database)
        assert await database.look(contents) == await uninterrupted(library, folder)


def a_page(body: str) -> str:
    head = '---\npublisher: "The Quay"\n---\n\n'
    return f"{head}{body.partition('.')[0]} today\n\nThe Quay at your door\n\n{body}\n\nOur island partners"


async def texts(database: Database) -> list[str]:
    return [str(text) for (text,) in await rows(database, "SELECT text FROM documents ORDER BY source")]


async def test_lines_that_three_documents_of_a_publisher_repeat_are_furniture_while_there_are_three(
    tmp_path: Path, database: Database
) -> None:
    bodies = (
        "Ana Silva reopened the fish market of Olhao after a year of repairs to its roof and floor.",
        "Rui Costa lost the race for the head of the port union by three votes in the second round.",
        "Elena Vega photographed forty lighthouses in two winters and shows them in the old customs house.",
    )
    library = a_library(tmp_path / "library", a=a_page(bodies[0]), b=a_page(bodies[1]))
    await loaded(library, database)
    assert all("The Quay at your door" in text for text in await texts(database))

    a_library(library, c=a_page(bodies[2]))
    assert (await loaded(library, database)) == IngestReport(added=1, unchanged=2)
    for text, body in zip(await texts(database), bodies, strict=True):
        assert text == f"{body.partition('.')[0]} today\n\n{body}"
    removed = await rows(database, "SELECT DISTINCT line, text FROM removed WHERE reason LIKE 'repeated%' ORDER BY 1")
    assert removed == [(7, "The Quay at your door"), (11, "Our island partners")]
    before = await database.look(contents)
    assert before == await uninterrupted(library, tmp_path)
    assert await loaded(library, database) == IngestReport(unchanged=3)

    (library / "c.txt").unlink()
    await loaded(library, database)
    assert all("The Quay at your door" in text for text in await texts(database))


async def test_a_thousand_unchanged_files_take_less_than_a_second(tmp_path: Path, database: Database) -> None:
    library = many(tmp_path / "library", 1000)
    await loaded(library, database)
    started = time.perf_counter()
    assert await loaded(library, database) == IngestReport(unchanged=1000)
    assert time.perf_counter() - started < 1


async def test_links_are_made_again_after_a_crash_between_saving_and_linking(
    tmp_path: Path, database: Database
) -> None:
    library = a_library(tmp_path / "library", porto=PORTO)
    await loaded(library, database)
    await database.write(lambda c: c.execute("UPDATE occurrences SET name = NULL"))
    await database.write(documents.mark_unlinked)
    assert await loaded(library, database) == IngestReport(unchanged=1)
    assert await rows(database, "SELECT COUNT(*) FROM occurrences WHERE name IS NULL") == [(0,)]


async def test_no_text_of_a_briefing_reaches_the_log(
    tmp_path: Path, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    library = a_library(tmp_path / "library", porto=PORTO, bad="Quay\n\nThis cannot be analysed, says Rui Costa.")
    await loaded(library, database)
    assert "bad.txt was not loaded" in caplog.text
    assert "Silva" not in caplog.text
    assert "Costa" not in caplog.text
