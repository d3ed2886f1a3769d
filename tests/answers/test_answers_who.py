"""/who: whose card it is, and that every line of it is proved."""

import pytest
from answers_world import Library, told

from bot.answers.who import who


@pytest.mark.parametrize(
    "asked",
    [
        "Mara Quist",
        "mara quist",
        "Mara\u202fQuist",
        "Quist",
        "Minister Mara Quist",
        "the Harbour Minister Quist",
        "Quist's",
        '"Mara Quist"',
        "Mara Quis",
    ],
)
def test_a_name_is_found_however_it_is_written(harbour: Library, asked: str) -> None:
    found = who(harbour.lookups(), asked)
    assert (found.name, found.kind) == ("Mara Quist", "PERSON")


def test_the_card_proves_role_statement_meeting_and_company(harbour: Library) -> None:
    card = who(harbour.lookups(), "Quist")
    assert card.aliases == ("Quist",)
    assert card.reasons == (("Quist", "the surname, in a document that has the full name"),)
    assert [role.text for role in card.roles] == ["Norland's Harbour Minister"]
    assert {quote.source for role in card.roles for quote in role.quotes} == {"news/talks.txt", "alba.md"}
    assert [quote.text for quote in card.statements] == [
        "Quist said dredging the harbour “must not wait another winter”."
    ]
    assert [quote.source for quote in card.meetings] == ["alba.md"]
    assert [(near.name, near.count) for near in card.alongside] == [("Tobias Renn", 2), ("Ferry Workers Union", 1)]
    assert [line.source for line in card.documents] == ["alba.md", "news/talks.txt"]


def test_he_speaks_although_he_is_not_named(harbour: Library) -> None:
    card = who(harbour.lookups(), "Renn")
    assert [quote.text for quote in card.statements] == ["He called the plan sound."]


def test_statements_come_newest_first_then_in_text_order(library: Library) -> None:
    library.add("old.txt", told("[Ann Lee] said one.", said="Ann Lee"), published="2024-01-01")
    library.add("undated.txt", told("[Ann Lee] said four.", said="Ann Lee"))
    library.add(
        "new.txt",
        told("[Ann Lee] said two.", said="Ann Lee"),
        told("[Lee|Ann Lee] said three.", said="Ann Lee"),
        published="2025-01-01",
    )
    said = [quote.text for quote in who(library.lookups(), "Ann Lee").statements]
    assert said == ["Ann Lee said two.", "Lee said three.", "Ann Lee said one.", "Ann Lee said four."]


def test_a_reprint_repeats_no_statement(library: Library) -> None:
    for source in ("a.txt", "b.txt"):
        library.add(source, told("[Ann Lee] said that it rains.", said="Ann Lee"))
    assert len(who(library.lookups(), "Ann Lee").statements) == 1


def test_an_edited_reprint_repeats_no_statement(library: Library) -> None:
    library.add("a.txt", told("[Ann Lee] said on Friday that it rains in the old harbour of Vell.", said="Ann Lee"))
    library.add("b.txt", told("[Ann Lee] said on Friday that it rains in the harbour of Vell.", said="Ann Lee"))
    library.add("c.txt", told("[Ann Lee] said on Friday that the ferry sails to Vell again.", said="Ann Lee"))
    assert len(who(library.lookups(), "Ann Lee").statements) == 2


def test_the_same_words_with_other_numbers_are_another_statement(library: Library) -> None:
    for day in (4, 5, 6):
        said = f"[Ann Lee] said on {day} May that the berth at the old pier of Vell was free for the {day * 7} boats."
        library.add(f"{day}.txt", told(said, said="Ann Lee"))
    assert len(who(library.lookups(), "Ann Lee").statements) == 3


def test_a_sentence_that_another_document_has_within_a_longer_one_is_not_repeated(library: Library) -> None:
    library.add("a.txt", told("The rain will stay with us in Vell until May, [Ann Lee] said.", said="Ann Lee"))
    library.add("b.txt", told("The rain will stay with us in Vell until May, said [Ann Lee], a smith.", said="Ann Lee"))
    library.add("c.txt", told("“The rain will stay with us in Vell until May,” said [Lee|Ann Lee].", said="Ann Lee"))
    assert [quote.source for quote in who(library.lookups(), "Ann Lee").statements] == ["b.txt"]


def test_what_befell_somebody_is_told_apart_from_what_he_did(library: Library) -> None:
    library.add("a.txt", told("[Ann Lee] fled.", did="Ann Lee"), told("[Ann Lee] was arrested.", befell="Ann Lee"))
    card = who(library.lookups(), "Ann Lee")
    assert [quote.text for quote in card.statements] == ["Ann Lee fled."]
    assert [quote.text for quote in card.befell] == ["Ann Lee was arrested."]
    assert card.telling == ()


def test_of_whom_nothing_else_is_on_file_the_card_shows_what_tells_most(library: Library) -> None:
    library.add(
        "a.txt", "A vigil for [Ann Lee] filled the square of Vell.", "It rained.", "Nobody knew [Lee|Ann Lee] well."
    )
    card = who(library.lookups(), "Ann Lee")
    assert (card.roles, card.statements, card.befell, card.meetings) == ((), (), (), ())
    assert "A vigil for Ann Lee filled the square of Vell." in [quote.text for quote in card.telling]
    assert all("Lee" in quote.text for quote in card.telling)


