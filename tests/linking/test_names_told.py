"""Who or where it was: two names in one part are shown beside each other, and others are left alone."""

from datetime import date
from itertools import permutations

import pytest

from bot.linking.accounts import Account, Said
from bot.linking.differences import differences
from bot.linking.frames import frames, parts
from bot.linking.posts import beside, fields
from bot.linking.wordforms import root, words
from bot.model import Kind, Period, Span

DAY = date(2024, 5, 6)


def an_account(number: int, text: str, *names: tuple[str, Kind], title: str = "") -> Account:
    """One sentence that holds these names; all accounts are of one story and day."""
    spans: list[tuple[Span, Kind]] = [
        (Span(text.index(name), text.index(name) + len(name)), kind) for name, kind in names
    ]
    said = Said(
        (number, 0),
        text,
        names=tuple((hash(at.of(text)), at) for at, _ in spans),
        kinds=tuple(kind for _, kind in spans),
    )
    return Account(number, 1, Period(DAY, DAY, "day"), sure=True, title=title, lines=(said,))


def told(*accounts: Account) -> list[tuple[str, frozenset[str]]]:
    found = differences(accounts, lambda _a, _b: True)
    return [(each.kind, frozenset(side.words for side in each.sides)) for each in found]


APART: list[tuple[str, tuple[str, Kind], str, tuple[str, Kind]]] = [
    ("The Selm Prize was awarded to Ada Mohr.", ("Ada Mohr", "PERSON"),
     "Ivo Kass won the Selm Prize.", ("Ivo Kass", "PERSON")),
    ("The board of Selm Rail appointed Ada Mohr as chief executive.", ("Ada Mohr", "PERSON"),
     "Ivo Kass will be the new chief executive of Selm Rail.", ("Ivo Kass", "PERSON")),
    ("The brewery Selm was bought by Corvex.", ("Corvex", "ORGANISATION"),
     "The Halden Fund has bought the brewery Selm.", ("Halden Fund", "ORGANISATION")),
    ("The talks on the Selm were held in Brill.", ("Brill", "PLACE"),
     "The talks on the Selm took place in Oster.", ("Oster", "PLACE")),
    ("The ferry Selm ran aground at Brill.", ("Brill", "PLACE"),
     "The ferry Selm ran aground near Oster.", ("Oster", "PLACE")),
    ("Ada Mohr won the Grand Prix of Selm.", ("Ada Mohr", "PERSON"),
     "The winner of the Grand Prix of Selm, Ivo Kass, wept.", ("Ivo Kass", "PERSON")),
    ("The Selm Liberation Army claimed responsibility for the attack in the Selm valley.",
     ("Selm Liberation Army", "ORGANISATION"),
     "Responsibility for the attack in the Selm valley was claimed by the River Front.",
     ("River Front", "ORGANISATION")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "name", "other", "another"), APART)
def test_two_names_in_one_part_are_shown(
    one: str, name: tuple[str, Kind], other: str, another: tuple[str, Kind]
) -> None:
    accounts = an_account(1, one, name), an_account(2, other, another)
    assert told(*accounts) == [("name", frozenset([name[0], another[0]]))]


@pytest.mark.parametrize(("one", "name", "other", "another"), APART)
def test_the_order_of_the_documents_says_nothing(
    one: str, name: tuple[str, Kind], other: str, another: tuple[str, Kind]
) -> None:
    orders = [told(*order) for order in permutations((an_account(1, one, name), an_account(2, other, another)))]
    assert orders[0] == orders[1]


