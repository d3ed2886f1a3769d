"""/search: what is found first, what is marked, and that nothing typed can break it."""

import sqlite3

import pytest
from answers_world import TODAY, Library, told
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import search as searching
from bot.answers import wording
from bot.answers.alike import like_the_first
from bot.answers.answer import Search
from bot.answers.asking import asking
from bot.answers.matching import joined
from bot.answers.orthography import other_spellings
from bot.errors import QueryError
from bot.store.lookups import Lookups
from bot.store.searching import Wanted, match_of


def search(lookups: Lookups, words: str) -> Search:
    return searching.search(lookups, words, today=TODAY)


def marked(found: Search, hit: int = 0) -> list[str]:
    text = found.hits[hit].quote.text
    return [text[start:end] for start, end in found.hits[hit].marks]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("harbour treaty suspended", "The 2019 harbour treaty was suspended"),
        ("dredged", "Quist said dredging"),
        ("BLOSSOM frosts", "Frost in April"),
        ("Norland’s minister", "Norlandic Harbour Minister"),
        ("what about the frost?", "Frost in April"),
        ("\u202ffrost\u00a0", "Frost in April"),
    ],
)
def test_the_best_sentence_comes_first(harbour: Library, words: str, first: str) -> None:
    assert search(harbour.lookups(), words).hits[0].quote.text.startswith(first)


def test_the_words_are_marked_in_whatever_form_they_stand(harbour: Library) -> None:
    assert marked(search(harbour.lookups(), "suspend treaties")) == ["treaty", "suspended"]


@pytest.mark.parametrize(
    ("found", "text", "marks"),
    [
        ([(0, 3), (4, 7)], "Ann Lee left", ((0, 7),)),
        ([(4, 7), (0, 3)], "Ann-Lee left", ((0, 7),)),
        ([(0, 3), (5, 8)], "Ann, Lee left", ((0, 3), (5, 8))),
        ([(0, 7), (4, 7), (0, 3)], "Ann Lee left", ((0, 7),)),
        ([], "Ann", ()),
    ],
)
def test_neighbours_are_one_mark(found: list[tuple[int, int]], text: str, marks: tuple[tuple[int, int], ...]) -> None:
    assert joined(found, text) == marks


def test_hits_of_one_document_stand_together_in_its_rank(harbour: Library) -> None:
    sources = [hit.quote.source for hit in search(harbour.lookups(), "harbour dredging treaty").hits]
    assert sources == sorted(sources, key=sources.index)
    assert len(sources) > len(set(sources)) > 1


def test_a_phrase_must_stand_as_it_is(harbour: Library) -> None:
    found = search(harbour.lookups(), '"another winter"')
    assert marked(found) == ["another winter"]
    assert search(harbour.lookups(), '"winter another"').hits == ()
    assert search(harbour.lookups(), '"another winter').hits == found.hits


def test_a_minus_leaves_documents_out(harbour: Library) -> None:
    assert {hit.quote.source for hit in search(harbour.lookups(), "Alba").hits} == {
        "news/talks.txt",
        "alba.md",
        "orchards.txt",
    }
    assert {hit.quote.source for hit in search(harbour.lookups(), "Alba -apple -treaty").hits} == set()
    assert {hit.quote.source for hit in search(harbour.lookups(), "Alba -treaty").hits} == {"orchards.txt"}


def test_an_acronym_finds_its_expansion_and_marks_it_whole(library: Library) -> None:
    library.add("a.txt", "[Outer Channel Basin|Outer Channel Basin|PLACE] ([OCB|Outer Channel Basin|PLACE]) is deep.")
    library.add("b.txt", "Ships wait in the [Outer Channel Basin|Outer Channel Basin|PLACE] for the channel pilot.")
    found = search(library.lookups(), "OCB")
    assert {hit.quote.source for hit in found.hits} == {"a.txt", "b.txt"}
    waiting = next(place for place, hit in enumerate(found.hits) if hit.quote.source == "b.txt")
    assert marked(found, waiting) == ["Outer Channel Basin"]


def test_a_compound_with_a_letter_is_found_and_marked_whole(library: Library) -> None:
    library.add("a.txt", "Four hundred, or 400, sheep grazed near the S-bend.")
    library.add("b.txt", "The S-400 was delivered.")
    found = search(library.lookups(), "S-400")
    assert found.hits[0].quote.source == "b.txt"
    assert marked(found) == ["S-400"]


