"""Two documents of one happening -> different people in one office, or different doers of what only one can do."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from bot.linking.accounts import KEPT, Account, Held, Said, days_between, without_stops
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import are_short_and_one, dates_fit, names_fit, overlap
from bot.linking.wordforms import CALENDAR, root, words
from bot.words import plain

_UNIQUE = frozenset(
    root(word)
    for word in """president minister premier chancellor mayor governor captain chairman chairwoman chair chief king
    queen pope ceo cfo commander skipper pilot headmaster principal conductor founder owner winner champion director
    archbishop""".split()
)
_ROLES = _UNIQUE | frozenset(
    root(word)
    for word in """prime foreign defence defense finance interior health education transport justice energy water trade
    economy labour labor environment agriculture culture sports police fire army navy air force staff executive
    financial operating technology medical general managing district provincial national state city town union party
    secretary officer inspector justice attorney home affairs security intelligence bank central board executive vice
    head coach manager editor harbour harbor port""".split()
)
_OF_STATES = frozenset(root(word) for word in "president minister premier chancellor king queen governor".split())
"""Those who meet: in one text there may be several."""
_BODIES = frozenset(
    root(word) for word in "committee house senate council commission ministry department group".split()
)
"""Of these there are many."""
_MASTERS = frozenset(root(word) for word in "captain skipper pilot".split())
_SIDES = frozenset(root(word) for word in "north south east west northern southern eastern western new".split())
_CRAFT = frozenset(
    root(word) for word in "ship tanker freighter plane helicopter submarine yacht trawler aground".split()
)
_FORMER = re.compile(
    r"\b(?:former|ex|deputy|vice|acting|outgoing|incoming|interim|late|then|assistant|associate|co|new|senior|junior|"
    r"predecessor|successor|candidate|nominee|elect|retired|previous|designate|caretaker|next|first|last|shadow)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?P<of>[A-Z][\w’-]+)['’]s (?:[a-z]+ ){0,2}$")
_OF = re.compile(r" (?:of|for|at) (?:the )?(?P<of>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")
_NAME = r"(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z]\.|al-|de|van|bin|[A-Z])[\w'’-]*)+)"
_RELATIVE = re.compile(
    r"(?:\b[Hh]is|\b[Hh]er|\b[Tt]he|\b[Ii]ts|['’]s) "
    r"(?P<what>(?:(?:former|ex|late|first|second|elder|eldest|only|estranged|new)[ -])?"
    r"(?:husband|wife|father|mother|widow|widower|fianc[eé]e?|victim|suspect|gunman|attacker|killer|driver|pilot|"
    r"captain|skipper|owner|successor|predecessor|author|winner|coach|founder|architect|goalkeeper|referee|judge)"
    r"(?: of (?:the |a )?[a-z]+)?),? " + _NAME
)
_PUT_IN = re.compile(
    rf"\b(?:appointed|named|elected|chose|chosen|picked|hired|nominated|promoted) {_NAME} "
    r"(?:as |to be )?(?:its |the |their |a )?(?:new |next )?(?P<what>(?:[a-z]+ ){0,2}[a-z]+)"
    r"(?= (?:on|of|in|at|for|from|after)\b|[.,;]|$)"
)
_BECOMES = re.compile(
    rf"{_NAME} (?:will be|becomes|became|is to be|is|takes over as|took over as|was|has been|will become)"
    r"(?: (?:appointed|named|made|elected|chosen))?(?: as)? (?:the |its |their |a )?(?:new |next )?"
    r"(?P<what>(?:[a-z]+ )?(?:president|minister|premier|chancellor|mayor|governor|captain|chairman|chairwoman|chair"
    r"|executive|director|coach|winner|champion|manager))\b"
)
_PRIZES = re.compile(
    r"\b(?:prize|award|medal|title|tour|cup|race|trophy|championships?|open|final|oscar|election)\b", re.IGNORECASE
)
_NOT_HELD = re.compile(r"\b(?:former|acting|interim|deputy|vice|assistant|caretaker)\b")
_DIVISION = re.compile(r"\b(?:women|men|ladies|girls|boys|juniors?|seniors?|youth|doubles|singles|mixed|under-\d+)\b")
_WINNER = re.compile(rf"\b(?:winner|champion|victor)\b[^.,;]{{0,50}}? (?:is|was) (?:the [a-z]+ )?{_NAME}")
_PRIZE = re.compile(rf"\b(?:awarded to|goes to|went to|won by) (?:the [a-z ]{{2,30}})?{_NAME}")
_WON = re.compile(rf"{_NAME} (?:won|wins|has won|clinched|takes|took) the\b")
_NAMED = re.compile(rf"\b(?:named|identified)(?: by [\w ]{{2,40}}?)?(?: \w+day| on \w+day| locally| only)? as {_NAME}")
_ROUND = frozenset(["victim", "suspect"])
_SUSPECT = re.compile(
    r"\b(?:suspect\w*|gunm[ae]n|attackers?|accused|killers?|shooters?|bombers?|drivers?|arrested|detained|charged)\b[^.]*$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?:[A-Z][\w'’-]+ )+$")
_ENOUGH, _HALF, _LEAST = 0.6, 0.5, 3
_SPELLED = 60  # per cent of letters from which on two names are one, spelled by two hands


def name_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    yield from _offices(a, b, relevant)
    yield from _described(a, b, relevant)


def _offices(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    apart = days_between(a, b)
    if apart is not None and abs(apart) > 1:
        return
    for x, held, office in _offices_of(a):
        for y, other, another in _offices_of(b):
            if (
                held.name != other.name
                and office.role == another.role
                and are_strangers(held.surface, other.surface, a, b)
                and (
                    _is_one_office(x, y, office, another)
                    or _is_aboard_one(a, b, office)
                    or _is_of_one_report(a, b, office, another)
                )
                and _is_held_once(a, office)
                and _is_held_once(b, another)
                and relevant(x, y)
            ):
                values = held.surface, other.surface
                yield Clash("name", " ".join(sorted(office.role)), (x, y), values, values)


class _Office(NamedTuple):
    """`role`: roots of "chief executive"; `of`: of the body or place before it; "committee": one of many."""

    role: frozenset[str]
    of: frozenset[str]
    is_of_many: bool = False


@lru_cache(maxsize=KEPT)
def _offices_of(account: Account) -> tuple[tuple[Said, Held, _Office], ...]:
    """The offices that one person holds at a time, with who is said to."""
    return tuple(
        (said, held, office) for said in account.lines for held in said.offices if (office := _office(said, held))
    )


def _office(said: Said, held: Held) -> _Office | None:
    """None: many may hold it, or not now."""
    at = said.text.find(held.office)
    begin = max(at, 0)
    capitals = _CAPITALS.search(said.text, 0, begin)
    before = capitals.group() if capitals else ""
    owner = _OWNER.search(said.text, 0, begin)
    after = _OF.match(said.text, begin + len(held.office)) if at >= 0 else None
    told = [word for word in words(f"{before}{held.office}") if word.is_content and word.text.lower() not in CALENDAR]
    role = frozenset(word.root for word in told if word.root in _ROLES)
    if role.isdisjoint(_UNIQUE) or _FORMER.search(said.text[max(0, begin - 24) : begin] + held.office):
        return None
    bodies = f"{owner['of'] if owner else ''} {after['of'] if after else ''}"
    return _Office(
        role,
        frozenset(w.root for w in told if w.root not in _ROLES | _BODIES) | without_stops(bodies),
        any(w.root in _BODIES for w in told),
    )


def _is_one_office(x: Said, y: Said, one: _Office, other: _Office) -> bool:
    """Of one body; where a sentence does not say of which, it names it or tells much the same."""
    if (one.is_of_many or other.is_of_many) and one.of != other.of:
        return False
    if one.of and other.of:
        return not one.of.isdisjoint(other.of) and _SIDES.isdisjoint(one.of ^ other.of)
    shared = x.common & y.common
    alike = len(shared) >= _LEAST and overlap(x.common, y.common) >= _HALF and names_fit(x, y)
    is_named = not (one.of | other.of).isdisjoint(y.proper if one.of else x.proper)
    return alike or (is_named and one.role.isdisjoint(_OF_STATES))


def _is_of_one_report(a: Account, b: Account, one: _Office, other: _Office) -> bool:
    """In short reports of one thing "the mayor" is its mayor; of states there may be two."""
    if one.of and other.of:
        return False
    return (len(one.role) > 1 or one.role.isdisjoint(_OF_STATES)) and are_short_and_one(a, b)


def _is_aboard_one(a: Account, b: Account, office: _Office) -> bool:
    """A captain, where both documents are about one craft."""
    (names, told), (others, rest) = a.lead, b.lead
    return not (office.role.isdisjoint(_MASTERS) or names.isdisjoint(others) or _CRAFT.isdisjoint(told & rest))


def _is_held_once(account: Account, office: _Office) -> bool:
    """The document knows one alone in such an office."""
    return len({held.name for _, held, other in _offices_of(account) if other.role == office.role}) == 1


def are_strangers(one: str, other: str, a: Account, b: Account) -> bool:
    """No part of the one name is in the other document, and it is not only spelled otherwise."""
    here, there = (frozenset(word.root for word in words(name) if word.root) for name in (one, other))
    told = bool(here and there) and here.isdisjoint(b.proper) and there.isdisjoint(a.proper)
    return told and fuzz.ratio(plain(one).lower(), plain(other).lower()) < _SPELLED


def _described(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """ "her husband, Ziad Karam", "the victim was named as Daniel Ross"."""
    for x, what, one in _descriptions_of(a):
        for y, which, other in _descriptions_of(b):
            alike = what in _ROUND or not x.common.isdisjoint(y.common) or are_short_and_one(a, b)
            divisions = _DIVISION.findall(x.text.lower()), _DIVISION.findall(y.text.lower())
            told = what == which and alike and divisions[0] == divisions[1] and are_strangers(one, other, a, b)
            if told and not a.lead[0].isdisjoint(b.lead[0]) and dates_fit(x, y, a, b) and relevant(x, y):
                yield Clash("name", what, (x, y), (one, other), (one, other))


@lru_cache(maxsize=KEPT)
def _descriptions_of(account: Account) -> tuple[tuple[Said, str, str], ...]:
    """(sentence, what the document calls one person alone, the name)."""
    found = [(said, *each) for said in account.lines for each in _descriptions(plain(said.text))]
    names: dict[str, set[str]] = {}
    for _, what, name in found:
        names.setdefault(what, set()).add(name)
    return tuple(each for each in found if len(names[each[1]]) == 1)


def _descriptions(text: str) -> Iterator[tuple[str, str]]:
    for found in _RELATIVE.finditer(text):
        told = [word.root for word in words(found["what"]) if word.is_content]
        yield " ".join(sorted(told)), found["name"]
    for found in _PUT_IN.finditer(text):
        told = [word.root for word in words(found["what"]) if word.is_content]
        if not _UNIQUE.isdisjoint(told):
            yield " ".join(sorted(told)), found["name"]
    for found in _BECOMES.finditer(text):
        told = [word.root for word in words(found["what"]) if word.is_content]
        if not _NOT_HELD.search(found.group()):
            yield " ".join(sorted(told)), found["name"]
    for pattern in (_WINNER, _WON, _PRIZE) if _PRIZES.search(text) else ():
        for found in pattern.finditer(text):
            yield "winner", found["name"]
    for found in _NAMED.finditer(text):
        yield "suspect" if _SUSPECT.search(text[: found.start()]) else "victim", found["name"]
