"""What two documents let happen in opposite order: "A before B", "first B, and only then A"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, Said
from bot.linking.conflicts import Clash, Relevant
from bot.linking.happenings import ONCE, happenings
from bot.linking.odds import ENOUGH, Candidate, Evidence, Weights, chance
from bot.linking.scopes import is_market_talk
from bot.linking.wordforms import root, words
from bot.model import Span
from bot.words import Caseless, plain

_MAY = Caseless(
    r"\b(?:before|ahead of|prior to|after\w*|once|then|when|until|first|follow\w*|preced\w*|later|subsequently|already|"
    r"as soon as|wake of)\b",
)
_OPENS = re.compile(
    r"^(?:\W|Only |Shortly |Soon |Not long |Long |Just |But |And )*"
    r"(?P<how>Before|After|Once|When|Following|As soon as)\b",
    re.IGNORECASE,
)
_CAME_FIRST = Caseless(
    r"(?:\bcame|\bfell|\bwent|\w{2,}ed)(?P<first> first\b)"
    r",?(?: and)?(?: only)?(?: then)?",
)
_FIRST = Caseless(r"\bfirst\b,? (?=\w)")
_THEN = Caseless(
    r"(?:,| and| but|, and|, but) (?:only |not until )?(?:then|afterwards|later|subsequently|thereafter)\b(?!-),?"
    r"|\bonly (?:then|afterwards|later)\b,?",
)
_BEFORE = Caseless(r"\b(?:before|ahead of|prior to|preced(?:ed|es|ing)|(?:was|were) followed by)\b(?! \w+ing\b)")
_SPELL = r"(?:by\b|\w+ing\b|\d|\w+ (?:minute|hour|day|week|month|year)s?\b)"
"""What follows an "after" that tells no order of two happenings: "after signing", "after two days"."""
_AFTER = Caseless(
    rf"\b(?:after|as soon as|once|following|followed|in the wake of|not until|only when)\b(?! {_SPELL})",
)
_ALREADY = Caseless(r"\b(?:had|was|were) (?:\w+ )?(?:already|by then)\b")
_WHEN = Caseless(r"\b(?:when|by the time)\b")
_HAD = re.compile(r"\bhad\b")
_SUBJECT = re.compile(r" (?=(?:she|he|it|they|the)\b)")
_STOP = re.compile(r", (?:and|but|which|who) (?!only|then)")
_PART = re.compile(r"[^;:—–]+")
_WILL = re.compile(r"\b(?:will|would|plan\w*|wants?|wanted|propos\w*|must|should|may|might|could)\b")
_REACH = 95  # characters on either side of what joins them
_LEAST = 8  # characters of a side
_PASSED = frozenset(
    root(word)
    for word in """only then first later afterwards already time day hour minute soon long came come follow said told
    says according police report court""".split()
)
_SHARED = 0.3  # the least of each side that the other has
_STRAY = 8  # words beyond which more say no more

WEIGHTS: Weights = {
    "always": -0.27,
    "kinds": 1.09,
    "least": 0.45,
    "most": 0.48,
    "strange": -0.66,
}
"""As `python -m benchmarks.differ_fit order --real ...` learned them."""


@dataclass(frozen=True, eq=False)
class Side:
    """What one side of an order tells: the roots of its words, and what happens."""

    at: Span
    roots: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, eq=False)
class Turn:
    """A sentence that tells one thing before another."""

    said: Said
    first: Side
    then: Side

    @property
    def words(self) -> str:
        return self.said.text[min(self.first.at.start, self.then.at.start) : max(self.first.at.end, self.then.at.end)]


def turned_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    likely = [
        (chance(each.evidence, WEIGHTS), each.clash) for each in order_candidates(a, b) if relevant(*each.clash.sides)
    ]
    best = max(likely, key=lambda each: each[0], default=None)
    if best and best[0] >= ENOUGH:
        yield best[1]


def order_candidates(a: Account, b: Account) -> Iterator[Candidate]:
    """Each two orders of which the one tells first what the other tells then, with the evidence on their being one."""
    for one in turns_in(a):
        for other in turns_in(b):
            turned = _likeness(one.first, other.then), _likeness(one.then, other.first)
            straight = _likeness(one.first, other.first) + _likeness(one.then, other.then)
            if min(turned) >= _SHARED and sum(turned) > straight:
                texts = " ".join(one.words.split()), " ".join(other.words.split())
                clash = Clash("order", "turned", (one.said, other.said), texts, texts)
                yield Candidate(clash, _evidence(one, other, a, b))


def _evidence(x: Turn, y: Turn, a: Account, b: Account) -> Evidence:
    turned = _likeness(x.first, y.then), _likeness(x.then, y.first)
    strange = len((x.first.roots | x.then.roots) - b.words) + len((y.first.roots | y.then.roots) - a.words)
    return {
        "least": min(turned),
        "most": max(turned),
        "kinds": float(not x.first.kinds.isdisjoint(y.then.kinds)) + (not x.then.kinds.isdisjoint(y.first.kinds)),
        "strange": min(_STRAY, strange) / _STRAY,
    }


def _likeness(one: Side, other: Side) -> float:
    """The share of the smaller side's words that the other has; what happens in both counts as a word."""
    shared = len(one.roots & other.roots) + (not one.kinds.isdisjoint(other.kinds))
    return shared / max(2, min(len(one.roots), len(other.roots)))