@pytest.mark.parametrize(
    ("one", "name", "other", "another"),
    [
        ("Selm Rail appointed Ada Mohr as chief executive.", ("Ada Mohr", "PERSON"),
         "Selm Rail appointed Ivo Kass as chief financial officer.", ("Ivo Kass", "PERSON")),
        ("The Norvian minister Ada Mohr signed the Selm treaty.", ("Ada Mohr", "PERSON"),
         "The Ostian minister Ivo Kass signed the Selm treaty.", ("Ivo Kass", "PERSON")),
        ("Ada Mohr won the Selm Prize.", ("Ada Mohr", "PERSON"),
         "The former winner of the Selm Prize, former mayor Ivo Kass, clapped.", ("Ivo Kass", "PERSON")),
        ("The premier of Selm appointed Ada Mohr minister of finance.", ("Ada Mohr", "PERSON"),
         "The premier of Selm appointed Ivo Kass minister of health.", ("Ivo Kass", "PERSON")),
        ("Mayor Ada Mohr opened the Selm inquiry.", ("Ada Mohr", "PERSON"),
         "Deputy Mayor Ivo Kass opened the Selm inquiry.", ("Ivo Kass", "PERSON")),
        ("Ada Mohr scored the first goal of the Selm derby.", ("Ada Mohr", "PERSON"),
         "Ivo Kass scored the second goal of the Selm derby.", ("Ivo Kass", "PERSON")),
        ("The Selm treaty was broken, said Ada Mohr.", ("Ada Mohr", "PERSON"),
         "The Selm treaty was broken, said Ivo Kass.", ("Ivo Kass", "PERSON")),
        ("The Selm Prize went to a Brill firm.", ("Brill", "ORGANISATION"),
         "The Halden Fund won the Selm Prize.", ("Halden Fund", "ORGANISATION")),
        ("Ada Mohr won the Selm race.", ("Ada Mohr", "PERSON"),
         "Ivo Kass won the women's Selm race.", ("Ivo Kass", "PERSON")),
        ("The president of Selm laid a wreath in Brill in the morning.", ("Brill", "PLACE"),
         "The president of Selm laid a wreath in Oster in the afternoon.", ("Oster", "PLACE")),
        ("The Selm talks were held in Brill.", ("Brill", "PLACE"),
         "The Selm talks were held at the Oster Hotel.", ("Oster Hotel", "ORGANISATION")),
        ("The Selm Prize was awarded to Ada Mohr.", ("Ada Mohr", "PERSON"),
         "Ada Mor won the Selm Prize.", ("Ada Mor", "PERSON")),
        ("The Selm Prize went to the Halden Union Board.", ("Halden Union Board", "ORGANISATION"),
         "The HUB won the Selm Prize.", ("HUB", "ORGANISATION")),
    ],
)  # fmt: skip
def test_other_offices_days_and_spellings_are_no_disagreement(
    one: str, name: tuple[str, Kind], other: str, another: tuple[str, Kind]
) -> None:
    assert not told(an_account(1, one, name), an_account(2, other, another))


def test_a_name_that_the_other_knows_is_in_no_disagreement() -> None:
    one = an_account(1, "The Selm Prize was awarded to Ada Mohr.", ("Ada Mohr", "PERSON"))
    other = an_account(2, "Ivo Kass won the Selm Prize.", ("Ivo Kass", "PERSON"), title="Ada Mohr claps")
    assert not told(one, other)


def test_what_somebody_is_called_stands_right_beside_the_name() -> None:
    told = "The winner of the Selm race, Ada Mohr, a baker from Brill, wept"
    called = beside(words(told), Span(told.index("Ada"), told.index(", a baker")))
    assert {root("winner"), root("baker")} <= called


@pytest.mark.parametrize(
    ("one", "other"), [("finance", "treasury"), ("defence", "military"), ("fiction", "literature")]
)
def test_a_field_has_more_than_one_word(one: str, other: str) -> None:
    assert fields([root(one)]) == fields([root(other)])
    assert fields([root(one)]).isdisjoint(fields([root("health")]))


def test_what_was_done_says_in_which_part_somebody_stands() -> None:
    assert "buyer" in parts([(root("bought"), "did")]) & parts([(root("sold"), "to")])
    assert "winner" not in parts([(root("lost"), "did")])
    assert frames([root("epicentre")]) == frames([root("earthquake")])
