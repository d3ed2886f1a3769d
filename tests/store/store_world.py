"""Builders for tests of the write side: documents, and analyses whose names are told by hand."""

import re
from datetime import UTC, date, datetime

from bot.model import (
    UNDATED,
    Analysis,
    Dated,
    Document,
    Event,
    Kind,
    Occurrence,
    Period,
    RemovedLine,
    Role,
    Sentence,
    Span,
    Statement,
    Timex,
)

NOON = datetime(2025, 7, 1, 12, tzinfo=UTC)
TEXT = "Ana Silva, the harbour master of Porto, spoke on 3 May 2024. Silva said the pier is safe."


def a_document(source: str = "porto.txt", text: str = TEXT, *, published: Dated = UNDATED) -> Document:
    return Document(
        source=source,
        title=text.partition(".")[0],
        published=published,
        publisher="Harbour News",
        link="https://example.org/porto",
        text=text,
        raw=text + "\nSubscribe now",
        removed=(RemovedLine(2, "Subscribe now", "a call to subscribe"),),
        fingerprint=f"bytes of {text}",
        tags=("harbour", "safety"),
    )


def an_analysis(document: Document, names: dict[str, tuple[str, Kind]] | None = None) -> Analysis:
    """`names`: each surface to look for, with the document's form and kind of it. Sentences end with ". "."""
    names = {"Ana Silva": ("Ana Silva", "PERSON"), "Porto": ("Porto", "PLACE")} if names is None else names
    text = document.text
    sentences = tuple(Sentence(Span(*found.span()), "prose") for found in re.finditer(r"[^.]+\.?", text))

    def sentence_of(place: int) -> int:
        return next(i for i, sentence in enumerate(sentences) if place < sentence.at.end)

    occurrences = tuple(
        Occurrence(kind, surface, name, Span(*found.span()), sentence_of(found.start()))
        for surface, (name, kind) in names.items()
        for found in re.finditer(re.escape(surface), text)
    )
    return Analysis(
        document=document,
        sentences=sentences,
        occurrences=tuple(sorted(occurrences, key=lambda occurrence: occurrence.at)),
        timexes=(),
        roles=(),
        statements=(),
        events=(),
        summary=(0,),
        analyser="test 1",
    )


def a_full_analysis() -> Analysis:
    """One of everything, with and without what may be missing."""
    document = a_document(published=Dated(Period(date(2024, 5, 1), date(2024, 5, 31), "month"), "byline"))
    day = Period.day(date(2024, 5, 3))
    sentences = (Sentence(Span(0, 61), "prose"), Sentence(Span(61, 89), "item"))
    return Analysis(
        document=document,
        sentences=sentences,
        occurrences=(
            Occurrence("PERSON", "Ana Silva", "Ana Silva", Span(0, 9), 0),
            Occurrence("PLACE", "Porto", "Porto", Span(33, 38), 0),
            Occurrence("PERSON", "Silva", "Ana Silva", Span(61, 66), 1),
        ),
        timexes=(
            Timex(Span(49, 59), "DATE", "2024-05-03", day, "stated"),
            Timex(Span(70, 74), "DURATION", "PT1H", None, "stated"),
        ),
        roles=(Role("Ana Silva", "harbour master of Porto", Span(15, 38), 0),),
        statements=(
            Statement("Ana Silva", "said", "said", Span(61, 89), 1, Span(72, 88)),
            Statement("Ana Silva", "did", "spoke", Span(0, 60), 0),
        ),
        events=(Event(day, "stated", Span(0, 60), 0, Span(49, 59)), Event(None, "none", Span(61, 89), 1, None)),
        summary=(1, 0),
        analyser="test 1",
    )
