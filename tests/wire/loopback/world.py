"""What there is in the loopback Discord: people, one server with channels, messages, and who may do what."""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

Json = dict[str, Any]
"""As it goes over the wire; tests look at `Message` and `Result` instead."""

BITS: Final = {
    "manage_guild": 5,
    "view_channel": 10,
    "send_messages": 11,
    "embed_links": 14,
    "attach_files": 15,
    "read_message_history": 16,
    "use_application_commands": 31,
    "send_messages_in_threads": 38,
}
ALL: Final = (1 << 53) - 1
EPHEMERAL, LOADING, V2 = 1 << 6, 1 << 7, 1 << 15
APPLICATION, GUILD, BOT_ROLE, OWNER = (
    "100000000000000001",
    "100000000000000002",
    "100000000000000003",
    "100000000000000004",
)
_FIRST_ID: Final = 100000000000000010
_EPOCH: Final = 1_420_070_400_000


def bits(*names: str) -> int:
    return sum(1 << BITS[name] for name in names)


EVERYONE: Final = bits(*(name for name in BITS if name != "manage_guild"))


@dataclass
class Clock:
    """The server's time; the bot is started with the same offset (seconds)."""

    offset: float = 0.0
    _last: int = 0

    def now(self) -> float:
        return time.time() + self.offset

    def iso(self) -> str:
        return datetime.fromtimestamp(self.now(), UTC).isoformat()

    def snowflake(self) -> str:
        self._last = max(self._last + 1, (int(self.now() * 1000) - _EPOCH) << 22)
        return str(self._last)


@dataclass(frozen=True)
class User:
    id: str
    name: str
    permissions: int = 0
    is_bot: bool = False

    def payload(self) -> Json:
        return {
            "id": self.id,
            "username": self.name,
            "discriminator": "0",
            "global_name": None if self.is_bot else self.name.title(),
            "avatar": None,
            "bot": self.is_bot,
            "public_flags": 0,
        }

    def member(self) -> Json:
        return {
            "user": self.payload(),
            "roles": [BOT_ROLE] if self.is_bot else [],
            "nick": None,
            "avatar": None,
            "joined_at": "2026-01-01T00:00:00+00:00",
            "premium_since": None,
            "communication_disabled_until": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }


@dataclass
class Channel:
    """A text channel of the server, or, with a recipient, a direct conversation."""

    id: str
    name: str
    recipient: User | None = None
    denied: int = 0
    """What the bot may not do here; people may."""
    changed: Callable[["Channel"], None] = field(default=lambda _: None)

    def deny(self, *names: str) -> None:
        self.denied |= bits(*names)
        self.changed(self)

    def allow(self, *names: str) -> None:
        self.denied &= ~bits(*names)
        self.changed(self)

    def payload(self) -> Json:
        if self.recipient is not None:
            return {
                "id": self.id,
                "type": 1,
                "flags": 0,
                "last_message_id": None,
                "recipients": [self.recipient.payload()],
            }
        return {
            "id": self.id,
            "type": 0,
            "guild_id": GUILD,
            "name": self.name,
            "parent_id": None,
            "flags": 0,
            "last_message_id": None,
            "rate_limit_per_user": 0,
            "position": 0,
            "nsfw": False,
            "topic": None,
            "permission_overwrites": [{"id": APPLICATION, "type": 1, "allow": "0", "deny": str(self.denied)}],
        }


@dataclass
class Message:
    id: str
    channel: Channel
    author: User
    timestamp: str
    content: str = ""
    embeds: list[Json] = field(default_factory=list[Json])
    components: list[Json] = field(default_factory=list[Json])
    attachments: list[Json] = field(default_factory=list[Json])
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    flags: int = 0
    nonce: str | None = None
    edited: str | None = None
    seen_by: str | None = None
    """The one who sees it, when it is ephemeral."""
    origin: Json | None = None
    """The interaction that it answers, as messages tell of it."""

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def text(self) -> str:
        """All the words that a reader sees, but those on buttons."""
        words = [self.content, *(word for embed in self.embeds for word in _words(embed))]
        words += [each["content"] for each in walked(self.components) if each.get("type") == 10]
        return "\n".join(word for word in words if word)

    @property
    def buttons(self) -> list[Json]:
        return [each for each in walked(self.components) if each.get("type") == 2]

    def payload(self, *, with_nonce: bool = False) -> Json:
        """The nonce is an echo to the sender; no history carries it."""
        told: Json = {
            "id": self.id,
            "type": 0,
            "channel_id": self.channel.id,
            "content": self.content,
            "author": self.author.payload(),
            "mentions": [],
            "mention_roles": [],
            "mention_everyone": False,
            "attachments": self.attachments,
            "embeds": self.embeds,
            "components": self.components,
            "flags": self.flags,
            "timestamp": self.timestamp,
            "edited_timestamp": self.edited,
            "tts": False,
            "pinned": False,
        }
        if with_nonce and self.nonce is not None:
            told["nonce"] = self.nonce
        if self.origin is not None:
            told |= {"interaction_metadata": self.origin, "application_id": APPLICATION, "webhook_id": APPLICATION}
        return told


