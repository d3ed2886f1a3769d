"""/brief: the right few lines, each once, in an order that reads, and nothing when there is nothing."""

import pytest
from answers_world import Library, days, told

from bot.answers.brief import brief
from bot.answers.reading import dangles, is_torn, leans


def test_a_topic_is_told_from_all_its_documents(harbour: Library) -> None:
    found = brief(harbour.lookups(), "harbour treaty")
    assert (found.documents, found.origins) == (2, 2)
    assert {quote.source for quote in found.quotes} == {"news/talks.txt", "alba.md"} or len(found.quotes) >= 2
    assert found.shelf.documents == 3
    assert "Mara Quist" in [name.name for name in found.names]


def test_two_tellings_of_one_meeting_are_one_line(harbour: Library) -> None:
    texts = [quote.text for quote in brief(harbour.lookups(), "harbour treaty").quotes]
    assert sum("talks" in text for text in texts) == 1


def test_no_line_begins_in_the_air_and_none_is_a_heading(harbour: Library) -> None:
    for about in ("harbour treaty", "dredging", "Tobias Renn", "Port Alba"):
        found = brief(harbour.lookups(), about)
        for quote, note in zip(found.quotes, found.notes, strict=True):
            assert not quote.text.startswith(("Norland and Sudia to reopen", "What was"))
            assert note == "[He: Tobias Renn]" or not quote.text.startswith("He ")


def test_each_line_is_the_documents_own_text(harbour: Library) -> None:
    for quote in brief(harbour.lookups(), "harbour").quotes:
        assert quote.at.of(harbour.text(quote.document)) == quote.text


@pytest.mark.parametrize(
    "about", ["Mars landing", "quarterly earnings of Boeing", "harbour seals of Antarctica", "treaty on whales", "???"]
)
def test_what_only_shares_a_word_is_not_on_file(harbour: Library, about: str) -> None:
    found = brief(harbour.lookups(), about)
    assert (found.quotes, found.documents, found.names, found.dates) == ((), 0, (), ())


def test_a_name_near_to_what_is_not_on_file_is_suggested(harbour: Library) -> None:
    assert "Mara Quist" in brief(harbour.lookups(), "Mara Quits").similar


def test_without_a_topic_the_newest_stories_each_with_its_lead(harbour: Library) -> None:
    found = brief(harbour.lookups(), None)
    assert [line.source for line in found.stories] == ["alba.md", "orchards.txt"]  # the talks are told by one of two
    assert [quote.source for quote in found.quotes] == [line.source for line in found.stories]
    assert found.more == 1
    assert found.quotes[0].text.startswith("Mara Quist, Norland's")


def test_undated_documents_of_the_first_load_are_not_the_newest_but_later_ones_are(library: Library) -> None:
    library.add("backlog.txt", "The pear harvest began in the orchards of the south.")
    library.add("dated.txt", "The new bridge over the river was opened by the mayor.", published="2025-06-20")
    library.add("dropped.txt", "The night ferry to the islands has ended for good.")
    library.connection.execute("UPDATE documents SET added = added + 86400 WHERE source = 'dropped.txt'")
    found = brief(library.lookups(), None)
    assert [line.source for line in found.stories] == ["dropped.txt", "dated.txt", "backlog.txt"]


def test_since_keeps_what_is_newer_and_takes_undated_ones_by_the_day_they_came(harbour: Library) -> None:
    found = brief(harbour.lookups(), None, since=days("2025-06-14"))
    assert [line.source for line in found.stories] == ["alba.md", "orchards.txt"]
    assert {q.source for q in brief(harbour.lookups(), "harbour treaty", since=days("2025-06-14")).quotes} == {
        "alba.md"
    }
    assert brief(harbour.lookups(), "harbour treaty", since=days("2026")).quotes == ()


def test_reprints_are_one_origin_and_no_second_story(library: Library) -> None:
    line = "[Ann Lee] sold the silver mill on the river to her brother."
    first = library.add("a.txt", line, published="2025-01-01")
    library.is_reprint(library.add("b.txt", line, published="2025-01-02"), of=first)
    found = brief(library.lookups(), "silver mill")
    assert (found.documents, found.origins, len(found.quotes)) == (2, 1, 1)
    assert [story.source for story in brief(library.lookups(), None).stories] == ["a.txt"]


