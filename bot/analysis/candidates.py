"""Names that the recogniser tends to miss and their surroundings give away. Add such a surrounding here."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.analysis.gazetteer import PLACES, is_people, is_place
from bot.analysis.given_names import GIVEN_NAMES
from bot.analysis.known import BODIES_KNOWN, CITIES, CLUBS, TEAMS
from bot.analysis.links import is_full_person
from bot.analysis.recogniser import Found
from bot.analysis.spans import is_name
from bot.analysis.titles import ABBREVIATED, BODIES, SUFFIXES, is_inside, is_title
from bot.words import STOP_WORDS

_MONTH: Final = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6}\.?"
_DATELINE: Final = re.compile(
    r"^[ ]*(?P<city>[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,3})"
    r"(?:, (?P<region>[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*){0,2}?))?"
    rf"(?:,? \d{{4}}-\d\d-\d\d\b|,? {_MONTH} \d{{1,2}}(?: \([\w ]+\))? ?[-–—](?![a-z])|"
    r" ?\([A-Z][\w ]+\) ?[-–—]| [–—] |: (?=[A-Z]))[ ]*",
    re.MULTILINE,
)
# A line that only says where and when, or the end of one behind a headline: "Ferry sinks. OSLO, Norway 2024-03-02".
_WHERE_AND_WHEN: Final = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<city>[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,2})"
    r"(?:, (?P<region>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?))?,? "
    rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)[ ]*$",
    re.MULTILINE,
)
_LABELS: Final = frozenset("created date dated modified photo posted published source updated written".split())
_INITIALED: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.[ -]?){1,3}(?:de |van |von )?[A-Z][a-z'-][\w'-]*")
_ROW: Final = re.compile(r"^[ ]*([A-Z][\w.'&-]*(?: [A-Z][\w.'&-]*){0,3})(?: \d+){3,}", re.MULTILINE)
_CAPITALISED: Final = re.compile(r"(?<![\w.@/])(?:(?:[A-Z]\.){1,4}(?!\w)|[^\W\d_a-zß-öø-ÿ](?:[\w&-]|'(?!s\b))*)")
_CAPITALS: Final = r"(?:(?:[A-Z]\.|[A-Z][\w'-]*)[ ]){1,4}"
_AND_SONS: Final = re.compile(
    rf"{_CAPITALS}(?:and|&) (?:Co|Company|Sons|Brothers|Bros|Associates|Partners)\b(?: (?:Inc|Ltd|Corp|Plc)\b)?"
)
# Of "Ford and Chrysler Corp said they" there are two, of "Standard and Poor's Corp said it" one.
_AND_BODY: Final = re.compile(
    rf"({_CAPITALS}and {_CAPITALS}(?:Corp|Inc|Ltd|Plc|Co|Trust|Group))\.?(?: <[^<>]{{1,9}}>)?"
    r" (?:said|says|reported|announced) (?:that )?its?\b"
)
_OF_PLACE: Final = re.compile(
    rf"{_CAPITALS}[A-Z][\w'-]* [oO]f ((?:[A-Z][\w'-]*)(?: [A-Z][\w'-]*)?) (?:Inc|Corp|Ltd|Plc|Co|NV|SA|AG)\b"
)
_TWO_FIELDS: Final = re.compile(
    r"(?:U\. ?S\. )?\b(?P<one>[A-Z][a-z]{3,}) and (?:[A-Z][a-z]+ ){1,2}"
    r"(?:Service|Administration|Commission|Agency|Bureau|Authority|Ministry|Directorate)\b"
)
_PARTICLES: Final = re.compile(r"([A-Z][\w'-]+ )(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|bin) )+$")
_WORD_BEFORE: Final = re.compile(r"(?:(?P<before>[\w']+) )?(?P<word>[A-Z]\w+) $")
_ARTICLES: Final = frozenset("the a an its another other any some".split())
_REACH: Final = 40  # characters before a name
_LONGEST_BODY: Final = 5
_MORE: Final = 2  # words behind the first of a name
_NAMED_PLACES: Final = CITIES | PLACES.keys()
_CLUBS_OPEN: Final = {words.split(maxsplit=1)[0] for words in CLUBS}
_FIRST_WORDS: Final = {words.split(maxsplit=1)[0] for words in _NAMED_PLACES | BODIES_KNOWN}

Capitals = Sequence[re.Match[str]]


def capitalised(text: str) -> Capitals:
    """The words with a capital, in order, without a genitive's "'s"."""
    return list(_CAPITALISED.finditer(text))


def datelines(text: str) -> Iterable[re.Match[str]]:
    """ "OSLO, Norway 2024-03-02", "LIMA, March 2 -", "New Delhi:": matches that end where the text itself begins."""
    for match in _DATELINE.finditer(text):
        city, region = match.group("city"), match.group("region")
        if (
            match.group().endswith((": ", "— ", "– "))
            and not is_place(region or city)
            and not (region and city.isupper())
        ):
            continue
        yield match


