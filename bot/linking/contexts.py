"""Whether two sentences speak of the same thing at the same time, before anything in them is compared."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from bot.linking.accounts import Account, Said, When, days_between, is_apart, is_one_happening
from bot.linking.clocks import clock
from bot.linking.numbers import NUMERALS
from bot.linking.scopes import told_by
from bot.linking.wordforms import CALENDAR, Word, outside, root, words
from bot.model import Period, Span
from bot.words import Caseless, plain

_NEAR = 10  # words on either side of a figure that say what it measures
_BESIDE = 50  # characters between a claim and its date
_RIGHT_AT = 6
_OLD = 31  # days before its document, from which on a date is background
_FURTHER = Caseless(
    r"\b(?:another|again|separate(?:ly)?|earlier|previous(?:ly)?|last year|similar|aftershocks?|record"
    r"|(?:second|first|latest|third)(?! (?:quarter|half|day|night|reading|round|time)))\b",
)
_TELLING = re.compile(r"\b(?:said|says|told|announced|reported|added|according|statement|confirmed)\b", re.IGNORECASE)
_TOLD_ON = re.compile(rf"{_TELLING.pattern}(?: \w+)? (?:on )?$", re.IGNORECASE)
_FRONT = 5  # characters before a date with which a sentence opens
_STRANGE = 2  # names in each lead that the other document does not know
_LIKE = 0.3
_SHORT = 8  # sentences
_BOTH = 2  # names that make two sentences of one matter, whatever else each names
_ALIKE = 0.5  # share of the names in two leads
_FORMULA = 0.85  # share of the words
_MARKED = 45  # characters
_HOUR_ALONE = re.compile(
    r"\D{0,14}\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.? ?m\.?|hours|hrs|o['’]clock)?|(?:at )?(?:noon|midnight|midday)",
    re.IGNORECASE,
)
_PARTS = {"morning": 1, "dawn": 1, "noon": 2, "midday": 2, "afternoon": 2, "evening": 3, "night": 3, "midnight": 3}
_PART_OF_DAY = re.compile(rf"\b(?:{'|'.join(_PARTS)})\b")
_NUMERALS = frozenset(map(root, NUMERALS))
_NIGHTS = frozenset(["overnight", "in the night", "at night", "night", "the night", "tonight", "last night"])
"""Of which day they are is seldom sure."""
_PRONOUN = Caseless(r"\b(?:it|its|he|his|she|her|they|their|there)\b")
_WHERE = frozenset("in at near off outside of from".split())
_ENDS = frozenset([";", ":", "—", "–"])
_RIVALS = tuple(
    frozenset(root(word) for word in group.split())
    for group in (
        ("profit revenue sales loss income turnover dividend shares stock price output costs debt assets orders"),
        "men women children boys girls adults",
        "male female",
        "first second third fourth fifth last next final previous",
        "north south east west northern southern eastern western",
        "imports exports",
        "minimum maximum average median total",
        "quarter year month week day annual quarterly monthly weekly daily half",
        "rise fall increase decrease gain drop decline",
        "buy sell",
        "home away",
        "win lose victory defeat",
        "morning afternoon evening",
        "morning afternoon night",
        "local foreign domestic international",
        "kill injure arrest miss rescue",
        "bid offer ask",
        "old new",
        "province country region district nation world continent city village",
        "length width height depth weight speed distance",
        "begin start end finish close open",
        "support oppose favour against",
        "lead trail",
        "more fewer less",
        "upper lower",
        "junior senior",
        "higher lower",
        "above below",
        "wounded dead",
        "before after",
        "import export",
        "crew passenger",
        "destroy damage",
        "serve suspend",
    )
)


@lru_cache(maxsize=16384)
def around(text: str, at: Span) -> tuple[frozenset[str], frozenset[str]]:
    """The roots near a span of a sentence: of words with a capital, and of others."""
    told = outside(words(text), _reporting(text, at))
    before = _run([word for word in reversed(told) if word.end <= at.start])
    after = _run([word for word in told if word.start >= at.end])
    near = [
        word
        for word in (*before, *after)
        if word.is_content and not word.text[0].isdigit() and word.low not in CALENDAR
    ]
    proper = frozenset(word.root for word in near if word.text[0].isupper())
    return proper, frozenset(word.root for word in near if word.root not in proper)


def _reporting(text: str, at: Span) -> list[Span]:
    """What only says who reports it, where that does not hold the words themselves."""
    return [said for said in told_by(text) if not said.overlaps(at)]


def are_others(a: Said, at: Span, b: Said, there: Span) -> bool:
    """The words beside one say that there is more than one, another quake, an earlier deal, and the other's do not."""
    return _marks(a, at) != _marks(b, there)


