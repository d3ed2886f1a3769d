"""Look-ups of who is named together: the sentences in which each of some names stands or speaks."""

from collections.abc import Iterable

from bot.store.reader import HIDDEN, Reader, listed

_MOST = 40_000  # places; a name of a large library may stand in thousands


class CircleLookups(Reader):
    def standing(self, names: Iterable[int]) -> dict[tuple[int, int], list[int]]:
        """For each sentence (document, ordinal) that holds one of these names: which, as `alongside` counts them.

        Where they stand in too many, the sentences of the documents that came last.
        """
        rows = self.rows(
            f"""
            SELECT document, sentence, name
            FROM (
                SELECT document, sentence, name
                FROM occurrences
                WHERE name IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN}
                UNION
                SELECT document, sentence, name
                FROM statements
                WHERE name IN (SELECT value FROM json_each(?2)) AND document NOT IN {HIDDEN})
            ORDER BY document DESC, sentence, name
            LIMIT ?3
            """,  # noqa: S608 - a constant
            listed(names),
            _MOST,
        )
        found: dict[tuple[int, int], list[int]] = {}
        for document, sentence, name in rows:
            found.setdefault((document, sentence), []).append(name)
        return found
