"""Answer -> lines for a terminal: what stands where, in which order, how much of it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from textwrap import shorten

from bot.answers import wording
from bot.answers.answer import (
    Answer,
    Brief,
    Contradiction,
    Differ,
    Entry,
    Hit,
    NameCount,
    Search,
    SourceLine,
    SourcePage,
    Sources,
    Timeline,
    Who,
)
from bot.model import Quote
from bot.terminal.layout import BLANK, Line, Piece, columns, heading, title

_BULLET = "•"
_TITLE = 120  # characters of a title below an answer; /sources shows it whole
_MOST_ROLES = 8
_MOST_STATEMENTS = 12
_MOST_NAMES = 12


class _Cited:
    """Gives documents their numbers in the order in which they are cited, and lists them at the end."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._lines: list[Line] = []

    def mark(self, quote: Quote) -> str:
        facts = _facts(quote.publisher, wording.published(quote.published), quote.link)
        self._add(quote.document, quote.title, facts)
        return f"[{self._numbers[quote.document]}]"

    def _add(self, document: int, title: str, facts: str) -> None:
        if document not in self._numbers:
            self._numbers[document] = len(self._numbers) + 1
            self._lines.append(_source(self._numbers[document], shorten(title, _TITLE, placeholder="…"), facts))

    def sources(self, others: Iterable[SourceLine] = ()) -> list[Line]:
        """The documents cited, then others that were found but are not quoted."""
        for line in others:
            self._add(line.document, line.title, _facts(line.publisher, wording.published(line.published), line.link))
        return [BLANK, heading("Sources"), *columns(self._lines)] if self._lines else []


def answer_lines(answer: Answer) -> list[Line]:
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


def _brief(answer: Brief) -> list[Line]:
    if not answer.quotes and not answer.stories:
        return _nothing(answer.about, answer)
    cited = _Cited()
    head = title(answer.about or "The newest stories", f"  {wording.briefed(answer)}")
    lines = [head, *_respelt(answer), BLANK]
    told = _bulleted(answer.quotes, cited) if answer.about else _dated(answer.quotes, cited)
    lines += _each_noted(told, answer.notes)
    if answer.differs and answer.about:
        lines += [BLANK, _quiet(wording.differing(answer)), *(_quiet(each) for each in answer.differs)]
    if answer.names:
        lines += [BLANK, heading("Names"), Line(_names(answer.names))]
    if answer.dates:
        lines += [BLANK, heading("Further dates"), *columns([_entry(entry, cited) for entry in answer.dates])]
    if answer.uncited and answer.about:
        more = wording.counted(answer.uncited, "more document")
        lines += [BLANK, _quiet(f"{more} on this; see /sources {answer.about}.")]
    return lines + cited.sources()


def _who(answer: Who) -> list[Line]:
    if answer.choices:
        return _choice(answer)
    if answer.name is None:
        return _nameless(answer)
    cited = _Cited()
    kind = wording.KINDS[answer.kind] if answer.kind else ""
    lines = [title(answer.name, f"  {kind}, in {wording.counted(len(answer.documents), 'document')}")]
    if answer.aliases:
        lines.append(Line((("also ", "quiet"), (wording.aliases(answer), ""))))
    lines += _roles(answer, cited)
    lines += _section("Said and did", answer.statements, cited)
    lines += _section(wording.befell(answer), answer.befell, cited)
    lines += _section("Met", answer.meetings, cited)
    lines += _section(wording.telling(answer), answer.telling, cited)
    if answer.alongside:
        lines += [BLANK, heading("Alongside"), Line(_names(answer.alongside))]
    return lines + cited.sources(answer.documents)


def _nameless(answer: Who) -> list[Line]:
    if not answer.speaking:
        return _nothing(answer.asked, answer)
    lines = [Line(((wording.nameless(answer, asked=answer.asked), ""),))]
    if answer.similar:
        lines.append(Line(((f"Nearest names: {', '.join(answer.similar)}.", ""),)))
    return [*lines, _quiet(f"/brief {answer.asked} shows what they say.")]


