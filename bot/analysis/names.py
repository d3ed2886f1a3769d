"""Names of one document: the recogniser's spans made consistent. Come here when one is cut, typed or linked wrongly."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from bot.analysis.candidates import (
    Capitals,
    adjoin,
    bodies,
    capitalised,
    dateline_places,
    given,
    initialed,
    joint_bodies,
    listed,
    origins,
    rows,
    teams,
    titled,
    widely_known,
    widened,
)
from bot.analysis.evidence import Votes, best, spread, votes
from bot.analysis.families import heard_in_headings, people_by_family
from bot.analysis.gazetteer import is_people
from bot.analysis.links import acronyms, fullest, is_full_person, surname
from bot.analysis.pieces import pieces, shortened
from bot.analysis.recogniser import Found
from bot.analysis.spans import cleaned, is_name
from bot.analysis.titles import is_title
from bot.model import Kind, Occurrence, Sentence, Span
from bot.words import STOP_WORDS
from bot.words import folded as plainly_folded

_DOUBTED: Final = 0.7  # votes a mention: only the recogniser takes the single word for a person
folded = lru_cache(maxsize=4096)(plainly_folded)


def names_of(
    text: str, found: Sequence[Found], sentences: Sequence[Sentence], *, stored: str
) -> tuple[Occurrence, ...]:
    """`text` in flowing form, `stored` as the document has it: surfaces are its words.

    In titles and headings only names that the text itself has are found.
    """
    lines = _Lines(sentences)
    capitals = capitalised(text)
    written = list(origins(text))
    mentions = _mentions(text, found, capitals, written)
    pairs = acronyms(text)
    mentions = _joined(mentions, [Found(a, b, "ORGANISATION") for a, b, _, _ in pairs], replace=True)
    mentions = _joined(mentions, [Found(c, d, "ORGANISATION") for _, _, c, d in pairs], replace=True)
    low = {word for word in text.split() if word.islower()}
    mentions = shortened(text, mentions, low)
    stated = {one.start for one in written}
    body = [
        (one, folded(text[one.start : one.end]))
        for one in mentions
        if one.start in stated or not lines.is_heading(one.start)
    ]
    counted = votes(text, body)
    heard_in_headings(_headings(text, mentions, lines), counted, body)
    spread(text, body, counted)
    kinds: dict[str, Kind] = {key: best(mine) for key, mine in counted.items() if mine}
    for key in _accidents(body, kinds, counted, lines, low):
        del kinds[key]
    surfaces = _surfaces(text, body)
    kinds = people_by_family(low, kinds, surfaces, counted, body)
    short = {folded(text[c:d]): folded(text[a:b]) for a, b, c, d in pairs}
    full = fullest(kinds, surfaces, {key: long for key, long in short.items() if long in kinds and key in kinds})
    known = _Known(kinds, surfaces, full)
    everywhere = _joined([one for one, _ in body], _repeats(text, capitals, known, lines, low), replace=False)
    return tuple(
        Occurrence(
            known.kind(key),
            stored[one.start : one.end],
            known.name(key),
            Span(one.start, one.end),
            lines.index(one.start),
        )
        for one in everywhere
        if (key := folded(text[one.start : one.end])) in kinds or key in full
    )


def _headings(text: str, mentions: Sequence[Found], lines: "_Lines") -> Iterable[str]:
    for one in mentions:
        if one.kind == "PERSON" and lines.is_heading(one.start):
            yield text[one.start : one.end]


class _Lines:
    """Which sentence an offset lies in, and whether that one is text or only a title."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.at.start for sentence in sentences]

    def index(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def is_heading(self, offset: int) -> bool:
        return self._sentences[self.index(offset)].kind in ("title", "heading")

    def opens(self, offset: int) -> bool:
        return self._starts[self.index(offset)] == offset


class _Known:
    """What the document's names are: kind and fullest form of each key, and where to look for more of them."""

    def __init__(
        self, kinds: Mapping[str, Kind], surfaces: Mapping[str, str], full: dict[str, tuple[str, Kind]]
    ) -> None:
        self._kinds, self._surfaces, self._full = kinds, surfaces, full
        people = [key for key, kind in kinds.items() if kind == "PERSON" and is_full_person(surfaces[key])]
        surnames = Counter(surname(key) for key in people)
        for key in people:
            short = surname(key)
            if surnames[short] == 1 and short not in kinds and short not in full:
                full[short] = (key, "PERSON")
        self._offices = {short for key in people if is_title(short := surname(surfaces[key]))}
        self._index: dict[str, list[str]] = defaultdict(list)
        spellings = {surfaces[key] for key in kinds} | {surname(surfaces[key]) for key in people}
        for words in sorted(spellings, key=len, reverse=True):
            self._index[words.split()[0].lower()].append(words)

    def kind(self, key: str) -> Kind:
        return self._full[key][1] if key in self._full else self._kinds[key]

    def name(self, key: str) -> str:
        return self._surfaces[self._full[key][0] if key in self._full else key]

    def is_surname(self, word: str, before: str) -> bool:
        """ "King" where the text tells of Bo King; "the king" is one."""
        return word in self._offices and not before.endswith((" the", " a", "The", "A"))

    def starting(self, word: str) -> Iterable[str]:
        return self._index.get(word.lower(), ())


def _mentions(text: str, found: Sequence[Found], capitals: Capitals, written: Sequence[Found]) -> list[Found]:
    """The recogniser's names, cleaned, then what it missed."""
    mentions = [good for one in found for part in pieces(text, one) if (good := cleaned(text, part)) is not None]
    mentions = _joined(mentions, [*dateline_places(text), *written], replace=True)
    mentions = _joined(mentions, [*joint_bodies(text), *teams(text, capitals)], replace=True)
    mentions = _joined(mentions, list(widened(text, capitals, mentions)), replace=True)
    for more in (widely_known, bodies, titled, initialed, given, rows):
        mentions = _joined(mentions, list(more(text, capitals)), replace=False)
    return _joined(mentions, list(listed(text, capitals, mentions)), replace=False)


def _apart(found: Iterable[Found]) -> list[Found]:
    """In order of text; of those that overlap the first, the longer of two that begin together."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


def _joined(first: Sequence[Found], more: Sequence[Found], *, replace: bool) -> list[Found]:
    """Both in order of text without overlaps; where two overlap `more` gives way, unless it is to replace."""
    if not more:
        return _apart(first)
    winners, losers = (more, first) if replace else (first, more)
    taken = _apart(winners)
    starts = [one.start for one in taken]
    kept = list(taken)
    for one in losers:
        at = bisect_right(starts, one.start)
        free_before = at == 0 or taken[at - 1].end <= one.start
        if free_before and (at == len(taken) or taken[at].start >= one.end):
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    return kept


def _accidents(
    body: Sequence[tuple[Found, str]],
    kinds: Mapping[str, Kind],
    counted: Mapping[str, Votes],
    lines: _Lines,
    low: Collection[str],
) -> set[str]:
    """Single words taken for a person only because they open a sentence, as all words do there with a capital.

    Nor is a common word of the text a person, "Creamery" beside "the creamery", if only the recogniser says so.
    """
    opening = {key for one, key in body if lines.opens(one.start)}
    elsewhere = {key for one, key in body if not lines.opens(one.start)}
    times = Counter(key for _, key in body)
    lone = [key for key, kind in kinds.items() if kind == "PERSON" and " " not in key]
    parts = {part for key, kind in kinds.items() if kind == "PERSON" and " " in key for part in key.split()}
    return {
        key
        for key in lone
        if (key in opening - elsewhere and counted[key]["PERSON"] < 1)
        or (key in low and key not in parts and counted[key]["PERSON"] < _DOUBTED * times[key])
    }


def _surfaces(text: str, body: Sequence[tuple[Found, str]]) -> dict[str, str]:
    """How each name is shown: its most frequent spelling, one in capitals only if there is no other."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one, key in body:
        counts[key][" ".join(text[one.start : one.end].split())] += 1
    return {key: max(forms, key=lambda form: (not form.isupper(), forms[form])) for key, forms in counts.items()}


def _repeats(text: str, capitals: Capitals, known: _Known, lines: _Lines, low: Collection[str]) -> list[Found]:
    """Further places where a name of the document stands, in headings too. Longer names win."""
    found: list[Found] = []
    done = 0
    for i, match in enumerate(capitals):
        start = match.start()
        if start < done:
            continue
        for words in known.starting(match.group()):
            end = start + len(words)
            there = text[start:end]
            if there != words and not (there == words.upper() and len(words) > 3):  # noqa: PLR2004  "US" is "us" in capitals
                continue
            if end < len(text) and (text[end].isalnum() or text[end] in "-_@"):
                continue
            if not is_name(words) and not known.is_surname(words, text[max(start - 5, 0) : start].rstrip()):
                continue
            if " " not in words and not lines.is_heading(start):
                if _is_part(text, capitals, i):
                    continue
                if lines.opens(start) and (words.lower() in low or words.lower() in STOP_WORDS):
                    continue
            found.append(Found(start, end, "OTHER"))
            done = end
            break
    return found


def _is_part(text: str, capitals: Capitals, i: int) -> bool:
    """Whether a word's neighbours make it part of some longer name that the document's own do not explain."""
    if i + 1 < len(capitals) and adjoin(text, capitals[i], capitals[i + 1]):
        return True
    if not i or not adjoin(text, capitals[i - 1], capitals[i]):
        return False
    before = capitals[i - 1].group()
    return not (is_title(before) or is_people(before) or before.lower() in STOP_WORDS)
