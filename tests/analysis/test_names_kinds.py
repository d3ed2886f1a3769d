"""Kinds and bounds of names as news sites write them: offices, teams, streets, headlines, lists."""

import pytest

from bot.analysis.families import people_by_family
from bot.analysis.gazetteer import is_place
from bot.analysis.links import is_full_person
from bot.analysis.pieces import pieces, shortened
from bot.analysis.recogniser import Found
from bot.analysis.spans import cleaned, is_name
from bot.model import Analysis, Kind
from tests.analysis.conftest import Understand


def names(analysis: Analysis) -> set[tuple[str, str]]:
    return {(one.surface, one.kind) for one in analysis.occurrences}


def marked(text: str, words: str, kind: Kind) -> Found:
    start = text.index(words)
    return Found(start, start + len(words), kind)


def names_in(text: str, words: str, kind: Kind) -> list[tuple[str, Kind]]:
    found = (cleaned(text, part) for part in pieces(text, marked(text, words, kind)))
    return [(text[one.start : one.end], one.kind) for one in found if one is not None]


@pytest.mark.parametrize(
    ("text", "words", "kind", "expected"),
    [
        # an office beside its holder
        (
            "Brekke CTO Ada Lund said",
            "Brekke CTO Ada Lund",
            "OTHER",
            [("Brekke", "ORGANISATION"), ("Ada Lund", "PERSON")],
        ),
        ("QB Ada Lund threw", "QB Ada Lund", "ORGANISATION", [("Ada Lund", "PERSON")]),
        ("Striker Bo Lind ran", "Striker Bo Lind", "PERSON", [("Bo Lind", "PERSON")]),
        ("City Councilman Bo T. Lind said", "City Councilman Bo T. Lind", "OTHER", [("Bo T. Lind", "PERSON")]),
        ("of the Interior Paul Lind said", "the Interior Paul Lind", "ORGANISATION", [("Paul Lind", "PERSON")]),
        ("Dane Peter Lund won", "Dane Peter Lund", "ORGANISATION", [("Peter Lund", "PERSON")]),
        # an office without its holder is a role of somebody, the body stays
        ("a Lowell Police Sgt said", "Lowell Police Sgt", "PERSON", [("Lowell Police", "ORGANISATION")]),
        ("Tern Project Co-Founder", "Tern Project Co-Founder", "ORGANISATION", [("Tern Project", "ORGANISATION")]),
        ("Texas District Attorney", "Texas District Attorney", "PLACE", [("Texas", "PLACE")]),
        ("Foreign Minister", "Foreign Minister", "PERSON", []),
        # sentences, quotations, lists
        (
            "Lind is still ill. The Gulls play on",
            "Lind is still ill. The Gulls play on",
            "PLACE",
            [("Lind", "PLACE"), ("Gulls", "PLACE")],
        ),
        ('the Blue Paper"printed here', 'Blue Paper"printed', "OTHER", [("Blue Paper", "OTHER")]),
        (
            "Brekke resells Ternware",
            "Brekke resells Ternware",
            "ORGANISATION",
            [("Brekke", "ORGANISATION"), ("Ternware", "ORGANISATION")],
        ),
        ("Anna and Kaja left", "Anna and Kaja", "PERSON", [("Anna", "PERSON"), ("Kaja", "PERSON")]),
        (
            "Brekke, Tern Radio",
            "Brekke, Tern Radio",
            "ORGANISATION",
            [("Brekke", "ORGANISATION"), ("Tern Radio", "ORGANISATION")],
        ),
        # one name all the same
        ("Brekke, Inc. rose", "Brekke, Inc.", "ORGANISATION", [("Brekke, Inc.", "ORGANISATION")]),
        ("Lind, Holt & Lind sued", "Lind, Holt & Lind", "ORGANISATION", [("Lind, Holt & Lind", "ORGANISATION")]),
        (
            "the Bank of Trade and Credit",
            "Bank of Trade and Credit",
            "ORGANISATION",
            [("Bank of Trade and Credit", "ORGANISATION")],
        ),
        ("Food and Work Agency", "Food and Work Agency", "ORGANISATION", [("Food and Work Agency", "ORGANISATION")]),
        ("Ada Sheriff said", "Ada Sheriff", "PERSON", [("Ada Sheriff", "PERSON")]),
    ],
)
def test_a_stretch_is_split_into_its_names(text: str, words: str, kind: Kind, expected: list[tuple[str, Kind]]) -> None:
    assert names_in(text, words, kind) == expected


