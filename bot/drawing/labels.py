"""Words in a picture: what the font can show of them, and how they are shortened to a width. No quotes, only labels."""

import re
import unicodedata
from collections.abc import Iterator

from bot.drawing.theme import has_glyph, width_of
from bot.words import plain

ELLIPSIS = "…"
_UNKNOWN = "□"  # stands for letters that the font lacks, once for a run of them
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")
_WORD = r"[A-Z][\w.'’-]*,?(?:[ ]\d{1,2},?)?"
_DATELINE = re.compile(rf"(?:{_WORD}[ ]){{0,3}}{_WORD}(?:[ ]\([^()]{{2,30}}\))?(?:[ ]?[:—–]|[ ]-)[ ]+(?=\S)")


def drawable(text: str) -> str:
    """The text on one line, without what no font shows; letters of other scripts leave a box."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", " ".join(plain(text).split())):
        if unicodedata.category(letter) in _INVISIBLE:
            continue
        if has_glyph(letter):
            letters.append(letter)
        elif unicodedata.category(letter)[0] in "LN" and letters[-1:] != [_UNKNOWN]:
            letters.append(_UNKNOWN)
    return " ".join("".join(letters).split())


def shortened(text: str, most: int) -> str:
    """For a text beside the picture, which any font may show: on one line, cut at a word's end with "…"."""
    kept = "".join(c for c in plain(text) if unicodedata.category(c) not in _INVISIBLE or c.isspace())
    line = " ".join(kept.split())
    if len(line) <= most:
        return line
    whole = line[:most].rpartition(" ")[0] or line[: most - 1]
    return whole.rstrip(" ,;:–—-") + ELLIPSIS


def without_dateline(text: str) -> str:
    """ "NEW DELHI (Agency) - The bridge opened" is about a bridge."""
    return text[found.end() :] if (found := _DATELINE.match(text)) else text


def lines_of(text: str, *, width: float, size: float, most: int, bold: bool = False) -> list[str]:
    """The drawable text on at most so many lines; cut at a word's end with "…", a word that is too long inside it."""
    words = drawable(text).split()
    lines: list[str] = []
    while words and len(lines) < most:
        last = len(lines) == most - 1
        line, words = _filled(words, width=width, size=size, bold=bold)
        lines.append(_cut(line, width=width, size=size, bold=bold) if last and words else line)
    return lines


def _filled(words: list[str], *, width: float, size: float, bold: bool) -> tuple[str, list[str]]:
    """As many words as fit on a line, at least a piece of the first; and the rest."""
    for count in range(len(words), 0, -1):
        line = " ".join(words[:count])
        if width_of(line, size=size, bold=bold) <= width:
            return line, words[count:]
    fitting = next(
        piece for piece in _pieces(words[0]) if len(piece) == 1 or width_of(piece, size=size, bold=bold) <= width
    )
    return fitting, [words[0][len(fitting) :], *words[1:]]


def _pieces(word: str) -> Iterator[str]:
    for end in range(len(word) - 1, 0, -1):
        yield word[:end]


def _cut(line: str, *, width: float, size: float, bold: bool) -> str:
    words = line.split()
    for count in range(len(words), 0, -1):
        cut = " ".join(words[:count]).rstrip(" ,;:–—-") + ELLIPSIS
        if width_of(cut, size=size, bold=bold) <= width:
            return cut
    return next(
        piece + ELLIPSIS for piece in _pieces(words[0]) if width_of(piece + ELLIPSIS, size=size, bold=bold) <= width
    )
