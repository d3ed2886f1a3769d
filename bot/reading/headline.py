"""Which line of a text is its title, and where a date that was pasted behind it begins."""

import re
from collections.abc import Iterator

from bot.reading.dating import NOISE, TIME, WEEKDAY, ZONE
from bot.reading.days import FoundDay, day_in

_LONG_LINE = 300
_STAMP_MOST = 80  # characters of a line that may be nothing but where and when
_HEAD_LEAST = 3  # words of a title
_SENTENCE = re.compile(
    r".{20,}?(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9])"
)
_LABEL = (
    r"(?:(?:article|story|first|last|originally)\s+)?(?:published|posted|updated|last update)(?:\s+(?:on|at))?\s*:?"
)
_BEFORE_DAY = re.compile(
    rf"[\s|·•–—-]*(?P<label>\b{_LABEL}\s*)?(?:\b{WEEKDAY}\b[.,]*\s*)?(?P<hour>(?:{TIME})\s*(?:{ZONE})?[\s,|]*)?$",
    re.IGNORECASE,
)
_HOUR = re.compile(TIME, re.IGNORECASE)
_IN_A_CLAUSE = re.compile(r"\b(?:on|at|by|until|till|from|since|before|after|of|for|in|to|and|the)\s*$", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:|\"'”’)]$")
_REST_OF_STAMP = re.compile(r"\b(?:article|story)\b|@", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,2}")


def title_of(text: str) -> str:
    """The first line that says more than where and when; where it is a paragraph, its first sentence. Renderers
    shorten.
    """
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    line = next((line for line in lines if not _is_stamp(line)), lines[0] if lines else "")
    if len(line) > _LONG_LINE and (sentence := _SENTENCE.match(line)):
        return sentence.group()
    return _without_stamp(line)


def _is_stamp(line: str) -> bool:
    """ "Posted at 3:21 PM, 1/5/2011", "OSLO, 2 July 2013": no title."""
    day = next(_days(line), None) if len(line) <= _STAMP_MOST else None
    if day is None:
        return False
    rest = NOISE.sub(" ", _REST_OF_STAMP.sub(" ", f"{line[: day.start]} {line[day.end :]}")).strip()
    return not rest or bool(_PLACE.fullmatch(rest) and line.startswith(rest))


def _without_stamp(line: str) -> str:
    """ "The bridge opens Posted on 3 May 2024, 4:42 PM" without the day, if a label, an hour or a stop sets it off."""
    for day in _days(line):
        before, after = line[: day.start], line[day.end :]
        found = _BEFORE_DAY.search(before)
        if found is None or NOISE.sub("", after):
            continue
        head = before[: found.start()].rstrip(" ,;|–—-")
        has_hour = bool(found["hour"] or _HOUR.search(after))
        is_apart = bool(found["label"] or _ENDED.search(head) or (has_hour and not _IN_A_CLAUSE.search(head)))
        if is_apart and len(head.split()) >= _HEAD_LEAST:
            return head
    return line


def _days(line: str) -> Iterator[FoundDay]:
    """Each full day, in whichever order it is written."""
    done = 0
    while found := day_in(line[done:], day_first=True) or day_in(line[done:], day_first=False):
        yield FoundDay(found.day, done + found.start, done + found.end)
        done += found.end
