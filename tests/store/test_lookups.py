"""The read side: what a scope may see, and that the long tables are searched by their indexes."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_world import NOON, a_document, an_analysis

from bot.store import documents, migrate
from bot.store.lookups import Lookups, Wanted
from bot.store.searching import gather

HERE = Path(__file__).parent


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "lookups.db"
    migrate.migrate(path)
    opened = sqlite3.connect(path, isolation_level=None)
    opened.execute("PRAGMA foreign_keys = ON")
    yield opened
    opened.close()


@pytest.fixture
def lookups(connection: sqlite3.Connection) -> Lookups:
    for number in range(3):
        document = a_document(f"pier-{number}.txt", f"Ana Silva saw pier {number}. It is safe.")
        documents.save(connection, an_analysis(document), now=NOON)
    connection.execute("UPDATE documents SET scope = '42' WHERE id = 3")
    return Lookups(connection)


def test_each_sentence_is_the_documents_text_at_its_span(lookups: Lookups) -> None:
    texts = {number: lookups.text(number) or "" for number in (1, 2)}
    for number, lines in lookups.lines([1, 2, 3]).items():
        assert all(line.text == line.at.of(texts[number]) for line in lines)
        places = {(line.document, line.ordinal): line for line in lines}
        assert lookups.lines_at(places) == places


def test_what_a_scope_may_not_see_is_nowhere(lookups: Lookups) -> None:
    wanted = Wanted((("pier",),))
    assert lookups.shelf()[0] == 2
    assert set(lookups.documents([1, 2, 3])) == {1, 2}
    assert set(lookups.lines([3])) == set()
    assert lookups.lines_at([(3, 0)]) == {}
    assert lookups.text(3) is None
    assert lookups.removed(3) == []
    assert lookups.called("pier-2.txt") == []
    assert {found.document for found in lookups.ranked(wanted, 10)} == {1, 2}
    assert lookups.holding(("pier",)) == {1, 2}
    assert [document.id for document in lookups.newest(10)] == [2, 1]
    assert lookups.events_in([3]) == []
    assert set(lookups.within(("42",)).documents([1, 2, 3])) == {3}
    assert lookups.within(()).shelf()[0] == 0


def test_sentences_and_titles_alone_are_those_of_the_lines_and_documents(lookups: Lookups) -> None:
    lines = lookups.lines([1, 2, 3])
    told = {document: [(line.ordinal, line.kind, line.text) for line in found] for document, found in lines.items()}
    assert lookups.sentences([1, 2, 3]) == told
    assert lookups.titles([1, 2, 3]) == {number: found.title for number, found in lookups.documents([1, 2]).items()}


def test_stems_kept_in_memory_are_those_of_the_full_text(lookups: Lookups) -> None:
    kept = Lookups(lookups.connection, roll=lookups.names())
    for beginning in ("p", "pi", "silv", "z", "s"):
        asked = {"shortest": 2, "longest": 6}
        assert kept.terms(beginning, **asked) == lookups.terms(beginning, **asked)
    assert "pier" in kept.terms("pi", shortest=2, longest=6)


def test_the_full_text_is_made_one_piece(connection: sqlite3.Connection, lookups: Lookups) -> None:
    def pieces() -> int:
        return connection.execute("SELECT count(DISTINCT segid) FROM documents_text_idx").fetchone()[0]

    before, found = pieces(), lookups.ranked(Wanted((("pier",),)), 10)
    gather(connection)
    assert (pieces(), lookups.ranked(Wanted((("pier",),)), 10)) == (1, found)
    assert before > 1


def test_the_title_weighs_twice(connection: sqlite3.Connection, lookups: Lookups) -> None:
    connection.execute("UPDATE documents SET title = 'lantern', text = 'x' WHERE id = 1")
    connection.execute("UPDATE documents SET title = 'x', text = 'lantern' WHERE id = 2")
    assert [found.document for found in lookups.ranked(Wanted((("lantern",),)), 10)] == [1, 2]


def test_a_document_is_called_by_its_path_its_file_or_its_title(
    connection: sqlite3.Connection, lookups: Lookups
) -> None:
    connection.execute("UPDATE documents SET source = 'old/harbour/Pier.txt', title = 'The Pier' WHERE id = 1")
    for words in ("old/harbour/pier.txt", "PIER.TXT", "the pier"):
        assert [document.id for document in lookups.called(words)] == [1]
    for words in ("ier.txt", "harbour", "", "/", "%"):
        assert lookups.called(words) == []


def test_the_long_tables_are_searched_by_an_index(connection: sqlite3.Connection, lookups: Lookups) -> None:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    lookups.shelf()
    lookups.lines([1])
    lookups.lines_at([(1, 0)])
    lookups.where([1], limit=5)
    lookups.alongside(1, limit=5)
    lookups.names_at([(1, 0)])
    lookups.statements(1)
    lookups.roles(1)
    lookups.events_at([(1, 0)])
    lookups.events_on("2024-05-03", "2024-05-03", limit=5)
    lookups.called_exactly(["ana silva"])
    connection.set_trace_callback(None)
    for sql in asked:
        for *_, step in connection.execute("EXPLAIN QUERY PLAN " + sql).fetchall():
            whole = str(step).split()
            assert (
                whole[0] != "SCAN"
                or "INDEX" in whole
                or whole[1] in ("place", "json_each", "mine", "theirs", "value", "held")
            ), sql


def test_the_words_of_the_index_are_told_with_texts_that_the_scope_may_see(lookups: Lookups) -> None:
    assert {"pier", "pier-0"} & set(lookups.terms("p", shortest=3, longest=8)) == {"pier"}
    assert lookups.terms("p", shortest=9, longest=20) == []
    assert len(lookups.texts_with("pier", limit=10)) == 2
    assert len(lookups.within(("everyone", "42")).texts_with("pier", limit=10)) == 3
    assert len(lookups.texts_with("pier", limit=1)) == 1
    assert lookups.texts_with("quay", limit=10) == []
    assert lookups.texts_with("everyon", limit=10) == []


def test_whether_words_stand_anywhere_is_asked_within_the_scope(lookups: Lookups) -> None:
    assert lookups.holds(("pier",))
    assert lookups.holds(("quay",), ("safe",))
    assert not lookups.holds(("quay",))
    assert not lookups.within(("42",)).holds(("1",))


def test_two_peoples_names_are_known_for_two(connection: sqlite3.Connection, lookups: Lookups) -> None:
    connection.executemany(
        "INSERT INTO names (kind, name, folded) VALUES (?, ?, ?)",
        [("PERSON", "Ann Lee", "ann lee"), ("PERSON", "Bo Orm", "bo orm"), ("ORGANISATION", "Cy Yard", "cy yard")],
    )
    assert lookups.are_of_two("ann", "orm")
    assert not lookups.are_of_two("ann", "lee")
    assert not lookups.are_of_two("ann", "yard")
    assert not lookups.are_of_two("zed", "orm")


def test_one_question_reads_once_what_it_asks_twice_and_the_next_reads_anew(lookups: Lookups) -> None:
    asked: list[str] = []
    lookups.connection.set_trace_callback(asked.append)
    question = lookups.within(("everyone",))
    first = question.titles([1, 2])
    assert question.titles([1, 2]) == first
    assert len(asked) == 1
    lookups.connection.execute("UPDATE documents SET title = 'Quay' WHERE id = 1")
    assert lookups.within(("everyone",)).titles([1]) == {1: "Quay"}
    assert lookups.titles([1]) == {1: "Quay"}


def test_what_a_question_was_told_it_may_change_without_changing_what_it_is_told_next(lookups: Lookups) -> None:
    question = lookups.within(("everyone",))
    rows = question.rows("SELECT id FROM documents WHERE ?1 IS NOT NULL ORDER BY id LIMIT 2")
    rows.clear()
    assert len(question.rows("SELECT id FROM documents WHERE ?1 IS NOT NULL ORDER BY id LIMIT 2")) == 2
