"""Where a sentence begins and ends, and what kind of line it stands in. Come here when a text is cut wrongly."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bot.analysis.posted import is_posted, parted
from bot.model import Sentence, SentenceKind, Span
from bot.words import plain

_LINE = re.compile(r"[^\n\r\v\f\u0085\u2028\u2029]+")
_BREAKS = str.maketrans(dict.fromkeys("\r\v\f\u0085\u2028\u2029", "\n"))
_BULLET = re.compile(r"\s*(?:[•◦▪‣·*+–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_ENDED = re.compile(r"""[.!?…]["')\]]*$""")
_CLOSED = re.compile(r"""[.!?…:;]["')\]]*$""")
_OPENS_LOW = re.compile(r"""["'(\[]*[a-z](?![A-Z])""")  # "iPhone" opens a sentence, too
_CLOSERS = re.compile(r"""["')\]]+(?=\s|$)""")
_OPENER_BEHIND = re.compile(r"""[.!?…]["')\]]*(\s+["'(\[])$""")
_BY_OR_WHEN = re.compile(
    r"(?:by\s+[A-Z]|(?:published|updated|posted|image|photo|source)\b\s*:|(?:[A-Z][\w. ,'-]{1,40}\s)?(?:\w+day,? )?"
    r"(?:\d{4}-\d\d-\d\d|[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+,? \d{4})$)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'-]+(?:, \w+\.?)?,? (?:[A-Z][a-z]+\.? \d{1,2}|\([A-Z]\w+\))(?: \([\w ]+\))? ?[-–—]"
)
_LAST_WORD = re.compile(r"([\w.&'-]*\w)\.$")
_FIRST_WORD = re.compile(r"""["'(\[]*([\w']+)""")
_INITIAL = re.compile(r"(?:[A-Z]|[A-Z][a-z]?(?:\.[A-Za-z])+)$")
# After these a full stop closes nothing, whatever follows.
_BEFORE_A_NAME = frozenset(
    """
    adm amb art assn asst bishop brig bros capt cf cmdr col comdr cpl cpt dr fr ft fig gen gov hon jr lt maj messrs mme
    mr mrs ms mt no nos op pfc pp prof pte pvt rep reps rev sen sens sgt st supt viz vol vs
    """.split()
)
# After these it does when a word follows that opens sentences rather than names.
_MAY_CLOSE = frozenset(
    """
    a.m aug calif colo conn dec del dept e.g est etc feb fla ga i.e ill ind jan jul jun kan ky la
    mar mass md mich minn miss mo mon nev nov oct okla ore p.m pa penn sept tenn tex u.k u.n u.s u.s.a va vt wash
    wis wyo
    """.split()
)
_OPENERS = frozenset(
    """
    a after all also although an and another as at but by during each every few for from he her his how however if in
    it its last later many meanwhile more most no not now of on one other our she since so some such that the their
    then there these they this those though three to two under until we what when where while who with yet you
    """.split()
)
_HEADING_WORDS = 10
_TITLE_WORDS = 18
_WIDTHS = range(40, 101)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as its writer meant it: wrapped lines are one. Half-open, without the space around it."""

    start: int
    end: int
    bullet: bool


def flowing(text: str) -> str:
    """The text for analysis, character for character as long: plain spaces, and a wrapped line's break a space."""
    text = plain(text).translate(_BREAKS)
    physical = [found.span() for found in _LINE.finditer(text) if not found.group().isspace()]
    width = _width(text, physical)
    pieces: list[str] = []
    done = 0
    for (start, end), (begins, ends) in pairwise(physical):
        if text.count("\n", end, begins) == 1 and _wraps(text[start:end], text[begins:ends], width):
            pieces += [text[done:end], " " * (begins - end)]
            done = begins
    return "".join([*pieces, text[done:]])


def _width(text: str, physical: list[tuple[int, int]]) -> int | None:
    """The column at which a hard-wrapped text breaks; None for a text whose lines are its paragraphs."""
    widest = max((len(text[start:end].rstrip()) for start, end in physical), default=0)
    low = sum(text[start].islower() for start, _ in physical[1:])
    return widest if widest in _WIDTHS and low * 5 >= len(physical) - 1 > 0 else None


def _wraps(line: str, following: str, width: int | None) -> bool:
    line = line.rstrip()
    if _BULLET.match(following) or following.startswith("  "):
        return False
    if following[0].islower():
        return width is not None or (not _CLOSED.search(line) and len(line) >= min(_WIDTHS) - 10)
    return width is not None and len(line) > width * 0.7 and not _is_boundary(line, following)


