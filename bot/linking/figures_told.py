"""Two documents of one happening -> figures of the same thing that cannot both be right."""

import math
import re
from collections.abc import Iterator

from bot.linking.accounts import Account, Said, days_between
from bot.linking.common_ground import Mention, documents_evidence, sentences_evidence
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import (
    are_of_one_matter,
    are_others,
    are_rivals,
    beside,
    dates_fit,
    is_of_series,
    near_dates_fit,
    places_fit,
    told_names,
)
from bot.linking.deeds import have_one_doer
from bot.linking.figure_pairs import SHARES, SPELLS, Pair, by_quantity, is_told
from bot.linking.figures import Figure
from bot.linking.odds import Candidate, Evidence
from bot.linking.quantities import LABELS
from bot.linking.scopes import clause, have_one_of, is_market_talk, is_of_part, is_passing, narrowing, scope
from bot.linking.wordforms import root, words
from bot.model import Span

_PASSING = re.compile(
    r"\b(?:shares?|stock|price[sd]?|rates?|index|traded|trading|poll|points|temperatures?)\b", re.IGNORECASE
)
_REVISED = re.compile(r"\b(?:revis\w+|updat\w+|correct\w+)\b", re.IGNORECASE)
_LEAST, _ENOUGH, _SAME = 2, 0.5, 0.6  # words that two clauses share, how many and which part
_STANDING = frozenset("length height depth width weight capacity".split())  # of a thing, whenever it is told
_VERY = 0.75
_COUNTING = frozenset(
    root(word) for word in "counted estimated numbered totalled recorded registered reported put".split()
)
_MONTH = 31  # days
_BESIDE = 24  # characters
_CLOSE = 3  # days between reports of one state of things
_STRETCH = re.compile(r"\b(?:run|stretch|burst|spurt|streak|span|drive)\b")
_SPANS = frozenset(root(word) for word in "game season career match tournament half quarter round month year".split())


def figure_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    here, there = by_quantity(a), by_quantity(b)
    for key in here.keys() & there.keys():
        pairs = [
            (weight, pair)
            for x, f in here[key]
            for y, g in there[key]
            if not f.number.agrees(g.number)
            and _may_be_of_one(f, g)
            and not is_told(f, there[key])
            and not is_told(g, here[key])
            and relevant(x, y)
            and (weight := _alike(pair := Pair(x, f, y, g, a, b))) > 0
        ]
        if pairs:
            yield from _clash(max(pairs, key=lambda each: (each[0], each[1].f.number.low + each[1].g.number.low))[1])


_LABELLED = frozenset(root(word) for word in LABELS)


def _may_be_of_one(f: Figure, g: Figure) -> bool:
    """What they are of is the same, or told of one alone: "profit" and "net profit", "workers" and nobody."""
    if f.of == g.of:
        return True
    here, there = set(f.of.split()), set(g.of.split())
    return f.counted != "age" and (here <= there or there <= here) and f.counted not in SHARES


def _alike(pair: Pair) -> float:
    """How surely both figures measure one thing; 0: not."""
    f = pair.f
    if f.counted == "age":
        return 1.0 if _are_of_one_time(pair) else 0.0
    if not _may_be_one(pair):
        return 0.0
    if pair.opens and (f.counted.isupper() or f.counted == "magnitude"):
        return 2.0 + pair.shared if _is_toll_of_one(pair) else 0.0
    if f.is_tally:
        return float(pair.shared) if _is_tally_of_one(pair) else 0.0
    return pair.shared + 1.0 if _is_one_measure(pair) else 0.0


def _is_one_measure(pair: Pair) -> bool:
    """Neither of the moment nor of two owners, and either all that is told of it, or told much alike."""
    own = [names & told_names(said) for names, said in zip(pair.names, (pair.x, pair.y), strict=True)]
    lower = pair.a.common | pair.b.common  # a first word has its capital for another reason
    owners = bool(own[0] - pair.y.proper - lower and own[1] - pair.x.proper - lower) and not pair.are_only
    strangers = bool(own[0] - lower - pair.b.words and own[1] - lower - pair.a.words)  # whom the other never names
    of_moment = _is_of_moment(pair) and not (pair.are_only and pair.opens and pair.f.of and pair.g.of)
    return not owners and not strangers and not of_moment and (_is_one_state(pair) or _is_told_alike(pair))


