"""What a person asked, how a button remembers it (a custom_id that outlives restarts), and asking the desk."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from bot.answers.answer import Answer, Brief, Circle, Differ, Search, Sources, Timeline, Who
from bot.answers.options import searchable, span_of
from bot.errors import QueryError
from bot.model import Period

Command = Literal["brief", "who", "timeline", "search", "differ", "sources", "circle", "undated"]
Action = Literal["back", "next", "share", "open", "here"]

CUSTOM_ID_MAX = 100  # Discord's
DATE_MAX = 17  # "26 September 2025"
TEXT_MAX: dict[Command, int] = {
    "brief": 54,
    "who": 80,
    "timeline": 54,
    "search": 80,
    "differ": 80,
    "sources": 85,
    "circle": 80,
    "undated": 54,
}
"""How long the words of each command may be, so that they and a page number fit in a custom_id."""

_COMMANDS: dict[str, Command] = {
    "b": "brief",
    "w": "who",
    "t": "timeline",
    "s": "search",
    "d": "differ",
    "l": "sources",
    "c": "circle",
    "u": "undated",
}
_ACTIONS: dict[str, Action] = {"b": "back", "n": "next", "s": "share", "o": "open", "h": "here"}
_LETTER_OF_COMMAND = {command: letter for letter, command in _COMMANDS.items()}
_LETTER_OF_ACTION = {action: letter for letter, action in _ACTIONS.items()}
_DATED: dict[Command, int] = {"brief": 1, "timeline": 2, "undated": 2}

BUTTON_ID = r"q1:(?P<action>[bnsoh])(?P<command>[bwtsdlcu])(?P<page>\d{1,4}):(?P<query>(?s:.*))"
MENU_ID = r"m1:(?P<command>[bwtsdlcu])"


class Desk(Protocol):
    """`bot.answers.desk.Answers`, as far as Discord needs it."""

    async def brief(
        self, about: str | None, *, since: Period | None = None, scopes: tuple[str, ...] = ("everyone",)
    ) -> Brief: ...

    async def who(self, name: str, *, scopes: tuple[str, ...] = ("everyone",)) -> Who: ...

    async def circle(self, name: str, *, scopes: tuple[str, ...] = ("everyone",)) -> Circle: ...

    async def timeline(
        self,
        about: str | None,
        *,
        first: Period | None = None,
        last: Period | None = None,
        undated: bool = False,
        scopes: tuple[str, ...] = ("everyone",),
    ) -> Timeline: ...

    async def search(self, words: str, *, today: date, scopes: tuple[str, ...] = ("everyone",)) -> Search: ...

    async def differ(self, about: str, *, scopes: tuple[str, ...] = ("everyone",)) -> Differ: ...

    async def sources(self, about: str | None, *, scopes: tuple[str, ...] = ("everyone",)) -> Sources: ...

    def complete(self, typed: str, *, topics: bool, limit: int = 25) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Ask:
    """A command with its options as typed; `first` is also `/brief since:`."""

    command: Command
    text: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """A button: what it does, on which question and page."""

    action: Action
    ask: Ask
    page: int = 0


def custom_id(press: Press) -> str | None:
    """The press as a custom_id; None when it does not fit, and then there can be no such button."""
    ask = press.ask
    dates = [(day or "").replace("|", " ") for day in (ask.first, ask.last)][: _DATED.get(ask.command, 0)]
    query = "|".join([*dates, ask.text or ""])
    text = f"q1:{_LETTER_OF_ACTION[press.action]}{_LETTER_OF_COMMAND[ask.command]}{press.page}:{query}"
    return text if len(text) <= CUSTOM_ID_MAX else None


def menu_id(command: Command) -> str:
    return f"m1:{_LETTER_OF_COMMAND[command]}"


def picked(command: str, value: str) -> Press:
    """What picking `value` from the menu that MENU_ID matched asks for."""
    return Press("open", Ask(_COMMANDS[command], value))


def press_of(action: str, command: str, page: str, query: str) -> Press:
    """The parts that BUTTON_ID matched, read back."""
    name = _COMMANDS[command]
    *dates, text = query.split("|", _DATED.get(name, 0))
    first, last = [*(day or None for day in dates), None, None][:2]
    return Press(_ACTIONS[action], Ask(name, text or None, first, last), int(page))


async def answer_to(  # noqa: PLR0911 - a case for each command
    ask: Ask, *, desk: Desk, scopes: tuple[str, ...], today: date
) -> Answer | Circle:
    first, last = span_of(ask.first, ask.last, today=today)
    match ask.command:
        case "brief":
            return await desk.brief(ask.text, since=first, scopes=scopes)
        case "who":
            return await desk.who(_needed(ask.text, "a name"), scopes=scopes)
        case "circle":
            return await desk.circle(_needed(ask.text, "a name"), scopes=scopes)
        case "timeline":
            return await desk.timeline(ask.text, first=first, last=last, scopes=scopes)
        case "undated":
            return await desk.timeline(ask.text, first=first, last=last, undated=True, scopes=scopes)
        case "search":
            words = searchable(_needed(ask.text, "words to search for"), today=today)
            return await desk.search(words, today=today, scopes=scopes)
        case "differ":
            return await desk.differ(_needed(ask.text, "a topic"), scopes=scopes)
        case "sources":
            return await desk.sources(ask.text, scopes=scopes)


def _needed(text: str | None, what: str) -> str:
    if not text or not text.strip():
        raise QueryError(f"This needs {what}. Type the command again with {what}.")
    return text
