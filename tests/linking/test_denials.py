"""What a sentence says is not so, and when another document that says it is so contradicts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_differences import an_account, found, kinds

from bot.linking.assertions import denials, mentions
from bot.linking.claims_told import claim_candidates
from bot.linking.lexicon import WORDS
from bot.linking.wordforms import root

DAY = "6 May 2024"
LATER = "9 May 2024"

DENIED = [
    ("The crew did not leave the ship.", "leave"),
    ("The crew failed to leave the ship.", "leave"),
    ("The crew has yet to paint the ship.", "paint"),
    ("The crew, he said, never painted the ship.", "paint"),
    ("Nobody painted the ship.", "paint"),
    ("None of the sailors had painted the ship.", "paint"),
    ("Divers found no asbestos in the hold.", "asbestos"),
    ("Divers found no asbestos in the hold.", "find"),
    ("No ransom was paid to the pirates.", "ransom"),
    ("The talks ended without an agreement.", "agreement"),
    ("The harbour is free of toxic algae.", "algae"),
    ("The owner refused permission for a search.", "permission"),
    ("The owner denied that the ship was painted.", "paint"),
    ("The owner denied it was painting the ship.", "paint"),
    ("Reports that the ship had been painted were false.", "paint"),
    ("The police ruled out arson.", "arson"),
    ("The owner dismissed reports that the ship had been painted.", "paint"),
    ("The council turned the plan down.", "reject"),
    ("The ship is no longer seaworthy.", "seaworthy"),
    ("Tugs tried in vain to tow the ship.", "tow"),
]


def _acts(text: str) -> set[str]:
    return {act for each in denials(text) for act, holds in each.acts if not holds}


@pytest.mark.parametrize(("text", "word"), DENIED)
def test_a_denial_is_read_however_it_is_told(text: str, word: str) -> None:
    assert {root(word), *(act for act, _ in WORDS.get(word, ()))} & _acts(text)


ASSERTED = [
    ("The crew painted the ship.", "paint"),
    ("The owner did not deny that the ship was painted.", "paint"),
    ("Without an agreement the port could close.", "agreement"),
    ("The crew not only painted the ship but sold it.", "paint"),
    ("There is no doubt that the crew painted the ship.", "paint"),
    ("The owner failed to say so, but the crew painted the ship.", "paint"),
    ("The crew would not have painted the ship.", "paint"),
]


@pytest.mark.parametrize(("text", "word"), ASSERTED)
def test_what_is_told_supposed_or_denied_twice_is_no_denial(text: str, word: str) -> None:
    assert root(word) not in _acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The sides hope to reach an agreement.",
        "The prospects of an agreement are dim.",
        'He said: "We have an agreement".',
        "The sides failed to reach an agreement.",
    ],
)
def test_what_is_hoped_for_quoted_or_denied_does_not_hold(text: str) -> None:
    assert [each for each in mentions(text, root("agreement")) if each.claim.holds and not each.unreal] == []


@pytest.mark.parametrize(("text", "_word"), [*DENIED, *ASSERTED])
def test_the_words_of_a_denial_stand_in_its_sentence(text: str, _word: str) -> None:
    for each in denials(text):
        at = each.claim.at
        assert 0 <= at.start < at.end <= len(text)
        assert text[at.start : at.end].strip() == text[at.start : at.end] != ""


@given(st.lists(st.sampled_from(["no", "not", "denied", "that", "the", "crew", "paid", ",", "yet", "to", "out", "of"])))
def test_no_order_of_denying_words_upsets_the_reading(told: list[str]) -> None:
    text = " ".join(told)
    assert all(each.claim.at.end <= len(text) for each in denials(text))


CONTRADICTED = [
    ("Ada Orlo signed the Orla accord.", "Ada Orlo left without having put her name to the Orla accord."),
    ("Minister Ada Orlo attended the Orla service.", "Minister Ada Orlo stayed away from the Orla service."),
    ("The judges in Orla found the banker guilty.", "The judges in Orla acquitted the banker."),
    ("The Orla tunnel bill was passed by the senate.", "The Orla tunnel bill failed in the senate."),
    ("The firm Orla paid a ransom to the pirates.", "The firm Orla said no ransom was paid to the pirates."),
    ("The judge upheld the claim against the Orla mill.", "The judge threw out the claim against the Orla mill."),
    ("Minister Ada Orlo knew about the cracks.", "Minister Ada Orlo denied she knew about the cracks."),
    ("The council of Orla accepted the plan for the tower.", "The council of Orla turned the plan for the tower down."),
    ("Soldiers withdrew from Orla on Sunday.", "Soldiers remain in Orla."),
    ("A jury in Orla convicted the banker Ada Falk.", "A jury in Orla acquitted the banker Ada Falk."),
    ("The residents of Orla were warned of the flood.", "The residents of Orla were given no warning of the flood."),
    ("Divers recovered the Orla's bell.", "Divers failed to recover the Orla's bell."),
    ("The Orla summit adopted a declaration on fishing.", "The Orla summit ended without a declaration on fishing."),
]


@pytest.mark.parametrize(("one", "other"), CONTRADICTED)
def test_what_one_tells_as_so_and_another_as_not_so_is_shown_once(one: str, other: str) -> None:
    a, b = an_account(1, one, published=DAY), an_account(2, other, published=DAY)
    assert kinds(a, b) == kinds(b, a) == ["claim"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council of Orla approved the bridge.", "The council of Orla rejected the stadium."),
        ("Dockers of Orla accepted the pay offer.", "Drivers of Brucken rejected the pay offer."),
        ("The Orla summit will adopt a declaration.", "The Orla summit adopted no declaration."),
        ("Ada Orlo resigned as minister.", "Ada Orlo did not resign as party chairwoman."),
        ("The crew of the Orla was paid in May 2024.", "The crew of the Orla was not paid in March 2024."),
        ("The Orla talks failed to bring an agreement.", "The Orla talks ended without an agreement."),
    ],
)
def test_what_is_of_two_things_times_or_plans_is_left_alone(one: str, other: str) -> None:
    a = an_account(1, one, published=DAY, dates=("May 2024",))
    b = an_account(2, other, published=DAY, dates=("March 2024",))
    assert "claim" not in kinds(a, b)


def test_every_word_stands_on_one_side_of_a_class() -> None:
    for told in WORDS.values():
        assert len({name for name, _ in told}) == len(told)


def test_what_was_opened_may_be_closed_again_and_what_began_may_end() -> None:
    one, other = "The Orla festival began in the old harbour.", "The Orla festival ended in the old harbour."
    assert kinds(an_account(1, one, published=DAY), an_account(2, other, published=DAY)) == []


def test_nobody_killed_today_contradicts_no_deaths_of_long_ago() -> None:
    a = an_account(1, "No sailors were killed in the fire on the ferry Orla.", published=DAY)
    old = "Sailors were killed in the fire on the ferry Orla in 2014."
    assert kinds(a, an_account(2, old, published=DAY, dates=("2014",))) == []
    assert kinds(a, an_account(2, old.replace(" in 2014", ""), published=DAY)) == ["claim"]


def test_a_document_that_tells_both_sides_contradicts_none() -> None:
    one = an_account(1, "Rebels captured the town of Orla.", published=DAY)
    denial = "The army denied rebels had captured Orla."
    both = an_account(2, "Rebels captured the town of Orla, their spokesman said.", denial, published=DAY)
    assert list(claim_candidates(one, an_account(2, denial, published=DAY)))
    assert found(one, both) == []


def test_what_is_done_days_after_it_was_denied_is_later() -> None:
    one = an_account(1, "The union of Orla has not signed the pay deal.", published=DAY)
    two = an_account(2, "The union of Orla signed the pay deal.", published=LATER)
    assert [(each.kind, each.later) for each in found(one, two)] == [("claim", True)]


def test_what_is_denied_later_is_at_odds() -> None:
    one = an_account(1, "The union of Orla signed the pay deal.", published=DAY)
    two = an_account(2, "The union of Orla has not signed the pay deal.", published=LATER)
    assert [(each.kind, each.later) for each in found(one, two)] == [("claim", False)]
