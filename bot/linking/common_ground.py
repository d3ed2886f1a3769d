"""What speaks for or against two sentences of two documents being of one thing, whatever is compared in them.

Each piece of evidence is a number, mostly 0 or 1; what it weighs stands with each kind of difference (see odds.py).
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, Said, days_between, is_one_happening, periods
from bot.linking.contexts import (
    are_of_one_matter,
    are_of_strangers,
    are_others,
    are_rivals,
    around,
    dates_fit,
    is_of_series,
    near_dates_fit,
    overlap,
    places_fit,
    setting,
)
from bot.linking.odds import Evidence
from bot.linking.scopes import have_one_of, is_market_talk, is_of_part, scope
from bot.model import Period, Span

_MANY = 5  # shared words beyond which more say no more
_APART = 4  # days


@dataclass(frozen=True, slots=True)
class Mention:
    """The words at `at` in a sentence of a document, of which it is asked what they are of."""

    account: Account
    said: Said
    at: Span


@lru_cache(maxsize=KEPT)
def documents_evidence(a: Account, b: Account) -> Evidence:
    """What two documents as a whole say for each pair of their sentences."""
    apart = days_between(a, b)
    return {
        "one happening": float(is_one_happening(a, b)),
        "names in both": min(len(a.proper & b.proper), _MANY) / _MANY,
        "days in both": float(not _days(a).isdisjoint(_days(b))),
        "no day in both": float(bool(_days(a)) and bool(_days(b)) and _days(a).isdisjoint(_days(b))),
        "one story": float(a.story is not None and a.story == b.story),
        "lead names": overlap(a.lead[0], b.lead[0]),
        "lead words": overlap(a.lead[1], b.lead[1]),
        "long": math.log(max(1, len(a.lines), len(b.lines))),
        "days apart": float(min(_APART, abs(apart or 0))),
        "undated": float(apart is None),
    }


@lru_cache(maxsize=KEPT)
def _days(account: Account) -> frozenset[Period]:
    return frozenset(period for period in periods(account) if period.first == period.last)


def sentences_evidence(one: Mention, other: Mention) -> Evidence:
    """What the sentences of both say, and the words around each."""
    (a, x, at), (b, y, there) = (one.account, one.said, one.at), (other.account, other.said, other.at)
    near = frozenset[str]().union(*around(x.text, at)), frozenset[str]().union(*around(y.text, there))
    settings = setting(x, a), setting(y, b)
    told = {
        "both open": x.place in a.opening and y.place in b.opening,
        "one opens": (x.place in a.opening) != (y.place in b.opening),
        "shared names": not settings[0].isdisjoint(settings[1]),
        "strangers": are_of_strangers(x, y),
        "one matter": are_of_one_matter(x, y, a, b),
        "series": is_of_series(x, y, a, b),
        "one of two": not have_one_of(x.text, at, y.text, there),
        "part": is_of_part(x.text, at, y.text, there),
        "other scopes": not scope(x.text, at).fits(scope(y.text, there)),
        "others": are_others(x, at, y, there),
        "other dates": not dates_fit(x, y, a, b),
        "other dates beside": not near_dates_fit(x, at, y, there),
        "other places": not places_fit(x, y, a, b),
        "rivals": are_rivals(*near),
        "market": is_market_talk(x.text) or is_market_talk(y.text),
    }
    return {
        **{name: 1.0 for name, is_so in told.items() if is_so},
        "words shared": min(len(near[0] & near[1]), _MANY) / _MANY,
        "words covered": overlap(*near),
        "sentences covered": overlap(x.common, y.common),
    }


@lru_cache(maxsize=KEPT)
def words_alike(a: Account, b: Account) -> float:
    """How much two documents say in the same words; names are none."""
    return len(a.common & b.common) / math.sqrt(max(1, len(a.common) * len(b.common)))


def likeness(one: frozenset[str], other: frozenset[str], a: Account, b: Account) -> float:
    """What is said in both parts of two documents, each word the more the rarer it is in either; as a logarithm."""
    here, there = _weights(a), _weights(b)
    return math.log1p(sum(here[word] * there[word] for word in one & other))


@lru_cache(maxsize=KEPT)
def _weights(account: Account) -> Mapping[str, float]:
    """Root -> how special it is in its document."""
    counts = Counter(word for line in account.lines for word in line.common | line.proper)
    return {word: 1 / math.sqrt(count) for word, count in counts.items()}
