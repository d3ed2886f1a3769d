"""What a sentence says, so that sentences of several texts can be compared: its names and its words by kind."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from bot.answers import stems
from bot.answers.kindred import one_of_kind
from bot.store.lookups import Line, Seen

Units = frozenset[str]

_IDLE = frozenset(
    stems.stem(word)
    for word in """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight january february
    march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec said says say saying told tells tell added adds reported reports report according announced announce announces
    confirmed confirms mr mrs ms dr also rep reps representative spokesman spokeswoman spokesperson statement official
    officials authorities source sources news newspaper""".split()
)


def units(line: Line, seen: Sequence[Seen], topic: AbstractSet[str] = frozenset()) -> Units:
    """Its names, whatever they are called there, and the other words, those of one kind as one: "bought", "deal".

    What the `topic` is goes without saying.
    """
    found = {of_name(each.name) for each in seen}
    return frozenset((found | of_words(_without(line, seen))) - topic)


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


def share(of: Units, told: AbstractSet[str]) -> float:
    """How much of what it says is told, from 0 to 1."""
    return len(of & told) / (len(of) or 1)
