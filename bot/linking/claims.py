"""What a sentence says was done or not done: a verb, whether it holds, and the words it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.linking.wordforms import CALENDAR, PAST, Word, root, words
from bot.model import Span
from bot.words import plain

_NEGATORS = frozenset("not never n't cannot".split())
_FAILING = frozenset("failed refused declined unable neglected fails refuses declines".split())
_ABSTAINING = frozenset("refrained abstained stopped short".split())
_MODAL = frozenset(
    """will would shall should may might must can if whether unless expected expects planned plans due set ready likely
    unlikely possible possibly could
    hopes hoped wants wanted urged urges asked asks vowed vows pledged pledges threatened
    threatens agreed intends scheduled proposed proposes demanded demands called calls before until'd"""
    .replace("until'd", "until").split()
)  # fmt: skip
_AUXILIARY = frozenset("was were been be has have had is are did do does being being's".split())
_ENDS = frozenset([",", ";", ":", ".", "—", "–", "(", ")", '"', "and", "but", "while", "although", "though", "because"])
_PREPOSITIONS = frozenset(
    "of in on at to for with by from off near over under about into during after before against because as who "
    "which that was were been has had is are did not".split()
)
_SAYING = frozenset(
    root(word)
    for word in """said told added reported announced noted stated claimed stressed argued explained called asked
    described according need based used made took come came went got want""".split()
)

_LINES = (
    "approve pass ratify accept | reject block veto refuse",
    "win | lose",
    "convict | acquit",
    "survive | die",
    "rise increase climb grow gain | fall drop decline decrease shrink slump",
    "support back endorse | oppose",
    "allow permit | ban forbid prohibit",
)
_OPPOSITES = {
    root(word): (root(line.split()[0]), place == 0)
    for line in _LINES
    for place, part in enumerate(line.split("|"))
    for word in part.split()
}
"""Verb -> (the first verb of its line, whether it says that it holds)."""
_VERBS = {act: tuple(verb for verb, (first, _) in _OPPOSITES.items() if first == act) for act, _ in _OPPOSITES.values()}

