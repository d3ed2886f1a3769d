"""Who draws: one process of its own, started when there is something to draw. No matplotlib on this side."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Final, Self

from bot.answers.answer import Circle, Picture, Timeline
from bot.child import Child, UnpreparedError

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
        self._pen, self._patience, self._idle = pen, patience, idle
        self._child: Child[Drawn, Picture | None] | None = None
        self._turn = asyncio.Lock()
        self._closed = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="drawing")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        self._end()
        self._thread.shutdown()

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
                child = self._ready_child()
                return await asyncio.get_running_loop().run_in_executor(self._thread, child.ask, answer)
            except (EOFError, OSError):
                self._end()
            except UnpreparedError as error:
                self._end()
                log.error("pictures cannot be drawn: %s", error)  # noqa: TRY400 - its sentence says it all
                return None
            except BaseException:
                self._end()  # cancelled half-way: what the process would reply belongs to nobody
                raise
        if not self._closed:
            log.warning("the drawing process ended twice over one picture")
        return None

    def _ready_child(self) -> Child[Drawn, Picture | None]:
        if self._child is None or not self._child.is_alive():
            self._end()
            self._child = Child(self._pen, idle=self._idle)
        return self._child

    def _end(self) -> None:
        if child := self._child:
            self._child = None
            child.end()
