"""Whether two claims tell of the same deed: act, tense, who, what, and the words around them."""

from bot.linking.accounts import Account
from bot.linking.claims import Claim
from bot.linking.contexts import are_rivals, are_short_and_one, overlap
from bot.linking.verbs import ONCE, TURNING

_MOST, _LEAST = 3, 2  # words that two tellings share
_HALF, _ENOUGH = 0.5, 0.6  # and which part of the shorter


def is_one_deed(c: Claim, d: Claim, a: Account, b: Account, without: frozenset[str] = frozenset()) -> bool:
    """A claim of `a` and one of `b`; `without`: roots that are compared by themselves, as the names of places."""
    if c.act != d.act or c.planned is not d.planned or are_rivals(c.about, d.about):
        return False
    about, other = c.about - without, d.about - without
    if c.act in ONCE and _is_done_once(c, d, a, b, about & other):
        return True
    if not have_one_thing(c, d) or not are_known(c, d, a, b, without) or not have_one_doer(c, d):
        return False
    shared, cover = len(about & other), overlap(about, other)
    if shared >= _MOST:
        return cover >= _HALF
    if shared == _LEAST:
        return cover >= _ENOUGH
    known = c.before - other <= b.words and d.before - about <= a.words
    return shared == 1 and cover == 1.0 and known and c.thing == d.thing and len(about | other) > 1


def _is_done_once(c: Claim, d: Claim, a: Account, b: Account, shared: frozenset[str]) -> bool:
    """Of one name with which both open; in short reports also of what one of them only calls "the airliner"."""
    names = a.lead[0] & b.lead[0]
    if have_one_doer(c, d) and have_one_thing(c, d) and shared & names:
        return True
    named = not c.before.isdisjoint(names), not d.before.isdisjoint(names)
    turns = c.act in TURNING or (c.passive and d.passive) or not (c.thing or d.thing)
    return named[0] is not named[1] and bool(c.before and d.before) and turns and are_short_and_one(a, b)


def are_known(c: Claim, d: Claim, a: Account, b: Account, without: frozenset[str] = frozenset()) -> bool:
    """Nothing that it was done to is strange to the other document: a women's title, the wedding."""
    return c.phrase - d.about - without <= b.words and d.phrase - c.about - without <= a.words


def have_one_thing(c: Claim, d: Claim) -> bool:
    """What it was done to is the same, where both say so."""
    is_other_voice = c.passive is not d.passive or not (c.thing and d.thing)
    if c.act in TURNING and is_other_voice and not c.before.isdisjoint(d.before):
        return True
    return not c.thing or not d.thing or c.thing == d.thing or (c.thing in d.about and d.thing in c.about)


def have_one_doer(c: Claim, d: Claim) -> bool:
    """The words before the verb meet, or of an active and a passive one those on the other side; nobody is all."""
    if (c.denied and not c.before) or (d.denied and not d.before):
        return not c.after.isdisjoint(d.after)
    if c.passive is d.passive or c.act in TURNING:
        return not c.before.isdisjoint(d.before)
    return not c.before.isdisjoint(d.after) or not c.after.isdisjoint(d.before)
