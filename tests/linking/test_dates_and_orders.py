"""Days, hours and orders of one happening that exclude each other, told in other words, and what is no such thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_differences import an_account, found, kinds

from bot.linking.accounts import Account
from bot.linking.dated import dated_in
from bot.linking.dates_told import date_candidates
from bot.linking.happenings import happenings
from bot.linking.turned import turns_in

DAY = "6 May 2024"
DATES = ("2 May 2024", "4 May 2024", "9 June 2024", "23 June 2024", "March 2021", "November 2021", "1998", "2004")


def a_report(number: int, *lines: str) -> Account:
    return an_account(number, *lines, published=DAY, dates=DATES)


def both_ways(one: str, other: str) -> set[tuple[str, ...]]:
    a, b = a_report(1, *one.split(" | ")), a_report(2, *other.split(" | "))
    return {tuple(kinds(a, b)), tuple(kinds(b, a))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Orlo, who ran the Leden theatre, died on 2 May 2024.", "Ada Orlo's death on 4 May 2024 moved Leden."),
        ("Leden and Maren inked the Orla pact on 2 May 2024.", "Maren and Leden signed the Orla pact on 4 May 2024."),
        ("The Orla trial begins on 9 June 2024 in Leden.", "The Orla trial in Leden opens on 23 June 2024."),
        ("The Orla mill in Leden closed in 1998.", "In Leden the Orla mill shut its doors in 2004."),
        ("The Orla exploded at 6.40 am in Leden.", "It was 8.15 am when the Orla blew up in Leden."),
    ],
)
def test_one_happening_told_in_other_words_has_one_date(one: str, other: str) -> None:
    assert both_ways(one, other) == {("date",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Orla mill in Leden closed in 1998.", "The Orla mill in Leden opened in 2004."),
        ("Ada Orlo resigned on 2 May 2024.", "Ada Orlo's deputy resigned on 4 May 2024."),
        ("The Orla trial begins on 9 June 2024.", "The Orla trial, postponed, begins on 23 June 2024."),
        ("The Orla sank on 2 May 2024.", "The Maren sank on 4 May 2024."),
        (
            "The Orla trial begins on 9 June 2024.",
            "First set for 9 June 2024, | the Orla trial begins on 23 June 2024.",
        ),
        ("The Orla burned on 2 May 2024.", "A fire on the Orla killed ten in 1998."),
        ("Ada Orlo, the mayor said on 2 May 2024, resigned.", "Ada Orlo, the mayor said on 4 May 2024, resigned."),
    ],
)
def test_another_happening_a_new_date_and_the_day_of_telling_are_no_other_date(one: str, other: str) -> None:
    assert both_ways(one, other) == {()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police cleared the Orla hall before the ceiling fell.", "The ceiling fell, and only then police cleared it."),
        ("Ada Orlo signed before the council voted.", "First the council voted, then Ada Orlo signed."),
        ("The dam gave way after the alarm rang in Orla.", "The dam in Orla had already burst when the alarm rang."),
        ("The sale of the Orla mill followed the vote.", "The Orla mill was sold before the deputies voted."),
        ("After the Orla closed, workers were paid.", "The Orla closed after workers had been paid."),
    ],
)
def test_an_order_is_turned_in_other_words(one: str, other: str) -> None:
    assert both_ways(one, other) == {("order",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police cleared the Orla hall before the ceiling fell.",
            "After police cleared the Orla hall the ceiling fell.",
        ),
        ("Ada Orlo signed before the council voted.", "Ada Orlo left after the council voted."),
        ("Ada Orlo will sign before the council votes.", "Ada Orlo will sign after the council votes."),
        ("Orla shares fell before the index rose.", "The index rose before Orla shares fell at the close of trading."),
    ],
)
def test_the_same_order_another_deed_and_a_plan_turn_nothing(one: str, other: str) -> None:
    assert both_ways(one, other) == {()}


def test_what_is_granted_before_it_is_applied_for_is_an_order() -> None:
    one = "The licence for the Orla quarry was granted in March 2021."
    other = "The firm applied for the licence for the Orla quarry in November 2021."
    assert both_ways(one, other) == {("order",)}
    assert both_ways(one.replace("March", "November"), other.replace("November", "March")) == {()}


@pytest.mark.parametrize(
    ("text", "kinds_"),
    [
        ("Her resignation takes effect in May.", ["resign", "begin"]),
        ("The ministers put pen to paper.", ["sign"]),
        ("The dyke gave way.", ["flood", "collapse"]),
        ("It closed on 8 March.", ["close"]),
    ],
)
def test_words_and_phrases_tell_what_happens(text: str, kinds_: list[str]) -> None:
    found_ = happenings(text)
    assert [each.kind for each in found_] == kinds_
    assert all(0 <= each.at.start < each.at.end <= len(text) for each in found_)


def test_a_date_hangs_on_what_happens_beside_it() -> None:
    (dated,) = dated_in(a_report(1, "The Orla mill, where a fire broke out, closed on 2 May 2024."))
    assert (dated.kinds[0], dated.words) == ("close", "2 May 2024")


def test_each_side_of_an_order_is_its_own_words() -> None:
    (turn,) = turns_in(a_report(1, "The siren sounded before the wave hit the quay."))
    assert (turn.first.roots & turn.then.roots, turn.words) == (
        frozenset(),
        "The siren sounded before the wave hit the quay.",
    )


LINES = st.sampled_from(
    [
        "Ada Orlo died on 2 May 2024.",
        "The death of Ada Orlo on 4 May 2024 moved Leden.",
        "The Orla mill closed in 1998, and it opened in 2004.",
        "The Orla trial begins on 9 June 2024 at 9.30 am.",
        "The Orla trial opens at noon.",
        "The Orla mill was sold before the council voted.",
        "The council voted only after the Orla mill was sold.",
        "Leden is quiet.",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=3), st.lists(LINES, min_size=1, max_size=3))
def test_it_is_the_same_from_either_side(here: list[str], there: list[str]) -> None:
    a, b = a_report(1, *here), a_report(2, *there)
    one = [(each.clash.words, dict(each.evidence)) for each in date_candidates(a, b)]
    other = [(each.clash.words[::-1], dict(each.evidence)) for each in date_candidates(b, a)]
    assert sorted(map(str, one)) == sorted(map(str, other))
    assert {(each.kind, frozenset(side.place for side in each.sides)) for each in found(a, b)} == {
        (each.kind, frozenset(side.place for side in each.sides)) for each in found(b, a)
    }
