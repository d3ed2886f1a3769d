"""Title, publisher, link and date of a text: found where it says so, open where it does not."""

import pytest

from bot.model import Document
from bot.reading.reader import document_of, document_of_bytes

PROSE = (
    "Ministers of the two states met in Geneva on Tuesday to talk about the crossing at Lake Orla, which has been "
    "closed since the flood of June 2020, and agreed to open it before the winter."
)


def a_document(text: str, source: str = "talks.txt") -> Document:
    return document_of_bytes(text.encode(), source)


def day_of(document: Document) -> tuple[str | None, str]:
    value = document.published.value
    return (
        f"{value.first}" if value and value.precision == "day" else str(value and value.precision)
    ), document.published.basis


STATED = [
    ("Published: 3 May 2024", "stated"),
    ("Published on May 3, 2024 at 10:30 am GMT", "stated"),
    ("Posted May 3rd, 2024", "stated"),
    ("PUBLISHED: 22:07 GMT, 3 May 2024", "stated"),
    ("Published: 3 May 2024 | Updated: 5 May 2024", "stated"),
    ("Fri, 03 May 2024, 14:58 IST", "stated"),
    ("FRIDAY, MAY 3, 2024, 9:36 AM", "stated"),
    ("2024-05-03", "stated"),
    ("2024-05-03T09:12:00+02:00", "stated"),
    ("Last updated: 2024/05/03", "stated"),
    ("By Jane Roe | May 3, 2024", "byline"),
    ("By JANE ROE and John Doe, Orla Herald - 3 May 2024", "byline"),
    ("Jane Roe - May 3, 2024, 10:31 pm CST", "byline"),
    ("OW, Friday 3 May 2024", "byline"),
]


@pytest.mark.parametrize(("line", "basis"), STATED)
def test_a_line_under_the_title_that_states_the_date_is_spent_on_it(line: str, basis: str) -> None:
    document = a_document(f"Crossing to open\n\n{line}\n\n{PROSE}")
    assert day_of(document) == ("2024-05-03", basis)
    assert document.text == f"Crossing to open\n\n{PROSE}"
    assert [gone.text for gone in document.removed] == [line]


NOT_SPENT = [
    ("GENEVA, May 3, 2024 (Orla Wire) - The crossing will open, the ministers said in a statement.", "dateline"),
    ("Geneva, 3 May 2024 (OW) – The crossing will open, the ministers said in a statement.", "dateline"),
    ("3 May 2024, 18:07 (GMT+05:00) The crossing will open, the ministers said in a statement.", "stated"),
    ("The crossing will open. PUBLISHED: FRIDAY, MAY 3, 2024, 1:32 PM", "stated"),
    ("The crossing will open, say ministers. Fri, May 3 2024 at 11:47 AM", "stated"),
    ("Ministers open the crossing at the border Published Friday, May 3 2024, 19:30 BST", "stated"),
    ("The ministers said that the crossing will open. 8:44AM BST 3 May 2024", "stated"),
    ("Will the ministers open the crossing this time? May 3, 2024", "stated"),
]


@pytest.mark.parametrize(("line", "basis"), NOT_SPENT)
def test_a_line_that_says_more_than_its_date_stays(line: str, basis: str) -> None:
    document = a_document(f"Crossing to open\n\n{line}\n\n{PROSE}")
    assert day_of(document) == ("2024-05-03", basis)
    assert line in document.text


UNDATED_TEXTS = [
    PROSE,
    f"Crossing to open\n\nGENEVA, June 26 (Orla Wire) - The crossing will open.\n\n{PROSE}",
    f"Crossing to open\n\n03/04/2024\n\n{PROSE}",
    f"On May 3, 2024, ministers met.\n\n{PROSE}",
    f"In June 2020 - the year of the flood - all was closed.\n\n{PROSE}",
    f"A chronology of the crossing\n\n3 May 2020\n\n{PROSE}\n\n7 June 2021\n\n{PROSE}",
    f"Published in the spring\n\n{PROSE}",
    f"Crossing to open\n\nThe ministers meet again on May 3, 2024 at 10:30 am\n\n{PROSE}",
    f"Crossing to open\n\nThe talks at the crossing began Friday, May 3, 2024\n\n{PROSE}",
    f"Crossing to open\n\nPublished: 31 February 2024\n\n{PROSE}",
]


@pytest.mark.parametrize("text", UNDATED_TEXTS)
def test_a_text_that_does_not_say_is_undated(text: str) -> None:
    document = a_document(text)
    assert document.published.value is None
    assert document.published.basis == "none"
    assert document.text == text


