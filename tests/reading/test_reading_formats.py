"""Markdown, web pages and PDFs become the lines a reader sees."""

import io
import warnings

import pytest
from pdf_files import a_pdf
from pypdf import PdfReader

from bot.reading.pdf import MAX_PAGES
from bot.reading.reader import document_of_bytes

LEAD = "Ministers of the two states met in Geneva on Tuesday and agreed to open the crossing at Lake Orla again."
MORE = "A joint commission will report on the state of the road by the end of the month, officials said afterwards."
LAST = "Fishermen on both shores had asked for the step for three years, and welcomed it in a letter on Wednesday."

MARKDOWN = [
    ("## What was discussed?", "What was discussed?"),
    ("### Closed heading ###", "Closed heading"),
    ("- an item without a stop", "an item without a stop"),
    ("* [x] a task that is done", "a task that is done"),
    ("2. second of three", "second of three"),
    ("> a quoted line", "a quoted line"),
    ("see [the treaty](https://example.org/a_(b)) and [the map][map]", "see the treaty and the map"),
    ("**bold**, *slanted*, __strong__, _soft_, ~~gone~~ and `code`", "bold, slanted, strong, soft, gone and code"),
    ("2*3*4 and snake_case_name stay, as does 5 * 3", "2*3*4 and snake_case_name stay, as does 5 * 3"),
    ("a figure ![a map](map.png) in the text", "a figure  in the text"),
    (r"\*no emphasis\* & fish &amp; chips", "*no emphasis* & fish & chips"),
    ("a note[^1] and a <b>tag</b>", "a note and a tag"),
    ("| Orla | 12 | 3 May |", "Orla; 12; 3 May"),
]


@pytest.mark.parametrize(("line", "seen"), MARKDOWN)
def test_markdown_shows_what_a_reader_sees(line: str, seen: str) -> None:
    document = document_of_bytes(f"{LEAD}\n\n{line}\n\n{MORE}\n".encode(), "a.md")
    assert document.text == f"{LEAD}\n\n{seen}\n\n{MORE}"
    assert document.raw.split("\n")[2] == line


def test_markdown_keeps_all_in_raw_and_lists_what_is_only_markup() -> None:
    text = f"# Talks\n\n{LEAD}\n\n---\n\n![map](a.png)\n\n[map]: https://example.org/map\n\nHead\n====\n\n{MORE}"
    document = document_of_bytes(text.encode(), "a.md")
    assert document.raw == text
    assert [(gone.line, gone.reason) for gone in document.removed] == [
        (5, "markup"), (7, "markup"), (9, "link line"), (12, "markup"),
    ]  # fmt: skip
    assert document.title == "Talks"


def test_a_wrapped_paragraph_is_one_line_and_a_sentence_a_line_is_left_alone() -> None:
    wrapped = (
        "Ministers of the two states met in Geneva on Tuesday and agreed\n"
        "to open the crossing at Lake Orla again before the first snow\nof the winter falls."
    )
    document = document_of_bytes(f"# Talks\n\n{wrapped}\n\n{LEAD}\nShort one.\n{MORE}".encode(), "a.md")
    assert document.text.split("\n")[2:] == [wrapped.replace("\n", " "), "", LEAD, "Short one.", MORE]


def a_page(body: str, head: str = "") -> bytes:
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    return f"<!doctype html><html><head>{head}</head><body>{nav}{body}<footer>Imprint</footer></body></html>".encode()


ARTICLE = (
    f"<article><h1>Crossing to open</h1><p>{LEAD}</p><h2>Why it matters</h2>"
    f"<p>{MORE}</p><ul><li>{LAST}</li></ul></article>"
)
META = (
    '<title>Crossing to open | Orla Herald</title><meta property="og:site_name" content="Orla Herald">'
    '<meta property="article:published_time" content="2024-05-03T08:00:00Z">'
    '<link rel="canonical" href="https://orla.example/crossing">'
)


def test_a_page_gives_its_article_and_lists_the_rest() -> None:
    document = document_of_bytes(a_page(ARTICLE, META), "a.html")
    lines = [line for line in document.text.split("\n") if line]
    assert [line for line in lines if line != "Crossing to open"] == [LEAD, "Why it matters", MORE, LAST]
    assert (document.title, document.publisher, document.link) == (
        "Crossing to open", "Orla Herald", "https://orla.example/crossing",
    )  # fmt: skip
    assert document.published.value is not None
    assert (str(document.published.value.first), document.published.basis) == ("2024-05-03", "front matter")
    assert {"Home", "Sport", "Imprint"} <= {gone.text for gone in document.removed}
    assert set(document.raw.split("\n")) >= {LEAD, MORE, LAST}


PARAGRAPHS = [
    f"The {who} pilot told the harbour board that the ferry to Orla would sail again on the {day}th of May."
    for day, who in enumerate("old young tall second third fourth tired chief".split(), 4)
]
ELSEWHERE = "Readers of this page have also read what the mayor of Orla said about the price of eels in winter."


