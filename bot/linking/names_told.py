"""Two documents of one happening -> different persons, bodies or places for one thing: the names and the evidence."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from bot.linking.accounts import KEPT, Account, Said, days_between
from bot.linking.common_ground import documents_evidence
from bot.linking.conflicts import Clash, Relevant, anything
from bot.linking.contexts import are_rivals, near_dates_fit, overlap
from bot.linking.forms import is_acronym
from bot.linking.namings import Naming, is_site, namings
from bot.linking.odds import ALWAYS, Candidate, Evidence, Weights, chance
from bot.linking.wordforms import words
from bot.words import plain

_SPELLED = 60  # per cent of letters from which on two names are one, spelled by two hands
_APART = 3  # days
_CROWD = 2  # pairs of names that could stand in one place, beyond which nothing is to be known
_FLAGS = ("reports", "speaks", "owns")


_ENOUGH = 0.35  # real reports, in which nothing is at odds, have more than their share in the fit
WEIGHTS: Weights = {
    ALWAYS: -8.98,
    "places": 1.7,
    "same kind": 0.94,
    "unknown kind": 0.31,
    "alone": 1.52,
    "crowd": -1.06,
    # the part in which they stand
    "one part": 1.55,
    "same office": 0.74,
    "beside": 0.95,
    "same preposition": 0.23,
    "frames covered": 1.18,
    "sentences' frames covered": 1.51,
    "reports": -1.34,
    "speaks": 0.4,
    "owns": -0.61,
    # their sentences, and the documents
    "alike": 0.67,
    "likest": 0.33,
    "likest one": 0.39,
    "both open": 1.14,
    "figures": 1.2,
    "other figures": -1.72,
    "other marks": -1.06,
    "one happening": 1.5,
}
"""python -m benchmarks.differ_fit name --real STORIES.db REUTERS.db --share 0.5 --ridge 1 --enough 0.35"""


def name_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """The likeliest first; each name is in one alone."""
    rated = [(chance(each.evidence, WEIGHTS), each.clash) for each in name_candidates(a, b, relevant)]
    spent: set[str] = set()
    for odds, clash in sorted(rated, key=lambda one: -one[0]):
        if odds >= _ENOUGH and spent.isdisjoint(clash.values):
            spent |= {*clash.values}
            yield clash


def name_candidates(a: Account, b: Account, relevant: Relevant = anything) -> Iterator[Candidate]:
    """Each two names in one part of which neither is known to the other document, with the evidence."""
    apart = days_between(a, b)
    if (apart is not None and abs(apart) > _APART) or documents_evidence(a, b)["no day in both"]:
        return
    for are_places in (True, False):
        here, there = _strange(a, b, are_places=are_places), _strange(b, a, are_places=are_places)
        for one in here:
            for other in there:
                if not relevant(one.said, other.said):
                    continue
                crowd = _crowd(one, here, are_places=are_places) * _crowd(other, there, are_places=are_places)
                if crowd <= _CROWD and _may_be_one(one, other, a, b, are_places=are_places):
                    yield _candidate(one, other, a, b, crowd, are_places=are_places)


def _candidate(one: Naming, other: Naming, a: Account, b: Account, crowd: int, *, are_places: bool) -> Candidate:
    values = one.name, other.name
    clash = Clash("name", "place" if are_places else "name", (one.said, other.said), values, values)
    evidence = _evidence(one, other, a, b, are_places=are_places)
    return Candidate(clash, {**evidence, "crowd": math.log(crowd), "alone": float(crowd == 1)})


def _strange(a: Account, b: Account, *, are_places: bool) -> list[Naming]:
    """The names of `a` of which `b` does not know a word of their own."""
    known = _known(b)
    return [
        each
        for each in (_places if are_places else _agents)(a)
        if each.own.isdisjoint(known) and each.acronyms.isdisjoint(known)
    ]


@lru_cache(maxsize=KEPT)
def _places(account: Account) -> list[Naming]:
    return [each for each in namings(account) if each.is_place]


@lru_cache(maxsize=KEPT)
def _agents(account: Account) -> list[Naming]:
    return [each for each in namings(account) if each.is_agent and not each.is_place]


@lru_cache(maxsize=KEPT)
def _known(account: Account) -> frozenset[str]:
    return account.proper | frozenset(w.root for w in words(account.title) if w.text[0].isupper())


def _may_be_one(one: Naming, other: Naming, a: Account, b: Account, *, are_places: bool) -> bool:
    """Told of one thing, in a word or two, and not the same."""
    if are_places:
        fits = not one.wide.isdisjoint(other.wide) or not one.near.isdisjoint(other.near)
        fits = fits or bool(_aligned(one.said, other.said, a, b)["likest"])
        is_one = fits and is_site(one.name) is is_site(other.name)
    else:
        parts = not one.parts.isdisjoint(other.parts)
        are_other_kinds = one.kind != other.kind and one.kind and other.kind
        called = not one.beside.isdisjoint(other.beside) or not one.acts.isdisjoint(other.acts)
        is_one = parts or (called and not are_other_kinds)
    return is_one and not _are_others(one, other) and not _are_one(one, other)


def _are_others(one: Naming, other: Naming) -> bool:
    """One holds another office, or held it once; or each sentence is of another day."""
    offices = one.offices - other.offices, other.offices - one.offices
    return (
        one.formerly != other.formerly
        or "put in" in one.flags ^ other.flags
        or "reports" in one.flags & other.flags
        or any(each.kind == "ORGANISATION" and "speaks" in each.flags for each in (one, other))
        or bool(one.called and other.called and one.called.isdisjoint(other.called))
        or bool(one.owners - other.owners and other.owners - one.owners)
        or ("holder" in one.parts & other.parts and all(offices))
        or one.divisions != other.divisions
        or (one.is_place and other.is_place and {"to come", "past"} <= one.flags ^ other.flags)
        or are_rivals(one.near, other.near)
        or not near_dates_fit(one.said, one.at, other.said, other.at)
    )


def _crowd(of: Naming, told: Sequence[Naming], *, are_places: bool) -> int:
    """How many could stand in its stead; at least so many as matter."""
    found = {of.own}
    for each in told:
        if each.own not in found and (are_places or (each.kind in (of.kind, None) and not each.stands_apart)):
            found.add(each.own)
            if len(found) > _CROWD:
                break
    return len(found)


def _are_one(one: Naming, other: Naming) -> bool:
    """Spelled otherwise, or an acronym."""
    if not (one.own - other.own and other.own - one.own):
        return True
    here, there = (plain(each.name).lower().replace(" ", "").strip(".") for each in (one, other))
    if here in there or there in here or fuzz.ratio(here, there) >= _SPELLED:
        return True
    return any(
        is_acronym(x.name) and x.name.replace(".", "").lower() in y.acronyms for x, y in ((one, other), (other, one))
    )


def _evidence(one: Naming, other: Naming, a: Account, b: Account, *, are_places: bool) -> Evidence:
    x, y = one.said, other.said
    kinds = {one.kind, other.kind}
    figures = _figures(x), _figures(y)
    told = {
        "places": are_places,
        "same kind": one.kind == other.kind is not None,
        "unknown kind": None in kinds,
        "same preposition": are_places and one.how == other.how,
        "one part": not are_places and not one.parts.isdisjoint(other.parts),
        "same office": not one.called.isdisjoint(other.called),
        "beside": not one.beside.isdisjoint(other.beside),
        "other marks": one.marks != other.marks,
        "other figures": all(figures) and figures[0].isdisjoint(figures[1]),
        "both open": x.place in a.opening and y.place in b.opening,
        **{flag: flag in one.flags ^ other.flags for flag in _FLAGS},
    }
    return {
        **{name: 1.0 for name, is_so in told.items() if is_so},
        "one happening": documents_evidence(a, b)["one happening"],
        "figures": min(3, len(_all_figures(a) & _all_figures(b))) / 3,
        "frames covered": overlap(one.frames, other.frames),
        "sentences' frames covered": overlap(one.wide, other.wide),
        **_aligned(x, y, a, b),
    }


def _figures(said: Said) -> frozenset[float]:
    return frozenset(figure.number.low for figure in said.figures)


@lru_cache(maxsize=KEPT)
def _all_figures(account: Account) -> frozenset[float]:
    return frozenset[float]().union(*(_figures(said) for said in account.lines))


@lru_cache(maxsize=16384)
def _content(said: Said) -> frozenset[str | float]:
    return said.common | said.proper | _figures(said)


def _aligned(x: Said, y: Said, a: Account, b: Account) -> Evidence:
    """Whether no other sentence of either is more like the other one's."""
    own = _likeness(x, y)
    best = own >= max(_likeness(x, each) for each in b.lines), own >= max(_likeness(each, y) for each in a.lines)
    return {"alike": own, "likest": float(own > 0 and all(best)), "likest one": float(own > 0 and any(best))}


@lru_cache(maxsize=16384)
def _likeness(x: Said, y: Said) -> float:
    here, there = _content(x), _content(y)
    return len(here & there) / math.sqrt(max(1, len(here) * len(there)))
