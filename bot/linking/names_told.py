"""Two documents of one happening -> different people in one office, or different doers of what only one can do."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, Held, Said, days_between
from bot.linking.claims import Claim
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import dates_fit, names_fit, overlap
from bot.linking.wordforms import CALENDAR, root, words
from bot.model import Span

_UNIQUE = frozenset(
    root(word)
    for word in """president minister premier chancellor mayor governor captain chairman chairwoman chair chief king
    queen pope ceo commander skipper pilot headmaster principal conductor founder owner winner champion director
    archbishop""".split()
)
_MASTERS = frozenset(root(word) for word in "captain skipper pilot".split())
_CRAFT = frozenset(
    root(word) for word in "ship tanker freighter plane helicopter submarine yacht trawler aground".split()
)
_FORMER = re.compile(
    r"\b(?:former|ex|deputy|vice|acting|outgoing|incoming|interim|late|then|assistant|associate|co|new|senior|junior|"
    r"predecessor|successor|candidate|nominee|elect|retired|previous)\b",
    re.IGNORECASE,
)
_DEEDS = (
    "won led headed captained chaired elected appointed named designed invented founded bought acquired piloted scored "
    "directed hosted wrote commanded"
)
_SOLE = frozenset(root(w) for w in _DEEDS.split())
_DID = re.compile(rf"\b(?:{_DEEDS.replace(' ', '|')})\b")
_CAPITALS = re.compile(r"(?:[A-Z][\w'’-]+ )+$")
_ENOUGH = 0.6


def name_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    yield from _offices(a, b, relevant)
    yield from _doers(a, b, relevant)


def _offices(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    apart = days_between(a, b)
    here, there = ([line for line in account.lines if line.offices] for account in (a, b))
    for x in here:
        for held in x.offices:
            for y in there:
                for other in y.offices:
                    office = _office(_whole(x, held))
                    if (
                        held.name != other.name
                        and office
                        and (len(office) > 1 or _is_only_one(x, y, a, b, office))
                        and office == _office(_whole(y, other))
                        and _are_strangers(held.surface, other.surface, a, b)
                        and relevant(x, y)
                        and (apart is None or abs(apart) <= 1)
                    ):
                        key = " ".join(sorted(office))
                        values = held.surface, other.surface
                        yield Clash("name", key, (x, y), values, values)


def _office(text: str) -> frozenset[str]:
    """The roots of an office that one person holds at a time; none: many may hold it, or not now."""
    told = frozenset(word.root for word in words(text) if word.is_content and word.text.lower() not in CALENDAR)
    return frozenset() if _FORMER.search(text) or told.isdisjoint(_UNIQUE) else told


def _whole(said: Said, held: Held) -> str:
    """The office with the words in capitals before it: "South Sudan President", "Seaforth Mayor"."""
    at = said.text.find(held.office)
    before = _CAPITALS.search(said.text, 0, max(at, 0))
    return f"{before.group() if before else ''}{held.office}"


def _is_only_one(x: Said, y: Said, a: Account, b: Account, office: frozenset[str]) -> bool:
    """A bare "captain": each document knows one alone, of the same craft, or tells much the same of both."""
    alone = all(
        len({held.name for line in account.lines for held in line.offices if _office(held.office) == office}) == 1
        for account in (a, b)
    )
    aboard = not _CRAFT.isdisjoint(a.lead[1] & b.lead[1])
    return alone and names_fit(x, y) and (len(x.common & y.common) > 1 or (aboard and not office.isdisjoint(_MASTERS)))


def _are_strangers(one: str, other: str, a: Account, b: Account) -> bool:
    """No part of the one name is in the other document."""
    here, there = (frozenset(word.root for word in words(name) if word.root) for name in (one, other))
    return bool(here and there) and here.isdisjoint(b.proper) and there.isdisjoint(a.proper)


def _doers(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    for x, c, one in _deeds(a):
        for y, d, other in _deeds(b):
            same = d.act == c.act and c.passive == d.passive and len(c.after & d.after) >= 2  # noqa: PLR2004 - words
            if (
                same
                and overlap(c.after, d.after) >= _ENOUGH
                and dates_fit(x, y, a, b)
                and _are_strangers(one, other, a, b)
                and relevant(x, y)
            ):
                yield Clash("name", c.act, (x, y), (one, other), (one, other))


@lru_cache(maxsize=KEPT)
def _deeds(account: Account) -> tuple[tuple[Said, Claim, str], ...]:
    """What only one can have done, with the name that did it."""
    return tuple(
        (said, claim, name)
        for said in account.lines
        if _DID.search(said.text)
        for claim in said.claims
        if claim.act in _SOLE and claim.holds and (name := _doer(said, claim))
    )


def _doer(said: Said, claim: Claim) -> str | None:
    """The name that stands right before the verb."""
    before = [at for _, at in said.names if at.end <= claim.at.start and claim.at.start - at.end <= 12]  # noqa: PLR2004
    return max(before, key=_end).of(said.text) if before else None


def _end(at: Span) -> int:
    return at.end
