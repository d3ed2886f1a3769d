"""What the words of one expression mean: a regex match and the scene in, a TIMEX3 reading out. None: it is no date."""

import re
from datetime import date, timedelta

from bot.analysis.calendar_words import DECADES, MONTHS, ORDINALS, SEASONS, spoken_year
from bot.analysis.holidays import ABOUT, HOLIDAYS, LASTING
from bot.analysis.parts import PARTS
from bot.analysis.periods import SEASON_STARTS, Modifier, named
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


def _year_of(match: Match, scene: Scene, month: int, day: int = 0) -> tuple[int, str] | None:
    """The year in the expression, of the row it begins, else of its surroundings; "last May" takes neither."""
    told = stated_year(match, scene) or _relative_year(match, scene, month)
    if told or group(match, "relyear") or group(match, "rel"):
        return told
    return year_ahead(match, scene, month) or scene.year_of(span(match), month, day)


def with_year(rest: str, year: tuple[int, str] | None) -> Reading:
    """A value that is whole but for its year."""
    return Reading("DATE", f"{year[0]:04}{rest}", year[1]) if year else Reading("DATE", f"XXXX{rest}", NO_YEAR)


def month_day(match: Match, scene: Scene) -> Reading | None:
    """ "26 June 2025", "June 26", "Thursday, the 26th of June last year"."""
    month = MONTHS[group(match, "month").rstrip(".")]
    first = _day_of_month(group(match, "day"))
    last = _day_of_month(group(match, "to_day")) if group(match, "to_day") else None
    if not 1 <= first <= 31 or (last is not None and not first < last <= 31):  # noqa: PLR2004 - days of a month
        return None
    year = _year_of(match, scene, month, first)
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
    return with_year(f"-{month:02}", _year_of(match, scene, month))


_ON_TO = r"(?:\s?(?:,|-|–)\s?(?:and )?|\s(?:and|or|to|through|until|till|&)\s)(?:on |in |the |early |mid-|late )*"
_DAY_ONLY = rf"(?:(?:{PARTS['day']}){_ON_TO})*"
_YEAR_AHEAD = re.compile(
    rf"{_ON_TO}{_DAY_ONLY}(?:(?P<day>{PARTS['day']}),?\s(?P<year>{PARTS['year']})"
    rf"|(?:(?:{PARTS['weekday']}),?\s)?(?:(?:{PARTS['day']})\s(?:of )?)?(?P<month>{PARTS['mon']})"
    rf"(?:\s(?:{PARTS['day']}))?(?P<more>{_ON_TO}(?:{PARTS['mon']}|{PARTS['day']}))*,?\s(?P<year2>{PARTS['year']}))(?!\w)",
    re.IGNORECASE,
)


def year_ahead(match: Match, scene: Scene, month: int) -> tuple[int, str] | None:
    """The year that stands only at the end of a row: "June 26 to July 3, 2024", "March and April 2023"."""
    found = _YEAR_AHEAD.match(scene.text, span(match).end, scene.sentence.end)
    if found is None:
        return None
    year = int(found["year"] or found["year2"])
    later = MONTHS[found["month"].lower().rstrip(".")] if found["month"] else month
    return year - (month > later), f"its year from “{found['year'] or found['year2']}”"


_ENDS_ROW = re.compile(
    r"\s*(?:[.,;:)?!–—]|$|(?:and|or|in|at|on|by|with|for|to|from|as|when|that|was|were|is|are|will|would|has|had|have"
    r"|during|between|after|before|near|this|last|next|of|respectively)\b)"
)


def also_day(match: Match, scene: Scene) -> Reading | None:
    """The "25" of "April 24 and 25", the "24" of "24 and 25 April 2023"."""
    month, day = MONTHS[group(match, "month").rstrip(".")], _day_of_month(match["other"])
    counted = match.start("month") < match.start("other") and not _ENDS_ROW.match(scene.text, match.end())
    if counted or not 1 <= day <= 31:  # noqa: PLR2004 - days of a month
        return None  # "On April 24 and 25 people"
    return with_year(f"-{month:02}-{day:02}", _year_of(match, scene, month, day))


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
    return with_year(f"-{month:02}", year)


