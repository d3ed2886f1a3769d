"""Which kind a name is: votes of the recogniser, the words around it and the gazetteer, summed over a document."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from bot.analysis.gazetteer import AMBIGUOUS, is_people, is_place
from bot.analysis.given_names import GIVEN_NAMES
from bot.analysis.recogniser import Found
from bot.analysis.titles import BODIES, FORMS, HAPPENINGS, SITES, SITES_BEFORE, is_title
from bot.model import Kind

Votes = dict[Kind, float]

_REACH: Final = 48  # characters looked at on either side
_PLACES_LIKE: Final = "zones|areas|regions|cities|towns|countries|provinces|states|points|districts|villages|nations"
_BODIES_LIKE: Final = "companies|firms|banks|agencies|groups|organi[sz]ations|bodies|parties"


def _rule(pattern: str, kind: Kind, weight: float) -> tuple[re.Pattern[str], Kind, float]:
    return re.compile(pattern), kind, weight


_BEFORE: Final = (
    _rule(r"\b[Ii]n(?: (?:the|nearby|central|downtown))? $", "PLACE", 0.8),
    _rule(r"\b(?:near|outside|throughout|across|around)(?: the)? $", "PLACE", 0.8),
    _rule(r"\b(?:at|from|into|to|towards?) $", "PLACE", 0.2),
    _rule(r"\b(?:capital|city|town|village|province|region|state|port|island|republic|district) of $", "PLACE", 2),
    _rule(rf"\b(?:{_PLACES_LIKE}),? (?:like|such as|including) $", "PLACE", 3),
    _rule(rf"\b(?:{_BODIES_LIKE}),? (?:like|such as|including) $", "ORGANISATION", 3),
    _rule(r"\b(?:[nN]orth|[sS]outh|[eE]ast|[wW]est)(?:ern|)(?: of)? $", "PLACE", 1.5),
    _rule(r"\b(?:shares of|shares in|stake in|subsidiary of|unit of|acquired?|merger with) $", "ORGANISATION", 1),
)
_AFTER: Final = (
    _rule(r",? (?:aged )?\d\d(?:,| years)", "PERSON", 2),
    _rule(r",? who\b", "PERSON", 1),
    _rule(r"(?:'s)? (?:capital|province|region|peninsula|airport|harbou?r|border)\b", "PLACE", 1),
    _rule(r" (?:city|town|village|district|county|friction|residents)\b", "PLACE", 1),
    _rule(r" (?:pilgrimage|pilgrims|shrine|temple|valley|river|lake|plateau|sector|coast|desert)\b", "PLACE", 1.5),
    _rule(r",? (?:said|says|told|added|replied|recalled|smiled|resigned|testified)\b", "PERSON", 0.4),
    _rule(r" (?:shares|stock|unit|subsidiary|spokes(?:wo)?man|officials|executives|employees)\b", "ORGANISATION", 0.6),
    _rule(r"(?:'s)? (?:wife|husband|son|daughter|mother|father|lawyer|death)\b", "PERSON", 1),
    _rule(r"(?: \d+){3,}| \d{1,3} (?=[A-Z(\n])", "ORGANISATION", 1.5),  # a row of a table, a score
)
_COUNTRY_BEHIND: Final = re.compile(r" \(([A-Z][A-Za-z. ]+)\)")
_ANY_BEFORE: Final = re.compile(  # whether it pays to try _BEFORE: most words before names are others
    r"\b(?:in|near|outside|throughout|across|around|at|from|into|to|towards?|of|like|including|such as|with|the|nearby"
    r"|central|downtown|acquired?|(?:north|south|east|west)(?:ern)?) $",
    re.IGNORECASE,
)
_WORD_BEFORE: Final = re.compile(r"([\w.'-]+),? $")
_LISTED: Final = re.compile(r"(?:, (?:and |or )?| and | or | & )$")


_CERTAIN: Final = 50.0
_LENT: Final = 0.5
_LONGEST_PERSON: Final = 3
_INITIALED: Final = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[A-Z][\w'-]+$")
_BEFORE_OF: Final[dict[str, Kind]] = {
    **dict.fromkeys(HAPPENINGS, "OTHER"),
    **dict.fromkeys(SITES, "PLACE"),
    **dict.fromkeys(BODIES, "ORGANISATION"),
}


def votes(text: str, mentions: Iterable[tuple[Found, str]]) -> dict[str, Votes]:
    """`mentions`: spans with their keys, none of them in a heading."""
    found: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for mention, key in mentions:
        mine = found[key]
        mine[mention.kind] += mention.worth * _trust(text, mention)
        _context(text, mention, mine)
        _shape(text[mention.start : mention.end], mine)
    return found


def _trust(text: str, mention: Found) -> float:
    """A single word that the recogniser takes for a person is one only if something else says so."""
    return 0.6 if mention.kind == "PERSON" and " " not in text[mention.start : mention.end] else 1.0


def _context(text: str, mention: Found, mine: Votes) -> None:
    before = text[max(0, mention.start - _REACH) : mention.start]
    after = text[mention.end : mention.end + _REACH]
    for pattern, kind, weight in _AFTER:
        if pattern.match(after):
            mine[kind] += weight
    if (country := _COUNTRY_BEHIND.match(after)) and is_place(country.group(1)):
        mine["PERSON"] += 1.5
    if not before.endswith(" "):
        return
    if _ANY_BEFORE.search(before):
        for pattern, kind, weight in _BEFORE:
            if pattern.search(before):
                mine[kind] += weight
    elif (word := _WORD_BEFORE.search(before)) and is_title(word.group(1)):
        mine["PERSON"] += 4 if word.group(1).lower().rstrip(".") in FORMS else 1.5


def _shape(words: str, mine: Votes) -> None:
    """What the name itself says: "... Ltd", "... River", "Operation ...", a country."""
    parts = words.lower().replace(".", "").split()
    if is_place(words):
        mine["PLACE"] += 1 if words in AMBIGUOUS else _CERTAIN
    elif is_people(words) or (parts[0] == "operation" and len(parts) > 1):
        mine["OTHER"] += _CERTAIN
    elif len(parts) > 1:
        _shape_of_many(words, parts, mine)
    elif any(c.isdigit() for c in words) and any(c.isalpha() for c in words):
        mine["OTHER"] += 2


def _shape_of_many(words: str, parts: list[str], mine: Votes) -> None:
    first, last = parts[0], parts[-1]
    if last in HAPPENINGS or last.isdigit():
        mine["OTHER"] += 3
    elif last in BODIES:
        mine["ORGANISATION"] += 3
    elif last in SITES or first in SITES_BEFORE:
        mine["PLACE"] += 2
    elif first in GIVEN_NAMES and len(parts) <= _LONGEST_PERSON:  # longer ones are firms named after founders
        mine["PERSON"] += 1.5
    elif _INITIALED.match(words):
        mine["PERSON"] += 1
    elif parts[1] == "of" and first in _BEFORE_OF:
        mine[_BEFORE_OF[first]] += 3


def spread(text: str, ordered: Sequence[tuple[Found, str]], found: dict[str, Votes]) -> None:
    """Names listed together ("in Aden and Taiz") are of one kind: the surer one lends its neighbour votes."""
    lent: list[tuple[str, Kind, float]] = []
    for (left, left_key), (right, right_key) in pairwise(ordered):
        if left_key != right_key and _LISTED.fullmatch(text, left.end, right.start):
            for giver, taker in ((left_key, right_key), (right_key, left_key)):
                kind = best(found[giver])
                lent.append((taker, kind, min(_LENT * found[giver][kind], 2 * _LENT)))
    for key, kind, vote in lent:
        found[key][kind] += vote


def best(mine: Votes) -> Kind:
    return max(mine, key=lambda kind: mine[kind])
