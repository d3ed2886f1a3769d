"""Weekdays and weekends: which Thursday is meant, and when it is none."""

import re
from datetime import date, timedelta

from bot.analysis.calendar_words import MONTHS, ORDINALS, WEEKDAYS
from bot.analysis.holidays import nth
from bot.analysis.parts import PARTS
from bot.analysis.periods import named
from bot.analysis.readings import NO_YEAR, stated_year
from bot.analysis.scene import Match, Reading, Scene, group, span

_ANY_DAY = re.compile(r"\b(?:on an?|one|any|some)(?: \w+)? $", re.IGNORECASE)  # "a Friday hearing" has its day


_COMES = re.compile(
    r"\b(?:into|ahead of|onto|on to|along to|advanc\w+ to|forward to|prepar\w+ for|ready for|tickets for) $"
)


_SO_CALLED = re.compile(r"\b(?:Patch|Super|Bloody|Giving|Throwback|Manic|Taco|Casual) $")


_BESIDE_ANOTHER = re.compile(rf"\b(?:{PARTS['weekday']})(?:,| and| or| to| through| until)(?: on)? $")


def _is_ahead(match: Match, scene: Scene) -> bool:
    """ "They play on Friday", "ahead of Friday's vote"; not "He will be tried for Friday's attack"."""
    if re.match(r"['’] ?s\b", scene.text[match.end() : match.end() + 4]):
        return _COMES.search(scene.text, scene.sentence.start, match.start()) is not None
    return scene.direction(*match.span()) == "future"


def weekday(match: Match, scene: Scene) -> Reading | None:
    """ "Thursday", "last Friday", "this coming Sunday"; read backwards unless the verb looks ahead."""
    index, way = WEEKDAYS[group(match, "weekday").rstrip(".")], group(match, "rel")
    if _SO_CALLED.search(scene.text, scene.sentence.start, match.start()):
        return None
    if scene.anchor is None or scene.anchor.finest != "day":
        return Reading("DATE", f"XXXX-WXX-{index + 1}", "no document date")
    if _ANY_DAY.search(scene.text, scene.sentence.start, match.start()):
        return Reading("DATE", f"XXXX-WXX-{index + 1}", "no day to count from")
    here = scene.anchor.day
    if ("previous" in way or "following" in way) and scene.reference and scene.reference[1] == "day":
        here = scene.reference[0]
    back, ahead = (here.weekday() - index) % 7, (index - here.weekday()) % 7
    if any(word in way for word in ("last", "past", "previous")):
        day = here - timedelta(back or 7)
    elif any(word in way for word in ("next", "coming", "following")):
        day = here + timedelta(ahead or 7)
    elif _is_ahead(match, scene):
        day = here + timedelta(ahead)
    else:
        day = _after_the_other(match, scene, here - timedelta(back))
    return Reading("DATE", day.isoformat(), scene.anchor.basis)


def _after_the_other(match: Match, scene: Scene, day: date) -> date:
    """The "Tuesday" of "meets on Monday and Tuesday" lies ahead where the Monday does."""
    if (
        scene.anchor is None
        or scene.reference is None
        or not _BESIDE_ANOTHER.search(scene.text, max(scene.sentence.start, match.start() - 24), match.start())
    ):
        return day
    told, here = scene.reference[0], scene.anchor.day
    return day + timedelta(7) if scene.reference[1] == "day" and told > here > day else day


def nth_weekday(match: Match, scene: Scene) -> Reading | None:
    """ "The first Monday in November", "the last Friday of June 2025"."""
    month, nth_word = MONTHS[group(match, "month").rstrip(".")], group(match, "nth")
    year = stated_year(match, scene) or scene.year_of(span(match), month)
    if year is None:
        return Reading("DATE", "XXXX-XX-XX", NO_YEAR)
    count = -1 if nth_word == "last" else ORDINALS[nth_word]
    day = nth(count, WEEKDAYS[group(match, "weekday").rstrip(".")], month)(year[0])
    return Reading("DATE", day.isoformat(), year[1])


def every_weekday(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    return Reading("SET", f"XXXX-WXX-{WEEKDAYS[group(match, 'weekday')] + 1}")


def weekend(match: Match, scene: Scene) -> Reading | None:
    """The weekend before or after the document's day; on a Saturday or Sunday this one."""
    if scene.anchor is None or scene.anchor.finest != "day":
        return Reading("DATE", "XXXX-WXX-WE", "no document date")
    here, way = scene.anchor.day, group(match, "rel")
    if "next" in way or "coming" in way or ("last" not in way and scene.direction(*match.span()) == "future"):
        saturday = here + timedelta((5 - here.weekday()) % 7)
    else:
        saturday = here - timedelta((here.weekday() - 5) % 7)
    return Reading("DATE", named(saturday, "week") + "-WE", scene.anchor.basis)
