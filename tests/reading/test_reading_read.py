"""A file becomes a document, or one sentence says why it cannot."""

import io
import logging
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import a_pdf
from pypdf import PdfReader, PdfWriter

from bot.errors import UnreadableError
from bot.reading.files import fingerprint
from bot.reading.reader import document_of, document_of_bytes, read

PROSE = "The two ministers met in Geneva on Tuesday and agreed to open the border crossing again before the winter."
PAGE = f"<html><head><title>Talks</title></head><body><article><p>{PROSE}</p></article></body></html>"


def a_locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf([[PROSE]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


UNREADABLE = {
    "empty": ("a.txt", b"", "It is empty."),
    "blank": ("a.txt", b" \n\t\r\n", "It is empty."),
    "only a byte order mark": ("a.txt", b"\xef\xbb\xbf\n", "It is empty."),
    "binary": ("a.txt", b"\x00\x01\x02\x03" * 40, "It is binary, not text."),
    "control characters": ("a.txt", b"\x01\x02\x03 hello " * 9, "It is binary, not text."),
    "a PDF called .txt": ("a.txt", b"%PDF-1.4 ...", "It is a PDF under a name that says text."),
    "a Word file called .md": (
        "a.md",
        b"PK\x03\x04....",
        "It is a zip, Word or Excel file under a name that says text.",
    ),
    "damaged UTF-8": ("a.txt", "Café closed".encode() + b" \xff", "It is not UTF-8 at byte 13."),
    "UTF-8 cut off": ("a.txt", "The café".encode()[:-1] + b"\x81\xff", "It is not UTF-8 at byte"),
    "another alphabet": ("a.txt", "Министр обороны прибыл на встречу. ".encode("cp1251"), "it may be cp1251"),
    "half of UTF-16": ("a.txt", "\ufefftext".encode("utf-16-le") + b"\x41", "It is marked UTF-16 but breaks off"),
    "nothing but links": ("a.txt", b"https://example.org/a\n", "There is no text of a briefing in it."),
    "no YAML": ("a.md", b"---\ntitle: a: b\n---\ntext", "Its front matter is not valid YAML at line 2."),
    "a wrong date": ("a.md", b"---\npublished: 2024-13-45\n---\ntext", '"published: 2024-13-45", which is no date.'),
    "a vague date": ("a.txt", b"---\npublished: last week\n---\ntext", '"published: last week", which is no date.'),
    "an open header": ("a.md", b"---\ntitle: x\ntext", "Its front matter has no end."),
    "a deep header": ("a.md", b"---\ntitle: " + b"[" * 9000 + b"\n---\nx", "Its front matter is nested too deeply."),
    "half a page": ("a.html", PAGE[:-40].encode(), "The page breaks off"),
    "a page of scripts": ("a.html", b"<html><body><script>x</script></body></html>", "The page holds no visible text."),
    "half a PDF": ("a.pdf", a_pdf([[PROSE]])[:-200], "The PDF breaks off"),
    "no PDF": ("a.pdf", b"<html>%%EOF", "It is no PDF"),
    "a damaged PDF": ("a.pdf", b"%PDF-1.4\nnothing\n%%EOF", "The PDF is damaged."),
    "a locked PDF": ("a.pdf", a_locked_pdf(), "The PDF is locked with a password."),
    "a scanned PDF": ("a.pdf", a_pdf([[], []]), "The PDF has no text, only pictures of pages."),
    "a huge PDF": ("a.pdf", a_pdf([["x"]] * 501), "The PDF has 501 pages, the limit is 500."),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_refused_in_a_cause_and_a_next_step(name: str, caplog: pytest.LogCaptureFixture) -> None:
    source, data, beginning = UNREADABLE[name]
    with pytest.raises(UnreadableError) as refused:
        document_of_bytes(data, source)
    assert beginning in str(refused.value)
    assert str(refused.value).count(". ") == 1
    assert str(refused.value).endswith(".")
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Singh’s visit — “a first step”. Малый, 東京."),
        ("utf-8-sig", "Singh’s visit — “a first step”."),
        ("utf-16", "Singh’s visit — “a first step”. 東京."),
        ("utf-32", "Singh’s visit — “a first step”."),
        ("cp1252", "Singh’s visit — “a first step” – cost £5 at the café."),
        (
            "cp1252",
            "O ministro não comentou a situação das negociações na sexta-feira em São Paulo com os jornalistas.",
        ),
        ("latin-1", "The café in Besançon closed."),
    ],
)
def test_every_encoding_gives_the_same_text(encoding: str, text: str) -> None:
    document = document_of_bytes(text.encode(encoding), "a.txt")
    assert document.text == text
    assert document.raw == text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_are_one(newline: str) -> None:
    assert document_of_bytes(f"One.{newline}{newline}Two.{newline}".encode(), "a.txt").text == "One.\n\nTwo."


def test_a_file_is_read_with_its_source_and_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(f"Talks begin\n\n{PROSE}\n", encoding="utf-8")
    document = read(path, "sub/talks.txt")
    assert (document.source, document.title) == ("sub/talks.txt", "Talks begin")
    assert document.text == f"Talks begin\n\n{PROSE}"
    assert document.fingerprint == fingerprint(path.read_bytes())


def test_a_file_that_is_gone_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no longer there"):
        read(tmp_path / "none.txt", "none.txt")
    (tmp_path / "big.txt").write_bytes(b"x" * 3_000_000)
    with pytest.raises(UnreadableError, match=r"It is too large: 2.9 MiB, the limit is 1 MiB\."):
        read(tmp_path / "big.txt", "big.txt", max_bytes=2**20)


def test_a_text_handed_in_is_taken_as_it_is() -> None:
    text = "https://example.org/\n\nShare this\n  Odd   spacing. \n\n\n"
    document = document_of(text, "id-1")
    assert document.text == text
    assert document.removed == ()


def test_a_header_between_rules_tells_of_a_plain_text_too() -> None:
    head = (
        '---\ntitle: "Talks: day one"\npublished: "2024-05-03"\nsource: "Example Wire"\ntags: [border, talks]\n---\n\n'
    )
    document = document_of_bytes((head + PROSE).encode(), "a.txt")
    assert (document.title, document.publisher, document.tags) == (
        "Talks: day one",
        "Example Wire",
        ("border", "talks"),
    )
    assert document.published.value is not None
    assert (str(document.published.value.first), document.published.basis) == ("2024-05-03", "front matter")
    assert document.text == PROSE
    assert {line.reason for line in document.removed} == {"front matter"}


def test_rules_that_hold_no_keys_are_text() -> None:
    text = f"---\n{PROSE}\n---\nMore."
    assert PROSE in document_of_bytes(text.encode(), "a.txt").text


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf"]))
def test_no_bytes_do_anything_but_become_a_document_or_be_refused(data: bytes, source: str) -> None:
    try:
        told = document_of_bytes(data, source).text
    except UnreadableError as refused:
        told = str(refused)
    assert told.strip()
