"""When a text is a copy of another, and when both only fill in one form. Texts are compared once for each pair."""

from collections.abc import Iterable, Mapping

from bot.linking.library import GiveWay, go_on
from bot.linking.passages import Encoder, Kept, Passages, kept, share_words
from bot.linking.told import Told, days_apart

_COPIED = 0.6  # of the shorter text's shingles: beyond, one is a copy of the other,
_OWN = 0.35  # unless more than so much of it is sentences of its own: two texts may quote a third at length
_FEWEST = 20  # words of the sentences of a text that can be called a copy
_RETOLD = 0.82  # of the shorter text's words are in sentences that the longer one has too, some words changed
_MANY = 45  # words of a text that can be told to be rewritten,
_SOME = 0.15  # of its shingles at least left as they were
_OTHER = 2  # so many other figures, or names, in the same sentences tell another thing in the same form,
_FIGURES, _NAMES = 0.75, 0.85  # if no larger share of them is the same,
_DENSE = 40  # and of figures one in so many words is another: metres may have been made feet
_LATER = 5  # days after which the same form is filled in again: one other figure or name is enough then,
_LONG = 150  # words of a text that is no form


class Compared:
    """The texts of documents, and what of one stands in another: each pair is compared once."""

    def __init__(self, told: Iterable[Told], texts: Mapping[int, str], *, give_way: GiveWay = go_on) -> None:
        self.texts = texts
        self._give_way = give_way
        self._day = {one.document: one.published for one in told}
        self._encoder = Encoder()
        self._passages: dict[int, Passages] = {}
        self._kept: dict[tuple[int, int], Kept] = {}

    def passages(self, document: int) -> Passages:
        if document not in self._passages:
            self._give_way()
            self._passages[document] = self._encoder.passages(self.texts[document])
        return self._passages[document]

    def size(self, document: int) -> int:
        """Words of its sentences."""
        return self.passages(document).size

    def kept(self, a: int, b: int) -> Kept:
        """What of `a` stands in `b`."""
        if (a, b) not in self._kept:
            self._give_way()
            self._kept[a, b] = kept(self.passages(a), self.passages(b))
        return self._kept[a, b]

    def is_copy(self, shorter: int, longer: int) -> bool:
        """Whether a text stands in one that is not shorter, word for word or told so."""
        size = self.size(shorter)
        if size < _FEWEST or not share_words(self.passages(shorter), self.passages(longer)):
            return False
        there = self.kept(shorter, longer)
        if self.is_form(shorter, longer):
            return False
        if there.verbatim >= _COPIED:
            return there.told >= 1 - _OWN
        is_retold = there.told >= _RETOLD and there.verbatim >= _SOME
        return is_retold and size >= _MANY and not self.is_later(shorter, longer)

    def is_form(self, a: int, b: int) -> bool:
        """Whether both fill in one form: "rose 2.1 pct to 738.9" against "rose 0.4 pct to 741.0"."""
        there = self.kept(a, b)
        if self.is_later(a, b) and there.other_figures + there.other_names and self.size(a) < _LONG:
            return True
        are_figures_other = _differ(there.figures, there.other_figures, _FIGURES)
        are_many = there.other_figures * _DENSE >= self.size(a)
        return (are_figures_other and are_many) or _differ(there.names, there.other_names, _NAMES)

    def is_later(self, a: int, b: int) -> bool:
        return days_apart(self._day[a], self._day[b]) > _LATER


def _differ(same: int, other: int, enough: float) -> bool:
    return other >= _OTHER and same < enough * (same + other)
