"""Linking gives way to questions: Python runs one thread at a time, and somebody waits for the answer."""

import time
from collections.abc import Callable

_NAP = 0.001  # seconds: what a question's end is noticed after
_PATIENCE = 0.2  # seconds of questions one upon another, after which
_OWN_TURN = 0.1  # so many are linking's own: it must come to an end


class Turns:
    """Asked often by the thread that links; `is_asked` tells whether a question is being answered just now."""

    def __init__(
        self,
        is_asked: Callable[[], bool],
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._is_asked = is_asked
        self._clock = clock
        self._sleep = sleep
        self._own_until = 0.0

    def give_way(self) -> None:
        """Returns when nobody waits for an answer, or when it is linking's turn."""
        if not self._is_asked():
            return
        since = self._clock()
        if since < self._own_until:
            return
        while self._is_asked():
            if self._clock() - since >= _PATIENCE:
                self._own_until = self._clock() + _OWN_TURN
                return
            self._sleep(_NAP)
