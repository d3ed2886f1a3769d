"""What a digest would show of a text."""

from bot.model import Analysis
from tests.analysis.conftest import Understand


def shown(analysis: Analysis) -> list[str]:
    return [analysis.sentences[i].at.of(analysis.document.text) for i in analysis.summary]


TEXT = """Aldport ferry to sail again

By Jane Roe

The ferry between Aldport and Brill will sail again from May, the two councils decided on Monday.
It had been stopped three years ago because the councils could not agree who pays for it.
Under the new plan both councils pay half of the ferry's costs, and fares for pupils are cut by a third.
The weather was fine.
The ferry company has ordered a second ship, which should reach Aldport in the autumn."""


def test_a_summary_is_three_sentences_in_reading_order(understand: Understand) -> None:
    analysis = understand(TEXT)
    assert len(analysis.summary) == 3
    assert list(analysis.summary) == sorted(analysis.summary)
    assert shown(analysis)[0].startswith("The ferry between Aldport and Brill")


def test_bylines_titles_and_small_talk_are_left_out(understand: Understand) -> None:
    text = " ".join(shown(understand(TEXT)))
    assert "Jane Roe" not in text
    assert "The weather was fine." not in text


def test_points_stand_in_where_there_is_no_prose(understand: Understand) -> None:
    points = "- two ferries a day from the old harbour in winter\n- lower fares for pupils, paid by both of the towns"
    assert len(understand(points).summary) == 2


def test_a_text_of_short_lines_shows_what_it_has(understand: Understand) -> None:
    assert shown(understand("All quiet.")) == ["All quiet."]


def test_words_to_the_reader_wait_behind_what_is_told(understand: Understand) -> None:
    told = (
        "The council of Brill closed its indoor market on Tuesday after inspectors found cracks in the iron roof.\n"
        "If you ask us, the market of Brill and its iron roof should have been closed by the council long before.\n"
        "Inspectors measured cracks of two centimetres in the roof of the market and asked for props at once.\n"
        "Forty traders of the market may sell in the old station of Brill until the iron roof has been mended.\n"
    )
    assert "If you ask us" not in " ".join(shown(understand(told)))


def test_of_two_sentences_that_say_the_same_one_is_shown(understand: Understand) -> None:
    told = (
        "Fire destroyed the paper mill of Aldport on Monday night, and forty families had to leave their homes.\n"
        "The paper mill of Aldport was destroyed by fire on Monday night and forty families left their homes.\n"
        "The mayor promised money for the families and a new school beside the river before the winter comes.\n"
        "Firemen from six towns fought the flames until the morning with water from the canal behind the station.\n"
    )
    assert len([line for line in shown(understand(told)) if "forty families" in line]) == 1
