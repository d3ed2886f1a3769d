"""Two documents of one happening -> figures of the same thing that cannot both be right."""

import re
from collections.abc import Iterator

from bot.linking.accounts import Account, days_between
from bot.linking.conflicts import Clash, Relevant
from bot.linking.figure_evidence import first_evidence, further_evidence
from bot.linking.figure_pairs import Pair, comparable
from bot.linking.figures import Figure
from bot.linking.odds import Candidate, Evidence, Weights, chance
from bot.linking.scopes import is_market_talk
from bot.words import Caseless

_REVISED = Caseless(r"\b(?:revis\w+|updat\w+|correct\w+)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?! [a-z]+s\b)")
_MONTH = 31  # days
_PASSING = frozenset(["percent", "hour"])
_ENOUGH = 0.63
WEIGHTS: Weights = {
    "always": -0.06,
    "apart, other days": 0.61,
    "beside": 0.96,
    "days apart": -1.2,
    "few": -0.49,
    "free rivals": -2.51,
    "kin": 0.76,
    "lead names": 0.96,
    "lead words": -1.61,
    "long": 0.2,
    "no day in both": -1.93,
    "of some": -0.98,
    "one outcome": -0.78,
    "other frames": -1.14,
    "other kinds": -1.35,
    "part of": -0.68,
    "persons": -0.76,
    "ratio": -2.18,
    "same outcome": 0.89,
    "share": -0.69,
    "single": -0.45,
    "span": 1.15,
    "tally": -1.17,
    "told": -1.58,
    "undated": -2.39,
    "wished": -1.44,
    "words alike": -0.76,
    "words known": 1.38,
}
"""Learned by `python -m benchmarks.differ_fit figure --real LIBRARY.db --share 0.15 --ridge 1 --enough 0.63`."""
_BEST: Evidence = {"beside": 3.2, "words known": 1.0}
"""What sentences may say for it at most."""


def figure_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """The likeliest first: of each quantity one pair of numbers, and each number in one pair."""
    likely: list[tuple[float, float, Clash]] = []
    for pair in comparable(a, b):
        found = _candidate(pair, _ENOUGH) if relevant(pair.x, pair.y) else None
        odds = chance(found.evidence, WEIGHTS) if found else 0.0
        if found and odds >= _ENOUGH:
            likely.append((odds, pair.f.number.low + pair.g.number.low, found.clash))
    taken = set[object]()
    for _, _, clash in sorted(likely, key=lambda each: (-each[0], -each[1])):
        mine = {clash.key, *((said.place, words) for said, words in zip(clash.sides, clash.words, strict=True))}
        if taken.isdisjoint(mine):
            taken |= mine
            yield clash


def figure_candidates(a: Account, b: Account) -> Iterator[Candidate]:
    """Each two numbers of a like quantity that exclude each other, with the evidence on their being of one thing."""
    found = (_candidate(pair) for pair in comparable(a, b))
    yield from (each for each in found if each and not each.clash.later)


def _candidate(pair: Pair, least: float = 0.0) -> Candidate | None:
    """None where they are of two things, or not all that the sentences may say for it can make it so likely."""
    x, f, y, g = pair.x, pair.f, pair.y, pair.g
    first = first_evidence(pair)
    if chance({**first, **_BEST}, WEIGHTS) < least or _is_of_other_kind(pair):
        return None
    are_growing = f.is_growing or g.is_growing
    if not are_growing and (
        _is_of_market(pair) or _is_of_career(pair) or _is_revised(pair) or not _are_of_one_time(pair)
    ):
        return None
    words = x.text[f.at.start : f.at.end], y.text[g.at.start : g.at.end]
    values = f"{f.number.low:g} to {f.number.high:g}", f"{g.number.low:g} to {g.number.high:g}"
    later = are_growing and (f.moving or g.moving or _is_newer_more(pair))
    evidence = {**first, **further_evidence(pair)}
    return Candidate(
        Clash("figure", _key(f, g), (x, y), words, values, later),
        {name: value for name, value in evidence.items() if value},
    )


def _is_newer_more(pair: Pair) -> bool:
    """The later document tells more."""
    apart = days_between(pair.a, pair.b)
    return bool(apart) and (pair.g.number.low > pair.f.number.low) == ((apart or 0) > 0)


def _is_of_other_kind(pair: Pair) -> bool:
    """Of another year, or of somebody whom the other never names."""
    years = frozenset(_YEAR.findall(pair.x.text)), frozenset(_YEAR.findall(pair.y.text))
    return (all(years) and years[0].isdisjoint(years[1])) or all(pair.strangers)


def _key(f: Figure, g: Figure) -> str:
    """The same whichever comes first: an outcome before a noun."""
    return min((f, g), key=lambda each: (not each.is_outcome, each.counted)).counted


def _is_of_market(pair: Pair) -> bool:
    """Prices, yields and terms of many papers, each with its own."""
    one, other = is_market_talk(pair.x.text), is_market_talk(pair.y.text)
    return (one and other) or ((one or other) and pair.f.counted in _PASSING)


def _is_of_career(pair: Pair) -> bool:
    """What players gather over a game, a season, a life is said of many in one text: only what both open with."""
    opens = pair.x.place in pair.a.opening and pair.y.place in pair.b.opening
    return pair.f.is_tally and pair.g.is_tally and not opens


def _is_revised(pair: Pair) -> bool:
    return any(side.number.moved for side in (pair.f, pair.g)) or any(
        _REVISED.search(said.text) for said in (pair.x, pair.y)
    )


def _are_of_one_time(pair: Pair) -> bool:
    """Years pass: both ages must be told at one time."""
    if pair.f.counted != "age":
        return True
    days = pair.a.published, pair.b.published
    if (days[0] is None) is not (days[1] is None):
        return False
    return not (days[0] and days[1]) or abs((days[0].first - days[1].first).days) <= _MONTH
