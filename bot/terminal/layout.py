"""Lines with a label column -> plain text for pipes, coloured and wrapped text for people."""

import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from rich.text import Text

Style = Literal["", "title", "heading", "label", "cite", "quiet", "mark", "good", "bad"]
Piece = tuple[str, Style]

_COLOURS: dict[Style, str] = {
    "": "none",
    "title": "bold",
    "heading": "bold cyan",
    "label": "green",
    "cite": "cyan",
    "quiet": "bright_black",
    "mark": "bold yellow",
    "good": "green",
    "bad": "bold red",
}
_WIDEST = 100
# What could move the cursor, hide or turn round text: a briefing must not write to the terminal but letters.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """`label` stands in a column of `column` characters at `indent`, the pieces beside it, wrapped under themselves."""

    pieces: tuple[Piece, ...] = ()
    label: str = ""
    column: int = 0
    indent: int = 0
    label_style: Style = "label"

    @property
    def _margin(self) -> str:
        label = self.label.ljust(self.column) + "  " if self.column else self.label
        return " " * self.indent + label

    def plain(self) -> str:
        return (self._margin + "".join(safe(text) for text, _ in self.pieces)).rstrip()

    def wrapped(self, width: int) -> "Iterable[Text]":
        from rich.console import Console
        from rich.text import Text

        margin = self._margin
        body = Text.assemble(*((safe(text), _COLOURS[style]) for text, style in self.pieces))
        console = Console(width=width)
        rows = body.wrap(console, max(20, width - len(margin))) if self.pieces else [Text()]
        for i, row in enumerate(rows):
            row.rstrip()
            yield Text.assemble((margin, _COLOURS[self.label_style]) if i == 0 else " " * len(margin), row)


BLANK = Line()


def title(*pieces: str) -> Line:
    """The first piece stands out, the others are beside it."""
    return Line((((pieces[0]), "title"), *((piece, "quiet") for piece in pieces[1:])))


def heading(text: str, beside: str = "") -> Line:
    return Line(((text, "heading"), (beside, "quiet")))


def safe(text: str) -> str:
    """The text on one line, without control characters."""
    return _UNSAFE.sub("", text.replace("\n", " ").replace("\t", " "))


def columns(lines: Sequence[Line]) -> list[Line]:
    """The lines with label columns as wide as their longest label."""
    width = max((len(line.label) for line in lines), default=0)
    return [replace(line, column=width) for line in lines]


def plain(lines: Iterable[Line]) -> str:
    return "\n".join(line.plain() for line in lines)


def write(line: str) -> None:
    """A line of data on stdout, at once: whoever reads it may be waiting."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """A line on stderr: what went wrong, or what is going on."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def show(lines: Iterable[Line], *, out: TextIO | None = None) -> None:
    """Prints for a person where `out` is a terminal, and plainly where it is a pipe or a file."""
    stream = sys.stdout if out is None else out
    if not stream.isatty():
        stream.write(plain(lines) + "\n")
        return
    from rich.console import Console

    console = Console(file=stream, highlight=False, soft_wrap=True)
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    for line in lines:
        for row in line.wrapped(width):
            console.print(row)
