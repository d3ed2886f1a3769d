"""The grammar: every time expression Sitrep knows. Add one: a line in its family, words that set it off, a reader.

A template is a regex in which `{month}` stands for a named group of PARTS (`{year2}`: the same a second time, named
year2) and a space for one to three spaces. Letters match in either case, except in names of months and weekdays.
"""

import re
from dataclasses import dataclass

from bot.analysis import calendar_words as words
from bot.analysis import readings as read
from bot.analysis import relations as lean
from bot.analysis.holidays import HOLIDAYS
from bot.analysis.scene import Reader


def _any(options: list[str] | tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(option).replace(r"\ ", " ") for option in options), key=len, reverse=True))


def _names(table: dict[str, int], shortest: int) -> str:
    """Names as they stand in text: Capitalised or in CAPITALS; short forms with a dot, or without where that is safe."""
    full = {name for name in table if len(name) >= shortest}
    return (
        "(?-i:"
        + "|".join(sorted({form for name in full for form in (name.capitalize(), name.upper())}, key=len, reverse=True))
        + ")"
    )


_FULL_MONTHS = "january february march april may june july august september october november december".split()
_SHORT_MONTHS = sorted(set(words.MONTHS) - set(_FULL_MONTHS), key=len, reverse=True)
_FULL_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_WEEKDAYS = sorted(set(words.WEEKDAYS) - set(_FULL_WEEKDAYS), key=len, reverse=True)


def _cased(names: list[str], end: str = "") -> str:
    return "|".join(f"{form}{end}" for name in names for form in (name.capitalize(), name.upper()))


_SPELLED = _any([word for word in words.NUMBERS if word not in ("a", "an")])
_TEENS = _any([word for word, value in words.NUMBERS.items() if 9 < value < 20])  # noqa: PLR2004 - of a spoken year
_TENS = _any([word for word, value in words.NUMBERS.items() if 20 <= value < 100])  # noqa: PLR2004 - of a spoken year
_ONES = _any([word for word, value in words.NUMBERS.items() if 0 < value < 20 and word not in ("a", "an", "dozen")])  # noqa: PLR2004 - of a spoken year

PARTS: dict[str, str] = {
    "month": f"(?-i:{_cased(_FULL_MONTHS)}|(?:{_cased(_SHORT_MONTHS)})\\.)",
    "mon": f"(?-i:{_cased(_FULL_MONTHS)}|(?:{_cased(_SHORT_MONTHS)})\\.?)",
    "weekday": f"(?-i:{_cased(_FULL_WEEKDAYS)}|(?:{_cased(_SHORT_WEEKDAYS)})\\.)",
    "day": r"\d{1,2}(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d|-[a-z])",
    "dayth": rf"\d{{1,2}}(?:st|nd|rd|th)|{_any(list(words.ORDINALS))}",
    "year": r"(?:1[5-9]|20|21)\d\d(?![\d%]|[.,:]\d)",
    "yy": r"\d\d(?!\d)",
    "spoken": rf"(?:nineteen|eighteen|seventeen|twenty)(?: hundred|[ -](?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|o[ -](?:{_ONES})))"
    rf"|two thousand(?: and)?(?: (?:{_ONES}))?",
    "relyear": r"(?:last|this|next|the (?:previous|following|current|same|next)|that|this past) year",
    "tens": r"(?:1[6-9]|20)\d0|[2-9]0",
    "decade": _any(list(words.DECADES)),
    "ordinal": rf"\d{{1,2}}(?:st|nd|rd|th)|{_any([*words.ORDINALS])}",
    "nth": "first|second|third|fourth|1st|2nd|3rd|4th",
    "q": "[1-4]",
    "half": "first|second|last|latter",
    "season": _any(list(words.SEASONS)),
    "holiday": _any(list(HOLIDAYS)),
    "rel": "last|next|this|this past|past|this coming|coming|current|the last|the next|the past|the current|the coming"
    "|the previous|the following|the same|that same|that|the preceding",
    "n": rf"\d{{1,4}}(?:\.\d)?(?: \d/\d)?(?![\d,.]\d)|(?:{_SPELLED})(?:[ -](?:{_SPELLED}))*|an?",
    "vague": "several|few|a few|many|some|a couple of|a couple|couple of|a number of|dozens of",
    "unit": "seconds?|minutes?|hours?|nights?|(?:trading |business )?days?|weeks?|fortnights?|weekends?|months?|quarters?"
    "|years?|decades?|century|centuries",
    "calendar": "day|week|month|quarter|year|decade|century",
    "plural": "seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries",
    "way": "ago|earlier|later|before|after|after that|from now|hence",
    "frequency": _any(list(words.FREQUENCIES)),
    "reference": _any(list(words.REFERENCES)),
    "daypart": _any(list(words.DAY_PARTS)),
    "point": "noon|midnight|midday",
    "hour": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
    "meridiem": r"a\.m\.?|p\.m\.?|am|pm",
    "iso": r"(?:19|20)\d\d(?:-\d\d-\d\d|/\d\d/\d\d|\.\d\d\.\d\d)",
    "a": r"\d{1,2}",
    "b": r"\d{1,2}",
    "y": r"(?:19|20)\d\d|\d\d",
    "about": "about|around|nearly|almost|more than|over|less than|at least|up to|some|approximately|roughly|just over"
    "|just under|no more than|under|within|an estimated|only|another|about the|at least the",
}


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    read: Reader


