"""Answer or analysis -> JSON, in the shapes that others rely on. Change a key here and you change the interface."""

import json
from collections.abc import Iterable, Mapping
from datetime import date

from bot.answers.answer import (
    Answer,
    Brief,
    Contradiction,
    Differ,
    Entry,
    NameCount,
    Search,
    SourceLine,
    SourcePage,
    Sources,
    Timeline,
    Who,
)
from bot.model import Analysis, Dated, Document, IngestReport, Period, Quote, Span, Timex

Json = dict[str, object]

# Python's splitlines and others end a line at these, which JSON leaves as they are.
_ENDS_A_LINE = str.maketrans({end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"})


def json_line(value: Mapping[str, object]) -> str:
    """One line, whatever reads it; letters as they are."""
    return json.dumps(value, ensure_ascii=False).translate(_ENDS_A_LINE)


def answer_json(answer: Answer) -> Json:
    match answer:
        case Brief():
            return _brief(answer)
        case Who():
            return _who(answer)
        case Timeline():
            return _timeline(answer)
        case Search():
            return _search(answer)
        case Differ():
            return _differ(answer)
        case Sources():
            return _sources(answer)


def _brief(answer: Brief) -> Json:
    return {
        "about": answer.about,
        "asked": answer.asked,
        "quotes": _quotes(answer.quotes),
        "notes": list(answer.notes),
        "documents": answer.documents,
        "origins": answer.origins,
        "first": answer.found.first.first.isoformat() if answer.found.first else None,
        "last": answer.found.last.last.isoformat() if answer.found.last else None,
        "names": _names(answer.names),
        "dates": [_entry(entry) for entry in answer.dates],
        "differs": list(answer.differs),
        "more": answer.more,
        "similar": list(answer.similar),
    }


def _who(answer: Who) -> Json:
    return {
        "asked": answer.asked,
        "name": answer.name,
        "kind": answer.kind,
        "aliases": list(answer.aliases),
        "reasons": [{"alias": alias, "reason": reason} for alias, reason in answer.reasons],
        "roles": [{"text": role.text, "quotes": _quotes(role.quotes)} for role in answer.roles],
        "statements": _quotes(answer.statements),
        "befell": _quotes(answer.befell),
        "meetings": _quotes(answer.meetings),
        "telling": _quotes(answer.telling),
        "alongside": _names(answer.alongside),
        "documents": [_source(line) for line in answer.documents],
        "similar": list(answer.similar),
        "choices": _names(answer.choices),
        "speaking": answer.speaking,
    }


def _timeline(answer: Timeline) -> Json:
    return {
        "about": answer.about,
        "asked": answer.asked,
        "entries": [_entry(entry) for entry in answer.entries],
        "undated": answer.undated_count,
        "undated_quotes": _quotes(answer.undated),
        "undated_notes": list(answer.notes),
        "further": [{**_period(when), "sentences": count} for when, count in answer.further],
        "more": answer.more,
        "similar": list(answer.similar),
    }


def _search(answer: Search) -> Json:
    hits = [
        {**_quote(hit.quote), "marks": [list(mark) for mark in hit.marks], "also": _quotes(hit.also)}
        for hit in answer.hits
    ]
    return {
        "words": answer.words,
        "asked": answer.asked,
        "hits": hits,
        "more": answer.more,
        "missing": list(answer.missing),
        "scattered": answer.scattered,
        "similar": list(answer.similar),
    }


def _differ(answer: Differ) -> Json:
    return {
        "about": answer.about,
        "differences": [_contradiction(each) for each in answer.differences],
        "later": [_contradiction(each) for each in answer.later],
        "documents": answer.documents,
        "more": answer.more,
        "similar": list(answer.similar),
    }


def _contradiction(of: Contradiction) -> Json:
    return {"kind": of.kind, "what": of.what, "sides": _quotes(of.sides)}


def _sources(answer: Sources) -> Json:
    return {
        "about": answer.about,
        "documents": [_source(line) for line in answer.documents],
        "page": _page(answer.page) if answer.page else None,
        "more": answer.more,
        "unreadable": [{"source": source, "reason": reason} for source, reason in answer.unreadable],
        "similar": list(answer.similar),
    }


def _page(page: SourcePage) -> Json:
    removed = [{"text": text, "reason": reason} for text, reason in page.removed]
    return {**_source(page.line), "text": page.text, "removed": removed, "names": _names(page.names)}


def _source(line: SourceLine) -> Json:
    return {
        "id": line.document,
        "source": line.source,
        "title": line.title,
        "published": dated_json(line.published),
        "publisher": line.publisher,
        "link": line.link,
        "words": line.words,
        "added": line.added,
    }


def _quotes(quotes: Iterable[Quote]) -> list[Json]:
    return [_quote(quote) for quote in quotes]


def _quote(quote: Quote) -> Json:
    return {
        "document": quote.document,
        "source": quote.source,
        "title": quote.title,
        "published": dated_json(quote.published),
        "sentence": quote.sentence,
        "start": quote.at.start,
        "end": quote.at.end,
        "text": quote.text,
    }


def _names(names: Iterable[NameCount]) -> list[Json]:
    return [{"name": name.name, "kind": name.kind, "count": name.count} for name in names]


def _entry(entry: Entry) -> Json:
    proofs = [{"how": proof.how, "quote": _quote(proof.quote)} for proof in entry.proofs]
    told = {"basis": entry.basis, "quotes": _quotes(entry.quotes), "note": entry.note, "proofs": proofs}
    return {**_period(entry.when), **told}


def _period(when: Period | None) -> Json:
    """An open end is null: "before 2020" has no first day."""
    if when is None:
        return {"first": None, "last": None, "precision": None}
    first = None if when.first == date.min else when.first.isoformat()
    last = None if when.last == date.max else when.last.isoformat()
    return {"first": first, "last": last, "precision": when.precision}


def dated_json(published: Dated) -> Json | None:
    return {**_period(published.value), "basis": published.basis} if published.value else None


def inspection_json(analysis: Analysis) -> Json:
    """What was understood of one document; all offsets are half-open characters of document.text."""
    text = analysis.document.text
    sentences = [_span(sentence.at) for sentence in analysis.sentences]
    return {
        "document": document_json(analysis.document),
        "removed": [{"text": line.text, "reason": line.reason} for line in analysis.document.removed],
        "sentences": sentences,
        "summary": [sentences[i] for i in analysis.summary],
        "names": [
            {**_span(name.at), "text": name.at.of(text), "kind": name.kind, "name": name.name}
            for name in analysis.occurrences
        ],
        "dates": [_timex(timex, text) for timex in analysis.timexes],
        "roles": [{"name": role.name, **_span(role.at), "text": role.text} for role in analysis.roles],
        "statements": [
            {"speaker": said.speaker, **_span(said.at), "verb": said.verb, "kind": said.kind}
            for said in analysis.statements
        ],
        "events": [{**_span(event.at), **_period(event.when), "basis": event.basis} for event in analysis.events],
    }


def document_json(document: Document) -> Json:
    return {
        "source": document.source,
        "title": document.title,
        "published": dated_json(document.published),
        "publisher": document.publisher,
        "link": document.link,
        "text": document.text,
    }


def _span(at: Span) -> Json:
    return {"start": at.start, "end": at.end}


def _timex(timex: Timex, text: str) -> Json:
    spoken = {"text": timex.at.of(text), "type": timex.type, "value": timex.value}
    return {**_span(timex.at), **spoken, **_period(timex.when), "basis": timex.basis}


def report_json(report: IngestReport) -> Json:
    counts = {
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "folded": report.folded,
        "waiting": report.waiting,
    }
    failed = [{"source": source, "reason": reason} for source, reason in report.failed]
    notes = [{"source": source, "note": note} for source, note in report.notes]
    return {**counts, "failed": failed, "notes": notes, "warning": report.warning}
