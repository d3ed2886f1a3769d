"""Dating undated documents by what the others tell: a library with dates taken away, and made pairs beside decoys.

python -m benchmarks.dating DATA [--misses]     DATA holds timelines/*/library, files with `published` in front matter
"""

import argparse
import asyncio
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

import yaml

from bot.analysis.dates import timexes
from bot.analysis.stamp import analyser
from bot.analysis.worker import Worker
from bot.ingest import Loader
from bot.store.database import Database

PAIRS = tuple(sorted(Path(__file__).resolve().parent.glob("dating_*.yaml")))
PRECISION, RECALL = 0.95, 0.8
EVERY = 3
LATER = timedelta(2)  # a text is published on the day of its event or soon after
YEARS = timedelta(371)  # to another year, on the same weekday

_PUBLISHED = re.compile(r"^published:[^\n]*\n", re.MULTILINE)
_DAY = re.compile(r'^published:\s*"?(\d{4}-\d\d-\d\d)', re.MULTILINE)

Dates = Mapping[str, tuple[date | None, str]]  # source -> its first day and how that was found


class Case(TypedDict):
    """`undated` and `dated` tell one happening, of the day `day`; `decoy` shares names with it, not the event."""

    day: date
    published: NotRequired[date]
    undated: str
    dated: str
    decoy: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Documents dated rightly, wrongly and left open, by their sources."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def precision(self) -> float:
        return len(self.right) / ((len(self.right) + len(self.wrong)) or 1) if self.right else float(not self.wrong)

    @property
    def recall(self) -> float:
        return len(self.right) / (len(self.right) + len(self.wrong) + len(self.left) or 1)


async def dates_of(texts: Mapping[str, str], worker: Worker) -> Dates:
    """Loads the texts as a library of their own."""
    with tempfile.TemporaryDirectory() as folder:
        library, store = Path(folder) / "library", Path(folder) / "dating.db"
        library.mkdir()
        for source, text in texts.items():
            (library / source).write_text(text, encoding="utf-8")
        async with Database.open(store) as database:
            loader = Loader(
                library,
                database=database,
                analyse=worker.analyse,
                analyser=analyser(),
                clock=lambda: datetime(2026, 1, 1, tzinfo=UTC),
            )
            await loader.load()
            return await database.look(_dates)


def _dates(connection: sqlite3.Connection) -> Dates:
    rows = connection.execute("SELECT source, first, basis FROM documents")
    return {source: (date.fromisoformat(first) if first else None, basis) for source, first, basis in rows}


def tally(found: Dates, days: Mapping[str, date], *, before: timedelta = timedelta(0)) -> Tally:
    """Right is the day itself, or an event's day not more than `before` earlier."""
    kinds: dict[Literal["right", "wrong", "left"], list[str]] = {"right": [], "wrong": [], "left": []}
    for source, day in sorted(days.items()):
        first, _ = found[source]
        kind = "left" if first is None else "right" if day - before <= first <= day else "wrong"
        kinds[kind].append(source)
    return Tally(tuple(kinds["right"]), tuple(kinds["wrong"]), tuple(kinds["left"]))


def without_published(text: str) -> str:
    return _PUBLISHED.sub("", text, count=1)


def without_date_lines(text: str) -> str:
    """Also without the lines that are nothing but a date."""
    return "\n".join(line for line in without_published(text).splitlines() if not _is_date(line))


def _is_date(line: str) -> bool:
    found = timexes(line.strip(), published=None)
    return len(found) == 1 and found[0].at.of(line.strip()) == line.strip().rstrip(".")


def library_texts(library: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(library.iterdir()) if path.is_file()}


async def of_library(texts: Mapping[str, str], worker: Worker) -> dict[str, tuple[Tally, Dates]]:
    """Every third document without its date: as it is, and with its date lines gone as well."""
    chosen = [source for source in sorted(texts) if _DAY.search(texts[source])][::EVERY]
    days = {source: date.fromisoformat(_day(texts[source])) for source in chosen}
    out: dict[str, tuple[Tally, Dates]] = {}
    for name, taken in (("front matter gone", without_published), ("date lines gone too", without_date_lines)):
        found = await dates_of({**texts, **{source: taken(texts[source]) for source in chosen}}, worker)
        out[name] = tally(found, days, before=LATER), found
    return out


