"""Answers as a terminal shows them: what stands where, plain in a pipe, coloured and wrapped for people."""

import io
from datetime import date

import pytest

from bot.answers.answer import (
    Answer,
    Brief,
    Differ,
    Entry,
    Hit,
    NameCount,
    RoleLine,
    Search,
    Shelf,
    SourceLine,
    SourcePage,
    Sources,
    Timeline,
    Who,
)
from bot.model import UNDATED, Dated, IngestReport, Period, Quote, Span
from bot.terminal.layout import Line, columns, plain, show
from bot.terminal.reports import report_lines
from bot.terminal.text import answer_lines

MAY = Period.day(date(2024, 5, 12))
SHELF = Shelf(12, Period.day(date(2020, 1, 3)), MAY)
KELLER = "Keller said the northern ports are open."


def a_quote(text: str, *, document: int = 1, published: Dated = UNDATED, publisher: str | None = "Vell Post") -> Quote:
    link = f"https://example.org/{document}"
    return Quote(
        document, f"{document}.txt", f"Title {document}", publisher, published, link, 0, Span(0, len(text)), text
    )


def a_source(document: int, title: str) -> SourceLine:
    return SourceLine(document, f"{document}.txt", title, "Vell Post", Dated(MAY, "byline"), None, 812, "2024-06-01")


def a_who(**fields: object) -> Who:
    empty: dict[str, object] = {
        "asked": "Keller",
        "name": "Anna Keller",
        "kind": "PERSON",
        "aliases": ("Keller",),
        "roles": (),
        "statements": (),
        "meetings": (),
        "alongside": (),
        "documents": (a_source(1, "Title 1"),),
        "similar": (),
        "choices": (),
        "shelf": SHELF,
    }
    return Who(**{**empty, **fields})  # pyright: ignore[reportArgumentType]: the fields are a test's own


def a_brief(about: str | None, *quotes: Quote, **fields: object) -> Brief:
    empty: dict[str, object] = {"names": (), "dates": (), "more": 0, "similar": ()}
    return Brief(about, quotes, 2, 1, shelf=SHELF, **{**empty, **fields})  # pyright: ignore[reportArgumentType]: the same


def shown(answer: Answer) -> list[str]:
    return plain(answer_lines(answer)).splitlines()


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_brief_cites_each_sentence_and_lists_its_sources() -> None:
    first = a_quote(KELLER, published=Dated(MAY, "byline"))
    second = a_quote("The quay is done.", document=7, publisher=None)
    assert shown(a_brief("Port Vell", first, second, names=(NameCount("Anna Keller", "PERSON", 3),))) == [
        "Port Vell  2 documents, 1 origin",
        "",
        f"•  {KELLER} [1]",
        "•  The quay is done. [2]",
        "",
        "Names",
        "Anna Keller (3)",
        "",
        "Sources",
        "[1]  Title 1 · Vell Post · published 12 May 2024, from its byline · https://example.org/1",
        "[2]  Title 7 · undated · https://example.org/7",
    ]


def test_a_brief_explains_what_its_sentences_leave_open_and_hints_at_what_differs() -> None:
    first, second = a_quote(KELLER), a_quote("He agreed on Friday.", document=7)
    found = Shelf(2, Period.day(date(2024, 5, 2)), Period.day(date(2025, 1, 30)))
    notes = ("", "[He: Hans Ott; Friday: 3 May 2024]")
    differs = ("The figures differ: “four”, “six”",)
    assert shown(a_brief("Port Vell", first, second, notes=notes, found=found, differs=differs))[:7] == [
        "Port Vell  2 documents, 1 origin, May 2024 to Jan 2025",
        "",
        f"•  {KELLER} [1]",
        "•  He agreed on Friday. [He: Hans Ott; Friday: 3 May 2024] [2]",
        "",
        "Sources differ: /differ Port Vell shows them side by side.",
        "The figures differ: “four”, “six”",
    ]


def test_a_person_has_roles_with_their_proof_then_what_was_said() -> None:
    lines = shown(
        a_who(
            roles=(RoleLine("Norwegian trade minister", (a_quote("Anna Keller, the Norwegian trade minister."),)),),
            statements=(a_quote(KELLER, document=2),),
            meetings=(a_quote("Keller met Brandt."),),
            alongside=(NameCount("Ulla Brandt", "PERSON", 2),),
            reasons=(("Keller", "the surname, in related documents"),),
        )
    )
    assert lines[:2] == ["Anna Keller  person, in 1 document", "also Keller (surname)"]
    assert lines.index("Norwegian trade minister") < lines.index("  Anna Keller, the Norwegian trade minister. [1]")
    assert f"•  {KELLER} [2]" in lines
    assert lines.index("Met") < lines.index("•  Keller met Brandt. [1]") < lines.index("Alongside")
    assert [line[:3] for line in lines if line.startswith("[")] == ["[1]", "[2]"]


