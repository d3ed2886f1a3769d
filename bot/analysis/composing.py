"""Expressions side by side: a time of day and its date, "early", "about", "since", "the day before" in front of one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.analysis.calendar_words import DAY_PARTS, PREFIXES, UNITS
from bot.analysis.periods import named, shifted
from bot.analysis.scene import Reading, Scene
from bot.model import Span

Found = tuple[Span, Reading]

_PREFIX = re.compile(rf"(?<![\w'])({'|'.join(sorted(PREFIXES, key=len, reverse=True))})[ -](the )?$", re.IGNORECASE)
_OF_TODAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}(T(?:MO|AF|EV|NI))")
_PART_OF_DAY = re.compile(rf"[ -](?:(?:early|late) )?({'|'.join(DAY_PARTS)})\b")
_BETWEEN = re.compile(r"(?: |, | on | of |, on | (?:[A-Z]{2,4}|Eastern|local time),? (?:on )?)")
_BESIDE = re.compile(
    r"(?<![\w'])(?:the )?(?P<unit>day|week|month|year) (?P<way>before|after) (?:the )?$", re.IGNORECASE
)
_LENGTHS = ("day", "week", "month", "quarter", "year", "decade", "about", "before", "after")
_WEEK_OF = re.compile(r"(?<![\w'])(?:the )?week (?:of|beginning|starting|ending)(?: on)? $", re.IGNORECASE)
_ON_ANOTHER_DAY = re.compile(
    r",? (?:on )?(?:(?:about|some|just) )?(?:the|an?|[a-z]+|\d+) (?:day|night|morning|evening|week|month|year)s?"
    r" (?:before|after|ago|earlier|later)\b"
)
_SHIFT = re.compile(r"(?<![\w'])(earlier|later)( in)? (the )?$", re.IGNORECASE)


def composed(scene: Scene, found: list[Found]) -> list[Found]:
    """Joins a time of day to the date beside it, and reads "early", "about", "since" in front of a date."""
    out: list[Found] = []
    for at, reading in found:
        this = _with_day_part(scene, at, reading)
        if out and (joined := _joined(scene, out[-1], this)) is not None:
            out[-1] = joined
        elif not (out and out[-1][0].end > this[0].start):
            out.append(_with_prefix(scene, *this, out[-1][0].end if out else scene.sentence.start))
    return [(at, _on_a_day(scene, at, reading, out)) for at, reading in out]


def _joined(scene: Scene, before: Found, this: Found) -> Found | None:
    (left, first), (right, second) = before, this
    whole = Span(left.start, right.end)
    if not _BETWEEN.fullmatch(scene.text, left.end, right.start):
        return None
    if _is_day(second) and first.value.startswith("T"):
        return whole, Reading("TIME", second.value + first.value, second.basis)
    if _is_day(second) and (part := _OF_TODAY.fullmatch(first.value)):
        return whole, Reading("TIME", second.value + part[1], second.basis)
    if second.value.startswith("T") and _is_day(first):
        return whole, Reading("TIME", first.value + second.value, first.basis)
    return None


def _is_day(reading: Reading) -> bool:
    return reading.type == "DATE" and "T" not in reading.value and (len(reading.value) == len("2025-06-26"))


def _with_day_part(scene: Scene, at: Span, reading: Reading) -> Found:
    part = _PART_OF_DAY.match(scene.text, at.end, scene.sentence.end)
    if part and _is_day(reading):
        return Span(at.start, part.end()), replace(reading, type="TIME", value=f"{reading.value}T{DAY_PARTS[part[1]]}")
    return at, reading


def _with_prefix(scene: Scene, at: Span, reading: Reading, left: int) -> Found:
    """The expression with the words in front that narrow it, which may begin where the one before ended."""
    if reading.type not in ("DATE", "TIME") or reading.modifier or not reading.value[:1].isdigit():
        return at, reading
    window = scene.text[max(left, at.start - 24) : at.start]
    for narrowed in (_week_of, _beside, _earlier_or_later, _part_of):
        if (found := narrowed(scene, window, at, reading)) is not None:
            return found
    return at, reading


def _week_of(scene: Scene, window: str, at: Span, reading: Reading) -> Found | None:  # noqa: ARG001 - one signature
    found = _WEEK_OF.search(window)
    if not found or not _is_day(reading):
        return None
    value = named(date.fromisoformat(reading.value), "week")
    return Span(at.start - len(found.group()), at.end), replace(reading, value=value)


def _beside(scene: Scene, window: str, at: Span, reading: Reading) -> Found | None:  # noqa: ARG001 - one signature
    """ "The day before last Tuesday", "the month after June 2024"."""
    found, when = _BESIDE.search(window), reading.when
    unit = UNITS.get(found["unit"].lower()) if found else None
    if not found or unit is None or when is None:
        return None
    if _LENGTHS.index(unit) < _LENGTHS.index(when.precision):
        return None  # "the day after 2024" is no day that anybody means
    step = 1 if found["way"].lower() == "after" else -1
    value = named(shifted(when.first, unit, step), unit)
    return Span(at.start - len(found.group()), at.end), replace(reading, type="DATE", value=value)


def _earlier_or_later(scene: Scene, window: str, at: Span, reading: Reading) -> Found | None:
    found = _SHIFT.search(window)
    if not found or scene.anchor is None:
        return None
    at, day = Span(at.start - len(found.group()), at.end), scene.anchor.day
    return at, replace(reading, until=day) if found[1].lower() == "earlier" else replace(reading, begins=day)


_BY_THE_END = re.compile(
    r"(?:^|\b(?:by|at|since|until|till|from|before|mid|to|through|the|for|of|and|in) |[(,–—-] ?)$", re.IGNORECASE
)


def _part_of(scene: Scene, window: str, at: Span, reading: Reading) -> Found | None:
    found = _PREFIX.search(window)
    if not found or scene.text.startswith("'s", at.end):
        return None
    modifier = PREFIXES[" ".join(found[1].lower().split())]
    if found[1].lower() == "end" and (_is_day(reading) or not _BY_THE_END.search(window, 0, found.start())):
        return None  # "will end next week"
    if modifier in ("before", "after", "since"):
        return at, replace(reading, modifier=modifier) if _stands_alone(scene, at.end) else reading
    return Span(at.start - len(found.group()), at.end), replace(reading, modifier=modifier)


_ALONE = re.compile(
    r"\s*(?:[.,;:)?!–—]|$|(?:and|but|when|as|to|in|at|by|with|that|the|for|from|has|have|had|was|were|he|she|it|they)\b)"
)


def _stands_alone(scene: Scene, end: int) -> bool:
    """ "since 2020," but not "since the 2020 standoff"."""
    return _ALONE.match(scene.text, end, scene.sentence.end) is not None


_NEAR = 16  # characters
_COARSE = ("week", "month", "quarter", "year", "decade")
_SAME_CLAUSE = re.compile(
    r"(?: (?!(?:after|who|which|when|while|because|since|but|and|that|than|from)\b)[\w.'’-]+){0,8} ?"
)


def _is_of_another_time(scene: Scene, at: Span, beside: Sequence[Found]) -> bool:
    """Whether "10 p.m." stands in one clause with what is no day: "10 p.m. last December", "to 5 p.m. daily"."""
    for other, reading in beside:
        if reading.type == "SET":
            apart = other.start - at.end if other.start >= at.end else at.start - other.end
            if apart < _NEAR and not scene.text[min(at.end, other.end) : max(at.start, other.start)].count("."):
                return True
            continue
        when = reading.when
        if when is None or scene.anchor is None or when.last >= scene.anchor.day or when.precision not in _COARSE:
            continue
        between = (at.end, other.start) if other.start >= at.end else (other.end, at.start)
        if _SAME_CLAUSE.fullmatch(scene.text, *between):
            return True
    return False


def _on_a_day(scene: Scene, at: Span, reading: Reading, beside: Sequence[Found]) -> Reading:
    """A bare "10 p.m." is on the day told last, else on the document's; "6 a.m. ten days before it" on neither."""
    if not reading.value.startswith("T"):
        return reading
    if _is_of_another_time(scene, at, beside) or _ON_ANOTHER_DAY.match(scene.text, at.end, scene.sentence.end):
        return replace(reading, value="XXXX-XX-XX" + reading.value, basis="no day to count from")
    if scene.reference and scene.reference[1] == "day":
        return replace(
            reading, value=scene.reference[0].isoformat() + reading.value, basis=f"counted from “{scene.reference[2]}”"
        )
    if scene.anchor and scene.anchor.finest == "day":
        return replace(reading, value=scene.anchor.day.isoformat() + reading.value, basis=scene.anchor.basis)
    return replace(reading, value="XXXX-XX-XX" + reading.value, basis="no document date")
