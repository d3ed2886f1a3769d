"""What one document leaves in the store, and what is left when it changes, moves or goes."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from store_world import NOON, a_document, a_full_analysis, an_analysis

from bot.model import LinkedName, StoryLink
from bot.store import analyses, documents, export, names, stories
from bot.store.database import Connection, Database
from bot.store.documents import FileRow

PARTS = ("removed", "sentences", "occurrences", "roles", "statements", "timexes", "events")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "s.db") as opened:
        yield opened


def counts(connection: Connection) -> dict[str, int]:
    return {part: connection.execute(f"SELECT COUNT(*) FROM {part}").fetchone()[0] for part in PARTS}


def times(connection: Connection) -> tuple[int, int]:
    return connection.execute("SELECT added, changed FROM documents").fetchone()


def found(connection: Connection, word: str) -> list[int]:
    rows = connection.execute("SELECT rowid FROM documents_text WHERE documents_text MATCH ?", (f'"{word}"',))
    return [row for (row,) in rows]


async def test_an_analysis_comes_back_as_it_was_saved(database: Database) -> None:
    saved = a_full_analysis()
    id_ = await database.write(lambda c: documents.save(c, saved, now=NOON))
    assert await database.look(lambda c: analyses.analysis(c, id_)) == saved
    assert await database.look(lambda c: analyses.document(c, id_)) == saved.document
    assert await database.look(lambda c: analyses.analysis(c, id_ + 1)) is None


async def test_to_be_analysed_again_changes_all_but_the_id_and_the_times(database: Database) -> None:
    first = await database.write(lambda c: documents.save(c, a_full_analysis(), now=NOON))
    again = replace(a_full_analysis(), roles=(), analyser="test 2")
    second = await database.write(lambda c: documents.save(c, again, now=NOON + timedelta(days=1)))
    assert second == first
    assert await database.look(lambda c: analyses.analysis(c, first)) == again
    added, changed = await database.look(times)
    assert added == changed == NOON.timestamp()


async def test_other_bytes_move_when_it_was_changed_not_when_it_was_added(database: Database) -> None:
    await database.write(lambda c: documents.save(c, an_analysis(a_document()), now=NOON))
    other = an_analysis(a_document(text="Ana Silva closed the ferry."))
    await database.write(lambda c: documents.save(c, other, now=NOON + timedelta(hours=1)))
    assert await database.look(times) == (NOON.timestamp(), NOON.timestamp() + 3600)
    assert await database.look(lambda c: found(c, "ferry")) == [1]
    assert await database.look(lambda c: found(c, "pier")) == []


async def test_removed_is_removed_everywhere_and_its_id_is_not_given_out_again(database: Database) -> None:
    await database.write(lambda c: documents.save(c, a_full_analysis(), now=NOON))
    await database.write(lambda c: documents.remove(c, "porto.txt"))
    assert set((await database.look(counts)).values()) == {0}
    assert await database.look(lambda c: found(c, "pier")) == []
    assert await database.write(lambda c: documents.save(c, a_full_analysis(), now=NOON)) == 2


async def test_a_document_moves_with_its_id_and_its_copies(database: Database) -> None:
    await database.write(lambda c: documents.save(c, a_full_analysis(), now=NOON))
    await database.write(lambda c: documents.remember_file(c, FileRow("porto.txt", 1, 2, "f")))
    await database.write(lambda c: documents.remember_file(c, FileRow("copy.txt", 1, 2, "f", copy_of="porto.txt")))
    await database.write(lambda c: documents.move(c, "porto.txt", "harbour/porto.txt"))
    assert await database.look(documents.files) == [FileRow("copy.txt", 1, 2, "f", copy_of="harbour/porto.txt")]
    assert await database.look(lambda c: c.execute("SELECT id, source FROM documents").fetchall()) == [
        (1, "harbour/porto.txt")
    ]


def linked(*members: tuple[int, str], name: str = "Ana Silva") -> LinkedName:
    return LinkedName(name, "PERSON", ((name, len(members)),), members)


async def test_names_keep_their_ids_while_they_are_the_same(database: Database) -> None:
    for source in ("a.txt", "b.txt"):
        analysis = an_analysis(a_document(source), {"Ana Silva": ("Ana Silva", "PERSON")})
        await database.write(lambda c, analysis=analysis: documents.save(c, analysis, now=NOON))

    async def relinked(*found: LinkedName) -> list[tuple[int, str, int]]:
        await database.write(lambda c: names.relink(c, found))
        return await database.look(
            lambda c: c.execute(
                "SELECT document, n.name, n.id FROM occurrences JOIN names AS n ON n.id = occurrences.name ORDER BY 1"
            ).fetchall()
        )

    a, b = (1, "Ana Silva"), (2, "Ana Silva")
    assert await relinked(linked(a, b)) == [(1, "Ana Silva", 1), (2, "Ana Silva", 1)]
    assert await relinked(linked(a), linked(b)) == [(1, "Ana Silva", 1), (2, "Ana Silva", 2)]
    assert await relinked(linked(a, b, name="Ana M. Silva")) == [(1, "Ana M. Silva", 1), (2, "Ana M. Silva", 1)]
    assert await relinked(linked(b), linked(a)) == [(1, "Ana Silva", 3), (2, "Ana Silva", 1)]


async def test_linking_the_same_again_moves_nothing(database: Database) -> None:
    await database.write(lambda c: documents.save(c, an_analysis(a_document()), now=NOON))
    people = [linked((1, "Ana Silva")), LinkedName("Porto", "PLACE", (("Porto", 1),), ((1, "Porto"),))]
    assert await database.write(lambda c: names.relink(c, people)) == 2
    assert await database.write(lambda c: names.relink(c, people)) == 0


async def test_links_are_out_of_date_from_the_moment_something_changes(database: Database) -> None:
    async def is_linked() -> bool:
        return await database.look(lambda c: documents.is_linked(c, linker="7"))

    await database.write(lambda c: documents.save(c, an_analysis(a_document()), now=NOON))
    assert not await is_linked()
    await database.write(lambda c: documents.mark_linked(c, linker="7"))
    assert await is_linked()
    assert not await database.look(lambda c: documents.is_linked(c, linker="8"))
    await database.write(lambda c: documents.remove(c, "porto.txt"))
    assert not await is_linked()


async def test_an_export_names_every_document_occurrence_name_and_event(database: Database) -> None:
    await database.write(lambda c: documents.save(c, a_full_analysis(), now=NOON))
    await database.write(
        lambda c: names.relink(
            c, [LinkedName("Ana Silva", "PERSON", (("Silva", 1), ("Ana Silva", 1)), ((1, "Ana Silva"),))]
        )
    )
    await database.write(lambda c: stories.write_stories(c, [StoryLink(1, 1)]))
    rows = await database.look(lambda c: list(export.rows(c)))
    document, *others = rows
    assert document["published"] == {
        "first": "2024-05-01",
        "last": "2024-05-31",
        "precision": "month",
        "basis": "byline",
    }
    assert (document["id"], document["story"], document["reprint_of"]) == (1, 1, None)
    text = str(document["text"])
    occurrences = [row for row in others if row["type"] == "occurrence"]
    assert [(row["text"], row["person"]) for row in occurrences] == [("Ana Silva", 1), ("Porto", None), ("Silva", 1)]
    for row in occurrences:
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == row["text"]
    assert [row for row in others if row["type"] == "name"] == [
        {"type": "name", "id": 1, "kind": "PERSON", "name": "Ana Silva", "aliases": ["Silva"]}
    ]
    assert [(row["first"], row["basis"]) for row in others if row["type"] == "event"] == [
        ("2024-05-03", "stated"),
        (None, "none"),
    ]
