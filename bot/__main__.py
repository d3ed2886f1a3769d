"""`python -m bot VERB`: arguments, exit codes, and errors in one sentence. Imports what a verb needs when it runs."""

import argparse
import asyncio
import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from bot.errors import BriefingError, ConfigError, QueryError

if TYPE_CHECKING:
    from bot.config import Config

log = logging.getLogger(__name__)

DONE, FAILURES, WRONG, CANNOT_WORK, INTERRUPTED = 0, 1, 2, 78, 130

_DESCRIPTION = """\
Sitrep answers questions from a folder of briefings, in the briefings' own words, every line with its source.
"""
_EXAMPLES = """\
try:
  python -m bot ask '/who Rajnath Singh'     one answer
  python -m bot ask                          a prompt, with completion
  python -m bot ask '/timeline from:2024'    what happened since 2024
  python -m bot inspect seeds/*.txt          what was understood in a file
  python -m bot demo                         the Discord bot in your browser, without a token
  python -m bot run                          the Discord bot; DISCORD_TOKEN holds its token

python -m bot VERB --help explains a verb. Settings are in config.yaml.
"""


def parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    places = common.add_argument_group("common options")
    places.add_argument("--config", type=Path, metavar="FILE", help="settings (default: config.yaml)")
    places.add_argument("--library", type=Path, metavar="DIR", help="folder of briefings, instead of the config's")
    places.add_argument("--database", type=Path, metavar="FILE", help="the store, instead of the config's")
    top = argparse.ArgumentParser(
        prog="python -m bot",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = top.add_subparsers(dest="verb", metavar="VERB", title="verbs")

    def verb(name: str, text: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, parents=[common], help=text, description=text[:1].upper() + text[1:] + ".")

    verb("run", "the bot in Discord; its token in DISCORD_TOKEN, or in the file DISCORD_TOKEN_FILE names")
    verb("demo", "the same bot in a Discord look-alike in the local browser, no token")
    ask = verb("ask", "one answer, or a prompt when no command is given")
    ask.add_argument("command", nargs="*", help="as in Discord: '/who Singh', '/timeline Ladakh from:2020 to:2024-12'")
    _forms(ask, json="the answer as JSON", jsonl="a command per line of stdin, a JSON line for each")
    load = verb("load", "make the store equal to the library")
    _forms(load, json="the report as JSON")
    inspect = verb("inspect", "what was understood in a file")
    inspect.add_argument("file", nargs="*", type=Path, help="briefings: .txt, .md, .html or .pdf")
    inspect.add_argument("--published", metavar="DATE", help="read dates against this day, as 2025-06-26")
    _forms(inspect, json="a JSON object a file", jsonl="documents as JSON lines from stdin, their text taken as it is")
    verb("export", "everything in the store as JSON lines")
    verb("check", "config, token, library, store and the digests' next times: what would happen")
    digest = verb("digest", "what the next digest would say, or in which digest a briefing stood")
    digest.add_argument("what", choices=("preview", "why"), help="preview NAME, or why SOURCE")
    digest.add_argument("name", nargs="+", help="the digest's name; a briefing's path, file name or title")
    _forms(digest, json="with preview: each message as JSON")
    return top


def _forms(verb: argparse.ArgumentParser, **texts: str) -> None:
    group = verb.add_mutually_exclusive_group()
    for name, text in texts.items():
        group.add_argument(f"--{name}", action="store_true", help=text)


def main(arguments: Sequence[str] | None = None) -> int:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        _speak_utf8(stream)
    top = parser()
    options = top.parse_args(arguments)
    if options.verb is None:
        top.print_help()
        return DONE
    return _guarded(options)


def _speak_utf8(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper):
        # A lone surrogate becomes \udXXX, which in JSON is what it was.
        stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")


def _guarded(options: argparse.Namespace) -> int:
    """The verb's exit code; every way it can go wrong is one sentence on stderr."""
    try:
        code = _done(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: a person reads a sentence, the log has the traceback
        return _refused(_innermost(error), verb=options.verb)
    return code


def _innermost(error: BaseException) -> BaseException:
    """A task group wraps what went wrong in one of its tasks."""
    while isinstance(error, BaseExceptionGroup):
        error = cast("BaseExceptionGroup[BaseException]", error).exceptions[0]
    return error


def _refused(error: BaseException, *, verb: str) -> int:
    match error:
        case BrokenPipeError():
            # Whoever read us has enough; what is left must not fail again when Python flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return DONE
        case BriefingError():
            sys.stderr.write(f"{error}\n")
            if verb == "run":
                return CANNOT_WORK if isinstance(error, ConfigError) else FAILURES
            return WRONG if isinstance(error, ConfigError | QueryError) else FAILURES
        case _:
            log.error("%s failed", verb, exc_info=error)
            sys.stderr.write("Something went wrong inside Sitrep; the lines above say where. Please report them.\n")
            return FAILURES


def _done(options: argparse.Namespace) -> int:
    from bot.config import needed_token, read_config
    from bot.logs import start_logging

    config = read_config(options.config)
    given = {key: Path.cwd() / path for key in ("library", "database") if (path := getattr(options, key)) is not None}
    config = config.model_copy(update=given)
    if options.verb == "run":
        token = needed_token(os.environ)
        start_logging(config.logging.level, config.logging.format, secrets=(token,))
        from bot.app.running import run

        asyncio.run(run(config, token))
        return DONE
    # A person at a terminal reads answers, not what happened meanwhile.
    debugs = config.logging.level == "debug"
    form = config.logging.format if debugs or config.logging.format == "json" else "brief"
    start_logging("debug" if debugs else "warning", form, secrets=(os.environ.get("DISCORD_TOKEN", ""),))
    if options.verb == "load" and not debugs:  # its report names each file that failed
        logging.getLogger("bot.ingest").setLevel(logging.ERROR)
    return asyncio.run(_verb(options, config))


async def _verb(options: argparse.Namespace, config: "Config") -> int:
    """Every verb but `run`, and how it went."""
    match options.verb:
        case "inspect":
            return await _inspect(options, config)
        case "export":
            from bot.app.exporting import export

            export(config)
        case "load":
            from bot.app.loading import load

            return DONE if await load(config, as_json=options.json) else FAILURES
        case "ask":
            return await _ask(options, config)
        case "check":
            from bot.app.checking import check

            return DONE if await check(config, file=options.config) else FAILURES
        case "digest":
            from bot.app.digest_asking import show_preview, show_why

            name = " ".join(options.name)
            await (
                show_why(config, name) if options.what == "why" else show_preview(config, name, as_json=options.json)
            )
        case _:
            from bot.app.demoing import demo

            await demo(config)
    return DONE


async def _ask(options: argparse.Namespace, config: "Config") -> int:
    from bot.app.asking import ask_lines, ask_once, converse

    if options.jsonl:
        return DONE if await ask_lines(config) else FAILURES
    if options.command:
        await ask_once(config, " ".join(options.command), as_json=options.json)
    elif options.json:
        raise QueryError("--json needs a command, as in: ask --json '/who Singh'")
    else:
        await converse(config)
    return DONE


async def _inspect(options: argparse.Namespace, config: "Config") -> int:
    from bot.app.inspecting import day_of, inspect_files, inspect_lines

    if options.jsonl:
        return DONE if await inspect_lines(sys.stdin) else FAILURES
    if not options.file:
        raise QueryError("inspect needs a file, or --jsonl with documents on standard input.")
    published = day_of(options.published) if options.published else None
    read = await inspect_files(config, options.file, published=published, as_json=options.json)
    return DONE if read else FAILURES


if __name__ == "__main__":
    sys.exit(main())
