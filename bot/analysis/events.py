"""Which sentences tell that something happened, and when: a date to its clause, the story's day to its reports."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.clauses import DatedWords, clauses, dated_words, noun_phrase, report_clause
from bot.analysis.counted import Counted, counted
from bot.analysis.idle import is_compared, is_nowadays, looks_back, opens_with_what_happened
from bot.analysis.tense import Cues, cues_of
from bot.model import Event, Period, Sentence, Span, Timex
from bot.words import plain

NO_CUES: Mapping[int, Cues] = {}
REACH = 40  # sentences after which a text is no longer one day's story
BACKGROUND = 6  # sentences after which a step back in time is the background, which fills paragraphs
NEWS = 10  # days that a story's day may lie before the document's
ENDS = (".", "!", "?", '"', "'", ")")  # a bullet without a full stop makes a point and tells no story
FEWEST_WORDS = 4  # "Photo: AP" tells nothing


_OPEN = re.compile(r"XXXX-(?:W|XX-XX)")


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
    """Events in the order of the text; `when` None where the text does not say. Titles and headings tell none.

    `timexes` in the order of the text; `cues` by the sentence's index, where a parser knows them.
    """
    flat = plain(text)
    told = [(i, sentence.at) for i, sentence in enumerate(sentences) if sentence.kind in ("prose", "item")]
    by_happening = counted(flat, sentences, timexes)
    dates = [list(_dated(flat, at, _inside(at, timexes), by_happening)) for _, at in told]
    story = _story(flat, dates[:2], published, is_open=published is None and _is_open(told[:2], timexes))
    course, out = _Course(story), list[Event]()
    for count, ((index, at), found) in enumerate(zip(told, dates, strict=True)):
        if count == 0 or "\n" in flat[told[count - 1][1].end : at.start]:
            course.paragraph()
        cue = cues.get(index) or cues_of(at.of(flat))
        is_state = cue.tense == "present" and not cue.is_report
        dated = [date for date in found if not (is_state and is_nowadays(flat, at, date.at))]
        reports = story if count < REACH and flat[at.start : at.end].endswith(ENDS) else None
        goes_back = _goes_back(flat, at, _inside(at, timexes), by_happening, cue) or _tells_of_then(
            flat, at, dated, story
        )
        inherits = not goes_back and _inherits(cue, goes_on=course.goes_on, is_first=count == 0)
        out += _of_sentence(flat, index, at, dated, cue=cue, when=reports if inherits else None, reports=reports)
        course.move(dated, cue, goes_back=goes_back, is_deep=count >= BACKGROUND)
    return tuple(out)


@dataclass(slots=True)
class _Course:
    """Where in time a text is, sentence after sentence: on the story's day, or in what came before it."""

    story: _Story | None
    goes_on: bool = True
    is_back: bool = False  # in the background, which fills paragraphs deep in a text

    def paragraph(self) -> None:
        """A new one takes up the story again."""
        self.goes_on = self.goes_on or not self.is_back

    def move(self, dated: Sequence[DatedWords], cue: Cues, *, goes_back: bool, is_deep: bool) -> None:
        leaves = self.story is not None and _leaves(dated, self.story)
        self.is_back = (leaves and is_deep) or (self.is_back and not dated and not cue.is_report)
        stays = not leaves and (self.story is None or not goes_back or bool(dated))
        self.goes_on = stays or cue.tense == "present"


def _dated(flat: str, at: Span, inside: Sequence[Timex], by_happening: Sequence[Counted]) -> Iterator[DatedWords]:
    """Its dates, those counted from a happening among them, in the order of the text."""
    dates = [*dated_words(flat, at, inside)]
    dates += [
        DatedWords(each.at, each.when, each.basis, on_noun=False, names_event=False)
        for each in by_happening
        if each.when is not None and at.holds(each.at)
    ]
    yield from sorted(dates, key=lambda date: date.at)


def _goes_back(flat: str, at: Span, inside: Sequence[Timex], by_happening: Sequence[Counted], cue: Cues) -> bool:
    """Whether its words tell of another time than the story's day, without a date that says when."""
    if not cue.is_report and any(at.holds(each.at) for each in by_happening):
        return True
    if not cue.is_report and any(_is_of_no_known_day(flat, timex) for timex in inside):
        return True
    compares = any(timex.value == "PAST_REF" or is_compared(flat, at, timex.at) for timex in inside)
    return (compares and not cue.is_report) or looks_back(flat, at, is_report=cue.is_report)