def _may_be_one(pair: Pair) -> bool:
    """Nothing says that they are of other days, places, parts, spans, or that only one is more than a plan."""
    x, f, y, g, a, b = pair.x, pair.f, pair.y, pair.g, pair.a, pair.b
    return (
        f.modifiers == g.modifiers
        and not f.number.of_many
        and not g.number.of_many
        and (f.is_growing or not is_of_series(x, y, a, b))
        and have_one_of(x.text, f.at, y.text, g.at)
        and not (f.weak and is_of_part(x.text, f.at, y.text, g.at))
        and (f.of in _STANDING or scope(x.text, f.at).fits(scope(y.text, g.at)))
        and not are_others(x, f.at, y, g.at)
        and dates_fit(x, y, a, b)
        and near_dates_fit(x, f.at, y, g.at)
        and places_fit(x, y, a, b)
        and not are_rivals(*pair.words)
        and not _are_done_by_two(pair)
        and (pair.are_only or (narrowing(x.text, f.at) <= b.words and narrowing(y.text, g.at) <= a.words))
    )


def _is_one_state(pair: Pair) -> bool:
    """Each document gives one number of it alone, of what both speak of; the words beside it meet."""
    apart = days_between(pair.a, pair.b)
    if not pair.are_sole or not pair.is_near or (apart is not None and abs(apart) > _CLOSE):
        return False
    if (
        pair.are_only
        and not _are_done_otherwise(pair)
        and (pair.shared > 0 or pair.f.of == pair.g.of != "" or (pair.opens and pair.f.weak))
    ):
        return _are_of_one_lead(pair) or are_of_one_matter(pair.x, pair.y, pair.a, pair.b)
    if pair.f.of != pair.g.of:
        return False
    done = _acts(pair.x, pair.f) & _acts(pair.y, pair.g)
    if pair.f.weak and not pair.f.of:
        return _is_of_one_subject(pair) and are_of_one_matter(pair.x, pair.y, pair.a, pair.b)
    told = pair.f.of if pair.f.weak else pair.f.counted in _LABELLED or (pair.shared > 0 and done) or _is_count(pair)
    return bool(told) and are_of_one_matter(pair.x, pair.y, pair.a, pair.b)


def _are_of_one_lead(pair: Pair) -> bool:
    """The documents open with the same names: in short ones all is of one matter."""
    here, there = pair.a.lead[0], pair.b.lead[0]
    return len(here & there) >= _LEAST and pair.opens


def _are_done_by_two(pair: Pair) -> bool:
    """ "The rebels freed 40", "the army freed 25": each knows the other's doer."""
    for c in pair.x.claims:
        for d in pair.y.claims:
            if c.act == d.act and not (c.passive or d.passive) and c.before and d.before:
                known = c.before <= pair.b.words or d.before <= pair.a.words
                return c.before.isdisjoint(d.before) and (known or not pair.f.counted.isupper())
    return False


def _are_done_otherwise(pair: Pair) -> bool:
    """ "26 reached a shelter", "six escaped": both sentences say what those that are counted did, and it is not one."""
    here, there = _acts(pair.x, pair.f), _acts(pair.y, pair.g)
    return bool(here and there) and here.isdisjoint(there) and not (here | there) & _COUNTING


def _is_count(pair: Pair) -> bool:
    """ "police counted 28,000 visitors": one of the two only says how many there were."""
    return any(acts and acts <= _COUNTING for acts in (_acts(pair.x, pair.f), _acts(pair.y, pair.g)))


def _is_of_one_subject(pair: Pair) -> bool:
    """The same verb lets the same thing come to it: "sea ice shrank to 3 million square kilometres"."""
    lasts = all(text.endswith("for ") for text in (pair.x.text[: pair.f.at.start], pair.y.text[: pair.g.at.start]))
    if pair.shared < _LEAST or (pair.f.counted in SPELLS and not lasts):
        return False
    return any(
        c.act == d.act and c.planned is d.planned and have_one_doer(c, d)
        for c in pair.a.deeds(pair.x)
        for d in pair.b.deeds(pair.y)
        if max(c.at.start - pair.f.at.end, pair.f.at.start - c.at.end) <= _BESIDE
        and max(d.at.start - pair.g.at.end, pair.g.at.start - d.at.end) <= _BESIDE
    )


def _acts(said: Said, figure: Figure) -> frozenset[str]:
    """What is done by or to those that are counted."""
    return frozenset(claim.act for claim in said.claims if figure.counted in claim.about)


def _is_told_alike(pair: Pair) -> bool:
    """The words around both are much the same."""
    x, f, y, g = pair.x, pair.f, pair.y, pair.g
    if f.counted in SPELLS or f.of != g.of:
        return False
    if f.weak and (beside(x.text, f.at).isdisjoint(pair.words[1]) or beside(y.text, g.at).isdisjoint(pair.words[0])):
        return False
    done = _acts(x, f), _acts(y, g)
    if all(done) and done[0].isdisjoint(done[1]) and pair.cover < _VERY:
        return False
    if not f.weak and not (done[0] & done[1]) and _within(pair) < _LEAST:
        return False
    named = bool(x.proper & y.proper) or not (x.proper or y.proper)
    least, enough = (4, _SAME) if f.weak else (3, _ENOUGH)
    return named and pair.shared >= least and pair.cover >= (enough if pair.is_near else _SAME)


