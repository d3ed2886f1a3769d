"""What one document leaves in the database: saved whole, moved, removed; and what is remembered of its file."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.model import Analysis, Period, Span
from bot.words import tokens

_PARTS = ("removed", "sentences", "occurrences", "roles", "statements", "timexes", "events")


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of `files`. `fingerprint` is "" where the bytes could not be read."""

    source: str
    size: int
    mtime_ns: int
    fingerprint: str
    copy_of: str | None = None
    failure: str | None = None


def save(
    connection: sqlite3.Connection, analysis: Analysis, *, now: datetime, sketch: bytes = b"", twin: int | None = None
) -> int:
    """The document's id. A document of the same source keeps its id and when it was added; all else is replaced.

    `changed` moves only with the file's bytes: to be analysed again is no news. Its names are unlinked until the
    next `names.relink`.
    """
    document = analysis.document
    instant = int(now.timestamp())
    (found,) = connection.execute(
        """
        INSERT INTO documents (
            source, title, first, last, precision, basis, publisher, link, text, raw, tags, scope, fingerprint,
            words, analyser, sketch, twin, added, changed
        )
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (source) DO UPDATE SET
            title = excluded.title, first = excluded.first, last = excluded.last, precision = excluded.precision,
            basis = excluded.basis, publisher = excluded.publisher, link = excluded.link, text = excluded.text,
            raw = excluded.raw, tags = excluded.tags, scope = excluded.scope, words = excluded.words,
            analyser = excluded.analyser, sketch = excluded.sketch, twin = excluded.twin, compared = '',
            changed = CASE fingerprint WHEN excluded.fingerprint THEN changed ELSE excluded.changed END,
            fingerprint = excluded.fingerprint
        RETURNING id
        """,
        (
            document.source,
            document.title,
            *_days(document.published.value),
            document.published.basis,
            document.publisher,
            document.link,
            document.text,
            document.raw,
            json.dumps(document.tags, ensure_ascii=False),
            document.scope,
            document.fingerprint,
            len(tokens(document.text)),
            analysis.analyser,
            sketch,
            twin,
            instant,
            instant,
        ),
    ).fetchone()
    for part in _PARTS:
        connection.execute(f"DELETE FROM {part} WHERE document = ?", (found,))  # noqa: S608 our own table's name
    _insert_parts(connection, int(found), analysis)
    mark_unlinked(connection)
    return int(found)


def _insert_parts(connection: sqlite3.Connection, document: int, analysis: Analysis) -> None:
    def insert(table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
        places = ", ".join("?" for _ in range(columns.count(",") + 2))
        connection.executemany(
            f"INSERT INTO {table} (document, {columns}) VALUES ({places})",  # noqa: S608 our own names
            [(document, *row) for row in rows],
        )

    place = {sentence: position for position, sentence in enumerate(analysis.summary)}
    insert("removed", "line, text, reason", ((r.line, r.text, r.reason) for r in analysis.document.removed))
    insert(
        "sentences",
        'ordinal, start, "end", kind, summary',
        ((i, s.at.start, s.at.end, s.kind, place.get(i)) for i, s in enumerate(analysis.sentences)),
    )
    insert(
        "occurrences",
        'start, "end", sentence, kind, surface, local',
        ((o.at.start, o.at.end, o.sentence, o.kind, o.surface, o.name) for o in analysis.occurrences),
    )
    insert(
        "roles",
        'local, text, start, "end", sentence',
        ((r.name, r.text, r.at.start, r.at.end, r.sentence) for r in analysis.roles),
    )
    insert(
        "statements",
        'local, kind, verb, start, "end", sentence, spoken_start, spoken_end',
        ((s.speaker, s.kind, s.verb, s.at.start, s.at.end, s.sentence, *_ends(s.spoken)) for s in analysis.statements),
    )
    insert(
        "timexes",
        'start, "end", type, value, first, last, precision, basis',
        ((t.at.start, t.at.end, t.type, t.value, *_days(t.when), t.basis) for t in analysis.timexes),
    )
    insert(
        "events",
        'start, "end", sentence, first, last, precision, basis, words_start, words_end',
        ((e.at.start, e.at.end, e.sentence, *_days(e.when), e.basis, *_ends(e.words)) for e in analysis.events),
    )


def remove(connection: sqlite3.Connection, source: str) -> None:
    """The document of `source` with all that was understood of it."""
    connection.execute("DELETE FROM documents WHERE source = ?", (source,))
    mark_unlinked(connection)


def move(connection: sqlite3.Connection, source: str, target: str) -> None:
    """The same bytes under another source: the document keeps its id, and when it was added."""
    connection.execute("UPDATE documents SET source = ? WHERE source = ?", (target, source))
    forget_file(connection, source)
    connection.execute("UPDATE files SET copy_of = ? WHERE copy_of = ?", (target, source))


def forget_file(connection: sqlite3.Connection, source: str) -> None:
    connection.execute("DELETE FROM files WHERE source = ?", (source,))


def remember_file(connection: sqlite3.Connection, file: FileRow) -> None:
    connection.execute(
        """
        INSERT INTO files (source, size, mtime_ns, fingerprint, copy_of, failure)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (source) DO UPDATE SET
            size = excluded.size, mtime_ns = excluded.mtime_ns, fingerprint = excluded.fingerprint,
            copy_of = excluded.copy_of, failure = excluded.failure
        """,
        (file.source, file.size, file.mtime_ns, file.fingerprint, file.copy_of, file.failure),
    )


def files(connection: sqlite3.Connection) -> list[FileRow]:
    """Every file that was ever seen and is not gone."""
    rows = connection.execute("SELECT source, size, mtime_ns, fingerprint, copy_of, failure FROM files")
    return [FileRow(*row) for row in rows]


def kept(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """(source, fingerprint, analyser) of every document."""
    return connection.execute("SELECT source, fingerprint, analyser FROM documents").fetchall()


def mark_unlinked(connection: sqlite3.Connection) -> None:
    """In the same transaction as what changed: whoever comes next knows that links are out of date."""
    connection.execute("DELETE FROM notes WHERE key = 'linked'")


def mark_linked(connection: sqlite3.Connection, *, linker: str) -> None:
    note(connection, "linked", linker)


def is_linked(connection: sqlite3.Connection, *, linker: str) -> bool:
    """Whether links were made by `linker`, this version of the rules, since the last change."""
    return noted(connection, "linked") == linker


def note_analyser(connection: sqlite3.Connection, *, analyser: str) -> None:
    """This analyser has seen every file, those that failed too."""
    note(connection, "analyser", analyser)


def noted_analyser(connection: sqlite3.Connection) -> str | None:
    return noted(connection, "analyser")


def note(connection: sqlite3.Connection, key: str, value: str) -> None:
    """One value of state that the program keeps for itself."""
    connection.execute(
        """
        INSERT INTO notes (key, value)
        VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """,
        (key, value),
    )


def noted(connection: sqlite3.Connection, key: str) -> str | None:
    row = connection.execute("SELECT value FROM notes WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _days(period: Period | None) -> tuple[str | None, str | None, str | None]:
    if period is None:
        return None, None, None
    return period.first.isoformat(), period.last.isoformat(), period.precision


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)
