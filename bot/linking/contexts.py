"""Whether two sentences speak of the same thing at the same time, before anything in them is compared."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from bot.linking.accounts import Account, Said, is_apart
from bot.linking.wordforms import CALENDAR, Word, root, words
from bot.model import Period, Span

_NEAR = 10  # words on either side of a figure that say what it measures
_BESIDE = 50  # characters between a claim and its date
_OLD = 31  # days before its document, from which on a date is background
_CLOCK = re.compile(r"\b\d{1,2}: ?\d{2}(?!\d)|\b\d{1,2}\.\d{2}(?= ?[ap]\.? ?m)")
_WHERE = frozenset("in at near off outside of from".split())
_ENDS = frozenset([";", ":", "—", "–"])
_RIVALS = tuple(
    frozenset(root(word) for word in group.split())
    for group in (
        (
            "profit revenue sales loss income earnings turnover dividend shares stock price output costs debt assets "
            "orders"
        ),
        "men women children boys girls adults",
        "male female",
        "first second third fourth fifth last next final previous",
        "north south east west northern southern eastern western",
        "imports exports",
        "minimum maximum average median total",
        "quarter year month week day annual quarterly monthly weekly daily half",
        "rise fall increase decrease gain drop decline",
        "buy sell",
        "home away",
        "win lose victory defeat",
        "morning afternoon evening night",
        "local foreign domestic international",
        "kill injure arrest miss rescue",
        "bid offer ask",
        "old new",
        "province country region district nation world continent city village",
        "length width height depth weight speed distance",
        "begin start end finish close open",
        "support oppose favour against",
        "lead trail",
        "wounded dead",
        "before after",
        "import export",
        "crew passenger",
        "destroy damage",
        "serve suspend",
    )
)


@lru_cache(maxsize=16384)
def around(text: str, at: Span) -> tuple[frozenset[str], frozenset[str]]:
    """The roots near a span of a sentence: of words with a capital, and of others."""
    told = words(text)
    before = _run([word for word in reversed(told) if word.end <= at.start])
    after = _run([word for word in told if word.start >= at.end])
    near = [
        word
        for word in (*before, *after)
        if word.is_content and not word.text[0].isdigit() and word.text.lower() not in CALENDAR
    ]
    proper = frozenset(word.root for word in near if word.text[0].isupper())
    return proper, frozenset(word.root for word in near if word.root not in proper)


def beside(text: str, at: Span) -> frozenset[str]:
    """The roots of the two words on either side that say most of what a figure measures."""
    told = [word for word in words(text) if word.is_content and word.text[0].isalpha()]
    before = [word.root for word in told if word.end <= at.start]
    return frozenset([*before[-2:], *[word.root for word in told if word.start >= at.end][:2]])


def _run(run: Iterable[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in run:
        if word.text in _ENDS or len(kept) == _NEAR:
            break
        if word.root:
            kept.append(word)
    return kept


def are_rivals(a: frozenset[str], b: frozenset[str]) -> bool:
    """Each has a word for which the other has another of the same kind: profit and revenue, men and women."""
    only_a, only_b = a - b, b - a
    return any(not group.isdisjoint(only_a) and not group.isdisjoint(only_b) for group in _RIVALS)


def are_of_strangers(a: Said, b: Said) -> bool:
    """Each sentence names something that the other has not: one is of Banda, one of Corda."""
    return bool(_named(a) - b.proper - b.common and _named(b) - a.proper - a.common)


def _named(said: Said) -> frozenset[str]:
    """Its first word has a capital for another reason."""
    told = words(said.text)
    return said.proper - {told[0].root} if told else said.proper


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the smaller set the other holds."""
    return len(a & b) / max(1, min(len(a), len(b)))


def dates_fit(a: Said, b: Said, of_a: Account, of_b: Account) -> bool:
    """Nothing says that the two sentences tell of different days, or hours."""
    hours = [set(_CLOCK.findall(said.text)) for said in (a, b)]
    if all(hours) and hours[0].isdisjoint(hours[1]):
        return False
    here = [when.period for when in a.dates if when.period]
    there = [when.period for when in b.dates if when.period]
    if here and there:
        return any(not is_apart(x, y) for x in here for y in there)
    if not here and not there:
        return True
    return not _is_background(here or there, of_a if here else of_b) and _fits_document(
        here or there, of_b if here else of_a
    )


def near_dates_fit(a: Said, at: Span, b: Said, there: Span) -> bool:
    """The dates beside the words at these spans do not exclude each other; one that has none fits any."""
    one, other = _near(a, at), _near(b, there)
    return not one or not other or any(not is_apart(x, y) for x in one for y in other)


def _near(said: Said, at: Span) -> list[Period]:
    return [
        when.period
        for when in said.dates
        if when.period and max(when.at.start - at.end, at.start - when.at.end) <= _BESIDE
    ]


def _is_background(dates: Iterable[Period], account: Account) -> bool:
    return account.published is not None and all((account.published.first - day.last).days > _OLD for day in dates)


def _fits_document(dates: Iterable[Period], account: Account) -> bool:
    if account.published is None:
        return True
    return any((account.published.first - day.last).days <= _OLD for day in dates)


def places_fit(a: Said, b: Said, of_a: Account, of_b: Account) -> bool:
    """Not "in Meru" here and "in Bessa" there, with neither known to the other document."""
    here, there = (_places(said.text) for said in (a, b))
    if not here or not there or not here.isdisjoint(there):
        return True
    return not (here.isdisjoint(of_b.proper) and there.isdisjoint(of_a.proper))


def _places(text: str) -> frozenset[str]:
    told = words(text)
    return frozenset(
        word.root
        for before, word in pairwise(told)
        if word.text[0].isupper() and word.text.lower() not in CALENDAR and before.text.lower() in _WHERE
    ) | frozenset(
        word.root
        for first, before, word in zip(told, told[1:], told[2:], strict=False)
        if word.text[0].isupper() and before.text == "the" and first.text.lower() in _WHERE
    )


def names_fit(a: Said, b: Said) -> bool:
    """The sentences share a word with a capital, or one of them has none."""
    return not a.proper or not b.proper or not a.proper.isdisjoint(b.proper)
