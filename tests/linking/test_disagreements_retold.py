"""Disagreements between reports that tell one thing in other words, other order and another voice."""

import pytest
from test_differences import an_account, kinds

from bot.linking.wordforms import root, words

DAY = "6 May 2024"


@pytest.mark.parametrize(
    ("one", "other"),
    [("signed", "inked"), ("resigned", "quit"), ("recovered", "recover"), ("lorries", "truck"), ("treaty", "pacts")],
)
def test_words_of_one_meaning_share_a_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(("one", "other"), [("state", "statement"), ("stating", "statements"), ("price", "prize")])
def test_words_of_two_meanings_do_not(one: str, other: str) -> None:
    assert root(one) != root(other)


def test_a_phrasal_verb_is_one_word() -> None:
    told = [word.root for word in words("Ada Orlo stepped down on Monday.") if word.root]
    assert told[2] == root("resigned")
    assert root("down") not in told


RETOLD = [
    ("date", "Minister Ada Orlo resigned on 2 May 2024 over the tunnel.", "Ada Orlo stepped down on 4 May 2024."),
    (
        "date",
        "The Orla Museum opened its doors on 3 May 2019.",
        "Old lamps fill the Orla Museum, which was opened on 9 June 2019.",
    ),
    ("name", "The freighter Orla Star ran aground at Gull Point.", "The vessel Orla Star ran aground at Cape Merrow."),
    (
        "name",
        "The Orla chess trophy was won by Rita Falk.",
        "Rain fell. The winner of the Orla chess trophy is Nina Sorin.",
    ),
    (
        "figure",
        "The Orla Bridge was opened. Building it cost 310 million crowns.",
        "With a price tag of 390 million crowns, the Orla Bridge is dear.",
    ),
]


@pytest.mark.parametrize(("kind", "one", "other"), RETOLD)
def test_what_is_done_once_is_held_against_its_retelling(kind: str, one: str, other: str) -> None:
    a = an_account(1, *one.split(". "), published=DAY, dates=("2 May 2024", "3 May 2019"))
    b = an_account(2, *other.split(". "), published=DAY, dates=("4 May 2024", "9 June 2019"))
    assert kinds(a, b) == [kind]


APART = [
    ("Ada Orlo resigned as prime minister.", "Ada Orlo did not resign as party chairman."),
    ("Ada Orlo opened the station at Whit on 2 May 2024.", "Ada Orlo opened the tunnel at Whit on 4 May 2024."),
    ("The Orla paintings are worth 60 million euros.", "The pair of Orla paintings is worth 24 million euros."),
    ("Rita Falk won the Orla Cup.", "Nina Sorin won the women's Orla Cup."),
    ("The Orla Fund is expected to buy shares.", "The Orla Fund is not expected to buy bonds."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_sounds_alike_is_left_alone(one: str, other: str) -> None:
    a = an_account(1, one, published=DAY, dates=("2 May 2024",))
    b = an_account(2, other, published=DAY, dates=("4 May 2024",))
    assert kinds(a, b) == []
