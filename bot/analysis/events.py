"""Which sentences tell something that happened, and when: each date to its clause, the document's date to what it reports."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.model import Event, Period, Sentence, Span, Timex
from bot.words import plain


@dataclass(frozen=True, slots=True)
class Cues:
    """What a parser knows of a sentence's main verb; without a parser the words decide."""

    tense: Literal["past", "present", "future"] | None = None
    is_report: bool = False  # "said", "announced": it happened when the document was written


NO_CUES: Mapping[int, Cues] = {}


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of a sentence and how it hangs in it: as an adverb of a clause, or on a noun ("the 2020 standoff")."""

    at: Span
    when: Period
    basis: str
    on_noun: bool = field(default=False)


def events(
    text: str,
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    *,
    published: Period | None,
    cues: Mapping[int, Cues] = NO_CUES,
) -> tuple[Event, ...]:
    """Events in the order of the text; `when` None where the text does not say. Titles and headings tell none."""
    flat = plain(text)
    day = published if published is not None and published.precision == "day" else None
    out: list[Event] = []
    for index, sentence in enumerate(sentences):
        if sentence.kind in ("prose", "item"):
            inside = [timex for timex in timexes if sentence.at.holds(timex.at)]
            out += _of_sentence(flat, index, sentence, inside, day, cues.get(index))
    return tuple(out)


_VERB = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|is|are|has|have|had|will|did|does|said|says|met|held|went|came|made|took|began|rose|fell|won|lost"
    r"|sold|bought|gave|got|saw|found|led|cut|hit|became|wrote|spoke|broke|grew|sent|paid|struck|[a-z]{3,}(?:es|ates|izes|ises))\b"
)
_REPORT = re.compile(
    r"\b(?:said|says|told|announced|announces|reported|reports|stated|states|confirmed|added|claimed|denied|warned|urged|called"
    r"|explained|revealed|unveiled|declared|noted|insisted|argued|acknowledged|admitted)\b"
)


def _of_sentence(
    flat: str, index: int, sentence: Sentence, inside: Sequence[Timex], day: Period | None, cues: Cues | None
) -> Iterator[Event]:
    words = sentence.at.of(flat)
    dated = _finest(list(_dated(flat, sentence.at, inside)))
    adverbs = [date for date in dated if not date.on_noun]
    if len(words) < 12 or (not _VERB.search(words) and not dated):  # noqa: PLR2004 - "Photo: AP" tells nothing
        return
    clauses = _clauses(flat, sentence.at, [date.at for date in adverbs])
    for date, clause in zip(adverbs, clauses, strict=True):
        yield Event(date.when, date.basis, clause, index, date.at)
    for date in dated:
        if date.on_noun:
            yield Event(date.when, date.basis, _noun_phrase(flat, date.at, sentence.at), index, date.at)
    if not adverbs and _VERB.search(words):
        report = cues.is_report if cues else _REPORT.search(words) is not None
        if day is not None and report:
            yield Event(day, "the document's date", sentence.at, index, None)
        else:
            yield Event(None, "none", sentence.at, index, None)


_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|its|his|her|their|our|this|that|subsequent|first|second|new|specifically the)|'s) $",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r" (?!(?:and|or|but|to|in|on|at|by|with|for|from|of|when|as|that|which|who|where|while|after|before|was|were|is|are|has|had|have"
    r"|will|would|until|through|against|over|during|under|near)\b)[\w'-]+"
)
_NOUN_BEFORE = re.compile(r"[a-z]{3,} of $")
_SINCE = re.compile(r"\bsince (?:early |late |mid-|at least )?$", re.IGNORECASE)


def _dated(flat: str, sentence: Span, inside: Sequence[Timex]) -> Iterator[_Dated]:
    """The dates that can stand on a timeline. "since 2020" tells when something did not happen, so it is left out."""
    for timex in inside:
        if timex.when is None or timex.type not in ("DATE", "TIME") or timex.when.precision in ("before", "after"):
            continue
        before = flat[max(sentence.start, timex.at.start - 30) : timex.at.start]
        if _SINCE.search(before):
            continue
        on_noun = bool(_NOUN_BEFORE.search(before)) or bool(
            _DETERMINED.search(before) and _NOUN_AFTER.match(flat, timex.at.end, sentence.end)
        )
        yield _Dated(timex.at, timex.when, timex.basis, on_noun)


def _finest(dated: list[_Dated]) -> list[_Dated]:
    """Without the coarser of two where one was read with the other's year: "the 2024 agreement, finalized in October"."""
    return [
        date
        for date in dated
        if not any(
            other.basis.startswith("its year from")
            and date.when != other.when
            and date.when.first <= other.when.first
            and other.when.last <= date.when.last
            for other in dated
        )
    ]


_CUTS = (
    re.compile(r";|—|–| - "),
    re.compile(r",? (?:and|but|while|which|who|after|before|when|prompting|although|though|whereas|following) "),
    re.compile(r","),
)


def _clauses(flat: str, sentence: Span, dates: Sequence[Span]) -> list[Span]:
    """The sentence cut into one piece for each date, at the strongest break between two of them."""
    cuts = [sentence.start]
    for left, right in zip(dates, dates[1:], strict=False):
        cuts.append(next((found for cut in _CUTS if (found := _last(cut, flat, left.end, right.start))), right.start))
    cuts.append(sentence.end)
    return [Span(start, end) for start, end in zip(cuts, cuts[1:], strict=False)][: len(dates)]


def _last(cut: re.Pattern[str], flat: str, start: int, end: int) -> int | None:
    found = list(cut.finditer(flat, start, end))
    return found[-1].end() if found else None


_PHRASE_END = re.compile(r"[,;.:)(—–]|$| (?:that|which|who|and|was|were|is|are|has|had|will|to|in|on|by|when) ")


def _noun_phrase(flat: str, date: Span, sentence: Span) -> Span:
    """The words that a date on a noun belongs to: "2020 border standoff", "attack of April 22"."""
    start = date.start
    if before := re.search(r"[\w'-]+ of $", flat[sentence.start : date.start]):
        start = sentence.start + before.start()
    end = _PHRASE_END.search(flat, date.end, sentence.end)
    return Span(start, end.start() if end else sentence.end)
