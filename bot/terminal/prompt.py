"""The prompt of `ask`: history, completion of commands, options and names; plain lines where there is no terminal."""

import sys
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.answers.commands import COMMANDS, command
from bot.terminal.layout import BLANK, Line, columns, heading

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

WELCOME = "Type /who NAME, /brief TOPIC or another command. Tab completes, /help lists them, /quit leaves."
_LEAVING = frozenset({"/quit", "/exit", "quit", "exit"})
_HELP = frozenset({"/help", "help", "?"})


class Names(Protocol):
    """Names for what is typed so far, best first, and with `topics` words too."""

    def __call__(self, typed: str, *, topics: bool, limit: int = 25) -> Iterable[str]: ...


def asks_for_help(line: str) -> bool:
    return line.strip().lower() in _HELP


def help_lines() -> list[Line]:
    said = [Line(((known.description, ""),), label=known.example) for known in COMMANDS]
    rest = [Line((("this list", ""),), label="/help"), Line((("leaves, as Ctrl-D does", ""),), label="/quit")]
    return [heading("Commands"), *columns([*said, *rest]), BLANK]


async def typed_lines(*, history: Path, names: Names) -> AsyncIterator[str]:
    """What is typed, a line at a time, until the end of input or /quit."""
    source = _prompted(history, names) if sys.stdin.isatty() and sys.stdout.isatty() else _piped()
    async for line in source:
        if line.strip().lower() in _LEAVING:
            return
        if line.strip():
            yield line.strip()


async def _piped() -> AsyncIterator[str]:
    for line in sys.stdin:
        yield line


async def _prompted(history: Path, names: Names) -> AsyncIterator[str]:
    session = _session(history, names)
    while True:
        try:
            yield await session.prompt_async()
        except EOFError:
            return
        except KeyboardInterrupt:
            continue  # as in a shell: the line is given up, not the prompt


def _session(history: Path, names: Names) -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import FileHistory, InMemoryHistory
    from prompt_toolkit.shortcuts import CompleteStyle

    class Completing(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
            del complete_event
            for text, back, about in completions(document.text_before_cursor, names):
                yield Completion(text, start_position=-back, display_meta=about)

    return PromptSession[str](
        "› ",
        history=FileHistory(str(history)) if _writable(history) else InMemoryHistory(),
        completer=Completing(),
        complete_style=CompleteStyle.MULTI_COLUMN,
        auto_suggest=AutoSuggestFromHistory(),
    )


def _writable(history: Path) -> bool:
    try:
        history.parent.mkdir(parents=True, exist_ok=True)
        history.touch(mode=0o600)
    except OSError:
        return False
    return True


def completions(typed: str, names: Names) -> Iterator[tuple[str, int, str]]:
    """What could stand at the end of `typed`: (text, how many characters it replaces, what it is)."""
    verb, space, rest = typed.lstrip().partition(" ")
    word = verb.removeprefix("/").lower()
    if not space:
        near = sorted((known for known in COMMANDS if word in known.name), key=lambda k: not k.name.startswith(word))
        yield from ((f"/{known.name} ", len(verb), known.description) for known in near)
        return
    known = command(word)
    if known is None:
        return
    last = rest.rsplit(" ", 1)[-1]
    yield from (
        (f"{option.name}:", len(last), option.description)
        for option in known.options
        if (last and option.name.startswith(last.lower())) or (not last and rest)
    )
    option, value = known.options[0], rest
    for other in known.options:
        _, found, after = rest.rpartition(f"{other.name}:")
        if found and len(after) <= len(value):
            option, value = other, after
    if option.kind in ("name", "topic"):
        yield from ((name, len(value), "") for name in names(value.strip(), topics=option.kind == "topic"))