def test_two_bodies_joined_by_and_are_two_where_each_stands_alone() -> None:
    text = "Brekke and Ternware agreed. Brekke buys from Ternware."
    assert [name for name, _ in names_in(text, "Brekke and Ternware", "ORGANISATION")] == ["Brekke", "Ternware"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Anna Lund Checks Out. Anna Lund left.", "Anna Lund"),
        ("Losing Lund. Anna Lund is ill. They are losing.", "Lund"),
        ("Anna Lund Square is closed. Anna Lund lived there.", "Anna Lund Square"),
        ("Anna Lund Holt left. She met Anna Berg.", "Anna Lund Holt"),
    ],
)
def test_a_headline_s_words_are_no_part_of_a_name(text: str, kept: str) -> None:
    whole = text.partition(".")[0]
    words = whole.removesuffix(" is closed").removesuffix(" left")
    found = [marked(text, words, "PERSON")]
    start = text.find("Anna", len(words))
    found.append(Found(start, start + 9, "PERSON"))
    first = shortened(text, found, low={"losing", "left"})[0]
    assert text[first.start : first.end] == kept


@pytest.mark.parametrize("words", ["PDT", "ET EST", "GDP", "DVDs", "I'm", "Inc", "Wed"])
def test_time_zones_and_abbreviations_are_no_names(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("words", ["U. S.", "N. Y.", "D.C.", "U.K."])
def test_spaced_initials_of_a_place_are_a_place(words: str) -> None:
    assert is_place(words)


@pytest.mark.parametrize(("words", "person"), [("Larry King", True), ("Larry Senator", False), ("Burger King", False)])
def test_an_office_is_a_surname_behind_a_given_name(words: str, person: bool) -> None:
    assert is_full_person(words) is person


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met the Harbour Gulls again. The Harbour Gulls lost.", "Harbour Gulls", "ORGANISATION"),
        ("The Broncos won. Fans of the Broncos sang.", "Broncos", "ORGANISATION"),
        ("The Denver Broncos won at home.", "Denver Broncos", "ORGANISATION"),
        ("He left Real Madrid for a smaller club.", "Real Madrid", "ORGANISATION"),
        ("He lives on Harrow Lane with his wife.", "Harrow Lane", "PLACE"),
        ("A bus stopped at Strand Ave. on Monday.", "Strand Ave", "PLACE"),
        ("It burned in the Brekke Warehouse at night.", "Brekke Warehouse", "PLACE"),
        ("P. J. Hill scored twice for the visitors.", "P. J. Hill", "PERSON"),
        ("Coach PJ Lindqvist praised them.", "PJ Lindqvist", "PERSON"),
        ("Dustin Okonkwo kicked off.", "Dustin Okonkwo", "PERSON"),
        ("He wrote on Twitter that he was well.", "Twitter", "ORGANISATION"),
        ("The quake was felt in the provincial capital Bandar Okna at noon.", "Bandar Okna", "PLACE"),
        ("Planes came from Khartoum. Khartoum denies it.", "Khartoum", "PLACE"),
        ("She lives in Salem, Ore., with a dog.", "Ore", "PLACE"),
        ("Lund, 26, of Okna, was hurt. He left Okna early.", "Okna", "PLACE"),
        ("Okna is a quiet fishing town in the north.", "Okna", "PLACE"),
        ("They climbed Harrow Pass before noon.", "Harrow Pass", "PLACE"),
        ("He studied at Lowell Tech for two years.", "Lowell Tech", "ORGANISATION"),
        ("Work on Project Lantern began in May.", "Project Lantern", "OTHER"),
        ("A driver hit him, Singh said. Singh is well.", "Singh", "PERSON"),
        ("Ferry sinks off the coast. OKNA 2024-03-02\n\nA ferry sank.", "OKNA", "PLACE"),
        ("OKNA, Norway 2024-03-02\n\nA ferry sank.", "OKNA", "PLACE"),
        ("The U.S. Tern and Wildlife Service counts them.", "U.S. Tern and Wildlife Service", "ORGANISATION"),
    ],
)
def test_a_name_s_kind(understand: Understand, text: str, name: str, kind: str) -> None:
    assert (name, kind) in names(understand(text))


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("General Motors is in trouble. GM said it would cut jobs.", {"GM"}),
        ("The club dismissed GM Peter Lund in May.", set[str]()),
        ("Lund became general manager. As GM he failed.", set[str]()),
    ],
)
def test_gm_is_a_firm_unless_it_is_an_office(understand: Understand, text: str, surfaces: set[str]) -> None:
    assert {one.surface for one in understand(text).occurrences} & {"GM"} == surfaces


