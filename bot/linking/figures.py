"""Figures of a sentence: a number with what it counts, so that only like is compared with like."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.linking.numbers import Number, numbers
from bot.linking.wordforms import Word, root, words
from bot.model import Span
from bot.words import STOP_WORDS, plain

_OUTCOMES = {
    word: line.split()[0]
    for line in (
        "KILLED killed killing kills died dead dying deaths toll fatalities lives bodies perished slain drowned murdered",
        "INJURED injured injuring injures injuries wounded wounding hurt hospitalised hospitalized",
        "MISSING missing unaccounted",
        "ARRESTED arrested arresting arrests detained detaining",
        "RESCUED rescued rescuing",
        "EVACUATED evacuated evacuating",
        "DISPLACED displaced homeless",
        "ABOARD aboard onboard",
        "TRAPPED trapped stranded",
        "INFECTED infected infections",
        "SURVIVED survived survivors",
        "HELD hostage hostages kidnapped abducted",
    )
    for word in line.split()[1:]
}
GROWING = frozenset({"KILLED", "INJURED", "MISSING", "ARRESTED", "RESCUED", "EVACUATED", "DISPLACED", "INFECTED"})
"""What is counted on while a happening goes on: a later figure is not at odds with an earlier one."""

_ANYBODY = frozenset(root(w) for w in "people persons victims lives bodies corpses casualties fatalities dead others".split())
_PERSONS = frozenset(
    root(word)
    for word in """passengers soldiers troops civilians children women men students workers miners police officers
    militants rebels insurgents gunmen protesters demonstrators prisoners inmates hostages residents villagers tourists
    refugees migrants sailors crew firefighters patients suspects employees staff boys girls fishermen climbers pilgrims
    members nurses doctors teachers journalists guests drivers""".split()
)
_UNITS = {
    root(word): line.split()[0]
    for line in """
        percent percent pct
        kilometre kilometres kilometers km kilometer
        mile miles
        metre metres meters meter
        foot feet ft
        kilogram kilograms kg kilogrammes
        tonne tonnes tons ton
        hectare hectares
        acre acres
        litre litres liters
        year years
        month months
        week weeks
        day days
        hour hours
        minute minutes
        second seconds
        $ dollars dollar
        € euros euro
        £ pounds pound sterling
        ₹ rupees rupee
        ¥ yen yuan
    """.strip().splitlines()
    for word in line.split()[1:]
}  # fmt: skip
_WEAK = frozenset("percent year month week day hour minute second $ € £ ₹ ¥ kilometre mile metre".split())
"""Units of many things: what is measured must be told by more of the words around."""

_TALLIES = frozenset(
    root(word)
    for word in """points yards touchdowns games goals runs rebounds assists wickets punches passes carries receptions wins
    losses titles seasons catches shots hits saves innings matches knockouts tackles laps sets starts appearances""".split()
)
"""What players gather over a game, a season, a life: which of them is seldom said."""
_STOPS = STOP_WORDS | set("percent including among per via near amid within despite toward towards across along".split())
_NOT_NOUNS = frozenset("ous ess us is as".split())
_LABELS = re.compile(
    r"\b(?:flight|route|highway|interstate|article|section|chapter|rule|type|boeing|airbus|apollo|formula|group|"
    r"channel|level|category|phase|page|room|no|number|unit|line|gate|resolution|windows|iphone|radio|top|chapter|"
    r"bus|class|grade|version|stage|block|sector|camp|runway|act|title|world war|super bowl|round|week|day|game)\.? $",
    re.IGNORECASE,
)
_CONVERTED = re.compile(r"\([^()]*\d[^()]*\)")  # "50 km (30 miles)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY_BEFORE, _DAY_AFTER = re.compile(rf"\b{_MONTH}\.? $", re.IGNORECASE), re.compile(rf" (?:of )?{_MONTH}", re.IGNORECASE)
_CLOCK = re.compile(r" ?(?:[ap]\.?m\b|o'clock|hrs\b|GMT)", re.IGNORECASE)
_NOT_A_COUNT = re.compile(r"-|(?:st|nd|rd|th)\b| (?:of|in)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"[ -]\w+ (?:before|after|ago|earlier|later|from|since|old|to go|left|remaining|into|away)\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:in|within|after|by|over|than|first|second|last|another) $", re.IGNORECASE)
_DIMENSION = re.compile(r"[ -](long|tall|high|deep|wide|thick)\b", re.IGNORECASE)
_TIMES = frozenset("year month week day hour minute second".split())
_REST = re.compile(r" (other|others|more|further|additional|another|new)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:another|other|further|additional|first|last|next|other than|every|each|past|following) $", re.IGNORECASE)
_AGE = re.compile(r"(?P<name>[A-Z][\w'-]+), (?:aged )?(?P<age>[1-9]\d)(?=,)|(?P<age2>[1-9]\d)-year-old (?:[A-Z][\w'-]+ )*(?P<name2>[A-Z][\w'-]+)")
_MAGNITUDE = re.compile(r"\bmagnitude(?: of)? (?P<a>\d\.\d)\b|\b(?P<b>\d\.\d)[- ]magnitude\b|\b(?P<c>\d\.\d) on the (?:open-ended )?Richter")
_NOBODY = re.compile(
    r"\b(?:no one|nobody|none of (?:the|them)(?: \w+)?|no (?:people|passengers|civilians|soldiers|crew(?: members)?|one))"
    r" (?:\w+ ){0,2}?(?:was|were|is|has been|had been|have been)?(?: \w+)? ?(?P<how>killed|injured|hurt|wounded|died|arrested|missing)\b"
    r"|\b(?:no|without|without any|without causing) (?P<what>casualties|deaths|injuries|fatalities|arrests)\b"
    r"|\b(?P<safe>unhurt|uninjured|unharmed|unscathed)\b",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r"\b(?:r[io]se|risen|climbed|jumped|increased|grown|grew|revised|raised|lowered|updated|so far|now stands?|"
    r"has now|had now|latest|previous(?:ly)?|earlier|initial(?:ly)?|bringing|pushing|raising|taking the|since)\b",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """`at` within its sentence. `counted` is the quantity: an outcome, unit or noun; `of` whom, where that is told.

    `weak`: the quantity alone says little. `moving`: the text itself says that the figure changes.
    """

    at: Span
    number: Number
    counted: str
    of: str = ""
    weak: bool = False
    moving: bool = False

    @property
    def is_tally(self) -> bool:
        return self.counted in _TALLIES

    @property
    def is_growing(self) -> bool:
        return self.counted in GROWING


@lru_cache(maxsize=16384)
def figures(sentence: str, dates: tuple[Span, ...] = ()) -> tuple[Figure, ...]:
    """The figures of a sentence; numbers inside `dates` are none."""
    text = plain(sentence)
    if not re.search(r"\d|\b(?:no|nobody|none|without|un\w+|dozen|hundred|[a-z]+teen|one|two|three|four|five|six|seven|"
                     r"eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)", text, re.I):  # fmt: skip
        return ()
    special = [*_ages(text), *_magnitudes(text), *_nobodies(text)]
    taken = [*dates, *(figure.at for figure in special)]
    told = words(text)
    found: list[Figure] = []
    moving = bool(_MOVING.search(text))
    converted = [Span(*found.span()) for found in _CONVERTED.finditer(text)]
    taken += converted
    free = [n for n in numbers(text) if not any(Span(n.start, n.end).overlaps(at) for at in taken)]
    for place, number in enumerate(free):
        limit = free[place + 1].start if place + 1 < len(free) else len(text)
        begin = free[place - 1].end if place else 0
        figure = _figure(text, told, number, begin, limit, found[-1] if found else None)
        if figure:
            found.append(Figure(figure.at, figure.number, figure.counted, figure.of, figure.weak, moving or number.moved))
    return tuple(sorted((*found, *special), key=lambda figure: figure.at))


def _figure(text: str, told: Sequence[Word], number: Number, begin: int, limit: int, last: Figure | None) -> Figure | None:
    start, end = number.start, number.end
    if _is_label(text, number) or _OTHERS.search(text, max(0, start - 15), start):
        return None
    rest = _REST.match(text, end)
    if rest and not rest[1].lower().startswith("other"):
        return None
    at = Span(start, end)
    after = [word for word in told if end <= word.start < limit]
    if number.money or text[end : end + 1] == "%":
        return Figure(at, number, number.money[-1:] if number.money else "percent", weak=True)
    if text[end:].startswith((" per cent", " percentage point", " percent")):
        return Figure(at, number, "percent", weak=True)
    noun = _noun(after, number)
    unit = _UNITS.get(noun.root) if noun else None
    if unit in _TIMES and (_RELATIVE.match(text, end) or _SPAN.search(text, max(0, start - 8), start)):
        return None
    if unit and noun and (dimension := _DIMENSION.match(text, noun.end)):
        return Figure(Span(start, dimension.end()), number, f"{unit} {dimension[1].lower()}")
    if unit:
        return Figure(Span(start, noun.end if noun else end), number, unit, weak=unit in _WEAK)
    if noun and noun.root not in _ANYBODY | _PERSONS and _UNITS.get(noun.root) is None and not _OUTCOMES.get(noun.text.lower()):
        return Figure(Span(start, noun.end), number, noun.root)
    outcome = _outcome(told, at, noun, begin, limit, last)
    if noun is None and outcome is None:
        return None
    if rest and (outcome is None or (last and last.counted == outcome)):
        return None  # "12 others": those beside the ones counted already
    of = noun.root if noun and noun.root in _PERSONS else ""
    span = Span(start, noun.end if noun else end)
    return Figure(span, number, outcome or (noun.root if noun else ""), of)


def _is_label(text: str, number: Number) -> bool:
    start, end = number.start, number.end
    bare = text[start:end]
    is_year = bare.isdigit() and len(bare) == 4 and 1500 <= int(bare) <= 2100  # noqa: PLR2004 - years
    return bool(
        (not number.of_many and _NOT_A_COUNT.match(text, end))
        or (is_year and not re.match(r" [a-z]+s\b", text[end:]))
        or _CLOCK.match(text, end)
        or _DAY_BEFORE.search(text, max(0, start - 12), start)
        or _DAY_AFTER.match(text, end)
        or _LABELS.search(text, max(0, start - 14), start)
        or (bare[:1].isupper() and not bare[0].isdigit() and start > 0 and text[start - 1] == " " and number.high < 20)  # noqa: PLR2004
    )


def _noun(after: Sequence[Word], number: Number) -> Word | None:
    """What is counted: the first word in the plural soon after the number, before anything that ends the phrase."""
    for place, word in enumerate(after[:5]):
        lower = word.text.lower()
        if place == 0 and lower in ("-", "of", "other"):
            continue
        if lower == "dead":
            return None
        if not word.root or lower in _STOPS or lower in ("killed", "injured", "wounded", "died"):
            return None
        if lower == "others" or word.root in _ANYBODY | _PERSONS | _UNITS.keys():
            return word
        if lower.endswith("s") and lower[-2:] not in _NOT_NOUNS and lower[-3:] not in _NOT_NOUNS and "'" not in lower:
            return word
        if number.high == 1 and place == 0 and len(lower) > 3 and not lower.endswith(("ed", "ing", "ly")):  # noqa: PLR2004
            return word
    return None


def _outcome(told: Sequence[Word], at: Span, noun: Word | None, begin: int, limit: int, last: Figure | None) -> str | None:
    before = _until_break([word for word in reversed(told) if begin <= word.start < at.start])
    for word in before[:2]:
        if found := _OUTCOMES.get(word.text.lower()):
            return found
    if noun and (found := _OUTCOMES.get(noun.text.lower())):
        return found
    following = [word for word in told if at.end <= word.start < limit]
    for word in _until_break(following)[:8]:
        if found := _OUTCOMES.get(word.text.lower()):
            return found
    for word in before[:5]:
        if found := _OUTCOMES.get(word.text.lower()):
            return found
    joint = [word for word in told if last and last.at.end <= word.start < at.start]
    if last and last.counted in _OUTCOMES.values() and all(word.text in (",", "and", "or") for word in joint):
        return last.counted
    return None


def _until_break(run: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in run:
        if word.text.lower() in (",", ";", ":", ".", "and", "but", "while", "when", "after", "before", "as", "for", "that", "—", "–"):
            break
        if word.root and word.text.lower() not in ("at", "least", "more", "than", "to", "some", "about", "the", "of", "a"):
            kept.append(word)
    return kept


def _ages(text: str) -> Iterable[Figure]:
    for found in _AGE.finditer(text):
        age, name = found["age"] or found["age2"], found["name"] or found["name2"]
        yield Figure(Span(*found.span()), Number(*found.span(), float(age), float(age)), "age", root(name))


def _magnitudes(text: str) -> Iterable[Figure]:
    for found in _MAGNITUDE.finditer(text):
        value = float(found["a"] or found["b"] or found["c"])
        yield Figure(Span(*found.span()), Number(*found.span(), value - 0.05, value + 0.05), "magnitude")


def _nobodies(text: str) -> Iterable[Figure]:
    for found in _NOBODY.finditer(text):
        if re.search(r"reports? of $|if $|hop", text[: found.start()][-12:]):
            continue
        word = found["how"] or found["what"] or "injured"
        at, none = Span(*found.span()), Number(*found.span(), 0, 0)
        if word.lower() == "casualties":
            yield Figure(at, none, "KILLED")
            yield Figure(at, none, "INJURED")
        elif outcome := _OUTCOMES.get(word.lower()):
            yield Figure(at, none, outcome)
