"""Where on a picture a day stands: rows far enough apart to read, the time between them pressed together."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import Final

from bot.model import Period

_MONTH: Final = 30.4  # days
_STRETCH: Final = 6.0  # for each doubling of the months between two rows
_STRETCH_MOST: Final = 26.0
_ROOMY: Final = 10  # so many rows may be stretched in full


@dataclass(frozen=True, slots=True)
class Scale:
    """Days and their heights, both rising. Between two of them time runs evenly; from one to the next it may not."""

    days: tuple[int, ...]
    heights: tuple[float, ...]

    def at(self, day: date) -> float:
        """The height at which a day ends: below every row that begins on it."""
        place = bisect_right(self.days, day.toordinal())
        if place == 0:
            return self.heights[0]
        if place == len(self.days):
            return self.heights[-1]
        before, after = self.days[place - 1], self.days[place]
        share = (day.toordinal() + 1 - before) / (after - before)
        return self.heights[place - 1] + min(share, 1.0) * (self.heights[place] - self.heights[place - 1])


def stands_at(when: Period) -> date:
    """The day by which a period has its place: its first, or the only end that it has."""
    return when.last if when.precision == "before" else when.first


def scaled(periods: Sequence[Period], rooms: Sequence[float], *, top: float, least: float) -> Scale:
    """`periods` in the order of `stands_at`. A room is what a row's words need below its middle line, 0 without words;
    `least` is between any two rows. After the last row there is a little room for what lasts longer.
    """
    days = [stands_at(when).toordinal() for when in periods]
    heights: list[float] = []
    crowd = max(1.0, len(periods) / _ROOMY)
    free = top  # no words above this
    for place, room in enumerate(rooms):
        height = heights[-1] + least + stretch(days[place] - days[place - 1]) / crowd if heights else top
        if room:
            height = max(height, free)
            free = height + room
        heights.append(height)
    ends = [when.last for when in periods if when.last != date.max and when.precision != "before"]
    last = max([days[-1] + 1, *(end.toordinal() + 1 for end in ends)])
    tail = max(least, 2 * stretch(last - days[-1]))
    return Scale((*days, last), (*heights, heights[-1] + tail))


def stretch(days: int) -> float:
    """What empty time adds to the distance of two rows: years more than days, but never as much more."""
    return min(_STRETCH * log2(1 + days / _MONTH), _STRETCH_MOST)
