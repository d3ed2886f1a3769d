"""A timeline as a picture: a dot for a day, a bar for a longer time, a fading end where the text leaves it open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.answers.answer import Entry, Picture, Timeline
from bot.answers.wording import counted, day, month, period
from bot.drawing import labels
from bot.drawing.scale import Scale, scaled, stands_at
from bot.drawing.theme import AMBER, BLUE, MUTED, WIDTH, Sheet, width_of
from bot.model import Period

WORDED: Final = 14  # rows that get words; the others are marks among them
_FEW: Final = 8  # rows that get two lines of words each
_SIZE, _SMALL, _LEADING = 12.0, 10.0, 15.0
_MARGIN: Final = 12.0
_SPINE: Final = 58.0  # x of the line of time
_LANE: Final = 10.0  # between two bars that run side by side
_LANES: Final = 5
_BAR_LEAST: Final = 11.0
_FADE: Final = 20.0
_YEAR: Final = 366  # days that a solid line of time may pass over
_SPARED: Final = 20  # characters that are not worth leaving out
_CLOSED = re.compile(r"[^“\"]*[”\"] *")
_BULLET = re.compile(r"^[-*•]\s+")
_OPEN: Final = ("before", "after", "about")
_ALT_MOST: Final = 1000  # characters; Discord takes 1,024


@dataclass(frozen=True, slots=True)
class _Row:
    when: Period
    height: float
    words: tuple[str, ...]  # lines
    worded: bool  # else a mark alone
    told: int  # documents


@dataclass(frozen=True, slots=True)
class _Bar:
    row: int
    top: float
    bottom: float
    lane: int


def drawn(timeline: Timeline) -> Picture | None:
    """None when there is no dated event."""
    if not timeline.entries:
        return None
    entries = sorted(timeline.entries, key=lambda entry: (stands_at(entry.when), entry.when.last))
    return Picture(_png(timeline, entries), alt_text(timeline, entries))


def alt_text(timeline: Timeline, entries: Sequence[Entry]) -> str:
    """What the picture shows: how many dates from when to when, and the first words of as many as fit."""
    about = f" of “{labels.shortened(timeline.about, 80)}”" if timeline.about else ""
    text = f"Timeline{about}: {_summary(timeline, entries)}."
    for entry in entries:
        line = f" {period(entry.when)}: {labels.shortened(_named_in(entry, 60), 60)}"
        if len(text) + len(line) > _ALT_MOST - len(" And so on."):
            return text + " And so on."
        text += line if line.endswith((labels.ELLIPSIS, ".")) else f"{line}."
    return text


def _summary(timeline: Timeline, entries: Sequence[Entry]) -> str:
    """ "5 dated events, from 2020 to 26 Jun 2025"; where there are more on file, that these are the most told."""
    first, last = _beginning(entries[0].when), _end(max(entries, key=lambda entry: entry.when.last).when)
    count = counted(len(entries), "dated event")
    if timeline.more:
        count = f"{len(entries)} of {len(entries) + timeline.more:,} dated events"
    if len(entries) == 1 or last == f"to {first}":
        return f"{count}, {period(entries[0].when)}"
    return f"{count}, from {first} {last}"


def _beginning(when: Period) -> str:
    """ "1983" of "1983 to 2005", "Jun 2020" of "Jun to Aug 2020"."""
    words = period(when).removeprefix("since ")
    return _edge(when.first, words) if " to " in words else words


def _end(when: Period) -> str:
    if when.precision == "after":
        return "on"
    words = period(when)
    return f"to {_edge(when.last, words) if ' to ' in words else words}"


def _edge(at: date, words: str) -> str:
    """As precise as the words of the whole time."""
    last = words.rpartition(" to ")[2]
    return day(at) if last[:1].isdigit() and " " in last else month(at) if " " in last else f"{at.year:04}"


def _png(timeline: Timeline, entries: Sequence[Entry]) -> bytes:
    periods = [entry.when for entry in entries]
    worded = _worded(entries)
    most = 2 if len(entries) <= _FEW else 1
    scale = scaled(
        periods,
        [_room(most) if place in worded else 0.0 for place in range(len(entries))],
        top=_MARGIN + (66 if len(entries) > WORDED else 52) + (_FADE if periods[0].precision == "before" else 0),
        least=6.0,
    )
    bars = _bars(periods, scale)
    x = _SPINE + 14 + _LANE * (max((bar.lane for bar in bars), default=-1) + 1)
    rows = [
        _Row(
            entry.when,
            height,
            tuple(_words(entry, width=WIDTH - _MARGIN - x, most=most)) if place in worded else (),
            place in worded,
            _told(entry),
        )
        for place, (entry, height) in enumerate(zip(entries, scale.heights, strict=False))
    ]
    bottoms = [*(bar.bottom for bar in bars), *(row.height + (_room(most) if row.worded else 0) for row in rows)]
    sheet = Sheet(max(bottoms) + 26 + _MARGIN)
    _head(sheet, timeline, entries)
    _spine(sheet, rows, scale)
    for bar in bars:
        _bar(sheet, bar, periods[bar.row])
    for row in rows:
        _row(sheet, row, x=x)
    _legend(sheet, rows, scale)
    return sheet.png()


def _room(lines: int) -> float:
    return _LEADING * (1 + lines) + 8


def _worded(entries: Sequence[Entry]) -> set[int]:
    """The rows that get words: the ends, then what most documents and sentences tell, at first not side by side."""
    count = len(entries)
    ranked = sorted(range(count), key=lambda place: (-_told(entries[place]), -len(entries[place].quotes), place))
    found = {0, count - 1}
    for apart in (count // (WORDED + 2), 0):
        for place in ranked:
            if len(found) < WORDED and all(abs(place - other) > apart for other in found - {place}):
                found.add(place)
    return found


def _told(entry: Entry) -> int:
    return len({quote.document for quote in entry.quotes})


def _words(entry: Entry, *, width: float, most: int) -> list[str]:
    """From the beginning; or from the clause that tells it, when there is no room to come so far."""

    def lines(text: str) -> list[str]:
        return labels.lines_of(text, width=width, size=_SIZE, most=most)

    is_far = entry.told is not None and _is_cut(lines(_bare(entry.quotes[0].text[: entry.told[1]])))
    return lines(_from_clause(entry) if is_far else _told_in(entry))


def _named_in(entry: Entry, most: int) -> str:
    """As `_told_in`, or from the clause that tells it, when its date lies behind so many characters."""
    return _from_clause(entry) if entry.told and entry.told[1] > most else _told_in(entry)


def _from_clause(entry: Entry) -> str:
    """ "…attack of April 22 in Alba", not from inside a quotation that ends there."""
    text, (start, end) = entry.quotes[0].text, entry.told or (0, 0)
    if start < _SPARED:
        return _told_in(entry)
    closed = _CLOSED.match(text, start, end)
    return labels.ELLIPSIS + text[closed.end() if closed else start :].lstrip()


def _is_cut(lines: Sequence[str]) -> bool:
    return bool(lines) and lines[-1].endswith(labels.ELLIPSIS)


def _told_in(entry: Entry) -> str:
    """The row's fullest sentence, without what stands before it in a list or a despatch."""
    return _bare(entry.quotes[0].text) if entry.quotes else ""


