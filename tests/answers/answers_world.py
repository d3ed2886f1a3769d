"""A library on disk for the answers' tests, written in the open: marked-up lines, stored by the store's own write side.

In a line `[Lee|Ann Lee]` is a name (with `|ORGANISATION` a body), `<minister|Ann Lee>` a role, `{2024-10|October}` a
date's words, `{2024|2024| flood}` with the noun it hangs on. `told("...", said="Ann Lee")` says who speaks,
`when="2024-10-03"` when it happened ("?": undated).
"""

import re
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from bot.answers.options import period_of
from bot.model import (
    UNDATED,
    Analysis,
    Dated,
    Document,
    Event,
    Kind,
    LinkedName,
    Occurrence,
    Period,
    RemovedLine,
    Role,
    Sentence,
    SentenceKind,
    Span,
    Statement,
    StatementKind,
)
from bot.store import documents, migrate, names
from bot.store.lookups import Lookups

TODAY = date(2025, 7, 1)
_MARK = re.compile(
    r"\[([^|\]]+)(?:\|([^|\]]+))?(?:\|([A-Z]+))?\]|<([^|>]+)\|([^>]+)>|\{([^|}]+)\|([^|}]+)(?:\|([^}]+))?\}"
)


@dataclass(frozen=True)
class Told:
    text: str
    kind: SentenceKind = "prose"
    said: str = ""
    did: str = ""
    befell: str = ""
    met: str = ""
    when: str = ""
    basis: str = ""


def told(
    text: str,
    *,
    kind: SentenceKind = "prose",
    said: str = "",
    did: str = "",
    befell: str = "",
    met: str = "",
    when: str = "",
    basis: str = "the document's date",
) -> Told:
    return Told(text, kind, said, did, befell, met, when, basis)


def days(words: str) -> Period:
    return period_of(words, today=TODAY)


@dataclass
class Writing:
    """A document while its lines are read."""

    text: str = ""
    sentences: list[Sentence] = field(default_factory=list[Sentence])
    occurrences: list[Occurrence] = field(default_factory=list[Occurrence])
    roles: list[Role] = field(default_factory=list[Role])
    statements: list[Statement] = field(default_factory=list[Statement])
    events: list[Event] = field(default_factory=list[Event])

    def add(self, line: Told) -> None:
        start, number = len(self.text), len(self.sentences)
        dates: list[tuple[str, Span, Span | None]] = []
        place = 0
        for mark in _MARK.finditer(line.text):
            self.text += line.text[place : mark.start()]
            place = mark.end()
            surface, name, kind, role, bearer, when, words, noun = mark.groups()
            shown = surface or role or words
            at = Span(len(self.text), len(self.text) + len(shown))
            self.text += shown + (noun or "")
            if surface:
                full = name or surface
                self.occurrences.append(Occurrence(cast("Kind", kind or "PERSON"), surface, full, at, number))
            elif role:
                self.roles.append(Role(bearer, role, at, number))
            else:
                dates.append((when, at, Span(at.start, len(self.text)) if noun else None))
        self.text += line.text[place:]
        whole = Span(start, len(self.text))
        self.sentences.append(Sentence(whole, line.kind))
        self.text += "\n"
        spoken: tuple[tuple[StatementKind, str], ...] = (
            ("said", line.said), ("did", line.did), ("befell", line.befell), ("met", line.met),
        )  # fmt: skip
        self.statements += [Statement(who, kind, kind, whole, number) for kind, who in spoken if who]
        self.events += [Event(days(when), "stated", noun or whole, number, at) for when, at, noun in dates]
        if line.when:
            known = line.when != "?"
            period = days(line.when) if known else None
            self.events.append(Event(period, line.basis if known else "none", whole, number, None))


class Library:
    def __init__(self, folder: Path) -> None:
        self.path = folder / "answers.db"
        migrate.migrate(self.path)
        self.connection = sqlite3.connect(self.path, isolation_level=None)
        self._spellings: dict[tuple[Kind, str], Counter[str]] = defaultdict(Counter)
        self._members: dict[tuple[Kind, str], set[tuple[int, str]]] = defaultdict(set)

    def add(
        self,
        source: str,
        *lines: str | Told,
        title: str = "",
        published: str = "",
        publisher: str | None = None,
        removed: tuple[RemovedLine, ...] = (),
        scope: str = "everyone",
        namesake: str = "",
    ) -> int:
        """The document's id. `namesake` keeps this document's names apart from others so called."""
        writing = Writing()
        for line in lines:
            writing.add(told(line) if isinstance(line, str) else line)
        document = Document(
            source=source,
            title=title or writing.sentences[0].at.of(writing.text)[:60],
            published=Dated(days(published), "front matter") if published else UNDATED,
            publisher=publisher,
            link=None,
            text=writing.text,
            raw=writing.text,
            removed=removed,
            fingerprint=source,
            scope=scope,
        )
        analysis = Analysis(
            document=document,
            sentences=tuple(writing.sentences),
            occurrences=tuple(writing.occurrences),
            timexes=(),
            roles=tuple(writing.roles),
            statements=tuple(writing.statements),
            events=tuple(writing.events),
            summary=(),
            analyser="test",
        )
        self.connection.execute("BEGIN")
        number = documents.save(self.connection, analysis, now=datetime(2025, 6, 30, tzinfo=UTC))
        for occurrence in writing.occurrences:
            key = occurrence.kind, occurrence.name + namesake
            self._spellings[key][occurrence.surface] += 1
            self._members[key].add((number, occurrence.name))
        names.relink(self.connection, [self._linked(key, namesake) for key in self._members])
        self.connection.execute("COMMIT")
        return number

    def _linked(self, key: tuple[Kind, str], namesake: str) -> LinkedName:
        kind, name = key
        aliases = tuple(sorted(self._spellings[key].items()))
        return LinkedName(name.rstrip("~"), kind, aliases, tuple(sorted(self._members[key])))

    def is_reprint(self, document: int, *, of: int) -> None:
        self.connection.execute("UPDATE documents SET reprint_of = ?, story = ? WHERE id = ?", (of, of, document))

    def is_one_story(self, *tellings: int) -> None:
        for document in tellings:
            self.connection.execute("UPDATE documents SET story = ? WHERE id = ?", (tellings[0], document))

    def is_twin(self, document: int, *, of: int) -> None:
        self.connection.execute("UPDATE documents SET twin = ?, basis = 'twin document' WHERE id = ?", (of, document))

    def lookups(self) -> Lookups:
        return Lookups(self.connection)

    def text(self, document: int) -> str:
        return str(self.connection.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()[0])
