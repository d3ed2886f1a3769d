"""Two documents of one happening -> dates and hours they give it that cannot both be right."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, Said, When, days_between, is_apart, is_open
from bot.linking.claims import Claim
from bot.linking.clocks import Clock, clock
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import are_of_one_matter, are_of_strangers, are_others, days_fit, is_of_series, told_dates
from bot.linking.deeds import have_one_doer, is_one_deed
from bot.linking.figures import counts_differ
from bot.linking.scopes import is_market_talk, is_of_part, scope
from bot.linking.wordforms import root
from bot.model import Span
from bot.words import plain

_NEAR = 60  # characters between a date and the verb that it dates
_FINE = frozenset(["day", "week", "month", "year"])
_MOVED = re.compile(
    r"\b(?:postpon\w+|delay\w+|reschedul\w+|extend\w+|extension|moved|brought forward|"
    r"originally|initially|previously|each|every|annual\w*|since|until|repeated\w*|twice|follow-up|"
    r"by (?=\d|noon|mid|[A-Z][a-z]+day|the end|late|early|mid|then|now|next))\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:again|another|second|third|resum\w+|re-?open\w*)\b")
_SPAN = re.compile(r"\b(?:half|quarter|season|between|from|period|fiscal|financial)\b", re.IGNORECASE)
_APART = re.compile(r"[,;:] (?:and|but|which|who|as|while)\b|\b(?:after|before|when|while|until)\b")
_NOUN = re.compile(r"\b(?P<what>[\w’'-]+) of (?:the )?$")
_TIMES = frozenset(
    """morning afternoon evening night day days week weekend month end beginning start summer winter spring autumn
    fall""".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_EBBING = frozenset(root(word) for word in "rise trade".split())
"""What prices do every day."""

Dated = tuple[Said, Claim, When]


def date_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    here, there = dated_of(a), dated_of(b)
    for x, c, when in here:
        for y, d, other in there:
            if (
                c.act == d.act
                and c.holds is d.holds
                and relevant(x, y)
                and _differ(when, other, a, b)
                and is_one_deed(c, d, a, b)
                and _are_comparable(x, y, a, b)
                and not is_of_part(x.text, c.at, y.text, d.at)
                and when.words.lower() != other.words.lower()
                and not counts_differ(x.figures, y.figures)
                and not _tells(here, d, other, a)
                and not _tells(there, c, when, b)
            ):
                words = x.text[when.at.start : when.at.end], y.text[other.at.start : other.at.end]
                yield Clash("date", c.act, (x, y), words, (_value(when), _value(other)))


def _are_comparable(x: Said, y: Said, a: Account, b: Account) -> bool:
    marks = [frozenset(_AGAIN.findall(said.text.lower())) for said in (x, y)]
    return (
        marks[0] == marks[1]
        and not are_of_strangers(x, y)
        and are_of_one_matter(x, y, a, b)
        and not is_of_series(x, y, a, b)
    )


def clock_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """Hours of the same day, beside the same verb."""
    for x, hour, c in _timed_of(a):
        for y, other, d in _timed_of(b):
            if (
                not hour.agrees(other)
                and (have_one_doer(c, d) if c.act == d.act else c.act in y.common or d.act in x.common)
                and relevant(x, y)
                and days_fit(x, y, a, b)
                and scope(x.text, hour.at).is_expected is scope(y.text, other.at).is_expected
                and not are_others(x, hour.at, y, other.at)
                and _are_comparable(x, y, a, b)
                and not any(hour.agrees(each) for _, each, _ in _timed_of(b))
                and not any(other.agrees(each) for _, each, _ in _timed_of(a))
            ):
                words = x.text[hour.at.start : hour.at.end], y.text[other.at.start : other.at.end]
                yield Clash("date", "hour", (x, y), words, (str(hour.minute), str(other.minute)))


@lru_cache(maxsize=KEPT)
def _timed_of(account: Account) -> tuple[tuple[Said, Clock, Claim], ...]:
    """Sentences that give an hour, with the verb nearest to it."""
    found: list[tuple[Said, Clock, Claim]] = []
    for said in account.lines:
        hour = clock(plain(said.text))
        if hour is None or is_market_talk(said.text) or _MOVED.search(said.text):
            continue
        near = [(_gap(claim.at, hour.at), number) for number, claim in enumerate(account.deeds(said))]
        if near and min(near)[0] <= _NEAR:
            found.append((said, hour, account.deeds(said)[min(near)[1]]))
    return tuple(found)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _value(when: When) -> str:
    return f"{when.period.first}/{when.period.last}" if when.period else when.words.lower()


@lru_cache(maxsize=KEPT)
def dated_of(account: Account) -> tuple[Dated, ...]:
    """What was done when: the one date of a sentence and the verbs beside it."""
    return tuple(_dated(account))


def _dated(account: Account) -> Iterator[Dated]:
    """Each verb with the date nearest to it, where only that one is near; what came again or was moved is left out."""
    for said in account.lines:
        dates = told_dates(said)
        if len(dates) != 1 or _MOVED.search(plain(said.text)):
            continue
        when = dates[0]
        if _SPAN.search(when.words) or _is_of_noun(said, when):
            continue
        for claim in account.deeds(said):
            between = said.text[min(claim.at.end, when.at.end) : max(claim.at.start, when.at.start)]
            is_deed = claim.act not in _EBBING and not claim.act.startswith("exists ")
            if is_deed and _gap(claim.at, when.at) <= _NEAR and not _APART.search(between):
                yield said, claim, when


def _is_of_noun(said: Said, when: When) -> bool:
    """ "the agreement of July 2024" has its own date, "the night of 3 May" is one."""
    found = _NOUN.search(said.text, 0, when.at.start)
    return bool(found) and found["what"].lower() not in _TIMES


def _differ(when: When, other: When, a: Account, b: Account) -> bool:
    if when.period is None or other.period is None:
        return False
    if when.period.last == other.period.last == date.max:  # "from 2 June"
        return when.period.first != other.period.first and _is_sure(when, a) and _is_sure(other, b)
    if is_open(when.period) or is_open(other.period) or not {when.period.precision, other.period.precision} <= _FINE:
        return False
    series = days_between(a, b) == (other.period.first - when.period.first).days  # each tells of its own day
    return is_apart(when.period, other.period) and not series and _is_sure(when, a) and _is_sure(other, b)


def _is_sure(when: When, account: Account) -> bool:
    """Said with a number, or a weekday of a document whose own day was told."""
    return any(c.isdigit() for c in when.words) or (when.words.lower() in _WEEKDAYS and account.sure)


def _tells(dated: Sequence[Dated], claim: Claim, when: When, account: Account) -> bool:
    """A document gives the other's date for the same too."""
    return any(c.act == claim.act and not _differ(each, when, account, account) for _, c, each in dated)
