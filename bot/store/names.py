"""Names that run through the library: what linking needs to know of each document, and what it found."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import count

from bot.model import Kind, LinkedName, LocalName
from bot.words import folded

Local = tuple[int, str]  # a document and its own form of a name


def local_names(connection: sqlite3.Connection) -> list[LocalName]:
    """Every document's names, as its analysis left them, ordered by document and name."""
    surfaces: dict[Local, Counter[tuple[Kind, str]]] = defaultdict(Counter)
    for document, local, kind, surface, times in connection.execute(
        """
        SELECT document, local, kind, surface, COUNT(*)
        FROM occurrences
        GROUP BY document, local, kind, surface
        ORDER BY document, local
        """
    ):
        surfaces[document, local][kind, surface] += times
    roles: dict[Local, list[str]] = defaultdict(list)
    for document, local, text in connection.execute(
        "SELECT DISTINCT document, local, text FROM roles ORDER BY document, local, text"
    ):
        roles[document, local].append(text)
    return [_local_name(key, counts, roles.get(key, ())) for key, counts in surfaces.items()]


def _local_name(key: Local, counts: Counter[tuple[Kind, str]], roles: Iterable[str]) -> LocalName:
    kinds, surfaces = Counter[Kind](), Counter[str]()
    for (kind, surface), times in counts.items():
        kinds[kind] += times
        surfaces[surface] += times
    kind = max(kinds, key=lambda kind: (kinds[kind], kind))
    return LocalName(key[0], key[1], kind, tuple(sorted(surfaces.items())), tuple(roles))


def relink(connection: sqlite3.Connection, names: Sequence[LinkedName]) -> int:
    """Make `names` the library's; how many local names changed hands. The same name keeps its id."""
    before = _links(connection)
    ids = _kept_ids(connection, names, before)
    after = {member: ids[place] for place, name in enumerate(names) for member in name.members}
    _write_names(connection, dict(zip(ids, names, strict=True)))
    moved = [(name, *member) for member, name in after.items() if before.get(member) != name]
    for table in ("occurrences", "roles", "statements"):
        connection.executemany(
            f"UPDATE {table} SET name = ? WHERE document = ? AND local = ?",  # noqa: S608 our own tables
            moved,
        )
    for name in {*_names(connection)}.difference(ids):
        connection.execute("DELETE FROM names WHERE id = ?", (name,))
    return len(moved)


def _links(connection: sqlite3.Connection) -> dict[Local, int]:
    rows = connection.execute("SELECT DISTINCT document, local, name FROM occurrences WHERE name IS NOT NULL")
    return {(document, local): name for document, local, name in rows}


def _names(connection: sqlite3.Connection) -> dict[int, tuple[Kind, str]]:
    return {id_: (kind, name) for id_, kind, name in connection.execute("SELECT id, kind, name FROM names")}


def _kept_ids(connection: sqlite3.Connection, names: Sequence[LinkedName], before: dict[Local, int]) -> list[int]:
    """For each name the old id that most of its members had, the one of the same words first; else a fresh id."""
    known = _names(connection)
    claims: list[tuple[bool, int, int, int]] = []
    for place, name in enumerate(names):
        had = Counter(before[member] for member in name.members if member in before)
        claims += [(known[old] != (name.kind, name.name), -times, old, place) for old, times in had.items()]
    kept: dict[int, int] = {}
    taken = set[int]()
    for _, _, old, place in sorted(claims):
        if place not in kept and old not in taken:
            kept[place] = old
            taken.add(old)
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'names'").fetchone()
    fresh = count(last[0] + 1 if last else 1)
    return [kept[place] if place in kept else next(fresh) for place in range(len(names))]


def _write_names(connection: sqlite3.Connection, names: dict[int, LinkedName]) -> None:
    known, spelled = _names(connection), _aliases(connection)
    connection.executemany(
        """
        INSERT INTO names (id, kind, name, folded)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, folded = excluded.folded
        """,
        [(i, n.kind, n.name, folded(n.name)) for i, n in names.items() if known.get(i) != (n.kind, n.name)],
    )
    respelled = {i: n.aliases for i, n in names.items() if spelled.get(i, {}) != dict(n.aliases)}
    connection.executemany("DELETE FROM aliases WHERE name = ?", [(i,) for i in respelled])
    connection.executemany(
        """
        INSERT INTO aliases (name, alias, folded, count)
        VALUES (?, ?, ?, ?)
        """,
        [(i, alias, folded(alias), times) for i, aliases in respelled.items() for alias, times in aliases],
    )


def _aliases(connection: sqlite3.Connection) -> dict[int, dict[str, int]]:
    aliases: dict[int, dict[str, int]] = defaultdict(dict)
    for name, alias, times in connection.execute("SELECT name, alias, count FROM aliases"):
        aliases[name][alias] = times
    return aliases
