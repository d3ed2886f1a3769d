"""Does `/brief` say "nothing on file" when nothing is, and only then? With the extra `semantic` and without it.

    python -m benchmarks.not_on_file [--misses] [--plain]

The library and the questions are in not_on_file.yaml; not_on_file_second.yaml and not_on_file_third.yaml each add
documents and questions of other kinds, asked of the library so far. Rules are changed by the odd-numbered questions
alone; the even ones are kept aside, and their misses are never shown.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.load import Text, written
from bot.answers.answer import Brief
from bot.app.opening import Opened, opened
from bot.config import Config
from bot.meaning.embedding import missing

FIRST = Path(__file__).with_suffix(".yaml")
SETS = (FIRST, FIRST.with_stem("not_on_file_second"), FIRST.with_stem("not_on_file_third"))


@dataclass(frozen=True, slots=True)
class Asked:
    """`answer`: the document that should be quoted, None where nothing is on file; `quoted`: those that were;
    `offered`: those that one tap on what is offered instead would quote.
    """

    question: str
    answer: str | None
    quoted: frozenset[str]
    offered: frozenset[str]

    @property
    def is_wrong(self) -> bool:
        return bool(self.quoted) == (self.answer is None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="show them, of those to tune by")
    parser.add_argument("--plain", action="store_true", help="without the extra")
    options = parser.parse_args()
    for semantic in (False,) if options.plain or missing() else (False, True):
        documents: dict[str, Mapping[str, str]] = {}
        for file in SETS:
            told = yaml.safe_load(file.read_text(encoding="utf8"))
            documents |= told["documents"]
            print(file.stem, "semantic" if semantic else "plain")
            print_set(told, documents, misses=options.misses, semantic=semantic)


def print_set(
    told: Mapping[str, Any], documents: Mapping[str, Mapping[str, str]], *, misses: bool, semantic: bool
) -> None:
    questions = [*told["on_file"].items(), *((question, None) for question in told["absent"])]
    with tempfile.TemporaryDirectory() as folder:
        asked = asyncio.run(answers(Path(folder), documents, questions, semantic=semantic))
    for answer, title in ((True, "on file"), (False, "not on file")):
        those = [each for each in asked if (each.answer is not None) == answer]
        print_line(f"{title}, to tune by", those[::2])
        print_line(f"{title}, kept aside", those[1::2])
        if misses:
            print_misses(those[::2])


def print_misses(asked: Sequence[Asked]) -> None:
    for each in asked:
        if each.is_wrong or (each.answer and each.answer not in each.quoted):
            print(f"    {each.question!r}: {', '.join(sorted(each.quoted)) or 'nothing'}")


async def answers(
    folder: Path,
    documents: Mapping[str, Mapping[str, str]],
    questions: Sequence[tuple[str, str | None]],
    *,
    semantic: bool,
) -> list[Asked]:
    texts = [Text(name, of["title"], str(of["published"]), of["text"]) for name, of in documents.items()]
    written(texts, folder / "library")
    config = Config(library=folder / "library", database=folder / "made.db", semantic=semantic)
    async with opened(config) as ours:
        await ours.load()
        return [Asked(question, answer, *await quoted(ours, question)) for question, answer in questions]


async def quoted(ours: Opened, question: str) -> tuple[frozenset[str], frozenset[str]]:
    brief = await ours.answers.brief(question)
    retries = [await ours.answers.brief(other) for other in brief.similar]
    return sources(brief), frozenset[str]().union(*map(sources, retries))


def sources(brief: Brief) -> frozenset[str]:
    return frozenset(quote.source.removesuffix(".txt") for quote in brief.quotes)


def print_line(title: str, asked: Sequence[Asked]) -> None:
    silent = sum(not each.quoted for each in asked)
    right = sum(each.answer in each.quoted for each in asked)
    tap = sum(not each.quoted and each.answer in each.offered for each in asked)
    found = f", {right} quote the document meant, {tap} one tap later" if asked[0].answer else ""
    print(f"{title}: {len(asked)} questions, {100 * silent / len(asked):.1f} % answered by nothing on file{found}")


if __name__ == "__main__":
    main()
