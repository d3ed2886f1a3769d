"""Which tellings are of one happening: same or nested dates, words and names that agree. Wrong merges are worst."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from bot.answers.happenings import KIND_NAMES, Row, Telling
from bot.answers.reading import refers
from bot.model import Period, Span

_BRIDGE = 12  # of a row, that are compared with those of another
_MEMBERS = 6  # so many tellings of a row are compared with a new one

# How much of the weight of the shorter telling's words the other must hold.
_NOUN_DAY, _NOUN_SPAN = 0.6, 0.5
_SAME_TEXT, _MANY_NAMES, _ONE_NAME = 0.3, 0.35, 0.42
_SPAN = 0.6
_SENTENCES_SHARE, _SPANS_SHARE = 3, 4  # words that two sentences on one day, in one month or year, must share
_FEWEST = 2
_OPENING, _ONE_KIND = 0.12, 0.2  # of two sentences that share a pair or open texts of one story, or that name one kind
_STORY_SHORT = 0.5  # of two short sentences of one story
_SPAN_WHOLE, _SPAN_KIND = 0.85, 0.45
_TOP = 4  # sentences that open a text, its title among them
_MONTH, _HALF_YEAR = timedelta(31), timedelta(184)
_WEEKEND = timedelta(1)
_VERBATIM, _OF_ALL = 4, 0.75  # words that two sentences share of those of the longer, when one is copied from the other
_REPORTED = timedelta(3)  # a text may tell on its own day what happened so long before

_DATED_BY_ITSELF = "the document's date"

Names = Mapping[int, frozenset[int]]
"""The names of each document: for tellings that share none in their sentences."""

Stories = Mapping[int, int]
"""The story of each document that belongs to one."""


def merged(found: Sequence[Telling], known: Names, stories: Stories = MappingProxyType({})) -> list[Row]:
    """Rows in no particular order, each with its finest dated telling first."""
    rows = _Rows(found, known, stories)
    for telling in sorted(found, key=_finest_first):
        rows.add(telling)
    return rows.joined()


def _finest_first(telling: Telling) -> tuple[int, bool, int, Span, date, Span]:
    """Nothing is left to the order in which the tellings came."""
    days, told = (telling.when.last - telling.when.first).days, telling.told
    return days, told.words is None, told.document, told.at, telling.when.first, told.words or told.at


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two tellings have in common: words, how much of the shorter one's weight they are, names, a story."""

    words: frozenset[str]
    cover: float
    names: int
    pair: bool
    story: bool
    text: bool
    opening: bool  # both open their texts

    @property
    def kind(self) -> bool:
        return not self.words.isdisjoint(KIND_NAMES)


