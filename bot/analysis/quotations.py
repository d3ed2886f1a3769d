"""What stands in quotation marks. A quotation ends at its mark or with its line; the next line of it opens anew."""

import re
from bisect import bisect_right
from typing import Final

from bot.model import Span

_MARK: Final = re.compile(r'["\n]')
_MARKS: Final = '" '
_OPENS: Final = frozenset("“„«")
_CLOSES: Final = frozenset("”»")


class Quotations:
    """The quoted stretches of a text, without their marks. Straight marks open and close by turns."""

    def __init__(self, text: str, stored: str) -> None:
        """`text` in flowing form tells where lines end, `stored` which marks open and which close."""
        self._text = text
        self._spans: list[Span] = []
        opened: int | None = None
        line = 0  # where a closing mark without an opening one must have begun
        for mark in _MARK.finditer(text):
            at, sign = mark.start(), stored[mark.start()]
            if mark.group() == "\n":
                self._add(opened, at)
                opened, line = None, at + 1
            elif sign in _OPENS or (opened is None and sign not in _CLOSES):
                self._add(opened, at)
                opened = at + 1
            else:
                self._add(line if opened is None else opened, at)
                opened, line = None, at + 1
        self._add(opened, len(text))
        self._starts = [span.start for span in self._spans]

    def _add(self, start: int | None, end: int) -> None:
        if start is not None and self._text[start:end].strip():
            self._spans.append(Span(start, end))

    def hold(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at].end

    def whole(self, sentence: Span) -> Span | None:
        """The quotation that a sentence lies in, marks aside: it has no word of its own."""
        for offset in (sentence.start, sentence.start + 1):  # the mark itself is no part of it
            at = bisect_right(self._starts, offset) - 1
            if at >= 0 and offset < self._spans[at].end:
                span = self._spans[at]
                return span if not self._text[span.end : sentence.end].strip(_MARKS) else None
        return None

    def longest(self, within: Span) -> Span | None:
        """The longest quoted stretch inside a sentence; a quotation may run over several."""
        found: list[Span] = []
        for span in self._spans[max(bisect_right(self._starts, within.start) - 1, 0) :]:
            if span.start >= within.end:
                break
            if span.overlaps(within):
                found.append(Span(max(span.start, within.start), min(span.end, within.end)))
        return max(found, key=lambda span: span.end - span.start, default=None)
