"""Words both faces share: dates, counts, where a date comes from, "nothing on file". How it looks is theirs."""

import calendar
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bot.answers.answer import Brief, Differ, Entry, RoleLine, Search, Shelf, Sources, Timeline, Who
from bot.model import Dated, DatedBasis, Kind, Period, Quote

KINDS: dict[Kind, str] = {
    "PERSON": "person",
    "ORGANISATION": "organisation",
    "PLACE": "place",
    "OTHER": "name",
}
BASES: dict[DatedBasis, str] = {
    "front matter": "from its own header",
    "byline": "from its byline",
    "dateline": "from its dateline",
    "stated": "as it states",
    "link": "from its link",
    "file name": "from its file name",
    "text": "the day that its first sentence tells",
    "twin document": "from its twin document",
    "given": "as given",
    "none": "undated",
}

_ROOM = 200  # characters of other spellings with their reasons
_SEEN = "the same name"  # a reason that shows in the spelling itself


def how_dated(entry: Entry, mark: Callable[[Quote], str], *, shown: Callable[[str], str] = str) -> str:
    """ "told with “Thursday” in the lead [1]; dated by its twin [2]"; "" where a sentence of the entry states its date.

    `mark` gives the [n] of a sentence, `shown` what a face makes of foreign words.
    """
    told = dict.fromkeys([entry.basis] if entry.basis != "stated" else [], "")
    for proof in entry.proofs:
        told[proof.how] = f"{told.get(proof.how, '')} {mark(proof.quote)}"
    return "; ".join(f"{shown(how)}{cited}" for how, cited in told.items())


def further(of: Timeline) -> str:
    """ "12 in 2005, 40 in 2010": where the dated sentences are that no row shown holds."""
    return ", ".join(f"{count:,} in {period(when)}" for when, count in of.further)


def aliases(of: Who) -> str:
    """ "Singh (surname), M. Singh (initial and the surname)"; where that is long, without the reasons."""
    why = {alias: _short(reason) for alias, reason in of.reasons if not reason.startswith(_SEEN)}
    told = ", ".join(f"{alias} ({why[alias]})" if alias in why else alias for alias in of.aliases)
    return told if len(told) <= _ROOM else ", ".join(of.aliases)


def befell(of: Who) -> str:
    """The heading of what somebody did not do himself."""
    return f"What happened to {_them(of)}"


def telling(of: Who) -> str:
    """The heading of what is on file about somebody who said, did and met with nothing."""
    return f"What is told of {_them(of)}"


def _them(of: Who) -> str:
    return "them" if of.kind == "PERSON" else "it"


def _short(reason: str) -> str:
    """How the names are alike, without where."""
    how = reason.partition(",")[0]
    return how.partition(" ")[2] if how.startswith(("a ", "an ", "the ")) else how


def day(of: date) -> str:
    return f"{of.day} {of:%b} {of.year:04}"


def month(of: date) -> str:
    return f"{of:%b} {of.year:04}"


def period(when: Period) -> str:
    """ "26 Jun 2025", "Oct 2024", "late 2023", "2020 to 2025", "about 2019", "before 2020", "Q4 2023", "the 1990s"."""
    match when.precision:
        case "before":
            return f"before {_following(when.last)}"
        case "after":
            return _since(when.first)
        case "about":
            return f"about {_unit(when)}"
        case _:
            return _unit(when)


def _following(last: date) -> str:
    """ "before 2020" is stored as the days up to 31 December 2019: said by the year or month that begins there."""
    edge = last + timedelta(days=1) if last < date.max else last
    if edge.day != 1:
        return day(edge)
    return f"{edge.year:04}" if edge.month == 1 else month(edge)


def _since(first: date) -> str:
    """ "since 2020", "since Oct 2024", "since 26 Jun 2025"."""
    if first.day != 1:
        return f"since {day(first)}"
    return f"since {first.year:04}" if first.month == 1 else f"since {month(first)}"


def _unit(when: Period) -> str:
    first, last = when.first, when.last
    if when.precision in ("month", "year", "decade") and (part := _part(when)):
        return part
    if words := _whole(first, last) or _row_of_months(when) or _side(when):
        return words
    if first.weekday() == 0 and last == first + _WEEK and when.precision in ("week", "about"):
        return f"{'the ' if when.precision == 'about' else ''}week of {day(first)}"
    return f"{day(first)} to {day(last)}"


def _row_of_months(when: Period) -> str:
    """ "Jun to Aug 2025"; also where the text counts in months, and nobody wrote the day in August."""
    first, last = when.first, when.last
    whole = (first.day == 1 and _ends_month(last)) or when.precision in ("month", "quarter")
    if not whole or (first.year, first.month) == (last.year, last.month):
        return ""
    return f"{first:%b} to {month(last)}" if first.year == last.year else f"{month(first)} to {month(last)}"


