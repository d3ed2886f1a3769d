"""A file, or a text in hand, becomes a Document. Which suffix goes to which reader, and what is refused."""

from collections.abc import Callable
from pathlib import Path

from bot.errors import UnreadableError
from bot.model import Dated, Document, Period, RemovedLine
from bot.reading import encoding, front_matter
from bot.reading.cleaning import cleaned, without
from bot.reading.extract import Extract, Header, numbered
from bot.reading.files import MAX_BYTES, content, fingerprint
from bot.reading.markdown import markdown
from bot.reading.metadata import described, site_names
from bot.reading.pdf import pdf
from bot.reading.webpage import webpage


def read(path: Path, source: str, *, max_bytes: int = MAX_BYTES, scope: str = "everyone") -> Document:
    """The briefing in a file; `source` is its path below the library's root. Raises UnreadableError."""
    return document_of_bytes(content(path, max_bytes=max_bytes), source, scope=scope)


def document_of_bytes(data: bytes, source: str, *, scope: str = "everyone") -> Document:
    """The briefing in a file's bytes, read as the suffix of `source` says. Raises UnreadableError."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableError("It is empty. Put the text into it, or take it out of the library.")
    reader = _READERS.get(Path(source).suffix.lower(), _plain_text)
    extract = reader(data)
    result = cleaned(extract.lines, names=site_names(extract.lines, extract.header))
    if not result.text:
        raise UnreadableError(
            "There is no text of a briefing in it. Put the text into it, or take it out of the library."
        )
    facts = described(extract.lines, result.lines, result.removed, extract.header, source=source)
    result = without(extract.lines, {**facts.spent, **{line.line: line.reason for line in result.removed}})
    return Document(
        source=source,
        title=facts.title,
        published=facts.published,
        publisher=facts.publisher,
        link=facts.link,
        text=result.text,
        raw=extract.raw,
        removed=tuple(sorted((*extract.removed, *result.removed), key=lambda line: line.line)),
        fingerprint=fingerprint(data),
        tags=extract.header.tags,
        scope=scope,
    )


def document_of(text: str, source: str, *, title: str | None = None, published: Period | None = None) -> Document:
    """A text handed in, taken as it is: no cleaning, so offsets are those of the input."""
    lines = numbered(text.split("\n"))
    facts = described(lines, lines, (), Header(), source="")
    return Document(
        source=source,
        title=title or facts.title,
        published=Dated(published, "given") if published else facts.published,
        publisher=facts.publisher,
        link=facts.link,
        text=text,
        raw=text,
        removed=(),
        fingerprint=fingerprint(text.encode(errors="surrogatepass")),
    )


def _plain_text(data: bytes) -> Extract:
    raw = encoding.decoded(data)
    header, length = front_matter.split(raw)
    lines = raw.split("\n")
    removed = tuple(
        RemovedLine(number, text, "front matter") for number, text in enumerate(lines[:length], 1) if text.strip()
    )
    return Extract(raw, numbered(lines[length:], first=length + 1), removed, header)


_READERS: dict[str, Callable[[bytes], Extract]] = {
    ".txt": _plain_text,
    ".text": _plain_text,
    ".md": markdown,
    ".markdown": markdown,
    ".html": webpage,
    ".htm": webpage,
    ".pdf": pdf,
}
