"""Names of one document: where they begin and end, of what kind they are, what they are short for."""

import pytest

from bot.analysis.gazetteer import is_people, is_place
from bot.analysis.links import acronyms, is_full_person
from bot.analysis.recogniser import Found
from bot.analysis.spans import cleaned
from bot.model import Analysis, Kind
from tests.analysis.conftest import Understand


def found(analysis: Analysis) -> list[tuple[str, str, str]]:
    return [(one.surface, one.kind, one.name) for one in analysis.occurrences]


def kinds_of(analysis: Analysis, surface: str) -> set[str]:
    return {one.kind for one in analysis.occurrences if one.surface == surface}


@pytest.mark.parametrize(
    ("text", "marked", "kind", "name"),
    [
        ("the Harbour Union met", "the Harbour Union", "ORGANISATION", "Harbour Union"),
        ("Brandt's plan", "Brandt's", "PERSON", "Brandt"),
        ("Foreign Minister Ivo Brandt said", "Foreign Minister Ivo Brandt", "PERSON", "Ivo Brandt"),
        ("Mr. Brandt said", "Mr. Brandt", "PERSON", "Brandt"),
        ("the Nordic Council (NC", "the Nordic Council (NC", "ORGANISATION", "Nordic Council"),
        ("the NDC Trade Ministers' meeting", "the NDC Trade Ministers'", "ORGANISATION", "NDC"),
        ("Lowell clash", "Lowell clash", "OTHER", "Lowell"),
        ("Acme Corp. said", "Acme Corp.", "ORGANISATION", "Acme Corp."),
        ("Ruritania 3-1", "Ruritania 3-1", "PLACE", "Ruritania"),
        ("(Ada Lund", "(Ada Lund", "PERSON", "Ada Lund"),
        ("Acme's Ada Lund said", "Acme's Ada Lund", "PERSON", "Ada Lund"),
        ("PM Ada Lund said", "PM Ada Lund", "PERSON", "Ada Lund"),
        ("General Mills Inc said", "General Mills Inc", "PERSON", "General Mills Inc"),
        ("Acme Corp <ACM.L> said", "Acme Corp <ACM.L", "ORGANISATION", "Acme Corp"),
        ("Bonds - Geneva", "Bonds - Geneva", "PLACE", "Bonds"),
    ],
)
def test_a_span_is_cut_to_the_name(text: str, marked: str, kind: Kind, name: str) -> None:
    start = text.index(marked)
    good = cleaned(text, Found(start, start + len(marked), kind))
    assert good is not None
    assert text[good.start : good.end] == name


@pytest.mark.parametrize(
    ("text", "marked", "kind"),
    [
        ("https://example.org/a", "https://example.org/a", "PERSON"),
        ("Lieutenant General", "Lieutenant General", "ORGANISATION"),
        ("Tajik Defence", "Tajik Defence", "PERSON"),
        ("Education Minister Bo Li", "Education", "ORGANISATION"),
        ("U.S. Spokesman", "U.S. Spokesman", "PERSON"),
        ("the U.S. Dollar fell", "U.S. Dollar", "PERSON"),
        ("Acme (U.K.) Ltd", "U.K.) Ltd", "ORGANISATION"),
        ("Monday", "Monday", "PERSON"),
        ("1999", "1999", "ORGANISATION"),
        ("the group", "the group", "ORGANISATION"),
        ("Women's race", "Women's", "ORGANISATION"),
    ],
)
def test_what_is_no_name_is_thrown_out(text: str, marked: str, kind: Kind) -> None:
    start = text.index(marked)
    assert cleaned(text, Found(start, start + len(marked), kind)) is None


def test_a_surname_stands_for_the_full_name_of_the_text(understand: Understand) -> None:
    analysis = understand(
        "Trade Minister Anil Verma opened the fair. Verma praised the farmers. The visit gave Verma a chance to speak, "
        "and a milestone that Verma had waited for."
    )
    assert [one.name for one in analysis.occurrences if one.surface == "Verma"] == ["Anil Verma"] * 3
    assert kinds_of(analysis, "Verma") == {"PERSON"}


def test_two_people_of_one_surname_are_not_mixed_up(understand: Understand) -> None:
    analysis = understand("Peter Novak met Jana Novak in Prague. Novak said nothing.")
    assert [one.name for one in analysis.occurrences if one.surface == "Novak"] == ["Novak"]


def test_an_acronym_stands_for_its_expansion(understand: Understand) -> None:
    analysis = understand("The Northern Fisheries Council (NFC) met on Monday. The NFC adopted a plan.")
    assert {one.name for one in analysis.occurrences if one.surface == "NFC"} == {"Northern Fisheries Council"}
    assert kinds_of(analysis, "NFC") == {"ORGANISATION"}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("the Line of Actual Rest (LAR)", ("Line of Actual Rest", "LAR")),
        ("of the Bank for Rural Credit (BRC),", ("Bank for Rural Credit", "BRC")),
        ("a large ship (USS)", None),
        ("its main rival (Ford)", None),
    ],
)
def test_expansions_are_found_by_their_initials(text: str, pair: tuple[str, str] | None) -> None:
    assert [(text[a:b], text[c:d]) for a, b, c, d in acronyms(text)] == ([pair] if pair else [])


