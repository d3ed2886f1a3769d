"""Two documents of one happening -> days and hours they give it that cannot both be right."""

import math
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, days_between
from bot.linking.common_ground import documents_evidence, likeness
from bot.linking.conflicts import Clash, Relevant, anything
from bot.linking.contexts import are_of_strangers, are_rivals, is_of_series
from bot.linking.dated import Dated, dated_in, days_off
from bot.linking.deeds import have_one_thing, is_one_deed
from bot.linking.happenings import ONCE
from bot.linking.odds import ALWAYS, ENOUGH, Candidate, Evidence, Weights, chance

_MONTH, _YEAR = 31, 365  # days
_AROUND = 4  # words around two dates that may be of one thing
_LONG = math.log(14)  # sentences, beyond which a text is only long
_BOUNDS = frozenset("by since until till before after".split())

WEIGHTS: Weights = {
    "always": -7.64,
    "apart": -0.47,
    "apart stated": -0.34,
    "beside": 1.14,
    "both to come": 1.08,
    "closest": 0.77,
    "first once": 0.88,
    "free": -0.63,
    "gap": -0.35,
    "hour": 1.05,
    "lead names": 0.81,
    "lead words": -0.69,
    "long": 1.08,
    "names apart": -1.06,
    "once": 1.33,
    "one bound": -0.54,
    "one deed": 1.29,
    "one to come": -1.02,
    "other precision": -1.23,
    "other thing": -0.71,
    "rivals": -0.26,
    "same shift": -1.52,
    "series": -0.42,
    "sole": 0.81,
    "sole event": 0.91,
    "stated": 0.91,
    "strangers": -0.68,
    "told": -1.08,
}
"""Learned by `python -m benchmarks.differ_fit date --real LIBRARY.db --share 0.05 --ridge 2`."""


_AT_BEST: Evidence = {
    name: float(name not in ("years", "stated", "both to come"))  # which the distance says
    for name, weight in WEIGHTS.items()
    if weight > 0 and name != ALWAYS
}
"""All that speaks for it, at most."""


def date_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """Of the dates that may be of one thing the likeliest pairs, each date in one pair."""
    likely = [(chance(each.evidence, WEIGHTS), each.clash) for each in _candidates(a, b, relevant, ENOUGH)]
    taken = set[tuple[int, str]]()
    for odds, clash in sorted(likely, key=lambda each: -each[0]):
        sides = set(enumerate(clash.values))
        if odds >= ENOUGH and taken.isdisjoint(sides):
            taken |= sides
            yield clash


def date_candidates(a: Account, b: Account, relevant: Relevant = anything) -> Iterator[Candidate]:
    """Each two dates of a like happening that exclude each other, with the evidence on their being of one thing."""
    return _candidates(a, b, relevant, 0.0)


def _candidates(a: Account, b: Account, relevant: Relevant, least: float) -> Iterator[Candidate]:
    """Those that may be as likely as `least`."""
    here, there = (
        [each for each in dated_in(account) if not (each.told_on or each.moved or each.market)] for account in (a, b)
    )
    for one in here:
        for other in there:
            if (
                relevant(one.said, other.said)
                and _may_be_of_one(one, other)
                and one.excludes(other)
                and _at_best(one, other, a, b) >= least
                and not _are_of_two(one, other, a, b)
            ):
                key = "hour" if one.hour else "day"
                clash = Clash(
                    "date", key, (one.said, other.said), (one.words, other.words), (_value(one), _value(other))
                )
                yield Candidate(clash, _evidence(one, other, a, b))


def _are_of_two(x: Dated, y: Dated, a: Account, b: Account) -> bool:
    """Each is beside a name that is strange to the other document, one is of his son, or one is news and one past."""
    ages = sorted(age for age in (_age(x, a), _age(y, b)) if age is not None)
    is_past = len(ages) > 1 and ages[0] <= _MONTH and ages[1] > _YEAR
    if x.kin != y.kin or (is_past and not (x.is_year_open and y.is_year_open)):
        return True
    if _is_explained(x, y, dated_in(b)) or _is_explained(y, x, dated_in(a)):
        return True
    return all(_strangers(x, y, a, b)) and not (x.core & x.said.proper & y.core & y.said.proper)


def _strangers(x: Dated, y: Dated, a: Account, b: Account) -> tuple[frozenset[str], frozenset[str]]:
    """The names beside each of which the other document says nothing."""
    return (x.core & x.said.proper) - b.words, (y.core & y.said.proper) - a.words


def _is_explained(x: Dated, y: Dated, dated: Sequence[Dated]) -> bool:
    """The document of `y` gives the date of `x` right beside it, as "first set for 9 June"."""
    return any(
        each.period == x.period and each.agrees(x) and abs(each.said.place[1] - y.said.place[1]) <= 1 for each in dated
    )


def _may_be_of_one(x: Dated, y: Dated) -> bool:
    if x.hour or not (frozenset(x.kinds).isdisjoint(y.kinds) and x.core.isdisjoint(y.core)):
        return True
    return len(x.around & y.around) >= _AROUND


