"""/timeline: what is a row, what is one row, and in which order they stand."""

from datetime import date

import pytest
from answers_world import Library, days, told

from bot.answers import topics, wording
from bot.answers.answer import Timeline
from bot.answers.timeline import timeline


def rows(found: Timeline) -> list[str]:
    return [wording.period(entry.when) for entry in found.entries]


def test_rows_stand_in_order_of_time_each_as_precise_as_the_texts(harbour: Library) -> None:
    assert rows(timeline(harbour.lookups(), None)) == ["2019", "9 Mar 2021", "Apr 2025", "12 Jun 2025"]


def test_the_same_event_told_by_two_documents_is_one_row_with_both(harbour: Library) -> None:
    found = timeline(harbour.lookups(), None)
    assert {quote.source for quote in found.entries[-1].quotes} == {"news/talks.txt", "alba.md"}


def test_a_month_folds_into_the_day_that_another_document_knows(harbour: Library) -> None:
    collision = timeline(harbour.lookups(), None).entries[1]
    assert {quote.source for quote in collision.quotes} == {"news/talks.txt", "alba.md"}
    assert collision.when == days("2021-03-09")


def test_different_events_of_one_year_stay_two_rows(library: Library) -> None:
    library.add("a.txt", "The {2020|2020| flood} in [Arl|Arl|PLACE] destroyed the old bridge of [Sudia|Sudia|PLACE].")
    library.add("b.txt", "The {2020|2020| election} in [Bern|Bern|PLACE] was won by the miners of [Sudia|Sudia|PLACE].")
    library.add("c.txt", "The {2020|2020| clash} in [Arl|Arl|PLACE] was followed by talks with [Sudia|Sudia|PLACE].")
    library.add(
        "d.txt", "The {2020|2020| clash} in [Bern|Bern|PLACE] was followed by silence from [Norland|Norland|PLACE]."
    )
    assert rows(timeline(library.lookups(), None)) == ["2020"] * 4


def test_neither_a_title_nor_a_heading_is_a_row(library: Library) -> None:
    library.add(
        "a.txt",
        told("Flood of {2020|2020} remembered", kind="title"),
        told("After the {2021|2021| flood}", kind="heading"),
        told("Nothing dated stands in this line.", when="?"),
    )
    found = timeline(library.lookups(), None, undated=True)
    assert (found.entries, found.undated_count, len(found.undated)) == ((), 1, 1)


def test_what_has_no_date_is_counted_and_listed_when_it_is_asked_for(harbour: Library) -> None:
    counted = timeline(harbour.lookups(), None)
    assert (counted.undated_count, counted.undated) == (3, ())
    listed = timeline(harbour.lookups(), None, undated=True).undated
    assert "Apple growers around Port Alba expect a late harvest." in [quote.text for quote in listed]


def gate(number: int) -> str:
    """A word of its own."""
    return f"{chr(97 + number % 26)}{chr(97 + number // 26)}kwood"


def test_what_there_was_no_room_for_is_counted_by_year_and_found_there(library: Library) -> None:
    for number in range(60):
        year = 2001 if number < 45 else 2002
        library.add(f"{number}.txt", f"[Ann Lee] opened the {gate(number)} of [Alba|Alba|PLACE] in {{{year}|{year}}}.")
    for about in ("Ann Lee", None):
        found = timeline(library.lookups(), about)
        assert len(found.entries) + sum(count for _, count in found.further) == 60
        for when, _ in found.further:
            assert timeline(library.lookups(), about, first=when, last=when).entries


def test_of_a_single_year_the_months_are_counted(library: Library) -> None:
    for number in range(50):
        day = f"2001-0{1 + number % 4}-1{number % 9}"
        library.add(f"{number}.txt", f"[Ann Lee] opened the {gate(number)} on {{{day}|that day}}.")
    found = timeline(library.lookups(), "Ann Lee")
    assert {when.precision for when, _ in found.further} == {"month"}
    assert sum(count for _, count in found.further) == found.more > 0


def test_nothing_is_said_to_be_left_when_all_is_shown(harbour: Library) -> None:
    assert timeline(harbour.lookups(), None).further == ()


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2020", None, ["9 Mar 2021", "Apr 2025", "12 Jun 2025"]),
        (None, "2021", ["2019", "9 Mar 2021"]),
        ("2021-03-10", "2025-05", ["Apr 2025"]),
        ("2021-03-01", "2021-03-31", ["9 Mar 2021"]),
        ("2022", "2024", []),
    ],
)
def test_from_and_to_bound_the_rows(harbour: Library, first: str | None, last: str | None, expected: list[str]) -> None:
    found = timeline(harbour.lookups(), None, first=days(first) if first else None, last=days(last) if last else None)
    assert rows(found) == expected


def test_a_name_keeps_to_its_sentences_and_those_it_speaks_in(harbour: Library) -> None:
    found = timeline(harbour.lookups(), "Tobias Renn")
    assert rows(found) == ["12 Jun 2025"]
    assert "He called the plan sound." in [quote.text for quote in found.entries[0].quotes]


def test_of_a_sentence_with_two_dates_a_name_takes_its_own_clause(library: Library) -> None:
    library.add("a.txt", told("x", kind="heading"))
    connection = library.connection
    text = "Ann Lee resigned in 2001 and Bo Ray followed in 2005."
    library.add("b.txt", text.replace("Ann Lee", "[Ann Lee]").replace("Bo Ray", "[Bo Ray]"))
    for year, start, end in ((2001, 0, 24), (2005, 29, 52)):
        connection.execute(
            """
            INSERT INTO events (document, start, "end", sentence, first, last, precision, basis, words_start, words_end)
            VALUES (2, ?, ?, 0, ?, ?, 'year', 'stated', ?, ?)
            """,
            (start, end, f"{year}-01-01", f"{year}-12-31", end - 4, end),
        )
    assert rows(timeline(library.lookups(), "Ann Lee")) == ["2001"]
    assert rows(timeline(library.lookups(), "Bo Ray")) == ["2005"]


