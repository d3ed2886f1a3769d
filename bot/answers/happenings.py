"""What a dated event tells, in a form that can be compared: which words are one kind of happening."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.answers import stems
from bot.model import Period, Span
from bot.store.lookups import Line, Seen, Told

_A_NOUN = 6  # stems of "the 2020 border standoff"; with more it is a clause
_MEASURES = frozenset(
    stems.stem(word)
    for word in """percent pct per cent million mln billion bln thousand dollar dollars dlrs dlr euro euros pound pounds
    share shares total number average rate level compared earlier ago said says told according""".split()
)

# Words that name one kind of happening: a clash is also told as a standoff.
_KINDS = """
attack strike assault bombing massacre raid ambush shooting blast explosion
clash standoff skirmish confrontation fighting battle conflict face-off stand-off
agreement pact deal accord treaty
meeting talks summit conference meet met meets negotiations dialogue
visit trip tour
election vote poll referendum ballot
earthquake quake tremor tsunami
launch release unveiling unveiled launched released
resignation resigned quit stepped
lawsuit suit sued sues
acquisition merger takeover acquired acquiring bought buy buying purchase
death died killed dead
fire blaze inferno burned burnt
arrest arrested detained custody
conviction convicted guilty verdict
flood floods flooding
protest protests protested demonstration demonstrated rally
sentence sentenced jailed imprisoned
crash crashed collision collided
appointment appointed named hired
dismissal dismissed fired sacked ousted
opening opened inauguration inaugurated
win won victory beat defeated
complaint complained
independence secession seceded
"""
_KIND_OF = {stems.stem(word): line.split()[0].upper() for line in _KINDS.strip().splitlines() for word in line.split()}
KIND_NAMES = frozenset(_KIND_OF.values())
_ANY_KIND = frozenset(stems.stem(word) for word in "incident event case episode affair day season".split())
"""Nouns that say nothing of what happened: the sentence around them does."""
_CALENDAR = frozenset(
    stems.stem(word)
    for word in """january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday
    tomorrow week month year quarter decade early late mid day last next ago recent""".split()
)
_ADJECTIVES = re.compile(r"(?:[\w'’“”-]+ ){1,2}$")
_OF = re.compile(r"(?:[\w'’-]+ of )?")
_WHERE = re.compile(
    r" (?:in|at|near|on|off|outside|against|over)"
    r"(?: (?!(?:and|or|but|when|while|as|that|which|who|to|for|with)\b)[\w'’-]+){1,4}"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """An event, the sentence that tells it, and what is compared.

    `focus`: the stems of its clause, `wider` those with the words that say which; `pairs`: neighbours among these that
    are in no name ("free case"); `near`: the names there, `names`: those of the whole sentence; `is_noun`: the date
    hangs on a noun ("the 2020 standoff"), not on what the sentence itself tells.
    """

    told: Told
    when: Period
    line: Line
    focus: frozenset[str]
    wider: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    near: frozenset[int]
    names: frozenset[int]
    place: tuple[int, int]
    is_noun: bool


@dataclass(slots=True)
class Row:
    """Tellings of one happening, the finest dated first; `given`: another one, beside the topic, that says the day."""

    when: Period
    tellings: list[Telling] = field(default_factory=list[Telling])
    number: int = 0
    given: Telling | None = None

    @property
    def documents(self) -> int:
        return len({telling.told.document for telling in self.tellings})

    @property
    def weight(self) -> tuple[int, int, int]:
        """How many documents and sentences speak of it, and in how many the date stands in words."""
        stated = sum(telling.told.words is not None for telling in self.tellings)
        return self.documents, len({telling.place for telling in self.tellings}), stated


def tellings(events: Iterable[Told], lines: Mapping[tuple[int, int], Line], seen: Iterable[Seen]) -> list[Telling]:
    """The dated events with their words; those in titles and headings are left out."""
    names: dict[tuple[int, int], list[Seen]] = {}
    for each in seen:
        names.setdefault((each.document, each.sentence), []).append(each)
    found: list[Telling] = []
    for told in events:
        line = lines.get((told.document, told.sentence))
        if told.when is not None and line is not None and line.kind in ("prose", "item"):
            here = names.get((told.document, told.sentence), [])
            found.append(_telling(told, told.when, line, here))
    return found


def _telling(told: Told, when: Period, line: Line, here: Sequence[Seen]) -> Telling:
    around = clause(told, line)
    inner = around if around.holds(line.at) else told.at
    focus = frozenset(_told_in(line, inner, here))
    pairs = frozenset[tuple[str, str]]()
    if when.first == when.last:  # they tell apart what happened on one day
        pairs = frozenset(_pairs(_inside(line, around), around.start, [seen.at for seen in here]))
    return Telling(
        told=told,
        when=when,
        line=line,
        focus=focus,
        wider=focus if around == inner else frozenset(_told_in(line, around, here)),
        pairs=pairs,
        near=frozenset(seen.name for seen in here if around.overlaps(seen.at)),
        names=frozenset(seen.name for seen in here),
        place=(told.document, told.sentence),
        is_noun=len(focus) <= _A_NOUN and _on_noun(told, line),
    )


def _on_noun(told: Told, line: Line) -> bool:
    """ "2020 border standoff", "attack of April 22"; not "rose 9 percent in December"."""
    if told.words is None or told.at == line.at:
        return False
    return bool(_OF.fullmatch(_inside(line, Span(told.at.start, told.words.start))))


def clause(told: Told, line: Line) -> Span:
    """The words that tell the event; of a dated noun also those that say which: "attack of April 22 (in Pahalgam)"."""
    if told.words is None or told.at.end - told.at.start > (line.at.end - line.at.start) // 2:
        return told.at
    if _ANY_KIND.issuperset(_units(_inside(line, told.at))):
        return line.at
    start, end = told.at.start, told.at.end
    text = line.text
    if told.words.start > start and (before := _ADJECTIVES.search(text, 0, start - line.at.start)):
        start = line.at.start + before.start()
    if after := _WHERE.match(text, end - line.at.start):
        end = line.at.start + after.end()
    return Span(start, end)


def _inside(line: Line, at: Span) -> str:
    return line.text[at.start - line.at.start : at.end - line.at.start]


def _told_in(line: Line, at: Span, names: Sequence[Seen]) -> Iterator[str]:
    """The stems there, and each name as one, however it is written."""
    bare = _inside(line, at)
    for seen in names:
        if at.overlaps(seen.at):
            yield f"#{seen.name}"
            first, last = max(seen.at.start, at.start) - at.start, min(seen.at.end, at.end) - at.start
            bare = bare[:first] + " " * (last - first) + bare[last:]
    yield from _units(bare)


def _pairs(text: str, start: int, names: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Stems that stand side by side, `text` beginning at `start`; not those of a name, which many tellings share."""
    taken = [(name.start - start, name.end - start) for name in names]
    last, end = "", -1
    for word in stems.words(text):
        first, behind = word.span()
        unit = _unit(word.group())
        if unit and taken and any(one < behind and first < other for one, other in taken):
            unit = ""
        if last and unit and first == end + 1:
            yield last, unit
        last, end = unit, behind


def _units(text: str) -> Iterator[str]:
    return filter(None, map(_unit, stems.tokens(text)))


@lru_cache(maxsize=65536)
def _unit(word: str) -> str:
    """What is compared of a word: its stem or kind of happening; "" of one that says nothing of what happened."""
    stem = stems.stem(word) if stems.says_something(word) else ""
    return "" if stem in _CALENDAR or stem in _MEASURES or stem.isdigit() else _KIND_OF.get(stem, stem)
