"""How well /differ tells disagreements from mere differences: labelled cases, and a set without any.

python benchmarks/differ.py [--cases FILE ...] [--misses] [--only none]

Each file of cases says when it was written: before, beside or after the rules.
"""

import argparse
import asyncio
import tempfile
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import yaml

from bot.analysis.stamp import analyser
from bot.analysis.worker import Worker
from bot.answers.answer import Contradiction, Differ
from bot.answers.comparing import accounts, contradictions
from bot.answers.desk import Answers
from bot.ingest import Loader
from bot.linking.differences import differences
from bot.store.database import Database
from bot.store.lookups import Lookups

HERE = Path(__file__).resolve().parent
LEARNED = "cases blind later second third fourth fifth sixth seventh".split()
"""The weights are learned from these."""
KEPT_ASIDE = "aside fresh apart".split()
"""Nobody who writes rules reads these."""
SETS = tuple(HERE / f"differ_{name}.yaml" for name in (*LEARNED, *KEPT_ASIDE))
CONSISTENT = 50


@dataclass(frozen=True, slots=True)
class Briefing:
    text: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Case:
    """`differ`: the kind of difference that must be shown, or "none"."""

    about: str
    differ: str
    documents: tuple[Briefing, ...]


def cases(path: Path) -> list[Case]:
    rows = yaml.safe_load(path.read_text(encoding="utf8"))
    return [
        Case(
            row["about"],
            row["differ"],
            tuple(Briefing(each["text"], each.get("published")) for each in row["documents"]),
        )
        for row in rows
    ]


def consistent() -> list[Briefing]:
    """One happening told by many, each in other words, with other hedges and other details, and never at odds."""
    openings = [
        "The freighter Adela caught fire off Cape Noss on 8 April 2024, and 12 sailors were rescued.",
        "Twelve sailors were rescued when the freighter Adela caught fire off Cape Noss in April 2024.",
        "About a dozen sailors were rescued from the freighter Adela after a fire off Cape Noss.",
        "Rescuers brought at least 10 sailors ashore when the freighter Adela caught fire off Cape Noss on Monday.",
        "A fire on the freighter Adela off Cape Noss on 8 April ended with 12 sailors rescued and none hurt.",
    ]
    details = [
        "The fire burned for nine days, and two tugs stood by.",
        "Captain Ruth Amsel was the last to leave. No one was killed.",
        "The Adela, 190 metres long, carried some 3,000 cars; 2,960 cars were lost.",
        "Its owner Northline did not comment. The coast guard sent 4 helicopters.",
        "Northline has not signed the salvage contract yet; it is expected to sign the salvage contract in May.",
        "Cars worth more than $40 million were lost, and the salvage will cost about $45 million.",
        "There were no casualties. The mayor of Noss, Ole Rand, thanked the rescuers.",
        "Ten years ago, in 2014, a fire on the ferry Maren killed 31 people off Cape Noss.",
        "The Adela was built in 1999. It was sold to Northline in 2011.",
        "Northline shares fell 3 percent on Monday; they had lost 20 percent since January.",
    ]
    return [
        Briefing(f"Fire at sea, report {number}\n{opening} {detail}", date(2024, 4, 9 + number % 3))
        for number, (opening, detail) in enumerate((o, d) for d in details for o in openings)
    ][:CONSISTENT]


async def told(case: Case, folder: Path, worker: Worker) -> Differ:
    async with loaded(case, folder, worker) as database:
        return await Answers(database).differ(case.about)


def every_difference(lookups: Lookups) -> tuple[int, tuple[Contradiction, ...]]:
    """How many documents there are, and what differs between any two of them: /differ compares those most about it."""
    texts = accounts(lookups, lookups.every(CONSISTENT))
    return len(texts), contradictions(lookups, differences(texts, lambda _a, _b: True, most=CONSISTENT**2))[0]


@asynccontextmanager
async def loaded(case: Case, folder: Path, worker: Worker) -> AsyncGenerator[Database]:
    library = folder / "library"
    library.mkdir(parents=True)
    for number, briefing in enumerate(case.documents):
        head = f"---\npublished: {briefing.published}\n---\n\n" if briefing.published else ""
        (library / f"{number}.txt").write_text(head + briefing.text + "\n", encoding="utf8")
    async with Database.open(folder / "store.db") as database:
        loader = Loader(
            library, database=database, analyse=worker.analyse, analyser=analyser(), clock=lambda: datetime.now(UTC)
        )
        await loader.load()
        yield database


@dataclass(slots=True)
class Score:
    """Over a file of cases: differences shown and rightly so, cases whose difference was found, traps left alone."""

    shown: int = 0
    right: int = 0
    found: int = 0
    wanted: int = 0
    quiet: int = 0
    traps: int = 0

    def note(self, case: Case, kinds: Sequence[str]) -> None:
        self.right += sum(kind == case.differ for kind in kinds)
        self.found += case.differ in kinds
        self.shown += len(kinds)
        self.wanted += case.differ != "none"
        self.traps += case.differ == "none"
        self.quiet += case.differ == "none" and not kinds

    def __str__(self) -> str:
        return (
            f"{self.wanted} with a difference, {self.traps} traps: precision {self.right / max(1, self.shown):.2f}"
            f"   recall {self.found / max(1, self.wanted):.2f}   traps left alone {self.quiet}/{self.traps}"
        )


async def measured(files: Sequence[Path], *, only: str | None, misses: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with Worker() as worker:
            total = Score()
            for path in files:
                score = Score()
                for number, case in enumerate(each for each in cases(path) if only in (None, each.differ)):
                    answer = await told(case, Path(folder) / path.stem / str(number), worker)
                    kinds = [each.kind for each in answer.differences]
                    score.note(case, kinds)
                    total.note(case, kinds)
                    if misses and (set(kinds) or {"none"}) != {case.differ}:
                        print(f"{case.about}: wanted {case.differ}, shown {[e.what for e in answer.differences]}")
                        print(*(f"    {briefing.text!r}" for briefing in case.documents), sep="\n")
                print(f"{path.name}: {score}")
            print(f"all files: {total}")
            case = Case("Adela", "none", tuple(consistent()))
            async with loaded(case, Path(folder) / "same", worker) as database:
                documents, flags = await database.read(every_difference)
    print(f"consistent set: {len(flags)} flags in {documents} documents")
    for each in flags if misses else ():
        print(f"    {each.what}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, nargs="+", default=SETS)
    parser.add_argument("--misses", action="store_true", help="show what was missed or wrongly flagged")
    parser.add_argument("--only", help="cases of this kind alone")
    options = parser.parse_args()
    asyncio.run(measured(options.cases, only=options.only, misses=options.misses))


if __name__ == "__main__":
    main()
