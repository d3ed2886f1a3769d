"""Samples of a text's shingles, by which near-duplicates are found among all documents."""

from array import array
from collections.abc import Iterator
from zlib import crc32

from bot.words import tokens

WIDTH = 5  # words of a shingle
_ONE_IN = 4  # shingles sampled, by their hash, so that copies are sampled alike
_WINDOW = 20_000  # words: what a text has beyond them is not sampled


def sketch(text: str) -> bytes:
    """The sampled shingles' 32-bit hashes, as `samples` reads them."""
    hashes = (crc32(shingle.encode()) for shingle in _shingles(text))
    return array("I", sorted({each for each in hashes if each % _ONE_IN == 0})).tobytes()


def samples(sketched: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(sketched)
    return found


def _shingles(text: str) -> Iterator[str]:
    words = tokens(text)[:_WINDOW]
    for start in range(len(words) - WIDTH + 1):
        yield " ".join(words[start : start + WIDTH])
