"""One interaction, from the moment a person acts to its last follow-up."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Final

from loopback.world import Channel, Json, Message, User

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, ASKS_MODAL = 4, 5, 6, 7, 8, 9
LEGAL: Final = {
    COMMAND: {MESSAGE, DEFERRED, ASKS_MODAL},
    COMPONENT: {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, ASKS_MODAL},
    AUTOCOMPLETE: {CHOICES},
}
DEADLINE: Final = 3.0  # seconds that Discord waits for the first answer


@dataclass
class Interaction:
    id: str
    token: str
    kind: int
    user: User
    channel: Channel
    told: Json
    name: str = ""
    source: Message | None = None
    """The message whose button was pressed."""
    began: float = field(default_factory=time.monotonic)
    acknowledged: float | None = None
    answer: int = 0
    original: Message | None = None
    followups: list[Message] = field(default_factory=list[Message])
    choices: list[Json] = field(default_factory=list[Json])
    events: int = 0
    happened: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def messages(self) -> list[Message]:
        return [*([self.original] if self.original else []), *self.followups]

    def touch(self) -> None:
        self.events += 1
        self.happened.set()

    def origin(self) -> Json:
        told: Json = {
            "id": self.id,
            "type": self.kind,
            "user": self.user.payload(),
            "authorizing_integration_owners": {"0": "0"},
        }
        if self.source is not None:
            return told | {"interacted_message_id": self.source.id}
        return told | {"name": self.name, "command_type": 1}

    def receipt(self, message: Message | None) -> dict[str, Any]:
        """What Discord answers to the first answer, when asked to."""
        told: Json = {"id": self.id, "type": self.kind, "channel_id": self.channel.id}
        if message is None:
            return {"interaction": told}
        told |= {"response_message_id": message.id, "response_message_ephemeral": message.ephemeral}
        return {"interaction": told, "resource": {"type": self.answer, "message": message.payload()}}
