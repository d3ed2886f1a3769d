"""README says what the code does: commands, verbs, settings, libraries and files are compared."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from bot.__main__ import parser
from bot.answers.commands import COMMANDS
from bot.config import Config, parse_config

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf8")


def section(heading: str) -> str:
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"README has no section {heading!r}"
    return found[1]


def rows(heading: str) -> dict[str, list[str]]:
    """First column -> the other columns of a section's table, back-ticks off."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")][2:]
    cells = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]
    return {first: rest for first, *rest in cells}


def test_the_table_of_commands_is_the_codes() -> None:
    said = {
        "/" + " ".join([command.name, *(o.name if o.required else f"[{o.name}]" for o in command.options)])
        for command in COMMANDS
    }
    assert set(rows("Commands")) == said


def helped(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit):
        parser().parse_args([*arguments, "--help"])
    return capsys.readouterr().out


def test_the_table_of_verbs_is_the_parsers(capsys: pytest.CaptureFixture[str]) -> None:
    verbs = re.search(r"^verbs:\n(.*?)\n\n", helped(capsys), re.MULTILINE | re.DOTALL)
    assert verbs
    table = rows("On the terminal")
    assert list(table) == re.findall(r"^    (\w+) ", verbs[1], re.MULTILINE)
    for verb, (words,) in table.items():
        known = set(re.findall(r"--\w+", helped(capsys, verb)))
        assert {*re.findall(r"--\w+", words), "--config", "--library", "--database"} <= known


def test_the_table_of_settings_is_the_configs() -> None:
    table = rows("Settings")
    assert list(table) == list(Config.model_fields)
    shown = "\n".join(f"{key}: {default.strip('`')}" for key, (default, _) in table.items())
    assert parse_config(shown, name="README.md") == Config()


def test_config_yaml_shows_every_key_with_its_default() -> None:
    text = (ROOT / "config.yaml").read_text(encoding="utf8")
    assert list(yaml.safe_load(text)) == list(Config.model_fields)
    assert parse_config(text, name="config.yaml") == Config()


def test_every_dependency_earns_a_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    named = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    said = {word.lower() for first in rows("What it is made of") for word in re.findall(r"[\w.-]+", first)}
    for requirement in named:
        name = re.match(r"[\w.-]+", requirement)
        assert name
        assert name[0].lower() in said | {"sitrep-bot", "pytest-asyncio"}, f"README says nothing of {name[0]}"


def test_the_files_it_sends_people_to_are_there() -> None:
    named = re.findall(r"`((?:bot|docs|benchmarks|seeds)/[\w/.-]*)`", README)
    assert named
    for path in [*named, *re.findall(r"\]\((docs/[^)]+)\)", README)]:
        assert (ROOT / path).exists(), f"README speaks of {path}"


def test_ci_takes_its_commands_from_the_readme() -> None:
    """.ci/run finds the one line that sets up and tests; the other sets up and runs without a token."""
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert lines[0].endswith("-m bot demo")
    assert lines[1].endswith("-m pytest")
    assert README.index(lines[1]) < 3000, "both stand on the first screen"