def rule(template: str, reader: Reader) -> Rule:
    """Compiles a template; groups repeat under names with a digit."""
    spaced = template.replace(" ", r"\s{1,3}")

    def part(found: re.Match[str]) -> str:
        name = found[1] + found[2]
        target = {"mon": "month", "calendar": "unit", "plural": "unit", "dayth": "day"}.get(found[1], found[1])
        body = PARTS[found[1]].replace(" ", r"\s{1,3}")
        return f"(?P<{target if not found[2] else name}>{body})"

    pattern = re.sub(r"\{([a-z]+)(\d?)\}", part, spaced)
    return Rule(re.compile(rf"(?<![\w$€£#])(?:{pattern})(?!\w|-\d)", re.IGNORECASE), reader)


_YEAR = "(?:,? {year}| (?:of )?{relyear}|,? '{yy}|,? {spoken})"
GRAMMAR: dict[str, tuple[Rule, ...]] = {
    "month": (
        rule("(?:{weekday},? )?(?:the )?{day}(?: day)?(?: of)? {mon}(?:" + _YEAR + ")?", read.month_day),
        rule("(?:{weekday},? )?(?:the )?{dayth}(?: day)?(?: of) {mon}(?:" + _YEAR + ")?", read.month_day),
        rule("(?:{weekday},? (?:the )?)?{mon} (?:the )?{day}(?:" + _YEAR + ")?", read.month_day),
        rule("(?:{weekday},? (?:the )?)?{mon} (?:the )?{dayth}(?:" + _YEAR + ")?", read.month_day),
        rule("{mon} {day} ?(?:-|–|to|through) ?(?P<to_day>\\d{1,2})(?:" + _YEAR + ")?", read.month_day),
        rule("(?:the )?{day} ?(?:-|–|to) ?(?P<to_day>\\d{1,2}) {mon}(?:" + _YEAR + ")?", read.month_day),
        rule("{mon}(?:,| of)? {year}", read.month_year),
        rule("{month}(?:,| of)? (?:{relyear}|'{yy}|{spoken})", read.month_year),
        rule("{rel} {month}", read.relative_month),
        rule("{rel} {mon} {day}", read.month_day),
        rule("(?:each|every) {month}", read.every_month),
        rule("{month}", read.bare_month),
    ),
    "weekday": (
        rule("{rel} {weekday}", read.weekday),
        rule("(?:every|each) {weekday}|{weekday2}s", read.every_weekday),
        rule("{weekday}", read.weekday),
    ),
    "year": (
        rule("{year}", read.bare_year),
        rule("(?P<fiscal>(?:the )?fiscal(?: year)?) {year}|(?P<fiscal2>FY) ?(?:{year2}|{yy})", read.year),
        rule("{year} ?[-–/] ?(?P<to_year>(?:1[5-9]|20)\\d\\d|\\d\\d)", read.year),
        rule("(?:the year )?{spoken}", read.year),
        rule("the year {year}|(?:the )?{year2} (?:period|quarter|fiscal year)", read.year),
        rule("(?:the )?(?P<tens>(?:1[6-9]|20)\\d0)'?s|the {tens2}s", read.decade),
        rule("(?:the )?'{tens}s", read.decade),
    ),
    "decade": (
        rule("the (?:early |late |mid-)?{decade}", read.decade),
        rule("(?:the )?nineteen[ -]{decade}", read.decade),
    ),
    "century": (rule("(?:the )?{ordinal}[- ]century", read.century),),
    "quarter": (
        rule(
            "(?:the |its |their )?(?:fiscal[- ])?{nth}[- ](?:fiscal[- ])?quarter(?:(?: of|,)?(?: fiscal)? (?:{year}|{relyear}))?",
            read.quarter,
        ),
        rule("(?:the )?(?:{year}|{relyear})(?:'s)? (?:fiscal )?{nth}[- ]quarter", read.quarter),
        rule("(?-i:Q){q}(?: (?:of )?(?:FY ?)?{year})?|{year2} ?(?-i:Q){q2}", read.quarter),
        rule("(?:the )?{half} half(?: of)? (?:{year}|{relyear}|the year)", read.half),
        rule(
            "(?:the |its )?(?:latest|most recent|same|reported|last reported|just-ended) (?:quarter|period)|(?:the|that) quarter",
            lean.told_quarter,
        ),
        rule(
            "(?:the |a )?(?:comparable |same |corresponding )?(?:year-(?:earlier|ago)|(?:quarter|period) (?:a|one) year (?:ago|earlier)|prior-year)(?: (?:\\w+ )?(?:quarter|period|level))?",
            lean.year_ago,
        ),
        rule("(?:a|one) year (?:ago|earlier|before)", lean.year_ago),
        rule(
            "(?:the )?(?:same|corresponding|comparable|year-ago) (?:period|quarter)(?: of)? (?:last year|a year ago|a year earlier)|last year's quarter",
            lean.year_ago,
        ),
    ),
    "season": (
        rule("(?:{rel} |the |in )?{season}(?: of)? (?:{year}|{relyear}|{spoken})", read.season),
        rule("{rel} {season}", read.season),
        rule("(?:the|this|in|early|late|mid|by)[ -]{season}", read.season),
    ),
    "weekend": (rule("(?:{rel} |the )weekend", read.weekend),),
    "deictic": (rule("(?:(?:the )?day (?:before|after) )?(?:yesterday|tomorrow|today)", lean.deictic),),
    "unit": (
        rule("{rel} {calendar}", lean.unit_expression),
        rule("(?:(?:{about}) )?(?:{n}|{vague}) {unit}(?: or so)? {way}", lean.ago),
        rule(
            "(?:(?:{about}) )?(?:the )?(?:(?:past|last|next|first|coming|latest|previous|final|following) )?(?:{n}|{vague})[- ](?:more |additional |full |consecutive |straight |further |whole |long |short )?{unit}(?P<half>[ -]and[ -]a[ -]half)?(?:[- ]old|[- ]long)?(?: or so)?",
            lean.counted_duration,
        ),
        rule("(?:for|in|after|over|within|took|of|the) (?P<core>{plural})", lean.plural_duration),
        rule("{rel} {plural}", lean.duration),
        rule("(?P<core>{plural}) of", lean.plural_duration),
        rule(
            "the (?:(?:full|whole|entire|current|latest|fiscal|current fiscal|latest fiscal) )?(?P<unit>year|month)",
            lean.whole_unit,
        ),
        rule("the {calendar} (?P<way>before|after|earlier|later)", lean.told_unit),
        rule("year-end|year end|year's end|the end of the year", lean.year_end),
        rule("(?:each|every) (?P<other>other |second )?(?:{n} )?{unit}", lean.repeated),
        rule("(?:once|twice|{n} times) (?:a|an|per|each|every) {unit}", lean.repeated),
        rule("(?:the )?{unit}-long", lean.duration),
    ),
    "frequency": (rule("{frequency}", lean.repeated),),
    "reference": (rule("{reference}(?! after| as )", lean.reference),),
    "holiday": (rule("(?:{rel} )?{holiday}(?:,? (?:of )?{year}| {relyear})?", read.holiday),),
    "daypart": (
        rule("(?:{rel}|(?:early|late|later|earlier)(?: in)? (?:this|the)|in the) {daypart}", lean.day_part),
        rule("mid[- ](?P<daypart>morning|afternoon|evening)", lean.day_part),
        rule("tonight|overnight", lean.day_part),
    ),
    "clock": (
        rule("{hour}(?:[:.]{minute})? ?{meridiem}", lean.clock),
        rule("{hour}:{minute}(?: hours| hrs)?", lean.clock),
        rule("{hour}(?:[:.]{minute})? (?:o'clock )?in the (?P<dayword>morning|afternoon|evening)", lean.clock),
        rule("{point}", lean.clock),
    ),
    "numeric": (
        rule("{iso}", read.numeric),
        rule("{a}/{b}/{y}|{a2}\\.{b2}\\.(?P<y2>(?:19|20)\\d\\d)|{a3}-{b3}-(?P<y3>(?:19|20)?\\d\\d)", read.numeric),
    ),
}


