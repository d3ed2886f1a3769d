"""Titles and offices that the text gives to people."""

from collections.abc import Sequence

from spacy.tokens import Doc

from bot.model import Occurrence, Role, Sentence


def roles(doc: Doc, sentences: Sequence[Sentence], occurrences: Sequence[Occurrence]) -> tuple[Role, ...]:
    return ()
