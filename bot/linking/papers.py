"""Papers that a sentence takes to be there or not to be: who would not sign a statement says that there is one."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.linking.wordforms import Word, root, words
from bot.model import Span
from bot.words import Caseless

_CREATE = (
    r"adopt(?:ed|ing)?|issued?|issuing|agree(?:d|ing)?(?: on| to| upon)?|reach(?:ed|ing)?|"
    r"conclud(?:e|ed|ing)|produc(?:e|ed|ing)|finali[sz](?:e|ed|ing)|str(?:ike|uck|iking)|approv(?:e|ed|ing)|"
    r"releas(?:e|ed|ing)|publish(?:ed|ing)?|secur(?:e|ed|ing)|"
    r"broker(?:ed|ing)?|draft(?:ed|ing)?|pass(?:ed|ing)?"
)
_SIGN = r"sign(?:ed|ing)?(?: off on| up to| onto)?|endors(?:e|ed|ing)|signature (?:to|from|on)|initial(?:ed|led|ing)"
_PAPER = (
    r"(?:statement|communiqu[eé]|declaration|agreement|deal|accord|pact|treaty|ceasefire|truce|resolution|memorandum|"
    r"settlement|compromise|contract)s?\b"
)
_ANY = Caseless(_PAPER)
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
_UNSURE = re.compile(
    r"\b(?:will|would|shall|should|may|might|must|can|could|if|whether|to|not|never|n't|no|fail\w*|yet|unable|without|"
    r"expected|before|until|hop\w+|deny|denied|been|proposed|draft) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)  # fmt: skip


class Paper(NamedTuple):
    """`kind`: the root of "statement"; `manner` and `around`: roots of the words before it, and about it."""

    kind: str
    exists: bool
    at: Span
    manner: frozenset[str]
    around: frozenset[str]


def papers(text: str) -> Iterator[Paper]:
    """Whether there is a statement, a deal: who would not sign it takes it that it exists."""
    if not _ANY.search(text):
        return
    told = words(text)
    absent = list(_ABSENT.finditer(text))
    for match in absent:
        yield _paper(match, told, holds=False)
    for match in _PRESENT.finditer(text):
        if any(match.start() < other.end() and other.start() < match.end() for other in absent):
            continue
        if match["refused"] or not _UNSURE.search(text[max(0, match.start() - 40) : match.start()]):
            yield _paper(match, told, holds=True)


def _paper(match: re.Match[str], told: Sequence[Word], *, holds: bool) -> Paper:
    name = next(group for key in "abc" if (group := match[key]))
    around = [
        w for w in told if w.is_content and (w.end <= match.start(0) or w.start >= match.end(0) or w.text[0].isupper())
    ]
    return Paper(
        root(name.split()[-1].lower()),
        holds,
        Span(*match.span()),
        frozenset(root(part) for part in name.split()[:-1] if part.islower()),
        frozenset(word.root for word in around),
    )
