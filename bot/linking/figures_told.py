"""Two documents of one happening -> figures of the same thing that cannot both be right."""

import math
import re
from collections.abc import Iterator

from bot.linking.accounts import Account, days_between
from bot.linking.common_ground import Mention, documents_evidence, sentences_evidence
from bot.linking.conflicts import Clash, Relevant
from bot.linking.contexts import told_names
from bot.linking.figure_pairs import Pair, are_generic, are_kin, comparable, is_derived, rivals
from bot.linking.figures import Figure
from bot.linking.odds import ENOUGH, Candidate, Evidence, Weights, chance
from bot.linking.quantities import BARE, MONEY
from bot.linking.scopes import scope

_PASSING = re.compile(
    r"\b(?:shares?|stock|price[sd]?|rates?|index|traded|trading|poll|points|temperatures?)\b", re.IGNORECASE
)
_REVISED = re.compile(r"\b(?:revis\w+|updat\w+|correct\w+)\b", re.IGNORECASE)
_MONTH = 31  # days
_FEW = 10
_FAR = 4.0  # beyond it a ratio says no more

WEIGHTS: Weights = {
    "always": 0.25,
    "age": 0.17,
    "bare": -0.14,
    "both generic": 0.09,
    "both open": 0.84,
    "days apart": -1.07,
    "derived": -0.39,
    "few": -0.5,
    "half strange": -0.29,
    "kin": 0.35,
    "lead names": 0.33,
    "lead words": -0.59,
    "long": 0.53,
    "magnitude": 0.06,
    "market": -0.33,
    "money": -0.06,
    "names in both": 0.23,
    "nobody": 0.07,
    "of many": 0.17,
    "one happening": 0.29,
    "one matter": 0.43,
    "one of": -0.09,
    "one of two": 0.15,
    "one outcome": -0.56,
    "other act": 0.07,
    "other dates": -0.41,
    "other dates beside": -0.53,
    "other frames": -0.34,
    "other of": -0.4,
    "other people": -0.16,
    "other places": -0.59,
    "other scopes": -0.73,
    "others": -0.49,
    "part of": -0.6,
    "plan": -0.08,
    "ratio": -1.23,
    "rivals": -0.64,
    "rivals in other": -0.79,
    "rivals in own": -0.79,
    "same act": 0.27,
    "same noun": -0.05,
    "same outcome": 0.25,
    "score": -0.07,
    "sentences covered": -0.63,
    "series": -0.23,
    "share": -0.46,
    "size": -0.06,
    "span": 0.2,
    "strange names": -0.82,
    "strangers": -0.37,
    "tally": -0.69,
    "undated": -0.51,
    "unknown words": -0.57,
    "words shared": 0.06,
}


def figure_clashes(a: Account, b: Account, relevant: Relevant) -> Iterator[Clash]:
    """Of each quantity the two numbers that are likeliest of one thing."""
    best: dict[str, tuple[float, Clash]] = {}
    for pair in comparable(a, b):
        if relevant(pair.x, pair.y):
            for candidate in _candidates(pair):
                odds = chance(candidate.evidence, WEIGHTS)
                if odds >= ENOUGH and odds > best.get(candidate.clash.key, (0.0,))[0]:
                    best[candidate.clash.key] = odds, candidate.clash
    yield from (clash for _, clash in best.values())


def figure_candidates(a: Account, b: Account) -> Iterator[Candidate]:
    """Each two numbers of a like quantity that exclude each other, with the evidence on their being of one thing."""
    for pair in comparable(a, b):
        yield from (found for found in _candidates(pair) if not found.clash.later)


def _candidates(pair: Pair) -> Iterator[Candidate]:
    x, f, y, g = pair.x, pair.f, pair.y, pair.g
    apart = days_between(pair.a, pair.b)
    later = False
    if f.is_growing or g.is_growing:
        newer_is_more = apart is not None and apart != 0 and (g.number.low > f.number.low) == (apart > 0)
        later = newer_is_more or f.moving or g.moving
    elif f.number.moved or g.number.moved or _is_passing(pair) or (f.counted == "age" and not _are_of_one_time(pair)):
        return
    words = x.text[f.at.start : f.at.end], y.text[g.at.start : g.at.end]
    values = f"{f.number.low:g} to {f.number.high:g}", f"{g.number.low:g} to {g.number.high:g}"
    clash = Clash("figure", _key(f, g), (x, y), words, values, later)
    yield Candidate(clash, {name: value for name, value in _evidence(pair).items() if value})


