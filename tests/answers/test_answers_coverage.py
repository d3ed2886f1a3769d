"""When something is on file, and which words stand for a place."""

import pytest
from answers_world import Library

from bot.answers.coverage import coverage
from bot.answers.kindred import kin
from bot.answers.peoples import adjectives, same_people
from bot.answers.stems import stem


@pytest.fixture
def shelf(library: Library) -> Library:
    library.add("a.txt", "The [Sudia|Sudia|PLACE] ferry sank near the old lighthouse on Mar 8.", "Nobody was hurt.")
    library.add("b.txt", "A Sudian ferry line closed after sixty years.", "Its last captain retired.")
    library.add("c.txt", "The lighthouse was painted.", *["Rain fell."] * 9, "A ferry came in late.")
    return library


@pytest.mark.parametrize(
    ("about", "sources"),
    [
        ("ferry", 3),
        ("lighthouse ferry", 2),
        ("Sudia ferry", 2),
        ("latest news about the ferry captain", 1),
        ("ferry helicopter", 0),
        ("Mars landing", 0),
        ("Mars", 0),
        ("helicopter", 0),
        ("the", 0),
    ],
)
def test_all_but_a_common_word_must_stand_in_a_document(shelf: Library, about: str, sources: int) -> None:
    assert len(coverage(shelf.lookups(), about).documents) == sources


def test_words_scattered_over_a_text_are_no_topic(library: Library) -> None:
    library.add("c.txt", "The lighthouse was painted.", *["Rain fell."] * 9, "A ferry came in late.", title="Diary")
    assert coverage(library.lookups(), "lighthouse ferry").documents == {}


@pytest.mark.parametrize(
    ("place", "people"),
    [("india", "indian"), ("china", "chinese"), ("russia", "russian"), ("italy", "italian"), ("israel", "israeli")],
)
def test_a_place_and_its_people(place: str, people: str) -> None:
    assert people in adjectives(place)
    assert same_people(place, people)
    assert same_people(people, place)


@pytest.mark.parametrize(
    ("a", "b"), [("china", "chip"), ("mali", "malice"), ("iran", "iraq"), ("", "n"), ("port", "portal")]
)
def test_words_that_only_begin_alike_are_no_people(a: str, b: str) -> None:
    assert not same_people(a, b)


@pytest.fixture
def news(library: Library) -> Library:
    library.add(
        "d.txt",
        "The turbine maker [Nordwind|Nordwind|ORGANISATION] buys its smaller rival [Halcyon|Halcyon|ORGANISATION].",
    )
    library.add("e.txt", "A court stopped work on the [Kaldvik|Kaldvik|PLACE] reactor.", "Nobody is at work there.")
    library.add("f.txt", "French banks closed early.", "The strike went on.")
    return library


@pytest.mark.parametrize(
    ("about", "sources"),
    [
        ("Nordwind acquires Halcyon", ["d.txt"]),
        ("banks in France", ["f.txt"]),
        ("Kaldvik nuclear reactor", ["e.txt"]),
        ("Kaldvik football club", []),
        ("Nordwind acquires Kaldvik", []),
        ("Nordwind acquires Lurgan", []),
        ("kaldvik nuclear reactor", ["e.txt"]),
        ("early bank strike", ["f.txt"]),
        ("early bank strike trial", []),
    ],
)
def test_other_words_for_it_count_and_of_three_with_a_name_one_may_be_missing(
    news: Library, about: str, sources: list[str]
) -> None:
    lookups = news.lookups()
    found = lookups.documents(coverage(lookups, about).documents)
    assert sorted(document.source for document in found.values()) == sources


@pytest.mark.parametrize(("word", "other"), [("acquires", "bought"), ("france", "french"), ("theft", "stolen")])
def test_kindred_words_stand_for_each_other(word: str, other: str) -> None:
    assert other in kin(stem(word), word)
    assert word in kin(stem(other), other)


@pytest.fixture
def offices(library: Library) -> Library:
    library.add("a.txt", "The [World Harvest Office|World Harvest Office|ORGANISATION] counts apples.")
    library.add("b.txt", "Apples rot.", "Nobody counts them.")
    library.add("c.txt", "The U.S. apple harvest was poor.")
    library.add("d.txt", "Pilots guard the [Outer Channel Basin|Outer Channel Basin|PLACE] at night.")
    library.add("e.txt", "The [Outer Channel Basin|Outer Channel Basin|PLACE] is the [OCB|Outer Channel Basin|PLACE].")
    return library


@pytest.mark.parametrize(
    ("about", "sources"),
    [
        ("apples", ["a.txt", "b.txt", "c.txt"]),
        ("WHO apples", ["a.txt"]),
        ("the WHO and apples", ["a.txt"]),
        ("the WHO", ["a.txt"]),
        ("US apples", ["c.txt"]),
        ("U.S. apples", ["c.txt"]),
        ("IT apples", []),
        ("OCB pilots", ["d.txt"]),
        ("who counts apples", ["a.txt", "b.txt"]),
        ("how many apples", ["a.txt", "b.txt", "c.txt"]),
        ("Harvest Office lottery", []),
    ],
)
def test_an_acronym_is_what_it_stands_for_and_no_little_word(offices: Library, about: str, sources: list[str]) -> None:
    lookups = offices.lookups()
    found = lookups.documents(coverage(lookups, about).documents)
    assert sorted(document.source for document in found.values()) == sources


def test_two_peoples_names_make_no_third_person(library: Library) -> None:
    library.add("a.txt", "[Ann Lee|Ann Lee] met [Bo Orm|Bo Orm] at the ferry.", "Ann and Orm spoke.")
    library.add("b.txt", "[Cy Dorn|Cy Dorn] rang for Ann Dorn, who was out.", "[Ann Lee|Ann Lee] rang back.")
    lookups = library.lookups()
    assert coverage(lookups, "Ann Orm").documents == {}
    assert coverage(lookups, "ann orm").documents == {}
    assert len(coverage(lookups, "Ann Dorn").documents) == 1
    assert len(coverage(lookups, "Ann Lee").documents) == 2
    assert len(coverage(lookups, "Orm ferry").documents) == 1


def test_where_a_word_is_missing_no_others_stand_for_the_rest(news: Library) -> None:
    lookups = news.lookups()
    assert coverage(lookups, "Kaldvik reactor halted").documents
    assert coverage(lookups, "Kaldvik lottery closes").documents == {}
    assert coverage(lookups, "Kaldvik book trial").documents == {}


def test_of_many_words_a_name_may_not_be_missing(news: Library) -> None:
    lookups = news.lookups()
    assert coverage(lookups, "turbine maker buys smaller rival").documents
    assert coverage(lookups, "turbine maker buys rival in Kaldvik").documents == {}


def test_what_is_asked_of_a_place_is_not_the_place(news: Library) -> None:
    lookups = news.lookups()
    assert coverage(lookups, "city of Kaldvik").documents
    assert coverage(lookups, "currency of Kaldvik").documents == {}
    assert coverage(lookups, "reactor of Kaldvik").documents
