"""Title, publisher, link and publication date of a text, and how the date was found. Never the file's time, never today."""

import re
from dataclasses import dataclass

from bot.model import UNDATED, Dated, Period
from bot.reading.cleaning import Cleaned
from bot.reading.days import day_in
from bot.reading.extract import Extract

_LONG_LINE = 300
_SENTENCE = re.compile(r".{20,}?[.!?][\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Facts:
    title: str
    published: Dated
    publisher: str | None
    link: str | None


def described(extract: Extract, result: Cleaned, *, source: str) -> Facts:
    header = extract.header
    return Facts(
        title=header.title or title_of(result.text),
        published=header.published if header.published.value else _by_file_name(source),
        publisher=header.publisher,
        link=header.link,
    )


def title_of(text: str) -> str:
    """The first line in full; where it is a paragraph, its first sentence. Renderers shorten."""
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    if len(line) > _LONG_LINE and (sentence := _SENTENCE.match(line)):
        return sentence.group()
    return line


def _by_file_name(source: str) -> Dated:
    name = source.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", "-")
    found = day_in(name)
    return Dated(Period.day(found[0]), "file name") if found else UNDATED
