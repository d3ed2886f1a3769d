"""Documents -> where those that tell of one thing disagree: what is compared with what, and how it is put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from bot.linking.accounts import Account, Place, Said, is_one_happening, may_be_one_happening
from bot.linking.claims_told import claim_clashes
from bot.linking.conflicts import Clash, Kind, Relevant
from bot.linking.contexts import overlap
from bot.linking.dates_told import date_clashes
from bot.linking.figures_told import figure_clashes
from bot.linking.names_told import name_clashes
from bot.linking.orders import order_clashes
from bot.linking.sequences import sequence_clashes
from bot.linking.turned import turned_clashes

_SIDES = 6
_PAIRS = 24  # of documents that an answer has time for


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence and the words in it that another contradicts."""

    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """`key` names an "exists" claim, else nothing a reader sees; `later`: one side is only newer than the other."""

    kind: Kind
    key: str
    sides: tuple[Side, ...]
    later: bool = False


def differences(accounts: Sequence[Account], relevant: Relevant, *, most: int = _PAIRS) -> list[Difference]:
    """The most told first. `relevant` says of two sentences whether their difference is asked for.

    `most`: pairs of documents that are compared, the nearest to each other.
    """
    found: list[Clash] = []
    for account in accounts:
        found += order_clashes(account, account, relevant)
    for a, b in permutations(accounts, 2):
        found += order_clashes(a, b, relevant)
    for a, b, is_one in _pairs(accounts, relevant)[:most]:
        found += figure_clashes(a, b, relevant)
        found += date_clashes(a, b, relevant)
        found += turned_clashes(a, b, relevant)
        found += name_clashes(a, b, relevant)
        if is_one:
            found += claim_clashes(a, b, relevant)
            found += sequence_clashes(a, b, relevant)
    return sorted(_merged(found), key=lambda each: (each.later, -len(each.sides), each.sides[0].place))


def _pairs(accounts: Sequence[Account], relevant: Relevant) -> list[tuple[Account, Account, bool]]:
    """Those of one happening and those that may be, each with whether it is, the nearest first."""
    told: list[tuple[float, Account, Account, bool]] = []
    for a, b in combinations(sorted(accounts, key=lambda account: account.document), 2):
        is_one = is_one_happening(a, b)
        if (is_one or may_be_one_happening(a, b)) and any(relevant(x, y) for x in a.lines for y in b.lines):
            told.append((is_one + overlap(a.lead[0], b.lead[0]) + overlap(a.lead[1], b.lead[1]), a, b, is_one))
    told.sort(key=lambda each: -each[0])
    return [(a, b, is_one) for _, a, b, is_one in told]


def _merged(clashes: Iterable[Clash]) -> list[Difference]:
    """Clashes of one matter that share a sentence are one difference, each value once, in the first words for it."""
    groups: list[list[Clash]] = []
    for clash in clashes:
        places = {said.place for said in clash.sides}
        mine = [
            group
            for group in groups
            if (group[0].kind, group[0].key, group[0].later) == (clash.kind, clash.key, clash.later)
            and any(said.place in places for other in group for said in other.sides)
        ]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), clash])
    return [_difference(group) for group in groups]


def _difference(group: Sequence[Clash]) -> Difference:
    sides: dict[str, tuple[Said, str]] = {}
    for clash in group:
        for said, words, value in zip(clash.sides, clash.words, clash.values, strict=True):
            sides.setdefault(value, (said, words))
    told = tuple(Side(said.place, words) for said, words in list(sides.values())[:_SIDES])
    return Difference(group[0].kind, group[0].key, told, group[0].later)