def test_it_opens_near_the_top_of_a_text_and_stops_before_padding(library: Library) -> None:
    library.add(
        "a.txt",
        told("[Ann Lee] opened the new observatory on Mount Arl after nine years of building."),
        *(told(f"Visitor number {n} admired the observatory's dome on Mount Arl that evening.") for n in range(30)),
        title="New observatory opened on Mount Arl",
    )
    texts = [quote.text for quote in brief(library.lookups(), "observatory Mount Arl").quotes]
    assert texts[0].startswith("Ann Lee opened")
    assert len(texts) <= 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left.", True),
        ("“This act is void,” said the judge.", True),
        ("The talks, however, failed.", True),
        ("On the other hand, Ann Lee left.", True),
        ("However, Ann Lee left.", True),
        ("Most of those ships were lost.", True),
        ("Five of his ships were lost.", True),
        ("Until then, Ann Lee was the only pilot.", True),
        ("Inside, Ann Lee found a lamp.", True),
        ("Maybe that's why Ann Lee left.", True),
        ("Nearby streets were closed.", True),
        ("In return, Ann Lee left.", True),
        ("Most of the ships were lost.", False),
        ("Inside the mill, Ann Lee found a lamp.", False),
        ("Iceland left.", False),
        ("Theresa May left.", False),
        ("Ann Lee, however hard she tried, left.", False),
        ("Butter prices rose.", False),
    ],
)
def test_which_beginnings_point_back(text: str, expected: bool) -> None:
    assert dangles(text) is expected


def test_a_definite_beginning_reads_though_not_well() -> None:
    assert leans("The two ministers agreed.")
    assert leans("The meeting was short.")
    assert not leans("The harbour treaty was signed.")


def test_a_line_that_says_nothing_by_itself_is_not_there_to_make_three(library: Library) -> None:
    library.add("a.txt", "[Ann Lee] sold the silver mill on the river to her brother.", "“Business as usual.”")
    library.add("b.txt", "[Ann Lee] bought a harbour crane of iron and glass at an auction in spring.")
    texts = [quote.text for quote in brief(library.lookups(), "Ann Lee").quotes]
    assert len(texts) == 2
    assert not any("Business" in text for text in texts)


def test_a_guild_sees_no_other_guilds_lines(library: Library) -> None:
    library.add("open.txt", "The silver mill on the river was sold to a baker.")
    library.add("secret.txt", "The silver mill on the river is cursed, said its miller.", scope="42")
    assert {quote.source for quote in brief(library.lookups(), "silver mill").quotes} == {"open.txt"}
    assert brief(library.lookups(), None).documents == 1
    guild = library.lookups().within(("everyone", "42"))
    assert {quote.source for quote in brief(guild, "silver mill").quotes} == {"open.txt", "secret.txt"}


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ('"We are done," she said.', False),
        ('"The harbour was closed for days.', True),
        ("26 September 2013, 10: 00 (GMT+05: 00) The harbour was closed.", True),
        ("26 September 2013 saw the harbour closed.", False),
    ],
)
def test_a_torn_sentence(text: str, torn: bool) -> None:
    assert is_torn(text) is torn


def test_the_newest_are_told_by_a_sentence_not_by_a_headline(library: Library) -> None:
    library.add("a.txt", "Minister opens harbour after nine years of work", "Ann Lee opened the harbour on Monday.")
    (quote,) = brief(library.lookups(), None).quotes
    assert quote.text == "Ann Lee opened the harbour on Monday."


def test_on_this_basis_points_back() -> None:
    assert dangles("On this basis, a party was founded.")
    assert not dangles("On Thursday a party was founded.")


@pytest.mark.parametrize("text", ["After the seminar, experts left.", "The meeting was long."])
def test_what_leans_on_a_sentence_before_it(text: str) -> None:
    assert leans(text)


def test_a_date_stands_once_and_not_where_its_sentence_stands_above(library: Library) -> None:
    library.add(
        "a.txt", "The [Amsel|Amsel|PLACE] bridge was closed on {2024-05-02|2 May 2024}.", published="2024-05-03"
    )
    library.add(
        "b.txt",
        "Inspectors looked at the [Amsel|Amsel|PLACE] bridge.",
        *[
            f"The [Amsel|Amsel|PLACE] bridge stood firm on {{2024-06-01|1 June 2024}} as engineer {n} said."
            for n in "ABC"
        ],
        published="2024-06-03",
    )
    answer = brief(library.lookups(), "Amsel")
    above = {quote.text for quote in answer.quotes}
    assert not any(quote.text in above for entry in answer.dates for quote in entry.quotes)
    assert len({entry.when for entry in answer.dates}) == len(answer.dates)


def test_nothing_since_a_day_is_not_nothing_at_all(harbour: Library) -> None:
    found = brief(harbour.lookups(), "harbour treaty", since=days("2031"))
    assert not found.quotes
    assert found.since == days("2031")
    assert found.similar[0] == "harbour treaty"
    assert brief(harbour.lookups(), "Atlantis", since=days("2031")).similar == ()


def test_a_date_whose_sentence_was_handed_on_does_not_stand_below_it(library: Library) -> None:
    said = "“By buying the mill, we grow and bake for the whole valley,” said [Ann Orlo|Ann Orlo|PERSON], who leads {}."
    library.add("a.txt", said.format("the bakers"), published="2024-05-03")
    library.add(
        "b.txt",
        "The port of Leden was dredged.",
        said.format("the bakers, on {2024-04-02|2 April 2024}"),
        published="2024-05-03",
    )
    answer = brief(library.lookups(), "Ann Orlo")
    assert (len(answer.quotes), answer.dates) == (1, ())
