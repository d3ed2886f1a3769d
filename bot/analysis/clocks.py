"""Times of day: "10:30", "at noon", "this morning"; and words that only look like one."""

import re

from bot.analysis.calendar_words import DAY_PARTS
from bot.analysis.relations import relative_unit
from bot.analysis.scene import Match, Reading, Scene, group

_TO_A_POINT = re.compile(
    r"\b(?:at|by|until|till|before|after|past|around|about|near|from|since|towards?|between|to|just|shortly|and|or|,)"
    r" (?:the )?$",
    re.IGNORECASE,
)
_A_THING = re.compile(
    r" (?!(?:on|in|at|and|or|to|until|till|by|local|when|as|for|with|after|before|that|the|an?|of|today|tomorrow"
    r"|yesterday|this|but|deadline|curfew|last|next|each|every|was|were|is|had|has|he|she|it|they|we|so|while)\b)[a-z]{3,}"
)


def _is_adjective(match: Match, scene: Scene) -> bool:
    """ "midnight regulations", "the noon sun"; not "the midnight deadline", "by midnight voters had left"."""
    begins = scene.text[max(match.start() - 12, scene.sentence.start) : match.start()]
    return bool(begins) and not _TO_A_POINT.search(begins) and _A_THING.match(scene.text, match.end()) is not None


def clock(match: Match, scene: Scene) -> Reading | None:
    """A time of day without its day, as "T22:00"; dates.py joins it to the date beside it."""
    if word := group(match, "point"):
        if scene.text[max(match.start() - 5, 0) : match.start()].lower() == "high " or _is_adjective(match, scene):
            return None
        return Reading("TIME", {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}[word])
    hour, minute = int(group(match, "hour")), group(match, "minute") or "00"
    if (half := group(match, "meridiem")[:1]) in ("a", "p"):
        hour = hour % 12 + (12 if half == "p" else 0)
    elif group(match, "dayword"):
        hour = hour % 12 + (12 if group(match, "dayword") != "morning" else 0)
    second = f":{group(match, 'second')}" if group(match, "second") else ""
    return Reading("TIME", f"T{hour:02}:{minute}{second}") if hour <= 24 and int(minute) < 60 else None  # noqa: PLR2004 - a clock


_BEFORE_A_CLOCK = re.compile(
    r"(?:\b(?:at|by|until|till|from|to|before|after|past|about|around|between|and|or|since|on|is|was|time|updated|posted"
    r"|published|start(?:s|ed)?|ends?|ended|just|only|shortly|approximately|[a-z]+day|noon|midnight)\.?|[\d,;:(|–—-])\s*$",
    re.IGNORECASE,
)


def bare_clock(match: Match, scene: Scene) -> Reading | None:
    """ "At 10:30", "Friday 10:30"; not a rider's "Lind 1:33", nor "with 7:42 left"."""
    before = scene.text[max(match.start() - 16, scene.sentence.start) : match.start()]
    if before.strip() and not match.group().endswith(("hours", "hrs")) and not _BEFORE_A_CLOCK.search(before):
        return None
    return clock(match, scene)


def day_part(match: Match, scene: Scene) -> Reading | None:
    """ "this morning", "last night", "tonight", "the next evening"."""
    words = " ".join(match.group().lower().split())
    part = "NI" if words in ("tonight", "overnight") else DAY_PARTS[group(match, "daypart")]
    way = group(match, "rel")
    if "next" in way or "following" in way or "previous" in way or "same" in way or "that" in way:
        day = relative_unit("the following" if "next" in way else way, "day", scene)
    else:
        moved = scene.moved("day", -1 if "last" in way or "previous" in way or words == "overnight" else 0)
        day = Reading("DATE", *moved) if moved else Reading("DATE", "XXXX-XX-XX", "no document date")
    return Reading("TIME", f"{day.value}T{part}", day.basis) if day else None
