"""Which tellings are of one happening: same or nested dates, and words and names that agree. Wrong merges are worse."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers import stems
from bot.model import Period, Span
from bot.store.lookups import Line, Seen, Told

_MEMBERS = 8  # so many tellings of a row are compared with a new one

# Words that name one kind of happening: a clash is also told as a standoff.
_KINDS = """
attack strike assault bombing massacre raid ambush shooting blast explosion
clash standoff skirmish confrontation fighting battle conflict face-off stand-off
agreement pact deal accord treaty
meeting talks summit conference meet met meets negotiations dialogue
visit trip tour
election vote poll referendum ballot
earthquake quake tremor
launch release unveiling unveiled launched released
resignation resigned quit stepped
lawsuit suit sued sues
acquisition merger takeover acquired bought
death died killed dead
"""
_KIND_OF = {stems.stem(word): line.split()[0].upper() for line in _KINDS.strip().splitlines() for word in line.split()}
_KIND_NAMES = frozenset(_KIND_OF.values())
_CALENDAR = frozenset(
    stems.stem(word)
    for word in """january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday
    tomorrow week month year quarter decade early late mid day last next ago recent""".split()
)
_ADJECTIVES = re.compile(r"(?:[\w'’“”-]+ ){1,2}$")
_WHERE = re.compile(r" (?:in|at|near|on|off|outside|against|over)(?: [\w'’-]+){1,4}")


@dataclass(frozen=True, slots=True)
class Telling:
    """An event, the sentence that tells it, and what is compared.

    `focus`: the stems of its clause, `wider` those with the words that say which; `near`: the names there,
    `names`: those of the whole sentence.
    """

    told: Told
    when: Period
    line: Line
    focus: frozenset[str]
    wider: frozenset[str]
    near: frozenset[int]
    names: frozenset[int]

    @property
    def place(self) -> tuple[int, int]:
        return self.told.document, self.told.sentence

    @property
    def is_noun(self) -> bool:
        """The date hangs on a noun ("the 2020 standoff"), not on what the sentence itself tells."""
        return self.told.words is not None and self.told.at != self.line.at and len(self.focus) <= 6  # noqa: PLR2004


@dataclass(slots=True)
class Row:
    """Tellings of one happening, the finest dated first."""

    when: Period
    tellings: list[Telling] = field(default_factory=list[Telling])

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
    return Telling(
        told=told,
        when=when,
        line=line,
        focus=frozenset(_units(_inside(line, told.at))),
        wider=frozenset(_units(_inside(line, around))),
        near=frozenset(seen.name for seen in here if around.overlaps(seen.at)),
        names=frozenset(seen.name for seen in here),
    )


def clause(told: Told, line: Line) -> Span:
    """The words that tell the event; of a dated noun also those that say which: "attack of April 22 (in Pahalgam)"."""
    if told.words is None or told.at.end - told.at.start > (line.at.end - line.at.start) // 2:
        return told.at
    start, end = told.at.start, told.at.end
    text = line.text
    if told.words.start > start and (before := _ADJECTIVES.search(text, 0, start - line.at.start)):
        start = line.at.start + before.start()
    if after := _WHERE.match(text, end - line.at.start):
        end = line.at.start + after.end()
    return Span(start, end)


def _inside(line: Line, at: Span) -> str:
    return line.text[at.start - line.at.start : at.end - line.at.start]


def _units(text: str) -> Iterator[str]:
    for stem in stems.content(text):
        if stem not in _CALENDAR and not stem.isdigit():
            yield _KIND_OF.get(stem, stem)


def merged(found: Sequence[Telling], known: Mapping[int, frozenset[int]]) -> list[Row]:
    """Rows in no particular order; `known` are the names of each document, for tellings that share none themselves."""
    weigh = _Weights(found)
    rows: list[Row] = []
    by_year: dict[int, list[Row]] = {}
    for telling in sorted(found, key=_finest_first):
        nested = (
            row
            for year in _years(telling.when)
            for row in by_year.get(year, ())
            if telling.when.first <= row.when.first and row.when.last <= telling.when.last
        )
        row = _home(telling, nested, weigh, known)
        if row is None:
            row = Row(telling.when)
            rows.append(row)
            by_year.setdefault(telling.when.first.year, []).append(row)
        row.tellings.append(telling)
    return rows


def _finest_first(telling: Telling) -> tuple[int, bool, int, int]:
    days = (telling.when.last - telling.when.first).days
    return days, telling.told.words is None, telling.told.document, telling.told.at.start


def _years(when: Period) -> range:
    return range(when.first.year, min(when.last.year, when.first.year + 20) + 1)


def _home(telling: Telling, rows: Iterable[Row], weigh: "_Weights", known: Mapping[int, frozenset[int]]) -> Row | None:
    best: tuple[float, Row] | None = None
    for row in rows:
        score = max(_alike(telling, other, weigh, known) for other in row.tellings[:_MEMBERS])
        if score > 0 and (best is None or score > best[0]):
            best = score, row
    return best[1] if best else None


def _alike(a: Telling, b: Telling, weigh: "_Weights", known: Mapping[int, frozenset[int]]) -> float:
    """0: two happenings. Otherwise how sure it is that they are one."""
    if a.place == b.place:
        return 3.0
    if a.when == b.when and a.told.document == b.told.document and a.told.words is None:
        # A date that was inherited inside a document belongs to what it was inherited from.
        return 2.0
    shared = (a.focus & b.wider) | (b.focus & a.wider)
    if not shared:
        return 0.0
    cover = max(weigh(x.focus & y.wider) / (weigh(x.focus) or 1.0) for x, y in ((a, b), (b, a)))
    at_odds = bool(a.near and b.near and not a.near & b.near)
    akin = bool(a.names & b.names) or _share_names(a, b, known)
    is_one = _on_one_day if a.when == b.when and a.when.first == a.when.last else _in_one_span
    return cover if is_one(a, b, shared, cover, at_odds=at_odds, akin=akin) else 0.0


def _share_names(a: Telling, b: Telling, known: Mapping[int, frozenset[int]]) -> bool:
    here, there = (known.get(telling.told.document, frozenset()) for telling in (a, b))
    return len(here & there) >= 2  # noqa: PLR2004 - one is chance: two countries do business


def _on_one_day(a: Telling, b: Telling, shared: frozenset[str], cover: float, *, at_odds: bool, akin: bool) -> bool:
    kind = bool(shared & _KIND_NAMES)
    if a.is_noun or b.is_noun:
        return akin and (kind or cover >= 0.6) and (not at_odds or bool(a.names & b.names) or _share(a, b))  # noqa: PLR2004
    common = len(a.names & b.names)
    least = 0.3 if a.told.document == b.told.document else 0.35 if common > 1 else 0.42  # noqa: PLR2004
    return len(shared) >= 3 and common > 0 and cover >= least  # noqa: PLR2004


def _share(a: Telling, b: Telling) -> bool:
    return not a.near.isdisjoint(b.names) or not b.near.isdisjoint(a.names)


def _in_one_span(a: Telling, b: Telling, shared: frozenset[str], cover: float, *, at_odds: bool, akin: bool) -> bool:
    """A month, a year: many things happen in it, so that more must agree."""
    if at_odds or not akin:
        return False
    kind = bool(shared & _KIND_NAMES)
    if a.is_noun and b.is_noun:
        return kind or cover >= 0.6  # noqa: PLR2004
    if a.is_noun or b.is_noun:
        return cover >= 0.5 and (kind or len(shared) > 1)  # noqa: PLR2004
    return cover >= 0.6 and len(shared) >= 4 and len(a.names & b.names) > 0  # noqa: PLR2004


class _Weights:
    """The rarer among the tellings at hand, the more a word says."""

    def __init__(self, found: Sequence[Telling]) -> None:
        counts = Counter(unit for telling in found for unit in telling.wider)
        self._worth = {unit: math.log(1 + (len(found) + 1) / count) for unit, count in counts.items()}

    def __call__(self, units: Iterable[str]) -> float:
        return sum(self._worth[unit] for unit in units)
