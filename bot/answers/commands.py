"""The look-up commands: their names, options and descriptions, in one table that every face and the README use."""

from dataclasses import dataclass
from typing import Literal

OptionKind = Literal["topic", "name", "words", "date", "flag"]


@dataclass(frozen=True, slots=True)
class Option:
    """`topic` is a name or any words, `flag` yes or no; the first option of a command may be given without its name."""

    name: str
    kind: OptionKind
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    description: str
    options: tuple[Option, ...]
    example: str

    def option(self, name: str) -> Option | None:
        return next((option for option in self.options if option.name == name), None)


COMMANDS: tuple[Command, ...] = (
    Command(
        "brief",
        "What the briefings say about a topic or name, in a few of their own sentences",
        (
            Option("about", "topic", "A name or any words; leave it out for the newest stories"),
            Option("since", "date", 'Only briefings from then on: "last week", "Oct 2024", "2025-06-26"'),
        ),
        "/brief border talks since:2025",
    ),
    Command(
        "who",
        "A person or body: roles, what they said and did, whom they met, with the proof",
        (Option("name", "name", "A person, organisation or place; a part of the name will do", required=True),),
        "/who Singh",
    ),
    Command(
        "timeline",
        "Dated events in order, the same event told by several briefings as one row",
        (
            Option("about", "topic", "A name or any words; leave it out for everything"),
            Option("from", "date", 'Not before: "2020", "Oct 2024", "2025-06-26"'),
            Option("to", "date", 'Not after: "2024-12", "yesterday"'),
            Option("undated", "flag", "Also list what no date is known for"),
        ),
        "/timeline Ladakh from:2020 to:2024-12",
    ),
    Command(
        "search",
        "The best sentences for some words, with the words marked",
        (
            Option(
                "words",
                "words",
                'Words to find; "in quotes" for a phrase, -word to leave out, since:2024 for dates',
                required=True,
            ),
        ),
        '/search "joint statement" terrorism',
    ),
    Command(
        "differ",
        "Where briefings disagree on a figure, a date, a name or a claim: quote beside quote, no verdict",
        (Option("about", "topic", "A name or any words", required=True),),
        "/differ joint statement",
    ),
    Command(
        "sources",
        "The library: each briefing with its publisher, date and how it was found",
        (Option("about", "topic", "A title, file name, name or words; leave it out for all"),),
        "/sources",
    ),
)


def command(name: str) -> Command | None:
    return next((known for known in COMMANDS if known.name == name), None)
