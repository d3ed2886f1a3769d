"""A marked stretch that holds more than one name: sentences, lists, an office beside its holder. Split it here."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.analysis.gazetteer import is_people, is_place
from bot.analysis.given_names import GIVEN_NAMES
from bot.analysis.known import TEAMS
from bot.analysis.links import is_full_person, surname
from bot.analysis.recogniser import Found
from bot.analysis.titles import BODIES, BOTH, HAPPENINGS, POSTS, SITES, SUFFIXES, is_calling, is_inside, is_title

_WORD: Final = re.compile(r"[^\s,;:]+")
# "contract. The Saints", "Paper"produced", "Acme / Brightwater".
_BREAK: Final = re.compile(r"(?<=[a-z]{3})(?<!\bInc)(?<!\bLtd)(?<!Corp)[.!?]+[\"']? (?=[A-Z])|\"(?=[a-z])| / |; ")
# Words in small letters that no body's or place's name holds, unlike "Bank of Credit and Trade", "Frankfurt am Main".
_LOW: Final = re.compile(
    r"(?: (?!(?:of|and|the|for|in|on|to|at|a|am|an|with|without|from|by|against|de|del|della|degli|di|da|do|dos|du|el"
    r"|la|las|le|les|los|des|al|bin|den|der|die|das|fur|ten|ter|und|van|von|y|e|et|upon|sur|sans|is|not)\b)[a-z]{2,}\b"
    r"(?!-[A-Z]))+(?: |$)"
)
_AND_THE: Final = re.compile(r" and the (?=[A-Z])")
_AND: Final = re.compile(r" (?:and|&) (?=[A-Z])")
_COMMA: Final = re.compile(
    r", (?=[A-Z])(?!(?:Inc|Ltd|Corp|Co|Plc|LLC|LLP|LP|Jr|Sr|N\.?A|S\.?A|AG|II|III)\b)(?!.*(?:&|\band\b))"
)
_KEPT: Final = frozenset("army cabinet navy police senate state treasury union".split())
_NO_SURNAMES: Final = BODIES | SITES | HAPPENINGS | SUFFIXES | TEAMS
_LONGEST_HOLDER: Final = 4
_NAMED_AFTER: Final = frozenset("air central east new north old radio south west".split())  # "Air Lowell"
_LITTLE: Final = 0.2  # what the kind of the whole says of its parts


def pieces(text: str, found: Found) -> Iterable[Found]:
    """The names in a marked stretch, as marked if it holds one. `text` is in plain form."""
    line = text.find("\n", found.start, found.end)
    end = line if line > found.start else found.end
    if " " not in text[found.start : end]:
        return (found,)
    parts = list(_split(text, found, end))
    return (one for part in parts for one in _beside_office(text, part))


def _split(text: str, found: Found, end: int) -> Iterable[Found]:
    spans = _cut(text, [(found.start, end)], _BREAK)
    if found.kind != "OTHER":
        spans = _cut(text, spans, _AND_THE)
    if found.kind == "PERSON":
        spans = _cut(text, spans, _AND)
    elif found.kind != "OTHER":
        spans = _cut(text, spans, _LOW)
        spans = _cut(text, spans, _COMMA)
    if found.kind != "PERSON":
        spans = [part for span in spans for part in _apart(text, *span)]
    if spans == [(found.start, end)]:
        return (found,)
    return (Found(first, last, found.kind, found.worth * _LITTLE) for first, last in spans)


def _cut(text: str, spans: Iterable[tuple[int, int]], at: re.Pattern[str]) -> list[tuple[int, int]]:
    """The spans without what matches, in parts that have a capital."""
    parts: list[tuple[int, int]] = []
    for start, end in spans:
        for match in at.finditer(text, start, end):
            parts.append((start, match.start()))
            start = match.end()
        parts.append((start, end))
    return [(first, last) for first, last in parts if any(c.isupper() for c in text[first:last])]


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "Acme and Brightwater" where each stands alone, too; "Food and Drug Agency" is one name."""
    if len(ands := list(_AND.finditer(text, start, end))) != 1:
        return [(start, end)]
    left, right, whole = text[start : ands[0].start()], text[ands[0].end() : end], text.count(text[start:end])
    if _is_body(right) and not _is_body(left):
        return [(start, end)]
    if all(text.count(part) > whole and len(part) > 2 for part in (left, right)):  # noqa: PLR2004  "Q and A"
        return [(start, ands[0].start()), (ands[0].end(), end)]
    return [(start, end)]


def _is_body(words: str) -> bool:
    last = words.rpartition(" ")[2].lower().rstrip(".")
    return last in BODIES or last.removesuffix("s") in BODIES