def _marks(said: Said, at: Span) -> frozenset[str]:
    """The first attempt in both is one: so said of both, they say nothing."""
    found = _FURTHER.finditer(said.text, max(0, at.start - _MARKED), at.end + _MARKED)
    return frozenset(each.group().lower() for each in found)


def are_of_one_matter(a: Said, b: Said, of_a: Account, of_b: Account) -> bool:
    """They name something alike, or lean on leads that do; two letters of one form about others do not."""
    if are_short_and_one(of_a, of_b):
        return True
    here, there = setting(a, of_a), setting(b, of_b)
    leads = of_a.lead[0], of_b.lead[0]
    leans = not (told_names(a) and told_names(b))
    if leans and (
        min(len(leads[0] - of_b.words), len(leads[1] - of_a.words)) >= _STRANGE
        or (of_a.headed - of_b.lead[0] - of_b.lead[1] and of_b.headed - of_a.lead[0] - of_a.lead[1])
    ):
        return False
    if here and there:
        return not here.isdisjoint(there) and (not leans or overlap(*leads) >= _LIKE)
    if not (here or there) and days_between(of_a, of_b):
        return False
    return overlap(*leads) >= _ALIKE and here | there <= leads[0] | leads[1]


def are_short_and_one(a: Account, b: Account) -> bool:
    """Short reports of one story that open with the same names: all in them is of one matter."""
    leads = a.lead[0], b.lead[0]
    short = max(len(a.lines), len(b.lines)) <= _SHORT
    return short and len(leads[0] & leads[1]) >= _BOTH and overlap(*leads) >= _LIKE and is_one_happening(a, b)


def is_of_series(a: Said, b: Said, of_a: Account, of_b: Account) -> bool:
    """Reports of different days in the very same words: each tells of its own day."""
    if not (of_a.sure and of_b.sure) or of_a.published == of_b.published:
        return False
    here, there = a.common - _NUMERALS, b.common - _NUMERALS
    return len(here & there) >= _FORMULA * max(len(here), len(there))


@lru_cache(maxsize=8192)
def told_names(said: Said) -> frozenset[str]:
    """The roots of the words with a capital, without those of who reports it and a first word that is no name."""
    told = [word for word in outside(words(said.text), told_by(said.text)) if word.root]
    is_named = any(at.start <= told[0].start for _, at in said.names[:1]) if told else False
    if len(told) > 1 and not told[1].text[0].isupper() and (not is_named or told[0].text.endswith("s")):
        told = told[1:]  # "Trains run"
    return frozenset(word.root for word in told if word.root in said.proper and word.text[0].isupper())


def setting(said: Said, account: Account) -> frozenset[str]:
    """What a sentence names; where it leans on "it" or names nothing, what the one before names too."""
    own = told_names(said)
    before = account.before(said)
    if before is None or (own and not _PRONOUN.search(said.text)):
        return own
    return own | told_names(before)


def _run(run: Iterable[Word]) -> list[Word]:
    kept: list[Word] = []
    last = ""
    for word in run:
        is_next = last == "," and (word.text[0].isdigit() or word.low in NUMERALS)  # of a list of figures
        if word.text in _ENDS or len(kept) == _NEAR or is_next:
            break
        if word.root:
            kept.append(word)
        last = word.text
    return kept


def are_rivals(a: frozenset[str], b: frozenset[str]) -> bool:
    """Each has a word for which the other has another of the same kind: profit and revenue, men and women."""
    only_a, only_b = a - b, b - a
    return any(not group.isdisjoint(only_a) and not group.isdisjoint(only_b) for group in _RIVALS)


