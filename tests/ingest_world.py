"""A library on disk and an analyser without spaCy; also a program: `python ingest_world.py LIBRARY DATABASE PAUSE`."""

import asyncio
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.ingest import load
from bot.model import Analysis, Document, IngestReport, Occurrence, Sentence, Span
from bot.store import export
from bot.store.database import Connection, Database

NOW = datetime(2025, 7, 1, 12, tzinfo=UTC)
PEOPLE = ("Ana Silva", "Rui Costa", "Elena Vega", "Joao Prado", "Marta Reis")


class Analyser:
    """Two capitalised words are a person. Remembers what it was asked; fails on texts that say so."""

    def __init__(self, *, stamp: str = "made 1", pause: float = 0.0) -> None:
        self.stamp = stamp
        self.pause = pause
        self.asked: list[str] = []

    async def __call__(self, documents: Sequence[Document]) -> list[Analysis | str]:
        await asyncio.sleep(self.pause)
        self.asked += [document.source for document in documents]
        return [self._analysed(document) for document in documents]

    def _analysed(self, document: Document) -> Analysis | str:
        if "cannot be analysed" in document.text:
            return "It was too much for the analyser."
        people = [
            Occurrence("PERSON", found.group(), found.group(), Span(*found.span()), 0)
            for found in re.finditer(r"[A-Z][a-z]+ [A-Z][a-z]+", document.text)
        ]
        if "cannot be stored" in document.text:
            people += people
        whole = Sentence(Span(0, len(document.text)), "prose")
        return Analysis(document, (whole,), tuple(people), (), (), (), (), (0,), self.stamp)


def a_library(folder: Path, **texts: str) -> Path:
    """Files by their stem: `porto="..."` is porto.txt."""
    folder.mkdir(exist_ok=True)
    for stem, text in texts.items():
        (folder / f"{stem}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def many(folder: Path, count: int) -> Path:
    """Texts that differ, with a few names that run through them."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        one, other = PEOPLE[number % 5], PEOPLE[(number // 5 + 1) % 5]
        text = f"Harbour report number {number}\n\nThe pilot {one} told {other} that {number} boats left the quay.\n"
        (folder / f"report-{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


async def loaded(library: Path, database: Database, analyser: Analyser | None = None) -> IngestReport:
    analyse = analyser or Analyser()
    return await load(library, database=database, analyse=analyse, analyser=analyse.stamp, clock=lambda: NOW)


def contents(connection: Connection) -> set[tuple[object, ...]]:
    """Everything exported, with sources and names instead of ids."""
    rows = list(export.rows(connection))
    source = {row["id"]: row["source"] for row in rows if row["type"] == "document"}
    name = {row["id"]: (row["name"], row["kind"], str(row["aliases"])) for row in rows if row["type"] == "name"}
    found: set[tuple[object, ...]] = set()
    for row in rows:
        match row["type"]:
            case "document":
                found.add((row["source"], row["title"], row["text"], source.get(row["reprint_of"])))
            case "occurrence":
                found.add((source[row["document"]], row["start"], row["end"], name.get(row["person"])))
            case "name":
                found.add(name[row["id"]])
            case _:
                found.add((row["type"], source[row["document"]], row["start"], row["first"]))
    return found


async def main(library: str, database: str, pause: str) -> None:
    async with Database.open(Path(database)) as opened:
        await loaded(Path(library), opened, Analyser(pause=float(pause)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
