"""Look-ups of documents and their sentences."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeAlias

from bot.model import Period, SentenceKind, Span
from bot.store.reader import HIDDEN, Reader, listed
from bot.store.rows import STORED, Line, Stored, period, stored

Sentence: TypeAlias = tuple[int, SentenceKind, str]
"""(ordinal, kind, text)"""
_Spanned: TypeAlias = Sequence[Any]
"""(ordinal, start, end, kind, summary), as a row has them."""

_NEWEST = """
                    coalesce(first, CASE
                        WHEN added > (SELECT min(added) FROM documents) + 3600 THEN date(added, 'unixepoch')
                        ELSE '' END) DESC,
                    id DESC"""
"""By publication; where nobody knows it by the day of adding, but what came in the first hour, with the first load,
may be of any day.
"""


class ShelfLookups(Reader):
    def shelf(self) -> tuple[int, Period | None, Period | None]:
        """How many documents, and the periods in which the earliest and the latest were published."""
        bounds = """
            SELECT first, last, precision
            FROM documents
            WHERE scope IN (SELECT value FROM json_each(?1)) AND first IS NOT NULL
            """
        count = self.rows("SELECT count(*) FROM documents WHERE scope IN (SELECT value FROM json_each(?1)) LIMIT 1")
        early = self.rows(bounds + "ORDER BY first, last LIMIT 1")
        late = self.rows(bounds + "ORDER BY last DESC, first DESC LIMIT 1")
        ends = [period(*row) for row in (*early, *late)]
        return count[0][0], ends[0] if ends else None, ends[-1] if ends else None

    def spanning(self, ids: Iterable[int]) -> tuple[Period | None, Period | None]:
        """The periods in which the earliest and the latest of these were published; None: nobody knows of any."""
        bounds = f"""
            SELECT first, last, precision
            FROM documents
            WHERE id IN (SELECT value FROM json_each(?2)) AND id NOT IN {HIDDEN} AND first IS NOT NULL
            """  # noqa: S608 - a constant of the store
        asked = listed(ids)
        early = self.rows(bounds + "ORDER BY first, last LIMIT 1", asked)
        late = self.rows(bounds + "ORDER BY last DESC, first DESC LIMIT 1", asked)
        return (period(*early[0]), period(*late[0])) if early and late else (None, None)

    def documents(self, ids: Iterable[int]) -> dict[int, Stored]:
        rows = self.rows(
            f"""
            SELECT {STORED}
            FROM documents
            WHERE id IN (SELECT value FROM json_each(?2)) AND id NOT IN {HIDDEN}
            LIMIT 20000
            """,  # noqa: S608 - constants of the store
            listed(ids),
        )
        return {document.id: document for document in map(stored, rows)}

    def titles(self, ids: Iterable[int]) -> dict[int, str]:
        rows = self.rows(
            f"""
            SELECT id, title
            FROM documents
            WHERE id IN (SELECT value FROM json_each(?2)) AND id NOT IN {HIDDEN}
            LIMIT 20000
            """,  # noqa: S608 - a constant of the store
            listed(ids),
        )
        return dict(rows)

    def newest_of(self, ids: Iterable[int], limit: int) -> list[Stored]:
        """The newest of these."""
        rows = self.rows(
            f"""
            SELECT {STORED}
            FROM documents
            WHERE id IN (
                SELECT id
                FROM documents
                WHERE id IN (SELECT value FROM json_each(?2)) AND id NOT IN {HIDDEN}
                ORDER BY {_NEWEST}
                LIMIT ?3)
            LIMIT ?3
            """,  # noqa: S608 - constants of the store
            listed(ids),
            limit,
        )
        return [stored(row) for row in rows]

    def in_large_stories(self, limit: int) -> list[int]:
        """Documents whose story several tell, those of the stories that most tell first."""
        rows = self.rows(
            """
            WITH sizes AS (
                SELECT story, count(*) AS size
                FROM documents
                WHERE scope IN (SELECT value FROM json_each(?1)) AND story IS NOT NULL
                GROUP BY story
                HAVING size > 1
                ORDER BY size DESC, story DESC
                LIMIT ?2)
            SELECT d.id
            FROM sizes JOIN documents AS d ON d.story = sizes.story
            WHERE d.scope IN (SELECT value FROM json_each(?1))
            ORDER BY sizes.size DESC, d.story DESC, d.id
            LIMIT ?2
            """,
            limit,
        )
        return [row[0] for row in rows]

    def reprints(self) -> dict[int, int]:
        """Which document is a reprint of which."""
        rows = self.rows(
            """
            SELECT id, reprint_of
            FROM documents
            WHERE scope IN (SELECT value FROM json_each(?1)) AND reprint_of IS NOT NULL
            LIMIT 1000000
            """
        )
        return dict(rows)

    def twins(self, documents: Iterable[int]) -> dict[int, int]:
        """Of these documents those that took their date from another one, with that one."""
        rows = self.rows(
            f"""
            SELECT id, twin
            FROM documents
            WHERE id IN (SELECT value FROM json_each(?2)) AND twin IS NOT NULL
              AND id NOT IN {HIDDEN} AND twin NOT IN {HIDDEN}
            LIMIT 100000
            """,  # noqa: S608 - a constant
            listed(documents),
        )
        return dict(rows)

    def newest(self, limit: int, *, since: date | None = None, reprints: bool = False) -> list[Stored]:
        """Newest first. `since`: published, or where nobody knows that added, from then on."""
        rows = self.rows(
            f"""
            SELECT {STORED}
            FROM documents
            WHERE id IN (
                SELECT id
                FROM documents
                WHERE scope IN (SELECT value FROM json_each(?1))
                  AND (?2 OR reprint_of IS NULL)
                  AND coalesce(last, date(added, 'unixepoch')) >= ?3
                ORDER BY {_NEWEST}
                LIMIT ?4)
            ORDER BY {_NEWEST}
            LIMIT ?4
            """,  # noqa: S608 - constants of the store
            reprints,
            "" if since is None else since.isoformat(),
            limit,
        )
        return [stored(row) for row in rows]

    def since(self, day: date) -> set[int]:
        """The documents published, or where nobody knows that added, on this day or later."""
        rows = self.rows(
            """
            SELECT id
            FROM documents
            WHERE scope IN (SELECT value FROM json_each(?1)) AND coalesce(last, date(added, 'unixepoch')) >= ?2
            LIMIT 1000000
            """,
            day.isoformat(),
        )
        return {row[0] for row in rows}

    def between(self, first: date, last: date) -> set[int]:
        """The documents published, or where nobody knows that added, in these days or in a part of them."""
        rows = self.rows(
            """
            SELECT id
            FROM documents
            WHERE scope IN (SELECT value FROM json_each(?1))
              AND coalesce(last, date(added, 'unixepoch')) >= ?2
              AND coalesce(first, date(added, 'unixepoch')) <= ?3
            LIMIT 1000000
            """,
            first.isoformat(),
            last.isoformat(),
        )
        return {row[0] for row in rows}

    def origins(self, day: date | None) -> int:
        """How many documents, all or those of this day or later, are no reprints."""
        rows = self.rows(
            """
            SELECT count(*)
            FROM documents
            WHERE scope IN (SELECT value FROM json_each(?1))
              AND reprint_of IS NULL
              AND coalesce(last, date(added, 'unixepoch')) >= ?2
            LIMIT 1
            """,
            "" if day is None else day.isoformat(),
        )
        return rows[0][0]

    def stories(self, day: date | None) -> int:
        """How many stories the documents tell, all or those of this day or later; who tells of none tells one more."""
        rows = self.rows(
            """
            SELECT count(DISTINCT coalesce(story, -id))
            FROM documents
            WHERE scope IN (SELECT value FROM json_each(?1)) AND coalesce(last, date(added, 'unixepoch')) >= ?2
            LIMIT 1
            """,
            "" if day is None else day.isoformat(),
        )
        return rows[0][0]

    def called(self, words: str) -> list[Stored]:
        """The documents whose source, file name or title is exactly these words, whatever their case."""
        rows = self.rows(
            f"""
            SELECT {STORED}
            FROM documents
            WHERE lower(?2) IN (lower(source), lower(title), ltrim(substr(lower(source), ?3), '/'))
              AND id NOT IN {HIDDEN}
            ORDER BY id
            LIMIT 50
            """,  # noqa: S608 - constants of the store
            words,
            -len(words) - 1,
        )
        return [stored(row) for row in rows]

    def text(self, document: int) -> str | None:
        rows = self.rows(
            f"SELECT text FROM documents WHERE id = ?2 AND id NOT IN {HIDDEN} LIMIT 1",  # noqa: S608 - a constant
            document,
        )
        return rows[0][0] if rows else None

    def removed(self, document: int) -> list[tuple[str, str]]:
        """The lines left out of a document: (text, reason), in order."""
        return self.rows(
            f"""
            SELECT text, reason
            FROM removed
            WHERE document = ?2 AND document NOT IN {HIDDEN}
            ORDER BY line
            LIMIT 5000
            """,  # noqa: S608 - a constant
            document,
        )

    def unreadable(self) -> list[tuple[str, str]]:
        """Files that could not become documents: (source, sentence). They have no scope; only everyone's are files."""
        return self.rows(
            """
            SELECT source, failure
            FROM files
            WHERE failure IS NOT NULL AND ?1 IS NOT NULL
            ORDER BY source
            LIMIT 200
            """
        )

    def lines(self, documents: Iterable[int]) -> dict[int, list[Line]]:
        """All sentences of these documents, in order."""
        found: dict[int, list[Line]] = {}
        for document, (text, spans) in self._sentences(documents).items():
            found[document] = [
                Line(document, ordinal, Span(start, end), kind, text[start:end], summary)
                for ordinal, start, end, kind, summary in spans
            ]
        return found

    def sentences(self, documents: Iterable[int]) -> dict[int, list[Sentence]]:
        """The same without their places: for who reads many to show a few."""
        return {
            document: [(ordinal, kind, text[start:end]) for ordinal, start, end, kind, _ in spans]
            for document, (text, spans) in self._sentences(documents).items()
        }

    def _sentences(self, documents: Iterable[int]) -> dict[int, tuple[str, list[_Spanned]]]:
        ids = listed(documents)
        texts = self.rows(
            f"""
            SELECT id, text
            FROM documents
            WHERE id IN (SELECT value FROM json_each(?2)) AND id NOT IN {HIDDEN}
            LIMIT 1000
            """,  # noqa: S608 - a constant
            ids,
        )
        spans = self.rows(
            """
            SELECT document, ordinal, start, "end", kind, summary
            FROM sentences
            WHERE document IN (SELECT value FROM json_each(?2)) AND ?1 IS NOT NULL
            ORDER BY document, ordinal
            LIMIT 200000
            """,
            ids,
        )
        found: dict[int, tuple[str, list[_Spanned]]] = {document: (text, []) for document, text in texts}
        for document, *spanned in spans:
            if document in found:
                found[document][1].append(spanned)
        return found

    def lines_at(self, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Line]:
        """The sentences at these (document, ordinal) places."""
        rows = self.rows(
            f"""
            SELECT s.document, s.ordinal, s.start, s."end", s.kind, substr(d.text, s.start + 1, s."end" - s.start),
                   s.summary
            FROM json_each(?2) AS place
            JOIN sentences AS s
              ON s.document = json_extract(place.value, '$[0]') AND s.ordinal = json_extract(place.value, '$[1]')
            JOIN documents AS d ON d.id = s.document
            WHERE d.id NOT IN {HIDDEN}
            LIMIT 20000
            """,  # noqa: S608 - a constant
            listed(places),
        )
        return {
            (document, ordinal): Line(document, ordinal, Span(start, end), kind, text, summary)
            for document, ordinal, start, end, kind, text, summary in rows
        }