def are_of_strangers(a: Said, b: Said) -> bool:
    """Each sentence names something that the other has not, and little that both name: of Banda, of Corda."""
    here, there = told_names(a), told_names(b)
    if len(here & there) >= _BOTH and overlap(here, there) >= _ALIKE:
        return False
    return bool(here - b.proper - b.common and there - a.proper - a.common)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the smaller set the other holds."""
    return len(a & b) / max(1, min(len(a), len(b)))


def dates_fit(a: Said, b: Said, of_a: Account, of_b: Account) -> bool:
    """Nothing says that the two sentences tell of different days, or hours."""
    hours = [clock(plain(said.text)) for said in (a, b)]
    if hours[0] and hours[1] and not hours[0].agrees(hours[1]):
        return False
    parts = [frozenset(_PARTS[word] for word in _PART_OF_DAY.findall(said.text.lower())) for said in (a, b)]
    if parts[0] and parts[1] and parts[0].isdisjoint(parts[1]):
        return False
    return days_fit(a, b, of_a, of_b)


def days_fit(a: Said, b: Said, of_a: Account, of_b: Account) -> bool:
    """Nothing says that the two sentences tell of different days."""
    here, there = _days(a, of_a), _days(b, of_b)
    if here and there:
        return any(not is_apart(x, y) for x in here for y in there)
    if not here and not there:
        return True
    return not _is_background(here or there, of_a if here else of_b) and _fits_document(
        here or there, of_b if here else of_a
    )


def told_dates(said: Said) -> tuple[When, ...]:
    """Without the days on which somebody only said it."""
    if not said.dates:
        return ()
    spans = told_by(said.text)
    return tuple(
        when
        for when in said.dates
        if when.words.lower() not in _NIGHTS
        and not _HOUR_ALONE.fullmatch(when.words)
        and not any(at.overlaps(when.at) for at in spans)
        and not _is_of_telling(said, when)
    )


def _is_of_telling(said: Said, when: When) -> bool:
    """ "authorities said Saturday": the day of the telling, not of what is told."""
    before = _TOLD_ON.search(said.text, max(0, when.at.start - 40), when.at.start)
    after = when.at.start < _FRONT and _TELLING.search(said.text, when.at.end, when.at.end + 50)
    return bool(before or after) or said.text.startswith(" that ", when.at.end)


def _days(said: Said, account: Account) -> list[Period]:
    """Its own dates, else those of the sentence before it."""
    own = [when.period for when in told_dates(said) if when.period]
    before = account.before(said)
    return own or ([when.period for when in told_dates(before) if when.period] if before else [])


def near_dates_fit(a: Said, at: Span, b: Said, there: Span) -> bool:
    """The dates beside the words at these spans do not exclude each other; one that has none fits any."""
    one, other = _near(a, at), _near(b, there)
    return not one or not other or any(not is_apart(x, y) for x in one for y in other)


def _near(said: Said, at: Span) -> list[Period]:
    """Those beside it; where one alone stands right at it, this one."""
    found = [
        (max(when.at.start - at.end, at.start - when.at.end), when.period) for when in told_dates(said) if when.period
    ]
    right_at = [period for far, period in found if far <= _RIGHT_AT]
    return right_at if len(right_at) == 1 else [period for far, period in found if far <= _BESIDE]


def _is_background(dates: Iterable[Period], account: Account) -> bool:
    return account.published is not None and all((account.published.first - day.last).days > _OLD for day in dates)


def _fits_document(dates: Iterable[Period], account: Account) -> bool:
    if account.published is None:
        return True
    return any((account.published.first - day.last).days <= _OLD for day in dates)


def places_fit(a: Said, b: Said, of_a: Account, of_b: Account) -> bool:
    """Not "in Meru" here and "in Bessa" there, with neither known to the other document."""
    here, there = _scene(a, of_a), _scene(b, of_b)
    return not (here - of_b.proper and there - of_a.proper)


def _scene(said: Said, account: Account) -> frozenset[str]:
    """Where it is, by its own words, else by those before it."""
    own = _places(said.text)
    before = account.before(said)
    return own or (_places(before.text) if before else own)


def _places(text: str) -> frozenset[str]:
    told = words(text)
    return frozenset(
        word.root
        for before, word in pairwise(told)
        if word.text[0].isupper() and word.low not in CALENDAR and before.low in _WHERE
    ) | frozenset(
        word.root
        for first, before, word in zip(told, told[1:], told[2:], strict=False)
        if word.text[0].isupper() and before.text == "the" and first.low in _WHERE
    )
