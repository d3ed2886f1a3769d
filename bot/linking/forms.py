"""When two spellings are one name: keys without accents, titles, legal suffixes; initials; whose office a role is."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.model import Kind
from bot.words import folded, plain

LEGAL = frozenset(
    """
    inc incorporated corp corporation co company ltd limited plc llc llp lp gmbh ag sa nv bv spa srl ab oyj asa kk pty
    pvt pte kgaa se cos
    """.split()
)
_LAWS = {
    suffix: law
    for law, suffixes in {
        "American": "inc incorporated corp corporation",
        "German": "ag gmbh kgaa",
        "Dutch": "nv bv",
        "Italian": "spa srl",
        "Nordic": "ab oyj asa",
        "Japanese": "kk",
    }.items()
    for suffix in suffixes.split()
}
DESCRIPTORS = LEGAL | frozenset(
    """
    group holdings holding computer computers technologies technology systems industries international motors motor
    stores airlines airways lines air bank banking electronics energy pharmaceuticals entertainment media networks
    network software services partners associates enterprises communications telecom foods brands worldwide global
    """.split()
)
_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof".split())
GENERATIONS = frozenset("jr sr junior senior ii iii iv".split())
_REMEMBERED = 100_000  # spellings
_STEM = 4  # letters that "India's" and "Indian" share
_ACRONYM = range(2, 8)  # letters
_SMALL = frozenset("of the and for in on de la du des di del y".split())
_ABBREVIATIONS = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "un": "united nations",
    "eu": "european union",
    "uae": "united arab emirates",
}
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_BREAKS = re.compile(r"[\s\-–—/]+")
_EDGES = " \t\"'.,;:()[]*_-–—"

_GROUPS = {
    "sport": """
        coach striker midfielder defender goalkeeper forward winger quarterback pitcher batsman bowler golfer boxer
        cyclist sprinter swimmer footballer player skipper athlete champion driver jockey receiver linebacker lineman
        cornerback kicker fullback halfback tailback punter
    """,
    "arts": """
        actor actress singer musician rapper novelist author poet painter composer comedian filmmaker guitarist drummer
        songwriter playwright screenwriter sculptor dancer
    """,
    "faith": "pope bishop archbishop cardinal rabbi imam priest pastor ayatollah monk",
    "public": """
        minister president premier chancellor senator governor mayor ambassador secretary lawmaker congressman
        congresswoman deputy representative envoy diplomat general admiral colonel commander lieutenant major captain
        marshal chairman chairwoman chief executive ceo founder analyst economist banker trader director professor
        scientist researcher judge attorney lawyer prosecutor spokesman spokeswoman
    """,
}
_FIELDS = {word: field for field, words in _GROUPS.items() for word in words.split()}
_ONCE = frozenset("former ex onetime then retired late".split())
_PORTFOLIOS = frozenset(
    """
    prime deputy vice first acting former defence defense foreign external affairs interior home finance economy trade
    commerce industry energy oil health education justice transport agriculture labour labor environment culture
    """.split()
)
_ONE_HOLDER = frozenset(
    "minister president premier chancellor governor mayor ambassador coach pope bishop king".split()
)


@lru_cache(maxsize=_REMEMBERED)
def trimmed(name: str) -> str:
    """The name in plain characters, without "the", a final "'s" and marks at its edges; dots of initials stay."""
    text = " ".join(plain(name).split())
    text = re.sub(r"'s?$", "", text.strip(" \t\"',;:()[]*_-–—"))
    without = re.sub(r"^(?:the)\s+(?=\S)", "", text, flags=re.IGNORECASE)
    return without or text


@lru_cache(maxsize=_REMEMBERED)
def key(name: str, kind: Kind) -> str:
    """What two spellings of one name share. Never empty for a name with a letter or digit."""
    between = " " if kind == "PERSON" else ""  # "J.R. Smith" has two initials, and is no junior
    text = _DOTTED.sub(lambda found: _letters(found.group(), between), trimmed(name)).replace("&", " and ")
    words = [word.strip(_EDGES) for word in _BREAKS.split(folded(text))]
    words = [word for word in words if word] or [folded(name)]
    if kind == "PERSON":
        while len(words) > 1 and words[0] in _HONORIFICS:
            words = words[1:]
        return " ".join(words)
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
        if len(words) > 1 and words[-1] == "and":
            words = words[:-1]
    joined = " ".join(words)
    return _ABBREVIATIONS.get(joined, joined)


def _letters(dotted: str, between: str) -> str:
    return between.join(letter for letter in dotted if letter.isalpha()) + " "


def is_acronym(text: str) -> bool:
    """True of "SCO" and "U.N.", of "X" and "China" it is not."""
    letters = text.replace(".", "")
    return len(letters) in _ACRONYM and letters.isalnum() and letters.isupper() and not letters.isdigit()


def has_legal_suffix(name: str) -> bool:
    """Whether a body's name says "Inc." or the like: then it is a full name, no short form of a longer one."""
    words = folded(trimmed(name)).split()
    return len(words) > 1 and words[-1].strip(_EDGES) in LEGAL


def law(name: str) -> str:
    """By which country's law a firm's suffix is: an AG and its Inc. are two. "" where the name does not say."""
    return _LAWS.get(folded(trimmed(name)).split()[-1].strip(_EDGES), "")


def is_initial(word: str) -> bool:
    return len(word) == 1


def initials(words: str) -> set[str]:
    """How a key could be abbreviated: with and without its small words."""
    parts = words.split()
    if len(parts) < 2:  # noqa: PLR2004 one word has no acronym
        return set()
    return {"".join(p[0] for p in parts), "".join(p[0] for p in parts if p not in _SMALL)}


def fields(roles: Iterable[str]) -> frozenset[str]:
    """The walks of life that roles belong to; a former one may have been left for another."""
    present = (words for role in roles if _ONCE.isdisjoint(words := folded(role).split()))
    return frozenset(_FIELDS[word] for words in present for word in words if word in _FIELDS)


def offices(roles: Iterable[str]) -> dict[str, frozenset[str]]:
    """Offices that one person holds at a time, each with whose they are: {"minister": {"indi"}} for India's, Indian."""
    found: dict[str, frozenset[str]] = {}
    for role in roles:
        words = [word.strip(_EDGES) for word in plain(role).split()]
        heads = {folded(word) for word in words} & _ONE_HOLDER
        owners = (folded(word) for word in words if word[:1].isupper())
        whose = {owner[:_STEM] for owner in owners if owner not in _FIELDS and owner not in _PORTFOLIOS}
        for head in heads:
            found[head] = found.get(head, frozenset()) | whose
    return found
