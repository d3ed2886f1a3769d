"""What can be asked of the store: each method is one SELECT over what a scope may see; its rows become values."""

import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from bot.store.circles import CircleLookups
from bot.store.claims import ClaimLookups, DateTold
from bot.store.naming import NameLookups
from bot.store.reader import EVERYONE, HIDDEN, Nearest, Roll, Scopes, listed
from bot.store.rows import TOLD, Known, Line, RoleTold, Seen, Spelling, StatementTold, Stored, Told, told
from bot.store.searching import Phrase, Ranked, Wanted, frequencies, holding, ranked, terms, texts_with
from bot.store.shelves import Sentence, ShelfLookups

__all__ = [
    "EVERYONE",
    "DateTold",
    "Known",
    "Line",
    "Lookups",
    "Nearest",
    "Phrase",
    "Ranked",
    "RoleTold",
    "Roll",
    "Scopes",
    "Seen",
    "Sentence",
    "Spelling",
    "StatementTold",
    "Stored",
    "Told",
    "Wanted",
]


class Lookups(ShelfLookups, NameLookups, ClaimLookups, CircleLookups):
    """All look-ups over one read-only connection: `Lookups(connection)`, or `.within(scopes)` of another."""

    def ranked(self, wanted: Wanted, limit: int) -> list[Ranked]:
        return ranked(self.connection, self.scopes, wanted, limit)

    def holding(self, *phrases: Phrase) -> set[int]:
        return holding(self.connection, self.scopes, phrases)

    def holds(self, *phrases: Phrase) -> bool:
        """Whether any document holds one of these phrases."""
        return bool(holding(self.connection, self.scopes, phrases, limit=1))

    def frequencies(self, phrases: Sequence[Phrase]) -> list[int]:
        return frequencies(self.connection, phrases)

    def terms(self, beginning: str, *, shortest: int, longest: int) -> list[str]:
        """The stems in the full text that begin with these letters, of all scopes: see `texts_with`."""
        if self.roll is None:
            found = terms(self.connection, beginning)
        else:
            every = self.roll.terms
            found = every[bisect_left(every, beginning) : bisect_left(every, beginning + chr(sys.maxunicode))]
        return [term for term in found if shortest <= len(term) <= longest]

    def texts_with(self, term: str, *, limit: int) -> list[str]:
        """Titles and texts in which this stem stands."""
        return texts_with(self.connection, self.scopes, term, limit=limit)

    def events_in(self, documents: Iterable[int]) -> list[Told]:
        """Every event of these documents, in text order."""
        rows = self.rows(
            f"""
            SELECT {TOLD}
            FROM events
            WHERE document IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN}
            ORDER BY document, start
            LIMIT 20000
            """,  # noqa: S608 - constants of the store
            listed(documents),
        )
        return [told(row) for row in rows]

    def events_at(self, places: Iterable[tuple[int, int]]) -> list[Told]:
        """Every event told in these sentences (document, ordinal)."""
        rows = self.rows(
            f"""
            SELECT {TOLD}
            FROM json_each(?2) AS place
            JOIN events
              ON document = json_extract(place.value, '$[0]') AND sentence = json_extract(place.value, '$[1]')
            WHERE document NOT IN {HIDDEN}
            ORDER BY document, start
            LIMIT 20000
            """,  # noqa: S608 - constants of the store
            listed(places),
        )
        return [told(row) for row in rows]

    def eventful_days(self, limit: int, *, first: date, last: date) -> list[tuple[str, str, str, int, int]]:
        """(first, last, precision, documents, sentences) of the periods in these days, the most told first."""
        return self.rows(
            f"""
            SELECT first, last, precision, count(DISTINCT document) AS documents, count(*) AS sentences
            FROM events
            WHERE first <= ?3 AND last >= ?2 AND document NOT IN {HIDDEN}
            GROUP BY first, last, precision
            ORDER BY documents DESC, sentences DESC, first
            LIMIT ?4
            """,  # noqa: S608 - constants of the store
            first.isoformat(),
            last.isoformat(),
            limit,
        )

    def dated_by(self, letters: int, *, first: date, last: date) -> dict[str, int]:
        """How many events are told of each year (4 letters of an ISO day) or month (7) in these days."""
        rows = self.rows(
            f"""
            SELECT substr(first, 1, ?4), count(*)
            FROM events
            WHERE first >= ?2 AND last <= ?3 AND substr(first, 1, ?4) = substr(last, 1, ?4) AND document NOT IN {HIDDEN}
            GROUP BY 1
            LIMIT 10000
            """,  # noqa: S608 - a constant of the store
            first.isoformat(),
            last.isoformat(),
            letters,
        )
        return dict(rows)

    def events_on(self, first: str, last: str, *, limit: int) -> list[Told]:
        """The dated events of exactly this period, leads before later sentences."""
        rows = self.rows(
            f"""
            SELECT {TOLD}
            FROM events
            WHERE first = ?2 AND last = ?3 AND document NOT IN {HIDDEN}
            ORDER BY sentence, document
            LIMIT ?4
            """,  # noqa: S608 - constants of the store
            first,
            last,
            limit,
        )
        return [told(row) for row in rows]

    def undated(self, limit: int) -> tuple[int, list[Told]]:
        """How many events have no date, and the first of them."""
        count = self.rows(f"SELECT count(*) FROM events WHERE first IS NULL AND document NOT IN {HIDDEN} LIMIT 1")  # noqa: S608 - a constant
        rows = self.rows(
            f"""
            SELECT {TOLD}
            FROM events
            WHERE first IS NULL AND document NOT IN {HIDDEN}
            ORDER BY document, start
            LIMIT ?2
            """,  # noqa: S608 - constants of the store
            limit,
        )
        return count[0][0], [told(row) for row in rows]
