"""`ask`: one answer, a prompt, or a command a line of stdin, each from a store brought up to the library first."""

import os
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from bot.answers.answer import Answer
from bot.answers.desk import Answers
from bot.answers.options import Asked, flag_of, parse, searchable, span_of
from bot.app.loading import told
from bot.app.meaning import Meaning
from bot.app.opening import Opened, opened
from bot.config import Config
from bot.errors import HeldError, QueryError
from bot.logs import working_on
from bot.store.database import Database
from bot.terminal.jsonform import Json, answer_json, json_line
from bot.terminal.layout import BLANK, Line, complain, plain, show, write
from bot.terminal.progress import load_bar
from bot.terminal.prompt import WELCOME, asks_for_help, help_lines, typed_lines
from bot.terminal.text import answer_lines


@asynccontextmanager
async def up_to_date(config: Config) -> AsyncGenerator[Answers]:
    """The desk over a store that equals the library; as it is, when a bot holds the store and sees to that itself.

    The store is held for the load alone, so that a bot may start while somebody sits at the prompt.
    """
    try:
        async with opened(config) as ours:
            await load_with_bar(ours)
    except HeldError:
        pass
    async with (
        Database.open(config.database, read_only=True) as database,
        Meaning.of(database, wanted=config.semantic) as meaning,
    ):
        yield Answers(database, nearest=meaning.nearest if meaning else None)


async def load_with_bar(ours: Opened) -> None:
    """What could not be loaded is said by the log."""
    with load_bar() as watch:
        await ours.load(progress=told(watch))


async def ask_once(config: Config, line: str, *, as_json: bool) -> None:
    if asks_for_help(line) and not as_json:
        show(help_lines())
        return
    asked = parse(line)
    async with up_to_date(config) as desk:
        answer, took = await _timed(desk, asked)
    if as_json:
        write(json_line(_answered(line, answer, took)))
    else:
        show(answer_lines(answer))


async def ask_lines(config: Config) -> bool:
    """A JSON line for each line of stdin; whether all could be answered."""
    all_answered = True
    async with up_to_date(config) as desk:
        await desk.refresh()
        for line in sys.stdin:
            answered = await _json_or_error(desk, line.strip())
            write(json_line(answered))
            all_answered = all_answered and "error" not in answered
    return all_answered


async def _json_or_error(desk: Answers, line: str) -> Json:
    started = time.perf_counter()
    try:
        answer, took = await _timed(desk, parse(line))
    except QueryError as error:
        took_ms = _milliseconds(time.perf_counter() - started)
        return {"command": line, "took_ms": took_ms, "answer": None, "text": "", "error": str(error)}
    return _answered(line, answer, took)


async def converse(config: Config) -> None:
    """Questions and answers until the end of input; a wrong question is told, and the next one taken."""
    async with up_to_date(config) as desk:
        await desk.refresh()
        if sys.stdin.isatty():
            show([Line(((WELCOME, "quiet"),)), BLANK])
        async for line in typed_lines(history=_history(), names=desk.complete):
            if asks_for_help(line):
                show(help_lines())
                continue
            try:
                answer, _ = await _timed(desk, parse(line))
            except QueryError as error:
                complain(str(error))
            else:
                show([*answer_lines(answer), BLANK])


async def _timed(desk: Answers, asked: Asked) -> tuple[Answer, float]:
    """The answer, and how many seconds it alone took."""
    with working_on(f"/{asked.command.name}"):
        started = time.perf_counter()
        answer = await answer_to(desk, asked, today=date.today())
        return answer, time.perf_counter() - started


async def answer_to(desk: Answers, asked: Asked, *, today: date) -> Answer:
    option = asked.options.get

    match asked.command.name:
        case "brief":
            return await desk.brief(option("about"), since=span_of(option("since"), None, today=today)[0])
        case "who":
            return await desk.who(asked.options["name"])
        case "timeline":
            listed = flag_of(option("undated") or "no")
            first, last = span_of(option("from"), option("to"), today=today)
            return await desk.timeline(option("about"), first=first, last=last, undated=listed)
        case "search":
            return await desk.search(searchable(asked.options["words"], today=today), today=today)
        case "differ":
            return await desk.differ(asked.options["about"])
        case "sources":
            return await desk.sources(option("about"))
        case unknown:
            raise QueryError(f"/{unknown} cannot be asked on the terminal yet.")


def _answered(line: str, answer: Answer, took: float) -> Json:
    return {
        "command": line,
        "took_ms": _milliseconds(took),
        "answer": answer_json(answer),
        "text": plain(answer_lines(answer)),
    }


def _milliseconds(seconds: float) -> float:
    return round(1000 * seconds, 3)


def _history() -> Path:
    """Where the prompt remembers what was typed, in the user's own state folder."""
    base = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".local" / "state") / "sitrep" / "history"
