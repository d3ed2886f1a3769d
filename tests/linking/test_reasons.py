"""Why a spelling is the same name: said in fixed words, and nothing where nothing is known."""

import pytest

from bot.linking.reasons import reason
from bot.model import Kind

SINGH = "Manmohan Singh"
NATO = "North Atlantic Treaty Organization"


@pytest.mark.parametrize(
    ("alias", "name", "kind", "forms", "why"),
    [
        ("Singh", SINGH, "PERSON", [(SINGH, "Singh")], "the surname, in a document that has the full name"),
        ("Singh", SINGH, "PERSON", [("Singh", "Singh")], "the surname, in related documents"),
        ("Singh", SINGH, "PERSON", [("M. Singh", "Singh")], "the surname"),
        ("Singh", SINGH, "PERSON", [], "the surname"),
        (
            "Manmohan",
            SINGH,
            "PERSON",
            [(SINGH, "Manmohan")],
            "a part of the name, in a document that has the full name",
        ),
        ("M. Singh", SINGH, "PERSON", [("M. Singh", "M. Singh")], "an initial and the surname, in related documents"),
        (
            "John F. Kennedy",
            "John Kennedy",
            "PERSON",
            [("John F. Kennedy", "John F. Kennedy")],
            "first name and surname, in related documents",
        ),
        (
            "Moammar Kadhafi",
            "Muammar Qaddafi",
            "PERSON",
            [("Moammar Kadhafi", "Moammar Kadhafi")],
            "another transliteration, in related documents",
        ),
        (
            "Kadhafi",
            "Muammar Qaddafi",
            "PERSON",
            [("Moammar Kadhafi", "the Kadhafi"), ("Muammar Qaddafi", "Qaddafi")],
            "the surname, in a document that has the full name",
        ),
        ("Dr Mara Quist", "Mara Quist", "PERSON", [], "the same name but for a title"),
        ("Jean Renoir", "Jean-Renoir", "PERSON", [], "the same name but for punctuation"),
        ("NATO", NATO, "ORGANISATION", [(NATO, "NATO")], "the initials, in a document that has the full name"),
        ("NATO", NATO, "ORGANISATION", [("NATO", "NATO")], "the initials"),
        ("U.S.", "United States", "PLACE", [], "the usual abbreviation"),
        ("Apple Inc.", "Apple", "ORGANISATION", [], "the same name but for a legal suffix"),
        ("CBS", "CBS Inc", "ORGANISATION", [], "the same name but for a legal suffix"),
        ("Wright Engineers", "Wright Engineers Ltd", "PERSON", [], "the same name but for a legal suffix"),
        ("AMC", "American Motors Corp", "ORGANISATION", [], "the initials"),
        ("ATI", "ATI Technologies", "ORGANISATION", [], "the short form"),
        ("Smith", "A. J. Smith", "PERSON", [], "the surname"),
        ("Apple", "Apple Computer", "ORGANISATION", [("Apple", "Apple")], "the short form"),
        ("Apple Computer", "Apple", "ORGANISATION", [], "the longer form"),
        (
            "Reserve Bank",
            "Reserve Bank of Norland",
            "ORGANISATION",
            [("Reserve Bank of Norland", "the Reserve Bank")],
            "the short form, in a document that has the full name",
        ),
        ("Iron Lady", "Mara Quist", "PERSON", [("Mara Quist", "Iron Lady")], ""),
        ("Delta", "Omega Airlines", "ORGANISATION", [("Delta", "Delta")], ""),
    ],
)
def test_the_reason(alias: str, name: str, kind: Kind, forms: list[tuple[str, str]], why: str) -> None:
    assert reason(alias, name, kind, forms) == why
    assert reason(alias, name, kind, list(reversed(forms))) == why
