"""REST: what each route that Sitrep calls does to the world. Any other answers 404 and is written down."""

import mimetypes
import re
import time
from collections.abc import Callable
from typing import Any

from loopback import interactions
from loopback.faults import Request
from loopback.interactions import Interaction
from loopback.limits import choices_trouble, commands_trouble, message_trouble
from loopback.world import APPLICATION, EPHEMERAL, LOADING, V2, Channel, Json, Message, World, bits, part, parts

Answer = tuple[int, Any]
NONCE_WINDOW = 300.0  # seconds of the server's time; Discord promises "the past few minutes"


class RefusedError(Exception):
    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


class Routes:
    def __init__(self, world: World) -> None:
        self.world = world
        self.commands: list[Json] = []
        self.interactions: dict[str, Interaction] = {}  # by token
        self._nonces: dict[str, tuple[float, Message]] = {}

    def me(self, _: Request) -> Answer:
        return 200, self.world.bot.payload() | {
            "mfa_enabled": False,
            "verified": True,
            "locale": "en-US",
            "email": None,
        }

    def application(self, _: Request) -> Answer:
        ours = {"id": APPLICATION, "name": "Sitrep", "icon": None, "description": "", "summary": "", "flags": 0}
        keys = {"bot_public": False, "bot_require_code_grant": False, "verify_key": "0" * 64, "team": None}
        return 200, ours | keys | {"owner": self.world.owner.payload(), "rpc_origins": None}

    def publish(self, request: Request, application: str) -> Answer:
        self._complain(request, commands_trouble(request.body))
        extra = {
            "application_id": application,
            "version": "1",
            "dm_permission": False,
            "default_member_permissions": None,
        }
        ids = [str(int(APPLICATION) + 100 + number) for number in range(len(request.body))]
        self.commands[:] = [extra | command | {"id": each} for each, command in zip(ids, request.body, strict=True)]
        return 200, self.commands

    def user(self, _: Request, user: str) -> Answer:
        if user not in self.world.users:
            raise RefusedError(404, 10013, "Unknown User")
        return 200, self.world.users[user].payload()

    def conversation(self, request: Request) -> Answer:
        return 200, self.world.conversation(self.world.users[str(request.body["recipient_id"])]).payload()

    def channel(self, _: Request, channel: str) -> Answer:
        return 200, self._channel(channel).payload()

    def post(self, request: Request, channel: str) -> Answer:
        place = self._channel(channel, "send_messages", *(["attach_files"] if request.files else []))
        self._complain(request, message_trouble(request.body, request.files))
        nonce = request.body.get("nonce")
        posted, message = self._nonces.get(str(nonce), (0.0, None))
        recent = self.world.clock.now() - posted < NONCE_WINDOW
        if message is not None and request.body.get("enforce_nonce") and recent:
            request.message, request.deduplicated = message, True
            if message not in self.world.messages:
                raise RefusedError(404, 10008, "Unknown Message")
            return 200, message.payload(with_nonce=True)
        message = self._new(place, request)
        message.nonce = nonce
        if not self._may(place, "embed_links"):
            message.embeds = []
        if nonce is not None:
            self._nonces[str(nonce)] = (self.world.clock.now(), message)
        return 200, message.payload(with_nonce=True)

    def history(self, request: Request, channel: str) -> Answer:
        place = self._channel(channel, "read_message_history")
        after, before = int(request.query.get("after", 0)), int(request.query.get("before", 1 << 63))
        found = [m for m in self.world.messages if m.channel is place and not m.ephemeral]
        found = [message for message in found if after < int(message.id) < before]
        limit = int(request.query.get("limit", 50))
        page = found[:limit] if "after" in request.query else found[-limit:]
        return 200, [message.payload() for message in reversed(page)]

    def callback(self, request: Request, interaction: str, token: str) -> Answer:
        asked = self.interactions.get(token)
        if asked is None or asked.id != interaction:
            raise RefusedError(404, 10062, "Unknown interaction")
        if asked.acknowledged is not None:
            self._complain(request, ["a second answer to one interaction"])
        if (late := time.monotonic() - asked.began) > interactions.DEADLINE:
            request.trouble.append(f"answered after {late:.1f} s")
            raise RefusedError(404, 10062, "Unknown interaction")
        message = self._acknowledged(request, asked)
        asked.acknowledged = time.monotonic()
        asked.touch()
        return (200, asked.receipt(message)) if request.query.get("with_response") else (204, None)

    def follow_up(self, request: Request, application: str, token: str) -> Answer:
        asked = self._asked(token)
        self._complain(request, message_trouble(request.body, request.files))
        if asked.answer == interactions.DEFERRED and asked.original and asked.original.flags & LOADING:
            message = asked.original
            message.flags &= EPHEMERAL
            self._fill(message, request)
        else:
            message = self._new(asked.channel, request, asked)
            asked.followups.append(message)
        asked.touch()
        return 200, message.payload()

    def edit(self, request: Request, application: str, token: str, message: str) -> Answer:
        asked = self._asked(token)
        edited = self._of(asked, message)
        self._edit(request, edited)
        asked.touch()
        return 200, edited.payload()

    def original(self, _: Request, application: str, token: str, message: str) -> Answer:
        return 200, self._of(self._asked(token), message).payload()

    def _acknowledged(self, request: Request, asked: Interaction) -> Message | None:
        asked.answer, told = request.body["type"], part(request.body, "data")
        if asked.answer not in interactions.LEGAL[asked.kind]:
            self._complain(request, [f"callback {asked.answer} to an interaction {asked.kind}"])
        request.body = told
        match asked.answer:
            case interactions.CHOICES:
                self._complain(request, choices_trouble(parts(told, "choices")))
                asked.choices = parts(told, "choices")
            case interactions.MESSAGE:
                self._complain(request, message_trouble(told, request.files))
                asked.original = self._new(asked.channel, request, asked)
            case interactions.DEFERRED:
                asked.original = self._new(asked.channel, request, asked)
                asked.original.flags |= LOADING
            case interactions.UPDATE if asked.source is not None:
                asked.original = asked.source
                self._edit(request, asked.source)
            case _:
                asked.original = asked.source
        return asked.original

    def _asked(self, token: str) -> Interaction:
        asked = self.interactions.get(token)
        if asked is None or asked.acknowledged is None:
            raise RefusedError(404, 10015, "Unknown Webhook")
        return asked

    def _of(self, asked: Interaction, message: str) -> Message:
        found = asked.original if message == "@original" else next((m for m in asked.messages if m.id == message), None)
        if found is None:
            raise RefusedError(404, 10008, "Unknown Message")
        return found

    def _channel(self, channel: str, *needs: str) -> Channel:
        place = self.world.channels.get(channel)
        if place is None:
            raise RefusedError(404, 10003, "Unknown Channel")
        if not self._may(place, "view_channel"):
            raise RefusedError(403, 50001, "Missing Access")
        if not all(self._may(place, need) for need in needs):
            raise RefusedError(403, 50013, "Missing Permissions")
        return place

    def _may(self, place: Channel, need: str) -> bool:
        return bool(self.world.permissions(self.world.bot, place) & bits(need))

    def _new(self, place: Channel, request: Request, asked: Interaction | None = None) -> Message:
        message = Message(self.world.clock.snowflake(), place, self.world.bot, self.world.clock.iso())
        self._fill(message, request)
        message.flags |= request.body.get("flags") or 0
        if asked is not None:
            message.origin = asked.origin()
            message.seen_by = asked.user.id if message.ephemeral else None
        self.world.messages.append(message)
        return message

    def _edit(self, request: Request, message: Message) -> None:
        trouble = message_trouble(request.body, request.files, edit=True, was_v2=bool(message.flags & V2))
        self._complain(request, trouble)
        self._fill(message, request)
        message.edited = self.world.clock.iso()

    def _fill(self, message: Message, request: Request) -> None:
        body: Json = request.body
        request.message = message
        message.content = body.get("content", message.content) or ""
        message.embeds = [embed | {"type": "rich"} for embed in parts(body, "embeds")]
        message.components = parts(body, "components") if "components" in body else message.components
        if body.get("attachments") is not None or request.files:
            kept = {str(each.get("id")) for each in parts(body, "attachments")}
            message.attachments = [each for each in message.attachments if each["id"] in kept]
        for name, data in request.files.items():
            each = self.world.clock.snowflake()
            url = f"https://cdn.invalid/{each}/{name}"
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            about = {"id": each, "filename": name, "size": len(data), "content_type": kind}
            message.attachments.append(about | {"url": url, "proxy_url": url})
            message.files[name] = data

    def _complain(self, request: Request, trouble: list[str]) -> None:
        request.trouble += trouble
        if request.trouble:
            raise RefusedError(400, 50035, "Invalid Form Body")


