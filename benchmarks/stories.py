"""Which documents tell one story, in large and small libraries, and which reprints are found, however changed.

    python -m benchmarks.stories DATA [--copies 18]

DATA holds stories/library/*.txt and stories/gold.jsonl: {doc, topic, story, made, reprint_of, like}. Reprints are made
from the library's own texts, of each text one; a false link is one between texts that nothing says are alike. Half of
the texts (A) may be looked into when rules are made, the others (B) show what the rules are worth.
"""

import argparse
import asyncio
import json
import random
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from zlib import crc32

from benchmarks.lookalikes import citing, forms, merged, quoting, spliced
from benchmarks.reprints import KINDS, made
from bot.app.opening import opened
from bot.config import Config
from bot.ingest.links import named, told
from bot.linking.library import parts
from bot.linking.stories import stories
from bot.linking.told import Named, Told
from bot.store.database import Connection

SIZES = (2, 4, 8, 20, 60)
LONG = 150  # words of a text of which copies are made
TRIPLE = 3
PUT_TOGETHER: dict[str, Callable[[str, str], str]] = {
    "one after the other": merged,
    "sentences in turn": spliced,
    "quotes of another": quoting,
    "one press release in both": citing,
}


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
    parser.add_argument("--copies", type=int, default=18)
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
        shutil.rmtree(library)
        shutil.copytree(folder / "library", library)
        made = write_lookalikes(library, gold)
        print_lookalikes(made, asyncio.run(load(library, Path(scratch) / "lookalikes.db")))


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
    texts = fit_texts(library, gold)
    fit = sorted(texts)
    random.Random(2).shuffle(fit)
    copies: dict[str, tuple[str, str]] = {}
    for kind in KINDS:
        for doc in [fit.pop() for _ in range(min(each, len(fit)))]:
            name = f"copy-{kind.replace(' ', '-').replace(',', '')}-{doc}"
            (library / name).write_text(made(texts[doc], kind), encoding="utf8")
            copies[name] = (doc, kind)
    return copies


def fit_texts(library: Path, gold: Mapping[str, Gold]) -> dict[str, str]:
    busy = {other for row in gold.values() for other in (*row.like, *([row.doc] if row.like else []))}
    texts = {doc: (library / doc).read_text(encoding="utf8") for doc, row in gold.items() if row.made is None}
    return {doc: text for doc, text in texts.items() if doc not in busy and len(text.split()) >= LONG}


def half(doc: str) -> str:
    return "AB"[crc32(doc.rpartition("-")[2].encode()) % 2]


def write_lookalikes(library: Path, gold: Mapping[str, Gold]) -> dict[str, list[tuple[str, ...]]]:
    """By kind, what was put together from which two texts; those a kind has none of are texts of their own."""
    pairs = iter(story_pairs(fit_texts(library, gold), gold))
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for kind, make in PUT_TOGETHER.items():
        for (one, first), (other, second), (third, release) in islice(pairs, 20):
            if kind == "quotes of another":
                (library / one).write_text(make(first, second), encoding="utf8")
                found[kind].append((one, other))
            elif kind == "one press release in both":
                for doc, text in ((one, first), (other, second)):
                    (library / doc).write_text(citing(text, release), encoding="utf8")
                (library / third).unlink()
                found[kind].append((one, other))
            else:
                name = f"two-{kind.replace(' ', '-')}-{one}"
                (library / name).write_text(make(first, second), encoding="utf8")
                found[kind].append((name, one, other))
    for name, text in forms(each=12).items():
        (library / name).write_text(text, encoding="utf8")
        found["forms"].append((name,))
    return found


def story_pairs(texts: Mapping[str, str], gold: Mapping[str, Gold]) -> Iterator[tuple[tuple[str, str], ...]]:
    """Triples of texts that tell one story, no text in two of them."""
    stories: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(texts):
        stories[gold[doc].story].append(doc)
    groups = sorted(stories.values())
    random.Random(4).shuffle(groups)
    while groups := [group for group in groups if len(group) >= TRIPLE]:
        for group in groups:
            yield tuple((doc, texts[doc]) for doc in (group.pop(), group.pop(), group.pop()))


def print_reprints(gold: Mapping[str, Gold], copies: Mapping[str, tuple[str, str]], loaded: Loaded) -> None:
    pairs = [(copy, original) for copy, (original, _) in copies.items()]
    pairs += [(row.doc, other) for row in gold.values() for other in row.like]
    alike = connected(pairs)
    found = connected(loaded.reprint_of.items())
    print(f"\n{'reprints':<34}{'made A':>8}{'found':>7}{'made B':>8}{'found':>7}")
    for kind in KINDS:
        cells = ""
        for which in "AB":
            ours = [(copy, of) for copy, (of, made_so) in copies.items() if made_so == kind and half(of) == which]
            hits = sum(copy in found and found[copy] == found.get(original) for copy, original in ours)
            cells += f"{len(ours):8}{hits:7}"
        print(f"  {kind:<32}{cells}")
    false = [
        (copy, original)
        for copy, original in loaded.reprint_of.items()
        if copy not in alike or alike[copy] != alike.get(original)
    ]
    print(f"  {'links':<32}{len(loaded.reprint_of):7}, false {len(false)}")
    for copy, original in false:
        print(f"    {copy} copies {original}?")


def print_lookalikes(put_together: Mapping[str, Sequence[tuple[str, ...]]], loaded: Loaded) -> None:
    """What is put together from two texts adds no origin to theirs, and what only quotes another is one."""
    root = {doc: loaded.reprint_of.get(doc, doc) for doc in loaded.story}
    print(f"\n{'look-alikes, origins':<34}{'wanted':>8}{'found':>7}{'right':>7}{'of':>5}")
    for kind, made_so in put_together.items():
        groups = [[name for (name,) in made_so]] if kind == "forms" else made_so
        wanted = [len(names) if kind == "forms" else 2 for names in groups]
        found = [len({root[name] for name in names}) for names in groups]
        right = sum(a == b for a, b in zip(found, wanted, strict=True))
        print(f"  {kind:<32}{sum(wanted):8}{sum(found):7}{right:7}{len(groups):5}")


def connected(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The number of each one's group."""
    linked = list(pairs)
    place = {each: number for number, each in enumerate(sorted({each for pair in linked for each in pair}))}
    every = list(place)
    groups = parts(len(place), [(place[a], place[b]) for a, b in linked])
    return {every[position]: number for number, group in enumerate(groups) for position in group}


if __name__ == "__main__":
    main()
