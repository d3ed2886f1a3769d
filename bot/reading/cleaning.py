"""Which lines of a text are not the briefing's own, and why. Kept lines stay byte for byte and in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import RemovedLine
from bot.reading.extract import Header, Line


@dataclass(frozen=True, slots=True)
class Cleaned:
    lines: tuple[Line, ...]
    removed: tuple[RemovedLine, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def cleaned(lines: Sequence[Line], *, header: Header) -> Cleaned:
    reasons = {line.number: why for line in lines if line.text.strip() and (why := _reason(line.text))}
    return applied(lines, reasons)


def _reason(text: str) -> str | None:
    bare = text.strip()
    return "link line" if bare.startswith(("http://", "https://")) and " " not in bare else None


def applied(lines: Sequence[Line], reasons: dict[int, str]) -> Cleaned:
    """The lines without those that have a reason. Of blank lines round a removed one, a single one stays."""
    kept: list[Line] = []
    removed: list[RemovedLine] = []
    blanks: list[Line] = []
    cut = False
    for line in lines:
        if line.number in reasons:
            removed.append(RemovedLine(line.number, line.text, reasons[line.number]))
            cut = True
        elif not line.text.strip():
            blanks.append(line)
        else:
            if kept:
                kept.extend(blanks[:1] if cut else blanks)
            kept.append(line)
            blanks, cut = [], False
    return Cleaned(tuple(kept), tuple(removed))