def _choice(answer: Who) -> list[Line]:
    lines = [title(wording.choice(answer.asked)), BLANK]
    named = [
        Line(
            ((f"{name.hint or wording.KINDS[name.kind]}, named {_times(name.count)}", "quiet"),),
            label=f"/who {name.name}",
        )
        for name in answer.choices
    ]
    return lines + columns(named)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _roles(answer: Who, cited: _Cited) -> list[Line]:
    if not answer.roles:
        return []
    lines = [BLANK, heading("Roles")]
    for role, reported in zip(answer.roles[:_MOST_ROLES], wording.reported(answer.roles), strict=False):
        lines.append(Line(((role.text, "label"), (f"  {reported}" if reported else "", "quiet"))))
        if role.quotes:
            line = _quoted(role.quotes[0], cited, indent=2)
            lines.append(_more_marks(line, [cited.mark(quote) for quote in role.quotes[1:]]))
    return lines + _rest(len(answer.roles) - _MOST_ROLES, "role")


def _section(name: str, quotes: Sequence[Quote], cited: _Cited) -> list[Line]:
    if not quotes:
        return []
    shown = _dated(quotes[:_MOST_STATEMENTS], cited)
    noted = "" if shown[0].label == _BULLET else "  by the day of the report"
    return [BLANK, heading(name, noted), *shown, *_rest(len(quotes) - _MOST_STATEMENTS, "sentence")]


def _timeline(answer: Timeline) -> list[Line]:
    if not answer.entries and not answer.undated_count:
        return _nothing(answer.about, answer)
    cited = _Cited()
    about = f"Timeline of {answer.about}" if answer.about else "Timeline"
    lines = [title(about, f"  {wording.dated_events(answer)}"), *_respelt(answer)]
    if answer.entries:
        lines += [BLANK, *columns([_entry(entry, cited) for entry in answer.entries])]
    if answer.more:
        lines += [BLANK, _quiet(f"{answer.more} more; narrow it with from: and to:.")]
    if answer.further:
        lines += [*([] if answer.more else [BLANK]), _quiet(f"Further dated sentences: {wording.further(answer)}.")]
    return [*lines, *_undated(answer, cited), *cited.sources()]


def _undated(answer: Timeline, cited: _Cited) -> list[Line]:
    """What has no date: counted, and listed when it was asked for."""
    if not answer.undated_count:
        return []
    count = wording.counted(answer.undated_count, "more event" if answer.entries else "event")
    if not answer.undated:
        return [BLANK, _quiet(f"{count} without a date on file; undated:yes lists them.")]
    listed = _each_noted(_bulleted(answer.undated, cited), answer.notes)
    return [BLANK, heading("Without a date", f"  {count}"), *listed]


def _search(answer: Search) -> list[Line]:
    if not answer.hits:
        return _nothing(answer.words, answer)
    cited = _Cited()
    lines = [title(answer.words, f"  {wording.found(answer)}"), *_respelt(answer), BLANK]
    lines += columns([_hit(hit, cited) for hit in answer.hits])
    if answer.more:
        lines += [BLANK, _quiet(f"{wording.counted(answer.more, 'document')} more; add a word to narrow it.")]
    return lines + cited.sources()


def _differ(answer: Differ) -> list[Line]:
    if not answer.documents:
        return _nothing(answer.about, answer)
    cited = _Cited()
    lines = [title(answer.about, f"  {wording.differences(answer)}"), *_respelt(answer)]
    for each in (*answer.differences, *answer.later):
        lines += _contradiction(each, cited)
    return lines + _rest(answer.more, "difference") + cited.sources()


def _contradiction(of: Contradiction, cited: _Cited) -> list[Line]:
    told = _dated(of.sides, cited) if of.is_of_days else _bulleted(of.sides, cited)
    return [BLANK, heading(of.what, "  by the day of the report" if of.is_of_days else ""), *told]


def _sources(answer: Sources) -> list[Line]:
    if answer.page:
        return _page(answer.page)
    if not answer.documents and not answer.unreadable:
        return _nothing(answer.about, answer)
    about = f"Documents about {answer.about}" if answer.about else "The library"
    lines = [title(about, f"  {wording.counted(len(answer.documents) + answer.more, 'document')}"), BLANK]
    lines += columns([_source(n, line.title, _line_facts(line)) for n, line in enumerate(answer.documents, 1)])
    if answer.more:
        lines += [BLANK, _quiet(f"{answer.more} more; name a topic to narrow it.")]
    if answer.unreadable:
        lines += [BLANK, heading("Unreadable")]
        lines += columns([Line(((why, ""),), label=source, label_style="bad") for source, why in answer.unreadable])
    return lines


