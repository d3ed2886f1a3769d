"""Figures of a sentence: a number with what it counts, so that only like is compared with like."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.linking.measures import ages, attribute, is_of_before, label, magnitudes, number_of, scores, sized, steps
from bot.linking.numbers import Number, numbers
from bot.linking.quantities import ANYBODY, BARE, GROWING, OUTCOMES, PERSONS, SUM, TALLIES, UNITS, are_persons
from bot.linking.scopes import clause
from bot.linking.wordforms import Word, root, words
from bot.model import Span
from bot.words import STOP_WORDS, Caseless, plain

_STOPS = STOP_WORDS | set(
    "percent including among per via near amid within despite toward towards across along".split()
)
_BREAKS = frozenset(", ; : . — – and but while when after before as for that".split())
_PASSED = frozenset("at least more than to some about the of a".split())
_LARGER = re.compile(r"\b(?:hours?|minutes?)(?:,| and|, and)? $")  # "2 hours, 6 minutes"
_BARE = re.compile(r" (?:was|were|are|have|had|of them)\b|[.,;](?= |$)|$")
_BEFORE_BARE = Caseless(r"(?:^|\b(?:all|the|only|counted) )$")
_SUM = re.compile(r"(?:million|billion|bn|m)$")
_OWN = frozenset("its their his her the those these".split())  # "36 of its guns"
_PLURALS = frozenset("aircraft cattle sheep fish salmon trout deer personnel livestock spacecraft warcraft".split())
_NOT_NOUNS = frozenset("ous ess us is as".split())
_LABELS = Caseless(
    r"\b(?:flight|route|highway|interstate|article|section|chapter|rule|type|boeing|airbus|apollo|formula|group|"
    r"channel|level|category|phase|page|room|no|number|unit|line|gate|resolution|windows|iphone|radio|top|chapter|"
    r"bus|class|grade|version|stage|block|sector|camp|runway|act|title|world war|super bowl|round|week|day|game)\.? $",
)
_IN_A_NAME = re.compile(r"[\w,'’] $")
_CONVERTED = re.compile(r"\([^()]*\d[^()]*\)")  # "50 km (30 miles)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY_BEFORE = Caseless(rf"\b{_MONTH}\.? $")
_DAY_AFTER = re.compile(rf" (?:of )?{_MONTH}", re.IGNORECASE)
_MONTH_END = 31
_CLOCK = re.compile(r" ?(?:[ap]\.?m\b|o'clock|hrs\b|GMT)", re.IGNORECASE)
_NOT_A_COUNT = re.compile(
    r"-|(?:st|nd|rd|th)\b| of\b(?! (?:its|their|his|her|the|those|these) [a-z]+)|"
    r" in (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|every)\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"[ -](?:year|month|week|day|hour|minute|second)s? "
    r"(?:before|after|ago|earlier|later|from now|since|old|older|younger|to go|left|remaining|into|away)\b",
    re.IGNORECASE,
)
_SPAN = Caseless(r"\b(?:in|within|after|by|over|than|first|second|(?<!to )last|another)(?: the)? $")
_POWER = re.compile(r"\b(square|cubic) $", re.IGNORECASE)
_TIME = re.compile(r"[ -](?:year|month|week|day|hour|minute|second)s?\b", re.IGNORECASE)
_VERBS = frozenset("was were are have had died perished drowned leaked".split())
_PERCENT = re.compile(r"%| per ?cent")
_DIGIT = re.compile(r"\d")
_COUNTS = Caseless(
    r"\d|\b(?:no|half|quarter|nobody|none|without|un\w+|dozens?|hundreds?|thousands?|several|scores|[a-z]+teen|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)",
)
_TABLE = re.compile(r"\b(?:vs|versus)\b|\||\d {2,}\d")  # rows of figures say too little of what they count
_PEOPLE = frozenset("people men women children police crew staff dead personnel".split())
_NAMED = re.compile(r" [A-Z][a-z]+ [a-z]")
_OF_MORE = re.compile(r" (?:out )?of (?:[\w'’]+ ){0,3}")
_REST = re.compile(r" (other|others|more|further|additional|another|new)\b", re.IGNORECASE)
_OTHERS = Caseless(
    r"\b(?:another|other|further|additional|first|(?<!to )last|next|other than|every|each|past|following|"
    r"(?:mother|father|mum|mom|dad|parents?) of) $",
)
_NOBODY = Caseless(
    r"\b(?:no one|nobody|none of (?:the|them)(?: \w+)?|"
    r"no (?:people|(?P<who>passengers|civilians|soldiers)|crew(?: members)?|one))"
    r" (?:\w+ ){0,2}?(?:was|were|is|has been|had been|have been)?(?: \w+)? ?"
    r"(?P<how>killed|injured|hurt|wounded|died|arrested|missing)\b"
    r"|\b(?:no|without|without any|without causing) (?P<what>casualties|deaths|injuries|fatalities|arrests)\b"
    r"|\b(?P<safe>unhurt|uninjured|unharmed|unscathed)\b",
)
_MOVING = Caseless(
    r"\b(?:r[io]se|risen|climbed|jumped|increased|grown|grew|revised|raised|lowered|updated|so far|now stands?|"
    r"has now|had now|latest|previous(?:ly)?|earlier|initial(?:ly)?|bringing|pushing|raising|taking the|"
    r"since then|ha(?:s|ve|d) since)\b",
)  # fmt: skip


_PHRASES = {
    "on board": "aboard",
    "not survive": "perish",
    "in handcuffs": "arrested",
    "into custody": "arrested",
    "to safety": "rescued",
}
SPECIAL = frozenset(["age", "magnitude", "score"])


@dataclass(frozen=True, slots=True)
class Figure:
    """`at` within its sentence. `counted` is the quantity: an outcome, unit or noun; `of` whom, where that is told.

    `weak`: a sum, a share, a length, and `of` what it measures. `moving`: the text itself says that the figure changes.
    """

    at: Span
    number: Number
    counted: str
    of: str = ""
    weak: bool = False
    moving: bool = False
    are_persons: bool = False

    @property
    def is_outcome(self) -> bool:
        return self.counted.isupper()

    @property
    def is_count(self) -> bool:
        """Of people or things, told by a number alone."""
        return not self.weak and self.counted not in SPECIAL

    @property
    def noun(self) -> str:
        """Those or what is counted, "" where only an outcome is told."""
        return self.of if self.is_outcome else self.counted

    @property
    def is_tally(self) -> bool:
        return self.counted in TALLIES

    @property
    def is_growing(self) -> bool:
        return self.counted in GROWING


@lru_cache(maxsize=16384)
def figures(sentence: str, dates: tuple[Span, ...] = ()) -> tuple[Figure, ...]:
    """The figures of a sentence; numbers inside `dates` are none."""
    text = _told_shortly(plain(sentence).replace("\n", " "))
    if not (_DIGIT.search(text) or _COUNTS.search(text)) or _TABLE.search(text):
        return ()
    special = [
        *(Figure(at, number, "age", of) for at, number, of in ages(text)),
        *(Figure(at, number, "magnitude") for at, number in magnitudes(text)),
        *(Figure(at, number, "score") for at, number in scores(text)),
        *(Figure(at, number, "percentage point", weak=True) for at, number in steps(text)),
        *_nobodies(text),
    ]
    taken = [*dates, *(figure.at for figure in special)]
    found: list[Figure] = []
    moving = [found.span() for found in _MOVING.finditer(text)]
    converted = [Span(*found.span()) for found in _CONVERTED.finditer(text)]
    taken += converted
    free = [n for n in numbers(text) if not any(Span(n.start, n.end).overlaps(at) for at in taken)]
    for place, number in enumerate(free):
        limit = free[place + 1].start if place + 1 < len(free) else len(text)
        around = Span(free[place - 1].end if place else 0, limit)
        if figure := _figure(text, number, around, found[-1] if found else None):
            found.append(replace(figure, moving=number.moved or _is_moving(text, figure.at, moving)))
    found += [more for each in found for more in _parts_of(text, each, free)]
    return tuple(sorted((*found, *special), key=lambda figure: figure.at))


def _parts_of(text: str, whole: Figure, free: Sequence[Number]) -> Iterable[Figure]:
    """The two in "two of five turbines"."""
    before = next((number for number in reversed(free) if number.end <= whole.at.start), None)
    if before and whole.is_count and _OF_MORE.fullmatch(text, before.end, whole.at.start):
        yield replace(whole, at=Span(before.start, whole.at.end), number=before)


def _is_moving(text: str, at: Span, said: Iterable[tuple[int, int]]) -> bool:
    """In its own clause."""
    within = clause(text, at)
    return any(within.start <= start < within.end for start, _ in said)


def _told_shortly(text: str) -> str:
    """With one word, filled up with spaces, for the phrases that tell an outcome."""
    for phrase, word in _PHRASES.items():
        if phrase in text:
            text = text.replace(phrase, word.ljust(len(phrase)))
    return text


def _figure(text: str, number: Number, around: Span, last: Figure | None) -> Figure | None:
    """`around`: from the number before to the one after, `last` the figure before."""
    before = max(0, number.start - 15), number.start
    if _is_label(text, number) or _OTHERS.search(text, *before) or _LARGER.search(text, *before):
        return None
    noun = _noun([word for word in words(text) if number.end <= word.start < around.end], number)
    return _measure(text, number, noun) or _count(text, number, noun, around, last)


def _measure(text: str, number: Number, noun: Word | None) -> Figure | None:
    start, end = number.start, number.end
    if number.money or _PERCENT.match(text, end):
        unit, at = number.money[-1:] or "percent", Span(start, end)
    elif noun is not None and noun.root in UNITS:
        unit, at = UNITS[noun.root], Span(start, noun.end)
        if power := _POWER.search(text, end, noun.start):
            unit = f"{power[1].lower()} {unit}"
    else:
        return None
    if is_of_before(text, at):
        return None
    unit, scaled = sized(unit, number, text, at.end)
    return Figure(Span(start, max(at.end, scaled.end)), scaled, unit, attribute(text, at, unit), weak=True)


def _count(text: str, number: Number, noun: Word | None, around: Span, last: Figure | None) -> Figure | None:
    start, end = number.start, number.end
    if _REST.match(text, end) or is_of_before(text, Span(start, end)):
        return None  # "12 others": those beside the ones counted already
    if _NAMED.match(text, end) and not (noun and (noun.text.endswith("s") or noun.low in _PEOPLE)):
        return None  # "8 Block gang member"
    if noun and noun.root not in ANYBODY | PERSONS and noun.low not in OUTCOMES:
        who = are_persons(noun.low)
        return Figure(Span(start, noun.end), number, noun.root, are_persons=who)
    outcome = _outcome(words(text), Span(start, end), noun, around) or _shared(words(text), start, last)
    if noun is None and outcome is None:
        if what := label(text, number) or number_of(text, number):
            return Figure(Span(start, end), number, what, are_persons=are_persons(what))
        return _bare(text, number)
    of = noun.root if noun and noun.root in PERSONS else ""
    span = Span(start, noun.end if noun else end)
    return Figure(span, number, outcome or (noun.root if noun else ""), of, are_persons=True)


def _bare(text: str, number: Number) -> Figure | None:
    at = Span(number.start, number.end)
    if number.of_many or not _BARE.match(text, at.end):
        return None
    if _SUM.search(text, at.start, at.end) and (of := attribute(text, at, SUM)):
        return Figure(at, number, SUM, of, weak=True)
    return (
        Figure(at, number, BARE, are_persons=True)
        if _BEFORE_BARE.search(text, max(0, at.start - 10), at.start)
        else None
    )


def _is_label(text: str, number: Number) -> bool:
    start, end = number.start, number.end
    bare = text[start:end]
    is_year = bare.isdigit() and len(bare) == 4 and 1500 <= int(bare) <= 2100  # noqa: PLR2004 - years
    return bool(
        (not number.of_many and not number.money and _NOT_A_COUNT.match(text, end))
        or (is_year and not re.match(r" [a-z]+s\b", text[end:]))
        or _RELATIVE.match(text, end)
        or (_TIME.match(text, end) and _SPAN.search(text, max(0, start - 8), start))
        or _CLOCK.match(text, end)
        or (number.high <= _MONTH_END and _DAY_BEFORE.search(text, max(0, start - 12), start))
        or _DAY_AFTER.match(text, end)
        or ("," not in bare and _LABELS.search(text, max(0, start - 14), start))
        or (bare[:1].isupper() and not bare[0].isdigit() and number.high < 20 and _IN_A_NAME.search(text, 0, start))  # noqa: PLR2004
    )


def _noun(after: Sequence[Word], number: Number) -> Word | None:
    """What is counted: the first word in the plural soon after the number, before anything that ends the phrase."""
    for place, word in enumerate(after[:5]):
        lower = word.low
        if (lower in _OWN and place == 1) or (place == 0 and lower in ("-", "of", "other")):
            continue
        if not word.root or lower in _STOPS or lower in ("dead", "killed", "injured", "wounded", "died"):
            return None
        if (
            lower == "others"
            or lower in _PLURALS
            or (word.root in ANYBODY | PERSONS | UNITS.keys() and lower != "life")
        ):
            return word
        if lower.endswith("s") and lower[-2:] not in _NOT_NOUNS and lower[-3:] not in _NOT_NOUNS and "'" not in lower:
            return word
        if place == 0 and (_is_done_to(after[1:3], lower) or (number.high == 1 and _may_be_thing(lower))):
            return word
    return None


def _is_done_to(following: Sequence[Word], noun: str) -> bool:
    """ "11,000 salmon died": counted though it has no ending."""
    return _may_be_thing(noun) and any(word.low in _VERBS for word in following[:1])


def _may_be_thing(lower: str) -> bool:
    return len(lower) > 3 and not lower.endswith(("ed", "ing", "ly"))  # noqa: PLR2004 - letters


def _outcome(told: Sequence[Word], at: Span, noun: Word | None, around: Span) -> str | None:
    """What became of those who are counted: said right before the number, by the noun, after it or further before."""
    before = _until_break([word for word in reversed(told) if around.start <= word.start < at.start])
    for word in before[:2]:
        if found := OUTCOMES.get(word.low):
            return found
    if noun and (found := OUTCOMES.get(noun.low)):
        return found
    following = [word for word in told if at.end <= word.start < around.end]
    for word in _until_break(following)[:8]:
        if found := OUTCOMES.get(word.low):
            return found
    for word in before[:5]:
        if found := OUTCOMES.get(word.low):
            return found
    return None


def _shared(told: Sequence[Word], start: int, last: Figure | None) -> str | None:
    """ "12 soldiers and three civilians were killed": one verb for both."""
    if last is None or last.counted not in OUTCOMES.values():
        return None
    joint = [word for word in told if last.at.end <= word.start < start]
    is_list = all(
        word.text in (",", "and", "or") or (word.text in ("in", "at") or word.text[0].isupper()) for word in joint
    )
    return last.counted if is_list else None


def _until_break(run: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in run:
        if word.low in _BREAKS:
            break
        if word.root and word.low not in _PASSED:
            kept.append(word)
    return kept


def _nobodies(text: str) -> Iterable[Figure]:
    for found in _NOBODY.finditer(text):
        if re.search(r"reports? of $|if $|hop", text[: found.start()][-12:]):
            continue
        word = found["how"] or found["what"] or "injured"
        at, none = Span(*found.span()), Number(*found.span(), 0, 0)
        if word.lower() == "casualties":
            yield Figure(at, none, "KILLED")
            yield Figure(at, none, "INJURED")
        elif outcome := OUTCOMES.get(word.lower()):
            yield Figure(at, none, outcome, root(found["who"] or ""))
