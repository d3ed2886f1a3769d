"""Two documents of one happening -> what one says is so and the other that it is not."""

from collections.abc import Iterator

from bot.linking.accounts import Account, Place
from bot.linking.claim_pairs import AT_BEST, Pair, clause_evidence, ground_evidence, may_be_of_one_time, pairs
from bot.linking.conflicts import Clash, Relevant
from bot.linking.meanings import IN_TURN
from bot.linking.odds import Candidate, Weights, chance
from bot.linking.papers_told import is_later, paper_clashes

_LIKELY = 0.65  # what hardly any pair of real reports reaches
WEIGHTS: Weights = {
    "always": -1.83,
    # what both clauses say
    "about covered": 1.02,
    "before meet": 0.72,
    "after meet": 0.18,
    "core weight": 0.8,
    "strange any": -0.36,
    # what it was done to
    "near thing": 0.35,
    "near across": 0.66,
    "thing untold": -0.45,
    "other thing": -0.73,
    "other sort of thing": -0.65,
    "unknown thing": -0.55,
    # how it is said not to be so
    "root": -0.82,
    "opposite": -0.55,
    "nothing": 0.5,
    "mere thing": -0.58,
    "of a deed": 0.3,
    "of saying": -0.46,
    "bare": -0.99,
    "attribute": -0.73,
    "expected": -0.37,
    # the sentences and documents
    "words covered": 1.06,
    "words shared": 0.52,
    "kin": 0.84,
    "one matter": 0.18,
    "told often": -1.75,
    "told by both": -0.77,
}
"""`python -m benchmarks.differ_fit claim --real REPORTS.db ... --share 0.03 --own 0.3 --enough 0.65`."""


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
    for pair in pairs(a, b):
        told = clause_evidence(pair) if relevant(pair.denied[0], pair.held[0]) else None
        if told is not None and chance({**told, **AT_BEST}, WEIGHTS) >= least and may_be_of_one_time(pair):
            yield Candidate(_clash(pair), {**told, **ground_evidence(pair)})


def _clash(pair: Pair) -> Clash:
    (x, _), (y, _), a, b, acts = pair
    key = next((act for act in acts if act.isupper()), acts[0])
    words = tuple(said.text[each.claim.at.start : each.claim.at.end] for said, each in (pair.denied, pair.held))
    later = is_later(y, a, b) or (pair.how == "opposite" and key in IN_TURN and is_later(x, b, a))
    return Clash("claim", key, (x, y), (words[0], words[1]), ("False", "True"), later)
