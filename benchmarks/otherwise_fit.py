"""Learns the weights of bot/answers/otherwise.py: `python -m benchmarks.otherwise_fit [--semantic] [--show N]`

From the questions of reworded.yaml, and those of not_on_file*.yaml that are to tune by, as far as no document holds
their words. Printed are the weights, and what they find in questions that they were not learned from: a fifth of the
documents, with all that is asked of them, at a time.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from benchmarks.load import Text, written
from benchmarks.not_on_file import SETS
from bot.answers.coverage import plainly
from bot.answers.desk import names_and_completion
from bot.answers.otherwise import evidence_of
from bot.answers.spelling import correction
from bot.app.opening import opened
from bot.config import Config
from bot.linking.odds import ALWAYS, Evidence, Weights, chance
from bot.store.lookups import EVERYONE, Lookups

REWORDED = Path(__file__).with_name("reworded.yaml")
_FOLDS = 5
_NEGATIVE = 0.35  # what a document that is not meant counts beside one that is
_RIDGE = 1.0
_ROUNDS = 50
_FALSE = (0.0, 0.01, 0.02, 0.03, 0.05)  # shares of absent questions that may be answered

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Question:
    """`answer`: the document meant, None where nothing is on file; `told`: the documents looked at, with evidence;
    `is_crossed`: made of a name and a thing.
    """

    words: str
    answer: str | None
    fold: int
    is_crossed: bool
    told: Sequence[tuple[str, Evidence]]

    def best(self, weights: Weights) -> tuple[float, bool]:
        """The highest chance, and whether it is the right document's."""
        chances = [(chance(evidence, weights), document == self.answer) for document, evidence in self.told]
        return max(chances, default=(0.0, False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--semantic", action="store_true", help="with the extra")
    parser.add_argument(
        "--show", type=int, default=0, help="so many of the likeliest false ones and unlikely right ones"
    )
    options = parser.parse_args()
    asked = asyncio.run(questions(semantic=options.semantic))
    held_out: list[tuple[Question, float, bool]] = []
    for fold in range(_FOLDS):
        weights = learned([each for each in asked if each.fold != fold])
        held_out += [(each, *each.best(weights)) for each in asked if each.fold == fold]
    report(held_out, show=options.show)
    for name, weight in sorted(learned(asked).items()):
        print(f'    "{name}": {weight:.2f},')


def documents_and_questions() -> tuple[Mapping[str, Mapping[str, str]], list[tuple[str, str | None]]]:
    documents: dict[str, Mapping[str, str]] = {}
    asked: list[tuple[str, str | None]] = []
    for file in SETS:
        told = yaml.safe_load(file.read_text(encoding="utf8"))
        documents |= told["documents"]
        asked += [*told["on_file"].items()][::2]
        asked += [(question, None) for question in told["absent"][::2]]
    told = yaml.safe_load(REWORDED.read_text(encoding="utf8"))
    asked += [(question, document) for document, of in told["on_file"].items() for question in of]
    asked += [(question, None) for question in told["absent"]]
    return documents, asked


def crossed() -> list[str]:
    """Names of the library, each with each thing: what a rule must not find in words that stand for many things."""
    told = yaml.safe_load(REWORDED.read_text(encoding="utf8"))["crossed"]
    return [f"{name} {thing}" for name in told["names"] for thing in told["things"]]


async def questions(*, semantic: bool) -> list[Question]:
    documents, asked = documents_and_questions()
    made = crossed()
    folds = {document: place % _FOLDS for place, document in enumerate(documents)}
    texts = [Text(name, of["title"], str(of["published"]), of["text"]) for name, of in documents.items()]
    with tempfile.TemporaryDirectory() as folder:
        written(texts, Path(folder) / "library")
        config = Config(library=Path(folder) / "library", database=Path(folder) / "made.db", semantic=semantic)
        async with opened(config) as ours:
            await ours.load()
            nearest = ours.meaning.nearest if ours.meaning else None

            def weighed(lookups: Lookups) -> list[Question]:
                told = lookups.within(EVERYONE, roll=names_and_completion(lookups)[0], nearest=nearest)
                sources = {number: one.source.removesuffix(".txt") for number, one in every(told).items()}
                return [
                    Question(
                        words,
                        answer,
                        folds[answer] if answer else place % _FOLDS,
                        place >= len(asked),
                        [(sources[each.document], each.evidence) for each in evidence_of(told, words)],
                    )
                    for place, (words, answer) in enumerate([*asked, *((words, None) for words in made)])
                    if not plainly(told, words, None).documents and not is_slip(told, words)
                ]

            return await ours.database.read(weighed)


def is_slip(lookups: Lookups, words: str) -> bool:
    other = correction(lookups, words)
    return other is not None and (other.same or other.certain)


def every(lookups: Lookups) -> Mapping[int, Any]:
    return lookups.documents(lookups.every(100000))


def learned(asked: Sequence[Question]) -> Weights:
    rows = [(evidence, document == each.answer) for each in asked for document, evidence in each.told]
    names = [*sorted({name for evidence, _ in rows for name in evidence}), ALWAYS]
    x = np.array([[evidence.get(name, 1.0 if name == ALWAYS else 0.0) for name in names] for evidence, _ in rows])
    y = np.array([float(is_meant) for _, is_meant in rows])
    weights = _regressed(x, y, np.where(y > 0, 1.0, _NEGATIVE))
    return dict(zip(names, map(float, weights), strict=True))


def _regressed(x: Floats, y: Floats, share: Floats) -> Floats:
    """Ridge logistic regression by Newton's steps; the last column, which is always 1, is free."""
    weights = np.zeros(x.shape[1])
    ridge = _RIDGE * np.eye(len(weights))
    ridge[-1, -1] = 1e-3
    for _ in range(_ROUNDS):
        guess = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (share * (guess - y)) + ridge @ weights
        bend = (x * (share * guess * (1 - guess))[:, None]).T @ x + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def report(told: Sequence[tuple[Question, float, bool]], *, show: int) -> None:
    on_file = [(each, likely, is_right) for each, likely, is_right in told if each.answer]
    absent = sorted(((p, each.words) for each, p, _ in told if not each.answer and not each.is_crossed), reverse=True)
    made = [likely for each, likely, _ in told if each.is_crossed]
    print(f"{len(on_file)} on file, {len(absent)} not and {len(made)} crossed, that no document holds the words of")
    for share in _FALSE:
        enough = absent[int(share * len(absent))][0]
        right = sum(is_right for _, likely, is_right in on_file if likely > enough)
        wrong = sum(not is_right for _, likely, is_right in on_file if likely > enough)
        print(
            f"  above {enough:.2f}: {100 * right / len(on_file):.1f} % answered, {wrong} from another document, "
            f"{100 * share:.0f} % of the absent, {sum(p > enough for p in made)} of the crossed"
        )
    for line in _shown(on_file, absent, show):
        print(line)


def _shown(
    on_file: Sequence[tuple[Question, float, bool]], absent: Sequence[tuple[float, str]], most: int
) -> Iterator[str]:
    yield from (f"    not on file: {likely:.2f} {words}" for likely, words in absent[:most])
    least = sorted(on_file, key=lambda each: each[1])[: most or 0]
    yield from (f"    on file: {likely:.2f} {each.words} ({each.answer})" for each, likely, _ in least)


if __name__ == "__main__":
    main()
