"""Which documents tell one story, in large and small libraries, and which reprints are found, however changed.

    python -m benchmarks.stories DATA [--copies 30]

DATA holds stories/library/*.txt and stories/gold.jsonl: {doc, topic, story, made, reprint_of, like}. Reprints are made
from the library's own texts, of each text one; a false link is one between texts that nothing says are alike.
"""

import argparse
import asyncio
import json
import random
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reprints import KINDS, made
from bot.app.opening import opened
from bot.config import Config
from bot.ingest.links import named, told
from bot.linking.library import parts
from bot.linking.stories import stories
from bot.linking.told import Named, Told
from bot.store.database import Connection

SIZES = (2, 4, 8, 20, 60)


@dataclass(frozen=True, slots=True)
class Gold:
    doc: str
    topic: str
    story: str
    made: str | None
    like: tuple[str, ...]  # what it copies, and near-duplicates by nature


@dataclass(frozen=True, slots=True)
class Loaded:
    told: list[Told]
    named: list[Named]
    story: dict[str, int]
    reprint_of: dict[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--copies", type=int, default=30)
    options = parser.parse_args()
    folder = options.data / "stories"
    gold = read_gold(folder / "gold.jsonl")
    with tempfile.TemporaryDirectory() as scratch:
        loaded = asyncio.run(load(folder / "library", Path(scratch) / "plain.db"))
        print_stories(gold, loaded)
        library = Path(scratch) / "library"
        shutil.copytree(folder / "library", library)
        copies = write_copies(library, gold, each=options.copies)
        print_reprints(gold, copies, asyncio.run(load(library, Path(scratch) / "copies.db")))


def read_gold(path: Path) -> dict[str, Gold]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    return {
        row["doc"]: Gold(
            row["doc"],
            row["topic"],
            row["story"],
            row["made"],
            (*row["like"], *([row["reprint_of"]] if row["reprint_of"] else [])),
        )
        for row in rows
    }


async def load(library: Path, database: Path) -> Loaded:
    async with opened(Config(library=library, database=database)) as ours:
        await ours.load()
        return await ours.database.look(_loaded)


def _loaded(connection: Connection) -> Loaded:
    tellers = told(connection)
    source = {one.document: one.source for one in tellers}
    rows = connection.execute("SELECT id, story, reprint_of FROM documents").fetchall()
    return Loaded(
        tellers,
        named(connection),
        {source[id_]: story for id_, story, _ in rows},
        {source[id_]: source[copied] for id_, _, copied in rows if copied is not None},
    )


def print_stories(gold: Mapping[str, Gold], loaded: Loaded) -> None:
    plain = [doc for doc, row in gold.items() if row.made is None and doc in loaded.story]
    truth = {doc: gold[doc].story for doc in plain}
    print(f"{'stories':<34}{'P':>7}{'R':>7}{'B3 F1':>7}")
    print_row(f"{len(plain)} documents", [(truth, {doc: loaded.story[doc] for doc in plain})])
    chance = random.Random(1)
    by_document: dict[int, list[Named]] = defaultdict(list)
    for name in loaded.named:
        by_document[name.document].append(name)
    ours = [one for one in loaded.told if one.source in truth]
    for size in SIZES:
        tried: list[tuple[dict[str, str], dict[str, int]]] = []
        for _ in range(100 if size < 50 else 30):
            few = small_library(ours, gold, size=size, chance=chance)
            links = stories(few, [name for one in few for name in by_document[one.document]], [], {})
            source = {one.document: one.source for one in few}
            tried.append(
                ({one.source: truth[one.source] for one in few}, {source[at.document]: at.story for at in links})
            )
        print_row(f"{size} documents, half look-alikes", tried)


def small_library(ours: Sequence[Told], gold: Mapping[str, Gold], *, size: int, chance: random.Random) -> list[Told]:
    """Half of it tells the two look-alike stories of one topic."""
    topic = chance.choice(sorted({gold[one.source].topic for one in ours}))
    inside = [one for one in ours if gold[one.source].topic == topic]
    outside = [one for one in ours if gold[one.source].topic != topic]
    alike = chance.sample(inside, min(len(inside), size if size <= 4 else size // 2))
    return [*alike, *chance.sample(outside, size - len(alike))]


def print_row(title: str, tried: Iterable[tuple[Mapping[str, str], Mapping[str, int]]]) -> None:
    """B-cubed over all documents of all libraries."""
    precision = recall = count = 0.0
    for truth, found in tried:
        right: dict[str, set[str]] = defaultdict(set)
        ours: dict[int, set[str]] = defaultdict(set)
        for doc, story in truth.items():
            right[story].add(doc)
            ours[found[doc]].add(doc)
        for doc, story in truth.items():
            both = len(right[story] & ours[found[doc]])
            precision += both / len(ours[found[doc]])
            recall += both / len(right[story])
            count += 1
    p, r = 100 * precision / count, 100 * recall / count
    print(f"  {title:<32}{p:7.1f}{r:7.1f}{2 * p * r / (p + r):7.1f}")


def write_copies(library: Path, gold: Mapping[str, Gold], *, each: int) -> dict[str, tuple[str, str]]:
    """{copy: (its original, how it was made)}: no text serves twice, and none that has near-duplicates already."""
    busy = {other for row in gold.values() for other in (*row.like, *([row.doc] if row.like else []))}
    texts = {doc: (library / doc).read_text(encoding="utf8") for doc, row in gold.items() if row.made is None}
    fit = sorted(doc for doc, text in texts.items() if doc not in busy and len(text.split()) >= 150)
    random.Random(2).shuffle(fit)
    copies: dict[str, tuple[str, str]] = {}
    for kind in KINDS:
        for doc in [fit.pop() for _ in range(min(each, len(fit)))]:
            name = f"copy-{kind.replace(' ', '-').replace(',', '')}-{doc}"
            (library / name).write_text(made(texts[doc], kind), encoding="utf8")
            copies[name] = (doc, kind)
    return copies


def print_reprints(gold: Mapping[str, Gold], copies: Mapping[str, tuple[str, str]], loaded: Loaded) -> None:
    pairs = [(copy, original) for copy, (original, _) in copies.items()]
    pairs += [(row.doc, other) for row in gold.values() for other in row.like]
    alike = connected(pairs)
    found = connected(loaded.reprint_of.items())
    print(f"\n{'reprints':<34}{'made':>7}{'found':>7}")
    for kind in KINDS:
        ours = [(copy, original) for copy, (original, made_so) in copies.items() if made_so == kind]
        hits = sum(copy in found and found[copy] == found.get(original) for copy, original in ours)
        print(f"  {kind:<32}{len(ours):7}{hits:7}")
    false = [
        (copy, original)
        for copy, original in loaded.reprint_of.items()
        if copy not in alike or alike[copy] != alike.get(original)
    ]
    print(f"  {'links':<32}{len(loaded.reprint_of):7}, false {len(false)}")
    for copy, original in false:
        print(f"    {copy} copies {original}?")


def connected(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The number of each one's group."""
    linked = list(pairs)
    place = {each: number for number, each in enumerate(sorted({each for pair in linked for each in pair}))}
    every = list(place)
    groups = parts(len(place), [(place[a], place[b]) for a, b in linked])
    return {every[position]: number for number, group in enumerate(groups) for position in group}


if __name__ == "__main__":
    main()
