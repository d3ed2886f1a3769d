"""A process that delivers digests over a line protocol on a socket, and dies where it is told. Run by the tests.

`digest_child.py DATABASE PORT POINT COUNT`: at its COUNT-th passage of POINT the process kills itself with SIGKILL.
"""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeVar

from bot.chat.digest_rendering import digest as render
from bot.digests.delivery import Courier
from bot.digests.digests import Digests
from bot.digests.ports import UnansweredError
from bot.store.database import Database
from bot.store.digests import Digest
from bot.store.outbox import Delivery

T = TypeVar("T")
_point, _left = "", 0


def reach(point: str) -> None:
    global _left  # noqa: PLW0603 - the one thing this process remembers
    if point == _point:
        _left -= 1
        if _left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


class KilledDatabase(Database):
    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        def dying(connection: sqlite3.Connection) -> T:
            done = work(connection)
            reach("before commit")
            return done

        reach("before write")
        done = await super().write(dying)
        reach("after commit")
        return done


class Wire:
    """What Discord is to the bot: a request a line, an answer a line; the other end may hang up at any time."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def ask(self, **request: object) -> dict[str, int | None]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            writer.write(json.dumps(request).encode() + b"\n")
            await writer.drain()
            line = await reader.readline()
        finally:
            writer.close()
        if not line:
            raise UnansweredError("the connection was closed")
        return json.loads(line)

    async def post(self, delivery: Delivery) -> int:
        reach("before post")
        answer = await self.ask(do="post", nonce=delivery.nonce, marker=delivery.marker, body=delivery.message)
        reach("after post")
        return answer["id"] or 0

    async def find(self, delivery: Delivery, since: datetime) -> int | None:
        reach("before read back")
        return (await self.ask(do="find", marker=delivery.marker))["id"]


async def allowed(channel: int, need: Literal["post", "read back"]) -> str | None:
    return None


async def tell(digest: Digest) -> None:
    reach("telling")


async def main(database: Path, port: int) -> None:
    clock_file = database.with_name("clock")

    def clock() -> datetime:
        return datetime.fromtimestamp(float(clock_file.read_text(encoding="utf-8")), UTC)

    wire = Wire(port)
    async with KilledDatabase.open(database) as opened:
        courier = Courier(opened, post=wire.post, find=wire.find, clock=clock, jitter=lambda: 0.0)
        digests = Digests(opened, courier=courier, check=allowed, tell=tell, render=render, clock=clock)
        reach("start")
        while True:
            await digests.tick()
            reach("after tick")
            sys.stdout.write("ticked\n")
            sys.stdout.flush()
            if not await asyncio.to_thread(sys.stdin.readline):
                return


if __name__ == "__main__":
    _point, _left = sys.argv[3], int(sys.argv[4])
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
