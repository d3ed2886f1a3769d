"""One writer at a time: a lock file beside the database, let go by the system when its process dies."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import HeldError, StoreError

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(database: Path) -> Generator[None]:
    """The right to write `database`. The lock file stays: removing it would let two writers in."""
    path = database.with_name(database.name + ".lock")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written: {error.strerror}. Give the folder to the user Sitrep runs as."
        ) from (error)
    try:
        try:
            _take(descriptor)
        except OSError as error:
            raise HeldError(
                f"{database} is held by another Sitrep that is running. Stop it first, or use another --database."
            ) from error
        yield
    finally:
        os.close(descriptor)
