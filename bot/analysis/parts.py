"""The parts that expressions are built of ("{month}", "{day}", "{n}"), and how a template becomes a rule."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.analysis import calendar_words as words
from bot.analysis.holidays import HOLIDAYS
from bot.analysis.scene import Reader

_FULL_MONTHS = "january february march april may june july august september october november december".split()
_FULL_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def _any(options: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(option).replace(r"\ ", " ") for option in options), key=len, reverse=True))


def _names(full: Sequence[str], table: Iterable[str], *, dot: str) -> str:
    """Names as they stand in text, Capitalised or in CAPITALS; `dot` follows the short forms."""
    long = "|".join(form for name in full for form in (name.capitalize(), name.upper()))
    rest = sorted(set(table) - set(full), key=len, reverse=True)
    short = "|".join(form for name in rest for form in (name.capitalize(), name.upper()))
    return f"(?-i:{long}|(?:{short}){dot})"


def _numbers(first: int, last: int) -> str:
    return _any(word for word, value in words.NUMBERS.items() if first <= value <= last and word not in ("a", "an"))


_SPELLED = _numbers(0, 100)
_OF_A_YEAR = f"(?:{_numbers(20, 90)})(?:[ -](?:{_numbers(1, 9)}))?|(?:{_numbers(10, 19)})|o[ -](?:{_numbers(1, 9)})"

PARTS: dict[str, str] = {
    "month": _names(_FULL_MONTHS, words.MONTHS, dot=r"\."),
    "mon": _names(
        _FULL_MONTHS, words.MONTHS, dot=r"\.?"
    ),  # "Jun" without a dot is a name, unless a number is beside it
    "weekday": _names(_FULL_WEEKDAYS, words.WEEKDAYS, dot=r"\."),
    "day": r"\d{1,2}(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d|-[a-z])",
    "dayth": rf"\d{{1,2}}(?:st|nd|rd|th)|{_any(words.ORDINALS)}",
    "year": r"(?:1[5-9]|20|21)\d\d(?![\d%]|[.,:]\d)",
    "yy": r"\d\d(?!\d)",
    "spoken": rf"(?:nineteen|eighteen|seventeen|twenty)(?: hundred|[ -](?:{_OF_A_YEAR}))"
    rf"|two thousand(?: and)?(?: (?:{_numbers(1, 19)}))?",
    "relyear": "(?:last|this|next|the (?:previous|following|current|same|next)|that|this past) year",
    "tens": r"(?:1[6-9]|20)\d0|[2-9]0",
    "decade": _any(words.DECADES),
    "ordinal": rf"\d{{1,2}}(?:st|nd|rd|th)|{_any(words.ORDINALS)}",
    "nth": "first|second|third|fourth|1st|2nd|3rd|4th",
    "q": "[1-4]",
    "h": "[12]",
    "half": "first|second|last|latter",
    "season": _any(words.SEASONS),
    "holiday": _any(HOLIDAYS),
    "rel": "last|next|this|this past|past|this coming|coming|current|the last|the next|the past|the current|the coming"
    "|the previous|the following|the same|that same|that|the preceding",
    "n": r"(?<!\d,)(?:\d{1,3}(?:,\d{3})+|\d{1,4})(?:\.\d)?(?: \d/\d| ?½)?(?![\d,.]\d)"
    rf"|(?:{_SPELLED})(?:[ -](?:{_SPELLED})){{0,3}}(?:[ -]and[ -]a[ -]half)?|an?",
    "vague": "several|few|a few|many|some|a couple of|a couple|couple of|a number of|dozens of",
    "unit": "seconds?|secs|minutes?|mins|hours?|nights?|(?:trading |business )?days?|weeks?|fortnights?|weekends?"
    "|months?|quarters?|years?|decades?|century|centuries",
    "calendar": "day|week|month|quarter|year|decade|century",
    "plural": "seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries",
    "edge": "end|close|beginning|start|middle|rest|remainder|early|earlier|late|later",
    "way": "ago|earlier|previously|later|before|after|after that|from now|hence",
    "frequency": _any(words.FREQUENCIES),
    "reference": _any(words.REFERENCES),
    "daypart": _any(words.DAY_PARTS),
    "point": "noon|midnight|midday",
    "hour": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
    "meridiem": r"a\. ?m\.?|p\. ?m\.?|am|pm",
    "zone": "(?-i:GMT|UTC|BST|CET|CEST|EET|IST|JST|MSK|[ECMP][SD]T|hrs|hours|local time)",
    "iso": r"(?:19|20)\d\d(?:-\d\d-\d\d|/\d\d/\d\d|\.\d\d\.\d\d)",
    "a": r"\d{1,2}",
    "b": r"\d{1,2}",
    "y": r"(?:19|20)\d\d|\d\d",
    "about": "about|around|nearly|almost|more than|over|less than|at least|up to|some|approximately|roughly|just over"
    "|just under|no more than|under|within|an estimated|only|another|about the|at least the",
}
# Parts that differ in form, not in meaning, answer to one name.
MEANT: dict[str, str] = {"mon": "month", "calendar": "unit", "plural": "unit", "dayth": "day"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled template and the function that says what a match of it means."""

    pattern: re.Pattern[str]
    read: Reader


def rule(template: str, reader: Reader) -> Rule:
    """`{month}` is a named group, `{month2}` a second place for it; a space stands for 1 to 3, " ?" for 0 to 3."""
    pattern = re.sub(r"\{([a-z]+)(\d?)\}", _part, template).replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")
    return Rule(re.compile(rf"(?<![\w$€£#])(?:{pattern})(?!\w|-\d)", re.IGNORECASE), reader)


def _part(found: re.Match[str]) -> str:
    return f"(?P<{MEANT.get(found[1], found[1])}{found[2]}>{PARTS[found[1]]})"