class _Rows:
    """The rows so far, found again by sentence, by document or story and day, and by their words."""

    def __init__(self, found: Sequence[Telling], known: Names, stories: Stories) -> None:
        self.rows: list[Row] = []
        self._known = known
        self._stories = stories
        self._weigh = _Weights(found)
        self._by_place: dict[tuple[int, int], list[Row]] = defaultdict(list)
        self._of_document: dict[tuple[int, Period], list[Row]] = defaultdict(list)
        self._of_story: dict[tuple[int, Period], list[Row]] = defaultdict(list)
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
        document, when = telling.told.document, telling.when
        self._of_document[document, when].append(row)
        if document in self._stories:
            self._of_story[self._stories[document], when].append(row)

    def joined(self) -> list[Row]:
        """One row of those that open the texts of one story on one day, where a sentence of theirs is alike another."""
        opening: dict[tuple[int, Period], list[Row]] = defaultdict(list)
        for row in self.rows:
            stories = {self._stories.get(each.told.document) for each in row.tellings if each.line.ordinal < _TOP}
            for story in stories - {None} if row.when.first == row.when.last else ():
                opening[story or 0, row.when].append(row)
        gone: set[int] = set()
        for rows in opening.values():
            most, *others = sorted(rows, key=lambda row: (-row.documents, row.number))
            for row in others:
                if not {most.number, row.number} & gone and self._bridged(most, row):
                    most.tellings.extend(row.tellings)
                    gone.add(row.number)
        return [row for row in self.rows if row.number not in gone]

    def _bridged(self, row: Row, other: Row) -> bool:
        return any(self._alike(a, b) > 0 for a in row.tellings[:_BRIDGE] for b in other.tellings[:_MEMBERS])

    def _home(self, telling: Telling) -> Row | None:
        for row in self._by_place.get(telling.place, ()):
            if _nested(row.when, telling.when):
                return row
        scored = [(self._likeness(telling, row), -row.number, row) for row in self._sharing(telling)]
        best = max(scored, default=None, key=lambda each: each[:2])
        if best and best[0] > 0:
            return best[2]
        return self._inherited_from(telling) if telling.told.words is None or refers(telling.line.text) else None

    def _inherited_from(self, telling: Telling) -> Row | None:
        """A date that was inherited belongs to what opens the document, else to what most of its story tell.

        So does what only refers to it: "The announcement came on Friday".
        """
        document, when = telling.told.document, telling.when
        own = [row for row in self._of_document.get((document, when), []) if _nested(row.when, when)]
        for row in own:
            if any(each.told.document == document and each.line.ordinal < _TOP for each in row.tellings):
                return row
        story = self._of_story.get((self._stories.get(document, -1), when), [])
        story = [row for row in story if _nested(row.when, when)]
        return max(story, default=own[0] if own else None, key=lambda row: row.documents)

    def _sharing(self, telling: Telling) -> Iterator[Row]:
        """The rows in question: their days are among the telling's, and enough words are in both."""
        counts = Counter(number for word in telling.wider for number in self._by_word.get(word, ()))
        days = _days_meant(telling)
        for number, shared in counts.items():
            row = self.rows[number]
            if _nested(row.when, days) and (shared >= _FEWEST or telling.is_noun or _holds_noun(row)):
                yield row

    def _likeness(self, telling: Telling, row: Row) -> float:
        return max(self._alike(telling, other) for other in row.tellings[:_MEMBERS])

    def _alike(self, a: Telling, b: Telling) -> float:
        """0: two happenings. Otherwise how sure it is that they are one."""
        if _word_for_word(a, b) and (self._of_one_story(a, b) or not a.names.isdisjoint(b.names)):
            return 1.0
        if a.names.isdisjoint(b.names) and not ((a.is_noun or b.is_noun) and self._share_names(a, b)):
            return 0.0  # without a name in common only nouns are one: "the 2020 clash"
        if a.focus.isdisjoint(b.wider) and b.focus.isdisjoint(a.wider):
            return 0.0
        shared = self._shared(a, b)
        if a.when == b.when and a.when.last - a.when.first <= _WEEKEND:
            one = _on_one_day(a, b, shared)
        elif _nested(a.when, b.when) or _nested(b.when, a.when):
            one = _in_one_span(a, b, shared)
        else:
            one = _reported_later(a, b, shared)
        return shared.cover if one else 0.0

    def _shared(self, a: Telling, b: Telling) -> _Shared:
        held, holding = a.focus & b.wider, b.focus & a.wider
        one, other = a.told.document, b.told.document
        return _Shared(
            held | holding,
            max(self._weigh(held, of=a.focus), self._weigh(holding, of=b.focus)),
            len(a.names & b.names),
            pair=not a.pairs.isdisjoint(b.pairs),
            story=self._of_one_story(a, b),
            text=one == other,
            opening=a.line.ordinal < _TOP and b.line.ordinal < _TOP,
        )

    def _of_one_story(self, a: Telling, b: Telling) -> bool:
        story = self._stories.get(a.told.document)
        return story is not None and story == self._stories.get(b.told.document)

    def _share_names(self, a: Telling, b: Telling) -> bool:
        here, there = (self._known.get(telling.told.document, frozenset()) for telling in (a, b))
        return len(here & there) > 1  # one is chance


