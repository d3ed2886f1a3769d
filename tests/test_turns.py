"""Linking on its thread: that it gives way to questions, asks often enough, and comes to an end all the same."""

import asyncio
import threading
import time
from pathlib import Path

import pytest

from bot.ingest import load
from bot.ingest.turns import Turns
from bot.linking.copies import near_pairs
from bot.linking.people import linked
from bot.linking.shingles import sketch
from bot.linking.stories import stories
from bot.linking.told import Told
from bot.model import LocalName
from bot.store.database import Database
from tests.ingest_world import NOW, Analyser, many


class Clock:
    """Time that passes by sleeping alone; a question ends at its time."""

    def __init__(self, *, asked_until: float) -> None:
        self.now = 0.0
        self._asked_until = asked_until

    def turns(self) -> Turns:
        return Turns(lambda: self.now < self._asked_until, clock=lambda: self.now, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_it_waits_until_the_question_is_answered() -> None:
    clock = Clock(asked_until=0.03)
    clock.turns().give_way()
    assert clock.now == pytest.approx(0.03, abs=0.002)


def test_where_nobody_asks_it_does_not_wait() -> None:
    clock = Clock(asked_until=0.0)
    clock.turns().give_way()
    assert clock.now == 0.0


def test_questions_without_end_do_not_keep_it_from_coming_to_an_end() -> None:
    clock = Clock(asked_until=1000.0)
    turns = clock.turns()
    worked = 0.0
    while clock.now < 10:
        turns.give_way()
        clock.now += 0.001  # a step of its own
        worked += 0.001
    assert worked > 3


def test_linking_asks_for_each_document_and_each_name() -> None:
    times = 0

    def give_way() -> None:
        nonlocal times
        times += 1

    texts = {
        n: f"The pilot of boat {n} told the board that a mast was lost off Orla in the storm of May." for n in range(20)
    }
    told = [Told(n, f"{n}.txt", text, None, sketch(text)) for n, text in texts.items()]
    stories(told, [], near_pairs(told, give_way=give_way), texts, give_way=give_way)
    assert times > 5 * len(told)
    times = 0
    names = [LocalName(n, f"Ana Silva{'a' * n}", "PERSON", ((f"Ana Silva{'a' * n}", 1),), ()) for n in range(20)]
    linked(names, give_way=give_way)
    assert times > 2 * len(names)


async def test_a_database_knows_whether_it_is_asked(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "s.db") as database:
        assert not database.is_asked
        go_on = threading.Event()
        question = asyncio.create_task(database.look(lambda _: go_on.wait(5)))
        await asyncio.sleep(0)
        assert database.is_asked
        go_on.set()
        assert await question
        assert not database.is_asked
        with pytest.raises(ZeroDivisionError):
            await database.look(lambda _: 1 // 0)
        assert not database.is_asked


async def test_a_load_ends_while_questions_are_asked_all_the_time(tmp_path: Path) -> None:
    library = many(tmp_path / "library", 40)
    async with Database.open(tmp_path / "s.db") as database:
        loading = asyncio.create_task(
            load(library, database=database, analyse=Analyser(), analyser="made 1", clock=lambda: NOW)
        )
        while not loading.done():
            await database.look(lambda _: time.sleep(0.005))
        assert (await loading).added == 40
