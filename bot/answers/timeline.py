"""Dated events in order, the same one told by several sentences as one row, undated ones beside them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers import correcting, coverage, explaining, happenings, naming, quoting, reading, topics
from bot.answers.answer import Entry, Proof, Timeline
from bot.answers.happenings import Row, Telling
from bot.answers.merging import merged
from bot.answers.proving import grounds
from bot.answers.refining import refined
from bot.answers.remaining import remaining
from bot.model import Period, Quote, Span
from bot.store.lookups import Line, Lookups, Told

_ROWS = 40
_TELLINGS = 360  # events that are compared with each other
_A_DAY = 16
_PERIODS = 200
_STORIED, _TOP = 120, 2  # documents of large stories, and how many of their first sentences, are looked at first
_UNDATED = 100
_INHERITED = 12  # sentences of one document about a topic in a row whose date they do not state themselves


def timeline(
    lookups: Lookups,
    about: str | None,
    *,
    first: Period | None = None,
    last: Period | None = None,
    undated: bool = False,
) -> Timeline:
    """Rows that touch the days from `first` on and up to `last`; the most told when there are more than fit.

    `undated`: whether what has no date is listed, too.
    """
    about = (about or "").strip() or None
    found = _timeline(lookups, about, first, last, undated=undated)
    if about is None or _tells(found):
        return found
    return correcting.as_meant(
        lookups, about, found, lambda words: _timeline(lookups, words, first, last, undated=undated), is_answer=_tells
    )


def _tells(answer: Timeline) -> bool:
    return bool(answer.entries or answer.undated_count)


def _timeline(
    lookups: Lookups, about: str | None, first: Period | None, last: Period | None, *, undated: bool
) -> Timeline:
    begin, end = first.first if first else date.min, last.last if last else date.max
    found = _events(lookups, about, begin, end)
    compared = _weightiest(found.dated)
    rows = [row for row in _rows(lookups, compared) if row.when.first <= end and begin <= row.when.last]
    shown = sorted(rows, key=lambda row: row.weight, reverse=True)[:_ROWS]
    shown = [row for row in _refined(lookups, shown) if row.when.first <= end and begin <= row.when.last]
    entries = entries_of(lookups, shown, inherited=_INHERITED if about else 1)
    fits = len(rows) == len(shown) and len(compared) == len(found.dated) and not found.is_sample
    is_empty = not rows and not found.undated_count
    listed = _undated(lookups, found.undated) if undated else ()
    entries, notes = _noted(lookups, entries, listed, introduced=found.asked)
    return Timeline(
        about=about,
        first=first,
        last=last,
        entries=entries,
        undated=listed,
        notes=notes,
        undated_count=found.undated_count,
        more=len(rows) - len(shown),
        similar=naming.near_names(lookups, about, limit=5) if about and is_empty else (),
        shelf=quoting.shelf(lookups),
        documents=len(coverage.coverage(lookups, about).documents) if about and is_empty else 0,
        further=() if fits else remaining(lookups, None if about is None else found.dated, shown, begin=begin, end=end),
    )


def rows_of(lookups: Lookups, dated: Sequence[Told]) -> list[Row]:
    """The dated events as rows, merged."""
    return _rows(lookups, dated)


def entries_of(lookups: Lookups, rows: Iterable[Row], *, inherited: int = 1) -> tuple[Entry, ...]:
    """Rows as entries in the order of time; each sentence once, the fullest first.

    `inherited`: how many sentences of a document may stand in a row whose date they do not state themselves.
    """
    rows = sorted(rows, key=lambda row: (row.when.first, row.when.last))
    found = grounds(lookups, rows)
    lines = {t.place: t.line for row in rows for t in row.tellings}
    lines |= lookups.lines_at({place for ground in found for _, place in ground.proofs} - lines.keys())
    quotes = quoting.quotes_of(lookups, lines.values())
    entries: list[Entry] = []
    for row, ground in zip(rows, found, strict=True):
        worth = _worth_quoting(row, inherited)
        told = quoting.told_once(dict.fromkeys(telling.place for telling in worth), quotes)
        if told:
            proofs = (Proof(how, quotes[place]) for how, place in ground.proofs if place in quotes)
            entries.append(Entry(row.when, ground.basis, tuple(told), tuple(proofs), _told(worth[0])))
    return tuple(entries)


def _noted(
    lookups: Lookups, entries: Sequence[Entry], undated: Sequence[Quote], *, introduced: Iterable[int]
) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries, and for each undated quote, what the sentence shown leaves open: "[He: Ann Lee]"."""
    shown = [*(entry.quotes[0] for entry in entries), *undated]
    beside = {(entry.quotes[0].document, entry.quotes[0].sentence): entry.when for entry in entries}
    told = [Line(quote.document, quote.sentence, quote.at, "prose", quote.text, None) for quote in shown]
    notes = explaining.explained(lookups, told, introduced=introduced, beside=beside)
    noted = (replace(entry, note=note) for entry, note in zip(entries, notes, strict=False))
    return tuple(noted), notes[len(entries) :]


def _told(telling: Telling) -> tuple[int, int] | None:
    """Where in its sentence the clause begins that tells it, and where the words of its date end.

    None where it begins with these: "announced" stands before them in "announced Monday that".
    """
    words, start = telling.told.words, telling.line.at.start
    begin = happenings.clause(telling.told, telling.line).start
    if words is None or (begin >= words.start and not telling.is_noun):
        return None
    return min(begin, words.start) - start, words.end - start