def test_places_are_known_by_their_words_around(understand: Understand) -> None:
    analysis = understand(
        "The truce restored farming in border zones like Okna and Derevo. Progress in Okna was slow. "
        "Soldiers left Derevo in March."
    )
    assert kinds_of(analysis, "Okna") == {"PLACE"}
    assert kinds_of(analysis, "Derevo") == {"PLACE"}


def test_countries_are_places_whatever_stands_around(understand: Understand) -> None:
    analysis = understand("Kazakhstan said no. Ministers from Belarus, Tajikistan, and Kazakhstan signed.")
    assert [name for name, kind, _ in found(analysis) if kind == "PLACE"] == [
        "Kazakhstan",
        "Belarus",
        "Tajikistan",
        "Kazakhstan",
    ]


def test_an_operation_is_no_body(understand: Understand) -> None:
    analysis = understand("He defended Operation Lantern, which began in May. Operation Lantern ended in June.")
    assert kinds_of(analysis, "Operation Lantern") == {"OTHER"}


def test_a_nationality_is_no_name_of_a_person_or_body(understand: Understand) -> None:
    analysis = understand("The Norwegian minister and Swedish officials met Danish fishermen.")
    assert all(kind == "OTHER" for _, kind, _ in found(analysis))


def test_headings_make_no_names(understand: Understand) -> None:
    analysis = understand(
        "Takeaways & Outlook\n\nLaura Holt visited Lisbon on Monday.\n\nBottom Line\n\nShe liked it there."
    )
    assert [surface for surface, _, _ in found(analysis)] == ["Laura Holt", "Lisbon"]


def test_a_name_of_the_text_is_found_in_its_title_too(understand: Understand) -> None:
    analysis = understand("HOLT IN LISBON FOR TALKS\n\nLaura Holt visited Lisbon on Monday.")
    assert [(surface, name) for surface, _, name in found(analysis)] == [
        ("HOLT", "Laura Holt"),
        ("LISBON", "Lisbon"),
        ("Laura Holt", "Laura Holt"),
        ("Lisbon", "Lisbon"),
    ]


def test_a_word_that_opens_a_line_is_no_person(understand: Understand) -> None:
    analysis = understand("Symbolic thaw in ties after the border clash\n\nSteady progress of the talks on trade")
    assert not [one for one in analysis.occurrences if one.kind == "PERSON"]


def test_unusual_spaces_inside_a_name_do_not_matter(understand: Understand) -> None:
    analysis = understand("Anil\u202fVerma met Bo\u00a0Lindqvist in Oslo. Verma smiled.")
    assert [(one.name, one.surface) for one in analysis.occurrences if one.kind == "PERSON"] == [
        ("Anil Verma", "Anil\u202fVerma"),
        ("Bo Lindqvist", "Bo\u00a0Lindqvist"),
        ("Anil Verma", "Verma"),
    ]


def test_a_longer_unknown_name_is_not_taken_for_a_known_surname(understand: Understand) -> None:
    analysis = understand("Anil Verma spoke first. A band called Verma Brothers Circus played.")
    assert [one.surface for one in analysis.occurrences if one.name == "Anil Verma"] == ["Anil Verma"]


@pytest.mark.parametrize("word", ["Indian", "Indians", "Indo-Russian", "British", "Kazakh", "Sri Lankan"])
def test_nationalities_are_known(word: str) -> None:
    assert is_people(word)


@pytest.mark.parametrize("word", ["India", "U.S.", "Ivory Coast", "Türkiye", "INDIA"])
def test_countries_are_known(word: str) -> None:
    assert is_place(word)
    assert not is_people(word)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ada Lund", True),
        ("Sobir Emomali Abdurazzoq", True),
        ("Maarten den Brink", True),
        ("Lund", False),
        ("Lund Bank", False),
        ("Tajik Defence", False),
        ("Brent River", False),
    ],
)
def test_what_may_be_a_full_name(name: str, person: bool) -> None:
    assert is_full_person(name) is person


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("OSLO, May 3 - Strand and Poole's Corp said it cut its debt.", "Strand and Poole's Corp", "ORGANISATION"),
        ("Erik H. Krag and Co opened an office.", "Erik H. Krag and Co", "ORGANISATION"),
        ("Shares of Harbour Care Centers of America Inc rose.", "Harbour Care Centers of America Inc", "ORGANISATION"),
        ("OSLO, May 3 - American Brekke Corp said it sold a ship.", "American Brekke Corp", "ORGANISATION"),
        ("The chairman, Cor van der Klund, told the meeting so.", "Cor van der Klund", "PERSON"),
    ],
)
def test_a_name_of_several_parts_is_one(understand: Understand, text: str, name: str, kind: str) -> None:
    assert (name, kind, name) in found(understand(text))


def test_of_two_firms_neither_is_part_of_the_other(understand: Understand) -> None:
    names = {name for name, _, _ in found(understand("Brekke and Lind Corp said they sold a ship."))}
    assert "Brekke and Lind Corp" not in names


def test_a_firm_is_meant_by_its_first_word_whatever_that_looks_like(understand: Understand) -> None:
    analysis = understand("OSLO, May 3 - Labatt Breweries Ltd said it sold a ship. Labatt said the price was fair.")
    assert {one.name for one in analysis.occurrences if one.surface == "Labatt"} <= {"Labatt Breweries Ltd"}


def test_what_pilgrims_go_to_is_a_place(understand: Understand) -> None:
    analysis = understand("Holt welcomed the reopening of the Mira Tovar pilgrimage after five years.")
    assert kinds_of(analysis, "Mira Tovar") <= {"PLACE"}
