"""An undated text takes its date from its twin, which tells the same event and says when. Precision before recall."""

import math
import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.linking.numbers import numbers
from bot.linking.wordforms import CALENDAR, root
from bot.model import Analysis, Dated, Period, Span
from bot.words import STOP_WORDS, plain, tokens

LEAD = 3  # sentences that tell what a text is about, its title among them
WEEK = timedelta(6)
ALIKE = 0.22  # cosine of all words, of one event
EVIDENCE = 5  # what both tell of the event itself: a word counts 1, a figure FIGURE
FIGURE = 2
REPRINT = 0.6  # so alike that no weekday is needed
CLEAR = 0.85  # a rival with another date must be clearly less alike
SHARED_NAMES = 2
PRIOR = 50


@dataclass(frozen=True, slots=True)
class Telling:
    """What must be known of a document to compare how it tells an event. Names and words are folded."""

    document: int
    published: Dated
    proper: frozenset[str]  # words of its names
    lead_proper: frozenset[str]
    lead_places: tuple[frozenset[str], ...]  # each by its words
    lead_persons: frozenset[str]  # by their last words
    chief_persons: frozenset[str]  # of these, whom the text names again
    main_persons: frozenset[str]  # whom the text names most
    words: Mapping[str, int]  # that are part of no name: names are compared on their own
    roots: frozenset[str]  # of what it tells: no names, offices, numbers or days
    lead_roots: frozenset[str]
    figures: frozenset[str]
    weekdays: tuple[int, ...]  # Monday 0, of the lead, where no date was found for them
    month_days: tuple[tuple[int, int], ...]  # of the lead, where no year was found for them
    offset: int  # days from the event to the text: 1 where the lead says "yesterday"
    days: tuple[date, ...]  # told in the lead
    latest: date | None  # the latest day or month that the text states in full


@dataclass(frozen=True, slots=True)
class Twin:
    """The document that dates another, and the date that follows."""

    document: int
    dated: Dated


def telling(document: int, analysis: Analysis) -> Telling:
    text = analysis.document.text
    lead = [sentence.at for sentence in analysis.sentences if sentence.kind != "heading"][:LEAD]
    proper, lead_proper = set[str](), set[str]()
    for occurrence in analysis.occurrences:
        named = set(tokens(occurrence.name))
        proper |= named
        if _inside(occurrence.at, lead):
            lead_proper |= named
    written = list(_capitalised(analysis))
    told = [timex for timex in analysis.timexes if _inside(timex.at, lead)]
    leading, persons = _surnames(analysis, lead), _surnames(analysis, [Span(0, len(text))])
    return Telling(
        document=document,
        published=analysis.document.published,
        proper=frozenset(proper.union(word for _, word in written)),
        lead_proper=frozenset(lead_proper.union(word for at, word in written if _inside(at, lead))),
        lead_places=tuple(
            {
                frozenset(tokens(occurrence.name)): None
                for occurrence in analysis.occurrences
                if occurrence.kind == "PLACE" and _inside(occurrence.at, lead)
            }
        ),
        lead_persons=frozenset(leading),
        chief_persons=frozenset(person for person in leading if persons[person] > 1),
        main_persons=_most(persons),
        words=Counter(word for word in _ordinary(text, proper) if not word.isdigit()),
        roots=_roots(text, proper),
        lead_roots=frozenset(root for at in lead for root in _roots(at.of(text), proper)),
        figures=_figures(plain(text)),
        weekdays=tuple(int(timex.value[9]) - 1 for timex in told if _WEEKDAY.match(timex.value)),
        month_days=tuple(
            (int(found[1]), int(found[2])) for timex in told if (found := _MONTH_DAY.fullmatch(timex.value))
        ),
        offset=int(any(_DAY_BEFORE.fullmatch(timex.at.of(text)) for timex in told)),
        days=tuple(timex.when.first for timex in told if timex.when is not None and timex.when.precision == "day"),
        latest=max(
            (
                timex.when.first
                for timex in analysis.timexes
                if timex.when is not None and timex.basis == "stated" and timex.when.precision in ("day", "month")
            ),
            default=None,
        ),
    )


_CAPITALISED = re.compile(r"(?<![\w'’-])[A-Z][\w’'-]*\w")


def _capitalised(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """Words that are written like names where others are not: parts of names, whatever they were taken for.

    A word that the text also writes small is none.
    """
    text = plain(analysis.document.text)
    small = {word for found in _SMALL_WORD.finditer(text) for word in tokens(found.group())}
    for sentence in analysis.sentences:
        start, end = sentence.at.start, sentence.at.end
        found = list(_CAPITALISED.finditer(text, start, end))
        if sentence.kind not in ("prose", "item") or 2 * len(found) > len(text[start:end].split()):
            continue
        for each in found:
            if text[start : each.start()].strip("\"'([-*• "):
                for word in tokens(each.group()):
                    if len(word) > 1 and not (word in small or word in CALENDAR or word in STOP_WORDS):
                        yield Span(*each.span()), word


_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z][\w’'-]*")


def _surnames(analysis: Analysis, within: Sequence[Span]) -> Counter[str]:
    """The last words of the persons named within the spans, with how often."""
    named = (o.name for o in analysis.occurrences if o.kind == "PERSON" and _inside(o.at, within))
    return Counter(words[-1] for name in named if (words := tokens(name)))


def _most(counts: Mapping[str, int]) -> frozenset[str]:
    most = max(counts.values(), default=0)
    return frozenset(word for word, count in counts.items() if count == most)


_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_DAY_BEFORE = re.compile(r"yesterday(?: \w+)?|last night|overnight", re.IGNORECASE)
_SCORE = re.compile(r"(?<![\w.])\d+(?:[:-]\d+)+(?:\.\d+)?(?!\w)")  # "3-2", "1:53.27"
_SMALL = 10  # below it, a number proves nothing
_YEARS = range(1900, 2100)
OFFICES = frozenset(
    root(word)
    for word in (
        "president minister ministers mayor governor secretary director chief head leader captain inspector prosecutor"
        " spokesman spokeswoman spokesperson chairman ambassador general colonel judge professor doctor mediator"
        " founder executive official officials authorities counterpart nurse foreman novelist historian"
        " scientist lawyer attorney actress"
    ).split()
)
_IDLE_WORDS = "say tell according add report new year first day begin start end continue"
_UNTELLING = OFFICES | {root(word) for word in _IDLE_WORDS.split()}


_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty"
    " ninety hundred thousand million billion percent".split()
)


