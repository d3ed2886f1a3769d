"""Buttons and menus that keep working after a restart: a custom_id comes in, the reply that it remembers goes out."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord
from discord import ui

from bot.chat.asks import BUTTON_ID, MENU_ID, Press, picked, press_of
from bot.chat.trouble import Interaction

OnPress = Callable[[Interaction, Press], Awaitable[None]]
"""Must not raise: discord.py would only log it."""

_Item = ui.Item[Any]  # discord.py's own parameter: an item of whatever view


def dynamic_items(on_press: OnPress) -> tuple[type[ui.DynamicItem[_Item]], ...]:
    """The classes by which discord.py recognises the custom_ids of `asks`."""

    class PressedButton(ui.DynamicItem[_Item], template=BUTTON_ID):
        def __init__(self, item: _Item, press: Press) -> None:
            super().__init__(item)
            self.press = press

        @classmethod
        async def from_custom_id(cls, _: discord.Interaction[Any], item: _Item, match: re.Match[str], /) -> Self:
            return cls(item, press_of(**match.groupdict()))

        async def callback(self, interaction: discord.Interaction[Any]) -> None:
            await on_press(interaction, self.press)

    class PickedOption(ui.DynamicItem[_Item], template=MENU_ID):
        def __init__(self, item: _Item, command: str) -> None:
            super().__init__(item)
            self.command = command

        @classmethod
        async def from_custom_id(cls, _: discord.Interaction[Any], item: _Item, match: re.Match[str], /) -> Self:
            return cls(item, match["command"])

        async def callback(self, interaction: discord.Interaction[Any]) -> None:
            if isinstance(self.item, ui.Select):
                await on_press(interaction, picked(self.command, self.item.values[0]))

    return PressedButton, PickedOption
