"""Reprints through a real load: what they fold under, and that they make nothing better corroborated."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.analysis.stamp import analyser
from bot.analysis.worker import Worker
from bot.answers.brief import brief
from bot.ingest import Loader
from bot.store.database import Connection, Database

REPORT = """\
Tram derails in Orlec

A tram of the line 7 left the rails in Orlec on Tuesday morning and struck a bakery. Nine passengers were taken to the \
Saint Anna hospital, two of them with broken bones, said the fire chief, Petra Malik. The driver, who was not hurt, \
told the police that the brakes had not answered on the slope below the castle. The city of Orlec stopped all trams of \
that series, twenty-two cars, until the workshop has looked at each. The bakery, closed at that hour, lost its front \
and its oven. Mayor Jan Tichy said that the line would run again on Friday at the earliest. Buses take its place.
"""
ANOTHER = """\
Nine hurt as tram hits bakery

Petra Malik had been at her desk for a minute when the alarm came: a tram was standing in a shop. Nine people had to \
go to hospital in Orlec, where the tram of line 7 jumped the track below the castle. Jan Tichy, the mayor, promised \
buses and an inquiry; all twenty-two cars of the series stay in the depot.
"""
ELSEWHERE = """\
Beekeepers count their losses

Half of the bee colonies around Lipnik have not lived through the winter. The beekeepers' union blames mites and a wet \
autumn, its chairwoman Olga Rehak said on Monday. New swarms cost three times as much as last spring.
"""
SENTENCES = REPORT.partition("\n\n")[2].split(". ")
REPRINTS = {
    "cut": ". ".join(SENTENCES[:3]),
    "middle": ". ".join(SENTENCES[2:5]),
    "headline": REPORT.replace("Tram derails in Orlec", "Shock on the castle hill"),
    "edited": REPORT.replace("struck a bakery", "ran into a bakery").replace("with broken bones, ", ""),
    "reordered": ". ".join([*SENTENCES[3:5], *SENTENCES[:3], *SENTENCES[5:]]),
    "furnished": "The Lipnik Post | News | Sport\n\n"
    + ".\n\nShare this page\n\n".join(SENTENCES)
    + "\n\nAll rights reserved",
}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "data" / "s.db") as opened:
        yield opened


def reprints(connection: Connection) -> dict[str, str]:
    rows = connection.execute(
        "SELECT d.source, o.source FROM documents AS d JOIN documents AS o ON o.id = d.reprint_of"
    )
    return dict(rows.fetchall())


async def test_reprints_add_documents_and_no_origins(tmp_path: Path, database: Database) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for name, text in {"report": REPORT, "another": ANOTHER, "elsewhere": ELSEWHERE}.items():
        (library / f"{name}.txt").write_text(text)
    async with Worker() as worker:
        loader = Loader(
            library,
            database=database,
            analyse=worker.analyse,
            analyser=analyser(),
            clock=lambda: datetime(2025, 7, 1, tzinfo=UTC),
        )
        await loader.load()
        found = await database.read(lambda lookups: brief(lookups, "tram in Orlec"))
        assert (found.documents, found.origins) == (2, 2)

        for name, text in REPRINTS.items():
            (library / f"{name}.txt").write_text(text)
        await loader.load()
        found = await database.read(lambda lookups: brief(lookups, "tram in Orlec"))
        assert (found.documents, found.origins) == (2 + len(REPRINTS), 2)
        copied = await database.look(reprints)
        assert set(copied) | set(copied.values()) == {f"{name}.txt" for name in ("report", *REPRINTS)}
        assert len(set(copied.values())) == 1
