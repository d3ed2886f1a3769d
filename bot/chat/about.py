"""The words of /help and /about."""

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from bot.answers import wording
from bot.answers.answer import Shelf
from bot.answers.commands import COMMANDS, Command
from bot.answers.options import parse


def help_text(*, public: bool, groups: Mapping[str, tuple[str, Sequence[str]]]) -> str:
    """One row a command with its example, as markdown; `public`: answers are for all unless asked otherwise.

    `groups` are the commands with commands below them that the reader may use: what they are for, and which.
    """
    rows = [f"**/{known.name}** · {known.description}\n-# `{_typed(known)}`" for known in COMMANDS]
    rows += [f"**/{name}** · {about}\n-# {', '.join(below)}" for name, (about, below) in groups.items()]
    seen = "`private: True` keeps one to yourself." if public else "Only you see them until you press Share."
    closing = f"Answers are the briefings' own sentences; each [n] names its source. {seen}"
    return "\n".join(["## What you can ask", *rows, "", closing])


def _typed(known: Command) -> str:
    """The example with the name of each option, as Discord has it typed."""
    return " ".join([f"/{known.name}", *(f"{name}:{value}" for name, value in parse(known.example).options.items())])


def about_me(shelf: Shelf) -> str:
    return (
        f"**Sitrep** {_version()} answers from the briefings of this installation and from nothing else, in their own "
        f"words, each line with its source. No language model, nothing leaves the machine but these messages.\n"
        f"On file: {wording.shelf(shelf)}."
    )


def _version() -> str:
    try:
        return version("sitrep-bot")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "(not installed)"
