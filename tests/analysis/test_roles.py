"""Offices and titles as the text gives them, with whose they are, and never another's."""

import pytest

from tests.analysis.conftest import Understand


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Malian Foreign Minister Awa Keita spoke first.", {"Awa Keita": ["Malian Foreign Minister"]}),
        ("Awa Keita, Mali's Foreign Minister, spoke first.", {"Awa Keita": ["Mali's Foreign Minister"]}),
        ("Awa Keita, Mali’s Foreign\u202fMinister, spoke first.", {"Awa Keita": ["Mali’s Foreign\u202fMinister"]}),
        ("The talks with Norwegian defence minister Lars Aas ended.", {"Lars Aas": ["Norwegian defence minister"]}),
        (
            "Danish Defence Minister Lieutenant General Erik Krag and Mali's Colonel Awa Keita met.",
            {"Erik Krag": ["Danish Defence Minister Lieutenant General"], "Awa Keita": ["Mali's Colonel"]},
        ),
        (
            "Malian Foreign Minister Awa Keita met her Danish counterpart Erik Krag.",
            {"Awa Keita": ["Malian Foreign Minister"]},
        ),
        (
            "Awa Keita, chairman of the Niger Basin Authority, resigned.",
            {"Awa Keita": ["chairman of the Niger Basin Authority"]},
        ),
        ("He said: “President-elect Awa Keita is here.”", {"Awa Keita": ["President-elect"]}),
        ("The harbour (Mayor Awa Keita opened it) is full.", {"Awa Keita": ["Mayor"]}),
        ("PM Awa Keita opened the harbour.", {"Awa Keita": ["PM"]}),
        ("Mr. Erik Krag said so.", {}),
        ("Awa Keita, Defence Minister Erik Krag and others came.", {"Erik Krag": ["Defence Minister"]}),
        ("Awa Keita, a popular woman of 50, came.", {}),
        ("Former President Awa Keita came.", {"Awa Keita": ["Former President"]}),
        ("Reporters met former Malian Prime Minister Awa Keita.", {"Awa Keita": ["former Malian Prime Minister"]}),
        ("On Monday Bank of Norway governor Lars Aas spoke.", {"Lars Aas": ["Bank of Norway governor"]}),
        ("The report by Trade and Industry Minister Lars Aas is out.", {"Lars Aas": ["Trade and Industry Minister"]}),
        (
            "They told company president and chief executive Lars Aas.",
            {"Lars Aas": ["company president and chief executive"]},
        ),
        ("In Oslo President Lars Aas spoke first.", {"Lars Aas": ["President"]}),
        ("He said the social democrats of Prime Minister Lars Aas won.", {"Lars Aas": ["Prime Minister"]}),
        ("Police said sheriff's deputy Lars Aas was there.", {"Lars Aas": ["sheriff's deputy"]}),
        ("Scottish actor Lars Aas came.", {"Lars Aas": ["Scottish actor"]}),
        ("Lars Aas, a young Norwegian singer who lives in Oslo, came.", {"Lars Aas": ["young Norwegian singer"]}),
        ("Lars Aas, 45, a lawyer, came.", {"Lars Aas": ["lawyer"]}),
        ("The harbour's mayor, Awa Keita, opened the fair.", {"Awa Keita": ["mayor"]}),
        (
            "The head of the Niger Basin Authority, Awa Keita, opened it.",
            {"Awa Keita": ["head of the Niger Basin Authority"]},
        ),
        ("Awa Keita, the team's head coach, resigned.", {"Awa Keita": ["the team's head coach"]}),
        ("Awa Keita, head of research at Ore Bank said.", {}),
        ("Lance Aas resigned.", {}),
        ("They met Deputy Secretary of State Erik Krag.", {"Erik Krag": ["Deputy Secretary of State"]}),
        ("The governor of Upper Vell Erik Krag spoke.", {"Erik Krag": ["governor of Upper Vell"]}),
        ("The lawyer of Erik Krag spoke.", {}),
        ("“Prices fell,” said Erik Krag, an analyst with Ore Bank.", {"Erik Krag": ["analyst with Ore Bank"]}),
        ("British foreign secretary Sir Erik Krag spoke.", {"Erik Krag": ["British foreign secretary"]}),
        ("His half-brother Erik Krag spoke.", {}),
    ],
)
def test_roles(understand: Understand, text: str, roles: dict[str, list[str]]) -> None:
    given: dict[str, list[str]] = {}
    for role in understand(text).roles:
        given.setdefault(role.name, []).append(role.text)
        assert role.at.of(text) == role.text
    assert given == roles


@pytest.mark.parametrize(
    "text",
    [
        "Erik Krag fled. She is the widow of a sheriff's deputy Krag murdered.",
        "Erik Krag fled. He is the son of the court reporter Krag murdered.",
        "They fear that a captain Erik Krag wounded will die.",
    ],
)
def test_whom_somebody_did_it_to_is_no_title_of_his(understand: Understand, text: str) -> None:
    assert [role for role in understand(text).roles if role.name == "Erik Krag"] == []