def _bare(text: str) -> str:
    return labels.without_dateline(_BULLET.sub("", text.strip()))


def _is_bar(when: Period) -> bool:
    return when.first != when.last


def _bars(periods: Sequence[Period], scale: Scale) -> list[_Bar]:
    """Each bar in the first lane that is free there."""
    lanes: list[float] = []
    bars: list[_Bar] = []
    for place, when in enumerate(periods):
        if not _is_bar(when):
            continue
        top, bottom = _extent(when, scale.heights[place], scale)
        free = [lane for lane, end in enumerate(lanes) if end + 3 <= top]
        lane = free[0] if free else min(len(lanes), _LANES - 1)
        lanes[lane : lane + 1] = [bottom]
        bars.append(_Bar(place, top, bottom, lane))
    return bars


def _extent(when: Period, height: float, scale: Scale) -> tuple[float, float]:
    match when.precision:
        case "before":
            return height - _FADE, height + 5
        case "after":
            return height - 5, height + _FADE
        case _:
            top = height - 5
            return top, max(top + _BAR_LEAST, scale.at(when.last))


def _bar(sheet: Sheet, bar: _Bar, when: Period) -> None:
    x = _SPINE + 11 + _LANE * bar.lane
    match when.precision:
        case "before":
            sheet.fade(x, bar.bottom, bar.top, ink=AMBER)
        case "after":
            sheet.fade(x, bar.top, bar.bottom, ink=AMBER)
        case "about":
            middle = (bar.top + bar.bottom) / 2
            sheet.fade(x, middle, bar.top - 4, ink=AMBER)
            sheet.fade(x, middle, bar.bottom + 4, ink=AMBER)
        case _:
            sheet.bar(x, bar.top, bar.bottom, ink=AMBER)


