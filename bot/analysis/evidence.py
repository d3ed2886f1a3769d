"""Which kind a name is: votes of the recogniser, of the words around it and of the gazetteer, summed over the document."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from bot.analysis.gazetteer import AMBIGUOUS, is_people, is_place
from bot.analysis.given_names import GIVEN_NAMES
from bot.analysis.recogniser import Found
from bot.analysis.titles import BODIES, FORMS, HAPPENINGS, SITES, SITES_BEFORE, is_title
from bot.model import Kind

Votes = dict[Kind, float]

_REACH: Final = 48  # characters looked at on either side
_BEFORE: Final[tuple[tuple[re.Pattern[str], Kind, float], ...]] = (
    (re.compile(r"\b(?:in|near|outside|throughout|across|around)(?: (?:the|nearby|central|downtown))? $", re.IGNORECASE), "PLACE", 0.8),
    (re.compile(r"\b(?:at|from|into|to|toward|towards) $"), "PLACE", 0.2),
    (re.compile(r"\b(?:capital|city|town|village|province|region|state|port|island|republic|district) of $", re.IGNORECASE), "PLACE", 2),
    (re.compile(r"\b(?:zones|areas|regions|cities|towns|countries|provinces|states|points|districts|villages|nations),? (?:like|such as|including) $"), "PLACE", 3),
    (re.compile(r"\b(?:companies|firms|banks|agencies|groups|organi[sz]ations|bodies|parties),? (?:like|such as|including) $"), "ORGANISATION", 3),
    (re.compile(r"\b(?:north|south|east|west|northern|southern|eastern|western)(?: of)? $"), "PLACE", 1.5),
    (re.compile(r"\b(?:shares of|shares in|stake in|subsidiary of|unit of|acquire|acquired|merger with) $"), "ORGANISATION", 1),
)  # fmt: skip
_AFTER: Final[tuple[tuple[re.Pattern[str], Kind, float], ...]] = (
    (re.compile(r",? (?:aged )?\d\d(?:,| years)"), "PERSON", 2),
    (re.compile(r",? who\b"), "PERSON", 1),
    (re.compile(r"(?:'s)? (?:capital|province|region|peninsula|airport|harbou?r|border)\b"), "PLACE", 1),
    (re.compile(r" (?:city|town|village|district|county|friction|residents)\b"), "PLACE", 1),
    (re.compile(r",? (?:said|says|told|added|replied|recalled|smiled|resigned|testified)\b"), "PERSON", 0.4),
    (re.compile(r" (?:shares|stock|unit|subsidiary|spokesman|spokeswoman|officials|executives|employees)\b"), "ORGANISATION", 0.6),
    (re.compile(r"(?:'s)? (?:wife|husband|son|daughter|mother|father|lawyer|death)\b"), "PERSON", 1),
)  # fmt: skip
_SCORES: Final = re.compile(r"(?: \d+){3,}|(?: \d{1,3}) (?=[A-Z]|\(|\n)")
_COUNTRY_BEHIND: Final = re.compile(r" \(([A-Z][A-Za-z. ]+)\)")
_ANY_BEFORE: Final = re.compile(
    r"\b(?:in|near|outside|throughout|across|around|at|from|into|to|towards?|of|like|including|such as|north|south|east|west|(?:north|south|east|west)ern|the|nearby|central|downtown|acquired?|with) $",
    re.IGNORECASE,
)
_WORD_BEFORE: Final = re.compile(r"([\w.'-]+),? $")
_LISTED: Final = re.compile(r"(?:, (?:and |or )?| and | or | & )$")


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
    if _SCORES.match(after):
        mine["ORGANISATION"] += 1.5
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
        mine["PLACE"] += 1 if words in AMBIGUOUS else 50
    elif is_people(words):
        mine["OTHER"] += 50
    elif parts[0] == "operation" and len(parts) > 1:
        mine["OTHER"] += 50
    elif len(parts) > 1 and (parts[-1] in HAPPENINGS or parts[-1].isdigit()):
        mine["OTHER"] += 3
    elif len(parts) > 1 and parts[-1] in BODIES:
        mine["ORGANISATION"] += 3
    elif len(parts) > 1 and (parts[-1] in SITES or parts[0] in SITES_BEFORE):
        mine["PLACE"] += 2
    elif len(parts) > 2 and parts[1] == "of" and parts[0] in _BEFORE_OF:
        mine[_BEFORE_OF[parts[0]]] += 3
    elif len(parts) > 1 and parts[0] in GIVEN_NAMES and len(parts) < 4:  # noqa: PLR2004  longer ones are firms of founders
        mine["PERSON"] += 1.5
    elif _INITIALED.match(words):
        mine["PERSON"] += 1
    elif any(c.isdigit() for c in words) and any(c.isalpha() for c in words) and len(parts) == 1:
        mine["OTHER"] += 2


def spread(text: str, ordered: Sequence[tuple[Found, str]], found: dict[str, Votes]) -> None:
    """Names listed together ("in Aden and Taiz") are of one kind: each lends its neighbours half a vote."""
    lent: list[tuple[str, Kind]] = []
    for (left, left_key), (right, right_key) in zip(ordered, ordered[1:], strict=False):
        if left_key != right_key and _LISTED.fullmatch(text, left.end, right.start):
            lent += [(right_key, best(found[left_key])), (left_key, best(found[right_key]))]
    for key, kind in lent:
        found[key][kind] += 0.5


def best(mine: Votes) -> Kind:
    return max(mine, key=lambda kind: mine[kind])