def _within(pair: Pair) -> int:
    """How many words the clauses of both share."""
    sides = (pair.x.text, pair.f.at), (pair.y.text, pair.g.at)
    here, there = (
        {word.root for word in words(text) if word.is_content and clause(text, at).holds(Span(word.start, word.end))}
        for text, at in sides
    )
    return len((here & there) - {pair.f.counted})


def _is_of_moment(pair: Pair) -> bool:
    """Market talk, or reports of different days that each speak of theirs."""
    texts = pair.x.text, pair.y.text
    passing = bool(days_between(pair.a, pair.b)) and any(is_passing(text) for text in texts)
    return passing or any(is_market_talk(text) for text in texts)


def _are_of_one_time(pair: Pair) -> bool:
    """Years pass: both ages must be told at one time."""
    days = pair.a.published, pair.b.published
    if not pair.f.of or (days[0] is None) is not (days[1] is None):
        return False
    return not (days[0] and days[1]) or abs((days[0].first - days[1].first).days) <= _MONTH


def _is_tally_of_one(pair: Pair) -> bool:
    """Both documents open with what was gathered in the same span: a game, a season."""
    spans = [near & _SPANS for near in pair.words]
    if any(is_market_talk(said.text) or _STRETCH.search(said.text) for said in (pair.x, pair.y)):
        return False
    return pair.opens and pair.cover >= _SAME and spans[0] == spans[1] and bool(pair.x.proper & pair.y.proper)


def _is_toll_of_one(pair: Pair) -> bool:
    """Both documents open with what became of people; nothing says that it was elsewhere, or others of them."""
    x, y = pair.x, pair.y
    if not are_of_one_matter(x, y, pair.a, pair.b):
        return False
    told = (x.proper | x.common) & (y.proper | y.common)
    if pair.f.of != pair.g.of and not pair.are_only:
        return False
    return (pair.are_sole or len(told) > _LEAST) and (pair.is_near or pair.cover >= _ENOUGH)


def _clash(pair: Pair) -> Iterator[Clash]:
    x, f, y, g = pair.x, pair.f, pair.y, pair.g
    apart = days_between(pair.a, pair.b)
    if f.is_growing:
        newer_is_more = apart is not None and apart != 0 and (g.number.low > f.number.low) == (apart > 0)
        later = newer_is_more or f.moving or g.moving
    else:
        later = False
        passing = _PASSING.search(x.text) or _PASSING.search(y.text)
        revised = _REVISED.search(x.text) or _REVISED.search(y.text)
        if f.number.moved or g.number.moved or revised or (apart and f.weak and passing):
            return
    words = x.text[f.at.start : f.at.end], y.text[g.at.start : g.at.end]
    values = tuple(f"{each.number.low:g} to {each.number.high:g}" for each in (f, g))
    yield Clash("figure", f"{f.counted} {f.of}", (x, y), words, (values[0], values[1]), later)


def figure_candidates(a: Account, b: Account) -> Iterator[Candidate]:
    """Each two numbers of a like quantity that exclude each other, with the evidence on their being of one thing."""
    here, there = by_quantity(a), by_quantity(b)
    for key in here.keys() & there.keys():
        for x, f in here[key]:
            for y, g in there[key]:
                if f.number.agrees(g.number) or is_told(f, there[key]) or is_told(g, here[key]):
                    continue
                pair = Pair(x, f, y, g, a, b)
                for clash in _clash(pair):
                    if not clash.later:
                        yield Candidate(clash, _evidence(pair))


def _evidence(pair: Pair) -> Evidence:
    x, f, y, g, a, b = pair.x, pair.f, pair.y, pair.g, pair.a, pair.b
    low, high = sorted((max(f.number.low, 1e-9), max(g.number.low, 1e-9)))
    done = _acts(x, f), _acts(y, g)
    told = {
        "same of": f.of == g.of != "",
        "other of": bool(f.of and g.of and f.of != g.of),
        "one of": bool(f.of) != bool(g.of),
        "other modifiers": f.modifiers != g.modifiers,
        "sole": pair.are_sole,
        "same act": bool(done[0] & done[1]),
        "other act": all(done) and not done[0] & done[1],
        "of many": f.number.of_many or g.number.of_many,
        "by two": _are_done_by_two(pair),
        "moment": _is_of_moment(pair),
    }
    return {
        **documents_evidence(a, b),
        **sentences_evidence(Mention(a, x, f.at), Mention(b, y, g.at)),
        **{name: 1.0 for name, is_so in told.items() if is_so},
        "ratio": min(4.0, math.log(high / low)),
    }
