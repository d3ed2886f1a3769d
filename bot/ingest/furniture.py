"""What three documents of one publisher repeat is its furniture: found over the library, taken out of each document."""

from collections.abc import Iterator
from dataclasses import replace

from bot.model import Document
from bot.reading.cleaning import furniture, without
from bot.reading.extract import Line
from bot.store.database import Connection
from bot.store.furniture import Page, pages

REASON = "repeated over the publisher's documents"
_AT_LEAST = 3


def wanted(connection: Connection) -> dict[str, frozenset[str]]:
    """What to take out of each document, by source, where that is not what was taken out of it last."""
    found: dict[str, frozenset[str]] = {}
    for group in pages(connection, reason=REASON, at_least=_AT_LEAST):
        repeated = furniture(["\n".join((page.text, *page.removed)) for page in group])
        for page in group:
            lines = frozenset(_lines(page)) & repeated - {page.title.strip()}
            if lines != frozenset(line.strip() for line in page.removed) and lines < {*_lines(page)}:
                found[page.source] = lines
    return found


def _lines(page: Page) -> Iterator[str]:
    for line in (*page.text.split("\n"), *page.removed):
        if line.strip():
            yield line.strip()


def stripped(document: Document, lines: frozenset[str]) -> Document:
    """The document without these lines; as it is where nothing else would be left."""
    numbered = list(_numbered(document))
    result = without(numbered, {line.number: REASON for line in numbered if line.text.strip() in lines})
    if not result.removed or not result.text.strip():
        return document
    removed = sorted((*document.removed, *result.removed), key=lambda line: line.line)
    return replace(document, text=result.text, removed=tuple(removed))


def _numbered(document: Document) -> Iterator[Line]:
    """The kept lines with their numbers in the file: each stands there after the one before it."""
    raw = document.raw.split("\n")
    place = 0
    for text in document.text.split("\n"):
        try:
            place = raw.index(text, place) + 1
        except ValueError:
            place += 1
        yield Line(place, text)