_WEEK = timedelta(days=6)


def _side(when: Period) -> str:
    """ "earlier in 2010": from the beginning of a year, month or week to the day of writing, or from there on."""
    first, last = when.first, when.last
    match when.precision:
        case "year" if first.year == last.year:
            whole, name = (date(first.year, 1, 1), date(first.year, 12, 31)), f"{first.year:04}"
        case "month" if (first.year, first.month) == (last.year, last.month):
            whole, name = (first.replace(day=1), _end_of_month(last)), month(first)
        case "week" if (monday := first - timedelta(days=first.weekday())) <= last <= monday + _WEEK:
            whole, name = (monday, monday + _WEEK), f"the week of {day(monday)}"
        case _:
            return ""
    begins, ends = first == whole[0], last == whole[1]
    return f"earlier in {name}" if begins and not ends else f"later in {name}" if ends and not begins else ""


def _whole(first: date, last: date) -> str:
    """A day, month, quarter, year, decade or whole years; "" when it is none of these."""
    if first == last:
        return day(first)
    if first.day != 1 or not _ends_month(last):
        return ""
    return month(first) if (first.year, first.month) == (last.year, last.month) else _months(first, last)


def _months(first: date, last: date) -> str:
    """Years, a decade, a quarter: of whole months; "" when it is none of these."""
    if first.month == 1 and last.month == 12:  # noqa: PLR2004 - December
        if first.year == last.year:
            return f"{first.year:04}"
        decade = first.year % 10 == 0 and last.year == first.year + 9
        return f"the {first.year:04}s" if decade else f"{first.year:04} to {last.year:04}"
    if first.year == last.year and last.month - first.month == 2 and first.month % 3 == 1:  # noqa: PLR2004 - a quarter
        return f"Q{last.month // 3} {first.year:04}"
    return ""


def _part(when: Period) -> str:
    """ "late 2023": the thirds that Period describes for a year, month and decade."""
    first, last = when.first, when.last
    if when.precision == "decade":
        parts = {(0, 3): "early", (4, 6): "mid", (7, 9): "late"}
        years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year // 10 == last.year // 10
        part = parts.get((first.year % 10, last.year % 10)) if years else None
        return f"{part} {first.year // 10}0s" if part else ""
    if when.precision == "year" and first.year == last.year and first.day == 1 and _ends_month(last):
        part = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}.get((first.month, last.month))
        return f"{part} {first.year:04}" if part else ""
    if when.precision == "month" and (first.year, first.month) == (last.year, last.month):
        ends = {(1, 10): "early", (11, 20): "mid"}
        part = "late" if first.day == 21 and _ends_month(last) else ends.get((first.day, last.day))  # noqa: PLR2004
        return f"{part} {month(first)}" if part else ""
    return ""


def _end_of_month(of: date) -> date:
    return of.replace(day=calendar.monthrange(of.year, of.month)[1])


def _ends_month(of: date) -> bool:
    return of == date.max or (of + timedelta(days=1)).day == 1


def published(dated: Dated) -> str:
    """ "published 26 Jun 2025, from its twin document"; "undated"."""
    if dated.value is None:
        return "undated"
    return f"published {period(dated.value)}, {BASES[dated.basis]}"


def reported(roles: Sequence[RoleLine]) -> list[str]:
    """Of when the reports are that give each role: "reported 3 May 2019 to 26 Jun 2025"; "" where all are of then."""
    days = [_reported(role) for role in roles]
    return days if len(set(days)) > 1 else [""] * len(days)


def _reported(role: RoleLine) -> str:
    days = [quote.published.value for quote in role.quotes if quote.published.value]
    if not days:
        return ""
    first, last = min(days, key=lambda one: one.first), max(days, key=lambda one: one.last)
    return f"reported {period(first)}" if first == last else f"reported {period(first)} to {period(last)}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 document", "2 documents"; the plural is told where it is not the noun and an s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def documents(number: int, origins: int) -> str:
    """ "2 documents, 2 origins"."""
    return f"{counted(number, 'document')}, {counted(origins, 'origin')}"


def newest(answer: Brief) -> str:
    """ "10 of 37 stories, 52 documents", for a brief about nothing in particular."""
    stories = len(answer.stories)
    every = counted(stories + answer.more, "story", "stories")
    return ", ".join([f"{stories} of {every}" if answer.more else every, counted(answer.documents, "document")])


