"""A spawned process that is asked one thing after another: how it starts, waits, ends. What it does is its owner's."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Final, Generic, TypeVar

_Question = TypeVar("_Question")
_Reply = TypeVar("_Reply")

_THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class UnpreparedError(RuntimeError):
    """A child could not load what it needs; the text says why."""


class LostError(RuntimeError):
    """A child ended before it replied."""


class Child(Generic[_Question, _Reply]):
    """One process and the pipe to it. Frozen values cross."""

    def __init__(self, prepare: Callable[[], Callable[[_Question], _Reply]], *, idle: float) -> None:
        """`prepare` is called once, in the process, and must be importable there; `idle`: seconds without work that
        it waits before it ends by itself.
        """
        context = multiprocessing.get_context("spawn")
        self._pipe, far = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(far, prepare, idle), daemon=True)
        self._process.start()
        far.close()  # only the child holds it now: its end is an EOFError here
        self._ready = False
        self._asking = threading.Lock()

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def ask(self, question: _Question) -> _Reply:
        """Blocks. Raises EOFError or OSError when the process ends, UnpreparedError when it cannot begin."""
        with self._asking:
            if not self._ready:
                if trouble := self._pipe.recv():
                    raise UnpreparedError(trouble)
                self._ready = True
            self._pipe.send(question)
            return self._pipe.recv()

    def end(self) -> None:
        """A child holds nothing that needs saving."""
        self._process.kill()
        self._process.join()
        with self._asking:
            self._pipe.close()
        self._process.close()


class Seat(Generic[_Question, _Reply]):
    """A place for one child at a time: the first question starts it, and it is replaced when it was lost.

    The caller asks one question after another.
    """

    def __init__(
        self, prepare: Callable[[], Callable[[_Question], _Reply]], *, idle: float, thread_name_prefix: str
    ) -> None:
        """`prepare` and `idle` as of a Child."""
        self._prepare, self._idle = prepare, idle
        self._child: Child[_Question, _Reply] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=thread_name_prefix)

    async def ask(self, question: _Question, *, seconds: float) -> _Reply:
        """Raises TimeoutError after so many seconds, LostError when the child ended, UnpreparedError.

        In each case, and when it is cancelled, the child is ended: what it would reply belongs to nobody.
        """
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.get_running_loop().run_in_executor(self._thread, self._ready().ask, question)
        except TimeoutError:
            self.end()
            raise
        except (EOFError, OSError) as error:
            self.end()
            raise LostError from error
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """The child that sits here now."""
        if child := self._child:
            self._child = None
            child.end()

    def close(self) -> None:
        self.end()
        self._thread.shutdown()

    def _ready(self) -> Child[_Question, _Reply]:
        if self._child is None or not self._child.is_alive():
            self.end()
            self._child = Child(self._prepare, idle=self._idle)
        return self._child


def _serve(pipe: Connection, prepare: Callable[[], Callable[[Any], Any]], idle: float) -> None:
    """The child's life: prepare, then reply until the parent closes the pipe, dies, or has no work for long."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it ends its children itself
    os.nice(5)  # answers come before what children do
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        reply = prepare()
    except (ImportError, OSError, ValueError) as error:
        pipe.send(str(error) or type(error).__name__)
        return
    pipe.send("")
    try:
        while pipe.poll(idle):
            pipe.send(reply(pipe.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