@lru_cache(maxsize=KEPT)
def turns_in(account: Account) -> tuple[Turn, ...]:
    return tuple(turn for said in account.lines if _MAY.search(said.text) for turn in _turns(said))


def _turns(said: Said) -> Iterator[Turn]:
    if is_market_talk(said.text):
        return
    text = plain(said.text).replace("\n", " ")
    for part in _PART.finditer(text):
        for first, then in _sides(part.group().strip()):
            begin = part.end() - len(part.group().lstrip())
            sides = [_side(text, Span(at.start + begin, at.end + begin)) for at in (first, then)]
            one, other = (
                _without(each, sides[0].roots & sides[1].roots, sides[0].kinds & sides[1].kinds) for each in sides
            )
            turn = Turn(said, one, other)
            if one.roots and other.roots and not _WILL.search(turn.words):
                yield turn


def _side(text: str, at: Span) -> Side:
    told = [
        word for word in words(text) if at.start <= word.start < at.end and word.is_content and word.root not in _PASSED
    ]
    common = frozenset(word.root for word in told if word.text.islower())
    kinds = frozenset(each.kind for each in happenings(text) if at.start <= each.at.start < at.end)
    return Side(at, common or frozenset(word.root for word in told), kinds & ONCE)


def _without(side: Side, roots: frozenset[str], kinds: frozenset[str]) -> Side:
    return Side(side.at, side.roots - roots, side.kinds - kinds)


def _sides(text: str) -> Iterator[tuple[Span, Span]]:
    """What came first and what came then, as spans of the part of a sentence."""
    opening = _OPENS.match(text)
    found = _opened(text, opening.end(), opening["how"].lower()) if opening else _joined(text)
    if found and all(at.end - at.start >= _LEAST for at in found):
        yield found


def _opened(text: str, begin: int, how: str) -> tuple[Span, Span] | None:
    """ "After the bank had closed, the police came"; without a comma where a "she" begins what came then."""
    comma = text.find(", ", begin)
    if comma < 0:
        subject = _SUBJECT.search(text, begin + _REACH // 4)
        if how == "before" or not subject or not _HAD.search(text, begin, subject.start()):
            return None
        comma = subject.start()
    inside, rest = Span(begin, comma), Span(comma + 1, _end(text, comma + 1))
    if how == "before":
        return rest, inside
    if how != "when" or _HAD.search(text, begin, comma):
        return inside, rest
    return (rest, inside) if _ALREADY.search(text, comma) else None


def _joined(text: str) -> tuple[Span, Span] | None:
    if came := _CAME_FIRST.search(text):
        return Span(_begin(text, came.start()), came.start("first")), Span(came.end(), _end(text, came.end()))
    first, then = _FIRST.search(text), _THEN.search(text)
    if then:
        begin = first.end() if first and first.end() < then.start() else _begin(text, then.start())
        return Span(begin, then.start()), Span(then.end(), _end(text, then.end()))
    if (already := _ALREADY.search(text)) and (when := _WHEN.search(text, already.end())):
        return Span(_begin(text, already.start()), when.start()), Span(when.end(), _end(text, when.end()))
    if before := _BEFORE.search(text):
        return Span(_begin(text, before.start()), before.start()), Span(before.end(), _end(text, before.end()))
    if after := _AFTER.search(text):
        return Span(after.end(), _end(text, after.end())), Span(_begin(text, after.start()), after.start())
    return None


def _begin(text: str, at: int) -> int:
    """Where the clause begins that ends at `at`, no farther off than the reach, and with a whole word."""
    far = text.find(" ", at - _REACH) + 1 if at > _REACH else 0
    return max([min(far, at), *(found.end() for found in _STOP.finditer(text, 0, at))])


def _end(text: str, at: int) -> int:
    found = _STOP.search(text, at)
    end = found.start() if found else len(text)
    return end if end <= at + _REACH else text.rfind(" ", at, at + _REACH)
