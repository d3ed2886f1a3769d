"""What a sentence says is so or not so: each word of an act, a state or a thing, and whether it holds there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.linking import clauses, denying, verbs
from bot.linking.claims import Claim
from bot.linking.denying import How
from bot.linking.lexicon import Pole
from bot.linking.telling import telling
from bot.linking.wordforms import Word
from bot.model import Span
from bot.words import plain

_HOPING = frozenset(
    "prospect prospects hope hopes chance chances effort efforts attempt attempts possibility bid".split()
)

_SUPPOSING = frozenset("could would might may can".split())


@dataclass(frozen=True, slots=True)
class Assertion:
    """`claim` as read, and all that its word tells, each with whether it holds: "rejected" tells that ACCEPT does not.

    `who` and `what`: the roots of who did it, and of what it was done to, in either voice.
    `of`: the act that would tell of a thing; `bare`: not plainly past;
    `attribute`: it only says which.
    """

    claim: Claim
    acts: tuple[Pole, ...]
    how: How
    of: str
    who: frozenset[str]
    what: frozenset[str]
    bare: bool
    attribute: bool
    unreal: bool  # quoted, hoped for, or behind a denial of something else


@lru_cache(maxsize=8192)
def denials(sentence: str) -> tuple[Assertion, ...]:
    """What it says is not so, or is the opposite."""
    told, low, poles = telling(sentence)
    places = dict(denying.denied(told, low))
    for place, acts in poles.items():
        if not all(holds for _, holds in acts):
            places.setdefault(place, ("", ""))
    found = [_assertion(sentence, place, *how) for place, how in places.items() if place in poles]
    return tuple(each for each in found if not each.unreal and not all(holds for _, holds in each.acts))


@lru_cache(maxsize=8192)
def acts(sentence: str) -> frozenset[str]:
    """All that it speaks of, whether as so or as not so."""
    return frozenset(act for told in telling(sentence).poles.values() for act, _ in told)


@lru_cache(maxsize=32768)
def mentions(sentence: str, act: str) -> tuple[Assertion, ...]:
    """Where it speaks of an act, a state or a thing."""
    poles = telling(sentence).poles
    return tuple(
        _assertion(sentence, place, "", "") for place, told in poles.items() if any(each == act for each, _ in told)
    )


@lru_cache(maxsize=32768)
def _assertion(sentence: str, place: int, how: How, of: str) -> Assertion:
    told, low, poles = telling(sentence)
    word = told[place]
    times = denying.times(told, low, place)
    if how == "nothing" and not times:
        times = 1
    reach = low[max(0, place - 5) : place][::-1]
    back, forth = clauses.back(told, place, 10), clauses.forth(told, place, 12)
    passive = clauses.is_passive(reach)
    who, behind = clauses.subject(back), clauses.phrase(forth)
    claim = Claim(
        word.root,
        times % 2 == 0,
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
        tuple((act, pole is (times % 2 == 0)) for act, pole in poles[place]),
        how or ("not" if times else ""),
        of,
        who=clauses.phrase(_behind(told, low, place, "by") if passive else who),
        what=clauses.phrase(who) if passive else behind,
        bare=not (clauses.is_plainly_past(word, reach) or times),
        attribute=_is_attribute(told, low, place),
        unreal=_is_unreal(sentence, place, times, planned=claim.planned)
        or clauses.is_open(reach, back)
        or _is_supposed(low, how),
    )


def _end(told: Sequence[Word], place: int) -> int:
    """With the words that belong to a verb: "down" of "turned down" has no root of its own."""
    at = place + 1
    while at < len(told) and not told[at].root and told[at].text.isalpha():
        at += 1
    return told[at - 1].end


def _behind(told: Sequence[Word], low: Sequence[str], place: int, word: str) -> Sequence[Word]:
    by = next((at for at in range(place + 1, min(len(told), place + 10)) if low[at] == word), None)
    return told[by + 1 : by + 6] if by is not None else ()


def _is_attribute(told: Sequence[Word], low: Sequence[str], place: int) -> bool:
    """ "the missing plane", "poisonous algae": it only says which."""
    follows = place + 1 < len(told) and told[place + 1].is_content and told[place + 1].text.islower()
    return follows and (not place or low[place - 1] in verbs.ARTICLES or not told[place - 1].root)


def _is_unreal(sentence: str, place: int, times: int, *, planned: bool) -> bool:
    told, low, _ = telling(sentence)
    before = low[max(0, place - 5) : place]
    if plain(sentence).count('"', 0, told[place].start) % 2 or ("would" in before and "have" in before):
        return True
    if times:
        return False
    return (
        denying.is_behind(low, place)
        or not _HOPING.isdisjoint(before)
        or (not planned and _is_infinitive(told, low, place))
    )


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
