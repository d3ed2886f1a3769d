"""What the documents of a library share by their names, and groups of names that grow together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import log
from typing import TypeVar

from bot.linking.forms import GENERATIONS, has_legal_suffix, key
from bot.model import Kind, LocalName

ENOUGH = 3.0
"""How much two documents must share to speak of the same people: one rare name, or several frequent ones."""
_MAYBE_A_PLACE = 0.5
_ORDER: tuple[Kind, ...] = ("PERSON", "PLACE", "ORGANISATION", "OTHER")

Group = list[LocalName]
GiveWay = Callable[[], None]
"""Called often in long work on a thread of its own: whoever has others waiting for the interpreter sleeps in it."""
T = TypeVar("T")


def go_on() -> None:
    """Nobody waits."""


class Library:
    """The names of each document, weighed by how rare they are."""

    def __init__(self, names: Sequence[LocalName], *, give_way: GiveWay = go_on) -> None:
        self._names: dict[int, set[str]] = defaultdict(set)
        for name in names:
            give_way()
            self._names[name.document].add(key(name.name, name.kind))
        held = Counter(each for there in self._names.values() for each in there)
        self._openings = {opening for name in names if name.kind == "ORGANISATION" for opening in _openings(name)}
        self._weight = {each: log(1 + len(self._names) / times) for each, times in held.items()}

    def shared(self, a: int, b: int, besides: frozenset[str]) -> float:
        """How much two documents share besides these names."""
        there = (self._names[a] & self._names[b]) - besides
        return sum(sorted(self._weight[each] for each in there))  # sorted: a sum must not depend on a set's order

    def related(self, a: Group, b: Group) -> bool:
        """Whether a document of one group speaks of the same things as a document of the other."""
        besides = keys(a) | keys(b)
        return any(
            one.document != other.document and self.shared(one.document, other.document, besides) >= ENOUGH
            for one in a
            for other in b
        )

    def opens_a_body(self, spelled: str) -> bool:
        """Whether a body's name begins so and goes on: "Harbour Maid Dairy", for "Harbour Maid"."""
        return spelled in self._openings

    def surnames(self, spelled: Iterable[str]) -> Counter[str]:
        """How many full names of the library end in each word."""
        return Counter(surname(each.split()) for each in spelled if " " in each)


def _openings(name: LocalName) -> Iterable[str]:
    words = key(name.name, name.kind).split()
    return (" ".join(words[:count]) for count in range(2, len(words)))


def keys(group: Group) -> frozenset[str]:
    return frozenset(key(name.name, name.kind) for name in group)


def surname(words: Sequence[str]) -> str:
    """The last word that is not "Jr" or "III"."""
    return next((word for word in reversed(words) if word not in GENERATIONS), words[-1])


def group_kind(group: Group) -> Kind:
    """What most of its documents say; where they are even, what occurs most. A firm with its "Ltd" is a body."""
    if any(name.kind == "ORGANISATION" and has_legal_suffix(name.name) for name in group):
        return "ORGANISATION"
    documents, times = Counter[Kind](), Counter[Kind]()
    for name in group:
        documents[name.kind] += 1
        times[name.kind] += sum(count for _, count in name.surfaces)
    worth = {"PERSON": _worth_of_a_person(group)} if len(documents) > 1 else {}
    return min(documents, key=lambda kind: (-documents[kind] * worth.get(kind, 1), -times[kind], _ORDER.index(kind)))


def _worth_of_a_person(group: Group) -> float:
    """What a document counts that takes the name for a person's: less for a single word without an office that others
    take for a place.
    """
    is_sure = any(name.roles or " " in key(name.name, name.kind) for name in group if name.kind == "PERSON")
    return 1 if is_sure or all(name.kind != "PLACE" for name in group) else _MAYBE_A_PLACE


def parts(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected parts of the graph over 0..count-1 with these edges."""
    root = list(range(count))

    def find(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for a, b in pairs:
        root[find(a)] = find(b)
    found: dict[int, list[int]] = defaultdict(list)
    for place in range(count):
        found[find(place)].append(place)
    return list(found.values())


def joined(groups: Sequence[list[T]], pairs: Iterable[tuple[int, int]]) -> list[list[T]]:
    return [[each for place in part for each in groups[place]] for part in parts(len(groups), pairs)]
