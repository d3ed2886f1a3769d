"""Undated documents and their twins, with the real analyser: dated, undone, dated again."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.analysis.stamp import analyser
from bot.analysis.worker import Worker
from bot.ingest import Loader
from bot.store.database import Connection, Database

UNDATED = """\
Lisbon and Rabat agree on a ferry line

Portuguese transport minister Ana Prado and her Moroccan counterpart Karim Haddad signed an agreement in Faro on \
Tuesday for a ferry line to Tangier. Prado said the first ship would sail before the summer. Haddad spoke of a bridge \
of water between Portugal and Morocco.
"""
DATED = """\
The ferry agreement explained

Transport ministers Ana Prado and Karim Haddad signed the ferry agreement in Faro on March 11, 2025. The line to \
Tangier was first proposed in 2019. Portugal and Morocco each pay half of the two terminals, and Prado expects the \
first ship before the summer.
"""
DECOY = """\
A museum for steam

Transport ministers Ana Prado and Karim Haddad opened a rail museum in Porto on September 3, 2024. Children rode on a \
steam engine, and a band played until the evening.
"""


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "data" / "s.db") as opened:
        yield opened


def dates(connection: Connection) -> dict[str, tuple[str | None, str, str | None]]:
    """(first day, basis, twin's source) by source."""
    rows = connection.execute(
        "SELECT d.source, d.first, d.basis, t.source FROM documents AS d LEFT JOIN documents AS t ON t.id = d.twin"
    )
    return {source: (first, basis, twin) for source, first, basis, twin in rows}


def weekday(connection: Connection) -> str:
    sql = "SELECT value FROM timexes JOIN documents ON id = document WHERE source = 'undated.txt' AND type = 'DATE'"
    return str(connection.execute(sql).fetchone()[0])


async def test_a_twin_dates_an_undated_text_for_as_long_as_it_is_there(tmp_path: Path, database: Database) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "undated.txt").write_text(UNDATED)
    (library / "decoy.txt").write_text(DECOY)
    async with Worker() as worker:
        loader = Loader(
            library,
            database=database,
            analyse=worker.analyse,
            analyser=analyser(),
            clock=lambda: datetime(2025, 7, 1, tzinfo=UTC),
        )
        await loader.load()
        assert (await database.look(dates))["undated.txt"] == (None, "none", None)

        (library / "twin.txt").write_text(DATED)
        await loader.load()
        assert (await database.look(dates))["undated.txt"] == ("2025-03-11", "twin document", "twin.txt")
        assert date.fromisoformat(await database.look(weekday)) == date(2025, 3, 11)
        assert (await loader.load()).unchanged == 3

        (library / "twin.txt").unlink()
        await loader.load()
        assert (await database.look(dates))["undated.txt"] == (None, "none", None)
        assert (await database.look(weekday)).startswith("XXXX-WXX-2")
