"""Two documents of one happening -> figures and claims in them that cannot both be right."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.linking.accounts import KEPT, Account, Said, days_between
from bot.linking.claims import Claim, verbs_of
from bot.linking.contexts import (
    are_of_strangers,
    are_rivals,
    around,
    beside,
    dates_fit,
    near_dates_fit,
    overlap,
    places_fit,
)
from bot.linking.figures import Figure
from bot.linking.wordforms import beginnings, root
from bot.model import Span

Kind = Literal["figure", "date", "name", "claim", "order"]
Relevant = Callable[[Said, Said], bool]

_PASSING = re.compile(
    r"\b(?:shares?|stock|price[sd]?|rates?|index|traded|trading|poll|points|temperatures?)\b", re.IGNORECASE
)
_FURTHER = re.compile(
    r"\b(?:another|again|second|separate(?:ly)?|earlier|previous(?:ly)?|last year|similar|first|latest|third|"
    r"aftershocks?|record)\b",
    re.IGNORECASE,
)
_LEAST, _ENOUGH, _SAME = 2, 0.5, 0.6  # words that two clauses share, how many and which part
_FAR = 8
_SPANS = frozenset(root(word) for word in "game season career match tournament half quarter round month year".split())
_EBBING = frozenset([root("rise")])  # of many things in one text: only of the very same
_BESIDE = 45  # characters


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


Found = tuple[Said, Figure]


def figure_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    here, there = _by_quantity(a), _by_quantity(b)
    for key in here.keys() & there.keys():
        pairs = [
            ((x, f), (y, g), weight)
            for x, f in here[key]
            for y, g in there[key]
            if not f.number.agrees(g.number)
            and not _is_told(f, there[key])
            and not _is_told(g, here[key])
            and relevant(x, y)
            and (weight := _alike((x, f), (y, g), a, b)) > 0
        ]
        if pairs:
            one, other, _ = max(pairs, key=lambda pair: (pair[2], pair[0][1].number.low + pair[1][1].number.low))
            yield from _clash(one, other, a, b)


@lru_cache(maxsize=KEPT)
def _by_quantity(account: Account) -> dict[tuple[str, str], list[Found]]:
    found: dict[tuple[str, str], list[Found]] = {}
    for said in account.lines:
        for figure in said.figures:
            found.setdefault((figure.counted, figure.of), []).append((said, figure))
    return found


def _is_told(figure: Figure, others: list[Found]) -> bool:
    """The other document has this number of the same things too: it tells of both."""
    return any(figure.number.agrees(other.number) for _, other in others)


def _alike(one: Found, other: Found, a: Account, b: Account) -> float:
    """How surely both figures measure one thing; 0: not."""
    (x, f), (y, g) = one, other
    if not dates_fit(x, y, a, b):
        return 0.0
    (proper, common), (others, rest) = around(x.text, f.at), around(y.text, g.at)
    near, far = (proper | common) - {f.counted}, (others | rest) - {f.counted}
    if are_rivals(near, far) or _is_another(x, f.at) or _is_another(y, g.at):
        return 0.0
    opening = x.place in a.opening and y.place in b.opening
    shared, cover = len(near & far), overlap(near, far)
    if opening and (f.counted.isupper() or f.counted == "magnitude"):
        return 2.0 + shared if _is_toll_of_one(one, other, a, b, cover) else 0.0
    strangers = bool(proper - y.proper and others - x.proper)
    if strangers or (f.is_tally and not (opening and cover >= _SAME and near & _SPANS == far & _SPANS)):
        return 1.0 if f.counted == "age" else 0.0
    least, enough = (4, _SAME) if f.weak else (3, 0.4)
    named = bool(proper & others) if f.weak and not opening else bool(x.proper & y.proper)
    named = named or (opening and cover >= _SAME and not x.proper | y.proper)
    if f.weak and (beside(x.text, f.at).isdisjoint(far) or beside(y.text, g.at).isdisjoint(near)):
        return 0.0
    enough_told = named and shared >= least - opening and cover >= (enough if _is_near(f, g) else _SAME)
    return float(shared) if enough_told or f.counted == "age" else 0.0


def _is_toll_of_one(one: Found, other: Found, a: Account, b: Account, cover: float) -> bool:
    """Both documents open with what became of people; nothing says that it was elsewhere, or others of them."""
    (x, f), (y, g) = one, other
    told = (x.proper | x.common) & (y.proper | y.common)
    sole = _is_sole(f, a) and _is_sole(g, b)
    return (sole or len(told) > _LEAST) and (_is_near(f, g) or cover >= _ENOUGH) and places_fit(x, y, a, b)


def _is_another(said: Said, at: Span) -> bool:
    """The words beside it say that there is more than one: another quake, an earlier deal."""
    return bool(_FURTHER.search(said.text, max(0, at.start - _BESIDE), at.end + _BESIDE))


def _is_sole(figure: Figure, account: Account) -> bool:
    """A document gives no other number of these."""
    return _is_told_only(figure, _by_quantity(account)[figure.counted, figure.of])


def _is_told_only(figure: Figure, others: list[Found]) -> bool:
    return all(figure.number.agrees(other.number) for _, other in others)


def _is_near(f: Figure, g: Figure) -> bool:
    """Of one order: far apart, one is rather of a part and the other of the whole."""
    low, high = sorted((max(f.number.low, 1.0), max(g.number.low, 1.0)))
    return f.number.high == 0 or g.number.high == 0 or high <= _FAR * low


def _clash(one: Found, other: Found, a: Account, b: Account) -> Iterator[Clash]:
    (x, f), (y, g) = one, other
    apart = days_between(a, b)
    if f.is_growing:
        newer_is_more = apart is not None and apart != 0 and (g.number.low > f.number.low) == (apart > 0)
        later = newer_is_more or f.moving or g.moving
    else:
        later = False
        passing = _PASSING.search(x.text) or _PASSING.search(y.text)
        if f.number.moved or g.number.moved or (apart and f.weak and passing):
            return
    words = x.text[f.at.start : f.at.end], y.text[g.at.start : g.at.end]
    values = tuple(f"{each.number.low:g} to {each.number.high:g}" for each in (f, g))
    yield Clash("figure", f"{f.counted} {f.of}", (x, y), words, (values[0], values[1]), later)


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
            for claim in said.claims:
                if claim.act in denied:
                    found.setdefault(claim.act, []).append((said, claim))
    return found


def _is_same_matter(one: tuple[Said, Claim], other: tuple[Said, Claim]) -> bool:
    (x, c), (y, d) = one, other
    if not near_dates_fit(x, c.at, y, d.at) or _is_another(x, c.at) or _is_another(y, d.at):
        return False
    if c.act.startswith("exists "):
        fits = not c.before or not d.before or not c.before.isdisjoint(d.before)
        return fits and bool(c.after & d.after)
    if are_rivals(c.about, d.about) or are_of_strangers(x, y) or (c.act in _EBBING and c.before != d.before):
        return False
    shared = c.about & d.about
    subjects = c.before & d.before if c.passive == d.passive else c.before & d.after or c.after & d.before
    return bool(subjects) and len(shared) >= _LEAST and overlap(c.about, d.about) >= _ENOUGH and _objects_fit(c, d)


def _objects_fit(c: Claim, d: Claim) -> bool:
    """What it was done to is the same, where both say so."""
    return not c.thing or not d.thing or c.thing == d.thing


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
