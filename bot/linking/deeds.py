"""Whether two claims tell of the same deed: act, tense, who, what, and the words around them."""

from bot.linking.accounts import Account
from bot.linking.claims import Claim
from bot.linking.contexts import are_rivals, overlap
from bot.linking.verbs import ONCE, TURNING

_MOST, _LEAST = 3, 2  # words that two tellings share
_HALF, _ENOUGH = 0.5, 0.6  # and which part of the shorter


def is_one_deed(c: Claim, d: Claim, a: Account, b: Account, without: frozenset[str] = frozenset()) -> bool:
    """A claim of `a` and one of `b`; `without`: roots that are compared by themselves, as the names of places."""
    if c.act != d.act or c.planned is not d.planned or are_rivals(c.about, d.about) or not have_one_thing(c, d):
        return False
    if not are_known(c, d, a, b, without) or not have_one_doer(c, d):
        return False
    about, other = c.about - without, d.about - without
    shared, cover = len(about & other), overlap(about, other)
    if c.act in ONCE and about & other & a.lead[0] & b.lead[0]:
        return True
    if shared >= _MOST:
        return cover >= _HALF
    if shared == _LEAST:
        return cover >= _ENOUGH
    known = c.before - other <= b.words and d.before - about <= a.words
    return shared == 1 and cover == 1.0 and known and c.thing == d.thing and len(about | other) > 1


def are_known(c: Claim, d: Claim, a: Account, b: Account, without: frozenset[str] = frozenset()) -> bool:
    """Nothing that it was done to is strange to the other document: a women's title, the wedding."""
    return c.phrase - d.about - without <= b.words and d.phrase - c.about - without <= a.words


def have_one_thing(c: Claim, d: Claim) -> bool:
    """What it was done to is the same, where both say so."""
    if c.act in TURNING and not c.before.isdisjoint(d.before):
        return True
    return not c.thing or not d.thing or c.thing == d.thing or (c.thing in d.about and d.thing in c.about)


def have_one_doer(c: Claim, d: Claim) -> bool:
    """The words before the verb meet, or of an active and a passive one those on the other side; nobody is all."""
    if (c.denied and not c.before) or (d.denied and not d.before):
        return not c.after.isdisjoint(d.after)
    if c.passive is d.passive or c.act in TURNING:
        return not c.before.isdisjoint(d.before)
    return not c.before.isdisjoint(d.after) or not c.after.isdisjoint(d.before)
