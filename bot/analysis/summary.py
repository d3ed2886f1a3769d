"""The sentences a digest shows: close to the text's centre, early, prose, no two alike. Change the choice here."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from bot.model import Sentence
from bot.words import STOP_WORDS

Vector = dict[str, float]

SENTENCES: Final = 3
_WORD: Final = re.compile(r"[^\W_]+(?:'[a-z]+)?")
_BYLINE: Final = re.compile(
    r"(?:published|updated|posted|photo|image|source|e-?mail)\b\s*:|last updated|follow @|click here|scroll down",
    re.IGNORECASE,
)
_DANGLING: Final = re.compile(
    r"""["'(]*(?:he|she|it|they|this|these|that|those|his|her|their|its|such|but|and|so|however|also|meanwhile"""
    r"""|then|there|i|we|you|as a result)\b""",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(r""""[^"]*(?:"|$)""")
_ADDRESS: Final = re.compile(r"\b(?:I|I'm|I've|[Ww]e|[Ww]e're|[Oo]ur|us|[Mm]y|me|[Yy]ou|[Yy]our)\b")
_SHORTEST: Final = 7  # words of a sentence that says something
_LOW: Final = 0.4  # of its words in lower case: less is a table, a byline or a shout
# The weights: being early against being central (a cosine), being like what was chosen, and small faults.
_EARLY: Final = 0.7
_ALIKE: Final = 0.65
_SHORT, _SHORT_BELOW = 0.3, 10
_LONG, _LONG_ABOVE = 0.2, 60
_UNCLEAR: Final = 0.3
_ADDRESSED: Final = 0.2
_QUOTING: Final = 0.1


def summary(text: str, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Up to three indices in reading order; prose if there is any, else items. `text` in flowing form."""
    able = [i for i, sentence in enumerate(sentences) if _is_able(text, sentence, "prose")]
    if len(able) < SENTENCES:
        able = [i for i, sentence in enumerate(sentences) if _is_able(text, sentence, "prose", "item")]
    if not able:  # nothing but short lines: better these than nothing
        return tuple(i for i, sentence in enumerate(sentences) if sentence.kind in ("prose", "item"))[:SENTENCES]
    vectors = _vectors({i: Counter(_stems(sentences[i].at.of(text))) for i in able})
    centre = _centre(vectors)
    scores = {
        i: _similar(vectors[i], centre) + _position(place) - _faults(sentences[i].at.of(text), opens=place == 0)
        for place, i in enumerate(able)
    }
    chosen: list[int] = []
    while len(chosen) < min(SENTENCES, len(able)):
        chosen.append(max((i for i in able if i not in chosen), key=lambda i: scores[i] - _echo(i, chosen, vectors)))
    return tuple(sorted(chosen))


def _is_able(text: str, sentence: Sentence, *kinds: str) -> bool:
    if sentence.kind not in kinds:
        return False
    words = sentence.at.of(text).split()
    low = sum(word[0].islower() for word in words)
    return len(words) >= _SHORTEST and low >= _LOW * len(words) and not _BYLINE.match(text, sentence.at.start)


def _position(place: int) -> float:
    return _EARLY / math.sqrt(1 + place)


def _echo(i: int, chosen: Sequence[int], vectors: Mapping[int, Vector]) -> float:
    return _ALIKE * max((_similar(vectors[i], vectors[other]) for other in chosen), default=0.0)


def _faults(words: str, *, opens: bool) -> float:
    """Too short, too long, a pronoun first whose noun stands elsewhere, a bare quotation, words to the reader."""
    length = len(words.split())
    faults = max(0.0, _SHORT * (1 - length / _SHORT_BELOW)) + _LONG * (length > _LONG_ABOVE)
    if not opens and _DANGLING.match(words):
        faults += _UNCLEAR
    if _ADDRESS.search(_SPOKEN.sub(" ", words)):
        faults += _ADDRESSED
    return faults + _QUOTING * words.startswith('"')


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    for ending in ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) > 3:  # noqa: PLR2004  "bed" is no past of "b"
            return word[: -len(ending)]
    return word


def _stems(words: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(words.lower()) if word not in STOP_WORDS]


def _vectors(words: Mapping[int, Counter[str]]) -> dict[int, Vector]:
    """Unit vectors of term frequency times the rarity of the term among the text's own sentences."""
    holding = Counter(stem for counted in words.values() for stem in counted)
    n = len(words)
    found: dict[int, Vector] = {}
    for i, counted in words.items():
        vector = {stem: count * math.log(1 + n / holding[stem]) for stem, count in counted.items()}
        size = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        found[i] = {stem: weight / size for stem, weight in vector.items()}
    return found


def _centre(vectors: Mapping[int, Vector]) -> Vector:
    total: Counter[str] = Counter()
    for vector in vectors.values():
        total.update(vector)
    size = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {stem: weight / size for stem, weight in total.items()}


def _similar(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(stem, 0.0) for stem, weight in one.items())
