"""`export`: everything in the store as JSON lines on stdout, beside a running bot too."""

from bot.config import Config
from bot.store.database import reading
from bot.store.export import rows
from bot.terminal.jsonform import json_line
from bot.terminal.layout import write


def export(config: Config) -> None:
    with reading(config.database) as lookups:
        for row in rows(lookups.connection):
            write(json_line(row))
