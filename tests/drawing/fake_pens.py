"""What a drawing process may do in tests, importable from the spawned process: no matplotlib, all the trouble."""

import os
import signal
import time

from bot.answers.answer import Circle, Picture, Timeline
from bot.drawing.artist import Pen


def _draw(answer: Timeline | Circle) -> Picture | None:
    about = answer.about if isinstance(answer, Timeline) else answer.asked
    match about:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            time.sleep(60)
        case "fail":
            raise ValueError("a bug")
        case "nothing":
            return None
        case _:
            pass
    return Picture(b"png", str(os.getpid()))


def fake_pen() -> Pen:
    return _draw


def pen_without_libraries() -> Pen:
    raise ImportError("No module named 'matplotlib'")
