"""When a page says it was posted: lines, and the beginnings and ends of lines, that are a date with a clock time."""

import re
from collections.abc import Iterator

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMBERS = r"\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}"
_FULL = rf"{_WEEKDAY}(?:{_NTH} {_MONTH},? \d{{4}}|{_MONTH} {_NTH},? \d{{4}})"
_DATE = rf"(?:{_FULL}|{_WEEKDAY}(?:{_NTH} {_MONTH}|{_MONTH} {_NTH}(?!\d))|{_NUMBERS})"
_SAYS = (
    r"(?:First |Last |Date )?(?:Posted|Published|Updated|Modified|Edited|Created)(?: (?:time|date))?"
    r"(?: (?:on|at)\b)?(?: ?[:|])? ?"
)
_LABEL = rf"(?:{_SAYS}|on )"
_ZONE = r"(?:GMT|UTC|BST|CES?T|IST|[ECMP][SD]?T|HKT|SGT|JST|AES?T|hrs|Z)"
_CLOCK = (
    r"\d{1,2} ?[:.] ?\d\d(?: ?: ?\d\d)?(?: ?[apAP]\.? ?[mM]\b\.?| ?[ap]\b)?"
    rf"(?: ?\(?\b{_ZONE}\b(?: ?[+-] ?\d{{1,2}}(?: ?: ?\d\d)?)?\)?){{0,2}}"
    r"(?: ?\(\d{1,2} ?: ?\d\d [A-Z]{2,4}\))?"
)
_BETWEEN = r"(?: ?[,|•·—–]+ ?| ?-{1,2} ?| - - | at | @ | )"


_WHOLE = re.compile(
    rf"(?>{_LABEL}?{_DATE}{_BETWEEN}{_CLOCK}|{_LABEL}?{_CLOCK}{_BETWEEN}{_DATE}|{_LABEL}{_CLOCK}|{_SAYS}{_DATE}"
    rf"|{_FULL} ?[|•·] ?(?={_LABEL})|[ ,|•·—–-])+\.?",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"{_LABEL}?{_FULL}{_BETWEEN}{_CLOCK}[ ]*[,|•·—–:-]*[ ]+(?=[\"'(]?[A-Z])")
_LAST = re.compile(
    rf"(?:[.!?][\"')]*|\S) +((?:(?:Posted|Published|Updated|Edited)(?: on| time)?:? )?{_FULL}{_BETWEEN}{_CLOCK})$"
)
_DATELINE = re.compile(rf"[A-Z][A-Z .'-]+(?:, [A-Z][a-z]+\.?)?,? ?[-–—]* ?{_DATE} ?[-–—]*")
_LONGEST = 160  # characters
_DIGIT = re.compile(r"\d")


def is_posted(line: str) -> bool:
    """Nothing but when, and maybe where: "Updated 5 May 2024, 10:00 GMT", "OSLO, May 5 -"."""
    line = line.strip()
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return False
    return _WHOLE.fullmatch(line) is not None or _DATELINE.fullmatch(line) is not None


def parted(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The stretch cut into (start, end, whether it is such a stamp): a stamp before it and after it, and the prose."""
    line = text[start:end]
    if is_posted(line):
        yield start, end, True
        return
    if first := _FIRST.match(line):
        yield start, start + len(first.group().rstrip()), True
        start += first.end()
    if last := _LAST.search(text, start, end):
        yield start, _without_space(text, start, last.start(1)), False
        yield last.start(1), end, True
    else:
        yield start, end, False


def _without_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
