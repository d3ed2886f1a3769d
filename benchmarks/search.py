"""How well and how fast `/search` ranks, plain and with `semantic`: nDCG@10 over collections with right answers.

    python -m benchmarks.search DATA

DATA holds search/NAME/ with docs.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv (query, document, 1).
"""

import argparse
import asyncio
import json
import math
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import mean, median

from benchmarks.load import Text, written
from bot.answers.answer import Hit
from bot.answers.desk import names_and_completion
from bot.answers.search import Nearest, search
from bot.app.opening import opened
from bot.config import Config
from bot.store.lookups import Lookups


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    folders = sorted((parser.parse_args().data / "search").glob("*/"))
    if not folders:
        raise SystemExit("There is no search/ in that folder: name the folder of the data sets.")
    for folder in folders:
        documents = [Text(row["id"], row["title"], None, row["text"]) for row in rows(folder / "docs.jsonl")]
        with tempfile.TemporaryDirectory() as where:
            written(documents, Path(where) / "library")
            for semantic in (False, True):
                asked = asyncio.run(ranked(Path(where), folder, semantic=semantic))
                gains, times = zip(*asked, strict=True)
                how = f"{'semantic' if semantic else 'plain':<9}nDCG@10 {100 * mean(gains):.1f}"
                print(f"{folder.name}: {how}, {len(gains)} questions, {len(documents)} documents", end=", ")
                print(f"median {median(times):.1f} ms, slowest {max(times):.1f} ms")


async def ranked(where: Path, folder: Path, *, semantic: bool) -> list[tuple[float, float]]:
    """For each question nDCG@10 and milliseconds."""
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text(encoding="utf8").splitlines():
        query, document, _ = line.split("\t")
        relevant[query].add(document)
    queries = [(row["id"], row["text"]) for row in rows(folder / "queries.jsonl")]

    config = Config(library=where / "library", database=where / "search.db", semantic=semantic)
    async with opened(config) as ours:
        await ours.load()
        nearest = ours.meaning.nearest if ours.meaning else None

        def ask(lookups: Lookups) -> list[tuple[float, float]]:
            told = Lookups(lookups.connection, roll=names_and_completion(lookups)[0])
            return [timed(told, text, relevant[query], nearest) for query, text in queries if relevant[query]]

        return await ours.database.read(ask)


def timed(lookups: Lookups, words: str, wanted: set[str], nearest: Nearest | None) -> tuple[float, float]:
    started = time.perf_counter()
    hits = search(lookups, " ".join(words.split()), today=date.today(), nearest=nearest).hits
    took = 1000 * (time.perf_counter() - started)
    return gain(hits, wanted), took


def gain(hits: Sequence[Hit], wanted: set[str]) -> float:
    return ndcg(list(dict.fromkeys(hit.quote.source.removesuffix(".txt") for hit in hits)), wanted)


def ndcg(ranking: Sequence[str], relevant: set[str], best: int = 10) -> float:
    got = sum(1 / math.log2(place + 2) for place, document in enumerate(ranking[:best]) if document in relevant)
    return got / sum(1 / math.log2(place + 2) for place in range(min(best, len(relevant))))


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


if __name__ == "__main__":
    main()
