"""What a reply looks like: titles, dates, citations, counts."""

from dataclasses import replace
from datetime import date

import pytest
from chat_world import (
    FERRY,
    HARBOUR,
    a_brief,
    a_library,
    a_name,
    a_quote,
    a_search,
    a_source,
    a_timeline,
    a_who,
    an_entry,
    nobody,
)

from bot.answers.answer import Answer, Hit, Proof, RoleLine, Shelf, SourcePage
from bot.chat.about import help_text
from bot.chat.asks import Ask, Command
from bot.chat.pages import Page
from bot.chat.rendering import rendered
from bot.model import Dated, Period

LATER = Dated(Period.day(date(2024, 5, 9)), "byline")
LINK = "[read at coast.example](<https://coast.example/bridge>)"
NOBODY_KNOWS = Dated(None, "none")


def only_page(answer: Answer, command: Command = "who") -> Page:
    (page,) = rendered(answer, Ask(command, "harbour"))
    return page


def body(answer: Answer) -> str:
    return "\n".join(only_page(answer).blocks)


def test_a_row_that_many_documents_tell_cites_four_and_counts_the_rest() -> None:
    row = an_entry(*(a_quote(document=number) for number in range(1, 7)))
    page = only_page(a_timeline(row))
    assert page.blocks == (f"- **1 Mar 2024** · {HARBOUR} [1][2][3][4] and 2 more documents",)
    assert page.sources.count("\n") == 3


def test_documents_keep_their_numbers_through_an_answer() -> None:
    first, second = a_quote(), a_quote(FERRY, document=2)
    page = only_page(a_timeline(an_entry(first), an_entry(second), an_entry(first, second)))
    assert [line[-6:].split(" ")[-1] for line in page.blocks[0].splitlines()] == ["[1]", "[2]", "[1][2]"]
    assert [line[:3] for line in page.sources.splitlines()] == ["[1]", "[2]"]


def test_a_source_is_told_by_publisher_date_title_and_host() -> None:
    page = only_page(a_brief(a_quote(), a_quote(FERRY, document=2, publisher=None, link=None, published=NOBODY_KNOWS)))
    assert page.sources.splitlines() == [
        f"[1] **Coast Daily** · 1 Mar 2024 · Bridge opens again · {LINK}",
        "[2] **Bridge opens again** · undated",
    ]


def test_a_brief_explains_in_slanted_letters_what_its_sentences_leave_open() -> None:
    notes = ("", "[He: Ilse_Brandt; Friday: 1 Mar 2024]")
    page = only_page(replace(a_brief(a_quote(), a_quote("He left on Friday.", document=2)), notes=notes), "brief")
    assert page.blocks[0].splitlines() == [
        f"- {HARBOUR} [1]",
        r"- He left on Friday. *\[He: Ilse\_Brandt; Friday: 1 Mar 2024\]* [2]",
    ]


def test_a_brief_says_of_when_its_documents_are() -> None:
    found = Shelf(2, Period.day(date(2024, 3, 1)), Period.day(date(2025, 1, 30)))
    page = only_page(replace(a_brief(a_quote()), found=found), "brief")
    assert "In brief · 1 document, 1 origin, Mar 2024 to Jan 2025" in page.head


def test_a_brief_whose_sources_differ_says_on_what_and_leads_there() -> None:
    page = only_page(replace(a_brief(a_quote()), differs=("The figures differ: “four”, “six”",)), "brief")
    assert "### Sources differ\n- The figures differ: “four”, “six”" in "\n".join(page.blocks)
    assert [button.press.ask for button in page.buttons if button.label == "Differences"] == [Ask("differ", "harbour")]
    plain = only_page(a_brief(a_quote()), "brief")
    assert "Differences" not in {button.label for button in plain.buttons}


def test_statements_stand_under_the_date_of_their_report() -> None:
    told = (
        a_quote("One.", published=LATER),
        a_quote("Two.", published=LATER),
        a_quote("Three.", published=NOBODY_KNOWS),
    )
    text = body(a_who(statements=told, roles=(), alongside=()))
    assert text == (
        "### Said and did\n-# reported 9 May 2024\n- One. [1]\n- Two. [1]\n-# undated\n- Three. [1]"
    )  # fmt: skip


