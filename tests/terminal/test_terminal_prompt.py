"""What the prompt offers to complete."""

import pytest

from bot.terminal.prompt import asks_for_help, completions, help_lines

KNOWN = ("Anna Keller", "Port Vell")


def names(typed: str, *, topics: bool, limit: int = 25) -> list[str]:
    found = [name for name in KNOWN if typed.lower() in name.lower()][:limit]
    return [*found, "Harbour treaty signed"] if topics else found


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/w", ["/who "]),
        ("wh", ["/who "]),
        ("s", ["/search ", "/sources "]),
        ("/who kel", ["Anna Keller"]),
        ("/timeline vell fr", ["from:", "Harbour treaty signed"]),
        ("/timeline vell from:20", []),
        ("/timeline about:vel", ["Port Vell", "Harbour treaty signed"]),
        ("/timeline to:2024 about:vel", ["Port Vell", "Harbour treaty signed"]),
        ("/search port", []),
        ("/fly x", []),
    ],
)
def test_commands_options_and_names_are_completed(typed: str, offered: list[str]) -> None:
    assert [text for text, _, _ in completions(typed, names)] == offered


def test_what_is_chosen_replaces_what_was_typed() -> None:
    typed = "/timeline about:port ve"
    ((text, back, _), *_) = completions(typed, names)
    assert typed[: len(typed) - back] + text == "/timeline about:Port Vell"


def test_help_shows_every_command_by_an_example() -> None:
    assert asks_for_help(" /HELP ")
    told = "\n".join(line.plain() for line in help_lines())
    for command in ("/brief", "/who", "/timeline", "/search", "/sources", "/quit"):
        assert command in told
