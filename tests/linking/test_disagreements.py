"""Hours, places, doers, orders and measures that two documents give differently, and what is no such thing."""

import pytest
from test_differences import an_account, found, kinds

from bot.linking.claims import claims
from bot.linking.clocks import clock
from bot.linking.figures import figures
from bot.linking.scopes import told_by
from bot.linking.wordforms import root

DAY = "6 May 2024"


def told(text: str) -> list[str]:
    return [text[span.start : span.end].strip() for span in told_by(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two boats sank, harbour master Ole Rand told reporters.", ["harbour master Ole Rand told reporters."]),
        ("The army said that two boats sank.", ["The army said that"]),
        ("Northline said it lost two boats.", []),
        ("According to the log, two boats sank.", ["According to the log"]),
    ],
)
def test_who_only_reports_it_is_told_from_what_is_reported(text: str, who: list[str]) -> None:
    assert told(text) == who


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("It sank at 2.30 pm on Monday.", "It sank at half past two on Monday afternoon.", True),
        ("It sank at 9:40am.", "It sank at about 10.15 on Monday morning.", False),
        ("It sank at 7.15 am.", "It sank at 7.15 pm.", False),
        ("It sank at about 8 pm.", "It sank at 8.15 pm.", True),
        ("It sank at noon.", "It sank at 12:00.", True),
    ],
)
def test_hours_agree_as_far_as_their_words_are_sure(one: str, other: str, *, agree: bool) -> None:
    here, there = clock(one), clock(other)
    assert here is not None
    assert there is not None
    assert here.agrees(there) is agree


@pytest.mark.parametrize("text", ["Shares ended at 14.20 dollars.", "It rose by 3.15 percent.", "It sank at 0300 GMT."])
def test_a_price_or_a_zone_is_no_hour(text: str) -> None:
    assert clock(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Orla tunnel is 10 kilometres long.", "The Orla tunnel is 6.2 miles long."),
        ("Winds of 145 kilometres an hour hit the Orla.", "Winds of 90 miles an hour hit the Orla."),
        ("It was 42 degrees Celsius in Orla.", "It was 108 degrees Fahrenheit in Orla."),
        ("The truce is to last 72 hours.", "The truce is to last three days."),
    ],
)
def test_units_are_brought_together_before_anything_is_compared(one: str, other: str) -> None:
    (here,), (there,) = figures(one), figures(other)
    assert here.counted == there.counted
    assert here.number.agrees(there.number)


DAMAGE = "Nobody was hurt on 5 May 2024, and the road is open again."  # both documents tell this too


def kinds_in_reports(one: str, other: str) -> list[str]:
    return kinds(
        an_account(1, one, DAMAGE, published=DAY, dates=("5 May 2024",)),
        an_account(2, other, DAMAGE, published=DAY, dates=("5 May 2024",)),
    )


BRIDGE = "The Orla Bridge cost 30 million euros, the mayor said."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The Orla Bridge cost 45 million euros, a clerk said.", ["figure"]),
        ("The Orla Bridge was expected to cost 55 million euros.", []),
        ("The toll house of the Orla Bridge cost 2 million euros.", []),
        ("The Orla Bridge cost more than 25 million euros.", []),
    ],
)
def test_a_measure_is_compared_with_the_same_measure_of_the_same_thing(other: str, expected: list[str]) -> None:
    assert kinds_in_reports(BRIDGE, other) == expected


