"""Whether the documents that a brief quotes disagree: a hint that costs little, where /differ looks at everything."""

from collections.abc import Iterable
from dataclasses import replace

from bot.answers.comparing import accounts, contradictions
from bot.linking.accounts import Account, Place, Said
from bot.linking.differences import differences
from bot.store.lookups import Lookups

_SENTENCES, _FEWEST = 30, 5  # compared in all, and of each document at least
_SHOWN = 2


def differing(lookups: Lookups, quoted: Iterable[int], places: set[Place]) -> tuple[str, ...]:
    """What they disagree on, in the lines of /differ, the most told first. `places`: the sentences about the topic."""
    asked = set(quoted)
    # Only documents that tell of one happening can disagree.
    documents = sorted({document for pair in lookups.fellows(asked) for document in pair if asked.issuperset(pair)})
    if not documents:
        return ()
    most = max(_FEWEST, _SENTENCES // len(documents))
    compared = [_shorter(account, places, most) for account in accounts(lookups, documents, frozenset(places))]

    def relevant(a: Said, b: Said) -> bool:
        return a.place in places or b.place in places

    found, _ = contradictions(lookups, differences(compared, relevant))
    return tuple(each.what for each in found[:_SHOWN])


def _shorter(account: Account, places: set[Place], most: int) -> Account:
    """Of a long document what is about the topic, and what comes first."""
    told = sorted(account.lines, key=lambda said: said.place not in places)[:most]
    return replace(account, lines=tuple(sorted(told, key=lambda said: said.place)))
