"""How a sentence says that something is not so: "not", "nobody", "failed to", "denied that". Cues are added here."""

from collections.abc import Iterator, Sequence
from typing import Literal

from bot.linking import verbs
from bot.linking.numbers import NUMERALS
from bot.linking.wordforms import PAST, Word

How = Literal["", "not", "nobody", "nothing", "without", "denied", "against"]
"""By what: "nothing" and "without" of a thing that is not there."""
Found = tuple[int, tuple[How, str]]
"""The place of a word that is denied, how, and of a thing the act that would tell of it."""

_NOT = frozenset("not never cannot nor hardly".split())
_FAILING = verbs.FAILING | frozenset("failing refusing declining failure refusal reluctant neglects".split())
_DENYING = frozenset("denied denies deny denying refuted refutes".split())
_DISMISSING = frozenset(
    "dismissed dismisses dismissing rejected rejects rejecting disputed disputes contradicted".split()
)
_REPORTS = frozenset(
    """report reports claim claims rumour rumours rumor rumors allegation allegations accusation accusations suggestion
    suggestions speculation charge charges""".split()
)
_FALSE = frozenset("false untrue wrong unfounded baseless incorrect invented fabricated".split())
_LACKING = frozenset("without lacked lacking lacks lack".split())
_FREE = frozenset("free clear".split())
_TO = frozenset("to by on for".split())  # "paid to no one"
_WITH = frozenset("with of in at".split())  # "sentences with no chance of parole"
_EMPTY = frozenset("one longer such sign evidence trace least reason".split())
_ONE = ("a",), ("one",), ("even",)
_NO_DENIAL = frozenset("longer matter doubt".split())
_ENDS = frozenset([*";:—–()", *"but while although though because whereas however adding saying".split()])
_STOPS = _ENDS | frozenset("when which who after before until as since".split())
_BORDERS = _STOPS | verbs.WILL | frozenset("what how whether why if that where".split())
_PASSED = verbs.SKIPPED | verbs.AUXILIARY | verbs.DETERMINERS | frozenset("to any so yet".split())
_NO_ACTS = (
    verbs.WHEN
    | NUMERALS
    | frozenset("according close first second third next last own same".split())
    | frozenset(
        "minute minutes hour hours day days week weeks month months year years percent cent dollar euro".split()
    )
)
_LITTLE = verbs.LIGHT | verbs.SAYING | {""}
_CUES = (
    _NOT
    | _FAILING
    | verbs.NOBODY
    | _LACKING
    | _FREE
    | _DENYING
    | _DISMISSING
    | _FALSE
    | frozenset("t yet vain of than from against out refuse refuses".split())
)
"""A word that is none of these denies nothing."""
_NEAR, _FAR = 4, 12  # words


def may_tell(word: Word) -> bool:
    """Whether a word may tell an act, a state or a thing: no name, number or day, and none that says little."""
    first = word.text[0]
    if word.root in _LITTLE or first.isdigit() or (first.isupper() and word.start) or not word.is_content:
        return False
    return word.low not in _NO_ACTS


def is_light(word: Word) -> bool:
    """ "gave", "came": it tells what it means, and what follows tells more."""
    return word.root in verbs.LIGHT and word.text[0].islower()


def denies(report: str) -> bool:
    """ "The army dismissed reports that"."""
    return not (_DENYING | _DISMISSING).isdisjoint(report.lower().split())


def denied(told: Sequence[Word], low: Sequence[str]) -> Iterator[Found]:
    """The words that a denial is about."""
    for place, word in enumerate(low):
        if word not in _CUES and not word.endswith("n't"):
            continue
        after = low[place + 1] if place + 1 < len(low) else ""
        if _is_nobody(low, place):
            yield from _of_nobody(told, low, place)
        elif _is_not(low, place) or _is_abstaining(low, place):
            yield from _governed(told, low, place, "not")
        elif (word in _FAILING or word in ("yet", "vain")) and after == "to":
            yield from _governed(told, low, place + 1, "not")
        elif word in _LACKING or _is_instead(low, place):
            yield from _governed(told, low, place, "without")
        elif word == "against" and place and told[place - 1].root in verbs.SIDES:
            yield place - 1, ("against", "")
        else:
            yield from _complement(told, low, place)
        if word in _FREE and after in ("of", "from"):
            yield from _thing(told, low, place + 1)
        elif word in _LACKING or (word.startswith("refus") and after != "to"):
            yield from _thing(told, low, place)


