"""Whatever the order in which an undated text, its twin and a decoy come and go: the dates are those of the library."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

from bot.analysis.stamp import analyser
from bot.analysis.worker import Worker
from bot.ingest import Loader
from bot.store.database import Connection, Database

TEXTS = {
    "undated": (
        "Nurses at the clinic of Sankt Veit ended their walkout on Thursday. Lena Hofer of the Care Union and director "
        "Max Brandl agreed on thirty new posts. Patients from Ulm had been taken to other towns.\n"
    ),
    "twin": (
        "---\npublished: 2024-05-17\n---\n\nThe walkout of the nurses is over: Lena Hofer of the Care Union signed on "
        "Thursday, and the clinic of Sankt Veit gets thirty new posts. Director Max Brandl brings the patients back "
        "from other towns.\n"
    ),
    "decoy": (
        "---\npublished: 2023-02-10\n---\n\nLena Hofer of the Care Union and director Max Brandl opened a garden at "
        "the clinic of Sankt Veit on Thursday. A brass band played.\n"
    ),
}
KNOWN = ("2024-05-16", "twin document")
OPEN = (None, "none")


def _date(connection: Connection) -> tuple[str | None, str]:
    (row,) = connection.execute("SELECT first, basis FROM documents WHERE source = 'undated.txt'")
    return row[0], row[1]


def _story_days(connection: Connection) -> set[str | None]:
    sql = "SELECT e.first FROM events AS e JOIN documents AS d ON d.id = e.document WHERE d.source = 'undated.txt'"
    return {first for (first,) in connection.execute(sql)}


@asynccontextmanager
async def opened(folder: Path, worker: Worker) -> AsyncGenerator[tuple[Path, Database, Loader]]:
    """An empty library and what loads it."""
    library = folder / "library"
    library.mkdir(parents=True)
    async with Database.open(folder / "s.db") as database:
        loader = Loader(
            library,
            database=database,
            analyse=worker.analyse,
            analyser=analyser(),
            clock=lambda: datetime(2025, 7, 1, tzinfo=UTC),
        )
        yield library, database, loader


async def comes_and_goes(folder: Path, order: tuple[str, ...], worker: Worker) -> None:
    async with opened(folder, worker) as (library, database, loader):
        there = set[str]()
        for name in order:
            (library / f"{name}.txt").write_text(TEXTS[name])
            there.add(name)
            await loader.load()
            if "undated" in there:
                assert await database.look(_date) == (KNOWN if "twin" in there else OPEN), order
        assert "2024-05-16" in await database.look(_story_days)
        (library / "twin.txt").unlink()
        await loader.load()
        assert await database.look(_date) == OPEN, order
        assert await database.look(_story_days) == {None}
        (library / "twin.txt").write_text(TEXTS["twin"])
        await loader.load()
        assert await database.look(_date) == KNOWN, order


async def test_one_by_one_in_any_order(tmp_path: Path) -> None:
    async with Worker() as worker:
        for order in permutations(TEXTS):
            await comes_and_goes(tmp_path / "-".join(order), order, worker)


async def test_a_twin_that_gets_another_date_moves_what_it_dated(tmp_path: Path) -> None:
    async with Worker() as worker, opened(tmp_path, worker) as (library, database, loader):
        for name, text in TEXTS.items():
            (library / f"{name}.txt").write_text(text)
        await loader.load()
        assert await database.look(_date) == KNOWN
        (library / "twin.txt").write_text(TEXTS["twin"].replace("2024-05-17", "2024-05-24"))
        await loader.load()
        assert await database.look(_date) == ("2024-05-23", "twin document")