def test_a_document_that_only_its_title_matches_shows_its_first_sentence(library: Library) -> None:
    library.add("a.txt", told("Rain fell all day."), title="Thunderstorm")
    found = search(library.lookups(), "thunderstorm")
    assert [(hit.quote.text, hit.marks) for hit in found.hits] == [("Rain fell all day.", ())]


def test_headings_are_no_hits(harbour: Library) -> None:
    assert "What was discussed" not in [hit.quote.text for hit in search(harbour.lookups(), "discussed").hits]


@pytest.mark.parametrize(
    "words", ["", " ", "the of and", "-", '"', '""', "-frost", "🙂", "AND OR NOT", "NEAR(", "title:"]
)
def test_nothing_to_look_for_is_an_empty_answer_or_a_found_one_but_no_error(harbour: Library, words: str) -> None:
    assert search(harbour.lookups(), words).shelf.documents == 3


def test_a_guild_sees_no_other_guilds_documents(library: Library) -> None:
    library.add("open.txt", "The mill is sold.")
    library.add("secret.txt", "The mill is cursed, says everyone.", scope="42")
    assert [hit.quote.source for hit in search(library.lookups(), "mill cursed everyone").hits] == ["open.txt"]
    assert search(library.lookups(), "42").hits == ()
    assert search(library.lookups().within(("everyone", "42")), "mill cursed").hits[0].quote.source == "secret.txt"


@given(st.text())
def test_no_text_is_too_hostile_for_the_full_text(words: str) -> None:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE fts USING fts5 (title, text, scope, tokenize = 'porter unicode61')")
    asked = asking(words)
    for wanted in (asked.wanted(), Wanted((), every=(tuple(words.split()),)), Wanted((("a",),), never=((words,),))):
        if match := match_of(wanted):
            index.execute("SELECT rowid FROM fts WHERE fts MATCH ?", (match,)).fetchall()
    index.close()


@given(st.lists(st.sampled_from(['"', "-", "a", "S-400", " ", "don't", "NOT", "*", "^", "co-op", "“", "é", "\0"])))
def test_every_mark_points_at_a_word_of_the_sentence(parts: list[str]) -> None:
    asked = asking("".join(parts))
    assert all(word.strip() and '"' not in word for word in asked.words)
    assert all(phrase for phrase in (*asked.phrases, *asked.never, *asked.compounds))


def test_days_among_the_words_leave_out_documents_of_other_days(library: Library) -> None:
    library.add("old.txt", "The ferry sank.", published="2023-05-04")
    library.add("mid.txt", "The ferry was raised.", published="2024-05-04")
    library.add("new.txt", "The ferry sails again.", published="2025-05-04")

    def sources(words: str) -> list[str]:
        return sorted({hit.quote.source for hit in search(library.lookups(), words).hits})

    assert sources("ferry since:2024") == ["mid.txt", "new.txt"]
    assert sources("since:2024-05 ferry to:2024-05-31") == ["mid.txt"]
    assert sources("ferry until:2023") == ["old.txt"]
    assert sources("ferry since:2026") == []
    assert sources("since:2024") == []
    with pytest.raises(QueryError, match="end before they begin"):
        sources("ferry since:2025 to:2024")


def test_what_resembles_the_first_documents_stands_before_what_only_holds_the_word(library: Library) -> None:
    for number in range(3):
        library.add(f"dredger{number}.txt", f"The dredger dug silt from channel {number}.", "Its pump broke that day.")
    library.add("near.txt", "Silt from the channel broke the pump.", "A dredger was far away that day.")
    library.add("far.txt", "A dredger was painted by a famous artist.", "The picture hangs in a gallery.")
    for number in range(8):
        library.add(f"other{number}.txt", f"Sheep number {number} was sold for a dredger of toy brick.", "It rained.")
    order = list(dict.fromkeys(hit.quote.source for hit in search(library.lookups(), "dredger silt channel").hits))
    assert set(order[:4]) == {"dredger0.txt", "dredger1.txt", "dredger2.txt", "near.txt"}


