"""What is in the library folder: which files count, which are new, changed, gone, still being written."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.errors import UnreadableError

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf"})
MAX_BYTES = 8 * 2**20
SETTLE = 2.0  # seconds without a change after which a file counts as written
_PARTIAL = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".swp", ".swx", ".swo", ".filepart", "~")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells an unchanged file without opening it."""

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class SeenFile:
    """What the store remembers of a file. `fingerprint` is "" where its bytes were never read."""

    source: str
    size: int
    mtime_ns: int
    fingerprint: str
    copy_of: str | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the library whose bytes are not those remembered. `failure`: why it cannot even be opened."""

    source: str
    path: Path
    size: int
    mtime_ns: int
    fingerprint: str
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """The library compared with what is remembered. All members are sorted by source.

    `touched` have another time or size record but the same bytes: nothing to do but remember the new stamp.
    `vanished` means: the folder is missing or empty all at once although files are remembered; then `gone` is empty.
    `waiting` holds the stamps of files that may still be written; hand it to the next scan.
    `skipped` are (source, why) of files that are there but not for us; worth a line in a report, never a failure.
    """

    state: Literal["present", "empty", "missing"]
    vanished: bool = False
    new: tuple[FoundFile, ...] = ()
    changed: tuple[FoundFile, ...] = ()
    touched: tuple[FoundFile, ...] = ()
    failed: tuple[FoundFile, ...] = ()
    unchanged: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    waiting: Mapping[str, Stamp] = field(default_factory=dict[str, Stamp])
    skipped: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Walk:
    files: dict[str, tuple[Path, os.stat_result]] = field(default_factory=dict[str, tuple[Path, os.stat_result]])
    skipped: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    closed: list[str] = field(default_factory=list[str])  # folders that could not be listed, each with its final "/"


def fingerprint(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def is_partial(name: str) -> bool:
    """Hidden files and what editors, browsers and copying programs leave while they write."""
    return name.startswith((".", "~$", "#")) or name.lower().endswith(_PARTIAL)


def scan(
    library: Path,
    *,
    seen: Mapping[str, SeenFile],
    max_bytes: int = MAX_BYTES,
    waiting: Mapping[str, Stamp] | None = None,
    settle: float = 0.0,
    now: float | None = None,
) -> Scan:
    """The library against `seen`. Files whose size and time are those remembered are not opened.

    With `settle` seconds, a file written to since then waits until two scans find it the same: hand `waiting` of the
    last scan on. A single load leaves `settle` at 0 and waits for nothing. `now` is in seconds since 1970.
    """
    root = library.resolve()
    try:
        walk = _walk(root)
    except OSError:
        return Scan("missing", vanished=bool(seen))
    if not walk.files and not walk.closed:
        return Scan("empty", vanished=bool(seen), skipped=tuple(sorted(walk.skipped)))
    fresh_since = (time.time() if now is None else now) - settle if settle > 0 else float("inf")
    return _compared(walk, seen=seen, max_bytes=max_bytes, waited=waiting or {}, fresh_since=fresh_since)


def _compared(
    walk: _Walk,
    *,
    seen: Mapping[str, SeenFile],
    max_bytes: int,
    waited: Mapping[str, Stamp],
    fresh_since: float,
) -> Scan:
    new: list[FoundFile] = []
    changed: list[FoundFile] = []
    touched: list[FoundFile] = []
    failed: list[FoundFile] = []
    unchanged: list[str] = []
    waiting: dict[str, Stamp] = {}
    for source, (path, status) in sorted(walk.files.items()):
        known, stamp = seen.get(source), Stamp(status.st_size, status.st_mtime_ns)
        if known and known.fingerprint and (known.size, known.mtime_ns) == (stamp.size, stamp.mtime_ns):
            unchanged.append(source)
            continue
        if status.st_mtime > fresh_since and waited.get(source) != stamp:
            waiting[source] = stamp
            continue
        found = _found(source, path, stamp, max_bytes)
        if found.failure:
            failed.append(found)
        elif known is None:
            new.append(found)
        else:
            (touched if known.fingerprint == found.fingerprint else changed).append(found)
    gone = (source for source in seen if source not in walk.files and not source.startswith(tuple(walk.closed)))
    return Scan(
        "present",
        new=tuple(new),
        changed=tuple(changed),
        touched=tuple(touched),
        failed=tuple(failed),
        unchanged=tuple(unchanged),
        gone=tuple(sorted(gone)),
        waiting=waiting,
        skipped=tuple(sorted(walk.skipped)),
    )


def _found(source: str, path: Path, stamp: Stamp, max_bytes: int) -> FoundFile:
    try:
        data = content(path, max_bytes=max_bytes)
    except UnreadableError as error:
        return FoundFile(source, path, stamp.size, stamp.mtime_ns, "", failure=str(error))
    return FoundFile(source, path, stamp.size, stamp.mtime_ns, fingerprint(data))


def content(path: Path, *, max_bytes: int) -> bytes:
    """The bytes of a regular file; raises UnreadableError, also where it is larger than `max_bytes`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("It is not a regular file. Put the text itself into the library.")
        if status.st_size > max_bytes:
            raise UnreadableError(too_large(status.st_size, max_bytes))
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise UnreadableError(
            "It is no longer there. Put it back or leave it: the library is looked at again."
        ) from None
    except PermissionError:
        raise UnreadableError("It may not be read: permission denied. Allow the bot's user to read it.") from None
    except OSError as error:
        raise UnreadableError(
            f"It cannot be read: {error.strerror or 'the disk gave an error'}. Check the disk or mount."
        ) from None
    if len(data) > max_bytes:
        raise UnreadableError(too_large(len(data), max_bytes))
    return data


