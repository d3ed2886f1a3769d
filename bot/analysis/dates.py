"""Text -> time expressions with their days, without a model. Rules: expressions.py; words: calendar_words.py."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.analysis.calendar_words import DAY_PARTS, MONTHS, PREFIXES
from bot.analysis.expressions import GRAMMAR, SET_OFF
from bot.analysis.parts import Rule
from bot.analysis.periods import Unit, named
from bot.analysis.scene import Anchor, Match, Reading, Scene, span
from bot.model import UNDATED, Dated, Period, Sentence, Span, Timex
from bot.words import plain

Found = tuple[Span, Reading]

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
        _gather_evidence(scene, _all(Scene(flat, None, day_first=scene.day_first), spans, people))
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
                found += _composed(scene, list(_read(scene, rules, near)))
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


_PREFIX = re.compile(rf"(?<![\w'])({'|'.join(sorted(PREFIXES, key=len, reverse=True))})[ -](the )?$", re.IGNORECASE)
_OF_TODAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}(T(?:MO|AF|EV|NI))")
_PART_OF_DAY = re.compile(rf"[ -](?:(?:early|late) )?({'|'.join(DAY_PARTS)})\b")
_BETWEEN = re.compile(r"(?: |, | on | of |, on | (?:[A-Z]{2,4}|Eastern|local time),? (?:on )?)")
_WEEK_OF = re.compile(r"(?<![\w'])(?:the )?week (?:of|beginning|starting|ending)(?: on)? $", re.IGNORECASE)
_SHIFT = re.compile(r"(?<![\w'])(earlier|later)( in)? (the )?$", re.IGNORECASE)


def _composed(scene: Scene, found: list[Found]) -> list[Found]:
    """Joins a time of day to the date beside it, and reads "early", "about", "since" in front of a date."""
    out: list[Found] = []
    for at, reading in found:
        at, reading = _with_day_part(scene, at, reading)
        if out and _BETWEEN.fullmatch(scene.text, out[-1][0].end, at.start):
            before, first = out[-1]
            if first.value.startswith("T") and _is_day(reading):
                out[-1] = Span(before.start, at.end), Reading("TIME", reading.value + first.value, reading.basis)
                continue
            if (part := _OF_TODAY.fullmatch(first.value)) and _is_day(reading):
                out[-1] = Span(before.start, at.end), Reading("TIME", reading.value + part[1], reading.basis)
                continue
            if reading.value.startswith("T") and _is_day(first):
                out[-1] = Span(before.start, at.end), Reading("TIME", first.value + reading.value, first.basis)
                continue
        if not (out and out[-1][0].end > at.start):
            out.append(_with_prefix(scene, at, reading, out[-1][0].end if out else scene.sentence.start))
    return [(at, _on_a_day(scene, reading)) for at, reading in out]


def _is_day(reading: Reading) -> bool:
    return reading.type == "DATE" and "T" not in reading.value and (len(reading.value) == len("2025-06-26"))


def _with_day_part(scene: Scene, at: Span, reading: Reading) -> Found:
    part = _PART_OF_DAY.match(scene.text, at.end, scene.sentence.end)
    if part and _is_day(reading):
        return Span(at.start, part.end()), replace(reading, type="TIME", value=f"{reading.value}T{DAY_PARTS[part[1]]}")
    return at, reading


def _with_prefix(scene: Scene, at: Span, reading: Reading, left: int) -> Found:
    """The expression with the words in front that narrow it, which may begin where the one before ended."""
    if reading.type not in ("DATE", "TIME") or reading.modifier or not reading.value[:1].isdigit():
        return at, reading
    window = scene.text[max(left, at.start - 24) : at.start]
    for narrowed in (_week_of, _earlier_or_later, _part_of):
        if (found := narrowed(scene, window, at, reading)) is not None:
            return found
    return at, reading


def _week_of(scene: Scene, window: str, at: Span, reading: Reading) -> Found | None:  # noqa: ARG001 - one signature
    found = _WEEK_OF.search(window)
    if not found or not _is_day(reading):
        return None
    value = named(date.fromisoformat(reading.value), "week")
    return Span(at.start - len(found.group()), at.end), replace(reading, value=value)


def _earlier_or_later(scene: Scene, window: str, at: Span, reading: Reading) -> Found | None:
    found = _SHIFT.search(window)
    if not found or scene.anchor is None:
        return None
    at, day = Span(at.start - len(found.group()), at.end), scene.anchor.day
    return at, replace(reading, until=day) if found[1].lower() == "earlier" else replace(reading, begins=day)


def _part_of(scene: Scene, window: str, at: Span, reading: Reading) -> Found | None:
    found = _PREFIX.search(window)
    if not found or scene.text.startswith("'s", at.end):
        return None
    modifier = PREFIXES[" ".join(found[1].lower().split())]
    if modifier in ("before", "after", "since"):
        return at, replace(reading, modifier=modifier) if _stands_alone(scene, at.end) else reading
    return Span(at.start - len(found.group()), at.end), replace(reading, modifier=modifier)


_ALONE = re.compile(
    r"\s*(?:[.,;:)?!–—]|$|(?:and|but|when|as|to|in|at|by|with|that|the|for|from|has|have|had|was|were|he|she|it|they)\b)"
)


def _stands_alone(scene: Scene, end: int) -> bool:
    """ "since 2020," but not "since the 2020 standoff"."""
    return _ALONE.match(scene.text, end, scene.sentence.end) is not None


def _on_a_day(scene: Scene, reading: Reading) -> Reading:
    """A bare "10 p.m." belongs to the day told last, else to the document's."""
    if not reading.value.startswith("T"):
        return reading
    if scene.reference and scene.reference[1] == "day":
        return replace(
            reading, value=scene.reference[0].isoformat() + reading.value, basis=f"counted from “{scene.reference[2]}”"
        )
    if scene.anchor and scene.anchor.finest == "day":
        return replace(reading, value=scene.anchor.day.isoformat() + reading.value, basis=scene.anchor.basis)
    return replace(reading, value="XXXX-XX-XX" + reading.value, basis="no document date")


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


def _gather_evidence(scene: Scene, found: Iterable[Found]) -> None:
    """What a text without a date tells about years: "April 2025" settles "April 22", the latest full date the rest."""
    years: dict[int, set[int]] = {}
    for at, reading in found:
        when = reading.when
        if when is None or reading.basis != "stated" or when.precision not in ("day", "month"):
            continue
        words = at.of(scene.text)
        years.setdefault(when.first.month, set()).add(when.first.year)
        scene.months_stated[when.first.month] = when.first.year, f"its year from “{words}” in the text"
        if when.precision == "day" and (scene.latest_stated is None or when.last > scene.latest_stated[0]):
            scene.latest_stated = when.last, words
    for month, known in years.items():
        if len(known) > 1:
            del scene.months_stated[month]


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
