"""`load`: the store is made equal to the library, with a progress bar and a report."""

from collections.abc import Callable

from bot.app.opening import opened
from bot.config import Config
from bot.ingest import Progress
from bot.model import IngestReport
from bot.terminal.jsonform import json_line, report_json
from bot.terminal.layout import show, write
from bot.terminal.progress import Watch, load_bar
from bot.terminal.reports import report_lines


def told(watch: Watch | None) -> Callable[[Progress], None] | None:
    """Progress in the numbers that the terminal takes."""
    return (lambda progress: watch(progress.done, progress.total)) if watch else None


async def load(config: Config, *, as_json: bool) -> bool:
    """Whether every file could be loaded."""
    with load_bar() as watch:
        report = await _loaded(config, watch)
    if as_json:
        write(json_line(report_json(report)))
    else:
        show(report_lines(report))
    return not report.failed and not report.warning


async def _loaded(config: Config, watch: Watch | None) -> IngestReport:
    async with opened(config) as ours:
        return await ours.load(progress=told(watch))
