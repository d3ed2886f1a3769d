"""Whether the documents of a brief disagree: a hint that costs little, where /differ looks at everything."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.comparing import accounts, contradictions
from bot.linking.accounts import Account, Place, Said
from bot.linking.differences import differences
from bot.store.lookups import Lookups

_DOCUMENTS = 5
_SENTENCES, _FEWEST = 24, 4  # compared in all, and of each document at least
_SHOWN = 2


def differing(lookups: Lookups, quoted: Sequence[int], read: Sequence[int], places: set[Place]) -> tuple[str, ...]:
    """What the `quoted` documents and others that were `read` disagree on, in the lines of /differ.

    `places`: the sentences about the topic.
    """
    documents = _compared(lookups, quoted, read)
    if not documents:
        return ()
    most = max(_FEWEST, _SENTENCES // len(documents))
    compared = [_shorter(account, places, most) for account in accounts(lookups, documents, frozenset(places))]

    def relevant(a: Said, b: Said) -> bool:
        return a.place in places or b.place in places

    found, _ = contradictions(lookups, differences(compared, relevant))
    return tuple(each.what for each in found[:_SHOWN])


def _compared(lookups: Lookups, quoted: Sequence[int], read: Sequence[int]) -> list[int]:
    """Those that tell what a quoted one tells: only these can disagree. One that says the same thing with another
    figure is not quoted.
    """
    known = set(read)
    pairs = [pair for pair in lookups.fellows(quoted) if known.issuperset(pair)]
    telling = {document for pair in pairs for document in pair}
    return [document for document in dict.fromkeys([*quoted, *read]) if document in telling][:_DOCUMENTS]


def _shorter(account: Account, places: set[Place], most: int) -> Account:
    """Of a long document what is about the topic, and what comes first."""
    told = sorted(account.lines, key=lambda said: said.place not in places)[:most]
    return replace(account, lines=tuple(sorted(told, key=lambda said: said.place)))
