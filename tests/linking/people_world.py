"""Made documents for the tests of linking names. Each line of one: kind, name, other surfaces, roles."""

from bot.model import Kind, LinkedName, LocalName

Line = str
KINDS: dict[str, Kind] = {"P": "PERSON", "O": "ORGANISATION", "L": "PLACE", "X": "OTHER"}


def names_of(document: int, *lines: Line) -> list[LocalName]:
    """A line is `KIND name | surface | surface = role = role`."""
    found: list[LocalName] = []
    for line in lines:
        told, *roles = (part.strip() for part in line.split("="))
        name, *surfaces = (part.strip() for part in told[2:].split("|"))
        counts = tuple((surface, 1) for surface in (name, *surfaces))
        found.append(LocalName(document, name, KINDS[told[0]], counts, tuple(roles)))
    return found


def library(*documents: list[Line]) -> list[LocalName]:
    return [name for number, lines in enumerate(documents, 1) for name in names_of(number, *lines)]


def together(names: list[LinkedName], a: tuple[int, str], b: tuple[int, str]) -> bool:
    return any({a, b} <= set(name.members) for name in names)


def named(names: list[LinkedName], member: tuple[int, str]) -> LinkedName:
    return next(name for name in names if member in name.members)


SCENE = ["L Lisbon", "O Harbour Board", "P Rui Costa", "X Tagus Treaty", "O Port Union"]
"""Names that make two documents speak of the same things."""
ELSEWHERE = ["L Quito", "O Andean Bank", "P Elena Vega", "X Andes Cup"]


def local(line: Line) -> str:
    """The document's own name in a line."""
    return line[2:].split("|")[0].split("=")[0].strip()
