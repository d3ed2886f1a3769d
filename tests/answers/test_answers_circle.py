"""Who is named with whom: every tie counted over the sentences that hold both, and one of them quoted."""

from answers_world import Library, told

from bot.answers.answer import Circle
from bot.answers.circle import circle


def ties(of: Circle) -> dict[tuple[str, str], int]:
    return {(of.names[tie.one].name, of.names[tie.other].name): tie.sentences for tie in of.ties}


def test_a_circle_holds_who_shares_a_sentence_with_the_name(harbour: Library) -> None:
    found = circle(harbour.lookups(), "Mara Quist")
    assert [(name.name, name.kind, name.count) for name in found.names[1:]] == [
        ("Tobias Renn", "PERSON", 2),
        ("Ferry Workers Union", "ORGANISATION", 1),
    ]
    assert ties(found) == {("Mara Quist", "Tobias Renn"): 2, ("Mara Quist", "Ferry Workers Union"): 1}


def test_ties_among_the_others_count_sentences_without_the_name_too(library: Library) -> None:
    library.add("a.txt", told("[Ann Lee] met [Bo Ek] and [Cy Orr]."), told("[Bo Ek] thanked [Cy Orr]."))
    assert ties(circle(library.lookups(), "Ann Lee")) == {
        ("Ann Lee", "Bo Ek"): 1,
        ("Ann Lee", "Cy Orr"): 1,
        ("Bo Ek", "Cy Orr"): 2,
    }


def test_who_speaks_stands_in_the_sentence(library: Library) -> None:
    library.add("a.txt", told("[Ann Lee] arrived."), told("She praised [Bo Ek].", said="Ann Lee"))
    found = circle(library.lookups(), "Ann Lee")
    assert [tie.quotes[0].text for tie in found.ties] == ["She praised Bo Ek."]


def test_every_tie_is_proved_by_a_sentence_of_the_store(harbour: Library) -> None:
    lookups = harbour.lookups()
    for tie in circle(lookups, "Mara Quist").ties:
        (quote,) = tie.quotes
        text = lookups.text(quote.document)
        assert text is not None
        assert quote.at.of(text) == quote.text


def test_places_are_no_part_of_it(harbour: Library) -> None:
    assert not {"Norland", "Port Alba"} & {name.name for name in circle(harbour.lookups(), "Quist").names}


def test_those_beyond_a_dozen_are_counted(library: Library) -> None:
    everybody = ", ".join(f"[Person Number{n}]" for n in range(20))
    library.add("a.txt", told(f"[Ann Lee] met {everybody}."))
    found = circle(library.lookups(), "Ann Lee")
    assert (len(found.names), found.more) == (13, 8)
    assert max(tie.other for tie in found.ties) == 12


def test_nobody_on_file_gets_the_nearest_names(harbour: Library) -> None:
    found = circle(harbour.lookups(), "Mara Qwist")
    assert (found.names, found.ties) == ((), ())
    assert "Mara Quist" in found.similar


def test_another_guilds_documents_tie_nobody(library: Library) -> None:
    library.add("a.txt", told("[Ann Lee] met [Bo Ek]."), scope="42")
    library.add("b.txt", told("[Ann Lee] met [Cy Orr]."))
    assert list(ties(circle(library.lookups(), "Ann Lee"))) == [("Ann Lee", "Cy Orr")]
    both = circle(library.lookups().within(("everyone", "42")), "Ann Lee")
    assert len(both.ties) == 2