def _beside_office(text: str, found: Found) -> Iterable[Found]:
    """Of "Acme CTO Ada Lund" the firm and its officer, of "Lowell Police Sgt" the body."""
    words = list(_WORD.finditer(text, found.start, found.end))
    while len(words) > 1 and words[0].group() in {"the", "The"}:
        words.pop(0)
    if len(words) == 1:
        return (found,)
    for i in range(len(words) - 1, -1, -1):
        if not _is_post(words[i].group()):
            continue
        holder = text[words[i].end() : found.end].strip()
        if not holder and not _is_person_so_called(words, found):
            return _whose(text, words[:i])
        if holder and (i or found.kind != "PERSON") and _is_holder(holder, found):
            return (*_whose(text, words[:i]), Found(words[i + 1].start(), found.end, "PERSON"))
        return (found,)
    for i in range(1, len(words) - 1):
        if words[i].group().lower() in GIVEN_NAMES:
            if all(_is_no_given_name(word.group()) for word in words[:i]) and _is_holder(
                text[words[i].start() : found.end], found
            ):
                return (*_whose(text, words[:i]), Found(words[i].start(), found.end, "PERSON"))
            break
    return (found,)


def _is_post(word: str) -> bool:
    return word[0].isupper() and (word.lower().rstrip(".") in POSTS or (word.isupper() and is_title(word)))


def _is_person_so_called(words: list[re.Match[str]], found: Found) -> bool:
    """ "Ada Sheriff"."""
    return found.kind == "PERSON" and len(words) == 2 and words[0].group().lower() in GIVEN_NAMES  # noqa: PLR2004


def _is_no_given_name(word: str) -> bool:
    low = word.lower()
    is_team = low in TEAMS or low + "s" in TEAMS
    return is_team or is_calling(word) or is_inside(word) or is_people(word) or (word.isupper() and len(word) > 2)  # noqa: PLR2004  "JR"


def _is_holder(words: str, found: Found) -> bool:
    parts = words.split()
    last = parts[-1].lower().rstrip(".")
    if len(parts) > _LONGEST_HOLDER or last in _NO_SURNAMES:
        return False
    if len(parts) == 1:
        return found.kind == "PERSON" and words[0].isupper() and not words.isupper() and not is_place(words)
    return is_full_person(words) and not any(is_title(part) for part in parts)


def _whose(text: str, words: list[re.Match[str]]) -> Iterable[Found]:
    """The body or place whose office it is: "Lowell" of "Lowell District (Attorney)"."""
    while words and words[-1].group() not in BOTH and (is_title(words[-1].group()) or _is_idle(words)):
        words = words[:-1]
    while len(words) > 1 and (is_title(words[0].group()) or (is_inside(words[0].group()) and len(words) == 1)):
        words = words[1:]
    if words:
        start, end = words[0].start(), words[-1].end()
        bare = text[start:end].removesuffix("'").removesuffix("'s")
        yield Found(start, end, "PLACE" if is_place(bare) else "ORGANISATION", _LITTLE)


def _is_idle(words: list[re.Match[str]]) -> bool:
    last = words[-1].group().lower()
    if last == "district":
        return True
    return is_calling(last) or (is_inside(last) and (len(words) == 1 or last not in _KEPT))


def shortened(text: str, mentions: Sequence[Found], low: Collection[str]) -> list[Found]:
    """Names without what is put beside them ("Ada Lund Checks Out", "Drugmaker Brekke") where the text has them alone.

    `low`: the text's words in small letters.
    """
    times = Counter(text[one.start : one.end] for one in mentions)
    families = {surname(words) for words in times if words.partition(" ")[0].lower() in GIVEN_NAMES and " " in words}
    return [
        _shortest(text, one, times, families, low) if one.kind == "PERSON" else _undescribed(text, one, times, low)
        for one in mentions
    ]


def _undescribed(text: str, one: Found, times: Mapping[str, int], low: Collection[str]) -> Found:
    """ "Brekke" of "Drugmaker Brekke" where the text knows Brekke and drugmakers; not "Council" of "Trade Council"."""
    words = text[one.start : one.end]
    first, _, rest = words.partition(" ")
    is_described = one.kind == "ORGANISATION" and first.lower() in low and times.get(rest, 0) > times[words]
    if is_described and first.lower() not in _NAMED_AFTER and rest.rpartition(" ")[2].lower() not in _NO_SURNAMES:
        return replace(one, start=one.end - len(rest))
    return one


def _shortest(
    text: str, one: Found, times: Mapping[str, int], families: Collection[str], low: Collection[str]
) -> Found:
    words = text[one.start : one.end]
    parts = words.split(" ")
    if parts[-1].lower() in _NO_SURNAMES:  # "Ada Lund Square"
        return one
    is_given = parts[0].lower() in GIVEN_NAMES
    for n in range(len(parts) - 1, 1, -1):
        front, back = " ".join(parts[:n]), " ".join(parts[-n:])
        if is_given and times.get(front, 0) >= times[words] and not _is_junior(parts[n]):
            return replace(one, end=one.start + len(front))
        if not is_given and times.get(back, 0) >= times[words] and parts[-n].lower() in GIVEN_NAMES:
            return replace(one, start=one.end - len(back))
    if parts[-1] in families and len(parts) == 2 and not is_given and parts[0].lower() in low:  # noqa: PLR2004
        return replace(one, start=one.end - len(parts[-1]))
    return one


def _is_junior(word: str) -> bool:
    return word.rstrip(".") in {"Jr", "Sr", "II", "III", "IV"}
