"""A digest's messages as they are stored -> lines for a terminal. Pure."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.terminal.layout import BLANK, Line, heading

_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_BOLD = re.compile(r"(?<!\\)\*\*")
_STAMP = re.compile(r"<t:(\d+):\w>")


def digest_lines(bodies: Sequence[str]) -> list[Line]:
    """As a reader sees them, with instants in UTC; a rule between two messages."""
    lines: list[Line] = []
    for number, body in enumerate(bodies):
        lines += [*([BLANK, Line((("- " * 20, "quiet"),)), BLANK] if number else []), *_message(json.loads(body))]
    return lines


def _message(body: dict[str, Any]) -> Iterator[Line]:
    yield Line(((_read(body["content"]), "title"),))
    for embed in body["embeds"]:
        yield BLANK
        if "title" in embed:
            yield heading(_read(embed["title"]))
        for line in embed["description"].split("\n"):
            yield Line(((_read(line), ""),))
        if "footer" in embed:
            yield BLANK
            yield Line(((embed["footer"]["text"], "quiet"),))
    if "file" in body:
        yield BLANK
        yield heading(body["file"]["name"])
        yield from (Line(((line, ""),)) for line in body["file"]["text"].split("\n"))


def _read(markdown: str) -> str:
    """Markdown as it looks: no asterisks, no escapes, instants as times."""
    stamped = _STAMP.sub(lambda found: f"{datetime.fromtimestamp(int(found[1]), UTC):%a %d %b %Y %H:%M} UTC", markdown)
    return _ESCAPE.sub("", _BOLD.sub("", stamped))
