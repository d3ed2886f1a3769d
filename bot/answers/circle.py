"""A name -> who is named with it in one sentence, and with each other: each tie with a sentence that proves it."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from bot.answers import naming, quoting
from bot.answers.answer import Circle, NameCount, Tie
from bot.answers.quoting import Place
from bot.model import Kind
from bot.store.lookups import Known, Lookups
from bot.words import plain

_AROUND = 12  # names that a picture can hold


def circle(lookups: Lookups, asked: str) -> Circle:
    meant = naming.meant(lookups, asked)
    if meant.one is not None:
        return _around(lookups, asked, meant.one)
    choices = tuple(NameCount(plain(name.name), name.kind, name.count, id=name.id) for name in meant.names)
    return Circle(asked, (), (), 0, meant.nearest, choices, quoting.shelf(lookups))


def _around(lookups: Lookups, asked: str, name: Known) -> Circle:
    found = lookups.alongside(name.id, limit=1000)
    shown = found[:_AROUND]
    members = [name.id, *(number for number, _, _, _ in shown)]
    return Circle(
        asked=asked,
        names=(NameCount(plain(name.name), name.kind, name.count, id=name.id), *map(_counted, shown)),
        ties=_ties(lookups, members),
        more=len(found) - len(shown),
        similar=(),
        choices=(),
        shelf=quoting.shelf(lookups),
    )


def _counted(row: tuple[int, str, Kind, int]) -> NameCount:
    number, name, kind, sentences = row
    return NameCount(plain(name), kind, sentences, id=number)


def _ties(lookups: Lookups, members: Sequence[int]) -> tuple[Tie, ...]:
    """Those of the first member before the others, each with the most sentences first."""
    place_of = {name: place for place, name in enumerate(members)}
    shared: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for place, names in lookups.standing(members).items():
        for one, other in combinations(sorted(place_of[name] for name in names), 2):
            shared[one, other].append(place)
    proofs = quoting.quotes(lookups, (places[0] for places in shared.values()))
    ties = [
        Tie(one, other, len(places), (proofs[places[0]],))
        for (one, other), places in shared.items()
        if places[0] in proofs  # always: names of headings are not on file
    ]
    return tuple(sorted(ties, key=lambda tie: (tie.one > 0, -tie.sentences, tie.one, tie.other)))
