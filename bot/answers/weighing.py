"""Sentences of documents -> candidates for a brief: what speaks for each, as shares from 0 to 1."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from bot.answers import quoting, reading, stems
from bot.answers.choosing import Candidate
from bot.answers.happenings import Row
from bot.store.lookups import Line, Seen, Stored

_MANY_FACTS = 5
_MANY_TELLINGS = 4
_LEADS = 2  # sentences that open a text
_FIGURE = re.compile(r"\d[\d.,]*")

Place = tuple[int, int]


def candidates_of(
    relevance: Callable[[Line], float],
    lines: Mapping[int, Sequence[Line]],
    documents: Mapping[int, Stored],
    *,
    scores: Mapping[int, float],
    seen: Sequence[Seen],
    rows: Sequence[Row],
) -> list[Candidate]:
    """The sentences that are about it. `scores`: how much each document is; `rows`: the happenings they tell."""
    newest = sorted(lines, key=lambda document: _day(documents[document]), reverse=True)
    most = max((scores[document] for document in lines), default=1.0) or 1.0
    names = Counter((each.document, each.sentence) for each in seen)
    told, happenings = _told(rows), _happenings(rows)
    worth = _Worth([line for sentences in lines.values() for line in sentences])
    found: list[Candidate] = []
    for document, sentences in lines.items():
        headline = {stem: worth(stem) for stem in stems.content(documents[document].title)}
        prose = [line for line in sentences if quoting.is_prose(line)]
        for rank, line in enumerate(prose):
            share = relevance(line)
            if share <= 0:
                continue
            place = document, line.ordinal
            facts = names[place] + len(_FIGURE.findall(line.text))
            found.append(
                Candidate(
                    line=line,
                    relevance=share,
                    headline=headline,
                    position=1 / (1 + rank / 3),
                    facts=min(1.0, facts / _MANY_FACTS),
                    told=told.get(place, 0.0),
                    happening=happenings.get(place),
                    story=documents[document].story,
                    opens=rank < _LEADS,
                    document=scores[document] / most,
                    recency=1 - newest.index(document) / len(newest),
                )
            )
    return found


class _Worth:
    """The rarer a word is in the sentences at hand, the more it says."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._spread = Counter(chain.from_iterable(frozenset(stems.content(line.text)) for line in lines))
        self._of = len(lines)

    def __call__(self, stem: str) -> float:
        """Of a word that stands in none of them, as titles have: nothing."""
        return math.log(1 + self._of / self._spread[stem]) if self._spread[stem] else 0.0


def _day(document: Stored) -> int:
    return document.published.value.first.toordinal() if document.published.value else 0


def _told(rows: Sequence[Row]) -> dict[Place, float]:
    """For the sentence that tells a happening most fully: how much others speak of it too."""
    found: dict[Place, float] = {}
    for row in rows:
        fullest = min(row.tellings, key=lambda telling: reading.fullness(telling, row.when))
        times = len({telling.place for telling in row.tellings})
        found[fullest.place] = max(found.get(fullest.place, 0.0), min(1.0, (times - 1) / (_MANY_TELLINGS - 1)))
    return found


def _happenings(rows: Sequence[Row]) -> dict[Place, int]:
    """The happening that a sentence itself tells, not one it only refers to ("since the 2020 standoff")."""
    return {
        telling.place: number
        for number, row in enumerate(rows)
        for telling in row.tellings
        if not telling.is_noun and telling.told.words is not None
    }
