"""Where the article of a pasted web page begins and ends: the head and foot that go, and the headline that stays."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.reading.extract import Line
from bot.reading.phrases import TAIL

_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# What a line that went by its phrase says about where we are: a comment form or a copyright is never mid-article.
_PAGE_PARTS = {
    "comment form": -60,
    "copyright": -60,
    "navigation": -10,
    "share prompt": -10,
    "newsletter": -10,
    "cookie notice": -10,
}
_FORMS = ("comment form", "copyright")
_MENU_RUN = 3  # short lines one after another that no text has between its bullets
_OTHER_PART = -2
_TAIL_VALUE = -60
_MIN_EVIDENCE = 2  # lines of such kinds that make a text a page
_MIN_ARTICLE = 60  # worth of a stretch below which it cannot stand for the article
_TITLE_WORDS = range(4, 26)
_TITLE_WITHIN = 25  # lines above the article in which its headline is looked for


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line looks like, whatever it says. `words` counts two East Asian characters as one."""

    words: int
    ends: bool

    @property
    def is_prose(self) -> bool:
        return self.words >= 20 or (self.words >= 8 and self.ends)  # noqa: PLR2004 measured on pasted pages

    @property
    def is_short(self) -> bool:
        return self.words <= 5 and not self.ends  # noqa: PLR2004 the same

    @property
    def value(self) -> int:
        """How much the line speaks for an article; a page's own lines are below zero. Not sensitive to the figures."""
        if self.is_prose:
            return min(self.words, 50) - 5
        if self.ends:
            return 1
        return -2 if self.is_short else -4


def shape_of(text: str) -> Shape:
    text = text.strip()
    return Shape(len(_WORD.findall(text)) + len(_EAST_ASIAN.findall(text)) // 2, bool(_ENDS.search(text)))


def is_pasted(texts: Sequence[str]) -> bool:
    """Are there so many short lines that this is a whole page, menus and all?"""
    short = sum(shape_of(text).is_short for text in texts)
    return short >= 15 and short * 3 >= len(texts)  # noqa: PLR2004 more headings than any briefing has


def page_reasons(lines: Sequence[Line], by_phrase: Mapping[int, str]) -> dict[int, str]:
    """Reasons for what lies outside the article, none unless other lines (`by_phrase`) show that this is a page."""
    if sum(why in _PAGE_PARTS for why in by_phrase.values()) < _MIN_EVIDENCE:
        return {}
    shapes = {line.number: shape_of(line.text) for line in lines}
    if is_pasted([line.text for line in lines]):
        reasons = _outside_article(lines, shapes, by_phrase)
    else:
        reasons = _below_form(lines, shapes, by_phrase)
    return {number: why for number, why in reasons.items() if number not in by_phrase}


def _below_form(lines: Sequence[Line], shapes: Mapping[int, Shape], by_phrase: Mapping[int, str]) -> dict[int, str]:
    """The short remains under a comment form or copyright line, where nothing but such remains follows it."""
    end = next((i for i, line in enumerate(lines) if by_phrase.get(line.number) in _FORMS), len(lines))
    tail = [line for line in lines[end:] if line.number not in by_phrase]
    return {line.number: "below the article" for line in tail} if all(shapes[x.number].is_short for x in tail) else {}


def _outside_article(
    lines: Sequence[Line], shapes: Mapping[int, Shape], by_phrase: Mapping[int, str]
) -> dict[int, str]:
    values = [_value(line, shapes[line.number], by_phrase.get(line.number)) for line in lines]
    start, stop, end = _article(lines, values, by_phrase)
    while stop < end and not _is_foot(lines[stop : stop + _MENU_RUN], shapes, by_phrase):
        stop += 1  # bullets and headings that the sum did not carry
    head, article, tail = lines[:start], lines[start:stop], lines[stop:]
    reasons: dict[int, str] = {}
    if article and _is_navigation(head, shapes):
        title = _title_line(head, article, shapes)
        reasons |= {line.number: "navigation" for line in head if line.number != title}
    if article and (stop == end < len(lines) or _is_navigation(tail, shapes) or any(map(_opens_tail, tail))):
        reasons |= {line.number: "below the article" for line in tail}
    return reasons


def _is_foot(lines: Sequence[Line], shapes: Mapping[int, Shape], by_phrase: Mapping[int, str]) -> bool:
    """Does the foot of the page begin with the first of these lines: a phrase of pages, or a run of short ones?"""
    first = lines[0]
    if by_phrase.get(first.number) in _PAGE_PARTS or _opens_tail(first):
        return True
    return all(line.number in by_phrase or shapes[line.number].is_short for line in lines)


def _value(line: Line, shape: Shape, why: str | None) -> int:
    if why:
        return _PAGE_PARTS.get(why, _OTHER_PART)
    return _TAIL_VALUE if _opens_tail(line) else shape.value


def _opens_tail(line: Line) -> bool:
    return any(pattern.fullmatch(line.text.strip()) for pattern in TAIL)


def _article(lines: Sequence[Line], values: Sequence[int], by_phrase: Mapping[int, str]) -> tuple[int, int, int]:
    """(start, stop, end): the article's lines, and where readers' comments begin, which read like prose.

    They begin at the first comment form below a stretch that can stand for the article.
    """
    whole = _best_stretch(values)
    for index, line in enumerate(lines):
        if by_phrase.get(line.number) == "comment form":
            start, stop, worth = _best_stretch(values[:index])
            if worth >= _MIN_ARTICLE and worth * 2 >= whole[2]:
                return start, stop, index
    return whole[0], whole[1], len(lines)


def _best_stretch(values: Sequence[int]) -> tuple[int, int, int]:
    """(start, stop, worth) of the run of lines with the highest sum."""
    best, where, total, start = 0, (0, 0), 0, 0
    for index, value in enumerate(values):
        if total <= 0:
            total, start = 0, index
        total += value
        if total > best:
            best, where = total, (start, index + 1)
    return (*where, best)


def _is_navigation(lines: Sequence[Line], shapes: Mapping[int, Shape]) -> bool:
    short = sum(shapes[line.number].is_short for line in lines)
    return short >= 5 and short * 2 >= len(lines)  # noqa: PLR2004 a headline, byline and date alone are fewer


def _title_line(head: Sequence[Line], article: Sequence[Line], shapes: Mapping[int, Shape]) -> int | None:
    """The headline above the article: the nearest line of a headline's length whose words the article takes up."""
    said = {word.casefold() for line in article for word in _WORD.findall(line.text)}
    best, where = 0.5, None
    for line in reversed(head[-_TITLE_WITHIN:]):
        if shapes[line.number].words not in _TITLE_WORDS:
            continue
        words = [word.casefold() for word in _WORD.findall(line.text) if len(word) > 3]  # noqa: PLR2004 words that say something
        share = sum(word in said for word in words) / max(3, len(words))
        if share > best:
            best, where = share, line.number
    return where