def _value(of: Dated) -> str:
    if of.hour:
        return str(of.hour.minute)
    return f"{of.period.first}/{of.period.last}" if of.period else of.words


def _at_best(x: Dated, y: Dated, a: Account, b: Account) -> float:
    """How likely it is that two dates are of one thing, as far as that is soon seen; the rest is dear."""
    return chance({**_AT_BEST, **_soon(x, y, a, b), **_distance(x, y, a, b)}, WEIGHTS)


def _soon(x: Dated, y: Dated, a: Account, b: Account) -> Evidence:
    """What costs little: the documents, what happens, the words around."""
    kinds = frozenset(x.kinds) & frozenset(y.kinds)
    shared = documents_evidence(a, b)
    return {
        "hour": float(x.hour is not None),
        "sole event": float(bool(kinds)),  # at best
        "once": float(not ONCE.isdisjoint(kinds)),
        "first once": float(x.kinds[:1] == y.kinds[:1] != () and x.kinds[0] in ONCE),
        "lead names": shared["lead names"],
        "lead words": shared["lead words"],
        "long": min(_LONG, shared["long"]),
        "beside": likeness(x.around, y.around, a, b),
        "free": math.log(_free(a, b, hours=bool(x.hour))) + math.log(_free(b, a, hours=bool(y.hour))),
    }


def _evidence(x: Dated, y: Dated, a: Account, b: Account) -> Evidence:
    here, there = dated_in(a), dated_in(b)
    kinds = frozenset(x.kinds) & frozenset(y.kinds)
    told = {
        "one bound": (x.how in _BOUNDS) != (y.how in _BOUNDS),
        "names apart": all(_strangers(x, y, a, b)),
        "told": any(each.agrees(x) for each in there) or any(each.agrees(y) for each in here),
        "sole": _is_sole(x, here) and _is_sole(y, there),
        "sole event": bool(kinds) and _is_sole(x, here, kinds) and _is_sole(y, there, kinds),
        "closest": _is_closest(x, y, there) and _is_closest(y, x, here),
        "strangers": are_of_strangers(x.said, y.said),
        "series": is_of_series(x.said, y.said, a, b),
        "rivals": are_rivals(x.core, y.core),
    }
    return {
        **_soon(x, y, a, b),
        **{name: float(is_so) for name, is_so in told.items()},
        **_deeds(x, y, a, b),
        **_distance(x, y, a, b),
    }


@lru_cache(maxsize=4 * KEPT)
def _free(account: Account, other: Account, *, hours: bool) -> int:
    """How many dates, or hours, a document gives that the other does not."""
    alike = [each for each in dated_in(account) if not each.told_on and bool(each.hour) is hours]
    there = dated_in(other)
    return max(1, len({each.period for each in alike if not any(each.agrees(one) for one in there)}))


def _is_sole(of: Dated, dated: Sequence[Dated], kinds: frozenset[str] | None = None) -> bool:
    """Its document gives no other date, or none of these happenings."""
    return not any(
        of.excludes(each) for each in dated if not each.told_on and (kinds is None or not kinds.isdisjoint(each.kinds))
    )


def _is_closest(x: Dated, y: Dated, dated: Sequence[Dated]) -> bool:
    """No other date of the document of `y` stands in more of the same words."""
    alike = [each for each in dated if bool(each.hour) is bool(y.hour) and not each.told_on]
    return all(len(x.around & y.around) >= len(x.around & each.around) for each in alike)


def _deeds(x: Dated, y: Dated, a: Account, b: Account) -> Evidence:
    c, d = x.claim, y.claim
    if c is None or d is None or c.act != d.act:
        return {}
    told = {
        "one deed": is_one_deed(c, d, a, b),
        "other thing": not have_one_thing(c, d),
    }
    return {name: 1.0 for name, is_so in told.items() if is_so}


def _distance(x: Dated, y: Dated, a: Account, b: Account) -> Evidence:
    """How far the dates are from each other and from the days on which they are told."""
    shift = days_between(a, b) or 0
    between = math.log1p(abs(shift)) / 3
    if x.hour or not x.period or not y.period:
        return {"apart": between}
    apart, precisions = days_off(x, y), {x.period.precision, y.period.precision}
    to_come = _is_to_come(x, a), _is_to_come(y, b)
    if apart != (y.period.first - x.period.first).days:  # one of them is taken for another year's
        to_come = (any(to_come),) * 2
    told = {
        "same shift": shift != 0 and shift == apart,
        "one to come": to_come[0] != to_come[1],
        "both to come": all(to_come),
        "other precision": len(precisions) > 1,
        "stated": x.stated and y.stated,
    }
    kind = "apart stated" if x.stated and y.stated else "apart"
    return {
        **{name: 1.0 for name, is_so in told.items() if is_so},
        "gap": math.log1p(abs(apart)) / 5,
        **({} if any(to_come) else {kind: between}),
    }


def _age(of: Dated, account: Account) -> int | None:
    if account.published is None or of.period is None:
        return None
    return (account.published.first - of.period.last).days if of.period.last != date.max else -1


def _is_to_come(of: Dated, account: Account) -> bool:
    return account.published is not None and of.period is not None and of.period.first > account.published.first
