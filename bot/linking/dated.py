"""What a document dates: each day or hour that it tells, what happens on it, and how the words beside it take it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache

from bot.linking.accounts import KEPT, Account, Place, Said, When, is_apart
from bot.linking.claims import Claim
from bot.linking.clocks import Clock, clock
from bot.linking.happenings import PHASES, happenings
from bot.linking.scopes import is_market_talk, told_by
from bot.linking.wordforms import CALENDAR, outside, root, words
from bot.model import Period, Span
from bot.words import Caseless, plain

_FINE = frozenset(["day", "week", "month", "year"])
_HOUR_ALONE = re.compile(
    r"(?:[a-z]+ ){0,3}\d{1,2}(?:[:.]\d\d)? ?(?:[aApP]\.? ?[mM]\.?|hours|hrs|o['’]clock)?|"
    r"(?:at )?(?:noon|midnight|midday)"
)
_SPAN = Caseless(r"\b(?:half|quarter|season|decade|fiscal|financial)\b")
_SEASON = Caseless(r"\b(?:spring|summer|autumn|winter)\b")
_OLD_YEAR = re.compile(r"\b1[0-4]\d\d\b(?=[,.;]|$| (?:and|by|as|when|under|is|was|for|with|on)\b)")
_OF_YEAR = re.compile(r"\b(?:in|since|of|from|year|gives?|until|by|dates?|to) $")
_STATED = re.compile(r"\d{4}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_TELLING = (
    r"(?:said|says|told|announced|reported|added|according|stated|confirmed|wrote|writes|declared|warned|"
    r"explained|claimed|argued|testified|insisted|noted|revealed|disclosed)"
)
_TOLD_ON = re.compile(rf"\b{_TELLING}(?: (?!that\b)[\w'’.-]+){{0,5}}? (?:(?:on|late|early) )?$")
_TELLS = re.compile(rf"(?:,? )?(?:[\w'’.-]+ ){{0,4}}?{_TELLING}\b")
_FRONT = 5  # characters before a date with which a sentence opens
_MOVED = Caseless(
    r"\b(?:postpon\w+|delay\w+|reschedul\w+|extend\w+|extension|(?:brought|put|moved) (?:forward|back|up|to (?=\d))|"
    r"pushed back|put off|originally|initially|previously|no longer|instead of|later than|earlier than)\b",
)
_AGAIN = Caseless(
    r"(?<!-)\b(?:each|every|annual\w*|yearly|repeated\w*|twice|again|another|second|third|next|last|latest)\b",
)
_KIN = re.compile(
    r"(?:['’]s|\b(?:his|her|their|its))(?: \w+)? (?:sons?|daughters?|wife|husband|widow|brothers?|sisters?|"
    r"father|mother|parents|deputy|assistant|aides?|colleagues?|predecessor|successor|rivals?|partner|lawyer|driver|secretary|"
    r"bodyguard|friend|neighbou?r|twin)\b"
)
_JOINT = Caseless(
    r"\b(?P<how>by|since|until|till|before|after|for) "
    r"(?:(?:the|about|around|early|late|mid|end|beginning|start|middle|night|morning|evening|of|and)[ -])*$",
)
_REACH = 70  # characters
_NOUN = re.compile(r"\b(?P<what>[\w’'-]+) of (?:the )?$")
_CUT = re.compile(
    r"[;:—–()]|, (?:and|but|which|who|while|when|after|before|until|where|because|with)\b|"
    r"\b(?:while|when|after|before|until|because)\b|\band (?=(?:will|would|was|were|is|are|has|have|had)\b)"
)
_CUT_COSTS, _BEHIND_COSTS, _FAR = 40, 10, 110  # characters
_LITTLE = 15  # characters of a clause beside its date
_TIMES = frozenset(
    """morning afternoon evening night noon midday midnight day days week weekend month end beginning start summer
    winter spring autumn fall""".split()
)
_FILLERS = _TIMES | frozenset("early late year last next time local".split())
_NO_CORE = CALENDAR | _FILLERS
_NEAR = 60  # characters between a date and the verb that it dates
_BESIDE = 15  # characters from an hour to its day
_MONTH, _YEAR, _HALF_YEAR = 31, 365, 183  # days


@dataclass(frozen=True, eq=False)
class Dated:
    """A day or an hour at `at` of a sentence, with the day it falls on where that is known.

    `kinds`: what happens beside it, the nearest first.
    """

    said: Said
    at: Span
    period: Period | None
    kinds: tuple[str, ...]
    how: str  # the little word that joins it
    told_on: bool  # the day of the telling, it seems
    moved: bool
    again: bool
    stated: bool  # by month or year
    core: frozenset[str]  # the roots of its clause, without what happens
    around: frozenset[str]  # the roots of its sentence and of those beside it
    kin: bool  # somebody's son or deputy
    market: bool  # of prices and issues
    account: Account
    hour: Clock | None = None

    @cached_property
    def claim(self) -> Claim | None:
        """The deed nearest to it."""
        return _claim(self.said, self.at, self.account)

    @property
    def words(self) -> str:
        return self.said.text[self.at.start : self.at.end]

    @cached_property
    def is_year_open(self) -> bool:
        """ "7 June": of which year is only concluded."""
        return self.stated and not re.search(r"\d{4}", self.words)

    @cached_property
    def weekday(self) -> str:
        """As it is named, else that of a day with its month; "": neither."""
        reach = _BESIDE if self.hour else 0
        if found := _WEEKDAY.search(self.said.text, self.at.start, self.at.end + reach):
            return found.group()
        is_day = self.stated and self.period and self.period.first == self.period.last
        return f"{self.period.first:%A}" if is_day and self.period else ""

    def excludes(self, other: "Dated") -> bool:
        if self.hour and other.hour:
            is_one_day = not (self.period and other.period) or not is_apart(self.period, other.period)
            return (is_one_day or _are_one_weekday(self, other)) and not self.hour.agrees(other.hour)
        if self.hour or other.hour or not self.period or not other.period:
            return False
        if self.period.last == other.period.last == date.max:
            return self.period.first != other.period.first
        return is_apart(self.period, other.period) and days_off(self, other) != 0 and not _are_one_weekday(self, other)

    def agrees(self, other: "Dated") -> bool:
        if self.hour and other.hour:
            return self.hour.agrees(other.hour)
        if self.hour or other.hour or not (self.period and other.period):
            return False
        return self.period.precision == other.period.precision and not self.excludes(other)


def days_off(one: Dated, other: Dated) -> int:
    """From one to the other; two days without a year are taken as near as they can be."""
    if one.period is None or other.period is None:
        return 0
    apart = (other.period.first - one.period.first).days
    if abs(apart) > _HALF_YEAR and one.is_year_open and other.is_year_open:
        return min(apart - _YEAR, apart + _YEAR, key=abs)
    return apart


def _are_one_weekday(one: Dated, other: Dated) -> bool:
    """ "Monday" twice, which one text lets be the last and the other the next; "Friday" and the number of a Friday."""
    if one.stated and other.stated:
        return False
    return bool(one.weekday) and one.weekday == other.weekday


@lru_cache(maxsize=KEPT)
def dated_in(account: Account) -> tuple[Dated, ...]:
    return tuple(each for said in account.lines for each in _dated(said, account))


def _dated(said: Said, account: Account) -> Iterator[Dated]:
    text = plain(said.text).replace("\n", " ")
    days = [when for when in said.dates if when.period and not _HOUR_ALONE.fullmatch(when.words)]
    days += _old_years(text, days)
    for when in days:
        period = when.period
        is_fine = period and (period.precision in _FINE or period.last == date.max or _is_old_season(when))
        if is_fine and not _SPAN.search(when.words):
            yield _of(said, text, when.at, period, account)
    if hour := clock(text):
        yield replace(_of(said, text, hour.at, _day_of_hour(said, account), account), hour=hour)


def _is_old_season(when: When) -> bool:
    """ "The autumn of 1883": as good as a year."""
    period = when.period
    return bool(period and re.search(r"\d{4}", when.words)) and _SEASON.search(when.words) is not None


def _old_years(text: str, days: Sequence[When]) -> list[When]:
    """Years before those that the analysis reads."""
    return [
        When(Span(*found.span()), found.group(), _year(int(found.group())), stated=True)
        for found in _OLD_YEAR.finditer(text)
        if _OF_YEAR.search(text, max(0, found.start() - 10), found.start())
        and not any(when.at.overlaps(Span(*found.span())) for when in days)
    ]


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def _day_of_hour(said: Said, account: Account) -> Period | None:
    """The day that its sentence names, else the one day that the sentence before names; an hour alone names none."""
    before = account.before(said)
    for lines in (said, before):
        told = [when for when in lines.dates if when.period and _is_day(when.period)] if lines else []
        days = [when.period for when in told if not clock(when.words)] or [
            when.period for when in told if _WEEKDAY.search(when.words) or _STATED.search(when.words)
        ]
        if days:
            return days[0] if lines is said or len(days) == 1 else None
    return None


def _is_day(period: Period) -> bool:
    return period.last - period.first <= timedelta(days=1) if period.last != date.max else False


def _of(said: Said, text: str, at: Span, period: Period | None, account: Account) -> Dated:
    before = text[max(0, at.start - _REACH) : at.start]
    joint = _JOINT.search(before)
    how = joint["how"].lower() if joint else ""
    clause = _clause(text, at)
    near = _near(text, at)
    spans = [each.at for each in happenings(text)]
    return Dated(
        said,
        at,
        _ahead(period, how, text[at.start : at.end], account),
        tuple(kind for kind in near if kind not in PHASES) or near,
        how,
        bool(_TOLD_ON.search(before)) or (at.start < _FRONT and bool(_TELLS.match(text, at.end))),
        bool(_MOVED.search(text, clause.start, clause.end)),
        bool(_AGAIN.search(text, clause.start, clause.end)),
        bool(_STATED.search(text, at.start, at.end)),
        _core(text, clause, at, spans),
        _around(account).get(said.place, frozenset()),
        _is_of_kin(text, clause),
        is_market_talk(said.text),
        account,
    )


def _is_of_kin(text: str, clause: Span) -> bool:
    """ "His wife left", not "he left, his wife said"."""
    found = _KIN.search(text, clause.start, clause.end)
    return bool(found) and not any(told.overlaps(Span(*found.span())) for told in told_by(text))


def _ahead(period: Period | None, how: str, told: str, account: Account) -> Period | None:
    """ "Set for 18 May" is to come, whichever May is nearer."""
    if not period or not account.published or how not in ("for", "until", "by") or re.search(r"\d{4}", told):
        return period
    if not _MONTH < (account.published.first - period.last).days <= _YEAR:
        return period
    year = timedelta(days=_YEAR)
    return Period(period.first + year, period.last + year, period.precision)


def _clause(text: str, at: Span) -> Span:
    """Up to the marks and words that begin another; the sentence where that leaves next to nothing."""
    begin, end = 0, len(text)
    for cut in _cuts(text):
        if cut.end <= at.start:
            begin = cut.end
        elif cut.start >= at.end:
            end = cut.start
            break
    return Span(begin, end) if end - begin - (at.end - at.start) >= _LITTLE else Span(0, len(text))


@lru_cache(maxsize=8192)
def _cuts(text: str) -> tuple[Span, ...]:
    return tuple(Span(*cut.span()) for cut in _CUT.finditer(text))


def _near(text: str, at: Span) -> tuple[str, ...]:
    """What happens beside a date; "the agreement of July 2024" has its own date, "the night of 3 May" is one."""
    noun = _NOUN.search(text, 0, at.start) if text.endswith((" of ", " of the "), 0, at.start) else None
    if noun and noun["what"].lower() not in _TIMES:
        own = [each.kind for each in happenings(text) if each.at.start <= noun.start("what") < each.at.end]
        return tuple(own) or (f"of {root(noun['what'])}",)
    found: list[tuple[int, str]] = []
    for each in happenings(text):
        between = text[min(each.at.end, at.end) : max(each.at.start, at.start)]
        far = len(between) + _CUT_COSTS * len(_CUT.findall(between)) + _BEHIND_COSTS * (each.at.start > at.start)
        if far <= _FAR and not each.at.overlaps(at):
            found.append((far, each.kind))
    return tuple(dict.fromkeys(kind for _, kind in sorted(found)))


def _core(text: str, clause: Span, at: Span, spans: list[Span]) -> frozenset[str]:
    within = [word for word in words(text) if word.is_content and clause.start <= word.start < clause.end]
    return frozenset(
        word.root for word in outside(within, (at, *spans)) if not word.text[0].isdigit() and word.low not in _NO_CORE
    )


@lru_cache(maxsize=KEPT)
def _around(account: Account) -> dict[Place, frozenset[str]]:
    own = [line.common | line.proper for line in account.lines]
    return {
        line.place: frozenset[str]().union(*own[max(0, number - 1) : number + 2])
        for number, line in enumerate(account.lines)
    }


def _claim(said: Said, at: Span, account: Account) -> Claim | None:
    claims = [claim for claim in account.deeds(said) if not claim.act.startswith("exists ")]
    nearest = min(claims, key=lambda claim: _gap(claim.at, at), default=None)
    return nearest if nearest and _gap(nearest.at, at) <= _NEAR else None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)
