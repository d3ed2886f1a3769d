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
    """A stretch of text taken for a name, half-open characters; `worth` is how much its kind counts as evidence."""

    start: int
    end: int
    kind: Kind
    worth: float = 1.0


def recognised(doc: Doc) -> list[Found]:
    """The names of a text that the pipeline has read, in order, none overlapping another."""
    return [Found(ent.start_char, ent.end_char, _KINDS[ent.label_]) for ent in doc.ents if ent.label_ in _KINDS]