def lines(text: str) -> list[Line]:
    """The lines of a flowing text, blank ones left out."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        end -= len(match.group()) - len(match.group().rstrip())
        if start < end:
            found.append(Line(start, end, bullet=_BULLET.match(text, start) is not None))
    return found


def sentences(text: str, cuts: Iterable[tuple[int, int]]) -> tuple[Sentence, ...]:
    """`cuts`: the parser's sentences of the flowing text, in order; none crosses a line."""
    rows = lines(text)
    starts = [row.start for row in rows]
    inside: list[list[tuple[int, int]]] = [[] for _ in rows]
    for start, end in cuts:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end and (at := bisect_right(starts, start) - 1) >= 0:
            _add(inside[at], text, start, min(end, rows[at].end))
    kinds = _kinds(text, rows, inside)
    return tuple(
        Sentence(Span(first, last), "heading" if is_stamp else kind)
        for kind, spans in zip(kinds, inside, strict=True)
        for start, end in spans
        for first, last, is_stamp in parted(text, start, end)
    )


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Puts a cut of the parser behind those of its line, or into the last one when nothing had ended there."""
    if not spans:
        spans.append((start, end))
        return
    first, last = spans[-1]
    if closers := _CLOSERS.match(text, start, end):
        last = closers.end()
        spans[-1] = (first, last)
        start = last
        while start < end and text[start].isspace():
            start += 1
        if start == end:
            return
    if opener := _OPENER_BEHIND.search(text, first, last):
        last, start = opener.start(1), opener.end(1) - 1
        spans[-1] = (first, last)
    if _is_boundary(text[first:last], text[start:end]):
        spans.append((start, end))
    else:
        spans[-1] = (first, end)


def _is_boundary(before: str, after: str) -> bool:
    if not _ENDED.search(before) or _OPENS_LOW.match(after):
        return False
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    last = word.group(1)
    if last.lower() in _BEFORE_A_NAME:
        return False
    opener = _FIRST_WORD.match(after)
    if last.lower() in _MAY_CLOSE or _INITIAL.match(last):
        return opener is not None and opener.group(1).lower() in _OPENERS
    return True


def _kinds(text: str, rows: list[Line], inside: list[list[tuple[int, int]]]) -> list[SentenceKind]:
    ended = [_ENDED.search(text, row.start, row.end) is not None or len(inside[i]) > 1 for i, row in enumerate(rows)]
    kinds: list[SentenceKind] = []
    for i, row in enumerate(rows):
        line = text[row.start : row.end]
        words = line.split()
        following = rows[i + 1] if i + 1 < len(rows) else None
        if is_posted(line):
            kinds.append("heading")
        elif i == 0 and following and not row.bullet and _is_title(line, words, ended=ended[i]):
            kinds.append("title")
        elif (
            following
            and not row.bullet
            and _is_heading(text[row.start : row.end], words, text[following.start : following.end])
        ):
            kinds.append("heading")
        elif row.bullet:
            kinds.append("item")
        else:
            kinds.append("prose")
    loose = [kind != "heading" and not done for kind, done in zip(kinds, ended, strict=True)]
    for i, kind in enumerate(kinds):
        if kind == "prose" and loose[i] and i and (_neighbour(kinds, loose, i, -1) or _neighbour(kinds, loose, i, 1)):
            kinds[i] = "item"
    return kinds


def _neighbour(kinds: list[SentenceKind], loose: list[bool], i: int, step: int) -> bool:
    """Whether the next line that is no heading is loose, too: one without a full stop."""
    i += step
    while 0 <= i < len(kinds) and kinds[i] == "heading":
        i += step
    return 0 <= i < len(kinds) and loose[i] and kinds[i] != "title"


def _is_title(line: str, words: list[str], *, ended: bool) -> bool:
    if len(words) > _TITLE_WORDS or line[-1] in ":;," or _DATELINE.match(line):
        return False
    return line.isupper() or not ended or line.endswith("?")


def _is_heading(line: str, words: list[str], following: str) -> bool:
    """Short, opening with a capital, not a row of figures, and followed by something longer."""
    if len(words) <= _HEADING_WORDS and _BY_OR_WHEN.match(line):
        return True
    if len(words) > _HEADING_WORDS or line[-1] in ".!,;…" or not line[0].isupper():
        return False
    if sum(any(c.isdigit() for c in word) for word in words) * 4 > len(words):
        return False
    return len(following) > len(line) * 1.5 or _ENDED.search(following) is not None
