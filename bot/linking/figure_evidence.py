"""What speaks for or against two figures of two documents being of one quantity of one thing at one time.

Each piece of evidence is a number, mostly 0 or 1; what it weighs stands in figures_told.py.
"""

import math
from collections.abc import Mapping
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, Said, days_between
from bot.linking.common_ground import documents_evidence, likeness, words_alike
from bot.linking.figure_pairs import Pair, are_kin, free_rivals, is_told
from bot.linking.figures import Figure
from bot.linking.odds import Evidence
from bot.linking.scopes import is_of_some, is_wished, scope
from bot.model import Period

_FEW = 10
_LONG = math.log(14)  # sentences, beyond which a text is only long
_FAR = 4.0  # beyond it a ratio says no more
_DOCUMENTS = frozenset(["lead names", "lead words", "no day in both", "undated"])


def first_evidence(pair: Pair) -> Evidence:
    """What costs little: the documents and the numbers."""
    f, g, a, b = pair.f, pair.g, pair.a, pair.b
    shared = documents_evidence(a, b)
    apart = 0.0 if f.is_growing or g.is_growing else shared["days apart"]  # what grows is of its day anyhow
    return {
        **{name: value for name, value in shared.items() if name in _DOCUMENTS},
        "days apart": apart,
        "long": min(shared["long"], _LONG),
        "words alike": words_alike(a, b),
        "apart, other days": float(bool(days_between(a, b)) and _days_in(a).isdisjoint(_days_in(b))),
        **{name: float(is_so) for name, is_so in _quantities(f, g).items()},
        "ratio": min(_FAR, pair.ratio),
        "told": float(is_told(f, b) + is_told(g, a)),
        "free rivals": math.log(free_rivals(f, a, b)) + math.log(free_rivals(g, b, a)),
    }


def further_evidence(pair: Pair) -> Evidence:
    """What the sentences say."""
    x, y, a, b = pair.x, pair.y, pair.a, pair.b
    return {
        **{name: float(is_so) for name, is_so in _settings(pair).items()},
        "words known": pair.known,
        "beside": likeness(_around(a)[x], _around(b)[y], a, b),
    }


def _quantities(f: Figure, g: Figure) -> dict[str, bool]:
    """What is said of the two numbers themselves."""
    return {
        "one outcome": f.is_outcome != g.is_outcome,
        "persons": f.is_count and g.is_count and f.counted != g.counted and f.are_persons and g.are_persons,
        "share": f.counted == "percent",
        "span": f.counted == "hour",
        "tally": f.is_tally and g.is_tally,
        "same outcome": f.is_outcome and f.counted == g.counted,
        "kin": f.is_count and g.is_count and f.noun != g.noun and are_kin(f, g),
        "single": min(f.number.low, g.number.low) == 1,
        "few": max(f.number.low, g.number.low) < _FEW,
    }


def _settings(pair: Pair) -> dict[str, bool]:
    """What the sentences and documents say that concerns numbers alone."""
    x, f, y, g = pair.x, pair.f, pair.y, pair.g
    here, there = scope(x.text, f.at), scope(y.text, g.at)
    return {
        "part of": here.is_part != there.is_part,
        "other frames": here.frames != there.frames,
        "other kinds": here.kinds != there.kinds,
        "of some": is_of_some(x.text, f.at) != is_of_some(y.text, g.at),
        "wished": is_wished(x.text, f.at) != is_wished(y.text, g.at),
    }


def _days_of(said: Said) -> frozenset[Period]:
    return frozenset(when.period for when in said.dates if when.period and when.period.first == when.period.last)


@lru_cache(maxsize=KEPT)
def _days_in(account: Account) -> frozenset[Period]:
    return frozenset[Period]().union(*map(_days_of, account.lines))


@lru_cache(maxsize=KEPT)
def _around(account: Account) -> Mapping[Said, frozenset[str]]:
    """All that is said in each sentence and the two beside it."""
    own = [line.common | line.proper for line in account.lines]
    return {
        line: frozenset[str]().union(*own[max(0, number - 1) : number + 2]) for number, line in enumerate(account.lines)
    }
