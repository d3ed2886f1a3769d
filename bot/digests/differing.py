"""Where new documents differ from what is on file -> what a digest says of it, and how much of it. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.answers.answer import Contradiction
from bot.digests.page import Card, Difference, Differing, Side
from bot.model import Quote
from bot.store.news import NewDocument
from bot.words import folded

_SHOWN = 3  # of a story
_LONGEST = 900  # characters: a longer sentence is left to /differ, never cut


def by_document(found: Iterable[Contradiction], new: Collection[int]) -> dict[int, list[Contradiction]]:
    """Each under the new document that it is told of: the first in it."""
    owned: dict[int, list[Contradiction]] = {}
    for each in found:
        owner = next((side.document for side in each.sides if side.document in new), None)
        if owner is not None and any(side.document not in new for side in each.sides):
            owned.setdefault(owner, []).append(each)
    return owned


def differing(
    documents: Sequence[NewDocument],
    owned: Mapping[int, Sequence[Contradiction]],
    *,
    standing: Collection[str],
    titles: Collection[str],
) -> Differing:
    """Of the documents of one story. Of their sentences those `standing` beside it already are not said again.

    `titles` (folded) are those of new documents, which no digest says twice.
    """
    told = [(document, each) for document in documents for each in owned.get(document.id, ())]
    short = [(document, each) for document, each in told if _is_short(each)][:_SHOWN]
    return Differing(
        tuple(_difference(document, each, standing, titles) for document, each in short), len(told) - len(short)
    )


def _is_short(each: Contradiction) -> bool:
    return max(len(each.what), *(len(side.text) for side in each.sides)) <= _LONGEST


def _difference(
    document: NewDocument, each: Contradiction, standing: Collection[str], titles: Collection[str]
) -> Difference:
    sides = (
        Side(_card(quote), quote.text, titled=folded(quote.title) not in titles)
        for quote in each.sides
        if quote.document != document.id or quote.text not in standing
    )
    card = Card(document.source, document.title, document.publisher, document.published, document.link)
    return Difference(each.what, card, tuple(sides))


def _card(quote: Quote) -> Card:
    return Card(quote.source, quote.title, quote.publisher, quote.published, quote.link)
