"""Namesakes and variants, case by case: what is one person, body or place, and what stays two."""

import pytest

from bot.linking.people import linked
from bot.model import LinkedName
from tests.linking.people_world import ELSEWHERE, SCENE, Line, library, local, together

FILLERS = [ELSEWHERE] * 8
"""Documents that make the names of SCENE rare."""

SAME = [
    ("accents", "P José Peña", "P Jose Pena"),
    ("accents of a place", "L São Vicente", "L Sao Vicente"),
    ("a narrow space", "P Ana\u202fSilva", "P Ana Silva"),
    ("hyphens", "P Kim Jong-un", "P Kim Jong Un"),
    ("typographic apostrophes", "P Sean O’Hara", "P Sean O'Hara"),
    ("letter case", "O UNICEF", "O Unicef"),
    ("capitals of a dateline", "L NORTH HAVEN", "L North Haven"),
    ("the article", "O the Harbour Trust", "O Harbour Trust"),
    ("a possessive", "O Harbour Trust's", "O Harbour Trust"),
    ("Inc.", "O Apple Inc.", "O Apple"),
    ("Ltd and Limited", "O Acme Shipping Ltd", "O Acme Shipping Limited"),
    ("Corp.", "O Acme Shipping Corp.", "O Acme Shipping"),
    ("plc", "O Rolls plc", "O Rolls"),
    ("SA", "O Nestlé SA", "O Nestle"),
    ("and Co", "O Deere and Co.", "O Deere & Co"),
    ("an ampersand", "O Smith & Sons", "O Smith and Sons"),
    ("spaced hyphens", "O Wal - Mart", "O Wal-Mart"),
    ("dotted initials", "L U.S.", "L US"),
    ("spaced initials", "L U. S.", "L United States"),
    ("an abbreviated country", "L U.S.", "L United States"),
    ("an abbreviated union", "O EU", "O European Union"),
    ("initials with and without spaces", "P J.R. Moss", "P J. R. Moss"),
    ("a kind mistaken", "O Ana Silva", "P Ana Silva"),
    ("place or body", "L Harbour City", "O Harbour City"),
    ("Mr", "P Mr Ana Silva", "P Ana Silva"),
    ("Dr.", "P Dr. Ana Silva", "P Ana Silva"),
    ("initials that nobody else has", "O NATO", "O North Atlantic Treaty Organization"),
]

SAME_IN_RELATED_DOCUMENTS = [
    ("a surname", "P Rajnath Singh", "P Singh"),
    ("an initial", "P John Smith", "P J. Smith"),
    ("a middle initial", "P George Bush", "P George W. Bush"),
    ("a middle name and its initial", "P Ana M. Silva", "P Ana Maria Silva"),
    ("a transliteration", "P Muammar Qaddafi", "P Moammar Kadhafi"),
    ("another", "P Mikhail Gorbachev", "P Mikhail Gorbachov"),
    ("-y, -iy, -yy", "P Volodymyr Zelensky", "P Volodymyr Zelenskyy"),
    ("-off, -ov", "P Pavel Smirnoff", "P Pavel Smirnov"),
    ("ei, ey", "P Sergei Ivanov", "P Sergey Ivanov"),
    ("doubled letters", "P Mohammed Hassan", "P Muhamad Hasan"),
    ("without Airlines", "O Simmons Airlines", "O Simmons"),
]

