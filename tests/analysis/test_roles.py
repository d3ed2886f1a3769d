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
    ],
)
def test_roles(understand: Understand, text: str, roles: dict[str, list[str]]) -> None:
    given: dict[str, list[str]] = {}
    for role in understand(text).roles:
        given.setdefault(role.name, []).append(role.text)
        assert role.at.of(text) == role.text
    assert given == roles
