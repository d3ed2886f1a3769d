"""Whether one sentence tells again what another told: its words, its story, and what it adds."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import retelling, saying, stems
from bot.answers.retelling import Telling, likelihood

TOPIC = saying.of_words("Ann Lee, Alba")


def telling(text: str, document: int, *, story: int | None = None, opens: bool = True) -> Telling:
    """As if all words but the topic's were equally rare."""
    found = sorted(set(stems.content(text)) - TOPIC)
    vector = dict.fromkeys(found, 1 / math.sqrt(len(found) or 1))
    return Telling(
        document=document,
        story=story,
        linked=story is not None,
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
    assert likelihood(telling(one, 1, story=1), telling(other, 2, story=1)) > 0.6


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


def test_one_story_tells_its_own_again_sooner_than_another() -> None:
    first = telling(QUAKE, 1, story=1)
    again = telling("A strong earthquake hit Alba and buried a mill.", 2, story=1)
    assert likelihood(first, again) > likelihood(first, replace(again, story=2))
    assert likelihood(first, again) > likelihood(first, replace(again, opens=False))


def test_who_shares_a_story_with_nobody_may_tell_the_same_one() -> None:
    first = telling(QUAKE, 1, story=1)
    again = telling("A strong earthquake hit Alba and buried a mill.", 2, story=2, opens=False)
    alone = replace(again, linked=False)
    assert likelihood(first, again) < likelihood(first, alone) < likelihood(first, replace(again, story=1))


def test_a_lead_of_a_later_day_is_less_likely_told() -> None:
    first = replace(telling(QUAKE, 1, story=1), day=date(2024, 5, 2))
    again = replace(telling("A strong earthquake hit Alba and buried a mill.", 2, story=1), day=date(2024, 5, 2))
    assert likelihood(first, again) > likelihood(first, replace(again, day=date(2024, 5, 9)))


def test_a_new_figure_speaks_for_a_sentence() -> None:
    plain, counted = "The quake in Alba killed people in houses.", "The quake in Alba killed 24 people in 11 houses."
    toll = telling(counted, 2, story=1)
    assert toll.figures == {"24", "11"}
    assert likelihood(telling(plain, 1, story=1), toll) < likelihood(
        telling(plain, 1, story=1), replace(toll, figures=frozenset())
    )


def test_how_old_somebody_is_is_no_news() -> None:
    text = "Ann Lee, 34, and Tobias Renn, 41, found a 12-year-old boy in 11 houses, 4.5 miles and 2 days from Alba."
    assert retelling.figures(text) == {"11", "4.5", "2"}


def test_one_dated_happening_of_two_documents_is_told_twice() -> None:
    one, other = telling(QUAKE, 1), telling("The earth shook Alba on Monday.", 2)
    together = likelihood(replace(one, happening=3), replace(other, happening=3))
    assert together > likelihood(replace(one, happening=3), replace(other, happening=4))


@given(st.text("abcdef 123", max_size=40), st.text("abcdef 123", max_size=40))
def test_it_is_a_likelihood_and_what_says_the_same_is_likeliest(one: str, other: str) -> None:
    a, b = telling(one, 1, story=1), telling(other, 2, story=1)
    assert 0 <= likelihood(a, b) <= 1
    if a.vector:
        assert likelihood(a, b) <= likelihood(a, replace(a, document=2, figures=frozenset())) + 0.2
