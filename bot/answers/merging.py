"""Which tellings are of one happening: same or nested dates, words and names that agree. Wrong merges are worst."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from bot.answers.happenings import KIND_NAMES, Row, Telling
from bot.model import Period, Span

_MEMBERS = 6  # so many tellings of a row are compared with a new one

# How much of the weight of the shorter telling's words the other must hold.
_NOUN_DAY, _NOUN_SPAN = 0.6, 0.5
_SAME_TEXT, _MANY_NAMES, _ONE_NAME = 0.3, 0.35, 0.42
_SPAN = 0.6
_SENTENCES_SHARE, _SPANS_SHARE = 3, 4  # words that two sentences on one day, in one month or year, must share

Names = Mapping[int, frozenset[int]]
"""The names of each document: for tellings that share none in their sentences."""


def merged(found: Sequence[Telling], known: Names) -> list[Row]:
    """Rows in no particular order, each with its finest dated telling first."""
    rows = _Rows(found, known)
    for telling in sorted(found, key=_finest_first):
        rows.add(telling)
    return rows.rows


def _finest_first(telling: Telling) -> tuple[int, bool, int, Span, date, Span]:
    """Nothing is left to the order in which the tellings came."""
    days, told = (telling.when.last - telling.when.first).days, telling.told
    return days, told.words is None, told.document, told.at, telling.when.first, told.words or told.at


class _Rows:
    """The rows so far, found again by sentence, by document and day, and by their words."""

    def __init__(self, found: Sequence[Telling], known: Names) -> None:
        self.rows: list[Row] = []
        self._known = known
        self._weigh = _Weights(found)
        self._by_place: dict[tuple[int, int], list[Row]] = defaultdict(list)
        self._by_day: dict[tuple[int, Period], Row] = {}
        self._by_word: dict[str, list[int]] = defaultdict(list)

    def add(self, telling: Telling) -> None:
        row = self._home(telling)
        if row is None:
            row = Row(telling.when)
            self.rows.append(row)
        number = row.number if row.tellings else len(self.rows) - 1
        row.number = number
        if len(row.tellings) < _MEMBERS:
            fresh = telling.wider.difference(*(other.wider for other in row.tellings))
            for word in fresh:
                self._by_word[word].append(number)
        row.tellings.append(telling)
        self._by_place[telling.place].append(row)
        self._by_day.setdefault((telling.told.document, telling.when), row)

    def _home(self, telling: Telling) -> Row | None:
        for row in self._by_place.get(telling.place, ()):
            if _nested(row.when, telling.when):
                return row
        if telling.told.words is None and (row := self._by_day.get((telling.told.document, telling.when))):
            # A date that was inherited inside a document belongs to what it was inherited from.
            return row
        scored = [(self._likeness(telling, row), -row.number, row) for row in self._sharing(telling)]
        best = max(scored, default=None, key=lambda each: each[:2])
        return best[2] if best and best[0] > 0 else None

    def _sharing(self, telling: Telling) -> Iterator[Row]:
        """The rows in question: their days are among the telling's, and enough words are in both."""
        counts = Counter(number for word in telling.wider for number in self._by_word.get(word, ()))
        for number, shared in counts.items():
            row = self.rows[number]
            few = telling.is_noun or any(other.is_noun for other in row.tellings[:_MEMBERS])
            if (few or shared >= _SENTENCES_SHARE) and _nested(row.when, telling.when):
                yield row

    def _likeness(self, telling: Telling, row: Row) -> float:
        return max(self._alike(telling, other) for other in row.tellings[:_MEMBERS])

    def _alike(self, a: Telling, b: Telling) -> float:
        """0: two happenings. Otherwise how sure it is that they are one."""
        held, holding = a.focus & b.wider, b.focus & a.wider
        shared = held | holding
        if not shared:
            return 0.0
        cover = max(self._weigh(held, of=a.focus), self._weigh(holding, of=b.focus))
        akin = not a.names.isdisjoint(b.names) or self._share_names(a, b)
        one_day = a.when == b.when and a.when.first == a.when.last
        return cover if akin and (_on_one_day if one_day else _in_one_span)(a, b, shared, cover) else 0.0

    def _share_names(self, a: Telling, b: Telling) -> bool:
        here, there = (self._known.get(telling.told.document, frozenset()) for telling in (a, b))
        return len(here & there) > 1  # one is chance


def _nested(inner: Period, outer: Period) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _on_one_day(a: Telling, b: Telling, shared: frozenset[str], cover: float) -> bool:
    common = len(a.names & b.names)
    if a.is_noun or b.is_noun:
        same = not shared.isdisjoint(KIND_NAMES) or cover >= _NOUN_DAY
        return same and (not _at_odds(a, b) or common > 0 or _names_which(a, b))
    least = _SAME_TEXT if a.told.document == b.told.document else _MANY_NAMES if common > 1 else _ONE_NAME
    return len(shared) >= _SENTENCES_SHARE and common > 0 and cover >= least


def _in_one_span(a: Telling, b: Telling, shared: frozenset[str], cover: float) -> bool:
    """A month, a year: many things happen in it, so that more must agree."""
    if _at_odds(a, b):
        return False
    kind = not shared.isdisjoint(KIND_NAMES)
    if a.is_noun and b.is_noun:
        return kind or cover >= _SPAN
    if a.is_noun or b.is_noun:
        return cover >= _NOUN_SPAN and (kind or len(shared) >= _SENTENCES_SHARE)
    return cover >= _SPAN and len(shared) >= _SPANS_SHARE and not a.names.isdisjoint(b.names)


def _at_odds(a: Telling, b: Telling) -> bool:
    """Each clause names somebody or some place, and not the same."""
    return bool(a.near) and bool(b.near) and a.near.isdisjoint(b.near)


def _names_which(a: Telling, b: Telling) -> bool:
    return not a.near.isdisjoint(b.names) or not b.near.isdisjoint(a.names)


class _Weights:
    """The rarer among the tellings at hand, the more a word says."""

    def __init__(self, found: Sequence[Telling]) -> None:
        counts = Counter(unit for telling in found for unit in telling.wider)
        self._worth = {unit: math.log(1 + (len(found) + 1) / count) for unit, count in counts.items()}

    def __call__(self, units: Iterable[str], *, of: Iterable[str]) -> float:
        """The share of the second in the first."""
        return sum(map(self._worth.__getitem__, units)) / (sum(map(self._worth.__getitem__, of)) or 1.0)
