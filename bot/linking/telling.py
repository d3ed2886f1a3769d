"""What each word of a sentence tells: an act, a state or a thing by its root, and what it means by its class."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.linking import denying
from bot.linking.lexicon import WORDS, Pole, phrase
from bot.linking.scopes import told_by
from bot.linking.wordforms import Word, words


class Telling(NamedTuple):
    """The words of a sentence without those that only say who reports it, and at the places of those that tell: what.

    A phrase is one word with a root of its own, "turn_down", and the rest of it has none.
    """

    told: tuple[Word, ...]
    low: tuple[str, ...]
    poles: dict[int, tuple[Pole, ...]]


@lru_cache(maxsize=8192)
def telling(sentence: str) -> Telling:
    told = words(sentence)
    for at in told_by(sentence):
        if not denying.denies(sentence[at.start : at.end]):
            told = tuple(word for word in told if not at.start <= word.start < at.end)
    low = tuple(word.text.lower() for word in told)
    phrases = dict(_phrases(told, low))
    rooted = list(told)
    for place, (rest, _) in phrases.items():
        rooted[place] = told[place]._replace(root="_".join(low[at] for at in (place, *rest)))
        for at in rest:
            rooted[at] = told[at]._replace(root="")
    poles = {
        place: _poles(word, phrases[place][1] if place in phrases else _meant(low, place))
        for place, word in enumerate(rooted)
        if denying.may_tell(word) or denying.is_light(word)
    }
    return Telling(tuple(rooted), low, poles)


def _meant(low: Sequence[str], place: int) -> tuple[Pole, ...]:
    """Who rejects a report denies it."""
    return () if denying.is_dismissal(low, place) else WORDS.get(low[place], ())


def _phrases(told: Sequence[Word], low: Sequence[str]) -> Iterator[tuple[int, tuple[list[int], tuple[Pole, ...]]]]:
    spent = -1
    for place, word in enumerate(told):
        if place > spent and word.root and (word.text[0].islower() or not word.start):
            found = phrase(low, place)
            if found:
                spent = found[0][-1] if found[0][-1] == place + len(found[0]) else spent
                yield place, found


def _poles(word: Word, meant: tuple[Pole, ...]) -> tuple[Pole, ...]:
    return meant if denying.is_light(word) else ((word.root, True), *meant)