def _ordinary(text: str, proper: Container[str]) -> list[str]:
    """The words of a text that are part of no name and are no stop words."""
    return [word for word in tokens(text) if word not in proper and word not in STOP_WORDS and len(word) > 1]


def _roots(text: str, proper: Container[str]) -> frozenset[str]:
    """What a text tells, each word by its root."""
    told = (
        word for word in _ordinary(text, proper) if word.isalpha() and word not in CALENDAR and word not in _NUMBERS
    )
    return frozenset(found for word in told if (found := root(word)) not in _UNTELLING and len(found) > 1)


def _figures(text: str) -> frozenset[str]:
    told = {f"{number.low:g}" for number in numbers(text) if number.low >= _SMALL and number.low not in _YEARS}
    return frozenset(told | {found.group() for found in _SCORE.finditer(text)})


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
        if likeness < ALIKE or not (_same_scene(undated, other) and _same_people(undated, other)):
            continue
        day = _shared_day(undated, other, likeness)
        # A day that both say in words, and a figure that both tell, stand for a word of what happened.
        sure = day in other.days and not undated.figures.isdisjoint(other.figures)
        if day is not None and evidence(undated, other) + sure >= EVIDENCE:
            found.append((likeness, Twin(other.document, Dated(Period.day(day), "twin document"))))
    if not found:
        return None
    best, chosen = max(found, key=lambda pair: (pair[0], -pair[1].document))
    rivals = [likeness for likeness, one in found if one.dated != chosen.dated]
    return None if any(likeness > best * CLEAR for likeness in rivals) else chosen


def _shared_day(undated: Telling, other: Telling, likeness: float) -> date | None:
    """The undated text's own day, by the day of the event that both tell, if the weekdays agree."""
    published = other.published.value
    own = [published.first] if published is not None and published.precision == "day" else []
    told = [day for day in other.days if not own or day <= own[0]]  # what is to come nobody can have told
    known = told or own  # a report that tells of Monday is no witness for the Tuesday on which it is printed
    if undated.weekdays:
        known = [day for day in known if day.weekday() == undated.weekdays[0]]
    elif undated.month_days:
        known = [day for day in known if (day.month, day.day) == undated.month_days[0]]
    elif likeness < REPRINT:
        known = []
    elif len(set(told)) > 1:
        known = own
    if not known:
        return None
    day = known[0] + timedelta(0 if undated.weekdays or undated.month_days else undated.offset)
    return None if undated.latest is not None and undated.latest > day + WEEK else day


def _same_people(one: Telling, other: Telling) -> bool:
    """Each knows whom the other names most, one in its lead, and the people that the other's lead comes back to.

    A champion's two fights are told in the same words; the opponents tell them apart. One quotes a minister and the
    other a witness: that may be; but if each lead names somebody whom the other does not know, they tell two things.
    """
    if not (_knows(one, other.main_persons) and _knows(other, one.main_persons)):
        return False
    if not (_leads_with(one, other.main_persons) or _leads_with(other, one.main_persons)):
        return False
    if _strangers(one.chief_persons, other) or _strangers(other.chief_persons, one):
        return False
    return not (_strangers(one.lead_persons, other) and _strangers(other.lead_persons, one))


def _knows(one: Telling, persons: Collection[str]) -> bool:
    return not persons or any(not _strangers((person,), one) for person in persons)


def _leads_with(one: Telling, persons: Collection[str]) -> bool:
    return not persons or not one.lead_proper.isdisjoint(persons)


def _strangers(persons: Iterable[str], other: Telling) -> bool:
    return any(person not in other.proper and person not in other.words for person in persons)


def evidence(one: Telling, other: Telling) -> int:
    """How much of what happened both tell: the words of one's lead that the other has, and the figures."""
    told = (one.lead_roots & other.roots) | (other.lead_roots & one.roots)
    return len(told) + FIGURE * len(one.figures & other.figures)


def _same_scene(one: Telling, other: Telling) -> bool:
    """Words of two names at least, in the leads too; and the leads in one place if both name one."""
    if len(one.proper & other.proper) < SHARED_NAMES:
        return False
    if not (one.lead_proper & other.proper and other.lead_proper & one.proper):
        return False
    return not (one.lead_places and other.lead_places) or (_is_there(one, other) and _is_there(other, one))


def _is_there(one: Telling, other: Telling) -> bool:
    """Whether a place of one's lead is named in the other, whatever the other takes it for."""
    return any(place <= other.proper for place in one.lead_places)


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
