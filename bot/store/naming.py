"""Look-ups of names: which one is meant, and where it stands, speaks, holds office."""

import json
from collections.abc import Iterable

from bot.model import Kind
from bot.store.reader import HIDDEN, Reader, Roll, listed
from bot.store.rows import Known, RoleTold, Seen, Spelling, StatementTold, seen


class NameLookups(Reader):
    def names(self) -> Roll:
        """Every name of the library, the most frequent first, for finding near ones. Scopes: see `visible`."""
        if self.roll is not None:
            return self.roll
        spellings = tuple(
            Spelling(*row)
            for row in self.connection.execute("SELECT name, alias, folded, count FROM aliases LIMIT 1000000")
        )
        counts: dict[int, int] = {}
        for spelling in spellings:
            counts[spelling.name] = counts.get(spelling.name, 0) + spelling.count
        rows = self.connection.execute("SELECT id, kind, name, folded FROM names LIMIT 1000000")
        known = [Known(number, kind, name, folded, counts.get(number, 0)) for number, kind, name, folded in rows]
        return Roll(tuple(sorted(known, key=lambda name: (-name.count, name.folded, name.id))), spellings)

    def visible(self, names: Iterable[int]) -> dict[int, int]:
        """Of these names those that the scopes may see, with how often they occur there."""
        rows = self.rows(
            f"""
            SELECT name, count(*)
            FROM occurrences
            WHERE name IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN}
            GROUP BY name
            LIMIT 10000
            """,  # noqa: S608 - a constant
            listed(names),
        )
        return dict(rows)

    def named(self, names: Iterable[int]) -> dict[int, Known]:
        """These names, with their counts, as far as the scopes may see them."""
        counts = self.visible(names)
        rows = self.rows(
            """
            SELECT id, kind, name, folded
            FROM names
            WHERE id IN (SELECT value FROM json_each(?2)) AND ?1 IS NOT NULL
            LIMIT 10000
            """,
            listed(counts),
        )
        return {number: Known(number, kind, name, folded, counts[number]) for number, kind, name, folded in rows}

    def called_exactly(self, folded: Iterable[str]) -> dict[str, list[int]]:
        """Names by spelling: for each of these folded words the names so called, canonical or alias."""
        found: dict[str, list[int]] = {}
        rows = self.rows(
            """
            SELECT folded, id FROM names WHERE folded IN (SELECT value FROM json_each(?2)) AND ?1 IS NOT NULL
            UNION
            SELECT folded, name FROM aliases WHERE folded IN (SELECT value FROM json_each(?2))
            ORDER BY 1, 2
            LIMIT 1000
            """,
            json.dumps(sorted(set(folded))),
        )
        for spelling, name in rows:
            found.setdefault(spelling, []).append(name)
        return found

    def spellings_of(self, names: Iterable[int]) -> list[Spelling]:
        rows = self.rows(
            """
            SELECT name, alias, folded, count
            FROM aliases
            WHERE name IN (SELECT value FROM json_each(?2)) AND ?1 IS NOT NULL
            ORDER BY count DESC, alias
            LIMIT 1000
            """,
            listed(names),
        )
        return [Spelling(*row) for row in rows]

    def where(self, names: Iterable[int], *, limit: int) -> list[Seen]:
        """Where these names stand, in order of document and text."""
        rows = self.rows(
            f"""
            SELECT document, sentence, name, kind, start, "end"
            FROM occurrences
            WHERE name IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN}
            ORDER BY document, start
            LIMIT ?3
            """,  # noqa: S608 - a constant
            listed(names),
            limit,
        )
        return [seen(row) for row in rows]

    def names_in(self, documents: Iterable[int]) -> list[Seen]:
        """Every linked name of these documents, in order."""
        rows = self.rows(
            f"""
            SELECT document, sentence, name, kind, start, "end"
            FROM occurrences
            WHERE document IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN} AND name IS NOT NULL
            ORDER BY document, start
            LIMIT 50000
            """,  # noqa: S608 - a constant
            listed(documents),
        )
        return [seen(row) for row in rows]

    def alongside(self, name: int, *, limit: int) -> list[tuple[str, Kind, int]]:
        """(name, kind, sentences) of those who stand in a sentence with this one, the most frequent first."""
        return self.rows(
            f"""
            SELECT n.name, n.kind, count(DISTINCT other.document * 1000000 + other.sentence) AS shared
            FROM (SELECT DISTINCT document, sentence FROM occurrences WHERE name = ?2 AND document NOT IN {HIDDEN}
                  UNION
                  SELECT document, sentence FROM statements WHERE name = ?2 AND document NOT IN {HIDDEN}) AS mine
            JOIN occurrences AS other ON other.document = mine.document AND other.sentence = mine.sentence
            JOIN names AS n ON n.id = other.name
            WHERE other.name <> ?2 AND n.kind IN ('PERSON', 'ORGANISATION')
            GROUP BY other.name
            ORDER BY shared DESC, n.kind = 'ORGANISATION', n.folded
            LIMIT ?3
            """,  # noqa: S608 - a constant
            name,
            limit,
        )

    def roles(self, name: int) -> list[RoleTold]:
        rows = self.rows(
            f"""
            SELECT document, sentence, text
            FROM roles
            WHERE name = ?2 AND document NOT IN {HIDDEN}
            ORDER BY document, start
            LIMIT 2000
            """,  # noqa: S608 - a constant
            name,
        )
        return [RoleTold(*row) for row in rows]

    def statements(self, name: int) -> list[StatementTold]:
        rows = self.rows(
            f"""
            SELECT document, sentence, kind
            FROM statements
            WHERE name = ?2 AND document NOT IN {HIDDEN}
            ORDER BY document, start
            LIMIT 5000
            """,  # noqa: S608 - a constant
            name,
        )
        return [StatementTold(*row) for row in rows]
