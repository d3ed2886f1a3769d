"""Questions in other words than the documents': what is answered, and what is not for all that."""

from dataclasses import replace

import pytest
from answers_world import Library

from bot.answers import stems, thesaurus
from bot.answers.brief import brief
from bot.answers.coverage import coverage, plainly
from bot.answers.otherwise import evidence_of
from bot.answers.topic_words import head
from bot.store.lookups import Nearest


@pytest.fixture
def coast(library: Library) -> Library:
    library.add(
        "tower.txt",
        "Masons restored the old watchtower of [Ostrand|Ostrand|PLACE] after the storm.",
        "The town paid for the stone.",
        title="Watchtower restored",
    )
    library.add(
        "mill.txt", "A paper mill in [Port Garth|Port Garth|PLACE] closes after a century.", title="Mill closes"
    )
    library.add("herd.txt", "Herders of the north were paid for lost reindeer.", title="Money for herders")
    for number in range(9):
        library.add(f"other{number}.txt", f"Clerks in room {number} counted the chairs again.", title="Chairs")
    return library


def sources(library: Library, about: str) -> list[str]:
    return [quote.source for quote in brief(library.lookups(), about).quotes]


@pytest.mark.parametrize(
    ("about", "source"),
    [
        ("old watchtower refurbishment", "tower.txt"),
        ("compensation for reindeer herders", "herd.txt"),
        ("shutdown of the paper factory", "mill.txt"),
    ],
)
def test_what_a_dictionary_puts_for_a_word_answers_beside_words_that_were_asked(
    coast: Library, about: str, source: str
) -> None:
    assert source in sources(coast, about)


@pytest.mark.parametrize(
    "about",
    [
        "watchtower lottery",  # what is asked for is told nowhere
        "reindeer herders of Ostrand",  # a name of another document
        "who won the reindeer prize",  # a sentence asks for all of its words
        "elk",  # one word alone says too little
        '"compensation for reindeer"',  # these very words
        "compensation for reindeer -herders",
        "Port Garth strike",  # two words of one name, and a word that stands for many things
        "paper reindeer herders",  # what another document tells is missing
        "old wooden watchtower refurbishment",  # beside a missing word no other stands for those that are left
        "harbour festival",
    ],
)
def test_nothing_else_is_answered_for_want_of_it(coast: Library, about: str) -> None:
    assert sources(coast, about) == []


def test_a_dictionary_s_word_is_no_name(library: Library) -> None:
    """A "hunter" may stand for a huntsman, a Hunter may not."""
    assert "hunter" in thesaurus.same("huntsman")
    library.add("a.txt", "Dana Hunter left the guild of bakers.", title="Guild")
    tanners = library.add("b.txt", "A hunter left the guild of tanners.", title="Tanners")
    assert [each.document for each in evidence_of(library.lookups(), "guild huntsman")] == [tanners]


def test_other_words_count_less_than_those_asked_for(coast: Library) -> None:
    lookups = coast.lookups()
    told = {each.document: each for each in evidence_of(lookups, "restoration of a watchtower")}
    levels = [each.levels for each in told.values()]
    assert levels
    assert all(0 < level <= 1 for each in levels for level in each.values())


def test_what_is_slipped_is_left_to_the_spelling(coast: Library) -> None:
    assert coverage(coast.lookups(), "watchtowr storm").documents == {}
    assert brief(coast.lookups(), "watchtowr storm").asked == "watchtowr storm"


def always(document: int, cosine: float) -> Nearest:
    def nearest(_words: str, _limit: int, _least: float) -> list[tuple[int, float]]:
        return [(document, cosine)]

    return nearest


def test_meaning_weighs_where_the_extra_is_there(coast: Library) -> None:
    """A document that is far in meaning is less likely the one, and what is near needs its words all the same."""
    lookups = coast.lookups()
    about = "old watchtower refurbishment"
    (tower,) = coverage(lookups, about).documents
    near, far = (replace(lookups, nearest=always(tower, cosine)) for cosine in (0.9, -0.5))
    assert list(coverage(near, about).documents) == [tower]
    assert coverage(far, about).documents == {}
    assert coverage(near, "watchtower lottery").documents == {}


def test_plainly_is_what_holds_the_words(coast: Library) -> None:
    assert plainly(coast.lookups(), "old watchtower refurbishment", None).documents == {}
    assert plainly(coast.lookups(), "old watchtower", None).documents


def test_two_names_that_stand_for_one_another_send_nobody_in_circles(library: Library) -> None:
    library.add("a.txt", "[Quist|Ann Quist] left.", "[Ann Quist|Ann Quist] spoke.", scope="42")
    assert coverage(library.lookups(), "Quist").documents == {}


@pytest.mark.parametrize(
    ("word", "other"), [("walkout", "strike"), ("craftsmen", "artisan"), ("renovations", "restoration")]
)
def test_a_dictionary_knows_words_for_the_same(word: str, other: str) -> None:
    assert stems.stem(other) in map(stems.stem, thesaurus.same(word))


def test_a_dictionary_knows_kinds() -> None:
    assert "truck" in thesaurus.kinds("vehicles")
    assert thesaurus.same("zzyx") == thesaurus.kinds("zzyx") == ()


@pytest.mark.parametrize(
    ("about", "asked"), [("bank robbery in Zurich", "robberi"), ("price of salt", "price"), ("the", "")]
)
def test_what_is_asked_for_stands_before_the_preposition(about: str, asked: str) -> None:
    assert head(about) == asked
