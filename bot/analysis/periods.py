"""TIMEX3 values and periods: what days "2023-Q4" means, what "late" leaves of it, what lies two months before."""

import calendar
import re
from datetime import date, timedelta
from typing import Literal

from bot.model import Period, Precision

Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]
Modifier = Literal["", "early", "mid", "late", "about", "before", "after", "since"]

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-(?P<season>SP|SU|FA|WI))?(?:T[\w:.+-]*)?"
)
_LONG = re.compile(r"\d{2,3}")


def period_of(value: str, modifier: Modifier = "") -> Period | None:
    """The days of a TIMEX3 date value ("2025-06-26", "2024-10", "2023-Q4", "199", "2020/2025"); None if it has none."""
    try:
        ends = [_whole(part) for part in value.split("/")]
        first, last = ends[0], ends[-1]
        if first is None or last is None or last.last < first.first:
            return None
        return modified(Period(first.first, last.last, first.precision), modifier)
    except ValueError:  # 30 February, week 53 of a year that has 52, year 0
        return None


def _whole(value: str) -> Period | None:
    if _LONG.fullmatch(value):
        years: Precision = "decade" if len(value) == len("199") else "year"
        span = 10 ** (4 - len(value))
        year = int(value) * span
        return Period(date(year, 1, 1), date(year + span - 1, 12, 31), years)
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    year = int(found["year"])
    if found["day"]:
        return Period.day(date(year, int(found["month"]), int(found["day"])))
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        weekend = Period(monday + timedelta(5), monday + timedelta(6), "day")
        return weekend if found["weekend"] else Period(monday, monday + timedelta(6), "week")
    return _months_of(found, year)


def _months_of(found: re.Match[str], year: int) -> Period:
    if found["month"]:
        return months(year, int(found["month"]), 1, "month")
    if found["quarter"]:
        return months(year, 3 * int(found["quarter"]) - 2, 3, "quarter")
    if found["half"]:
        return months(year, 6 * int(found["half"]) - 5, 6, "month")
    if found["season"]:
        return months(year, SEASON_STARTS[found["season"]], 3, "month")
    return months(year, 1, 12, "year")


def months(year: int, month: int, count: int, precision: Precision) -> Period:
    """`count` whole months from the given one on, over a year's end too."""
    return Period(date(year, month, 1), shifted(date(year, month, 1), "month", count) - timedelta(1), precision)


def modified(period: Period, modifier: Modifier) -> Period:
    """What "early", "late", "about", "before" ... make of a period."""
    if modifier in ("early", "mid", "late"):
        return third(period, ("early", "mid", "late").index(modifier))
    if modifier == "about":
        return Period(period.first, period.last, "about")
    if modifier == "before":
        return (
            Period(date.min, max(period.first - timedelta(1), date.min), "before")
            if period.first > date.min
            else period
        )
    if modifier == "after":
        return Period(period.last + timedelta(1), date.max, "after") if period.last < date.max else period
    if modifier == "since":
        return Period(period.first, date.max, "after")
    return period


def third(period: Period, part: int) -> Period:
    """The first, middle or last third (0, 1, 2) of a period, as DESIGN's wording of "early" and "late" has it."""
    first = period.first
    if period.precision == "year" and (first.month, period.last.month, first.year) == (1, 12, period.last.year):
        return months(first.year, 1 + 4 * part, 4, "year")
    if period.precision == "decade":
        start, end = ((0, 3), (4, 6), (7, 9))[part]
        return Period(date(first.year + start, 1, 1), date(first.year + end, 12, 31), "decade")
    if period.precision == "month" and first.month == period.last.month:
        start, end = ((1, 10), (11, 20), (21, period.last.day))[part]
        return Period(first.replace(day=start), first.replace(day=end), "month")
    if period.precision == "quarter":
        return Period(shifted(first, "month", part), shifted(first, "month", part + 1) - timedelta(1), "quarter")
    days = (period.last - first).days + 1
    if days < 3:  # noqa: PLR2004 - a day or two have no thirds
        return period
    return Period(first + timedelta(days * part // 3), first + timedelta(days * (part + 1) // 3 - 1), period.precision)


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shifted(day: date, unit: Unit, count: int) -> date:
    """`count` units later (or earlier), a 31st becoming a 30th. Raises ValueError outside the calendar."""
    if unit in ("day", "week"):
        try:
            return day + timedelta(count * (7 if unit == "week" else 1))
        except OverflowError as error:
            raise ValueError(f"{count} {unit}s from {day} is outside the calendar") from error
    year, month = divmod(day.year * 12 + day.month - 1 + _MONTHS[unit] * count, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"year {year} is outside the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def named(day: date, unit: Unit) -> str:
    """The TIMEX3 value of the unit that the day lies in."""
    if unit == "day":
        return day.isoformat()
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}"[: {"year": 4, "decade": 3, "century": 2}[unit]]
