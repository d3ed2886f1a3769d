"""Names that the recogniser tends to miss and that their surroundings give away. Come here to add such a surrounding."""

import re
from collections.abc import Iterable
from typing import Final

from bot.analysis.gazetteer import is_place
from bot.analysis.recogniser import Found
from bot.analysis.titles import BODIES

_DATELINE: Final = re.compile(
    r"^[ ]*(?P<city>[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,3})(?:, (?P<region>[A-Z][A-Za-z. ]+?))?"
    r"(?:,? \d{4}-\d\d-\d\d\b|,? [A-Z][a-z]{2,8}\.? \d{1,2}(?: \([\w ]+\))? ?[-–—]| ?\([A-Z][\w ]+\) ?[-–—]| [–—] |: (?=[A-Z]))",
    re.MULTILINE,
)
_INITIALED: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.[ -]?){1,3}(?:de |van |von )?[A-Z][a-z'-][\w'-]*")
_ROW: Final = re.compile(r"^[ ]*([A-Z][\w.'&-]*(?: [A-Z][\w.'&-]*){0,3})(?: \d+){3,}", re.MULTILINE)


def datelines(text: str) -> Iterable[Found]:
    """ "OSLO, Norway 2024-03-02", "LIMA, March 2 -", "New Delhi:": where the text was written."""
    for match in _DATELINE.finditer(text):
        city = match.group("city")
        if (
            match.group().endswith((": ", "— ", "– "))
            and not (city.isupper() and match.group("region"))
            and not _is_city(city, match)
        ):
            continue
        yield Found(*match.span("city"), "PLACE")
        if match.group("region"):
            yield Found(*match.span("region"), "PLACE")


def _is_city(city: str, match: re.Match[str]) -> bool:
    return is_place(match.group("region") or city)


def initialed(text: str) -> Iterable[Found]:
    """ "J. Okafor", "A. B. Lind"; not "U.S. Treasury"."""
    for match in _INITIALED.finditer(text):
        words = match.group().rstrip("'-")
        first, _, last = words.rpartition(" ")
        if first and not is_place(first) and last.lower() not in BODIES and not is_place(first.replace(" ", "")):
            yield Found(match.start(), match.start() + len(words), "PERSON")


def rows(text: str) -> Iterable[Found]:
    """The name that opens a row of a table: a club, a firm."""
    for match in _ROW.finditer(text):
        if not is_place(match.group(1)) and len(match.group(1)) > 1:
            yield Found(*match.span(1), "ORGANISATION")