def _day(text: str) -> str:
    found = _DAY.search(text)
    assert found
    return found[1]


async def of_pairs(cases: Sequence[Case], worker: Worker) -> dict[str, tuple[Tally, Dates]]:
    """Each pair alone, all in one library; and the decoys dated, which must date no undated text."""
    days = {f"{i:02}-undated.txt": case["day"] for i, case in enumerate(cases)}
    alone: dict[str, tuple[date | None, str]] = {}
    lured: dict[str, tuple[date | None, str]] = {}
    together: dict[str, str] = {}
    for i, case in enumerate(cases):
        texts = _texts(i, case)
        alone |= await dates_of(texts, worker)
        lured |= await dates_of(_lures(i, case), worker)
        together |= texts
    all_of_them = await dates_of(together, worker)
    return {
        "pairs, each alone": (tally(alone, days), alone),
        "pairs, all together": (tally(all_of_them, days), all_of_them),
        "dated decoys alone": (tally(lured, days), lured),
    }


def _texts(number: int, case: Case) -> dict[str, str]:
    return {
        f"{number:02}-undated.txt": case["undated"],
        f"{number:02}-dated.txt": _dated(case["dated"], case.get("published")),
        f"{number:02}-decoy.txt": case["decoy"],
    }


def _lures(number: int, case: Case) -> dict[str, str]:
    """The undated text and the decoy, which now has a date: the same weekday of another year."""
    return {
        f"{number:02}-undated.txt": case["undated"],
        f"{number:02}-decoy.txt": _dated(case["decoy"], case["day"] - YEARS),
    }


def _dated(text: str, published: date | None) -> str:
    return f"---\npublished: {published}\n---\n\n{text}" if published else text


def _row(name: str, one: Tally) -> str:
    return (
        f"{name:28}{len(one.right):7}{len(one.wrong):7}{len(one.left):7}"
        f"{100 * one.precision:11.1f}{100 * one.recall:8.1f}"
    )


def _misses(sources: Iterable[str], found: Dates) -> str:
    return "\n".join(f"    {source}: {found[source][0]} ({found[source][1]})" for source in sources)


async def measured(data: Path, *, misses: bool) -> bool:
    libraries = {folder.parent.name: library_texts(folder) for folder in sorted((data / "timelines").glob("*/library"))}
    rows: dict[str, tuple[Tally, Dates]] = {}
    async with Worker() as worker:
        for name, texts in libraries.items():
            rows |= {f"{name}, {taken}": row for taken, row in (await of_library(texts, worker)).items()}
        pairs = {path.stem: await of_pairs(yaml.safe_load(path.read_text("utf-8")), worker) for path in PAIRS}
    print(f"{'':28}{'right':>7}{'wrong':>7}{'open':>7}{'precision':>11}{'recall':>8}")
    _print(rows, misses=misses)
    held = all(one.precision >= PRECISION for one, _ in rows.values())
    for name, found in pairs.items():
        print(name)
        _print(found, misses=misses)
        held &= _pairs_hold(found)
    return held


def _print(rows: Mapping[str, tuple[Tally, Dates]], *, misses: bool) -> None:
    for name, (one, found) in rows.items():
        print(_row(name, one))
        if misses:
            print(_misses((*one.wrong, *one.left), found))


def _pairs_hold(pairs: Mapping[str, tuple[Tally, Dates]]) -> bool:
    *told, (lured, _) = pairs.values()
    decoys = {source for _, found in told for source in found if _by_twin(found, source) and "decoy" in source}
    dated_by_decoys = len(lured.right) + len(lured.wrong)
    print(f"decoys dated by a twin: {len(decoys)} {' '.join(sorted(decoys))}".rstrip())
    print(f"undated texts dated by a decoy: {dated_by_decoys}")
    return not decoys and not dated_by_decoys and all(one.recall >= RECALL and not one.wrong for one, _ in told)


def _by_twin(found: Dates, source: str) -> bool:
    return found[source][1] == "twin document"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    held = asyncio.run(measured(options.data, misses=options.misses))
    print(f"precision {PRECISION}, recall {RECALL}, no decoy: {'held' if held else 'missed'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
