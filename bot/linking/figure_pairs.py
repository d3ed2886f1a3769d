"""Two figures side by side: whether they may be of one quantity, and what else their documents count."""

import math
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.linking.accounts import KEPT, Account, Said
from bot.linking.contexts import around, told_names
from bot.linking.figures import Figure
from bot.linking.measures import whose
from bot.linking.numbers import Number, numbers
from bot.linking.quantities import BARE, KIN, MONEY, SUM
from bot.linking.wordforms import root
from bot.words import plain

_LARGE = 13  # from which on the same number in two texts is no chance
_ALIKE = 2.2  # times as large: counts by other names that may be of one thing
_BOTH = 2  # words beside both of them

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
    def words(self) -> tuple[frozenset[str], frozenset[str]]:
        """All words beside each that say something."""
        return beside(self.x, self.f) - {self.f.counted}, beside(self.y, self.g) - {self.g.counted}

    @property
    def ratio(self) -> float:
        """How many times as large the one is, as a logarithm."""
        return _ratio(self.f, self.g)

    @property
    def known(self) -> float:
        """Which part of the words beside each the other document says too."""
        here, there = self.words
        return (len(here & self.b.words) + len(there & self.a.words)) / max(1, len(here) + len(there))

    @property
    def strangers(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names beside each of those whom the other document never names."""
        lower = self.a.common | self.b.common  # a first word has its capital for another reason
        here, there = self.words
        return (
            (here & told_names(self.x)) - lower - self.b.words,
            (there & told_names(self.y)) - lower - self.a.words,
        )


@lru_cache(maxsize=16384)
def beside(said: Said, figure: Figure) -> frozenset[str]:
    """The roots of the words near a figure."""
    return frozenset[str]().union(*around(said.text, figure.at))


def _ratio(f: Figure, g: Figure) -> float:
    low, high = sorted((_point(f.number), _point(g.number)))
    return math.log(high / low)


def _point(number: Number) -> float:
    """ "up to 40" is 40, and nobody half of one, so that there is a ratio."""
    return (number.high if number.low == 0 else number.low) or 0.5


@lru_cache(maxsize=KEPT)
def _told(account: Account) -> tuple[Found, ...]:
    return tuple(
        (said, replace(each, of=_who(account, place)) if each.counted == "age" and not each.of else each)
        for place, said in enumerate(account.lines)
        for each in said.figures
    )


def _who(account: Account, place: int) -> str:
    """Whom "she" means: the last word of the name with which the sentence before opens."""
    return root(whose(account.lines[place - 1].text)) if place else ""


def may_be_one(f: Figure, g: Figure) -> bool:
    """Both could be of one quantity: the same outcome or unit, people here and there, what goes by two names."""
    if f.counted == g.counted:
        return f.counted != "age" or f.of == g.of != ""
    if f.weak or g.weak:
        return SUM in (f.counted, g.counted) and {f.counted, g.counted} <= MONEY
    if not (f.is_count and g.is_count) or (f.is_outcome and g.is_outcome):
        return False
    return (f.are_persons and g.are_persons) or are_kin(f, g)


def are_kin(f: Figure, g: Figure) -> bool:
    return g.noun in KIN.get(f.noun, ())


def _may_be_called_otherwise(x: Said, f: Figure, y: Said, g: Figure) -> bool:
    """Two counts of like size that nothing but their nouns sets apart, of which each document knows its own."""
    if not (f.is_count and g.is_count) or BARE in (f.counted, g.counted) or (f.is_outcome and g.is_outcome):
        return False
    are_alike = min(f.number.low, g.number.low) >= _LARGE and _ratio(f, g) <= math.log(_ALIKE)
    return are_alike and len(beside(x, f) & beside(y, g)) >= _BOTH


def _is_surely_told(said: Said, figure: Figure, account: Account) -> bool:
    """The other document has just this number of just these things, or as large a one of whatever: it tells of both."""
    value = _value(said, figure)
    if value >= _LARGE and value in _values(account):
        return True
    return any(figure.number.agrees(other.number) for other in _just_so(account).get((figure.counted, value), ()))


@lru_cache(maxsize=KEPT)
def _just_so(account: Account) -> dict[tuple[str, float], list[Figure]]:
    """Its figures by what they count and the number as it is written."""
    found: dict[tuple[str, float], list[Figure]] = {}
    for line, figure in _told(account):
        found.setdefault((figure.counted, _value(line, figure)), []).append(figure)
    return found


@lru_cache(maxsize=16384)
def is_told(figure: Figure, account: Account) -> bool:
    """The other document has a number of what may be the same things that may be this one."""
    return any(may_be_one(figure, other) and figure.number.agrees(other.number) for _, other in _told(account))


def _value(said: Said, figure: Figure) -> float:
    """As written, whatever it was brought to."""
    return next((low for start, low in _numbers(said.text) if figure.at.start <= start < figure.at.end), 0.0)


@lru_cache(maxsize=16384)
def _numbers(sentence: str) -> tuple[tuple[int, float], ...]:
    return tuple((each.start, _middle(each)) for each in numbers(plain(sentence).replace("\n", " ")))


def _middle(number: Number) -> float:
    """ "About 40" is 40 as "at least 40" and "up to 40" are."""
    if number.low == 0 or number.high == math.inf:
        return number.high if number.low == 0 else number.low
    return float(f"{(number.low + number.high) / 2:.6g}")


@lru_cache(maxsize=KEPT)
def _values(account: Account) -> frozenset[float]:
    return frozenset(value for said in account.lines for _, value in _numbers(said.text))


@lru_cache(maxsize=KEPT)
def comparable(a: Account, b: Account) -> tuple[Pair, ...]:
    """Each two numbers of what may be one quantity that exclude each other, and that only one document tells."""
    here, there = _own(a, b), _own(b, a)
    return tuple(
        Pair(x, f, y, g, a, b)
        for x, f in here
        for y, g in there
        if not f.number.agrees(g.number)
        and (
            may_be_one(f, g) or (not (f.noun in b.words and g.noun in a.words) and _may_be_called_otherwise(x, f, y, g))
        )
    )


@lru_cache(maxsize=4 * KEPT)
def _own(account: Account, other: Account) -> tuple[Found, ...]:
    """Its figures that the other has not."""
    return tuple((said, each) for said, each in _told(account) if not _is_surely_told(said, each, other))


@lru_cache(maxsize=16384)
def free_rivals(figure: Figure, account: Account, other: Account) -> int:
    """How many numbers of just its quantity a document gives that the other does not."""
    own = {each.number.low for _, each in _own(account, other) if each.counted == figure.counted}
    return len(own | {figure.number.low})