def dateline_places(text: str) -> Iterable[Found]:
    """Where a text was written, from the dateline that its first sentence stands behind."""
    return _written_where(datelines(text))


def origins(text: str) -> Iterable[Found]:
    """Where a text was written, from a line, or a line's end, that says only this and the day: in headings, too."""
    return _written_where(_WHERE_AND_WHEN.finditer(text))


def _written_where(matches: Iterable[re.Match[str]]) -> Iterable[Found]:
    for match in matches:
        city = match.group("city")
        if city.split(maxsplit=1)[0].lower() in _LABELS or not is_name(city):
            continue
        yield Found(*match.span("city"), "PLACE")
        if match.group("region"):
            yield Found(*match.span("region"), "PLACE")


def initialed(text: str, _: Capitals) -> Iterable[Found]:
    """ "J. Okafor", "A. B. Lind"; not "U.S. Treasury"."""
    for match in _INITIALED.finditer(text):
        words = match.group().rstrip("'-")
        first, _space, last = words.rpartition(" ")
        if first and not is_place(first) and last.lower() not in BODIES and not is_place(first.replace(" ", "")):
            yield Found(match.start(), match.start() + len(words), "PERSON")


def rows(text: str, _: Capitals) -> Iterable[Found]:
    """The name that opens a row of a table: a club, a firm."""
    for match in _ROW.finditer(text):
        if not is_place(match.group(1)) and len(match.group(1)) > 1:
            yield Found(*match.span(1), "ORGANISATION")


def widely_known(text: str, capitals: Capitals) -> Iterable[Found]:
    """Countries, cities and bodies of our tables, where they are no part of a longer name."""
    for i, match in enumerate(capitals):
        if match.group() not in _FIRST_WORDS:
            continue
        for n in range(min(i + 3, len(capitals) - 1), i - 1, -1):
            last = capitals[n]
            words = text[match.start() : last.end()]
            if words not in _NAMED_PLACES and words not in BODIES_KNOWN:
                continue
            is_whole = not (i and adjoin(text, capitals[i - 1], match))
            if is_whole and not (n + 1 < len(capitals) and adjoin(text, last, capitals[n + 1])):
                yield Found(match.start(), last.end(), "PLACE" if words in _NAMED_PLACES else "ORGANISATION")
            break


def titled(text: str, capitals: Capitals) -> Iterable[Found]:
    """ "Gen. Abel Okoro", "Minister Lind": capitals right behind a title."""
    for i in range(1, len(capitals)):
        before, first = capitals[i - 1], capitals[i]
        gap = text[before.end() : first.start()]
        if gap != " " and not (gap == ". " and before.group().lower() in ABBREVIATED):
            continue
        if not is_title(before.group()) or is_title(first.group()) or is_inside(first.group()):
            continue
        last = i
        while last + 1 < len(capitals) and last - i < _MORE and adjoin(text, capitals[last], capitals[last + 1]):
            last += 1
        words = text[first.start() : capitals[last].end()]
        if is_full_person(words) or (last == i and is_name(words) and not is_people(words)):
            yield Found(first.start(), capitals[last].end(), "PERSON")


def bodies(text: str, capitals: Capitals) -> Iterable[Found]:
    """ "Brightwater Corp", "Ministry of ..." ends: capitals in a row that close with what bodies are called."""
    for i in range(1, len(capitals)):
        if capitals[i].group().lower() not in BODIES or (
            i + 1 < len(capitals) and adjoin(text, capitals[i], capitals[i + 1])
        ):
            continue
        first = i
        while first and i - first < _LONGEST_BODY and adjoin(text, capitals[first - 1], capitals[first]):
            first -= 1
        while first < i and (capitals[first].group().lower() in STOP_WORDS or is_title(capitals[first].group())):
            first += 1
        if first < i:
            yield Found(capitals[first].start(), capitals[i].end(), "ORGANISATION")


def teams(text: str, capitals: Capitals) -> Iterable[Found]:
    """ "Denver Broncos", "Real Madrid", of which the recogniser took the city for a place."""
    for i in range(1, len(capitals)):
        for first in capitals[max(i - _MORE, 0) : i]:
            if first.group() in _CLUBS_OPEN and text[first.start() : capitals[i].end()] in CLUBS:
                yield Found(first.start(), capitals[i].end(), "ORGANISATION")
                break
        if capitals[i].group().lower() not in TEAMS:
            continue
        first = i
        while first and i - first <= _MORE and adjoin(text, capitals[first - 1], capitals[first]):
            first -= 1
        for start in (match.start() for match in capitals[first:i]):
            if is_place(words := text[start : capitals[i].start() - 1]) or words in CITIES:
                yield Found(start, capitals[i].end(), "ORGANISATION")
                break


