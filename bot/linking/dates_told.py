"""Two documents of one happening -> days and hours they give it that cannot both be right."""

import math
from collections.abc import Iterator, Sequence
from datetime import date

from bot.linking.accounts import Account, days_between, is_one_happening
from bot.linking.conflicts import Clash, Relevant, anything
from bot.linking.contexts import are_of_strangers, are_rivals, is_of_series
from bot.linking.dated import Dated, dated_in, days_off
from bot.linking.deeds import are_known, have_one_thing, is_one_deed
from bot.linking.happenings import ONCE
from bot.linking.odds import ALWAYS, ENOUGH, Candidate, Evidence, Weights, chance
from bot.linking.scopes import is_of_part

_MONTH, _YEAR = 31, 365  # days
_MANY = 8  # words shared, beyond which more say no more
_STRANGE = 6
_BOUNDS = frozenset("by since until till before after".split())

WEIGHTS: Weights = {
    "always": -4.51,
    "same event": 0.34,
    "once": 1.12,
    "first once": 1.01,
    "other phase": -0.22,
    "sole": 0.36,
    "sole event": 1.18,
    "closest": 0.65,
    "told": -1.11,
    "one deed": 1.0,
    "other thing": -0.87,
    "unknown": -0.36,
    "denied": -0.68,
    "around": 1.03,
    "strange": -0.25,
    "strangers": -0.15,
    "rivals": -0.19,
    "part": -0.15,
    "series": -0.59,
    "other leads": -0.35,
    "hour": 0.82,
    "years": 0.3,
    "stated": 0.46,
    "other precision": -0.47,
    "one bound": -0.16,
    "again": -0.61,
    "gap": -0.36,
    "next day": 0.17,
    "same shift": -0.72,
    "apart": -0.34,
    "apart stated": -0.26,
    "one old": -0.26,
    "one to come": -0.56,
    "both to come": 1.01,
}
"""As `python -m benchmarks.differ_fit date --real ... --share 0.02` learned them."""


_AT_BEST: Evidence = {name: 1.0 for name, weight in WEIGHTS.items() if weight > 0 and name != ALWAYS}
_HOURS_AT_BEST = {**_AT_BEST, **dict.fromkeys(("years", "stated", "next day", "both to come"), 0.0)}
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
                and _at_best(one, other) >= least
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
    return bool(x.core & x.said.proper - b.words and y.core & y.said.proper - a.words)


def _is_explained(x: Dated, y: Dated, dated: Sequence[Dated]) -> bool:
    """The document of `y` gives the date of `x` right beside it, as "first set for 9 June"."""
    return any(each.agrees(x) and abs(each.said.place[1] - y.said.place[1]) <= 1 for each in dated)


def _may_be_of_one(x: Dated, y: Dated) -> bool:
    return bool(x.hour) or not (frozenset(x.kinds).isdisjoint(y.kinds) and x.core.isdisjoint(y.core))


def _value(of: Dated) -> str:
    if of.hour:
        return str(of.hour.minute)
    return f"{of.period.first}/{of.period.last}" if of.period else of.words


def _at_best(x: Dated, y: Dated) -> float:
    """How likely it is that two dates are of one thing, as far as that is soon seen; the rest is dear."""
    kinds = frozenset(x.kinds) & frozenset(y.kinds)
    return chance(
        {
            **(_HOURS_AT_BEST if x.hour else _AT_BEST),
            "hour": x.hour is not None,
            "same event": bool(kinds),
            "sole event": bool(kinds),
            "once": not ONCE.isdisjoint(kinds),
            "first once": x.kinds[:1] == y.kinds[:1] != () and x.kinds[0] in ONCE,
            "around": min(_MANY, len(x.around & y.around)) / _MANY,
        },
        WEIGHTS,
    )


def _evidence(x: Dated, y: Dated, a: Account, b: Account) -> Evidence:
    here, there = dated_in(a), dated_in(b)
    kinds = frozenset(x.kinds) & frozenset(y.kinds)
    told = {
        "hour": x.hour is not None,
        "same event": bool(kinds),
        "once": not ONCE.isdisjoint(kinds),
        "first once": x.kinds[:1] == y.kinds[:1] != () and x.kinds[0] in ONCE,
        "other phase": bool(x.phases and y.phases) and x.phases.isdisjoint(y.phases),
        "again": x.again != y.again,
        "one bound": (x.how in _BOUNDS) != (y.how in _BOUNDS),
        "told": any(each.agrees(x) for each in there) or any(each.agrees(y) for each in here),
        "sole": _is_sole(x, here) and _is_sole(y, there),
        "sole event": bool(kinds) and _is_sole(x, here, kinds) and _is_sole(y, there, kinds),
        "closest": _is_closest(x, y, there) and _is_closest(y, x, here),
        "other leads": not is_one_happening(a, b),
        "strangers": are_of_strangers(x.said, y.said),
        "series": is_of_series(x.said, y.said, a, b),
        "rivals": are_rivals(x.core, y.core),
        "part": not (x.is_of or y.is_of) and is_of_part(x.said.text, x.at, y.said.text, y.at),
    }
    return {
        **{name: 1.0 for name, is_so in told.items() if is_so},
        **_deeds(x, y, a, b),
        **_distance(x, y, a, b),
        "around": min(_MANY, len(x.around & y.around)) / _MANY,
        "strange": min(_STRANGE, len(x.core - b.words) + len(y.core - a.words)) / _STRANGE,
    }


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
        "unknown": not are_known(c, d, a, b),
        "denied": c.holds != d.holds,
    }
    return {name: 1.0 for name, is_so in told.items() if is_so}


def _distance(x: Dated, y: Dated, a: Account, b: Account) -> Evidence:
    """How far the dates are from each other and from the days on which they are told."""
    shift = days_between(a, b) or 0
    between = math.log1p(abs(shift)) / 3
    if x.hour or not x.period or not y.period:
        return {"apart": between}
    apart, precisions = days_off(x, y), {x.period.precision, y.period.precision}
    ages = _age(x, a), _age(y, b)
    if apart != (y.period.first - x.period.first).days:  # one of them is taken for another year's
        ages = (min(each for each in ages if each is not None),) * 2
    old, to_come = ([test(age) for age in ages] for test in (_is_old, _is_to_come))
    told = {
        "next day": abs(apart) == 1,
        "same shift": shift != 0 and shift == apart,
        "one old": old[0] != old[1],
        "one to come": to_come[0] != to_come[1],
        "both to come": all(to_come),
        "years": precisions == {"year"},
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


def _is_old(age: int | None) -> bool:
    return age is not None and age > _MONTH


def _is_to_come(age: int | None) -> bool:
    return age is not None and age < 0
