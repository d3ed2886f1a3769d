"""Two documents of one happening -> claims in them that cannot both be right."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.linking.accounts import KEPT, Account, Said, days_between
from bot.linking.claims import Claim
from bot.linking.contexts import (
    are_of_one_matter,
    are_of_strangers,
    are_others,
    are_rivals,
    near_dates_fit,
    overlap,
)
from bot.linking.deeds import are_known, have_one_doer
from bot.linking.scopes import is_market_talk, is_of_part
from bot.linking.verbs import verbs_of
from bot.linking.wordforms import beginnings, root

Kind = Literal["figure", "date", "name", "claim", "order"]
Relevant = Callable[[Said, Said], bool]

_AS = re.compile(
    r"\bas (?:the |its |their |his |her )?(?P<what>[a-z]+(?: [a-z]+){0,2}?)(?= (?:of|on|at|in|for|after)\b|[,.;]|$)"
)
_ANY = re.compile(r"(?:[A-Z ,]+ - )?An? ", re.IGNORECASE)
_LEAST, _ENOUGH = 2, 0.5  # words that two clauses share, and which part
_SAME = 0.6  # or which part the sentences
_EBBING = frozenset([root("rise")])  # of many things in one text: only of the very same


@dataclass(frozen=True, slots=True)
class Clash:
    """`key`: what it is about, the same for all clashes of one matter; `words`: of each side, as its sentence has them.

    `later`: the one side only is newer than the other.
    """

    kind: Kind
    key: str
    sides: tuple[Said, Said]
    words: tuple[str, str]
    values: tuple[str, str]
    later: bool = False


def claim_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    denied = _denied_in(a) | _denied_in(b)
    here, there = _by_act(a, denied), _by_act(b, denied)
    for act in here.keys() & there.keys():
        for x, claim in here[act]:
            for y, other in there[act]:
                if (
                    claim.holds != other.holds
                    and relevant(x, y)
                    and _is_same_matter((x, claim), (y, other))
                    and are_known(claim, other, a, b)
                    and are_of_one_matter(x, y, a, b)
                    and not (act in _EBBING and (days_between(a, b) or is_market_talk(x.text)))
                    and not _is_settled(claim, there[act])
                    and not _is_settled(other, here[act])
                ):
                    yield _denied((x, claim), (y, other), a, b)


@lru_cache(maxsize=KEPT)
def _denied_in(account: Account) -> frozenset[str]:
    return frozenset(claim.act for said in account.denying for claim in said.claims if not claim.holds)


def _by_act(account: Account, denied: frozenset[str]) -> dict[str, list[tuple[Said, Claim]]]:
    """Only the sentences that may speak of an act that somebody denies are read."""
    starts = tuple({start for act in denied for verb in verbs_of(act.split()[-1]) for start in beginnings(verb)})
    found: dict[str, list[tuple[Said, Claim]]] = {}
    for said in account.lines:
        if any(start in said.lower for start in starts):
            for claim in account.deeds(said):
                if claim.act in denied:
                    found.setdefault(claim.act, []).append((said, claim))
    return found


def _is_same_matter(one: tuple[Said, Claim], other: tuple[Said, Claim]) -> bool:
    (x, c), (y, d) = one, other
    if c.planned is not d.planned or not near_dates_fit(x, c.at, y, d.at) or are_others(x, c.at, y, d.at):
        return False
    if c.act.startswith("exists "):
        fits = not c.before or not d.before or not c.before.isdisjoint(d.before)
        return fits and bool(c.after & d.after)
    if is_of_part(x.text, c.at, y.text, d.at) or _are_in_two_roles(x.text, y.text):
        return False
    if are_rivals(c.about, d.about) or are_of_strangers(x, y) or _ebbs_elsewhere(c, d, x, y):
        return False
    if (not c.thing or c.thing != d.thing) and _ANY.match(x.text) and _ANY.match(y.text):
        return False  # "a climber" here need not be "a climber" there
    shared = c.about & d.about
    return (
        have_one_doer(c, d)
        and (
            len(shared) >= _LEAST or (c.about == d.about and overlap(x.common | x.proper, y.common | y.proper) >= _SAME)
        )
        and overlap(c.about, d.about) >= _ENOUGH
        and (not c.thing or not d.thing or c.thing == d.thing)
    )


def _ebbs_elsewhere(c: Claim, d: Claim, x: Said, y: Said) -> bool:
    """What rises and falls every day: only of the same thing that both name."""
    return c.act in _EBBING and (c.before != d.before or x.proper.isdisjoint(y.proper))


def _are_in_two_roles(one: str, other: str) -> bool:
    """ "resigned as prime minister", "did not resign as party chairman"."""
    here, there = (
        frozenset(root(w) for w in m["what"].split()) if (m := _AS.search(t)) else None for t in (one, other)
    )
    return here is not None and there is not None and here.isdisjoint(there)


def _is_settled(claim: Claim, others: list[tuple[Said, Claim]]) -> bool:
    """The other document itself says the same somewhere: it tells both sides."""
    return any(
        other.holds == claim.holds and (overlap(claim.about, other.about) >= _ENOUGH or claim.act.startswith("exists "))
        for _, other in others
    )


def _denied(one: tuple[Said, Claim], other: tuple[Said, Claim], a: Account, b: Account) -> Clash:
    """What is not so on one day may be so on a later one."""
    (x, c), (y, d) = one, other
    apart = days_between(a, b)
    later = apart is not None and apart != 0 and (d.holds if apart > 0 else c.holds)
    words = x.text[c.at.start : c.at.end], y.text[d.at.start : d.at.end]
    return Clash("claim", c.act, (x, y), words, (str(c.holds), str(d.holds)), later)
