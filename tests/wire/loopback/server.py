"""A Discord on loopback, REST and gateway in one server: what the bot asked, what it posted, what went wrong."""

import asyncio
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any, Self

from aiohttp import web
from loopback.description import Description
from loopback.faults import Fault, Faults, Request, answered, limited
from loopback.gateway import Gateway
from loopback.people import Person
from loopback.routes import RefusedError, Routes, route
from loopback.world import Channel, Json, Message, World

TOKEN = "loopback.token.of-no-worth"
_POSTS, _WINDOW = 5, 5.0  # messages into one channel, in seconds


class Loopback:
    """`async with Loopback() as discord`. Nothing outside of this process is asked."""

    def __init__(self) -> None:
        self.world = World()
        self.gateway = Gateway(self.world, TOKEN)
        self.faults = Faults()
        self.routes = Routes(self.world)
        self.requests: list[Request] = []
        self.unknown: list[str] = []
        self.posts_a_window = _POSTS
        self.url = ""
        self._description = Description.named()
        self._changed = asyncio.Event()
        self._posted: dict[str, deque[float]] = defaultdict(deque)
        self._told: asyncio.Queue[tuple[str, Json]] = asyncio.Queue()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 << 20)
        app.router.add_get("/gateway/", self.gateway.serve)
        app.router.add_route("*", "/api/v10/{tail:.*}", self._rest)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"
        self.gateway.url = f"ws://127.0.0.1:{port}/gateway/"
        self.world.emit = lambda event, told: self._told.put_nowait((event, told))
        self._telling = asyncio.create_task(self._tell())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._telling.cancel()
        await asyncio.gather(self._telling, return_exceptions=True)
        await self.gateway.close()
        await self._runner.cleanup()

    def person(self, name: str, *permissions: str) -> Person:
        return Person(self.world.add_user(name, *permissions), self.world, self.routes, self.gateway)

    def fail(self, pattern: str, **how: Any) -> None:
        self.faults.add(Fault(pattern, **how))

    def messages(self, channel: Channel) -> list[Message]:
        """Those of the bot that all see."""
        return [m for m in self.world.messages if m.channel is channel and not m.ephemeral]

    def told_owner(self) -> list[Message]:
        return self.messages(self.world.conversation(self.world.owner))

    def calls(self, method: str, path: str) -> list[Request]:
        return [request for request in self.requests if (request.method, request.path) == (method, path)]

    async def wait_for(self, holds: Callable[[], object], seconds: float, what: str) -> None:
        until = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > until:
                last = "\n".join(str(request) for request in self.requests[-15:])
                raise TimeoutError(f"{what}: not in {seconds:.0f} s. The last requests:\n{last}")
            self._changed.clear()
            try:
                async with asyncio.timeout(0.1):
                    await self._changed.wait()
            except TimeoutError:
                pass

    def assert_clean(self) -> None:
        """Nothing broke a limit, and no route was asked for that is not here."""
        assert [str(request) for request in self.requests if request.trouble] == []
        assert self.unknown == []

    async def _tell(self) -> None:
        while True:
            await self.gateway.tell(*await self._told.get())

    async def _rest(self, http: web.Request) -> web.StreamResponse:
        request = await _read(http)
        self.requests.append(request)
        response = await self.faults.strike(request, http, "received") or self._rate_limited(request)
        if response is None:
            response = self._answered(request)
            response = await self.faults.strike(request, http, "stored") or response
        self._changed.set()
        if not request.fault:
            await response.prepare(http)
            await response.write_eof()
            await self.faults.strike(request, http, "responded")
        return response

    def _answered(self, request: Request) -> web.Response:
        request.trouble += self._description.trouble(request)
        try:
            request.status, told = self._handled(request)
        except RefusedError as refused:
            request.status = refused.status
            told = {"message": str(refused), "code": refused.code}
        return answered(request.status, told)

    def _handled(self, request: Request) -> tuple[int, Any]:
        found = route(request)
        if found is None:
            self.unknown.append(f"{request.method} {request.path}")
            raise RefusedError(404, 0, "404: Not Found")
        if not _is_tokened(request) and request.authorization != f"Bot {TOKEN}":
            raise RefusedError(401, 0, "401: Unauthorized")
        if request.trouble:
            raise RefusedError(400, 50035, "Invalid Form Body")
        handler, names = found
        return handler(self.routes, request, **names)

    def _rate_limited(self, request: Request) -> web.Response | None:
        if request.method != "POST" or not request.path.endswith("/messages"):
            return None
        posted, now = self._posted[request.path], time.monotonic()
        while posted and now - posted[0] > _WINDOW:
            posted.popleft()
        if len(posted) < self.posts_a_window:
            posted.append(now)
            return None
        request.status = 429
        return limited(_WINDOW - (now - posted[0]))


async def _read(http: web.Request) -> Request:
    request = Request(
        http.method, "/" + http.match_info["tail"], dict(http.query), http.headers.get("Authorization", "")
    )
    if http.content_type != "multipart/form-data":
        raw = await http.read()
        request.body = json.loads(raw) if raw else None
        return request
    for key, part in (await http.post()).items():
        if isinstance(part, web.FileField):
            request.files[part.filename] = part.file.read()
        elif key == "payload_json" and isinstance(part, str):
            request.body = json.loads(part)
    return request


def _is_tokened(request: Request) -> bool:
    return request.path.startswith(("/interactions/", "/webhooks/"))
