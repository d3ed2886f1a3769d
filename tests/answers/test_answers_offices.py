"""Which wordings of a role are one office."""

import pytest

from bot.answers.offices import grouped
from bot.store.lookups import RoleTold


@pytest.mark.parametrize(
    ("a", "b", "are_one"),
    [
        ("Indian Defence Minister", "India's Defence Minister", True),
        ("Defence Minister", "Indian Defence Minister", True),
        ("Chinese premier", "China’s Premier", True),
        ("president of Kazakhstan", "Kazakh president", True),
        ("President", "Vice President", False),
        ("former mayor", "mayor", False),
        ("finance minister", "defence minister", False),
        ("Admiral", "Defence Minister", False),
    ],
)
def test_offices(a: str, b: str, are_one: bool) -> None:
    groups = grouped([RoleTold(1, 0, a), RoleTold(2, 0, b)])
    assert (len(groups) == 1) is are_one


def test_the_commonest_wording_stands_for_the_office() -> None:
    roles = [RoleTold(n, 0, "Defence Minister") for n in range(3)] + [RoleTold(9, 0, "Indian Defence Minister")]
    assert grouped(roles)[0][0].text == "Defence Minister"
