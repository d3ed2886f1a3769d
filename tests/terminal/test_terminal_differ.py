"""/differ on the terminal: what differs as a heading, its sentences below, sources at the end; and as JSON."""

import json
from dataclasses import replace
from datetime import date

from bot.answers.answer import Contradiction, Differ, Shelf
from bot.model import Dated, Period, Quote, Span
from bot.terminal.jsonform import answer_json, json_line
from bot.terminal.layout import plain
from bot.terminal.text import answer_lines

MAY = Dated(Period.day(date(2024, 5, 6)), "byline")
SHELF = Shelf(2, Period.day(date(2024, 5, 6)), Period.day(date(2024, 5, 6)))
WHAT = "The figures differ: “14 people”, “Nineteen people”"


def a_quote(document: int, text: str) -> Quote:
    return Quote(document, f"{document}.txt", f"Title {document}", None, MAY, None, 1, Span(0, len(text)), text)


SIDES = (a_quote(1, "At sea 14 people died."), a_quote(2, "Nineteen people died."))


def a_differ(*found: Contradiction, documents: int = 2) -> Differ:
    return Differ("Orla", found, (), documents, 0, ("Orlando",), SHELF)


def test_quote_stands_beside_quote_under_what_differs() -> None:
    assert plain(answer_lines(a_differ(Contradiction("figure", WHAT, SIDES)))).splitlines() == [
        "Orla  1 difference in 2 documents",
        "",
        WHAT,
        "•  At sea 14 people died. [1]",
        "•  Nineteen people died. [2]",
        "",
        "Sources",
        "[1]  Title 1 · published 6 May 2024, from its byline",
        "[2]  Title 2 · published 6 May 2024, from its byline",
    ]


def test_where_the_reports_are_of_different_days_each_side_has_its_own() -> None:
    later = replace(SIDES[1], published=Dated(Period.day(date(2024, 5, 8)), "byline"))
    what = "A later document gives another figure: “14 people”, “Nineteen people”"
    told = plain(answer_lines(a_differ(Contradiction("figure", what, (SIDES[0], later))))).splitlines()
    assert told[2:5] == [
        f"{what}  by the day of the report",
        "6 May 2024  At sea 14 people died. [1]",
        "8 May 2024  Nineteen people died. [2]",
    ]


def test_no_disagreement_and_nothing_on_file_are_said() -> None:
    assert plain(answer_lines(a_differ())).strip() == "Orla  No disagreement found in 2 documents"
    assert "Nothing on file about Orla" in plain(answer_lines(a_differ(documents=0)))


def test_json_keeps_the_shape_others_rely_on() -> None:
    answer = json.loads(json_line(answer_json(a_differ(Contradiction("figure", WHAT, SIDES)))))
    assert (answer["about"], answer["documents"]) == ("Orla", 2)
    (found,) = answer["differences"]
    assert (found["kind"], found["what"]) == ("figure", WHAT)
    assert [side["text"] for side in found["sides"]] == [quote.text for quote in SIDES]
