"""What narrows a figure or a deed: who only reports it, a part of a whole, a span of time, a plan, market talk."""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.linking.quantities import KINDS
from bot.linking.wordforms import root, words
from bot.model import Span
from bot.words import Caseless, plain

_SAID = r"said|says|told|according to|quoting|citing|wrote|writes"
_SAYING = rf"{_SAID}|reported|reports|announced|announces|added|adds|confirmed|stated|noted|claimed|conceded|insisted"
_TRAILING = re.compile(
    rf"[,\"](?P<told> ?(?!and |but |which |who |where )(?:[^,;:\"]{{0,90}}? )?(?:{_SAYING})\b"
    r"(?! that| it | he | she | they )[^,;:\"]*(?=[,;:.\"]|$))"
)
_LEADING = re.compile(
    rf"^[^,;:\"\d]{{2,90}}? (?:(?:{_SAYING}|found|showed|shows|believes?)\b[^,;:\"\d]{{0,40}}? that|"
    rf"(?:{_SAID})(?: (?:reporters|journalists|[A-Z][\w'’]+|(?:the|a) [\w ]{{2,30}}?))?"
    rf"(?: on \w+)?)"
    r" (?!it |he |she |they |its |his |her |their )"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:[^,;:\d]{2,60}?(?=[,;:.]|$)|(?:the |an? )?[\w'’-]+)")
_DATELINE = re.compile(
    r"^[A-Z][A-Za-z .'’]{1,30}(?:, [A-Z][a-z]+ ?\d{0,2}| ?\([\w ]+\)|, \d{1,2} [A-Z][a-z]+){0,3} ?[-–—] "
)

_EXPECTED = Caseless(
    r"(?<!than )(?<!\bas )\b(?:will|would|could|might|should|shall|expect\w*|plan(?:s|ned|ning)?|"
    r"hop(?:e|es|ed|ing)|aim\w*|target\w*|forecast\w*|project(?:ed|ions?)|predict\w*|propos\w*|"
    r"intend\w*|due to|set to|(?:is|are|was|were) to|"
    r"wants?|seek\w*|ask(?:s|ed) for|demand\w*|promis\w*|pledg\w*|vow\w*|fear\w*|budgeted|polls?|sees|"
    r"(?:agreed|decided|voted) to|threaten\w*|goal|if|assuming|unless|likely|possibl[ey]|potential\w*|calls? for)\b",
)
_MAY = re.compile(r"(?<![Tt]han )(?<!\b[Aa]s )\bmay\b")  # May is a month
_RATE = Caseless(
    r"\b(?:(?:an?|per|each|every) (?P<a>second|minute|day|night|week|month|quarter|season|year|head|share|person|"
    r"tonne|ton|barrel|ounce|lb|litre|gallon|bushel|kilo|unit|game|match|household)"
    r"|(?P<b>hourly|daily|weekly|monthly|quarterly|annual(?:ly)?|yearly))\b",
)
_RATES = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
          "annual": "year", "annually": "year", "yearly": "year"}  # fmt: skip
_FRAME = Caseless(
    r"\b(?:(?:this|last|next|past|previous|current|first|second|third|fourth|final|financial|fiscal|opening)"
    r"[ -](?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[ -])?"
    r"(?:quarter|half|season|year|month|week|decade|hour|leg|round|phase)s?"
    r"|(?:by the end of|by late|by early) [\w]+|since\b|so far|to date|year[- ]to[- ]date|"
    r"over the (?:years|decades|past|last)|at first|initially|(?:at|by) (?:noon|midday|midnight|dawn|nightfall))\b",
)
_PART = Caseless(
    r"\b(?:includ(?:ing|es?)|among (?:them|these|those|the)|"
    r"of (?:whom|which|them|these|those)|of the (?:dead|injured|wounded|victims|total|missing|\d+|"
    r"[a-z]+ (?:killed|dead|injured))|"
    r"(?:seriously|critically|slightly|badly|severely|lightly) (?:injured|hurt|wounded|ill|damaged|burned)|"
    r"alone|at one|in one|one of|mostly|mainly|others|more than half|apiece|counting|"
    r"(?:the|this|that) (?:pair|two|trio|couple))\b",
)
_REST = Caseless(r"\b(?:the|their|its) (?:others?|rest|remaining|remainder)\b")
_PART_BEHIND = re.compile(r" (?:who|that|which|as)\b")
_PART_BEFORE = Caseless(
    r"\b(?:the (?:latest|last|other|remaining|rest)|others?|another|further|additional|extra|initial|first batch|"
    r"second batch)\b",
)
_OF_ALL = re.compile(r"^Of (?:the|its|their|all|those|these|\d)")
_MARKET = Caseless(
    r"\b(?:futures?|kerb|cwt|bushels?|steers?|heifers?|hogs?|bullion|(?:money|stock|bond|currency|metals?) markets?|"
    r"bank bills|treasury (?:bills?|bonds?)|basis points|discount rate|debentures?|eurobonds?|denominations?|coupon|"
    r"traded|trading|traders?|settled at|(?:closed?|opened|ended|finished) (?:at|up|down|higher|lower|steady|firmer)|"
    r"(?:index|indices|composite)|advances|declines|shares? (?:fell|rose|were|closed|gained|lost|slipped|jumped)|"
    r"shares of|yield\w*|notes due|bond issues?|maturit\w+|face value|"
    r"spot|repurchase|crushers?|bales?|lots|crosses|money supply|operating cash|tax and loan|"
    r"registration statement|validly tendered|export sales|upland|cathode|delivery|ring|callable|"
    r"refundable|tranches)\b",
)
_BEGIN = re.compile(r", | (?:that|which|who|as|when|while|because|after|before|until|and|but) ")
_PREPOSITIONS = frozenset("of on in at for to from with near by".split())
_AUXILIARY = frozenset("is are was were has have had will would can could may might does do did be been".split())
_OF = re.compile(r" of (?:the |its |their |a |an |all )?(?P<what>[a-z]{3,})")
_CUT = re.compile(
    r"[;:—–()]|, (?:and|but|while|whereas|although|though|which|who|where)\b|"
    r"\b(?:while|whereas|although|when|after|before)\b|\band (?=(?:will|would|was|were|is|are|has|have|had)\b)"
)


_SOME = Caseless(
    r"\b(?:as part of|among (?:them|these|those|the|its|their)|part of (?:the|a)|"
    r"(?:some|half|most|many|one|two|three) of|in (?:his|her|its|their) (?:own|part)|so far)\b",
)
_WISHED = Caseless(
    r"(?<!than )(?<!\bas )\b(?:could|might|should|expect\w*|hop(?:e|es|ed|ing)|aim\w*|target\w*|"
    r"forecast\w*|predict\w*|proposed|wants?|wanted|seek\w*|sought|ask(?:s|ed) for|demanded|fear\w*|budgeted|"
    r"threaten\w*|goal|if|assuming|unless|likely|possibl[ey]|potential\w*|call(?:s|ed) for|instead of|planned)\b",
)


class Scope(NamedTuple):
    """`rates`: "day" of "a day"; `frames`: "first half"; `kinds`: "domestic"."""

    is_part: bool
    is_expected: bool
    rates: frozenset[str]
    frames: frozenset[str]
    kinds: frozenset[str]

    def fits(self, other: "Scope") -> bool:
        """Whether both may be of the same whole, time and kind of knowledge."""
        return not (self.is_part or other.is_part) and self[1:] == other[1:]


@lru_cache(maxsize=16384)
def told_by(sentence: str) -> tuple[Span, ...]:
    """What only says who reports it, or from where: ", police chief Orly told reporters", "The army said that "."""
    return _told_by(plain(sentence).replace("\n", " "))


@lru_cache(maxsize=8192)
def _told_by(text: str) -> tuple[Span, ...]:
    found = [Span(*each.span("told")) for each in _TRAILING.finditer(text)]
    begin = 0
    if dateline := _DATELINE.match(text):
        found.append(Span(0, dateline.end()))
        begin = dateline.end()
    if leading := _LEADING.match(text[begin:]):
        found.append(Span(begin, begin + leading.end()))
    if "ccording to " in text:
        found += [Span(*each.span()) for each in _ACCORDING.finditer(text)]
    return tuple(found)


def clause(sentence: str, at: Span) -> Span:
    """The part of the sentence around `at`, up to the marks and words that begin another."""
    begin, end = 0, len(sentence)
    for cut in _cuts(sentence):
        if cut.end <= at.start:
            begin = cut.end
        elif cut.start >= at.end:
            end = cut.start
            break
    return Span(begin, end)


@lru_cache(maxsize=8192)
def _cuts(sentence: str) -> tuple[Span, ...]:
    return tuple(Span(*cut.span()) for cut in _CUT.finditer(sentence))


@lru_cache(maxsize=16384)
def scope(sentence: str, at: Span) -> Scope:
    """What the words around a figure say it is of."""
    text = plain(sentence).replace("\n", " ")
    for told in told_by(sentence):
        if not told.overlaps(at):
            text = f"{text[: told.start]}{' ' * (told.end - told.start)}{text[told.end :]}"
    within = clause(text, at)
    said = text[within.start : within.end]
    rates = frozenset((m["a"] or _RATES[m["b"].lower()]).lower() for m in _RATE.finditer(said))
    frames = frozenset(m.group().lower().replace("-", " ") for m in _FRAME.finditer(said))
    is_part = bool(
        _OF_ALL.match(text)
        or _REST.search(text)
        or _PART.search(text, max(within.start, at.start - 30), min(within.end, at.end + 25))
        or _PART_BEHIND.match(text, at.end)
        or _PART_BEFORE.search(text, max(within.start, at.start - 30), at.end)
    )
    kinds = frozenset(word for word in re.findall(r"[a-z-]+", said.lower()) if word in KINDS)
    return Scope(is_part, bool(_EXPECTED.search(said) or _MAY.search(said)), rates, frames, kinds)


def have_one_of(one: str, at: Span, other: str, there: Span) -> bool:
    """ "production of gold", "tonnes of rice": where both say of what, it is the same."""
    of, by = _of_what(one, at), _of_what(other, there)
    return not of or not by or not of.isdisjoint(by)


def is_of_part(one: str, at: Span, other: str, there: Span) -> bool:
    """ "the antenna on the tower" beside "the tower": the subject of one stands behind a preposition in the other."""
    (head, rest), (root_, behind) = _subject(one, at), _subject(other, there)
    return bool(head and root_) and head != root_ and (head in behind or root_ in rest)


@lru_cache(maxsize=16384)
def is_of_some(sentence: str, at: Span) -> bool:
    """The clause says that it counts some of more: "are among the dead"."""
    return bool(_SOME.search(_clause(sentence, at)))


@lru_cache(maxsize=16384)
def is_wished(sentence: str, at: Span) -> bool:
    """The clause says that it is only hoped for, feared, asked for: "analysts had expected 280 million"."""
    within = _clause(sentence, at)
    return bool(_WISHED.search(within) or _MAY.search(within))


def _clause(sentence: str, at: Span) -> str:
    within = clause(plain(sentence).replace("\n", " "), at)
    return sentence[within.start : within.end]


@lru_cache(maxsize=16384)
def _subject(sentence: str, at: Span) -> tuple[str, frozenset[str]]:
    """The root of the head of the clause's first phrase, and the roots of what follows it up to the verb."""
    text = plain(sentence)
    begins = [found.end() for found in _BEGIN.finditer(text, 0, at.start)]
    begin = max([clause(text, at).start, *begins])
    head, rest, behind = "", set[str](), False
    for word in words(sentence):
        if not begin <= word.start < at.start:
            continue
        lower = word.low
        if lower in _AUXILIARY or (behind and word.text.endswith("ed")):
            break
        if lower.endswith("'s") and not behind:  # "Thal's deputy" is not Thal
            rest |= {head, word.root} - {""}
            head = ""
        elif lower in _PREPOSITIONS:
            behind = True
        elif word.is_content and behind:
            rest.add(word.root)
        elif word.is_content:
            head = word.root
    return head, frozenset(rest)


@lru_cache(maxsize=16384)
def _of_what(sentence: str, at: Span) -> frozenset[str]:
    text = plain(sentence).replace("\n", " ")
    within = clause(text, at)
    after = _OF.match(text, at.end, within.end)
    before = list(_OF.finditer(text, within.start, at.start))
    return frozenset(root(found["what"]) for found in ([after] if after else before[-1:]))


@lru_cache(maxsize=8192)
def is_market_talk(sentence: str) -> bool:
    """Prices, volumes, yields: of one moment in one place, and another the next."""
    return bool(_MARKET.search(sentence))
