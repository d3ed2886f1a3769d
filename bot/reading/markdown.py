"""Markdown -> the lines a reader sees: no marks of headings, lists, links or emphasis; a wrapped paragraph in one."""

import html
import re
from collections.abc import Sequence

from bot.model import RemovedLine
from bot.reading import encoding, front_matter
from bot.reading.extract import Extract, Line
from bot.reading.layout import is_wrapped, joined

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_RULE = re.compile(
    r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={2,}|\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*)$"
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>.*?)(?:\s+#+)?\s*$")
_QUOTE = re.compile(r"\A\s{0,3}(?:>\s?)+")
_ITEM = re.compile(r"\A\s*(?:[-*+•]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*$")
_REFERENCE = re.compile(r"\s{0,3}\[(?!\^)[^\]]+\]:\s*<?\S+>?(?:\s+[\"'(].*[\"')])?\s*$")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->")
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (_COMMENT, ""),
    (re.compile(r"\[?!\[[^\]]{0,300}\]\([^()\s]*(?:\s+\"[^\"]*\")?\)(?:\]\([^()\s]*\))?"), ""),
    (
        re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\]\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)?>?(?:\s+\"[^\"]*\")?\)"),
        r"\g<text>",
    ),
    (re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\]\[[^\[\]]*\]"), r"\g<text>"),
    (re.compile(r"\[\^[^\]\s]+\](?!:)"), ""),
    (re.compile(r"<(?P<url>https?://[^\s<>]+)>"), r"\g<url>"),
    (re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>"), ""),
    (re.compile(r"(?<![\w\\])(?P<mark>\*\*\*|\*\*|\*|~~)(?=\S)(?P<text>[^*~]+?)(?<=\S)(?P=mark)(?!\w)"), r"\g<text>"),
    (re.compile(r"(?<![\w\\])(?P<mark>___|__|_)(?=\S)(?P<text>[^_]+?)(?<=\S)(?P=mark)(?!\w)"), r"\g<text>"),
    (re.compile(r"(?<!\\)(?P<tick>`{1,2})(?P<text>[^`]+)(?P=tick)"), r"\g<text>"),
    (re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])"), r"\g<sign>"),
)


def markdown(data: bytes) -> Extract:
    raw = encoding.decoded(data)
    header, length = front_matter.split(raw)
    texts = raw.split("\n")
    removed = [RemovedLine(n, text, "front matter") for n, text in enumerate(texts[:length], 1) if text.strip()]
    lines: list[Line] = []
    block: list[Line] = []
    fenced = False
    for number, text in enumerate(texts[length:], length + 1):
        if _FENCE.match(text):
            fenced = not fenced
            removed.append(RemovedLine(number, text, "markup"))
        elif fenced:
            lines.extend((*_paragraphs(block), Line(number, text)))
            block = []
        elif text.strip() and _is_markup(text):
            removed.append(RemovedLine(number, text, "link line" if _REFERENCE.match(text) else "markup"))
        elif text.strip() and not _begins(text):
            block.append(Line(number, text))
        else:
            lines.extend(_paragraphs(block))
            block = [Line(number, text)] if text.strip() and not _HEADING.match(text) else []
            lines.extend([] if block else [Line(number, _seen(text))])
    lines.extend(_paragraphs(block))
    return Extract(raw, tuple(lines), tuple(removed), header)


def _is_markup(text: str) -> bool:
    return bool(_RULE.match(text) or _REFERENCE.match(text)) or not _seen(text)


def _begins(text: str) -> bool:
    return bool(_HEADING.match(text) or _ITEM.match(text) or _ROW.match(text))


def _paragraphs(block: Sequence[Line]) -> list[Line]:
    """The lines as they stand, or as one where they were only wrapped. A hard break stays one."""
    if is_wrapped([line.text for line in block]) and not any(_HARD_BREAK.search(line.text) for line in block[:-1]):
        return [Line(block[0].number, _seen(joined([_QUOTE.sub("", line.text) for line in block])))]
    return [Line(line.number, _seen(line.text)) for line in block]


def _seen(text: str) -> str:
    """What a reader sees of one line."""
    text = _QUOTE.sub("", text)
    if heading := _HEADING.match(text):
        text = heading["text"]
    elif row := _ROW.match(text):
        text = "; ".join(cell for cell in map(str.strip, re.split(r"(?<!\\)\|", row["cells"])) if cell)
    text = _HARD_BREAK.sub("", _ITEM.sub("", text, count=1)).strip()
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return html.unescape(text).strip()
