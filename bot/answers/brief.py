"""A topic -> the few sentences that say most about it, no two the same, in an order that reads."""

from collections import Counter
from collections.abc import Sequence

from bot.answers import naming, quoting, reading, timeline
from bot.answers.answer import Brief, Entry, NameCount, Shelf
from bot.answers.choosing import chosen, in_order
from bot.answers.coverage import Coverage, coverage
from bot.answers.happenings import Row
from bot.answers.weighing import candidates_of
from bot.model import Period
from bot.store.lookups import Line, Lookups, Seen, Stored, Told
from bot.words import plain

_LEAST, _MOST = 3, 7
_READ = 24  # documents whose sentences are weighed
_STORIES = 10
_NAMES, _DATES = 8, 5
_FRAGMENT = 7  # words
_COMPARED = 160  # events
_LENT = "read against “"  # the words of another date follow


Place = tuple[int, int]


def brief(lookups: Lookups, about: str | None, *, since: Period | None = None) -> Brief:
    """With a topic: sentences about it. Without: the newest stories, a line each. `since`: documents from then on."""
    about = (about or "").strip() or None
    return _newest(lookups, since) if about is None else _about(lookups, about, since)


def _about(lookups: Lookups, about: str, since: Period | None) -> Brief:
    shelf = quoting.shelf(lookups)
    covered = coverage(lookups, about, since=since.first if since else None)
    read = sorted(covered.documents, key=lambda document: (-covered.documents[document], -document))[:_READ]
    documents = lookups.documents(read)
    lines = lookups.lines(read)
    titles = {document: documents[document].title for document in lines}
    of = covered.over([line for sentences in lines.values() for line in sentences], titles)
    rows = _happenings(lookups, read)
    seen = lookups.names_in(read)
    candidates = candidates_of(of, lines, documents, scores=covered.documents, seen=seen, rows=rows)
    picked = in_order(chosen(candidates, least=_LEAST, most=_MOST))
    if not picked:
        return _nothing(lookups, about, shelf)
    quotes = quoting.quotes_of(lookups, picked)
    places = {(each.line.document, each.line.ordinal) for each in candidates}
    reprints = lookups.reprints()
    return Brief(
        about=about,
        quotes=tuple(quotes[line.document, line.ordinal] for line in picked),
        documents=len(covered.documents),
        # Reprints of one text are one origin, also where the original is not among them.
        origins=len({reprints.get(document, document) for document in covered.documents}),
        names=_names(lookups, [each for each in seen if (each.document, each.sentence) in places], covered),
        dates=_dates(lookups, rows, places, {(line.document, line.ordinal) for line in picked}),
        more=len(covered.documents) - len({line.document for line in picked}),
        similar=(),
        shelf=shelf,
    )


def _nothing(lookups: Lookups, about: str, shelf: Shelf) -> Brief:
    return Brief(
        about=about,
        quotes=(),
        documents=0,
        origins=0,
        names=(),
        dates=(),
        more=0,
        similar=naming.near_names(lookups, about, limit=5),
        shelf=shelf,
    )


def _newest(lookups: Lookups, since: Period | None) -> Brief:
    """The newest stories: of each the newest document's first sentence worth reading."""
    recent = lookups.newest(6 * _STORIES, since=since.first if since else None)
    stories: dict[int, Stored] = {}
    for document in recent:
        stories.setdefault(-document.id if document.story is None else document.story, document)
    lines = lookups.lines(document.id for document in [*stories.values()][: 2 * _STORIES])
    leads = {document: lead for document, sentences in lines.items() if (lead := _lead(sentences))}
    # A story whose newest document has no sentence to show, but a headline, stands behind those that have.
    shown = sorted(stories.values(), key=lambda document: document.id not in leads)[:_STORIES]
    quotes = quoting.quotes_of(lookups, leads.values())
    told = [document for document in shown if document.id in leads]
    shelf = quoting.shelf(lookups)
    count = len(lookups.since(since.first)) if since else shelf.documents
    return Brief(
        about=None,
        quotes=tuple(quotes[document.id, leads[document.id].ordinal] for document in told),
        documents=count,
        origins=lookups.origins(since.first if since else None),
        names=(),
        dates=(),
        more=lookups.stories(since.first if since else None) - len(told),
        similar=(),
        shelf=shelf,
        stories=tuple(quoting.source_line(document) for document in told),
    )


def _lead(lines: Sequence[Line]) -> Line | None:
    """The first sentence of the document's own summary, else its first of all, that is prose and no fragment."""
    prose = [line for line in lines if quoting.is_prose(line)]

    def key(line: Line) -> tuple[bool, bool, bool, int]:
        text = line.text
        lost = len(text.split()) < _FRAGMENT or reading.dangles(text)
        flawed = reading.leans(text) or reading.is_torn(text) or not reading.ends(text)
        return lost, flawed, line.summary is None, line.ordinal

    return min(prose, key=key, default=None)


def _names(lookups: Lookups, seen: Sequence[Seen], covered: Coverage) -> tuple[NameCount, ...]:
    counts = Counter(each.name for each in seen)
    for own in covered.names:
        counts.pop(own.id, None)
    known = lookups.named(number for number, _ in counts.most_common(_NAMES))
    names = [NameCount(plain(name.name), name.kind, counts[name.id], id=name.id) for name in known.values()]
    return tuple(sorted(names, key=lambda name: (-name.count, name.name)))


def _happenings(lookups: Lookups, documents: Sequence[int]) -> list[Row]:
    """The dated events of these documents, the first of them first, as far as there is time to compare them."""
    dated: list[Told] = []
    events = lookups.events_in(documents)
    for document in documents:
        dated += [told for told in events if told.document == document and told.when is not None]
        if len(dated) >= _COMPARED:
            break
    return timeline.rows_of(lookups, dated[:_COMPARED])


def _dates(lookups: Lookups, rows: Sequence[Row], places: set[Place], above: set[Place]) -> tuple[Entry, ...]:
    """The dates that most of these sentences speak of, in order, each once; not those whose sentence stands above."""
    held = [(Row(row.when, [t for t in row.tellings if t.place in places]), row) for row in rows]
    told = sorted((each for each in held if each[0].tellings), key=lambda each: each[0].weight, reverse=True)
    shown: dict[Period, Row] = {}
    for _, row in told:
        if _is_stated(row) and above.isdisjoint(telling.place for telling in row.tellings):
            shown.setdefault(row.when, row)
    return timeline.entries_of(lookups, list(shown.values())[:_DATES])


def _is_stated(row: Row) -> bool:
    """Somebody gives the date in words, and its year was not taken from just any other date in the text."""
    return any(telling.told.words is not None and not telling.told.basis.startswith(_LENT) for telling in row.tellings)
