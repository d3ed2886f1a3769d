"""Where a time expression is read from: the document's date, the year at hand, the story so far, past or future."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.analysis.periods import Modifier, Unit, named, period_of, shifted
from bot.model import Period, Span, TimexType

Direction = Literal["past", "future"] | None

FUTURE_CUES = r"""
shall|(?<!wasn't )(?<!was not )(?<!weren't )until|till|upcoming|forthcoming|next(?! to)|deadline|payable|effective
tomorrow
(?:is|are|be|was|were|been) (?:to|due|set|scheduled|expected|slated|likely|planned|supposed|about|ready)
(?:due|set|scheduled|expected|slated|likely|planned|ready|about) (?:to|for|on)(?: be)? \w+
(?:expect|plan|hope|intend|schedul|aim|seek)(?:s|e|es|ed|d|ing|ning|ned)? (?:to|for|a|an|the)
call(?:s|ed|ing)? for (?:an?|the)
(?:propos|vow|promis|threaten|prepar)(?:s|e|es|ed|d|ing|ning|ned)? (?:to|for|a|an|the)
agree(?:s|d|ing)? to (?!(?:an?|the|his|her|its|their|\w+ terms|terms)\b)
to be(?<!said to be)(?<!ieved to be)(?<!hought to be)(?<!orted to be)(?<!leged to be) [a-z]+(?:ed|en|wn|ld|nt)
(?:chances?|prospects?|hopes?|likelihood|odds) of
scheduled|due|slated|expires?|matur\w+|no later than|may|might|can|could|should|must|starting|beginning|coming
as (?:soon|early|late) as
""".strip().replace("\n", "|")
PAST_CUES = r"""
said|says|was|were|had|has|have|did|told|ago|went|came|took|began|rose|fell|met|left|won|lost|bought|gave
got|saw|found|led|cut|hit|ran|became|wrote|spoke|broke|grew|struck|ended|since|kept|put|set|shot|quit
brought|thought|taught|caught|fought|sought|dealt|felt|knew|flew|drew|threw|blew|chose|drove|rode|stole|wore|swore
shook|forgot|sank|sang|drank|swam|shrank|stood|understood|sat|slept|swept|lent|spent|meant|hung|stuck|swung|fled|fed
(?<!\bis )(?<!\bare )(?:heard|held|sold|built|made|paid|sent)|slid|bit|hid|laid|withdrew|overtook|arose|awoke|shut
spread|burst|rebuilt|undertook|split|beat|shone|crept|clung|dug|flung|lit|spun|sprang|stung|bent|bound|overcame|underwent
the (?:reported|alleged|deadly|fatal|failed)|woke|tore
(?-i:(?<!\bthe )(?<!\ban )(?<!\bits )(?<!\bstill )[a-z]{2,}ed)|last|earlier|previous
""".strip().replace("\n", "|")
# A modal takes its verb along: "would be held" is no "held".
_INFINITIVE = (
    r"(?:will|'ll|won't|would|going to)(?: not| also| still| only| never| \w+ly)?(?: be| have been| have)? \w+"
)
_WAS_PLANNED = r"had been (?:due|set|scheduled|expected|slated|planned|supposed) (?:to|for)(?: be)? \w+"
_CUE = re.compile(
    rf"\b(?:(?P<planned>{_WAS_PLANNED})|(?P<future>{_INFINITIVE}|{FUTURE_CUES})|(?P<past>{PAST_CUES}))\b", re.IGNORECASE
)
_CLAUSE = re.compile(r";|\b(?:and (?:that|the|will|has|it|he|she|they)|but|while|whereas|although)\b")
_DUE = re.compile(r"\b(?:due|matur\w+|expir\w+|repayable|redeemable)(?: (?:in|on))? $", re.IGNORECASE)
_DUE_REACH = 20  # characters before a year in which it is said to be a bond's: it dates nothing else
_TIMETABLE = re.compile(
    r"\b(?:(?:arrive|meet|convene|depart|gather|travel)s?|(?:begin|start|open|visit|host|leave|head|vote|hold|face|return"
    r"|resume|take|launch|expire|end|close|play|appear|attend)s|goes|addresses)\b"
)
_TIMETABLED = re.compile(
    r"\b(?:meets|arrives|begins|starts|opens|visits|resumes|expires|closes|ends|goes|returns|plays|faces|votes|leaves"
    r"|takes (?:effect|place)) (?:again )?on (?:the )?$"
)
_UNTIL = re.compile(r"\W*(?:until|till)\s", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\W*(?:when|once|if|after|before|as soon as|until)\b[^,]*", re.IGNORECASE)
_MODAL = re.compile(r" (?:will|won't|shall) (?!have )")
_PREPOSITION = re.compile(r"\b(?:on|at|last|this past|since|by|from|before|after)(?: the)? $", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\bto [a-z]+(?: (?!and |was |were )[\w']+){0,4} by $|\b(?:advances|goes|returns|comes) to [a-z]+ (?:on )?$"
    r"|\b(?:is|are) on (?:the )?$"
)
_INFINITIVE_BEFORE = re.compile(r"\bto [a-z]+\b[^.;]*$")
# "Fired on June 8" has happened; "is held on", "to be signed on", "scheduled on" need not have.
_DONE_ON = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )\b(?!(?:schedul|expect|plann|propos|slat|suppos|need|bas|focus|set)"
    r"\w*\b)"
    r"(?:[a-z]{2,}ed|held|shot|born|struck|sold|won|lost|left|began|met|was|were|hit|died) on (?:the )?$"
)
_WHO = re.compile(r"\b(?:who|which),? (?:(?:late|early) )?(?:on |in )?$")
_QUOTE = re.compile(r"\"|''")

_OPENING = 30  # characters: "On Monday, ministers will ..." opens its sentence, so the verb after it counts

_FINENESS: dict[str, int] = {"day": 0, "week": 1, "month": 2, "quarter": 3, "year": 4, "decade": 5, "century": 6}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words mean: a TIMEX3 value, what part of it, and what it was read against ("stated": nothing)."""

    type: TimexType
    value: str
    basis: str = "stated"
    modifier: Modifier = ""
    moves: bool = True  # whether the story moves on to it: "a year earlier" is only a look back
    until: date | None = None  # "earlier this year": not past this day
    begins: date | None = None  # "later this year": not before it

    @property
    def when(self) -> Period | None:
        if self.type in ("DURATION", "SET"):
            return None
        period = period_of(self.value, self.modifier)
        if period is None:
            return None
        first, last = max(period.first, self.begins or date.min), min(period.last, self.until or date.max)
        return Period(first, last, period.precision) if first <= last else period


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that "yesterday" is counted from. `finest` is the finest unit that is known of it."""

    day: date
    finest: Unit
    basis: str


@dataclass(slots=True)
class Scene:
    """The one mutable thing of the grammar: what was read before, while reading on."""

    text: str
    anchor: Anchor | None
    days_stated: dict[tuple[int, int], tuple[int, str]] = field(default_factory=dict[tuple[int, int], tuple[int, str]])
    events_stated: dict[tuple[int, str], tuple[int, str]] = field(
        default_factory=dict[tuple[int, str], tuple[int, str]]
    )
    day_first: bool | None = None
    sentence: Span = field(default_factory=lambda: Span(0, 0))
    year_here: tuple[int, str] | None = None  # stated in this sentence
    year_end: int = 0  # where that year's words end
    year_fine: bool = False  # whether it stood with a month or day
    reference: tuple[date, Unit, str] | None = None
    quarter: tuple[str, int] | None = None  # the latest quarter spoken of, and in which sentence
    number: int = 0  # of the sentence
    _told_day: dict[tuple[int, int], tuple[int, str]] = field(default_factory=dict[tuple[int, int], tuple[int, str]])
    _cues: list[tuple[int, int, Direction]] | None = None

    def enter(self, sentence: Span) -> None:
        self.sentence, self.year_here, self._cues = sentence, None, None
        self.number += 1

    def direction(self, start: int, end: int) -> Direction:
        """Past or future by the nearest cue before the words in their sentence, else the first after them."""
        if _MODAL.match(self.text, end) and not _PREPOSITION.search(self.text, max(0, start - 10), start):
            return "future"  # "officials said the session Friday will be devoted to it"
        if _DEADLINE.search(self.text, max(self.sentence.start, start - 60), start):
            return "future"  # "he asked them to answer by Monday"
        is_told = self.text.startswith(".", self.sentence.end - 1)  # a headline may tell the past so
        if is_told and _TIMETABLED.search(self.text, max(self.sentence.start, start - 30), start):
            return "future"
        if self._cues is None:
            found = _CUE.finditer(self.text, self.sentence.start, self.sentence.end)
            self._cues = [(m.start(), m.end(), "future" if m["future"] else "past") for m in found]
        before = [cue for cue in self._cues if cue[1] <= start and not self._quoted_apart(cue[1], start)]
        if before == self._cues[:1] and _UNTIL.fullmatch(self.text, self.sentence.start, start):
            before = []  # "Until Friday, they had said nothing": the verb decides
        if _WHO.search(self.text, max(self.sentence.start, start - 20), start):
            # "He would respect the voters, who on Sunday turned it down"
            return next((cue[2] for cue in self._cues if cue[0] >= end), None)
        opens = start - self.sentence.start <= _OPENING or _SUBORDINATE.fullmatch(self.text, self.sentence.start, start)
        if before or not opens:
            return before[-1][2] if before else self._timetable()
        return next((cue[2] for cue in self._cues if cue[0] >= end), None) or self._timetable()

    def _timetable(self) -> Direction:
        """ "He arrives on Friday." looks ahead if no other verb says otherwise; the headline "Envoys meet" does not."""
        sentence = self.sentence
        if self._cues or not self.text.startswith(".", sentence.end - 1):
            return None
        return "future" if _TIMETABLE.search(self.text, sentence.start, sentence.end) else None

    def _quoted_apart(self, start: int, end: int) -> bool:
        """Whether one of two places stands inside a quotation and the other outside."""
        return len(_QUOTE.findall(self.text, start, end)) % 2 == 1

    def moved(self, unit: Unit, count: int) -> tuple[str, str] | None:
        """(value, basis) of the unit `count` units from the document's date; None where that is not known so finely."""
        if self.anchor is None or _FINENESS[unit] < _FINENESS[self.anchor.finest]:
            return None
        try:
            return named(shifted(self.anchor.day, unit, count), unit), self.anchor.basis
        except ValueError:
            return None

    def _year_reaches(self, at: Span) -> bool:
        """Whether "the 2024 agreement" lends its year to "October": not past a new clause, nor to what lies ahead.

        "Deliveries will begin in April 2027, with more in May" lends it: that year lies ahead itself.
        """
        if self.year_here is None or _CLAUSE.search(self.text, self.year_end, at.start):
            return False
        ahead = self.anchor is not None and self.year_here[0] >= self.anchor.day.year and self.year_fine
        return ahead or self.direction(at.start, at.end) != "future"

    def nearest(self, at: Span, choices: Iterable[date]) -> date | None:
        """The choice of a reader on the document's day: the past if in doubt, the future where the verb says so."""
        if self.anchor is None:
            return None
        way, here = self.direction(at.start, at.end), self.anchor.day
        # "ordered him to testify on Feb. 10" may look ahead, "rear-ended a truck on June 8" hardly
        late = 3.0 if _INFINITIVE_BEFORE.search(self.text, max(self.sentence.start, at.start - 60), at.start) else 6.0
        if _DONE_ON.search(self.text, max(self.sentence.start, at.start - 30), at.start):
            late = 40.0

        def cost(day: date) -> float:
            days = (day - here).days
            if days == 0:
                return -1
            factor = {("past", True): late, ("future", False): 4.0, (None, False): 0.6, ("past", False): 0.6}
            return abs(days) * factor.get((way, days > 0), 1.0)

        return min(choices, key=cost, default=None)

    def year_of(self, at: Span, month: int, day: int = 0) -> tuple[int, str] | None:
        """The year of a month, or of a day of it, that the text leaves out; and what tells it. Day 0: of the month."""
        if self.year_here is not None and self._year_reaches(at):
            return self.year_here
        if self.anchor is not None:
            if (told := self._told_day.get((month, day))) and told[0] and self.direction(at.start, at.end) == "past":
                return told
            years = range(self.anchor.day.year - 1, self.anchor.day.year + 2)
            found = self.nearest(
                at, filter(None, (_day(year, month, day or 15) for year in years if 0 < year <= date.max.year))
            )
            return (found.year, self.anchor.basis) if found else None
        if (month, day) in self.days_stated and self.direction(at.start, at.end) != "future":
            return self.days_stated[month, day]
        told = (self.events_stated.get((month, event)) for event in events_beside(self.text, at))
        return next(filter(None, told), None)

    def remember(self, at: Span, reading: Reading) -> None:
        """Moves the story on to this date; the next "two days later" is counted from it."""
        when = reading.when
        if when is None or not reading.moves or reading.modifier in ("before", "after"):
            return
        unit: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
        whole = period_of(reading.value) or when  # "the fiscal third quarter" is about then, and a quarter
        self.reference = when.first, unit.get(whole.precision, "year"), at.of(self.text)
        if whole.precision == "quarter":
            self.quarter = reading.value, self.number
        if reading.basis == "stated" and when.precision == "day":
            self._tell_day(when.first, at)
        if (
            reading.basis == "stated"
            and when.precision in ("day", "month", "quarter", "year")
            and not _DUE.search(self.text, max(self.sentence.start, at.start - _DUE_REACH), at.start)
        ):
            self.year_end, self.year_fine = at.end, when.precision in ("day", "month")
            self.year_here = when.first.year, f"its year from “{at.of(self.text)}”"

    def _tell_day(self, day: date, at: Span) -> None:
        """ "On June 8, 2012" tells the year of a later "June 8"; not at a month's ends, where figures are compared."""
        if day.day == 1 or day.day >= _MONTH_END:
            return
        known = self._told_day.get((day.month, day.day))
        year = day.year if known is None or known[0] == day.year else 0
        self._told_day[day.month, day.day] = year, f"its year from “{at.of(self.text)}” in the text"


