"""What somebody is called in a sentence, and the offices and fields that tell one from another: words are added here.

All words stand in their plain form.
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.linking.capitals import TITLES
from bot.linking.wordforms import Word, root
from bot.model import Span
from bot.words import CALLINGS, STOP_WORDS

TITLED = frozenset(map(root, TITLES))
_OFFICES = """
    president minister premier chancellor mayor governor captain chairman chairwoman chair chief
    executive king queen pope commander skipper pilot headmaster principal conductor founder owner director archbishop
    secretary officer inspector attorney head coach manager editor ambassador envoy victim suspect gunman driver
    passenger witness husband wife father mother brother sister son daughter lawyer prosecutor judge host guest mediator
    treasurer spokesman spokeswoman architect author rector dean bishop sheriff speaker deputy leader superintendent
    adviser advisor counsel keeper warden curator choreographer winner champion runner-up loser successor predecessor
    accomplice defendant accused translator referee jury coroner sponsor
"""
OFFICES = frozenset(root(word) for word in _OFFICES.split())
_CALLINGS = frozenset(map(root, CALLINGS))
_FIELDS = """
    finance financial treasury purse money
    defence defense military army
    foreign external diplomatic
    interior
    health medical
    education school
    transport railway road traffic
    justice law legal
    energy power oil
    water
    trade commerce
    economy economic economics
    labour labor employment
    environment climate
    agriculture farming farm
    culture arts art
    executive
    operating operations
    technology technical digital
    security intelligence
    housing
    fiction novel novelist literature
    poetry poem poet
    chemistry chemical chemist
    physics physicist
    medicine
    peace
    actor
    actress
    fire
    police
    mine mining
"""
_FIELD = {root(word): line.split()[0] for line in _FIELDS.strip().splitlines() for word in line.split()}
_DETERMINERS = frozenset("the a an its his her their our".split())
_BREAKS = frozenset("who was is and in at from which to were has had with where".split())
_HEAD_ENDS = frozenset("of who which that in at for from on to whom".split())
_MARKS = frozenset(',;:—–()"')
_BESIDE = 4  # words of what somebody is called
_APPOSED = 14  # words between "The winner" and the name


def fields(roots: Iterable[str]) -> frozenset[str]:
    """ "finance" of "the treasury"."""
    return frozenset(_FIELD[each] for each in roots if each in _FIELD)


def beside(told: Sequence[Word], at: Span) -> frozenset[str]:
    """What stands as another name of it right before or after: "the search dog Bella", "Rocco, a collie"."""
    before, after = [w for w in told if w.end <= at.start], [w for w in told if w.start >= at.end]
    return frozenset([*_called_before(list(before)), *_apposed(before), *_called_after(after)])


def _called_before(before: list[Word]) -> list[str]:
    """Back to "the" or the beginning; past an "of the"."""
    found: list[str] = []
    while before and before[-1].text.lower() in TITLES:
        found.append(before.pop().root)
    if before and before[-1].text == ",":
        before.pop()
    while before and len(found) < _BESIDE:
        word = before.pop()
        if word.low in _DETERMINERS or word.low.endswith("'s"):
            if not (before and before[-1].text == "of"):
                return found
        elif word.low != "of" and (not word.root or word.low in STOP_WORDS):
            return [each for each in found if each in TITLED]
        elif word.low != "of":
            found.append(word.root)
    return [] if before else found


def _apposed(before: Sequence[Word]) -> Iterator[str]:
    """ "winner" of "The winner of Sunday's race in Selm, Ada Mohr"."""
    if not before or before[-1].text != ",":
        return
    start = len(before) - 1
    while start and before[start - 1].text not in _MARKS and len(before) - start < _APPOSED:
        start -= 1
    run = [w for w in before[start:-1] if w.low not in ("and", "but", "then")]
    if not run or run[0].low not in _DETERMINERS:
        return
    for word in run[1:]:
        if word.low in _HEAD_ENDS:
            return
        if word.is_content:
            yield word.root


def _called_after(after: Sequence[Word]) -> Iterator[str]:
    if len(after) < 2 or after[0].text != ",":  # noqa: PLR2004
        return
    first = after[1]
    if first.low not in _DETERMINERS and first.root not in OFFICES | _CALLINGS:
        return
    for word in after[1 : 2 + _BESIDE]:
        if not word.root or word.low in _BREAKS:
            return
        if word.is_content and word.text[0].islower():
            yield word.root
