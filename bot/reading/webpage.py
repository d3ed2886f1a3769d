"""A web page -> its article: trafilatura finds it, the other visible lines are listed as left out. Its home."""

import logging
import re
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from html.parser import HTMLParser

from bot.errors import UnreadableError
from bot.model import UNDATED, Dated, RemovedLine
from bot.reading import encoding
from bot.reading.dating import by_link
from bot.reading.days import period_of
from bot.reading.extract import Extract, Header, Line, numbered
from bot.reading.page import shape_of

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*(?P<name>[\w-]{2,20})", re.IGNORECASE)
_OPENED = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "select", "textarea"})
_INLINE = frozenset(
    """
    a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u
    var wbr
    """.split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta param source track".split())
_NESTED = 50  # blocks that are looked through for the one that ends
_PARAGRAPHS = 3  # of the article in one place, from which on others there belong to it
_MAX_LEFT_OUT = 2_000  # lines that are listed as left out; a page has some hundred
_NEAR = timedelta(days=2)
_SITE_BEHIND = re.compile(r"\s+[|–—:·-]\s+(?P<site>[^|–—]+)$")
_LIST_MARK = re.compile(r"\A- (?=\S)")


def webpage(data: bytes) -> Extract:
    """Raises UnreadableError where the page breaks off or holds no text."""
    source = _decoded(data)
    opened = _OPENED.search(source[:20_000])
    if opened and not _CLOSED.search(source[-200_000:]):
        raise UnreadableError("The page breaks off: it has no </html> at its end. Save or copy it again.")
    visible, places = _visible_lines(source)
    if not visible:
        raise UnreadableError("The page holds no visible text. Save the page as it is shown, or its text as .txt.")
    article = _article(source, visible)
    raw = "\n".join(visible)
    if article is None:
        return Extract(raw, numbered(visible))
    lines = _completed(_placed(article.text.split("\n"), visible), visible, places)
    return Extract(raw, lines, tuple(_left_out(visible, lines)), article.header)


@dataclass(frozen=True, slots=True)
class _Article:
    text: str
    header: Header


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    try:
        return encoding.decoded(data)
    except UnreadableError:
        if declared is None:
            raise
        try:
            return data.decode(declared["name"].decode("ascii")).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            raise UnreadableError(
                f"The page is not in the encoding it names, {declared['name'].decode('ascii')}. Save it as UTF-8."
            ) from None


def _article(source: str, visible: list[str]) -> _Article | None:
    """What trafilatura takes for the article; None where it finds none."""
    import trafilatura

    with _silent("trafilatura", "htmldate", "courlan"):
        try:
            found = trafilatura.bare_extraction(
                source,
                with_metadata=True,
                include_comments=False,
                include_tables=True,
                deduplicate=False,
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
            raise UnreadableError("The page's markup cannot be followed. Save its text as .txt.") from error
    if found is None or isinstance(found, dict) or not found.text:
        return None
    if not _has_prose(found.text.split("\n")) and _has_prose(visible):
        return None  # nested deeper than its parser goes, or a page of a kind it does not know
    link = found.url if found.url and found.url.startswith(("http://", "https://")) else None
    publisher = _clean(found.sitename)
    header = Header(
        title=_headline(_clean(found.title), publisher),
        published=_published(found.date, by_link(link)),
        publisher=publisher,
        link=link,
    )
    return _Article(found.text, header)


def _has_prose(texts: list[str]) -> bool:
    return any(map(_is_prose, texts))


def _clean(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _headline(title: str | None, publisher: str | None) -> str | None:
    """The title without the site's name behind it."""
    if title and publisher and (hit := _SITE_BEHIND.search(title)) and _key(hit["site"]) == _key(publisher):
        return title[: hit.start()]
    return title


def _published(day: str | None, linked: Dated) -> Dated:
    """The metadata's day, unless the page's address names quite another one: then that day was some other page date."""
    period = period_of(day) if day else None
    if period is None:
        return UNDATED
    told = linked.value
    if told and not told.first - _NEAR <= period.first <= told.last + _NEAR:
        return linked
    return Dated(period, "front matter")


def _placed(texts: list[str], visible: list[str]) -> tuple[Line, ...]:
    """The article's lines, a blank one between them, each with the number of the visible line it comes from."""
    where: dict[str, int] = {}
    for number, text in enumerate(visible, 1):
        where.setdefault(_key(text), number)
    lines: list[Line] = []
    last = 0
    for text in texts:
        if text := _LIST_MARK.sub("", text.strip()):
            number = where.get(_key(text), 0)
            last = number if number > last else last + 1
            lines.extend((*([Line(0, "")] if lines else []), Line(last, text)))
    return tuple(lines)


def _completed(lines: tuple[Line, ...], visible: list[str], places: list[int]) -> tuple[Line, ...]:
    """With the paragraphs that stand in the markup where the article's stand: an advertisement may cut it in two."""
    known = {_key(line.text) for line in lines}
    kept = Counter(
        place for text, place in zip(visible, places, strict=True) if _key(text) in known and _is_prose(text)
    )
    whole = "\n".join(known)
    missing = [
        Line(number, text)
        for number, (text, place) in enumerate(zip(visible, places, strict=True), 1)
        if kept[place] >= _PARAGRAPHS and _is_prose(text) and _key(text) not in whole
    ]
    if not missing:
        return lines
    every = sorted([*(line for line in lines if line.text), *missing], key=lambda line: line.number)
    return tuple(each for line in every for each in (Line(0, ""), line))[1:]


def _is_prose(text: str) -> bool:
    return shape_of(text).is_prose


def _left_out(visible: list[str], lines: tuple[Line, ...]) -> Iterator[RemovedLine]:
    kept = "\n".join(_key(line.text) for line in lines)
    listed = 0
    for number, text in enumerate(visible, 1):
        if listed < _MAX_LEFT_OUT and _key(text) not in kept:
            listed += 1
            yield RemovedLine(number, text, "outside the article")


def _key(text: str) -> str:
    return "".join(text.split()).casefold()


@contextmanager
def _silent(*names: str) -> Generator[None]:
    """A library's own complaints about a page are not ours to log: what matters becomes an UnreadableError."""
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


class _Visible(HTMLParser):
    """Collects the lines that a reader sees, block by block, without building a tree: depth costs nothing.

    `places` tells of each line by which tags and classes one comes to it: an article's paragraphs have the same.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.places: list[int] = []
        self._words: list[str] = []
        self._hidden: list[str] = []
        self._open: list[tuple[str, int]] = []  # block tags, each with the place that it and those round it make
        self._place = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        if tag in _INLINE:
            return
        self.end_line()
        if tag not in _EMPTY:
            self._leave("p")  # a paragraph ends where another block begins
            around = self._open[-1][1] if self._open else 0
            self._open.append((tag, hash((around, tag, dict(attrs).get("class")))))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        if tag not in _INLINE:
            self.end_line()
            self._leave(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            if not self._words or not data.isspace():
                self._place = self._open[-1][1] if self._open else 0
            self._words.append(data)

    def end_line(self) -> None:
        if line := " ".join("".join(self._words).split()):
            self.lines.append(line)
            self.places.append(self._place)
        self._words.clear()

    def _leave(self, tag: str) -> None:
        for above in range(1, min(len(self._open), _NESTED) + 1):
            if self._open[-above][0] == tag:
                del self._open[-above:]
                return
            if tag == "p":
                return


def _visible_lines(source: str) -> tuple[list[str], list[int]]:
    parser = _Visible()
    parser.feed(source)
    parser.close()
    parser.end_line()
    return parser.lines, parser.places
