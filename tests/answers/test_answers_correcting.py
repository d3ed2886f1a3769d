"""Words that no briefing holds: when they are read as others, when these are only offered, and when neither."""

import pytest
from answers_world import TODAY, Library

from bot.answers.brief import brief
from bot.answers.search import search
from bot.answers.spelling import correction, missing
from bot.answers.timeline import timeline
from bot.words import folded


@pytest.fixture
def clinic(library: Library) -> Library:
    library.add(
        "trial.txt",
        "A malaria vaccine protected children in Kenya.",
        "The institute in [Łódź|Łódź|PLACE] that made it published the results.",
        title="Trial of a vaccine",
    )
    library.add(
        "tunnel.txt",
        "[Marta Oyelaran|Marta Oyelaran|PERSON] opened the [Garrock|Garrock|PLACE] tunnel {2024-10-03|on 3 October}.",
        "The government paid.",
        title="Tunnel",
    )
    library.add("strike.txt", "A strike stopped the ferries.", "Fishermen joined the strike.", title="Strike")
    return library


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("malria vaccine", "malaria vaccine"),
        ("Malria  vaccine?", "malaria  vaccine?"),
        ("garock tunel", "garrock tunnel"),
        ("Garock tunnel", "Garrock tunnel"),
        ("goverment tunnel", "government tunnel"),
        ("vaccine chidlren", "vaccine children"),
    ],
)
def test_a_slip_in_an_ordinary_word_is_read_as_it_was_meant(clinic: Library, typed: str, read: str) -> None:
    found = correction(clinic.lookups(), typed)
    assert found is not None
    assert (found.words, found.certain, found.same) == (read, True, False)


def test_other_letters_are_the_same_word(clinic: Library) -> None:
    found = correction(clinic.lookups(), "institute Lodz")
    assert found is not None
    assert found.same
    assert found.words == "institute Łódź"
    answer = brief(clinic.lookups(), "institute Lodz")
    assert [quote.source for quote in answer.quotes] == ["trial.txt"]
    assert answer.asked is None


@pytest.mark.parametrize("typed", ["Maria Oyelaran", "Martha Oyelaran", "strik", "malria"])
def test_a_persons_name_and_a_word_alone_are_only_offered(clinic: Library, typed: str) -> None:
    found = correction(clinic.lookups(), typed)
    assert found is not None
    assert not found.certain


@pytest.mark.parametrize(
    "typed", ["volcano", "tuna strike", "malaria vaccine", "Kenia vaccine in Narnia", "vaccine 2031", "", "🙂", "the"]
)
def test_what_is_spelt_right_or_like_nothing_on_file_stays(clinic: Library, typed: str) -> None:
    assert correction(clinic.lookups(), typed) is None


def test_words_of_another_guild_are_not_offered(library: Library) -> None:
    library.add("open.txt", "The mill is sold.")
    library.add("secret.txt", "The treasure lies under the mill.", scope="42")
    assert correction(library.lookups(), "tresure mill") is None
    assert correction(library.lookups().within(("everyone", "42")), "tresure mill") is not None


def test_missing_words_are_told_as_they_were_written(clinic: Library) -> None:
    assert missing(clinic.lookups(), "Volcano near the tunnels, “Lava” -ash") == ("Volcano", "Lava")


def test_a_brief_of_what_was_meant_says_what_was_asked(clinic: Library) -> None:
    found = brief(clinic.lookups(), "malria vaccine")
    assert (found.about, found.asked) == ("malaria vaccine", "malria vaccine")
    assert found.quotes


def test_a_brief_of_nothing_offers_what_may_have_been_meant_first(clinic: Library) -> None:
    found = brief(clinic.lookups(), "strik")
    assert not found.quotes
    assert found.similar[0] == "strike"


def test_a_timeline_is_read_so_too(clinic: Library) -> None:
    found = timeline(clinic.lookups(), "garock tunel")
    assert found.entries
    assert (found.about, found.asked) == ("garrock tunnel", "garock tunel")


def test_a_search_is_read_so_too_and_says_what_no_document_holds(clinic: Library) -> None:
    found = search(clinic.lookups(), "malria vaccine", today=TODAY)
    assert (found.words, found.asked) == ("malaria vaccine", "malria vaccine")
    found = search(clinic.lookups(), "volcano vaccine", today=TODAY)
    assert found.hits
    assert found.missing == ("volcano",)
    assert search(clinic.lookups(), "ferries vaccine", today=TODAY).scattered
    assert not search(clinic.lookups(), "malaria vaccine", today=TODAY).scattered
    assert search(clinic.lookups(), "strik", today=TODAY).similar[0] == "strike"


def test_who_misspells_everything_is_not_corrected(clinic: Library) -> None:
    assert correction(clinic.lookups(), "malria vaccne chidlren") is not None
    assert correction(clinic.lookups(), "malria vaccne chidlren instutute") is None


def test_days_stay_with_the_words_that_were_meant(clinic: Library) -> None:
    found = search(clinic.lookups(), "malria vaccine since:2020", today=TODAY)
    assert (found.words, found.asked) == ("malaria vaccine since:2020", "malria vaccine since:2020")
    assert found.hits
    assert search(clinic.lookups(), "since:2020 strik", today=TODAY).similar[0] == "since:2020 strike"
    assert search(clinic.lookups(), "institute Lodz", today=TODAY).words == "institute Lodz"


def test_letters_that_have_no_accent_are_folded_too() -> None:
    assert folded("Łódź, Ørsted, Đoković, Straße, Æsir") == "lodz, orsted, dokovic, strasse, aesir"
