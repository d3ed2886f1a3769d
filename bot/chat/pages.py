"""How an answer is split into Discord messages: lines, what they cite, pages within Discord's limits. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.chat.asks import Ask, Command, Press
from bot.chat.escaping import size

TEXT_MAX = 4000  # display characters of a message, over all of its texts
COMPONENTS_MAX = 40
FILES_MAX = 5
OPTIONS_MAX = 25
PAGE_TEXT = 1800  # what reads well at once, as it is seen; a single line may need more
_ADDRESS = re.compile(r"(?<=\]\()<[^<>]*>(?=\))")  # of a link: it counts for Discord, and nobody sees it
_NOTE_ROOM = 60  # "Page 12 of 34", and line breaks


@dataclass(frozen=True, slots=True)
class TextFile:
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    press: Press
    strong: bool = False
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    label: str
    value: str
    description: str


@dataclass(frozen=True, slots=True)
class Menu:
    """A list to pick the next question from: `command` is asked about the value that was picked."""

    placeholder: str
    command: Command
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What is never torn apart. `text` is markdown; `cites` are the numbers that must be explained beside it.

    `whole` is the quote in it as plain text, for the file that takes its place when no message can hold it.
    `lead` is what stands before the quote: its date, its role. `opens` is the document that the line itself lists.
    """

    text: str
    cites: tuple[int, ...] = ()
    whole: str = ""
    lead: str = ""
    opens: Option | None = None


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The line that explains an [n], a shorter form of it for a crowded page, and the way to its document."""

    full: str
    short: str
    opens: Option


@dataclass(frozen=True, slots=True)
class Draft:
    """A rendered answer before it is split. `closing` are small lines that stand at the end of the last page."""

    title: str
    subtitle: str
    sections: tuple[Section, ...] = ()
    sources: Mapping[int, SourceText] = field(default_factory=dict[int, SourceText])
    closing: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    retries: tuple[Button, ...] = ()
    menus: tuple[Menu, ...] = ()
    files: tuple[TextFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One message. `blocks` are its texts from top to bottom."""

    head: str
    blocks: tuple[str, ...]
    sources: str
    note: str
    buttons: tuple[Button, ...]
    retries: tuple[Button, ...]
    menus: tuple[Menu, ...]
    files: tuple[TextFile, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(text for text in (self.head, *self.blocks, self.sources, self.note) if text)


@dataclass(slots=True)
class _Sheet:
    """A page being filled."""

    lines: list[tuple[str, Line]] = field(default_factory=list[tuple[str, Line]])
    cites: set[int] = field(default_factory=set[int])
    files: list[TextFile] = field(default_factory=list[TextFile])
    used: int = 0
    seen: int = 0
    short: bool = False


def pages(draft: Draft, ask: Ask) -> tuple[Page, ...]:
    sheets = _sheets(draft)
    return tuple(_page(draft, sheet, ask, number, len(sheets)) for number, sheet in enumerate(sheets))


def _sheets(draft: Draft) -> list[_Sheet]:
    room = TEXT_MAX - _fixed(draft)
    sheets = [_Sheet()]
    for heading, line in _lines(draft):
        sheet = sheets[-1]
        texts = _texts(draft, sheet, heading, line)
        if sheet.lines and (_is_full(sheet, texts, room) or len(sheet.files) == FILES_MAX):
            sheet = _Sheet()
            sheets.append(sheet)
            texts = _texts(draft, sheet, heading, line)
        if _cost(texts) > room:  # only ever on an empty sheet
            sheet.short = True
            texts = _texts(draft, sheet, heading, line)
        if _cost(texts) > room:
            line = _in_a_file(line, sheet, number=len(sheets))
            texts = _texts(draft, sheet, heading, line)
        sheet.lines.append((heading, line))
        sheet.cites.update(line.cites)
        sheet.used += _cost(texts)
        sheet.seen += _seen(texts)
    return sheets


def _is_full(sheet: _Sheet, texts: Iterable[str], room: int) -> bool:
    return sheet.used + _cost(texts) > room or sheet.seen + _seen(texts) > PAGE_TEXT


def _lines(draft: Draft) -> Iterator[tuple[str, Line]]:
    for section in draft.sections:
        for line in section.lines:
            yield section.heading, line


def _fixed(draft: Draft) -> int:
    return size(_head(draft)) + sum(size(line) + 4 for line in draft.closing) + _NOTE_ROOM


def _texts(draft: Draft, sheet: _Sheet, heading: str, line: Line) -> list[str]:
    """What the line adds to the sheet: itself, its heading, and the sources that it is the first to cite."""
    opens = not sheet.lines or sheet.lines[-1][0] != heading
    new = [draft.sources[number] for number in line.cites if number not in sheet.cites]
    return [
        line.text,
        *([_heading(heading, continued=True)] if opens else []),
        *(source.short if sheet.short else source.full for source in new),
    ]


def _cost(texts: Iterable[str]) -> int:
    return sum(size(text) + 1 for text in texts)


def _seen(texts: Iterable[str]) -> int:
    return _cost(_ADDRESS.sub("", text) for text in texts)


def _in_a_file(line: Line, sheet: _Sheet, *, number: int) -> Line:
    name = f"quote-{number}-{len(sheet.files) + 1}.txt"
    sheet.files.append(TextFile(name, line.whole or line.text))
    marks = "".join(f"[{cited}]" for cited in line.cites)
    length = f"{len(line.whole or line.text):,} characters"
    return Line(f"- {line.lead}*A sentence of {length}, whole in the file {name} below* {marks}", line.cites)


def _head(draft: Draft) -> str:
    return f"## {draft.title}" + (f"\n-# {draft.subtitle}" if draft.subtitle else "")


def _heading(heading: str, *, continued: bool) -> str:
    return f"### {heading}{' (continued)' if continued else ''}\n" if heading else ""


def _page(draft: Draft, sheet: _Sheet, ask: Ask, number: int, count: int) -> Page:
    last = number == count - 1
    closing = draft.closing if last else ()
    note = [*closing, *([f"Page {number + 1} of {count}"] if count > 1 else [])]
    return Page(
        head=_head(draft),
        blocks=_blocks(sheet, first_heading_continues=_continues(draft, sheet)),
        sources="\n".join(_explained(draft, sheet)),
        note="\n".join(f"-# {line}" for line in note),
        buttons=(*_turning(ask, number, count), Button("Share", Press("share", ask, number)), *draft.buttons),
        retries=draft.retries,
        menus=(*draft.menus, *_documents(draft, sheet)),
        files=(*(draft.files if number == 0 else ()), *sheet.files),
    )


def _continues(draft: Draft, sheet: _Sheet) -> bool:
    if not sheet.lines:
        return False
    heading, line = sheet.lines[0]
    return not any(section.heading == heading and section.lines[:1] == (line,) for section in draft.sections)


def _blocks(sheet: _Sheet, *, first_heading_continues: bool) -> tuple[str, ...]:
    blocks: list[tuple[str, list[str]]] = []
    for heading, line in sheet.lines:
        if not blocks or blocks[-1][0] != heading:
            blocks.append((heading, []))
        blocks[-1][1].append(line.text)
    return tuple(
        _heading(heading, continued=first_heading_continues and index == 0) + "\n".join(lines)
        for index, (heading, lines) in enumerate(blocks)
    )


def _explained(draft: Draft, sheet: _Sheet) -> Iterator[str]:
    for number in sorted(sheet.cites):
        source = draft.sources[number]
        yield source.short if sheet.short else source.full


def _documents(draft: Draft, sheet: _Sheet) -> tuple[Menu, ...]:
    """The documents that the page lists or cites, to be opened."""
    cited = [draft.sources[number].opens for number in sorted(sheet.cites)]
    options = [*(line.opens for _, line in sheet.lines if line.opens), *cited]
    return menu("Open a document …", "sources", options)


def menu(placeholder: str, command: Command, options: Iterable[Option]) -> tuple[Menu, ...]:
    """A menu of at most 25 different values; none when there is nothing to pick."""
    picked = tuple({option.value: option for option in options}.values())[:OPTIONS_MAX]
    return (Menu(placeholder, command, picked),) if picked else ()


def _turning(ask: Ask, number: int, count: int) -> tuple[Button, ...]:
    if count == 1:
        return ()
    return (
        Button("Back", Press("back", ask, max(number - 1, 0)), disabled=number == 0),
        Button("Next", Press("next", ask, min(number + 1, count - 1)), strong=True, disabled=number == count - 1),
    )