def test_the_telling_sentences_hold_the_name_and_no_common_word_like_it(library: Library) -> None:
    library.add("a.txt", "[Labour|Labour|ORGANISATION] lost the vote in Vell.", "The port is short of skilled labour.")
    assert [quote.text for quote in who(library.lookups(), "Labour").telling] == ["Labour lost the vote in Vell."]


def test_a_full_stop_makes_no_other_spelling(library: Library) -> None:
    library.add("a.txt", "[U.N.|U.N.|ORGANISATION] and [UN|U.N.|ORGANISATION] and [U. N.|U.N.|ORGANISATION] are one.")
    assert who(library.lookups(), "U.N.").aliases == ()


def test_nobody_is_named_alongside_a_part_of_his_name_or_the_agency_that_reports(library: Library) -> None:
    library.add(
        "a.txt", "[Ann Lee] met [Bo Lind], [Reuters|Reuters|ORGANISATION] reported; she is [Lee|Lee] to friends."
    )
    assert [near.name for near in who(library.lookups(), "Ann Lee").alongside] == ["Bo Lind"]


def test_an_office_comes_before_a_calling(library: Library) -> None:
    library.add("a.txt", "[Ann Lee], <actress|Ann Lee>, came.", "[Ann Lee], <actress|Ann Lee>, left.")
    library.add("b.txt", "[Ann Lee], <mayor of Vell|Ann Lee>, spoke.")
    assert [role.text for role in who(library.lookups(), "Ann Lee").roles] == ["mayor of Vell", "actress"]


def test_namesakes_are_offered_as_a_choice_and_each_can_be_asked_for(library: Library) -> None:
    library.add("a.txt", told("<judge|John Smith> [John Smith] ruled."), namesake="~")
    library.add("b.txt", told("<pilot|John Smith> [John Smith] landed."))
    found = who(library.lookups(), "John Smith")
    assert found.name is None
    assert [choice.name for choice in found.choices] == ["John Smith", "John Smith"]
    assert {choice.hint for choice in found.choices} == {"judge", "pilot"}
    for choice in found.choices:
        card = who(library.lookups(), f"#{choice.id}")
        assert [role.text for role in card.roles] == [choice.hint]


def test_a_surname_that_two_persons_bear_is_a_choice(library: Library) -> None:
    library.add("a.txt", "[Ann Lee] and [Lee|Ann Lee] and [Bruce Lee] met.")
    assert [choice.name for choice in who(library.lookups(), "Lee").choices] == ["Ann Lee", "Bruce Lee"]


def test_a_part_of_a_name_finds_a_body(harbour: Library) -> None:
    assert who(harbour.lookups(), "Ferry Workers").name == "Ferry Workers Union"


def test_a_typo_is_told_what_was_near(harbour: Library) -> None:
    found = who(harbour.lookups(), "Tobais Ren")
    assert found.name is None
    assert found.similar[0] == "Tobias Renn"


@pytest.mark.parametrize("asked", ["Zebulon Quux", "", "   ", "'", "#99", "#x", "%", "minister", "-- DROP TABLE"])
def test_nobody_on_file_is_said_without_a_line(harbour: Library, asked: str) -> None:
    found = who(harbour.lookups(), asked)
    assert (found.name, found.choices, found.statements, found.roles) == (None, (), (), ())
    assert found.shelf.documents == 3


def test_a_word_that_is_no_name_says_how_many_documents_speak_of_it(library: Library) -> None:
    library.add("a.txt", "The flood came to Alba at night. Many houses stood in the flood.", title="Flood in Alba")
    library.add("b.txt", "[Ann Lee] left.", scope="7")
    assert who(library.lookups(), "flood").speaking == 1
    assert who(library.lookups(), "Zebulon Quux").speaking == 0


def test_a_guild_sees_no_other_guilds_people(library: Library) -> None:
    library.add("open.txt", "[Ann Lee] spoke.")
    library.add("secret.txt", told("[Mole Man] said that [Ann Lee] lied.", said="Mole Man"), scope="42")
    everyone, guild = library.lookups(), library.lookups().within(("everyone", "42"))
    assert who(everyone, "Mole Man").name is None
    assert who(everyone, "Mole Men").similar == ()
    assert who(everyone, "Ann Lee").alongside == ()
    assert who(guild, "Mole Man").name == "Mole Man"
    assert [near.name for near in who(guild, "Ann Lee").alongside] == ["Mole Man"]


@pytest.fixture
def ministers(library: Library) -> Library:
    library.add("a.txt", "[Ann Lee] is the <Norlandic Defence Minister|Ann Lee>.", "[Lee|Ann Lee] left early.")
    library.add(
        "b.txt",
        "[Bo Orm] is the <Defense Minister of Sudia|Bo Orm>.",
        "[Cy Dorn] is a <former defence minister|Cy Dorn>.",
    )
    return library


def test_an_office_is_asked_for_by_its_words(ministers: Library) -> None:
    lookups = ministers.lookups()
    assert [choice.name for choice in who(lookups, "defence minister").choices] == ["Ann Lee", "Bo Orm"]
    assert who(lookups, "Sudian Defence Minister").name == "Bo Orm"
    assert who(lookups, "former defense minister").name == "Cy Dorn"


@pytest.mark.parametrize("asked", ["minister", "harbour minister", "vice defence minister", "defence secretary"])
def test_what_is_no_office_on_file_is_nobody(ministers: Library, asked: str) -> None:
    found = who(ministers.lookups(), asked)
    assert found.name is None
    assert found.choices == ()
