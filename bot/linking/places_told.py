"""Two documents of one happening -> different places in which the same is done."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.countries import COUNTRIES
from bot.linking.accounts import KEPT, Account, Said
from bot.linking.claims import Claim
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import are_of_one_matter, dates_fit, near_dates_fit
from bot.linking.deeds import is_one_deed
from bot.linking.scopes import clause, is_of_part, told_by
from bot.linking.wordforms import CALENDAR, root
from bot.model import Span
from bot.words import plain

_PLACE = re.compile(
    r"\b(?P<how>in|at|off|near|outside|from|to) (?:the )?"
    r"(?:(?:port|town|city|village|harbour|resort|capital)(?: city)? (?:of )?)?"
    r"(?P<name>[A-Z][\w'’-]+(?: (?:of |the |de |al-)?[A-Z][\w'’-]+){0,3})"
)
_NOUN = re.compile(
    r" (?!(?:on|in|at|and|or|but|where|when|after|before|late|early|by|to|from|with|as|is|was|were|which|who|for|this|"
    r"last|next|over|during|under|near|because|until|while|since|today|yesterday|district|province|region|county|city|area|"
    r"state|village|town|market|island|airport|harbour|valley|station|square)\b)[a-z]"
)
"""What a name belongs to, as in "in the League playoffs"."""
_SITE = re.compile(
    r"\b(?:Hotel|Palace|Hall|Cent(?:re|er)|Stadium|Arena|Airport|Castle|University|Hospital|Building|Tower|House|Church|"
    r"Cathedral|School|Museum|Park|Street|Road|Lane|Avenue|Square|Bridge|Club|Theat(?:re|er)|Station|Prison|Court)\b"
)
"""A house or a street, which stands in some town."""
_FIRM = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|AG|NV|Group|Holdings|Bank|Fund|Party|League|Union)\b")
_REACH = 60  # characters from the verb to its place
_GOING = frozenset(["from", "to"])

Placed = tuple[Said, Claim, str, Span]


def place_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    for x, c, how, at in _placed_of(a):
        for y, d, by, where in _placed_of(b):
            here, there = _roots(x, at), _roots(y, where)
            if (
                c.act == d.act
                and c.holds is d.holds
                and (how in _GOING) is (by in _GOING)
                and (how == by or how not in _GOING)
                and here.isdisjoint(b.proper)
                and there.isdisjoint(a.proper)
                and relevant(x, y)
                and bool(_SITE.search(_text(x, at))) is bool(_SITE.search(_text(y, where)))
                and not is_of_part(x.text, c.at, y.text, d.at)
                and is_one_deed(c, d, a, b, here | there)
                and dates_fit(x, y, a, b)
                and are_of_one_matter(x, y, a, b)
                and near_dates_fit(x, c.at, y, d.at)
            ):
                words = _text(x, at), _text(y, where)
                yield Clash("name", f"place {c.act}", (x, y), words, words)


def _text(said: Said, at: Span) -> str:
    return said.text[at.start : at.end]


def _roots(said: Said, at: Span) -> frozenset[str]:
    return frozenset(root(word) for word in said.text[at.start : at.end].split())


@lru_cache(maxsize=KEPT)
def _placed_of(account: Account) -> tuple[Placed, ...]:
    return tuple(_placed(account))


def _placed(account: Account) -> Iterator[Placed]:
    """Each deed with the one place named after its verb, in its clause."""
    for said in account.lines:
        text = plain(said.text).replace("\n", " ")
        named = [found for found in _PLACE.finditer(text) if _is_place(found, text)]
        for claim in account.deeds(said) if named else ():
            within = clause(text, claim.at)
            near = [each for each in named if claim.at.end <= each.start() and each.end() <= within.end]
            is_deed = not claim.act.startswith("exists ")
            if is_deed and len(near) == 1 and near[0].start() - claim.at.end <= _REACH:
                yield said, claim, near[0]["how"], Span(*near[0].span("name"))


def _is_place(found: re.Match[str], text: str) -> bool:
    name = found["name"]
    reported = any(span.start <= found.start() < span.end for span in told_by(text))
    owner = text[found.end() : found.end() + 2] in ("'s", "’s", "’ ") or name.endswith(("'s", "’s", "’", "'"))
    is_of_noun = _NOUN.match(text, found.end())
    return (
        not reported
        and not owner
        and not is_of_noun
        and name.split()[0].lower() not in CALENDAR
        and name not in COUNTRIES
        and not _FIRM.search(name)
    )
