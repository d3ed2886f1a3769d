"""Text -> time expressions with their days, without a model. Rules: expressions.py; words: calendar_words.py."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.analysis.calendar_words import MONTHS
from bot.analysis.composing import Found, composed
from bot.analysis.expressions import GRAMMAR, SET_OFF
from bot.analysis.parts import Rule
from bot.analysis.periods import Unit
from bot.analysis.scene import Anchor, Match, Reading, Scene, events_beside, span
from bot.model import UNDATED, Dated, Period, Sentence, Span, Timex
from bot.words import plain

_WORD = re.compile(r"[a-z]+|\d+")
_BREAK = re.compile(r"\n+|(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Prof|Inc|Corp|Co|Ltd|vs|[ap]\.m|[A-Z]\.[A-Z]))\.$"
)


def timexes(
    text: str,
    *,
    published: Period | None,
    sentences: Sequence[Sentence] | None = None,
    people: Sequence[Span] = (),
) -> tuple[Timex, ...]:
    """Every time expression of the text, in order, none over another. `people`: spans of names, which are no months."""
    flat = plain(text)
    spans = [sentence.at for sentence in sentences] if sentences is not None else list(rough_sentences(flat))
    anchor = _anchor(published)
    scene = Scene(flat, anchor, day_first=_day_first(flat))
    if anchor is None:
        _gather_evidence(scene, _all(Scene(flat, None, day_first=scene.day_first), spans, people), spans)
    return tuple(_timex(at, reading) for at, reading in _all(scene, spans, people))


def rough_sentences(text: str) -> Iterator[Span]:
    """Sentences by their punctuation alone, for texts that nobody has parsed."""
    start = 0
    for found in _BREAK.finditer(text):
        if text[found.start()] != "\n" and _ABBREVIATION.search(text, max(0, found.start() - 8), found.start()):
            continue
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()
    if text[start:].strip():
        yield Span(start, len(text))


def _anchor(published: Period | None) -> Anchor | None:
    if published is None or published.precision in ("before", "after", "about"):
        return None
    unit: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "decade": "decade"}
    day = published.first
    return Anchor(day, unit.get(published.precision, "year"), f"read against {_in_words(day)}")


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


LONGEST = 3_000  # characters read at once: a "sentence" without a full stop must not take the square of its length


def _all(scene: Scene, spans: Iterable[Span], people: Sequence[Span]) -> list[Found]:
    found: list[Found] = []
    names = sorted(people)
    for sentence in spans:
        for piece in _pieces(scene.text, sentence):
            rules = _rules(scene.text[piece.start : piece.end])
            scene.enter(piece)
            if rules:
                near = names[bisect_left(names, Span(piece.start, 0)) : bisect_left(names, Span(piece.end, 0))]
                found += composed(scene, list(_read(scene, rules, near)))
    return found


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > LONGEST:
        end = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _rules(sentence: str) -> list[Rule]:
    """The rules that some word of the sentence sets off."""
    places = {place for word in set(_WORD.findall(sentence.lower())) for place in SET_OFF.get(word, ())}
    return [rule for place in sorted(places) for rule in GRAMMAR[place].rules]


def _read(scene: Scene, rules: Sequence[Rule], people: Sequence[Span]) -> Iterator[Found]:
    """Leftmost, longest, first rule wins; a match that turns out to be no date makes room for the next."""
    sentence = scene.sentence
    matches: list[tuple[int, int, int, Match, Rule]] = []
    for order, rule in enumerate(rules):
        for match in rule.pattern.finditer(scene.text, sentence.start, sentence.end):
            at = span(match)
            matches.append((at.start, -at.end, order, match, rule))
    done = sentence.start
    for start, end, _, match, rule in sorted(matches, key=lambda m: m[:3]):
        at = Span(start, -end)
        if start < done or _is_name(at, people):
            continue
        reading = rule.read(match, scene)
        if reading is not None:
            done = at.end
            scene.remember(at, reading)
            yield at, reading


def _is_name(at: Span, people: Sequence[Span]) -> bool:
    """Whether the words are part of somebody's name, or all of it: "April Smith", "Dong Jun", "May"."""
    return any(at == person or (at.overlaps(person) and not at.holds(person)) for person in people)