def test_what_befell_somebody_and_what_tells_most_have_headings_of_their_own() -> None:
    text = body(a_who(statements=(), roles=(), alongside=(), befell=(a_quote("One."),), telling=(a_quote("Two."),)))
    assert [line for line in text.split("\n") if line.startswith("###")] == [
        "### What happened to them",
        "### What is told of them",
    ]


def test_a_role_quotes_its_proof_unless_it_is_shown_anyway() -> None:
    roles = (RoleLine("Mayor", (a_quote(),)), RoleLine("skipper", (a_quote(FERRY, document=2),)))
    text = body(a_who(roles=roles, statements=(a_quote(),), alongside=()))
    assert text.startswith(f"### Roles\n- **Mayor** [1]\n- **skipper** · {FERRY} [2]\n")


def test_found_words_are_bold() -> None:
    assert body(a_search(Hit(a_quote(), ((31, 38), (39, 45))))) == (
        "- Mayor Ilse Brandt reopened the **harbour** **bridge** on Friday. [1]"
    )


def test_a_timeline_says_its_bounds_and_what_has_no_date() -> None:
    bounds = {"first": Period.day(date(2024, 1, 1)), "last": Period.day(date(2024, 12, 31)), "undated_count": 3}
    page = only_page(replace(a_timeline(an_entry(), undated=3), **bounds))
    assert page.head == "## Timeline: harbour\n-# from 1 Jan 2024 to 31 Dec 2024 · 1 dated event · 3 without a date"
    assert "Without a date" in [button.label for button in page.buttons]


def test_what_has_no_date_is_listed_when_it_is_asked_for() -> None:
    answer = replace(a_timeline(an_entry(), undated=3), undated=(a_quote("The ferry was late."),))
    (page,) = rendered(answer, Ask("undated", "harbour", "2024"))
    assert page.blocks == ("- The ferry was late. [1]",)
    assert page.note == "-# 2 further sentences without a date"
    (back,) = [button.press.ask for button in page.buttons if button.label == "Timeline"]
    assert back == Ask("timeline", "harbour", "2024")


def test_what_a_row_leaves_open_is_said_behind_its_words() -> None:
    entry = replace(an_entry(a_quote("She opened the quay.")), note="[She: Ann Lee]")
    page = only_page(a_timeline(entry))
    assert page.blocks == ("- **1 Mar 2024** · She opened the quay. *\\[She: Ann Lee\\]* [1]",)
    answer = replace(a_timeline(undated=1), undated=(a_quote("He left."),), notes=("[He: Ben Moe]",))
    (page,) = rendered(answer, Ask("undated", "harbour"))
    assert page.blocks == ("- He left. *\\[He: Ben Moe\\]* [1]",)


def test_what_there_was_no_room_for_is_a_tap_away() -> None:
    year = Period(date(2011, 1, 1), date(2011, 12, 31), "year")
    may = Period(date(2012, 5, 1), date(2012, 5, 31), "month")
    page = only_page(replace(a_timeline(an_entry()), more=7, further=((year, 4), (may, 12))))
    assert page.note == "-# 7 events more on file\n-# Further dated sentences: 4 in 2011, 12 in May 2012"
    assert [(button.label, button.press.ask) for button in page.retries] == [
        ("2011 (4)", Ask("timeline", "harbour", "2011", "2011")),
        ("May 2012 (12)", Ask("timeline", "harbour", "2012-05", "2012-05")),
    ]


def test_a_date_that_its_sentence_does_not_give_says_where_it_is_from() -> None:
    lead, twin = a_quote("They met on Thursday.", document=1), a_quote("They met on 2 May.", document=2)
    how = "told with “Thursday” in the lead"
    entry = replace(an_entry(a_quote("Bread was served.")), basis=how)
    entry = replace(entry, proofs=(Proof(how, lead), Proof("dated by its twin", twin)))
    page = only_page(a_timeline(entry))
    assert page.blocks == (
        "- **1 Mar 2024** · Bread was served. [1]\n-# told with “Thursday” in the lead [1]; dated by its twin [2]",
    )
    assert [line[:3] for line in page.sources.splitlines()] == ["[1]", "[2]"]


