"""What a sentence says was done or not done: a verb, whether it holds, and the words it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from bot.linking import verbs
from bot.linking.numbers import NUMERALS
from bot.linking.papers import papers
from bot.linking.scopes import told_by
from bot.linking.wordforms import PAST, Word, words
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
    text = plain(sentence).replace("\n", " ").replace("n' t ", "n't  ")
    spoken = [Span(*found.span()) for found in _SPOKEN.finditer(text)]
    told = words(text)
    reports = told_by(sentence)
    content = [word for word in told if not any(at.start <= word.start < at.end for at in reports)]
    found = (*_done(content), *_papers(text))
    return tuple(claim for claim in found if not any(at.overlaps(claim.at) for at in spoken))


def _done(told: Sequence[Word]) -> Iterator[Claim]:
    for place, word in enumerate(told):
        if not word.is_content or word.text[0].isupper() or not word.text[0].isalpha() or _says_little(told, place):
            continue
        if word.text.lower() in verbs.FAILING and any(each.text == "to" for each in told[place + 1 : place + 2]):
            continue
        reach = [each.text if each.text == "May" else each.text.lower() for each in _run(told[:place][::-1], 5)]
        back, forth = _back(told, place, 10), _forth(told, place, 12)
        planned, negated = _is_planned(word, reach), _is_negated(reach[:4])
        if _is_open(reach, back) or not (negated or planned or _is_plainly_past(word, reach) or _had_to(reach)):
            continue
        nobody = _is_of_nobody(back, forth) or _is_denied(told, place)
        lent = _lent(told, place)
        act, holds = (lent, True) if lent else verbs.OPPOSITES.get(word.root, (word.root, True))
        passive = _is_passive(reach) or lent == verbs.HELD
        forth = [word for word in forth if not lent or word.text != "place"]
        yield Claim(
            act,
            holds is ((negated is nobody) is not _is_against(told, place)),
            Span(_begin(told, place, negated=negated, nobody=nobody), word.end),
            _content(back),
            _content(forth),
            passive=passive,
            thing=_head(_subject(back)) if passive else _head(forth),
            planned=planned,
            denied=negated is not nobody,
            phrase=_phrase(forth),
        )


def _is_against(told: Sequence[Word], place: int) -> bool:
    """ "voted against"."""
    return told[place].root in verbs.SIDES and any(word.text == "against" for word in told[place + 1 : place + 2])


def _is_denied(told: Sequence[Word], place: int) -> bool:
    """ "denied that rebels had captured it"."""
    before = [word.text.lower() for word in told[max(0, place - 10) : place]]
    return "that" in before and any(word in verbs.DENYING for word in before[: before.index("that")])


def _says_little(told: Sequence[Word], place: int) -> bool:
    """ "took" by itself; something that "took place" says more."""
    is_told_of = not {"was", "were", "been"}.isdisjoint(word.text for word in told[max(0, place - 3) : place])
    little = told[place].root in verbs.SAYING and not (told[place].root == verbs.ANNOUNCED and is_told_of)
    return little and not _lent(told, place)


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
    begin = next((n for n in range(place, max(-1, place - reach), -1) if told[n].text.lower() in marks), place)
    return told[max(0, begin - 1) if negated and not nobody else begin].start


def _is_open(reach: Sequence[str], back: Sequence[Word]) -> bool:
    """It only may be so, or is wanted."""
    if any(word.text.lower() in verbs.CONDITIONS for word in back):
        return True
    negated_could = "could" in reach and _is_negated(reach[:4])
    return not negated_could and not verbs.MODAL.isdisjoint(reach[:4])


def _is_planned(word: Word, reach: Sequence[str]) -> bool:
    """ "will open", "is to be opened", "opens"."""
    if word.text in verbs.SCHEDULED and reach and reach[0] not in verbs.DETERMINERS:
        return True
    before = [each for each in reach if each not in verbs.SKIPPED and not each.endswith("ly")]
    if before[:1] and before[0] in verbs.WILL:
        return True
    return before[:1] == ["to"] and len(before) > 1 and before[1] in verbs.TO_BE


def _had_to(reach: Sequence[str]) -> bool:
    """ "had to leave"."""
    return list(reach[:2]) in (["to", "had"], ["to", "have"], ["to", "has"])


def _is_plainly_past(word: Word, reach: Sequence[str]) -> bool:
    before = [each for each in reach if not each.endswith("ly")]
    is_adjective = word.text.endswith("ed") and before[:1] and before[0] in verbs.ARTICLES
    return _is_past(word, reach) and "to" not in reach[:2] and not is_adjective


def _is_of_nobody(back: Sequence[Word], forth: Sequence[Word]) -> bool:
    """ "no convoy entered", "found no asbestos"."""
    subject = takewhile(lambda word: word.text.lower() not in verbs.CLAUSES, back)
    said = [word.text.lower() for word in (*forth[:1], *subject)][:7]
    return not verbs.NOBODY.isdisjoint(said) and verbs.NO_MATTER.isdisjoint(said)


def _subject(back: Sequence[Word]) -> list[Word]:
    """The words right before a verb in the order of the text, without the clause that reports it."""
    own = takewhile(lambda word: word.text.lower() not in verbs.CLAUSES and word.root not in verbs.SAYING, back)
    return list(own)[::-1]


def _head(phrase: Sequence[Word]) -> str:
    """The last word that says something before a preposition ends the phrase: "bill" of "the dam bill on Tuesday"."""
    head = ""
    for word in phrase:
        if word.text.lower() in verbs.PREPOSITIONS or (head and word.text.lower() in verbs.WHEN):
            break
        head = word.root if word.is_content else head
    return head


def _phrase(run: Sequence[Word]) -> frozenset[str]:
    """The roots of what it was done to, up to a preposition."""
    phrase = takewhile(lambda word: word.text.lower() not in verbs.PREPOSITIONS | verbs.WHEN, run)
    return frozenset(word.root for word in phrase if word.is_content)


def _is_negated(reach: Sequence[str]) -> bool:
    """`reach`: the words before a verb, the nearest first."""
    between = takewhile(lambda word: word not in verbs.NEGATORS and not word.endswith("n't"), reach[:3])
    passed = list(between)
    if len(passed) < len(reach[:3]) and all(word in verbs.SKIPPED or word.endswith("ly") for word in passed):
        return "only" not in reach[:3]
    if "to" in reach[:2] and not verbs.FAILING.isdisjoint(reach[1:3]):
        return True
    return bool(reach) and (
        reach[0] == "without" or (reach[0] == "from" and not verbs.ABSTAINING.isdisjoint(reach[1:2]))
    )


def _is_passive(reach: Sequence[str]) -> bool:
    near = [word for word in reach[:3] if not word.endswith("ly") and word not in verbs.NEGATORS]
    return bool(near) and near[0] in ("was", "were", "been", "being", "be")


def _is_past(word: Word, reach: Sequence[str]) -> bool:
    lower = word.text.lower()
    return lower.endswith("ed") or lower in PAST or (bool(reach) and reach[0] in verbs.AUXILIARY)


def _back(told: Sequence[Word], place: int, most: int) -> list[Word]:
    """The words before a verb, the nearest first, with what is put in between commas and what stands before that."""
    begin = place
    while begin and told[begin - 1].text.lower() in verbs.AUXILIARY | verbs.NEGATORS | verbs.WILL:
        begin -= 1
    if begin > 1 and told[begin - 1].text.lower() in verbs.RELATIVE:
        antecedent = begin - 2 if told[begin - 2].text == "," else begin - 1
        return _run(told[max(0, antecedent - most) : antecedent][::-1], most)
    put_in = begin > 1 and told[begin - 1].text == ","
    opened = (
        next((n for n in range(begin - 2, max(-1, begin - 10), -1) if told[n].text == ","), None) if put_in else None
    )
    if opened is None:
        return _run(told[max(0, place - most - 4) : place][::-1], most)
    within = _run(told[opened + 1 : begin - 1][::-1], most)
    return [*within, *_run(told[max(0, opened - most - 4) : opened][::-1], most)]


def _forth(told: Sequence[Word], place: int, most: int) -> list[Word]:
    return _run(told[place + 1 : place + most + 5], most)


def _run(run: Sequence[Word], most: int) -> list[Word]:
    kept: list[Word] = []
    for word in run:
        if word.text.lower() in verbs.ENDS:
            break
        if word.root or word.text == "-":
            kept.append(word)
    return [word for word in kept if word.root][:most]


def _content(run: Sequence[Word]) -> frozenset[str]:
    """Dates and numbers are no part of what is told: they are compared by themselves."""
    return frozenset(
        word.root
        for word in run
        if word.is_content
        and not word.text[0].isdigit()
        and word.text.lower() not in verbs.UNTOLD
        and word.text.lower() not in NUMERALS
    )


def _papers(text: str) -> Iterator[Claim]:
    """Whether there is a statement, a deal."""
    for paper in papers(text):
        yield Claim(f"exists {paper.kind}", paper.exists, paper.at, paper.manner, paper.around)
