"""What happened and when: which date an event takes, and what must not be one."""

from datetime import date

import pytest

from bot.analysis.dates import rough_sentences, timexes
from bot.analysis.events import Cues, events
from bot.model import Event, Period, Sentence, SentenceKind

THURSDAY = Period.day(date(2025, 6, 26))
Row = tuple[str, str | None]


def told(
    text: str, published: Period | None = THURSDAY, kind: SentenceKind = "prose", cues: Cues | None = None
) -> list[Event]:
    sentences = [Sentence(at, kind) for at in rough_sentences(text)]
    found = timexes(text, published=published, sentences=sentences)
    given = dict.fromkeys(range(len(sentences)), cues) if cues else {}
    return list(events(text, sentences, found, published=published, cues=given))


def rows(text: str, published: Period | None = THURSDAY) -> list[Row]:
    """(the event's words, its first day) in the order of the text."""
    return [(e.at.of(text), e.when and e.when.first.isoformat()) for e in told(text, published)]


def dated(text: str, published: Period | None = THURSDAY) -> list[str]:
    return [e.when.first.isoformat() for e in told(text, published) if e.when]


def test_a_date_dates_its_sentence() -> None:
    text = "The ministers met on Tuesday in the old town."
    assert rows(text) == [(text, "2025-06-24")]


def test_two_dates_cut_the_sentence_between_their_clauses() -> None:
    text = "The bridge opened in 1998, and the tunnel closed in 2004."
    assert rows(text) == [
        ("The bridge opened in 1998, and ", "1998-01-01"),
        ("the tunnel closed in 2004.", "2004-01-01"),
    ]


def test_a_date_on_a_noun_dates_the_noun_and_not_the_sentence() -> None:
    text = "The envoys condemned the 2020 border clash at length."
    assert rows(text) == [("2020 border clash", "2020-01-01"), (text, "2025-06-26")]


def test_since_a_noun_dates_the_noun() -> None:
    text = "Relations have been tense since the 2020 border clash."
    assert ("2020 border clash", "2020-01-01") in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is the first visit by a minister since 2020.",
        "Nobody will go there before 2030.",
        "They are waiting for five years now.",
        "They meet every Thursday.",
        "Jane Roe 1931-2004",
        "The future is bright.",
    ],
)
def test_what_is_no_date_of_an_event_dates_none(text: str) -> None:
    assert dated(text, published=None) == []


def test_the_finer_of_two_dates_for_one_thing_stays() -> None:
    assert dated("The 2024 accord, finalized in October, reopened the pass.") == ["2024-10-01"]


def test_a_range_is_one_event() -> None:
    found = told("The bridge was closed from 2019 to 2021.")
    assert [e.when for e in found] == [Period(date(2019, 1, 1), date(2021, 12, 31), "year")]


def test_the_clause_that_reports_has_the_storys_day() -> None:
    text = "The minister said on Tuesday that talks went well. He added that the road would open in 2027."
    assert rows(text)[1:] == [
        ("He added that ", "2025-06-24"),
        ("the road would open in 2027.", "2027-01-01"),
    ]


def test_past_sentences_go_on_with_the_day_of_the_lead() -> None:
    text = "The ministers met on Tuesday. They signed a treaty. The treaty has three parts."
    found = told(text)
    assert [e.when and e.when.first.isoformat() for e in found] == ["2025-06-24", "2025-06-24", None]
    assert "Tuesday" in found[1].basis
    assert found[1].words is None


def test_without_a_day_in_the_lead_the_documents_date_is_taken() -> None:
    found = told("The ministers met in the old town. They signed a treaty.")
    assert [(e.when, e.basis) for e in found] == [(THURSDAY, "the document's date")] * 2


def test_without_any_date_events_are_counted_and_left_undated() -> None:
    found = told("The ministers met in the old town on Thursday. They signed a treaty.", published=None)
    assert [(e.when, e.basis) for e in found] == [(None, "none")] * 2