def _is_nobody(low: Sequence[str], place: int) -> bool:
    """ "nobody", "no ship", "not a penny", "not one of them", but not "was not a member"."""
    if low[place] != "not":
        return low[place] in verbs.NOBODY
    return low[place + 1 : place + 2] in _ONE and (not place or low[place - 1] not in verbs.AUXILIARY)


def _is_not(low: Sequence[str], place: int) -> bool:
    word = low[place]
    return word in _NOT or word.endswith("n't") or (word == "t" and place > 0 and low[place - 1].endswith("n'"))


def _is_instead(low: Sequence[str], place: int) -> bool:
    return place > 0 and (low[place - 1], low[place]) in (("instead", "of"), ("rather", "than"))


def _is_abstaining(low: Sequence[str], place: int) -> bool:
    return low[place] == "from" and place > 0 and low[place - 1] in verbs.ABSTAINING


def _governed(told: Sequence[Word], low: Sequence[str], place: int, how: How) -> Iterator[Found]:
    """The next word that says something."""
    is_contrast = low[place] == "not" and place > 0 and low[place - 1] not in verbs.AUXILIARY
    if is_contrast and low[place + 1 : place + 2] and low[place + 1] in verbs.PREPOSITIONS:
        return  # "with governments, not with banks"
    for at in range(place + 1, min(len(told), place + _NEAR + 2)):
        if low[at] in _ENDS or low[at] == "," or low[at][0].isdigit():
            return
        is_manner = low[at].endswith("ly") and at + 1 < len(told)
        if is_light(told[at]):
            yield at, (how, "")
        if may_tell(told[at]) and not is_manner and low[at] != "longer":
            yield at, (how, "")
            return


def _thing(told: Sequence[Word], low: Sequence[str], place: int) -> Iterator[Found]:
    """The head of the phrase right behind it: "permission" of "refused planning permission for"."""
    last = None
    for at in range(place + 1, min(len(told), place + 6)):
        word = low[at]
        if not told[at].root or word in _BORDERS:
            break
        if word in verbs.PREPOSITIONS:
            if last is not None or low[at - 1] not in _EMPTY:
                break
        elif word in verbs.DETERMINERS or not may_tell(told[at]):
            if last is not None and not told[at].text[0].isupper():
                break
        elif last is not None and (word.endswith("ed") or word in PAST):
            break
        else:
            last = None if word in _EMPTY else at
    if last is not None:
        yield last, ("nothing", "")


def _of_nobody(told: Sequence[Word], low: Sequence[str], place: int) -> Iterator[Found]:
    if low[place] == "no" and not _NO_DENIAL.isdisjoint(low[place + 1 : place + 2]):
        if low[place + 1] == "longer":
            yield from _governed(told, low, place + 1, "not")
        return
    verb = _verb_of_nobody(told, low, place)
    if verb is not None:
        yield verb, ("nobody", "")
    if low[place] == "no":
        for thing, (how, _) in _thing(told, low, place):
            yield thing, (how, told[verb].root if verb not in (None, thing) else "")


def _verb_of_nobody(told: Sequence[Word], low: Sequence[str], place: int) -> int | None:
    """ "found" of "found no asbestos", "entered" of "no convoy entered"."""
    for at in range(place - 1, max(-1, place - _NEAR), -1):
        if low[at] in _STOPS or low[at] == "," or low[at] in _WITH:
            break
        if may_tell(told[at]):
            return at
    is_told = False
    for at in range(place + 1, min(len(told), place + 10)):
        if low[at] in _STOPS or low[at] == ",":
            return None
        is_told = is_told or low[at] in verbs.AUXILIARY
        if may_tell(told[at]) and (is_told or low[at].endswith("ed") or low[at] in PAST):
            return at
    return None


def _complement(told: Sequence[Word], low: Sequence[str], place: int) -> Iterator[Found]:
    """All words of what is denied, ruled out or called false: which of them tells the act, the other side shows."""
    begin, end = None, min(len(told), place + _FAR)
    if low[place] in _FALSE:
        begin = next((at for at in range(place, max(-1, place - _FAR), -1) if low[at] in _REPORTS), None)
        end = place
    elif _is_denial(low, place):
        begin = place
    if begin is None:
        return
    for at in range(begin + 1, end):
        if low[at] in _ENDS or (low[at] == "," and at > begin + 3):
            return
        if may_tell(told[at]) and low[at] not in _REPORTS:
            yield at, ("denied", "")


