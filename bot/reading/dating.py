"""The date that a text's own byline, dateline, date line, link or file name states, and the lines spent on it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.model import UNDATED, Dated, DatedBasis, Period
from bot.reading.days import day_in, month_number, numeric_order, period_of
from bot.reading.extract import Line
from bot.reading.page import shape_of

_LABEL = (
    r"(?:(?:first|last|originally)\s+)?(?:published|publish(?:ed)? date|publication date|posted|updated|last update"
    r"|modified|created|uploaded|released|issued|dated?|filed)(?:\s+(?:on|at))?"
)
_LABEL_START = re.compile(rf"{_LABEL}\s*:?\s*", re.IGNORECASE)
_LABELLED = re.compile(rf"\b{_LABEL}\s*[:\-–|]?\s*\S", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:updated?|modified)\b", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"(?:\b{_LABEL}|[.!?:'|•·…\"”’)]|^)\W*$", re.IGNORECASE)
_LABEL_WITHIN = re.compile(r"\b(?:published|posted|updated)\s?:\s*", re.IGNORECASE)
WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r)?s?|fri|sat(?:ur)?|sun)(?:day)?"
TIME = r"\d{1,2}\s?(?:[:.h]\s?\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
ZONE = (
    r"\b(?:gmt|utc|ist|bst|ce?s?t|[ecmp][sd]?t|hrs|hours|local time|z)\b(?:\s?[+-]\d{1,2}:?\d{0,2})?|[+-]\d{2}:?\d{2}\b"
)
NOISE = re.compile(
    rf"\b{_LABEL}\b|\b{WEEKDAY}\b\.?|{TIME}|{ZONE}|\b(?:at|on)\b|\d+ min(?:ute)?s?\.? read|[\s,;:|•·/()\[\]–—-]+"
    r"|\bT(?=\d)",
    re.IGNORECASE,
)
_CAPITALISED = r"[A-ZÀ-Þ][\w.'’-]*"
_NAME = rf"{_CAPITALISED}(?:\s(?:(?:de|van|von|al|bin|da|del|der|of|the|for|to|in)\s)*{_CAPITALISED})+"
_BY = re.compile(r"(?:(?:written|reported|story|edited)\s+)?by\s*:?\s+", re.IGNORECASE)
_WRITERS = re.compile(rf"{_NAME}(?:\s*(?:,|\||/|&|-|–|\band\b|\bfor\b)\s*(?:{_NAME}|{_CAPITALISED}|@\w+)|\s+@\w+)*\W*")
_AGENCY = re.compile(rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}}\W*")
_STAMP = re.compile(rf"\W*(?:at\s+|@\s*)?(?:{TIME})(?:\s*(?:{ZONE}))?", re.IGNORECASE)
_ITS_HOUR = re.compile(rf"(?:{TIME})\s*(?:{ZONE})?[\s,]*$", re.IGNORECASE)
_SET_APART = re.compile(rf"[|•·]|\s[–—-]\s|,\s*{WEEKDAY}\b", re.IGNORECASE)
_ITS_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b[.,]?\s*$", re.IGNORECASE)
_IN_A_CLAUSE = re.compile(r"\b(?:on|at|by|until|till|from|since|before|after|of|for|in|to|and|the)\s+$")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:,\s?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?)?,?"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?:,\s?[A-Z][\w.'’-]+)?,)"
    r"\s[(\[]?(?P<when>(?:(?P<month>[A-Za-z]{3,9})\.?\s(?P<day>\d{1,2})|(?P<day2>\d{1,2})\s(?P<month2>[A-Za-z]{3,9})\.?)"
    r"(?:,?\s(?P<year>(?:19|20)\d\d))?)[)\]]?,?\s*(?:\([^()]{2,40}\))?\s*[-–—:]{1,2}\s"
)
_LINK_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>[01]\d|(?<=[/-])[1-9]|[a-z]{3})[/-]?(?P<day>[0-3]\d|(?<=[/-])[1-9])(?=[/\-_.]|$)",
    re.IGNORECASE,
)
_LINK_SLUG = re.compile(r"[/-](?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_LINK_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]\d|[a-z]{3})(?=/|$)", re.IGNORECASE)
_MAX_LINE = 160
_MAX_TEASER = 1_000
_ABOVE, _BELOW, _LAST = 2, 10, 4  # lines before and after the first kept one, and at the end, where dates are stated
_PUBLISHED, _WRITTEN, _FROM, _BARE, _UPDATED = range(5)  # which goes first


@dataclass(frozen=True, slots=True)
class Stated:
    """`spent` are lines that say nothing but who wrote and when: number -> reason for leaving them out of the text."""

    dated: Dated = UNDATED
    spent: Mapping[int, str] = field(default_factory=dict[int, str])


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A date that a line states; the lower `rank`, the better. `spent` is set where the line says nothing else."""

    line: int
    period: Period
    basis: DatedBasis
    rank: int
    spent: str | None
    has_hour: bool = False


