"""What the words of one expression mean: a regex match and the scene in, a TIMEX3 reading out. None: it is no date."""

import re
from datetime import date, timedelta

from bot.analysis.calendar_words import DECADES, MONTHS, ORDINALS, SEASONS, WEEKDAYS, spoken_year
from bot.analysis.holidays import HOLIDAYS
from bot.analysis.periods import SEASON_STARTS, named, shifted
from bot.analysis.relations import relative_unit
from bot.analysis.scene import Match, Reading, Scene, group, span

NO_YEAR = "no year is known"


def stated_year(match: Match, scene: Scene) -> tuple[int, str] | None:
    """The year in the expression itself: digits, spoken, or "last year"."""
    if digits := group(match, "year"):
        return int(digits), "stated"
    if digits := group(match, "yy"):
        short = int(digits)
        return (1900 if short > 40 else 2000) + short, "stated"  # noqa: PLR2004 - '41 is 1941
    if words := group(match, "spoken"):
        year = spoken_year(words)
        return (year, "stated") if year else None
    if words := group(match, "relyear"):
        moved = relative_unit(words, "year", scene)
        return (int(moved.value), moved.basis) if moved and moved.value.isdigit() else None
    return None


def _with_year(rest: str, year: tuple[int, str] | None) -> Reading:
    return Reading("DATE", f"{year[0]:04}{rest}", year[1]) if year else Reading("DATE", f"XXXX{rest}", NO_YEAR)


def month_day(match: Match, scene: Scene) -> Reading | None:
    """ "26 June 2025", "June 26", "Thursday, the 26th of June last year"."""
    month = MONTHS[group(match, "month").rstrip(".")]
    first = _day_of_month(group(match, "day"))
    last = _day_of_month(group(match, "to_day")) if group(match, "to_day") else None
    if not 1 <= first <= 31 or (last is not None and not first < last <= 31):  # noqa: PLR2004 - days of a month
        return None
    year = stated_year(match, scene) or _relative_year(match, scene, month) or scene.year_of(span(match), month, first)
    head = f"{year[0]:04}" if year else "XXXX"
    value = f"{head}-{month:02}-{first:02}"
    if last is not None:
        value += f"/{head}-{month:02}-{last:02}"
    return Reading("DATE", value, year[1] if year else NO_YEAR)


def _day_of_month(words: str) -> int:
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else ORDINALS.get(words.replace(" ", "-"), 0)


