"""Numbers and hours as longer texts tell them, and which of many numbers of two such texts are of one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_differences import an_account, found

from bot.linking.accounts import Account
from bot.linking.clocks import clock
from bot.linking.figures import figures
from bot.linking.figures_told import figure_candidates

DAY = "6 May 2024"
DATES = ("4 May 2024",)


def counted(text: str) -> set[tuple[float, str]]:
    return {(figure.number.low, figure.counted) for figure in figures(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eleven of the pilgrims died on the way.", {(11, "KILLED")}),
        ("Fourteen did not survive the fall.", {(14, "KILLED")}),
        ("Two of five turbines stand still.", {(2, "turbin"), (5, "turbin")}),
        ("86 of the city's 103 schools were shut.", {(86, "school"), (103, "school")}),
        ("The navy shot down 27 aircraft.", {(27, "plan")}),
        ("On that day 3,200 people crossed the bridge.", {(3200, "person")}),
        ("The bank raised its rate by 50 basis points.", {(0.5, "percentage point")}),
        ("The bank raised its rate by three quarters of a point.", {(0.75, "percentage point")}),
        ("The office of Ada Orlo, 27 of the ships and all boats.", {(27, "ship")}),
    ],
)
def test_a_number_is_read_with_what_it_counts(text: str, expected: set[tuple[float, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mother of 12 was killed on Sunday.",
        "An alleged 8 Block gang member was killed.",
        "The Orla Colts (10-5) won the game.",
        "The game was tied 13-13 before Maren won.",
        "He was four years older than the man who won.",
    ],
)
def test_a_number_that_says_who_it_is_or_how_it_stood_counts_nothing(text: str) -> None:
    assert counted(text) == set()


def test_a_figure_is_moving_only_where_its_own_clause_says_so() -> None:
    (still,) = figures("Eight pilgrims died, the priest said, after the last stretcher had been raised.")
    (moving,) = figures("The number of dead rose to eight.")
    assert (still.moving, moving.moving) == (False, True)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("It left the track at ten minutes to six on Tuesday morning.", 5 * 60 + 50),
        ("It left the track at six in the evening.", 18 * 60),
        ("From six in the evening till five in the morning nobody may go out.", 18 * 60),
        ("It began at twenty-five past seven on Monday evening.", 19 * 60 + 25),
    ],
)
def test_an_hour_in_words_is_read(text: str, minute: int) -> None:
    told = clock(text)
    assert told is not None
    assert told.minute == minute


@pytest.mark.parametrize("text", ["It sank at 6.15 pm or at 7.30 pm.", "Six in ten agreed."])
def test_what_gives_no_one_hour_gives_none(text: str) -> None:
    assert clock(text) is None


REPORT = (
    "A coach of Orla Travel left the Marren road in fog on 4 May 2024 and fell into the Sill ravine.",
    "It carried pilgrims of the parish of Leden home from a shrine.",
    "The road has 41 bends between Leden and the pass.",
    "Eighteen passengers died in the ravine and the driver was gravely hurt, police in Leden said.",
    "Helicopters could not fly, and rescuers lowered themselves on ropes.",
)
RETOLD = (
    "The people of Leden carried blankets to the Marren road on 4 May 2024.",
    "Below them in the Sill ravine lay the coach of Orla Travel that was to bring the pilgrims of the parish home.",
    "{} passengers died there in the ravine, police said when the rescuers had raised the last stretcher.",
    "Fog hung over the 41 bends, so that helicopters could not fly.",
    "The driver is in hospital, gravely hurt, and 30 schools in Leden are shut.",
)


def a_report(number: int, *lines: str) -> Account:
    return an_account(number, *lines, published=DAY, dates=DATES)


def retold(number: int, toll: str) -> Account:
    return a_report(number, *(line.format(toll) for line in RETOLD))


def test_one_toll_of_a_long_text_is_at_odds_with_that_of_another_hand() -> None:
    (one,) = found(a_report(1, *REPORT), retold(2, "Twenty-three"))
    assert (one.kind, one.later) == ("figure", False)
    assert {side.words for side in one.sides} == {"Eighteen passengers", "Twenty-three passengers"}


def test_what_both_tell_leaves_nothing_to_compare() -> None:
    assert not found(a_report(1, *REPORT), retold(2, "Eighteen"))


def test_a_number_that_both_documents_tell_is_put_beside_no_other() -> None:
    words = {
        word for each in figure_candidates(a_report(1, *REPORT), retold(2, "Twenty-three")) for word in each.clash.words
    }
    assert not any("41" in word for word in words)


@given(st.integers(14, 400), st.integers(14, 400))
def test_the_order_of_two_documents_changes_nothing(one: int, other: int) -> None:
    a, b = retold(1, str(one)), retold(2, str(other))
    here = {frozenset(each.clash.words): dict(each.evidence) for each in figure_candidates(a, b)}
    there = {frozenset(each.clash.words): dict(each.evidence) for each in figure_candidates(b, a)}
    assert here.keys() == there.keys()
    assert all(here[words] == pytest.approx(there[words]) for words in here)
