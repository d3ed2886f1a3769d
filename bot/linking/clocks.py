"""Hours that sentences give: "at about 10.15", "half past two", "9:40am", "noon"; and which of them may be one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.model import Span
from bot.words import Caseless

_HOURS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_HOUR = rf"(?:\d{{1,2}}|{'|'.join(_HOURS)})"
_IN = r"(?:in the|(?:on )?\w+day) (?:morning|afternoon|evening)|at night"
_HALF = rf"(?P<half>[ap]\.? ?m\b\.?|{_IN})"
_CLOCK = Caseless(
    rf"""\b(?P<hedge>(?:at\ )?(?:about|around|(?:some\ time|shortly|just)\ (?:around|after|before)|
        soon\ after|nearly|almost|roughly|approximately)\ )?
    (?:(?P<h>\d{{1,2}})[:.](?P<m>[0-5]\d)(?!\d|\.\d|\ ?(?:percent|per\ cent|%|million|billion|metres|km|seconds))
      (?:\ ?hours|\ ?hrs)?
      |(?P<past>half\ past|(?:quarter|five|ten|twenty|twenty-five)(?:\ minutes)?\ (?:past|to))\ (?P<h2>{_HOUR})\b
      |(?P<h3>{_HOUR})\ o['’]clock
      |(?<!:\ )(?P<h4>\d{{1,2}})(?=\ ?[ap]\.?\ ?m\b)
      |(?P<h5>{_HOUR})(?=\ (?:{_IN.replace(" ", chr(92) + " ")}))
      |(?P<named>noon|midday|midnight))
    (?:\ ?{_HALF.replace(" ", chr(92) + " ")})?""",
    re.VERBOSE,
)
_AT = re.compile(r"\b(?:at|about|around|by|from|after|before|since|until|shortly|just|past) $|^$", re.IGNORECASE)
_DAYTIME = re.compile(r" (?:on|this|yesterday|local|[A-Z][a-z]+day)\b|,? when\b|[.,;]?$| the ", re.IGNORECASE)
_MAY_BE = re.compile(
    r"\d[:.]\d\d|\d ?[ap]\.? ?m\b|o['’]clock|noon|midday|midnight|\bpast \w|(?:quarter|five|ten|twenty|minutes) to \w|"
    r"\b(?:in the|day) (?:morning|afternoon|evening)|at night"
)
_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]?T|BST|CET)\b")
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_ENDS = 2
_EXACT, _ABOUT = 5, 20  # minutes
_MORNING = re.compile(r"\bmorning\b|\bdawn\b", re.IGNORECASE)
_EVENING = re.compile(r"\b(?:afternoon|evening|night)\b", re.IGNORECASE)
_TWELVE = 12 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """`minute` of the day, or of half a day where `whole` is False: which half is not told."""

    at: Span
    minute: int
    whole: bool
    vague: bool

    def agrees(self, other: "Clock") -> bool:
        day = 2 * _TWELVE if self.whole and other.whole else _TWELVE
        apart = abs(self.minute - other.minute) % day
        return min(apart, day - apart) <= (_ABOUT if self.vague or other.vague else _EXACT)


@lru_cache(maxsize=8192)
def clock(text: str) -> Clock | None:
    """The one hour that a sentence gives; None: none, several, or by another zone's time."""
    if not _MAY_BE.search(text) or _ZONE.search(text):
        return None
    found = [each for match in _CLOCK.finditer(text) if (each := _read(match, text))]
    is_span = len(found) == _ENDS and _FROM.search(text, 0, found[0].at.start)  # "from six till nine" begins at six
    return found[0] if len(found) == 1 or is_span else None


def _read(found: re.Match[str], text: str) -> Clock | None:
    sure = found["half"] or found["past"] or found["h3"] or found["named"] or ":" in found.group()
    after = _DAYTIME.match(text, found.end())
    if not sure and not (after and _AT.search(text[max(0, found.start() - 9) : found.start()])):
        return None
    named = (found["named"] or "").lower()
    if named:
        minute, whole = (0 if named == "midnight" else _TWELVE), True
    else:
        hour, minute = _hour(found)
        if hour > 24:  # noqa: PLR2004 - hours of a day
            return None
        minute, whole = _placed(hour, minute, found["half"] or "", text)
    return Clock(Span(*found.span()), minute, whole, bool(found["hedge"]))


def _hour(found: re.Match[str]) -> tuple[int, int]:
    told = next(found[key] for key in ("h", "h2", "h3", "h4", "h5") if found[key]).lower()
    hour = _HOURS.get(told) or int(told)
    past = _past(found["past"] or "")
    return hour, int(found["m"] or 0) + past


def _past(told: str) -> int:
    """Minutes after the hour, below 0 before it: "ten minutes to"."""
    minutes = _MINUTES.get(told.lower().partition(" ")[0], 0)
    return -minutes if told.lower().endswith(" to") else minutes


def _placed(hour: int, minute: int, half: str, text: str) -> tuple[int, bool]:
    """Minute of the day, and whether its half is known."""
    if hour > 12:  # noqa: PLR2004 - as 14:30
        return hour * 60 + minute, True
    told = half.lower().replace(".", "").replace(" ", "")
    later = told.startswith("p") or bool(_EVENING.search(half or text))
    sooner = told.startswith("a") or (not later and bool(_MORNING.search(half or text)))
    at = hour % 12 * 60 + minute + (_TWELVE if later else 0)
    return at, later or sooner
