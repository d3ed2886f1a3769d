"""Parts of units and units told beside others: "half an hour", "a quarter-century ago", "this year and next"."""

from bot.analysis.calendar_words import UNITS
from bot.analysis.relations import UNDERSPECIFIED, singular
from bot.analysis.scene import Match, Reading, Scene, group

# Part and unit -> what TIMEX3 writes, and the years of those that are counted back from a day.
_PARTS = {
    ("half", "hour"): ("PT30M", 0),
    ("half", "day"): ("PT12H", 0),
    ("half", "year"): ("P6M", 0),
    ("half", "decade"): ("P5Y", 5),
    ("half", "century"): ("P50Y", 50),
    ("quarter", "hour"): ("PT15M", 0),
    ("quarter", "century"): ("P25Y", 25),
}


def part_of_unit(match: Match, scene: Scene) -> Reading | None:
    """ "half an hour", "a half-century", "a quarter of a century ago"; not "half-year profit"."""
    unit = singular(group(match, "unit"))
    value, years = _PARTS.get((group(match, "part"), unit), ("", 0))
    if not value or (unit == "year" and not match.group().lower().endswith(("half a year", "half a year or so"))):
        return None
    if group(match, "way") == "ago" and years:
        moved = scene.moved("year", -years)
        return Reading("DATE", *moved) if moved else Reading("DATE", UNDERSPECIFIED["year"], "no document date")
    return Reading("DURATION", value)


def told_part(match: Match, scene: Scene) -> Reading | None:
    """The week of "the end of the week", the decade of "late in the decade"."""
    unit = UNITS[group(match, "unit")]
    moved = scene.moved(unit, 0)
    return Reading("DATE", *moved, moves=False) if moved else Reading("DATE", UNDERSPECIFIED[unit], "no document date")


def unit_beside(match: Match, scene: Scene) -> Reading | None:
    """The "next" of "this year and next"."""
    unit = UNITS[group(match, "unit")]
    moved = scene.moved(unit, 1 if group(match, "side") == "next" else -1)
    return Reading("DATE", *moved) if moved else Reading("DATE", UNDERSPECIFIED[unit], "no document date")
