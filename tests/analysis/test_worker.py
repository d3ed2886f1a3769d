"""The pool of analysing processes: order, batches, deaths, time limits, and that nothing is left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.analysis import worker
from bot.analysis.worker import DIED, SLOW, Results, Worker, batches
from bot.errors import AnalysisError
from bot.model import Analysis
from tests.analysis.conftest import a_document
from tests.analysis.fake_readers import fake_reader, interrupted_reader, reader_without_model

ROOT = Path(__file__).parents[2]


def sources(results: Sequence[Analysis | str]) -> list[str]:
    return [one if isinstance(one, str) else one.document.source for one in results]


def process_of(results: Results) -> int:
    first = results[0]
    assert isinstance(first, Analysis)
    return int(first.analyser)


def exists(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_results_come_in_the_order_of_the_documents() -> None:
    documents = [a_document("x" * worker.CHARACTERS, source=str(n)) for n in range(5)]
    async with Worker(max_workers=2, reader=fake_reader) as pool:
        results = await pool.analyse(documents)
    assert sources(results) == ["0", "1", "2", "3", "4"]


async def test_two_workers_are_two_processes() -> None:
    documents = [a_document("x" * worker.CHARACTERS, source=str(n)) for n in range(6)]
    async with Worker(max_workers=2, reader=fake_reader) as pool:
        results = await pool.analyse(documents)
    assert len({one.analyser for one in results if isinstance(one, Analysis)}) == 2


async def test_nothing_to_analyse_starts_no_process() -> None:
    async with Worker(reader=reader_without_model) as pool:
        assert await pool.analyse([]) == []


async def test_a_document_that_fails_is_a_sentence_among_results() -> None:
    async with Worker(reader=fake_reader) as pool:
        results = await pool.analyse([a_document("a", source="a"), a_document("fail", source="b")])
    assert sources(results) == ["a", "It failed."]


async def test_a_death_costs_only_the_document_that_caused_it() -> None:
    documents = [a_document(text, source=text) for text in ("one", "die", "two")]
    async with Worker(reader=fake_reader) as pool:
        results = await pool.analyse(documents)
        again = await pool.analyse([a_document("later", source="later")])
    assert sources(results) == ["one", DIED, "two"]
    assert sources(again) == ["later"]


async def test_a_killed_worker_is_replaced_and_its_batch_read_again() -> None:
    async with Worker(reader=fake_reader) as pool:
        first = await pool.analyse([a_document("a", source="a")])
        os.kill(process_of(first), signal.SIGKILL)
        second = await pool.analyse([a_document("b", source="b")])
    assert sources(second) == ["b"]
    assert process_of(second) != process_of(first)


async def test_what_takes_too_long_is_given_up() -> None:
    async with Worker(reader=fake_reader, patience=2.0) as pool:
        await pool.analyse([a_document("a")])
        results = await pool.analyse([a_document("hang", source="h")])
    assert sources(results) == [SLOW]


async def test_a_cancelled_load_leaves_a_pool_that_works() -> None:
    async with Worker(reader=fake_reader) as pool:
        await pool.analyse([a_document("a")])
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await pool.analyse([a_document("hang")])
        assert sources(await pool.analyse([a_document("b", source="b")])) == ["b"]


async def test_a_missing_model_is_said_and_not_tried_for_every_document() -> None:
    async with Worker(reader=reader_without_model) as pool:
        with pytest.raises(AnalysisError, match="model"):
            await pool.analyse([a_document("a"), a_document("b")])


async def test_an_interrupt_of_the_terminal_does_not_reach_the_children() -> None:
    async with Worker(reader=interrupted_reader) as pool:
        assert sources(await pool.analyse([a_document("a", source="a")])) == ["a"]


async def test_no_process_stays_behind() -> None:
    async with Worker(reader=fake_reader) as pool:
        child = process_of(await pool.analyse([a_document("a")]))
        assert exists(child)
    assert not exists(child)


async def test_an_idle_child_gives_its_memory_back_and_work_starts_another() -> None:
    async with Worker(reader=fake_reader, idle=0.1) as pool:
        first = process_of(await pool.analyse([a_document("a")]))
        await asyncio.sleep(1.0)
        second = process_of(await pool.analyse([a_document("b")]))
    assert first != second


def test_batches_are_bounded_and_lose_nothing() -> None:
    lengths = [10, worker.CHARACTERS, 5, worker.CHARACTERS * 3, 1, 1]
    made = list(batches([a_document("x" * n, source=str(i)) for i, n in enumerate(lengths)]))
    assert [one.source for batch in made for one in batch] == [str(i) for i in range(len(lengths))]
    assert all(len(batch) == 1 or sum(len(one.text) for one in batch) <= worker.CHARACTERS for batch in made)


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_parent_never_imports_spacy() -> None:
    done = run(
        """
        import asyncio, sys
        from bot.analysis.worker import Worker
        from bot.model import UNDATED, Document

        async def main():
            document = Document("a", "", UNDATED, None, None, "Ada Brook said yes.", "", (), "")
            async with Worker() as pool:
                (analysis,) = await pool.analyse([document])
            print([one.name for one in analysis.occurrences], "spacy" in sys.modules)

        if __name__ == "__main__":
            asyncio.run(main())
        """
    )
    assert done.stderr == ""
    assert done.stdout.strip() == "['Ada Brook'] False"


def test_children_end_when_their_parent_is_killed() -> None:
    done = run(
        """
        import asyncio, os, signal
        from bot.analysis.worker import Worker
        from tests.analysis.conftest import a_document
        from tests.analysis.fake_readers import fake_reader

        async def main():
            async with Worker(reader=fake_reader) as pool:
                (analysis,) = await pool.analyse([a_document("a")])
                print(analysis.analyser, flush=True)
                os.kill(os.getpid(), signal.SIGKILL)

        if __name__ == "__main__":
            asyncio.run(main())
        """
    )
    child = int(done.stdout)
    for _ in range(50):
        if not exists(child):
            return
        os.sched_yield()
        subprocess.run(["sleep", "0.1"], check=True)
    pytest.fail("the child outlived its parent")
