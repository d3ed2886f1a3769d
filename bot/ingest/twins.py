"""Undated documents are dated by their twins: compared anew when what they can be compared with has changed."""

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import blake2b

from bot.linking.dating import Telling, Twin, telling, twin
from bot.linking.forms import key
from bot.linking.shingles import sketch
from bot.model import UNDATED, Analyse, Analysis, Clock, Dated, LocalName
from bot.stamps import stamp
from bot.store import analyses, documents, names, twins
from bot.store.database import Connection, Database
from bot.store.twins import Shelved

log = logging.getLogger(__name__)

_CANDIDATES = 30  # documents an undated one is compared with, those first that share most names
_RARE = 12  # documents that hold a name, up to which it alone finds candidates
_FREQUENT = 200  # documents that hold a name, beyond which it finds no candidates
_KEPT = 2000  # tellings in memory


@dataclass(frozen=True, slots=True)
class _Search:
    """An undated document, and the documents that may be its twin."""

    shelved: Shelved
    others: tuple[int, ...]
    stamp: str

    @property
    def is_vain(self) -> bool:
        return not self.others and self.shelved.published.basis == "none"


async def date_by_twins(database: Database, *, analyse: Analyse, clock: Clock) -> int:
    """How many documents got another date, or lost theirs. Each is analysed again and saved in one transaction."""
    shelf = await database.look(twins.shelved)
    if not any(one.is_open for one in shelf):
        return 0
    local = await database.look(names.local_names)
    searches = await asyncio.to_thread(_due, shelf, local)
    tellings = _Tellings(database)
    moved = 0
    alone = [search for search in searches if search.is_vain]
    if alone:
        await database.write(partial(_note_all, searches=alone))
    for search in searches:
        if search.is_vain:
            continue
        moved += await _searched(search, tellings, database=database, analyse=analyse, clock=clock)
    return moved


async def _searched(
    search: _Search, tellings: "_Tellings", *, database: Database, analyse: Analyse, clock: Clock
) -> bool:
    """Whether the document's date is another one now."""
    shelved = search.shelved
    undated = await _undated(shelved, database, analyse)
    if undated is None:
        return False
    others = [await tellings.of(other) for other in search.others]
    one = telling(shelved.document, undated)
    found = await asyncio.to_thread(twin, one, [each for each in others if each])
    if _stands(shelved, found):
        await database.write(partial(twins.note_compared, document=shelved.document, compared=search.stamp))
        return False
    result: Analysis | str = undated
    if found:
        (result,) = await analyse([replace(undated.document, published=found.dated)])
    if isinstance(result, str):
        log.warning("%s could not be read against its twin's date: %s", shelved.source, result)
        return False
    await database.write(partial(_save, search=search, analysis=result, found=found, now=clock()))
    log.info("%s is %s", shelved.source, "dated by its twin" if found else "undated again")
    return True


async def _undated(shelved: Shelved, database: Database, analyse: Analyse) -> Analysis | None:
    """The document as its own file leaves it: what a twin's date did to it is not taken for evidence."""
    if shelved.published.basis == "none":
        return await database.look(partial(analyses.analysis, id_=shelved.document))
    document = await database.look(partial(analyses.document, id_=shelved.document))
    if document is None:
        return None
    (result,) = await analyse([replace(document, published=UNDATED)])
    return None if isinstance(result, str) else result


def _note_all(connection: Connection, *, searches: Iterable[_Search]) -> None:
    for search in searches:
        twins.note_compared(connection, search.shelved.document, compared=search.stamp)


def _stands(shelved: Shelved, found: Twin | None) -> bool:
    if found is None:
        return shelved.published.basis == "none"
    return (shelved.twin, shelved.published) == (found.document, found.dated)


def _save(connection: Connection, *, search: _Search, analysis: Analysis, found: Twin | None, now: datetime) -> None:
    saved = documents.save(
        connection,
        analysis,
        now=now,
        sketch=sketch(analysis.document.text),
        twin=found.document if found else None,
    )
    twins.note_compared(connection, saved, compared=search.stamp)


class _Tellings:
    """What dated documents tell, kept while a search goes on; many are asked for again and again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[int, Telling | None] = {}

    async def of(self, document: int) -> Telling | None:
        if document not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = await self._database.look(partial(analyses.analysis, id_=document))
            self._kept[document] = _told(document, found) if found else None
        return self._kept[document]


def _told(document: int, found: Analysis) -> Telling:
    """What a document tells by itself: that it found a twin of its own must make no difference to others."""
    if found.document.published.basis == "twin document":
        found = replace(found, document=replace(found.document, published=UNDATED))
    return telling(document, found)


def _own_date(shelved: Shelved) -> Dated:
    return UNDATED if shelved.is_open else shelved.published


def _due(shelf: Sequence[Shelved], local: Sequence[LocalName]) -> list[_Search]:
    """The undated documents whose candidates are not those they were last compared with."""
    by_id = {one.document: one for one in shelf}
    held: dict[int, set[str]] = defaultdict(set)
    holders: dict[str, list[int]] = defaultdict(list)
    for name in local:
        held[name.document].add(key(name.name, name.kind))
    for document, spelled in held.items():
        if document in by_id and (not by_id[document].is_open or by_id[document].says_day):
            for each in spelled:
                holders[each].append(document)
    return [
        search
        for one in shelf
        if one.is_open and (search := _search(one, held[one.document], holders, by_id)).stamp != one.compared
    ]


def _search(
    one: Shelved, spelled: Iterable[str], holders: Mapping[str, Sequence[int]], by_id: Mapping[int, Shelved]
) -> _Search:
    shared: Counter[int] = Counter()
    for each in spelled:
        found = holders.get(each, ())
        if len(found) <= _FREQUENT:
            shared.update(dict.fromkeys(found, 2 if len(found) <= _RARE else 1))
    near = [by_id[document] for document, times in shared.items() if times > 1 and document != one.document]
    near.sort(key=lambda other: (-shared[other.document], other.source))
    chosen = near[:_CANDIDATES]
    said = "\n".join(f"{other.source}\t{other.fingerprint}\t{_own_date(other)}" for other in chosen)
    rules = stamp("linking", "ingest", "words", "model")
    compared = blake2b(f"{rules}\n{said}".encode(), digest_size=8).hexdigest()
    return _Search(one, tuple(other.document for other in chosen), compared)
