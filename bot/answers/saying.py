"""What a sentence says, in a form in which sentences of several texts can be compared. Change here what counts as said
twice.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from bot.answers import stems
from bot.answers.kindred import one_of_kind
from bot.store.lookups import Line, Seen
from bot.words import plain

Units = frozenset[str]

_SAME = 0.45
"""Two sentences say the same when the one that says less shares so much of it, in so many units at least."""
_SHARED = 4
_REPEATED = 0.75
"""And when its first clause, of so many words and units at least, is told already to this share."""
_CLAUSE, _OPENS_WITH = 5, 2
_BREAK = re.compile(r"[,;:]|\"|\s[-–—]+\s")
_IDLE = frozenset(
    stems.stem(word)
    for word in """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight january february
    march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec said says say saying told tells tell added adds reported reports report according announced announce announces
    confirmed confirms mr mrs ms dr also rep reps representative spokesman spokeswoman spokesperson statement official
    officials authorities source sources news newspaper""".split()
)


def units(line: Line, seen: Sequence[Seen], topic: AbstractSet[str] = frozenset(), *, end: int | None = None) -> Units:
    """Its names, whatever they are called there, and the other words, those of one kind as one: "bought", "deal".

    What the `topic` is goes without saying. `end`: only those that stand before this character.
    """
    here = [each for each in seen if end is None or each.at.start - line.at.start < end]
    found = {of_name(each.name) for each in here}
    return frozenset((found | of_words(_without(line, here)[:end])) - topic)


def _without(line: Line, seen: Sequence[Seen]) -> str:
    """Its text with blanks for names, but for a body's first word: what is one place is often two names, "Promises
    Centre" and "Promises Center".
    """
    text, start = line.text, line.at.start
    for each in seen:
        first, last = each.at.start - start, each.at.end - start
        if each.kind != "PERSON":
            first = text.find(" ", first, last)
        if first >= 0:
            text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    return text


def of_name(number: int) -> str:
    """The unit that a name is."""
    return f"#{number}"


@lru_cache(maxsize=4096)
def of_words(text: str) -> Units:
    """The units that words are which stand for no name."""
    return frozenset(one_of_kind(stem) for stem in stems.content(text) if stem not in _IDLE)


def opening(text: str) -> int | None:
    """Where the first clause ends, if it is one and others follow: "Ann Lee resigned on Monday, ..."."""
    for found in _BREAK.finditer(plain(text)):
        if len(text[: found.start()].split()) >= _CLAUSE:
            return found.start()
    return None


def share(of: Units, told: AbstractSet[str]) -> float:
    """How much of what it says is told, from 0 to 1."""
    return len(of & told) / (len(of) or 1)


def same(a: Units, b: Units) -> bool:
    """Whoever has read the one learns little from the other."""
    shared = len(a & b)
    return shared >= _SHARED and shared >= _SAME * min(len(a), len(b))


def opens_with(opening: Units, told: Units) -> bool:
    """Its first clause repeats another sentence, whatever follows."""
    return len(opening) >= _OPENS_WITH and share(opening, told) >= _REPEATED
