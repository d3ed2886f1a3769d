"""A brief about nothing in particular: the newest stories, a line each."""

from collections.abc import Mapping, Sequence

from bot.answers import quoting, reading, saying, standalone
from bot.answers.answer import Brief
from bot.answers.explaining import explained
from bot.answers.ordering import Known
from bot.answers.surnames import starts_unknown
from bot.model import Period
from bot.store.lookups import Line, Lookups, Seen, Stored

_STORIES = 10
_LOOKED_AT = 14  # stories, some of which may prove to be one
_TELLERS = 3  # documents of a story, one of which tells it
_FRAGMENT = 7  # words
_READS = 0.7
_ONE, _SHARED = 0.25, 2  # of what the leads of two documents say, shared: with the names of both, one story

Flaws = tuple[bool, bool, bool, bool, int]


def newest(lookups: Lookups, since: Period | None) -> Brief:
    """Of each story the first sentence worth reading of its newest documents. `since`: documents from then on."""
    day = since.first if since else None
    tellers = _tellers(lookups.newest(6 * _STORIES, since=day))
    every = {document.id: document for documents in tellers for document in documents}
    seen = _by_document(lookups.names_in(every))
    leads = {
        number: min(flawed, key=lambda each: each[0])
        for number, lines in lookups.lines(every).items()
        if (flawed := [(_flaws(line, seen.get(number, ())), line) for line in lines if quoting.is_prose(line)])
    }
    names = {number: frozenset(each.name for each in found) for number, found in seen.items()}
    known = Known(every, names, {document for document, _ in lookups.fellows(every)})
    told = [_best_first(documents, leads) for documents in tellers]
    shown = _each_once([found for found in told if found], known, seen)[:_STORIES]
    quotes = quoting.quotes_of(lookups, shown)
    shelf = quoting.shelf(lookups)
    return Brief(
        about=None,
        quotes=tuple(quotes[line.document, line.ordinal] for line in shown),
        documents=len(lookups.since(day)) if day else shelf.documents,
        origins=lookups.origins(day),
        names=(),
        dates=(),
        more=lookups.stories(day) - len(shown),
        similar=(),
        shelf=shelf,
        notes=explained(lookups, shown),
        stories=tuple(quoting.source_line(every[line.document]) for line in shown),
    )


def _tellers(recent: Sequence[Stored]) -> list[list[Stored]]:
    """For each of the newest stories the newest of its documents."""
    stories: dict[int, list[Stored]] = {}
    for document in recent:
        stories.setdefault(-document.id if document.story is None else document.story, []).append(document)
    return [documents[:_TELLERS] for documents in stories.values()][:_LOOKED_AT]


def _by_document(seen: Sequence[Seen]) -> dict[int, list[Seen]]:
    found: dict[int, list[Seen]] = {}
    for each in seen:
        found.setdefault(each.document, []).append(each)
    return found


def _best_first(documents: Sequence[Stored], leads: Mapping[int, tuple[Flaws, Line]]) -> list[Line]:
    """Their leads: the newest document's first, unless it is flawed and another's is not."""
    found = [
        (leads[document.id][0][:3], at, document.id) for at, document in enumerate(documents) if document.id in leads
    ]
    return [leads[number][1] for _, _, number in sorted(found)]


def _flaws(line: Line, seen: Sequence[Seen]) -> Flaws:
    """A key: a fragment or one that begins in the air; one that reads badly; then the document's own summary first."""
    text = line.text
    lost = len(text.split()) < _FRAGMENT or reading.dangles(text)
    reads = standalone.ease(text) * standalone.known_head(text, lambda _: False)
    flawed = reads < _READS or reading.is_torn(text) or not reading.ends(text)
    return lost, flawed, starts_unknown(line, seen), line.summary is None, line.ordinal


def _each_once(tellers: Sequence[Sequence[Line]], known: Known, seen: Mapping[int, Sequence[Seen]]) -> list[Line]:
    """Of each story its first teller's lead; not of one that tells what a newer one tells, though nobody has noted yet
    that it is one story.
    """
    kept: list[Sequence[Line]] = []
    for leads in tellers:
        others = [other for told in kept for other in told]
        if not any(_is_told(lead, other, known, seen) for lead in leads for other in others):
            kept.append(leads)
    return [leads[0] for leads in kept]


def _is_told(a: Line, b: Line, known: Known, seen: Mapping[int, Sequence[Seen]]) -> bool:
    if not known.akin(a.document, b.document):
        return False
    here, there = (
        saying.units(line, [each for each in seen.get(line.document, ()) if line.at.holds(each.at)]) for line in (a, b)
    )
    shared = len(here & there)
    return shared >= _SHARED and shared >= _ONE * min(len(here), len(there))
