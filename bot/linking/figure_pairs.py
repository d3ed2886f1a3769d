"""Two figures side by side: whether they may be of one quantity, and what else their documents count."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations

from bot.linking.accounts import KEPT, Account, Said
from bot.linking.contexts import around, told_names
from bot.linking.figures import Figure
from bot.linking.measures import whose
from bot.linking.numbers import Number, numbers
from bot.linking.quantities import ANYBODY, KIN, MONEY, SUM
from bot.linking.wordforms import root
from bot.words import plain

_LARGE = 13  # from which on the same number in two texts is no chance
_DIGITS = 3  # in which a sum or a product has to be right
_MOST = 12  # numbers of a document that are added up and multiplied

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
        sides = (self.x.text, self.f), (self.y.text, self.g)
        here, there = (frozenset[str]().union(*around(text, of.at)) - {of.counted} for text, of in sides)
        return here, there

    @property
    def ratio(self) -> float:
        """How many times as large the one is, as a logarithm."""
        low, high = sorted((_point(self.f.number), _point(self.g.number)))
        return math.log(high / low)

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


def are_generic(f: Figure) -> bool:
    """ "people", "the dead"."""
    return f.noun in ANYBODY or not f.noun


@lru_cache(maxsize=16384)
def rivals(figure: Figure, account: Account) -> int:
    """How many numbers of its quantity a document gives."""
    found: list[Figure] = []
    for _, other in _told(account):
        if may_be_one(figure, other) and not any(other.number.agrees(each.number) for each in found):
            found.append(other)
    return len(found)


def is_told(said: Said, figure: Figure, account: Account) -> bool:
    """The other document has this number too, of the same things or as large a one of whatever: it tells of both."""
    value = _value(said, figure)
    if value >= _LARGE and value in _values(account):
        return True
    return any(may_be_one(figure, other) and figure.number.agrees(other.number) for _, other in _told(account))


def is_derived(said: Said, figure: Figure, account: Account) -> bool:
    """It is the sum, the product or the quotient of two numbers of the other document."""
    value = _value(said, figure)
    return value >= _LARGE and _rounded(value) in _derived(account)


def _value(said: Said, figure: Figure) -> float:
    """As written, whatever it was brought to."""
    return next((low for start, low in _numbers(said.text) if figure.at.start <= start < figure.at.end), 0.0)


@lru_cache(maxsize=16384)
def _numbers(sentence: str) -> tuple[tuple[int, float], ...]:
    return tuple((each.start, max(each.low, 0.0)) for each in numbers(plain(sentence)))


def agreeing(a: Account, b: Account) -> int:
    """How many numbers are in both documents."""
    return sum(value > 1 for value in _values(a) & _values(b))


@lru_cache(maxsize=KEPT)
def _values(account: Account) -> frozenset[float]:
    return frozenset(value for said in account.lines for _, value in _numbers(said.text))


@lru_cache(maxsize=KEPT)
def _derived(account: Account) -> frozenset[str]:
    values = sorted(value for value in _values(account) if value > 1)[-_MOST:]
    made = (value for p, q in combinations(values, 2) for value in (p + q, q - p, p * q, q / p))
    return frozenset(map(_rounded, made))


def _rounded(value: float) -> str:
    return f"{value:.{_DIGITS}g}"


def comparable(a: Account, b: Account) -> Iterator[Pair]:
    """Each two numbers of what may be one quantity that exclude each other, and that only one document tells."""
    for x, f in _told(a):
        if is_told(x, f, b):
            continue
        for y, g in _told(b):
            if may_be_one(f, g) and not f.number.agrees(g.number) and not is_told(y, g, a):
                yield Pair(x, f, y, g, a, b)
