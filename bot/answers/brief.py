"""A topic -> the few sentences that say most about it, no two the same, in an order that reads."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from bot.answers import correcting, explaining, hinting, naming, quoting, saying, timeline
from bot.answers.answer import Brief, Shelf
from bot.answers.choosing import Around, chosen
from bot.answers.coverage import Coverage, coverage, of_names
from bot.answers.happenings import Row
from bot.answers.keys import key_dates, key_names
from bot.answers.newest import newest
from bot.answers.ordering import Known as Ordered
from bot.answers.ordering import in_order
from bot.answers.surnames import starts_unknown, surnames
from bot.answers.weighing import Place, candidates_of
from bot.model import Period, Quote
from bot.store.lookups import Known, Line, Lookups, Seen, Told

_LEAST, _MOST = 3, 7
_READ = 24  # documents whose sentences are weighed
_OCCURRENCES = 1000
_GLANCED = 8  # the same for a card
_COMPARED = 90  # events


def brief(lookups: Lookups, about: str | None, *, since: Period | None = None) -> Brief:
    """With a topic: sentences about it. Without: the newest stories, a line each. `since`: documents from then on."""
    about = (about or "").strip() or None
    if about is None:
        return newest(lookups, since)
    found = _about(lookups, about, since)
    if found.quotes:
        return found
    if since is not None:
        earlier = (about,) if _about(lookups, about, None).quotes else ()
        found = replace(found, since=since, similar=tuple(dict.fromkeys((*earlier, *found.similar))))
    return correcting.as_meant(
        lookups, about, found, lambda words: _about(lookups, words, since), is_answer=lambda again: bool(again.quotes)
    )


def telling(lookups: Lookups, name: Known, *, most: int) -> tuple[Quote, ...]:
    """The few sentences that tell most about a name, in an order that reads."""
    covered = of_names(lookups, (name,), name.name)
    stands = frozenset((each.document, each.sentence) for each in lookups.where([name.id], limit=_OCCURRENCES))
    covered = replace(covered, places=stands)  # "Labour" is no word for work
    read = _most_about(covered)[:_GLANCED]
    _, _, picked = _chosen(lookups, name.name, covered, read, lookups.names_in(read), most=most, compared=0)
    quotes = quoting.quotes_of(lookups, picked)
    return tuple(quotes[line.document, line.ordinal] for line in picked)


def _most_about(covered: Coverage) -> list[int]:
    return sorted(covered.documents, key=lambda document: (-covered.documents[document], -document))[:_READ]


def _about(lookups: Lookups, about: str, since: Period | None) -> Brief:
    shelf = quoting.shelf(lookups)
    covered = coverage(lookups, about, since=since.first if since else None)
    read = _most_about(covered)
    seen = lookups.names_in(read)
    rows, places, picked = _chosen(lookups, about, covered, read, seen)
    if not picked:
        return _nothing(lookups, about, shelf)
    quotes = quoting.quotes_of(lookups, picked)
    reprints = lookups.reprints()
    asked = {name.id for name in covered.names}
    return Brief(
        about=about,
        quotes=tuple(quotes[line.document, line.ordinal] for line in picked),
        documents=len(covered.documents),
        # Reprints of one text are one origin, also where the original is not among them.
        origins=len({reprints.get(document, document) for document in covered.documents}),
        names=key_names(
            lookups, [each for each in seen if (each.document, each.sentence) in places], asked=asked, about=about
        ),
        dates=key_dates(lookups, rows, places, picked),
        more=len(covered.documents) - len({line.document for line in picked}),
        similar=(),
        shelf=shelf,
        found=Shelf(len(covered.documents), *lookups.spanning(covered.documents)),
        notes=explaining.explained(lookups, picked, introduced=asked if " " in about else ()),
        differs=hinting.differing(lookups, about, [line.document for line in picked], read, frozenset(places)),
    )


def _chosen(
    lookups: Lookups,
    about: str,
    covered: Coverage,
    read: Sequence[int],
    seen: Sequence[Seen],
    *,
    most: int = _MOST,
    compared: int = _COMPARED,
) -> tuple[list[Row], set[Place], list[Line]]:
    """What happened according to the sentences that are about it; where these stand; those that are shown, in order."""
    documents, lines = lookups.documents(read), lookups.lines(read)
    every = [line for sentences in lines.values() for line in sentences]
    of = covered.over(every, {document: documents[document].title for document in lines})
    shares = {(line.document, line.ordinal): share for line in every if (share := of(line)) > 0}
    rows = _happenings(lookups, read, shares.keys(), compared=compared)

    def relevance(line: Line) -> float:
        return shares.get((line.document, line.ordinal), 0.0)

    candidates = candidates_of(relevance, lines, documents, scores=covered.documents, seen=seen, rows=rows)
    asked = {name.id for name in covered.names}
    linked = {document for document, _ in lookups.fellows(lines)}
    around = Around(
        seen,
        topic=saying.of_words(about) | {saying.of_name(number) for number in asked},
        days={number: each.published.value.first for number, each in documents.items() if each.published.value},
        answered=explaining.answered(lookups, _of_places(lines, shares)),
    )
    best = chosen(candidates, around, least=min(_LEAST, most), most=most)
    names: dict[int, set[int]] = {document: set() for document in documents}
    for each in seen:
        names[each.document].add(each.name)
    known = Ordered(documents, {document: named - asked for document, named in names.items()}, linked)
    ordered = in_order(best, known, lambda line: _unknown(line, _within(line, seen), asked))
    return rows, {each.place for each in candidates}, ordered


def _of_places(lines: Mapping[int, Sequence[Line]], places: Container[Place]) -> dict[int, list[Line]]:
    return {
        document: [line for line in sentences if (document, line.ordinal) in places]
        for document, sentences in lines.items()
    }


def _unknown(line: Line, here: Sequence[Seen], asked: Container[int]) -> int:
    """How many are called by one word alone: who comes first, and, whoever that is, who is asked about."""
    return starts_unknown(line, here) + any(each.name in asked for each in surnames(line, here))


def _within(line: Line, seen: Sequence[Seen]) -> list[Seen]:
    return [each for each in seen if (each.document, each.sentence) == (line.document, line.ordinal)]


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


def _happenings(lookups: Lookups, documents: Sequence[int], places: Container[Place], *, compared: int) -> list[Row]:
    """The dated events of these sentences, those of the first documents first, as far as there is time for them."""
    if not compared:
        return []
    dated: list[Told] = []
    events = [told for told in lookups.events_in(documents) if (told.document, told.sentence) in places]
    for document in documents:
        dated += [told for told in events if told.document == document and told.when is not None]
        if len(dated) >= compared:
            break
    return timeline.rows_of(lookups, dated[:compared])
