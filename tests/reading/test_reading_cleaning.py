"""What cleaning takes out and, above all, what it never does."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.cleaning import cleaned, furniture
from bot.reading.extract import numbered
from bot.reading.phrases import ANYWHERE, WEAK
from bot.reading.reader import document_of_bytes

LEAD = (
    "Ministers of the two states met in Geneva on Tuesday to talk about the crossing at Lake Orla, which has been "
    "closed since the flood, and agreed to open it before the winter."
)
SECOND = "A joint commission will report on the state of the road by the end of the month, officials said afterwards."
THIRD = "Fishermen on both shores had asked for the step for three years, and welcomed it in a letter to the ministers."

REMOVED = [
    ("https://example.org/", "link line"),
    ("Source: https://example.org/2024/05/talks", "link line"),
    ("www.example.org/a/b", "link line"),
    ("Leave a Reply", "comment form"),
    ("Add a comment", "comment form"),
    ("14 comments", "comment form"),
    ("Your email address will not be published. Required fields are marked *", "comment form"),
    ("Save my name, email, and website in this browser for the next time I comment.", "comment form"),
    ("Share this:", "share prompt"),
    ("Share this article on Facebook", "share prompt"),
    ("Facebook Twitter WhatsApp Email", "share prompt"),
    ("Follow us on Instagram", "share prompt"),
    ("Click to share on Twitter", "share prompt"),
    ("Subscribe to our newsletter", "newsletter"),
    ("Sign up for our daily email updates", "newsletter"),
    ("Get the latest news delivered to your inbox", "newsletter"),
    ("We use cookies to improve your experience on this site.", "cookie notice"),
    ("ADVERTISEMENT", "advertisement"),
    ("Orla Herald may earn a commission on what you buy through links on this page.", "advertisement"),
    ("Disclosure: we might receive a small commission if you buy from featured shops.", "advertisement"),
    ("Story continues below", "advertisement"),
    ("ORLA GIFT SHOP - MUGS AND POSTERS", "shop banner"),
    ("© 2024 Orla Herald. All rights reserved.", "copyright"),
    ("Skip to content", "navigation"),
    ("Home » World » Europe", "navigation"),
    ("Privacy Policy", "navigation"),
    ("Tags: borders, lakes", "navigation"),
    ("Read more: The flood that closed the road", "related link"),
    ("Photo: Orla Herald / Jane Roe", "picture credit"),
]

KEPT = [
    "What was discussed?",
    "Bottom line",
    "Jobs",
    "Comment",
    "Next",
    "Broader context & lessons",
    "Reopening of the crossing at Lake Orla before the winter",
    "The company uses cookies to track visitors, regulators said.",
    "ARMS SALE",
    "Share prices fell by a tenth on Tuesday.",
    "Print works in Orla closed.",
    "Follow-up talks are planned for May.",
    "Comments by the minister drew anger in the capital.",
    "Subscribers to the treaty number 40 states.",
    "Related developments",
    "The copyright law was passed on Monday.",
    "By the end of the month the road will be open.",
    "More than 40 people were hurt.",
    "Watch officers saw nothing.",
    "Home Office figures show a rise",
    "3 May 2023",
    "Navy",
    "(c) a joint commission on the road",
    "The press must sign up to the code, the minister said.",
    "Agents may earn a commission of five per cent, the ministry said.",
    "Donors met in Orla; support our work, the agency pleaded, or the camps will close.",
]


def text_around(line: str) -> str:
    return f"{LEAD}\n\n{SECOND}\n\n{line}\n\n{THIRD}\n"


@pytest.mark.parametrize(("line", "reason"), REMOVED)
def test_a_pages_own_line_goes_and_is_listed_with_its_reason(line: str, reason: str) -> None:
    document = document_of_bytes(text_around(line).encode(), "a.txt")
    assert [(gone.line, gone.text, gone.reason) for gone in document.removed] == [(5, line, reason)]
    assert document.text == f"{LEAD}\n\n{SECOND}\n\n{THIRD}"


@pytest.mark.parametrize("line", KEPT)
def test_a_line_of_the_briefing_stays(line: str) -> None:
    document = document_of_bytes(text_around(line).encode(), "a.txt")
    assert document.removed == ()
    assert document.text == text_around(line).rstrip("\n")


def test_a_scraped_page_of_bullets_without_full_stops_loses_only_what_is_not_its_own() -> None:
    bullets = ["Opening of the crossing before the first snow of the winter", "A commission on the road and the bridge"]
    site, form = "https://orlaherald.example/", ["Comment:", "Add a comment", "Leave a Reply"]
    head, shop = [LEAD, site, "Why it matters", "Orla Herald"], "HERALD SHOP MUGS AND GIFTS"
    page = [*head, *bullets, shop, "Bottom line", SECOND, site, *form]
    document = document_of_bytes("\n\n".join(page).encode(), "a.txt")
    assert [line for line in document.text.split("\n") if line] == [
        LEAD,
        "Why it matters",
        *bullets,
        "Bottom line",
        SECOND,
    ]
    assert (document.publisher, document.link) == ("Orla Herald", "https://orlaherald.example/")
    assert [gone.reason for gone in document.removed] == [
        "link line", "site name", "shop banner", "link line", "comment form", "comment form", "comment form",
    ]  # fmt: skip


def test_the_menus_above_and_the_links_below_a_pasted_page_go_and_its_headline_stays() -> None:
    menu = ["Skip to content", "News", "Politics", "Sport", "Weather", "Culture", "Search", "Log in", "Video", "Travel"]
    more = [
        "Related articles",
        "Rain expected all week",
        "A new bridge for Orla",
        "Markets open higher",
        "Privacy Policy",
    ]
    foot = ["About us", "Contact us", "© 2024 Orla Herald"]
    title = "Crossing at Lake Orla to open before winter"
    page = [*menu, title, "By Jane Roe", "3 May 2024", LEAD, SECOND, THIRD, *more, *foot]
    document = document_of_bytes("\n".join(page).encode(), "a.txt")
    assert document.text.split("\n") == [title, LEAD, SECOND, THIRD]
    assert document.title == title


def test_bullets_without_stops_under_the_lead_of_a_pasted_page_stay() -> None:
    menu = [
        "Skip to content",
        "News",
        "Politics",
        "Sport",
        "Weather",
        "Culture",
        "Video",
        "Travel",
        "Maps",
        "Jobs",
        "Shop",
    ]
    bullets = [f"Point {n} of the plan for the road along the lake" for n in ("one", "two", "three", "four", "five")]
    foot = ["Related articles", "Rain all week", "A new bridge", "Privacy Policy", "About us", "© 2024 Orla Herald"]
    page = [*menu, "Plan for the road along Lake Orla", LEAD, *bullets, *foot]
    document = document_of_bytes("\n".join(page).encode(), "a.txt")
    assert document.text.split("\n") == ["Plan for the road along Lake Orla", LEAD, *bullets]


def test_a_table_of_results_is_no_menu() -> None:
    rows = [f"Team {name} {score}" for name, score in zip("ABCDEFGHIJKLMNOPQRST", range(20), strict=True)]
    text = "\n".join([LEAD, *rows, SECOND])
    assert document_of_bytes(text.encode(), "a.txt").text == text


def test_of_a_page_that_shows_its_sentences_twice_each_stays_once_and_of_a_table_all() -> None:
    dated = "The board of the port will meet on 14 May and decide about the two cranes of 1931."
    row = "Quay 4 closed, 2 ships"
    text = f"{dated}\n{row}\nShare this page\nSubscribe to our newsletter\n{row}\n{dated}\n{row}\n{LEAD}"
    kept = document_of_bytes(text.encode(), "a.txt").text.split("\n")
    assert kept.count(dated) == 1
    assert kept.count(row) == 3


def test_blank_lines_stay_but_those_that_a_removal_would_leave_behind() -> None:
    text = f"{LEAD}\n\n\n{SECOND}\n\n\nShare this\n\n\n{THIRD}"
    assert document_of_bytes(text.encode(), "a.txt").text == f"{LEAD}\n\n\n{SECOND}\n\n{THIRD}"


def test_furniture_is_what_three_documents_of_a_publisher_share() -> None:
    texts = [f"{LEAD}\nThe Herald view\n{n}" for n in range(3)]
    assert furniture(texts) == {"The Herald view"}
    assert furniture(texts[:2]) == frozenset()


LINES = st.one_of(
    st.sampled_from([line for line, _ in REMOVED] + KEPT + [LEAD, SECOND, THIRD, "", "  ", "News", "Sport", "Weather"]),
    st.text(st.characters(exclude_characters="\n\r", exclude_categories=("Cs",)), max_size=60),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=60))
def test_kept_lines_are_unaltered_and_in_order_and_none_is_unaccounted_for(texts: list[str]) -> None:
    lines = numbered(texts)
    result = cleaned(lines)
    solid = [line for line in lines if line.text.strip()]
    kept = [line for line in result.lines if line.text.strip()]
    gone = {line.line: line.text for line in result.removed}
    assert kept == [line for line in solid if line.number not in gone]
    assert all(texts[number - 1] == text for number, text in gone.items())
    assert len(kept) + len(gone) == len(solid)
    assert all(line.reason for line in result.removed)
    assert not (Counter(result.text.split("\n")) - Counter([*texts, ""]))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_no_phrase_takes_a_line_with_a_sentence_that_goes_on_after_it(words: str) -> None:
    line = f"{LEAD} {' '.join(words.split())} {SECOND}"
    assert not any(phrase.pattern.fullmatch(line) for phrase in (*ANYWHERE, *WEAK))
