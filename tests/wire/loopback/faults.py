"""What goes wrong, planned ahead: at which request, at which point of its life, and how."""

import asyncio
import fnmatch
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web
from loopback.world import Message

Point = Literal["received", "stored", "responded"]
"""Nothing done yet; done, but the bot not told; the answer is out."""

_ERRORS = {403: ("Missing Permissions", 50013), 404: ("Unknown Channel", 10003), 401: ("401: Unauthorized", 0)}
_VIA = {"Via": "1.1 google"}  # discord.py takes a 429 without it for Cloudflare's


@dataclass
class Request:
    """One call of the bot, and what came of it."""

    method: str
    path: str
    query: dict[str, str]
    authorization: str
    body: Any = None
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    status: int = 0
    fault: str = ""
    trouble: list[str] = field(default_factory=list[str])
    """Of which Discord would complain."""
    message: Message | None = None
    deduplicated: bool = False

    def __str__(self) -> str:
        words = [
            self.method,
            self.path,
            "->",
            str(self.status),
            self.fault,
            "deduplicated" if self.deduplicated else "",
        ]
        return " ".join(word for word in [*words, *self.trouble] if word)


@dataclass
class Fault:
    """`pattern`: "POST /channels/*/messages". The first `skip` requests pass; `times` ones are hit."""

    pattern: str
    at: Point = "received"
    status: int = 0
    retry_after: float = 1.0
    cloudflare: bool = False
    reset: bool = False
    close: bool = False
    kill: bool = False
    delay: float = 0.0
    skip: int = 0
    times: int = 1

    def hits(self, request: Request, at: Point) -> bool:
        if self.at != at or not fnmatch.fnmatchcase(f"{request.method} {request.path}", self.pattern):
            return False
        if self.skip or not self.times:
            self.skip -= bool(self.skip)
            return False
        self.times -= 1
        return True

    def __str__(self) -> str:
        names = [name for name in ("cloudflare", "reset", "close", "kill", "delay") if getattr(self, name)]
        return "-".join([self.at, *names, *([str(self.status)] if self.status else [])])


class Faults:
    """`kill` ends the bot at once, and returns when it is dead."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self.kill: Callable[[], Awaitable[None]] = _nobody

    def add(self, fault: Fault) -> None:
        self._planned.append(fault)

    def clear(self) -> None:
        self._planned.clear()

    async def strike(self, request: Request, http: web.Request, at: Point) -> web.Response | None:
        """What goes wrong now, if anything does: the answer that the bot gets instead of the right one."""
        fault = next((fault for fault in self._planned if fault.hits(request, at)), None)
        if fault is None:
            return None
        request.fault = str(fault)
        await asyncio.sleep(fault.delay)
        if fault.kill:
            await self.kill()
        if fault.kill or fault.reset or fault.close:
            return _cut(http, reset=fault.reset)
        if not fault.status:
            return None
        request.status = fault.status
        return limited(fault.retry_after, cloudflare=fault.cloudflare) if fault.status == 429 else _error(fault.status)


def limited(seconds: float, *, cloudflare: bool = False) -> web.Response:
    whole = {"Retry-After": str(max(1, round(seconds)))}
    if cloudflare:
        return web.Response(status=429, text="error code: 1015", headers=whole)
    spent = {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": f"{seconds:.3f}"}
    told = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
    return answered(429, told, whole | spent | {"X-RateLimit-Scope": "user"})


def answered(status: int, told: Any, headers: dict[str, str] | None = None) -> web.Response:
    if told is None:
        return web.Response(status=status, headers=_VIA | (headers or {}))
    response = web.json_response(told, status=status, headers=_VIA | (headers or {}))
    response.headers["Content-Type"] = "application/json"  # discord.py compares it exactly
    return response


def _error(status: int) -> web.Response:
    if status >= 500:
        return web.Response(status=status, text="<html>upstream error</html>", content_type="text/html")
    message, code = _ERRORS.get(status, (f"{status}", 0))
    return answered(status, {"message": message, "code": code})


def _cut(http: web.Request, *, reset: bool) -> web.Response:
    transport = http.transport
    if transport is not None and reset:
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    elif transport is not None:
        transport.close()
    return web.Response(status=499)


async def _nobody() -> None:
    """No bot runs yet."""
