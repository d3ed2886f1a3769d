"""What speaks for and against it that a denial in one document and a statement in another are of one thing."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.linking.accounts import KEPT, Account, Place, Said
from bot.linking.assertions import Assertion, acts, denials, mentions
from bot.linking.common_ground import Mention, sentences_evidence
from bot.linking.contexts import are_rivals, days_fit, near_dates_fit, overlap
from bot.linking.denying import How
from bot.linking.meanings import BOTH, OF_SAYING
from bot.linking.odds import Evidence
from bot.linking.scopes import scope
from bot.linking.wordforms import root
from bot.model import Span

Side = tuple[Said, Assertion]

_AS = re.compile(
    r"\bas (?:the |its |their |his |her )?(?P<what>[a-z]+(?: [a-z]+){0,2}?)(?= (?:of|on|at|in|for|after)\b|[,.;]|$)"
)
_MANY = 4  # words beyond which more say no more
_HALF = 0.5
_BEHIND = 15  # characters
OF_THINGS = frozenset(["nothing", "without"])
"""How it is denied that a thing is there: of these it is not told who did what."""


class Pair(NamedTuple):
    """A sentence of `a` that says that something is not so, and one of `b` that says that it is.

    `acts`: what both tell of, the most telling first: a root that both have, else a class of few mentions.
    """

    denied: Side
    held: Side
    a: Account
    b: Account
    acts: tuple[str, ...]

    @property
    def how(self) -> How | Literal["opposite"]:
        return self.denied[1].how or "opposite"


def pairs(a: Account, b: Account) -> list[Pair]:
    """Each two places once, whichever of them denies."""
    found: dict[frozenset[tuple[Place, int]], Pair] = {}
    for pair in (*_pairs(a, b), *_pairs(b, a)):
        key = frozenset((said.place, each.claim.at.end) for said, each in (pair.denied, pair.held))
        known = found.get(key)
        if known is None:
            found[key] = pair
        elif known.denied == pair.denied:
            acts = sorted({*known.acts, *pair.acts}, key=lambda act: (act.isupper(), _often(pair, act), act))
            found[key] = known._replace(acts=tuple(acts))
        elif known.acts[0].isupper() and not pair.acts[0].isupper():
            found[key] = pair
    return list(found.values())


def _pairs(a: Account, b: Account) -> Iterator[Pair]:
    """What `a` says is not so and `b` that it is."""
    for act, sides in denied(a).items():
        for other in held(b, act):
            for one in sides:
                if act in BOTH and not (one[1].how or other[1].how):
                    continue
                of = one[1].of  # whether that was done to the thing is the question, where both speak of it
                if one[1].claim.planned is other[1].claim.planned and not (of and mentions(other[0].text, of)):
                    yield Pair(one, other, a, b, (act,))


def _often(pair: Pair, act: str) -> int:
    return len(mentioned(pair.a, act)) + len(mentioned(pair.b, act))


@lru_cache(maxsize=KEPT)
def denied(account: Account) -> dict[str, list[Side]]:
    found: dict[str, list[Side]] = {}
    for said in account.lines:
        for each in denials(said.text):
            for act, holds in each.acts:
                if not holds:
                    found.setdefault(act, []).append((said, each))
    return found


@lru_cache(maxsize=8192)
def held(account: Account, act: str) -> tuple[Side, ...]:
    return tuple((said, each) for said, each in mentioned(account, act) if (act, True) in each.acts and not each.unreal)


@lru_cache(maxsize=8192)
def mentioned(account: Account, act: str) -> tuple[Side, ...]:
    return tuple((said, each) for said in _speaking(account).get(act, ()) for each in mentions(said.text, act))


@lru_cache(maxsize=KEPT)
def _speaking(account: Account) -> dict[str, list[Said]]:
    """Which of its sentences speak of an act."""
    found: dict[str, list[Said]] = {}
    for said in account.lines:
        for act in acts(said.text):
            found.setdefault(act, []).append(said)
    return found


def clause_evidence(pair: Pair) -> Evidence | None:
    """What the clauses themselves tell; None of two who are strangers, and of two roles of one."""
    (x, c), (y, d), a, b, acts = pair
    if _are_in_two_roles(x.text, y.text) or _are_strangers(c.who, d.who, a, b) or _are_strangers(c.what, d.what, a, b):
        return None
    before = c.claim.before | a.lent(x, c.claim), d.claim.before | b.lent(y, d.claim)
    about = before[0] | c.claim.after, before[1] | d.claim.after
    act = acts[0]
    told = {
        **_slots(pair, about),
        "before meet": not before[0].isdisjoint(before[1]),
        "after meet": not c.claim.after.isdisjoint(d.claim.after),
        "bare": d.bare and pair.how not in ("nothing", "denied"),
        "attribute": c.attribute or d.attribute,
        "root": not act.isupper(),
        "opposite": pair.how == "opposite",
        "nothing": pair.how in OF_THINGS,
        "mere thing": pair.how in OF_THINGS and not any(each.isupper() for each in acts),
        "of a deed": bool(c.of),
        "of saying": act in OF_SAYING and c.claim.after.isdisjoint(d.claim.after),
        "told by both": _is_told(about[0], denied(b).get(act, ())) or _is_told(about[1], held(a, act)),
    }
    return {**{name: float(is_so) for name, is_so in told.items()}, **_likeness(pair, about, before)}


AT_BEST: Evidence = dict.fromkeys(("one matter", "words shared", "words covered", "kin"), 1.0)
"""The most that `ground_evidence` can say for it."""


def may_be_of_one_time(pair: Pair) -> bool:
    (x, c), (y, d), a, b, _ = pair
    return near_dates_fit(x, c.claim.at, y, d.claim.at) and days_fit(x, y, a, b)


def ground_evidence(pair: Pair) -> Evidence:
    """What the sentences and documents around the clauses tell; it takes long to find."""
    (x, c), (y, d), a, b, _ = pair
    sentences = sentences_evidence(Mention(a, x, c.claim.at), Mention(b, y, d.claim.at))
    often = _often_said(a), _often_said(b)
    kin = sum(2 / (often[0][word] + often[1][word]) for word in (x.proper | x.common) & (y.proper | y.common))
    return {
        **{name: sentences.get(name, 0.0) for name in ("one matter", "words shared", "words covered")},
        "kin": min(1.0, kin / 2),
        "expected": float(_is_expected(x.text, c.claim.at) is not _is_expected(y.text, d.claim.at)),
    }


def _likeness(
    pair: Pair, about: tuple[frozenset[str], frozenset[str]], before: tuple[frozenset[str], frozenset[str]]
) -> Evidence:
    """How much the clauses share, the rare words more, what the other document does not know, how often it is told."""
    (_, c), (_, d), a, b, _ = pair
    one, other = c.who | c.what or before[0], d.who | d.what or before[1]
    weights = [_weight(words, a, b) for words in (one, other, one & other)]
    return {
        "about covered": overlap(*about),
        "core weight": weights[2] / max(0.1, min(weights[:2])),
        "strange any": min(_MANY, max(len(about[0] - b.words), len(about[1] - a.words))) / _MANY,
        "told often": math.log(max(2, _often(pair, pair.acts[0])) / 2),
    }


def _weight(words: frozenset[str], a: Account, b: Account) -> float:
    often = _often_said(a), _often_said(b)
    return sum(2 / (often[0][word] + often[1][word] + 1) for word in words)


@lru_cache(maxsize=KEPT)
def _often_said(account: Account) -> Counter[str]:
    """In how many of its sentences a word is."""
    return Counter(word for line in account.lines for word in line.proper | line.common)


def _slots(pair: Pair, about: tuple[frozenset[str], frozenset[str]]) -> dict[str, bool]:
    """Whether what it was done to is the same, and whether the other document knows it."""
    (_, c), (_, d), a, b, _ = pair
    is_act = pair.how not in OF_THINGS
    is_told = bool(c.what and d.what) and is_act
    near = is_told and not c.what.isdisjoint(d.what)
    others = is_told and bool(c.what - about[1] and d.what - about[0])
    unknown = is_told and bool(c.what - about[1] - b.words and d.what - about[0] - a.words)
    return {
        "near thing": near,
        "other thing": others and not near,
        "other sort of thing": others and near,
        "unknown thing": unknown and not near,
        "thing untold": is_act and not (c.what and d.what),
        "near across": is_act and (not c.who.isdisjoint(d.what) or not c.what.isdisjoint(d.who)),
    }


@lru_cache(maxsize=8192)
def _is_expected(sentence: str, at: Span) -> bool:
    """By what stands before it, and right behind."""
    return scope(sentence[: at.end + _BEHIND], at).is_expected


def _are_in_two_roles(one: str, other: str) -> bool:
    """ "resigned as prime minister", "did not resign as party chairman"."""
    here, there = (
        frozenset(root(w) for w in m["what"].split()) if (m := _AS.search(t)) else None for t in (one, other)
    )
    return here is not None and there is not None and here.isdisjoint(there)


def _are_strangers(one: frozenset[str], other: frozenset[str], a: Account, b: Account) -> bool:
    """Each is called by a name that the other document does not know, or one is the upper house, one the lower."""
    return are_rivals(one, other) or not (one & a.proper <= b.words or other & b.proper <= a.words)


def _is_told(about: frozenset[str], sides: Iterable[Side]) -> bool:
    """The other document itself says the same somewhere: it tells both sides."""
    return any(overlap(about, each.claim.about) >= _HALF for _, each in sides)
