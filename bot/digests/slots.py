"""When a digest is due: cron and zone -> slots, and which of those that passed is to be posted now. Pure.

A slot is named by its local wall time without offset. A wall time that a clock change leaves out is due when it would
have come without the change, unless another slot falls on that very instant; one that occurs twice is due the first
time. As in cron, where both day fields are restricted either one suffices.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cron import Cron

_HORIZON = timedelta(days=366 * 9)  # 29 February is at most eight years away
_COUNTED = 1000  # skipped slots are counted up to here


@dataclass(frozen=True, slots=True)
class Schedule:
    cron: Cron
    zone: ZoneInfo

    def holds_day(self, day: date) -> bool:
        cron = self.cron
        by_date, by_week = day.day in cron.days, day.isoweekday() % 7 in cron.weekdays
        either = not cron.any_day and not cron.any_weekday
        return day.month in cron.months and (by_date or by_week if either else by_date and by_week)

    def holds(self, wall: datetime) -> bool:
        return wall.minute in self.cron.minutes and wall.hour in self.cron.hours and self.holds_day(wall.date())


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One time a schedule is due. `due` is aware, UTC; `wall` its local time without offset."""

    due: datetime
    wall: datetime

    @property
    def key(self) -> str:
        return self.wall.isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done now: post `post`, if any, and note that the slots from `first` to `last` were skipped."""

    post: Slot | None
    late: bool
    first: Slot | None = None
    last: Slot | None = None
    skipped: int = 0


NOTHING = Due(None, late=False)
_PUNCTUAL = timedelta(minutes=5)  # a digest this much behind its time is not called late


def due(schedule: Schedule, *, since: datetime, now: datetime, settled: Collection[str], catch_up: timedelta) -> Due:
    """Of the slots in (since, now] that are not `settled` (keys), the newest; older ones are skipped together."""
    passed = [slot for slot in newest(schedule, since, now, _COUNTED) if slot.key not in settled]
    if not passed:
        return NOTHING
    late = now - passed[0].due > _PUNCTUAL
    missed = passed[1:] if now - passed[0].due <= max(catch_up, _PUNCTUAL) else passed
    post = passed[0] if len(missed) < len(passed) else None
    if not missed:
        return Due(post, late)
    return Due(post, late, first=missed[-1], last=missed[0], skipped=len(missed))


def between(schedule: Schedule, after: datetime, until: datetime) -> list[Slot]:
    """The slots due in (after, until], in the order they are due."""
    if until <= after:
        return []
    first = after.astimezone(schedule.zone).date() - timedelta(days=2)  # a clock change may carry a slot over midnight
    last = until.astimezone(schedule.zone).date() + timedelta(days=1)
    return sorted(slot for slot in _slots(schedule, first, last) if after < slot.due <= until)


def coming(schedule: Schedule, after: datetime, count: int) -> list[Slot]:
    """The next `count` slots due later than `after`."""
    found: list[Slot] = []
    start, width = after, timedelta(days=2)
    while len(found) < count and start < after + _HORIZON:
        found += between(schedule, start, start + width)
        start, width = start + width, width * 2
    return found[:count]


def newest(schedule: Schedule, after: datetime, until: datetime, limit: int) -> list[Slot]:
    """The `limit` newest slots due in (after, until], the newest first."""
    found: list[Slot] = []
    end, width = until, timedelta(days=2)
    while len(found) < limit and after < end:
        start = max(after, end - width)
        found += reversed(between(schedule, start, end))
        end, width = start, width * 2
    return found[:limit]


def _slots(schedule: Schedule, first: date, last: date) -> Iterator[Slot]:
    times = [time(hour, minute) for hour in schedule.cron.hours for minute in schedule.cron.minutes]
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if schedule.holds_day(day):
            slots = (_slot(schedule, datetime.combine(day, at)) for at in times)
            yield from (slot for slot in slots if slot is not None)


def _slot(schedule: Schedule, wall: datetime) -> Slot | None:
    """None: the wall time does not exist that day, and another slot is due at the instant it moves to."""
    instant = wall.replace(tzinfo=schedule.zone, fold=0).astimezone(UTC)
    shown = instant.astimezone(schedule.zone).replace(tzinfo=None, fold=0)
    return None if shown != wall and schedule.holds(shown) else Slot(instant, wall)