def joint_bodies(text: str) -> Iterable[Found]:
    """One body of two names: "Hall and Sons", "Standard and Poor's Corp said it", "Care Centers of America Inc"."""
    yield from _bodies_of_two(text)
    of_places = (match for match in _OF_PLACE.finditer(text) if is_place(match.group(1)))
    for match in (*_AND_SONS.finditer(text), *_AND_BODY.finditer(text), *of_places):
        start, end = match.span(1 if match.re is _AND_BODY else 0)
        first = text[start:end].split(maxsplit=1)[0]
        if first.lower() in STOP_WORDS:
            start += len(first) + 1
        if text[start:end][0].isupper():
            yield Found(start, end, "ORGANISATION")


def _bodies_of_two(text: str) -> Iterable[Found]:
    """ "U.S. Fish and Wildlife Service"; "Lowell and Tampa Council" are two where Lowell is told of by itself."""
    for match in _TWO_FIELDS.finditer(text):
        one, both = match.group("one"), f"{match.group('one')} and "
        before = _WORD_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        if (before and before.group("word").lower() not in STOP_WORDS) or one.lower() in BODIES:
            continue
        if not is_place(one) and text.count(one) == text.count(both):
            yield Found(*match.span(), "ORGANISATION")


def given(text: str, capitals: Capitals) -> Iterable[Found]:
    """A common given name and the capitals behind it: "Laura Holt"."""
    for i, match in enumerate(capitals[:-1]):
        if match.group().lower() not in GIVEN_NAMES or (i and adjoin(text, capitals[i - 1], match)):
            continue
        last = i
        while last + 1 < len(capitals) and last - i < _MORE and adjoin(text, capitals[last], capitals[last + 1]):
            last += 1
        if last > i and is_full_person(text[match.start() : capitals[last].end()]):
            yield Found(match.start(), capitals[last].end(), "PERSON")


def widened(text: str, capitals: Capitals, mentions: Sequence[Found]) -> Iterable[Found]:
    """A single word marked inside a longer run of capitals ("Verma" of "Verma Brothers Circus"): the run."""
    starts = {match.start(): i for i, match in enumerate(capitals)}
    for n, one in enumerate(mentions):
        if (first := _earlier_start(text, one)) is not None:
            yield Found(first, one.end, one.kind, one.worth)
        i = starts.get(one.start)
        if i is None or capitals[i].end() != one.end:
            continue
        limit = mentions[n + 1].start if n + 1 < len(mentions) else len(text)
        if is_place(capitals[i].group()) or capitals[i].group().isupper():
            continue
        last = i
        while last + 1 < len(capitals) and last - i < _MORE and adjoin(text, capitals[last], capitals[last + 1]):
            if is_title(capitals[last + 1].group()):  # "Highway Patrol Officer"; "Lowell District Attorney" is none
                last = last if one.kind != "PLACE" else i
                break
            last += 1
        end = capitals[last].end()
        following = capitals[i + 1].group() if last > i else ""
        if following and end <= limit and is_name(following) and not is_inside(following):
            yield Found(one.start, end, one.kind, one.worth)


def _earlier_start(text: str, one: Found) -> int | None:
    if one.kind == "PERSON":
        return _before_particles(text, one)
    return _before_firm(text, one) if one.kind == "ORGANISATION" else None


def _before_firm(text: str, one: Found) -> int | None:
    """Where "American Acme Corp" begins; of "the American Acme Corp" the nationality is no part."""
    if text[one.start : one.end].rpartition(" ")[2].lower().rstrip(".") not in SUFFIXES:
        return None
    match = _WORD_BEFORE.search(text, max(0, one.start - _REACH), one.start)
    if match is None or not is_people(match.group("word")) or (match.group("before") or "").lower() in _ARTICLES:
        return None
    return match.start("word")


def _before_particles(text: str, one: Found) -> int | None:
    """Where "Cor van der Klugt" begins, of which only "Klugt" was marked."""
    before = max(0, one.start - _REACH)
    match = _PARTICLES.search(text[before : one.start])
    if match is None or not is_name(match.group(1)) or is_title(match.group(1).strip()):
        return None
    return before + match.start()


def listed(text: str, capitals: Capitals, mentions: Sequence[Found]) -> Iterable[Found]:
    """The capitals behind a name and "and": "like Okna and Brod", of which the recogniser saw only the first."""
    ends = {one.end: one for one in mentions}
    for i, match in enumerate(capitals):
        for gap in (" and ", ", and ", " & "):
            left = ends.get(match.start() - len(gap))
            if left is None or not text.startswith(gap, left.end):
                continue
            last = i
            while last + 1 < len(capitals) and last - i < _MORE and adjoin(text, capitals[last], capitals[last + 1]):
                last += 1
            words = text[match.start() : capitals[last].end()]
            if is_name(words) and not is_people(match.group()) and not is_title(match.group()):
                yield Found(match.start(), capitals[last].end(), left.kind, worth=0.1)


def adjoin(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return text[left.end() : right.start()] == " "
