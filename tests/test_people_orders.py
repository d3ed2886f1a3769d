"""Whatever the order in which documents come and go, the library has the same people, and their cards say the same."""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis import pipeline
from bot.analysis.stamp import analyser
from bot.answers.who import who
from bot.ingest import load
from bot.model import Analysis, Document
from bot.store.database import Connection, Database
from bot.store.lookups import Lookups
from tests.ingest_world import NOW

SCENE = "The Tagus Treaty, the Harbour Board and the Port Union were on the table in Lisbon. Rui Costa listened."
TEXTS = {
    "singh": f"Trade Minister Anil Singh met Rui Costa in Lisbon. Singh said the pier was safe. {SCENE}",
    "bare": f"Singh said on Tuesday that the pier would open. He praised the port. {SCENE}",
    "other": "Singer Maya Singh opened the fair in Quito. Singh said she was glad. The Andean Bank paid.",
    "short": f"Brekke said it sold a ship to the Northern Fisheries Council (NFC). The company was glad. {SCENE}",
    "long": f"Brekke Corp <BRK.O> said it bought a ship. It said the ship was new. NFC agreed. {SCENE}",
    "spelled": f"Envoy Sergei Ivanoff met Anil Singh. Ivanoff said the talks were good. {SCENE}",
    "spelled2": f"Envoy Sergey Ivanov met the Harbour Board. Ivanov said the talks were bad. {SCENE}",
    "namesake": "Striker Anil Singh scored twice in Quito. Singh said the match was fair. The Andes Cup was his.",
}
ANCHOR = "The ferry sailed at noon."  # a library that is all at once empty is not believed
STEPS = st.lists(st.tuples(st.booleans(), st.sampled_from(sorted(TEXTS))), max_size=10)
Analyse = Callable[[Sequence[Document]], list[Analysis]]


@pytest.fixture(scope="module")
def analyse() -> Analyse:
    """The real analyser; a text that was read once is not read again."""
    nlp, known = pipeline.load(), dict[str, Analysis]()

    def analysed(documents: Sequence[Document]) -> list[Analysis]:
        for document in documents:
            if document.text not in known:
                (analysis,) = pipeline.analyse(nlp, [document])
                assert isinstance(analysis, Analysis)
                known[document.text] = analysis
        return [replace(known[document.text], document=document) for document in documents]

    return analysed


def people(connection: Connection) -> list[tuple[object, ...]]:
    """Every name with its spellings and each place where it stands, in words instead of numbers."""
    return sorted(
        connection.execute(
            """
            SELECT n.name, n.kind, d.source, o.start, o.surface
            FROM names AS n
            JOIN occurrences AS o ON o.name = n.id
            JOIN documents AS d ON d.id = o.document
            """
        )
    )


def cards(lookups: Lookups) -> list[object]:
    """What `/who` says of everybody. Of one sentence that two documents of a day have, either may be shown."""
    names = [name for (name,) in lookups.connection.execute("SELECT DISTINCT name FROM names ORDER BY name")]
    found = [who(lookups, name) for name in names]
    return [
        (
            card.name,
            card.aliases,
            [role.text for role in card.roles],
            sorted(quote.text for quote in (*card.statements, *card.meetings)),
            sorted((other.name, other.count) for other in card.alongside),
            sorted((choice.name, choice.count) for choice in card.choices),
        )
        for card in found
    ]


async def state(
    folder: Path, steps: Sequence[Sequence[tuple[bool, str]]], analyse: Analyse
) -> tuple[list[tuple[object, ...]], list[object]]:
    """The people after a load for each group of steps: (True, name) brings a document, (False, name) takes it."""
    library = folder / "library"
    library.mkdir(parents=True)
    (library / "anchor.txt").write_text(f"---\npublished: 2024-05-17\n---\n\n{ANCHOR}\n", encoding="utf-8")

    async def analysed(documents: Sequence[Document]) -> list[Analysis | str]:
        return [*analyse(documents)]

    async with Database.open(folder / "s.db") as database:
        for group in steps:
            for comes, name in group:
                file = library / f"{name}.txt"
                if comes:
                    file.write_text(f"---\npublished: 2024-05-17\n---\n\n{TEXTS[name]}\n", encoding="utf-8")
                else:
                    file.unlink(missing_ok=True)
            await load(library, database=database, analyse=analysed, analyser=analyser(), clock=lambda: NOW)
        return await database.look(people), await database.read(cards)


@settings(max_examples=12, deadline=None)
@given(steps=STEPS, order=st.permutations(sorted(TEXTS)))
def test_people_are_the_same_in_any_order_and_after_deletions(
    analyse: Analyse, steps: list[tuple[bool, str]], order: list[str]
) -> None:
    everything = [(True, name) for name in order]
    with tempfile.TemporaryDirectory() as folder:
        at_once = asyncio.run(state(Path(folder) / "a", [sorted(everything)], analyse))
        step_by_step = [[(True, order[0])], *([step] for step in steps), *([step] for step in everything)]
        assert asyncio.run(state(Path(folder) / "b", step_by_step, analyse)) == at_once


async def test_the_library_of_this_test_has_variants_and_namesakes(tmp_path: Path, analyse: Analyse) -> None:
    rows, _ = await state(tmp_path, [[(True, name) for name in TEXTS]], analyse)
    members = {(name, source) for name, _, source, _, _ in rows}
    assert {("Brekke Corp", "short.txt"), ("Brekke Corp", "long.txt")} <= members
    assert {("Northern Fisheries Council", "short.txt"), ("Northern Fisheries Council", "long.txt")} <= members
    assert len({name for name, _ in members if str(name).startswith("Serge")}) == 1
    assert ("Maya Singh", "other.txt") in members
