"""Where sentences end, and what kind of line they stand in."""

import pytest

from bot.analysis.sentences import flowing, sentences
from bot.model import Analysis
from tests.analysis.conftest import Understand


def cut(analysis: Analysis) -> list[str]:
    return [sentence.at.of(analysis.document.text) for sentence in analysis.sentences]


def kinds(analysis: Analysis) -> list[str]:
    return [sentence.kind for sentence in analysis.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lt. Gen. Pavel Orsky told reporters in the U.S. capital that nothing had changed.",
        "Dr. Hanna Weiss of St. Olaf Hospital joined Mr. Cole and Sen. Brody for the inquiry.",
        "The fee rose from $1.50 to about 2.75 dollars, J. R. Okoro said.",
        "“Why now?” asked the mayor.",
        "Yahoo! rose again on Monday.",
    ],
)
def test_an_abbreviation_ends_no_sentence(understand: Understand, sentence: str) -> None:
    assert cut(understand(f"It was quiet. {sentence} Nobody answered.")) == [
        "It was quiet.",
        sentence,
        "Nobody answered.",
    ]


def test_a_newline_ends_a_sentence(understand: Understand) -> None:
    assert cut(understand("Progress on the railway\n\nRepairs of the bridge\n")) == [
        "Progress on the railway",
        "Repairs of the bridge",
    ]


def test_a_wrapped_line_goes_on(understand: Understand) -> None:
    text = (
        "The harbour of Port Stanley was closed on Friday after a storm\n"
        "damaged two of its cranes and a warehouse, officials in the town\n"
        "said. They hoped to open it again within a week, and thanked the\n"
        "Royal Navy for its help.\n"
        "    Fishing boats were told to stay away."
    )
    assert cut(understand(text)) == [
        text[: text.index("said.") + 5],
        text[text.index("They") : text.index("help.") + 5],
        "Fishing boats were told to stay away.",
    ]


def test_bullets_do_not_flow_into_one_another() -> None:
    text = "the first point of the list, which is a rather long one\n- the second point"
    assert flowing(text) == text


def test_a_page_of_headings_and_points_is_seen_as_such(understand: Understand) -> None:
    lines = (
        "Ferry talks resume after three years",
        "The two towns sent their mayors to Aldport on Monday, and both called the talks useful.",
        "What was agreed?",
        "A new timetable for the winter months, with two ferries a day from the old harbour",
        "Lower fares for pupils and pensioners, to be paid by both towns in equal parts",
        "Next steps",
        "The councils vote in May.",
    )
    assert kinds(understand("\n\n".join(lines))) == ["title", "prose", "heading", "item", "item", "heading", "prose"]


def test_a_long_first_line_is_a_lead_and_no_title(understand: Understand) -> None:
    lead = (
        "Ada Brook, the mayor of Aldport, met her colleague Jon Reyes on Monday during the regional fair in the old "
        "town hall, their first talks since the ferry was stopped three years ago"
    )
    assert kinds(understand(f"{lead}\n\nBackground\n\nThe ferry had run for a century."))[0] == "prose"


def test_a_bullet_is_an_item(understand: Understand) -> None:
    text = "They agreed on two things:\n- The ferry runs again.\n- The fare is cut."
    assert kinds(understand(text))[1:] == ["item", "item"]


def test_a_quotation_mark_stays_with_its_sentence(understand: Understand) -> None:
    assert cut(understand('"We are done," Ada said. "The rest is up to you."')) == [
        '"We are done," Ada said.',
        '"The rest is up to you."',
    ]


def test_a_brand_that_begins_small_opens_a_sentence() -> None:
    text = "He called it the best. eBooks follow in June. It costs 5 crowns. and more."
    cuts = [(0, 22), (23, 45), (46, 64), (65, 74)]
    assert [s.at.of(text) for s in sentences(text, cuts)] == [
        "He called it the best.",
        "eBooks follow in June.",
        "It costs 5 crowns. and more.",
    ]
