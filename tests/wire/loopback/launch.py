"""Sitrep, unchanged, in a Discord on loopback: where discord.py connects to, what time it is, nothing beyond loopback.

A program, run with the arguments of `python -m bot`. What it sets, discord.py and Sitrep have no setting for:
production needs none.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

_OFFSET = timedelta(seconds=float(os.environ.get("LOOPBACK_OFFSET", "0")))
_TICK = 1  # seconds between two looks at the digests, instead of thirty
_UNCONNECTED = 0.5  # seconds until a connection is looked for again, instead of five


def connect(url: str) -> None:
    import yarl
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    Route.BASE = f"{url}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url.replace("http", "ws", 1) + "/gateway/")


def shift_time() -> None:
    """Before anything takes the clock from its module; the scheduler alone has one of its own. Long waits are cut."""
    from apscheduler.triggers.date import DateTrigger  # pyright: ignore[reportMissingTypeStubs] - it has none
    from apscheduler.triggers.interval import IntervalTrigger  # pyright: ignore[reportMissingTypeStubs] - the same

    from bot import schedule
    from bot.app import opening
    from bot.chat import posting

    class Shifted(DateTrigger):
        def __init__(self, at: datetime | None = None) -> None:
            super().__init__(at - _OFFSET if at else None)  # pyright: ignore[reportUnknownMemberType] - no stubs

    class Hurried(IntervalTrigger):
        def __init__(self, *, seconds: float) -> None:
            super().__init__(seconds=int(min(_TICK, seconds)))  # pyright: ignore[reportUnknownMemberType] - the same

    swapped: tuple[tuple[ModuleType, str, object], ...] = (
        (opening, "now", lambda: datetime.now(UTC) + _OFFSET),
        (schedule, "DateTrigger", Shifted),
        (schedule, "IntervalTrigger", Hurried),
        (posting, "_NOT_READY", _UNCONNECTED),
    )
    for module, name, ours in swapped:
        assert hasattr(module, name), f"{module.__name__} has no {name} any more"
        setattr(module, name, ours)


def refuse_the_world(told: Path) -> None:
    """Every connect and look-up that is not on loopback fails, and is written down."""

    def hook(event: str, about: tuple[Any, ...]) -> None:
        if event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
            return
        where = about[1] if event in ("socket.connect", "socket.sendto") else about
        if isinstance(where, str | bytes):
            return  # a file
        if str(where[0]) not in ("127.0.0.1", "localhost", "", "None"):
            with told.open("a", encoding="utf-8") as log:
                log.write(f"{event} {where[0]}\n")
            raise OSError(101, "only loopback")

    sys.addaudithook(hook)


def main() -> int:
    refuse_the_world(Path(os.environ["LOOPBACK_REFUSED"]))
    connect(os.environ["LOOPBACK_URL"])
    shift_time()
    from bot.__main__ import main as sitrep

    return sitrep()


if __name__ == "__main__":
    sys.exit(main())