def test_a_numeric_date_is_read_where_the_text_shows_its_order() -> None:
    text = f"Crossing to open\n\nPublished: 03/04/2024\n\n{PROSE}\n\nThe treaty of 25/12/2019 holds."
    assert day_of(a_document(text)) == ("2024-04-03", "stated")


def test_a_label_counts_below_the_first_paragraphs() -> None:
    text = f"Crossing to open\n\n{PROSE}\n\n{PROSE}\n\nUPDATED: 19:14 GMT, 3 May 2024\n\n{PROSE}\n\n{PROSE}"
    assert day_of(a_document(text)) == ("2024-05-03", "stated")


def test_a_month_counts_where_a_month_is_stated() -> None:
    assert day_of(a_document(f"Crossing to open\n\nPublished: May 2024\n\n{PROSE}")) == ("month", "stated")


LINKS = [
    ("https://example.org/2024/05/03/crossing.html", "2024-05-03"),
    ("https://example.org/world/2024/may/03/crossing", "2024-05-03"),
    ("https://example.org/article/20240503/WORLD/1", "2024-05-03"),
    ("https://example.org/news/crossing-to-open-2024-05-03", "2024-05-03"),
    ("https://example.org/2024/05/crossing", "month"),
    ("https://example.org/id/20249999/x", "None"),
]


@pytest.mark.parametrize(("link", "day"), LINKS)
def test_the_documents_own_link_may_hold_the_date(link: str, day: str) -> None:
    document = a_document(f"{link}\n\nCrossing to open\n\n{PROSE}")
    assert day_of(document)[0] == day
    assert (document.link, document.publisher, document.title) == (link, "example.org", "Crossing to open")


def test_a_dateline_takes_its_year_from_the_link() -> None:
    dateline = "GENEVA, May 3 (Orla Wire) - It will open."
    text = f"https://example.org/2024/05/crossing\n\nCrossing to open\n\n{dateline}\n\n{PROSE}"
    assert day_of(a_document(text)) == ("2024-05-03", "dateline")


@pytest.mark.parametrize("source", ["2024-05-03-talks.txt", "sub/talks_20240503.txt", "talks 3 May 2024.txt"])
def test_the_file_name_is_asked_last(source: str) -> None:
    assert day_of(a_document(PROSE, source)) == ("2024-05-03", "file name")
    assert day_of(a_document(f"Talks\n\nPublished: 1 May 2024\n\n{PROSE}", source)) == ("2024-05-01", "stated")


def test_the_header_goes_before_all_else() -> None:
    text = f"---\npublished: 2024-05-01\n---\n\nTalks\n\nPublished: 3 May 2024\n\n{PROSE}"
    assert day_of(a_document(text, "2023-01-01.txt")) == ("2024-05-01", "front matter")


def test_a_byline_alone_goes_and_by_as_a_first_word_does_not() -> None:
    document = a_document(f"Crossing to open\n\nBy Jane Roe and John Doe\n\nBy Land and Sea\n\n{PROSE}")
    assert [gone.reason for gone in document.removed] == ["byline"]
    assert "By Land and Sea" in document.text


def test_a_lead_without_a_headline_is_the_title_in_full_and_stays_in_the_text() -> None:
    lead = PROSE.rstrip(".")
    document = a_document(f"{lead}\n\nWhat next\n\n{PROSE}")
    assert document.title == lead
    assert document.text.startswith(lead)


def test_a_paragraph_lends_its_first_sentence_as_the_title() -> None:
    document = a_document(f"Mr. Roe of Orla Co. spoke in Geneva on Tuesday. {PROSE} {PROSE}")
    assert document.title == "Mr. Roe of Orla Co. spoke in Geneva on Tuesday."


def test_only_links_that_are_the_documents_own_count() -> None:
    text = f"Crossing to open\n\n{PROSE}\n\nhttps://example.org/a\n\n{PROSE}\n\nhttps://other.example/b"
    assert a_document(text).link is None
    assert a_document(f"{text}\n\nSource: https://wire.example/c").link == "https://wire.example/c"


def test_a_text_in_hand_tells_its_date_too_and_a_given_one_goes_first() -> None:
    text = f"Crossing to open\n\nPublished: 3 May 2024\n\n{PROSE}"
    document = document_of(text, "id-1")
    assert day_of(document) == ("2024-05-03", "stated")
    assert document.published.value is not None
    given = document_of(text, "id-1", published=document.published.value)
    assert (given.published.basis, given.text) == ("given", text)
