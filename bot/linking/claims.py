"""What a sentence says was done or not done: a verb, whether it holds, and the words it is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from bot.linking import clauses, verbs
from bot.linking.papers import papers
from bot.linking.scopes import told_by
from bot.linking.wordforms import Word, outside, words
from bot.model import Span
from bot.words import plain

_SPOKEN = re.compile(r'"[^"]*(?:"|$)|^[^"]*(?<=[,.?!])"|\b(?:I|[Ww]e)\b.*')
"""What somebody says is theirs, not the document's."""


@dataclass(frozen=True, slots=True)
class Claim:
    """`act`: a verb's root, or "exists communiqu". `before` and `after`: roots of the words on either side of it.

    `at` is the half-open span of its words in the sentence, `name` the paper's own words where one is there or not.
    """

    act: str
    holds: bool
    at: Span
    before: frozenset[str]
    after: frozenset[str]
    passive: bool = False
    thing: str = ""  # the root of what it was done to
    planned: bool = False  # to come
    phrase: frozenset[str] = frozenset()  # the roots of the words right after it, up to a preposition
    denied: bool = False  # said not to be so, whatever the verb

    @property
    def about(self) -> frozenset[str]:
        return self.before | self.after


@lru_cache(maxsize=8192)
def claims(sentence: str) -> tuple[Claim, ...]:
    text = _even(sentence)
    return (*_unspoken(text, _done(outside(words(text), told_by(sentence)))), *told_papers(sentence))


@lru_cache(maxsize=8192)
def told_papers(sentence: str) -> tuple[Claim, ...]:
    """Whether there is a statement, a deal."""
    text = _even(sentence)
    found = (
        Claim(f"exists {paper.kind}", paper.exists, paper.at, paper.manner, paper.around) for paper in papers(text)
    )
    return _unspoken(text, found)


def _even(sentence: str) -> str:
    return plain(sentence).replace("\n", " ").replace("n' t ", "n't  ")


def _unspoken(text: str, found: Iterable[Claim]) -> tuple[Claim, ...]:
    told = tuple(found)
    spoken = [Span(*each.span()) for each in _SPOKEN.finditer(text)] if told else []
    return tuple(claim for claim in told if not any(at.overlaps(claim.at) for at in spoken))


def _done(told: Sequence[Word]) -> Iterator[Claim]:
    for place, word in enumerate(told):
        first = word.text[0]
        if not word.is_content or first.isupper() or not first.isalpha() or _says_little(told, place):
            continue
        if word.low in verbs.FAILING and any(each.text == "to" for each in told[place + 1 : place + 2]):
            continue
        before = clauses.run(told[place - 1 :: -1], 5) if place else ()
        reach = [each.text if each.text == "May" else each.low for each in before]
        if not clauses.may_tell(word, reach):
            continue
        planned, negated = clauses.is_planned(word, reach), clauses.is_negated(reach[:4])
        if not (negated or planned or clauses.is_plainly_past(word, reach) or _had_to(reach)):
            continue
        back, forth = clauses.back(told, place, 10), clauses.forth(told, place, 12)
        if clauses.is_open(reach, back):
            continue
        nobody = _is_of_nobody(back, forth) or _is_denied(told, place)
        lent = _lent(told, place)
        act, holds = (lent, True) if lent else verbs.OPPOSITES.get(word.root, (word.root, True))
        passive = clauses.is_passive(reach) or lent == verbs.HELD
        forth = [word for word in forth if not lent or word.text != "place"]
        yield Claim(
            act,
            holds is ((negated is nobody) is not _is_against(told, place)),
            Span(_begin(told, place, negated=negated, nobody=nobody), word.end),
            clauses.content(back),
            clauses.content(forth),
            passive=passive,
            thing=clauses.head(clauses.subject(back)) if passive else clauses.head(forth),
            planned=planned,
            denied=negated is not nobody,
            phrase=clauses.phrase(forth),
        )


def _is_against(told: Sequence[Word], place: int) -> bool:
    """ "voted against"."""
    return told[place].root in verbs.SIDES and any(word.text == "against" for word in told[place + 1 : place + 2])


def _is_denied(told: Sequence[Word], place: int) -> bool:
    """ "denied that rebels had captured it"."""
    before = [word.low for word in told[max(0, place - 10) : place]]
    return "that" in before and any(word in verbs.DENYING for word in before[: before.index("that")])


def _says_little(told: Sequence[Word], place: int) -> bool:
    """ "took" by itself; something that "took place" says more."""
    if told[place].root not in verbs.SAYING or _lent(told, place):
        return False
    is_told_of = not {"was", "were", "been"}.isdisjoint(word.text for word in told[max(0, place - 3) : place])
    return not (told[place].root == verbs.ANNOUNCED and is_told_of)


def _lent(told: Sequence[Word], place: int) -> str:
    """ "landfall" of "made landfall": what a verb that means little by itself does."""
    if told[place].root not in verbs.LIGHT:
        return ""
    if any(word.text in verbs.PARTICLES for word in told[place + 1 : place + 2]):
        return f"{told[place].root} {told[place + 1].text}"
    following = [word for word in told[place + 1 : place + 3] if word.text not in verbs.INTO][:1]
    if following and following[0].text == "place":
        return verbs.HELD
    return following[0].root if following and following[0].is_content and following[0].text.islower() else ""


def _begin(told: Sequence[Word], place: int, *, negated: bool, nobody: bool) -> int:
    """Where the words begin that say so: a denial takes its "not" along, or the "no" of its subject."""
    marks = verbs.NOBODY | verbs.DENYING if nobody else verbs.NEGATORS | verbs.FAILING if negated else verbs.WILL
    reach = 10 if nobody else 5
    begin = next((n for n in range(place, max(-1, place - reach), -1) if told[n].low in marks), place)
    return told[max(0, begin - 1) if negated and not nobody else begin].start


def _had_to(reach: Sequence[str]) -> bool:
    """ "had to leave"."""
    return list(reach[:2]) in (["to", "had"], ["to", "have"], ["to", "has"])


def _is_of_nobody(back: Sequence[Word], forth: Sequence[Word]) -> bool:
    """ "no convoy entered", "found no asbestos"."""
    subject = takewhile(lambda word: word.low not in verbs.CLAUSES, back)
    said = [word.low for word in (*forth[:1], *subject)][:7]
    return not verbs.NOBODY.isdisjoint(said) and verbs.NO_MATTER.isdisjoint(said)
