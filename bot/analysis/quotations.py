"""What stands in quotation marks. A quotation ends at its mark or with its line; the next line of it opens anew."""

import re
from bisect import bisect_right
from typing import Final

from bot.model import Span

_MARK: Final = re.compile(r'["\n]')


class Quotations:
    """The quoted stretches of a flowing text, without their marks."""

    def __init__(self, text: str) -> None:
        self._spans: list[Span] = []
        opened: int | None = None
        for mark in _MARK.finditer(text):
            if opened is not None:
                if text[opened : mark.start()].strip():
                    self._spans.append(Span(opened, mark.start()))
                opened = None
            elif mark.group() == '"':
                opened = mark.end()
        if opened is not None and text[opened:].strip():
            self._spans.append(Span(opened, len(text)))
        self._starts = [span.start for span in self._spans]

    def hold(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at].end

    def longest(self, within: Span) -> Span | None:
        """The longest quoted stretch inside a sentence; a quotation may run over several."""
        found: list[Span] = []
        for span in self._spans[max(bisect_right(self._starts, within.start) - 1, 0) :]:
            if span.start >= within.end:
                break
            if span.overlaps(within):
                found.append(Span(max(span.start, within.start), min(span.end, within.end)))
        return max(found, key=lambda span: span.end - span.start, default=None)
