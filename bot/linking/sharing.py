"""Who shares rare features with whom: the few pairs out of all that are worth a look."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.linking.library import GiveWay, go_on


def sharing(
    features: Sequence[Iterable[int]], *, at_most: int, give_way: GiveWay = go_on
) -> Iterator[tuple[int, int, int]]:
    """(a, b, how many) of the places that share features which at most so many have; one place after another."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(features):
        give_way()
        for feature in each:
            holders[feature].append(place)
    for place, each in enumerate(features):
        give_way()
        shared: Counter[int] = Counter()
        for feature in each:
            if len(holders[feature]) <= at_most:
                shared.update(other for other in holders[feature] if other > place)
        for other, times in shared.items():
            yield place, other, times