def too_large(size: int, max_bytes: int) -> str:
    return f"It is too large: {_amount(size)}, the limit is {_amount(max_bytes)}. Split it, or keep only its text."


def _amount(size: int) -> str:
    for unit, name in ((2**20, "MiB"), (2**10, "KiB")):
        if size >= unit:
            return f"{size / unit:.1f} {name}".replace(".0 ", " ")
    return f"{size} bytes"


def _walk(root: Path) -> _Walk:
    """Every candidate below an absolute root. Raises OSError where the root itself cannot be listed."""
    walk, folders = _Walk(), [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            if not folder:
                raise
            walk.closed.append(folder)
            walk.skipped.append(
                (folder, f"The folder cannot be listed: {error.strerror}. Allow the bot's user to read it.")
            )
            continue
        folders.extend(_looked_at(walk, root, folder, listed))
    return walk


def _looked_at(walk: _Walk, root: Path, folder: str, entries: list["os.DirEntry[str]"]) -> Iterator[str]:
    """Files go into the walk; yields the folders to go on with."""
    for entry in entries:
        if is_partial(entry.name):
            continue
        source = folder + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield source + "/"
            continue
        try:
            walk.files[source] = _located(root, source, entry)
        except UnreadableError as why:
            walk.skipped.append((source.encode(errors="replace").decode(), str(why)))


def _located(root: Path, source: str, entry: "os.DirEntry[str]") -> tuple[Path, os.stat_result]:
    """Where the file's bytes are, links inside the library followed. Raises UnreadableError for what is not for us."""
    if not source.isprintable() and source.encode(errors="replace").decode() != source:
        raise UnreadableError("Its name is not valid UTF-8. Rename it.")
    try:
        path = _behind_link(root, Path(entry.path)) if entry.is_symlink() else Path(entry.path)
        status = path.stat() if entry.is_symlink() else entry.stat(follow_symlinks=False)
    except (OSError, RuntimeError):
        raise UnreadableError("It is a link that leads nowhere, or it went away. Put the file itself there.") from None
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("It is a link to a folder. Put the folder itself there.")
    if os.path.splitext(entry.name)[1].lower() not in SUFFIXES:  # noqa: PTH122 a Path for each of many files is slow
        raise UnreadableError("Its kind is not read. Sitrep reads .txt, .md, .html and .pdf.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("It is not a regular file. Put the text itself there.")
    return path, status


def _behind_link(root: Path, link: Path) -> Path:
    path = link.resolve(strict=True)
    if not path.is_relative_to(root):
        raise UnreadableError("It is a link that leads out of the library. Put the file itself there.")
    return path
