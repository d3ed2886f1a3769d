"""What stories and copies need to know of a document."""

from dataclasses import dataclass

from bot.model import Kind, Period


@dataclass(frozen=True, slots=True)
class Told:
    """`opening` is its title and first lines, `sketch` as shingles.sketch makes it.

    `published` is None where nothing but a twin dates the document: a date that was borrowed proves nothing.
    """

    document: int
    source: str
    opening: str
    published: Period | None
    sketch: bytes
    twin: int | None = None  # the document whose event dated this one


def days_apart(a: Period | None, b: Period | None) -> int:
    """0 where one of them is not dated."""
    if a is None or b is None:
        return 0
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


@dataclass(frozen=True, slots=True)
class Named:
    """How often a document names somebody; `name` is the same in every document, however each spells it."""

    document: int
    name: int
    kind: Kind
    times: int
