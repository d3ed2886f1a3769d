"""Where a document names somebody or some place: what stands beside the name, and in which part it stands there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, zip_longest

from bot.countries import COUNTRIES, PEOPLES
from bot.linking.accounts import KEPT, Account, Said
from bot.linking.capitals import spans
from bot.linking.forms import has_legal_suffix, initials, key
from bot.linking.frames import frames, parts
from bot.linking.posts import OFFICES, TITLED, beside, fields
from bot.linking.scopes import clause, told_by
from bot.linking.wordforms import CALENDAR, Word, root, words
from bot.model import Kind, Span
from bot.words import STOP_WORDS, Caseless, plain

_SITUATED = Caseless(
    r"\b(?P<how>in|at|near|off|outside|around|towards|beside|above|below|from|to|on|over|via|into|for|of|through|by)"
    r" (?:(?:the|a|an) )?(?:(?:[a-z-]+ ){0,2}"
    r"(?:port|town|city|village|harbour|resort|capital|hamlet|suburb|island|isle|district|province|region)"
    r"(?: city)? (?:of )?)?$",
)
_PLACED = frozenset("in at near off outside around beside".split())
_EITHER = frozenset("from to for of by".split())
_TOWARDS = frozenset("from to towards into via above below over on".split())
_GENERIC = frozenset(
    root(word)
    for word in """group partners capital holdings bank company party league union front brigade movement army port
    cape bay point mount lake river st san santa saint sankt new old upper lower north south east west great hotel hall
    house street road square bridge hospital university club united city the of corp inc ltd plc ag news parliament
    government senate congress council court ministry police fund committee commission association agency""".split()
)
_FORMER = re.compile(
    r"\b(?:former|ex|deputy|vice|acting|outgoing|interim|late|assistant|associate|predecessor|candidate|nominee|retired|"
    r"previous|designate|shadow|runner-up|formerly|once)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|next|earlier|previous|final|semi-final)\b"
    r"(?! (?:time|day|week|month|year|night|spring|summer|autumn|winter|season|of|to|in)\b)"
)
_DIVISION = re.compile(r"\b(?:women|men|ladies|girls|boys|juniors?|seniors?|youth|doubles|singles|mixed|under-\d+)\b")
_SPEAKS = re.compile(
    r",?(?: [^.;\"]{0,60}?,)? (?:said|says|told|added|adds|warned|called|wants|hopes|promised|thanked|praised|wrote|"
    r"recalls?|reports|reported|explained|believes|thinks|insisted|noted|argued|denied|spoke|asked|stated|commented|announced|testified)\b"
)
_TOLD = re.compile(
    r"\b(?:said|says|tells?|told|according to|adds|added|recalls|explains|warned|thinks|testified)(?: [\w-]+){0,4} $"
)
_BY = re.compile(r"\bby (?:(?:the|a|an|his|her|its|their) )?(?:[\w-]+ ){0,3}$")
_TO = re.compile(r"\bto (?:(?:the|a|an|its|his|her) )?(?:[a-z-]+ ){0,2}(?:[A-Z][a-z]+ )?$")
_OWNED = re.compile(r"'s? |'s?$")
_OF_NOUN = re.compile(
    r" (?!(?:on|in|at|and|or|but|where|when|after|before|late|early|by|to|from|with|as|is|was|were|which|who|for|this|"
    r"two|three|four|five|six|seven|eight|nine|ten|last|next|over|during|under|near|because|until|while|since|today|yesterday|has|had|have|will|"
    r"crossing|pass|bridge|station|market|prison|barracks|valley|quarry|mine|lighthouse|harbour|airport|island|checkpoint|airfield|camp|gate|beach)\b)[a-z]+"
    r"(?<!ed)\b"
)
_SHORTENED = re.compile(r"[A-Z][a-z]{1,4}\. [A-Z]")
_FOLLOWED = re.compile(" [A-Z]")
_SITE_WORDS = """Hotel Palace Hall Center Centre Stadium Arena Airport Castle University Hospital Building Tower House
    Church Cathedral School Museum Park Street Road Lane Avenue Square Bridge Club Theater Theatre Station Prison Court
    County Province District Region State Republic Ridge Route Interstate Highway Mount Lake League Projects Clinic
    Unit""".split()
_SITE = re.compile(rf"(?:{'|'.join(_SITE_WORDS)})\b|.*\b(?:{'|'.join(_SITE_WORDS)}|River)$", re.DOTALL)
_ANY = re.compile(r"(?:\b[Aa]n?|'s) $")
_OF_SOMEBODY = re.compile(r", of $")
_TO_COME = re.compile(r"\b(?:will|is to|are to|to be|shall)\b")
_PAST = re.compile(r"\b(?:was|were)\b")
_PASSIVE = frozenset("was were been be is".split())
_MARKS = frozenset(";:—–")
_CLAUSES = frozenset("and but while whereas although though where which".split())
_LINKS = frozenset("is was are as be become becomes became".split())
_LINKED = 5  # words
_FEASTS = "christmas easter ramadan thanksgiving".split()
_NO_NAMES = TITLED | {root(word) for word in [*(each for each in PEOPLES if " " not in each), *CALENDAR, *_FEASTS]}
_SHORTEST = 3  # letters of a name
_NEAR = 9  # words on either side
_CLOSE = 6  # words in which an office is told
_REACH, _BESIDE_IT = 70, 30  # characters
_BESIDE = 4  # words behind "is" that say what somebody is


@dataclass(frozen=True, eq=False)
class Naming:
    """A name in a sentence, and what is said of it, all words as roots; read only when it is asked for.

    `own`: roots of the name without "port" or "bank"; `how`: the preposition before it.
    """

    said: Said
    text: str  # of the sentence, in plain characters
    at: Span
    name: str
    kind: Kind | None
    own: frozenset[str]

    @cached_property
    def acronyms(self) -> frozenset[str]:
        return frozenset(initials(key(self.name, "ORGANISATION")))

    @cached_property
    def joined(self) -> str:
        """In one word of small letters."""
        return "".join(plain(self.name).lower().split()).strip(".")

    @cached_property
    def is_site(self) -> bool:
        """A house or a street, which stands in some town."""
        return bool(_SITE.match(self.name))

    @cached_property
    def how(self) -> str:
        situated = _SITUATED.search(self.text[: self.at.start], max(0, self.at.start - _REACH))
        return situated["how"].lower() if situated else ""

    @cached_property
    def is_place(self) -> bool:
        """It may be one: something is in it, goes to it, or the library takes it for one."""
        if has_legal_suffix(self.name) or _OF_NOUN.match(self.text, self.at.end):
            return False
        if _OF_SOMEBODY.search(self.text, 0, self.at.start):  # "Ada Mohr, 40, of Selm"
            return False
        is_name = " " in self.name and self.kind == "PERSON"
        return self.how in _PLACED or (self.kind == "PLACE") or (self.how in _TOWARDS and not is_name)

    @cached_property
    def is_sited(self) -> bool:
        """Surely a place."""
        return self.how in _PLACED and self.is_place

    @cached_property
    def is_agent(self) -> bool:
        """It may be somebody, a body or a thing with a name."""
        before = self.text[: self.at.start]
        if self.kind != "PERSON" and _ANY.search(before):  # "a West Norvian bank"
            return False
        if " " not in self.name and before.endswith("the ") and _OF_NOUN.match(self.text, self.at.end):
            return False  # "the Selm compressor"
        is_whole = " " in self.name if self.kind in (None, "OTHER", "PLACE") else not self.name.isupper()
        return self.kind == "PERSON" or (is_whole and self.how not in _PLACED)

    @cached_property
    def formerly(self) -> frozenset[str]:
        """ "former", "acting"."""
        before, after = self.text[: self.at.start][-_BESIDE_IT:], self.text[self.at.end + 2 :]
        told = [*_FORMER.findall(before), *(found.group() for found in [_FORMER.match(after)] if found)]
        beside = [w for w in self._told if w.root in self.beside and _FORMER.fullmatch(w.text)]
        return frozenset([*(word.lower() for word in told), *(w.low for w in beside)])

    @cached_property
    def once(self) -> frozenset[str]:
        """The parts in which it only was: "winner" of "the former winner"."""
        before = [w for w in self._told if w.root and self.at.start - _REACH <= w.start < self.at.start]
        heads = [w.root for once, w in pairwise(before) if _FORMER.fullmatch(once.text)]
        return parts((each, "is") for each in heads)

    @cached_property
    def _told(self) -> Sequence[Word]:
        return words(self.said.text)

    @cached_property
    def _clause(self) -> Span:
        return clause(self.text, self.at)

    @cached_property
    def _back(self) -> list[Word]:
        return [w for w in self._told if self._clause.start <= w.start and w.end <= self.at.start and w.root]

    @cached_property
    def _forth(self) -> list[Word]:
        return _forth(self._told, self.at)

    @cached_property
    def near(self) -> frozenset[str]:
        told = (*self._back[-_NEAR:], *self._forth)
        return frozenset(w.root for w in told if w.is_content and w.text[0].islower())

    @cached_property
    def frames(self) -> frozenset[str]:
        return frames(self.near)

    @cached_property
    def wide(self) -> frozenset[str]:
        """The frames of the whole sentence."""
        return frames(self.said.common)

    @cached_property
    def beside(self) -> frozenset[str]:
        """What it is called."""
        return beside(self._told, self.at)

    @cached_property
    def owners(self) -> frozenset[str]:
        """ "Norvian" of "the Norvian president"."""
        return self.beside & self.said.proper - TITLED

    @cached_property
    def called(self) -> frozenset[str]:
        """The offices among what it is called."""
        return self.beside & OFFICES

    @cached_property
    def acts(self) -> frozenset[tuple[str, str]]:
        """Words beside it, with its part in them."""
        return frozenset(_acts(self.text[: self.at.start], self.how, self._back[-_NEAR:], self._forth))

    @cached_property
    def parts(self) -> frozenset[str]:
        called = ((each, "is") for each in self.beside)
        return parts([*self.acts, *_named_as(self._back, self._forth), *called])

    @cached_property
    def fields(self) -> frozenset[str]:
        """The walks of life of what it is called or got: "finance"."""
        close = (*self._back[-_CLOSE:], *self._forth[:_CLOSE])
        return fields([*self.beside, *(w.root for w in close)])

    @cached_property
    def flags(self) -> frozenset[str]:
        return frozenset([*_standing(self.text, self.at), *_speaking(self.said, self.text, self.at)])

    @cached_property
    def marks(self) -> frozenset[str]:
        """ "second"."""
        return frozenset(_ORDINAL.findall(self.text, self._clause.start, self._clause.end))

    @cached_property
    def divisions(self) -> frozenset[str]:
        """ "women's"."""
        return frozenset(_DIVISION.findall(self.text))


@lru_cache(maxsize=KEPT)
def namings(account: Account) -> tuple[Naming, ...]:
    return tuple(naming for said in account.lines for naming in _of_sentence(said))


def _of_sentence(said: Said) -> Iterator[Naming]:
    text = plain(said.text).replace("\n", " ")
    for at, kind in spans(said, text):
        name = text[at.start : at.end]
        is_part = kind != "PERSON" and _FOLLOWED.match(text, at.end)
        is_dateline = name.isupper() and not at.start
        is_part = is_part or bool(_SHORTENED.match(text, at.start))
        own = _own(name)
        if own and name not in COUNTRIES and len(name) >= _SHORTEST and not is_part and not is_dateline:
            yield Naming(said, text, at, said.text[at.start : at.end], kind, own)


@lru_cache(maxsize=8192)
def _own(name: str) -> frozenset[str]:
    roots = frozenset(w.root for w in words(name) if len(w.root) > 1 and w.low not in STOP_WORDS)
    roots -= _NO_NAMES
    return roots - _GENERIC or (roots if len(roots) > 1 else frozenset())


@lru_cache(maxsize=8192)
def _forth(told: Sequence[Word], at: Span) -> list[Word]:
    """The words after a name, up to what begins another clause; "who found it" is of it."""
    found: list[Word] = []
    after = [w for w in told if w.start >= at.end]
    for word, follows in zip_longest(after, after[1:]):
        ends = word.text in _MARKS or (word.text == "," and follows and follows.low in _CLAUSES)
        if ends or len(found) == _NEAR:
            break
        if word.root:
            found.append(word)
    return found


def _standing(text: str, at: Span) -> Iterator[str]:
    """What the words beside it make of it."""
    if _OWNED.match(text, at.end) or text[at.end - 2 : at.end] in ("'s", "s'"):
        yield "owns"
    if text.endswith("(", 0, at.start):
        yield "put in"
    if _TO_COME.search(text):
        yield "to come"
    elif _PAST.search(text):
        yield "past"


def _speaking(said: Said, text: str, at: Span) -> Iterator[str]:
    if any(each.start <= at.start < each.end for each in told_by(said.text)):
        yield "reports"
    elif _SPEAKS.match(text, at.end) or _TOLD.search(text[: at.start]):
        yield "speaks"


def _acts(before: str, how: str, back: Sequence[Word], forth: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Words beside a name, with its part in what they say: "did", "had" or "to"."""
    is_by = bool(_BY.search(before)) and how in ("", *_EITHER)
    is_to = how == "to" or bool(_TO.search(before))
    for word in back:
        if word.is_content and word.text[0].islower():
            yield word.root, "did" if is_by else "had"
            if is_to:
                yield word.root, "to"
    if how == "of" and back[-2:]:
        yield from ((word.root, "of") for word in back[-3:] if word.is_content)
    for place, word in enumerate(forth):
        if word.is_content and word.text[0].islower():
            was = any(w.low in _PASSIVE for w in forth[max(0, place - 2) : place])
            yield word.root, "had" if was else "did"


def _named_as(back: Sequence[Word], forth: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """ "The winner is X", "who found it was X", "identified as X", "X is the winner", "X as head of"."""
    links = [place for place, w in enumerate(back) if w.low in _LINKS]
    if links and len(back) - links[-1] <= _LINKED:
        yield from ((w.root, how) for w in back[: links[-1]] if w.is_content for how in ("is", "did"))
    after = [place for place, w in enumerate(forth) if w.low in _LINKS]
    if after and after[0] <= _LINKED:
        yield from ((w.root, "is") for w in forth[after[0] + 1 : after[0] + 1 + _BESIDE] if w.is_content)