def test_a_step_back_in_time_is_not_overrun_by_the_story() -> None:
    text = "The ministers met on Tuesday. Talks began in 2019. They failed at once. The ministers smiled at cameras."
    assert [first for _, first in rows(text)] == ["2025-06-24", "2019-01-01", None, "2025-06-24"]


@pytest.mark.parametrize(
    "text", ["These were the main topics of the talks.", "The road is closed.", "Prices will rise."]
)
def test_states_and_plans_are_no_events_of_the_day(text: str) -> None:
    assert dated("The ministers met on Tuesday. " + text) == ["2025-06-24"]


@pytest.mark.parametrize("kind", ["title", "heading"])
def test_titles_and_headings_tell_no_event(kind: SentenceKind) -> None:
    assert told("The ministers met on Tuesday.", kind=kind) == []


def test_a_fragment_without_verb_or_date_tells_nothing() -> None:
    assert told("Photo: the old town by night.", kind="item") == []


def test_a_fragment_with_a_date_tells_it() -> None:
    text = "Symbolic thaw since the 2020 clash and the 2024 agreement"
    found = told(text, published=None, kind="item")
    assert [(e.at.of(text), e.when and e.when.first.year) for e in found] == [
        ("2020 clash", 2020),
        ("2024 agreement", 2024),
    ]


def test_a_parsers_cues_go_before_the_words() -> None:
    found = told("The ministers sign a treaty.", cues=Cues("past"))
    assert [e.when for e in found] == [THURSDAY]


def test_an_old_date_in_the_lead_is_no_storys_day() -> None:
    text = "The town was founded on 3 May 1898. Fire destroyed a mill."
    assert rows(text)[0][1] == "1898-05-03"
    assert rows(text)[1][1] in (None, "2025-06-26")


def test_a_look_back_has_not_the_storys_day() -> None:
    text = "The head of the firm left on Tuesday. When he first showed the phone, he praised its shape."
    assert [first for _, first in rows(text)] == ["2025-06-24", None]


def test_a_bullet_without_a_full_stop_does_not_go_on_with_the_story() -> None:
    text = "The ministers met on Tuesday.\nA thaw that followed years of tension, meant to restore trust"
    assert [first for _, first in rows(text)] == ["2025-06-24", None]


def test_he_said_in_the_middle_has_the_storys_day_too() -> None:
    text = "The switch, he said, would happen next year."
    assert [when for _, when in rows(text)] == ["2025-06-26", "2026-01-01"]


def test_a_comparison_with_then_is_no_step_back() -> None:
    text = "The mayor spoke on Tuesday. The share is up 5 percent from 2010. He moved on to talk about ferries."
    assert rows(text)[-1] == ("He moved on to talk about ferries.", "2025-06-24")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The two firms met 10 days before the fire. The fire on June 3 burnt the mill.", "2025-05-24"),
        ("The mayor resigned the day after the attack. Friday's attack left a bridge closed.", "2025-06-21"),
        ("Talks began two weeks after the ceasefire. The ceasefire of June 2 was signed in Arl.", "2025-06-16"),
        ("He left three days after the border clash. The June 12 clash killed nobody.", "2025-06-15"),
        ("They met a month before the vote. The vote took place on June 15.", "2025-05-01"),
        ("She fled 2 days prior to the June 9 raid.", "2025-06-07"),
    ],
)
def test_days_are_counted_from_a_happening_that_the_text_dates(text: str, first: str) -> None:
    counted = [event for event in told(text) if event.basis.startswith("counted from")]
    assert [event.when and event.when.first.isoformat() for event in counted] == [first]


def test_days_counted_from_a_happening_name_the_words_that_date_it() -> None:
    (counted, *_) = told("The two firms met 10 days before the fire. The fire on June 3 burnt the mill.")
    assert counted.basis == "counted from “fire on June 3”"
    assert counted.words is not None


