"""After a load: what the documents say together is worked out again. Heavy steps run on threads of their own."""

import asyncio
import gc
import logging
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial

from bot.ingest.turns import Turns
from bot.ingest.twins import date_by_twins
from bot.linking.copies import near_pairs
from bot.linking.people import linked
from bot.linking.stories import stories
from bot.linking.told import Named, Told
from bot.model import Analyse, Clock, StoryLink
from bot.stamps import stamp
from bot.store import documents, names
from bot.store import stories as shelf
from bot.store.database import Connection, Database

log = logging.getLogger(__name__)


def linker() -> str:
    """Documents linked under another stamp are linked again."""
    return stamp("linking", "ingest", "words", "model")


def is_linked(connection: Connection) -> bool:
    return documents.is_linked(connection, linker=linker())


async def link(database: Database, *, analyse: Analyse, clock: Clock) -> None:
    """Dates from twins first: they change what is known of a document. Then names, then copies and stories."""
    await date_by_twins(database, analyse=analyse, clock=clock)
    await link_names(database)
    with _no_cycles():
        await _link_stories(database)


async def _link_stories(database: Database) -> None:
    give_way = Turns(lambda: database.is_asked).give_way
    tellers = await database.look(told)
    near = await asyncio.to_thread(near_pairs, tellers, give_way=give_way)
    texts = await database.look(partial(shelf.texts, documents=[each for pair in near for each in pair]))
    names_told = await database.look(named)
    links = await asyncio.to_thread(stories, tellers, names_told, near, texts, give_way=give_way)
    await database.write(partial(_write, links=links))


async def link_names(database: Database) -> None:
    """The names alone: what has been loaded so far can be asked for."""
    with _no_cycles():
        local = await database.look(names.local_names)
        people = await asyncio.to_thread(linked, local, give_way=Turns(lambda: database.is_asked).give_way)
    moved = await database.write(partial(names.relink, names=people))
    log.info("%d names linked, %d names of single documents anew", len(people), moved)


@contextmanager
def _no_cycles() -> Generator[None]:
    """No search for cyclic garbage: linking makes none, but a million values, and each search would stop everything
    for half a second (19,000 documents: p99 of the loop's delay 270 ms with it, 40 ms without).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def told(connection: Connection) -> list[Told]:
    """A date that was borrowed from a twin is left out: it proves nothing about others."""
    return [
        Told(row.document, row.source, row.opening, None if row.twin else row.published, row.sketch, row.twin)
        for row in shelf.told(connection)
    ]


def named(connection: Connection) -> list[Named]:
    return [Named(*row) for row in shelf.named(connection)]


def _write(connection: Connection, *, links: list[StoryLink]) -> None:
    shelf.write_stories(connection, links)
    documents.mark_linked(connection, linker=linker())