STRUCK = "Fourteen drones struck the Orla terminal on Sunday."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Sixteen drones struck the Orla terminal on Sunday.", ["figure"]),
        ("Sixteen drones, including fourteen of the army's, struck the Orla terminal on Sunday.", []),
        ("Sixteen drones struck the Orla terminal in the first half of the year.", []),
    ],
)
def test_a_count_is_compared_with_the_same_count_of_the_whole(other: str, expected: list[str]) -> None:
    assert kinds_in_reports(STRUCK, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla beat Maren 3-1 in the Leden derby.", "Ten men could not help Maren: Orla won the Leden derby 4-1."),
        ("Thieves took seven paintings from the Orla.", "Gone are nine pictures that hung in the Orla."),
        ("The Orla bakery in Leden employs 340 people.", "Of the Orla bakery in Leden 410 workers speak fondly."),
        ("Some 6,200 runners took part in the Orla race.", "The field in the Orla race numbered 7,500."),
        ("The quake in Orla had a magnitude of 5.4.", "The tremor measured 6.1 in Orla."),
    ],
)
def test_the_same_is_counted_in_other_words(one: str, other: str) -> None:
    assert "figure" in kinds_in_reports(one, other)
    assert "figure" in kinds_in_reports(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police arrested 87 people in Orla.", "Twelve people from Leden were arrested in Orla as part of the raids."),
        ("The Orla Bridge cost 30 million euros.", "Critics had asked for an Orla Bridge at 12 million euros."),
        ("In Orla 4,000 people marched.", "Police counted 2,500 marchers in Orla, the unions 4,000."),
        ("Each of the ten Orla planes costs 45 million euros.", "For the Orla planes 450 million euros are paid."),
    ],
)
def test_a_part_a_wish_both_numbers_or_a_sum_of_them_are_no_other_figure(one: str, other: str) -> None:
    assert kinds_in_reports(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The Orla sank at 7.15 am on Sunday.", "The Orla sank at 9.40 pm on Sunday.", ["date"]),
        ("The Orla sank at 7.15 am on Sunday.", "The Maren sank at 9.40 pm on Sunday.", []),
        ("The Orla talks will be held in Leden.", "The Orla talks will be held in Brucken.", ["name"]),
        ("The Orla talks will be held in Leden.", "The Orla talks were held in Brucken.", []),
        ("The Orla talks will be held in Leden.", "The Orla talks will be held in the Hotel Regina.", []),
    ],
)
def test_hours_and_places_of_one_deed_are_compared(one: str, other: str, expected: list[str]) -> None:
    assert kinds(an_account(1, one, published=DAY), an_account(2, other, published=DAY)) == expected


def test_the_husband_of_one_is_not_another() -> None:
    one = an_account(1, "Police arrested her former husband, Ziad Karam, over the Orla fire.", published=DAY)
    two = an_account(2, "Over the Orla fire police arrested her former husband, Elias Mansour.", published=DAY)
    (difference,) = found(one, two)
    assert (difference.kind, {side.words for side in difference.sides}) == ("name", {"Ziad Karam", "Elias Mansour"})


def test_a_name_spelled_otherwise_is_no_other_name() -> None:
    one = an_account(1, "Police arrested her husband, Olena Hrytsak, over the Orla fire.", published=DAY)
    two = an_account(2, "Police arrested her husband, Elena Gritsak, over the Orla fire.", published=DAY)
    assert kinds(one, two) == []


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The Orla was evacuated only after the fire broke out.", ["order"]),
        ("The fire broke out after the Orla was evacuated.", []),
        ("The Orla was searched after the fire broke out.", []),
    ],
)
def test_before_and_after_are_compared(other: str, expected: list[str]) -> None:
    one = an_account(1, "The Orla was evacuated before the fire broke out.", published=DAY)
    assert kinds(one, an_account(2, other, published=DAY)) == expected


def test_nothing_is_done_before_that_after_which_it_was_done() -> None:
    one = an_account(1, "Work at the Orla quarry began in April 2021.", dates=("April 2021",))
    two = an_account(
        2,
        "The licence for the Orla quarry was issued in February 2022.",
        "Work began after the licence was issued.",
        dates=("February 2022",),
    )
    assert kinds(one, two) == ["order"]


@pytest.mark.parametrize(
    "text",
    [
        "No convoy entered the town.",
        "The army denied that a convoy had entered the town.",
        "The convoy never entered the town.",
        "The convoy had not entered the town.",
    ],
)
def test_there_are_many_ways_to_deny(text: str) -> None:
    entering = root("entered")
    assert [claim.holds for claim in claims(text) if claim.act == entering] == [False]
