"""Near-duplicates: samples of a text's shingles find candidates, the whole shingles decide, of rewritten ones pairs."""

import re
from array import array
from collections.abc import Iterator
from itertools import pairwise
from zlib import crc32

from bot.words import tokens

_WIDTH = 5  # words of a shingle
_ONE_IN = 4  # shingles sampled, by their hash, so that copies are sampled alike
_WINDOW = 20_000  # words: what a text has beyond them is not sampled
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_SENTENCE = 6  # words of a line that says something


def sketch(text: str) -> bytes:
    """The sampled shingles' 32-bit hashes, as `samples` reads them."""
    hashes = (crc32(shingle.encode()) for shingle in _shingles(text))
    return array("I", sorted({each for each in hashes if each % _ONE_IN == 0})).tobytes()


def samples(sketched: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(sketched)
    return found


def shingles(text: str) -> frozenset[str]:
    return frozenset(_shingles(text))


def word_pairs(text: str) -> list[frozenset[str]]:
    """Of each sentence the pairs of neighbouring words."""
    sentences = (tokens(sentence)[:_WINDOW] for sentence in _SENTENCE_END.split(text))
    return [
        frozenset(f"{one} {next_}" for one, next_ in pairwise(words)) for words in sentences if len(words) >= _SENTENCE
    ]


def _shingles(text: str) -> Iterator[str]:
    words = tokens(text)[:_WINDOW]
    for start in range(len(words) - _WIDTH + 1):
        yield " ".join(words[start : start + _WIDTH])
