"""The words of the calendar: months, weekdays, numbers, units, seasons, parts of a day, words like "now" and "soon"."""

import re

from bot.analysis.periods import Modifier, Unit

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nights": "NI",
    "dawn": "MO",
    "dusk": "EV",
}
UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
# Singular -> what TIMEX3 writes after "P"; the number stands at "{}".
DURATIONS = {
    "second": "T{}S",
    "sec": "T{}S",
    "minute": "T{}M",
    "min": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "night": "{}D",
    "week": "{}W",
    "weekend": "{}WE",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
    "decade": "{}E",
    "century": "{}C",
    "summer": "{}SU",
    "winter": "{}WI",
}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
NUMBERS: dict[str, int] = {
    **{word: number for number, word in enumerate([*_ONES.split(), "eighteen", "nineteen"])},
    **{
        word: 10 * number
        for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
    },
    "hundred": 100,
    "dozen": 12,
    "a": 1,
    "an": 1,
}
ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
            "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
        ).split(),
        1,
    )
}
DECADES = {
    word: number
    for number, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}
_PARTS: dict[Modifier, str] = {"early": "first early opening", "late": "last late final closing"}
# Words that stand before an expression and tell which part of it is meant; matched right in front of it.
PREFIXES: dict[str, Modifier] = {
    "early": "early",
    "early in": "early",
    "the early": "early",
    "the beginning of": "early",
    "the very beginning of": "early",
    "the start of": "early",
    "beginning of": "early",
    "mid": "mid",
    "the mid": "mid",
    "middle of": "mid",
    "the middle of": "mid",
    "late": "late",
    "late in": "late",
    "the late": "late",
    "the end of": "late",
    "the close of": "late",
    "end of": "late",
    "end": "late",
    "about": "about",
    "around": "about",
    "circa": "about",
    "approximately": "about",
    "roughly": "about",
    "some time in": "about",
    "sometime in": "about",
    "sometime": "about",
    "before": "before",
    "prior to": "before",
    "after": "after",
    "since": "since",
    **{
        f"the {words} {unit} of": part
        for part, names in _PARTS.items()
        for words in names.split()
        for unit in "hours days weeks months years".split()
    },
}
# Words that never are part of a timeline: PRESENT_REF, PAST_REF and FUTURE_REF of TIMEX3.
REFERENCES: dict[str, str] = {
    phrase: value
    for value, phrases in {
        "PRESENT_REF": "now|right now|currently|current|these days|nowadays|at present|at the moment|this moment",
        "PAST_REF": "recently|more recently|most recently|the recent past|the past|past years|recent years|recent days"
        "|recent months|recent weeks|recent weeks and months|years ago|months ago|weeks ago|days ago|decades ago"
        "|long ago|the other day",
        "FUTURE_REF": "soon|the future|the near future|near future|the near term|the short term|coming months"
        "|coming years|coming days|coming weeks|coming quarters|as soon as possible|a later date|a later time",
    }.items()
    for phrase in phrases.split("|")
}
FREQUENCIES = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
}
_HALF = re.compile(r"[\s-]*(?:1/2|½|and[\s-]a[\s-]half)$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def number(words: str) -> float | None:
    """ "25", "twenty-five", "a hundred", "2 1/2" -> a number; None for "several"."""
    words = words.lower().replace(",", "").strip()
    whole = _HALF.sub("", words)
    half, words = 0.5 if whole != words else 0.0, whole
    if _NUMBER.fullmatch(words):
        return float(words) + half
    total = 0
    for word in re.split(r"[\s-]+", words):
        if word == "and":
            continue
        if word not in NUMBERS:
            return None
        total = total * 100 if word == "hundred" and total else total + NUMBERS[word]
    return total + half


def spoken_year(words: str) -> int | None:
    """ "nineteen ninety-six", "two thousand", "two thousand and five" -> the year."""
    parts = words.lower().replace("-", " ").replace(" and ", " ").split()
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(NUMBERS.get(part, 0) for part in parts[2:])
    if not parts or parts[0] not in NUMBERS:
        return None
    return NUMBERS[parts[0]] * 100 + sum(NUMBERS.get(part, 0) for part in parts[1:])
