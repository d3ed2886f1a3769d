"""What a timeline had no room for: by year, or by month of a single year, so that one can ask for it."""

import calendar
from collections import Counter
from collections.abc import Iterable
from datetime import date

from bot.answers.happenings import Row
from bot.model import Period
from bot.store.lookups import Lookups, Told

_PARTS = 12  # years or months that are named
_YEAR, _MONTH = 4, 7  # letters of an ISO day

Further = tuple[tuple[Period, int], ...]
"""Periods in order, each with how many tellings of a dated event in it stand in no row shown."""


def remaining(
    lookups: Lookups, told: Iterable[Told] | None, shown: Iterable[Row], *, begin: date, end: date
) -> Further:
    """`told`: all dated events of the topic; None: of everything on file."""
    events = [each for each in told if each.when is not None] if told is not None else None
    for letters in (_YEAR, _MONTH):
        counts = (
            Counter(lookups.dated_by(letters, first=begin, last=end))
            if events is None
            else _counted(events, letters, begin=begin, end=end)
        )
        if len(counts) > 1 or letters == _MONTH:
            break
    counts.subtract(_counted((t.told for row in shown for t in row.tellings), letters, begin=begin, end=end))
    most = sorted((part for part in counts if counts[part] > 0), key=lambda part: (-counts[part], part))[:_PARTS]
    return tuple((_period(part), counts[part]) for part in sorted(most))


def _counted(told: Iterable[Told], letters: int, *, begin: date, end: date) -> Counter[str]:
    """Tellings by the year or month that holds all of their date."""
    counts: Counter[str] = Counter()
    for each in told:
        when = each.when
        if when is not None and begin <= when.first and when.last <= end:
            first, last = when.first.isoformat()[:letters], when.last.isoformat()[:letters]
            if first == last:
                counts[first] += 1
    return counts


def _period(part: str) -> Period:
    year, month = int(part[:4]), int(part[5:] or 0)
    if not month:
        return Period(date(year, 1, 1), date(year, 12, 31), "year")
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")
