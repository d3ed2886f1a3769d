"""Two names of two documents: what speaks for it that both are told to be in one part of one thing."""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.linking.accounts import KEPT, Account, Said
from bot.linking.common_ground import documents_evidence
from bot.linking.contexts import are_rivals, overlap
from bot.linking.frames import frames
from bot.linking.namings import Naming, namings
from bot.linking.odds import Evidence
from bot.model import Period

_FLAGS = ("reports", "speaks", "owns")
_OBLIQUE = frozenset("of for from on over through in at into via".split())
_MOST = 3.0  # shared words that are rare in both documents, beyond which more say no more
_CLEAR = 2.0
_FIGURES = 3
_COMPANY = 3


AT_BEST: Evidence = {
    "same figures": 1.0,
    "same day": 1.0,
    "sentences' frames covered": 1.0,
    "likest one": 1.0,
    "margin": _CLEAR,
}
"""What is dearer to know than the first evidence, where all of it speaks for a pair."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Two names that may be told of in one part."""

    one: Naming
    other: Naming
    a: Account
    b: Account
    is_place: bool

    @cached_property
    def likeness(self) -> float:
        """How alike what is said of both is."""
        frames = _shared(self.one.frames, self.other.frames, _frame_counts(self.a), _frame_counts(self.b))
        told = _shared(_content(self.one.said), _content(self.other.said), _counts(self.a), _counts(self.b))
        sentences = self._near + 0.5 * (frames + told)
        if self.is_place:
            return sentences
        return sentences + len(self.one.called & self.other.called) + self._is_one_part + self._is_one_field

    @cached_property
    def _near(self) -> float:
        return _shared(self.one.near, self.other.near, _counts(self.a), _counts(self.b))

    @cached_property
    def _is_one_part(self) -> bool:
        return not self.one.parts.isdisjoint(self.other.parts)

    @cached_property
    def _is_one_field(self) -> bool:
        return not self.one.fields.isdisjoint(self.other.fields)

    @cached_property
    def first(self) -> Evidence:
        """What is cheap to know."""
        one, other = self.one, self.other
        told = self._as_places() if self.is_place else self._as_agents()
        told["same kind"] = one.kind == other.kind is not None
        told["both open"] = one.said.place in self.a.opening and other.said.place in self.b.opening
        return {
            **{name: 1.0 for name, is_so in told.items() if is_so},
            **_of_documents(self.a, self.b),
            "frames covered": overlap(one.frames, other.frames),
            "rare near": min(_MOST, self._near),
        }

    @property
    def evidence(self) -> Evidence:
        """All but what the other names say."""
        one, other = self.one, self.other
        told = {
            **self._of_sentences(),
            "put in": "put in" in one.flags ^ other.flags,
            "body speaks": any(each.kind == "ORGANISATION" and "speaks" in each.flags for each in (one, other)),
            "a mark": one.marks != other.marks,
            "rivals": are_rivals(one.near, other.near),
            **{flag: flag in one.flags ^ other.flags for flag in _FLAGS},
        }
        company = _company(one, self.a, is_place=self.is_place) + _company(other, self.b, is_place=self.is_place)
        return {
            **self.first,
            "other places beside" if self.is_place else "others beside": min(_COMPANY, company) / _COMPANY,
            **{name: 1.0 for name, is_so in told.items() if is_so},
            "sentences' frames covered": overlap(one.wide, other.wide),
            "likest one": float(_is_likest(one.said, other.said, self.a, self.b)),
        }

    def _as_places(self) -> dict[str, bool]:
        one, other = self.one, self.other
        return {
            "places": True,
            "sited": one.is_sited and other.is_sited,
            "of a place": "of" in (one.how, other.how),
            "homes": "home" in one.frames & other.frames,
        }

    def _as_agents(self) -> dict[str, bool]:
        one, other = self.one, self.other
        kinds = {one.kind, other.kind}
        return {
            "persons": kinds == {"PERSON"},
            "other kinds": kinds == {"PERSON", "ORGANISATION"},
            "one part": self._is_one_part,
            "same field": self._is_one_field,
            "one oblique": (one.how in _OBLIQUE) != (other.how in _OBLIQUE),
        }

    def _of_sentences(self) -> dict[str, bool]:
        x, y = self.one.said, self.other.said
        figures, days = (_figures(x), _figures(y)), (_days(x), _days(y))
        return {
            "other figures": all(figures) and figures[0].isdisjoint(figures[1]),
            "same figures": not figures[0].isdisjoint(figures[1]),
            "same day": not days[0].isdisjoint(days[1]),
        }


