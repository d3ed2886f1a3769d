"""A typed command -> its parts, and a date as people write it -> a period."""

import calendar
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from bot.answers.commands import COMMANDS, Command, OptionKind, command
from bot.errors import QueryError
from bot.model import Period
from bot.words import plain

_MONTHS = {
    name.lower(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
_EXAMPLES = '"2020", "Oct 2024", "26 Jun 2025", "2025-06-26", "last week" or "yesterday"'
_FILTER = re.compile(r"(?:^|(?<=\s))(since|from|to|until):(?=\S)", re.IGNORECASE)
"""A date among words to search begins so: since:2024, from:"Oct 2024", until:last week, since:<t:1750000000:D>."""
_SEARCHABLE = re.compile(r"(?:^|\s)(?!-)\S*[^\W_]")  # a letter or digit, not in a word to leave out
_EARLIER_FIRST = "Write the earlier one as {}: and the later one as to:."
_LONGEST_DATE = 4  # words: "the last 3 days"
_FLAGS = {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}
_DAYS = {"week": 7, "fortnight": 14, "day": 1}


@dataclass(frozen=True, slots=True)
class Asked:
    """A command line read: the command and its options, by name, none empty."""

    command: Command
    options: dict[str, str]


def parse(line: str) -> Asked:
    """`/timeline Ladakh from:2020 to:2024-12`: options by name, or the first in place. Raises QueryError."""
    verb = (plain(line).split() or [""])[0]
    known = command(verb.removeprefix("/").lower())
    if known is None:
        names = ", ".join(f"/{c.name}" for c in COMMANDS)
        raise QueryError(f"There is no command {verb}. Use one of {names}." if verb else f"Type one of {names}.")
    values = _options(known, line.strip()[len(verb) :])
    for option in known.options:
        if option.required and not values.get(option.name):
            raise QueryError(f"/{known.name} needs its option {option.name}. For example: {known.example}")
    return Asked(known, values)


def _options(known: Command, rest: str) -> dict[str, str]:
    names = "|".join(option.name for option in known.options)
    starts = list(re.finditer(rf"(?:^|(?<=\s))({names}):", rest, re.IGNORECASE))
    _refuse_unknown(known, rest)
    kinds: dict[str, OptionKind] = {option.name: option.kind for option in known.options}
    first = known.options[0].name
    values = {first: _bare(rest[: starts[0].start()] if starts else rest, kinds[first])}
    for start, following in zip(starts, [*starts[1:], None], strict=False):
        name = start[1].lower()
        value = _bare(rest[start.end() : following.start() if following else None], kinds[name])
        if values.get(name) and value:
            raise QueryError(f"/{known.name} was given {name} twice. Give it once. For example: {known.example}")
        values[name] = value or values.get(name, "")
    return {name: value for name, value in values.items() if value}


def span_of(first: str | None, last: str | None, *, today: date) -> tuple[Period | None, Period | None]:
    """The days from and to, as far as they are given. Raises QueryError when they end before they begin."""
    begin = period_of(first, today=today) if first else None
    end = period_of(last, today=today) if last else None
    if begin and end and end.last < begin.first:
        raise QueryError(f"These days end before they begin. {_EARLIER_FIRST.format('from')}")
    return begin, end


def filtered(words: str, *, today: date) -> tuple[str, Period | None]:
    """Words to search, and the days that stand among them as `since:2024`, `from:yesterday`, `to:2024-05-03`."""
    first, last, rest = date.min, date.max, list[str]()
    done = 0
    for found in _FILTER.finditer(words):
        if found.start() < done or not (dated := _date_at(words, found.end(), today)):
            continue
        period, end = dated
        if found[1].lower() in ("to", "until"):
            last = min(last, period.last)
        else:
            first = max(first, period.first)
        rest.append(words[done : found.start()])
        done = end
    if not rest:
        return words, None
    if last < first:
        raise QueryError(f"These days end before they begin. {_EARLIER_FIRST.format('since')}")
    return " ".join("".join([*rest, words[done:]]).split()), Period(first, last, "day")


def searchable(words: str, *, today: date) -> str:
    """The words. Raises QueryError where there is none to find, beside days and what is to be left out."""
    if not _SEARCHABLE.search(filtered(words, today=today)[0]):
        raise QueryError("There is no word to search for. Add one: -word and since: only narrow a search.")
    return words


def _date_at(words: str, start: int, today: date) -> tuple[Period, int] | None:
    """The longest date that begins there, and where it ends; None where none does. Raises QueryError for one that
    looks like a date and is none.
    """
    quoted = re.compile(r'["“]([^"”]*)["”]').match(words, start)
    if quoted:
        return period_of(quoted[1], today=today), quoted.end()
    parts = list(islice(re.compile(r"\S+").finditer(words, start), _LONGEST_DATE))
    for last in reversed(parts):
        with suppress(QueryError):
            return period_of(words[start : last.end()], today=today), last.end()
    if words[start].isdigit():
        raise QueryError(f"{parts[0].group()} is not a date I can read. Write {_EXAMPLES}.")
    return None


def _refuse_unknown(known: Command, rest: str) -> None:
    """`form:2020` is an option of no command; other words with a colon are text."""
    every = {option.name for each in COMMANDS for option in each.options}
    for found in re.finditer(r"(?:^|(?<=\s))([a-z]{2,10}):(?=\S)", rest):
        name = found[1]
        if known.option(name) or (known.options[0].kind == "words" and _FILTER.match(rest, found.start())):
            continue
        if name in every or any(_off_by_one(name, option.name) for option in known.options):
            options = " and ".join(f"{option.name}:" for option in known.options)
            its = "Its option is" if len(known.options) == 1 else "Its options are"
            raise QueryError(f"/{known.name} has no option {name}. {its} {options}. For example: {known.example}")


def _off_by_one(a: str, b: str) -> bool:
    """One letter wrong, missing or too many, or two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 3:  # noqa: PLR2004 - too short to tell
        return False
    swaps = {a[:i] + a[i + 1] + a[i] + a[i + 2 :] for i in range(len(a) - 1)}
    short, long = sorted((a, b), key=len)
    drops = {long[:i] + long[i + 1 :] for i in range(len(long))}
    one_wrong = len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return b in swaps or one_wrong or (len(short) < len(long) and short in drops)


def _bare(value: str, kind: OptionKind) -> str:
    """Without the quotes round the whole of it; in words to search they mean a phrase and stay."""
    value = value.strip()
    whole = plain(value)
    quoted = kind != "words" and len(whole) > 1 and whole[0] == whole[-1] == '"' and whole.count('"') == len('""')
    return value[1:-1].strip() if quoted else value


def flag_of(words: str) -> bool:
    """ "yes" or "no", as people write them."""
    if (said := plain(words).strip().lower()) not in _FLAGS:
        raise QueryError(f"{words.strip()} is neither yes nor no. Write undated:yes or leave it out.")
    return _FLAGS[said]


def period_of(words: str, *, today: date) -> Period:
    """ISO days and months, "2020", "Oct 2024", "26 Jun 2025", "last week", "yesterday", "<t:1750000000:D>"."""
    text = plain(words).strip().lower().rstrip(".")
    for pattern, read in _FORMS:
        found = re.fullmatch(pattern, text)
        if found:
            try:
                return read(found, today)
            except (ValueError, OverflowError, KeyError, OSError):
                break
    raise QueryError(f"{words.strip() or 'An empty text'} is not a date I can read. Write {_EXAMPLES}.")


def _of_month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def _of_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def _of_quarter(year: int, quarter: int) -> Period:
    return Period(date(year, 3 * quarter - 2, 1), _of_month(year, 3 * quarter).last, "quarter")


def _back(unit: str, today: date, *, steps: int) -> Period:
    """So many whole units ago: the day, Monday to Sunday, the month, the year."""
    if unit == "month":
        months = 12 * today.year + today.month - 1 - steps
        return _of_month(months // 12, months % 12 + 1)
    if unit == "year":
        return _of_year(today.year - steps)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * steps)
        return Period(monday, monday + timedelta(days=6), "week")
    return Period.day(today - timedelta(days=steps * _DAYS[unit]))


def _stamp(found: re.Match[str], _: date) -> Period:
    return Period.day(datetime.fromtimestamp(int(found[1]), tz=UTC).date())


_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_Read = Callable[[re.Match[str], date], Period]
_FORMS: tuple[tuple[str, _Read], ...] = (
    (r"(\d{4})-(\d{2})-(\d{2})", lambda m, _: Period.day(date(int(m[1]), int(m[2]), int(m[3])))),
    (r"(\d{4})-(\d{2})", lambda m, _: _of_month(int(m[1]), int(m[2]))),
    (r"(\d{4})", lambda m, _: _of_year(int(m[1]))),
    (r"(\d{4})[- ]?q([1-4])", lambda m, _: _of_quarter(int(m[1]), int(m[2]))),
    (r"q([1-4])[- ]?(\d{4})", lambda m, _: _of_quarter(int(m[2]), int(m[1]))),
    (rf"({_NAMES})\.?,? (\d{{4}})", lambda m, _: _of_month(int(m[2]), _MONTHS[m[1]])),
    (
        rf"(\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?({_NAMES})\.?,? (\d{{4}})",
        lambda m, _: Period.day(date(int(m[3]), _MONTHS[m[2]], int(m[1]))),
    ),
    (
        rf"({_NAMES})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})",
        lambda m, _: Period.day(date(int(m[3]), _MONTHS[m[1]], int(m[2]))),
    ),
    (r"<t:(-?\d{1,12})(?::[a-z])?>", _stamp),
    (r"today|now", lambda _, today: Period.day(today)),
    (r"yesterday", lambda _, today: Period.day(today - timedelta(days=1))),
    (r"this (week|month|year)", lambda m, today: _back(m[1], today, steps=0)),
    (r"last (week|month|year)", lambda m, today: _back(m[1], today, steps=1)),
    (r"(\d{1,4}) (day|week|month|year)s? ago", lambda m, today: _back(m[2], today, steps=int(m[1]))),
    (r"(?:the )?(?:last|past) (\d{1,4}) days", lambda m, today: Period(today - timedelta(int(m[1])), today, "day")),
)
