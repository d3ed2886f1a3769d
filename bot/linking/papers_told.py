"""Two documents of one happening -> a paper that one takes to be there and the other not to be."""

from collections.abc import Iterator
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, Said, days_between
from bot.linking.claims import Claim, told_papers
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import are_of_one_matter, are_others, near_dates_fit, told_dates

_SOON = 1  # days after which what was not so may be so


def paper_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """ "failed to adopt a declaration" against "refused to sign the declaration"."""
    here, there = _papers(a), _papers(b)
    for x, c in here:
        for y, d in there:
            if (
                c.act == d.act
                and c.holds is not d.holds
                and relevant(x, y)
                and _are_of_one(x, c, y, d)
                and are_of_one_matter(x, y, a, b)
                and not any(each.act == c.act and each.holds is c.holds for _, each in there)
                and not any(each.act == d.act and each.holds is d.holds for _, each in here)
            ):
                later = is_later(x, b, a) if c.holds else is_later(y, a, b)
                words = x.text[c.at.start : c.at.end], y.text[d.at.start : d.at.end]
                yield Clash("claim", c.act, (x, y), words, (str(c.holds), str(d.holds)), later)


def is_later(holding: Said, denying: Account, account: Account) -> bool:
    """`account`, which says that it is so, is newer than the one that denies it, and it may have been done since."""
    apart = days_between(denying, account)
    if apart is None or apart <= 0 or denying.published is None:
        return False
    days = [when.period for when in told_dates(holding) if when.period]
    if days:
        return all(day.first > denying.published.last for day in days)
    return apart > _SOON


@lru_cache(maxsize=KEPT)
def _papers(account: Account) -> tuple[tuple[Said, Claim], ...]:
    return tuple((said, claim) for said in account.lines for claim in told_papers(said.text))


def _are_of_one(x: Said, c: Claim, y: Said, d: Claim) -> bool:
    if not near_dates_fit(x, c.at, y, d.at) or are_others(x, c.at, y, d.at):
        return False
    fits = not c.before or not d.before or not c.before.isdisjoint(d.before)
    return fits and not c.after.isdisjoint(d.after)
