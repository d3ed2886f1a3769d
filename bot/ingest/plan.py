"""What a load has to do: which files to read, which are copies, which moved or went away. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.reading.files import FoundFile, Scan, SeenFile


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store knows of a document: the bytes it was read from, and what analysed it."""

    fingerprint: str
    analyser: str


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read, analyse and save. `moved_from`: the source under which the same bytes are stored now."""

    path: Path
    file: SeenFile
    is_new: bool
    is_changed: bool
    moved_from: str | None = None
    furniture: frozenset[str] = frozenset()  # lines to take out, beside those that the reader does


@dataclass(frozen=True, slots=True)
class Plan:
    """`remember` are files without a document to make: copies, touched ones, those that cannot be opened."""

    jobs: tuple[Job, ...] = ()
    remember: tuple[SeenFile, ...] = ()
    forget: tuple[str, ...] = ()  # files that are gone, and their documents
    dropped: tuple[str, ...] = ()  # documents whose file has become a copy of another
    copies: tuple[tuple[str, str], ...] = ()  # (source, the source it is a copy of)
    failed: tuple[tuple[str, str], ...] = ()  # known already: (source, one sentence)
    unchanged: int = 0


def planned(
    scan: Scan,
    *,
    library: Path,
    seen: Mapping[str, SeenFile],
    kept: Mapping[str, Kept],
    analyser: str,
    same_stamp: bool,
) -> Plan:
    """`same_stamp`: the last load was this analyser's too, so what failed then need not be tried again."""
    present = _present(scan, library, seen)
    owners = _owners(present, kept)
    copies = {
        source: owners[key] for source, (_, file) in present.items() if (key := _key(file)) and owners[key] != source
    }
    moved = _Moves(scan.gone, kept)
    jobs: list[Job] = []
    remember: list[SeenFile] = []
    failed = [(found.source, found.failure or "") for found in scan.failed]
    unchanged = 0
    for source, (path, file) in present.items():
        row = replace(file, copy_of=copies.get(source))
        if source in copies:
            row = replace(row, failure=None)
        elif row.failure and same_stamp:
            failed.append((source, row.failure))
        elif kept.get(source) != Kept(row.fingerprint, analyser):
            jobs.append(_job(path, replace(row, failure=None), kept.get(source), moved))
            continue
        else:
            unchanged += 1
        if seen.get(source) != row:
            remember.append(row)
    remember += [_unopened(found) for found in scan.failed if seen.get(found.source) != _unopened(found)]
    return Plan(
        jobs=tuple(jobs),
        remember=tuple(remember),
        forget=tuple(source for source in scan.gone if source not in moved.taken),
        dropped=tuple(source for source in copies if source in kept),
        copies=tuple(copies.items()),
        failed=tuple(sorted(failed)),
        unchanged=unchanged,
    )


def _present(scan: Scan, library: Path, seen: Mapping[str, SeenFile]) -> dict[str, tuple[Path, SeenFile]]:
    """Every file whose bytes are known, by source, as the store would remember it."""
    files = {source: (library / source, seen[source]) for source in scan.unchanged}
    for found in (*scan.new, *scan.changed, *scan.touched):
        known = seen.get(found.source)
        failure = known.failure if known and known.fingerprint == found.fingerprint else None
        row = SeenFile(found.source, found.size, found.mtime_ns, found.fingerprint, failure=failure)
        files[found.source] = (found.path, row)
    return dict(sorted(files.items()))


def _key(file: SeenFile) -> str:
    """What copies share. An empty file is nobody's copy: it fails by itself."""
    return file.fingerprint if file.size else ""


def _owners(present: Mapping[str, tuple[Path, SeenFile]], kept: Mapping[str, Kept]) -> dict[str, str]:
    """The source that stands for each content: the one stored already, else the first by name."""
    groups: dict[str, list[str]] = defaultdict(list)
    for source, (_, file) in present.items():
        if key := _key(file):
            groups[key].append(source)

    def rank(key: str, source: str) -> tuple[bool, str]:
        return source not in kept or kept[source].fingerprint != key, source

    return {key: min(sources, key=lambda source: rank(key, source)) for key, sources in groups.items()}


class _Moves:
    """Documents whose file is gone, to be found again under another name."""

    def __init__(self, gone: Iterable[str], kept: Mapping[str, Kept]) -> None:
        self.taken: set[str] = set()
        self._by_content: dict[str, list[str]] = defaultdict(list)
        for source in sorted(gone, reverse=True):
            if source in kept:
                self._by_content[kept[source].fingerprint].append(source)

    def take(self, fingerprint: str) -> str | None:
        sources = self._by_content.get(fingerprint)
        if not sources:
            return None
        self.taken.add(source := sources.pop())
        return source


def _job(path: Path, file: SeenFile, kept: Kept | None, moves: _Moves) -> Job:
    if kept:
        return Job(path, file, is_new=False, is_changed=kept.fingerprint != file.fingerprint)
    moved_from = moves.take(file.fingerprint)
    return Job(path, file, is_new=moved_from is None, is_changed=moved_from is not None, moved_from=moved_from)


def _unopened(found: FoundFile) -> SeenFile:
    return SeenFile(found.source, found.size, found.mtime_ns, "", failure=found.failure)
