"""Persons: when one full name is two people, and when two ways of writing are one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.linking.forms import GENERATIONS, fields, is_initial, key, offices
from bot.linking.library import ENOUGH, Group, Library, group_kind, joined, keys, surname
from bot.model import LocalName

_KNOWN_BY_ONE_WORD = 100  # documents: who is called by one word in more of them is one famous person
_COMMON = 3  # bearers of a surname, from which on the bare surname is nobody's
_FAR_AHEAD = 10  # times more often than all others of the surname


def namesakes(group: Group, library: Library) -> list[Group]:
    """One full name: apart where offices or walks of life disagree and the documents share nothing else."""
    besides = keys(group)
    if not any(
        _disagree(a, b) and library.shared(a.document, b.document, besides) < ENOUGH
        for a, b in combinations(_profiles(group), 2)
    ):
        return [group]
    return joined(
        [[name] for name in group],
        (
            (i, j)
            for (i, a), (j, b) in combinations(enumerate(group), 2)
            if _agree(a, b) or library.shared(a.document, b.document, besides) >= ENOUGH
        ),
    )


def mononyms(group: Group, library: Library, *, bearers: int) -> list[Group]:
    """One word for a person: one where the documents have more in common, or where it is in very many of them."""
    if len(group) > _KNOWN_BY_ONE_WORD:
        return [group] if bearers < _COMMON else [[name] for name in group]
    besides = keys(group)
    return joined(
        [[name] for name in group],
        (
            (i, j)
            for (i, a), (j, b) in combinations(enumerate(group), 2)
            if a.document == b.document or library.shared(a.document, b.document, besides) >= ENOUGH
        ),
    )


def same_persons(groups: Sequence[Group], library: Library) -> Iterator[tuple[int, int]]:
    """ "John Kennedy" and "John F. Kennedy", where nobody else has these two names and the documents are related."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, words in _persons(groups):
        if len(words) > 1:
            alike[words[0], surname(words)].append(place)
    for places in alike.values():
        words = {place: _words(groups[place]) for place in places}
        if len({tuple(each) for each in words.values()}) < len(places):
            continue  # namesakes: which of them the other form means is open
        if all(_compatible(words[a], words[b]) for a, b in combinations(places, 2)):
            yield from ((a, b) for a, b in combinations(places, 2) if library.related(groups[a], groups[b]))


def bare_surnames(groups: Sequence[Group], library: Library) -> Iterator[tuple[int, int]]:
    """A bare surname, or one with an initial, is the only related person of that surname."""
    bearers: dict[str, list[int]] = defaultdict(list)
    short: list[tuple[int, list[str]]] = []
    for place, words in _persons(groups):
        if len(words) == 1 or is_initial(words[0]):
            short.append((place, words))
        else:
            bearers[surname(words)].append(place)
    for place, words in short:
        meant = [each for each in bearers[words[-1]] if _begins(groups[each], words)]
        chosen = _far_ahead(groups, meant, words[-1]) if len(words) == 1 else None
        related = [each for each in meant if _elsewhere(groups[each], groups[place])]
        related = [each for each in related if not _at_odds(groups[each], groups[place])]
        related = [each for each in related if library.related(groups[each], groups[place])]
        if chosen is not None and chosen in related:
            yield place, chosen
        elif len(related) == 1:
            yield place, related[0]


def _persons(groups: Sequence[Group]) -> Iterator[tuple[int, list[str]]]:
    for place, group in enumerate(groups):
        if group_kind(group) == "PERSON":
            yield place, _words(group)


def _words(group: Group) -> list[str]:
    """The fullest key of a group."""
    return min(keys(group), key=lambda each: (-len(each.split()), -len(each), each)).split()


def _begins(group: Group, words: Sequence[str]) -> bool:
    return len(words) == 1 or _words(group)[0].startswith(words[0])


def _elsewhere(a: Group, b: Group) -> bool:
    """A document that has both and kept them apart knows that they are two."""
    return not {name.document for name in a} & {name.document for name in b}


def _at_odds(a: Group, b: Group) -> bool:
    """ "Senator Holt" is not Ann Holt the goalkeeper."""
    of_a, of_b = (fields(role for name in group for role in name.roles) for group in (a, b))
    return bool(of_a and of_b) and not of_a & of_b


def _far_ahead(groups: Sequence[Group], meant: Sequence[int], word: str) -> int | None:
    """Whom documents that give the full name call by the bare surname, where one is called so far more than others."""
    calls = {place: sum(_is_called(name, word) for name in groups[place]) for place in meant}
    for place, times in calls.items():
        if times >= _FAR_AHEAD * max(1, sum(calls.values()) - times):
            return place
    return None


def _is_called(name: LocalName, word: str) -> bool:
    return any(key(surface, "PERSON") == word for surface, _ in name.surfaces)


def _compatible(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words between first name and surname, and "Jr", can be one person's."""
    if GENERATIONS.intersection(a) != GENERATIONS.intersection(b):
        return False
    middle_a, middle_b = _middle(a), _middle(b)
    if not middle_a or not middle_b:
        return True
    return len(middle_a) == len(middle_b) and all(
        x == y or (is_initial(x) and y.startswith(x)) or (is_initial(y) and x.startswith(y))
        for x, y in zip(middle_a, middle_b, strict=True)
    )


def _middle(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in GENERATIONS][1:-1]


def _profiles(group: Group) -> list[LocalName]:
    return [name for name in group if name.roles]


def _disagree(a: LocalName, b: LocalName) -> bool:
    if a.document == b.document:
        return False
    fields_a, fields_b = fields(a.roles), fields(b.roles)
    if fields_a and fields_b and not fields_a & fields_b:
        return True
    return _offices_differ(a, b)


def _offices_differ(a: LocalName, b: LocalName) -> bool:
    """Two mayors of two towns: the same office, both say whose, and not the same."""
    of_a, of_b = offices(a.roles), offices(b.roles)
    return any(of_a[each] and of_b[each] and not of_a[each] & of_b[each] for each in of_a.keys() & of_b.keys())


def _agree(a: LocalName, b: LocalName) -> bool:
    if a.document == b.document:
        return True
    return bool(fields(a.roles) & fields(b.roles)) and not _offices_differ(a, b)
