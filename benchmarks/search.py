"""How well and how fast `/search` ranks, plain and with `semantic`: nDCG@10 over collections with right answers.

    python -m benchmarks.search DATA [--plain]

DATA holds search/NAME/ with docs.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv (query, document, 1).
Three more are made of what else DATA holds, so that no change is tuned to one collection: a headline finds its own text
(scale/), a highlight its article among these (summaries/), a lead the other texts of its story (stories/).
"""

import argparse
import asyncio
import itertools
import json
import math
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks.load import Text, texts, written
from bot.answers.answer import Hit
from bot.answers.desk import names_and_completion
from bot.answers.search import search
from bot.app.opening import opened
from bot.config import Config
from bot.store.lookups import EVERYONE, Lookups

_TEXTS, _QUESTIONS = 1100, 300
_LEAD = 12  # words
_SIGNS = str.maketrans('":-', "   ")  # which mean something to /search


@dataclass(frozen=True, slots=True)
class Question:
    """`answers`: ids of documents; `besides`: one left out of the ranking, for the question was taken from it."""

    text: str
    answers: frozenset[str]
    besides: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    name: str
    documents: Sequence[Text]
    questions: Sequence[Question]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--plain", action="store_true", help="without the extra")
    options = parser.parse_args()
    collections = [*judged(options.data), *known_items(options.data), *same_story(options.data)]
    if not collections:
        raise SystemExit("There is no search/ in that folder: name the folder of the data sets.")
    for collection in collections:
        with tempfile.TemporaryDirectory() as where:
            written(collection.documents, Path(where) / "library")
            for semantic in (False,) if options.plain else (False, True):
                asked = asyncio.run(ranked(Path(where), collection.questions, semantic=semantic))
                gains, times = zip(*asked, strict=True)
                how = f"{'semantic' if semantic else 'plain':<9}nDCG@10 {100 * mean(gains):.1f}"
                print(
                    f"{collection.name}: {how}, {len(gains)} questions, {len(collection.documents)} documents", end=", "
                )
                print(f"median {median(times):.1f} ms, slowest {max(times):.1f} ms")


def judged(data: Path) -> Iterator[Collection]:
    for folder in sorted((data / "search").glob("*/")):
        relevant: dict[str, set[str]] = defaultdict(set)
        for line in (folder / "qrels.tsv").read_text(encoding="utf8").splitlines():
            query, document, _ = line.split("\t")
            relevant[query].add(document)
        documents = [Text(row["id"], row["title"], None, row["text"]) for row in rows(folder / "docs.jsonl")]
        asked = [(row["text"], frozenset(relevant[row["id"]])) for row in rows(folder / "queries.jsonl")]
        yield Collection(folder.name, documents, [Question(text, answers) for text, answers in asked if answers])


def known_items(data: Path) -> Iterator[Collection]:
    """Under titles that say nothing, or a headline would find itself."""
    if not (data / "scale").is_dir():
        return
    news = [text for text in texts(data, 20 * _TEXTS) if text.title and len(text.text.split()) > 40]
    news = random.Random(5).sample(news, min(_TEXTS, len(news)))
    articles = [row for file in sorted((data / "summaries").glob("*.jsonl")) for row in rows(file)]
    every = [(f"n{text.id}", text.date, text.text) for text in news]
    every += [(row["id"], None, row["text"]) for row in articles]
    documents = [Text(number, f"Report {place}", day, text) for place, (number, day, text) in enumerate(every)]
    headlines = [Question(text.title, frozenset({f"n{text.id}"})) for text in news[:_QUESTIONS]]
    yield Collection("headlines", documents, headlines)
    highlights = [(line, row["id"]) for row in articles for line in row["highlights"].splitlines() if line.strip()]
    if highlights:
        yield Collection("highlights", documents, [Question(line, frozenset({number})) for line, number in highlights])


def same_story(data: Path) -> Iterator[Collection]:
    if not (data / "stories" / "gold.jsonl").is_file():
        return
    gold = [row for row in rows(data / "stories" / "gold.jsonl") if not row["made"]]
    members: dict[str, set[str]] = defaultdict(set)
    for row in gold:
        members[row["story"]].add(row["doc"].removesuffix(".txt"))
    documents: list[Text] = []
    questions: list[Question] = []
    for row in gold:
        number = row["doc"].removesuffix(".txt")
        lines = (data / "stories" / "library" / row["doc"]).read_text(encoding="utf8").splitlines()
        lines = [line for line in lines if line.strip() and not line.startswith("http")]
        documents.append(Text(number, lines[0], None, "\n".join(lines)))
        lead = " ".join(itertools.islice(lines[0].split(), _LEAD))
        questions.append(Question(lead, frozenset(members[row["story"]] - {number}), number))
    asked = [question for question in questions if len(question.answers) > 2]
    yield Collection("stories", documents, random.Random(5).sample(asked, min(_QUESTIONS, len(asked))))


async def ranked(where: Path, questions: Sequence[Question], *, semantic: bool) -> list[tuple[float, float]]:
    """For each question nDCG@10 and milliseconds."""
    config = Config(library=where / "library", database=where / "search.db", semantic=semantic)
    async with opened(config) as ours:
        await ours.load()
        nearest = ours.meaning.nearest if ours.meaning else None

        def ask(lookups: Lookups) -> list[tuple[float, float]]:
            told = lookups.within(EVERYONE, roll=names_and_completion(lookups)[0], nearest=nearest)
            return [timed(told, question) for question in questions]

        return await ours.database.read(ask)


def timed(lookups: Lookups, question: Question) -> tuple[float, float]:
    started = time.perf_counter()
    words = " ".join(question.text.translate(_SIGNS).split())
    hits = search(lookups, words, today=date.today()).hits
    took = 1000 * (time.perf_counter() - started)
    return gain(hits, question), took


def gain(hits: Sequence[Hit], question: Question) -> float:
    found = dict.fromkeys(quote.source.removesuffix(".txt") for hit in hits for quote in (hit.quote, *hit.also))
    return ndcg([document for document in found if document != question.besides], question.answers)


def ndcg(ranking: Sequence[str], relevant: frozenset[str], best: int = 10) -> float:
    got = sum(1 / math.log2(place + 2) for place, document in enumerate(ranking[:best]) if document in relevant)
    return got / sum(1 / math.log2(place + 2) for place in range(min(best, len(relevant))))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


if __name__ == "__main__":
    main()
