"""Lines that were broken at a margin become paragraphs again: the rules that Markdown and PDF share."""

from collections.abc import Sequence
from itertools import pairwise

_NARROWEST = 45  # characters; shorter lines are titles, verses and lists


def is_wrapped(lines: Sequence[str]) -> bool:
    """Were these lines broken only because the next word no longer fitted?"""
    if len(lines) < 2:  # noqa: PLR2004 one line is not broken
        return False
    width = max(len(line) for line in lines)
    if width < _NARROWEST:
        return False
    return all(len(line) + 1 + len(following.split(" ", 1)[0]) > width for line, following in pairwise(lines))


def joined(lines: Sequence[str]) -> str:
    """One paragraph. A word cut by a hyphen is mended where small letters stand on both sides of the cut."""
    text = ""
    for line in (line.strip() for line in lines):
        if not text:
            text = line
        elif text[-1] == "\u00ad" or (text[-1] in "-‐" and text[-2:-1].islower() and line[:1].islower()):
            text = text[:-1] + line
        else:
            text = f"{text} {line}"
    return text