def _triggers() -> dict[str, tuple[str, ...]]:
    """Word in lower case -> the families that it sets off."""
    units = "day days week weeks month months quarter quarters year years decade decades century centuries hour hours minute"
    table: dict[str, list[str]] = {}
    listed: dict[str, list[str]] = {
        "month": list(words.MONTHS),
        "weekday": [form for name in words.WEEKDAYS for form in (name, name + "s")],
        "year": [
            "nineteen",
            "eighteen",
            "seventeen",
            "thousand",
            "hundred",
            "fy",
            "twenty",
            *(f"{y}" for y in range(1500, 2200)),
        ]
        + [f"{tens}0" for tens in range(2, 10)],
        "decade": list(words.DECADES),
        "century": ["century"],
        "quarter": ["quarter", "period", "year", "half", "q", "q1", *(f"{y}" for y in range(1500, 1500))],
        "season": list(words.SEASONS),
        "weekend": ["weekend"],
        "deictic": ["today", "yesterday", "tomorrow"],
        "unit": [
            *units.split(),
            "minutes",
            "second",
            "seconds",
            "fortnight",
            "fortnights",
            "night",
            "nights",
            "weekends",
        ],
        "frequency": list(words.FREQUENCIES),
        "reference": [phrase.split()[-1] for phrase in words.REFERENCES],
        "holiday": [re.findall("[a-z]+", name)[0] for name in HOLIDAYS],
        "daypart": [*words.DAY_PARTS, "tonight", "overnight"],
        "clock": ["am", "pm", "m", "noon", "midnight", "midday", "clock", "hours", "hrs", *words.DAY_PARTS],
    }
    for family, entries in listed.items():
        for word in entries:
            table.setdefault(word, []).append(family)
    for digits in [f"{n}" for n in range(32)] + [f"{n:02}" for n in range(10)]:
        table.setdefault(digits, []).extend(["numeric", "clock"])
    return {word: tuple(dict.fromkeys(families)) for word, families in table.items()}


TRIGGERS = _triggers()