def test_a_line_that_says_when_a_page_was_posted_names_no_place(understand: Understand) -> None:
    assert not names(understand("UPDATED 2024-03-02\n\nA ferry sank."))


def test_what_describes_a_firm_is_no_part_of_its_name() -> None:
    text = "Drugmaker Brekke fell. A drugmaker like Brekke can. Brekke rose."
    ends = [len("Drugmaker Brekke"), text.index(" can"), text.index(" rose")]
    found = [Found(0, ends[0], "ORGANISATION"), *(Found(end - 6, end, "ORGANISATION") for end in ends[1:])]
    first = shortened(text, found, low={"drugmaker"})[0]
    assert text[first.start : first.end] == "Brekke"


def test_a_family_is_no_team(understand: Understand) -> None:
    analysis = understand("Anna Holt came late. The Holts were angry, and Holt said so.")
    assert ("Holts", "ORGANISATION") not in names(analysis)


def test_lines_that_open_with_a_number_behind_a_word_are_no_datelines(understand: Understand) -> None:
    analysis = understand("When the 26-year-old came, they sang. On Saturday, the 26-year-old left.")
    assert not [one for one in analysis.occurrences if one.kind == "PLACE"]


def test_a_surname_that_is_an_office_is_found(understand: Understand) -> None:
    analysis = understand('Larry King coached them. "We are ready," King said. They met the King of Norway.')
    assert [one.surface for one in analysis.occurrences if one.name == "Larry King"] == ["Larry King", "King"]


@pytest.mark.parametrize(
    ("other", "kind", "becomes"),
    [
        ("Lund", "ORGANISATION", "PERSON"),
        ("Anna", "PLACE", "PERSON"),
        ("Kari Lund", "PLACE", "PERSON"),
        ("Norway", "PLACE", "PLACE"),
        ("Twitter", "ORGANISATION", "ORGANISATION"),
        ("U.S. Lund", "ORGANISATION", "ORGANISATION"),
        ("Berg", "PLACE", "PLACE"),
    ],
)
def test_who_shares_a_name_with_a_person_is_one(other: str, kind: Kind, becomes: Kind) -> None:
    kinds: dict[str, Kind] = {"anna lund": "PERSON", other.lower(): kind}
    body = [(Found(0, 9, "PERSON"), "anna lund"), (Found(20, 20 + len(other), kind), other.lower())]
    surfaces = {"anna lund": "Anna Lund", other.lower(): other}
    counted: dict[str, dict[Kind, float]] = {"anna lund": {"PERSON": 3.0}, other.lower(): {kind: 1.0}}
    assert people_by_family(set(), kinds, surfaces, counted, body)[other.lower()] == becomes


def test_a_heading_s_full_name_tells_who_the_surname_is(understand: Understand) -> None:
    analysis = understand("Lindsay Korhola Leaves Centre\n\nKorhola was seen on Monday. A judge warned Korhola in May.")
    assert {one.kind for one in analysis.occurrences if one.surface == "Korhola"} <= {"PERSON"}
