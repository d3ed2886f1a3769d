"""Bare years and months: what the words round "1941" or "May" must say for it to be a date."""

import re

from bot.analysis.readings import COUNTED, month_year
from bot.analysis.scene import Match, Reading, Scene, group

FIRST_MODERN, LAST_NEAR = 1900, 2050  # years that a bare number is taken for without a preposition
BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|from|until|till|by|of|during|before|after|between|to|through|throughout|late|early|mid|for|last"
    r"|this|next|past|that|each|around|about|as|pre|post|the|year)[ -]|\()$",
    re.IGNORECASE,
)
MAY_STAND_BEFORE_YEAR = re.compile(
    r"(?:\b(?:and|or|and the|-|–|its|their|his|her|our|a|an|on|summer|spring|fall|autumn|winter|vs|than|with) "
    r"|[,;:\"'–—(] ?|'s |^|\n)$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"\b(?:flight|no|number|room|route|model|page|resolution|section|highway|windows|server|office|article|rule|chapter|boeing"
    r"|bus|channel|some|over|more than|nearly|than|almost|least|most|roughly|total of)\.? $",
    re.IGNORECASE,
)
MODEL_YEAR = re.compile(
    r" (?:Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ford|GMC|Honda|Hyundai|Jeep|Kia|Lexus|Lincoln|Mazda"
    r"|Mercedes|Mitsubishi|Nissan|Oldsmobile|Plymouth|Pontiac|Porsche|Subaru|Toyota|Volkswagen|Volvo) (?:[A-Z]|\w*\d)"
)
EVENT_BEFORE = re.compile(r"\b[A-Z]{3,} $")  # "WWDC 2005"
FIRST_OF_EVENTS = 1980


def bare_year(match: Match, scene: Scene) -> Reading | None:
    """ "2020" alone is a year only where the words round it say so; "1500 troops" and "Route 1941" are none."""
    before = scene.text[max(match.start() - 24, scene.sentence.start) : match.start()]
    if any(after.match(scene.text, match.end()) for after in (COUNTED, MODEL_YEAR)) or LABEL.search(before):
        return None
    if before.endswith(("/", "=", "_")) or scene.text.startswith("/", match.end()):
        return None  # of a link
    year, after_word = int(match["year"]), before[-2:-1].islower()
    plausible = FIRST_MODERN <= year <= LAST_NEAR and (after_word or MAY_STAND_BEFORE_YEAR.search(before))
    round_number = year % 100 == 0 and after_word and not MAY_STAND_BEFORE_YEAR.search(before)
    of_event = FIRST_OF_EVENTS <= year <= LAST_NEAR and year % 100 and EVENT_BEFORE.search(before)
    if BEFORE_YEAR.search(before) or of_event or (plausible and not round_number):
        return Reading("DATE", match["year"])
    return None


_IN_EARLY_TIMES = re.compile(r"\b(?:in|since|until|circa|c\.|AD|A\.D\.|year|late|early) $", re.IGNORECASE)
_ENDS_YEAR = re.compile(r"[.,;:)\"'’]|$|\s+(?:and|when|by|to|the|after|before|was|were|he|she|it|they|AD|CE|A\.D\.)\b")


def early_year(match: Match, scene: Scene) -> Reading | None:
    """ "In 1066," is a year; "in 1200 villages" is none."""
    before = scene.text[max(match.start() - 12, scene.sentence.start) : match.start()]
    if _IN_EARLY_TIMES.search(before) and _ENDS_YEAR.match(scene.text, match.end(), scene.sentence.end):
        return Reading("DATE", match["year"])
    return None


TIME_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|during|last|this|next|past|early|late|mid|each|every|that|the|around|about|end|through)"
    r"[ -]$",
    re.IGNORECASE,
)
MAY_STAND_BEFORE_MONTH = re.compile(
    r"(?:\b(?:from|by|of|before|after|between|to|for|and|or|a|an|its|on|than)[ -]|[,;(–—-] ?)$", re.IGNORECASE
)
CAPITALISED = re.compile(r"\b[A-Z][\w.'-]*,? $")
NAME_AFTER = re.compile(r" [A-Z][a-z]+")
VERB_AFTER = re.compile(r" (?:said|says|told|has|had|was|is|will|did|added|met)\b")
ALSO_NAMES = {"may", "march", "april", "june", "august"}


def bare_month(match: Match, scene: Scene) -> Reading | None:
    """ "October" alone; "May", "April", "June" are people and verbs too and need a word that says "month"."""
    before = scene.text[max(match.start() - 24, scene.sentence.start) : match.start()]
    if TIME_BEFORE_MONTH.search(before):
        return month_year(match, scene)
    name, weak = group(match, "month").rstrip("."), MAY_STAND_BEFORE_MONTH.search(before)
    named = NAME_AFTER.match(scene.text, match.end()) is not None
    if not weak and (named or CAPITALISED.search(before)):
        return None
    if name in ALSO_NAMES and (named or VERB_AFTER.match(scene.text, match.end())):
        return None
    return None if name in ("may", "march") and not weak else month_year(match, scene)
