"""Which words of a sentence are a name: those that the library knows for one, and other runs with capitals."""

import re
from collections.abc import Iterator

from bot.linking.accounts import Said
from bot.linking.wordforms import CALENDAR
from bot.model import Kind, Span
from bot.words import STOP_WORDS

TITLES = frozenset(
    """mr mrs ms dr sir dame lord lady professor prof president minister premier chancellor mayor governor captain
    chairman general admiral colonel major sergeant lieutenant inspector superintendent judge justice bishop archbishop
    cardinal pope king queen prince princess senator police chief prime foreign father sister brother reverend coach
    councillor cllr ambassador commissioner commander skipper sheriff director""".split()
)
_RUN = re.compile(r"[A-Z][\w'-]*\w(?: (?:(?:of|de|del|van|von|bin|ibn|al) (?:the |der |la )?)?[A-Z][\w'-]*)*")
_NUMBERED = re.compile(r"\.? ?\d")
_OPENED = re.compile(r"(?:[.:] |[.:]? ?[\"'])$")


def spans(said: Said, text: str) -> Iterator[tuple[Span, Kind | None]]:
    """What the library knows for a name, and other runs of words with a capital."""
    known: list[tuple[Span, Kind | None]] = [(at, kind) for (_, at), kind in zip(said.names, said.kinds, strict=False)]
    yield from [each for each in known if text[each[0].start].isupper()]
    for found in _RUN.finditer(text):
        if not any(at.start < found.end() and found.start() < at.end for at, _ in known):
            own = _without_titles(found.group().split(" "))
            name = " ".join(own)
            begin = found.start() + found.group().find(name)
            at = Span(begin, begin + len(name))
            is_first = at.start == 0 or bool(_OPENED.search(text, 0, at.start))
            is_sure = not is_first and not name.isupper() and not _NUMBERED.match(text, at.end)
            if own and (len(own) > 1 or is_sure):
                yield at, None


def _without_titles(run: list[str]) -> list[str]:
    """ "Ida Strand" of "On Monday Norvian Prime Minister Ida Strand"."""
    last = max((place for place, word in enumerate(run[:-1]) if word.lower() in TITLES), default=-1)
    run = run[last + 1 :]
    while run and (run[0].lower() in STOP_WORDS | CALENDAR or run[0].islower()):
        run = run[1:]
    while run and (run[-1].lower() in CALENDAR or run[-1].islower()):
        run = run[:-1]
    return run