def test_a_date_that_a_document_has_from_its_twin_is_said_to_be() -> None:
    dated = Dated(Period.day(date(2024, 3, 1)), "twin document")
    page = only_page(a_timeline(an_entry(a_quote(published=dated))))
    assert "1 Mar 2024, from its twin document" in page.sources


def test_nothing_on_file_is_said_with_what_was_searched() -> None:
    page = only_page(nobody("Ilsa @everyone", similar=["Ilse Brandt"]))
    assert page.head == "## “Ilsa \\@everyone”"
    assert page.blocks[0] == "Nothing on file about “Ilsa \\@everyone” in 3 documents (Mar 2024 to May 2024)."
    assert [button.label for button in page.retries] == ["Ilse Brandt"]


def test_an_empty_library_says_so() -> None:
    empty = replace(a_brief(about=None), shelf=Shelf(0, None, None))
    assert body(empty) == "The library is empty. Put briefings into its folder."


def test_namesakes_are_told_apart_by_what_they_are() -> None:
    page = only_page(nobody("Brandt", choices=[a_name("Ilse Brandt", id=7, hint="Mayor"), a_name("Ilka Brandt")]))
    assert page.blocks[0].splitlines() == [
        "- **Ilse Brandt** · Mayor · named in 2 sentences",
        "- **Ilka Brandt** · person · named in 2 sentences",
    ]
    assert [button.press.ask.text for button in page.retries] == ["#7", "Ilka Brandt"]


def test_the_library_lists_how_each_date_was_found_and_what_could_not_be_read() -> None:
    page = only_page(replace(a_library(a_source()), unreadable=(("bad_file.pdf", "It has no text."),)))
    assert page.blocks[0].splitlines() == [
        "- **Bridge opens again**",
        f"  Coast Daily · published 1 Mar 2024, from its byline · 120 words · added 10 May 2024 · {LINK}",
    ]
    assert page.blocks[1] == "### Could not be read\n- bad\\_file.pdf: It has no text."
    assert page.menus[0].options[0].value == "briefing-1.txt"


def test_a_document_says_what_was_left_out_of_it_and_why() -> None:
    removed = (("Home", "menu"), ("News", "menu"), ("Subscribe", "advertisement"))
    page = only_page(a_library(a_source(), page=SourcePage(a_source(), "All.", removed, ())))
    assert page.blocks[-1] == (
        "### Left out of the text, 3 lines\n- menu: “Home” / “News”\n- advertisement: “Subscribe”"
    )
    assert [(file.name, file.text) for file in page.files] == [("briefing-1.txt", "All.")]


def test_each_page_offers_the_documents_it_cites() -> None:
    rows = (an_entry(a_quote(f"Event {n}. " * 30, document=n)) for n in range(1, 20))
    pages = rendered(a_timeline(*rows), Ask("timeline", "harbour"))
    offered = [option.value for page in pages for option in page.menus[-1].options]
    assert offered == [f"briefing-{n}.txt" for n in range(1, 20)]


def test_a_search_says_what_no_document_holds_and_offers_what_may_have_been_meant() -> None:
    answer = replace(a_search(Hit(a_quote(), ())), missing=("brigde",), similar=("harbour bridge",), more=3)
    page = only_page(answer)
    assert page.head == (
        "## “bridge”\n-# 1 sentence in 1 of 4 documents · no document holds “brigde” · did you mean “harbour bridge”?"
    )
    assert page.note == "-# 3 documents more on file"
    assert [button.press.ask for button in page.retries] == [Ask("search", "harbour bridge")]


def test_a_sentence_found_in_several_documents_is_cited_from_all() -> None:
    hit = Hit(a_quote(), ((31, 38),), also=(a_quote(document=2), a_quote(document=3)))
    assert body(a_search(hit)).endswith("on Friday. [1][2][3]")


@pytest.mark.parametrize("answer", [a_brief(a_quote()), a_timeline(an_entry()), a_search(Hit(a_quote(), ()))])
def test_an_answer_about_what_was_meant_says_what_was_asked(answer: Answer) -> None:
    page = only_page(replace(answer, asked="harbuor"))
    assert "\n-# Nothing on file about “harbuor”; this is the nearest spelling · " in page.head


