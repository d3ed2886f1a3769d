"""Logging: one handler on stderr, text or JSON, what is in work on every line, and no token on any."""

import json
import logging
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal

Format = Literal["text", "json"]

# A bot's token: its id in base64, a stamp, a signature.
_TOKEN = re.compile(r"[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{25,}")
_GONE = "[token]"

_in_work: ContextVar[str] = ContextVar("in_work", default="")


@contextmanager
def working_on(what: str) -> Generator[None]:
    """Names the command, file or digest in work on every log line made inside, in this task and those it starts."""
    mark = _in_work.set(what)
    try:
        yield
    finally:
        _in_work.reset(mark)


class _Redacting(logging.Formatter):
    """Redacts what was formatted, so that a traceback or an argument cannot carry the token past it."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        return self.redacted(self.line(record))

    def redacted(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, _GONE)
        return _TOKEN.sub(_GONE, line)

    def line(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%d %H:%M:%S")
        work = f" [{_in_work.get()}]" if _in_work.get() else ""
        line = f"{at} {record.levelname.lower():<7} {record.name}{work}: {record.getMessage()}"
        return f"{line}\n{self.trouble(record)}" if record.exc_info else line

    def trouble(self, record: logging.LogRecord) -> str:
        return self.formatException(record.exc_info) if record.exc_info else ""


class _Brief(_Redacting):
    def line(self, record: logging.LogRecord) -> str:
        line = record.getMessage()
        return f"{line}\n{self.trouble(record)}" if record.exc_info else line


class _Json(_Redacting):
    def line(self, record: logging.LogRecord) -> str:
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "work": _in_work.get() or None,
            "message": record.getMessage(),
            "error": self.trouble(record) or None,
        }
        return json.dumps({key: value for key, value in fields.items() if value is not None}, ensure_ascii=False)


def start_logging(level: str, form: Format | Literal["brief"], *, secrets: tuple[str, ...] = ()) -> None:
    """Replaces the root's handlers by ours; warnings of Python itself go through it too.

    `brief`: only what is said, for somebody who sits before it.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter({"json": _Json, "text": _Redacting, "brief": _Brief}[form](secrets))
    # discord.py says at each start that it cannot speak; nobody asked it to.
    handler.addFilter(lambda record: "voice will NOT be supported" not in str(record.msg))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    logging.captureWarnings(capture=True)