def test_likeness_is_greatest_for_the_best_and_none_for_what_shares_nothing() -> None:
    texts = {1: ["Silt fills the channel."], 2: ["Silt again fills the old channel."], 3: ["Sheep graze."], 4: []}
    likeness = like_the_first(texts, {1: 1.0, 2: 0.5, 3: 0.2, 4: 0.1})
    assert likeness[1] == pytest.approx(1.0)
    assert 0 < likeness[2] < 1
    assert likeness[3] == likeness[4] == 0
    assert like_the_first({}, {}) == {}


@pytest.fixture
def channel(library: Library) -> Library:
    library.add("a.txt", "[Outer Channel Basin|Outer Channel Basin|PLACE] ([OCB|Outer Channel Basin|PLACE]) is deep.")
    library.add("b.txt", "Pilots guard the [OCB|Outer Channel Basin|PLACE] at night.")
    library.add("c.txt", "The [World Harvest Office|World Harvest Office|ORGANISATION] counts apples for us.")
    library.add("d.txt", "The cooperation was organised well.", "A band called the Who played.", "U.S. ships came.")
    return library


@pytest.mark.parametrize(
    ("words", "source", "mark"),
    [
        ("Outer Channel Basin", "b.txt", "OCB"),
        ("pilots of the Outer Channel Basin", "b.txt", "OCB"),
        ("WHO apples", "c.txt", "World Harvest Office"),
        ("the WHO", "c.txt", "World Harvest Office"),
        ("co-operation", "d.txt", "cooperation"),
        ("organized", "d.txt", "organised"),
        ("the Who", "d.txt", "the Who"),
        ("U.S.", "d.txt", "U.S"),
    ],
)
def test_names_and_words_are_found_in_their_other_spellings(
    channel: Library, words: str, source: str, mark: str
) -> None:
    found = search(channel.lookups(), words)
    texts = [(hit.quote.source, [hit.quote.text[start:end] for start, end in hit.marks]) for hit in found.hits]
    assert any(source == where and mark in marks for where, marks in texts), texts
    assert not found.missing


def test_little_words_alone_must_stand_together(channel: Library) -> None:
    assert search(channel.lookups(), "of the and").hits == ()


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("organisation", "organization"),
        ("defence", "defense"),
        ("centre", "center"),
        ("grey", "gray"),
        ("labor", "labour"),
    ],
)
def test_a_word_is_known_by_its_spelling_across_the_ocean(word: str, other: str) -> None:
    assert other in other_spellings(word)
    assert word in other_spellings(other)


@pytest.mark.parametrize("word", ["wise", "four", "tree", "for", "", "é"])
def test_short_words_have_one_spelling(word: str) -> None:
    assert other_spellings(word) == ()


def test_a_sentence_that_several_documents_hold_is_one_hit_and_reprints_stand_under_the_first(library: Library) -> None:
    library.add("first.txt", "The ferry sank at noon.", "The ferry was old.")
    library.add("wire.txt", "The ferry sank at noon.", "Its owner wept.")
    copy = library.add("copy.txt", "The ferry sank at noon.", "A ferry, copied badly.")
    library.is_reprint(copy, of=1)
    found = search(library.lookups(), "ferry sank")
    (hit,) = [hit for hit in found.hits if "noon" in hit.quote.text]
    assert {quote.source for quote in (hit.quote, *hit.also)} == {"first.txt", "wire.txt", "copy.txt"}
    assert found.more == 0
    assert wording.found(found).endswith("in 3 documents")


def test_a_name_near_what_no_document_holds_is_offered(library: Library) -> None:
    library.add("a.txt", "Pilgrims walk to [Kailash Manasarovar|Kailash Manasarovar|PLACE].", "A deficit of trust.")
    found = search(library.lookups(), "Kailash Mansarovar Yatra")
    assert (found.missing, found.similar) == (("Mansarovar", "Yatra"), ("Kailash Manasarovar",))
    assert search(library.lookups(), "trade deficit").similar == ()


@pytest.mark.parametrize("words", ["cooperation organized", "what did the Who say", "say said", "apples World Harvest"])
def test_words_of_asking_and_other_spellings_are_not_missed(channel: Library, words: str) -> None:
    found = search(channel.lookups(), words)
    assert (found.missing, found.scattered) == ((), False)
