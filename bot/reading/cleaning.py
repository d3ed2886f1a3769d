"""Which lines of a text are not the briefing's own, and why. Kept lines stay byte for byte and in order.

Conservative: a phrase goes where it stands alone on a line, the head and foot of a page only where all looks like one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.model import RemovedLine
from bot.reading.extract import Line
from bot.reading.page import is_pasted, page_reasons, shape_of
from bot.reading.phrases import ANYWHERE, BANNER_WORDS, WEAK, Phrase

_MIN_REPEATED_WORDS = 3
_LONGEST_PHRASE = 1_800  # characters; a longer line is prose, and not worth sixty searches
_MAX_BANNER = 12  # words
_LONGEST_NAME = 100  # characters
_MIN_PUBLISHER_DOCUMENTS = 3


@dataclass(frozen=True, slots=True)
class Cleaned:
    lines: tuple[Line, ...]
    removed: tuple[RemovedLine, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def cleaned(lines: Sequence[Line], *, names: Iterable[str] = ()) -> Cleaned:
    """`names` are those the site is known by: a line that is nothing but one of them is a banner."""
    solid = [line for line in lines if line.text.strip()]
    reasons = _by_phrase(solid, {key(name) for name in names} - {""})
    reasons |= _weak(solid, reasons)
    reasons |= _repeated(solid, reasons)
    return without(lines, reasons | page_reasons(solid, reasons))


def without(lines: Sequence[Line], reasons: Mapping[int, str]) -> Cleaned:
    """The lines but those whose number has a reason. Of the blank lines round a removed one a single one stays."""
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


def key(text: str) -> str:
    """Letters and digits alone, so that "Example News" and "examplenews" are one."""
    return "".join(c for c in text.casefold() if c.isalnum())


def furniture(texts: Sequence[str]) -> frozenset[str]:
    """Short lines that stand in three or more documents of one publisher (their texts): its furniture, not its news."""
    counts = Counter(line for text in texts for line in {x.strip() for x in text.split("\n")} if line)
    return frozenset(
        line for line, n in counts.items() if n >= _MIN_PUBLISHER_DOCUMENTS and not shape_of(line).is_prose
    )


def _by_phrase(lines: Sequence[Line], names: set[str]) -> dict[int, str]:
    reasons: dict[int, str] = {}
    for line in lines:
        text = line.text.strip()
        if why := _matched(ANYWHERE, text):
            reasons[line.number] = why
        elif _is_banner(text):
            reasons[line.number] = "shop banner"
        elif len(text) <= _LONGEST_NAME and key(text) in names:
            reasons[line.number] = "site name"
    return reasons


def _matched(phrases: Sequence[Phrase], text: str) -> str | None:
    if len(text) > _LONGEST_PHRASE:
        return None
    return next((phrase.reason for phrase in phrases if phrase.pattern.fullmatch(text)), None)


def _is_banner(text: str) -> bool:
    words = {word.strip(".,:;!|-–—&").lower() for word in text.split()}
    return len(words) <= _MAX_BANNER and text.isupper() and len(words & BANNER_WORDS) > 1


def _weak(lines: Sequence[Line], reasons: Mapping[int, str]) -> dict[int, str]:
    """Words that a briefing may have as a heading: only on a pasted page, or beside a line gone for the same reason."""
    weak = {
        line.number: why for line in lines if line.number not in reasons and (why := _matched(WEAK, line.text.strip()))
    }
    if is_pasted([line.text for line in lines]):
        return weak
    found: dict[int, str] = {}
    numbers = [line.number for line in lines]
    for order in (numbers, numbers[::-1]):
        for before, number in pairwise(order):
            if number in weak and weak[number] in (reasons.get(before), found.get(before)):
                found[number] = weak[number]
    return found


def _repeated(lines: Sequence[Line], reasons: Mapping[int, str]) -> dict[int, str]:
    """The third and later copies of a line, and on a page the second: the first always stays."""
    allowed = 1 if any(why not in ("link line", "picture credit") for why in reasons.values()) else 2
    counts: Counter[str] = Counter()
    found: dict[int, str] = {}
    for line in lines:
        text = line.text.strip()
        shape = shape_of(text)
        if line.number in reasons or shape.words < _MIN_REPEATED_WORDS:
            continue
        if any(map(str.isdigit, text)) and not shape.is_prose:
            continue  # tables repeat their figures
        counts[text] += 1
        if counts[text] > allowed:
            found[line.number] = "repeated line"
    return found
