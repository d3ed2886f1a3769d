"""Two figures side by side: what a document counts, whether it gives other numbers of it, and the words beside both."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.linking.accounts import KEPT, Account, Said
from bot.linking.contexts import around, overlap
from bot.linking.figures import Figure
from bot.linking.measures import whose
from bot.linking.wordforms import root

_ORDER = 4  # times as many: more is rather the whole of which the other is a part
SHARES = frozenset(["percent"])
_SHORT = 8  # sentences up to which all of a document is of one matter
_FAR = 8  # the same where each document gives other numbers too
SPELLS = frozenset("day hour month year".split())  # "12 minutes": of what is seldom said

Found = tuple[Said, Figure]


@dataclass(frozen=True)
class Pair:
    """Figure `f` in sentence `x` of `a`, and `g` in `y` of `b`."""

    x: Said
    f: Figure
    y: Said
    g: Figure
    a: Account
    b: Account

    @cached_property
    def names(self) -> tuple[frozenset[str], frozenset[str]]:
        """Of the words beside each those with a capital."""
        return around(self.x.text, self.f.at)[0], around(self.y.text, self.g.at)[0]

    @cached_property
    def words(self) -> tuple[frozenset[str], frozenset[str]]:
        """All words beside each that say something."""
        sides = (self.x.text, self.f), (self.y.text, self.g)
        here, there = (frozenset[str]().union(*around(text, of.at)) - {of.counted} for text, of in sides)
        return here, there

    @property
    def shared(self) -> int:
        return len(self.words[0] & self.words[1])

    @property
    def cover(self) -> float:
        return overlap(*self.words)

    @property
    def opens(self) -> bool:
        return self.x.place in self.a.opening and self.y.place in self.b.opening

    @property
    def are_sole(self) -> bool:
        """Each document gives no other number of these."""
        return _is_sole(self.f, self.a) and _is_sole(self.g, self.b)

    @property
    def are_only(self) -> bool:
        """Each document gives no other number in this unit, or of this noun; both are of one order."""
        f, g = self.f, self.g
        low, high = sorted((max(f.number.low, 1e-9), max(g.number.low, 1e-9)))
        is_long = max(len(self.a.lines), len(self.b.lines)) > _SHORT
        if is_long or f.counted in SPELLS | SHARES or high > _ORDER * low:
            return False
        return _is_only(f, self.a) and _is_only(g, self.b)

    @property
    def is_near(self) -> bool:
        """Of one order: far apart, one is rather of a part and the other of the whole."""
        f, g = self.f.number, self.g.number
        low, high = sorted((max(f.low, 1e-9), max(g.low, 1e-9)))
        return f.high == 0 or g.high == 0 or high <= _FAR * low


@lru_cache(maxsize=KEPT)
def by_quantity(account: Account) -> dict[str, list[Found]]:
    """What a document counts, by what it counts: a unit, an outcome, a noun."""
    found: dict[str, list[Found]] = {}
    for place, said in enumerate(account.lines):
        for each in said.figures:
            figure = replace(each, of=_who(account, place)) if each.counted == "age" and not each.of else each
            found.setdefault(figure.counted, []).append((said, figure))
    return found


def _who(account: Account, place: int) -> str:
    """Whom "she" means: the last word of the name with which the sentence before opens."""
    return root(whose(account.lines[place - 1].text)) if place else ""


def is_told(figure: Figure, others: list[Found]) -> bool:
    """The other document has this number of the same things too: it tells of both."""
    return any(figure.number.agrees(other.number) for _, other in others)


def _is_sole(figure: Figure, account: Account) -> bool:
    others = [other for _, other in by_quantity(account)[figure.counted] if other.of == figure.of]
    return all(figure.number.agrees(other.number) for other in others)


def _is_only(figure: Figure, account: Account) -> bool:
    return all(figure.number.agrees(other.number) for _, other in by_quantity(account)[figure.counted])
