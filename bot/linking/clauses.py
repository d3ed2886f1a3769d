"""The words on either side of a verb: who stands before it, what behind, and whether it is past, planned or open."""

from collections.abc import Sequence
from itertools import takewhile

from bot.linking import verbs
from bot.linking.numbers import NUMERALS
from bot.linking.wordforms import PAST, Word

_VERBAL = verbs.AUXILIARY | verbs.NEGATORS | verbs.WILL
_BEHIND = verbs.PREPOSITIONS | verbs.WHEN


_CUES = _VERBAL | frozenset("to without from".split())


def may_tell(word: Word, reach: Sequence[str]) -> bool:
    """Whether it can be past, planned or negated at all: soon seen of the many words that are none."""
    return (
        word.low.endswith("ed")
        or word.low in PAST
        or word.text in verbs.SCHEDULED
        or any(each in _CUES or each.endswith("n't") for each in reach)
    )


def is_open(reach: Sequence[str], back: Sequence[Word]) -> bool:
    """It only may be so, or is wanted."""
    if any(word.low in verbs.CONDITIONS for word in back):
        return True
    negated_could = "could" in reach and is_negated(reach[:4])
    return not negated_could and not verbs.MODAL.isdisjoint(reach[:4])


def is_planned(word: Word, reach: Sequence[str]) -> bool:
    """ "will open", "is to be opened", "opens"."""
    if word.text in verbs.SCHEDULED and reach and reach[0] not in verbs.DETERMINERS:
        return True
    before = [each for each in reach if each not in verbs.SKIPPED and not each.endswith("ly")]
    if before[:1] and before[0] in verbs.WILL:
        return True
    return before[:1] == ["to"] and len(before) > 1 and before[1] in verbs.TO_BE


def is_plainly_past(word: Word, reach: Sequence[str]) -> bool:
    before = [each for each in reach if not each.endswith("ly")]
    is_adjective = word.text.endswith("ed") and before[:1] and before[0] in verbs.ARTICLES
    return _is_past(word, reach) and "to" not in reach[:2] and not is_adjective


def subject(back: Sequence[Word]) -> list[Word]:
    """The words right before a verb in the order of the text, without the clause that reports it."""
    own = takewhile(lambda word: word.low not in verbs.CLAUSES and word.root not in verbs.SAYING, back)
    return list(own)[::-1]


def head(run: Sequence[Word]) -> str:
    """The last word that says something before a preposition ends the phrase: "bill" of "the dam bill on Tuesday"."""
    last = ""
    for word in run:
        if word.low in verbs.PREPOSITIONS or (last and word.low in verbs.WHEN):
            break
        last = word.root if word.is_content else last
    return last


def phrase(run: Sequence[Word]) -> frozenset[str]:
    """The roots of what it was done to, up to a preposition."""
    own = takewhile(lambda word: word.low not in _BEHIND, run)
    return frozenset(word.root for word in own if word.is_content)


def is_negated(reach: Sequence[str]) -> bool:
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


def is_passive(reach: Sequence[str]) -> bool:
    near = [word for word in reach[:3] if not word.endswith("ly") and word not in verbs.NEGATORS]
    return bool(near) and near[0] in ("was", "were", "been", "being", "be")


def _is_past(word: Word, reach: Sequence[str]) -> bool:
    lower = word.low
    return lower.endswith("ed") or lower in PAST or (bool(reach) and reach[0] in verbs.AUXILIARY)


def back(told: Sequence[Word], place: int, most: int) -> list[Word]:
    """The words before a verb, the nearest first, with what is put in between commas and what stands before that."""
    begin = place
    while begin and told[begin - 1].low in _VERBAL:
        begin -= 1
    if begin > 1 and told[begin - 1].low in verbs.RELATIVE:
        antecedent = begin - 2 if told[begin - 2].text == "," else begin - 1
        return run(told[max(0, antecedent - most) : antecedent][::-1], most)
    put_in = begin > 1 and told[begin - 1].text == ","
    opened = (
        next((n for n in range(begin - 2, max(-1, begin - 10), -1) if told[n].text == ","), None) if put_in else None
    )
    if opened is None:
        return run(told[max(0, place - most - 4) : place][::-1], most)
    within = run(told[opened + 1 : begin - 1][::-1], most)
    return [*within, *run(told[max(0, opened - most - 4) : opened][::-1], most)]


def forth(told: Sequence[Word], place: int, most: int) -> list[Word]:
    return run(told[place + 1 : place + most + 5], most)


def run(run: Sequence[Word], most: int) -> list[Word]:
    kept: list[Word] = []
    for word in run:
        if word.low in verbs.ENDS:
            break
        if word.root:
            kept.append(word)
            if len(kept) == most:
                break
    return kept


def content(run: Sequence[Word]) -> frozenset[str]:
    """Dates and numbers are no part of what is told: they are compared by themselves."""
    return frozenset(
        word.root
        for word in run
        if word.is_content and not word.text[0].isdigit() and word.low not in verbs.UNTOLD and word.low not in NUMERALS
    )