_MONTH_END = 28
_DETERMINER = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|this|that)|'s) $", re.IGNORECASE)
_MODIFIED = re.compile(r"(?: (?!(?:in|on|at|of|by|to|for|from|that|which|was|has)\b)[\w-]+){1,4}")
_LONG = re.compile(r"[a-z-]{4,}")
_EVENT_BEFORE = re.compile(r"(?P<event>[a-z]{4,}) (?:of|on) (?:the )?$")


def events_beside(text: str, at: Span) -> list[str]:
    """Words for what happened then: "attack" of "the attack of April 22" and of "the April 22 border attack"."""
    before = _EVENT_BEFORE.search(text, max(0, at.start - 30), at.start)
    modified = _DETERMINER.search(text, max(0, at.start - 8), at.start) and _MODIFIED.match(text, at.end)
    words = modified.group().split() if modified else []
    return [*filter(_LONG.fullmatch, words), *([before["event"]] if before else [])]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


Match = re.Match[str]
Reader = Callable[[Match, Scene], Reading | None]


def group(match: Match, name: str) -> str:
    """The words of a named group in lower case, or of its second and third place in the rule; "" where it is absent."""
    for key in (name, name + "2", name + "3"):
        if key in match.re.groupindex and match[key] is not None:
            return " ".join(match[key].lower().split())
    return ""


def span(match: Match) -> Span:
    """Where the expression stands: its group "core" in rules that look at the words round it."""
    return Span(*match.span("core" if "core" in match.re.groupindex else 0))
