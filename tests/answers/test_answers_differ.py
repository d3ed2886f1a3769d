"""/differ: quotes of the store beside each other, about what was asked, and an honest nothing."""

from answers_world import Library

from bot.answers.differ import against_earlier, differ

SIGNED = "[Norvia|Norvia|PLACE] did not sign the final declaration of the [Baltic forum|Baltic forum|ORGANISATION]."
FAILED = "The [Baltic forum|Baltic forum|ORGANISATION] in [Leden|Leden|PLACE] failed to adopt a final declaration."
LEAD = "The summit of the [Baltic forum|Baltic forum|ORGANISATION] in [Leden|Leden|PLACE] ended on Sunday in a row."
ELSE = "[Norvia|Norvia|PLACE]'s minister [Ida Strand] went fishing."


def of_one_story(library: Library, *documents: int) -> None:
    for document in documents:
        library.connection.execute("UPDATE documents SET story = ? WHERE id = ?", (documents[0], document))


def test_both_sides_are_sentences_of_the_store(library: Library) -> None:
    first = library.add("a.txt", LEAD, SIGNED, published="2024-06-17")
    second = library.add("b.txt", LEAD, FAILED, published="2024-06-17")
    of_one_story(library, first, second)
    answer = differ(library.lookups(), "Baltic forum")
    (found,) = answer.differences
    assert (found.kind, answer.documents) == ("claim", 2)
    assert {quote.document for quote in found.sides} == {first, second}
    for quote in found.sides:
        assert quote.text == quote.at.of(library.text(quote.document))
    assert found.what == (
        "One takes it that it exists, another that it does not: “did not sign the final declaration”, “failed to adopt "
        "a final declaration”"
    )


def test_a_difference_is_shown_only_where_it_is_about_what_was_asked(library: Library) -> None:
    of_one_story(
        library, library.add("a.txt", LEAD, SIGNED, ELSE), library.add("b.txt", LEAD, FAILED, "Nothing else happened.")
    )
    lookups = library.lookups()
    assert differ(lookups, "final declaration").differences
    assert differ(lookups, "Ida Strand").documents == 2
    assert not differ(lookups, "Ida Strand").differences


def test_an_opening_topic_takes_in_what_the_documents_say_below(library: Library) -> None:
    ferry = "The ferry [Orla|Orla|OTHER] sank off [Sorrel Island|Sorrel Island|PLACE]."
    of_one_story(
        library,
        library.add("a.txt", ferry, "The coast guard said 14 people died.", published="2024-05-06"),
        library.add("b.txt", ferry, "Nineteen people were killed.", published="2024-05-06"),
    )
    (found,) = differ(library.lookups(), "Orla").differences
    assert [quote.text for quote in found.sides] == [
        "The coast guard said 14 people died.",
        "Nineteen people were killed.",
    ]


def test_a_later_toll_stands_apart_from_the_differences(library: Library) -> None:
    ferry = "The ferry [Orla|Orla|OTHER] sank off [Sorrel Island|Sorrel Island|PLACE], and {} people died."
    of_one_story(
        library,
        library.add("a.txt", ferry.format(14), published="2024-05-06"),
        library.add("b.txt", ferry.format(19), published="2024-05-08"),
    )
    answer = differ(library.lookups(), "Orla")
    assert not answer.differences
    assert answer.later[0].what == "A later document gives another figure: “14 people”, “19 people”"


def test_nothing_on_file_is_told_from_no_disagreement(library: Library) -> None:
    library.add("a.txt", LEAD)
    assert differ(library.lookups(), "Baltic forum").documents == 1
    nothing = differ(library.lookups(), "Zebulon Quux")
    assert (nothing.documents, nothing.differences) == (0, ())


def test_of_a_topic_of_which_only_a_name_is_on_file_the_answer_is_about_the_name_and_says_so(library: Library) -> None:
    of_one_story(
        library,
        library.add("a.txt", LEAD, SIGNED, published="2024-06-17"),
        library.add("b.txt", LEAD, FAILED, published="2024-06-17"),
    )
    lookups = library.lookups()
    answer = differ(lookups, "Baltic forum lottery")
    assert (answer.about, answer.asked, len(answer.differences)) == ("Baltic forum", "Baltic forum lottery", 1)
    assert differ(lookups, "baltic forum lottery").about == "baltic forum"
    assert differ(lookups, "Baltic forum").asked is None


def test_two_names_of_a_topic_that_is_not_on_file_are_not_chosen_between(library: Library) -> None:
    library.add("a.txt", "[Norvia|Norvia|PLACE] fished.")
    library.add("b.txt", "[Leden|Leden|PLACE] slept.")
    assert differ(library.lookups(), "Norvia and Leden border dispute").documents == 0
    assert differ(library.lookups(), "Norvia border dispute").asked == "Norvia border dispute"


def test_a_topic_spelt_wrongly_is_set_right(library: Library) -> None:
    library.add("a.txt", LEAD)
    answer = differ(library.lookups(), "Batlic forum")
    assert (answer.documents, answer.asked) == (1, "Batlic forum")


def test_what_another_guild_keeps_is_not_compared(library: Library) -> None:
    of_one_story(library, library.add("a.txt", LEAD, SIGNED), library.add("b.txt", LEAD, FAILED, scope="7"))
    assert not differ(library.lookups(), "Baltic forum").differences
    assert differ(library.lookups().within(("everyone", "7")), "Baltic forum").differences


def test_a_new_document_is_held_against_the_earlier_ones_of_its_story(library: Library) -> None:
    ferry = "The ferry [Orla|Orla|OTHER] sank off [Sorrel Island|Sorrel Island|PLACE], and {} people died."
    first = library.add("a.txt", ferry.format(19), published="2024-05-06")
    second = library.add("b.txt", ferry.format(14), published="2024-05-06")
    third = library.add("c.txt", ferry.format(19), published="2024-05-06")
    of_one_story(library, first, second, third)
    other = library.add("d.txt", LEAD, published="2024-05-06")
    (found,) = against_earlier(library.lookups(), [second, other])
    assert {quote.document for quote in found.sides if quote.document == second} == {second}
    assert [quote.text for quote in found.sides] == [
        "The ferry Orla sank off Sorrel Island, and 19 people died.",
        "The ferry Orla sank off Sorrel Island, and 14 people died.",
    ]
    assert against_earlier(library.lookups(), [first, second, third]) == ()
    assert against_earlier(library.lookups(), [other]) == ()


def test_a_new_documents_higher_toll_on_a_later_day_is_no_disagreement(library: Library) -> None:
    ferry = "The ferry [Orla|Orla|OTHER] sank off [Sorrel Island|Sorrel Island|PLACE], and {} people died."
    first = library.add("a.txt", ferry.format(14), published="2024-05-06")
    second = library.add("b.txt", ferry.format(19), published="2024-05-08")
    of_one_story(library, first, second)
    assert against_earlier(library.lookups(), [second]) == ()
