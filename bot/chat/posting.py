"""Digests in channels: posting one part, finding it again in the history, permissions, telling of trouble."""

import io
import json
import logging
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import aiohttp
import discord

from bot.chat.escaping import escaped_line
from bot.digests.ports import (
    DeletedError,
    Delivery,
    Digest,
    HistoryUnreadableError,
    NotNowError,
    RefusedError,
    UnansweredError,
)

log = logging.getLogger(__name__)

_HISTORY = 2000  # messages read back at most
_UNKNOWN_CHANNEL, _UNKNOWN_MESSAGE = 10003, 10008  # Discord's own numbers
_NOT_READY, _CROWDED, _ASK_AGAIN = 5.0, 60.0, 600.0  # seconds
_NAMES = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "attach_files": "Attach Files",
    "read_message_history": "Read Message History",
}

Need = Literal["post", "read back"]
Place = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class Posting:
    """The ports of digests, over a client that may be away for a while."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._unseen: dict[int, tuple[float, str]] = {}  # channels that were asked for in vain: when, and what was said

    async def post(self, delivery: Delivery) -> int:
        body = json.loads(delivery.message)
        place = await self._place(delivery.channel)
        if trouble := missing(place, "post", files="file" in body):
            raise RefusedError(trouble, passes=True)
        try:
            made = payload(body)
            sent = await place.send(
                made.content,
                embeds=made.embeds,
                files=made.files,
                allowed_mentions=made.mentions,
                nonce=delivery.nonce,
            )
        except discord.HTTPException as error:
            raise _outcome(error, place) from error
        except discord.RateLimited as limited:
            raise NotNowError("Discord limits the rate.", seconds=limited.retry_after) from limited
        except (aiohttp.ClientError, RuntimeError) as error:  # aiohttp raises the latter when its session is closed
            raise UnansweredError(type(error).__name__) from error
        return sent.id

    async def find(self, delivery: Delivery, since: datetime) -> int | None:
        try:
            place = await self._place(delivery.channel)
        except RefusedError:
            return None  # a channel that is gone shows nothing
        if trouble := missing(place, "read back"):
            raise HistoryUnreadableError(trouble)
        seen = 0
        try:
            async for message in place.history(limit=_HISTORY, after=since):
                seen += 1
                if self._is_ours(message) and delivery.marker in _footers(message):
                    return message.id
        except discord.HTTPException as error:
            raise _unread(error) from error
        except (aiohttp.ClientError, RuntimeError) as error:
            raise UnansweredError(type(error).__name__) from error
        if seen == _HISTORY:
            raise HistoryUnreadableError(f"There are more than {_HISTORY} messages since then.")
        return None

    async def check(self, channel: int, need: Need) -> str | None:
        """Asks Discord itself only for a channel that is not known here, and seldom."""
        asked, said = self._unseen.get(channel, (-_ASK_AGAIN, ""))
        if self._client.get_channel(channel) is None and time.monotonic() - asked < _ASK_AGAIN:
            return said
        try:
            return missing(await self._place(channel), need)
        except RefusedError as error:
            self._unseen[channel] = (time.monotonic(), str(error))
            return str(error)
        except NotNowError as error:
            return str(error)

    async def tell(self, digest: Digest) -> None:
        """By direct message; where that is not possible the log and `/digest list` have said it."""
        text = f"The digest **{escaped_line(digest.name)}** is paused. {escaped_line(digest.trouble or '')}"
        try:
            person = await self._person(digest.owner)
            await person.send(text, allowed_mentions=discord.AllowedMentions.none())
        except (discord.HTTPException, aiohttp.ClientError, RuntimeError, OSError) as error:
            log.warning("nobody could be told of digest %s: %s", digest.name, error)

    def guild_of(self, channel: int) -> int | None:
        """The server of a channel, as far as the bot sees it."""
        found = self._client.get_channel(channel)
        return found.guild.id if isinstance(found, Place) else None

    async def _person(self, owner: int | None) -> discord.User:
        if owner is None:
            application = await self._client.application_info()
            team = application.team.owner_id if application.team else None
            owner = team or application.owner.id
        return await self._client.fetch_user(owner)

    async def _place(self, channel: int) -> Place:
        found = self._client.get_channel(channel)
        if found is None and not self._client.is_ready():
            raise NotNowError("Discord is not connected.", seconds=_NOT_READY)
        if found is None:
            found = await self._fetched(channel)
        if not isinstance(found, Place):
            raise RefusedError("Nobody can write into that kind of channel. Choose a text channel.", passes=False)
        return found

    async def _fetched(self, channel: int) -> object:
        if any(guild.unavailable for guild in self._client.guilds):
            raise NotNowError("A server is away.", seconds=_CROWDED)
        try:
            return await self._client.fetch_channel(channel)
        except (discord.NotFound, discord.Forbidden, discord.InvalidData) as error:
            raise RefusedError(
                f"There is no channel {channel} that Sitrep can see. Let it see the channel, or choose another.",
                passes=True,
            ) from error
        except discord.HTTPException as error:
            raise NotNowError(f"Discord answered {error.status}.", seconds=_CROWDED) from error
        except aiohttp.ClientError as error:
            raise NotNowError(type(error).__name__, seconds=_NOT_READY) from error

    def _is_ours(self, message: discord.Message) -> bool:
        return self._client.user is not None and message.author.id == self._client.user.id


@dataclass(frozen=True, slots=True)
class Payload:
    """A part's stored JSON as Discord takes it: a digest and its preview are made here alike."""

    content: str
    embeds: list[discord.Embed]
    files: list[discord.File]
    mentions: discord.AllowedMentions


