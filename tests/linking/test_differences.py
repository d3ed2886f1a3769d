"""What two documents of one happening may be said to differ in, and above all what not."""

import calendar
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.linking.accounts import Account, Said, When, is_one_happening
from bot.linking.claims import claims
from bot.linking.differences import Difference, differences
from bot.linking.figures import figures
from bot.linking.numbers import numbers
from bot.model import Period, Span

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}


def a_period(words: str) -> Period | None:
    """ "3 May 2024", "May 2024", "2024"; weekdays are not resolved."""
    parts = words.split()
    if not parts[-1].isdigit():
        return None
    year, month = int(parts[-1]), MONTHS[parts[-2]] if len(parts) > 1 else 0
    if len(parts) == 3:
        return Period.day(date(year, month, int(parts[0])))
    if month:
        return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def an_account(
    number: int,
    *lines: str,
    published: str = "",
    dates: tuple[str, ...] = (),
) -> Account:
    """`dates` are words of the lines. All accounts are of one story."""
    said = [
        Said(
            (number, place),
            line,
            dates=tuple(
                When(Span(line.index(words), line.index(words) + len(words)), words, a_period(words), stated=True)
                for words in dates
                if words in line
            ),
        )
        for place, line in enumerate(lines)
    ]
    day = a_period(published) if published else None
    return Account(number, 1, day, sure=day is not None, title="", lines=tuple(said))


def found(*accounts: Account) -> list[Difference]:
    return differences(accounts, lambda _a, _b: True)


def kinds(*accounts: Account) -> list[str]:
    return [each.kind for each in found(*accounts) if not each.later]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12 people", 12, 12),
        ("twenty-two people", 22, 22),
        ("two hundred and five people", 205, 205),
        ("1,250 people", 1250, 1250),
        ("4.2 million people", 4.2e6, 4.2e6),
        ("half a million people", 5e5, 5e5),
        ("at least 40 people", 40, float("inf")),
        ("up to 40 people", 0, 40),
        ("about 100 people", 80, 120),
        ("between 10 and 15 people", 10, 15),
        ("10 to 15 people", 10, 15),
        ("3 to 4.5 million people", 3e6, 4.5e6),
        ("dozens of people", 20, 299),
        ("a dozen people", 10.8, 13.2),
    ],
)
def test_a_number_knows_what_its_hedge_leaves_open(text: str, low: float, high: float) -> None:
    (number,) = numbers(text)
    assert (number.low, number.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("100", "about 112", True),
        ("at least 40", "58", True),
        ("at least 40", "12", False),
        ("3,000", "3,012", True),
        ("10", "12", False),
        ("$4.2 billion", "$4.17 billion", True),
        ("$4.2 billion", "$6 billion", False),
        ("dozens", "64", True),
    ],
)
def test_numbers_agree_when_both_can_be_right(one: str, other: str, *, agree: bool) -> None:
    a, b = numbers(one)[0], numbers(other)[0]
    assert (a.agrees(b), b.agrees(a)) == (agree, agree)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_agreeing_is_mutual_and_a_number_agrees_with_itself(a: int, b: int) -> None:
    one, other = numbers(f"{a} people")[0], numbers(f"{b} people")[0]
    assert one.agrees(one)
    assert one.agrees(other) == other.agrees(one)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("At least 12 people were killed and 30 injured.", ["KILLED", "INJURED"]),
        ("The blast killed nine soldiers and wounded two dozen others.", ["KILLED"]),
        ("The death toll rose to 15.", ["KILLED"]),
        ("Police arrested 12 people for killing 3 men.", ["ARRESTED", "KILLED"]),
        ("No one was hurt.", ["INJURED"]),
        ("A magnitude 6.4 quake struck.", ["magnitude"]),
        ("Profit rose 12 percent to $40 million.", ["percent", "$"]),
        ("Anna Roe, 34, was jailed for five years.", ["age", "hour"]),
        ("The bridge is 50 km (30 miles) away.", ["metre"]),
        ("S-400s, the 75th jubilee, Flight 12, 3-1, 9:30 am and 12 May.", []),
        ("The 2024 agreement holds.", []),
        ("Her time was 2 hours, 6 minutes and 48 seconds.", ["hour"]),
        ("He came two days later.", []),
        ("Another 12 people died.", []),
    ],
)
def test_a_figure_says_what_it_counts(text: str, counted: list[str]) -> None:
    assert [figure.counted for figure in figures(text)] == counted


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_spans_stay_inside(text: str) -> None:
    for at in [*(figure.at for figure in figures(text)), *(claim.at for claim in claims(text))]:
        assert 0 <= at.start <= at.end <= len(text)


