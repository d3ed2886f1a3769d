"""The desk that both faces ask: a database's reader behind it, completion from memory."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from answers_world import TODAY, Library, days

from bot.answers.desk import Answers
from bot.store.lookups import Lookups

T = TypeVar("T")


class OneReader:
    """Answers each question at once, from the one connection."""

    def __init__(self, library: Library) -> None:
        self.library = library

    async def read(self, question: Callable[[Lookups], T]) -> T:
        return question(self.library.lookups())


@pytest.fixture
async def desk(harbour: Library) -> Answers:
    answers = Answers(OneReader(harbour))
    await answers.refresh()
    return answers


async def test_each_command_answers_within_the_scopes_asked_for(desk: Answers) -> None:
    assert (await desk.who("Quist")).name == "Mara Quist"
    assert (await desk.who("Quist", scopes=("42",))).name is None
    assert (await desk.timeline("frost", first=days("2025"), last=days("2025"))).entries
    assert (await desk.search("frost", today=TODAY)).hits
    assert (await desk.brief("harbour treaty", since=days("2025"))).quotes
    assert len((await desk.sources(None)).documents) == 3


@pytest.mark.parametrize(
    ("typed", "topics", "expected"),
    [
        ("mar", False, "Mara Quist"),
        ("QUI", False, "Mara Quist"),
        ("tobais", False, "Tobias Renn"),
        ("norland and", True, "Norland and Sudia to reopen the harbour treaty"),
        ("treaty", True, "Norland and Sudia to reopen the harbour treaty"),
    ],
)
def test_what_was_begun_is_completed(desk: Answers, typed: str, topics: bool, expected: str) -> None:
    assert desk.complete(typed, topics=topics)[0] == expected


def test_the_commonest_names_stand_first_when_nothing_is_typed(desk: Answers) -> None:
    assert desk.complete("", topics=False)[0] == "Mara Quist"
    assert len(desk.complete("", topics=False, limit=2)) == 2


def test_titles_are_topics_and_no_names(desk: Answers) -> None:
    assert "Norland and Sudia to reopen the harbour treaty" not in desk.complete("norland and", topics=False)


def test_before_the_first_refresh_nothing_is_completed(harbour: Library) -> None:
    assert Answers(OneReader(harbour)).complete("mar", topics=True) == []


async def test_a_guilds_own_names_are_not_completed_for_others(library: Library) -> None:
    library.add("secret.txt", "[Mole Man] digs.", scope="42")
    desk = Answers(OneReader(library))
    await desk.refresh()
    assert desk.complete("mol", topics=True) == []