def month_range(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    """ "March to May 2024"."""
    first, last = (MONTHS[(match[name] or "").lower().rstrip(".")] for name in ("month", "month2"))
    return Reading("DATE", f"{match['year']}-{first:02}/{match['year']}-{last:02}") if first < last else None


def month_year(match: Match, scene: Scene) -> Reading | None:
    """ "October 2024", "October last year", "October"."""
    month = MONTHS[group(match, "month").rstrip(".")]
    year = stated_year(match, scene) or scene.year_of(span(match), month)
    return _with_year(f"-{month:02}", year)


def _relative_year(match: Match, scene: Scene, month: int) -> tuple[int, str] | None:
    """The year of "last October" and "next May 3"."""
    way = group(match, "rel").split()
    if not way or scene.anchor is None:
        return None
    day = scene.anchor.day
    if any(word in way for word in ("last", "past", "previous")):
        return day.year - (month >= day.month), scene.anchor.basis
    if any(word in way for word in ("next", "coming", "following")):
        return day.year + (month <= day.month), scene.anchor.basis
    return day.year, scene.anchor.basis


def relative_month(match: Match, scene: Scene) -> Reading | None:
    """ "last April", "this September", "next May"."""
    month = MONTHS[group(match, "month").rstrip(".")]
    year = _relative_year(match, scene, month)
    return _with_year(f"-{month:02}", year)


def weekday(match: Match, scene: Scene) -> Reading | None:
    """ "Thursday", "last Friday", "this coming Sunday"; read backwards unless the verb looks ahead."""
    index, way = WEEKDAYS[group(match, "weekday").rstrip(".")], group(match, "rel")
    if scene.anchor is None or scene.anchor.finest != "day":
        return Reading("DATE", f"XXXX-WXX-{index + 1}", "no document date")
    here = scene.anchor.day
    if ("previous" in way or "following" in way) and scene.reference and scene.reference[1] == "day":
        here = scene.reference[0]
    back, ahead = (here.weekday() - index) % 7, (index - here.weekday()) % 7
    if any(word in way for word in ("last", "past", "previous")):
        day = here - timedelta(back or 7)
    elif any(word in way for word in ("next", "coming", "following")):
        day = here + timedelta(ahead or 7)
    elif scene.direction(*match.span()) == "future" and not scene.text.startswith("'s", match.end()):
        day = here + timedelta(ahead)
    else:
        day = here - timedelta(back)
    return Reading("DATE", day.isoformat(), scene.anchor.basis)


def every_weekday(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    return Reading("SET", f"XXXX-WXX-{WEEKDAYS[group(match, 'weekday')] + 1}")


def every_month(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    return Reading("SET", f"XXXX-{MONTHS[group(match, 'month')]:02}")


def year(match: Match, scene: Scene) -> Reading | None:
    """ "2020", "nineteen ninety-six", "fiscal 1989", "2020-25"."""
    found = stated_year(match, scene)
    if found is None or COUNTED.match(scene.text, match.end()):
        return None
    value = f"{found[0]:04}"
    if match.group().endswith(("period", "quarter")) and scene.quarter:
        return Reading("DATE", value + scene.quarter[0][4:], "the quarter told last", moves=False)
    if group(match, "fiscal"):
        return Reading("DATE", value, "stated, a fiscal year", "about")
    if end := group(match, "to_year"):
        last = int(end) if len(end) == 4 else found[0] // 100 * 100 + int(end)  # noqa: PLR2004 - digits of a year
        return Reading("DATE", f"{value}/{last:04}") if found[0] < last < found[0] + 100 else None
    return Reading("DATE", value, found[1])


def decade(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    """ "the 1970s", "the '80s", "the nineties"."""
    if digits := group(match, "tens"):
        return Reading("DATE", digits[:3] if len(digits) == 4 else f"19{digits[0]}")  # noqa: PLR2004 - digits of a year
    return Reading("DATE", f"19{DECADES[group(match, 'decade')]}")


def century(match: Match, scene: Scene) -> Reading | None:
    if words := group(match, "rel"):
        return relative_unit(words, "century", scene)
    words = group(match, "ordinal")
    count = int(digits.group()) if (digits := re.match(r"\d+", words)) else ORDINALS.get(words, 0)
    return Reading("DATE", f"{count - 1:02}") if 1 <= count <= 21 else None  # noqa: PLR2004 - centuries of the calendar


def quarter(match: Match, scene: Scene) -> Reading | None:
    """ "the third quarter", "Q4 2023", "the 1988 second quarter", "last year's fourth quarter"."""
    index = int(group(match, "q")) if group(match, "q") else ORDINALS[_long_ordinal(group(match, "nth"))]
    found = stated_year(match, scene) or scene.year_here
    if found is None and scene.anchor is not None:
        years = range(scene.anchor.day.year - 1, scene.anchor.day.year + 2)
        near = {_closest(date(y, 3 * index - 2, 1), scene.anchor.day): y for y in years}
        day = scene.nearest(span(match), near)
        found = (near[day], scene.anchor.basis) if day else None
    return _with_year(f"-Q{index}", found)


def quarter_ended(match: Match, scene: Scene) -> Reading | None:
    """ "The quarter ended Sept. 30": the calendar's quarter of that month."""
    month = MONTHS[group(match, "month").rstrip(".")]
    year = scene.year_of(span(match), month)
    return _with_year(f"-Q{(month + 2) // 3}", year)


def _closest(first: date, here: date) -> date:
    """The day of the quarter beginning at `first` that is nearest to `here`."""
    return min(max(here, first), shifted(first, "month", 3) - timedelta(1))


def half(match: Match, scene: Scene) -> Reading | None:
    index = int(group(match, "h") or 0) or (2 if group(match, "half") in ("second", "last", "latter") else 1)
    found = stated_year(match, scene) or scene.year_here or _this_year(scene)
    return _with_year(f"-H{index}", found)


def _this_year(scene: Scene) -> tuple[int, str] | None:
    return (scene.anchor.day.year, scene.anchor.basis) if scene.anchor else None


def _long_ordinal(words: str) -> str:
    return {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}.get(words, words)


def season(match: Match, scene: Scene) -> Reading | None:
    """ "the winter of 1994", "last fall", "this summer"."""
    code, way = SEASONS[group(match, "season")], group(match, "rel")
    found = stated_year(match, scene)
    if found is None and scene.anchor is None:
        return Reading("DATE", f"XXXX-{code}", NO_YEAR)
    if found is None and scene.anchor is not None:
        here, start = scene.anchor.day, SEASON_STARTS[code]
        this = here.year - (code == "WI" and here.month <= 2)  # noqa: PLR2004 - a winter runs into February
        if "last" in way or "past" in way:
            this -= (here.month < start + 3 and code != "WI") or (code == "WI" and here.month not in (1, 2))
        elif "next" in way:
            this += here.month >= start
        found = this, scene.anchor.basis
    return Reading("DATE", f"{found[0]:04}-{code}", found[1]) if found else None


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


def holiday(match: Match, scene: Scene) -> Reading | None:
    """ "Thanksgiving", "last Christmas", "Easter 2003"."""
    rule, way = HOLIDAYS[" ".join(group(match, "holiday").split())], group(match, "rel")
    if found := stated_year(match, scene):
        return Reading("DATE", rule(found[0]).isoformat(), found[1])
    if scene.anchor is None:
        return Reading("DATE", "XXXX-XX-XX", NO_YEAR)
    days = [rule(y) for y in range(scene.anchor.day.year - 1, scene.anchor.day.year + 2)]
    if "last" in way:
        day = max(d for d in days if d < scene.anchor.day)
    elif "next" in way:
        day = min(d for d in days if d > scene.anchor.day)
    else:
        day = scene.nearest(span(match), days) or days[1]
    return Reading("DATE", day.isoformat(), scene.anchor.basis)


def numeric(match: Match, scene: Scene) -> Reading | None:
    """ "2025-06-26", "14/03/2025", "3.4.25"."""
    if group(match, "iso"):
        y, m, d = (int(part) for part in re.split(r"[-/.]", group(match, "iso")))
        return _valid(y, m, d, "stated")
    a, b, y = int(group(match, "a")), int(group(match, "b")), int(group(match, "y"))
    y += 0 if y > 99 else 1900 if y > 40 else 2000  # noqa: PLR2004 - '41 is 1941
    if a > 12 or b > 12 or a == b:  # noqa: PLR2004 - months of a year
        return _valid(y, b, a, "stated") if a > 12 else _valid(y, a, b, "stated")  # noqa: PLR2004 - months
    if scene.day_first is not None:
        basis = f"{'day' if scene.day_first else 'month'} first, as elsewhere in the text"
        return _valid(y, b, a, basis) if scene.day_first else _valid(y, a, b, basis)
    first, last = sorted((f"{y:04}-{a:02}-{b:02}", f"{y:04}-{b:02}-{a:02}"))
    return Reading("DATE", f"{first}/{last}", f"ambiguous: {first} or {last}", "about")


def _valid(y: int, m: int, d: int, basis: str) -> Reading | None:
    try:
        return Reading("DATE", date(y, m, d).isoformat(), basis)
    except ValueError:
        return None


FIRST_MODERN, LAST_NEAR = 1900, 2050  # years that a bare number is taken for without a preposition
BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|from|until|till|by|of|during|before|after|between|to|through|throughout|late|early|mid|for|last"
    r"|this|next|past|that|each|around|about|as|pre|post|the|year)[ -]|\()$",
    re.IGNORECASE,
)
MAY_STAND_BEFORE_YEAR = re.compile(
    r"(?:\b(?:and|or|and the|-|–|its|their|his|her|our|a|an|on|summer|spring|fall|autumn|winter|vs|than|with) "
    r"|[,;:\"'–—(] ?|'s |^|\n)$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"\b(?:flight|no|number|room|route|model|page|resolution|section|highway|windows|office|article|rule|chapter|boeing"
    r"|bus|channel|some|over|more than|nearly|than|almost|least|most|roughly|total of)\.? $",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"[ -](?:people|men|women|troops|soldiers|children|civilians|workers|employees|jobs|dollars|euros|rupees|pounds|yen"
    r"|tons?|tonnes|miles?|km|kilomet\w+|met(?:er|re)s|feet|shares|points|votes|seats|pages|words|copies|units|barrels"
    r"|students|members|cases|deaths|homes|houses|cars|vehicles|aircraft|tanks|missiles|rounds|million|billion|thousand"
    r"|percent|per cent|hours|minutes|days|weeks|months|years|times|degrees|rpm|hp|gmt|utc|mg|kg|mhz|acres|stores"
    r"|companies|schools|hectares|others)\b",
    re.IGNORECASE,
)


def bare_year(match: Match, scene: Scene) -> Reading | None:
    """ "2020" alone is a year only where the words round it say so; "1500 troops" and "Route 1941" are none."""
    before = scene.text[max(match.start() - 24, scene.sentence.start) : match.start()]
    if COUNTED.match(scene.text, match.end()) or LABEL.search(before):
        return None
    year, after_word = int(match["year"]), before[-2:-1].islower()
    plausible = FIRST_MODERN <= year <= LAST_NEAR and (after_word or MAY_STAND_BEFORE_YEAR.search(before))
    round_number = year % 100 == 0 and after_word and not MAY_STAND_BEFORE_YEAR.search(before)
    if BEFORE_YEAR.search(before) or (plausible and not round_number):
        return Reading("DATE", match["year"])
    return None


TIME_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|during|last|this|next|past|early|late|mid|each|every|that|the|around|about|end|through)"
    r"[ -]$",
    re.IGNORECASE,
)
MAY_STAND_BEFORE_MONTH = re.compile(
    r"(?:\b(?:from|by|of|before|after|between|to|for|and|or|a|an|its|on|than)[ -]|[,;(–—-] ?)$", re.IGNORECASE
)
CAPITALISED = re.compile(r"\b[A-Z][\w.'-]*,? $")
NAME_AFTER = re.compile(r" [A-Z][a-z]+")
VERB_AFTER = re.compile(r" (?:said|says|told|has|had|was|is|will|did|added|met)\b")
ALSO_NAMES = {"may", "march", "april", "june", "august"}


def bare_month(match: Match, scene: Scene) -> Reading | None:
    """ "October" alone; "May", "April", "June" are people and verbs too and need a word that says "month"."""
    before = scene.text[max(match.start() - 24, scene.sentence.start) : match.start()]
    if TIME_BEFORE_MONTH.search(before):
        return month_year(match, scene)
    name, weak = group(match, "month").rstrip("."), MAY_STAND_BEFORE_MONTH.search(before)
    named = NAME_AFTER.match(scene.text, match.end()) is not None
    if not weak and (named or CAPITALISED.search(before)):
        return None
    if name in ALSO_NAMES and (named or VERB_AFTER.match(scene.text, match.end())):
        return None
    return None if name in ("may", "march") and not weak else month_year(match, scene)
