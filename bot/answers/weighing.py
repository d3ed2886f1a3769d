"""Sentences of documents -> candidates for a brief: what speaks for each, as shares from 0 to 1."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from bot.answers import quoting, reading, stems
from bot.answers.choosing import Candidate
from bot.answers.happenings import Row
from bot.store.lookups import Line, Seen, Stored

_MANY_FACTS = 5
_MANY_TELLINGS = 4
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
    worth = _worth([documents[number].title for number in lines], chain.from_iterable(lines.values()))
    found: list[Candidate] = []
    for document, sentences in lines.items():
        headline = {stem: worth[stem] for stem in stems.content(documents[document].title)}
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
                    opens=rank == 0,
                    document=scores[document] / most,
                    recency=1 - newest.index(document) / len(newest),
                )
            )
    return found


def _worth(titles: Iterable[str], lines: Iterable[Line]) -> dict[str, float]:
    """For each stem of the titles: the rarer it is in the sentences at hand, the more it says; in none: nothing."""
    wanted = {stem for title in titles for stem in stems.content(title)}
    texts = [stems.content(line.text) for line in lines]
    spread = Counter(stem for text in texts for stem in wanted.intersection(text))
    return {stem: math.log(1 + len(texts) / spread[stem]) if spread[stem] else 0.0 for stem in wanted}


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
