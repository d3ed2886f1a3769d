"""Numbers as texts write them, with what their hedges leave open: "at least 40", "two dozen", "4.2 million"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import floor, inf, log10

from bot.words import Caseless

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: n for n, word in enumerate(_ONES)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "mln": 1e6, "bln": 1e9, "crore": 1e7,
    "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_VAGUE = {
    "a couple of": (2, 3), "a handful of": (2, 9), "a few": (2, 29), "several": (2, 59), "dozens": (20, 299),
    "scores": (40, 399), "hundreds": (150, 1999), "thousands": (1500, 99_999), "tens of thousands": (15_000, 199_999),
    "hundreds of thousands": (150_000, 1_999_999), "millions": (1.5e6, 9.99e8),
}  # fmt: skip

NUMERALS = frozenset(word for word in (*_SMALL, *_SCALES) if len(word) > 2)  # noqa: PLR2004 - letters
"""Numbers in letters."""

_WORD = "|".join(_ONES + _TENS)
_SPELLED = rf"(?:{_WORD})(?:-(?:{_WORD}))?"
_VAGUELY = "|".join(sorted(_VAGUE, key=len, reverse=True)).replace(" ", r"\ ")
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_NUMBER = Caseless(
    rf"""(?<![\w.,:/])(?<![a-z\d]-)(?<!\d\.\ )(?<!\b\d,\ )(?<!\b\d\d,\ )(?<!\b\d{{3}},\ )
    (?P<money>(?:us|a|c|hk|nz)?[$€£¥]|rs\.?\ ?)?
    (?:(?P<vague>{_VAGUELY})
      |(?:(?P<digits>\d{{1,3}}(?:,\ ?\d{{3}}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<spelled>{_SPELLED})
        |(?P<one>an?\b|half\ an?\b))
       (?P<scales>(?:[ -]?(?:{_SCALE})s?\b(?:(?:\ and)?\ (?:{_SPELLED})\b)?)*))
    (?:(?=(?:ft|km|kg|lbs?|mph|kph|cm|mm)\b)|(?![\w:/]|[.,]\d|\.\ \d)(?!(?<!\d{{4}}),\ \d{{3}}\b))""",
    re.VERBOSE,
)
_LOW = r"at least|more than|over|no fewer than|no less than|not less than|upwards? of|in excess of|exceeding|above"
_HIGH = (
    r"within|up to|as many as|as much as|fewer than|less than|under|below|no more than|not more than|at most|"
    r"a maximum of"
)
_ABOUT = (
    r"about|around|some|roughly|approximately|nearly|almost|an estimated|estimated|close to|circa|just over|just under|"
    r"well over|an average of"
)
_BEFORE = Caseless(rf"(?:(?P<low>{_LOW})|(?P<high>{_HIGH})|(?P<about>{_ABOUT})) (?:an? |the )?$")
_AFTER = re.compile(r"(?P<low>\+| or more|-plus\b| plus\b)|(?P<about> or so\b|-odd\b| or thereabouts)", re.IGNORECASE)
_JOINED = re.compile(r"(?: ?(?:-|–) ?| (?:to|or|and) )", re.IGNORECASE)
_NEAR = 0.2  # how far "about" may be off
_CLOSE = 0.12  # the same of a number that is not round
_DOZEN = 0.1  # how far "a dozen" may be
_ROUNDED = 0.05  # how far a round number may be off
_CONVERTED = 0.04  # how far rounding may carry kilometres from miles
_EXACT_BELOW = 100  # smaller numbers are counted, not rounded


@dataclass(frozen=True, slots=True)
class Number:
    """Characters [start, end) with hedge and scale; the value lies in `low` to `high`. `money` is its sign or ""."""

    start: int
    end: int
    low: float
    high: float
    money: str = ""
    hedged: bool = False
    moved: bool = False  # the end of "from 3 to 5"
    of_many: bool = False  # "dozens", which "of" may follow
    loose: bool = False  # brought over from another unit

    def agrees(self, other: "Number") -> bool:
        """Whether one number can be both: bounds that meet, or the same after rounding."""
        if self.low <= other.high and other.low <= self.high:
            return True
        if inf in (self.high, other.high) or 0 in (self.low, other.low):
            return False
        if self.loose or other.loose:
            return min(abs(self.low - other.high), abs(other.low - self.high)) <= _CONVERTED * max(
                self.high, other.high
            )
        a, b = (self.low, other.low) if self.low > other.high else (self.high, other.high)
        low, high = sorted((a, b))
        return low >= _EXACT_BELOW and high - low <= _ROUNDED * high and (_rounds(low, high) or _rounds(high, low))


def _is_round(value: float) -> bool:
    """One digit and noughts, or a half: 40, 300, 1,500."""
    digits = f"{value:.6g}".partition("e")[0].replace(".", "").strip("0")
    return len(digits) <= 1 or digits in ("15", "25")


def _rounds(finer: float, coarser: float) -> bool:
    """Whether the finer number is the coarser one before rounding: 3,012 and 3,000."""
    digits = f"{coarser:.6g}".replace(".", "").split("e")[0].rstrip("0")
    place = floor(log10(coarser)) - len(digits) + 1
    return round(finer, -place) == coarser


@lru_cache(maxsize=8192)
def numbers(text: str) -> tuple[Number, ...]:
    """In order; `text` with plain spaces and quotes. Ranges are one number."""
    found: list[Number] = []
    for number in _plain_numbers(text):
        last = found[-1] if found else None
        joint = last and _JOINED.fullmatch(text, last.end, number.start)
        if last and joint and (read := _range(text, last, number, joint.group().strip().lower())):
            found[-1] = read
        else:
            found.append(number)
    return tuple(found)


def _range(text: str, a: Number, b: Number, joint: str) -> Number | None:
    before = text[: a.start].lower()
    if joint == "and" and not before.endswith("between "):
        return None
    if before.endswith("from ") and joint == "to":
        return Number(a.start, b.end, b.low, b.high, a.money or b.money, moved=True)
    if a.low >= b.high or (joint == "-" and a.high >= _EXACT_BELOW > b.high):
        return None
    scale = b.high / _unscaled(b.high) if a.high < _unscaled(b.high) + 1 else 1.0
    return Number(a.start, b.end, a.low * scale, b.high, a.money or b.money, hedged=True)


def _unscaled(value: float) -> float:
    """4.5e6 -> 4.5, as in "3 to 4.5 million"."""
    for scale in (1e12, 1e9, 1e6):
        if value >= scale:
            return value / scale
    return value


def _plain_numbers(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        if match["one"] and not match["scales"]:
            continue
        low, high = _VAGUE[match["vague"].lower()] if match["vague"] else _value(match)
        yield _hedged(text, match, low, high)


def _value(match: re.Match[str]) -> tuple[float, float]:
    if match["digits"]:
        value = float(re.sub("[, ]", "", match["digits"]))
    elif match["spelled"]:
        value = float(sum(_SMALL[part] for part in match["spelled"].lower().split("-")))
    else:
        value = 0.5 if match["one"].lower().startswith("half") else 1.0
    total = 0.0
    for part in re.split(r"[ ]", match["scales"].lower().replace("-", " ")):
        word = part.rstrip("s") if part.rstrip("s") in _SCALES else part
        if word in _SCALES:
            value = (value or 1.0) * _SCALES[word]
        elif part and part != "and":
            total, value = total + value, float(sum(_SMALL.get(each, 0) for each in part.split("-")))
    value += total
    dozen = "dozen" in match["scales"].lower()
    loose = (_NEAR if value > 12 else _DOZEN) if dozen else 0.0  # noqa: PLR2004 - a dozen is twelve
    return value * (1 - loose), value * (1 + loose)


def _hedged(text: str, match: re.Match[str], low: float, high: float) -> Number:
    start, end = match.span()
    money = text[slice(*match.span("money"))].strip() if match["money"] else ""
    before = _BEFORE.search(text, max(0, start - 24), start)
    after = _AFTER.match(text, end)
    hedges = [*(before.groupdict().items() if before else ()), *(after.groupdict().items() if after else ())]
    kinds = {kind for kind, words in hedges if words}
    if "low" in kinds:
        high = inf
    elif "high" in kinds:
        low = 0.0
    elif "about" in kinds:
        near = _NEAR if _is_round(low) or low != high else _CLOSE
        low, high = low * (1 - near), high * (1 + near)
    start = before.start() if before else start
    return Number(
        start,
        after.end() if after else end,
        low,
        high,
        money,
        hedged=bool(kinds) or bool(match["vague"]),
        of_many=bool(match["vague"]),
    )
