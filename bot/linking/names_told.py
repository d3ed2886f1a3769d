"""Two documents of one happening -> different persons, bodies or places for one thing: which names, and how sure."""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from bot.linking.accounts import KEPT, Account, days_between
from bot.linking.common_ground import documents_evidence
from bot.linking.conflicts import Clash, Relevant, anything
from bot.linking.contexts import near_dates_fit
from bot.linking.forms import is_acronym
from bot.linking.name_evidence import AT_BEST, Pair, crowd, margin
from bot.linking.namings import Naming, namings
from bot.linking.odds import ALWAYS, Candidate, Weights, chance
from bot.linking.wordforms import root, words

_SPELLED = 60  # per cent of letters from which on two names are one, spelled by two hands
_APART = 3  # days
_CROWD = 6  # pairs of names that could stand in one place, beyond which nothing is to be known
_ENOUGH = 0.6
_DAY_PARTS = frozenset(root(word) for word in "morning dawn noon afternoon evening night".split())
WEIGHTS: Weights = {
    ALWAYS: -6.06,
    # the sort of name
    "places": -0.19,
    "sited": 1.34,
    "of a place": -0.57,
    "homes": -0.08,
    "persons": 0.75,
    "same kind": 0.53,
    "other kinds": -0.28,
    # the part in which they stand
    "one part": 1.44,
    "same field": 0.31,
    "one oblique": -0.98,
    "put in": -0.27,
    "body speaks": -0.47,
    "reports": -1.52,
    "speaks": -0.62,
    "owns": -1.05,
    "frames covered": 0.73,
    "sentences' frames covered": 0.78,
    "rare near": 0.22,
    # their sentences
    "same day": 0.37,
    "same figures": 0.5,
    "other figures": -1.57,
    "a mark": -0.67,
    "rivals": -0.97,
    "likest one": 0.49,
    "both open": 1.35,
    # other names of their sort
    "margin": 0.57,
    "crowd": -1.83,
    "others beside": -0.96,
    "other places beside": -0.61,
    # the documents
    "one happening": 0.61,
    "lead names": 1.11,
    "lead words": -0.76,
    "days in both": 0.99,
    "figures": 2.09,
}
"""python -m benchmarks.differ_fit name --real STORIES.db REUTERS.db --share 0.1 --ridge 1 --enough 0.6"""


def name_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """The likeliest first; each name is in one alone."""
    rated = [(chance(each.evidence, WEIGHTS), each.clash) for each in _candidates(a, b, relevant, _may_be_likely)]
    spent: set[str] = set()
    for odds, clash in sorted(rated, key=lambda one: -one[0]):
        if odds >= _ENOUGH and spent.isdisjoint(clash.values):
            spent |= {*clash.values}
            yield clash


def name_candidates(a: Account, b: Account) -> Iterator[Candidate]:
    """Each two names of one sort of which neither is known to the other document, with the evidence."""
    return _candidates(a, b, anything, lambda _, __: True)


def _may_be_likely(pair: Pair, others: int) -> bool:
    """By what is cheap to know, with all else at its best."""
    return chance({**pair.first, **AT_BEST, "crowd": math.log(others)}, WEIGHTS) >= _ENOUGH


def _candidates(a: Account, b: Account, relevant: Relevant, fits: Callable[[Pair, int], bool]) -> Iterator[Candidate]:
    apart = days_between(a, b)
    if (apart is not None and abs(apart) > _APART) or documents_evidence(a, b)["no day in both"]:
        return
    here, there = _strange(a, b), _strange(b, a)
    if not any(relevant(one.said, other.said) for one in here for other in there):
        return
    pairs = list(_pairs(here, there, a, b))
    of: dict[Naming, list[Pair]] = {}
    for pair in pairs:
        of.setdefault(pair.one, []).append(pair)
        of.setdefault(pair.other, []).append(pair)
    for pair in pairs:
        one, other = pair.one, pair.other
        if not relevant(one.said, other.said):
            continue
        beside = of[one] + of[other]
        others = crowd(pair, beside)
        if others <= _CROWD and fits(pair, others) and not _are_others(one, other):
            values = one.name, other.name
            clash = Clash("name", "place" if pair.is_place else "name", (one.said, other.said), values, values)
            rivals = {"crowd": math.log(others), "margin": margin(pair, beside)}
            yield Candidate(clash, {**pair.evidence, **rivals})


