"""Two documents of one happening -> different persons, bodies or places for one thing: which names, and how sure."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

from bot.linking.accounts import KEPT, Account, days_between
from bot.linking.common_ground import documents_evidence
from bot.linking.conflicts import Clash, Relevant, anything
from bot.linking.contexts import near_dates_fit
from bot.linking.forms import is_acronym
from bot.linking.name_evidence import AT_BEST, Pair, against_others
from bot.linking.namings import Naming, is_site, namings
from bot.linking.odds import ALWAYS, Candidate, Weights, chance
from bot.linking.wordforms import words
from bot.words import plain

_SPELLED = 60  # per cent of letters from which on two names are one, spelled by two hands
_APART = 3  # days
_ENOUGH = 0.35
WEIGHTS: Weights = {
    ALWAYS: -6.66,
    # the sort of name
    "places": 0.17,
    "sited": 1.43,
    "of a place": -0.54,
    "homes": -0.08,
    "persons": 0.91,
    "same kind": 0.5,
    "other kinds": -0.22,
    # the part in which they stand
    "one part": 1.45,
    "same field": 0.23,
    "one oblique": -0.79,
    "put in": -0.29,
    "body speaks": -0.48,
    "reports": -1.54,
    "speaks": -0.55,
    "owns": -1.03,
    "frames covered": 0.74,
    "sentences' frames covered": 0.73,
    "rare near": 0.37,
    # their sentences
    "same day": 0.4,
    "same figures": 0.5,
    "other figures": -1.62,
    "a mark": -0.72,
    "rivals": -1.05,
    "likest one": 0.45,
    "both open": 1.38,
    # other names of their sort
    "margin": 0.58,
    "crowd": -1.92,
    # the documents
    "one happening": 0.57,
    "lead names": 1.14,
    "lead words": -0.62,
    "days in both": 1.08,
    "figures": 2.1,
}
"""python -m benchmarks.differ_fit name --real STORIES.db REUTERS.db --share 0.1 --ridge 1 --enough 0.35"""


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
    return _candidates(a, b, anything, lambda _: True)


def _may_be_likely(pair: Pair) -> bool:
    """By what is cheap to know, with all else at its best."""
    return chance({**pair.first, **AT_BEST}, WEIGHTS) >= _ENOUGH


def _candidates(a: Account, b: Account, relevant: Relevant, fits: Callable[[Pair], bool]) -> Iterator[Candidate]:
    apart = days_between(a, b)
    if (apart is not None and abs(apart) > _APART) or documents_evidence(a, b)["no day in both"]:
        return
    asked, rest = list[tuple[Naming, Naming]](), list[tuple[Naming, Naming]]()
    for one, other in product(_strange(a, b), _strange(b, a)):
        (asked if relevant(one.said, other.said) else rest).append((one, other))
    pairs = list(_pairs(asked, a, b))
    likely = [pair for pair in pairs if fits(pair) and not _are_others(pair.one, pair.other)]
    pairs += _pairs(rest, a, b) if likely else ()
    for pair in likely:
        one, other = pair.one, pair.other
        values = one.name, other.name
        clash = Clash("name", "place" if pair.is_place else "name", (one.said, other.said), values, values)
        yield Candidate(clash, {**pair.evidence, **against_others(pair, pairs)})


def _pairs(told: Iterable[tuple[Naming, Naming]], a: Account, b: Account) -> Iterator[Pair]:
    for one, other in told:
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
    return not naming.acronyms.isdisjoint(known) or plain(naming.name).lower().replace(" ", "") in known


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
    if is_site(one.name) is not is_site(other.name):  # a town and a house in it
        places, agents = False, agents and one.kind == other.kind == "PERSON"
    if places and all(each.is_sited or each.kind == "PLACE" for each in (one, other)):
        return True
    if {one.kind, other.kind} == {"ORGANISATION", "PERSON"}:  # the recogniser may be wrong
        agents = agents and " " in one.name and " " in other.name and not one.parts.isdisjoint(other.parts)
    return False if agents else None


def _are_one(one: Naming, other: Naming) -> bool:
    """Spelled otherwise, or an acronym."""
    if not (one.own - other.own and other.own - one.own):
        return True
    here, there = _letters(one.name), _letters(other.name)
    if here in there or there in here or fuzz.ratio(here, there) >= _SPELLED:
        return True
    return any(
        is_acronym(x.name) and x.name.replace(".", "").lower() in y.acronyms for x, y in ((one, other), (other, one))
    )


@lru_cache(maxsize=8192)
def _letters(name: str) -> str:
    return plain(name).lower().replace(" ", "").strip(".")


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
        or not near_dates_fit(one.said, one.at, other.said, other.at)
    )


def _exclude(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and a.isdisjoint(b))
