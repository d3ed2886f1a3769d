"""What was typed so far -> what may be meant, from memory: prefixes, then words inside, then near spellings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.linking.similar import nearest
from bot.words import folded, plain

_LONGEST = 100  # characters of a choice in Discord
_FUZZY = 20000  # so many of the most frequent names are compared by their spelling


class Completion:
    """Names, the most frequent first, and titles, the newest first."""

    def __init__(self, names: Sequence[str], titles: Sequence[str]) -> None:
        self._names = _folded(names)
        self._titles = _folded(titles)

    def of(self, typed: str, *, topics: bool, limit: int) -> list[str]:
        begun = folded(typed)
        found = list(islice(self._fitting(begun, topics=topics), limit))
        if len(found) < limit and len(begun) > 2:  # noqa: PLR2004 - two letters are near everything
            texts = list(islice(self._names, _FUZZY))
            near = [self._names[texts[place]] for place in nearest(begun, texts, limit=limit)]
            found = list(dict.fromkeys([*found, *near]))[:limit]
        return found

    def _fitting(self, begun: str, *, topics: bool) -> Iterator[str]:
        shelves = (self._names, self._titles) if topics else (self._names,)
        for shelf in shelves:
            yield from (shown for text, shown in shelf.items() if text.startswith(begun))
        for shelf in shelves:
            yield from (shown for text, shown in shelf.items() if _inside(text, begun))


def _inside(text: str, begun: str) -> bool:
    """ "sing" begins a later word of "rajnath singh"."""
    return not text.startswith(begun) and f" {begun}" in text


def _folded(texts: Iterable[str]) -> dict[str, str]:
    """Folded -> as shown; what is too long to be sent back whole is no choice."""
    shown: dict[str, str] = {}
    for text in texts:
        if text.strip() and len(text) <= _LONGEST:
            shown.setdefault(folded(text), plain(text))
    return shown
