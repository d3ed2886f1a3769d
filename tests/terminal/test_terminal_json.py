"""The JSON that others rely on: exactly the documented keys, open ends as null, one line whatever reads it."""

import json
from dataclasses import replace
from datetime import date
from typing import cast

from bot.answers.answer import Entry, NameCount, Shelf, SourceLine, Timeline, Who
from bot.model import (
    UNDATED,
    Analysis,
    Dated,
    Document,
    Event,
    IngestReport,
    Occurrence,
    Period,
    Quote,
    RemovedLine,
    Role,
    Sentence,
    Span,
    Statement,
    Timex,
)
from bot.terminal.jsonform import answer_json, inspection_json, json_line, report_json

TEXT = "Anna\u202fKeller spoke on Monday. Then she left."
DAY = Period.day(date(2024, 3, 4))
SHELF = Shelf(1, None, None)


def a_quote() -> Quote:
    return Quote(3, "a.txt", "A", "Post", Dated(DAY, "byline"), None, 0, Span(0, 29), TEXT[:29])


def test_a_quote_points_into_its_document() -> None:
    entry = Entry(DAY, "stated", (a_quote(),))
    value = answer_json(Timeline(None, None, None, (entry,), (), 2, 0, (), SHELF))
    assert value["undated"] == 2
    assert value["entries"] == [
        {
            "first": "2024-03-04",
            "last": "2024-03-04",
            "precision": "day",
            "basis": "stated",
            "quotes": [
                {
                    "document": 3,
                    "source": "a.txt",
                    "title": "A",
                    "published": {
                        "first": "2024-03-04",
                        "last": "2024-03-04",
                        "precision": "day",
                        "basis": "byline",
                    },
                    "sentence": 0,
                    "start": 0,
                    "end": 29,
                    "text": TEXT[:29],
                }
            ],
            "note": "",
            "proofs": [],
        }
    ]


def test_an_open_end_is_null() -> None:
    before = Entry(Period(date.min, date(2019, 12, 31), "before"), "stated", (a_quote(),))
    after = Entry(Period(date(2021, 1, 1), date.max, "after"), "stated", (a_quote(),))
    entries = answer_json(Timeline(None, None, None, (before, after), (), 0, 0, (), SHELF))["entries"]
    rows = cast("list[dict[str, object]]", entries)
    assert [(row["first"], row["last"]) for row in rows] == [(None, "2019-12-31"), ("2021-01-01", None)]


def test_a_person_has_the_documented_keys() -> None:
    source = SourceLine(3, "a.txt", "A", None, UNDATED, None, 7, "2024-06-01")
    who = Who(
        "Keller",
        "Anna Keller",
        "PERSON",
        (),
        (),
        (a_quote(),),
        (),
        (NameCount("B", "PERSON", 1),),
        (source,),
        (),
        (),
        SHELF,
        reasons=(("Keller", "the surname"),),
    )
    value = answer_json(who)
    assert value["reasons"] == [{"alias": "Keller", "reason": "the surname"}]
    documented = {"asked", "name", "kind", "aliases", "roles", "statements", "alongside", "documents", "similar"}
    assert documented <= value.keys()
    assert value["alongside"] == [{"name": "B", "kind": "PERSON", "count": 1}]
    assert isinstance(value["documents"], list)
    assert value["documents"][0]["published"] is None
    assert answer_json(replace(who, name=None, speaking=4))["speaking"] == 4


def test_an_inspection_has_the_documented_keys_and_the_texts_own_words() -> None:
    document = Document(
        "a.txt", "A", Dated(DAY, "given"), None, None, TEXT, TEXT, (RemovedLine(9, "Reply", "comment form"),), "f"
    )
    analysis = Analysis(
        document=document,
        sentences=(Sentence(Span(0, 29), "prose"), Sentence(Span(30, 44), "prose")),
        occurrences=(Occurrence("PERSON", "Anna Keller", "Anna Keller", Span(0, 11), 0),),
        timexes=(Timex(Span(21, 27), "DATE", "2024-03-04", DAY, "read against 4 March 2024"),),
        roles=(Role("Anna Keller", "speaker", Span(12, 17), 0),),
        statements=(Statement("Anna Keller", "said", "spoke", Span(0, 29), 0),),
        events=(Event(None, "undated", Span(30, 44), 1, None),),
        summary=(1, 0),
        analyser="test",
    )
    value = inspection_json(analysis)
    assert list(value) == [
        "document",
        "removed",
        "sentences",
        "summary",
        "names",
        "dates",
        "roles",
        "statements",
        "events",
    ]
    assert value["names"] == [
        {"start": 0, "end": 11, "text": "Anna\u202fKeller", "kind": "PERSON", "name": "Anna Keller"}
    ]
    assert value["summary"] == [{"start": 30, "end": 44}, {"start": 0, "end": 29}]
    assert value["removed"] == [{"text": "Reply", "reason": "comment form"}]
    assert value["events"] == [
        {"start": 30, "end": 44, "first": None, "last": None, "precision": None, "basis": "undated"}
    ]
    assert value["dates"] == [
        {
            "start": 21,
            "end": 27,
            "text": "Monday",
            "type": "DATE",
            "value": "2024-03-04",
            "first": "2024-03-04",
            "last": "2024-03-04",
            "precision": "day",
            "basis": "read against 4 March 2024",
        }
    ]


def test_a_json_line_is_one_line_to_every_reader() -> None:
    value = {"text": "a\u2028b\u2029c\x85d\ne “f” \x1c"}
    line = json_line(value)
    assert len(line.splitlines()) == 1
    assert "“f”" in line
    assert json.loads(line) == value


def test_a_report_names_what_failed() -> None:
    report = report_json(IngestReport(added=1, failed=(("a.txt", "It is empty."),), warning="gone"))
    assert report["added"] == 1
    assert report["failed"] == [{"source": "a.txt", "reason": "It is empty."}]
    assert report["warning"] == "gone"