def test_nothing_on_file_since_a_day_says_so() -> None:
    page = only_page(replace(a_brief(), since=Period.day(date(2030, 1, 1)), similar=("harbour",)))
    assert "Nothing on file about “harbour” since 1 Jan 2030 in " in page.blocks[0]
    assert [button.label for button in page.retries] == ["harbour"]


def test_a_topic_on_file_without_events_leads_to_its_brief() -> None:
    page = only_page(replace(a_timeline(), documents=2))
    assert page.blocks[0].startswith("No event on file about harbour in ")
    assert page.blocks[0].endswith("; 2 documents speak of it.")
    assert Ask("brief", "harbour") in [button.press.ask for button in page.buttons]


def test_a_timeline_without_any_date_says_where_the_sentences_are() -> None:
    page = only_page(a_timeline(undated=3))
    assert page.head == "## Timeline: harbour\n-# no dated event · 3 without a date"
    assert page.blocks == ("No sentence says when. **Without a date** lists what they tell.",)
    assert "Without a date" in [button.label for button in page.buttons]


def test_a_word_that_is_no_name_leads_to_what_is_on_file_of_it() -> None:
    page = only_page(replace(nobody("fl@od", similar=["Floyd"]), speaking=1))
    assert page.blocks[0] == (
        "No name on file fits “fl\\@od” in 3 documents (Mar 2024 to May 2024); 1 document speaks of it."
    )
    assert [button.label for button in page.retries] == ["Floyd"]
    assert [button.press.ask for button in page.buttons[1:]] == [Ask("brief", "fl@od"), Ask("sources", "fl@od")]


def test_documents_about_something_are_counted_among_all() -> None:
    page = only_page(a_library(a_source(), about="harbour"))
    assert page.head == "## Sources: harbour\n-# 1 of 3 documents (Mar 2024 to May 2024)"


def test_the_addresses_of_links_take_no_room_on_a_page() -> None:
    def told(link: str) -> list[Page]:
        quotes = (a_quote(FERRY, document=n, link=link) for n in range(12))
        return list(rendered(a_timeline(*map(an_entry, quotes)), Ask("timeline", "harbour")))

    assert len(told("https://coast.example/" + "a" * 250)) == len(told("https://coast.example/a"))


def test_a_publisher_written_from_the_right_does_not_turn_the_date_round() -> None:
    page = only_page(a_brief(a_quote(publisher="وكالة الأنباء")))
    assert "**\u2068وكالة الأنباء\u2069** · 1 Mar 2024" in page.sources


def test_examples_of_help_name_their_options_as_discord_has_them_typed() -> None:
    shown = help_text(public=False, groups={})
    assert "`/brief about:border talks since:2025`" in shown
    assert '`/search words:"joint statement" terrorism`' in shown
    assert "`/sources`" in shown


def test_documents_whose_dates_are_cited_are_not_more_on_file() -> None:
    dated = replace(a_brief(a_quote(), more=1), dates=(an_entry(a_quote(FERRY, document=2)),))
    assert "more on file" not in only_page(dated).note
    assert only_page(replace(dated, more=2)).note == "-# 1 document more on file"


def test_no_button_leads_to_the_timeline_that_is_shown_or_to_one_with_the_same_rows() -> None:
    year = Period(date(2024, 1, 1), date(2024, 12, 31), "year")
    whole = replace(a_timeline(an_entry()), further=((year, 11),))
    assert only_page(whole).note == "-# Further dated sentences: 11 in 2024"
    assert only_page(whole).retries == ()
    assert [button.label for button in only_page(replace(whole, more=3)).retries] == ["2024 (11)"]
    assert only_page(replace(whole, more=3, first=year, last=year)).retries == ()


def test_the_attached_text_is_named_on_the_page_that_has_it() -> None:
    removed = tuple((f"Menu entry number {number} of the page", str(number)) for number in range(120))
    first, *others = rendered(a_library(page=SourcePage(a_source(), "All.", removed, ())), Ask("sources", "x"))
    assert first.files
    assert "The text is the attached file." in first.blocks[0]
    assert others
    assert not any("attached file" in text for page in others for text in page.texts)
    assert not any(page.files for page in others)
