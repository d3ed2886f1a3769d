"""How fast each command answers: over a store at rest, and while the same process loads further documents.

    python -m benchmarks.answers DATA [--documents 1000] [--more 500]

DATA holds scale/*.jsonl.gz, as for benchmarks.load. Times are those a member waits for the answer, in milliseconds, on
the event loop: a wait for it counts.
"""

import argparse
import asyncio
import random
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import quantiles

from benchmarks.load import Text, texts, written
from bot.answers.desk import Answers
from bot.app.opening import BESIDE_ANSWERS, Opened, opened, settle
from bot.config import Config

Times = dict[str, list[float]]
ROUNDS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--more", type=int, default=500)
    options = parser.parse_args()
    rows = texts(options.data, options.documents + options.more)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measured(Path(folder), rows[: options.documents], rows[options.documents :]))


async def measured(folder: Path, first: Sequence[Text], more: Sequence[Text]) -> None:
    library = folder / "library"
    written(first, library)
    config = Config(library=library, database=folder / "answers.db")
    async with opened(config) as ours:
        await ours.load()
    async with opened(config, processes=BESIDE_ANSWERS) as ours:
        await ours.answers.refresh()
        settle()
        asked = topics(ours.answers, first)
        await one_round(ours.answers, asked[:5])
        print_table(f"{len(first)} documents, at rest", await one_round(ours.answers, asked))
        written(more, library)
        print_table(f"while {len(more)} more are loaded", await meanwhile(ours, asked))


async def meanwhile(ours: Opened, asked: Sequence[str]) -> Times:
    """Asks round after round until the load has ended."""
    took: Times = defaultdict(list)
    loading = asyncio.create_task(ours.load())
    while not loading.done():
        for command, times in (await one_round(ours.answers, asked, until=loading.done)).items():
            took[command] += times
    report = await loading
    assert report.added, "nothing was loaded meanwhile"
    return took


async def one_round(answers: Answers, asked: Sequence[str], until: Callable[[], bool] = lambda: False) -> Times:
    commands: dict[str, Callable[[str], Awaitable[object]]] = {
        "who": answers.who,
        "timeline": answers.timeline,
        "brief": answers.brief,
        "search": partial(answers.search, today=date(2025, 7, 1)),
        "sources": answers.sources,
        "differ": answers.differ,
    }
    took: Times = defaultdict(list)
    for topic in asked:
        for command, ask in commands.items():
            if until():
                return took
            started = time.perf_counter()
            await ask(topic)
            took[command].append(1000 * (time.perf_counter() - started))
            await asyncio.sleep(0.02)
    return took


def topics(answers: Answers, rows: Sequence[Text]) -> list[str]:
    """The commonest names, words of titles, what is not on file, misspelt names: the same ones on each run."""
    rng = random.Random(1)
    words = sorted({word for row in rows for word in re.findall(r"[A-Za-z]{5,}", row.title.lower())})
    names = answers.complete("", topics=False, limit=ROUNDS // 3)
    made = [" ".join(rng.sample(words, 2)) for _ in range(ROUNDS // 3)]
    absent = [f"{rng.choice(words)} of Zebulon Quux" for _ in range(ROUNDS // 6)]
    misspelt = [name[:2] + name[3:] for name in names[: ROUNDS // 6]]
    return [*names, *made, *absent, *misspelt]


def print_table(title: str, took: Times) -> None:
    print(f"\n{title:<34}{'n':>6}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}")
    every = [each for times in took.values() for each in times]
    for command, times in [*took.items(), ("all", every)]:
        cuts = quantiles(times, n=100, method="inclusive")
        cells = (cuts[49], cuts[94], cuts[98], max(times))
        print(f"  {command:<32}{len(times):6}" + "".join(f"{value:8.1f}" for value in cells))


if __name__ == "__main__":
    main()