_NO_DAY = re.compile(r"XXXX(?:-XX){0,2}|XXXX-WXX")
_ON_FROM_THERE = re.compile(r"(?<!hour)(?<!hours)(?<!minutes)(?<!minute) (?:later|earlier|previously)$", re.IGNORECASE)


def _is_of_no_known_day(flat: str, timex: Timex) -> bool:
    """ "Three weeks later", "days earlier", where the text does not say after what."""
    if timex.type == "DATE":
        return timex.basis == "no day to count from" and _NO_DAY.fullmatch(timex.value) is not None
    return timex.type == "DURATION" and _ON_FROM_THERE.search(timex.at.of(flat)) is not None


def _tells_of_then(flat: str, at: Span, dates: Sequence[DatedWords], story: _Story | None) -> bool:
    """Whether the sentence is about a happening that it dates before the story: "The 2004 tsunami was caused by"."""
    before = (date for date in dates if date.on_noun and story and (story.when.first - date.when.last).days > NEWS)
    return any(opens_with_what_happened(flat, at, date.at) for date in before)


def _inside(at: Span, timexes: Sequence[Timex]) -> Sequence[Timex]:
    first = bisect_left(timexes, at.start, key=lambda timex: timex.at.start)
    last = bisect_right(timexes, at.end, key=lambda timex: timex.at.end)
    return timexes[first:last]


def _is_open(lead: Sequence[tuple[int, Span]], timexes: Sequence[Timex]) -> bool:
    """Whether they tell of "Saturday" in no known week: that is the story's day, and no other date is."""
    return any(at.holds(timex.at) and _OPEN.match(timex.value) for timex in timexes for _, at in lead)


def _story(
    flat: str, lead: Sequence[Sequence[DatedWords]], published: Period | None, *, is_open: bool
) -> _Story | None:
    """The first day that the lead tells of, if it is news there; else the document's own day."""
    if is_open:
        return None
    days = [date for dates in lead for date in dates if date.when.precision == "day" and not date.on_noun]
    for date in days:
        age = (published.first - date.when.last).days if published else 0
        if 0 <= age <= NEWS and (published or date.basis == "stated"):
            return _Story(date.when, f"told with “{date.at.of(flat)}” in the lead")
    if published is not None and published.precision == "day":
        return _Story(published, "the document's date")
    return None


def _inherits(cue: Cues, *, goes_on: bool, is_first: bool) -> bool:
    """Past sentences go on with the story's day, but for one that follows a step back in time; reports always do."""
    if cue.is_report:
        return cue.tense in ("past", "present", "perfect")
    return is_first if cue.tense == "perfect" else cue.tense == "past" and goes_on and not cue.is_state


def _leaves(dates: Sequence[DatedWords], story: _Story) -> bool:
    """Whether a sentence goes back in time: the one after it may still be there. "It is up 5 % from 2010" does not."""
    adverbs = [date.when for date in dates if not date.on_noun]
    return bool(adverbs) and all((story.when.first - when.last).days > NEWS for when in adverbs)


def _of_sentence(
    flat: str,
    index: int,
    at: Span,
    dates: Sequence[DatedWords],
    *,
    cue: Cues,
    when: _Story | None,
    reports: _Story | None,
) -> Iterator[Event]:
    """An event for each date, one for the clause that reports, else one for the sentence, dated by the story or not."""
    adverbs = [date for date in dates if not date.on_noun]
    report = report_clause(flat, at, [date.at for date in adverbs]) if adverbs else None
    if report is not None and reports is not None:
        yield Event(reports.when, reports.basis, report, index, None)
    for date, clause in zip(adverbs, clauses(flat, at, [date.at for date in adverbs], report), strict=True):
        yield Event(date.when, date.basis, clause, index, date.at)
    for date in dates:
        if date.on_noun:
            yield Event(date.when, date.basis, noun_phrase(flat, date.at, at), index, date.at)
    if not adverbs and cue.tense is not None and len(at.of(flat).split()) >= FEWEST_WORDS:
        yield Event(when.when, when.basis, at, index, None) if when else Event(None, "none", at, index, None)
