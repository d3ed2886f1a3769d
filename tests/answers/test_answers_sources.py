"""/sources: the list, one document's page, and what could not be read."""

import pytest
from answers_world import Library

from bot.answers.sources import sources


def test_all_documents_the_newest_first_and_undated_ones_last(harbour: Library) -> None:
    found = sources(harbour.lookups(), None)
    assert [line.source for line in found.documents] == ["alba.md", "news/talks.txt", "orchards.txt"]
    assert (found.page, found.more) == (None, 0)
    assert found.documents[1].publisher == "Alba Courier"
    assert found.documents[0].added == "2025-06-30"


@pytest.mark.parametrize(
    "about",
    ["news/talks.txt", "TALKS.txt", "norland and sudia to reopen the harbour treaty", "#1", "norland suspended"],
)
def test_one_document_opens_as_a_page(harbour: Library, about: str) -> None:
    page = sources(harbour.lookups(), about).page
    assert page is not None
    assert page.line.source == "news/talks.txt"
    assert page.text == harbour.text(1)
    assert page.removed == (("Subscribe now", "an invitation of the page"),)
    assert page.names[0].name == "Mara Quist"


def test_a_name_lists_the_documents_that_hold_it(harbour: Library) -> None:
    found = sources(harbour.lookups(), "Port Alba")
    assert [line.source for line in found.documents] == ["alba.md", "news/talks.txt", "orchards.txt"]
    assert found.page is None


def test_nothing_found_suggests_names(harbour: Library) -> None:
    found = sources(harbour.lookups(), "Mara Quits")
    assert (found.documents, found.page) == ((), None)
    assert "Mara Quist" in found.similar


def test_unreadable_files_are_listed_with_their_sentence(harbour: Library) -> None:
    harbour.connection.execute(
        "INSERT INTO files (source, size, mtime_ns, fingerprint, failure) VALUES ('x.pdf', 1, 1, '', 'It is torn.')"
    )
    assert sources(harbour.lookups(), None).unreadable == (("x.pdf", "It is torn."),)
    assert sources(harbour.lookups(), "Port Alba").unreadable == ()


def test_a_guild_sees_no_other_guilds_page(library: Library) -> None:
    library.add("secret.txt", "[Mole Man] digs.", scope="42")
    for about in (None, "secret.txt", "#1", "Mole Man", "digs"):
        assert sources(library.lookups(), about).documents == ()
    assert sources(library.lookups().within(("42",)), "secret.txt").page is not None
