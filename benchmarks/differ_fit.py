"""Learns what each piece of evidence weighs when /differ decides whether two sentences speak of one thing.

python -m benchmarks.differ_fit KIND [--cases FILE ...] [--real LIBRARY.db ...] [--share S] [--own S] [--ridge R]
                                [--enough E] [--cache FOLDER] [--show N]

Prints precision and recall of each file of cases by weights learned from all other files, then the weights of all.
The files of cases that are kept aside are never read here. `--real` names databases of real reports: almost nothing in
them disagrees, so that what is found there counts against, each by S: they are many. `--own`: how much a trap counts in
the cases of those who wrote the rules, which are nearly verbatim. `--show` prints the likeliest of
those, to be looked at.
"""

import argparse
import asyncio
import hashlib
import pickle
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.differ import HERE, LEARNED, Case, cases, loaded
from bot.analysis.stamp import analyser
from bot.analysis.worker import Worker
from bot.answers.comparing import accounts
from bot.linking.accounts import Account, is_one_happening, may_be_one_happening
from bot.linking.claims_told import claim_candidates
from bot.linking.dates_told import date_candidates
from bot.linking.figures_told import figure_candidates
from bot.linking.names_told import name_candidates
from bot.linking.odds import ALWAYS, ENOUGH, Candidate, Weights, chance
from bot.linking.turned import order_candidates
from bot.store.lookups import Lookups

FILES = tuple(HERE / f"differ_{name}.yaml" for name in LEARNED)
KINDS: dict[str, Callable[[Account, Account], Iterator[Candidate]]] = {
    "figure": figure_candidates,
    "claim": claim_candidates,
    "date": date_candidates,
    "order": order_candidates,
    "name": name_candidates,
}
OWN = frozenset(["differ_cases.yaml", "differ_blind.yaml", "differ_later.yaml"])
WIDE = frozenset(["figure", "date", "order", "name", "claim"])
"""Kinds that are compared in all documents that may be of one happening, and that weigh whether they are."""
Rows = npt.NDArray[np.float64]
_RIDGE = 2.0
_ROUNDS = 8  # in which the likeliest candidate of each case is chosen anew
_STEPS = 30
_STORY = 12  # documents of one real story
_NAMES = 100  # topics of a library of real reports
_EVERY = 60


@dataclass(frozen=True, slots=True)
class Bag:
    """The candidates of one case, or of one real story; `wanted`: at least one of them is right, else none is.

    `share`: how much each counts.
    """

    about: str
    wanted: bool
    candidates: tuple[Candidate, ...]
    share: float = 1.0


def bags(rows: Sequence[tuple[Case, Sequence[Account]]], kind: str, share: float = 1.0) -> list[Bag]:
    return [Bag(case.about, case.differ == kind, tuple(_between(texts, kind)), share) for case, texts in rows]


def _between(texts: Sequence[Account], kind: str) -> Iterator[Candidate]:
    fits = may_be_one_happening if kind in WIDE else is_one_happening
    for a, b in combinations(texts, 2):
        if fits(a, b):
            yield from KINDS[kind](a, b)


