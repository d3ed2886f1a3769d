"""A date as a publication states it -> Period: the ways of writing a day, a month or a year. Never relative words."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.model import Period

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_ISO = re.compile(
    r"(?<!\d)(?<!\d-)(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?=T\d|\D|$)"
)
_DAY_FIRST = re.compile(rf"{_DAY}(?:\s+of)?[\s\-./]{{1,3}}{_MONTH}[\s\-,./]{{1,3}}{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}[\s-]{{1,2}}{_DAY}(?:\s*,\s*|\s+|-){_YEAR}", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>[0-3]?\d)(?P<space> ?)(?P<sep>[/.-])(?P=space)(?P<b>[0-3]?\d)(?P=space)(?P=sep)(?P=space)"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+{_YEAR}", re.IGNORECASE)
_ISO_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)")
_MONTHS_IN_YEAR = 12
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A complete day and where the words of it stand, half-open."""

    day: date
    start: int
    end: int


def day_in(words: str, *, day_first: bool | None = None) -> FoundDay | None:
    """The first complete day in the words. "03/04/2024" could be two days: it is none unless `day_first` is known."""
    found = [hit for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMERIC) for hit in pattern.finditer(words)]
    for hit in sorted(found, key=lambda hit: (hit.start(), -hit.end())):
        if day := _day_of(hit, day_first):
            return FoundDay(day, *hit.span())
    return None


def numeric_order(text: str) -> bool | None:
    """Does this text write 31/12/2024 (True) or 12/31/2024 (False)? None where no date shows it, or both do."""
    hits = list(_NUMERIC.finditer(text))
    day_first = any(int(hit["a"]) > _MONTHS_IN_YEAR for hit in hits)
    month_first = any(int(hit["b"]) > _MONTHS_IN_YEAR for hit in hits)
    return None if day_first == month_first else day_first


def _day_of(hit: re.Match[str], day_first: bool | None) -> date | None:
    parts = hit.groupdict()
    if "a" not in parts:
        return _valid(int(parts["year"]), month_number(parts["month"]), int(parts["day"]))
    a, b = int(parts["a"]), int(parts["b"])
    if a <= _MONTHS_IN_YEAR and b <= _MONTHS_IN_YEAR and a != b and day_first is None:
        return None
    dotted = parts["sep"] == "."  # 3.4.2024 is only ever day first, but an order seen in the text goes before
    first_is_day = b <= _MONTHS_IN_YEAR and (a > _MONTHS_IN_YEAR or a == b or bool(day_first) or dotted)
    day, month = (a, b) if first_is_day else (b, a)
    return _valid(int(parts["year"]), month, day)


def month_number(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower()]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def period_of(words: str) -> Period | None:
    """What a whole value such as "3 May 2024", "2024-05-03T10:00Z", "May 2024" or "2024" means, or None."""
    words = words.strip()
    if found := day_in(words):
        return Period.day(found.day)
    if hit := _MONTH_YEAR.fullmatch(words) or _ISO_MONTH.fullmatch(words):
        return month_period(int(hit["year"]), month_number(hit["month"]))
    if _YEAR_ONLY.fullmatch(words):
        return Period(date(int(words), 1, 1), date(int(words), 12, 31), "year")
    return None


def month_period(year: int, month: int) -> Period | None:
    first = _valid(year, month, 1)
    if first is None:
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(first, following - timedelta(days=1), "month")
