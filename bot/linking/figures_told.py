"""Two documents of one happening -> figures of the same thing that cannot both be right."""

import math
import re
from collections.abc import Iterator

from bot.linking.accounts import Account, days_between
from bot.linking.common_ground import Mention, documents_evidence, sentences_evidence
from bot.linking.conflicts import Clash, Relevant
from bot.linking.figure_pairs import Pair, agreeing, are_generic, are_kin, comparable, is_derived, rivals
from bot.linking.figures import Figure
from bot.linking.odds import Candidate, Evidence, Weights, chance
from bot.linking.scopes import is_left, is_market_talk, is_of_some, is_wished, scope
from bot.words import Caseless

_REVISED = Caseless(r"\b(?:revis\w+|updat\w+|correct\w+)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?! [a-z]+s\b)")
_MONTH = 31  # days
_FEW = 10
_MANY = 3  # numbers in both documents
_FAR = 4.0  # beyond it a ratio says no more

_SHARED = frozenset(
    {
        "both open",
        "days in both",
        "long",
        "names in both",
        "no day in both",
        "one matter",
        "other dates",
        "other dates beside",
        "other places",
        "others",
        "rivals",
        "undated",
    }
)
"""What of the common ground says something of figures."""
_PASSING = frozenset(["percent", "hour"])
_ENOUGH = 0.63
WEIGHTS: Weights = {
    "always": -0.27,
    "a day apart": -0.61,
    "agreeing": 0.13,
    "both open": 0.58,
    "days in both": 0.71,
    "derived": -0.44,
    "few": -0.45,
    "kin": 0.31,
    "left over": -0.26,
    "long": 0.28,
    "more days apart": -0.84,
    "names in both": 0.2,
    "no day in both": -0.55,
    "one matter": 0.34,
    "one outcome": -0.31,
    "other dates": -0.26,
    "other dates beside": -0.28,
    "other frames": -0.51,
    "other of": -0.42,
    "other places": -0.22,
    "other rates": -0.16,
    "others": -0.45,
    "part of": -0.57,
    "ratio": -1.17,
    "rivals": -0.48,
    "rivals in other": -0.71,
    "rivals in own": -0.76,
    "same outcome": 0.34,
    "share": -0.61,
    "span": 0.31,
    "strange noun": -0.14,
    "tally": -0.37,
    "undated": -0.36,
    "words known": 0.31,
}
"""Learned by `python -m benchmarks.differ_fit figure --real LIBRARY.db --share 0.03 --ridge 5 --enough 0.63`."""
_BEST = dict.fromkeys(("both open", "one matter", "words known"), 1.0)
"""What sentences may say for it at most."""


def figure_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """Of each quantity the two numbers that are likeliest of one thing."""
    best: dict[str, tuple[tuple[float, float], Clash]] = {}
    for pair in comparable(a, b):
        for candidate in _candidates(pair) if relevant(pair.x, pair.y) and _may_be_likely(pair) else ():
            clash = candidate.clash
            rank = chance(candidate.evidence, WEIGHTS), pair.f.number.low + pair.g.number.low
            if rank[0] >= _ENOUGH and (clash.key not in best or rank > best[clash.key][0]):
                best[clash.key] = rank, clash
    yield from (clash for _, clash in best.values())


def _may_be_likely(pair: Pair) -> bool:
    """Whether all that the sentences may say for it can make it so."""
    return chance({**_first(pair), **_BEST}, WEIGHTS) >= _ENOUGH


def figure_candidates(a: Account, b: Account) -> Iterator[Candidate]:
    """Each two numbers of a like quantity that exclude each other, with the evidence on their being of one thing."""
    for pair in comparable(a, b):
        yield from (found for found in _candidates(pair) if not found.clash.later)