def payload(body: dict[str, Any]) -> Payload:
    roles = [discord.Object(body["role"])] if "role" in body else False
    file = body.get("file")
    return Payload(
        body["content"],
        [discord.Embed.from_dict(embed) for embed in body["embeds"]],
        [discord.File(io.BytesIO(file["text"].encode()), file["name"])] if file else [],
        discord.AllowedMentions(everyone=False, users=False, roles=roles, replied_user=False),
    )


def missing(place: Place, need: Need, *, files: bool = False) -> str | None:
    """The permissions that are missing, in one sentence; None: none is, as far as is known here."""
    allowed = place.permissions_for(place.guild.me)
    write = "send_messages_in_threads" if isinstance(place, discord.Thread) else "send_messages"
    post = ["view_channel", write, "embed_links", *(["attach_files"] if files else [])]
    wanted = post if need == "post" else ["view_channel", "read_message_history"]
    lacking = [_NAMES[name] for name in wanted if not getattr(allowed, name)]
    if not lacking:
        return None
    return f"Sitrep lacks {' and '.join(lacking)} in #{place.name}. Allow that there, and the digest goes on by itself."


def _outcome(error: discord.HTTPException, place: Place) -> Exception:
    if error.status == 429:  # noqa: PLR2004 - HTTP's own number
        after = error.response.headers.get("Retry-After", "")
        return NotNowError("Discord limits the rate.", seconds=float(after) if after.isdecimal() else _CROWDED)
    if error.code == _UNKNOWN_MESSAGE:
        return DeletedError("It was posted, and deleted since.")
    if error.status >= 500:  # noqa: PLR2004 - the same
        return UnansweredError(f"Discord answered {error.status}.")
    if error.status == 404 or error.code == _UNKNOWN_CHANNEL:  # noqa: PLR2004 - the same
        return RefusedError(f"#{place.name} is gone. Choose another channel.", passes=True)
    if error.status == 403:  # noqa: PLR2004 - the same
        named = missing(place, "post") or (
            f"Discord lets Sitrep post nothing in #{place.name} ({error.text or error.code}). Look at its permissions."
        )
        return RefusedError(named, passes=True)
    return RefusedError(f"Discord takes no such message in #{place.name} ({error.status}, {error.code}).", passes=False)


def _unread(error: discord.HTTPException) -> Exception:
    if error.status == 403:  # noqa: PLR2004 - HTTP's own number
        return HistoryUnreadableError("Sitrep lacks Read Message History there.")
    return UnansweredError(f"Discord answered {error.status}.")


def _footers(message: discord.Message) -> str:
    return "\n".join(embed.footer.text or "" for embed in message.embeds)