def _days_meant(telling: Telling) -> Period:
    """What a text tells on its own day, without saying when, may have happened a little earlier."""
    if telling.told.basis != _DATED_BY_ITSELF:
        return telling.when
    return Period(telling.when.first - _REPORTED, telling.when.last, telling.when.precision)


def _holds_noun(row: Row) -> bool:
    return any(other.is_noun for other in row.tellings[:_MEMBERS])


def _nested(inner: Period, outer: Period) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _on_one_day(a: Telling, b: Telling, shared: _Shared) -> bool:
    if a.is_noun or b.is_noun:
        same = shared.text or shared.kind or shared.cover >= _NOUN_DAY
        return same and (not _at_odds(a, b) or shared.names > 0 or _names_which(a, b))
    if len(shared.words) < _FEWEST:
        return False
    if shared.cover >= _OPENING and (shared.pair or (shared.story and shared.opening)):
        return True
    if shared.kind and shared.cover >= (_OPENING if shared.story else _ONE_KIND) and (shared.story or shared.names > 1):
        return True
    if shared.story and shared.cover >= _STORY_SHORT:
        return True
    least = _SAME_TEXT if shared.text or shared.story else _MANY_NAMES if shared.names > 1 else _ONE_NAME
    return len(shared.words) >= _SENTENCES_SHARE and shared.cover >= least


def _in_one_span(a: Telling, b: Telling, shared: _Shared) -> bool:
    """A month, a year: many things happen in it, so that more must agree."""
    if _at_odds(a, b):
        return False
    if a.is_noun and b.is_noun:
        return shared.kind or shared.cover >= _SPAN
    if a.is_noun or b.is_noun:
        return shared.cover >= _NOUN_SPAN and (shared.kind or len(shared.words) >= _SENTENCES_SHARE)
    enough = _enough_for_a_span(a, b, shared)
    return any(len(shared.words) >= words and shared.cover >= cover for words, cover in enough)


def _enough_for_a_span(a: Telling, b: Telling, shared: _Shared) -> Iterator[tuple[int, float]]:
    """(words, cover) that two sentences must share, any of these."""
    yield _SPANS_SHARE, _SPAN
    if not a.near.isdisjoint(b.near):
        yield _FEWEST, _SPAN_WHOLE
        if shared.kind:
            yield _SENTENCES_SHARE, _ONE_KIND if shared.story else _SPAN_KIND
    if shared.story:
        days = (a.when.first, a.when.last) == (b.when.first, b.when.last)
        are_close = (_is_short(a.when) and _is_short(b.when)) or (days and a.when.last - a.when.first <= _HALF_YEAR)
        yield _SENTENCES_SHARE, _MANY_NAMES if are_close else _SPAN
        if days and shared.names > 1:
            yield _SPANS_SHARE, _SAME_TEXT


def _is_short(when: Period) -> bool:
    return when.last - when.first <= _MONTH


def _reported_later(a: Telling, b: Telling, shared: _Shared) -> bool:
    """One says when, the other tells it on the day of its text: the same happening when its kind is named by both."""
    if a.is_noun or b.is_noun or a.near.isdisjoint(b.near):
        return False
    enough = _SAME_TEXT if shared.story else _ONE_NAME
    return shared.kind and len(shared.words) >= _SENTENCES_SHARE and shared.cover >= enough


def _word_for_word(a: Telling, b: Telling) -> bool:
    """Whether one sentence is the other but for a word: agencies hand them on."""
    if a.is_noun or b.is_noun:
        return False
    shared = len(a.focus & b.focus)
    return shared >= _VERBATIM and shared >= _OF_ALL * max(len(a.focus), len(b.focus))


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
        self._whole: dict[frozenset[str], float] = {}

    def __call__(self, units: Iterable[str], *, of: frozenset[str]) -> float:
        """The share of the second in the first."""
        worth = self._worth.__getitem__
        if (whole := self._whole.get(of)) is None:
            whole = self._whole[of] = sum(map(worth, of)) or 1.0
        return sum(map(worth, units)) / whole
