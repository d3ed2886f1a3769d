"""Whether one sentence tells again what another told: its words, its story, and what it adds."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import retelling, saying, stems
from bot.answers.retelling import Telling, among_others, likelihood

TOPIC = saying.of_words("Ann Lee, Alba")


def telling(text: str, document: int, *, story: int | None = None, opens: bool = True) -> Telling:
    """As if all words but the topic's were equally rare."""
    found = sorted(set(stems.content(text)) - TOPIC)
    vector = dict.fromkeys(found, 1 / math.sqrt(len(found) or 1))
    return Telling(
        document=document,
        story=story,
        opens=opens,
        day=None,
        happening=None,
        vector=vector,
        kinds=retelling.kinds(vector),
        things=saying.of_words(text) - TOPIC,
        figures=retelling.figures(text),
    )


QUAKE = "A strong earthquake hit the hills of Alba, flattening houses and burying a mill."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (QUAKE, "A powerful quake shook the hills of Alba, and houses and a mill were flattened."),
        (
            "Ann Lee was found guilty of robbing the silver mill.",
            "A jury convicted Ann Lee of the silver mill robbery.",
        ),
        ("The ferry company bought a shipyard in Brill.", "A shipyard in Brill was acquired by the ferry company."),
    ],
)
def test_the_leads_of_one_story_in_other_words_are_one_telling(one: str, other: str) -> None:
    assert likelihood(telling(one, 1, story=1), telling(other, 2, story=1)) > 0.3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (QUAKE, "Soldiers brought tents and bread to Alba by mule, as the road was lost."),
        (QUAKE, "The dead are 24 and the wounded 200, hospitals of Alba said."),
        ("Ann Lee robbed the silver mill.", "Ann Lee was born in Brill, where her father made clocks."),
    ],
)
def test_what_one_story_has_new_is_none(one: str, other: str) -> None:
    assert likelihood(telling(one, 1, story=1), telling(other, 2, story=1, opens=False)) < 0.3


def test_leads_of_one_story_are_one_telling_sooner_than_others() -> None:
    first = telling(QUAKE, 1, story=1)
    again = telling("A strong earthquake hit Alba and buried a mill.", 2, story=1)
    assert likelihood(first, again) > likelihood(first, replace(again, story=2))
    assert likelihood(first, again) > likelihood(first, replace(again, opens=False))


def test_a_document_seldom_tells_its_own_again() -> None:
    first = telling(QUAKE, 1, story=1)
    again = telling("A strong earthquake hit Alba and buried a mill.", 2, story=1, opens=False)
    assert likelihood(first, again) > likelihood(first, replace(again, document=1))


def test_a_lead_of_a_later_day_is_less_likely_told() -> None:
    first = replace(telling(QUAKE, 1, story=1), day=date(2024, 5, 2))
    again = replace(telling("A strong earthquake hit Alba and buried a mill.", 2, story=1), day=date(2024, 5, 2))
    assert likelihood(first, again) > likelihood(first, replace(again, day=date(2024, 5, 9)))


def test_one_long_figure_in_two_documents_speaks_for_one_telling() -> None:
    one, other = "The quake in Alba moved 4,120 tons of rock.", "Of 4,120 tons that fell, half lie on the road."
    tolls = telling(one, 1, story=1), telling(other, 2, story=1, opens=False)
    assert likelihood(*tolls) > likelihood(tolls[0], replace(tolls[1], figures=frozenset({"3,120"})))


def test_what_is_counted_goes_with_its_number_and_ages_and_years_are_shared_by_chance() -> None:
    text = (
        "Ann Lee, 34, and Tobias Renn, 41, found a 112-year-old box, 4,500 miles off, in 11 days and 2.5 hours in 2024."
    )
    assert retelling.figures(text) == {"4,500", "4,500 mile", "11 dai", "2.5 hour"}
    one, other = telling("Lee ran back 32 yards.", 1, story=1), telling("The ball flew 32 yards.", 2, story=1)
    less = likelihood(one, telling("The ball flew 31 yards.", 2, story=1))
    assert 1 - likelihood(one, other) < (1 - less) / 4


def test_somebodys_words_about_it_are_not_yet_what_happened() -> None:
    first = telling(QUAKE, 1, story=1)
    again = telling("A strong earthquake hit Alba and buried a mill.", 2, story=1)
    assert likelihood(first, again) > likelihood(first, replace(again, is_speech=True))


RIDGE, ROPE = "Two climbers died below a ridge of Mount Arl.", "The rope broke and both fell to the glacier."
BOTH = "Two climbers died when the rope broke and they fell from a ridge to the glacier."


def test_two_that_are_like_the_same_third_one_are_likelier_one_telling() -> None:
    one, other = telling(RIDGE, 1, story=1), telling(ROPE, 2, story=1)
    aside = telling("Bakers in Brill raised the price of rye bread.", 3, story=1)
    told = among_others([one, other, telling(BOTH, 3, story=1)])
    alone = among_others([one, other, aside])
    assert likelihood(told[0], told[1]) > 2 * likelihood(alone[0], alone[1])


@pytest.mark.parametrize(("document", "story"), [(2, 1), (3, 3)])
def test_a_documents_own_sentences_and_other_stories_are_no_company(document: int, story: int) -> None:
    one, other = telling(RIDGE, 1, story=1), telling(ROPE, 2, story=1)
    told = among_others([one, other, telling(BOTH, document, story=story)])
    assert not any(a * b for a, b in zip(told[0].company, told[1].company, strict=True))


def test_what_every_document_says_of_the_topic_makes_no_telling() -> None:
    start = "Finance minister Otto Frey of Sudia"
    one, other = telling(f"{start} left for Brill.", 1), telling(f"{start} sold his horse.", 2)
    few = among_others([one, other, *(telling(f"Baker number {n} rose early.", n) for n in range(3, 9))])
    many = among_others([one, other, *(telling(f"{start} met baker number {n}.", n) for n in range(3, 9))])
    assert likelihood(many[0], many[1]) < likelihood(few[0], few[1])


def test_a_year_is_shared_by_chance() -> None:
    told = among_others([telling("The mill burnt in 2024.", 1), telling("Ann bought a ship in 2024.", 2)])
    assert told[0].rarity["2024"] == 0


def test_one_dated_happening_of_two_documents_is_told_twice() -> None:
    one, other = telling(QUAKE, 1), telling("The earth shook Alba on Monday.", 2)
    together = likelihood(replace(one, happening=3), replace(other, happening=3))
    assert together > likelihood(replace(one, happening=3), replace(other, happening=4))


@given(st.lists(st.text("abcdef 123", max_size=40), max_size=6))
def test_what_the_others_say_is_between_nothing_and_all(texts: list[str]) -> None:
    alone = [telling(text, number, story=1) for number, text in enumerate(texts)]
    told = among_others(alone)
    assert [replace(each, company=(), rarity={}) for each in told] == alone
    assert all(len(each.company) == len(texts) and math.hypot(*each.company) <= 1 for each in told)
    assert all(0 <= worth < 1 for each in told for worth in each.rarity.values())


@given(st.text("abcdef 123", max_size=40), st.text("abcdef 123", max_size=40))
def test_it_is_a_likelihood_and_what_says_the_same_is_likeliest(one: str, other: str) -> None:
    a, b = telling(one, 1, story=1), telling(other, 2, story=1)
    assert 0 <= likelihood(a, b) <= 1
    if a.vector:
        assert likelihood(a, b) <= likelihood(a, replace(a, document=2, figures=frozenset())) + 0.2
