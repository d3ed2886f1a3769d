"""What a sum, a share, a length or a bare number is a measure of: "cost 64 million pounds", "9 km long", "aged 84"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.linking.numbers import Number, numbers
from bot.linking.quantities import ATTRIBUTES, LABELS, QUALIFIERS, SIZES
from bot.linking.scopes import clause
from bot.linking.wordforms import Word, root, words
from bot.model import Span
from bot.words import Caseless

_DIMENSIONS = frozenset("length height depth width".split())
_BEFORE, _AFTER = 9, 5  # words
_DEGREES_F = re.compile(r" ?(?:degrees )?(?:Fahrenheit|F\b)")
_AN_HOUR = re.compile(
    r"(?:[ -]?(?:kilomet\w+|km|miles?)(?: an hour| per hour|/h)|[ -]?(?P<mph>mph)|[ -]?kph)\b", re.IGNORECASE
)
_MILES = re.compile(r"[ -]?(?:miles?|mph)\b", re.IGNORECASE)
_CHANGE = Caseless(
    r"\b(?:r[io]s(?:e|es|en|ing)|fell|fall\w*|grew|grow\w*|up|down|increas\w*|decreas\w*|declin\w*|drop\w*|climb\w*|gain\w*|"
    r"jump\w*|shr[aiu]nk|slump\w*|cut|higher|lower|rais\w*|slipp?\w*|surg\w*|plung\w*|add\w*|by)"
    r"(?: (?:by|from|to|some|about|nearly|almost|around|an?|more|than))* $",
)
_TO = re.compile(r"\bto (?:\w+ ){0,2}$")
_COMPARED = Caseless(
    r"\b(?:compared (?:with|to)|against|versus|from|instead of|rather than)"
    r" (?:an? |the |some |about |around |nearly )*$",
)
_LABEL = Caseless(
    rf"\b(?P<what>{'|'.join(LABELS)})\b(?: (?:of|in|at|for|on) (?:(?:the|its|a) )?[\w' -]{{2,40}}?)?"
    r"(?: (?:was|is|were|stood at|stands at|reached|came to|numbered|totall?ed|put at)|:| of)"
    r"(?: (?:at|put at|about|around|some|nearly|only|just|given as|over|more than|at least))* $",
)
_MAY_BE_AGE = re.compile(
    r"[1-9]\d(?:(?=-year-old)|(?<=, ..)|(?<=aged ..)|(?<=age ..)|(?<=age of ..)|(?<=was ..)|(?<=is ..)|(?<=turned ..))"
)
_AGE = re.compile(
    r"(?P<name>[A-Z][\w'-]+), (?:aged )?(?P<age>[1-9]\d)(?=,| of [A-Z])"
    r"|(?P<age2>[1-9]\d)-year-old (?:[A-Z][\w'-]+ )*(?P<name2>[A-Z][\w'-]+)"
    r"|(?:at the age of|at age|aged) (?P<age3>[1-9]\d)\b"
    r"|\b(?:He|She|(?P<name4>[A-Z][\w'-]+)) (?:was|is|turned) (?P<age4>[1-9]\d)(?=[.,](?!\d)| when| years old|$)"
)
_NUMBER_OF = re.compile(
    r"\b[Nn]umber of (?:[a-z-]+ ){0,2}?(?P<what>[a-z]+s|people)(?: (?:in|at|on|with|from) [\w' -]{2,25}?)?"
    r" (?:(?:was|is|were|had|has|stood|stands|rose|risen|climbed|reached|put|given|now) ?){0,3}(?:at|to|as)? ?$"
)
_PERSON = re.compile(r"\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)+")
_SCORE = re.compile(
    r"(?<![\d.,:/–-])(?<![$€£¥])(?P<a>\d{1,3})[–-](?P<b>\d{1,3})"
    r"(?![\d–%-]|[.,:/]\d|[ -](?:year|month|week|day|hour))"
)
_OF_TWO = re.compile(r"\d[–-]\d")
_MATCH = Caseless(
    r"\b(?:beat|beaten|won|win|wins|winners?|lost|lose|loss|victory|victories|defeat\w*|drew|draw|draws|match|game|final|"
    r"goals?|scor\w+|league|derby|cup|led|lead|voted?|votes)\b",
)
_IN_BETWEEN = Caseless(r"(?:\(|\b(?:tied|lead|led|leading|trail\w*|level|up|down)(?: at| by)? )$")
_EDGE = Caseless(r"\)| (?:\w+ ){0,2}(?:lead|edge|advantage|run|deficit|record)\b")
_MOST = 1000  # goals
_DECIMAL = re.compile(r"\d\. ?\d")
_MAGNITUDE = Caseless(
    r"\bmagnitude(?: of)? (?P<a>\d\. ?\d)\b|\b(?P<b>\d\. ?\d)[- ]magnitude\b|"
    r"\b(?P<c>\d\. ?\d) on the (?:open-ended )?richter|"
    r"\b(?:quake|tremor|shock)\b[^.,;\d]{0,40}\b(?:measur|register|reach)\w+ (?P<d>\d\. ?\d)\b",
)

_STEP = Caseless(
    r"(?P<hundredths>\d{1,3}|twenty-five|fifty|seventy-five) basis points?\b|"
    r"(?P<points>\d{1,2}(?:\.\d+)?|one|two|three|four|five) percentage points?\b|"
    r"\b(?P<part>half|quarter|three[ -]quarters)(?: of)?(?: an?)?[ -](?:percentage[ -])?point\b"
)
_PARTS = {"half": 0.5, "quarter": 0.25, "three": 0.75}


def ages(text: str) -> Iterator[tuple[Span, Number, str]]:
    """With the root of the name that is so old; "": "she"."""
    for found in _AGE.finditer(text) if _MAY_BE_AGE.search(text) else ():
        key = next(key for key in ("age", "age2", "age3", "age4") if found[key])
        name = whose(text[: found.start()]) if key == "age3" else found[key.replace("age", "name")] or ""
        age = float(found[key])
        yield Span(*found.span()), Number(*found.span(), age, age), root(name) if name not in ("He", "She") else ""


def steps(text: str) -> Iterator[tuple[Span, Number]]:
    """By how many points a share or a rate moves: "50 basis points", "half a point"."""
    for found in _STEP.finditer(text) if "point" in text.lower() else ():
        part = re.match(r"[a-z]*", found["part"] or "")
        if part and part[0]:
            value = _PARTS[part[0]]
        else:
            told = numbers(found["hundredths"] or found["points"])
            value = told[0].low / (100 if found["hundredths"] else 1) if told else 0.0
        yield Span(*found.span()), Number(*found.span(), value, value)


def whose(text: str) -> str:
    """The last word of the first full name in it."""
    named = _PERSON.search(text)
    return named.group().split()[-1] if named else ""


def magnitudes(text: str) -> Iterator[tuple[Span, Number]]:
    for found in _MAGNITUDE.finditer(text) if _DECIMAL.search(text) else ():
        value = float(next(filter(None, found.groups())).replace(" ", ""))
        at = Span(*found.span())
        yield at, Number(at.start, at.end, value - 0.05, value + 0.05)


def scores(text: str) -> Iterator[tuple[Span, Number]]:
    """How a match ended, the more goals first: "3-1" is the same as "1-3"."""
    for found in _SCORE.finditer(text) if _OF_TWO.search(text) and _MATCH.search(text) else ():
        if _IN_BETWEEN.search(text, max(0, found.start() - 14), found.start()) or _EDGE.match(text, found.end()):
            continue
        more, less = sorted((int(found["a"]), int(found["b"])), reverse=True)
        at = Span(*found.span())
        yield at, Number(at.start, at.end, more + less / _MOST, more + less / _MOST)


def label(text: str, number: Number) -> str:
    """ "attendance" in "the attendance in the hall was 31,400"."""
    found = _LABEL.search(text, max(0, number.start - 70), number.start)
    return root(found["what"].lower()) if found else ""


def number_of(text: str, number: Number) -> str:
    """ "books" in "put the number of ruined books at 11,000"."""
    found = _NUMBER_OF.search(text, max(0, number.start - 60), number.start)
    return root(found["what"].lower()) if found else ""


def is_of_before(text: str, at: Span) -> bool:
    """ "compared with 10 billion", "from 4 percent": what it was before."""
    return bool(_COMPARED.search(text, max(0, at.start - 30), at.start))


def attribute(text: str, at: Span, unit: str) -> str:
    """What a measured figure is of, with what makes it another ("unemploy youth"); "": it does not say."""
    within = clause(text, at)
    told = [word for word in words(text) if within.start <= word.start and word.end <= within.end]
    before = [word for word in told if word.end <= at.start]
    after = [word for word in told if word.start >= at.end][:_AFTER]
    ranked = [
        *((2 * place, word) for place, word in enumerate(after)),
        *((2 * place + 1, word) for place, word in enumerate(before[::-1][:_BEFORE])),
    ]
    named = [(rank, word) for rank, word in ranked if _fits(ATTRIBUTES.get(word.low), unit)]
    if not named:
        return ""
    _, word = min(named, key=lambda each: each[0])
    change = "by " if _CHANGE.search(text, max(within.start, at.start - 24), at.start) and not _is_to(text, at) else ""
    return f"{change}{ATTRIBUTES[word.low]}{_qualifiers(told, word)}"


def _fits(what: str | None, unit: str) -> bool:
    """Only what is long has a length."""
    return what is not None and (what not in _DIMENSIONS or unit == "metre")


def _is_to(text: str, at: Span) -> bool:
    """ "rose to 5 percent" is where it stands, not by how much it moved."""
    return bool(_TO.search(text, max(0, at.start - 16), at.start))


def _qualifiers(told: list[Word], noun: Word) -> str:
    place = told.index(noun)
    near = {word.low for word in told[max(0, place - 3) : place]}
    return "".join(f" {word}" for word in sorted(near & QUALIFIERS))


def sized(unit: str, number: Number, text: str, end: int) -> tuple[str, Number]:
    """In the measure that other units of its kind are brought to."""
    if speed := _AN_HOUR.match(text, number.end):
        factor = 1.60934 if _MILES.match(text, number.end) else 1.0
        return "kilometre an hour", _times(number, factor, speed.end())
    if unit == "degree" and _DEGREES_F.match(text, end):
        return unit, replace(number, low=(number.low - 32) / 1.8, high=(number.high - 32) / 1.8, loose=True)
    base, factor = SIZES.get(unit, (unit, 1.0))
    return base, _times(number, factor, number.end)


def _times(number: Number, factor: float, end: int) -> Number:
    loose = number.loose or factor not in (1.0, 1000.0, 100.0, 24.0, 168.0, 0.01, 0.001)
    return replace(number, low=number.low * factor, high=number.high * factor, loose=loose, end=max(end, number.end))
