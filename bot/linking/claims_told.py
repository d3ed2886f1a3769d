"""Two documents of one happening -> what one says is so and the other that it is not."""

import math
from collections.abc import Iterator
from functools import lru_cache

from bot.linking.accounts import Account, Place
from bot.linking.assertions import mentions
from bot.linking.claim_pairs import AT_BEST, OF_THINGS, Pair, Side, clause_evidence, denied, ground_evidence, held
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import days_fit, near_dates_fit
from bot.linking.odds import Candidate, Weights, chance
from bot.linking.papers_told import is_later, paper_clashes
from bot.linking.scopes import scope
from bot.model import Span

_BEHIND = 15  # characters
_LIKELY = 0.4  # precision on cases that the weights were not learned from is .9 from here on
WEIGHTS: Weights = {
    "always": -2.21,
    # what both clauses say
    "about covered": 0.56,
    "about alike": 0.57,
    "about shared": 0.44,
    "words covered": 0.72,
    "words shared": 0.55,
    "before meet": 0.39,
    "after meet": 0.46,
    "strange any": -0.41,
    # who did it, and to what
    "both slots": 0.45,
    "same thing": 0.4,
    "near thing": 0.45,
    "thing untold": -0.62,
    "other doer": -0.28,
    "other thing": -0.33,
    "replaced": -0.61,
    "strange doer": -0.6,
    "strange thing": -0.29,
    # how it is said not to be so
    "denied": 0.22,
    "nothing": 0.69,
    "opposite": -0.46,
    "bare": -0.33,
    # the sentences and documents
    "both open": 0.9,
    "one opens": -0.46,
    "one matter": 0.32,
    "shared names": 0.18,
    "lead names": 0.21,
    "other scopes": -0.22,
    "apart": -0.29,
    "told often": -0.65,
    "of many": -0.6,
    "alone": 0.37,
}
"""`python -m benchmarks.differ_fit claim --real REPORTS.db ... --share 0.1 --enough 0.4`, of the reports by story."""


def claim_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """Of each two sentences the likeliest, and no sentence twice."""
    told: set[Place] = set()
    for clash in paper_clashes(a, b, relevant):
        told |= {said.place for said in clash.sides}
        yield clash
    rated = [(chance(each.evidence, WEIGHTS), each.clash) for each in _candidates(a, b, relevant, _LIKELY)]
    for rate, clash in sorted(rated, key=lambda each: (-each[0], sorted(said.place for said in each[1].sides))):
        places = {said.place for said in clash.sides}
        if rate >= _LIKELY and places.isdisjoint(told):
            told |= places
            yield clash


def claim_candidates(a: Account, b: Account) -> Iterator[Candidate]:
    """What one says is so and the other that it is not, without what only is so later."""
    return (each for each in _candidates(a, b, lambda _x, _y: True, 0.0) if not each.clash.later)


def _candidates(a: Account, b: Account, relevant: Relevant, least: float) -> Iterator[Candidate]:
    """Those that may be as likely as `least`."""
    pairs = [Pair(*each, a, b) for each in _pairs(a, b)] + [Pair(*each, b, a) for each in _pairs(b, a)]
    many = {"of many": math.log(max(1, len(pairs))), "alone": float(len(pairs) == 1)}
    for pair in pairs:
        told = clause_evidence(pair) if relevant(pair.denied[0], pair.held[0]) else None
        if told is not None and chance({**told, **many, **AT_BEST}, WEIGHTS) >= least and _may_clash(pair):
            yield Candidate(_clash(pair), {**told, **many, **ground_evidence(pair)})


def _pairs(a: Account, b: Account) -> Iterator[tuple[Side, Side]]:
    """What `a` says is not so and `b` that it is."""
    for act, sides in denied(a).items():
        for other in held(b, act):
            for one in sides:
                of = one[1].of  # whether that was done to the thing is the question, where both speak of it
                if one[1].claim.planned is other[1].claim.planned and not (of and mentions(other[0].text, of)):
                    yield one, other


def _may_clash(pair: Pair) -> bool:
    """Both are told as done or both as to come, and not of two days, nor one of a day long past."""
    (x, c), (y, d), a, b = pair
    expected = _is_expected(x.text, c.claim.at), _is_expected(y.text, d.claim.at)
    if expected[0] is not expected[1] or (expected[0] and c.how in OF_THINGS):
        return False
    return near_dates_fit(x, c.claim.at, y, d.claim.at) and days_fit(x, y, a, b)


@lru_cache(maxsize=8192)
def _is_expected(sentence: str, at: Span) -> bool:
    """By what stands before it, and right behind."""
    return scope(sentence[: at.end + _BEHIND], at).is_expected


def _clash(pair: Pair) -> Clash:
    (x, c), (y, _), a, b = pair
    words = tuple(said.text[each.claim.at.start : each.claim.at.end] for said, each in (pair.denied, pair.held))
    return Clash("claim", c.claim.act, (x, y), (words[0], words[1]), ("False", "True"), is_later(y, a, b))