_Handler = Callable[..., Answer]
_TABLE: tuple[tuple[str, str, _Handler], ...] = (
    ("GET", "/users/@me", Routes.me),
    ("GET", "/oauth2/applications/@me", Routes.application),
    ("GET", "/applications/@me", Routes.application),
    ("PUT", "/applications/{application}/commands", Routes.publish),
    ("POST", "/users/@me/channels", Routes.conversation),
    ("GET", "/users/{user}", Routes.user),
    ("GET", "/channels/{channel}", Routes.channel),
    ("POST", "/channels/{channel}/messages", Routes.post),
    ("GET", "/channels/{channel}/messages", Routes.history),
    ("POST", "/interactions/{interaction}/{token}/callback", Routes.callback),
    ("POST", "/webhooks/{application}/{token}", Routes.follow_up),
    ("PATCH", "/webhooks/{application}/{token}/messages/{message}", Routes.edit),
    ("GET", "/webhooks/{application}/{token}/messages/{message}", Routes.original),
)
_PATTERNS = [
    (method, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template)), handler)
    for method, template, handler in _TABLE
]


def route(request: Request) -> tuple[_Handler, dict[str, str]] | None:
    for method, pattern, handler in _PATTERNS:
        if method == request.method and (match := pattern.fullmatch(request.path)):
            return handler, match.groupdict()
    return None