_CREATE = (
    r"adopt(?:ed|ing)?|issued?|issuing|agree(?:d|ing)?(?: on| to| upon)?|reach(?:ed|ing)?|"
    r"conclud(?:e|ed|ing)|produc(?:e|ed|ing)|finali[sz](?:e|ed|ing)|str(?:ike|uck|iking)|approv(?:e|ed|ing)|releas(?:e|ed|ing)|publish(?:ed|ing)?|secur(?:e|ed|ing)|"
    r"broker(?:ed|ing)?|draft(?:ed|ing)?|pass(?:ed|ing)?"
)
_SIGN = r"sign(?:ed|ing)?(?: off on| up to| onto)?|endors(?:e|ed|ing)|signature (?:to|from|on)|initial(?:ed|led|ing)"
_PAPER = (
    r"(?:statement|communiqu[eé]|declaration|agreement|deal|accord|pact|treaty|ceasefire|truce|resolution|memorandum|"
    r"settlement|compromise|contract)s?\b"
)
_MANNER = r"(?:(?!and\b|but\b|that\b|which\b|who\b|of\b|on\b|to\b|with\b|in\b)[\w'’-]+ ){0,4}"
_NOT = r"(?:did not|didn't|could not|couldn't|failed to|(?:was |were )?unable to|had not|has not|have not|never)"
_ABSENT = re.compile(
    rf"\b{_NOT} (?:\w+ )?(?:{_CREATE}) (?:(?:a|an|any|its|their|the|his) )?(?P<a>{_MANNER}{_PAPER})"
    rf"|\bno (?P<b>(?:[\w-]+ ){{0,2}}{_PAPER})(?: \w+)? (?:was|were|has been|had been|could be|is) "
    rf"(?:adopted|issued|reached|agreed|signed|released|concluded|struck|published|forthcoming|made|found|in place)"
    rf"|\b(?:end|clos|conclud|finish|br[eo]ke?)\w* (?:\w+ ){{0,4}}?"
    rf"without (?:(?:a|an|any|adopting|issuing|reaching|agreeing on|signing) )+"
    rf"(?P<c>{_MANNER}{_PAPER})",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    rf"\b(?P<refused>did not|didn't|refused to|declined to|withheld (?:its|his|her|their)|refrained from|"
    rf"has not|had not) (?:{_SIGN}) (?:the|that) (?P<a>{_MANNER}{_PAPER})"
    rf"|\b(?:{_SIGN}|adopted|issued|reached|concluded|struck|agreed on|agreed to|agreed|released|published|"
    rf"finali[sz]ed) (?:a|an|the|their|its|that) (?P<b>{_MANNER}{_PAPER})"
    rf"|\bthe (?P<c>(?:[\w-]+ ){{0,3}}{_PAPER}) (?:was|were|has been|had been) (?:\w+ly )?"
    rf"(?:adopted|issued|reached|agreed|signed|released|concluded|struck|published)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r'"[^"]*(?:"|$)|^[^"]*(?<=[,.?!])"|\b(?:I|[Ww]e)\b.*')
"""What somebody says is theirs, not the document's."""
_TRIGGER = re.compile(
    r"\b(?:not|never|no|cannot|\w+n['’] ?t|without|fail\w*|refus\w+|declin\w+|unable|refrain\w*|abstain\w*|withh\w+|"
    r"lo(?:st|ses?)|die[ds]?|dropp?\w*|f[ae]ll\w*|(?:"
    + "|".join(word for line in _LINES for word in re.findall(r"\w{4,}", line.partition("|")[2]))
    + r")\w*)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:will|would|shall|should|may|might|must|can|could|if|whether|to|not|never|n't|no|fail\w*|yet|unable|without|"
    r"expected|before|until|hop\w+|deny|denied|been|proposed|draft) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)  # fmt: skip


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

    @property
    def about(self) -> frozenset[str]:
        return self.before | self.after


def verbs_of(act: str) -> tuple[str, ...]:
    """The roots of the verbs by which an act may be said to be done or not done."""
    return _VERBS.get(act, (act,))


def may_deny(sentence: str) -> bool:
    """Whether a sentence may say that something was not done, or is not there."""
    return bool(_TRIGGER.search(sentence))


@lru_cache(maxsize=8192)
def claims(sentence: str) -> tuple[Claim, ...]:
    text = plain(sentence).replace("\n", " ").replace("n' t ", "n't  ")
    spoken = [Span(*found.span()) for found in _SPOKEN.finditer(text)]
    told = words(text)
    found = (*_done(told), *_papers(text, told))
    return tuple(claim for claim in found if not any(at.overlaps(claim.at) for at in spoken))


def _done(told: Sequence[Word]) -> Iterator[Claim]:
    for place, word in enumerate(told):
        if not word.is_content or word.text[0].isupper() or not word.text[0].isalpha() or word.root in _SAYING:
            continue
        if word.text.lower() in _FAILING and any(each.text == "to" for each in told[place + 1 : place + 2]):
            continue
        reach = [each.text if each.text == "May" else each.text.lower() for each in _back(told, place, 4)]
        negated = _is_negated(reach)
        if not negated and (not _is_past(word, reach) or not _MODAL.isdisjoint(reach) or "to" in reach[:2]):
            continue
        if negated and not _MODAL.isdisjoint(reach) and "could" not in reach:
            continue
        act, holds = _OPPOSITES.get(word.root, (word.root, True))
        begin = next(
            (n for n in range(place, max(-1, place - 5), -1) if told[n].text.lower() in _NEGATORS | _FAILING), place
        )
        start = told[max(0, begin - 1)].start if negated else word.start
        back, forth = _back(told, place, 10), _forth(told, place, 12)
        passive = _is_passive(reach)
        thing = _head(back[::-1]) if passive else _head(forth)
        yield Claim(
            act,
            holds is not negated,
            Span(start, word.end),
            _content(back),
            _content(forth),
            passive=passive,
            thing=thing,
        )


def _head(phrase: Sequence[Word]) -> str:
    """The last word that says something before a preposition ends the phrase: "bill" of "the dam bill on Tuesday"."""
    head = ""
    for word in phrase:
        if word.text.lower() in _PREPOSITIONS:
            break
        head = word.root if word.is_content else head
    return head


def _is_negated(reach: Sequence[str]) -> bool:
    """`reach`: the words before a verb, the nearest first."""
    if "to" not in reach[:2] and any(word in _NEGATORS or word.endswith("n't") for word in reach[:3]):
        return "only" not in reach[:3]
    if "to" in reach[:2] and not _FAILING.isdisjoint(reach[1:3]):
        return True
    return bool(reach) and (reach[0] == "without" or (reach[0] == "from" and not _ABSTAINING.isdisjoint(reach[1:2])))


def _is_passive(reach: Sequence[str]) -> bool:
    near = [word for word in reach[:3] if not word.endswith("ly") and word not in _NEGATORS]
    return bool(near) and near[0] in ("was", "were", "been", "being", "be")


def _is_past(word: Word, reach: Sequence[str]) -> bool:
    lower = word.text.lower()
    return lower.endswith("ed") or lower in PAST or (bool(reach) and reach[0] in _AUXILIARY)


def _back(told: Sequence[Word], place: int, most: int) -> list[Word]:
    """The words before a verb, the nearest first; what is put in between commas is passed over."""
    begin = place
    while begin and told[begin - 1].text.lower() in _AUXILIARY | _NEGATORS:
        begin -= 1
    put_in = begin > 1 and told[begin - 1].text == ","
    opened = (
        next((n for n in range(begin - 2, max(-1, begin - 10), -1) if told[n].text == ","), None) if put_in else None
    )
    begin = place if opened is None else opened
    return _run(told[max(0, begin - most - 4) : begin][::-1], most)


def _forth(told: Sequence[Word], place: int, most: int) -> list[Word]:
    return _run(told[place + 1 : place + most + 5], most)


def _run(run: Sequence[Word], most: int) -> list[Word]:
    kept: list[Word] = []
    for word in run:
        if word.text.lower() in _ENDS:
            break
        if word.root or word.text == "-":
            kept.append(word)
    return [word for word in kept if word.root][:most]


def _content(run: Sequence[Word]) -> frozenset[str]:
    """Dates and numbers are no part of what is told: they are compared by themselves."""
    return frozenset(
        word.root
        for word in run
        if word.is_content and not word.text[0].isdigit() and word.text.lower() not in _FAILING | CALENDAR
    )


def _papers(text: str, told: Sequence[Word]) -> Iterator[Claim]:
    """Whether there is a statement, a deal: who would not sign it takes it that it exists."""
    absent = list(_ABSENT.finditer(text))
    for match in absent:
        yield _paper(match, told, holds=False)
    for match in _PRESENT.finditer(text):
        if any(match.start() < other.end() and other.start() < match.end() for other in absent):
            continue
        if match["refused"] or not _UNSURE.search(text[max(0, match.start() - 40) : match.start()]):
            yield _paper(match, told, holds=True)


def _paper(match: re.Match[str], told: Sequence[Word], *, holds: bool) -> Claim:
    name = next(group for key in "abc" if (group := match[key]))
    around = [
        w for w in told if w.is_content and (w.end <= match.start(0) or w.start >= match.end(0) or w.text[0].isupper())
    ]
    return Claim(
        "exists " + root(name.split()[-1].lower()),
        holds,
        Span(*match.span()),
        frozenset(root(part) for part in name.split()[:-1] if part.islower()),
        frozenset(word.root for word in around),
    )
