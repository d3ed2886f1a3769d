"""The grammar: every time expression Sitrep knows. Add one: a template and its reader, in the family of its words.

Templates are regexes with the parts of parts.py. A family's rules are tried on a sentence that has one of its words;
of the matches that begin first the longest is taken, of equals the one that stands first here.
"""

import re
from dataclasses import dataclass

from bot.analysis import calendar_words as words
from bot.analysis import clocks, portions, quarters, weekdays
from bot.analysis import readings as read
from bot.analysis import relations as lean
from bot.analysis.bare import bare_month, bare_year, early_year
from bot.analysis.holidays import HOLIDAYS
from bot.analysis.parts import PARTS, Rule, rule


@dataclass(frozen=True, slots=True)
class Family:
    """Rules, and the words in lower case that set them off."""

    words: tuple[str, ...]
    rules: tuple[Rule, ...]


_YEARS = tuple(f"{year}" for year in range(1000, 2200))
_YEAR = "(?:,? {year}| (?:of )?{relyear}|,? '{yy}|,? {spoken})"
_WEEKDAY = "(?:{weekday},? (?:the )?)?"
_ALSO = "(?:,? (?:and|or|&) )(?:the )?"
_DAYS = tuple(f"{day}" for day in range(1, 32)) + tuple(f"0{day}" for day in range(1, 10))