def _key(f: Figure, g: Figure) -> str:
    """The same whichever comes first: an outcome before a noun."""
    return min((f, g), key=lambda each: (not each.is_outcome, each.counted)).counted


def _is_passing(pair: Pair) -> bool:
    """Of the moment, or told to be revised."""
    texts = pair.x.text, pair.y.text
    if any(_REVISED.search(text) for text in texts):
        return True
    return bool(days_between(pair.a, pair.b)) and pair.f.weak and any(_PASSING.search(text) for text in texts)


def _are_of_one_time(pair: Pair) -> bool:
    """Years pass: both ages must be told at one time."""
    days = pair.a.published, pair.b.published
    if (days[0] is None) is not (days[1] is None):
        return False
    return not (days[0] and days[1]) or abs((days[0].first - days[1].first).days) <= _MONTH


def _evidence(pair: Pair) -> Evidence:
    x, f, y, g, a, b = pair.x, pair.f, pair.y, pair.g, pair.a, pair.b
    told = dict(documents_evidence(a, b))
    if f.is_growing or g.is_growing:
        del told["days apart"]  # within which tolls grow
    return {
        **told,
        **sentences_evidence(Mention(a, x, f.at), Mention(b, y, g.at)),
        **{name: float(is_so) for name, is_so in _quantities(f, g).items()},
        **{name: float(is_so) for name, is_so in _settings(pair).items()},
        "ratio": min(_FAR, pair.ratio),
        "rivals in own": math.log(rivals(f, a)) + math.log(rivals(g, b)),
        "rivals in other": math.log(rivals(g, a)) + math.log(rivals(f, b)),
        "unknown words": sum(_unknown(pair)) / 2,
    }


def _unknown(pair: Pair) -> tuple[float, float]:
    """Which part of the words beside each the other document never says."""
    here, there = pair.words
    return len(here - pair.b.words) / max(1, len(here)), len(there - pair.a.words) / max(1, len(there))


def _quantities(f: Figure, g: Figure) -> dict[str, bool]:
    """What is said of the two numbers themselves."""
    is_count = f.is_count and g.is_count
    return {
        "same of": f.weak and f.of == g.of != "",
        "other of": f.weak and bool(f.of and g.of and f.of != g.of),
        "one of": f.weak and bool(f.of) != bool(g.of),
        "money": f.counted in MONEY,
        "share": f.counted == "percent",
        "span": f.counted == "hour",
        "size": f.weak and f.counted not in MONEY | {"percent", "hour"},
        "age": f.counted == "age",
        "magnitude": f.counted == "magnitude",
        "score": f.counted == "score",
        "tally": f.is_tally and g.is_tally,
        "same outcome": f.is_outcome and f.counted == g.counted,
        "one outcome": f.is_outcome != g.is_outcome,
        "same noun": is_count and f.noun == g.noun != "",
        "kin": is_count and f.noun != g.noun and are_kin(f, g),
        "bare": BARE in (f.counted, g.counted),
        "one generic": is_count and are_generic(f) != are_generic(g),
        "both generic": is_count and are_generic(f) and are_generic(g),
        "other people": f.are_persons and g.are_persons and f.noun != g.noun and not (are_generic(f) or are_generic(g)),
        "other modifiers": f.modifiers != g.modifiers,
        "of many": f.number.of_many or g.number.of_many,
        "hedged": f.number.hedged or g.number.hedged,
        "nobody": min(f.number.high, g.number.high) == 0,
        "few": max(f.number.low, g.number.low) < _FEW,
    }


def _settings(pair: Pair) -> dict[str, bool]:
    """What the sentences and documents say that concerns numbers alone."""
    x, f, y, g, a, b = pair.x, pair.f, pair.y, pair.g, pair.a, pair.b
    done = pair.acts
    scopes = scope(x.text, f.at), scope(y.text, g.at)
    own = [told_names(said) & names for said, names in zip((x, y), pair.words, strict=True)]
    lower = a.common | b.common
    return {
        "same act": bool(done[0] & done[1]),
        "other act": all(done) and not done[0] & done[1],
        "derived": is_derived(x, f, b) or is_derived(y, g, a),
        "part of": scopes[0].is_part != scopes[1].is_part,
        "plan": scopes[0].is_expected != scopes[1].is_expected,
        "other rates": scopes[0].rates != scopes[1].rates,
        "other frames": scopes[0].frames != scopes[1].frames,
        "other kinds": scopes[0].kinds != scopes[1].kinds,
        "strange names": bool(own[0] - lower - b.words and own[1] - lower - a.words),
        "half strange": bool(own[0] - lower - b.words) != bool(own[1] - lower - a.words),
    }
