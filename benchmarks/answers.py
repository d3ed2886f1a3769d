"""How fast each command answers over a loaded store, and, given a search collection, how well search ranks.

    python -m benchmarks.answers DATABASE [--search FOLDER]

DATABASE is made by `python -m bot load --library DIR --database DATABASE`. FOLDER holds a collection with right
answers: docs.jsonl {id, title, text}, queries.jsonl {id, text}, qrels.tsv (query, document, 1); DATABASE was then
loaded from its documents, each as ID.txt.
"""

import argparse
import json
import math
import random
import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

from bot.answers.brief import brief
from bot.answers.desk import names_and_completion
from bot.answers.search import search
from bot.answers.sources import sources
from bot.answers.timeline import timeline
from bot.answers.who import who
from bot.store.lookups import Lookups, Roll

Ask = Callable[[Lookups, str], object]
COMMANDS: dict[str, Ask] = {
    "who": who,
    "timeline": timeline,
    "brief": brief,
    "search": search,
    "sources": sources,
}
ROUNDS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path, help="a store that `load` has filled")
    parser.add_argument("--search", type=Path, help="a folder with queries.jsonl and qrels.tsv")
    options = parser.parse_args()
    if not options.database.is_file():
        print(
            f"No store at {options.database}. Fill one: python -m bot load --library DIR --database {options.database}"
        )
        return
    connection = sqlite3.connect(f"file:{options.database}?mode=ro", uri=True)
    roll, completion = names_and_completion(Lookups(connection))
    lookups = Lookups(connection, roll=roll)
    count, _, _ = lookups.shelf()
    print(f"{count} documents, {len(roll.known)} names; milliseconds of {ROUNDS} questions each\n")
    print(f"{'':<16}{'p50':>8}{'p95':>8}{'max':>8}")
    for name, ask in COMMANDS.items():
        print_row(name, [timed(lambda ask=ask, topic=topic: ask(lookups, topic)) for topic in topics(lookups, roll)])
    for name, ask in (("timeline", timeline), ("brief", brief), ("sources", sources)):
        print_row(f"{name} (all)", [timed(lambda ask=ask: ask(lookups, None)) for _ in range(ROUNDS // 4)])
    typed = [topic[:size] for topic in topics(lookups, roll) for size in (1, 3, 6)]
    print_row("complete", [timed(lambda text=text: completion.of(text, topics=True, limit=25)) for text in typed])
    if options.search:
        print_ranking(lookups, options.search)


def topics(lookups: Lookups, roll: Roll) -> list[str]:
    """The commonest names, the words of titles, and what is not on file: the same ones on each run."""
    rng = random.Random(1)
    words = sorted({w for d in lookups.newest(1000) for w in re.findall(r"[A-Za-z]{5,}", d.title.lower())}) or ["oil"]
    names = [name.name for name in roll.known[: ROUNDS // 3]]
    made = [" ".join(rng.sample(words, min(2, len(words)))) for _ in range(ROUNDS // 3)]
    absent = [f"{rng.choice(words)} of Zebulon Quux" for _ in range(ROUNDS // 6)]
    typos = [name[:2] + name[3:] for name in names[: ROUNDS // 6]]
    return [*names, *made, *absent, *typos]


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def print_row(name: str, took: Sequence[float]) -> None:
    ordered = sorted(took)
    last = len(ordered) - 1
    cells = (ordered[last // 2], ordered[round(0.95 * last)], ordered[last])
    print(f"{name:<16}" + "".join(f"{value:8.1f}" for value in cells))


def print_ranking(lookups: Lookups, folder: Path) -> None:
    """nDCG@10 of the documents that the hits come from, in order."""
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text(encoding="utf8").splitlines():
        query, document, _ = line.split("\t")
        relevant[query].add(document)
    queries = [json.loads(line) for line in (folder / "queries.jsonl").read_text(encoding="utf8").splitlines()]
    gains: list[float] = []
    for query in queries:
        wanted = relevant[query["id"]]
        if wanted:
            hits = search(lookups, " ".join(query["text"].split())).hits
            gains.append(ndcg(list(dict.fromkeys(hit.quote.source.removesuffix(".txt") for hit in hits)), wanted))
    print(f"\nsearch: nDCG@10 {100 * mean(gains):.1f} over {len(gains)} questions")


def ndcg(ranked: Sequence[str], relevant: set[str], best: int = 10) -> float:
    gain = sum(1 / math.log2(place + 2) for place, document in enumerate(ranked[:best]) if document in relevant)
    return gain / sum(1 / math.log2(place + 2) for place in range(min(best, len(relevant))))


if __name__ == "__main__":
    main()
