"""What a disagreement of two documents is, whatever they disagree on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.linking.accounts import Said

Kind = Literal["figure", "date", "name", "claim", "order"]
Relevant = Callable[[Said, Said], bool]


@dataclass(frozen=True, slots=True)
class Clash:
    """`key`: what it is about, the same for all clashes of one matter; `words`: of each side, as its sentence has them.

    `later`: the one side only is newer than the other.
    """

    kind: Kind
    key: str
    sides: tuple[Said, Said]
    words: tuple[str, str]
    values: tuple[str, str]
    later: bool = False


def anything(_a: Said, _b: Said) -> bool:
    """Relevant, whatever was asked for."""
    return True