def real(path: Path, kind: str, share: float) -> list[Bag]:
    """The stories of a library that was loaded from real reports."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        lookups = Lookups(connection)
        stories: dict[int, list[int]] = {}
        query = "SELECT id, story FROM documents WHERE story IS NOT NULL AND reprint_of IS NULL"
        for document, story in connection.execute(query):
            stories.setdefault(story, []).append(document)
        groups = [(str(story), told[:_STORY]) for story, told in sorted(stories.items()) if len(told) > 1]
        groups += _topics(connection)
        return [
            Bag(about, wanted=False, candidates=tuple(_between(accounts(lookups, told), kind)), share=share)
            for about, told in groups
        ]


def _topics(connection: sqlite3.Connection) -> Iterator[tuple[str, list[int]]]:
    """The documents that say most of what is named most, as /differ compares them."""
    query = """
        SELECT n.name, o.document
        FROM occurrences o JOIN names n ON n.id = o.name JOIN documents d ON d.id = o.document
        WHERE d.reprint_of IS NULL
        GROUP BY n.id, o.document
        ORDER BY count(*) DESC, o.document DESC
    """
    about: dict[str, list[int]] = {}
    for name, document in connection.execute(query):
        about.setdefault(name, []).append(document)
    most = sorted(about, key=lambda name: (-len(about[name]), name))[:_NAMES]
    yield from ((name, about[name][:_STORY]) for name in most)


def learned(told: Sequence[Bag], ridge: float) -> Weights:
    """Logistic regression; of a case with a disagreement the candidate likeliest so far is taken for it."""
    names = sorted({name for bag in told for each in bag.candidates for name in each.evidence})
    if not names:
        return {}
    told = [bag for bag in told if bag.candidates]
    rows, marked = [_matrix(bag, names) for bag in told], [bag.wanted for bag in told]
    weights = np.zeros(len(names) + 1)
    for step in range(_ROUNDS):
        taken = [
            matrix[[int(np.argmax(matrix @ weights))]] if wanted and step else matrix
            for matrix, wanted in zip(rows, marked, strict=True)
        ]
        labels = np.concatenate([np.full(len(each), wanted) for each, wanted in zip(taken, marked, strict=True)])
        shares = np.concatenate(
            [
                np.full(len(each), 1 / len(each) if bag.wanted else bag.share)
                for each, bag in zip(taken, told, strict=True)
            ]
        )
        weights = _regressed(np.vstack(taken), labels, shares, ridge)
    return {ALWAYS: round(float(weights[-1]), 2)} | {
        name: round(float(weight), 2) for name, weight in zip(names, weights, strict=False)
    }


def _matrix(bag: Bag, names: Sequence[str]) -> Rows:
    return np.array([[*(each.evidence.get(name, 0.0) for name in names), 1.0] for each in bag.candidates])


def _regressed(x: Rows, y: Rows, share: Rows, stiff: float) -> Rows:
    """Newton's method with a ridge on all weights but that of the constant."""
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], stiff)
    ridge[-1] = 1e-3
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (share * (p - y)) + ridge * weights
        curve = (x * (share * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


@dataclass(frozen=True, slots=True)
class Found:
    """Of bags: how many wanted ones there are and were flagged, and how many of the others were flagged."""

    wanted: int
    right: int
    wrong: int

    def __str__(self) -> str:
        shown = self.right + self.wrong
        return (
            f"{self.wanted} wanted: precision {self.right / max(1, shown):.2f}   recall "
            f"{self.right / max(1, self.wanted):.2f}   wrongly flagged {self.wrong}"
        )


def found(told: Sequence[Bag], weights: Weights, enough: float) -> Found:
    flagged = [bag for bag in told if any(chance(each.evidence, weights) >= enough for each in bag.candidates)]
    right = sum(bag.wanted for bag in flagged)
    return Found(sum(bag.wanted for bag in told), right, len(flagged) - right)


async def read(paths: Sequence[Path], cache: Path) -> dict[str, list[tuple[Case, Sequence[Account]]]]:
    """The documents of each file's cases as they are compared; kept from run to run while the analysis is the same."""
    files: dict[str, list[tuple[Case, Sequence[Account]]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with Worker() as worker:
            for path in paths:
                key = hashlib.sha256(path.read_bytes() + analyser().encode()).hexdigest()[:16]
                kept = cache / f"{path.stem}-{key}.pickle"
                if not kept.exists():
                    rows = [
                        (case, await _accounts(case, Path(folder) / path.stem / str(number), worker))
                        for number, case in enumerate(cases(path))
                    ]
                    kept.write_bytes(pickle.dumps(rows))
                files[path.name] = pickle.loads(kept.read_bytes())
    return files


async def _accounts(case: Case, folder: Path, worker: Worker) -> list[Account]:
    async with loaded(case, folder, worker) as database:
        return await database.read(lambda lookups: accounts(lookups, lookups.every(_EVERY)))


def show(told: Sequence[Bag], weights: Weights, most: int) -> None:
    """The likeliest candidates of bags in which nothing is wanted."""
    rated = [(chance(each.evidence, weights), bag, each) for bag in told if not bag.wanted for each in bag.candidates]
    for rate, bag, each in sorted(rated, key=lambda one: -one[0])[:most]:
        print(f"{rate:.2f}  {bag.about}: {each.clash.key} {each.clash.words}")
        print(*(f"        {said.text!r}" for said in each.clash.sides), sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--cases", type=Path, nargs="+", default=FILES)
    parser.add_argument("--real", type=Path, nargs="*", default=[])
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--own", type=float, default=1.0)
    parser.add_argument("--ridge", type=float, default=_RIDGE)
    parser.add_argument("--enough", type=float, default=ENOUGH)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    files = {
        name: bags(rows, options.kind, options.own if name in OWN else 1.0)
        for name, rows in asyncio.run(read(options.cases, options.cache)).items()
    }
    reports = [bag for path in options.real for bag in real(path, options.kind, options.share)]
    for name, told in files.items():
        others = [bag for other, rows in files.items() if other != name for bag in rows]
        print(f"{name}: {found(told, learned([*others, *reports], options.ridge), options.enough)}")
    everything = [bag for told in files.values() for bag in told]
    weights = learned([*everything, *reports], options.ridge)
    print(f"all, by weights learned from all: {found(everything, weights, options.enough)}")
    if reports:
        print(f"{len(reports)} real stories: {found(reports, weights, options.enough).wrong} flagged")
    print(*(f'    "{name}": {weight},' for name, weight in weights.items()), sep="\n")
    show([*everything, *reports], weights, options.show)


if __name__ == "__main__":
    main()
