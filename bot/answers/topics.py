"""What a timeline or brief is about -> the sentences in question: those of a name, or those that hold the words."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answers import naming, stems
from bot.answers.asking import asking
from bot.answers.search import weights_of
from bot.store.lookups import Known, Lookups, Seen, Wanted

_OCCURRENCES = 6000
_DOCUMENTS = 60
_COVERED = 0.75
"""A sentence is about some words when it holds this much of what they weigh."""


@dataclass(frozen=True, slots=True)
class Topic:
    """`places`: sentences (document, ordinal) about it; `seen`: where the name stands, if it is one."""

    names: tuple[Known, ...]
    places: frozenset[tuple[int, int]]
    seen: tuple[Seen, ...] = ()


def named(lookups: Lookups, about: str) -> tuple[Known, ...]:
    """The names a topic may mean: spelled just so, or one whose every word but a title was given."""
    exact = naming.exact(lookups, about).names
    if exact:
        return exact
    if about[:1].isupper() and (one := naming.meant(lookups, about, similar=0).one):
        return (one,)
    return ()


def topic(lookups: Lookups, about: str) -> Topic:
    names = named(lookups, about)
    return _of_names(lookups, names) if names else Topic((), frozenset(_of_words(lookups, about)))


def _of_names(lookups: Lookups, names: tuple[Known, ...]) -> Topic:
    seen = tuple(lookups.where([name.id for name in names], limit=_OCCURRENCES))
    spoken = (told for name in names for told in lookups.statements(name.id))
    places = {(each.document, each.sentence) for each in seen} | {(t.document, t.sentence) for t in spoken}
    return Topic(names, frozenset(places), seen)


def _of_words(lookups: Lookups, about: str) -> Iterable[tuple[int, int]]:
    asked = asking(about)
    every = tuple((word,) for word in asked.words) + asked.phrases
    ranked = lookups.ranked(Wanted(some=(), every=every, never=asked.never), _DOCUMENTS)
    weights = weights_of(lookups, asked)
    whole = sum(weights.values())
    for lines in lookups.lines(each.document for each in ranked).values():
        for line in lines:
            held = weights.keys() & set(stems.stems(line.text))
            if sum(weights[stem] for stem in held) >= _COVERED * whole:
                yield line.document, line.ordinal
