"""Who said, did or met what."""

from collections.abc import Sequence

from spacy.tokens import Doc

from bot.model import Occurrence, Sentence, Statement


def statements(doc: Doc, sentences: Sequence[Sentence], occurrences: Sequence[Occurrence]) -> tuple[Statement, ...]:
    return ()
