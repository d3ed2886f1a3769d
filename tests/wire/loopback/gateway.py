"""The websocket of the loopback Discord: hello, identify, heartbeats, resume, and events as they happen."""

import json
import secrets
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web
from loopback.world import APPLICATION, GUILD, Json, World

_DISPATCH, _HEARTBEAT, _IDENTIFY, _RESUME, _RECONNECT, _INVALID, _HELLO, _HEARD = 0, 1, 2, 6, 7, 9, 10, 11
_PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content: ours asks for none
_REFUSED, _DISALLOWED, _UNKNOWN = 4004, 4014, 4001


@dataclass
class Session:
    """Outlives its connection, for a resume."""

    id: str = field(default_factory=lambda: secrets.token_hex(16))
    sent: deque[Json] = field(default_factory=lambda: deque[Json](maxlen=500))
    number: int = 0
    ws: web.WebSocketResponse | None = None

    async def tell(self, event: str, told: Json) -> bool:
        """Whether anybody heard it now."""
        self.number += 1
        self.sent.append({"op": _DISPATCH, "t": event, "s": self.number, "d": told})
        if self.ws is None or self.ws.closed:
            return False
        try:
            await self.ws.send_json(self.sent[-1])
        except ConnectionError:
            return False
        return True


class Gateway:
    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self._token = token
        self._sessions: dict[str, Session] = {}
        self.url = ""
        self.identified = 0
        self.resumed = 0
        self.heartbeats = 0
        self.heartbeat = 41.25  # seconds

    async def serve(self, http: web.Request) -> web.WebSocketResponse:
        """One connection. It speaks plain text: discord.py unpacks only what is binary."""
        ws = web.WebSocketResponse(max_msg_size=0)
        await ws.prepare(http)
        await ws.send_json({"op": _HELLO, "d": {"heartbeat_interval": int(self.heartbeat * 1000)}})
        async for frame in ws:
            if frame.type == WSMsgType.TEXT:
                told = json.loads(frame.data)
                await self._heard(ws, told["op"], told.get("d"))
        for session in self._sessions.values():
            session.ws = None if session.ws is ws else session.ws
        return ws

    async def tell(self, event: str, told: Json) -> bool:
        heard = [await session.tell(event, told) for session in list(self._sessions.values())]
        return any(heard)

    def drop(self) -> None:
        """Cuts the connections as a broken network does; sessions stay and can be resumed."""
        for session in self._sessions.values():
            if session.ws is not None and (transport := session.ws.get_extra_info("socket")) is not None:
                transport.shutdown(2)

    async def ask_reconnect(self) -> None:
        for session in self._sessions.values():
            if session.ws is not None:
                await session.ws.send_json({"op": _RECONNECT, "d": None})

    async def close(self) -> None:
        for session in self._sessions.values():
            if session.ws is not None:
                await session.ws.close(code=1001)

    async def _heard(self, ws: web.WebSocketResponse, op: int, told: Any) -> None:
        match op:
            case 1:
                self.heartbeats += 1
                await ws.send_json({"op": _HEARD, "d": None})
            case 2:
                await self._identify(ws, told)
            case 6:
                await self._resume(ws, told)
            case 3 | 4 | 8:
                pass  # presence, voice, members: nothing of ours
            case _:
                await ws.close(code=_UNKNOWN)

    async def _identify(self, ws: web.WebSocketResponse, told: Json) -> None:
        if told["token"] != self._token or told["intents"] & _PRIVILEGED:
            await ws.close(code=_REFUSED if told["token"] != self._token else _DISALLOWED)
            return
        self._sessions.clear()  # one bot; what was before it is gone
        session = Session(ws=ws)
        self._sessions[session.id] = session
        ready = {
            "v": 10,
            "user": self._world.bot.payload() | {"verified": True, "mfa_enabled": False, "email": None},
            "guilds": [{"id": GUILD, "unavailable": True}],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "application": {"id": APPLICATION, "flags": 0},
            "private_channels": [],
        }
        await session.tell("READY", ready)
        await session.tell("GUILD_CREATE", self._world.guild())
        self.identified += 1

    async def _resume(self, ws: web.WebSocketResponse, told: Json) -> None:
        session = self._sessions.get(told["session_id"])
        if session is None or told["token"] != self._token:
            await ws.send_json({"op": _INVALID, "d": False})
            return
        session.ws = ws
        for frame in [frame for frame in session.sent if frame["s"] > (told["seq"] or 0)]:
            await ws.send_json(frame)
        await session.tell("RESUMED", {})
        self.resumed += 1