@lru_cache(maxsize=KEPT)
def _of_documents(a: Account, b: Account) -> Evidence:
    both = documents_evidence(a, b)
    figures = len(_all_figures(a) & _all_figures(b))
    return {
        **{name: both[name] for name in ("one happening", "lead names", "lead words", "days in both")},
        "figures": min(_FIGURES, figures) / _FIGURES,
    }


def _company(of: Naming, account: Account, *, is_place: bool) -> int:
    """How many other names of its sort its sentence has."""
    return len(
        {
            each.own
            for each in namings(account)
            if each.said is of.said
            and each.own.isdisjoint(of.own)
            and (each.is_sited if is_place else each.is_agent and not each.is_sited)
        }
    )


def _shared(x: frozenset[Hashable], y: frozenset[Hashable], here: Counter[Hashable], there: Counter[Hashable]) -> float:
    """What both hold, the rarer in both documents the more."""
    return sum(1 / math.sqrt(max(1, here[each]) * max(1, there[each])) for each in x & y)


@lru_cache(maxsize=KEPT)
def _counts(account: Account) -> Counter[Hashable]:
    return Counter(each for said in account.lines for each in _content(said))


@lru_cache(maxsize=KEPT)
def _frame_counts(account: Account) -> Counter[Hashable]:
    return Counter(each for said in account.lines for each in frames(said.common))


def _days(said: Said) -> frozenset[Period]:
    return frozenset(when.period for when in said.dates if when.period and when.period.first == when.period.last)


def _figures(said: Said) -> frozenset[float]:
    return frozenset(figure.number.low for figure in said.figures)


@lru_cache(maxsize=KEPT)
def _all_figures(account: Account) -> frozenset[float]:
    return frozenset[float]().union(*(_figures(said) for said in account.lines))


@lru_cache(maxsize=16384)
def _content(said: Said) -> frozenset[Hashable]:
    return frozenset[Hashable]((*said.common, *said.proper, *_figures(said)))


def _is_likest(x: Said, y: Said, a: Account, b: Account) -> bool:
    """No other sentence of one of the documents is more like the other one's."""
    own = _likeness(x, y)
    return own > 0 and (
        own >= max(_likeness(x, each) for each in b.lines) or own >= max(_likeness(each, y) for each in a.lines)
    )


@lru_cache(maxsize=16384)
def _likeness(x: Said, y: Said) -> float:
    here, there = _content(x), _content(y)
    return len(here & there) / math.sqrt(max(1, len(here) * len(there)))


def crowd(pair: Pair, pairs: Sequence[Pair]) -> int:
    """How many names could stand in the stead of these two."""
    here = {each.one.own for each in pairs if each.other is pair.other and _are_alike(each.one, pair.one)}
    there = {each.other.own for each in pairs if each.one is pair.one and _are_alike(each.other, pair.other)}
    return len(here) * len(there)


def margin(pair: Pair, pairs: Sequence[Pair]) -> float:
    """How much more alike these two are than each is to another name."""
    best = max(
        (
            each.likeness
            for each in pairs
            if (each.one is pair.one and each.other.own.isdisjoint(pair.other.own))
            or (each.other is pair.other and each.one.own.isdisjoint(pair.one.own))
        ),
        default=0.0,
    )
    return max(-_CLEAR, min(_CLEAR, pair.likeness - best))


def _are_alike(a: Naming, b: Naming) -> bool:
    return a.kind == b.kind or None in (a.kind, b.kind)
