"""Two documents of one happening -> different people in one office, or different doers of what only one can do."""

import re
from collections.abc import Iterator

from bot.linking.accounts import Account, Said, days_between
from bot.linking.claims import Claim
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import dates_fit, overlap
from bot.linking.wordforms import root, words
from bot.model import Span

_UNIQUE = frozenset(
    root(word)
    for word in """president minister premier chancellor mayor governor captain chairman chairwoman chair chief king
    queen pope ceo head commander skipper pilot coach headmaster principal conductor founder owner winner champion director
    archbishop""".split()
)
_FORMER = re.compile(
    r"\b(?:former|ex|deputy|vice|acting|outgoing|incoming|interim|late|then|assistant|associate|co|new|senior|junior|"
    r"predecessor|successor|candidate|nominee|elect|retired|previous)\b",
    re.IGNORECASE,
)
_SOLE = frozenset(root(w) for w in "won led headed captained chaired elected appointed named designed invented founded bought acquired piloted scored directed hosted wrote commanded".split())
_ENOUGH = 0.6


def name_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    yield from _offices(a, b, relevant)
    yield from _doers(a, b, relevant)


def _offices(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    apart = days_between(a, b)
    for x in a.lines:
        for held in x.offices:
            for y in b.lines:
                for other in y.offices:
                    office = _office(held.office)
                    if (
                        held.name != other.name
                        and office
                        and office == _office(other.office)
                        and _are_strangers(held.surface, other.surface, a, b)
                        and relevant(x, y)
                        and (apart is None or abs(apart) <= 1)
                    ):
                        key = " ".join(sorted(office))
                        values = held.surface, other.surface
                        yield Clash("name", key, (x, y), values, values)


def _office(text: str) -> frozenset[str]:
    """The roots of an office that one person holds at a time; none: many may hold it, or not now."""
    told = frozenset(word.root for word in words(text) if word.is_content)
    return frozenset() if _FORMER.search(text) or told.isdisjoint(_UNIQUE) else told


def _are_strangers(one: str, other: str, a: Account, b: Account) -> bool:
    """No part of the one name is in the other document."""
    here, there = (frozenset(word.root for word in words(name) if word.root) for name in (one, other))
    return bool(here and there) and here.isdisjoint(b.proper) and there.isdisjoint(a.proper)


def _doers(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    for x in a.lines:
        for c in x.claims:
            if c.act not in _SOLE or not c.holds:
                continue
            for y in b.lines:
                for d in y.claims:
                    if d.act == c.act and d.holds and c.passive == d.passive and relevant(x, y):
                        one, other = _doer(x, c), _doer(y, d)
                        if one and other and _is_same_deed(c, d, x, y, a, b) and _are_strangers(one, other, a, b):
                            yield Clash("name", c.act, (x, y), (one, other), (one, other))


def _is_same_deed(c: Claim, d: Claim, x: Said, y: Said, a: Account, b: Account) -> bool:
    return len(c.after & d.after) >= 2 and overlap(c.after, d.after) >= _ENOUGH and dates_fit(x, y, a, b)  # noqa: PLR2004


def _doer(said: Said, claim: Claim) -> str | None:
    """The name that stands right before the verb."""
    before = [at for _, at in said.names if at.end <= claim.at.start and claim.at.start - at.end <= 12]  # noqa: PLR2004
    return max(before, key=_end).of(said.text) if before else None


def _end(at: Span) -> int:
    return at.end
