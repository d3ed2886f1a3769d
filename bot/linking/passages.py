"""How much of one text stands in another: sentence by sentence, though words are changed and sentences move."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from bot.linking.shingles import WIDTH
from bot.words import plain, tokens

_LONGEST = 120_000  # characters: what a text has beyond them is not compared
_LINE = 6  # words of a line that says something
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]]*\s+")
_SENTENCE_MARK = re.compile(r"[.!?…:;][\"')\]]*(?:\s|$)")
_GOES_ON = re.compile(r"(?:(?<=[^\s.!?:;])|(?<=[^\s.!?:;] ))\n *(?=[a-z0-9(])|(?<=.{45}[^\s.!?:;])\n(?=\S)")
"""Where a sentence goes on in the next line."""
_NAME = re.compile(r"(?:(?<=[^\W_] )|(?<=[a-z0-9], ))[A-Z][\w']+|[A-Z][\w']+(?= [A-Z])")  # not a sentence's first word
_FIRST_CHARACTER = 0xE000  # beyond the surrogates;
_CHARACTERS = sys.maxunicode - _FIRST_CHARACTER  # a million different words fit, more share theirs
_AS_TOLD = 0.6  # of a sentence's words stand in the same order in one sentence of the other text,
_STRETCH = 12  # or else, where sentences were run together or cut, stretches of so many words
_AS_WRITTEN = 70.0  # are so much alike, of 100
_WORDS = 0.5  # of a text's different words at least are known to one that tells it


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its words are characters, so that it is compared as a string."""

    words: str
    figures: str
    names: str


@dataclass(frozen=True, slots=True)
class Passages:
    """A text as copies are compared."""

    size: int  # words of its sentences
    sentences: tuple[Sentence, ...]  # furniture has no full stop, or it comes again
    words: str
    vocabulary: frozenset[str]
    shingles: frozenset[int]  # their hashes: a third of the memory


@dataclass(slots=True)
class Kept:
    """What of a text stands in another."""

    verbatim: float  # of its shingles, as a share of one
    told: float  # of its words those of sentences that the other tells so
    sentences: frozenset[int]  # which they are
    figures: int = 0  # in these sentences that are the other's too
    other_figures: int = 0  # in place of which the other has another figure
    names: int = 0
    other_names: int = 0


class Encoder:
    """Texts as Passages. Those of one encoder can be compared."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}
        self._same: dict[str, str] = {}  # one object for all texts' vocabularies

    def passages(self, text: str) -> Passages:
        lines = [
            [self._sentence(each) for each in _SENTENCE_END.split(line) if each]
            for line in _telling(plain(text[:_LONGEST]))
        ]
        spelled = ["".join(sentence.words for sentence in line) for line in lines]
        words = "".join(spelled)
        return Passages(
            size=len(words),
            sentences=tuple(sentence for line in lines for sentence in line),
            words=words,
            vocabulary=frozenset(self._same[character] for character in set(words)),
            shingles=frozenset(hash(line[at : at + WIDTH]) for line in spelled for at in range(len(line) - WIDTH + 1)),
        )

    def _sentence(self, text: str) -> Sentence:
        words = tokens(text)
        return Sentence(
            words=self._spelled(words),
            figures=self._spelled({word: None for word in words if word[0].isdigit()}),
            names=self._spelled({word: None for name in _NAME.findall(text) for word in tokens(name)}),
        )

    def _spelled(self, words: Iterable[str]) -> str:
        characters = self._characters
        spelled: list[str] = []
        for word in words:
            character = characters.get(word)
            if character is None:
                character = characters[word] = chr(_FIRST_CHARACTER + len(characters) % _CHARACTERS)
                self._same[character] = character
            spelled.append(character)
        return "".join(spelled)


def _telling(text: str) -> list[str]:
    """The lines that are sentences and stand there once, if they make most of it: what comes again is furniture."""
    whole = _GOES_ON.sub(" ", text)
    times = Counter(line for line in map(str.strip, whole.split("\n")) if len(line.split()) >= _LINE)
    once = [line for line, count in times.items() if count == 1]
    lines = _unless_few(once, [*times])
    return _unless_few([line for line in lines if _SENTENCE_MARK.search(line)], lines)


def _unless_few(some: list[str], lines: list[str]) -> list[str]:
    return some if 2 * sum(map(len, some)) >= sum(map(len, lines)) else lines


def share_words(a: Passages, b: Passages) -> bool:
    """Whether `b` may tell what `a` tells: cheap, for the many that do not."""
    return len(a.vocabulary & b.vocabulary) >= _WORDS * len(a.vocabulary)


def kept(a: Passages, b: Passages) -> Kept:
    """What of `a` stands in `b`."""
    told: dict[int, int] = {}
    found = Kept(len(a.shingles & b.shingles) / max(1, len(a.shingles)), 0.0, frozenset())
    for number, sentence in enumerate(a.sentences):
        size = len(sentence.words)
        alike, place = _likest(sentence, b)
        if place and alike >= _AS_TOLD * size:
            told[number] = size
            same, other = _same_and_other(sentence.figures, place.figures, a, b)
            found.figures += same
            found.other_figures += other
            same, other = _same_and_other(sentence.names, place.names, a, b)
            found.names += same
            found.other_names += other
        else:
            told[number] = sum(len(each) for each in _stretches(sentence.words) if _stands(each, b.words))
    found.told = sum(told.values()) / max(1, a.size)
    found.sentences = frozenset(number for number, words in told.items() if 2 * words > len(a.sentences[number].words))
    return found


def _same_and_other(ours: str, theirs: str, a: Passages, b: Passages) -> tuple[int, int]:
    """Of the figures, or names, of two sentences: how many both texts have, and in place of how many stands another."""
    same = sum(each in b.vocabulary for each in ours)
    return same, min(len(ours) - same, sum(each not in a.vocabulary for each in theirs))


def _likest(sentence: Sentence, text: Passages) -> tuple[int, Sentence | None]:
    """Words that the likest sentence of the text has in the same order, and that sentence."""
    if sentence.words in text.words:
        return len(sentence.words), sentence
    best, place = 0, None
    for other in text.sentences:
        if (alike := LCSseq.similarity(sentence.words, other.words)) > best:
            best, place = alike, other
    return best, place


def _stretches(words: str) -> Iterator[str]:
    count = max(1, round(len(words) / _STRETCH))
    for place in range(count):
        yield words[place * len(words) // count : (place + 1) * len(words) // count]


def _stands(stretch: str, words: str) -> bool:
    return len(stretch) <= len(words) and fuzz.partial_ratio(stretch, words) >= _AS_WRITTEN
