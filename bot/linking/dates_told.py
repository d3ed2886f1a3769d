"""Two documents of one happening -> dates they give it that cannot both be right."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, Said, When, days_between, is_apart, is_open
from bot.linking.claims import Claim
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import are_of_strangers, are_rivals, overlap
from bot.linking.wordforms import root
from bot.words import plain

_NEAR = 60  # characters between a date and the verb that it dates
_FINE = frozenset(["day", "week", "month", "year"])
_MOVED = re.compile(
    r"\b(?:again|another|second|third|postpon\w+|delay\w+|reschedul\w+|extend\w+|extension|moved|brought forward|"
    r"originally|initially|previously|resum\w+|each|every|annual\w*|since|until|by|repeated\w*|twice|follow-up)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\b(?:said|says|told|announced|reported|added|according|statement|confirmed)\b", re.IGNORECASE)
_TOLD_ON = re.compile(rf"{_TELLING.pattern}(?: \w+)? (?:on )?$", re.IGNORECASE)
_FRONT = 5  # characters before a date with which a sentence opens
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_EBBING = frozenset(root(word) for word in "rise trade".split())
"""What prices do every day."""
_LEAST, _ENOUGH = 3, 0.6

Dated = tuple[Said, Claim, When]


def date_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    here, there = _dated_of(a), _dated_of(b)
    for x, c, when in here:
        for y, d, other in there:
            if (
                c.act == d.act
                and c.holds is d.holds
                and relevant(x, y)
                and _differ(when, other, a, b)
                and _is_one(c, d)
                and not are_of_strangers(x, y)
                and not _tells(here, d, other, a)
                and not _tells(there, c, when, b)
            ):
                words = x.text[when.at.start : when.at.end], y.text[other.at.start : other.at.end]
                yield Clash("date", c.act, (x, y), words, (_value(when), _value(other)))


def _value(when: When) -> str:
    return f"{when.period.first}/{when.period.last}" if when.period else when.words.lower()


@lru_cache(maxsize=KEPT)
def _dated_of(account: Account) -> tuple[Dated, ...]:
    return tuple(_dated(account))


def _dated(account: Account) -> Iterator[Dated]:
    """Each verb with the date nearest to it, where only that one is near; what came again or was moved is left out."""
    for said in account.lines:
        if not said.dates or _MOVED.search(plain(said.text)):
            continue
        for claim in said.claims:
            if claim.act.startswith("exists ") or claim.act in _EBBING:
                continue
            when = min(said.dates, key=lambda each: _distance(claim, each))
            if _distance(claim, when) <= _NEAR and len(said.dates) == 1 and not _is_of_telling(said, when):
                yield said, claim, when


def _is_of_telling(said: Said, when: When) -> bool:
    """ "authorities said Saturday": the day of the telling, not of what is told."""
    before = _TOLD_ON.search(said.text, max(0, when.at.start - 40), when.at.start)
    after = when.at.start < _FRONT and _TELLING.search(said.text, when.at.end, when.at.end + 50)
    return bool(before or after)


def _distance(claim: Claim, when: When) -> int:
    return max(when.at.start - claim.at.end, claim.at.start - when.at.end)


def _differ(when: When, other: When, a: Account, b: Account) -> bool:
    if when.period is None or other.period is None:
        words = {when.words.lower(), other.words.lower()}
        return when.period is other.period and len(words) == 2 and words <= _WEEKDAYS  # noqa: PLR2004 - two weekdays
    if is_open(when.period) or is_open(other.period) or not {when.period.precision, other.period.precision} <= _FINE:
        return False
    series = days_between(a, b) == (other.period.first - when.period.first).days  # each tells of its own day
    return is_apart(when.period, other.period) and not series and _is_sure(when, a) and _is_sure(other, b)


def _is_sure(when: When, account: Account) -> bool:
    """Said with a number, or a weekday of a document whose own day was told."""
    return any(c.isdigit() for c in when.words) or (when.words.lower() in _WEEKDAYS and account.sure)


def _is_one(c: Claim, d: Claim) -> bool:
    return (
        (len(c.about & d.about) >= _LEAST or (len(c.about & d.about) == 2 and c.about == d.about))  # noqa: PLR2004
        and overlap(c.about, d.about) >= _ENOUGH
        and (not c.thing or not d.thing or c.thing == d.thing)
        and not are_rivals(c.about, d.about)
        and not c.before.isdisjoint(d.before)
    )


def _tells(dated: Sequence[Dated], claim: Claim, when: When, account: Account) -> bool:
    """A document gives the other's date for the same too."""
    return any(c.act == claim.act and not _differ(each, when, account, account) for _, c, each in dated)
