"""Page -> the components that discord.py sends: which box, which row, which colour."""

import io
from collections.abc import Iterator, Sequence

import discord
from discord import ui

from bot.answers.answer import Picture
from bot.chat.asks import custom_id, menu_id
from bot.chat.escaping import cut
from bot.chat.pages import Button, Menu, Page, TextFile

ACCENT = discord.Colour(0x2F6F9F)
ROW = 5  # buttons in a row
PICTURE = "picture.png"
ALT_MAX = 1024  # Discord's

_Row = ui.ActionRow[ui.LayoutView]
_Container = ui.Container[ui.LayoutView]


def layout(page: Page, *, shareable: bool, signature: str = "", picture: Picture | None = None) -> ui.LayoutView:
    """The page as a view that discord.py does not keep: its buttons are found by their custom_id.

    `signature` is a line of markdown above the answer: who shared it.
    """
    container: _Container = ui.Container(accent_colour=ACCENT)
    if signature:
        container.add_item(ui.TextDisplay(f"-# {signature}"))
    _add_texts(container, page)
    for file in page.files:
        container.add_item(ui.File(f"attachment://{file.name}"))
    if picture is not None:
        gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery()
        gallery.add_item(media=f"attachment://{PICTURE}", description=cut(picture.alt, ALT_MAX))
        container.add_item(gallery)
    for row in _rows(page, shareable=shareable):
        container.add_item(row)
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()
    return view


def _add_texts(container: _Container, page: Page) -> None:
    container.add_item(ui.TextDisplay(page.head))
    if page.blocks:
        container.add_item(ui.TextDisplay("\n".join(page.blocks)))
    if page.sources:
        container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(page.sources))
    if page.note:
        container.add_item(ui.TextDisplay(page.note))


def _rows(page: Page, *, shareable: bool) -> Iterator[_Row]:
    shown = [button for button in page.buttons if shareable or button.press.action != "share"]
    opening = [button for button in shown if button.press.action == "open"]
    turning = [button for button in shown if button.press.action != "open"]
    for buttons in (page.retries, *([shown] if len(shown) <= ROW else [turning, opening])):
        if made := [made for button in buttons if (made := _button(button))]:
            yield ui.ActionRow(*made)
    for menu in page.menus:
        yield ui.ActionRow(_select(menu))


def _button(button: Button) -> ui.Button[ui.LayoutView] | None:
    """None for a button whose question is too long to remember."""
    remembered = custom_id(button.press)
    if remembered is None:
        return None
    style = discord.ButtonStyle.primary if button.strong else discord.ButtonStyle.secondary
    return ui.Button(label=button.label, custom_id=remembered, style=style, disabled=button.disabled)


def _select(menu: Menu) -> ui.Select[ui.LayoutView]:
    options = [
        discord.SelectOption(label=option.label, value=option.value, description=option.description)
        for option in menu.options
    ]
    return ui.Select(placeholder=menu.placeholder, custom_id=menu_id(menu.command), options=options)


def attachments(files: Sequence[TextFile], picture: Picture | None = None) -> list[discord.File]:
    texts = [discord.File(io.BytesIO(file.text.encode()), filename=file.name) for file in files]
    return [*texts, discord.File(io.BytesIO(picture.png), filename=PICTURE)] if picture else texts