def stated(lines: Sequence[Line], *, first: int, year: int | None = None) -> Stated:
    """What the lines (blank ones left out) say of their own date. `first` indexes the first line of the text proper.

    `year` is the one that the link or file name gives a dateline that has none ("GENEVA, June 26 (Agency) -").
    """
    order = numeric_order("\n".join(line.text for line in lines))
    near = _near(lines, first)
    found = [
        candidate for line, prose in near if (candidate := _candidate(line, order)) and _may_stand(candidate, prose)
    ]
    bare = {c.period for line in lines[first:] if (c := _candidate(line, order)) and c.rank == _BARE}
    if len(bare) > 1:  # a chronology: its days are headings, none of them its own date
        found = [candidate for candidate in found if candidate.rank != _BARE]
    spent = {candidate.line: candidate.spent for candidate in found if candidate.spent}
    spent |= {line.number: "byline" for line, _ in near if line.number not in spent and _is_byline(line.text.strip())}
    found += _datelines(lines[first : first + _BELOW], year)
    best = min(found, key=lambda candidate: candidate.rank, default=None)
    return Stated(Dated(best.period, best.basis) if best else UNDATED, spent)


def _near(lines: Sequence[Line], first: int) -> list[tuple[Line, int]]:
    """Where a page states its date, from just above the title to the second paragraph; labelled a little further on
    and at the very end.

    With each line goes how many lines of prose stand between the first line of the text and it.
    """
    near: list[tuple[Line, int]] = []
    prose = 0
    for index in range(max(0, first - _ABOVE), min(len(lines), first + _BELOW)):
        near.append((lines[index], prose))
        prose += index > first and shape_of(lines[index].text).is_prose
        if prose > 1:
            break
    rest = [*lines[first : first + _BELOW], *lines[max(first + _BELOW, len(lines) - _LAST) :]]
    known = {line.number for line, _ in near}
    return near + [(line, prose) for line in rest if line.number not in known and _LABELLED.match(line.text.strip())]


def _may_stand(candidate: _Candidate, prose: int) -> bool:
    """A day without label or hour counts only above all prose: further down it is a heading of the text."""
    return prose == 0 or candidate.rank != _BARE or candidate.has_hour


def _candidate(line: Line, order: bool | None) -> _Candidate | None:
    text = line.text.strip()
    if len(text) > _MAX_LINE:
        return _within(line, order)
    period, rest = _date_and_rest(text, order)
    if period is None:
        return _within(line, order)
    labelled = _LABELLED.match(text)
    rank = (_UPDATED if _UPDATE.match(text) else _PUBLISHED) if labelled else _BARE
    bare = NOISE.sub(" ", rest).strip()
    if not bare:
        return _Candidate(line.number, period, "stated", rank, "date line", bool(re.search(TIME, rest)))
    if _is_byline(bare) or (_AGENCY.fullmatch(bare) and (_SET_APART.search(rest) or re.search(TIME, rest))):
        return _Candidate(line.number, period, "byline", _WRITTEN, "byline")
    return _Candidate(line.number, period, "stated", rank, None) if labelled else _within(line, order)