MONTH = Family(
    tuple(words.MONTHS),
    (
        rule(f"{_WEEKDAY}(?:the )?{{day}}(?: day)?(?: of)? {{mon}}{_YEAR}?", read.month_day),
        rule(f"{_WEEKDAY}(?:the )?{{dayth}}(?: day)? of {{mon}}{_YEAR}?", read.month_day),
        rule(f"{_WEEKDAY}{{mon}} (?:the )?{{day}}{_YEAR}?", read.month_day),
        rule(f"{_WEEKDAY}{{mon}} (?:the )?{{dayth}}{_YEAR}?", read.month_day),
        rule(rf"{{mon}} {{day}} ?(?:-|–|to|through) ?(?P<to_day>\d{{1,2}}){_YEAR}?", read.month_day),
        rule(rf"(?:the )?{{day}} ?(?:-|–|to) ?(?P<to_day>\d{{1,2}}) {{mon}}{_YEAR}?", read.month_day),
        rule(rf"{{mon}} {{day}}{_ALSO}(?P<core>(?P<other>{PARTS['day']}){_YEAR}?)", read.also_day),
        rule(rf"{{mon}} {{day}}, {{day2}}{_ALSO}(?P<core>(?P<other>{PARTS['day']}){_YEAR}?)", read.also_day),
        rule(rf"{{mon}} {{day}}, (?P<core>(?P<other>{PARTS['day']})){_ALSO}{{day2}}", read.also_day),
        rule(rf"(?P<core>(?:the )?(?P<other>{PARTS['day']})){_ALSO}{{day}}(?: of)? {{mon}}{_YEAR}?", read.also_day),
        rule("{mon} ?(?:-|–|to|through) ?{mon2},? {year}", read.month_range),
        rule("{mon}(?:,| of)? {year}", read.month_year),
        rule("{month}(?:,| of)? (?:{relyear}|'{yy}|{spoken})", read.month_year),
        rule("{rel} {month}", read.relative_month),
        rule("{rel} {mon} {day}", read.month_day),
        rule("(?:each|every) {month}", read.every_month),
        rule("{month}", bare_month),
    ),
)
WEEKDAY = Family(
    tuple(form for name in words.WEEKDAYS for form in (name, name + "s")),
    (
        rule(
            "(?:the )?(?P<nth>first|second|third|fourth|last) {weekday} (?:of|in) {mon}(?:,? {year}| {relyear})?",
            weekdays.nth_weekday,
        ),
        rule(
            "(?:the )?(?:first|second|third|fourth|last) {weekday} (?:of|in) (?:each|every|the|a) month",
            weekdays.every_weekday,
        ),
        rule("{rel} {weekday}", weekdays.weekday),
        rule("(?:every|each) {weekday}|{weekday2}s", weekdays.every_weekday),
        rule("{weekday}", weekdays.weekday),
    ),
)
YEAR = Family(
    (*_YEARS, *"nineteen eighteen seventeen twenty thousand hundred fy 20 30 40 50 60 70 80 90".split()),
    (
        rule("{year}", bare_year),
        rule("(?P<fiscal>(?:the )?fiscal(?: year)?) {year}|(?P<fiscal2>FY) ?(?:{year2}|{yy})", read.year),
        rule(r"{year} ?[-–/] ?(?P<to_year>(?:1[5-9]|20)\d\d|\d\d)", read.year),
        rule(r"(?P<year>1[0-4]\d\d)(?![\d%]|[.,:]\d)", early_year),
        rule("(?:the year )?{spoken}", read.year),
        rule("the year {year}|(?:the )?{year2} (?:period|quarter|fiscal year)", read.year),
        rule(r"(?:the )?(?P<tens>(?:1[0-9]|20)\d0)'?s|the {tens2}s|(?:the )?'{tens3}s", read.decade),
    ),
)
DECADE = Family(
    tuple(words.DECADES),
    (rule("the (?:early |late |mid-)?{decade}|(?:the )?nineteen[ -]{decade2}", read.decade),),
)
CENTURY = Family(("century",), (rule("(?:the )?{ordinal}[- ]century", read.century),))
QUARTER = Family(
    tuple("quarter period year half q q1 q2 q3 q4 h1 h2".split()),
    (
        rule(
            "(?:the |its |their )?(?:fiscal[- ])?{nth}[- ](?:fiscal[- ])?quarter"
            "(?:(?: of|,)?(?: fiscal)? (?:{year}|{relyear}))?",
            quarters.quarter,
        ),
        rule("(?:the )?(?P<nth>final|last) quarter(?: of|,)? (?:{year}|{relyear})", quarters.quarter),
        rule("(?:the )?(?:{year}|{relyear})(?:'s)? (?:fiscal )?{nth}[- ]quarter", quarters.quarter),
        rule("(?-i:Q){q}(?: (?:of )?(?:(?:FY ?)?{year}|(?:FY ?)?'?{yy}))?|{year2} ?(?-i:Q){q2}", quarters.quarter),
        rule("(?P<core>(?:the )?quarter) end(?:ed|ing)(?: on)? {mon}", quarters.quarter_ended),
        rule("(?:the )?{half} half(?: of)? (?:{year}|{relyear}|the year)|(?-i:H){h} {year2}", quarters.half),
        rule("(?:the |its )?(?:latest|most recent|same|reported|just-ended) (?:quarter|period)", lean.told_quarter),
        rule("(?:the|that) quarter", lean.told_quarter),
        rule(
            r"(?:the |a )?(?:comparable |same |corresponding )?(?:year-(?:earlier|ago)|prior-year)"
            r"(?: (?:\w+ )?(?:quarter|period|level))?",
            lean.year_ago,
        ),
        rule("(?:(?:the )?(?:quarter|period) )?(?:a|one) year (?:ago|earlier|before)", lean.year_ago),
        rule(
            "(?:the )?(?:same|corresponding|comparable) (?:period|quarter)(?: of)?"
            " (?:last year|a year (?:ago|earlier))",
            lean.year_ago,
        ),
        rule("last year's quarter", lean.year_ago),
    ),
)
SEASON = Family(
    tuple(words.SEASONS),
    (
        rule("(?:{rel} |the |in )?{season}(?: of)? (?:{year}|{relyear}|{spoken})", read.season),
        rule("{rel} {season}", read.season),
        rule("(?:the|this|in|early|late|mid|by)[ -]{season}", read.season),
    ),
)
WEEKEND = Family(("weekend",), (rule("(?:{rel} |the )weekend", weekdays.weekend),))
DEICTIC = Family(
    ("today", "yesterday", "tomorrow"),
    (rule("(?:(?:the )?day (?:before|after) )?(?:yesterday|tomorrow|today)", lean.deictic),),
)
UNIT = Family(
    (*(unit + end for unit in words.DURATIONS for end in ("", "s")), "centuries", "fortnight", "fortnights"),
    (
        rule("{rel} {calendar}", lean.unit_expression),
        rule("(?:(?:{about}) )?(?:{n}|{vague}) {unit}(?: or so)? {way}", lean.ago),
        rule(
            "(?:(?:{about}) )?(?:the )?(?:(?:past|last|next|first|coming|latest|previous|final|following) (?!an? ))?"
            "(?:{n}|{vague})[- ](?:more |additional |full |consecutive |straight |further |whole |long |short )?{unit}"
            "(?P<half>[ -]and[ -]a[ -]half)?(?:[- ]old|[- ]long)?(?: or so)?",
            lean.counted_duration,
        ),
        rule("(?:for|in|after|over|within|took|of|the) (?P<core>{plural})", lean.plural_duration),
        rule("{rel} {plural}", lean.plural_duration),
        rule("(?P<core>{plural}) of", lean.plural_duration),
        rule("the (?:(?:full|whole|entire|(?:current |latest )?fiscal|latest) )?(?P<unit>year|month)", lean.whole_unit),
        rule("the {calendar} (?P<way>before|after|earlier|later)", lean.told_unit),
        rule("year-end|year end|year's end", lean.year_end),
        rule("(?:each|every) (?P<other>other |second )?(?:{n} )?{unit}", lean.repeated),
        rule("(?:once|twice|{n} times) (?:a|an|per|each|every) {unit}", lean.repeated),
        rule("(?:the |an? )?{unit}-long", lean.long),
    ),
)
PORTION = Family(
    ("half", "quarter"),
    (
        rule(
            "(?:(?:{about}) )?(?:a )?(?P<part>half|quarter)(?: an? |[ -](?:of a )?){unit}(?: or so)?(?: {way})?",
            portions.part_of_unit,
        ),
    ),
)
AFTERWARDS = Family(
    ("later", "earlier"), (rule("(?P<unit>hours|days|weeks|months|years) (?:later|earlier)", lean.plural_duration),)
)
OF_THE_UNIT = Family(
    ("week", "decade"),
    (rule("(?:the )?{edge} (?:of|in) (?P<core>the (?P<unit>week|decade))", portions.told_part),),
)
BESIDE = Family(
    ("next", "last"),
    (rule("(?:this|the current) {calendar} (?:and|or) (?P<core>(?P<side>next|last))", portions.unit_beside),),
)
FREQUENCY = Family(tuple(words.FREQUENCIES), (rule("{frequency}", lean.repeated),))
REFERENCE = Family(
    tuple(phrase.split()[-1] for phrase in words.REFERENCES),
    (rule("{reference}(?! after| as )", lean.reference),),
)
HOLIDAY = Family(
    tuple(re.split(r"[^a-z]", name)[0] for name in HOLIDAYS),
    (
        rule("(?:{rel} )?{holiday}(?:,? (?:of )?{year}| {relyear})?", read.holiday),
        rule(f"{{holiday}},? (?:the )?(?:{{mon}} {{day}}|{{day2}}(?: of)? {{mon2}}){_YEAR}?", read.month_day),
        rule("{holiday} (?P<whole>week|weekend)(?:,? (?:of )?{year})?", read.holiday_week),
    ),
)
DAY_PART = Family(
    (*words.DAY_PARTS, "tonight", "overnight"),
    (
        rule("(?:{rel}|(?:early|late|later|earlier)(?: in)? (?:this|the)|in the) {daypart}", clocks.day_part),
        rule("mid[- ](?P<daypart>morning|afternoon|evening)", clocks.day_part),
        rule("tonight|overnight", clocks.day_part),
    ),
)
CLOCK = Family(
    (
        *(*_DAYS, "0", "00", *"am pm m noon midnight midday clock".split()),
        *"gmt utc bst cet cest eet ist jst msk est edt cst cdt mst mdt pst pdt hrs hours local".split(),
    ),
    (
        rule("{hour}{minute} {zone}", clocks.clock),
        rule("{hour}(?:[:.]{minute}|: {minute2})? ?{meridiem}", clocks.clock),
        rule(r"{hour}:{minute}(?::(?P<second>[0-5]\d))?(?: hours| hrs)?", clocks.bare_clock),
        rule("{hour}(?:[:.]{minute})? (?:o'clock )?in the (?P<dayword>morning|afternoon|evening)", clocks.clock),
        rule("{point}", clocks.clock),
    ),
)
NUMERIC = Family(
    _DAYS,
    (
        rule("{iso}", read.numeric),
        rule(r"{iso}T{hour}:{minute}(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?", read.stamp),
        rule(r"{a}/{b}/{y}|{a2}\.{b2}\.(?P<y2>(?:19|20)\d\d)|{a3}-{b3}-(?P<y3>(?:19|20)?\d\d)", read.numeric),
    ),
)

GRAMMAR: tuple[Family, ...] = (
    *(MONTH, WEEKDAY, YEAR, DECADE, CENTURY, QUARTER, SEASON, WEEKEND, DEICTIC),
    *(REFERENCE, UNIT, PORTION, AFTERWARDS, OF_THE_UNIT, BESIDE, FREQUENCY, HOLIDAY, DAY_PART, CLOCK, NUMERIC),
)


def _set_off() -> dict[str, tuple[int, ...]]:
    table: dict[str, list[int]] = {}
    for place, family in enumerate(GRAMMAR):
        for word in family.words:
            table.setdefault(word, []).append(place)
    return {word: tuple(dict.fromkeys(places)) for word, places in table.items()}


SET_OFF = _set_off()  # word in lower case -> places in GRAMMAR of the families that it sets off
