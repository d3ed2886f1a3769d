"""Two documents of one happening -> different doers of what only one can do, or others to whom it was done."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.linking.accounts import KEPT, Account, Said, without_stops
from bot.linking.claims import Claim
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import are_short_and_one, dates_fit, overlap
from bot.linking.deeds import are_known
from bot.linking.names_told import are_strangers
from bot.linking.wordforms import root
from bot.model import Span
from bot.words import plain

_DEEDS = (
    "won led headed captained chaired designed invented founded bought acquired piloted scored directed hosted wrote "
    "written commanded discovered composed painted built purchased clinched"
)
_TO_ONE = (
    "appointed named elected chosen chose hired nominated crowned married wed succeeded replaced beat beaten defeated"
)
_SOLE = frozenset(root(word) for word in (*_DEEDS.split(), "responsibility"))
_PATIENT = frozenset(root(word) for word in _TO_ONE.split())
_DID = re.compile(rf"\b(?:{'|'.join((*_DEEDS.split(), *_TO_ONE.split(), 'responsibility'))})\b")
_BY = re.compile(r"(?: [\w'’-]+){0,4}? by ")
_AFTER = re.compile(
    r" (?:(?:the|its|her|his|their|a|an) )?(?:[a-z]+ ){0,2}(?:(?:Mr|Ms|Mrs|Dr|General|Admiral|Sir|Professor) )?"
)
_REACH = 36  # characters from "by" to who did it
_NEAR = 12  # from a name to its verb
_ENOUGH = 0.6


class _Deed(NamedTuple):
    """`slot`: whether `name` is of who did it, or of to whom it was done."""

    said: Said
    claim: Claim
    slot: str
    name: str


def doer_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    for one in _deeds_of(a):
        for other in _deeds_of(b):
            x, c, y, d = one.said, one.claim, other.said, other.claim
            if (
                d.act == c.act
                and one.slot == other.slot
                and c.planned is d.planned
                and (_is_told_alike(one, other) or _is_of_one_name(one, other, a, b))
                and (are_short_and_one(a, b) or are_known(c, d, a, b, without_stops(f"{one.name} {other.name}")))
                and _is_to_one_end(one, other, a, b)
                and dates_fit(x, y, a, b)
                and are_strangers(one.name, other.name, a, b)
                and relevant(x, y)
            ):
                yield Clash("name", c.act, (x, y), (one.name, other.name), (one.name, other.name))


def _is_to_one_end(one: _Deed, other: _Deed, a: Account, b: Account) -> bool:
    """One is not made the head and the other the treasurer."""
    c, d = one.claim, other.claim
    names = without_stops(f"{one.name} {other.name}")
    return one.slot == "doer" or (c.after - d.about - names <= b.words and d.after - c.about - names <= a.words)


def _is_told_alike(one: _Deed, other: _Deed) -> bool:
    """All but whom it names."""
    names = without_stops(f"{one.name} {other.name}")
    here, there = one.claim.about - names, other.claim.about - names
    return len(here & there) > 1 and overlap(here, there) >= _ENOUGH


def _is_of_one_name(one: _Deed, other: _Deed, a: Account, b: Account) -> bool:
    """Both say it of what the documents open with; in short ones the other may call it "the firm"."""
    names = a.lead[0] & b.lead[0]
    c, d = one.claim, other.claim
    same = c.thing == d.thing or not (c.thing and d.thing) or are_short_and_one(a, b)
    told = not c.about.isdisjoint(names), not d.about.isdisjoint(names)
    return same and (all(told) or (any(told) and are_short_and_one(a, b)))


@lru_cache(maxsize=KEPT)
def _deeds_of(account: Account) -> tuple[_Deed, ...]:
    return tuple(
        deed
        for said in account.lines
        if _DID.search(said.text)
        for claim in account.deeds(said)
        if not claim.denied
        for deed in _deeds(said, claim)
    )


def _deeds(said: Said, claim: Claim) -> Iterator[_Deed]:
    before = [at for _, at in said.names if 0 <= claim.at.start - at.end <= _NEAR]
    subject = max(before, key=_end).of(said.text) if before else None
    if claim.act in _SOLE and (name := _agent(said, claim) if claim.passive else subject):
        yield _Deed(said, claim, "doer", name)
    if claim.act in _PATIENT and (name := subject if claim.passive else _object(said, claim)):
        yield _Deed(said, claim, "patient", name)


def _agent(said: Said, claim: Claim) -> str | None:
    """The name after "by"."""
    by = _BY.match(plain(said.text), claim.at.end)
    agents = [at for _, at in said.names if by and by.end() <= at.start <= by.end() + _REACH]
    return max(agents, key=_end).of(said.text) if agents else None


def _object(said: Said, claim: Claim) -> str | None:
    """The name right after the verb, behind a title."""
    begin = _AFTER.match(plain(said.text), claim.at.end)
    named = [at for _, at in said.names if begin and claim.at.end < at.start <= begin.end() <= at.end]
    return named[0].of(said.text) if named else None


def _end(at: Span) -> int:
    return at.end
