"""Quotations that run over several sentences: whoever one of them gives the words to has said them all."""

from collections.abc import Mapping, Sequence

from bot.analysis.quotations import Quotations
from bot.model import Sentence, Span, Statement

Voices = Mapping[int, Sequence[Statement]]
"""What is said in each sentence in which somebody speaks; nothing where it is not known who."""


def continued(text: str, sentences: Sequence[Sentence], quotations: Quotations, voices: Voices) -> list[Statement]:
    """Statements for the sentences that lie within a quotation and name no speaker themselves."""
    quoted = {
        index: span
        for index, sentence in enumerate(sentences)
        if index not in voices
        and sentence.kind in ("prose", "item")
        and (span := quotations.whole(sentence.at)) is not None
    }
    found: list[Statement] = []
    before: Sequence[Statement] = ()
    for index, span in quoted.items():
        before = _before(text, sentences, voices, index, carried=before if index - 1 in quoted else None)
        behind = _behind(sentences, voices, span, index)
        source = behind if behind is not None else before
        if len(source) == 1:
            (one,) = source
            said = Span(max(span.start, sentences[index].at.start), min(span.end, sentences[index].at.end))
            found.append(Statement(one.speaker, "said", one.verb, sentences[index].at, index, said))
    return found


def _before(
    text: str, sentences: Sequence[Sentence], voices: Voices, index: int, *, carried: Sequence[Statement] | None
) -> Sequence[Statement]:
    """Who speaks in the sentence before, of the same paragraph: "..., she said. "..." goes on speaking."""
    if index == 0 or "\n" in text[sentences[index - 1].at.end : sentences[index].at.start]:
        return ()
    if carried is not None:
        return carried
    return [one for one in voices.get(index - 1, ()) if one.spoken is not None]


def _behind(sentences: Sequence[Sentence], voices: Voices, span: Span, index: int) -> Sequence[Statement] | None:
    """Who speaks in the sentence in which the quotation ends; None where it ends in none that says who."""
    while index + 1 < len(sentences) and sentences[index + 1].at.start < span.end:
        index += 1
        if index in voices:
            return voices[index]
    return None