def test_what_befell_a_person_or_body_has_a_heading_of_its_own() -> None:
    lines = shown(a_who(befell=(a_quote("Keller was arrested."),)))
    assert lines[lines.index("What happened to them") + 1] == "•  Keller was arrested. [1]"
    told = shown(a_who(name="Vell Bank", kind="ORGANISATION", telling=(a_quote("Keller left Vell Bank."),)))
    assert told[told.index("What is told of it") + 1] == "•  Keller left Vell Bank. [1]"


def test_what_was_said_stands_beside_the_day_of_the_report() -> None:
    dated, undated = a_quote(KELLER, published=Dated(MAY, "byline")), a_quote("She left.", document=2)
    lines = shown(a_who(statements=(dated, undated)))
    start = lines.index("Said and did  by the day of the report")
    assert lines[start + 1 : start + 3] == [f"12 May 2024  {KELLER} [1]", "undated      She left. [2]"]


def test_the_newest_say_how_many_stories_and_documents_there_are() -> None:
    lines = shown(a_brief(None, a_quote(KELLER), stories=(a_source(1, "Title 1"),), more=36))
    assert lines[0] == "The newest stories  1 of 37 stories, 2 documents"
    assert not any("/search" in line for line in lines)


def test_documents_that_are_not_quoted_are_listed_too() -> None:
    lines = shown(a_who(documents=(a_source(1, "Title 1"), a_source(5, "Title 5"))))
    assert lines[-1].startswith("[2]  Title 5 · Vell Post · published 12 May 2024")


def test_namesakes_are_a_choice() -> None:
    choices = (NameCount("Anna Keller", "PERSON", 3), NameCount("Keller AG", "ORGANISATION", 1))
    lines = shown(a_who(name=None, kind=None, choices=choices))
    assert lines[0] == "Several names on file fit Keller. Which one?"
    assert lines[2:] == ["/who Anna Keller  person, named 3 times", "/who Keller AG    organisation, named once"]


