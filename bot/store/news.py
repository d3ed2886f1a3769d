"""What is new to a digest: documents and files it does not know in this version, with what is to be said of each."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.model import Dated, Period
from bot.store.digests import UNREAD
from bot.store.rows import period
from bot.store.searching import Wanted, ranked
from bot.words import STOP_WORDS, folded, tokens

_DOCUMENTS = 400  # a digest announces no more at once; the rest waits for the next
_KNOWN_HOLDING = 3  # earlier documents looked at for one sentence
_NAMES = 12


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Something dated in a new document: `text` is its words, `sentence` the sentence that tells it."""

    when: Period
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NewDocument:
    """`former`: the sentences of the version the digest knows, None when it knows none.

    `earlier`: sentences of documents known before that may say the same as one of `summary`.
    """

    id: int
    source: str
    fingerprint: str
    title: str
    publisher: str | None
    published: Dated
    link: str | None
    story: int | None
    reprint_of: int | None
    former: tuple[str, ...] | None = None
    sentences: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    events: tuple[NewEvent, ...] = ()
    names: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is no document of its own: a byte for byte copy of `copy_of`, or not readable because `failure`.

    A digest knows unreadable bytes by another `fingerprint` than read ones: should they be read later, they are news.
    """

    source: str
    fingerprint: str
    copy_of: str | None
    failure: str | None


@dataclass(frozen=True, slots=True)
class News:
    """`others` are (source, fingerprint) of what is new but not about the digest's topic; `more` wait for the next.

    `known` are the titles of earlier documents that new ones copy: by document id and by source.
    `fresh` are the ids of the documents that the digest has never known, those that wait among them.
    """

    documents: tuple[NewDocument, ...] = ()
    files: tuple[NewFile, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    more: int = 0
    known: tuple[tuple[int, str, str], ...] = ()  # (document, source, title)
    fresh: frozenset[int] = frozenset()


def news(connection: sqlite3.Connection, digest: int, *, about: str | None, scopes: Sequence[str]) -> News:
    """Everything that `digest` does not know; with `about`, only the documents of that topic or name."""
    fresh = _fresh(connection, digest, scopes)
    others: list[NewDocument] = []
    if about is not None:
        wanted = _about(connection, about, [document.id for document in fresh], scopes)
        others = [document for document in fresh if document.id not in wanted]
        fresh = [document for document in fresh if document.id in wanted]
    taken, more = fresh[:_DOCUMENTS], len(fresh) - len(fresh[:_DOCUMENTS])
    files = _files(connection, digest)
    copies = [file for file in files if file.copy_of is not None]
    if about is not None or more:
        sources = {document.source for document in taken}
        files = [file for file in copies if file.copy_of in sources]
    return News(
        tuple(_told(connection, taken, {document.id for document in fresh}, scopes)),
        tuple(files),
        tuple((document.source, document.fingerprint) for document in others),
        more,
        _known(connection, taken, files),
        frozenset(document.id for document in fresh if document.former is None),
    )


def adopt(connection: sqlite3.Connection, digest: int) -> None:
    """Files that were only moved are known under their new path too."""
    connection.execute(
        """
        INSERT INTO digest_marks (digest, source, fingerprint)
        SELECT ?1, d.source, d.fingerprint
        FROM documents AS d
        WHERE NOT EXISTS (SELECT 1 FROM digest_marks WHERE digest = ?1 AND source = d.source)
            AND EXISTS (SELECT 1 FROM digest_marks WHERE digest = ?1 AND fingerprint = d.fingerprint)
        """,
        (digest,),
    )


def mark(connection: sqlite3.Connection, digest: int, versions: Iterable[tuple[str, str]]) -> None:
    """These (source, fingerprint) need not be announced."""
    connection.executemany(
        """
        INSERT INTO digest_marks (digest, source, fingerprint)
        VALUES (?, ?, ?)
        ON CONFLICT (digest, source) DO UPDATE SET fingerprint = excluded.fingerprint
        """,
        [(digest, source, fingerprint) for source, fingerprint in versions],
    )


def is_linked(connection: sqlite3.Connection) -> bool:
    """Whether the stories are up to date: False while a load is under way."""
    row = connection.execute(
        """
        SELECT EXISTS (SELECT 1 FROM notes WHERE key = 'linked') OR NOT EXISTS (SELECT 1 FROM documents)
        LIMIT 1
        """
    ).fetchone()
    return bool(row[0])


def _fresh(connection: sqlite3.Connection, digest: int, scopes: Sequence[str]) -> list[NewDocument]:
    rows = connection.execute(
        """
        SELECT d.id, d.source, d.fingerprint, d.title, d.publisher, d.first, d.last, d.precision, d.basis, d.link,
               d.story, d.reprint_of, f.sentences
        FROM documents AS d
        LEFT JOIN digest_marks AS m ON m.digest = ?1 AND m.source = d.source
        LEFT JOIN former_versions AS f ON f.source = d.source AND f.fingerprint = m.fingerprint
        WHERE m.fingerprint IS NOT d.fingerprint
            AND (m.source IS NOT NULL
                OR NOT EXISTS (SELECT 1 FROM digest_marks WHERE digest = ?1 AND fingerprint = d.fingerprint))
            AND d.scope IN (SELECT value FROM json_each(?2))
        ORDER BY d.id
        LIMIT 100000
        """,
        (digest, json.dumps(scopes)),
    )
    return [_document(row) for row in rows]


def _document(row: Any) -> NewDocument:
    number, source, fingerprint, title, publisher, first, last, precision, basis, link, story, reprint, former = row
    return NewDocument(
        number,
        source,
        fingerprint,
        title,
        publisher,
        Dated(period(first, last, precision), basis),
        link,
        story,
        reprint,
        None if former is None else tuple(json.loads(former)),
    )


def _files(connection: sqlite3.Connection, digest: int) -> list[NewFile]:
    """What failed beside an older version that is still stored is a trouble of the library's, and no news."""
    rows = connection.execute(
        """
        SELECT f.source, iif(f.failure IS NULL, '', ?2) || f.fingerprint AS known_as, f.copy_of, f.failure
        FROM files AS f
        LEFT JOIN digest_marks AS m ON m.digest = ?1 AND m.source = f.source
        WHERE (f.copy_of IS NOT NULL OR f.failure IS NOT NULL)
            AND m.fingerprint IS NOT known_as
            AND f.source NOT IN (SELECT source FROM documents)
        ORDER BY f.source
        LIMIT 1000
        """,
        (digest, UNREAD),
    )
    return [NewFile(*row) for row in rows]


