"""People: what a test lets them do, within what Discord's own client would let them do."""

import asyncio
import secrets
import time
from dataclasses import dataclass
from typing import Any, Final

from loopback.gateway import Gateway
from loopback.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, DEADLINE, DEFERRED, Interaction
from loopback.routes import Routes
from loopback.world import APPLICATION, GUILD, LOADING, Channel, Json, Message, User, World, parts

_SUBCOMMAND, _TEXT, _CHANNEL = 1, 3, 7
_QUIET: Final = 0.25  # seconds without another edit or follow-up


class NotPossibleError(AssertionError):
    """Discord's client would not offer that."""


@dataclass(frozen=True)
class Result:
    """What the person saw."""

    asked: Interaction

    @property
    def seconds(self) -> float:
        """Until the first answer."""
        assert self.asked.acknowledged is not None, "The application did not respond"
        return self.asked.acknowledged - self.asked.began

    @property
    def message(self) -> Message:
        return self.asked.messages[-1]

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.asked.messages)

    @property
    def ephemeral(self) -> bool:
        return all(message.ephemeral for message in self.asked.messages)

    @property
    def choices(self) -> list[Json]:
        return self.asked.choices


class Person:
    def __init__(self, user: User, world: World, routes: Routes, gateway: Gateway) -> None:
        self.user = user
        self._world = world
        self._routes = routes
        self._gateway = gateway

    def commands(self) -> dict[str, tuple[Json, list[Json]]]:
        """Full name -> the command and the options it takes, as far as this person sees them."""
        seen: dict[str, tuple[Json, list[Json]]] = {}
        for command in self._routes.commands:
            need = int(command.get("default_member_permissions") or 0)
            if need & ~self._world.permissions(self.user, Channel("", "")):
                continue
            options = parts(command, "options")
            inner = [option for option in options if option["type"] == _SUBCOMMAND]
            for option in inner:
                seen[f"{command['name']} {option['name']}"] = command, parts(option, "options")
            if not inner:
                seen[command["name"]] = command, options
        return seen

    async def slash(self, name: str, channel: Channel, /, **options: Any) -> Result:
        """`name` as typed: "/digest now"."""
        told, required = self._command(name, options)
        if missing := required - set(options):
            raise NotPossibleError(f"{name} needs {sorted(missing)}")
        return await self._act(COMMAND, channel, told, name=name.lstrip("/"))

    async def complete(self, name: str, channel: Channel, /, **options: Any) -> Result:
        """Suggestions for the last of the options, which is half typed."""
        told, _ = self._command(name, options, focus=list(options)[-1])
        return await self._act(AUTOCOMPLETE, channel, told, name=name.lstrip("/"))

    async def click(self, label: str, message: Message) -> Result:
        """The button whose label contains that."""
        if message.seen_by not in (None, self.user.id):
            raise NotPossibleError("somebody else's message")
        found = [button for button in message.buttons if label in (button.get("label") or "")]
        if not found or found[0].get("disabled") or found[0].get("url"):
            raise NotPossibleError(f"no button {label} among {[button.get('label') for button in message.buttons]}")
        told = {"custom_id": found[0]["custom_id"], "component_type": 2}
        return await self._act(COMPONENT, message.channel, told, source=message)

    def _command(self, name: str, given: dict[str, Any], focus: str = "") -> tuple[Json, set[str]]:
        """As the client sends it, and the names of the options that it insists on."""
        seen = self.commands()
        if name.lstrip("/") not in seen:
            raise NotPossibleError(f"{self.user.name} sees no {name}, but {sorted(seen)}")
        command, specified = seen[name.lstrip("/")]
        if strange := set(given) - {option["name"] for option in specified}:
            raise NotPossibleError(f"{name} has no {sorted(strange)}")
        resolved: Json = {}
        told = [self._option(each, given[each["name"]], focus, resolved) for each in specified if each["name"] in given]
        if " " in name:
            told = [{"name": name.split()[1], "type": _SUBCOMMAND, "options": told}]
        whole: Json = {"id": command["id"], "name": command["name"], "type": 1, "options": told, "resolved": resolved}
        return whole, {option["name"] for option in specified if option.get("required")}

    def _option(self, option: Json, value: Any, focus: str, resolved: Json) -> Json:
        told: Json = {"name": option["name"], "type": option["type"], "value": value}
        if option["name"] == focus:
            if not option.get("autocomplete"):
                raise NotPossibleError(f"{focus} completes nothing")
            return told | {"focused": True}
        if option.get("choices"):
            match = [choice["value"] for choice in option["choices"] if value in (choice["name"], choice["value"])]
            if not match:
                raise NotPossibleError(f"{value!r} is no choice for {option['name']}")
            return told | {"value": match[0]}
        if option["type"] == _CHANNEL:
            about = value.payload() | {"permissions": str(self._world.permissions(self.user, value))}
            resolved.setdefault("channels", {})[value.id] = about
            return told | {"value": value.id}
        if option["type"] == _TEXT and not len(value) <= (option.get("max_length") or 6000):
            raise NotPossibleError(f"{option['name']} takes {option['max_length']} characters")
        return told

    async def _act(
        self, kind: int, channel: Channel, told: Json, *, name: str = "", source: Message | None = None
    ) -> Result:
        clock = self._world.clock
        asked = Interaction(clock.snowflake(), secrets.token_urlsafe(48), kind, self.user, channel, told, name, source)
        self._routes.interactions[asked.token] = asked
        await self._gateway.tell("INTERACTION_CREATE", self._payload(asked))
        await self._until(asked, lambda: asked.acknowledged is not None, DEADLINE + 0.2)
        if asked.answer == DEFERRED:
            await self._until(asked, lambda: not any(m.flags & LOADING for m in asked.messages), 20)
        while kind != AUTOCOMPLETE and await self._another(asked):
            pass
        return Result(asked)

    async def _another(self, asked: Interaction) -> bool:
        known = asked.events
        return await self._until(asked, lambda: asked.events > known, _QUIET)

    @staticmethod
    async def _until(asked: Interaction, holds: Any, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while not holds():
            asked.happened.clear()
            try:
                async with asyncio.timeout(until - time.monotonic()):
                    await asked.happened.wait()
            except TimeoutError:
                return False
        return True

    def _payload(self, asked: Interaction) -> Json:
        value = str(self._world.permissions(self.user, asked.channel))
        told: Json = {
            "id": asked.id,
            "application_id": APPLICATION,
            "type": asked.kind,
            "token": asked.token,
            "version": 1,
            "data": asked.told,
            "guild_id": GUILD,
            "guild": {"id": GUILD, "locale": "en-US", "features": []},
            "guild_locale": "en-US",
            "channel_id": asked.channel.id,
            "channel": asked.channel.payload() | {"permissions": value},
            "member": self.user.member() | {"permissions": value},
            "locale": "en-US",
            "entitlements": [],
            "app_permissions": str(self._world.permissions(self._world.bot, asked.channel)),
            "authorizing_integration_owners": {"0": GUILD},
            "context": 0,
            "attachment_size_limit": 10 << 20,
        }
        return told if asked.source is None else told | {"message": asked.source.payload()}