def _pairs(here: Sequence[Naming], there: Sequence[Naming], a: Account, b: Account) -> Iterator[Pair]:
    for one in here:
        for other in there:
            is_place = _are_places(one, other)
            if is_place is not None and not _are_one(one, other):
                yield Pair(one, other, a, b, is_place)


def _strange(a: Account, b: Account) -> list[Naming]:
    """The names of `a` that `b` does not know by a word of their own."""
    known = _known(b)
    both = _known(a) & known
    return [each for each in namings(a) if (each.is_place or each.is_agent) and not _is_known(each, a, known, both)]


def _is_known(naming: Naming, a: Account, known: frozenset[str], both: frozenset[str]) -> bool:
    """A word that is in other names of both documents, as a valley's in the name of an army, tells nobody apart."""
    shared = naming.own & known
    if shared and not (naming.own - known and shared <= both & _elsewhere(naming, a)):
        return True
    return naming.joined in known or not naming.acronyms.isdisjoint(known)


def _elsewhere(naming: Naming, a: Account) -> frozenset[str]:
    """Words that a document uses in other names too; a surname alone is the same name."""
    last = naming.name.rpartition(" ")[2]
    others = (each.own for each in namings(a) if not naming.own <= each.own and each.name != last)
    return frozenset[str]().union(*others)


@lru_cache(maxsize=KEPT)
def _known(account: Account) -> frozenset[str]:
    title = account.title[:1].lower() + account.title[1:]
    return account.proper | frozenset(w.root for w in words(title) if w.text[0].isupper())


def _are_places(one: Naming, other: Naming) -> bool | None:
    """Both may be places, or both somebody; None: they are of two sorts."""
    places, agents = one.is_place and other.is_place, one.is_agent and other.is_agent
    if one.is_site is not other.is_site:  # a town and a house in it
        places, agents = False, agents and one.kind == other.kind == "PERSON"
    agents = agents and not one.is_site
    if places and all(each.is_sited or each.kind == "PLACE" for each in (one, other)):
        return True
    if {one.kind, other.kind} == {"ORGANISATION", "PERSON"}:  # the recogniser may be wrong
        agents = agents and " " in one.name and " " in other.name and not one.parts.isdisjoint(other.parts)
    return False if agents else None


def _are_one(one: Naming, other: Naming) -> bool:
    """Spelled otherwise, or an acronym."""
    if not (one.own - other.own and other.own - one.own):
        return True
    here, there = one.joined, other.joined
    if here in there or there in here or fuzz.ratio(here, there) >= _SPELLED:
        return True
    return any(
        is_acronym(x.name) and x.name.replace(".", "").lower() in y.acronyms for x, y in ((one, other), (other, one))
    )


def _are_others(one: Naming, other: Naming) -> bool:
    """Both can be true: of another day, another race, another office, or each only says something."""
    is_same = not (one.called.isdisjoint(other.called) and one.fields.isdisjoint(other.fields))
    hold = is_same or "holder" in one.parts & other.parts
    both = one.flags & other.flags
    return (
        one.divisions != other.divisions
        or "reports" in both
        or ("speaks" in both and not is_same)
        or (one.is_place and other.is_place and {"to come", "past"} <= one.flags ^ other.flags)
        or (hold and _exclude(one.fields, other.fields))
        or (
            is_same
            and (one.formerly != other.formerly or bool(one.owners - other.owners and other.owners - one.owners))
        )
        or not (one.once - other.once).isdisjoint(other.parts)
        or not (other.once - one.once).isdisjoint(one.parts)
        or _exclude(one.marks, other.marks)
        or (one.is_place and other.is_place and _exclude(one.near & _DAY_PARTS, other.near & _DAY_PARTS))
        or not near_dates_fit(one.said, one.at, other.said, other.at)
    )


def _exclude(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and a.isdisjoint(b))
