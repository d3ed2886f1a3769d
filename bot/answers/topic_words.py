"""The words of a topic: which of them are names, which one is asked for, and which others may stand for each."""

import re
from collections.abc import Iterable

from bot.answers import stems
from bot.answers.asking import Asking
from bot.answers.kindred import kin
from bot.answers.orthography import other_spellings
from bot.answers.peoples import adjectives
from bot.answers.variants import doers, short_for
from bot.store.lookups import Lookups
from bot.words import folded, plain

_PREPOSITION = re.compile(
    r"\s(?:about|after|against|at|between|by|during|for|from|in|near|of|on|over|to|with)\s", re.IGNORECASE
)
LIGHT = frozenset(
    map(
        stems.stem,
        """
        affair aftermath case consequence controversy crisis debate detail development dispute effect event impact
        incident issue matter plan problem question reaction row scandal shortage situation story
        """.split(),
    )
)
"""What may be asked of anything, and is told without the word."""
_SHORT_NAME = 2  # words


def proper(lookups: Lookups, asked: Asking, about: str) -> set[str]:
    """The stems that are names: on file, or with a capital where not every word has one, as in headlines."""
    called = lookups.called_exactly(map(folded, asked.words))
    content = [word.group() for word in stems.words(plain(about)) if stems.says_something(word.group())]
    capital = [word for word in content if word[0].isupper()]
    if len(capital) == len(content) > _SHORT_NAME:
        capital = []
    return set(map(stems.stem, (*capital, *(word for word in asked.words if folded(word) in called))))


def head(about: str) -> str:
    """The stem of what is asked for, which the other words only tell more of: "bank robbery in Zurich" is a robbery."""
    before = _PREPOSITION.split(plain(about), maxsplit=1)[0]
    content = [word.group() for word in stems.words(before) if stems.says_something(word.group())]
    return stems.stem(content[-1]) if content else ""


def kin_of(lookups: Lookups, asked: Asking) -> dict[str, tuple[str, ...]]:
    """For each stem the other words that may stand for it; of a place on file that no table knows, those that its
    people may be called.
    """
    found = {stems.stem(word): kin(stems.stem(word), word) for word in asked.words}
    called = lookups.called_exactly(word for word in asked.words if not found[stems.stem(word)])
    known = lookups.named(number for numbers in called.values() for number in numbers)
    places = [w for w in called if any(known[n].kind == "PLACE" for n in called[w] if n in known)]
    found |= {stems.stem(place): adjectives(place) for place in places}
    for word in asked.words:
        found[stems.stem(word)] += (
            other_spellings(word) + doers(word) + tuple(each for each in short_for(word) if " " not in each)
        )
    return {stem: words for stem, words in found.items() if words}


def one_a_stem(words: Iterable[str]) -> list[str]:
    """The full text stems what it is asked: one word of each stem will do."""
    return list({stems.stem(word): word for word in words}.values())
