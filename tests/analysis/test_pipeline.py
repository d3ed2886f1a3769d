"""Every span points into the stored text; batches keep their order; long texts are read in pieces."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from bot.analysis import pipeline
from bot.analysis.sentences import flowing
from bot.analysis.stamp import analyser
from bot.model import Analysis, Document, Span
from tests.analysis.conftest import Understand, a_document

PIECES = st.sampled_from(
    [
        "Ana\u202fLima met Kofi\u00a0Mensah in Porto on 3 May 2024.",
        "“We\u2009will sign,” Lima said.",
        "The Harbour Workers’ Union (HWU) said it would wait.",
        "🚢🚢 Two ships left.",
        "\n\n",
        "\n",
        "\r\n",
        "  - a point without an end",
        "Background",
        "a line that is wrapped after some fifty or sixty characters and\ngoes on here in lower case",
        "\u2028",
        "e\u0301cole",
        "PORT ALBA, March 3 - Marlow and Co Inc said it would wait.",
        "(",
        '"',
        "U.S.",
        "Lt. Gen. Ivo Brandt resigned",
        "\x00",
        "https://example.org/2024/05/03/x",
        " ",
    ]
)


def spans(analysis: Analysis) -> list[Span]:
    found = [sentence.at for sentence in analysis.sentences]
    found += [one.at for one in analysis.occurrences] + [timex.at for timex in analysis.timexes]
    found += [role.at for role in analysis.roles] + [event.at for event in analysis.events]
    found += [statement.at for statement in analysis.statements]
    return found + [said.spoken for said in analysis.statements if said.spoken is not None]


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=12), glue=st.sampled_from([" ", "\n", ""]))
def test_every_span_points(understand: Understand, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    analysis = understand(text)
    for span in spans(analysis):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    for one in analysis.occurrences:
        assert one.at.of(text) == one.surface
        assert analysis.sentences[one.sentence].at.holds(one.at)
    for before, after in zip(analysis.sentences, analysis.sentences[1:], strict=False):
        assert before.at.end <= after.at.start
    for before, after in zip(analysis.occurrences, analysis.occurrences[1:], strict=False):
        assert before.at.end <= after.at.start


@given(st.text())
def test_the_flowing_text_is_as_long_as_the_stored_one(text: str) -> None:
    assert len(flowing(text)) == len(text)


def test_analyses_come_in_the_order_of_their_documents(nlp: Language) -> None:
    documents = [a_document(f"Town number {n} was quiet.", source=f"{n}.txt") for n in range(9)]
    done = pipeline.analyse(nlp, documents)
    assert [one.document.source for one in done if isinstance(one, Analysis)] == [one.source for one in documents]
    assert all(isinstance(one, Analysis) and one.analyser == analyser() for one in done)


def test_a_text_longer_than_a_piece_is_read_whole(understand: Understand) -> None:
    text = "Laura Holt visited Lisbon. " * 2_000
    analysis = understand(text)
    assert len(analysis.sentences) == 2_000
    assert sum(one.surface == "Laura Holt" for one in analysis.occurrences) == 2_000


def test_one_document_that_fails_takes_no_other_with_it(nlp: Language) -> None:
    broken = a_document("fine")
    object.__setattr__(broken, "text", None)
    good, bad = pipeline.analyse(nlp, [a_document("All quiet."), broken])
    assert isinstance(good, Analysis)
    assert isinstance(bad, str)


@pytest.mark.parametrize("text", ["", "\n \n", "…"])
def test_a_text_without_words_has_an_analysis(understand: Understand, text: str) -> None:
    analysis = understand(text)
    assert analysis.occurrences == ()
    assert analysis.statements == ()


def test_the_stamp_names_what_made_an_analysis() -> None:
    assert "spaCy 3" in analyser()
    assert pipeline.MODEL in analyser()


def test_a_document_passes_through_unchanged_but_for_its_date(understand: Understand) -> None:
    document: Document = understand("Nothing happened here.").document
    assert document == a_document("Nothing happened here.")
