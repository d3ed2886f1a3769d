"""Analysis -> lines for a terminal: what was understood of one file, laid out for an editor's eye. Pure."""

from collections import Counter
from collections.abc import Iterable

from bot.answers import wording
from bot.model import Analysis, Dated, Kind
from bot.terminal.layout import BLANK, Line, Piece, columns, heading, title

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("PERSON", "People"),
    ("ORGANISATION", "Bodies"),
    ("PLACE", "Places"),
    ("OTHER", "Other"),
)


def inspection_lines(analysis: Analysis) -> list[Line]:
    return [
        title(analysis.document.title, f"  {analysis.document.source}"),
        *_facts(analysis),
        *_part("Summary", _summary(analysis)),
        *_part("Names", _names(analysis)),
        *_part("Roles", _roles(analysis)),
        *_part("Said, did, met, befell them", _statements(analysis)),
        *_part("Dates", _dates(analysis)),
        *_part("Events", _events(analysis)),
        *_part("Left out", _removed(analysis)),
    ]


def _part(name: str, rows: Iterable[Line]) -> list[Line]:
    lines = columns(list(rows))
    return [BLANK, heading(name), *lines] if lines else []


def _facts(analysis: Analysis) -> list[Line]:
    document = analysis.document
    prose = sum(sentence.kind in ("prose", "item") for sentence in analysis.sentences)
    size = f"{wording.counted(len(document.text.split()), 'word')}, {wording.counted(prose, 'sentence')}"
    facts = {
        "Published": _published(document.published),
        "Publisher": document.publisher,
        "Link": document.link,
        "Tags": ", ".join(document.tags),
        "Size": f"{size}, {wording.counted(len(document.removed), 'line')} left out",
    }
    return columns([Line(((value, ""),), label=name, label_style="quiet") for name, value in facts.items() if value])


def _published(published: Dated) -> str:
    if published.value is None:
        return "unknown: neither the file nor its text says"
    return f"{wording.period(published.value)}, {wording.BASES[published.basis]}"


def _summary(analysis: Analysis) -> list[Line]:
    text = analysis.document.text
    return [Line(((analysis.sentences[i].at.of(text), ""),), label="-", label_style="quiet") for i in analysis.summary]


def _names(analysis: Analysis) -> list[Line]:
    rows: list[Line] = []
    for kind, label in _KINDS:
        counts = Counter(found.name for found in analysis.occurrences if found.kind == kind)
        pieces: list[Piece] = []
        for name, count in counts.most_common():
            pieces.append((", " if pieces else "", "quiet"))
            pieces.append((name, ""))
            pieces.append((f" ({count})" if count > 1 else "", "quiet"))
        if pieces:
            rows.append(Line(tuple(pieces), label=label))
    return rows


def _roles(analysis: Analysis) -> list[Line]:
    said: dict[str, list[str]] = {}
    for role in analysis.roles:
        known = said.setdefault(role.name, [])
        known += [role.text] if role.text not in known else []
    return [Line(((", ".join(roles), ""),), label=name) for name, roles in said.items()]


def _statements(analysis: Analysis) -> list[Line]:
    text = analysis.document.text
    return [
        Line(((f"{statement.verb}: ", "quiet"), (statement.at.of(text), "")), label=statement.speaker)
        for statement in analysis.statements
    ]


def _dates(analysis: Analysis) -> list[Line]:
    text = analysis.document.text
    rows: list[Line] = []
    for timex in analysis.timexes:
        how = "" if timex.basis == "stated" or not timex.when else timex.basis
        meant = wording.period(timex.when) if timex.when else f"{timex.type.lower()}, no day of its own"
        pieces: tuple[Piece, ...] = ((meant, "" if timex.when else "quiet"), (f"  {timex.value}", "quiet"))
        rows.append(Line((*pieces, (f"  {how}" if how else "", "quiet")), label=timex.at.of(text)))
    return rows


def _events(analysis: Analysis) -> list[Line]:
    text = analysis.document.text
    return [
        Line(((event.at.of(text), ""),), label=wording.period(event.when) if event.when else "undated")
        for event in analysis.events
    ]


def _removed(analysis: Analysis) -> list[Line]:
    return [Line(((line.text, "quiet"),), label=f"{line.line:>4} {line.reason}") for line in analysis.document.removed]