def test_an_article_that_an_advertisement_cuts_in_two_is_read_whole() -> None:
    parts = [
        "".join(f"<p>{text}" + "</p>" * closed for text in some)
        for some, closed in ((PARAGRAPHS[:4], True), (PARAGRAPHS[4:], False))  # who writes pages forgets end tags
    ]
    body = "<aside>Buy a boat</aside>".join(f"<div class='article-body'>{part}</div>" for part in parts)
    page = a_page(f"{body}<div class='also'><p>{ELSEWHERE}</p></div>")
    document = document_of_bytes(page, "a.html")
    assert [line for line in document.text.split("\n") if line] == PARAGRAPHS
    assert ELSEWHERE in {line.text for line in document.removed}


def test_the_date_in_a_pages_address_outweighs_a_far_one_in_its_head() -> None:
    head = META.replace("orla.example/crossing", "orla.example/2024/jun/20/crossing")
    document = document_of_bytes(a_page(ARTICLE, head), "a.html")
    assert document.published.value is not None
    assert (str(document.published.value.first), document.published.basis) == ("2024-06-20", "link")


def test_a_page_without_any_date_is_undated() -> None:
    assert document_of_bytes(a_page(ARTICLE), "a.html").published.value is None


def test_a_page_in_the_encoding_it_names_is_read() -> None:
    page = a_page(f"<article><p>{LEAD}</p><p>Министр обороны прибыл на встречу в среду утром.</p></article>",
                  "<meta charset='windows-1251'>").decode()  # fmt: skip
    assert "Министр обороны" in document_of_bytes(page.encode("cp1251"), "a.html").text


def test_a_page_nested_without_end_is_read_all_the_same() -> None:
    deep = "<div>" * 100_000 + f"<p>{LEAD}</p>"
    assert LEAD in document_of_bytes(a_page(deep), "a.html").text


def test_a_pdf_is_a_pdf_to_others_too() -> None:
    assert "Ministers" in PdfReader(io.BytesIO(a_pdf([[LEAD]]))).pages[0].extract_text()


def test_the_lines_of_a_pdf_are_joined_to_paragraphs_and_cut_words_mended() -> None:
    page = [
        "Crossing to open",
        "Ministers of the two states met in Geneva on Tuesday and agreed to reo-",
        "pen the crossing at Lake Orla again. The step had been asked for during",
        "three years.",
        "A joint commission will report on the state of the road by the end of",
        "the month.",
    ]
    first = "Ministers of the two states met in Geneva on Tuesday and agreed to reopen the crossing at Lake Orla again."
    document = document_of_bytes(a_pdf([page]), "a.pdf")
    assert document.text.split("\n\n") == [
        "Crossing to open",
        f"{first} The step had been asked for during three years.",
        "A joint commission will report on the state of the road by the end of the month.",
    ]
    assert document.title == "Crossing to open"


def test_a_headline_of_a_pdf_that_its_large_letters_broke_is_whole() -> None:
    page = ["Ministers Agree to Open the", "Crossing at Lake Orla Before", "Winter", "3 May 2024", LEAD[:70], LEAD[70:]]
    document = document_of_bytes(a_pdf([page], large=3), "a.pdf")
    assert document.title == "Ministers Agree to Open the Crossing at Lake Orla Before Winter"
    assert document_of_bytes(a_pdf([page], large=1), "a.pdf").title == "Ministers Agree to Open the"
    assert document_of_bytes(a_pdf([page]), "a.pdf").title == "Ministers Agree to Open the"


def test_running_heads_and_page_numbers_of_a_pdf_are_listed_and_left_out() -> None:
    pages = [
        ["Orla Papers No. 7", f"{text[:60]}", text[60:], f"Page {n} of 3"]
        for n, text in enumerate((LEAD, MORE, LAST), 1)
    ]
    document = document_of_bytes(a_pdf(pages), "a.pdf")
    assert [gone.reason for gone in document.removed] == ["running head", "page number"] * 3
    assert "Papers" not in document.text


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Crossing at Orla opens", "Crossing at Orla opens"),
        ("Microsoft Word - draft7.docx", "Crossing at Orla opens"),
        ("untitled", "Crossing at Orla opens"),
        ("Template of the year", "Crossing at Orla opens"),
    ],
)
def test_the_title_in_a_pdfs_metadata_counts_only_where_the_page_has_it(title: str, found: str) -> None:
    assert document_of_bytes(a_pdf([["Crossing at Orla opens", LEAD]], title=title), "a.pdf").title == found


def test_a_pdf_at_the_limit_of_pages_is_read_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        document = document_of_bytes(a_pdf([[LEAD[n % 40 :]] for n in range(MAX_PAGES)]), "a.pdf")
    assert document.published.value is None
