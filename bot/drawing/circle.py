"""The circle around a name as a picture: the name in the middle, on two arcs those who share a sentence with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, log2, sqrt, tau
from typing import Final

from bot.answers.answer import Circle, NameCount, Picture, Tie
from bot.answers.wording import KINDS, counted, sharing
from bot.drawing import labels
from bot.drawing.network import placed
from bot.drawing.theme import AMBER, BLUE, INK, MUTED, WIDTH, Sheet, width_of

_SIZE, _SMALL, _LEADING = 12.0, 10.0, 14.0
_MARGIN: Final = 12.0
_TOP: Final = 58.0  # of the names
_LINES: Final = 3  # of a name
ROW: Final = 78.0  # a mark, the lines of a name, a line of counts, and air
LABEL: Final = 124.0  # width of a name; two stand side by side and the middle stays free
_WIDEST: Final = WIDTH / 2 - _MARGIN - LABEL / 2
_MIDDLE: Final = WIDTH / 2
_NEAR: Final = "#8ea2bd"  # ties of the name itself; those of others are fainter
_FAR: Final = "#5f6c80"
_BEND: Final = 0.5
_PAST: Final = LABEL + 8  # twice as far as the curve itself comes
_ALT_MOST: Final = 1000


@dataclass(frozen=True, slots=True)
class Node:
    name: NameCount
    x: float
    y: float


def drawn(circle: Circle) -> Picture | None:
    """None when nobody shares a sentence with the name."""
    if not circle.ties:
        return None
    return Picture(_png(circle), alt_text(circle))


def alt_text(circle: Circle) -> str:
    """Who is in the middle, who stands around with how many sentences, and who else is tied to whom."""
    middle, *others = circle.names
    text = f"Circle of {_plain(middle)}: {counted(len(others), 'name')} joined to it by sentences that hold both."
    own = [f"{_plain(name)}, {KINDS[name.kind]}, {counted(name.count, 'sentence')}" for name in others]
    among = [
        f"{_plain(circle.names[tie.one])} with {_plain(circle.names[tie.other])}, {counted(tie.sentences, 'sentence')}"
        for tie in circle.ties
        if tie.one
    ]
    for fact in [*own, *among]:
        if len(text) + len(fact) + 2 > _ALT_MOST - len(" And so on."):
            return text + " And so on."
        text += f" {fact}."
    return text


def _plain(name: NameCount) -> str:
    return labels.shortened(name.name, 80)


def _png(circle: Circle) -> bytes:
    nodes = nodes_of(circle)
    sheet = Sheet(2 * nodes[0].y - _TOP + 24 + _MARGIN)
    _head(sheet, circle)
    for tie in reversed(circle.ties):
        _tie(sheet, nodes[tie.one], nodes[tie.other], tie, centre=nodes[0].y)
    for node in nodes[1:]:
        _node(sheet, node, centre=nodes[0].y)
    _centre(sheet, nodes[0])
    _legend(sheet, [node.name for node in nodes[1:]])
    return sheet.png()


def nodes_of(circle: Circle) -> list[Node]:
    """The names where they stand: the first half from the top down on the right, the others up again on the left."""
    count = len(circle.names) - 1
    right = (count + 1) // 2
    height = _TOP + (ROW * (right - 1) / 2 + ROW if right > 1 else ROW / 2)
    order = _round_the_middle(circle)
    seats = [_seat(row, right, side=1) for row in range(right)]
    seats += [_seat(row, count - right, side=-1) for row in reversed(range(count - right))]
    nodes = {0: Node(circle.names[0], _MIDDLE, height)}
    for place, (x, y) in zip(order, seats, strict=True):
        nodes[place] = Node(circle.names[place], x, height + y)
    return [nodes[place] for place in range(count + 1)]


def _seat(row: int, rows: int, *, side: int) -> tuple[float, float]:
    """On an arc that closes towards its ends, but never so far that two names would meet."""
    y = (row - (rows - 1) / 2) * ROW
    bend = sqrt(max(0.0, 1 - (y / (ROW * 3.4)) ** 2)) if rows > 3 else 1.0  # noqa: PLR2004 - few stand in a line
    return _MIDDLE + side * max(LABEL / 2 + 6, _WIDEST * bend), y


def _round_the_middle(circle: Circle) -> list[int]:
    """The other names clockwise from the top, so that those who are tied to each other stand side by side."""
    at = placed(len(circle.names), [(tie.one, tie.other, tie.sentences) for tie in circle.ties])
    x, y = at[0]
    angle = {place: atan2(a - x, b - y) % tau for place, (a, b) in enumerate(at) if place}
    return sorted(angle, key=lambda place: (round(angle[place], 6), place))


def _tie(sheet: Sheet, one: Node, other: Node, tie: Tie, *, centre: float) -> None:
    """Between two of the others bent towards the middle."""
    width = min(1.2 + 1.1 * log2(tie.sentences), 5.0)
    if tie.one == 0:
        sheet.line((one.x, other.x), (one.y, other.y), ink=_NEAR, width=width)
        return
    width *= 0.6
    sheet.curve((one.x, one.y), bend_of(one, other, centre=centre), (other.x, other.y), ink=_FAR, width=width)


def bend_of(one: Node, other: Node, *, centre: float) -> tuple[float, float]:
    """Where a tie of two of the others is drawn to: on one side past the words of those who stand between."""
    x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
    if (one.x - _MIDDLE) * (other.x - _MIDDLE) < 0:
        return x + _BEND * (_MIDDLE - x), y + _BEND * (centre - y)
    inner = min(one.x, other.x, key=lambda at: abs(at - _MIDDLE))
    past = min(_PAST, abs(inner - _MIDDLE))
    return (inner - past if inner > _MIDDLE else inner + past), y


def _node(sheet: Sheet, node: Node, *, centre: float) -> None:
    """The words stand on the far side of the mark, where no tie to the middle runs."""
    size = 5.5 + min(1.2 * log2(node.name.count), 4.0)
    if node.name.kind == "PERSON":
        sheet.dot(node.x, node.y, size, ink=BLUE)
    else:
        sheet.square(node.x, node.y, size * 0.9, ink=AMBER)
    lines = labels.lines_of(node.name.name, width=LABEL, size=_SIZE, most=_LINES)
    y = node.y + size + 9 if node.y >= centre else node.y - size - 9 - _LEADING * len(lines)
    for line in lines:
        sheet.text(node.x, y, line, size=_SIZE, align="center", halo=True)
        y += _LEADING
    sheet.text(node.x, y, counted(node.name.count, "sentence"), size=_SMALL, ink=MUTED, align="center", halo=True)


def _centre(sheet: Sheet, node: Node) -> None:
    lines = labels.lines_of(node.name.name, width=LABEL - 20, size=_SIZE, most=_LINES, bold=True)
    width = max(width_of(line, size=_SIZE, bold=True) for line in lines) + 18
    height = _LEADING * len(lines) + 10
    ink = BLUE if node.name.kind == "PERSON" else AMBER
    sheet.pill(node.x, node.y, width, height, rim=ink)
    for number, line in enumerate(lines):
        y = node.y + (number - (len(lines) - 1) / 2) * _LEADING
        sheet.text(node.x, y, line, size=_SIZE, bold=True, align="center", ink=INK)


def _head(sheet: Sheet, circle: Circle) -> None:
    width = WIDTH - 2 * _MARGIN
    for line in labels.lines_of(f"Circle: {circle.names[0].name}", width=width, size=14, most=1, bold=True):
        sheet.text(_MARGIN, _MARGIN + 9, line, size=14, bold=True)
    others = len(circle.names) - 1
    most = f"{others} of {others + circle.more:,} names" if circle.more else counted(others, "name")
    sheet.text(_MARGIN, _MARGIN + 28, f"{most} {sharing(others)}", size=_SMALL, ink=MUTED)


def _legend(sheet: Sheet, names: Sequence[NameCount]) -> None:
    y, x = sheet.height - _MARGIN - 5, _MARGIN + 5
    kinds = {name.kind == "PERSON" for name in names}
    if True in kinds:
        sheet.dot(x, y, 5, ink=BLUE)
        sheet.text(x + 10, y, "person", size=_SMALL, ink=MUTED)
        x += 10 + width_of("person", size=_SMALL) + 20
    if False in kinds:
        sheet.square(x, y, 4.5, ink=AMBER)
        sheet.text(x + 10, y, "organisation", size=_SMALL, ink=MUTED)
        x += 10 + width_of("organisation", size=_SMALL) + 20
    sheet.line((x, x + 14), (y, y), ink=_NEAR, width=3.5)
    sheet.text(x + 20, y, "thicker: more sentences", size=_SMALL, ink=MUTED)
