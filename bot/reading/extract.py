"""What the reader of one format hands on: numbered lines, and what the file itself says about them."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.model import UNDATED, Dated, RemovedLine


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a reader sees it; `number` is where it begins in the raw text, from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says of itself outside its text: front matter, or the head of a web page or PDF."""

    title: str | None = None
    published: Dated = UNDATED
    publisher: str | None = None
    link: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """The raw text, its lines in order (blank ones too), the lines the format itself left out, and the header."""

    raw: str
    lines: tuple[Line, ...]
    removed: tuple[RemovedLine, ...] = ()
    header: Header = Header()


def numbered(texts: Iterable[str], *, first: int = 1) -> tuple[Line, ...]:
    return tuple(Line(number, text) for number, text in enumerate(texts, first))
