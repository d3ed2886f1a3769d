"""Expressions that lean on another date ("last week", "a year earlier"); durations, sets and times of day."""

import re
from datetime import date

from bot.analysis.calendar_words import (
    DURATIONS,
    FREQUENCIES,
    MONTHS,
    REFERENCES,
    UNITS,
    WEEKDAYS,
    number,
)
from bot.analysis.periods import Modifier, Unit, named, shifted
from bot.analysis.scene import Direction, Match, Reading, Scene, group


def deictic(match: Match, scene: Scene) -> Reading | None:
    """ "today", "yesterday", "the day after tomorrow"; not the paper "Ostland Today"."""
    if match.group() == "Today" and _is_title(match, scene):
        return None
    words = " ".join(match.group().lower().split())
    days = {"yesterday": -1, "tomorrow": 1}.get(words.split()[-1], 0)
    days += {"the day before": -1, "day before": -1, "the day after": 1, "day after": 1}.get(
        words.rpartition(" ")[0], 0
    )
    moved = scene.moved("day", days)
    return Reading("DATE", *moved) if moved else Reading("DATE", "XXXX-XX-XX", "no document date")


_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}


def relative_unit(words: str, unit: Unit, scene: Scene, way: Direction = None) -> Reading | None:
    """ "last week", "the following month", "that year": from the document's day, or from the date told last."""
    step = next((_STEPS[word] for word in words.split() if word in _STEPS), 0)
    told = any(word in words.split() for word in ("that", "same", "previous", "following"))
    if told or (words == "the next" and way != "future"):
        return from_reference(unit, step, scene, way)
    moved = scene.moved(unit, step)
    return Reading("DATE", *moved) if moved else Reading("DATE", UNDERSPECIFIED[unit], "no document date")


UNDERSPECIFIED: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def from_reference(unit: Unit, step: int, scene: Scene, way: Direction = None) -> Reading | None:
    """Counted from the date told last. What has happened lies on no day after the document's."""
    found = _from_told(unit, step, scene)
    when = found.when if found and way == "past" and step > 0 and scene.anchor else None
    if when is not None and scene.anchor is not None and when.first > scene.anchor.day:
        return Reading("DATE", UNDERSPECIFIED[unit], "no day to count from")
    return found


def _from_told(unit: Unit, step: int, scene: Scene) -> Reading | None:
    if scene.reference is None:
        moved = scene.moved(unit, step)
        return Reading("DATE", *moved) if moved else Reading("DATE", UNDERSPECIFIED[unit], "no document date")
    day, finest, words = scene.reference
    order: list[Unit] = ["day", "week", "month", "quarter", "year", "decade", "century"]
    if order.index(unit) < order.index(finest):
        return Reading("DATE", UNDERSPECIFIED[unit], "no day to count from")
    return _counted(day, unit, step, f"counted from “{words}”")


def _counted(day: date, unit: Unit, step: int, basis: str) -> Reading | None:
    try:
        return Reading("DATE", named(shifted(day, unit, step), unit), basis)
    except ValueError:
        return None


def unit_expression(match: Match, scene: Scene) -> Reading | None:
    words, unit = match.group(), UNITS[group(match, "unit")]
    if words != words.upper() and words.rpartition(" ")[2][:1].isupper():
        return None  # "This Week" is a programme
    if unit == "decade" and group(match, "rel").rpartition(" ")[2] in ("past", "last"):
        return Reading("DURATION", "P10Y")
    return relative_unit(group(match, "rel"), unit, scene, scene.direction(*match.span()))


_OUT_OF_MIND = 1_000  # years


def ago(match: Match, scene: Scene) -> Reading | None:
    """ "two months ago", "three days later", "a decade earlier"."""
    name, way = singular(group(match, "unit")), group(match, "way")
    if way in ("before", "after") and re.match(r"\s\w", scene.text[match.end() : match.end() + 2]):
        return None  # "three days before the vote": nobody says when that was
    count = number(group(match, "n")) if group(match, "n") else None
    if name not in UNITS or count is None or count != int(count) or count > 9999:  # noqa: PLR2004 - more is no date
        return Reading("DATE", "PAST_REF") if way == "ago" and count is None else duration(match, scene)
    if way == "ago" and name == "year" and count >= _OUT_OF_MIND:
        return Reading("DATE", "PAST_REF")
    unit, step = UNITS[name], int(count) * (2 if name == "fortnight" else 1)
    if unit == "decade":  # "two decades ago" means about twenty years
        unit, step = "year", step * 10
    if way in ("ago", "hence", "from now"):
        moved = scene.moved(unit, -step if way == "ago" else step)
        hedge: Modifier = "about" if group(match, "about") not in ("", "only", "another") else ""
        return Reading("DATE", *moved, hedge) if moved else Reading("DATE", UNDERSPECIFIED[unit], "no document date")
    if way in ("later", "after", "after that"):
        return from_reference(unit, step, scene, scene.direction(*match.span()))
    return from_reference(unit, -step, scene)