def _about(connection: sqlite3.Connection, about: str, documents: Sequence[int], scopes: Sequence[str]) -> set[int]:
    """Those of the documents in which the name occurs, or all the words do."""
    if not documents:
        return set()
    named = connection.execute(
        """
        SELECT DISTINCT o.document
        FROM aliases AS a
        JOIN occurrences AS o ON o.name = a.name
        WHERE a.folded = ? AND o.document IN (SELECT value FROM json_each(?))
        LIMIT 100000
        """,
        (folded(about), json.dumps(documents)),
    ).fetchall()
    words = Wanted(some=(), every=tuple((word,) for word in tokens(about) if word not in STOP_WORDS))
    found = {document for (document,) in named}
    return found | ({hit.document for hit in ranked(connection, scopes, words, 100_000)} & set(documents))


def _told(
    connection: sqlite3.Connection, documents: Sequence[NewDocument], fresh: set[int], scopes: Sequence[str]
) -> list[NewDocument]:
    return [_with_words(connection, document, fresh, scopes) for document in documents]


def _with_words(
    connection: sqlite3.Connection, document: NewDocument, fresh: set[int], scopes: Sequence[str]
) -> NewDocument:
    rows = connection.execute(
        """
        SELECT s.ordinal, substr(d.text, s.start + 1, s."end" - s.start), s.kind, s.summary
        FROM sentences AS s
        JOIN documents AS d ON d.id = s.document
        WHERE s.document = ?
        ORDER BY s.ordinal
        LIMIT 20000
        """,
        (document.id,),
    ).fetchall()
    texts: dict[int, str] = {ordinal: text for ordinal, text, _, _ in rows}
    summary = tuple(text for _, _, text in sorted((place, n, t) for n, t, _, place in rows if place is not None))
    told = replace(
        document,
        sentences=tuple(text for _, text, kind, _ in rows if kind != "heading"),
        summary=summary,
        events=_events(connection, document.id, texts),
        names=_names(connection, document.id),
    )
    return replace(told, earlier=_earlier(connection, told, fresh, scopes))