def _candidates(pair: Pair) -> Iterator[Candidate]:
    x, f, y, g = pair.x, pair.f, pair.y, pair.g
    if _is_of_other_kind(pair):
        return
    apart = days_between(pair.a, pair.b)
    later = False
    if f.is_growing or g.is_growing:
        newer_is_more = apart is not None and apart != 0 and (g.number.low > f.number.low) == (apart > 0)
        later = newer_is_more or f.moving or g.moving
    elif _is_of_market(pair) or _is_of_career(pair) or _is_revised(pair) or not _are_of_one_time(pair):
        return
    words = x.text[f.at.start : f.at.end], y.text[g.at.start : g.at.end]
    values = f"{f.number.low:g} to {f.number.high:g}", f"{g.number.low:g} to {g.number.high:g}"
    clash = Clash("figure", _key(f, g), (x, y), words, values, later)
    yield Candidate(clash, {name: value for name, value in _evidence(pair).items() if value})


def _is_of_other_kind(pair: Pair) -> bool:
    """Of some of more, of what is only hoped for, of another year, or of somebody whom the other never names."""
    one, other = (pair.x.text, pair.f.at), (pair.y.text, pair.g.at)
    years = frozenset(_YEAR.findall(pair.x.text)), frozenset(_YEAR.findall(pair.y.text))
    if all(years) and years[0].isdisjoint(years[1]):
        return True
    return is_of_some(*one) != is_of_some(*other) or is_wished(*one) != is_wished(*other) or all(pair.strangers)


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


def _evidence(pair: Pair) -> Evidence:
    return {**_first(pair), **_further(pair)}


def _first(pair: Pair) -> Evidence:
    """What costs little: the documents and the numbers."""
    f, g, a, b = pair.f, pair.g, pair.a, pair.b
    shared = documents_evidence(a, b)
    apart = 0.0 if f.is_growing or g.is_growing else shared["days apart"]  # within days tolls grow
    return {
        **{name: value for name, value in shared.items() if name in _SHARED},
        **{name: float(is_so) for name, is_so in _quantities(f, g).items()},
        "a day apart": float(apart > 0),
        "more days apart": max(0.0, apart - 1),
        "ratio": min(_FAR, pair.ratio),
        "agreeing": min(_MANY, agreeing(a, b)) / _MANY,
        "rivals in own": math.log(rivals(f, a)) + math.log(rivals(g, b)),
        "rivals in other": math.log(rivals(g, a)) + math.log(rivals(f, b)),
    }


def _further(pair: Pair) -> Evidence:
    """What the sentences say."""
    shared = sentences_evidence(Mention(pair.a, pair.x, pair.f.at), Mention(pair.b, pair.y, pair.g.at))
    return {
        **{name: value for name, value in shared.items() if name in _SHARED},
        **{name: float(is_so) for name, is_so in _settings(pair).items()},
        "words known": pair.known,
    }


def _quantities(f: Figure, g: Figure) -> dict[str, bool]:
    """What is said of the two numbers themselves."""
    return {
        "other of": f.weak and bool(f.of and g.of and f.of != g.of),
        "share": f.counted == "percent",
        "span": f.counted == "hour",
        "tally": f.is_tally and g.is_tally,
        "same outcome": f.is_outcome and f.counted == g.counted,
        "one outcome": f.is_outcome != g.is_outcome,
        "kin": f.is_count and g.is_count and f.noun != g.noun and are_kin(f, g),
        "few": max(f.number.low, g.number.low) < _FEW,
    }


def _settings(pair: Pair) -> dict[str, bool]:
    """What the sentences and documents say that concerns numbers alone."""
    x, f, y, g, a, b = pair.x, pair.f, pair.y, pair.g, pair.a, pair.b
    here, there = scope(x.text, f.at), scope(y.text, g.at)
    is_specific = f.is_count and not are_generic(f) and not are_generic(g)
    return {
        "derived": is_derived(x, f, b) or is_derived(y, g, a),
        "part of": here.is_part != there.is_part,
        "left over": is_left(x.text, f.at) != is_left(y.text, g.at),
        "other rates": here.rates != there.rates,
        "other frames": here.frames != there.frames,
        "strange noun": is_specific and f.noun not in b.words and g.noun not in a.words,
    }
