"""spaCy's recogniser of names behind one function (a parsed text -> spans with kinds), so another may replace it."""

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from bot.model import Kind

_KINDS: Final[dict[str, Kind]] = {
    "PERSON": "PERSON",
    "ORG": "ORGANISATION",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "OTHER",
    "EVENT": "OTHER",
    "PRODUCT": "OTHER",
    "WORK_OF_ART": "OTHER",
    "LAW": "OTHER",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that the recogniser takes for a name. Half-open characters."""

    start: int
    end: int
    kind: Kind


def recognised(doc: Doc) -> list[Found]:
    """The names of a text that the pipeline has read, in order, none overlapping another."""
    return [Found(ent.start_char, ent.end_char, _KINDS[ent.label_]) for ent in doc.ents if ent.label_ in _KINDS]
