"""Look-ups for comparing documents: who tells of one happening, and the dates and offices their sentences give."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.model import Period, Span
from bot.store.reader import HIDDEN, Reader, listed
from bot.store.rows import period


@dataclass(frozen=True, slots=True)
class DateTold:
    """A date in a document; `when` None: it could not be resolved."""

    document: int
    at: Span
    when: Period | None
    basis: str


class ClaimLookups(Reader):
    def fellows(self, documents: Iterable[int]) -> list[tuple[int, int]]:
        """(document, another of its story or its twin): those that tell of one happening."""
        rows = self.rows(
            f"""
            WITH asked AS MATERIALIZED (
                SELECT id, story, twin
                FROM documents
                WHERE id IN (SELECT value FROM json_each(?2)) AND id NOT IN {HIDDEN})
            SELECT asked.id, told.id
            FROM asked CROSS JOIN documents AS told ON told.story = asked.story AND told.id <> asked.id
            WHERE told.scope IN (SELECT value FROM json_each(?1))
            UNION
            SELECT id, twin
            FROM asked
            WHERE twin IS NOT NULL AND twin NOT IN {HIDDEN}
            LIMIT 20000
            """,  # noqa: S608 - a constant
            listed(documents),
        )
        return [(document, other) for document, other in rows]

    def every(self, limit: int) -> list[int]:
        """The documents of a small library; none when there are more than `limit`."""
        rows = self.rows(f"SELECT id FROM documents WHERE id NOT IN {HIDDEN} ORDER BY id LIMIT ?2", limit + 1)  # noqa: S608
        return [row[0] for row in rows] if len(rows) <= limit else []

    def dates_told(self, documents: Iterable[int], *, times: bool = False) -> list[DateTold]:
        """Days, weeks, years that a text names, in order, no durations or repeated ones; `times`: "Friday night"."""
        rows = self.rows(
            f"""
            SELECT document, start, "end", first, last, precision, basis
            FROM timexes
            WHERE document IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN}
              AND (type = 'DATE' OR (?3 AND type = 'TIME')) AND value NOT IN ('PRESENT_REF', 'PAST_REF', 'FUTURE_REF')
            ORDER BY document, start
            LIMIT 50000
            """,  # noqa: S608 - a constant
            listed(documents),
            times,
        )
        return [
            DateTold(document, Span(start, end), period(first, last, precision), basis)
            for document, start, end, first, last, precision, basis in rows
        ]