@pytest.mark.parametrize(
    ("text", "act", "holds"),
    [
        ("The union signed the deal.", "sign", True),
        ("The union did not sign the deal.", "sign", False),
        ("The union refused to sign the deal.", "sign", False),
        ("The union left without signing the deal.", "sign", False),
        ("The house rejected the bill.", "approv", False),
        ("They failed to adopt a joint communique.", "exists communiqu", False),
        ("Norvia did not sign the joint statement.", "exists communiqu", True),
        ("The talks ended without a joint statement.", "exists communiqu", False),
    ],
)
def test_a_claim_says_whether_it_holds(text: str, act: str, *, holds: bool) -> None:
    assert (act, holds) in {(claim.act, claim.holds) for claim in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The union may sign the deal.",
        "If the union signed the deal, all was lost.",
        "The union wants to sign the deal.",
        'He said: "We did not sign the deal."',
    ],
)
def test_what_may_be_or_is_quoted_is_no_claim_of_the_document(text: str) -> None:
    assert "sign" not in {claim.act for claim in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The union is expected to sign the deal.",
        "The union will sign the deal.",
        "The union is to sign the deal.",
    ],
)
def test_what_is_to_come_is_told_from_what_was_done(text: str) -> None:
    assert {claim.planned for claim in claims(text) if claim.act == "sign"} == {True}
    assert {claim.planned for claim in claims("The union signed the deal.") if claim.act == "sign"} == {False}


SANK = "The ferry Orla sank off Sorrel Island, and 14 people died."
DROWNED = "Nineteen people died when the ferry Orla sank off Sorrel Island."


def test_two_tolls_of_one_day_differ_and_are_shown_in_their_own_words() -> None:
    (one,) = found(an_account(1, SANK, published="6 May 2024"), an_account(2, DROWNED, published="6 May 2024"))
    assert (one.kind, one.later) == ("figure", False)
    assert {side.words for side in one.sides} == {"14 people", "Nineteen people"}
    assert {side.place for side in one.sides} == {(1, 0), (2, 0)}


def test_a_higher_toll_of_a_later_day_is_later_not_at_odds() -> None:
    (one,) = found(an_account(1, SANK, published="6 May 2024"), an_account(2, DROWNED, published="8 May 2024"))
    assert one.later


def test_a_lower_toll_of_a_later_day_is_at_odds() -> None:
    assert kinds(an_account(1, DROWNED, published="6 May 2024"), an_account(2, SANK, published="8 May 2024")) == [
        "figure"
    ]


def test_a_document_that_tells_both_numbers_contradicts_neither() -> None:
    both = an_account(2, "The toll of the ferry Orla off Sorrel Island is 19 people dead; first 14 people died.")
    assert not kinds(an_account(1, SANK), both)


def test_dates_of_different_fineness_agree_and_apart_ones_differ() -> None:
    told = "The minister Carl Osei opened the new station at Whitmoor on {}."
    day, other, month = ("14 June 2024", "21 June 2024", "June 2024")
    one = an_account(1, told.format(day), dates=(day,))
    assert kinds(one, an_account(2, told.format(other), dates=(other,))) == ["date"]
    assert not kinds(one, an_account(2, told.format(month).replace(" on ", " in "), dates=(month,)))


def test_what_was_put_off_has_two_dates() -> None:
    one = an_account(1, "The hearing of Ilse Brandt in Altena was set for 9 April 2024.", dates=("9 April 2024",))
    other = an_account(
        2, "The hearing of Ilse Brandt in Altena was postponed to 16 April 2024.", dates=("16 April 2024",)
    )
    assert not found(one, other)


