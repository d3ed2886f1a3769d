"""Chosen sentences -> the order in which they read as a text: an opening, what belongs to it, then other stories."""

from collections.abc import Callable, Container, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from bot.answers import reading, standalone
from bot.answers.choosing import Candidate
from bot.store.lookups import Line, Stored

_OPENERS = 4  # of the best, one opens
_NEAR_THE_TOP = 0.5
_EASY = 0.8  # how well it reads alone
_AKIN, _SHARED = 0.33, 3
"""Two documents tell one story, though nobody has noted it, when they share so much of the names of the one that names
fewer, and so many at least."""
_APART = 30  # days between two documents: not one story, whatever they share


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of documents: `names`: those that stand in each; `linked`: which of them share a story."""

    documents: Mapping[int, Stored]
    names: Mapping[int, AbstractSet[int]]
    linked: Container[int]

    def akin(self, a: int, b: int) -> bool:
        """They tell one story, or name the same at one time, and nobody has found two stories of which they are."""
        one, other = self.documents[a], self.documents[b]
        if one.story is not None and one.story == other.story:
            return True
        days = _day(one), _day(other)
        apart = days[0] and days[1] and abs((days[0] - days[1]).days) > _APART
        if apart or (a in self.linked and b in self.linked):
            return False
        here, there = self.names.get(a, frozenset[int]()), self.names.get(b, frozenset[int]())
        return len(here & there) >= max(_SHARED, _AKIN * min(len(here), len(there)))


def in_order(
    picked: Sequence[Candidate],
    known: Known,
    unknown: Callable[[Line], int] = lambda _: 0,
) -> list[Line]:
    """`picked`: the best first. Each story in one piece, in the order of its days; the opening's, then the newest.

    `unknown`: how much a sentence that comes first leaves open of whom it speaks of.
    """
    if not picked:
        return []
    opener = _opener(picked, known, unknown)
    stories = _stories([opener, *(each for each in picked if each is not opener)], known)
    first, *others = stories
    others.sort(key=lambda story: _newest(story, known.documents), reverse=True)
    return [
        opener.line,
        *(each.line for story in (first, *others) for each in _told(story, known.documents) if each is not opener),
    ]


def _opener(
    picked: Sequence[Candidate],
    known: Known,
    unknown: Callable[[Line], int],
) -> Candidate:
    """The best that can open, or of all of them that which can; of its story, where several can, the earliest."""
    fit = {each.place: _flaws(each, unknown) for each in picked}
    best = min(picked[:_OPENERS], key=lambda each: fit[each.place])
    if any(fit[best.place][:2]):
        best = min(picked, key=lambda each: fit[each.place])
    able = [each for each in picked[:_OPENERS] if fit[each.place] == fit[best.place] and _is_one(each, best, known)]
    return min(able or [best], key=lambda each: _day(known.documents[each.line.document]) or date.max)


def _flaws(each: Candidate, unknown: Callable[[Line], int]) -> tuple[bool, int, bool]:
    text = each.line.text
    leans = reading.leans(text) or reading.dangles(text) or standalone.bare_head(text) is not None
    return (
        leans or standalone.is_speech(text) or standalone.opens_with_speech(text) or standalone.ease(text) < _EASY,
        unknown(each.line),
        each.position < _NEAR_THE_TOP,
    )


def _stories(picked: Sequence[Candidate], known: Known) -> list[list[Candidate]]:
    """Of one story are documents that were found to be, and those that name the same. Who could belong to two stories
    joins the first, so that it does not make one of them.
    """
    found: list[list[Candidate]] = []
    for each in picked:
        home = next((story for story in found if any(_is_one(each, other, known) for other in story)), None)
        if home is None:
            found.append([each])
        else:
            home.append(each)
    return found


def _is_one(a: Candidate, b: Candidate, known: Known) -> bool:
    return a.line.document == b.line.document or known.akin(a.line.document, b.line.document)


def _told(story: Sequence[Candidate], documents: Mapping[int, Stored]) -> list[Candidate]:
    """By their documents' days; an undated one by where its best sentence stands among the others."""
    rank = {each.line.document: -place for place, each in reversed(list(enumerate(story)))}
    days = [day for each in story if (day := _day(documents[each.line.document]))]
    start = min(days, default=date.min)

    def key(each: Candidate) -> tuple[date, int, int]:
        document = each.line.document
        return _day(documents[document]) or start, -rank[document], each.line.ordinal

    return sorted(story, key=key)


def _newest(story: Sequence[Candidate], documents: Mapping[int, Stored]) -> date:
    """Undated ones come last."""
    return max((day for each in story if (day := _day(documents[each.line.document]))), default=date.min)


def _day(document: Stored) -> date | None:
    return document.published.value.first if document.published.value else None
