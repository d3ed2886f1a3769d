"""What one document dates before that on which it rests, as another tells or all know: a grant, an application."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.linking.accounts import KEPT, Account, Said, When, is_open
from bot.linking.claims import Claim
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import are_of_one_matter
from bot.linking.dated import Dated, dated_in
from bot.linking.deeds import is_one_deed
from bot.linking.happenings import RESTS_ON
from bot.model import Period, Span
from bot.words import Caseless, plain

_JOINT = Caseless(
    r"\b(?P<how>before|after)\b"
    r"|\b(?:and )?only (?P<then>then|afterwards|later)\b",
)
_OPENING = re.compile(r"^(?:Only |Shortly |Soon )?(?P<how>Before|After)\b")
_UNDER = Caseless(
    r"\b(?:under|following|thanks to|on the basis of|as part of|in line with) (?:the|an?|their) (?:[\w'’-]+ ){0,3}?"
    r"(?:agreement|deal|accord|pact|treaty|contract|licen[cs]e|permit|law|decree|resolution|mandate)\b",
)
_LEFT, _RIGHT = 70, 55  # characters between a verb and what joins it to the other
_FRONT = 3  # where a sentence opens
_CLOSE = 16  # from a paper to its date
_STOP = re.compile(r"[;:]")
_LEAST = 3  # words that two tellings of one matter share beside what happens


class Order(NamedTuple):
    """A sentence that tells one deed before another, at the half-open span of its words."""

    said: Said
    first: Claim
    then: Claim
    at: Span


def sequence_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """`a` and `b` are two; each pair is asked for once."""
    yield from _too_early(a, b, relevant)
    yield from _too_early(b, a, relevant)
    yield from _unprepared(a, b, relevant)
    yield from _unprepared(b, a, relevant)


def _is_same(c: Claim, d: Claim) -> bool:
    """Of which "he" is is left open."""
    return c.act == d.act and (not c.about or not d.about or not (c.about - {c.act}).isdisjoint(d.about))


def _too_early(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """`a` dates a deed before that after which `b` lets it be done."""
    after = _after_dates_of(b)
    for dated in _dated_deeds(a) if after else ():
        x, claim, when = dated.said, dated.claim, dated
        for y, deed, since, at in after:
            if (
                claim is not None
                and _is_before(when.period, since.period)
                and not claim.denied
                and is_one_deed(claim, deed, a, b)
                and relevant(x, y)
                and are_of_one_matter(x, y, a, b)
            ):
                texts = _text(x, Span(min(claim.at.start, when.at.start), max(claim.at.end, when.at.end))), _text(y, at)
                yield Clash("order", f"{claim.act} early", (x, y), texts, texts)


def _unprepared(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """What `a` dates before `b` dates that without which it cannot be."""
    for one in dated_in(a):
        needed = RESTS_ON.get(one.kinds[0]) if one.kinds and not one.told_on and not one.hour else None
        for other in dated_in(b) if needed else ():
            if (
                needed
                and other.kinds
                and not (other.told_on or other.hour or other.moved)
                and other.kinds[0] in needed
                and one.kinds[0] not in other.kinds
                and _is_before(one.period, other.period)
                and len(one.core & other.core) >= _LEAST
                and relevant(one.said, other.said)
            ):
                texts = one.words, other.words
                yield Clash(
                    "order", f"{one.kinds[0]} {other.kinds[0]}", (one.said, other.said), texts, ("done", "needed")
                )


def _is_before(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and not is_open(one) and not is_open(other) and one.last < other.first


@lru_cache(maxsize=KEPT)
def _dated_deeds(account: Account) -> tuple[Dated, ...]:
    """Days of deeds, where nothing came again or was moved."""
    return tuple(
        each
        for each in dated_in(account)
        if each.period
        and not (each.hour or each.told_on or each.moved or each.again or is_open(each.period))
        and each.claim  # last, as it takes longest
    )


def _text(said: Said, at: Span) -> str:
    return said.text[at.start : at.end]


@lru_cache(maxsize=KEPT)
def _after_dates_of(account: Account) -> tuple[tuple[Said, Claim, When, Span], ...]:
    return (*_after_deeds(account), *_under_papers(account))


def _after_deeds(account: Account) -> Iterator[tuple[Said, Claim, When, Span]]:
    """What was done after something that the same document dates."""
    for order in _orders_of(account):
        for dated in _dated_deeds(account):
            if dated.claim and _is_same(dated.claim, order.first):
                when = When(dated.at, dated.words, dated.period, dated.stated)
                yield order.said, order.then, when, order.at


def _under_papers(account: Account) -> Iterator[tuple[Said, Claim, When, Span]]:
    """What was done under a paper that is dated right behind it."""
    for said in account.lines:
        found = _UNDER.search(plain(said.text)) if said.dates else None
        if found is None:
            continue
        for claim in account.deeds(said):
            before = 0 <= found.start() - claim.at.end <= _LEFT
            after = found.start() < _FRONT and 0 <= claim.at.start - found.end() <= _LEFT
            if claim.denied or not (before or after):
                continue
            for when in said.dates:
                if 0 <= when.at.start - found.end() <= _CLOSE and when.period and not is_open(when.period):
                    at = Span(min(claim.at.start, found.start()), max(claim.at.end, when.at.end))
                    yield said, claim, when, at


@lru_cache(maxsize=KEPT)
def _orders_of(account: Account) -> tuple[Order, ...]:
    return tuple(order for said in account.lines for order in _orders(said, account))


def _orders(said: Said, account: Account) -> Iterator[Order]:
    text = plain(said.text).replace("\n", " ")
    joint = _OPENING.search(text) or _JOINT.search(text)
    if joint is None:
        return
    claims = [claim for claim in account.deeds(said) if not claim.denied and not claim.planned]
    pair = _opened(text, joint, claims) if joint.start() == 0 else _joined(text, joint, claims)
    if pair is None or pair[0].act == pair[1].act:
        return
    left, right = pair
    how = (joint.groupdict().get("how") or "before").lower()  # "only then": the left one first
    first, then = (left, right) if how == "before" else (right, left)
    yield Order(said, first, then, Span(min(left.at.start, right.at.start), max(left.at.end, right.at.end)))


def _joined(text: str, joint: re.Match[str], claims: list[Claim]) -> tuple[Claim, Claim] | None:
    left = [c for c in claims if c.at.end <= joint.start() and not _STOP.search(text, c.at.end, joint.start())]
    right = [c for c in claims if c.at.start >= joint.end() and not _STOP.search(text, joint.end(), c.at.start)]
    if not left or not right:
        return None
    one, other = max(left, key=_end), min(right, key=_end)
    near = joint.start() - one.at.end <= _LEFT and other.at.start - joint.end() <= _RIGHT
    return (one, other) if near else None


def _opened(text: str, joint: re.Match[str], claims: list[Claim]) -> tuple[Claim, Claim] | None:
    """ "After the bank had closed, the police came": as if the second stood first."""
    comma = text.find(", ")
    inside = [c for c in claims if joint.end() <= c.at.start and c.at.end <= comma]
    after = [c for c in claims if c.at.start > comma > 0]
    return (min(after, key=_end), max(inside, key=_end)) if inside and after else None


def _end(claim: Claim) -> int:
    return claim.at.end
