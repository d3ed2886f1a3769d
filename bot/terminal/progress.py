"""How far a load is, on stderr: a bar for a person at a terminal, nothing for a pipe."""

import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Watch = Callable[[int, int], None]


@contextmanager
def load_bar() -> Generator[Watch | None]:
    """A function of (files done, files in all); None where nobody looks. No bar appears when there is nothing to do."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as stack:
        bar: tuple[Progress, TaskID] | None = None

        def watch(done: int, total: int) -> None:
            nonlocal bar
            if bar is None:
                progress = stack.enter_context(_bar())
                bar = progress, progress.add_task("Reading the library", total=total)
            progress, task = bar
            what = "Reading the library" if done < total else "Linking names and stories"
            progress.update(task, completed=done, total=total, description=what)

        yield watch


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
