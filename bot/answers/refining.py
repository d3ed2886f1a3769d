"""Finer dates for what a topic's own sentences date coarsely: who else on file tells the same, and says the day."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from bot.answers import happenings, reading
from bot.answers.happenings import Row, Telling
from bot.answers.merging import merged
from bot.model import Period
from bot.store.lookups import Lookups, Told

_DOCUMENTS = 12  # that are looked through for a finer date
_WITNESSES = 70  # events that are compared


def refined(lookups: Lookups, rows: Sequence[Row], stories: Mapping[int, int]) -> list[Row]:
    """The rows, those of a month or year with the day that another sentence gives."""
    coarse = [row for row in rows if _is_coarse(row.when)]
    if not coarse:
        return list(rows)
    found = _witnesses(lookups, coarse)
    if not found:
        return list(rows)
    own = {id(telling): row for row in coarse for telling in row.tellings}
    told = [*found, *(telling for row in coarse for telling in row.tellings)]
    known = lookups.named_in({telling.told.document for telling in told})
    finer: dict[int, Row] = {}
    for row in merged(told, known, stories):
        if not any(id(telling) not in own and telling.when == row.when for telling in row.tellings):
            continue
        for telling in row.tellings:
            if (mine := own.get(id(telling))) is not None and _is_within(row.when, mine.when):
                finer.setdefault(id(mine), row)
    return [*_with_their_day(rows, finer, own)]


def _with_their_day(rows: Sequence[Row], finer: Mapping[int, Row], own: Mapping[int, Row]) -> Iterator[Row]:
    """Rows that turn out to be one happening become one."""
    done: dict[int, Row] = {}
    known = {(telling.place, telling.when): row for row in rows for telling in row.tellings if telling.when == row.when}
    for row in rows:
        found = finer.get(id(row))
        if found is None:
            yield row
        elif id(found) in done:
            done[id(found)].tellings.extend(row.tellings)
        else:
            told = [telling for telling in found.tellings if id(telling) not in own and telling.when == found.when]
            given = min(told, key=partial(reading.fullness, when=found.when))
            if (known_row := known.get((given.place, given.when))) is not None:
                done[id(found)] = known_row
                known_row.tellings.extend(row.tellings)
            else:
                done[id(found)] = Row(found.when, [*row.tellings], given=given)
                yield done[id(found)]


def _is_coarse(when: Period) -> bool:
    return when.first != when.last and when.precision in ("week", "month", "quarter", "year")


def _is_within(inner: Period, outer: Period) -> bool:
    return inner != outer and outer.first <= inner.first and inner.last <= outer.last


def _witnesses(lookups: Lookups, coarse: Sequence[Row]) -> list[Telling]:
    """Dated in words and within one of these periods; from the same documents and those that name the same."""
    documents = _documents(lookups, coarse)
    placed = {(telling.place, telling.when) for row in coarse for telling in row.tellings}
    found: list[Told] = []
    for told in lookups.events_in(documents):
        when = told.when
        if when is None or told.words is None or ((told.document, told.sentence), when) in placed:
            continue
        if any(_is_within(when, row.when) for row in coarse):
            found.append(told)
    found = sorted(found, key=lambda told: documents.index(told.document))[:_WITNESSES]
    places = {(told.document, told.sentence) for told in found}
    return happenings.tellings(found, lookups.lines_at(places), lookups.names_at(places))


def _documents(lookups: Lookups, coarse: Sequence[Row]) -> list[int]:
    """Their own, then those that speak most of whom or what their clauses name."""
    own = dict.fromkeys(telling.told.document for row in coarse for telling in row.tellings)
    named = Counter(name for row in coarse for telling in row.tellings for name in telling.near)
    naming = lookups.documents_naming(named)
    others = sorted(naming.keys() - own.keys(), key=lambda document: (-naming[document], document))
    return [*own, *others][:_DOCUMENTS]