TWO = [
    ("two Singhs", "P Rajnath Singh", "P Manmohan Singh"),
    ("two first names", "P Ana Silva", "P Rui Silva"),
    ("brother and sister", "P Mario Silva", "P Maria Silva"),
    ("short names that sound alike", "P Karin Berg", "P Karen Berg"),
    ("surnames that sound alike", "P Erik Berg", "P Erik Borg"),
    ("first letters", "P Robert Gates", "P Robert Kates"),
    ("family", "P Kim Jong Un", "P Kim Yo Jong"),
    ("father and son of one family", "P Kim Jong Il", "P Kim Jong Un"),
    ("senior and junior", "P John Smith Sr.", "P John Smith Jr."),
    ("which of them is open", "P John Smith", "P John Smith Jr."),
    ("the second and the third", "P Henry Ford II", "P Henry Ford III"),
    ("father and son with initials", "P George W. Bush", "P George H. W. Bush"),
    ("middle names", "P Ana Maria Silva", "P Ana Paula Silva"),
    ("another initial", "P J. Smith", "P Carl Smith"),
    ("a firm and its founder", "O Michael Page Plc", "P Michael Page"),
    ("a firm and the family's name", "O Ford Motor Co", "P Henry Ford"),
    ("a place in a bank's name", "O Bank of America", "L America"),
    ("a bank in a bank's name", "O People's Bank of Ruritania", "O Bank of Ruritania"),
    ("a country in a firm's name", "O Air India", "L India"),
    ("a word in a longer name", "O Apple Records", "O Apple"),
    ("a company and a competitor", "O Delta Airlines", "O Delta Electronics"),
    ("a group's trading house and its bank", "O Sumida Corporation", "O Sumida Bank Ltd"),
    ("a firm and its firm abroad", "O Deilman AG", "O Deilman Inc"),
    ("two Generals", "O General Motors", "O General Electric"),
    ("a place and the body named after it", "L Porto", "O Porto University"),
    ("two parties", "O Liberal Party", "O Liberal Democratic Party"),
    ("a person and a place of one word", "P Jordan", "L Jordan"),
    ("a president and a capital", "P George Washington", "L Washington"),
    ("a capital that is a surname, too", "P Washington", "L Washington"),
    ("two banks", "O Bank of Japan", "O Bank of Spain"),
    ("north and south", "L North Korea", "L South Korea"),
    ("a state and its neighbour", "L West Virginia", "L Virginia"),
    ("an old town and a new", "L New York", "L York"),
    ("two countries", "L Guinea", "L Guinea-Bissau"),
    ("two stations", "O CBS", "O NBC"),
]

STRANGERS = [
    ("a surname", "P Rajnath Singh", "P Singh"),
    ("an initial", "P Jane Smith", "P J. Smith"),
    ("a transliteration", "P Muammar Qaddafi", "P Moammar Kadhafi"),
    ("father and son of one surname", "P George Bush", "P Bush"),
    ("initials of three", "O SCO", "O Silver Creek Outfitters"),
]


def are_one(names: list[LinkedName], a: Line, b: Line) -> bool:
    return together(names, (1, local(a)), (2, local(b)))


def ids(cases: list[tuple[str, Line, Line]]) -> list[str]:
    return [f"{what}: {local(a)} | {local(b)}" for what, a, b in cases]


@pytest.mark.parametrize(("what", "a", "b"), SAME, ids=ids(SAME))
def test_two_spellings_are_one_name_wherever_they_stand(what: str, a: Line, b: Line) -> None:
    assert are_one(linked(library([a, *SCENE], [b, *ELSEWHERE])), a, b)


@pytest.mark.parametrize(("what", "a", "b"), SAME_IN_RELATED_DOCUMENTS, ids=ids(SAME_IN_RELATED_DOCUMENTS))
def test_two_forms_are_one_name_in_documents_of_the_same_things(what: str, a: Line, b: Line) -> None:
    assert are_one(linked(library([a, *SCENE], [b, *SCENE], *FILLERS)), a, b)


@pytest.mark.parametrize(("what", "a", "b"), TWO, ids=ids(TWO))
def test_two_names_stay_two_even_in_documents_of_the_same_things(what: str, a: Line, b: Line) -> None:
    assert not are_one(linked(library([a, *SCENE], [b, *SCENE], *FILLERS)), a, b)
    assert not are_one(linked(library([a, *SCENE], [b, *ELSEWHERE])), a, b)


@pytest.mark.parametrize(("what", "a", "b"), STRANGERS, ids=ids(STRANGERS))
def test_weak_likeness_joins_no_strangers(what: str, a: Line, b: Line) -> None:
    assert not are_one(linked(library([a, *SCENE], [b, *ELSEWHERE])), a, b)


def test_father_and_son_in_one_document_keep_their_surname_open() -> None:
    names = linked(
        library(["P George H. W. Bush", "P George W. Bush", *SCENE], ["P Bush", *SCENE], ["P George Bush"], *FILLERS)
    )
    assert next(name for name in names if (2, "Bush") in name.members).members == ((2, "Bush"),)


def test_spellings_that_one_document_tells_apart_are_two() -> None:
    names = linked(library(["P Mikhail Gorbachev", *SCENE], ["P Mikhail Gorbachev", "P Mikhail Gorbachov", *SCENE]))
    assert not together(names, (1, "Mikhail Gorbachev"), (2, "Mikhail Gorbachov"))


def test_a_town_is_no_firm_of_its_name() -> None:
    names = linked(library(["L Aldport"], ["L Aldport"], ["L Aldport"], ["O Aldport Inc"]))
    assert not together(names, (1, "Aldport"), (4, "Aldport Inc"))


def test_a_firm_taken_for_a_place_once_is_a_body() -> None:
    (name,) = linked(library(["L Hallburt"], ["O Hallburt Co"]))
    assert (name.name, name.kind) == ("Hallburt Co", "ORGANISATION")
