"""Days counted from a happening that the text dates elsewhere: "10 days before the shooting", "the day after it"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.calendar_words import UNITS, number
from bot.analysis.parts import PARTS
from bot.analysis.periods import named, period_of, shifted
from bot.model import Period, Sentence, Span, Timex

_DETERMINER = r"(?:the|that|this|his|her|its|their|[A-Z][\w.]+(?: [A-Z][\w.]+)?(?:'s|’s))"
# Which of several it was is not said by the noun alone: "before the second attack".
_ANOTHER = r"(?:first|second|third|fourth|last|latest|next|previous|earlier|other|another|new|final)\b"
_STOP = (
    r"(?:and|or|but|to|in|on|at|by|with|for|from|of|when|as|that|which|who|where|while|after|before|was|were|is|are|has"
    r"|had|have|will|would|until|through|against|over|during|under|near|the|a|an|he|she|it|they)\b"
)
_NOUNS = rf"(?P<nouns>(?: (?!{_STOP})[\w'’-]+){{1,5}})"
_COUNTED = re.compile(
    rf"(?<![\w'’])(?:(?:about|only|just|some|nearly|almost|less than|more than|at least) )?"
    rf"(?:(?P<n>{PARTS['n']})|(?P<vague>the|{PARTS['vague']}))[ -](?P<unit>days?|weeks?|fortnights?|months?|years?)"
    rf" (?P<way>before|after|following|prior to|preceding) {_DETERMINER}(?P<which> {_ANOTHER})?{_NOUNS}",
)
_VAGUE = re.compile(r"(?:about|some|nearly|almost|less than|more than|at least) ")
_BEFORE_DATE = re.compile(
    r"(?P<noun>[a-z]{4,}) (?:(?:in|at|near|outside) [A-Z]\w+ )?(?:of|on|late on|early on) (?:the )?$"
)
_HELD = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|an?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[\w'’-]+ ){0,3}(?P<noun>[a-z]{4,})"
    r" (?:happened|occurred|took place|was (?:held|carried out|signed|announced))(?: [\w'’-]+){0,3} (?:on )?$"
)
_AFTER_DATE = re.compile(rf"(?:'s|’s)?(?P<nouns>(?: (?!{_STOP})[\w'’-]+){{1,4}})")
_DETERMINED = re.compile(r"(?:\b(?:the|that|this|a|an|his|her|its|their)|'s|’s) $", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")
_BEFORE = 70  # characters
_NO_DAYS: Mapping[Period, str] = {}


@dataclass(frozen=True, slots=True)
class Counted:
    """`when` None: nobody says when that happening was, or two days are told for it."""

    at: Span
    when: Period | None
    basis: str


def counted(flat: str, sentences: Iterable[Sentence], timexes: Sequence[Timex]) -> list[Counted]:
    """In the order of the text."""
    found = [match for each in sentences for match in _COUNTED.finditer(flat, each.at.start, each.at.end)]
    if not found:
        return []
    dated = [timex for timex in timexes if timex.when is not None and timex.type in ("DATE", "TIME")]
    happened = _happenings(flat, dated)
    read = {match.start("way") for match in found for timex in dated if timex.at.holds(Span(*match.span("way")))}
    return [_read(match, happened) for match in found if match.start("way") not in read]


def _read(match: re.Match[str], happened: Mapping[str, Mapping[Period, str]]) -> Counted:
    """Of "three days after the border attack" the day, when one day is told for an "attack"."""
    noun = next((word for word in _words(match) if word.group() in happened), None)
    at = Span(match.start(), noun.end() if noun else match.end())
    days = happened[noun.group()] if noun and not match["which"] else _NO_DAYS
    count = 1 if match["vague"] == "the" else number(match["n"]) if match["n"] else None
    if len(days) != 1 or count is None or count != int(count):
        return Counted(at, None, "none")
    ((day, words),) = days.items()
    when = _moved(match, day, int(count))
    return Counted(at, when, f"counted from “{words}”" if when else "none")


def _moved(match: re.Match[str], day: Period, count: int) -> Period | None:
    unit = UNITS[match["unit"].removesuffix("s")]
    step = count * (2 if match["unit"].startswith("fortnight") else 1)
    back = match["way"] in ("before", "prior to", "preceding")
    try:
        value = named(shifted(day.first, unit, -step if back else step), unit)
    except ValueError:
        return None
    return period_of(value, "about" if _VAGUE.match(match.group()) else "")


def _words(match: re.Match[str]) -> Iterator[re.Match[str]]:
    return _WORD.finditer(match.string, *match.span("nouns"))


def _happenings(flat: str, timexes: Iterable[Timex]) -> dict[str, dict[Period, str]]:
    """Nouns of happenings -> the days told for each, with the words: "shooting" of "the shooting on March 1"."""
    found: dict[str, dict[Period, str]] = {}
    for timex in timexes:
        if timex.when is None or timex.when.first != timex.when.last:
            continue
        for noun, words in _beside(flat, timex.at):
            found.setdefault(noun, {}).setdefault(timex.when, " ".join(words.split()))
    return found


def _beside(flat: str, at: Span) -> Iterable[tuple[str, str]]:
    before = flat[max(0, at.start - _BEFORE) : at.start]
    line = before.rfind("\n") + 1
    for pattern in (_BEFORE_DATE, _HELD):
        if told := pattern.search(before, line):
            yield told["noun"], before[told.start() :] + at.of(flat)
    after = _AFTER_DATE.match(flat, at.end)
    if after and (_DETERMINED.search(before) or after.group().startswith(("'s", "’s"))):
        for noun in _words(after):
            yield noun.group(), flat[at.start : noun.end()]
