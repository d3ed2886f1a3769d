"""What every reply is made of: quotes with [n], sources, names, "nothing on file", menus and buttons. Pure."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from bot.answers import wording
from bot.answers.answer import Entry, NameCount, RoleLine, Shelf, SourceLine
from bot.answers.wording import KINDS, counted, period
from bot.chat.asks import TEXT_MAX, Ask, Command, Press
from bot.chat.escaping import cut, escaped, escaped_line, isolated, link, size, visible
from bot.chat.pages import Button, Draft, Line, Menu, Option, Section, SourceText, menu
from bot.model import Dated, DatedBasis, Quote

CITED_MAX = 4  # [n] on one line; further documents that tell the same are counted
NAMES_MAX = 15
UNDATED = "undated"
RETRIES_MAX = 5
_READ_BESIDE = re.compile(r"read against \d")  # the sentence holds the words, its source line the day
_GUESSED: frozenset[DatedBasis] = frozenset(("link", "file name", "text", "twin document"))
_NOT_IN_FILE_NAMES = re.compile(r"[^A-Za-z0-9]+")


@dataclass(slots=True)
class Citations:
    """Numbers for documents, in the order in which the reply first cites them."""

    numbers: dict[int, int] = field(default_factory=dict[int, int])
    texts: dict[int, SourceText] = field(default_factory=dict[int, SourceText])

    def of(self, *quotes: Quote) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._number(quote) for quote in quotes))

    def _number(self, quote: Quote) -> int:
        if quote.document not in self.numbers:
            number = self.numbers[quote.document] = len(self.numbers) + 1
            self.texts[number] = source_text(number, quote)
        return self.numbers[quote.document]


def source_text(number: int, quote: Quote) -> SourceText:
    """`[n]`, publisher, date, title and link of a quote's document; without a publisher its title comes first."""
    address = link(quote.link)
    return SourceText(
        full=f"[{number}] {' · '.join([*_named(quote, most=120), *([address] if address else [])])}",
        short=f"[{number}] {' · '.join(_named(quote, most=60))}",
        opens=opens(quote),
    )


def _named(quote: Quote, *, most: int) -> tuple[str, ...]:
    headline = isolated(escaped(cut(visible(quote.title), most)))
    if not quote.publisher:
        return f"**{headline}**", _found(quote.published)
    publisher = isolated(escaped(cut(visible(quote.publisher), 60)))
    return f"**{publisher}**", _found(quote.published), headline


def _found(published: Dated) -> str:
    """The day, and where the text does not give it plainly, how it was found."""
    return dated(published) + (f", {wording.BASES[published.basis]}" if published.basis in _GUESSED else "")


def quote_line(text: str, quotes: Sequence[Quote], citations: Citations, *, before: str = "") -> Line:
    """A bullet with the first quote's words (`text`, escaped or marked) and the numbers of all."""
    shown = citations.of(*quotes)[:CITED_MAX]
    documents = {quote.document for quote in quotes}
    more = f" and {counted(len(documents) - CITED_MAX, 'more document')}" if len(documents) > CITED_MAX else ""
    marks = "".join(f"[{number}]" for number in shown)
    return Line(f"- {before}{isolated(text)} {marks}{more}", shown, quotes[0].text, before)


def quoted(quote: Quote, citations: Citations, *, note: str = "") -> Line:
    """`note`: what the sentence leaves open."""
    return quote_line(escaped_line(quote.text) + _slanted(note), [quote], citations)


def _slanted(note: str) -> str:
    """In slanted letters, for they are not the briefing's."""
    return f" *{escaped(note)}*" if note else ""


def quotes_section(
    heading: str, quotes: Iterable[Quote], citations: Citations, *, notes: Sequence[str] = ()
) -> Section:
    told = list(quotes)
    notes = [*notes, *[""] * (len(told) - len(notes))]
    return Section(
        heading, tuple(quoted(quote, citations, note=note) for quote, note in zip(told, notes, strict=False))
    )


def reported_section(heading: str, quotes: Iterable[Quote], citations: Citations) -> Section:
    """Quotes in the order given; a small line says when each run of them was published."""
    lines: list[Line] = []
    for when, told in groupby(quotes, lambda quote: dated(quote.published)):
        first, *others = (quoted(quote, citations) for quote in told)
        about = "-# undated" if when == UNDATED else f"-# reported {when}"
        lines += [replace(first, text=f"{about}\n{first.text}"), *others]
    return Section(heading, tuple(lines))


def entry_line(entry: Entry, citations: Citations) -> Line:
    """A dated happening in the words of its fullest sentence; below it what its date rests on, where not on these."""
    fullest = entry.quotes[0]
    text = escaped(fullest.text) + _slanted(entry.note)
    line = quote_line(text, entry.quotes, citations, before=f"**{period(entry.when)}** · ")
    proofs = citations.of(*(proof.quote for proof in entry.proofs))
    how = wording.how_dated(entry, lambda quote: f"[{citations.of(quote)[0]}]", shown=escaped)
    if not how or (not proofs and _READ_BESIDE.match(how)):
        return line
    cites = tuple(dict.fromkeys((*line.cites, *proofs)))
    return replace(line, text=f"{line.text}\n-# {how}", cites=cites)