def _events(connection: sqlite3.Connection, document: int, texts: dict[int, str]) -> tuple[NewEvent, ...]:
    rows = connection.execute(
        """
        SELECT e.first, e.last, e.precision, substr(d.text, e.start + 1, e."end" - e.start), e.sentence
        FROM events AS e
        JOIN documents AS d ON d.id = e.document
        WHERE e.document = ? AND e.first IS NOT NULL
        ORDER BY e.first, e.start
        LIMIT 500
        """,
        (document,),
    ).fetchall()
    return tuple(
        NewEvent(when, str(text), texts.get(sentence, str(text)))
        for first, last, precision, text, sentence in rows
        if (when := period(first, last, precision)) is not None
    )


def _names(connection: sqlite3.Connection, document: int) -> tuple[str, ...]:
    rows = connection.execute(
        """
        SELECT coalesce(n.name, o.local) AS shown, count(*) AS times
        FROM occurrences AS o
        LEFT JOIN names AS n ON n.id = o.name
        WHERE o.document = ?
        GROUP BY shown
        ORDER BY times DESC, min(o.start)
        LIMIT ?
        """,
        (document, _NAMES),
    ).fetchall()
    return tuple(name for name, _ in rows)


def _earlier(
    connection: sqlite3.Connection, document: NewDocument, fresh: set[int], scopes: Sequence[str]
) -> tuple[str, ...]:
    """Sentences of documents that are not new: of the same story, and of those that hold all words of a sentence."""
    ids: set[int] = set()
    for sentence in document.summary:
        words = Wanted(some=(), every=tuple((word,) for word in dict.fromkeys(tokens(sentence)) if len(word) > 1))
        ids |= {hit.document for hit in ranked(connection, scopes, words, _KNOWN_HOLDING)}
    rows = connection.execute(
        """
        SELECT id
        FROM documents
        WHERE story = ? AND scope IN (SELECT value FROM json_each(?))
        ORDER BY id DESC
        LIMIT 50
        """,
        (document.story, json.dumps(scopes)),
    )
    ids |= {number for (number,) in rows}
    found = connection.execute(
        """
        SELECT substr(d.text, s.start + 1, s."end" - s.start)
        FROM sentences AS s
        JOIN documents AS d ON d.id = s.document
        WHERE s.document IN (SELECT value FROM json_each(?)) AND s.kind <> 'heading'
        LIMIT 20000
        """,
        (json.dumps(sorted(ids - fresh - {document.id})),),
    )
    return tuple(text for (text,) in found)


def _known(
    connection: sqlite3.Connection, documents: Sequence[NewDocument], files: Sequence[NewFile]
) -> tuple[tuple[int, str, str], ...]:
    rows = connection.execute(
        """
        SELECT id, source, title
        FROM documents
        WHERE id IN (SELECT value FROM json_each(?)) OR source IN (SELECT value FROM json_each(?))
        LIMIT 2000
        """,
        (
            json.dumps([document.reprint_of for document in documents if document.reprint_of is not None]),
            json.dumps([file.copy_of for file in files if file.copy_of is not None]),
        ),
    )
    return tuple((number, source, title) for number, source, title in rows)
