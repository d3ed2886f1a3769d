"""What a row's date rests on where its own sentence does not say it: the text's lead, its twin, a finer telling."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.happenings import Row, Telling
from bot.answers.quoting import Place
from bot.model import Period
from bot.store.lookups import Lookups, Told

_IN_THE_LEAD = re.compile(r"told with “.+” in the lead")
_LEAD = 10  # lines that a lead may lie in, with titles and headings


@dataclass(frozen=True, slots=True)
class Ground:
    """How a row is dated, and what else says so: a few words about it, and the sentence."""

    basis: str
    proofs: tuple[tuple[str, Place], ...] = ()


def grounds(lookups: Lookups, rows: Sequence[Row]) -> list[Ground]:
    """For each row, in their order."""
    tellings = [_dating(row) for row in rows]
    documents = {t.told.document for t in tellings if t is not None and t.told.basis != "stated"}
    twins = lookups.twins(documents)
    leads = _leads(lookups, documents.union(twins.values()))
    return [_ground(row, telling, twins, leads) for row, telling in zip(rows, tellings, strict=True)]


def _dating(row: Row) -> Telling | None:
    """The telling that dates its row: one that states it as finely, if there is one."""
    told = [telling for telling in row.tellings if telling.when == row.when]
    return next((telling for telling in told if telling.told.basis == "stated"), told[0] if told else None)


def _ground(row: Row, telling: Telling | None, twins: dict[int, int], leads: dict[int, list[Told]]) -> Ground:
    if telling is None or row.given is not None:
        return _by_another(row)
    basis, document = telling.told.basis, telling.told.document
    proofs: list[tuple[str, Place]] = []
    if _IN_THE_LEAD.fullmatch(basis) and (lead := _of_day(leads[document], telling.when)):
        proofs.append((basis, (lead.document, lead.sentence)))
    if basis != "stated" and document in twins and (lead := _of_day(leads[twins[document]], telling.when)):
        proofs.append(("dated by its twin", (lead.document, lead.sentence)))
    return Ground(basis, tuple(proofs))


def _by_another(row: Row) -> Ground:
    given = row.given
    if given is None:
        return Ground(row.tellings[0].told.basis)
    start = given.line.at.start
    words = given.line.text[given.told.at.start - start : given.told.at.end - start]
    basis = f"its day from “{words}”" if len(words) <= len(given.line.text) // 2 else "its day from another sentence"
    return Ground(basis, ((basis, given.place),))


def _of_day(lead: Iterable[Told], when: Period) -> Told | None:
    """The sentence of a lead that tells this day in words; of another text, one that tells any day."""
    dated = [told for told in lead if told.when is not None and told.words is not None]
    return next((told for told in dated if told.when == when), dated[0] if dated else None)


def _leads(lookups: Lookups, documents: Iterable[int]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = defaultdict(list)
    for told in lookups.events_at((document, ordinal) for document in documents for ordinal in range(_LEAD)):
        found[told.document].append(told)
    return found
