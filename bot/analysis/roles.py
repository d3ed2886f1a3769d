"""Titles and offices that the text gives to people: before the name, or behind it after a comma."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from bot.analysis.gazetteer import is_people, is_place
from bot.analysis.titles import FORMS, SUFFIXES, is_inside, is_title
from bot.model import Occurrence, Role, Sentence, Span

_REACH: Final = 120
_BACK: Final = re.compile(r"(\S+)\s+$")
_ARTICLE: Final = re.compile(r"(?:the|a|an|its|his|her|their|then|one of the)\s", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r",\s+(?:who (?:is|was)\s+|now\s+)?(?P<role>[\w'.&/-]+(?:\s[\w'.&/-]+){0,11})"
    r"(?=\s*(?:,|\.(?:\s|$)|;|\)|:|\s[-–—]|$))"
)
_RELATION: Final = re.compile(r"\s(?:of|for|at|to|in|on|with)\s(?:the\s)?")
_NO_OFFICES: Final = frozenset("counterpart father brother sister member owner analyst".split())
_OPENING: Final = "\"'(["
_JOINS: Final = frozenset("and & of for".split())
# Adjectives that belong to a role: "veteran", "popular" describe a man, these describe his office.
_LOOSE: Final = frozenset("top new longtime then veteran outgoing incoming late".split())


def roles(
    text: str, sentences: Sequence[Sentence], occurrences: Sequence[Occurrence], *, stored: str
) -> tuple[Role, ...]:
    """In order of text; the span is the role's own words, without name, article and forms of address.

    `text` in flowing form, `stored` as the document has it: a role's text is its words.
    """
    ends = {one.at.end: one for one in occurrences}
    found: list[Role] = []
    for one in occurrences:
        sentence = sentences[one.sentence]
        if one.kind != "PERSON" or sentence.kind in ("title", "heading"):
            continue
        spans = (_before(text, one, sentence.at, ends), _behind(text, one, sentence.at, occurrences))
        found += [Role(one.name, at.of(stored), at, one.sentence) for at in spans if at is not None]
    return tuple(sorted(found, key=lambda role: role.at))


def _before(text: str, one: Occurrence, sentence: Span, ends: dict[int, Occurrence]) -> Span | None:
    """The unbroken run of role words that ends where the name begins: "Malian Foreign Minister General" + name."""
    start, end, heads = one.at.start, 0, 0
    while (word := _BACK.search(text, max(sentence.start, start - 40), start)) is not None:
        words = word.group(1).lstrip(_OPENING)
        if words.endswith((",", ";", ":")) or (words.endswith(".") and not is_title(words)):
            break
        if not (is_title(words) or (is_inside(words) and heads) or words.lower() in _LOOSE):
            break
        heads += is_title(words) and words.lower().rstrip(".") not in FORMS
        end = end or word.end(1)
        start = word.end(1) - len(words)
        if words != word.group(1):  # a quotation or bracket begins here
            break
    if not heads or text[start:end].rsplit(maxsplit=1)[-1].lower() in _NO_OFFICES:
        return None
    start = _without_forms(text, _with_whose(text, start, sentence, ends), end)
    return Span(start, end)


def _with_whose(text: str, start: int, sentence: Span, ends: dict[int, Occurrence]) -> int:
    """Further left if a nationality, a country's genitive or a body's name says whose office it is."""
    while (word := _BACK.search(text, max(sentence.start, start - 40), start)) is not None:
        words = word.group(1).strip('"(')
        bare = words.removesuffix("'s").removesuffix("'")
        if is_people(words) or is_place(bare):
            start = word.start(1) + word.group(1).find(words)
            continue
        owner = ends.get(word.start(1) + len(bare))
        if owner is not None and owner.kind in ("ORGANISATION", "PLACE") and sentence.start <= owner.at.start:
            return owner.at.start
        break
    return start


def _without_forms(text: str, start: int, end: int) -> int:
    while (word := re.match(r"(\S+)\s+", text[start:end])) and word.group(1).lower().rstrip(".") in FORMS:
        start += word.end()
    return start


def _behind(text: str, one: Occurrence, sentence: Span, occurrences: Sequence[Occurrence]) -> Span | None:
    """Behind a comma: ", India's Defence Minister," or ", chairman of the Senate Finance Committee,"."""
    match = _BEHIND.match(text, one.at.end, min(sentence.end, one.at.end + _REACH))
    if match is None:
        return None
    start, end = match.span("role")
    if text[end - 1] == "." and text[start:end].rsplit(maxsplit=1)[-1].rstrip(".").lower() not in SUFFIXES:
        end -= 1
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    relation = _RELATION.search(text, start, end)
    head = text[start : relation.start() if relation else end].split()
    if not head or not _is_role(head) or _names_someone(one, occurrences, start, end):
        return None
    return Span(start, end)


def _is_role(words: Sequence[str]) -> bool:
    """Ends in an office; before it only role words, nationalities, owners, names of bodies."""
    return (
        is_title(words[-1])
        and words[-1].lower().rstrip(".") not in FORMS | _NO_OFFICES
        and all(_may_precede(word) for word in words[:-1])
    )


def _may_precede(word: str) -> bool:
    return (
        word[0].isupper()
        or is_inside(word)
        or is_title(word)
        or word.endswith(("'s", "s'"))
        or word.lower() in _JOINS | _LOOSE
    )


def _names_someone(one: Occurrence, occurrences: Sequence[Occurrence], start: int, end: int) -> bool:
    at = bisect_left(occurrences, start, key=lambda other: other.at.start)
    following: Iterable[Occurrence] = occurrences[at : at + 3]
    return any(other.kind == "PERSON" and other is not one and other.at.start < end for other in following)
