"""Which kind a name is: votes of the recogniser, the words around it and the gazetteer, summed over a document."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from bot.analysis.gazetteer import AMBIGUOUS, STATES, STATES_ABBREVIATED, is_people, is_place
from bot.analysis.given_names import GIVEN_NAMES, SURNAMES
from bot.analysis.known import BODIES_KNOWN, CITIES, TEAMS, WORKS
from bot.analysis.recogniser import Found
from bot.analysis.titles import BODIES, FORMS, HAPPENINGS, SITES, SITES_BEFORE, is_calling, is_title
from bot.model import Kind

Votes = dict[Kind, float]

_REACH: Final = 48  # characters looked at on either side
_PLACES_LIKE: Final = "zones|areas|regions|cities|towns|countries|provinces|states|points|districts|villages|nations"
_PLACE_NOUNS: Final = (
    "cities|city|towns?|villages?|islands?|archipelago|neighbou?rhoods?|suburbs?|districts?|provinces?|regions?|capital"
    "|municipality|settlement|ports?|resorts?|countries|country|peninsula"
)
_BODIES_LIKE: Final = "companies|firms|banks|agencies|groups|organi[sz]ations|bodies|parties"


def _rule(pattern: str, kind: Kind, weight: float) -> tuple[re.Pattern[str], Kind, float]:
    return re.compile(pattern), kind, weight


_BEFORE: Final = (
    _rule(r"\b[Ii]n(?: (?:the|nearby|central|downtown))? $", "PLACE", 0.8),
    _rule(r"\b\d\d?, of $", "PLACE", 2),
    _rule(r"\b(?:near|outside|throughout|across|around)(?: the)? $", "PLACE", 0.8),
    _rule(r"\b(?:at|from|into|to|towards?) $", "PLACE", 0.2),
    _rule(r"\b(?:capital|city|town|village|province|region|state|port|island|republic|district) of $", "PLACE", 2),
    _rule(r"\b(?:capital|city|town|village|province|island|suburb|neighbou?rhood),? $", "PLACE", 1.2),
    _rule(rf"\b(?:{_PLACES_LIKE}),? (?:like|such as|including) $", "PLACE", 3),
    _rule(rf"\b(?:{_BODIES_LIKE}),? (?:like|such as|including) $", "ORGANISATION", 3),
    _rule(r"\b(?:[nN]orth|[sS]outh|[eE]ast|[wW]est)(?:ern|)(?: of)? $", "PLACE", 1.5),
    _rule(r"\b(?:shares of|shares in|stake in|subsidiary of|unit of|acquired?|merger with) $", "ORGANISATION", 1),
    _rule(r"\b(?:takeover|acquisition|employees|shareholders|customers|users) of $", "ORGANISATION", 0.6),
    _rule(r"\b(?:company|firm|giant|maker|manufacturer|retailer|broadcaster|newspaper|start-?up) $", "ORGANISATION", 1),
    _rule(r"[a-z]maker $", "ORGANISATION", 1),
    _rule(r"\b[tT]old the $", "ORGANISATION", 1.5),
)
_AFTER: Final = (
    _rule(r",? (?:aged )?\d\d(?:,| years)", "PERSON", 2),
    _rule(r",? who\b", "PERSON", 1),
    _rule(rf" (?:is|was|became) (?:an?|the|one of the) (?:[\w-]+ ){{0,3}}(?:{_PLACE_NOUNS})\b", "PLACE", 2),
    _rule(r",? (?:in|on) (?:the )?(?:north|south|east|west|central|coastal|upstate|rural)", "PLACE", 1),
    _rule(r" (?:is |was )?(?:located|situated)\b", "PLACE", 1),
    _rule(r", (?:the|a) (?:[a-z]+ )?(?:capital|city|town|village|suburb|resort|port|island)\b", "PLACE", 1.5),
    _rule(r"(?:'s)? (?:capital|province|region|peninsula|airport|harbou?r|border)\b", "PLACE", 1),
    _rule(r" (?:city|town|village|district|county|friction|residents)\b", "PLACE", 1),
    _rule(r" (?:pilgrimage|pilgrims|shrine|temple|valley|river|lake|plateau|sector|coast|desert)\b", "PLACE", 1.5),
    _rule(r",? (?:said|says|told|added|replied|recalled|smiled|resigned|testified)\b", "PERSON", 0.4),
    _rule(r" (?:shares|stock|unit|subsidiary|spokes(?:wo)?man|officials|executives|employees)\b", "ORGANISATION", 0.6),
    _rule(r"(?:'s)? (?:chips?|processors?|software|servers?|chief executive|CEO|headquarters)\b", "ORGANISATION", 0.6),
    _rule(
        r"(?:'s)? (?:roster|locker room|front office|defen[cs]e|offense|quarterback|head coach)\b", "ORGANISATION", 0.6
    ),
    _rule(r" (?:newspaper|daily|magazine|weekly|news agency)\b", "ORGANISATION", 1.5),
    _rule(r",? (?:said|says|announced|reported) (?:that )?its?\b", "ORGANISATION", 1.5),
    _rule(r" (?:pleaded|tweeted|was (?:born|arrested|convicted|sentenced|hospitali[sz]ed))\b", "PERSON", 0.8),
    _rule(r"(?:'s)? (?:wife|husband|son|daughter|mother|father|lawyer|death)\b", "PERSON", 1),
    _rule(r"(?: \d+){3,}| \d{1,3} (?=[A-Z(\n])", "ORGANISATION", 2.2),  # a row of a table, a score
)
_ANY_AFTER: Final = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _, _ in _AFTER))
_COUNTRY_BEHIND: Final = re.compile(r" \(([A-Z][A-Za-z. ]+)\)")
_STATE_BEHIND: Final = re.compile(r", ((?:[A-Z]\. ?){2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)")
_ANY_BEFORE: Final = re.compile(  # whether it pays to try _BEFORE: most words before names are others
    r"(?:\b(?:in|near|outside|throughout|across|around|at|from|into|to|towards?|of|like|including|such as|with|the"
    r"|nearby|central|downtown|acquired?|(?:north|south|east|west)(?:ern)?|company|firm|giant|retailer|broadcaster"
    r"|newspaper|start-?up|manufacturer|capital|city|town|village|province|island|suburb|neighbou?rhood)|maker),? $",
    re.IGNORECASE,
)
_WORD_BEFORE: Final = re.compile(r"([\w.'-]+),? $")
_NO_NOUN_BEHIND: Final = re.compile(
    r"[,.;:)!?]|'s?\b|'| (?:is|was|are|were|has|had|have|will|would|can|could|of|in|at|on|and|or|to|for|from|with|by|as"
    r"|that|which|who|but|when|while|after|before|until|not|did|does|do)\b"
)
_BUILDING_BEHIND: Final = re.compile(
    r" (?:building|block|plant|factory|warehouse|store|site|brand|logo|mine|mill|restaurant|club|campus|website"
    r"|newspaper|newscast|broadcast|franchise|organi[sz]ation)s?\b"
)
# Plurals that are no teams: believers, parties' people, prizes, mountains and islands.
_PLURAL_OTHERS: Final = frozenset(
    """
    achilles africans alps americas andes appalachians arabs asians azores bahamas balkans baptists buddhists
    cascades catholics christians communists conservatives democrats eighties emmys europeans evangelicals falklands
    fifties forties games golans grammys gypsies hamptons heights highlands himalayas hindus hispanics indies jews
    kashmiris kurds latinos liberals lutherans maldives marxists masters methodists midlands mormons muslims nazis
    netherlands nineties olympics oscars palestinians paralympics philippines protestants pyrenees republicans
    rockies series seventies seychelles shias shiites sikhs sixties socialists states sunnis tamils thirties tories
    twenties urals zionists
    """.split()
)
_SHORTEST_PLURAL: Final = 4
_ACRONYM: Final = 3  # letters; longer words may be a place's in capitals
_LISTED: Final = re.compile(r"(?:, (?:and |or )?| and | or | & )$")


_CERTAIN: Final = 50.0
_LENT: Final = 0.5
_LONGEST_PERSON: Final = 3
_INITIALED: Final = re.compile(r"(?:(?:[A-Z]\.[ -]?){1,3}|(?:J[A-Z]|[A-Z]J) )[A-Z][\w'-]*[a-z]$")
# Of what places are called, what people are called, too: "Ada Hill".
_SURNAMES: Final = frozenset("beach camp castle field forest garden hill hills lake lane park port rivers".split())
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
    if _ANY_AFTER.match(after):
        for pattern, kind, weight in _AFTER:
            if pattern.match(after):
                mine[kind] += weight
    if (country := _COUNTRY_BEHIND.match(after)) and is_place(country.group(1)):
        mine["PERSON"] += 1.5
    if (state := _STATE_BEHIND.match(after)) and state.group(1).rstrip(".") in STATES:
        mine["PLACE"] += 1.2
    if before.endswith(" "):
        _words_before(before, mine)
        words = text[mention.start : mention.end]
        if before.endswith(("the ", "The ")):
            _behind_article(text, words, after, mine)
        elif before.endswith(", ") and words.rstrip(".") in STATES_ABBREVIATED:
            mine["PLACE"] += 2


def _words_before(before: str, mine: Votes) -> None:
    if _ANY_BEFORE.search(before):
        for pattern, kind, weight in _BEFORE:
            if pattern.search(before):
                mine[kind] += weight
    elif (word := _WORD_BEFORE.search(before)) and is_title(word.group(1)):
        mine["PERSON"] += 4 if word.group(1).lower().rstrip(".") in FORMS else 1.5
    elif word and is_calling(word.group(1)):
        mine["PERSON"] += 1.5


def _behind_article(text: str, words: str, after: str, mine: Votes) -> None:
    """ "the Saints", "the Herald, ": no person, unlike "the Holt family" and "the Clintons" beside a Clinton."""
    first, space, _ = words.partition(" ")
    if is_plural(words) and (space or not _is_family(text, words[:-1])):
        mine["ORGANISATION"] += 0.8
    if _BUILDING_BEHIND.match(after):
        mine["ORGANISATION"] += 0.8
        mine["PERSON"] -= 0.8
    if (space and first.lower() not in GIVEN_NAMES) or _NO_NOUN_BEHIND.match(after):
        mine["PERSON"] -= 0.8


def _is_family(text: str, name: str) -> bool:
    return name.lower() in SURNAMES or re.search(rf"\b{re.escape(name)}\b", text) is not None


def is_plural(words: str) -> bool:
    """As teams and bodies are called: "Saints", "Lowell Tigers"; not "Texas", "Mass", "Democrats" and "Norwegians"."""
    last = words.rpartition(" ")[2]
    return (
        last.endswith("s")
        and len(last) > _SHORTEST_PLURAL
        and not last.endswith(("ss", "us", "is", "'s"))
        and last[0].isupper()
        and not last.isupper()
        and last.lower() not in _PLURAL_OTHERS
        and not is_people(last)
        and not is_place(words)
    )


def _shape(words: str, mine: Votes) -> None:
    """What the name itself says: "... Ltd", "... River", "Operation ...", a country."""
    parts = words.lower().replace(".", "").split()
    if is_place(words):
        mine["PLACE"] += 1 if words in AMBIGUOUS else _CERTAIN
    elif is_people(words) or (parts[0] in {"operation", "project"} and len(parts) > 1):
        mine["OTHER"] += _CERTAIN
    elif len(parts) > 1:
        _shape_of_many(words, parts, mine)
    elif words in BODIES_KNOWN or parts[0] in TEAMS:
        mine["ORGANISATION"] += 2
    elif words in WORKS:
        mine["OTHER"] += 2
    elif words in CITIES:
        mine["PLACE"] += 0.8
    elif parts[0] in SURNAMES:
        mine["PERSON"] += 1.2
    elif words.isupper() and words.isalpha() and len(words) == _ACRONYM:
        mine["ORGANISATION"] += 0.5
    elif any(c.isdigit() for c in words) and any(c.isalpha() for c in words):
        mine["OTHER"] += 2


def _shape_of_many(words: str, parts: list[str], mine: Votes) -> None:
    first, last = parts[0], parts[-1]
    if words in BODIES_KNOWN or last in TEAMS:
        mine["ORGANISATION"] += 3
    elif words in WORKS or last in HAPPENINGS or last.isdigit():
        mine["OTHER"] += 3
    elif words in CITIES:
        mine["PLACE"] += 1.5
    elif last in BODIES:
        mine["ORGANISATION"] += 3
    elif _INITIALED.match(words) and not is_place(words.rpartition(" ")[0]):
        mine["PERSON"] += 1.5
    elif last in SITES or first in SITES_BEFORE:
        if len(parts) > 2 or first not in GIVEN_NAMES or last not in _SURNAMES:  # noqa: PLR2004  "Ada Hill"
            mine["PLACE"] += 3
    elif first in GIVEN_NAMES and len(parts) <= _LONGEST_PERSON:  # longer ones are firms named after founders
        mine["PERSON"] += 2
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
