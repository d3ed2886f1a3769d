"""What changed in a document after it was announced: the old sentence beside the new one. Pure."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bot.digests.page import Card, Change, Correction
from bot.store.news import NewDocument

_SHOWN = 6
_LONGEST = 900  # characters of a sentence that is shown; a longer one is counted
_ALIKE = 0.5  # likeness from which a sentence counts as another's new wording


def correction(document: NewDocument, card: Card) -> Correction | None:
    """None: no sentence of it changed, only its layout or what was left out of it."""
    changes = tuple(_changes(document.former or (), document.sentences))
    if not changes:
        return None
    shown = [change for change in changes if max(len(change.old or ""), len(change.new or "")) <= _LONGEST][:_SHOWN]
    return Correction(card, tuple(shown), len(changes) - len(shown))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [_key(text) for text in old], [_key(text) for text in new], autojunk=False)
    for operation, i, j, k, m in matcher.get_opcodes():
        if operation != "equal":
            yield from _paired(list(old[i:j]), list(new[k:m]))


def _paired(old: list[str], new: list[str]) -> Iterator[Change]:
    """Each new sentence with the old one it rewords, in the order of the new text; then what was taken out."""
    for text in new:
        likeness = [SequenceMatcher(None, was, text).ratio() for was in old]
        best = max(range(len(old)), key=lambda i: likeness[i], default=None)
        if best is not None and likeness[best] >= _ALIKE:
            yield Change(old.pop(best), text)
        else:
            yield Change(None, text)
    yield from (Change(text, None) for text in old)


def _key(text: str) -> str:
    return " ".join(text.split())
