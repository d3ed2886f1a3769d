"""Who said, did or met what. A statement by the wrong person is worse than none."""

import pytest

from bot.model import Analysis
from tests.analysis.conftest import Understand


def told(analysis: Analysis) -> list[tuple[str, str, str]]:
    return [(one.speaker, one.kind, one.verb) for one in analysis.statements]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Awa Keita said the bridge was safe.", [("Awa Keita", "said", "say")]),
        ("“The bridge is safe,” Awa Keita told reporters.", [("Awa Keita", "said", "tell")]),
        ("“The bridge is safe,” said Awa Keita.", [("Awa Keita", "said", "say")]),
        ("Awa Keita's lawyer said the bridge was safe.", []),
        ("Awa Keita did not say when the bridge would open.", []),
        ("Awa Keita will announce the date.", []),
        ("If Awa Keita announced a date, the town would rejoice.", []),
        ("Awa Keita opened the bridge.", [("Awa Keita", "did", "opened")]),
        ("Awa Keita met Erik Krag in Oslo.", [("Awa Keita", "met", "meet"), ("Erik Krag", "met", "meet")]),
        ("Awa Keita held talks with Erik Krag.", [("Awa Keita", "met", "hold"), ("Erik Krag", "met", "hold")]),
        ("Awa Keita and Erik Krag said they had agreed.", [("Awa Keita", "said", "say"), ("Erik Krag", "said", "say")]),
        ("Awa Keita and a colleague said they had agreed.", []),
    ],
)
def test_statements_of_a_sentence(understand: Understand, text: str, statements: list[tuple[str, str, str]]) -> None:
    assert told(understand(text)) == statements


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors allege Erik Krag shot the dog.",
        "Erik Krag allegedly opened the gate.",
        "“Nobody asked me. Erik Krag opened the gate and left.”",
        "The paper cited a letter that it agreed to sell the ship to Erik Krag.",
    ],
)
def test_what_others_say_is_no_fact_of_the_text(understand: Understand, text: str) -> None:
    assert told(understand(text)) == []


def test_of_two_speakers_in_a_sentence_neither_gets_the_others_words(understand: Understand) -> None:
    analysis = understand("Laura Holt said it was “a good day”, and Erik Krag added that the ferry would sail again.")
    assert {one.speaker for one in analysis.statements} == {"Laura Holt", "Erik Krag"}
    assert all(one.spoken is None for one in analysis.statements)


def test_reported_speech_belongs_to_its_reporter(understand: Understand) -> None:
    assert told(understand("Awa Keita said that Erik Krag had signed the paper.")) == [("Awa Keita", "said", "say")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Awa Keita spoke in Oslo. She said the bridge was safe.", "Awa Keita"),
        ("Awa Keita met Erik Krag in Oslo. He said the bridge was safe.", None),
        ("A spokesman answered questions. He said the bridge was safe.", None),
        ("Awa Keita arrived on Monday. A spokesman answered questions. He said the bridge was safe.", None),
        ("Brightwater Bank opened in Oslo. It said business was good.", "Brightwater Bank"),
    ],
)
def test_a_pronoun_stands_for_the_subject_before_or_nobody(
    understand: Understand, text: str, speaker: str | None
) -> None:
    analysis = understand(text)
    last = len(analysis.sentences) - 1
    speakers = [one.speaker for one in analysis.statements if one.sentence == last and one.verb == "say"]
    assert speakers == ([speaker] if speaker else [])


def test_a_pronoun_after_a_passage_without_people_means_the_protagonist(understand: Understand) -> None:
    analysis = understand(
        "Erik Krag opened the fair. Krag praised the farmers. Krag met the mayor of Aldport, Lea Moss. "
        "The fair had been closed for three years. The halls were full. He said it would stay open."
    )
    assert (analysis.statements[-1].speaker, analysis.statements[-1].verb) == ("Erik Krag", "say")


def test_a_quotation_is_its_verbs_subjects_not_the_nearest_names(understand: Understand) -> None:
    analysis = understand("Erik Krag listened. Lea Moss called the fire in Krag's house “cruel and senseless”.")
    (statement,) = [one for one in analysis.statements if one.sentence == 1]
    assert statement.speaker == "Lea Moss"
    assert statement.spoken is not None
    assert statement.spoken.of(analysis.document.text) == "cruel and senseless"


def test_a_quotation_that_runs_over_sentences_is_still_one(understand: Understand) -> None:
    analysis = understand("“The bridge is safe. The road is not,” Awa Keita said.")
    words = [one.spoken.of(analysis.document.text) for one in analysis.statements if one.spoken is not None]
    assert words == ["The bridge is safe.", "The road is not,"]


