"""What is told as done before that on which it rests: a step before the agreement on it, an end before a beginning."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.linking.accounts import KEPT, Account, Said, When, is_open
from bot.linking.conflicts import Clash, Relevant
from bot.linking.wordforms import Word, root, words
from bot.model import Span
from bot.words import Caseless, plain

_AGREEMENT = re.compile(
    r"(?P<what>(?:[\w'’]+[ -]){1,5})(?P<paper>agreement|deal|accord|pact|treaty)\b"
    r"(?: (?:on|for|to|about) (?P<on>(?:[\w'’-]+ ?){1,4}))?",
    re.IGNORECASE,
)
_PAPER = Caseless(r"\b(?:agreement|deal|accord|pact|treaty)\b")
_DONE = Caseless(
    r"\b(?:confirmed|completed|carried out|finished|concluded|implemented|achieved|verified|finalised|finalized)\b",
)
_NOT_YET = Caseless(
    r"\b(?:will|would|not|expected|planned|due|should|might|if|never|yet|partial\w*|first phase|earlier)\b",
)
_MAY = re.compile(r"\bmay\b")  # May is a month
_REACH = 60  # characters from the verb to its date
_PLAIN = frozenset(
    root(word)
    for word in """border military peace trade joint new final bilateral historic recent defence security draft landmark
    free nuclear year framework interim initial formal written patrol first long first-ever agreement deal country state
    government two both side""".split()
)
_PHASE = re.compile(r"\b(?:began|begun|started|launched|ended|concluded|finished)\b")
_BEGUN = frozenset(root(word) for word in "began begun started launched".split())
_ENDED = frozenset(root(word) for word in "ended concluded finished".split())


def order_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """Something of `a` done before something of `b` that comes first. `a` and `b` may be one document."""
    for x, step, at, done in _steps_of(a):
        for y, topic, paper, agreed in _agreements_of(b):
            if (
                step in topic
                and x.place != y.place
                and _is_before(done, agreed)
                and _share(x, y, a, b)
                and relevant(x, y)
            ):
                words_ = x.text[at.start : at.end], y.text[paper.start : paper.end]
                yield Clash("order", step, (x, y), words_, ("done", "agreed"))
    yield from _ended_before(a, b, relevant)


@lru_cache(maxsize=KEPT)
def _steps_of(account: Account) -> tuple[tuple[Said, str, Span, When], ...]:
    return tuple((x, *step) for x in account.lines if x.dates for step in _steps(x))


@lru_cache(maxsize=KEPT)
def _agreements_of(account: Account) -> tuple[tuple[Said, frozenset[str], Span, When], ...]:
    return tuple((y, *each) for y in account.lines if y.dates for each in _agreements(y))


def _share(x: Said, y: Said, a: Account, b: Account) -> bool:
    """Sentences of two documents must name something that both know."""
    return a is b or not x.proper.isdisjoint(y.proper)


def _is_before(one: When, other: When) -> bool:
    return one.period is not None and other.period is not None and one.period.last < other.period.first


def _steps(said: Said) -> Iterator[tuple[str, Span, When]]:
    """(what, its words to the date, when) of what a sentence says was done by a date."""
    text = plain(said.text).replace("\n", " ")
    if not _DONE.search(text) or _may_not_be(text):
        return
    for found in _DONE.finditer(text):
        when = next(
            (w for w in said.dates if 0 <= w.at.start - found.end() <= _REACH and w.period and not is_open(w.period)),
            None,
        )
        if when is None or re.search(r"[;,:—–]", text[found.end() : when.at.start]):
            continue
        begin = max(text.rfind(mark, 0, found.start()) for mark in ",;:—–") + 1
        clause = text[begin : when.at.start]
        for place, word in enumerate(words(clause)):
            if _is_step(word) and (place == 0 or not word.text[0].isupper()):
                yield word.root, Span(found.start(), when.at.end), when


def _may_not_be(text: str) -> bool:
    return bool(_NOT_YET.search(text) or _MAY.search(text))


def _is_step(word: Word) -> bool:
    """What may have been carried out: a longer word, and not the verb that says so."""
    return word.is_content and word.root not in _PLAIN and len(word.text) > 4 and not _DONE.match(word.text)  # noqa: PLR2004


def _agreements(said: Said) -> Iterator[tuple[frozenset[str], Span, When]]:
    """(what it is on, its words, when it was made) of each agreement that a sentence dates."""
    text = plain(said.text).replace("\n", " ")
    for found in _AGREEMENT.finditer(text) if _PAPER.search(text) else ():
        when = _made(said, text, Span(*found.span()))
        told = words(f"{found['what']} {found['on'] or ''}")
        topic = frozenset(word.root for word in told if word.is_content and word.root not in _PLAIN)
        if when is not None and when.period and not is_open(when.period) and topic:
            start = when.at.start if found.start() <= when.at.start < found.end() else _phrase(text, found)
            yield topic, Span(start, found.end("paper")), when


def _phrase(text: str, found: re.Match[str]) -> int:
    """Where the agreement's own words begin: after the last little word before it."""
    little = [word.end for word in words(text[: found.start("paper")]) if not word.is_content]
    return max(little[-1] + 1 if little else 0, found.start())


def _made(said: Said, text: str, at: Span) -> When | None:
    """The date inside its words, or the one by which a verb after it says when it was made."""
    inside = [when for when in said.dates if at.start <= when.at.start and when.at.end <= at.end and when.period]
    after = [
        when
        for when in said.dates
        if 0 <= when.at.start - at.end <= 40  # noqa: PLR2004 - characters
        and re.search(
            r"\b(?:signed|finali[sz]ed|reached|concluded|of|struck|agreed|made|sealed)\b", text[at.end : when.at.start]
        )
    ]
    return next(iter(after or inside), None)


def _ended_before(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """The same thing, named right before the verb, ends on a day before the other document lets it begin."""
    if a is b:
        return
    for x, what, at, done in _phases(a, _ENDED):
        for y, other, begin, begun in _phases(b, _BEGUN):
            if what == other and _is_before(done, begun) and relevant(x, y):
                texts = x.text[at.start : at.end], y.text[begin.start : begin.end]
                yield Clash("order", " ".join(sorted(what)), (x, y), texts, ("end", "begin"))


@lru_cache(maxsize=2 * KEPT)
def _phases(account: Account, acts: frozenset[str]) -> tuple[tuple[Said, frozenset[str], Span, When], ...]:
    return tuple(_phased(account, acts))


def _phased(account: Account, acts: frozenset[str]) -> Iterator[tuple[Said, frozenset[str], Span, When]]:
    for said in account.lines:
        if len(said.dates) != 1 or not _PHASE.search(said.text) or _may_not_be(said.text):
            continue
        when = said.dates[0]
        for claim in said.claims:
            if claim.act in acts and claim.holds and len(claim.before) >= 2 and 0 <= when.at.start - claim.at.end <= 30:  # noqa: PLR2004
                yield said, claim.before, Span(claim.at.start, when.at.end), when
