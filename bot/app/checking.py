"""`check`: settings, token, library and store as they are, and what would happen. Changes nothing."""

import asyncio
import importlib.util
import os
from contextlib import suppress
from pathlib import Path

from bot.analysis.stamp import MODEL
from bot.answers import wording
from bot.app.digest_asking import digest_findings
from bot.app.meaning import lacking
from bot.config import DEFAULT_FILE, Config, read_token
from bot.errors import BriefingError, HeldError, StoreError
from bot.reading.files import Scan, SeenFile, scan
from bot.store import documents
from bot.store.database import Database
from bot.store.lock import held
from bot.terminal.layout import show
from bot.terminal.reports import Finding, check_lines, finding


async def check(config: Config, *, file: Path | None) -> bool:
    """Whether everything would work; prints what was found."""
    findings = [_settings(file), _token(), _model(), *_meaning(config)]
    stored, seen = await _store(config)
    compared = await asyncio.to_thread(scan, config.library, seen=seen, max_bytes=config.max_file)
    findings += [*_library(config.library, compared), *stored]
    with suppress(StoreError):  # said above
        findings += await digest_findings(config)
    show(check_lines(findings))
    return all(found.works for found in findings)


def _settings(file: Path | None) -> Finding:
    path = file or DEFAULT_FILE
    return finding("settings", str(path) if path.is_file() else "no config.yaml here: the defaults")


def _token() -> Finding:
    try:
        token = read_token(os.environ)
    except BriefingError as error:
        return finding("token", str(error), works=False)
    return finding("token", "set" if token else "none: `run` would end at once, everything else works")


def _model() -> Finding:
    if importlib.util.find_spec(MODEL):
        return finding("language model", MODEL)
    return finding("language model", "not installed. Install the program's requirements again.", works=False)


def _meaning(config: Config) -> list[Finding]:
    """Only said where it was asked for."""
    if not config.semantic:
        return []
    trouble = lacking()
    return [finding("search by meaning", trouble or "on", works=not trouble)]


def _library(library: Path, compared: Scan) -> list[Finding]:
    if compared.state != "present":
        said = "is not there" if compared.state == "missing" else "has no briefings in it"
        return [finding("library", f"{library} {said}; nothing would be changed.", works=False)]
    changes = {
        "new": len(compared.new),
        "changed": len(compared.changed),
        "gone": len(compared.gone),
        "unchanged": len(compared.unchanged) + len(compared.touched),
    }
    said = ", ".join(f"{count:,} {name}" for name, count in changes.items() if count)
    return [
        finding("library", f"{library}: {said or 'nothing that can be read'}"),
        *(finding(found.source, found.failure or "cannot be read", works=False) for found in compared.failed),
    ]


async def _store(config: Config) -> tuple[list[Finding], dict[str, SeenFile]]:
    """What is in the store, and the files it remembers."""
    path = config.database
    if not path.is_file():
        return [finding("store", f"{path} is not there yet; the first load makes it")], {}
    try:
        async with Database.open(path, read_only=True) as database:
            rows = await database.look(documents.files)
            count, *_ = await database.read(lambda lookups: lookups.shelf())
    except StoreError as error:
        return [finding("store", str(error), works=False)], {}
    said = f"{path}: {wording.counted(count, 'document')}, {_holder(path)}"
    failed = [finding(row.source, row.failure, works=False) for row in rows if row.failure]
    seen = {
        row.source: SeenFile(row.source, row.size, row.mtime_ns, row.fingerprint, row.copy_of, row.failure)
        for row in rows
    }
    return [finding("store", said), *failed], seen


def _holder(path: Path) -> str:
    try:
        with held(path):
            return "held by nobody"
    except HeldError:
        return "held by a running bot"
