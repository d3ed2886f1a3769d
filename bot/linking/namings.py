"""Where a document names somebody or some place: what stands beside the name, and in which part it stands there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest

from bot.countries import COUNTRIES
from bot.linking.accounts import KEPT, Account, Said
from bot.linking.capitals import TITLES, spans
from bot.linking.forms import has_legal_suffix, initials, key
from bot.linking.frames import frames, parts
from bot.linking.scopes import clause, told_by
from bot.linking.wordforms import Word, root, words
from bot.model import Kind, Span
from bot.words import STOP_WORDS, Caseless, plain

_SITUATED = Caseless(
    r"\b(?P<how>in|at|near|off|outside|around|towards|beside|above|below|from|to|on|over|via|into|for|of|through|by)"
    r" (?:(?:the|a|an) )?(?:(?:[a-z-]+ ){0,2}"
    r"(?:port|town|city|village|harbour|resort|capital|hamlet|suburb|island|isle|district|province|region)"
    r"(?: city)? (?:of )?)?$",
)
_PLACED = frozenset("in at near off outside around beside on".split())
_EITHER = frozenset("from to for of by".split())
_GENERIC = frozenset(
    root(word)
    for word in """group partners capital holdings bank company party league union front brigade movement army port
    cape bay point mount lake river st san santa saint sankt new old upper lower north south east west great hotel hall
    house street road square bridge hospital university club united city the of corp inc ltd plc ag news parliament
    government senate congress council court ministry police fund committee commission association agency""".split()
)
_TITLED = frozenset(map(root, TITLES))
_OFFICES = frozenset(
    root(word)
    for word in """president minister premier chancellor mayor governor captain chairman chairwoman chair chief
    executive king queen pope commander skipper pilot headmaster principal conductor founder owner director archbishop
    prime foreign defence defense finance interior health education transport justice energy water trade economy labour
    labor environment agriculture culture financial operating technology medical secretary officer inspector attorney
    security head coach manager editor ambassador envoy victim suspect gunman driver passenger witness husband wife
    father mother brother sister son daughter lawyer prosecutor judge host guest mediator treasurer spokesman
    spokeswoman architect author rector dean bishop sheriff speaker deputy""".split()
)
_FORMER = re.compile(
    r"\b(?:former|ex|deputy|vice|acting|outgoing|interim|late|assistant|associate|predecessor|candidate|nominee|retired|"
    r"previous|designate|shadow|runner-up|formerly|once)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|last|next|earlier|later|previous|final|semi-final)\b")
_DIVISION = re.compile(r"\b(?:women|men|ladies|girls|boys|juniors?|seniors?|youth|doubles|singles|mixed|under-\d+)\b")
_SPEAKS = re.compile(
    r",?(?: [^.;\"]{0,60}?,)? (?:said|says|told|added|adds|warned|called|wants|hopes|promised|thanked|praised|wrote|"
    r"recalls?|reports|reported|explained|believes|thinks|insisted|noted|argued|denied|spoke|asked|stated|commented|announced)\b"
)
_TOLD = re.compile(
    r"\b(?:said|says|tells?|told|according to|adds|added|recalls|explains|warned|thinks)(?: [\w-]+){0,4} $"
)
_BY = re.compile(r"\bby (?:(?:the|a|an|his|her|its|their) )?(?:[\w-]+ ){0,3}$")
_TO = re.compile(r"\bto (?:(?:the|a|an|its|his|her) )?(?:[a-z-]+ ){0,2}(?:[A-Z][a-z]+ )?$")
_OWNED = re.compile(r"'s? |'s?$")
_OF_NOUN = re.compile(
    r" (?!(?:on|in|at|and|or|but|where|when|after|before|late|early|by|to|from|with|as|is|was|were|which|who|for|this|"
    r"two|three|four|five|six|seven|eight|nine|ten|last|next|over|during|under|near|because|until|while|since|today|yesterday|has|had|have|will)\b)[a-z]+"
    r"(?<!ed)\b"
)
_FOLLOWED = re.compile(" [A-Z]")
_SITE = re.compile(
    r"\b(?:Hotel|Palace|Hall|Cent(?:re|er)|Stadium|Arena|Airport|Castle|University|Hospital|Building|Tower|House|Church|"
    r"Cathedral|School|Museum|Park|Street|Road|Lane|Avenue|Square|Bridge|Club|Theat(?:re|er)|Station|Prison|Court|"
    r"County|Province|District|Region|State|Republic|Ridge|Route|Interstate|Highway|Mount|Lake|River|League)\b"
)
_IS_IT = re.compile(r"\b(?:is|was|are|as|be|become|becomes|became) $")
_ANY = re.compile(r"\b[Aa]n? $")
_TO_COME = re.compile(r"\b(?:will|is to|are to|to be|shall)\b")
_PAST = re.compile(r"\b(?:was|were)\b")
_PASSIVE = frozenset("was were been be is".split())
_MARKS = frozenset(";:—–")
_DETERMINERS = frozenset("the a an its his her their our".split())
_BREAKS = frozenset("who was is and in at from which to were has had with where".split())
_CLAUSES = frozenset("and but while whereas although though where which".split())
_LINKS = frozenset("is was are as be become becomes became".split())
_LINKED = 5  # words
_SHORTEST = 3  # letters of a name
_NEAR = 9  # words on either side
_CLOSE = 6  # words in which an office is told
_REACH, _BESIDE_IT = 70, 30  # characters
_BESIDE = 4  # words of what somebody is called


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
    def how(self) -> str:
        situated = _SITUATED.search(self.text[: self.at.start], max(0, self.at.start - _REACH))
        return situated["how"].lower() if situated else ""

    @cached_property
    def is_place(self) -> bool:
        """Where something is: in it, or "the winner is" this town."""
        if self.how not in _PLACED and not (self.kind == "PLACE" and _IS_IT.search(self.text[: self.at.start])):
            return False
        return not _OF_NOUN.match(self.text, self.at.end) and not has_legal_suffix(self.name)

    @cached_property
    def is_agent(self) -> bool:
        if self.kind is None and _ANY.search(self.text[: self.at.start]):  # "a West Norvian bank"
            return False
        is_whole = " " in self.name if self.kind in (None, "OTHER") else not self.name.isupper()
        return self.kind == "PERSON" or (is_whole and self.kind != "PLACE" and self.how not in _PLACED)

    @cached_property
    def formerly(self) -> frozenset[str]:
        """ "former", "acting"."""
        before, after = self.text[: self.at.start][-_BESIDE_IT:], self.text[self.at.end + 2 :]
        told = [*_FORMER.findall(before), *(found.group() for found in [_FORMER.match(after)] if found)]
        return frozenset(word.lower() for word in told)

    @cached_property
    def stands_apart(self) -> bool:
        """It only reports, or stands in brackets."""
        return not {"reports", "put in"}.isdisjoint(self.flags)

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
        return _beside(self._told, self.at)

    @cached_property
    def owners(self) -> frozenset[str]:
        """ "Norvian" of "the Norvian president"."""
        return self.beside & self.said.proper - _TITLED

    @cached_property
    def called(self) -> frozenset[str]:
        """The offices among what it is called."""
        return self.beside & _OFFICES

    @cached_property
    def offices(self) -> frozenset[str]:
        """All near it."""
        return frozenset(w.root for w in (*self._back[-_CLOSE:], *self._forth[:_CLOSE]) if w.root in _OFFICES)

    @cached_property
    def acts(self) -> frozenset[tuple[str, str]]:
        """Words beside it, with its part in them."""
        return frozenset(_acts(self.text[: self.at.start], self.how, self._back[-_NEAR:], self._forth))

    @cached_property
    def parts(self) -> frozenset[str]:
        called = ((each, "is") for each in self.beside)
        return parts([*self.acts, *_named_as(self._back, self._forth), *called])

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
        own = _own(name)
        if own and name not in COUNTRIES and len(name) >= _SHORTEST and not is_part and not is_dateline:
            yield Naming(said, text, at, said.text[at.start : at.end], kind, own)


@lru_cache(maxsize=8192)
def _own(name: str) -> frozenset[str]:
    roots = frozenset(w.root for w in words(name) if len(w.root) > 1 and w.low not in STOP_WORDS)
    return roots - _GENERIC - _TITLED


def is_site(name: str) -> bool:
    """A house or a street, which stands in some town."""
    return bool(_SITE.search(name))


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


def _beside(told: Sequence[Word], at: Span) -> frozenset[str]:
    """What stands as another name of it right before or after: "the search dog Bella", "Rocco, a collie"."""
    before, after = [w for w in told if w.end <= at.start], [w for w in told if w.start >= at.end]
    return frozenset([*_called_before(before), *_called_after(after)])


def _called_before(before: list[Word]) -> list[str]:
    """Back to "the" or the beginning; past an "of the"."""
    found: list[str] = []
    while before and before[-1].low in TITLES:
        found.append(before.pop().root)
    if before and before[-1].text == ",":
        before.pop()
    while before and len(found) < _BESIDE:
        word = before.pop()
        lower = word.low
        if lower in _DETERMINERS or lower.endswith("'s"):
            if not (before and before[-1].text == "of"):
                return found
        elif lower != "of" and (not word.root or lower in STOP_WORDS):
            return [each for each in found if each in _TITLED]
        elif lower != "of":
            found.append(word.root)
    return [] if before else found


def _called_after(after: Sequence[Word]) -> Iterator[str]:
    if len(after) < 2 or after[0].text != "," or after[1].low not in _DETERMINERS:  # noqa: PLR2004
        return
    for word in after[1 : 2 + _BESIDE]:
        if not word.root or word.low in _BREAKS:
            return
        if word.is_content and word.text[0].islower():
            yield word.root
