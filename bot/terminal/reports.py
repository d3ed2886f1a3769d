"""What a load did and what a check found -> lines for a terminal. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import wording
from bot.model import IngestReport
from bot.terminal.layout import Line, columns

_NOTES_SHOWN = 10


def report_lines(report: IngestReport) -> list[Line]:
    counts = {
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "identical copy" if report.folded == 1 else "identical copies": report.folded,
        "still being written": report.waiting,
        "failed": len(report.failed),
    }
    said = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count)
    lines = [Line(((said[:1].upper() + said[1:] if said else "No briefings", ""), (".", "")))]
    if report.warning:
        lines.insert(0, Line(((report.warning, "bad"),)))
    lines += columns([Line(((why, ""),), label=source, label_style="bad") for source, why in report.failed])
    lines += columns([Line(((why, "quiet"),), label=source) for source, why in report.notes[:_NOTES_SHOWN]])
    if len(report.notes) > _NOTES_SHOWN:
        more = wording.more(len(report.notes) - _NOTES_SHOWN, "note")
        lines.append(Line(((f"{more}; --json lists them.", "quiet"),)))
    return lines


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check looked at, what it found, and whether that works."""

    what: str
    said: str
    works: bool


def finding(what: str, said: str, *, works: bool = True) -> Finding:
    return Finding(what, said, works)


def check_lines(findings: Sequence[Finding]) -> list[Line]:
    return columns(
        [
            Line(((found.said, ""),), label=found.what, label_style="good" if found.works else "bad")
            for found in findings
        ]
    )