@pytest.mark.parametrize(
    "answer",
    [
        a_brief("Atlantis", similar=("Atlanta",)),
        a_who(asked="Atlantis", name=None, kind=None, similar=("Atlanta",)),
        Timeline("Atlantis", None, None, (), (), 0, 0, ("Atlanta",), SHELF),
        Search("Atlantis", (), 0, 0, ("Atlanta",), SHELF),
        Sources("Atlantis", (), None, 0, (), ("Atlanta",), SHELF),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_nothing_on_file_says_what_was_searched_and_the_nearest_names(answer: Answer) -> None:
    assert shown(answer) == [
        "Nothing on file about Atlantis in 12 documents (Jan 2020 to May 2024). Nearest on file: Atlanta."
    ]


def test_a_timeline_row_has_its_date_its_basis_and_all_that_tell_it() -> None:
    told = (a_quote("The quay opened."), a_quote("A quay was opened.", document=2), a_quote("It opened."))
    late = Period(date(2023, 9, 1), date(2023, 12, 31), "year")
    entries = (Entry(late, "read against 26 June 2025", told[:1]), Entry(MAY, "stated", told))
    lines = shown(Timeline("quay", None, None, entries, (), 3, 2, (), SHELF))
    assert lines[0] == "Timeline of quay  4 dated events"
    assert lines[2] == "late 2023    The quay opened. [1]  (read against 26 June 2025)"
    assert lines[3] == "12 May 2024  The quay opened. [1] [2]"
    assert "3 more events without a date on file; undated:yes lists them." in lines


def test_what_a_row_or_an_undated_sentence_leaves_open_stands_behind_it() -> None:
    entries = (Entry(MAY, "stated", (a_quote("He opened the quay."),), note="[He: Ann Lee]"),)
    undated = (a_quote("The ferry was late."), a_quote("She left.", document=2))
    notes = ("", "[She: Ida Moe]")
    lines = shown(Timeline("quay", None, None, entries, undated, 2, 0, (), SHELF, notes=notes))
    assert lines[2] == "12 May 2024  He opened the quay. [He: Ann Lee] [1]"
    assert [line for line in lines if line.startswith("•")] == [
        "•  The ferry was late. [1]",
        "•  She left. [She: Ida Moe] [2]",
    ]


def test_found_words_are_marked_and_the_sentence_stays_whole() -> None:
    search = Search("ports", (Hit(a_quote(KELLER), ((25, 30),)),), 1, 4, (), SHELF)
    assert shown(search)[:3] == ["ports  1 sentence in 1 of 5 documents", "", f"•  {KELLER} [1]"]
    (marked,) = [text for line in answer_lines(search) for text, style in line.pieces if style == "mark"]
    assert marked == "ports"


def test_a_page_shows_the_text_and_what_was_left_out_and_why() -> None:
    page = SourcePage(a_source(1, "Title 1"), "One.\nTwo.", (("Leave a Reply", "comment form"),), ())
    lines = shown(Sources("Title 1", (a_source(1, "Title 1"),), page, 0, (), (), SHELF))
    assert lines[0] == "Title 1"
    assert lines[1] == "Vell Post · published 12 May 2024, from its byline · 812 words · added 1 Jun 2024 · 1.txt"
    assert lines[lines.index("Text") + 1 :] == ["One.", "Two.", "", "Left out", "comment form  Leave a Reply"]


def test_the_library_lists_unreadable_files() -> None:
    lines = shown(Sources(None, (a_source(1, "Title 1"),), None, 0, (("bad.pdf", "It is empty."),), (), SHELF))
    assert lines[0] == "The library  1 document"
    assert lines[-1] == "bad.pdf  It is empty."


def test_a_briefing_cannot_write_to_the_terminal() -> None:
    wicked = "Good\x1b[2J\x07 news\u202e, \x9b31m\u200bindeed\r."
    (line,) = [line for line in shown(a_brief("x", a_quote(wicked))) if line.startswith("•")]
    assert line == "•  Good[2J news, 31mindeed. [1]"


def test_a_pipe_gets_no_colour_and_no_wrapping_a_person_gets_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)
    lines = columns([Line((("one two three four five six seven eight nine ten", ""),), label="12 May 2024")])
    pipe, terminal = io.StringIO(), _Terminal()
    show(lines, out=pipe)
    show(lines, out=terminal)
    assert pipe.getvalue() == "12 May 2024  one two three four five six seven eight nine ten\n"
    rows = terminal.getvalue().splitlines()
    assert "\x1b[" in rows[0]
    assert rows[1].startswith(" " * 13 + "seven")


def test_a_report_counts_what_happened_and_names_what_failed() -> None:
    report = IngestReport(added=2, unchanged=1200, failed=(("a.pdf", "It is empty."),))
    assert plain(report_lines(report)).splitlines() == ["2 added, 1,200 unchanged, 1 failed.", "a.pdf  It is empty."]
    assert plain(report_lines(IngestReport())) == "No briefings."


def test_an_answer_about_what_was_meant_says_what_was_asked() -> None:
    search = Search("ports", (Hit(a_quote(KELLER), ((25, 30),)),), 1, 0, (), SHELF, asked="prots")
    assert shown(search)[1] == "Nothing on file about “prots”; this is the nearest spelling."


def test_an_answer_about_a_name_in_what_was_asked_says_so() -> None:
    differ = Differ("Karsk", (), (), 3, 0, (), SHELF, asked="Karsk tunnel collapse")
    assert shown(differ)[1] == "Nothing on file about “Karsk tunnel collapse”; this is about the name in it."
    spelt = Differ("Karsk", (), (), 3, 0, (), SHELF, asked="Karsks")
    assert shown(spelt)[1] == "Nothing on file about “Karsks”; this is the nearest spelling."


def test_a_timeline_of_days_without_anything_names_the_days() -> None:
    empty = Timeline("Atlantis", Period.day(date(1990, 1, 1)), None, (), (), 0, 0, (), SHELF)
    assert shown(empty) == ["Nothing on file about Atlantis from 1 Jan 1990 in 12 documents (Jan 2020 to May 2024)."]


def test_a_timeline_without_any_date_is_no_table_with_a_hole() -> None:
    assert shown(Timeline("quay", None, None, (), (), 2, 0, (), SHELF)) == [
        "Timeline of quay  no dated event",
        "",
        "2 events without a date on file; undated:yes lists them.",
    ]


def test_a_word_that_is_no_name_is_on_file_all_the_same() -> None:
    nobody = a_who(asked="flood", name=None, kind=None, similar=("Floyd",), speaking=4)
    assert shown(nobody) == [
        "No name on file fits flood in 12 documents (Jan 2020 to May 2024); 4 documents speak of it.",
        "Nearest names: Floyd.",
        "/brief flood shows what they say.",
    ]


def test_documents_whose_dates_are_cited_are_not_counted_as_further_ones() -> None:
    dates = (Entry(MAY, "stated", (a_quote("The quay opened on 12 May.", document=2),)),)
    both = shown(a_brief("quay", a_quote(KELLER), more=1, dates=dates))
    assert not [line for line in both if "more document" in line]
    lines = shown(a_brief("quay", a_quote(KELLER), more=3, dates=dates))
    assert "2 more documents on this; see /sources quay." in lines
