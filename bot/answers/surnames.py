"""People whom a sentence calls by one word alone, so that a reader who comes to it first asks who that is."""

from collections.abc import Iterable

from bot.store.lookups import Line, Seen
from bot.words import plain

_POLITE = frozenset("mr mrs ms miss dr sir dame lord lady prof".split())
_WHERE = frozenset("across in near off outside through".split())
_PLACES = frozenset("capital city district island province region state town village".split())
_WHOSE = frozenset("administration campaign era family government presidency regime".split())


def surnames(line: Line, seen: Iterable[Seen]) -> list[Seen]:
    """Those named nowhere in it in full; not "President Lee" nor "the Lee administration", which say who is meant.

    `seen`: the names in the sentence.
    """
    people = [each for each in seen if each.kind == "PERSON" and line.at.holds(each.at)]
    full = {each.name for each in people if " " in surface(line, each)}
    return [each for each in people if each.name not in full and not _is_said(line, each)]


def starts_unknown(line: Line, seen: Iterable[Seen]) -> bool:
    """The first person in it is called so."""
    people = [each for each in seen if each.kind == "PERSON" and line.at.holds(each.at)]
    first = min(people, key=lambda each: each.at.start, default=None)
    return first is not None and first in surnames(line, people)


def surface(line: Line, seen: Seen) -> str:
    """As it is written there."""
    return plain(line.text[seen.at.start - line.at.start : seen.at.end - line.at.start]).strip()


def _is_said(line: Line, seen: Seen) -> bool:
    """Who it is, or that it is nobody: "in Lee", "the province of Lee"."""
    before = line.text[: seen.at.start - line.at.start].split()
    after = line.text[seen.at.end - line.at.start :].split()
    if not before or (after and after[0].strip(".,") in _WHOSE):
        return bool(before)
    title = before[-1].strip(".\"'(“‘")
    titled = title[:1].isupper() and title.isalpha() and title.lower() not in _POLITE and before[-1][-1] not in ",;:"
    placed = title in _WHERE or (title == "of" and len(before) > 1 and before[-2] in _PLACES)
    return placed or (titled and len(before) > 1)
