"""The picture that follows a reply: drawn while the words are read, added by an edit of the same message."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable

import discord

from bot.answers.answer import Answer, Circle, Picture, Timeline

log = logging.getLogger(__name__)

Drawable = Timeline | Circle
Draw = Callable[[Drawable], Awaitable[Picture | None]]
"""None: there is no picture, and the words stand alone."""

Add = Callable[[Picture], Awaitable[None]]
"""Shows the picture in the message that it is for."""

KEPT = 8  # pictures that need not be drawn again when a page is turned back or shared


def drawable(answer: Answer | Circle) -> Drawable | None:
    """The answer when a picture says more than its words: one date is no line, and nobody no circle."""
    match answer:
        case Timeline() if len(answer.entries) > 1:
            return answer
        case Circle() if answer.ties:
            return answer
        case _:
            return None


class Pictures:
    """What was drawn last, and which messages still wait for theirs."""

    def __init__(self, draw: Draw | None) -> None:
        self._draw = draw
        self._kept: OrderedDict[Drawable, Picture] = OrderedDict()
        self._waiting: dict[int, asyncio.Task[None]] = {}

    def kept(self, answer: Drawable | None) -> Picture | None:
        return None if answer is None else self._kept.get(answer)

    async def follow(self, message: int | None, answer: Drawable | None, add: Add) -> None:
        """Draws the answer and adds it to the message, if that has not been left meanwhile."""
        if message is None or answer is None or self._draw is None:
            return
        self.leave(message)
        async with asyncio.TaskGroup() as group:
            task = self._waiting[message] = group.create_task(self._drawn(self._draw, answer, add))
        if self._waiting.get(message) is task:
            del self._waiting[message]

    def leave(self, message: int) -> None:
        """The message is about to show something else: a picture on its way must not bring the old page back."""
        if task := self._waiting.pop(message, None):
            task.cancel()

    async def _drawn(self, draw: Draw, answer: Drawable, add: Add) -> None:
        picture = self._kept.get(answer) or await draw(answer)
        if picture is None:
            return
        self._kept[answer] = picture
        self._kept.move_to_end(answer)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        try:
            await add(picture)
        except discord.NotFound:
            log.debug("a message was dismissed before its picture came")
        except discord.HTTPException as refused:
            log.warning("a picture could not be added to its message: %s", refused)