_THAN_PLANNED = re.compile(r" than (?!in\b|on\b|at\b|\d)")


def year_ago(match: Match, scene: Scene) -> Reading | None:
    """ "a year earlier", "the year-ago period": the quarter told just before, a year back; else the year."""
    if scene.quarter and scene.number - scene.quarter[1] <= 2:  # noqa: PLR2004 - the same sentence or the two before
        value = scene.quarter[0]
        return Reading(
            "DATE", f"{int(value[:4]) - 1:04}{value[4:]}", "a year before the quarter told last", moves=False
        )
    if re.search("quarter|period", match.group().lower()) and (moved := scene.moved("quarter", -5)):
        return Reading("DATE", *moved, moves=False)
    if _THAN_PLANNED.match(scene.text, match.end()):
        return Reading("DURATION", "P1Y")
    if scene.year_here and match.group().lower().endswith(("earlier", "before")):
        return Reading("DATE", f"{scene.year_here[0] - 1:04}", "a year before the one told last", moves=False)
    moved = scene.moved("year", -1)
    return Reading("DATE", *moved, moves=False) if moved else Reading("DATE", "XXXX", "no document date")


def told_quarter(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    """ "the quarter", "the latest period": the quarter told last, else the one that ended last."""
    if scene.quarter:
        return Reading("DATE", scene.quarter[0], "the quarter told last")
    moved = scene.moved("quarter", -1)
    return Reading("DATE", *moved) if moved else Reading("DATE", "XXXX-QX", "no document date")


def singular(words: str) -> str:
    return {"centuries": "century"}.get(words, words.removesuffix("s") if words != "s" else words)


def duration(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    """ "five years", "a two-week", "several months", "a year and a half"."""
    unit = singular(group(match, "unit").replace("trading ", "").replace("business ", ""))
    shape = DURATIONS.get(unit)
    if shape is None:
        return None
    words = group(match, "n")
    count = number(words + (" and a half" if group(match, "half") else "")) if words else None
    if "couple" in group(match, "vague"):
        count = 2
    if words in ("a", "an") and unit != group(match, "unit"):
        count = None  # "a centuries-old town"
    if count is None:
        return Reading("DURATION", "P" + shape.format("X"))
    if "half" in words.split()[0] if words else False:
        return None
    if unit == "decade" and count == int(count):
        return Reading("DURATION", f"P{int(count) * 10}Y")
    whole, rest = int(count), count - int(count)
    smaller = {"{}Y": (12, "{}M"), "T{}H": (60, "{}M"), "T{}M": (60, "{}S")}.get(shape)
    if rest and smaller:
        head = shape.format(whole) if whole else shape[: shape.index("{")]
        return Reading("DURATION", f"P{head}{smaller[1].format(round(rest * smaller[0]))}")
    return Reading("DURATION", "P" + shape.format(f"{count:g}"))


def long(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    """ "day-long" is one day, "decades-long" an unknown number of years, as decades are counted in years."""
    unit = group(match, "unit")
    shape = DURATIONS.get(singular(unit), "")
    if singular(unit) == "decade":
        shape, unit = DURATIONS["year"], unit if unit.endswith("s") else "10"
    count = "X" if unit.endswith("s") else unit if unit.isdigit() else "1"
    return Reading("DURATION", "P" + shape.format(count)) if shape else None


_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w.&'-]* $")
_CAPITAL_AFTER = re.compile(r" [A-Z]")


def _is_title(match: Match, scene: Scene) -> bool:
    """ "China Daily", "Publishers Weekly", "Daily Mail"."""
    if not match.group()[:1].isupper():
        return False
    before = _CAPITAL_BEFORE.search(scene.text, max(match.start() - 24, scene.sentence.start), match.start())
    return before is not None or _CAPITAL_AFTER.match(scene.text, match.end()) is not None


def repeated(match: Match, scene: Scene) -> Reading | None:
    """ "daily", "every two weeks", "each year", "twice a month"."""
    if words := group(match, "frequency"):
        return None if _is_title(match, scene) else Reading("SET", FREQUENCIES[words])
    found = duration(match, scene)
    if found is None:
        return None
    value = found.value.replace("X", "1")
    if " times " in " ".join(match.group().split()):
        value = re.sub(r"\d+", "1", value)  # "three times a week" is every week
    return Reading("SET", value.replace("1", "2") if group(match, "other") else value)


_AND_THEN = re.compile(r" and (?:then|again)\b")


def reference(match: Match, scene: Scene) -> Reading | None:
    if match.group().lower() == "now" and _AND_THEN.match(scene.text, match.end()):
        return None
    return Reading("DATE", REFERENCES[" ".join(match.group().lower().split())])


_HOPED = re.compile(
    r"(?:\b(?:will|would|could|can|may|might|must|to|they|hopes?|hoped)(?: [a-z]+)?|'(?:d|ll)) $", re.IGNORECASE
)
_COUNTED_FROM = re.compile(r" (?:after|before|ago|later|earlier|of|at|per|a|off|in advance|in which|each|every)\b")
RATE = re.compile(
    r"(?:\d|million|billion|percent|times|dollars|%|(?<!\ba)(?<!\bi)(?<!\bwa)(?<!\bha)(?<!\btake)(?<!\blast)s) $"
)
A_TIME = re.compile(r" (?:a|an|per) (?:day|night|week|month|year)\b")
PARTS_OF_A_WHOLE = re.compile(r"[ -](?:of|to|the|as|century)\b")


def _is_some_day(match: Match, scene: Scene) -> bool:
    """ "He hopes to return one day"; not "to return one day later"."""
    if match.group().lower() != "one day":
        return False
    before = _HOPED.search(scene.text, max(match.start() - 12, scene.sentence.start), match.start())
    return before is not None and not _COUNTED_FROM.match(scene.text, match.end())


def counted_duration(match: Match, scene: Scene) -> Reading | None:
    """A duration with its number. "Four flights a week", "a quarter of it" and "37 years old" are none."""
    if _is_some_day(match, scene):
        return Reading("DATE", "FUTURE_REF")
    return None if _is_no_length(match, scene) else duration(match, scene)


_OF_A_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d hours")


def _is_no_length(match: Match, scene: Scene) -> bool:
    unit, rest = singular(group(match, "unit")), scene.text[match.end() : match.end() + 12]
    if unit == "quarter" and (PARTS_OF_A_WHOLE.match(rest) or "-" in match.group()):
        return True
    is_programme = match.group()[:1].isdigit() and match["unit"].istitle()  # "60 Minutes"
    if is_programme or (_OF_A_CLOCK.fullmatch(match.group()) and not rest.startswith(" of")):
        return True
    if unit == "year" and (rest.startswith(" old") or match.group().endswith("old")):
        return True
    if group(match, "n") not in ("a", "an"):
        return A_TIME.match(rest) is not None  # "24 hours a day"
    if re.match(r" (?:after|before)\b", rest):
        return False
    before = scene.text[max(match.start() - 14, scene.sentence.start) : match.start()].lower()
    return unit == "second" or RATE.search(before) is not None or (before.endswith("on ") and unit in ("day", "night"))


_OF_A_DATE = re.compile(
    rf" of (?:the year|this|last|next|\d|{'|'.join(name.capitalize() for name in (*WEEKDAYS, *MONTHS))})", re.IGNORECASE
)


def plural_duration(match: Match, scene: Scene) -> Reading | None:
    """ "for years", "months of talks", but not "hundreds of years", "the early hours of Friday", "a matter of days"."""
    if _OF_A_DATE.match(scene.text, match.end("unit")) or group(match, "rel") in ("this", "that", "the same"):
        return None  # "this years festival" lacks its apostrophe
    if scene.text[: match.start("unit")][-10:].endswith(("matter of ", "-")):
        return None
    before = scene.text[max(match.start() - 10, scene.sentence.start) : match.start()]
    return (
        None if re.search(r"(?:s|number|ings?) $", before) and " of " in f" {match.group()}" else duration(match, scene)
    )


_PRIZE = re.compile(
    r"\b(?:player|man|woman|men|women|person|coach|rookie|manager|driver|athlete|newcomer|defender|sports\w+|footballer"
    r"|entrepreneur|artist|teacher|nurse|employee|freshman|comeback|car|book|album|song|word|product|company|team|band)"
    r"[ -]of[ -]$",
    re.IGNORECASE,
)


def whole_unit(match: Match, scene: Scene) -> Reading | None:
    """ "the year", "the full year", "the month": the one at hand; "the year ended March 31" is a length of time."""
    unit = UNITS[group(match, "unit")]
    if _PRIZE.search(scene.text, max(match.start() - 24, scene.sentence.start), match.start()):
        return None
    if re.match(r" (?:before|after) \w| of (?:the |a )?[a-zA-Z]", scene.text[match.end() : match.end() + 9]):
        return None
    if re.match(r" (?:end(?:ed|ing|s)|to) ", scene.text[match.end() : match.end() + 8]):
        return Reading("DURATION", f"P1{unit[0].upper()}")
    moved = scene.moved(unit, 0)
    return Reading("DATE", *moved, moves=False) if moved else Reading("DATE", UNDERSPECIFIED[unit], "no document date")


def year_end(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    moved = scene.moved("year", 0)
    return (
        Reading("DATE", moved[0], moved[1], "late", moves=False)
        if moved
        else Reading("DATE", "XXXX", "no year is known")
    )


def told_unit(match: Match, scene: Scene) -> Reading | None:
    """ "the year before": counted from the date told last. "The day before the vote" says nothing by itself."""
    if re.match(r"\s\w", scene.text[match.end() : match.end() + 2]):
        return None
    return from_reference(UNITS[group(match, "unit")], -1 if group(match, "way") in ("before", "earlier") else 1, scene)