def _timex(at: Span, reading: Reading) -> Timex:
    return Timex(at, reading.type, reading.value, reading.when, reading.basis)


_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-]|\.\d)")
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(m.capitalize() for m in MONTHS)})\b")
_MONTH_DAY = re.compile(rf"\b(?:{'|'.join(m.capitalize() for m in MONTHS)})\.? \d{{1,2}}\b(?!:)")


def _day_first(text: str) -> bool | None:
    """How the document writes 3/4: by a number above 12 in such a date, else by how it writes dates with words."""
    votes = {int(m[1]) > 12 for m in _NUMERIC.finditer(text) if (int(m[1]) > 12) != (int(m[3]) > 12)}  # noqa: PLR2004 - months
    if not votes and _NUMERIC.search(text):
        votes = {pattern is _DAY_MONTH for pattern in (_DAY_MONTH, _MONTH_DAY) if pattern.search(text)}
    return votes.pop() if len(votes) == 1 else None


def _gather_evidence(scene: Scene, found: Iterable[Found], spans: Sequence[Span]) -> None:
    """What a text without a date tells about years: "met on 26 June 2025" settles a "June 26", and no other day;
    "the April 2025 attack" settles "the attack of April 22", and nothing else in April.

    Neither a stated month nor the latest date lends its year to others: texts compare with a year before ("3 pct in
    March, 2 in March 1986"), name what comes due and look back, and such a guess was wrong four times in five.
    """
    days: dict[tuple[int, int], dict[int, str]] = {}
    events: dict[tuple[int, str], dict[int, str]] = {}
    for at, reading in found:
        when = reading.when
        if when is None or reading.basis != "stated" or when.precision not in ("day", "month"):
            continue
        month, year, basis = when.first.month, when.first.year, f"its year from “{at.of(scene.text)}” in the text"
        for event in events_beside(scene.text, at):
            events.setdefault((month, event), {})[year] = basis
        if when.precision == "day" and _past(scene, at, spans):
            days.setdefault((month, when.first.day), {})[year] = basis
    scene.days_stated = {day: next(iter(told.items())) for day, told in days.items() if len(told) == 1}
    scene.events_stated = {event: next(iter(told.items())) for event, told in events.items() if len(told) == 1}


def _past(scene: Scene, at: Span, spans: Sequence[Span]) -> bool:
    scene.enter(next(sentence for sentence in spans if sentence.holds(at)))
    return scene.direction(at.start, at.end) == "past"


_ADVERB = re.compile(r"(?:^|\b)on (?:the )?$", re.IGNORECASE)


def text_date(found: Sequence[Timex], sentences: Sequence[Sentence], text: str) -> Dated:
    """The document's date by its own words: "met on 26 June 2025" in the first sentence, if nothing speaks against it.

    Against it speaks a later date in the text, and a weekday or "yesterday": such a text counts from another day.
    """
    lead = next((sentence.at for sentence in sentences if sentence.kind == "prose"), Span(0, 0))
    stated = [(timex.at, timex.when) for timex in found if timex.basis == "stated" and timex.when is not None]
    days = [(at, when) for at, when in stated if when.precision == "day" and lead.holds(at)]
    if len(days) != 1 or any(timex.value.startswith("XXXX-W") or timex.value == "XXXX-XX-XX" for timex in found):
        return UNDATED
    at, day = days[0]
    if any(when.first > day.last and when.precision != "after" for _, when in stated):
        return UNDATED
    flat = plain(text)
    scene = Scene(flat, None)
    scene.enter(lead)
    adverb = _ADVERB.search(flat, max(lead.start, at.start - 8), at.start) is not None
    return Dated(day, "text") if adverb and scene.direction(at.start, at.end) == "past" else UNDATED