def _worth_quoting(row: Row, inherited: int) -> list[Telling]:
    """All that state the date, and of each document a few that inherited it; a single one of these must stand alone."""
    best = sorted(row.tellings, key=lambda telling: reading.fullness(telling, row.when))
    counts: Counter[int] = Counter()
    kept: list[Telling] = []
    for telling in best:
        stated = telling.told.words is not None
        lost = inherited == 1 and reading.dangles(telling.line.text)
        if not stated and (lost or counts[telling.told.document] >= inherited):
            continue
        counts[telling.told.document] += not stated
        kept.append(telling)
    return kept or best[:1]


@dataclass(frozen=True, slots=True)
class _Events:
    """`dated`: those that a row may be made of; a sample where nothing was asked for. `undated`: the first of these."""

    undated_count: int
    undated: Sequence[Told]
    dated: Sequence[Told]
    is_sample: bool = False
    asked: frozenset[int] = frozenset()  # the names that the reader gave in full


def _events(lookups: Lookups, about: str | None, begin: date, end: date) -> _Events:
    if about is None:
        count, undated = lookups.undated(_UNDATED)
        dated, is_sample = _most_told(lookups, begin, end)
        return _Events(count, undated, dated, is_sample)
    topic = topics.topic(lookups, about)
    if not topic.places:  # no sentence holds the words themselves
        topic = coverage.told(lookups, about)
    told = lookups.events_at(topic.places)
    dated = [each for each in told if each.when is not None]
    stated = {(each.document, each.sentence) for each in dated}
    undated = [each for each in told if each.when is None and (each.document, each.sentence) not in stated]
    asked = frozenset(name.id for name in topic.names) if " " in about else frozenset[int]()
    return _Events(len(undated), undated, _of_topic(lookups, _within(dated, begin, end), topic), asked=asked)


def _within(told: Iterable[Told], begin: date, end: date) -> list[Told]:
    """From whole years, so that a coarser date finds its finer one."""
    first, last = date(begin.year, 1, 1), date(end.year, 12, 31)
    return [each for each in told if each.when is not None and each.when.first <= last and first <= each.when.last]


def _of_topic(lookups: Lookups, told: Sequence[Told], topic: topics.Topic) -> list[Told]:
    """Of a sentence's several dates those in whose clause the name or words stand, when they stand in one at all."""
    lines = lookups.lines_at((each.document, each.sentence) for each in told)
    events: dict[topics.Place, list[Told]] = defaultdict(list)
    for each in told:
        events[each.document, each.sentence].append(each)
    kept: list[Told] = []
    for place, here in events.items():
        spans, line = topic.spans.get(place, ()), lines.get(place)
        held = [each for at in spans for each in _nearest(here, line, at)] if line else []
        kept += dict.fromkeys(held or here)
    return kept


def _nearest(told: Sequence[Told], line: Line, at: Span) -> list[Told]:
    """Those in whose words the name stands; where a clause holds a dated noun ("the 2020 attack"), the nearer."""
    around = [(happenings.clause(each, line), each) for each in told]
    holding = [(clause.end - clause.start, each) for clause, each in around if clause.overlaps(at)]
    least = min((size for size, _ in holding), default=0)
    return [each for size, each in holding if size == least]


def _most_told(lookups: Lookups, begin: date, end: date) -> tuple[list[Told], bool]:
    """Events of the stories and of the days that most documents speak of; and whether there are others."""
    first, last = date(begin.year, 1, 1), date(end.year, 12, 31)
    told = [told for told in lookups.events_in(lookups.in_large_stories(_STORIED)) if told.sentence < _TOP]
    found = dict.fromkeys(_within(told, begin, end)[: _TELLINGS // 2])
    days = lookups.eventful_days(_PERIODS, first=first, last=last)
    for place, (day, until, _, _, count) in enumerate(days):
        found |= dict.fromkeys(lookups.events_on(day, until, limit=_A_DAY))
        if len(found) >= _TELLINGS:
            return list(found), place + 1 < len(days) or count > _A_DAY
    return list(found), len(days) == _PERIODS or any(count > _A_DAY for *_, count in days)


def _weightiest(dated: Sequence[Told]) -> list[Told]:
    """Not more than can be compared in a moment: those of the periods that most sentences speak of."""
    if len(dated) <= _TELLINGS:
        return list(dated)
    counts: dict[Period, int] = {}
    for each in dated:
        if each.when is not None:
            counts[each.when] = counts.get(each.when, 0) + 1
    return sorted(dated, key=lambda each: -counts[each.when] if each.when else 0)[:_TELLINGS]


def _rows(lookups: Lookups, dated: Sequence[Told]) -> list[Row]:
    places = {(each.document, each.sentence) for each in dated}
    tellings = happenings.tellings(dated, lookups.lines_at(places), lookups.names_at(places))
    documents = {each.document for each in dated}
    return merged(tellings, lookups.named_in(documents), _stories(lookups, documents))


def _refined(lookups: Lookups, rows: Sequence[Row]) -> list[Row]:
    documents = {telling.told.document for row in rows for telling in row.tellings}
    return refined(lookups, rows, _stories(lookups, documents))


def _stories(lookups: Lookups, documents: Iterable[int]) -> dict[int, int]:
    found = lookups.documents(documents).values()
    return {document.id: document.story for document in found if document.story is not None}


def _undated(lookups: Lookups, undated: Sequence[Told]) -> tuple[Quote, ...]:
    """The newest documents first. A noun in such a sentence may have a date and a row."""
    places = [*dict.fromkeys((each.document, each.sentence) for each in undated)][:_UNDATED]
    return tuple(quoting.newest_first(quoting.told_once(places, quoting.quotes(lookups, places))))
