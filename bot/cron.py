"""A cron expression as a value. Cron's own numbers: 0 and 7 are Sunday. What fires it lives in schedule."""

import re
from dataclasses import dataclass

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "sun mon tue wed thu fri sat".split()
_LONGEST_MONTH = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_PIECE = re.compile(r"(?P<first>\*|\w+)(?:-(?P<last>\w+))?(?:/(?P<step>\d+))?")


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    low: int
    high: int
    words: tuple[str, ...] = ()  # the first stands for `low`


_FIELDS = (
    _Field("minute", 0, 59),
    _Field("hour", 0, 23),
    _Field("day of the month", 1, 31),
    _Field("month", 1, 12, tuple(_MONTHS)),
    _Field("weekday", 0, 7, tuple(_WEEKDAYS)),
)


@dataclass(frozen=True, slots=True)
class Cron:
    """The values of each field in ascending order; weekdays count from Sunday = 0.

    As in cron, a day fits when its date *or* its weekday fits, if neither of these two fields is a star.
    """

    text: str
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: tuple[int, ...]
    months: tuple[int, ...]
    weekdays: tuple[int, ...]
    any_day: bool
    any_weekday: bool


def read_cron(text: str) -> Cron:
    """Raises ValueError with one sentence that names the field."""
    parts = text.lower().split()
    if len(parts) != len(_FIELDS):
        raise ValueError(
            f"cron wants five fields (minute hour day month weekday), as in '0 8 * * mon-fri', not {len(parts)}"
        )
    minutes, hours, days, months, weekdays = (_values(part, field) for part, field in zip(parts, _FIELDS, strict=True))
    any_day, any_weekday = parts[2].startswith("*"), parts[4].startswith("*")
    if any_weekday and not any(day <= _LONGEST_MONTH.get(month, 31) for month in months for day in days):
        raise ValueError(f"cron '{text}' never comes: no such day in that month")
    sundays_as_zero = tuple(sorted({weekday % 7 for weekday in weekdays}))
    return Cron(text, minutes, hours, days, months, sundays_as_zero, any_day, any_weekday)


def _values(part: str, field: _Field) -> tuple[int, ...]:
    found: set[int] = set()
    for piece in part.split(","):
        found.update(_range(piece, field))
    return tuple(sorted(found))


def _range(piece: str, field: _Field) -> range:
    match = _PIECE.fullmatch(piece)
    if not match:
        raise ValueError(f"cron's {field.name} cannot be '{piece}'")
    step = int(match["step"] or 1)
    if match["first"] == "*":
        if match["last"]:
            raise ValueError(f"cron's {field.name} cannot be '{piece}'")
        first, last = field.low, field.high
    else:
        first = _number(match["first"], field)
        until = field.high if match["step"] else first
        last = _number(match["last"], field) if match["last"] else until
    if last < first:
        raise ValueError(f"cron's {field.name} '{piece}' runs backwards; write it as two, with a comma")
    if step < 1:
        raise ValueError(f"cron's {field.name} '{piece}' has a step of nothing")
    return range(first, last + 1, step)


def _number(word: str, field: _Field) -> int:
    if word[:3] in field.words and word.isalpha():
        return field.low + field.words.index(word[:3])
    if not word.isdecimal() or not field.low <= int(word) <= field.high:
        raise ValueError(f"cron's {field.name} is {field.low} to {field.high}, not '{word}'")
    return int(word)