def _date_and_rest(text: str, order: bool | None) -> tuple[Period | None, str]:
    """The first day of the line and what is left of it without any day; a month only where it is all there is."""
    found = day_in(text, day_first=order)
    if found is None:
        value = _LABEL_START.sub("", text)
        return (period, "") if (period := period_of(value)) and period.precision == "month" else (None, text)
    rest = text
    while again := day_in(rest, day_first=order):
        rest = rest[: again.start] + " " + rest[again.end :]
    return Period.day(found.day), rest


def _within(line: Line, order: bool | None) -> _Candidate | None:
    """A label with a colon and a day at once after it, or a day and an hour first of all, in a line that says more."""
    found = day_in(line.text[:60], day_first=order)
    if found and not NOISE.sub("", line.text[: found.start]) and _STAMP.match(line.text, found.end):
        return _Candidate(line.number, Period.day(found.day), "stated", _PUBLISHED, None)
    if stamp := _stamped(line.text, order):
        return _Candidate(line.number, Period.day(stamp), "stated", _PUBLISHED, None)
    for label in _LABEL_WITHIN.finditer(line.text):
        found = day_in(line.text[label.end() : label.end() + 60], day_first=order)
        if found and not NOISE.sub("", line.text[label.end() : label.end() + found.start]):
            rank = _UPDATED if _UPDATE.match(label.group()) else _PUBLISHED
            return _Candidate(line.number, Period.day(found.day), "stated", rank, None)
    return None


def _stamped(text: str, order: bool | None) -> date | None:
    """A day with its hour run on to a teaser, "... fixed. Wed, Sep 19 2012 at 11:47 AM"; none that a clause tells."""
    start = 0 if len(text) <= _MAX_TEASER else len(text)
    while found := day_in(text[start:], day_first=order):
        before, start = text[: start + found.start], start + found.end
        before = _ITS_WEEKDAY.sub("", before)
        hour = _STAMP.match(text, start)
        ends = not text[hour.end() if hour else start :].strip()
        apart = _LABEL_BEFORE.search(_ITS_HOUR.sub("", before))
        if not _IN_A_CLAUSE.search(before) and ((hour and (ends or apart)) or (ends and apart)):
            return found.day
    return None


def _is_byline(text: str) -> bool:
    by = _BY.match(text)
    return bool(by and text[0].isupper() and _WRITERS.fullmatch(text, by.end()))


def _datelines(lines: Sequence[Line], year: int | None) -> list[_Candidate]:
    for line in lines:
        hit = _DATELINE.match(line.text.strip())
        if hit and (day := _dateline_day(hit, year)):
            return [_Candidate(line.number, Period.day(day), "dateline", _FROM, None)]
    return []


def _dateline_day(hit: re.Match[str], year: int | None) -> date | None:
    words = f"{hit['day'] or hit['day2']} {hit['month'] or hit['month2']} {hit['year'] or year or ''}"
    found = day_in(words)
    return found.day if found else None


def by_link(link: str | None) -> Dated:
    """/2024/05/03/ in the document's own address; /2024/05/ is a month."""
    if link and (hit := _LINK_DAY.search(link) or _LINK_SLUG.search(link) or _LINK_MONTH.search(link)):
        try:
            month = month_number(hit["month"])
            words = f"{hit['year']}-{month:02}" + (f"-{int(hit['day']):02}" if "day" in hit.groupdict() else "")
        except KeyError:
            return UNDATED
        if period := period_of(words):
            return Dated(period, "link")
    return UNDATED


def by_file_name(source: str) -> Dated:
    """2024-05-03-talks.txt, talks_20240503.pdf"""
    name = source.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", "-")
    name = re.sub(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)", r"\1-\2-\3", name)
    found = day_in(name)
    return Dated(Period.day(found.day), "file name") if found else UNDATED
