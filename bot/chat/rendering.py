"""Answer -> the pages of a Discord reply: what each command's reply looks like. Pure: nothing is awaited."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Final

from bot.answers import wording
from bot.answers.answer import Answer, Brief, Circle, Contradiction, Differ, Search, SourcePage, Sources, Timeline, Who
from bot.answers.wording import counted, period
from bot.chat import lines
from bot.chat.asks import Ask, Press
from bot.chat.circles import circle
from bot.chat.escaping import cut, escaped, escaped_line, isolated, link, marked, visible
from bot.chat.lines import Citations
from bot.chat.pages import Button, Draft, Line, Page, Section, TextFile, pages
from bot.model import Period

_LEFT_OUT_TOGETHER: Final = 5
_A_ROW_FOR: Final = 40  # sentences of a few days, which the rows of these days speak for
_UNSAID: Final = Line("No sentence says when. **Without a date** lists what they tell.")


def rendered(answer: Answer | Circle, ask: Ask) -> tuple[Page, ...]:
    """The reply to `ask`, at least one page."""
    match answer:
        case Brief():
            draft = brief(answer)
        case Who():
            draft = who(answer)
        case Timeline():
            draft = undated(answer, ask) if ask.command == "undated" else timeline(answer, ask)
        case Circle():
            draft = circle(answer)
        case Search():
            draft = search(answer)
        case Differ():
            draft = differ(answer)
        case Sources():
            draft = sources(answer)
    return pages(_respelt(draft, answer), ask)


def _respelt(draft: Draft, answer: Answer | Circle) -> Draft:
    """What was asked for, where the answer is about what was meant."""
    if not isinstance(answer, Brief | Timeline | Search | Differ) or not answer.asked:
        return draft
    about = answer.words if isinstance(answer, Search) else answer.about or ""
    said = escaped(cut(visible(wording.respelt(answer.asked, about)), 150))
    return replace(draft, subtitle=f"{said} · {draft.subtitle}")


def brief(answer: Brief) -> Draft:
    if not answer.quotes and not answer.stories:
        return lines.nothing(answer.about, answer.shelf, answer.similar, "brief", days=wording.since(answer.since))
    citations = Citations()
    return Draft(
        title="Newest briefings" if answer.about is None else lines.title(answer.about),
        subtitle=wording.briefed(answer) if answer.about is None else f"In brief · {wording.briefed(answer)}",
        sections=lines.kept(
            lines.quotes_section("", answer.quotes, citations, notes=answer.notes),
            Section(
                "Sources differ", tuple(Line(f"- {escaped_line(cut(visible(each), 250))}") for each in answer.differs)
            ),
            Section("Further dates", tuple(lines.entry_line(entry, citations) for entry in answer.dates)),
            lines.names_section("Names", answer.names),
        ),
        sources=citations.texts,
        closing=lines.more(answer.uncited, "document") if answer.about else lines.more(answer.more, "story", "stories"),
        buttons=lines.buttons(
            ("Timeline", Ask("timeline", answer.about)),
            *((("Differences", Ask("differ", answer.about)),) if answer.differs else ()),
            ("Sources", Ask("sources", answer.about)),
        ),
        menus=lines.names_menu(answer.names),
    )


def who(answer: Who) -> Draft:
    if answer.choices:
        return _which(answer)
    if answer.name is None:
        return _nameless(answer)
    citations = Citations()
    told = {quote.text for quote in (*answer.statements, *answer.befell, *answer.meetings)}
    return Draft(
        title=lines.title(answer.name),
        subtitle=_identity(answer),
        sections=lines.kept(
            lines.roles_section(answer.roles, citations, told=told),
            lines.reported_section("Said and did", answer.statements, citations),
            lines.reported_section(wording.befell(answer), answer.befell, citations),
            lines.reported_section("Met", answer.meetings, citations),
            lines.reported_section(wording.telling(answer), answer.telling, citations),
            lines.names_section("Named alongside", answer.alongside),
        ),
        sources=citations.texts,
        buttons=lines.buttons(
            ("Timeline", Ask("timeline", answer.name)),
            *_to_circle(answer),
            ("Brief", Ask("brief", answer.name)),
            ("Sources", Ask("sources", answer.name)),
        ),
        menus=lines.names_menu(answer.alongside),
    )


def _nameless(answer: Who) -> Draft:
    """It may be on file all the same: a word, or a name in letters that the analysis takes for none."""
    draft = lines.nothing(answer.asked, answer.shelf, answer.similar, "who")
    if not answer.speaking:
        return draft
    said = wording.nameless(answer, asked=f"“{cut(visible(answer.asked), 100)}”")
    first, *nearest = draft.sections
    return replace(
        draft,
        sections=(replace(first, lines=(Line(escaped_line(said)),)), *nearest),
        buttons=lines.buttons(("Brief", Ask("brief", answer.asked)), ("Sources", Ask("sources", answer.asked))),
    )


def _to_circle(answer: Who) -> Iterator[tuple[str, Ask]]:
    """Asked for as the card was, so that a namesake gets his own."""
    if answer.kind in ("PERSON", "ORGANISATION") and answer.alongside:
        yield "Circle", Ask("circle", answer.asked)


def _identity(answer: Who) -> str:
    kind = [wording.KINDS[answer.kind].capitalize()] if answer.kind else []
    aliases = cut(visible(wording.aliases(answer)), 200)
    written = [f"also written {escaped(aliases)}"] if aliases else []
    return " · ".join([*kind, *written, f"in {counted(len(answer.documents), 'document')}"])


def _which(answer: Who) -> Draft:
    names = answer.choices
    retries = lines.retries(names, "who")
    return Draft(
        title=f"Which “{escaped(cut(visible(answer.asked), 100))}”?",
        subtitle=f"{counted(len(names), 'name')} on file could be meant",
        sections=lines.kept(Section("", tuple(lines.name_line(name) for name in names))),
        retries=retries,
        menus=lines.names_menu(names) if len(retries) < len(names) else (),
    )


def timeline(answer: Timeline, ask: Ask) -> Draft:
    if answer.documents:
        return Draft(
            title=f"Timeline: {lines.title(answer.about or '')}",
            subtitle="",
            sections=(Section("", (Line(escaped_line(wording.eventless(answer))),)),),
            buttons=lines.buttons(("Brief", Ask("brief", answer.about)), ("Sources", Ask("sources", answer.about))),
        )
    if not answer.entries and not answer.undated_count:
        return lines.nothing(
            answer.about, answer.shelf, answer.similar, "timeline", days=wording.days(answer.first, answer.last)
        )
    citations = Citations()
    return Draft(
        title=f"Timeline: {lines.title(answer.about)}" if answer.about else "Timeline",
        subtitle=" · ".join([*_bounds(answer), *_counts(answer)]),
        sections=(Section("", tuple(lines.entry_line(entry, citations) for entry in answer.entries) or (_UNSAID,)),),
        sources=citations.texts,
        closing=_left(answer),
        buttons=lines.buttons(
            *([("Without a date", replace(ask, command="undated"))] if answer.undated_count else ()),
            ("Brief", Ask("brief", answer.about)),
            ("Sources", Ask("sources", answer.about)),
        ),
        retries=tuple(_narrowed(answer, *part) for part in sorted(_most_left(answer), key=lambda part: part[0].first)),
    )


def undated(answer: Timeline, ask: Ask) -> Draft:
    """What a timeline only counts: the sentences that no date is known for."""
    if not answer.entries and not answer.undated_count:
        return lines.nothing(
            answer.about, answer.shelf, answer.similar, "undated", days=wording.days(answer.first, answer.last)
        )
    citations = Citations()
    hidden = answer.undated_count - len(answer.undated)
    return Draft(
        title=f"Without a date: {lines.title(answer.about)}" if answer.about else "Without a date",
        subtitle=" · ".join(_counts(answer)),
        sections=lines.kept(lines.quotes_section("", answer.undated, citations, notes=answer.notes)),
        sources=citations.texts,
        closing=(f"{counted(hidden, 'further sentence')} without a date",) if hidden > 0 else (),
        buttons=lines.buttons(("Timeline", replace(ask, command="timeline"))),
    )


def _bounds(answer: Timeline) -> list[str]:
    days = wording.days(answer.first, answer.last)
    return [days] if days else []


def _counts(answer: Timeline) -> list[str]:
    rows = wording.dated_events(answer)
    return [rows, f"{answer.undated_count:,} without a date"] if answer.undated_count else [rows]


def _left(answer: Timeline) -> tuple[str, ...]:
    """What there was no room for, and how to see it."""
    rows = lines.more(answer.more, "event")
    return (*rows, f"Further dated sentences: {wording.further(answer)}") if answer.further else rows


def _most_left(answer: Timeline) -> list[tuple[Period, int]]:
    """Parts whose own timeline shows more: not the one that is shown, and not what a row of each day stands for."""
    hidden = answer.more or sum(count for _, count in answer.further) > _A_ROW_FOR
    narrower = [part for part in answer.further if not (answer.first == answer.last == part[0])] if hidden else []
    return sorted(narrower, key=lambda part: -part[1])[: lines.RETRIES_MAX]


def _narrowed(answer: Timeline, when: Period, count: int) -> Button:
    """The same timeline of one year or month alone."""
    iso = when.first.isoformat()[: 4 if when.precision == "year" else 7]
    return Button(f"{period(when)} ({count:,})", Press("here", Ask("timeline", answer.about, iso, iso)))


def search(answer: Search) -> Draft:
    if not answer.hits:
        return lines.nothing(answer.words, answer.shelf, answer.similar, "search")
    citations = Citations()
    hits = (
        lines.quote_line(marked(hit.quote.text, hit.marks), [hit.quote, *hit.also], citations) for hit in answer.hits
    )
    return Draft(
        title=f"“{escaped(cut(visible(answer.words), 100))}”",
        subtitle=escaped(wording.found(answer)),
        sections=(Section("", tuple(hits)),),
        sources=citations.texts,
        closing=lines.more(answer.more, "document"),
        retries=lines.retries(answer.similar, "search"),
    )


def differ(answer: Differ) -> Draft:
    if not answer.documents:
        return lines.nothing(answer.about, answer.shelf, answer.similar, "differ")
    citations = Citations()
    return Draft(
        title=f"Where briefings differ: {lines.title(answer.about)}",
        subtitle=wording.differences(answer),
        sections=lines.kept(
            *(_contradiction(each, citations) for each in answer.differences),
            *(_contradiction(each, citations) for each in answer.later),
        ),
        sources=citations.texts,
        closing=lines.more(answer.more, "difference"),
        buttons=lines.buttons(("Brief", Ask("brief", answer.about)), ("Sources", Ask("sources", answer.about))),
    )


def _contradiction(of: Contradiction, citations: Citations) -> Section:
    section = lines.reported_section if of.is_of_days else lines.quotes_section
    return section(escaped_line(cut(visible(of.what), 250)), of.sides, citations)


def sources(answer: Sources) -> Draft:
    if answer.page is not None:
        return _document(answer.page)
    if not answer.documents and not answer.unreadable:
        return lines.nothing(answer.about, answer.shelf, answer.similar, "sources")
    unreadable = (Line(f"- {escaped(source)}: {escaped(why)}") for source, why in answer.unreadable)
    return Draft(
        title=f"Sources: {lines.title(answer.about)}" if answer.about else "The library",
        subtitle=wording.listed(answer),
        sections=lines.kept(
            Section("", tuple(lines.document_line(line) for line in answer.documents)),
            Section("Could not be read", tuple(unreadable)),
        ),
        closing=lines.more(answer.more, "document"),
    )


def _document(page: SourcePage) -> Draft:
    line = page.line
    facts = [isolated(escaped(cut(visible(line.publisher), 60)))] if line.publisher else []
    address = link(line.link)
    file = f"File {escaped(line.source)}, {lines.added(line)}"
    left_out = tuple(_left_out(page.removed))
    return Draft(
        title=lines.title(line.title),
        subtitle=" · ".join([*facts, wording.published(line.published), counted(line.words, "word")]),
        sections=lines.kept(
            Section("", tuple(Line(fact) for fact in (file, address, "-# The text is the attached file.") if fact)),
            lines.names_section("Names", page.names),
            Section(f"Left out of the text, {counted(len(page.removed), 'line')}", left_out),
        ),
        buttons=lines.buttons(("Library", Ask("sources"))),
        menus=lines.names_menu(page.names),
        files=(TextFile(f"{lines.file_name(line.source.rpartition('/')[2].rpartition('.')[0])}.txt", page.text),),
    )


def _left_out(removed: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Lines that were left out for one reason together, a few at a time."""
    for reason, run in groupby(removed, itemgetter(1)):
        texts = [f"“{escaped(cut(visible(text).strip(), 150))}”" for text, _ in run]
        for start in range(0, len(texts), _LEFT_OUT_TOGETHER):
            yield Line(f"- {escaped(reason)}: {' / '.join(texts[start : start + _LEFT_OUT_TOGETHER])}")