def briefed(answer: Brief) -> str:
    """What a brief was made of: "5 documents, 2 origins, Jan 2020 to Jun 2025"."""
    if answer.about is None:
        return newest(answer)
    span = _span(answer.found)
    return documents(answer.documents, answer.origins) + (f", {span}" if span else "")


def differing(answer: Brief) -> str:
    """The hint below a brief, before what it is that differs."""
    return f"Sources differ: /differ {answer.about} shows them side by side."


def differences(answer: Differ) -> str:
    """ "2 differences in 5 documents", "No disagreement found in 5 documents"."""
    within = counted(answer.documents, "document")
    if not answer.differences:
        return f"No disagreement found in {within}"
    return f"{counted(len(answer.differences) + answer.more, 'difference')} in {within}"


def shelf(searched: Shelf) -> str:
    """ "12 documents (Jan 2020 to Jun 2025)"."""
    count, span = counted(searched.documents, "document"), _span(searched)
    return f"{count} ({span})" if span else count


def listed(answer: Sources) -> str:
    """ "12 documents (Jan 2020 to Jun 2025)"; about something "3 of 12 documents (…)"."""
    found = f"{len(answer.documents) + answer.more:,} of " if answer.about else ""
    return found + shelf(answer.shelf)


def _span(of: Shelf) -> str:
    if of.first is None or of.last is None:
        return ""
    first, last = month(of.first.first), month(of.last.last)
    return first if first == last else f"{first} to {last}"


def days(first: Period | None, last: Period | None) -> str:
    """The days that were asked for: "from 2020", "to Jun 2024", "from 2020 to Jun 2024", "in 2013", ""."""
    if first and first == last and (name := _whole(first.first, first.last)):
        return f"{'on' if first.first == first.last else 'in'} {name}"
    words = [f"from {period(first)}"] if first else []
    return " ".join([*words, *([f"to {period(last)}"] if last else [])])


def since(first: Period | None) -> str:
    """The same of /brief: "since 2020", ""."""
    return f"since {period(first)}" if first else ""


def dated_events(answer: Timeline) -> str:
    """ "5 dated events", "no dated event"."""
    count = len(answer.entries) + answer.more
    return counted(count, "dated event") if count else "no dated event"


def nothing(about: str | None, searched: Shelf, similar: Sequence[str] = (), *, days: str = "") -> str:
    """What is said when nothing is on file: what was asked, what was searched, what is nearest."""
    if not searched.documents:
        return "The library is empty. Put briefings into its folder."
    asked = (f" about {about}" if about else "") + (f" {days}" if days else "")
    near = f" Nearest on file: {', '.join(similar)}." if similar else ""
    return f"Nothing on file{asked} in {shelf(searched)}.{near}"


def eventless(answer: Timeline) -> str:
    """Where documents speak of it, but tell nothing that could stand in a timeline."""
    about = f"{answer.about} {days(answer.first, answer.last)}".strip()
    return f"No event on file about {about} in {shelf(answer.shelf)}; {_speaking(answer.documents)}."


def nameless(answer: Who, *, asked: str) -> str:
    """Where documents speak of what was asked for, but it is no name."""
    return f"No name on file fits {asked} in {shelf(answer.shelf)}; {_speaking(answer.speaking)}."


def _speaking(number: int) -> str:
    return f"{counted(number, 'document')} {'speaks' if number == 1 else 'speak'} of it"


def respelt(asked: str, about: str) -> str:
    """Above an answer about what was meant: `about`, which is another spelling or a name in it."""
    meant = "about the name in it" if set(about.split()) < set(asked.split()) else "the nearest spelling"
    return f"Nothing on file about “{asked}”; this is {meant}"


def found(answer: Search) -> str:
    """ "41 sentences in 25 of 93 documents · no document holds “airport”"."""
    of = len({quote.document for hit in answer.hits for quote in (hit.quote, *hit.also)})
    within = f"{of:,} of {counted(of + answer.more, 'document')}" if answer.more else counted(of, "document")
    lacking = ""
    if answer.missing:
        lacking = f" · no document holds {' or '.join(f'“{word}”' for word in answer.missing)}"
    elif answer.scattered:
        lacking = " · no document holds all of these words"
    if answer.similar:
        lacking += f" · did you mean “{answer.similar[0]}”?"
    return f"{counted(len(answer.hits), 'sentence')} in {within}{lacking}"


def sharing(names: int) -> str:
    """ "1 name shares a sentence with this one", "6 names share ...", behind the count."""
    return f"{'shares' if names == 1 else 'share'} a sentence with this one"


def choice(asked: str) -> str:
    return f"Several names on file fit {asked}. Which one?"


def more(number: int, noun: str) -> str:
    """ "and 12 more rows"."""
    return f"and {counted(number, 'more ' + noun)}" if number else ""
