"""What a sentence leaves open when it stands alone, said behind it in square brackets: "[He: Ann Lee; Tuesday: 2 Jul
2013]". Change here what is explained.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from bot.answers import reading, standalone
from bot.answers.surnames import surface, surnames
from bot.answers.wording import period
from bot.model import Period
from bot.store.lookups import DateTold, Known, Line, Seen
from bot.words import folded, plain

_MOST = 3  # notes on one sentence
_PRONOUN = re.compile(r"[\s*•-]*(He|She)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_RELATIVE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|tomorrow|last|this|next|past|ago"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_POSSESSIVE = ("'s", "’s", "’ s")
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|came|went|took|made|began|left|fell|rose|hit|struck|led|won|lost|became|got|gave|saw"
    r"|found|brought|put|set|held|met|kept|ran|sent|stood|shot|[a-z]{2,}ed)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|going to|next|upcoming|coming|scheduled|planned|set to|expected|heading|headed|when|until)\b",
    re.IGNORECASE,
)
_LENT = "its year from"  # some other date in the text
_PLAIN = frozenset({"day", "week", "month", "year"})

Place = tuple[int, int]


def whom(line: Line, speakers: Iterable[int], names: Mapping[int, Known]) -> str | None:
    """Whom the "He" means with which it begins, or to whom it gives its quotation, when it is known of one person."""
    if not pronoun(line):
        return None
    known = {names[number].name for number in speakers if number in names and names[number].kind == "PERSON"}
    return plain(known.pop()) if len(known) == 1 else None


def pronoun(line: Line) -> str | None:
    """ "He" first, or "... ," he said. Where a quotation only ends, the first "he" is whom the speaker means."""
    begins = None if reading.is_torn(line.text) else _PRONOUN.match(plain(line.text))
    return begins[1] if begins else standalone.spoken_by(line.text)


def may_leave_a_day_open(line: Line) -> bool:
    return _RELATIVE.search(line.text) is not None


class Notes:
    """What has been said so far of a brief's names and days; asked for one sentence after another, in their order."""

    def __init__(
        self,
        names: Mapping[int, Known],
        *,
        seen: Iterable[Seen],
        dates: Iterable[DateTold],
        speakers: Mapping[Place, Sequence[int]],
        published: Mapping[int, Period],
        introduced: Iterable[int] = (),
        beside: Mapping[Place, Period] = MappingProxyType({}),
    ) -> None:
        self._names = names
        self._seen = _by(seen)
        self._dates: dict[int, list[DateTold]] = {}
        for each in dates:
            self._dates.setdefault(each.document, []).append(each)
        self._speakers = speakers
        self._published = published
        self._introduced = set(introduced)
        self._beside = beside
        self._days: dict[str, str] = {}

    def of(self, line: Line) -> str:
        """ "[Lee: Ann Lee; Tuesday: 2 Jul 2013]", or nothing."""
        found = list(dict.fromkeys([*self._pronoun(line), *self._surnames(line), *self._relative(line)]))[:_MOST]
        return f"[{'; '.join(found)}]" if found else ""

    def _pronoun(self, line: Line) -> Iterable[str]:
        name = whom(line, self._speakers.get(_place(line), ()), self._names)
        return [f"{pronoun(line)}: {name}"] if name else []

    def _surnames(self, line: Line) -> Iterable[str]:
        here = self._seen.get(_place(line), ())
        found = [
            f"{surface(line, each)}: {name}"
            for each in surnames(line, here)
            if each.name not in self._introduced and (name := self._whole(line, each))
        ]
        self._introduced |= {each.name for each in here if each.kind == "PERSON"}
        return found

    def _whole(self, line: Line, seen: Seen) -> str | None:
        """The whole name of a person whom the sentence calls by the surname."""
        known = self._names.get(seen.name)
        if known is None or known.kind != "PERSON":
            return None
        whole = folded(known.name)
        last, *before = reversed(whole.split())
        called = before and folded(surface(line, seen)) == last
        return plain(known.name) if called and whole not in folded(line.text) else None

    def _relative(self, line: Line) -> Iterable[str]:
        """Its days that are not whole without the text's own date; of "yesterday ... this year" the finer one."""
        shown = self._beside.get(_place(line))
        here = [
            each
            for each in self._dates.get(line.document, ())
            if line.at.holds(each.at) and _is_open(line, each) and not (shown and _is_told_by(shown, line, each))
        ]
        for each in here:
            words, when = _words(line, each), self._when(line, each)
            finer = any(_within(other.when, each.when) for other in here)
            if when and not finer and self._days.get(words.lower()) != when:
                self._days[words.lower()] = when
                yield f"{words}: {when}"

    def _when(self, line: Line, told: DateTold) -> str:
        """Of a weekday of which it is not plain whether it was or will be: of when the report is."""
        if _WEEKDAY.search(_words(line, told)) and not _is_past(line.text):
            published = self._published.get(line.document)
            return f"in a report of {period(published)}" if published else ""
        return period(told.when) if told.when else ""


def _is_past(text: str) -> bool:
    return bool(_PAST.search(text)) and not _AHEAD.search(text)


def _is_open(line: Line, told: DateTold) -> bool:
    """Its words do not say which year it was, or which day, and it is known."""
    words = _words(line, told)
    if line.text[told.at.end - line.at.start :].startswith(_POSSESSIVE) and _WEEKDAY.fullmatch(words):
        return False  # "Saturday's match" may be one that was or one that will be
    if told.basis.startswith(_LENT):
        return False
    fine = told.when is not None and told.when.precision in _PLAIN
    return fine and not _YEAR.search(words) and bool(_RELATIVE.search(words))


def _words(line: Line, told: DateTold) -> str:
    return " ".join(plain(line.text[told.at.start - line.at.start : told.at.end - line.at.start]).split())


def _within(fine: Period | None, coarse: Period | None) -> bool:
    if fine is None or coarse is None or fine == coarse:
        return False
    return coarse.first <= fine.first and fine.last <= coarse.last


def _is_told_by(shown: Period, line: Line, told: DateTold) -> bool:
    """The date beside the sentence is the same, or it gives the year of "March 3"."""
    when = told.when
    if when is None or when == shown or _within(when, shown) or _within(shown, when):
        return True
    return _MONTH.search(_words(line, told)) is not None and when.first.year == shown.first.year


def _place(line: Line) -> Place:
    return line.document, line.ordinal


def _by(seen: Iterable[Seen]) -> dict[Place, list[Seen]]:
    found: dict[Place, list[Seen]] = {}
    for each in seen:
        found.setdefault((each.document, each.sentence), []).append(each)
    return found