def _page(page: SourcePage) -> list[Line]:
    lines = [title(page.line.title), _quiet(_line_facts(page.line))]
    if page.names:
        lines += [BLANK, heading("Names"), Line(_names(page.names))]
    lines += [BLANK, heading("Text"), *(Line(((row, ""),)) for row in page.text.splitlines())]
    if page.removed:
        lines += [BLANK, heading("Left out")]
        lines += columns([Line(((text, "quiet"),), label=reason) for text, reason in page.removed])
    return lines


def _respelt(answer: Brief | Timeline | Search | Differ) -> list[Line]:
    about = answer.words if isinstance(answer, Search) else answer.about or ""
    return [_quiet(f"{wording.respelt(answer.asked, about)}.")] if answer.asked else []


def _nothing(about: str | None, answer: Answer) -> list[Line]:
    days = ""
    if isinstance(answer, Timeline):
        if answer.documents:
            return [Line(((wording.eventless(answer), ""),))]
        days = wording.days(answer.first, answer.last)
    elif isinstance(answer, Brief):
        days = wording.since(answer.since)
    return [Line(((wording.nothing(about, answer.shelf, answer.similar, days=days), ""),))]


def _quoted(quote: Quote, cited: _Cited, *, label: str = "", indent: int = 0) -> Line:
    return Line(((quote.text, ""), (f" {cited.mark(quote)}", "cite")), label=label, indent=indent)


def _bulleted(quotes: Iterable[Quote], cited: _Cited) -> list[Line]:
    return columns([_quoted(quote, cited, label=_BULLET) for quote in quotes])


def _each_noted(lines: Sequence[Line], notes: Sequence[str]) -> list[Line]:
    return [_noted(line, note) for line, note in zip(lines, notes or [""] * len(lines), strict=True)]


def _noted(line: Line, note: str) -> Line:
    """With what the sentence leaves open, before its source."""
    *text, source = line.pieces
    return replace(line, pieces=(*text, (f" {note}", "quiet"), source)) if note else line


def _dated(quotes: Sequence[Quote], cited: _Cited) -> list[Line]:
    """Beside the day on which its document was published, which need not be the day of what it tells."""
    if not any(quote.published.value for quote in quotes):
        return _bulleted(quotes, cited)
    return columns([_quoted(quote, cited, label=_day(quote)) for quote in quotes])


def _more_marks(line: Line, marks: Iterable[str]) -> Line:
    own = line.pieces[-1][0].strip()
    marks = dict.fromkeys(mark for mark in marks if mark != own)  # those of one document are one
    return replace(line, pieces=(*line.pieces, *((f" {mark}", "cite") for mark in marks)))


def _entry(entry: Entry, cited: _Cited) -> Line:
    line = _noted(_quoted(entry.quotes[0], cited, label=wording.period(entry.when)), entry.note)
    line = _more_marks(line, [cited.mark(quote) for quote in entry.quotes[1:]])
    how = wording.how_dated(entry, cited.mark)
    return replace(line, pieces=(*line.pieces, (f"  ({how})" if how else "", "quiet")))


def _hit(hit: Hit, cited: _Cited) -> Line:
    text, done = hit.quote.text, 0
    pieces: list[Piece] = []
    for start, end in hit.marks:
        pieces.append((text[done:start], ""))
        pieces.append((text[start:end], "mark"))
        done = end
    line = Line((*pieces, (text[done:], ""), (f" {cited.mark(hit.quote)}", "cite")), label=_BULLET)
    return _more_marks(line, [cited.mark(quote) for quote in hit.also])


def _source(number: int, name: str, facts: str) -> Line:
    return Line(((name, ""), (f" · {facts}", "quiet")), label=f"[{number}]", label_style="cite")


def _line_facts(line: SourceLine) -> str:
    added = f"added {wording.day(date.fromisoformat(line.added))}"
    size = wording.counted(line.words, "word")
    return _facts(line.publisher, wording.published(line.published), size, added, line.source, line.link)


def _facts(*facts: str | None) -> str:
    return " · ".join(fact for fact in facts if fact)


def _names(names: Sequence[NameCount]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for name in names[:_MOST_NAMES]:
        pieces.append((", " if pieces else "", "quiet"))
        pieces.append((name.name, ""))
        pieces.append((f" ({name.count})", "quiet"))
    return tuple(pieces)


def _day(quote: Quote) -> str:
    return wording.period(quote.published.value) if quote.published.value else "undated"


def _rest(count: int, noun: str) -> list[Line]:
    return [_quiet(f"and {wording.counted(count, f'more {noun}')}; --json lists them.")] if count > 0 else []


def _quiet(text: str) -> Line:
    return Line(((text, "quiet"),))
