"""What befell people and bodies: told as fact, of the name itself, and of nobody beside it."""

import pytest

from tests.analysis.conftest import Understand


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Erik Krag was shot dead by the police on Monday.", {"Erik Krag"}),
        ("Erik Krag, 16, was arrested in Oslo.", {"Erik Krag"}),
        ("Erik Krag and Awa Keita were sentenced on Friday.", {"Erik Krag", "Awa Keita"}),
        ("Riots began after Erik Krag was shot by two officers.", {"Erik Krag"}),
        ("The crowd mourned Erik Krag, who was killed on Monday.", {"Erik Krag"}),
        ("The police arrested Erik Krag in Oslo.", {"Erik Krag"}),
        ("Norfjord Bank has been fined by the regulator.", {"Norfjord Bank"}),
        ("Erik Krag died on Monday.", {"Erik Krag"}),
        ("Erik Krag was not arrested.", set[str]()),
        ("Erik Krag will be arrested.", set[str]()),
        ("If Erik Krag was arrested, nobody saw it.", set[str]()),
        ("Erik Krag was allegedly shot.", set[str]()),
        ("Prosecutors allege the guard shot Erik Krag.", set[str]()),
        ("The police said Erik Krag was arrested.", set[str]()),
        ("“Erik Krag was arrested,” a neighbour said.", set[str]()),
        ("Erik Krag was known for his songs.", set[str]()),
        ("Erik Krag was based in Oslo.", set[str]()),
        ("Erik Krag was fired up by the crowd.", set[str]()),
        ("The brother of Erik Krag was arrested.", set[str]()),
        ("Erik Krag's brother was arrested.", set[str]()),
        ("The police fired Erik Krag's brother.", set[str]()),
        ("A pass to Erik Krag was completed.", set[str]()),
        ("The court convicted Awa Keita of murder in the death of her son, 3-year-old Erik.", {"Awa Keita"}),
        ("Nobody knows the man who killed Erik Krag.", set[str]()),
    ],
)
def test_what_befell_somebody(understand: Understand, text: str, names: set[str]) -> None:
    assert {one.speaker for one in understand(text).statements if one.kind == "befell"} == names


def test_who_did_something_in_a_sentence_has_it_once(understand: Understand) -> None:
    told = [(one.speaker, one.kind) for one in understand("Erik Krag fled and was arrested.").statements]
    assert told == [("Erik Krag", "did")]


def test_a_surname_beside_the_full_name_of_another_is_nobodys(understand: Understand) -> None:
    text = "Krag was convicted of the murder of Awa Krag. Krag was sentenced on Friday. Awa Krag was buried in Oslo."
    assert [one.sentence for one in understand(text).statements] == [2]
