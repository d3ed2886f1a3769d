"""Titles, offices and callings that the text gives to people: before the name, or beside it behind a comma."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from bot.analysis.given_names import GIVEN_NAMES
from bot.analysis.role_words import LOOSE, Owners
from bot.analysis.titles import BODIES, FORMS, HAPPENINGS, SUFFIXES, is_calling, is_inside, is_title
from bot.model import Occurrence, Role, Sentence, Span

_REACH: Final = 120
_BACK: Final = re.compile(r"(\S+)\s+$")
_ARTICLE: Final = re.compile(r"(?:the|a|an|its|his|her|their|then|one of the)\s", re.IGNORECASE)
_COMMON_OWNER: Final = re.compile(r"[a-z-]+'s?\s")  # "the team's manager": of which, the article says
_BEHIND: Final = re.compile(
    r",\s+(?:aged\s+)?(?:\d\d,\s+)?(?:who is\s+|now\s+)?"
    r"(?P<role>[\w'’.&/-]+(?:\s(?!who\b|whose\b)[\w'’.&/-]+){0,11})"
    r"(?=\s*(?:,|\.(?:\s|$)|;|\)|:|\s[-–—]|$)|\s+whos?e?\b)"
)
_ENDED: Final = re.compile(r"\s*(?:[,;:.)!?]|$)")
_OF: Final = re.compile(
    r"(?<!\S)(?P<head>[\w-]+) of (?P<of>(?:the )?[A-Z][\w&'’-]*(?: (?:and |& |of )?[A-Z][\w&'’-]*){0,4})\s$"
)
_RELATION: Final = re.compile(r"\s(?:of|for|at|to|in|on|with)\s(?:the\s)?")
_NO_OFFICES: Final = frozenset("counterpart father brother sister member".split())
_INDEFINITE: Final = frozenset("a an another any each every no some".split())
_OPENING: Final = "\"'(["
_JOINS: Final = frozenset("and & of for".split())
_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_DESCRIBING: Final = ("JJ", "NN", "NNS", "VBG", "CD")
_NO_PEOPLE: Final = BODIES | HAPPENINGS
_LONGEST: Final = 8  # tokens of what stands between an article and an office


def roles(
    text: str, doc: Doc, sentences: Sequence[Sentence], occurrences: Sequence[Occurrence], *, stored: str
) -> tuple[Role, ...]:
    """In order of text; the span is the role's own words, without name, article and forms of address.

    `text` in flowing form, `stored` as the document has it: a role's text is its words.
    """
    owners = Owners(text, doc, occurrences)
    found: list[Role] = []
    for one in occurrences:
        sentence = sentences[one.sentence]
        if one.kind != "PERSON" or sentence.kind in ("title", "heading") or not _is_person(one):
            continue
        spans = (
            _before(text, one, sentence.at, owners)
            or _of_something(text, one, sentence.at, owners)
            or _in_front(text, one, sentence.at, owners),
            _behind(text, one, sentence.at, occurrences, owners),
        )
        found += [Role(one.name, at.of(stored), at, one.sentence) for at in spans if at is not None]
    return tuple(sorted(found, key=lambda role: role.at))


def _is_person(one: Occurrence) -> bool:
    """ "General Agreement", "manager Union Bank of Oslo": what the recogniser took for people."""
    words = one.name.lower().split()
    return words[0] in GIVEN_NAMES or _NO_PEOPLE.isdisjoint(words)


def _is_office(word: str) -> bool:
    """A word that says what somebody is: an office, a rank, a calling."""
    return (is_title(word) and word.lower().rstrip(".") not in FORMS | _NO_OFFICES) or is_calling(word)


def _before(text: str, one: Occurrence, sentence: Span, owners: Owners) -> Span | None:
    """The unbroken run of role words that ends where the name begins: "Malian Foreign Minister General" + name."""
    start, end, heads = one.at.start, 0, 0
    while (word := _BACK.search(text, max(sentence.start, start - 40), start)) is not None:
        words = word.group(1).lstrip(_OPENING)
        if not words or words.endswith((",", ";", ":")) or (words.endswith(".") and not is_title(words)):
            break
        is_head = is_title(words) or is_calling(words)
        if not (is_head or (is_inside(words) and heads)):
            break
        heads += is_head and words.lower().rstrip(".") not in FORMS
        if heads and not end:  # behind the office stands only how one is addressed
            end = word.end(1)
        start = word.end(1) - len(words)
        if words != word.group(1):  # a quotation or bracket begins here
            break
    if not heads or text[start:end].rsplit(maxsplit=1)[-1].lower().rpartition("-")[2] in _NO_OFFICES:
        return None
    whole = Span(_without_forms(text, owners.start(start, sentence), end), end)
    is_bank = whole.of(text).lower() == "lead manager"  # of a loan
    return None if is_bank or _is_anothers(text, one, whole, owners) else whole


def _is_anothers(text: str, one: Occurrence, role: Span, owners: Owners) -> bool:
    """ "A deputy Holt shot", "the reporter Holt wounded": whom he did it to, no title of his."""
    office, name = owners.token(role.end - 1), owners.token(one.at.end - 1)
    if office is None or name is None or not office.text.islower():
        return False
    is_clause = name.dep_ in ("nsubj", "nsubjpass") and name.head.dep_ in ("relcl", "acl")
    if is_clause and name.head.head.i <= office.i < name.left_edge.i:
        return True
    if any(_is_indefinite(token, office) for token in (office, name)):
        return True
    is_short = " " in one.name and " " not in one.surface
    return is_short and text[: role.start].endswith(("the ", "The ")) and _is_verb_behind(name)


def _is_indefinite(head: Token, office: Token) -> bool:
    edge = head.left_edge
    return (
        edge.lower_ in _INDEFINITE
        and 0 < office.i - edge.i < _LONGEST
        and not any(token.text in ',;:"' for token in office.doc[edge.i : office.i])
    )


def _is_verb_behind(name: Token) -> bool:
    return name.i + 1 < len(name.doc) and name.nbor().tag_ in _FINITE


def _without_forms(text: str, start: int, end: int) -> int:
    while (word := re.match(r"(\S+)\s+", text[start:end])) and word.group(1).lower().rstrip(".") in FORMS:
        start += word.end()
    return start


def _of_something(text: str, one: Occurrence, sentence: Span, owners: Owners) -> Span | None:
    """ "Secretary of State" + name, "the governor of Upper Vell" + name."""
    found = _OF.search(text, max(sentence.start, one.at.start - _REACH // 2), one.at.start)
    if found is None or not _is_office(found["head"]):
        return None
    role = Span(owners.start(found.start("head"), sentence), found.end("of"))
    return None if _is_anothers(text, one, role, owners) else role


def _in_front(text: str, one: Occurrence, sentence: Span, owners: Owners) -> Span | None:
    """ "The harbour's mayor, Ann Lee, said": an office without a name, and the name behind a comma."""
    if not text[: one.at.start].endswith(", ") or _ENDED.match(text, one.at.end) is None:
        return None
    name = owners.token(one.at.end - 1)
    if name is None or name.dep_ != "appos" or name.head.idx < sentence.start or not _is_office(name.head.text):
        return None
    head, end = name.head, one.at.start - len(", ")
    behind = [token for token in name.doc[head.i + 1 : name.i] if token.idx < end]
    if len(behind) > _LONGEST or any(token.tag_ in _FINITE or token.text in ',;:"' for token in behind):
        return None
    if behind and behind[0].lower_ not in ("of", "for", "at"):
        return None
    return Span(owners.start(head.idx, sentence), end)


def _behind(
    text: str, one: Occurrence, sentence: Span, occurrences: Sequence[Occurrence], owners: Owners
) -> Span | None:
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
    head = Span(start, relation.start() if relation else end)
    if article and article.group().lower() == "the " and _COMMON_OWNER.match(text, start, end):
        start = article.start()
    if not head.of(text).strip() or not _is_role(text, head, owners, is_described=article is not None):
        return None
    if _names_someone(one, occurrences, start, end) or _has_verb(owners, start, end):
        return None
    return Span(start, end)


def _is_role(text: str, head: Span, owners: Owners, *, is_described: bool) -> bool:
    """Ends in an office; before it only role words, nationalities, owners, names of bodies.

    `is_described`: behind an article, where an office may have any adjective.
    """
    words = list(re.finditer(r"\S+", head.of(text)))
    if not _is_office(words[-1].group()):
        return False
    for word in words[:-1]:
        if not _may_precede(word.group()):
            token = owners.token(head.start + word.start())
            if not is_described or token is None or token.tag_ not in _DESCRIBING:
                return False
    return True


def _may_precede(word: str) -> bool:
    return (
        word[0].isupper()
        or is_inside(word)
        or is_title(word)
        or is_calling(word)
        or word.endswith(("'s", "s'"))
        or word.lower() in _JOINS | LOOSE
    )


def _has_verb(owners: Owners, start: int, end: int) -> bool:
    """ "..., chief of staff at Acme said": a comma is missing, and whose words these are is not sure."""
    first, last = owners.token(start), owners.token(end - 1)
    if first is None or last is None:
        return False
    return any(token.tag_ in _FINITE for token in first.doc[first.i : last.i + 1])


def _names_someone(one: Occurrence, occurrences: Sequence[Occurrence], start: int, end: int) -> bool:
    at = bisect_left(occurrences, start, key=lambda other: other.at.start)
    following: Iterable[Occurrence] = occurrences[at : at + 3]
    return any(other.kind == "PERSON" and other is not one and other.at.start < end for other in following)