class World:
    """Ids are the same each time, so that a store that was filled over one world fits the next."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.bot = User(APPLICATION, "sitrep", is_bot=True)
        self.owner = User(OWNER, "owner", ALL)
        self.users = {user.id: user for user in (self.bot, self.owner)}
        self.channels: dict[str, Channel] = {}
        self.messages: list[Message] = []
        self.emit: Callable[[str, Json], None] = _to_nobody
        self._ids = itertools.count(_FIRST_ID)

    def add_channel(self, name: str, recipient: User | None = None) -> Channel:
        channel = Channel(str(next(self._ids)), name, recipient, changed=self._changed)
        self.channels[channel.id] = channel
        return channel

    def add_user(self, name: str, *permissions: str) -> User:
        user = User(str(next(self._ids)), name, bits(*permissions))
        self.users[user.id] = user
        return user

    def conversation(self, user: User) -> Channel:
        known = (channel for channel in self.channels.values() if channel.recipient == user)
        return next(known, None) or self.add_channel(f"with-{user.name}", user)

    def permissions(self, user: User, channel: Channel) -> int:
        value = ALL if user == self.owner else EVERYONE | user.permissions
        return value & ~channel.denied if user == self.bot else value

    def guild(self) -> Json:
        everyone = {"id": GUILD, "name": "@everyone", "permissions": str(EVERYONE), "position": 0}
        ours = {
            "id": BOT_ROLE,
            "name": "sitrep",
            "permissions": str(EVERYONE),
            "position": 1,
            "tags": {"bot_id": APPLICATION},
        }
        usual = {"color": 0, "hoist": False, "managed": False, "mentionable": False, "flags": 0}
        return {
            "id": GUILD,
            "name": "Test Desk",
            "owner_id": OWNER,
            "roles": [everyone | usual, ours | usual | {"managed": True}],
            "channels": [channel.payload() for channel in self.channels.values() if channel.recipient is None],
            "members": [self.bot.member()],
            "member_count": len(self.users),
            "joined_at": "2026-01-01T00:00:00+00:00",
            "preferred_locale": "en-US",
            "unavailable": False,
            "large": False,
            **dict.fromkeys(("icon", "splash", "banner", "description", "vanity_url_code", "system_channel_id")),
            **dict.fromkeys(("afk_timeout", "verification_level", "default_message_notifications", "mfa_level"), 0),
            **dict.fromkeys(("explicit_content_filter", "nsfw_level", "premium_tier", "system_channel_flags"), 0),
            **{key: [] for key in ("emojis", "stickers", "features", "threads", "voice_states", "presences")},
            **{key: [] for key in ("stage_instances", "guild_scheduled_events", "soundboard_sounds")},
        }

    def _changed(self, channel: Channel) -> None:
        self.emit("CHANNEL_UPDATE", channel.payload())


def part(told: Json, key: str) -> Json:
    """What stands under the key; nothing where that is missing or null."""
    found: Json | None = told.get(key)
    return found or {}


def parts(told: Json, key: str) -> list[Json]:
    found: list[Json] | None = told.get(key)
    return found or []


def walked(components: list[Json]) -> Iterator[Json]:
    """Every component, with those inside of others."""
    for each in components:
        yield each
        yield from walked(parts(each, "components"))
        yield from walked([each["accessory"]] if each.get("accessory") else [])


def _words(embed: Json) -> Iterator[str]:
    yield part(embed, "author").get("name") or ""
    yield embed.get("title") or ""
    yield embed.get("description") or ""
    for row in parts(embed, "fields"):
        yield row["name"]
        yield row["value"]
    yield part(embed, "footer").get("text") or ""


def _to_nobody(event: str, told: Json) -> None:
    """Nobody is connected yet."""
