"""Other forms of a word that was typed: which are looked for, and which never make another thing of it."""

import pytest
from answers_world import TODAY, Library

from bot.answers.brief import brief
from bot.answers.correcting import correction
from bot.answers.coverage import coverage
from bot.answers.orthography import other_spellings
from bot.answers.search import search
from bot.answers.timeline import timeline
from bot.answers.variants import apart, doers, of_family, short_for, together


@pytest.fixture
def island(library: Library) -> Library:
    library.add(
        "ferry.txt", "The co-operative runs an e-ferry to [Mount Arran|Mount Arran|PLACE].", "It has two decks."
    )
    library.add("volcano.txt", "The volcano threw ash for three days.", "Seven vulcanologists left the island.")
    library.add("truce.txt", "A truce holds in the strait.", "The dockyard opened.", "A tax on salt fell.")
    library.add("school.txt", "A teacher of the island retired.", "Wolves were seen near the school.")
    library.add("bank.txt", "[Kaldvik|Kaldvik|PLACE] police guard a bank.", "It was booked as a loss.")
    return library


@pytest.mark.parametrize(
    ("about", "source"),
    [
        ("cooperative", "ferry.txt"),
        ("cooperative ferry", "ferry.txt"),
        ("eferry", "ferry.txt"),
        ("e-ferry", "ferry.txt"),
        ("Mt Arran", "ferry.txt"),
        ("2 decks", "ferry.txt"),
        ("volcanic ash", "volcano.txt"),
        ("7 vulcanologists", "volcano.txt"),
        ("cease-fire", "truce.txt"),
        ("cease fire", "truce.txt"),
        ("dock yard", "truce.txt"),
        ("salt taxes", "truce.txt"),
        ("teaching on the island", "school.txt"),
        ("wolf near the school", "school.txt"),
    ],
)
def test_a_topic_in_another_form_is_on_file_for_brief_and_search_alike(
    island: Library, about: str, source: str
) -> None:
    lookups = island.lookups()
    assert {quote.source for quote in brief(lookups, about).quotes} == {source}
    assert search(lookups, about, today=TODAY).hits[0].quote.source == source


@pytest.mark.parametrize(
    "about",
    [
        "e-books",  # no "booked"
        "police corruption in Kaldvik",  # what is asked for may not be missing
        "bank robbery in Kaldvik",
        "Mars",
        "volcanology",
        "wild fires",
        "taxi",
    ],
)
def test_what_only_looks_like_it_is_not(island: Library, about: str) -> None:
    assert brief(island.lookups(), about).quotes == ()


def test_what_may_be_asked_of_anything_may_be_missing(island: Library) -> None:
    found = coverage(island.lookups(), "Kaldvik police scandal")
    assert len(found.documents) == 1
    assert coverage(island.lookups(), "Kaldvik police concert").documents == {}


def test_a_word_is_taken_apart_and_put_together_only_as_the_library_writes_it(island: Library) -> None:
    lookups = island.lookups()
    assert apart(lookups, "cooperative") == "co operative"
    assert apart(lookups, "operativeco") is None
    assert apart(lookups, "xylophone") is None
    assert list(together(lookups, "the dock yard opened")) == [("dock yard", "dockyard")]
    assert list(together(lookups, "dock. yard")) == []
    assert of_family(lookups, "volcanic") == "volcano"
    assert of_family(lookups, "teak") is None


@pytest.mark.parametrize("typed", ["Hendrick Leegaard", "Hendrik Leegard", "hendrik leegaardt"])
def test_a_slip_within_a_name_whose_other_part_is_right_is_read_as_meant(library: Library, typed: str) -> None:
    library.add("a.txt", "[Hendrik Leegaard|Hendrik Leegaard|PERSON] built the mill.")
    found = correction(library.lookups(), typed)
    assert found is not None
    assert (found.words.lower(), found.certain) == ("hendrik leegaard", True)


def test_words_that_stand_for_a_missing_one_are_found_and_it_is_said_to_be_missing(library: Library) -> None:
    library.add("a.txt", "The turnout was the highest in years.", "Shops closed early.")
    found = search(library.lookups(), "election", today=TODAY)
    assert [hit.quote.text[start:end] for hit in found.hits for start, end in hit.marks] == ["turnout"]
    assert found.missing == ("election",)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("mt", {"mount", "monte", "mont"}),
        ("mount", {"mt", "monte", "mont"}),
        ("four", {"4"}),
        ("4", {"four"}),
        ("hill", set[str]()),
    ],
)
def test_abbreviations_and_figures(word: str, others: set[str]) -> None:
    assert set(short_for(word)) == others


def test_who_does_what_a_word_says() -> None:
    assert "teacher" in doers("teaching")
    assert "swimmer" in doers("swimming") or "swimer" in doers("swimming")
    assert doers("corn") == doers("king") == doers("") == ()


@pytest.mark.parametrize(
    ("word", "other"), [("wolf", "wolves"), ("stole", "steal"), ("stealing", "stole"), ("women", "woman")]
)
def test_forms_that_no_ending_tells(word: str, other: str) -> None:
    assert other in other_spellings(word)


def test_a_bearer_of_the_word_is_not_what_it_stands_for(library: Library) -> None:
    library.add(
        "a.txt", "[Andrew Storms|Andrew Storms|PERSON] found a flaw.", "It is bad, [Storms|Andrew Storms|PERSON] said."
    )
    assert brief(library.lookups(), "hurricane").quotes == ()
    assert search(library.lookups(), "hurricane", today=TODAY).hits == ()
    library.add("b.txt", "Two storms drowned the crops.")
    assert [quote.source for quote in brief(library.lookups(), "hurricane").quotes] == ["b.txt"]


def test_a_timeline_takes_a_compound_with_a_letter_as_the_others_do(library: Library) -> None:
    library.add("a.txt", "Rooms were booked {2024-05-03|on Friday}.", "E was the first letter.")
    assert timeline(library.lookups(), "e-books").entries == ()
    library.add("b.txt", "The library lent its first e-book {2024-06-04|on Tuesday}.")
    (entry,) = timeline(library.lookups(), "e-books").entries
    assert entry.quotes[0].source == "b.txt"


def test_an_acronym_that_a_name_resolves_is_not_missed_and_no_other_word_is_offered(library: Library) -> None:
    name = "National Observatory of Tides"
    library.add("a.txt", f"The [{name}|{name}|ORGANISATION] measured a wave.", "It is worth a note.")
    found = search(library.lookups(), "NOOT", today=TODAY)
    assert (len(found.hits), found.missing, found.similar) == (1, (), ())
    found = search(library.lookups(), "noot", today=TODAY)
    assert found.hits == ()


def test_words_that_kindred_words_hold_together_are_not_scattered(library: Library) -> None:
    library.add("a.txt", "A tax on sugar was lowered in May.")
    library.add("b.txt", "The hairdresser cuts hair.")
    assert not search(library.lookups(), "sugar tax cuts", today=TODAY).scattered
    assert search(library.lookups(), "hair tax", today=TODAY).scattered


@pytest.mark.parametrize(
    ("about", "similar"),
    [("volcano insurance", ("volcano",)), ("insurance volcano", ("volcano",)), ("moon insurance", ())],
)
def test_the_part_of_a_question_that_is_on_file_is_offered(
    island: Library, about: str, similar: tuple[str, ...]
) -> None:
    found = brief(island.lookups(), about)
    assert (found.quotes, found.similar) == ((), similar)
    assert timeline(island.lookups(), about).similar == similar
