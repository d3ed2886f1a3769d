"""Look-ups of names: which one is meant, and where it stands, speaks, holds office."""

import json
from collections.abc import Iterable

from bot.model import Kind
from bot.store.reader import HIDDEN, Reader, Roll, listed
from bot.store.rows import Known, RoleTold, Seen, Spelling, StatementTold, seen
from bot.store.searching import terms


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
        known.sort(key=lambda name: (-name.count, name.folded, name.id))
        # Backwards, so that the first one stays.
        written = {spelling.folded: spelling.name for spelling in spellings}
        written |= {name.folded: name.id for name in reversed(known)}
        return Roll(tuple(known), spellings, written, terms(self.connection))

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

    def are_of_two(self, given: str, surname: str) -> bool:
        """Whether one person's name begins with the first of these folded words and another's ends with the second, but
        nobody's does both.
        """
        (found,) = self.rows(
            """
            SELECT sum(begins AND NOT ends) AND sum(ends AND NOT begins) AND NOT sum(begins AND ends)
            FROM (
                SELECT folded LIKE ?2 || ' %' AS begins, folded LIKE '% ' || ?3 AS ends
                FROM names
                WHERE kind = 'PERSON' AND ?1 IS NOT NULL
                LIMIT 1000000
            )
            LIMIT 1
            """,
            given,
            surname,
        )
        return bool(found[0])

    def names_at(self, places: Iterable[tuple[int, int]]) -> list[Seen]:
        """Every linked name of these sentences (document, ordinal)."""
        rows = self.rows(
            f"""
            WITH place AS MATERIALIZED (
                SELECT json_extract(value, '$[0]') AS document, json_extract(value, '$[1]') AS sentence
                FROM json_each(?2))
            SELECT o.document, o.sentence, o.name, o.kind, o.start, o."end"
            FROM place
            CROSS JOIN occurrences AS o ON o.document = place.document AND o.sentence = place.sentence
            WHERE place.document NOT IN {HIDDEN} AND o.name IS NOT NULL
            LIMIT 50000
            """,  # noqa: S608 - a constant
            listed(places),
        )
        return [seen(row) for row in rows]

    def named_in(self, documents: Iterable[int]) -> dict[int, frozenset[int]]:
        """The names of each of these documents."""
        rows = self.rows(
            f"""
            SELECT DISTINCT document, name
            FROM occurrences
            WHERE document IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN} AND name IS NOT NULL
            LIMIT 200000
            """,  # noqa: S608 - a constant
            listed(documents),
        )
        found: dict[int, set[int]] = {}
        for document, name in rows:
            found.setdefault(document, set()).add(name)
        return {document: frozenset(names) for document, names in found.items()}

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

    def forms_of(self, name: int) -> list[tuple[str, str]]:
        """What documents call this name: (the document's own fullest form, as it is written)."""
        return self.rows(
            f"""
            SELECT DISTINCT local, surface
            FROM occurrences
            WHERE name = ?2 AND document NOT IN {HIDDEN}
            LIMIT 5000
            """,  # noqa: S608 - a constant
            name,
        )

    def documents_naming(self, names: Iterable[int]) -> dict[int, int]:
        """The documents that hold these names, and in how many places."""
        rows = self.rows(
            f"""
            SELECT document, count(*)
            FROM occurrences
            WHERE name IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN}
            GROUP BY document
            LIMIT 1000000
            """,  # noqa: S608 - a constant
            listed(names),
        )
        return dict(rows)

    def where(self, names: Iterable[int], *, limit: int) -> list[Seen]:
        """Where these names stand; those of the documents that came last, when there are more than the limit."""
        rows = self.rows(
            f"""
            SELECT document, sentence, name, kind, start, "end"
            FROM occurrences
            WHERE name IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN}
            ORDER BY document DESC, start
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

    def alongside(self, name: int, *, limit: int) -> list[tuple[int, str, Kind, int]]:
        """(id, name, kind, sentences) of those who stand or speak in a sentence with this one, the most often first."""
        return self.rows(
            f"""
            WITH mine AS (
                SELECT document, sentence FROM occurrences WHERE name = ?2 AND document NOT IN {HIDDEN}
                UNION
                SELECT document, sentence FROM statements WHERE name = ?2 AND document NOT IN {HIDDEN}
            ), theirs AS (
                SELECT other.document, other.sentence, other.name
                FROM mine CROSS JOIN occurrences AS other
                WHERE other.document = mine.document AND other.sentence = mine.sentence AND other.name <> ?2
                UNION
                SELECT other.document, other.sentence, other.name
                FROM mine CROSS JOIN statements AS other
                WHERE other.document = mine.document AND other.sentence = mine.sentence AND other.name <> ?2
            )
            SELECT n.id, n.name, n.kind, count(*) AS shared
            FROM theirs JOIN names AS n ON n.id = theirs.name
            WHERE n.kind IN ('PERSON', 'ORGANISATION')
            GROUP BY n.id
            ORDER BY shared DESC, n.kind = 'ORGANISATION', n.folded, n.id
            LIMIT ?3
            """,  # noqa: S608 - a constant
            name,
            limit,
        )

    def in_office(self, words: Iterable[str]) -> list[tuple[int, str]]:
        """(name, role) of the roles whose wording holds all these pieces of words, those told most often first."""
        pieces = list(words)
        return self.rows(
            f"""
            SELECT name, min(text)
            FROM roles
            WHERE name IS NOT NULL AND document NOT IN {HIDDEN}
              AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS piece WHERE instr(lower(text), piece.value) = 0)
            GROUP BY name, lower(text)
            ORDER BY count(*) DESC, name
            LIMIT 200
            """,  # noqa: S608 - a constant
            json.dumps(pieces),
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

    def speakers_in(self, documents: Iterable[int]) -> dict[tuple[int, int], list[int]]:
        """For each sentence (document, ordinal) in which somebody says, does or meets: who."""
        rows = self.rows(
            f"""
            SELECT DISTINCT document, sentence, name
            FROM statements
            WHERE document IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN} AND name IS NOT NULL
            ORDER BY document, sentence, name
            LIMIT 20000
            """,  # noqa: S608 - a constant
            listed(documents),
        )
        found: dict[tuple[int, int], list[int]] = {}
        for document, sentence, name in rows:
            found.setdefault((document, sentence), []).append(name)
        return found