def test_two_holders_of_one_office_differ_and_a_former_one_does_not() -> None:
    treaty = "{} signed a water treaty with Ostland in Brucken."
    office = "Norvian Prime Minister"
    one = an_account(1, treaty.format(f"{office} Ida Strand"))
    other = an_account(2, treaty.format(f"{office} Olga Brem"))
    former = an_account(2, treaty.format(f"Former {office} Olga Brem"))
    assert "name" in kinds(one, other)
    assert "name" not in kinds(one, former)


def test_one_text_takes_it_that_a_paper_exists_the_other_that_it_does_not() -> None:
    one = an_account(1, "Norvia did not sign the final declaration of the Baltic forum, protesting at fishing quotas.")
    other = an_account(2, "Members of the Baltic forum failed to adopt a final declaration because of fishing quotas.")
    (difference,) = found(one, other)
    assert difference.kind == "claim"
    assert difference.key.startswith("exists")


def test_not_yet_signed_and_signed_later_is_no_contradiction() -> None:
    one = an_account(1, "The two governments did not sign the border protocol at Qarshi.", published="5 March 2024")
    other = an_account(2, "The two governments signed the border protocol at Qarshi.", published="9 March 2024")
    assert not kinds(one, other)


def test_carried_out_before_it_was_agreed_is_told_even_inside_one_document() -> None:
    lines = (
        "The withdrawal from Kandor was completed in March 2022.",
        "The June 2023 Kandor withdrawal agreement opened the road.",
    )
    dates = ("March 2022", "June 2023")
    assert kinds(an_account(1, *lines, dates=dates)) == ["order"]
    assert not kinds(
        an_account(1, *(line.replace("2022", "2024") for line in lines), dates=("March 2024", "June 2023"))
    )


def test_documents_of_two_happenings_are_never_compared() -> None:
    one = an_account(1, SANK)
    other = Account(
        2, 2, None, sure=False, title="", lines=(Said((2, 0), "A bus fell into the Calla, killing 30 people."),)
    )
    assert not found(one, other)


def test_pairs_nobody_asks_about_do_not_count_against_the_limit() -> None:
    alike = [
        an_account(number, "The dam at Orla cost 40 million pounds.", published="3 May 2024") for number in range(1, 9)
    ]
    new = an_account(9, "The dam at Orla cost 55 million pounds.", published="3 May 2024")
    told = differences([*alike, new], lambda a, b: 9 in {a.place[0], b.place[0]}, most=1)
    assert [each.kind for each in told] == ["figure"]


OPENED = (
    "Nobody in the harbour slept that night.",
    "The kettle was still warm when the pagers rang.",
    "A cook ran out in slippers, and so did a priest.",
    "Later the freighter Orla struck the pier of Leden, tore open two tanks and spilled oil into the bay.",
    "Captain Maren blamed a broken rudder; divers closed the hole with cement before the tide turned.",
)
REPORTED = (
    "The port authority has opened an inquiry.",
    "It will last for weeks, an official said.",
    "Insurers have sent experts.",
    "The freighter Orla had struck the pier of Leden and spilled oil from two tanks that tore open.",
    "A broken rudder was to blame, Captain Maren said; divers closed the hole with cement at low tide.",
)


def alone(number: int, lines: tuple[str, ...], published: str) -> Account:
    """Of no story."""
    return replace(an_account(number, *lines, published=published), story=None)


def test_two_texts_of_one_day_that_tell_alike_are_of_one_happening_however_they_open() -> None:
    assert is_one_happening(alone(1, OPENED, "6 May 2024"), alone(2, REPORTED, "7 May 2024"))


def test_the_same_of_other_days_or_with_little_in_common_is_not_of_one_happening() -> None:
    assert not is_one_happening(alone(1, OPENED, "6 May 2024"), alone(2, REPORTED, "9 May 2024"))
    assert not is_one_happening(alone(1, OPENED, "6 May 2024"), alone(2, REPORTED[:3], "7 May 2024"))
