"""Which documents tell one story and which copy another: what linking needs to know, and what it found."""

import sqlite3
from collections.abc import Iterable

from bot.model import StoryLink


def write_stories(connection: sqlite3.Connection, links: Iterable[StoryLink]) -> None:
    connection.executemany(
        """
        UPDATE documents
        SET story = ?1, reprint_of = ?2
        WHERE id = ?3
            AND (story IS NOT ?1 OR reprint_of IS NOT ?2)
        """,
        [(link.story, link.reprint_of, link.document) for link in links],
    )