def _is_denial(low: Sequence[str], place: int) -> bool:
    """Of what follows: "denied", "dismissed reports", "ruled out"."""
    word = low[place]
    if word in _DENYING or (word == "out" and place > 0 and low[place - 1].startswith("rul")):
        return True
    return is_dismissal(low, place)


def is_dismissal(low: Sequence[str], place: int) -> bool:
    """ "rejected the accusation"."""
    return low[place] in _DISMISSING and not _REPORTS.isdisjoint(low[place + 1 : place + 4])


def times(told: Sequence[Word], low: Sequence[str], place: int) -> int:
    """How often a word is said not to be so: of what is denied twice it is said that it is."""
    against = told[place].root in verbs.SIDES and low[place + 1 : place + 2] == ("against",)
    return _is_negated(low, place) + _is_of_nobody(low, place) + _is_denied(low, place) + against


def _is_negated(low: Sequence[str], place: int) -> bool:
    passed = 0
    for at in range(place - 1, max(-1, place - 8), -1):
        if low[at] == "," or (low[at] in _STOPS and low[at] != "as"):
            return False
        if _is_not(low, at) and not _is_nobody(low, at):
            return low[at + 1] != "only"
        if _negates(low, at) or (low[at] in _FAILING and at == place - 1):
            return True
        passed += low[at] not in _PASSED and not low[at].endswith("ly")
        if passed > 1:
            return False
    return False


def _negates(low: Sequence[str], place: int) -> bool:
    word, after, before = low[place], low[place + 1], low[place - 1] if place else ""
    return (
        word in _LACKING
        or (word in _FAILING and after == "to")
        or _is_instead(low, place)
        or _is_abstaining(low, place)
        or (word, after) in (("yet", "to"), ("free", "of"), ("free", "from"), ("clear", "of"))
        or (before, word) in (("in", "vain"), ("no", "longer"))
        or (word == "out" and before.startswith("rul"))
    )


def _is_of_nobody(low: Sequence[str], place: int) -> bool:
    """ "no convoy entered", "found no asbestos", "no asbestos"."""
    following = low[place + 1 : place + 4]
    for at, word in enumerate(following[:2]):
        if word in verbs.NOBODY - {"neither"} and (at == 0 or following[0] in _TO):
            return _NO_DENIAL.isdisjoint(following[at + 1 : at + 2])
    for at in range(place - 1, max(-1, place - 9), -1):
        if low[at] in _STOPS or low[at] in (",", "that"):
            return False
        if _is_nobody(low, at):
            return low[at + 1] not in _NO_DENIAL
    return False


def _is_denied(low: Sequence[str], place: int) -> bool:
    for at in range(place - 1, max(-1, place - _FAR - 2), -1):
        if low[at] in _ENDS or (low[at] == "," and at + 3 < place and low[at - 1] not in _DENYING):
            return False
        if low[at] in _DENYING or (low[at] in _DISMISSING and _is_denial(low, at)):
            return not _is_negated(low, at)
        if low[at] in _REPORTS and not (_FALSE | _DENYING).isdisjoint(low[place : place + _FAR]):
            return True
    return False


def is_behind(low: Sequence[str], place: int) -> bool:
    """A denial stands before it in its clause, of whatever."""
    for at in range(place - 1, max(-1, place - _FAR), -1):
        if low[at] in _STOPS or low[at] in (",", "and"):
            return False
        if _is_not(low, at) or low[at] in _FAILING | verbs.NOBODY | _DENYING | {"without", "against"}:
            return True
    return False


def begin(low: Sequence[str], place: int) -> int:
    """Where the words begin that say that it is not so: "did not sign", "no ransom was paid"."""
    marks = _NOT | _FAILING | verbs.NOBODY | _DENYING | {"without", "out", "free"}
    at = next((at for at in range(place, max(-1, place - 8), -1) if low[at] in marks or low[at].endswith("n't")), place)
    return max(0, at - 1) if low[at] in ("not", "out") else at