def roles_section(roles: Sequence[RoleLine], citations: Citations, *, told: Container[str]) -> Section:
    """Each role with its proof; a sentence that the reply shows anyway (`told`) is only cited."""
    dated = zip(roles, wording.reported(roles), strict=True)
    return Section("Roles", tuple(_role_line(role, reported, citations, told) for role, reported in dated))


def _role_line(role: RoleLine, reported: str, citations: Citations, told: Container[str]) -> Line:
    text = f"**{escaped(cut(visible(role.text), 200))}**" + (f", {reported}" if reported else "")
    if all(quote.text in told for quote in role.quotes):
        return quote_line(text, role.quotes, citations)
    first = next(quote for quote in role.quotes if quote.text not in told)
    others = [quote for quote in role.quotes if quote is not first]
    return quote_line(escaped(first.text), [first, *others], citations, before=f"{text} · ")


def names_section(heading: str, names: Sequence[NameCount]) -> Section:
    if not names:
        return Section(heading, ())
    rows = ", ".join(f"{isolated(escaped(cut(visible(name.name), 80)))} ({name.count})" for name in names[:NAMES_MAX])
    more = f" and {len(names) - NAMES_MAX} more" if len(names) > NAMES_MAX else ""
    return Section(heading, (Line(rows + more),))


def name_line(name: NameCount) -> Line:
    facts = [escaped(cut(visible(name.hint), 100))] if name.hint else [KINDS[name.kind]]
    facts.append(f"named in {counted(name.count, 'sentence')}")
    return Line(f"- **{isolated(escaped(cut(visible(name.name), 200)))}** · {' · '.join(facts)}")


def document_line(line: SourceLine) -> Line:
    title = f"**{escaped(cut(visible(line.title), 256))}**"
    facts = [isolated(escaped(cut(visible(line.publisher), 60)))] if line.publisher else []
    facts += [wording.published(line.published), counted(line.words, "word"), added(line)]
    address = link(line.link)
    facts += [address] if address else []
    return Line(f"- {title}\n  {' · '.join(facts)}", opens=opens(line))


def added(line: SourceLine) -> str:
    return f"added {wording.day(date.fromisoformat(line.added))}"


def kept(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.lines)


def title(text: str) -> str:
    return escaped_line(cut(visible(text), 256))


def dated(value: Dated) -> str:
    return UNDATED if value.value is None else period(value.value)


def more(number: int, noun: str, plural: str | None = None) -> tuple[str, ...]:
    return (f"{counted(number, noun, plural)} more on file",) if number > 0 else ()


def nothing(about: str | None, searched: Shelf, similar: Sequence[str], command: Command, *, days: str = "") -> Draft:
    """The honest answer: what was asked for, what was searched, the nearest names as buttons."""
    asked = f"“{cut(visible(about), 100)}”" if about else None
    nearest = tuple(Line(f"- {escaped(cut(visible(name), 100))}") for name in similar)
    return Draft(
        title=escaped_line(asked or "Nothing on file"),
        subtitle="",
        sections=kept(
            Section("", (Line(escaped_line(wording.nothing(asked, searched, days=days))),)),
            Section("Nearest on file", nearest),
        ),
        retries=retries(similar, command),
    )


def buttons(*related: tuple[str, Ask]) -> tuple[Button, ...]:
    return tuple(Button(words, Press("open", ask)) for words, ask in related if fits(ask.text, ask.command))


def retries(names: Iterable[NameCount | str], command: Command) -> tuple[Button, ...]:
    """One tap asks the same command about another name."""
    made = (_retry(name, command) for name in names)
    return tuple({button.press: button for button in made if button}.values())[:RETRIES_MAX]


def _retry(name: NameCount | str, command: Command) -> Button | None:
    words, value = (name, name) if isinstance(name, str) else (_told_apart(name), asked_as(name))
    words = visible(words).strip()
    return Button(cut(words, 80), Press("here", Ask(command, value))) if words and fits(value, command) else None


def asked_as(name: NameCount) -> str:
    """What asks for this very name, be there others that are spelt like it."""
    return name.name if name.id is None else f"#{name.id}"


def _told_apart(name: NameCount) -> str:
    return f"{name.name}, {name.hint}" if name.hint else name.name


def fits(text: str | None, command: Command) -> bool:
    return size(text or "") <= TEXT_MAX[command]


def names_menu(names: Iterable[NameCount]) -> tuple[Menu, ...]:
    options = (_option(_told_apart(name), asked_as(name), KINDS[name.kind]) for name in names)
    fitting = [option for option in options if fits(option.value, "who")]
    return menu("Who or what is …", "who", fitting)


def opens(document: SourceLine | Quote) -> Option:
    """The way to a document: its file, which outlives a reload; its number where the path is too long to remember."""
    source = document.source if fits(document.source, "sources") else f"#{document.document}"
    return _option(document.title, source, dated(document.published))


def _option(words: str, value: str, about: str) -> Option:
    return Option(cut(visible(words).strip(), 100) or value, value, cut(visible(about), 100))


def file_name(words: str) -> str:
    """A harmless name for an attachment."""
    return _NOT_IN_FILE_NAMES.sub("-", words).strip("-")[:60] or "document"
