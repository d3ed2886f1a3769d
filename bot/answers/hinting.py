"""Whether the documents of a brief disagree: a hint that costs little, where /differ looks at everything."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers import topics
from bot.answers.comparing import accounts, contradictions
from bot.linking.accounts import Account, Place, Said
from bot.linking.differences import Difference, differences
from bot.store.lookups import Lookups

_DOCUMENTS = 4
_SENTENCES, _FEWEST = 20, 5  # compared in all, and of each document at least
_SHOWN = 2


def differing(
    lookups: Lookups, about: str, quoted: Sequence[int], read: Sequence[int], places: frozenset[Place]
) -> tuple[str, ...]:
    """What the `quoted` documents and others that were `read` disagree on, in the lines of /differ.

    `places`: the sentences about the topic. What is found in a few sentences of each is looked at again in the whole
    documents, as /differ would: what one of them says elsewhere may explain it.
    """
    documents = _compared(lookups, quoted, read)
    if not documents:
        return ()
    most = max(_FEWEST, _SENTENCES // len(documents))
    few = [_shorter(account, places, most) for account in accounts(lookups, documents, places)]
    suspects = {side.place[0] for each in _open(few, places) for side in each.sides}
    if not suspects:
        return ()
    meant = topics.topic(lookups, about).places
    found, _ = contradictions(lookups, _open(accounts(lookups, sorted(suspects), meant), meant))
    return tuple(each.what for each in found[:_SHOWN])


def _open(compared: Sequence[Account], places: frozenset[Place]) -> list[Difference]:
    def relevant(a: Said, b: Said) -> bool:
        return a.place in places or b.place in places

    return [each for each in differences(compared, relevant) if not each.later]


def _compared(lookups: Lookups, quoted: Sequence[int], read: Sequence[int]) -> list[int]:
    """Those that tell what a quoted one tells: only these can disagree. One that says the same thing with another
    figure is not quoted.
    """
    known = set(read)
    pairs = [pair for pair in lookups.fellows(quoted) if known.issuperset(pair)]
    telling = {document for pair in pairs for document in pair}
    return [document for document in dict.fromkeys([*quoted, *read]) if document in telling][:_DOCUMENTS]


def _shorter(account: Account, places: frozenset[Place], most: int) -> Account:
    """Of a long document what is about the topic, and what comes first."""
    told = sorted(account.lines, key=lambda said: said.place not in places)[:most]
    return replace(account, lines=tuple(sorted(told, key=lambda said: said.place)))