@pytest.mark.parametrize(
    "text",
    [
        "The two firms met 10 days before the fire.",  # nobody says when
        "He left three days after the second raid. The June 12 raid failed.",  # another raid
        "He left three days after the raid. The June 12 raid failed. The June 17 raid did not.",  # which of two?
        "They met several days before the raid. The June 12 raid failed.",
    ],
)
def test_what_is_counted_from_a_happening_of_no_sure_day_stays_undated(text: str) -> None:
    assert told(text)[0].when is None


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell to 4.4 billion marks from 6.4 billion in 1985.",
        "Output was lower than in 2019.",
        "The deficit widened to 3 percent from January.",
        "Profit was 4 million, compared with 3 million in May.",
        "If the boycott is lifted tomorrow, the envoy would stay.",
        "The price was lower than it would have been had a deal been struck last year.",
        "With good laws, we can grow the economy today.",
    ],
)
def test_what_is_compared_with_or_supposed_is_no_event(text: str) -> None:
    assert dated(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He reached the finals for the first time since the 2004-05 season.",
        "Leden led the league in its best start since going 10-1 in 2019.",
    ],
)
def test_since_a_season_is_no_event_of_it(text: str) -> None:
    assert rows(text) == [(text, "2025-06-26")]


def test_a_figure_keeps_the_date_of_its_own_year() -> None:
    text = "Sales rose to 72,000 tonnes in 2023 from 52,000 tonnes the previous year."
    assert rows(text) == [(text, "2023-01-01")]


def test_a_paper_that_matures_leaves_its_sentence_to_the_other_date() -> None:
    assert dated("On Monday the bank sold notes maturing on July 19.") == ["2025-06-23"]


@pytest.mark.parametrize(
    "text",
    [
        "At the time, the mayor opposed the plan.",
        "The mayor said in a letter at the time that he was innocent.",
        "At its recent meeting the board chose a chairman.",
        "A farm at first, the mill became a firm that eventually died.",
        "Kane missed nine games last season.",
    ],
)
def test_a_sentence_that_looks_back_does_not_take_the_storys_day(text: str) -> None:
    assert rows("The mill closed on Tuesday. " + text)[1] == (text, None)


def test_deep_in_a_text_the_background_goes_on_across_paragraphs() -> None:
    lead = "The mill burnt on Tuesday. " + " ".join(f"Neighbour {n} said it was loud." for n in range(6))
    text = f"{lead}\n\nIn 2007 the state bought it.\n\nThe mayor fired the board.\n\nHe said nothing on Tuesday."
    assert rows(text)[-2:] == [("The mayor fired the board.", None), ("He said nothing on Tuesday.", "2025-06-24")]


def test_an_open_weekday_is_the_storys_day_and_no_stated_date_beside_it() -> None:
    text = "He was jailed Saturday for what he did on March 11, 2005. Three jurors saved him from death."
    assert dated(text, published=None) == ["2005-03-11"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Tuesday. The 2004 tsunami that wrecked the port was set off by a quake.",
        "The ferry sank on Tuesday. Previously, crews were trained at sea.",
        "The ferry sank on Tuesday. Roe was praised during his time with the navy.",
        "The ferry sank on Tuesday. The firm hired two captains this offseason.",
    ],
)
def test_what_is_told_of_then_has_not_the_storys_day(text: str) -> None:
    assert [day for day in dated(text) if day > "2005"] == ["2025-06-24"]


def test_today_that_means_these_days_is_no_event() -> None:
    assert dated("Today there are nine ferries.") == []
    assert dated("Today the crew is meeting the minister.") == ["2025-06-26"]


def test_years_behind_a_capital_that_is_no_name_are_no_lifetime() -> None:
    assert dated("In 2000-01 under Roe, the team won the cup.") == ["2000-01-01"]
    assert dated("Jan Roe 1931-2004 was honoured.") == ["2025-06-26"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Tuesday. Less than three weeks later, the line closed its office.",
        "The ferry sank on Tuesday. Weeks earlier, the crew was trained at sea.",
    ],
)
def test_so_long_after_what_nobody_says_is_not_the_storys_day(text: str) -> None:
    assert dated(text)[0] == "2025-06-24"
    assert "2025-06-24" not in dated(text)[1:]


def test_what_followed_a_season_has_not_the_storys_day() -> None:
    assert "2025-06-24" not in dated("The ferry sank on Tuesday. Roe left following the 2022-23 season.")[1:]
