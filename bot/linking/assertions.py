"""What a sentence says is so or not so: each word of an act, a state or a thing, and whether it holds there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.linking import clauses, denying, verbs
from bot.linking.claims import Claim
from bot.linking.denying import How
from bot.linking.opposites import PARTED, POLES, Pole
from bot.linking.scopes import told_by
from bot.linking.wordforms import Word, words
from bot.model import Span
from bot.words import plain

_LIMITS = frozenset(
    """all only fully partly partially except entire entirely officially formally immediately since until again more
    further other yet so alone anyone everyone most some exactly necessarily always yesterday both every
    first""".split()
)
_BESIDE, _PARTED_BY = 6, 8  # words
_HOPING = frozenset(
    "prospect prospects hope hopes chance chances effort efforts attempt attempts possibility bid".split()
)

_SUPPOSING = frozenset("could would might may can".split())


class _Read(NamedTuple):
    """The words of a sentence without those that only say who reports it; `poles`: at the places of those that tell."""

    told: tuple[Word, ...]
    low: tuple[str, ...]
    poles: dict[int, Pole]


@dataclass(frozen=True, slots=True)
class Assertion:
    """`claim` as read. `who` and `what`: the roots of who did it, and of what it was done to, in either voice.

    `of`: the act that would tell of a thing; `bare`: not plainly past; `limited`: not all, not yet, only.
    """

    claim: Claim
    how: How
    of: str
    who: frozenset[str]
    what: frozenset[str]
    bare: bool
    limited: bool
    unreal: bool  # quoted, hoped for, or behind a denial of something else


@lru_cache(maxsize=8192)
def _read(sentence: str) -> _Read:
    told = words(sentence)
    for at in told_by(sentence):
        if denying.denies(sentence[at.start : at.end]):
            continue
        told = tuple(word for word in told if not at.start <= word.start < at.end)
    low = tuple(word.low for word in told)
    telling = (place for place, word in enumerate(told) if denying.may_tell(word))
    return _Read(told, low, {place: _pole(told, low, place) for place in telling})


@lru_cache(maxsize=8192)
def denials(sentence: str) -> tuple[Assertion, ...]:
    """What it says is not so."""
    told, low, poles = _read(sentence)
    places = dict(denying.denied(told, low))
    for place, (_, holds) in poles.items():
        if not holds:
            places.setdefault(place, ("opposite", ""))
    found = [_assertion(sentence, place, *how) for place, how in places.items()]
    return tuple(each for each in found if not each.claim.holds and not each.unreal)


@lru_cache(maxsize=8192)
def acts(sentence: str) -> frozenset[str]:
    """All that it speaks of, whether as so or as not so."""
    return frozenset(act for act, _ in _read(sentence).poles.values())


@lru_cache(maxsize=32768)
def mentions(sentence: str, act: str) -> tuple[Assertion, ...]:
    """Where it speaks of an act, a state or a thing."""
    poles = _read(sentence).poles
    return tuple(_assertion(sentence, place, "", "") for place, (told, _) in poles.items() if told == act)


def _pole(told: Sequence[Word], low: Sequence[str], place: int) -> Pole:
    """The act that a word tells, and whether it says that it is so: "turned ... down" is what rejects."""
    root = told[place].root
    for particle, pole in PARTED.get(root, ()):
        if particle in low[place + 1 : place + _PARTED_BY]:
            return pole
    return POLES.get(root, (root, True))


def _assertion(sentence: str, place: int, how: How, of: str) -> Assertion:
    told, low, poles = _read(sentence)
    word = told[place]
    act, pole = poles[place]
    times = denying.times(told, low, place)
    if how == "nothing" and not times:
        times, pole = 1, True
    reach = low[max(0, place - 5) : place][::-1]
    back, forth = clauses.back(told, place, 10), clauses.forth(told, place, 12)
    passive = clauses.is_passive(reach)
    subject, behind = clauses.subject(back), clauses.phrase(forth)
    claim = Claim(
        act,
        pole is (times % 2 == 0),
        Span(told[denying.begin(low, place) if times else place].start, _end(told, place)),
        clauses.content(back),
        clauses.content(forth),
        passive=passive,
        planned=clauses.is_planned(word, reach),
        phrase=behind,
        denied=bool(times),
    )
    return Assertion(
        claim,
        how or ("not" if times else "" if pole else "opposite"),
        POLES.get(of, (of,))[0],
        who=_by_whom(told, low, place) if passive else clauses.phrase(subject),
        what=clauses.phrase(subject) if passive else behind,
        bare=not (clauses.is_plainly_past(word, reach) or times),
        limited=not _LIMITS.isdisjoint(low[max(0, place - _BESIDE) : place + _BESIDE + 1]),
        unreal=_is_unreal(sentence, place, times) or clauses.is_open(reach, back) or _is_supposed(low, how),
    )


def _end(told: Sequence[Word], place: int) -> int:
    """With the words that belong to a verb: "down" of "turned down" has no root of its own."""
    at = place + 1
    while at < len(told) and not told[at].root and told[at].text.isalpha():
        at += 1
    return told[at - 1].end


def _by_whom(told: Sequence[Word], low: Sequence[str], place: int) -> frozenset[str]:
    by = next((at for at in range(place + 1, min(len(told), place + 10)) if low[at] == "by"), None)
    return clauses.phrase(told[by + 1 : by + 6]) if by is not None else frozenset()


def _is_unreal(sentence: str, place: int, times: int) -> bool:
    told, low, _ = _read(sentence)
    before = low[max(0, place - 5) : place]
    if plain(sentence).count('"', 0, told[place].start) % 2 or ("would" in before and "have" in before):
        return True
    if times:
        return False
    return denying.is_behind(low, place) or not _HOPING.isdisjoint(before) or _is_infinitive(told, low, place)


def _is_supposed(low: Sequence[str], how: How) -> bool:
    """ "Without the patch, the flaw could be used": what would be, not what is lacking."""
    return how in ("without", "nothing") and "without" in low and not _SUPPOSING.isdisjoint(low)


def _is_infinitive(told: Sequence[Word], low: Sequence[str], place: int) -> bool:
    """ "to reach an agreement", but "had to leave"."""
    for at in range(max(1, place - 4), place):
        is_verb = low[at] == "to" and low[at + 1] not in verbs.DETERMINERS and told[at + 1].text[0].islower()
        if is_verb and low[at - 1] not in ("had", "have", "has") and (at + 1 == place or told[at + 1].root):
            return True
    return False