def every_month(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    return Reading("SET", f"XXXX-{MONTHS[group(match, 'month')]:02}")


COUNTED = re.compile(
    r"[ -](?:people|men|women|troops|soldiers|children|civilians|workers|employees|jobs|dollars|euros|rupees|pounds|yen"
    r"|tons?|tonnes|miles?|km|kilomet\w+|met(?:er|re)s|feet|shares|points|votes|seats|pages|words|copies|units|barrels"
    r"|students|members|cases|deaths|homes|houses|cars|vehicles|aircraft|tanks|missiles|rounds|million|billion|thousand"
    r"|percent|per cent|hours|minutes|days|weeks|months|years|times|degrees|rpm|hp|gmt|utc|mg|kg|mhz|acres|stores"
    r"|companies|schools|hectares|others)\b",
    re.IGNORECASE,
)


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
        if "/" in match.group() and (last != found[0] + 1 or scene.text.startswith("/", match.end())):
            return None  # "2013/38" of a link
        return Reading("DATE", f"{value}/{last:04}") if found[0] < last < found[0] + 100 else None
    return Reading("DATE", value, found[1])


_PART_OF_DECADE = re.compile(r"\b(early|mid|late)\b", re.IGNORECASE)
_PARTS: dict[str, Modifier] = {"early": "early", "mid": "mid", "late": "late"}


def decade(match: Match, scene: Scene) -> Reading | None:  # noqa: ARG001 - one signature for all readers
    """ "the 1970s", "the '80s", "the nineties"."""
    if digits := group(match, "tens"):
        if digits.endswith("00") and digits < "2000":
            return Reading("DATE", digits[:2])  # "the 1800s" are a century
        return Reading("DATE", digits[:3] if len(digits) == 4 else f"19{digits[0]}")  # noqa: PLR2004 - digits of a year
    part = _PART_OF_DECADE.search(match.group())
    return Reading("DATE", f"19{DECADES[group(match, 'decade')]}", modifier=_PARTS[part[1].lower()] if part else "")


def century(match: Match, scene: Scene) -> Reading | None:
    """ "The 19th century"; not "20th Century Films"."""
    if words := group(match, "rel"):
        return relative_unit(words, "century", scene)
    words = group(match, "ordinal")
    if match.group().endswith("Century") and re.match(r" [A-Z]", scene.text[match.end() : match.end() + 2]):
        return None  # a firm's name
    count = int(digits.group()) if (digits := re.match(r"\d+", words)) else ORDINALS.get(words, 0)
    return Reading("DATE", f"{count - 1:02}") if 1 <= count <= 21 else None  # noqa: PLR2004 - centuries of the calendar


_DECLINE = re.compile(
    r" (?:meant|followed|follows|reflect\w+|stemmed|of (?!\d|last|this|next|that|the (?:year|same|following|previous))"
    rf"|in (?:{'|'.join(month.capitalize() for month in MONTHS)})\b|in (?!\d|[A-Z]|the |last |this |each |every )[a-z])"
)


def season(match: Match, scene: Scene) -> Reading | None:
    """ "the winter of 1994", "last fall", "this summer"."""
    if group(match, "season") == "fall" and not group(match, "rel") and _DECLINE.match(scene.text, match.end()):
        return None
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


_ITS_YEAR = re.compile(rf"['\"’”]*(?: \w+){{0,5}} (?:in|of) (?P<year>{PARTS['year']})\b(?![-/]\d)")


def holiday(match: Match, scene: Scene) -> Reading | None:
    """ "Thanksgiving", "last Christmas", "Easter 2003"."""
    name, way = " ".join(group(match, "holiday").split()), group(match, "rel")
    rule = HOLIDAYS[name]
    ahead = _ITS_YEAR.match(scene.text, match.end(), scene.sentence.end)
    if found := stated_year(match, scene) or (
        (int(ahead["year"]), f"its year from “{ahead['year']}”") if ahead else None
    ):
        return _feast(name, rule(found[0]), found[1])
    if scene.anchor is None:
        return Reading("DATE", "XXXX-XX-XX", NO_YEAR)
    days = [rule(y) for y in range(scene.anchor.day.year - 1, scene.anchor.day.year + 2)]
    if "last" in way:
        day = max(d for d in days if d < scene.anchor.day)
    elif "next" in way:
        day = min(d for d in days if d > scene.anchor.day)
    else:
        day = scene.nearest(span(match), days) or days[1]
    return _feast(name, day, scene.anchor.basis)


def _feast(name: str, day: date, basis: str) -> Reading:
    value = day.isoformat()
    if days := LASTING.get(name):
        value += f"/{(day + timedelta(days - 1)).isoformat()}"
    return Reading("DATE", value, basis, "about" if name in ABOUT else "")


def holiday_week(match: Match, scene: Scene) -> Reading | None:
    """ "Easter week", "Thanksgiving weekend"."""
    found = holiday(match, scene)
    if found is None or not found.value[:1].isdigit():
        return found
    weekend = "-WE" if group(match, "whole") == "weekend" else ""
    return Reading("DATE", named(date.fromisoformat(found.value[:10]), "week") + weekend, found.basis)


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


def stamp(match: Match, scene: Scene) -> Reading | None:
    """ "2025-06-26T09:30:00Z"."""
    day = numeric(match, scene)
    second = f":{match['second']}" if match["second"] else ""
    return Reading("TIME", f"{day.value}T{match['hour']}:{match['minute']}{second}") if day else None


def _valid(y: int, m: int, d: int, basis: str) -> Reading | None:
    try:
        return Reading("DATE", date(y, m, d).isoformat(), basis)
    except ValueError:
        return None
