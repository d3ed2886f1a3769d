"""Bytes -> text: UTF-8, UTF-16 and UTF-32 with a byte order mark, Windows-1252; anything else is refused."""

import codecs
import re

from bot.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip, Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SIGN_IN_WORD = re.compile(r"[a-zA-Z][¡-©«¬®-´¶-¹»-¿×÷†‡‰‹›ˆ¨¸]+[a-z]")
_SAMPLE = 2**16


def decoded(data: bytes) -> str:
    """The text with "\n" between its lines. Raises UnreadableError; an empty file is the caller's to refuse."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(
                f"It is {kind} under a name that says text. Save it as plain text, or give it its own suffix."
            )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding))
    if b"\x00" in data[:_SAMPLE]:
        raise UnreadableError("It is binary, not text. Save it as plain text in UTF-8.")
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _checked(_legacy(data, error.start))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-le").removesuffix("-be").upper()
        raise UnreadableError(
            f"It is marked {name} but breaks off or is damaged at byte {error.start}. Save it as UTF-8."
        ) from None


def _checked(text: str) -> str:
    controls = len(_CONTROL.findall(text[:_SAMPLE]))
    if "\x00" in text or controls * 100 > len(text[:_SAMPLE]):
        raise UnreadableError("It is binary, not text. Save it as plain text in UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _legacy(data: bytes, first_bad: int) -> str:
    """Text of one byte a character, when it can only be Windows-1252 (or Latin-1, which it contains)."""
    refusal = UnreadableError(f"It is not UTF-8 at byte {first_bad}. Save it as UTF-8.")
    try:
        data[:first_bad].decode("ascii")
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        # Good UTF-8 of several bytes before the bad byte: a damaged UTF-8 file, never Windows-1252.
        raise refusal from None
    if _reads_as_western(text):
        return text
    guess = _guessed(data)
    if guess is None:
        raise refusal
    if any(ours != theirs and ours.isalpha() for ours, theirs in zip(text, guess[1], strict=False)):
        raise UnreadableError(f"It is not UTF-8 at byte {first_bad}; it may be {guess[0]}. Save it as UTF-8.")
    return text


def _reads_as_western(text: str) -> bool:
    """Few accented letters and no odd sign inside a word: so looks Western text, and no other alphabet read as it.

    charset-normalizer alone takes an "ã" or "å" for Central European.
    """
    letters = sum(c.isalpha() for c in text)
    accented = sum(c.isalpha() and not c.isascii() for c in text)
    return accented * 9 <= letters and not _SIGN_IN_WORD.search(text)


def _guessed(data: bytes) -> tuple[str, str] | None:
    """(encoding, decoded sample) by charset-normalizer. Its home is here."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return (best.encoding, str(best)) if best else None
