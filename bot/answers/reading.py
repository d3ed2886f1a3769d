"""How a sentence reads when it is taken out of its text: does it stand alone, is it the fullest of several?"""

import re

from bot.answers.happenings import Telling
from bot.model import Period
from bot.words import plain

_BACK = """
he she it they him her his hers its their theirs this these that those such both neither either another others here
there then thus hence so but and or yet nor still also besides however meanwhile moreover furthermore therefore instead
nevertheless nonetheless otherwise similarly likewise additionally consequently conversely rather interestingly indeed
afterward afterwards later earlier again previously well meantime
"""
_BACK_PHRASES = """
in addition|in contrast|in turn|in fact|in other words|in this|in that|as a result|as takeaways|as important takeaways
for example|for instance|for this|for that|on the other hand|on the contrary|of these|of those|of them|the latter
the former|the same|the other|at the same time|in the meantime|in return|in response,|in a related
for his part|for her part|for its part|for their part|maybe that|perhaps that|that is why
"""
_POINTS_BACK = re.compile(
    r"(?:(?:at|by|despite|during|for|from|in|of|on|since|to|under|with|after|before) (?:this|that|these|those|such)|"
    rf"{'|'.join([*_BACK.split(), *_BACK_PHRASES.strip().replace(chr(10), '|').split('|')])})\b",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(
    r"(?:all|any|each|few|half|many|most|much|none|one|part|several|some|two|three|four|five|six)"
    r" of (?:it|that|this|these|those|them|his|her|their|its)\b"
    r"|(?:up )?(?:back|before|by|since|till|until) then\b"
    r"|nearby\b|(?:elsewhere|inside|outside),",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:after|before|during|following|since) (?:the|that|this) [a-z]+,", re.IGNORECASE)
_ENDS = re.compile(r"""[.!?…]["'”’)\]]*$""")
_STAMP = re.compile(r"(?:\d{1,2} [A-Z]\w+ \d{4}|[A-Z]\w+ \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2}),? \d{1,2}[:.] ?\d{2}\b")
_LINKED = re.compile(
    r"[^,.;]{1,40}, (?:however|though|meanwhile|therefore|too|also|in turn|then|by contrast),", re.IGNORECASE
)
_TOP = 4  # sentences that open a text, its title among them
_TOLD_BEFORE = re.compile(
    r"(?:the|this|that|today's|yesterday's|(?:mon|tues|wednes|thurs|fri|satur|sun)day's)"
    r" (?:announcement|meeting|talks|attack|incident|accident|move|decision|deal|ruling|verdict|arrest"
    r"|blast|explosion|fire|quake|earthquake|crash|shooting|visit|launch|vote)\b(?! (?:in|on|at|of)\b)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:the (?:two|three|four|five|pair|duo|trio)\b|the (?:meeting|talks|discussions?|encounter|move|decision"
    r"|statement|report|attack|incident|agreement|deal|announcement|visit|negotiations)"
    r" (?:is|are|was|were|has|have|had|will)\b)",
    re.IGNORECASE,
)


def dangles(text: str) -> bool:
    """Its beginning points at a sentence before it: "He ...", "The talks, however, ...", "This act ..."."""
    flat = plain(text).lstrip(" \"'(*-•")
    return bool(_POINTS_BACK.match(flat) or _OF_THOSE.match(flat) or _LINKED.match(flat))


def leans(text: str) -> bool:
    """Reads alone, though with a question left: "The two ministers ...", "After the meeting, ..."."""
    bare = plain(text).lstrip(" \"'(")
    return bool(_EARLIER.match(bare) or _AFTER.match(bare))


def is_torn(text: str) -> bool:
    """Half of a quotation, or a sentence with its page's time stamp before it."""
    flat = plain(text).strip()
    return flat.count('"') % 2 == 1 or bool(_STAMP.match(flat))


def ends(text: str) -> bool:
    """With a full stop or the like: headlines, and some bullets and leads, have none."""
    return bool(_ENDS.search(plain(text).strip()))


_POINTS = re.compile(r"(?:that|the same|this same) (?:day|night|morning|evening|week|month|year)|then", re.IGNORECASE)


def states(telling: Telling) -> bool:
    """Whether the date stands in its words; "that day" only points at one."""
    words, start = telling.told.words, telling.line.at.start
    return words is not None and not _POINTS.fullmatch(telling.line.text, words.start - start, words.end - start)


def refers(text: str) -> bool:
    """Its subject is what was told before: "The announcement came on Friday"; or it is what somebody said of that."""
    flat = plain(text).lstrip()
    return flat.startswith('"') or _TOLD_BEFORE.match(flat.lstrip("'(")) is not None


def fullness(telling: Telling, when: Period) -> tuple[bool, bool, bool, bool, int, int]:
    """A key: first what is dated in words, dated as finely as its row, stands alone, opens its text, is long but not
    endless.

    Where the date is inherited, what stands nearer the top of its text comes first.
    """
    text = telling.line.text
    size = min(len(text), 240) - max(0, len(text) - 400)
    inherited = not states(telling)
    lost = dangles(text) or refers(text) or is_torn(text) or not ends(text)
    later = not inherited and telling.line.ordinal >= _TOP
    return inherited, telling.when != when, lost, later, telling.line.ordinal if inherited else -size, -size
