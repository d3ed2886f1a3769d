"""What the words of a quarter or half of a year mean: "the third quarter", "Q4 2023", "the second half of the year"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.analysis.calendar_words import MONTHS, ORDINALS
from bot.analysis.periods import shifted
from bot.analysis.readings import stated_year, with_year
from bot.analysis.scene import Match, Reading, Scene, group, span

_OF_A_GAME = re.compile(
    r"\b(?:touchdowns?|field goals?|yards?|quarterback|interceptions?|fumbled?|halftime|overtime|rebounds?|free throws?"
    r"|[23]-pointers?|jump shot|layups?|kickoff|punts?|scoreless|outscored|rallied|quarter drive|comeback"
    r"|game-winning|offense|heroics|two-minute|\d{1,3}-\d{1,3} (?:lead|win|loss))\b"
)


_FISCAL = re.compile(r" (?:of|in) (?:the|its|their|his|this|last|next)(?: \d{4})? (?:fiscal|financial)(?: year)?\b")


def quarter(match: Match, scene: Scene) -> Reading | None:
    """ "the third quarter", "Q4 2023", "the 1988 second quarter", "last year's fourth quarter"."""
    index = int(group(match, "q")) if group(match, "q") else ORDINALS[_long_ordinal(group(match, "nth"))]
    found = stated_year(match, scene)
    if found is None and _OF_A_GAME.search(scene.text, scene.sentence.start, scene.sentence.end):
        return None
    found = found or scene.year_here
    if found is None and scene.anchor is not None:
        years = range(scene.anchor.day.year - 1, scene.anchor.day.year + 2)
        near = {_closest(date(y, 3 * index - 2, 1), scene.anchor.day): y for y in years}
        day = scene.nearest(span(match), near)
        found = (near[day], scene.anchor.basis) if day else None
    reading = with_year(f"-Q{index}", found)
    is_fiscal = any(word in match.group().lower() for word in ("fiscal", "fy")) or _FISCAL.match(
        scene.text, match.end()
    )
    return replace(reading, modifier="about") if is_fiscal else reading


def quarter_ended(match: Match, scene: Scene) -> Reading | None:
    """ "The quarter ended Sept. 30": the calendar's quarter of that month."""
    month = MONTHS[group(match, "month").rstrip(".")]
    year = scene.year_of(span(match), month)
    return with_year(f"-Q{(month + 2) // 3}", year)


def _closest(first: date, here: date) -> date:
    """The day of the quarter beginning at `first` that is nearest to `here`."""
    return min(max(here, first), shifted(first, "month", 3) - timedelta(1))


def half(match: Match, scene: Scene) -> Reading | None:
    index = int(group(match, "h") or 0) or (2 if group(match, "half") in ("second", "last", "latter") else 1)
    found = stated_year(match, scene) or scene.year_here or _this_year(scene)
    return with_year(f"-H{index}", found)


def _this_year(scene: Scene) -> tuple[int, str] | None:
    return (scene.anchor.day.year, scene.anchor.basis) if scene.anchor else None


def _long_ordinal(words: str) -> str:
    return {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "final": "fourth", "last": "fourth"}.get(
        words, words
    )
