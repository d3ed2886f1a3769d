"""Who draws: one process of its own, started when there is something to draw. No matplotlib on this side."""

import asyncio
import logging
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from bot.answers.answer import Circle, Picture, Timeline
from bot.child import LostError, Seat, UnpreparedError

log = logging.getLogger(__name__)

Drawn = Timeline | Circle
Pen = Callable[[Drawn], Picture | None]

IDLE: Final = 300.0  # seconds without work after which the process gives its memory back
_PATIENCE: Final = 45.0  # seconds for a picture; the first one loads, and on a new machine lists the fonts


def matplotlib_pen() -> Pen:
    """What the process does: the libraries are loaded once, here."""
    # Where it cannot write its list of fonts it would say so on each start; it works all the same.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from bot.drawing import circle, timeline

    def draw(answer: Drawn) -> Picture | None:
        match answer:
            case Timeline():
                return timeline.drawn(answer)
            case Circle():
                return circle.drawn(answer)

    return draw


class Artist:
    """`draw` is the port of the faces. Without a picture, for whatever reason, an answer stands as it is."""

    def __init__(
        self, *, pen: Callable[[], Pen] = matplotlib_pen, patience: float = _PATIENCE, idle: float = IDLE
    ) -> None:
        self._patience = patience
        self._seat = Seat(pen, idle=idle, thread_name_prefix="drawing")
        self._turn = asyncio.Lock()
        self._closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        self._seat.close()

    async def draw(self, answer: Drawn) -> Picture | None:
        """None when there is nothing to draw, and when drawing failed twice."""
        try:
            async with asyncio.timeout(self._patience), self._turn:
                return await self._asked(answer)
        except TimeoutError:
            log.warning("a picture took too long and was given up")
        return None

    async def _asked(self, answer: Drawn) -> Picture | None:
        for _ in range(2):
            if self._closed:
                return None
            try:
                return await self._seat.ask(answer, seconds=self._patience)
            except LostError:
                continue
            except UnpreparedError as error:
                log.error("pictures cannot be drawn: %s", error)  # noqa: TRY400 - its sentence says it all
                return None
        if not self._closed:
            log.warning("the drawing process ended twice over one picture")
        return None
