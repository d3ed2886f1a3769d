"""A PDF -> paragraphs: no running heads or page numbers, lines joined where the margin broke them. pypdf's home."""

import io
import logging
import re
import warnings
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from math import hypot
from typing import TYPE_CHECKING

from bot.errors import UnreadableError
from bot.model import RemovedLine
from bot.reading.extract import Extract, Header, Line
from bot.reading.layout import joined

if TYPE_CHECKING:
    from pypdf import PageObject

MAX_PAGES = 500
_MAX_CHARACTERS = 100_000  # of one page
_END_WITHIN = 2048  # bytes at the end in which the mark "%%EOF" must stand
_LARGER, _SAME_SIZE = 1.15, 0.2  # letters of a headline, compared with the text's; points
_HEADLINE_LINES, _HEADLINE_MOST = 4, 250
_EDGE = 2  # lines at the head and foot of a page that may be running ones
_MIN_PAGES = 3  # pages on which a running line stands
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|/|\|)\s*\d{1,4})?", re.IGNORECASE)
_BULLET = re.compile(r"\A\s*(?:[•●▪■◦‣·\uf0b7–-]|\d{1,2}[.)])\s+(?=\S)")
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")
_TOOL_TITLE = re.compile(
    r"microsoft|untitled|\.(?:docx?|pdf|indd|tex|qxd|pptx?|rtf)\b|^\W*$|^document\d*$|^slide", re.IGNORECASE
)


def pdf(data: bytes) -> Extract:
    """Raises UnreadableError for what is locked, cut off, scanned, too long or damaged."""
    if not data[:1024].lstrip().startswith(b"%PDF-"):
        raise UnreadableError("It is no PDF although its name says so. Save it again, or give it its own suffix.")
    if b"%%EOF" not in data[-_END_WITHIN:]:
        raise UnreadableError("The PDF breaks off: its end is missing. Copy or download it again.")
    pages, title = _content(data)
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableError("The PDF has no text, only pictures of pages. Run text recognition (OCR) over it first.")
    return _extract(pages, title)


def _content(data: bytes) -> tuple[list[list[str]], str | None]:
    """The lines of each page and the metadata's title."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError, WrongPasswordError

    with _silent():
        try:
            reader = PdfReader(io.BytesIO(data), strict=False)
            locked = reader.is_encrypted and not reader.decrypt("")
            count = 0 if locked else len(reader.pages)
            pages = [_page_lines(page) for page in reader.pages[:count]] if count <= MAX_PAGES else []
            title = reader.metadata.title if not locked and reader.metadata else None
        except (DependencyError, FileNotDecryptedError, WrongPasswordError):
            locked, count, pages, title = True, 0, [], None
        except (
            PyPdfError,
            ValueError,
            TypeError,
            AttributeError,
            LookupError,
            ArithmeticError,
            RecursionError,
        ) as error:
            # pypdf meets damage wherever it happens to look; these are what it raises then.
            raise UnreadableError("The PDF is damaged. Save or download it again.") from error
    if locked:
        raise UnreadableError("The PDF is locked with a password. Save a copy without one.")
    if count > MAX_PAGES:
        raise UnreadableError(f"The PDF has {count:,} pages, the limit is {MAX_PAGES}. Split it.")
    return pages, title


def _page_lines(page: "PageObject") -> list[str]:
    """A headline that its large letters broke is one line again."""
    sizes = [0.0]

    def seen(text: str, seen_by: list[float], placed: list[float], _: object, size: float) -> None:
        tall = size * hypot(placed[1], placed[3]) * hypot(seen_by[1], seen_by[3])
        first, *others = text.split("\n")
        sizes[-1] = max(sizes[-1], tall if first.strip() else 0.0)
        sizes.extend(tall if other.strip() else 0.0 for other in others)

    lines = page.extract_text(visitor_text=seen)[:_MAX_CHARACTERS].replace("\x00", "").split("\n")
    headline = range(*_headline(lines, sizes))
    if not headline:
        return lines
    return [*lines[: headline.start], joined(lines[headline.start : headline.stop]), "", *lines[headline.stop :]]


def _headline(lines: Sequence[str], sizes: Sequence[float]) -> tuple[int, int]:
    """The first lines of the page, half-open, if they are several, in letters of one size, larger than the text's."""
    counts: Counter[float] = Counter()
    for line, size in zip(lines, sizes, strict=False):
        counts[round(size, 1)] += len(line.strip())
    least = counts.most_common(1)[0][0] * _LARGER
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    end = start
    while end < min(len(lines), len(sizes)) and lines[end].strip() and sizes[end] > least:
        if abs(sizes[end] - sizes[start]) > _SAME_SIZE:
            break
        end += 1
    fits = 1 < end - start <= _HEADLINE_LINES and sum(map(len, lines[start:end])) <= _HEADLINE_MOST
    return (start, end) if fits else (0, 0)


@contextmanager
def _silent() -> Generator[None]:
    """pypdf logs and warns about every oddity of a file; what matters becomes an UnreadableError."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _extract(pages: Sequence[Sequence[str]], title: str | None) -> Extract:
    running = _running(pages)
    raw: list[str] = []
    kept: list[Line] = []
    removed: list[RemovedLine] = []
    for page in pages:
        solid = [index for index, text in enumerate(page) if text.strip()]
        edge = {*solid[:_EDGE], *solid[-_EDGE:]}
        for index, text in enumerate(page):
            raw.append(text)
            if index in edge and _PAGE_NUMBER.fullmatch(text.strip()):
                removed.append(RemovedLine(len(raw), text, "page number"))
            elif index in edge and _shape(text) in running:
                removed.append(RemovedLine(len(raw), text, "running head"))
            else:
                kept.append(Line(len(raw), text))
    lines = tuple(_paragraphs(kept))
    seen = "\n".join(line.text for line in lines)[:3000].casefold()
    return Extract("\n".join(raw), lines, tuple(removed), Header(title=_title(title, seen)))


def _title(title: str | None, seen: str) -> str | None:
    """The metadata's title, where it is one: several words that the first page has too, not a program's file name."""
    words = (title or "").split()
    if not 2 <= len(words) <= 40 or _TOOL_TITLE.search(" ".join(words)):  # noqa: PLR2004 a headline's length
        return None
    return " ".join(words) if all(word.casefold() in seen for word in words) else None


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    counts: Counter[str] = Counter()
    for page in pages:
        solid = [text for text in page if text.strip()]
        counts.update({_shape(text) for text in (*solid[:_EDGE], *solid[-_EDGE:])})
    return {shape for shape, n in counts.items() if n >= max(_MIN_PAGES, len(pages) // 3)}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split())).casefold()


def _paragraphs(lines: Sequence[Line]) -> Iterator[Line]:
    """One line a paragraph, a blank one between them."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if line.text.strip())
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    block: list[Line] = []
    for line in lines:
        if block and (not line.text.strip() or not _goes_on(block[-1].text.rstrip(), line.text.strip(), width)):
            yield from _block(block)
            block = []
        if line.text.strip():
            block.append(line)
    yield from _block(block)


def _block(block: Sequence[Line]) -> Iterator[Line]:
    if block:
        yield Line(block[0].number, _BULLET.sub("", joined([line.text for line in block])))
        yield Line(0, "")


def _goes_on(line: str, following: str, width: int) -> bool:
    if _BULLET.match(following):
        return False
    if following[:1].islower() or (line[-1:] in "-\u00ad" and line[-2:-1].isalpha()):
        return True
    full = len(line) + 1 + len(following.split(" ", 1)[0]) > width * 0.9
    return full and not (_ENDS.search(line) and len(line) < width * 0.8)
