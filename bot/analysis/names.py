"""Names of one document: the recogniser's spans made consistent. Come here when one is cut, typed or linked wrongly."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from bot.analysis.recogniser import Found
from bot.model import Occurrence, Sentence, Span


def names_of(doc: Doc, found: Sequence[Found], sentences: Sequence[Sentence]) -> tuple[Occurrence, ...]:
    starts = [s.at.start for s in sentences]
    out = []
    for f in found:
        i = bisect_right(starts, f.start) - 1
        surface = doc.text[f.start : f.end]
        out.append(Occurrence(f.kind, surface, surface, Span(f.start, f.end), max(i, 0)))
    return tuple(out)
