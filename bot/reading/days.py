"""A date as a publication states it -> Period: the ways of writing a full day, a month or a year. Never relative words."""

import re
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
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_ISO = re.compile(
    r"(?<![\d-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?=T\d|\D|$)"
)
_DAY_FIRST = re.compile(rf"{_DAY}(?:\s+of)?[\s\-./]{{1,3}}{_MONTH}[\s\-,./]{{1,3}}{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}[\s-]{{1,2}}{_DAY}(?:\s*,\s*|\s+|-){_YEAR}", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)")
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+{_YEAR}", re.IGNORECASE)
_ISO_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)")
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d")


def day_in(words: str) -> tuple[date, re.Match[str]] | None:
    """The first complete day in the words, where it stands; "03/04/2024" could be two days and is none."""
    found = [hit for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMERIC) for hit in pattern.finditer(words)]
    for hit in sorted(found, key=lambda hit: hit.start()):
        day = _day_of(hit)
        if day:
            return day, hit
    return None


def _day_of(hit: re.Match[str]) -> date | None:
    parts = hit.groupdict()
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        if a <= 12 and b <= 12 and a != b:
            return None
        day, month = (a, b) if b <= 12 else (b, a)
    else:
        day, month = int(parts["day"]), month_number(parts["month"])
    return _valid(int(parts["year"]), month, day)


def month_number(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower()]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def period_of(words: str) -> Period | None:
    """What a whole value such as "3 May 2024", "2024-05-03T10:00Z", "May 2024" or "2024" means; None if it is no date."""
    words = words.strip()
    if found := day_in(words):
        return Period.day(found[0])
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
