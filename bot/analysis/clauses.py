"""The pieces of a sentence that its dates belong to: clauses, noun phrases, the clause that reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.analysis.idle import is_idle
from bot.model import Period, Span, Timex


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A date of a sentence and how it hangs in it: as an adverb of a clause, or on a noun ("the 2020 standoff")."""

    at: Span
    when: Period
    basis: str
    on_noun: bool
    names_event: bool  # "at this year's conference" dates its clause, but by way of a noun


_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|its|his|her|their|our|this|that|subsequent|first|second|new|specifically the)|'s) $",
    re.IGNORECASE,
)
_AT_AN_EVENT = re.compile(r"\b(?:in|at|during|on) (?:(?:the|a|an|his|her|its|their) )?(?:[\w']+'s )?$", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"(?:'s)? (?!(?:and|or|but|to|in|on|at|by|with|for|from|of|when|as|that|which|who|where|while|after|before|was|were"
    r"|is|are|has|had|have|will|would|until|through|against|over|during|under|near)\b)[\w'-]+"
)
_AFTER_A_SEASON = re.compile(r"\b(?:following|after|before) (?:the|his|her|its|their) $", re.IGNORECASE)
_SEASON = re.compile(r" (?:\w+ )?(?:season|campaign|school year|academic year)\b")
_NOUN_BEFORE = re.compile(r"[a-z]{3,} of $")
_SINCE = re.compile(r"\bsince (?:early |late |mid-|at least )?$", re.IGNORECASE)


def dated_words(flat: str, sentence: Span, inside: Sequence[Timex]) -> Iterator[DatedWords]:
    """The dates that can stand on a timeline. "since 2020" tells when something did not happen, so it is left out."""
    found: list[DatedWords] = []
    for timex in inside:
        if timex.when is None or timex.type not in ("DATE", "TIME") or timex.when.precision in ("before", "after"):
            continue
        before = flat[max(sentence.start, timex.at.start - 40) : timex.at.start]
        if not (_SINCE.search(before) or _is_lifetime(timex, before) or is_idle(flat, sentence, timex.at)):
            on_noun, names_event = _hold(flat, timex.at, before, sentence.end)
            found.append(DatedWords(timex.at, timex.when, timex.basis, on_noun=on_noun, names_event=names_event))
    found = _ranges(flat, found)
    for date in found:
        if not any(_is_finer(other, date) for other in found):
            yield date


_AFTER_NAME = re.compile(
    r"(?:\b(?!(?:In|From|During|Between|For|By|Of|At|Over|After|Before|Until|The|His|Her|Its|Their) )"
    r"[A-Z][\w.'-]* |\()$"
)


def _is_lifetime(timex: Timex, before: str) -> bool:
    """ "Jane Roe 1931-2004", "(1939-1945)": from when to when somebody or something was, not what happened."""
    return "/" in timex.value and len(timex.value) == len("1931/2004") and _AFTER_NAME.search(before) is not None


_FROM = re.compile(r"\b(?:from|between) $", re.IGNORECASE)
_TO = re.compile(r" (?:to|and|until|through) |–|-")


def _ranges(flat: str, found: Sequence[DatedWords]) -> list[DatedWords]:
    """ "From 2020 to 2022" is one period, though each end is a date by itself."""
    out: list[DatedWords] = []
    for date in found:
        last = out[-1] if out else None
        if (
            last is not None
            and _FROM.search(flat[max(0, last.at.start - 9) : last.at.start])
            and _TO.fullmatch(flat, last.at.end, date.at.start)
            and last.when.first <= date.when.last
        ):
            whole = Period(last.when.first, date.when.last, last.when.precision)
            out[-1] = DatedWords(Span(last.at.start, date.at.end), whole, last.basis, on_noun=False, names_event=False)
        else:
            out.append(date)
    return out


