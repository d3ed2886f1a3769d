"""The sentences a digest shows."""

from collections.abc import Sequence

from bot.model import Sentence


def summary(text: str, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    return tuple(i for i, s in enumerate(sentences) if s.kind == "prose")[:3]