def test_the_city_of_a_dateline_says_nothing(understand: Understand) -> None:
    for dateline in ("OSLO, May 3 - ", "Oslo, march 3 - "):
        analysis = understand(f"{dateline}Laura Holt said the bridge was safe.")
        assert {one.speaker for one in analysis.statements} == {"Laura Holt"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brekke Corp said it bought a ship. The company said the price was fair.", "Brekke Corp"),
        ("Brekke Corp said it bought a ship. The ship is old, the company said.", "Brekke Corp"),
        ("Brekke Corp said it bought a ship. The parent company said the price was fair.", ""),
        ("Brekke Corp said it bought a ship. Lind Ltd said it sold one. The company said it was old.", ""),
        ("The Harbour Ministry said it bought a ship. The company said the price was fair.", ""),
        ("The Harbour Ministry said it bought a ship. The ministry said it was old.", "Harbour Ministry"),
        ("Oslo Bank and Bergen Bank opened on Monday. The bank said it was pleased.", ""),
        ("Finance Minister Laura Holt spoke in Oslo. The minister said the taxes would fall.", "Laura Holt"),
        ("A minister spoke in Oslo. Finance Minister Laura Holt listened. The minister said taxes fell.", ""),
        ("The U.S. Food Administration notified the company. The company said the food was safe.", ""),
        ("Brekke Corp <BRK.O> said it bought a ship. It added that the ship was old.", "Brekke Corp"),
        ("Brekke Corp said it bought a ship. A report appeared on Monday. The report said so. It said more.", ""),
        ("Laura Holt told reporters the ferry would sail. The harbour is safe, she said, but small.", "Laura Holt"),
        ("The harbour is safe, according to Laura Holt, an engineer.", "Laura Holt"),
        ("The harbour is safe, according to Brekke Corp figures.", ""),
        ("Laura Holt was quoted as saying that the harbour was safe.", "Laura Holt"),
        ("The harbour, praised by Laura Holt, who described it as “a jewel”, is safe.", "Laura Holt"),
        ("An aide to Laura Holt who asked not to be named said the harbour was safe.", ""),
        ("The harbour is safe, said Brekke (Oslo) Ltd analyst Laura Holt.", "Laura Holt"),
        ("Laura Holt arrived late. She said: “We waited for Holt for an hour.”", ""),
        ("Laura Holt arrived late. She said: “We waited for an hour.”", "Laura Holt"),
        ("The state institute Normet said rain would fall.", "Normet"),
    ],
)
def test_who_is_meant_by_a_description(understand: Understand, text: str, speaker: str) -> None:
    analysis = understand(text)
    last = len(analysis.sentences) - 1
    said = {one.speaker for one in analysis.statements if one.sentence == last and one.kind == "said"}
    assert said == ({speaker} if speaker else set())


def test_a_firm_called_after_a_man_is_not_he(understand: Understand) -> None:
    analysis = understand("Lind said profits rose. Lind opened two shops. Lind closed one. He said the town was glad.")
    assert [one.sentence for one in analysis.statements if one.verb == "say"] in ([0], [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge is safe. The road is not,” Awa Keita said.", "Awa Keita"),
        ("“The bridge is safe. The road is not,” a guard said.", None),
        ("“The bridge is old. The road is new,” said Erik Krag. The bus runs.", "Erik Krag"),
    ],
)
def test_a_quotation_is_its_speakers_from_its_first_sentence(
    understand: Understand, text: str, speaker: str | None
) -> None:
    said = [one for one in understand(text).statements if one.sentence == 0]
    assert [one.speaker for one in said] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge is safe,” Awa Keita said. “The road is not. It is closed.”", "Awa Keita"),
        ("“The bridge is safe,” a guard said. “The road is not. It is closed.”", None),
        ("“The bridge is safe,” Awa Keita said.\n\n“The road is not.”", None),
        ("Awa Keita opened the bridge. “The road is not safe.”", None),
    ],
)
def test_a_quotation_goes_on_in_its_paragraph(understand: Understand, text: str, speaker: str | None) -> None:
    analysis = understand(text)
    last = len(analysis.sentences) - 1
    said = [one for one in analysis.statements if one.sentence == last]
    assert [one.speaker for one in said] == ([speaker] if speaker else [])
    assert all(one.spoken is not None and one.spoken.of(analysis.document.text).endswith(".") for one in said)
