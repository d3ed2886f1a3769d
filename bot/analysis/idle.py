"""Dates that tell no event: what is compared with, what would be if, when a paper matures; sentences that look back."""

import re

from bot.model import Span

_REACH = 90  # characters before a date that are looked at
_FIGURE = r"(?:an? |about |around |just |nearly |almost |some |the |its |their |a record |only )*[$£€]?\d[\d.,/-]*"
_UNTIL_DATE = r"(?: (?!(?:to|and|but|after|when|while|who|which|that)\b)[\w.%/-]+){0,5} ?$"
_CHANGED = (
    r"\b(?:up|down|rose|rise[ns]?|rising|fell|falls?|fallen|falling|increased?|decreased?|declined?|declining|dropped"
    r"|drop|gained?|grew|grown|growth|climbed|jumped|slipped|slumped|dipped|shrank|widened|narrowed|unchanged|higher"
    r"|lower|more|less|fewer|better|worse|improv\w+|rebound|pct|percent|per cent|change)\b"
)
# "than in 1985", "from 6.4 billion in 1985", "up 3 percent from January", "compared with 1985", "this time last year"
_COMPARED = re.compile(
    rf"\bthan (?:(?:in|at|during|for|on|by|that of|those of|those in|it was in|the (?:end|start) of) )?(?:the )?$"
    rf"|{_CHANGED}[^;]{{0,60}} from {_FIGURE}{_UNTIL_DATE}"
    rf"|{_CHANGED}[^.,;]{{0,40}} from (?:(?:early|late|the end of|end|the|that of|its|in) )*$"
    rf"|\b(?:compared|comparing|comparison) (?:with|to) (?!.*,)[^;]{{0,70}}$"
    rf"|\b(?:against|versus|vs\.?) {_FIGURE}{_UNTIL_DATE}"
    r"|\bthis (?:same )?time $"
    r"|\b(?:below|above|over|on) (?:the )?(?:same )?(?:levels?|figures?|period) (?:of|in|for|a) $",
    re.IGNORECASE,
)
# "If it is lifted tomorrow", "had a deal been struck last year"
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether)\b[^,;:\"]*$|\b(?:would|could|might) have\b[^.;]* had\b[^,;]*$",
    re.IGNORECASE,
)
_THESE_DAYS = re.compile(
    r"\b(?:we|you|people|they|one) (?:can|could|must|should|need to|have to)\b[^.;]*$", re.IGNORECASE
)
_MATURES = re.compile(r"\b(?:maturing|expiring|repayable|redeemable)(?: (?:in|on|by))? $", re.IGNORECASE)
# "their best start since going 10-1 in 1985"
_BEST_SINCE = re.compile(
    r"\b(?:first|worst|most|fewest|\w+est) (?:[\w'’-]+ ){0,4}since \w+ing\b[^.,;]{0,40}$", re.IGNORECASE
)
_SINCE_A_SEASON = re.compile(r"\bsince (?:the|that|his|her|its|their) $", re.IGNORECASE)
_SEASON = re.compile(r" (?:\w+ )?(?:season|campaign|term|edition|fiscal year)\b")

# "When he first showed it, he praised its shape", "At the time, he opposed it", "At its recent meeting, it said"
_LOOKS_BACK = re.compile(
    r"\b(?:first|originally|initially|previously|formerly)"
    r" (?:[a-z]+ed|came|saw|met|made|took|began|held|sold|told|went)\b"
    r"|\b(?:at first|back then|in those days|by then|until then|up to then|at its height|used to|ever since"
    r"|in (?:its|his|her|their) (?:earliest|early|first) [a-z]+|eventually became|once (?:was|were|had)"
    r"|(?:a few|some|several|many|two|three|four|five) (?:years|months|decades) (?:back|earlier|before)"
    r"|in (?:recent|past|previous|earlier|those) (?:years|months|decades|seasons)"
    r"|(?:last|the (?:previous|following|same)) season|this (?:off-?season|pre-?season)"
    r"|(?:previously|formerly|historically|originally), |had previously"
    r"|during (?:his|her|its|their) (?:time|years|career|tenure|stint|reign|spell) (?:in|at|with|as|on)"
    r"|\d+-year (?:[\w-]+ ){0,2}career|in (?:his|her|their) (?:career|playing days)"
    r"|(?:at|in|during) (?:his|her|its|their|the|a) (?:most )?(?:recent|previous|earlier) [a-z]+"
    r"|(?:stem(?:s|med)|dat(?:es|ed|ing)) (?:back )?(?:from|to)|grew up|was born|were born)\b",
    re.IGNORECASE,
)
_AT_THE_TIME = re.compile(
    r"\b(?:at (?:the|that|one) time|back then|in those days"
    r"|(?:recently|previously|originally),? (?:\w+ ){0,4}?(?:said|announced|told|reported|confirmed|warned|claimed))\b",
    re.IGNORECASE,
)


def looks_back(flat: str, sentence: Span, *, is_report: bool) -> bool:
    """Whether it tells of an earlier time without a date; what a report of such a time says is said on its own day."""
    if _AT_THE_TIME.search(flat, sentence.start, sentence.end):
        return True
    return not is_report and _LOOKS_BACK.search(flat, sentence.start, sentence.end) is not None


_HAPPENED = re.compile(
    r" (?:[\w'’-]+ ){0,3}(?:tsunami|earthquake|quake|war|attacks?|bombings?|crash|storm|hurricane|cyclone|floods?"
    r"|flooding|riots?|massacre|shooting|disaster|recession|revolution|invasion|clash(?:es)?|standoff|coup|uprising)\b"
)
_A_SUBJECT = re.compile(r"(?:The|That|An?) (?:[\w'’-]+ ){0,2}$")


def opens_with_what_happened(flat: str, sentence: Span, at: Span) -> bool:
    """ "The 2004 tsunami that killed them was set off by a quake": told today, but of then."""
    return (
        _A_SUBJECT.fullmatch(flat, sentence.start, at.start) is not None
        and _HAPPENED.match(flat, at.end, sentence.end) is not None
    )


_TODAY = re.compile(r"\W*today\W*", re.IGNORECASE)
_GOING_ON = re.compile(r"\b(?:is|are) (?:\w+ly )?(?:being )?\w+ing\b")


def is_nowadays(flat: str, sentence: Span, at: Span) -> bool:
    """A "today" that opens a sentence in the present tense: "Today there are nine", not "Today he is meeting them"."""
    opens = _TODAY.fullmatch(flat, sentence.start, at.end) is not None
    return opens and _GOING_ON.search(flat, at.end, sentence.end) is None


def is_idle(flat: str, sentence: Span, at: Span) -> bool:
    before = flat[max(sentence.start, at.start - _REACH) : at.start]
    return bool(
        is_compared(flat, sentence, at)
        or _SUPPOSED.search(before)
        or _MATURES.search(before)
        or _BEST_SINCE.search(before)
        or (flat[at.start : at.end].lower() == "today" and _THESE_DAYS.search(before))
        or (_SINCE_A_SEASON.search(before) and _SEASON.match(flat, at.end))
    )


def is_compared(flat: str, sentence: Span, at: Span) -> bool:
    """A date of which a figure is told only to compare another with it."""
    return _COMPARED.search(flat[max(sentence.start, at.start - _REACH) : at.start]) is not None