def test_words_find_the_sentences_that_hold_them(harbour: Library) -> None:
    assert rows(timeline(harbour.lookups(), "tanker collisions")) == ["9 Mar 2021"]
    assert rows(timeline(harbour.lookups(), "frost")) == ["Apr 2025"]


def test_nothing_on_file_names_what_was_near(harbour: Library) -> None:
    found = timeline(harbour.lookups(), "Mara Quits")
    assert (found.entries, found.undated_count) == ((), 0)
    assert "Mara Quist" in found.similar


def test_when_more_than_fit_the_most_told_are_shown_in_order(library: Library) -> None:
    for year in range(1900, 1960):
        library.add(f"{year}.txt", f"[Ann Lee] opened gate number {year - 1800} in {{{year}|{year}}}.")
    for copy in ("a", "b"):
        library.add(f"{copy}.txt", f"Paper {copy} said [Ann Lee] opened the crimson gate on {{1930-05-05|5 May 1930}}.")
    found = timeline(library.lookups(), "Ann Lee")
    assert len(found.entries) == 40
    assert found.more == 60 - 40
    assert rows(found) == sorted(rows(found), key=lambda words: words[-4:])
    assert "5 May 1930" in rows(found)


def test_a_date_before_the_calendar_of_the_question_is_no_error(harbour: Library) -> None:
    found = timeline(harbour.lookups(), None, first=days("0001"), last=days("9999"))
    assert len(found.entries) == 4
    assert found.entries[0].when.first >= date(2019, 1, 1)


def test_a_guild_sees_no_other_guilds_events(library: Library) -> None:
    library.add("open.txt", "[Ann Lee] spoke on {2025-01-02|2 January}.")
    library.add("secret.txt", "[Ann Lee] lied on {2025-01-03|3 January}.", told("Hm.", when="?"), scope="42")
    assert rows(timeline(library.lookups(), None)) == ["2 Jan 2025"]
    assert rows(timeline(library.lookups(), "Ann Lee")) == ["2 Jan 2025"]
    assert timeline(library.lookups(), None).undated_count == 0
    assert rows(timeline(library.lookups().within(("everyone", "42")), "Ann Lee")) == ["2 Jan 2025", "3 Jan 2025"]


def test_a_topic_in_other_words_has_its_events_too(library: Library) -> None:
    library.add(
        "a.txt", "The turbine maker [Nordwind|Nordwind|ORGANISATION] buys its rival.", title="A rival is bought"
    )
    library.add("b.txt", told("A court stopped the [Kaldvik|Kaldvik|PLACE] reactor.", when="2024-10-03"))
    assert len(timeline(library.lookups(), "Kaldvik nuclear reactor").entries) == 1


def test_what_is_on_file_without_any_event_is_not_called_nothing(library: Library) -> None:
    library.add("a.txt", "[Ann Lee] likes apples.")
    found = timeline(library.lookups(), "Ann Lee")
    assert (found.entries, found.undated_count, found.documents) == ((), 0, 1)
    assert wording.eventless(found) == "No event on file about Ann Lee in 1 document; 1 document speaks of it."
    assert timeline(library.lookups(), "Atlantis").documents == 0


def test_two_names_read_as_one_in_a_headline_are_two_to_the_texts_that_tell_of_both(library: Library) -> None:
    for number in range(8):
        library.add(f"{number}.txt", "[Nordwind|Nordwind|ORGANISATION] takes [Kaldvik|Kaldvik|ORGANISATION] over.")
    library.add("odd.txt", "The [Nordwind-Kaldvik|Nordwind-Kaldvik|ORGANISATION] affair is over.")
    assert topics.named(library.lookups(), "Nordwind Kaldvik") == ()
    assert [name.name for name in topics.named(library.lookups(), "Nordwind")] == ["Nordwind"]


def test_whom_he_means_is_said_beside_the_row_and_the_words_stay_as_they_are(library: Library) -> None:
    library.add(
        "a.txt",
        "[Ann Lee] sold the mill of [Sudia|Sudia|PLACE] on {2024-03-01|1 March}.",
        told("She opened the quay of [Sudia|Sudia|PLACE] on {2024-04-02|2 April}.", did="Ann Lee"),
        told("He was seen in [Sudia|Sudia|PLACE] on {2024-05-03|3 May}."),
    )
    found = timeline(library.lookups(), "Sudia")
    assert [entry.note for entry in found.entries] == ["", "[She: Ann Lee]", ""]
    assert found.entries[1].quotes[0].text == "She opened the quay of Sudia on 2 April."


def test_the_undated_have_their_notes_too(library: Library) -> None:
    library.add("a.txt", told("He called [Sudia|Sudia|PLACE] a home.", said="Ben Moe", when="?"), "[Ben Moe] slept.")
    found = timeline(library.lookups(), "Sudia", undated=True)
    assert found.notes == ("[He: Ben Moe]",)


def test_a_name_that_was_asked_for_in_full_needs_no_note(library: Library) -> None:
    library.add("a.txt", "[Ann Lee] was born.", "[Lee|Ann Lee] sold the mill on {2024-03-01|1 March}.")
    assert [entry.note for entry in timeline(library.lookups(), "Ann Lee").entries] == [""]
    assert [entry.note for entry in timeline(library.lookups(), "mill").entries] == ["[Lee: Ann Lee]"]
