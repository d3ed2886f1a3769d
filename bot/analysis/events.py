"""Which sentences tell something that happened, and when: each date to its clause, the story's day to what it reports."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.analysis.clauses import DatedWords, clauses, dated_words, noun_phrase, report_clause
from bot.model import Event, Period, Sentence, Span, Timex
from bot.words import plain


@dataclass(frozen=True, slots=True)
class Cues:
    """What a parser knows of a sentence's main verb; without a parser the words decide."""

    tense: Literal["past", "perfect", "present", "future"] | None = None
    is_report: bool = False  # "said", "announced"


NO_CUES: Mapping[int, Cues] = {}
REACH = 40  # sentences after which a text is no longer one day's story
NEWS = 10  # days that a story's day may lie before the document's


@dataclass(frozen=True, slots=True)
class _Story:
    """The day that a text's undated past sentences tell of, and how that is known."""

    when: Period
    basis: str


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
    told = [(i, sentence.at) for i, sentence in enumerate(sentences) if sentence.kind in ("prose", "item")]
    dates = {i: list(dated_words(flat, at, [t for t in timexes if at.holds(t.at)])) for i, at in told}
    story = _story(flat, [dates[i] for i, _ in told[:2]], published)
    out: list[Event] = []
    elsewhere, end = False, 0
    for count, (index, at) in enumerate(told):
        if "\n" in flat[end : at.start]:
            elsewhere = False  # a paragraph takes up the story again
        end = at.end
        near = story if count < REACH else None
        out += _of_sentence(flat, index, at, dates[index], near, cues.get(index) or _cues(at.of(flat)), elsewhere, count)
        elsewhere = story is not None and _leaves(dates[index], story)
    return tuple(out)


def _story(flat: str, lead: Sequence[Sequence[DatedWords]], published: Period | None) -> _Story | None:
    """The first day that the lead tells of, if it is news there; else the document's own day."""
    days = [date for dates in lead for date in dates if date.when.precision == "day" and not date.on_noun]
    for date in days:
        if published is None:
            fresh = date.basis == "stated"
        else:
            fresh = 0 <= (published.first - date.when.last).days <= NEWS
        if fresh:
            return _Story(date.when, f"told with “{date.at.of(flat)}” in the lead")
    if published is not None and published.precision == "day":
        return _Story(published, "the document's date")
    return None


def _leaves(dates: Sequence[DatedWords], story: _Story) -> bool:
    """Whether a sentence goes back in time: what follows it in the paragraph may do so too."""
    adverbs = [date.when for date in dates if not date.on_noun]
    return bool(adverbs) and all((story.when.first - when.last).days > NEWS for when in adverbs)


def _of_sentence(
    flat: str,
    index: int,
    at: Span,
    dates: Sequence[DatedWords],
    story: _Story | None,
    cue: Cues,
    elsewhere: bool,  # noqa: FBT001 - private, and one caller
    count: int,
) -> Iterator[Event]:
    if not dates and (cue.tense is None or len(at.of(flat).split()) < 4):  # noqa: PLR2004 - "Photo: AP" tells nothing
        return
    adverbs = [date for date in dates if not date.on_noun]
    report = report_clause(flat, at, [date.at for date in adverbs]) if adverbs else None
    if report is not None and story is not None:
        yield Event(story.when, story.basis, report, index, None)
    for date, clause in zip(adverbs, clauses(flat, at, [date.at for date in adverbs], report), strict=True):
        yield Event(date.when, date.basis, clause, index, date.at)
    for date in dates:
        if date.on_noun:
            yield Event(date.when, date.basis, noun_phrase(flat, date.at, at), index, date.at)
    if not adverbs and cue.tense is not None:
        inherits = story is not None and _inherits(cue, elsewhere=elsewhere, count=count)
        if story is not None and inherits:
            yield Event(story.when, story.basis, at, index, None)
        else:
            yield Event(None, "none", at, index, None)


def _inherits(cue: Cues, *, elsewhere: bool, count: int) -> bool:
    """Past sentences go on with the story's day, unless the paragraph has moved to another date; reports always do."""
    if cue.is_report:
        return cue.tense in ("past", "present", "perfect")
    if cue.tense == "perfect":
        return count == 0
    return cue.tense == "past" and not elsewhere


_REPORT = re.compile(
    r"(?:said|says|told|tells|announce[sd]|report(?:s|ed)|state[sd]|confirm(?:s|ed)|add(?:s|ed)|claim(?:s|ed)|denie[sd]"
    r"|warn(?:s|ed)|urge[sd]|explain(?:s|ed)|reveal(?:s|ed)|declare[sd]|note[sd]|insist(?:s|ed)|argue[sd]"
    r"|acknowledge[sd]|admit(?:s|ted))$"
)
_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|''[^']*(?:''|$)")
_VERB = re.compile(
    r"\b(?:(?P<future>will|would|may|might|could|should|must|can|cannot|is to|are to|is set to|are set to|is due to)"
    r"|(?P<perfect>(?:has|have|had|'ve) (?:not |also |already |never |now |long |since )?(?:been |[a-z]+(?:ed|en|wn|ne|ld|nt|ght|ft|ung|de|id)\b))"
    r"|(?P<present>is|are|has|have|says|tells|announces|reports|states|claims|notes|argues|remains?|includes?|plans?|wants?|seems?|helps?|uses?)"
    r"|(?P<past>was|were|did|had|said|told|went|came|made|took|began|rose|fell|held|met|left|won|lost|sold|bought|gave|got"
    r"|saw|found|led|cut|hit|ran|became|wrote|spoke|broke|grew|sent|paid|struck|kept|put|brought|thought|caught|fought"
    r"|sought|felt|heard|knew|flew|drew|threw|chose|drove|swore|shook|stood|sat|spent|shot|built|fled|fed|withdrew|laid"
    r"|[a-z]{2,}ed))\b"
)


_ADJECTIVE = re.compile(r"\b(?:the|an?|its|his|her|their|of|by|with|for|still|recently|newly|more|most|and|as|who|those|-) $", re.IGNORECASE)


def _cues(words: str) -> Cues:
    """The tense of the first verb outside quotations, and whether it reports. No verb: no tense."""
    bare = _QUOTED.sub(lambda found: " " * len(found.group()), words)
    verbs = [v for v in _VERB.finditer(bare) if not (v["past"] and v.group().endswith("ed") and _is_adjective(bare, v))]
    if not verbs:
        return Cues()
    tense: Literal["past", "perfect", "present", "future"] = "past"
    for name in ("future", "perfect", "present"):
        if verbs[0][name]:
            tense = name
    return Cues(tense, is_report=any(_REPORT.search(verb.group()) for verb in verbs[:2]))


def _is_adjective(bare: str, verb: re.Match[str]) -> bool:
    return _ADJECTIVE.search(bare, max(0, verb.start() - 12), verb.start()) is not None