def _head(sheet: Sheet, timeline: Timeline, entries: Sequence[Entry]) -> None:
    title = f"Timeline: {timeline.about}" if timeline.about else "Timeline"
    width = WIDTH - 2 * _MARGIN
    for line in labels.lines_of(title, width=width, size=14, most=1, bold=True):
        sheet.text(_MARGIN, _MARGIN + 9, line, size=14, bold=True)
    sheet.text(_MARGIN, _MARGIN + 28, _summary(timeline, entries), size=_SMALL, ink=MUTED)
    if len(entries) > WORDED:
        sheet.text(_MARGIN, _MARGIN + 42, f"{WORDED} of them in words, the rest as marks", size=_SMALL, ink=MUTED)


def _spine(sheet: Sheet, rows: Sequence[_Row], scale: Scale) -> None:
    """The line of time, dotted where more than a year passes between two rows; years beside it."""
    for place in range(len(rows) - 1):
        ends = scale.heights[place : place + 2]
        sheet.line((_SPINE, _SPINE), ends, width=2, dotted=_is_far(scale, place))
    year, free = 0, 0.0
    for row in rows:
        at = stands_at(row.when).year
        if at != year and row.height >= free and row.when.precision != "before":
            sheet.text(_SPINE - 12, row.height, f"{at:04}", size=_SIZE, bold=True, ink=MUTED, align="right")
            year, free = at, row.height + _LEADING


def _is_far(scale: Scale, place: int) -> bool:
    return scale.days[place + 1] - scale.days[place] > _YEAR


def _row(sheet: Sheet, row: _Row, *, x: float) -> None:
    ink = AMBER if _is_bar(row.when) else BLUE
    if not _is_bar(row.when):
        sheet.dot(_SPINE, row.height, 4.0 + min(row.told - 1, 4) * 0.4, ink=ink)
    if not row.worded:
        return
    when = period(row.when)
    sheet.text(x, row.height, when, size=_SIZE, bold=True, ink=ink)
    if row.told > 1:
        beside = x + width_of(when, size=_SIZE, bold=True) + 7
        sheet.text(beside, row.height, counted(row.told, "document"), size=_SMALL, ink=MUTED)
    for number, line in enumerate(row.words, 1):
        sheet.text(x, row.height + number * _LEADING, line, size=_SIZE)


def _legend(sheet: Sheet, rows: Sequence[_Row], scale: Scale) -> None:
    """What the marks mean, of those that occur."""
    y, x = sheet.height - _MARGIN - 5, _MARGIN + 4
    kinds = {_OPEN if row.when.precision in _OPEN else _is_bar(row.when) for row in rows}
    far = any(_is_far(scale, place) for place in range(len(rows) - 1))
    for words, shown in (
        ("a day", False in kinds),
        ("a longer time", True in kinds),
        ("open end", _OPEN in kinds),
        ("years pass", far),
    ):
        if not shown:
            continue
        match words:
            case "a day":
                sheet.dot(x, y, 4.0, ink=BLUE)
            case "a longer time":
                sheet.bar(x, y - 6, y + 6, ink=AMBER)
            case "open end":
                sheet.fade(x, y + 6, y - 7, ink=AMBER)
            case _:
                sheet.line((x, x), (y - 6, y + 6), ink=MUTED, width=2, dotted=True)
        sheet.text(x + 9, y, words, size=_SMALL, ink=MUTED)
        x += 9 + width_of(words, size=_SMALL) + 20
