"""What speaks for and against it that a denial in one document and a statement in another are of one thing."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.linking.accounts import KEPT, Account, Said
from bot.linking.assertions import Assertion, acts, denials, mentions
from bot.linking.common_ground import Mention, sentences_evidence
from bot.linking.contexts import overlap
from bot.linking.odds import Evidence
from bot.linking.wordforms import root

Side = tuple[Said, Assertion]

_AS = re.compile(
    r"\bas (?:the |its |their |his |her )?(?P<what>[a-z]+(?: [a-z]+){0,2}?)(?= (?:of|on|at|in|for|after)\b|[,.;]|$)"
)
_ANY = re.compile(r"(?:[A-Z ,]+ - )?An? ", re.IGNORECASE)
_OF_TWO = "strangers", "one of two", "part", "others", "other dates", "other places", "rivals", "series"
"""Signs that two sentences speak of two things; each is too rare to be weighed by itself."""
_SHARED = (
    *("both open", "one opens", "one matter", "shared names", "other scopes"),
    *("words shared", "words covered"),
)
_MANY, _MOST = 4, 3
_HALF = 0.5
OF_THINGS = frozenset(["nothing", "without"])
"""How it is denied that a thing is there: of these it is not told who did what."""


class Pair(NamedTuple):
    """A sentence of `a` that says that something is not so, and one of `b` that says that it is."""

    denied: Side
    held: Side
    a: Account
    b: Account


@lru_cache(maxsize=KEPT)
def denied(account: Account) -> dict[str, list[Side]]:
    found: dict[str, list[Side]] = {}
    for said in account.lines:
        for each in denials(said.text):
            found.setdefault(each.claim.act, []).append((said, each))
    return found


def held(account: Account, act: str) -> Iterator[Side]:
    for said, each in mentioned(account, act):
        if each.claim.holds and not each.unreal:
            yield said, each


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
    """What the clauses themselves tell.

    None where one of the documents tells both sides, and where who did it, to what or as what is another: neither
    document knows that of the other.
    """
    (x, c), (y, d), a, b = pair
    before = c.claim.before | a.lent(x, c.claim), d.claim.before | b.lent(y, d.claim)
    about = before[0] | c.claim.after, before[1] | d.claim.after
    slots = _slots(pair, about)
    if slots is None or _are_in_two_roles(x.text, y.text):
        return None
    if _is_told((x, c), about[0], b) or _is_told((y, d), about[1], a):
        return None
    told = {
        **slots,
        "before meet": not before[0].isdisjoint(before[1]),
        "after meet": not c.claim.after.isdisjoint(d.claim.after),
        "bare": d.bare and c.how != "nothing",
        "denied": c.how == "denied",
        "opposite": c.how == "opposite",
        "nothing": c.how == "nothing",
    }
    return {
        **{name: float(is_so) for name, is_so in told.items()},
        **_likeness(about, pair),
        "replaced": float(slots["other doer"] + slots["other thing"]),
    }


AT_BEST: Evidence = dict.fromkeys(("both open", "one matter", "shared names", "words shared", "words covered"), 1.0)
"""The most that `ground_evidence` can say for it."""


def ground_evidence(pair: Pair) -> Evidence:
    """What the sentences and documents around the clauses tell; it takes long to find."""
    (x, c), (y, d), a, b = pair
    sentences = sentences_evidence(Mention(a, x, c.claim.at), Mention(b, y, d.claim.at))
    apart = min(_MOST, _signs_of_two(pair, sentences))
    return {**{name: sentences.get(name, 0.0) for name in _SHARED}, "apart": float(apart)}


def _likeness(about: tuple[frozenset[str], frozenset[str]], pair: Pair) -> Evidence:
    """How much the clauses share, what in them the other document does not know, and how often it is spoken of."""
    act = pair.denied[1].claim.act
    shared = len(about[0] & about[1])
    strange = len(about[0] - pair.b.words), len(about[1] - pair.a.words)
    often = len(mentioned(pair.a, act)) + len(mentioned(pair.b, act))
    return {
        "lead names": overlap(pair.a.lead[0], pair.b.lead[0]),
        "about shared": min(_MANY, shared) / _MANY,
        "about covered": overlap(*about),
        "about alike": shared / max(1, len(about[0] | about[1])),
        "strange any": min(_MANY, max(strange)) / _MANY,
        "told often": math.log(max(2, often) / 2),
    }


def _slots(pair: Pair, about: tuple[frozenset[str], frozenset[str]]) -> dict[str, bool] | None:
    """Whether who did it and to what are the same; None where each side tells of one of whom the other says nothing."""
    (_, c), (_, d), a, b = pair
    told = {"same thing": c.how not in OF_THINGS and c.what == d.what != frozenset()}
    near: dict[str, bool] = {}
    for name, one, other in (("doer", c.who, d.who), ("thing", c.what, d.what)):
        is_told = bool(one and other) and c.how not in OF_THINGS
        strange = bool(one - about[1] - b.words) + bool(other - about[0] - a.words)
        if is_told and strange == 2:  # noqa: PLR2004 - both
            return None
        near[name] = is_told and not one.isdisjoint(other)
        told[f"strange {name}"] = is_told and strange == 1
        told[f"other {name}"] = is_told and bool(one - about[1] and other - about[0])
    told["thing untold"] = c.how not in OF_THINGS and not (c.what and d.what)
    return {**told, "near thing": near["thing"], "both slots": all(near.values())}


def _signs_of_two(pair: Pair, sentences: Evidence) -> int:
    (x, c), (y, d), _, _ = pair
    anybody = bool(_ANY.match(x.text) and _ANY.match(y.text))  # "a climber" here need not be "a climber" there
    return (
        sum(bool(sentences.get(name)) for name in _OF_TWO)
        + anybody
        + _are_in_two_roles(x.text, y.text)
        + (c.limited and not d.limited)
    )


def _are_in_two_roles(one: str, other: str) -> bool:
    """ "resigned as prime minister", "did not resign as party chairman"."""
    here, there = (
        frozenset(root(w) for w in m["what"].split()) if (m := _AS.search(t)) else None for t in (one, other)
    )
    return here is not None and there is not None and here.isdisjoint(there)


def _is_told(side: Side, about: frozenset[str], other: Account) -> bool:
    """The other document itself says the same somewhere: it tells both sides."""
    claim = side[1].claim
    same = held(other, claim.act) if claim.holds else denied(other).get(claim.act, ())
    return any(overlap(about, each.claim.about) >= _HALF for _, each in same)
