"""The key names and key dates below a brief: which of many, each once, with a sentence that reads alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answers import reading, standalone, stems, timeline
from bot.answers.answer import Entry, NameCount
from bot.answers.happenings import Row, Telling
from bot.answers.weighing import Place
from bot.model import Period
from bot.store.lookups import Line, Lookups, Seen
from bot.words import folded, plain, tokens

_NAMES, _DATES = 8, 5
_LOOKED_AT = 3 * _NAMES
_COPIED = 0.75  # of the words of a sentence
_READS = 0.8  # how well a date's sentence has to stand alone
_LENT = ("read against “", "its year from “")  # the words of another date follow
_COUNTED = "counted from"  # "a year later": too vague where it gives no more than a year
_READ_AGAINST = "read against"  # "in the third quarter": of a match as often as of a year


def key_names(lookups: Lookups, seen: Iterable[Seen], *, asked: Iterable[int], about: str) -> tuple[NameCount, ...]:
    """Those that stand most often beside what was `asked`; not its own words again, nor one name in two forms."""
    counts = Counter(each.name for each in seen)
    for own in asked:
        counts.pop(own, None)
    known = lookups.named(number for number, _ in counts.most_common(_LOOKED_AT))
    found = [NameCount(plain(name.name), name.kind, counts[name.id], id=name.id) for name in known.values()]
    found.sort(key=lambda name: (-name.count, name.name))
    words = set(tokens(about))
    kept: dict[str, NameCount] = {}
    for name in found:
        if (
            not set(tokens(name.name)) <= words
            and not any(_is_part(name, other) for other in found)
            and not _is_pair(name, found)
        ):
            kept.setdefault(folded(name.name), name)
    return tuple(kept.values())[:_NAMES]


def _is_part(name: NameCount, other: NameCount) -> bool:
    """ "Lee" beside "Ann Lee"; of "Saints" and "New Orleans Saints" the rarer."""
    if name.kind != other.kind:
        return False
    own, its = _words(name.name), _words(other.name)
    if own == its:
        return False
    if name.kind == "PERSON":
        return set(own) < set(its)
    rarer = name.count <= other.count if len(own) < len(its) else name.count < other.count
    size = min(len(own), len(its))
    return rarer and own[-size:] == its[-size:]


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(folded(name).split())


def _is_pair(name: NameCount, found: Sequence[NameCount]) -> bool:
    """ "Lee and Cole" beside both."""
    parts = [set(part.split()) for part in folded(name.name).replace("&", "and").split(" and ")]
    people = [set(folded(other.name).split()) for other in found if other.kind == "PERSON"]
    return len(parts) > 1 and all(any(part <= whole for whole in people) for part in parts)


def key_dates(lookups: Lookups, rows: Iterable[Row], places: set[Place], above: Sequence[Line]) -> tuple[Entry, ...]:
    """The dates that most of these sentences speak of, in order, each once; not those whose sentence stands above, in
    the same words or nearly.
    """
    rows = [row for row in rows if _is_stated(row) and any(telling.place in places for telling in row.tellings)]
    dated = [each for row in rows if (each := _dated(row, places, above))]
    dated.sort(key=lambda each: each.weight, reverse=True)
    shown: dict[Period, _Dated] = {}
    for each in dated:
        told = any(other.place == each.place for other in shown.values())
        if not told and not any(_holds(each.row.when, other.when) for other in rows):
            shown.setdefault(each.row.when, each)
    return timeline.entries_of(lookups, [each.row for each in list(shown.values())[:_DATES]])


@dataclass(frozen=True, slots=True)
class _Dated:
    """A row with the sentences that can be shown for it; `place`: the first of them."""

    row: Row
    place: Place
    weight: tuple[int, int, int]


def _dated(row: Row, places: set[Place], above: Sequence[Line]) -> _Dated | None:
    within = [telling for telling in row.tellings if telling.place in places]
    standing = {(line.document, line.ordinal) for line in above}
    if any(telling.place in standing for telling in row.tellings):
        return None
    shown = [telling for telling in within if _reads(telling) and not _is_copy(telling.line, above)]
    if not shown:
        return None
    best = min(shown, key=lambda telling: reading.fullness(telling, row.when))
    return _Dated(Row(row.when, shown), best.place, Row(row.when, within).weight)


def _is_copy(line: Line, above: Sequence[Line]) -> bool:
    """Most of its words stand in one of these: a sentence that was handed on."""
    words = set(stems.content(line.text))
    return any(len(words.intersection(stems.content(other.text))) >= _COPIED * len(words) for other in above)


def _reads(telling: Telling) -> bool:
    """It states the date and stands alone."""
    text = telling.line.text
    if telling.told.words is None or reading.dangles(text) or not reading.ends(text) or _is_in_a_name(telling):
        return False
    return standalone.ease(text) * standalone.known_head(text, lambda _: False) >= _READS


def _is_in_a_name(telling: Telling) -> bool:
    """ "Windows Server 2012", "London 2012": a year behind a capital letter, and no preposition."""
    words, line = telling.told.words, telling.line
    if words is None:
        return False
    start, end = words.start - line.at.start, words.end - line.at.start
    before = line.text[:start].split()
    return line.text[start:end].isdigit() and len(before) > 1 and before[-1].isalpha() and before[-1][0].isupper()


def _is_stated(row: Row) -> bool:
    """Somebody gives the date in words, and its year was not taken from just any other date in the text."""
    return any(
        telling.told.words is not None
        and not telling.told.basis.startswith(_LENT)
        and not (row.when.precision == "year" and telling.told.basis.startswith(_COUNTED))
        and not (row.when.precision == "quarter" and telling.told.basis.startswith(_READ_AGAINST))
        for telling in row.tellings
    )


def _holds(coarse: Period, fine: Period) -> bool:
    """The finer date says what the coarser one leaves open."""
    return coarse != fine and coarse.first <= fine.first and fine.last <= coarse.last
