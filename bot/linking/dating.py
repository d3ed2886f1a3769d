"""An undated text takes its date from its twin, which tells the same event and says when. Precision before recall."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.model import Analysis, Dated, Period, Span
from bot.words import STOP_WORDS, folded, tokens

LEAD = 3  # sentences that tell what a text is about, its title among them
WEEK = timedelta(6)


@dataclass(frozen=True, slots=True)
class Telling:
    """What must be known of a document to compare how it tells an event. Names and words are folded."""

    document: int
    published: Dated
    names: frozenset[str]  # persons and bodies
    places: frozenset[str]
    lead_names: frozenset[str]  # of any kind, in the lead
    lead_places: frozenset[str]
    words: Mapping[str, int]  # that are part of no name: names are compared on their own
    weekdays: tuple[int, ...]  # Monday 0, of the lead, where no date was found for them
    days: tuple[date, ...]  # told in the lead
    latest: date | None  # the latest day or month that the text states in full


@dataclass(frozen=True, slots=True)
class Twin:
    """The document that dates another, and the date that follows."""

    document: int
    dated: Dated


def telling(document: int, analysis: Analysis) -> Telling:
    lead = [sentence.at for sentence in analysis.sentences if sentence.kind != "heading"][:LEAD]
    names, places, lead_names, lead_places = set[str](), set[str](), set[str](), set[str]()
    for occurrence in analysis.occurrences:
        name, is_place = folded(occurrence.name), occurrence.kind == "PLACE"
        (places if is_place else names).add(name)
        if _inside(occurrence.at, lead):
            (lead_places if is_place else lead_names).add(name)
    in_names = {word for name in names | places for word in tokens(name)}
    when = [(timex, timex.when) for timex in analysis.timexes if timex.when is not None]
    return Telling(
        document=document,
        published=analysis.document.published,
        names=frozenset(names),
        places=frozenset(places),
        lead_names=frozenset(lead_names),
        lead_places=frozenset(lead_places),
        words=Counter(
            word
            for word in tokens(analysis.document.text)
            if word not in in_names and word not in STOP_WORDS and not word.isdigit() and len(word) > 1
        ),
        weekdays=tuple(
            int(timex.value[9]) - 1
            for timex in analysis.timexes
            if timex.value.startswith("XXXX-WXX-") and timex.value[9:10].isdigit() and _inside(timex.at, lead)
        ),
        days=tuple(period.first for timex, period in when if period.precision == "day" and _inside(timex.at, lead)),
        latest=max(
            (
                period.first
                for timex, period in when
                if timex.basis == "stated" and period.precision in ("day", "month")
            ),
            default=None,
        ),
    )


def _inside(at: Span, spans: Iterable[Span]) -> bool:
    return any(span.holds(at) for span in spans)


def twin(undated: Telling, others: Sequence[Telling]) -> Twin | None:
    """The document among `others` that tells the same event and is dated; None if there is none or they disagree."""
    rarity = _rarity([undated, *others])
    found: list[tuple[float, Twin]] = []
    for other in others:
        if other.document == undated.document or other.published.basis == "twin document":
            continue
        likeness = _likeness(undated, other, rarity)
        day = _shared_day(undated, other, likeness)
        if day is not None:
            found.append((likeness, Twin(other.document, Dated(Period.day(day), "twin document"))))
    if not found:
        return None
    best, chosen = max(found, key=lambda pair: (pair[0], -pair[1].document))
    rivals = [likeness for likeness, one in found if one.dated != chosen.dated]
    return None if any(likeness > best * CLEAR for likeness in rivals) else chosen


CLEAR = 0.85  # a rival with another date must be clearly less alike
ALIKE = 0.2  # of the same event, when a weekday fits as well
REPRINT = 0.6  # so alike that the text alone proves it
SHARED_NAMES = 2
PRIOR = 50


def _shared_day(undated: Telling, other: Telling, likeness: float) -> date | None:
    """The day of the event that both tell, if names, place, words and weekday agree."""
    if likeness < ALIKE or not _same_scene(undated, other):
        return None
    known = [*other.days]
    published = other.published.value
    if published is not None and published.precision == "day":
        known.append(published.first)
    if undated.weekdays:
        fitting = [day for day in known if day.weekday() == undated.weekdays[0]]
        day = fitting[0] if fitting else None
    else:
        day = known[-1] if known and likeness >= REPRINT else None
    return None if day is None or (undated.latest is not None and undated.latest > day + WEEK) else day


def _same_scene(one: Telling, other: Telling) -> bool:
    """Two names at least, and the leads in the same place if both name one."""
    shared = len(one.names & other.names)
    if shared < SHARED_NAMES or not (one.lead_names & other.names and other.lead_names & one.names):
        return False
    if one.lead_places and other.lead_places:
        return bool(one.lead_places & other.lead_places) or (
            bool(one.lead_places & other.places) and bool(other.lead_places & one.places)
        )
    return bool(one.places & other.places) or not (one.places and other.places)


def _rarity(tellings: Sequence[Telling]) -> Mapping[str, float]:
    """Inverse document frequency as if PRIOR more documents stood by, so that two alone compare as two of many do."""
    count = Counter(word for one in tellings for word in one.words)
    return {word: math.log(1 + (len(tellings) + PRIOR) / n) for word, n in count.items()}


def _likeness(one: Telling, other: Telling, rarity: Mapping[str, float]) -> float:
    """Cosine of the weighted words, 0 to 1."""
    dot = sum(_weight(one, word, rarity) * _weight(other, word, rarity) for word in one.words if word in other.words)
    return dot / (_norm(one, rarity) * _norm(other, rarity) or 1.0)


def _weight(one: Telling, word: str, rarity: Mapping[str, float]) -> float:
    return (1 + math.log(one.words[word])) * rarity[word]


def _norm(one: Telling, rarity: Mapping[str, float]) -> float:
    return math.sqrt(sum(_weight(one, word, rarity) ** 2 for word in one.words))
