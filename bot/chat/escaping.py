"""Foreign text -> text that Discord shows as it is: no markdown, no mention, no link, no hidden control. Pure."""

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
    # Joiners belong to words of other scripts; beside ASCII they only hide something.
    "|(?<![^\u0000-\u007f])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u007f])"
)
_SPECIAL = re.compile(r"[\\*_~|`<>\[\]@]|:(?=//)")
_LINE_START = re.compile(r"^(\s*)([-+#]|\d+(?=[.)]))", re.MULTILINE)
_LINE_BREAKS = re.compile(r"\s*[\n\r\u2028\u2029]+\s*")
_HOST = re.compile(r"[a-z0-9.-]{1,80}")
_URL_MAX = 400
_WORD_MAX = 24
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


def visible(text: str) -> str:
    """The text on one line, without direction overrides, zero-width and other control characters."""
    return _HIDDEN.sub("", _LINE_BREAKS.sub(" ", text).replace("\t", " "))


def escaped(text: str) -> str:
    """One line of markdown that shows `text` itself; stays true when such pieces are joined."""
    return _SPECIAL.sub(r"\\\g<0>", visible(text))


def escaped_line(text: str) -> str:
    """As `escaped`, for text that begins a line, where "#", "-" and "1." mean something too."""
    return _LINE_START.sub(_guarded, escaped(text))


def _guarded(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def isolated(shown: str) -> str:
    """Foreign text as it is, but written from right to left it draws nothing that stands beside it into its order."""
    return f"\u2068{shown}\u2069" if _FROM_THE_RIGHT.search(shown) else shown


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """`escaped` with the half-open spans of `text` in bold; spans that overlap or leave the text are joined or cut."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(marks):
        start, end = max(start, done), min(end, len(text))
        if start >= end or not (word := escaped(text[start:end])).strip():
            continue
        pieces += [escaped(text[done:start]), f"**{word}**"]
        done = end
    return "".join([*pieces, escaped(text[done:])])


def cut(text: str, most: int) -> str:
    """At most `most` characters, with "…" where something is missing. For labels and titles, never for a quote.

    Between two words, unless that would take a long one away.
    """
    if size(text) <= most:
        return text
    short = _shortened(text, most - 1)
    if not text[len(short) :].startswith(" "):
        whole = short.rpartition(" ")[0]
        short = whole if len(short) - len(whole) <= _WORD_MAX else short
    return short.rstrip().rstrip(",;:–—-").rstrip() + "…"


def _shortened(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * max(units, 0)].decode("utf-16-le", errors="ignore")


def size(text: str) -> int:
    """UTF-16 code units, the larger of the two ways in which Discord may count characters."""
    return len(text) + sum(character > "\uffff" for character in text)


def link(address: str | None) -> str | None:
    """A masked link that names its host, for http and https only; None for anything else."""
    try:
        parts = urlsplit(visible(address or "").strip())
        host = (parts.hostname or "").encode("idna").decode().lower()
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    safe = quote(parts._replace(netloc=host + port).geturl(), safe="/:?&=#%~+,;@!$'*.-_")
    return f"[read at {host}](<{safe}>)" if len(safe) <= _URL_MAX else f"at {escaped(host)}"