def _hold(flat: str, at: Span, before: str, end: int) -> tuple[bool, bool]:
    """(on_noun, names_event) of DatedWords."""
    if _NOUN_BEFORE.search(before) and not before.endswith(("as of ", "end of ", "start of ", "beginning of ")):
        return True, False
    if not _NOUN_AFTER.match(flat, at.end, end):
        return False, False
    if _AFTER_A_SEASON.search(before) and _SEASON.match(flat, at.end, end):
        return False, True  # "left following the 2002-03 season"
    with_noun = flat.startswith("'s ", at.end) or _DETERMINED.search(before) is not None
    adverb = _AT_AN_EVENT.search(before) is not None
    return with_noun and not adverb, with_noun and adverb


def _is_finer(one: DatedWords, other: DatedWords) -> bool:
    """Whether one tells more exactly what the other tells: "the 2024 agreement, finalized in October"."""
    inside = other.when.first <= one.when.first and one.when.last <= other.when.last
    return (
        inside
        and one.when != other.when
        and (other.on_noun or other.names_event or one.basis.startswith("its year from"))
    )


_CUTS = (
    re.compile(r";|—|–| - "),
    re.compile(r",? (?:and|but|while|which|who|after|before|when|prompting|although|though|whereas|following) "),
    re.compile(r","),
)


def clauses(flat: str, sentence: Span, dates: Sequence[Span], report: Span | None) -> list[Span]:
    """The sentence, less its reporting clause, cut into one piece for each date, at the strongest break between two."""
    start, end = sentence.start, sentence.end
    if report is not None and report.start == start:
        start = report.end
    elif report is not None and report.end == end:
        end = report.start
    cuts = [start]
    for left, right in pairwise(dates):
        cuts.append(next((found for cut in _CUTS if (found := _last(cut, flat, left.end, right.start))), right.start))
    cuts.append(end)
    return [Span(first, last) for first, last in pairwise(cuts)][: len(dates)]


def _last(cut: re.Pattern[str], flat: str, start: int, end: int) -> int | None:
    found = list(cut.finditer(flat, start, end))
    return found[-1].end() if found else None


_REPORTS_THAT = re.compile(
    r"\b(?:said|says|announce[sd]|report(?:s|ed)|state[sd]|confirm(?:s|ed)|claim(?:s|ed)|denie[sd]|warn(?:s|ed)|argue[sd]"
    r"|explain(?:s|ed)|reveal(?:s|ed)|declare[sd]|note[sd]|insist(?:s|ed)|acknowledge[sd]|admit(?:s|ted)|believes?"
    r"|told [\w' ]{1,30}?|added) (?:that )?(?=\"|'|that|the|it|he|she|they|his|her|its|there|[A-Z])"
)
_SAID_LAST = re.compile(
    r",[\"']* (?:(?:[A-Z][\w.'-]* ?){1,4}|he|she|they|it)\s?(?:said|says|added|announced|told)\b[^,\"]{0,30}$"
)


_SAID_WITHIN = re.compile(
    r"(?<=,) ?[\"']* ?(?:(?:[A-Z][\w.'-]* ){1,4}|(?:he|she|they|it) )(?:said|says|added|announced|told [\w' ]{1,20}),"
)


def report_clause(flat: str, sentence: Span, dates: Sequence[Span]) -> Span | None:
    """The words "Jobs said that", ", he said," or ", he added" where no date of the sentence stands in them."""
    found = _REPORTS_THAT.search(flat, sentence.start, sentence.end)
    if found and all(date.start >= found.end() for date in dates):
        return Span(sentence.start, found.end())
    found = _SAID_LAST.search(flat, sentence.start, sentence.end)
    if found and all(date.end <= found.start() for date in dates):
        return Span(found.start(), sentence.end)
    found = _SAID_WITHIN.search(flat, sentence.start, sentence.end)
    return Span(found.start(), found.end()) if found else None


_PHRASE_END = re.compile(
    r"[,;.:)(—–]|$| (?:that|which|who|and|was|were|is|are|has|had|will|to|in|on|at|by|for|with|when) "
)


def noun_phrase(flat: str, date: Span, sentence: Span) -> Span:
    """The words that a date on a noun belongs to: "2020 border standoff", "attack of April 22"."""
    start = date.start
    if before := re.search(r"[\w'-]+ of $", flat[sentence.start : date.start]):
        start = sentence.start + before.start()
    end = _PHRASE_END.search(flat, date.end, sentence.end)
    return Span(start, end.start() if end else sentence.end)
