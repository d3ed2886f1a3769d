"""What a timeline is about -> the sentences in question: those of a name, or those that hold the words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answers import naming, stems
from bot.answers.asking import asking, weights_of
from bot.answers.matching import rows_in
from bot.model import Span
from bot.store.lookups import Known, Lookups, Seen, Wanted
from bot.words import plain

Place = tuple[int, int]
"""A sentence: (document, ordinal)."""

_OCCURRENCES = 3000
_DOCUMENTS = 60
_FAR_MORE = 4  # times as many documents,
_SOME, _PAIR = 2, 2  # of so many at least; words
_FREQUENT = 300
"""A name that stands so often is not looked for in places where it was not recognised."""
_COVERED = 0.75
"""A row of a timeline is about some words when its sentence holds this much of what they weigh."""


@dataclass(frozen=True, slots=True)
class Topic:
    """`places`: sentences (document, ordinal) about it; `spans`: where in them the name or the words stand."""

    names: tuple[Known, ...]
    places: frozenset[Place]
    spans: Mapping[Place, Sequence[Span]]


def named(lookups: Lookups, about: str) -> tuple[Known, ...]:
    """The names a topic may mean: spelled just so, or one whose every word but a title was given."""
    exact = naming.exact(lookups, about).names
    if exact:
        return () if _is_of_two(lookups, about, exact) else exact
    if about[:1].isupper() and (one := naming.meant(lookups, about, similar=0).one):
        return () if _is_of_two(lookups, about, (one,)) else (one,)
    return ()


def _is_of_two(lookups: Lookups, about: str, names: tuple[Known, ...]) -> bool:
    """ "Acme Nordwind", read as one name in some headline, is two to the many that speak of both."""
    words = [word.group() for word in stems.words(plain(about))]
    if len(words) != _PAIR or any(name.kind == "PERSON" for name in names):
        return False
    both = lookups.holding((words[0],)) & lookups.holding((words[1],))
    return len(both) >= _FAR_MORE * max(_SOME, len(lookups.documents_naming(name.id for name in names)))


def topic(lookups: Lookups, about: str) -> Topic:
    names = named(lookups, about)
    if names:
        return of_names(lookups, names, about)
    spans = dict(_of_words(lookups, about))
    return Topic((), frozenset(spans), spans)


def of_names(lookups: Lookups, names: tuple[Known, ...], about: str) -> Topic:
    seen = lookups.where([name.id for name in names], limit=_OCCURRENCES)
    if len(seen) < _FREQUENT:
        seen += _spelled_out(lookups, names[0], about)
    spans: dict[Place, list[Span]] = {}
    for each in seen:
        spans.setdefault((each.document, each.sentence), []).append(each.at)
    spoken = {(told.document, told.sentence) for name in names for told in lookups.statements(name.id)}
    return Topic(names, frozenset(spans.keys() | spoken), spans)


def _spelled_out(lookups: Lookups, name: Known, about: str) -> Iterator[Seen]:
    """Where the words asked for stand just so: what a rare name was not recognised in."""
    words = tuple(word.group() for word in stems.words(naming.key(about)))
    phrase = tuple(map(stems.stem, words))
    ranked = lookups.ranked(Wanted(some=(), every=(words,)), _DOCUMENTS)
    for lines in lookups.lines(each.document for each in ranked).values():
        for line in lines:
            if line.text.isascii() and not _may_hold(line.text.lower(), words):
                continue
            found = rows_in(stems.row(line.text), phrase)
            words_ = list(stems.words(line.text)) if found else ()
            for first, last in found:
                at = Span(line.at.start + words_[first].start(), line.at.start + words_[last].end())
                yield Seen(line.document, line.ordinal, name.id, name.kind, at)


def _may_hold(lower: str, words: Iterable[str]) -> bool:
    """Whether its letters could be these words': a stem keeps the first three."""
    return all(word[:3] in lower for word in words)


def _of_words(lookups: Lookups, about: str) -> Iterator[tuple[Place, list[Span]]]:
    asked = asking(about)
    every = tuple((word,) for word in asked.words) + asked.phrases
    ranked = lookups.ranked(Wanted(some=(), every=every, never=asked.never), _DOCUMENTS)
    for parts in asked.lettered:
        holding = lookups.holding(parts, ("".join(parts),))
        ranked = [each for each in ranked if each.document in holding]
    weights = weights_of(lookups, asked)
    whole = sum(weights.values())
    for lines in lookups.lines(each.document for each in ranked).values():
        for line in lines:
            row = stems.row(line.text)
            held = weights.keys() & row
            if held and sum(weights[stem] for stem in held) >= _COVERED * whole:
                start, found = line.at.start, zip(stems.words(line.text), row, strict=True)
                spans = [Span(start + word.start(), start + word.end()) for word, stem in found if stem in held]
                yield (line.document, line.ordinal), spans
