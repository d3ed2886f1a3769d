"""Whatever the order in which documents come and go, the library has the same stories, copies and twins."""

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest import load
from bot.store.database import Connection, Database
from tests.ingest_world import NOW, Analyser

LOCK = (
    "Lock on the Orne canal gives way\n\n"
    "The upper gate of the lock at Saint Aubert broke on Monday night and emptied two kilometres of the Orne "
    "canal, said Paul Mercier of the water board. Eleven barges lie in the mud between Saint Aubert and the mill. "
    "Nobody was hurt. Divers found that a hinge of 1931 had rusted through. The board wants to close the canal "
    "for six weeks, Anne Roche told the town council, and to bring the barges out by crane."
)
ELSEWHERE = (
    "Barges stranded after gate breaks\n\n"
    "Paul Mercier heard the roar in his kitchen. When he reached Saint Aubert the canal was gone: eleven barges "
    "stood crooked in the mud, and fish beat in the puddles. The gate of the lock had broken at a hinge that was "
    "older than he is. Anne Roche of the council spoke of six weeks without a boat on the Orne."
)
GARDEN = (
    "Roses of the old prison to be sold\n\n"
    "The garden behind the old prison of Lisse closes in May, and its 340 roses will be sold to whoever digs them "
    "out. Marta Holm, who has kept them for thirty years, will mark each with its name. Half of the money goes to "
    "the museum of Lisse, said its director Jan Kuyper, who wants to show the tools of the gardeners. The first "
    "are dug out on a Saturday in March, so that they can stand in new beds before the sap rises."
)
TEXTS = {
    "lock": f"---\npublished: 2024-05-14\n---\n\n{LOCK}",
    "elsewhere": f"---\npublished: 2024-05-15\n---\n\n{ELSEWHERE}",
    "garden": f"---\npublished: 2024-02-20\n---\n\n{GARDEN}",
    "cut": LOCK.partition("\n\n")[2].partition(" The board wants")[0],
    "retold": LOCK.replace("broke on Monday night", "gave way on Monday night").replace(
        "Divers found", "A diver found"
    ),
    "page": f"{LOCK}\n\n{GARDEN}",
    "passage": GARDEN.partition("\n\n")[2].partition(" The first are")[0],
    "undated": ELSEWHERE.replace("in his kitchen", "on Monday night"),
}
ANCHOR = "The bells of Horn were cast anew by two sisters, and nobody in Horn had heard them yet."
STEPS = st.lists(st.tuples(st.booleans(), st.sampled_from(sorted(TEXTS))), max_size=8)
State = tuple[set[frozenset[str]], dict[str, str], dict[str, tuple[str | None, str | None]]]


def stories(connection: Connection) -> State:
    """The stories, each copy's original, and each document's day and twin, all by their sources."""
    rows = connection.execute(
        """
        SELECT d.source, d.story, o.source, d.first, t.source
        FROM documents AS d
        LEFT JOIN documents AS o ON o.id = d.reprint_of
        LEFT JOIN documents AS t ON t.id = d.twin
        """
    ).fetchall()
    groups: dict[int, set[str]] = defaultdict(set)
    for source, story, *_ in rows:
        groups[story].add(source)
    copies = {source: original for source, _, original, _, _ in rows if original}
    return set(map(frozenset, groups.values())), copies, {source: (day, twin) for source, _, _, day, twin in rows}


async def state(folder: Path, steps: Sequence[Sequence[tuple[bool, str]]]) -> State:
    """After a load for each group of steps: (True, name) brings a document, (False, name) takes it."""
    library = folder / "library"
    library.mkdir(parents=True)
    (library / "anchor.txt").write_text(f"{ANCHOR}\n", encoding="utf-8")
    async with Database.open(folder / "s.db") as database:
        for group in steps:
            for comes, name in group:
                file = library / f"{name}.txt"
                if comes:
                    file.write_text(f"{TEXTS[name]}\n", encoding="utf-8")
                else:
                    file.unlink(missing_ok=True)
            await load(library, database=database, analyse=Analyser(), analyser="made 1", clock=lambda: NOW)
        return await database.look(stories)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS, order=st.permutations(sorted(TEXTS)), left_out=st.sets(st.sampled_from(sorted(TEXTS)), max_size=4))
def test_stories_are_the_same_in_any_order_and_after_deletions(
    steps: list[tuple[bool, str]], order: list[str], left_out: set[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wanted = [(True, name) for name in sorted(TEXTS) if name not in left_out]
        at_once = asyncio.run(state(Path(folder) / "a", [wanted]))
        one_by_one = [[step] for step in (*steps, *((True, name) for name in order))]
        gone = [[(False, name)] for name in sorted(left_out)]
        assert asyncio.run(state(Path(folder) / "b", [*one_by_one, *gone])) == at_once


async def test_the_library_of_this_test_has_copies_and_a_collection(tmp_path: Path) -> None:
    groups, copies, _ = await state(tmp_path, [[(True, name) for name in TEXTS]])
    assert {"cut.txt", "retold.txt", "page.txt", "passage.txt"} <= copies.keys()
    assert copies["cut.txt"] == "lock.txt"
    assert copies["passage.txt"] == "garden.txt"
    (story,) = (group for group in groups if "lock.txt" in group)
    assert "elsewhere.txt" in story
    assert "garden.txt" not in story
