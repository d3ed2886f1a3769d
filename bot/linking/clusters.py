"""Average linkage over sparse likenesses: two groups become one while their members are alike enough on average."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

_ESTABLISHED = 6  # members of a group that a straggler may join
_TIMES = 4  # so many times as large as the straggler and what came with it


def clusters(
    count: int, likeness: Mapping[tuple[int, int], float], *, enough: float, straggling: float
) -> list[list[int]]:
    """Groups of 0..count-1, the likest joined first, ties by number. A pair that is not in `likeness` counts as 0.

    Two groups that have grown apart from one another are more likely to be two than a single text is to be alone, so
    `straggling` is enough where one or two join many.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), value in likeness.items():
        sums[a][b] = sums[b][a] = value
    members = {place: [place] for place in range(count)}
    waiting = [(-value, min(pair), max(pair)) for pair, value in likeness.items() if value >= straggling]
    heapify(waiting)

    def mean(a: int, b: int) -> float:
        return sums[a].get(b, 0.0) / (len(members[a]) * len(members[b]))

    def needed(a: int, b: int) -> float:
        few, many = sorted((len(members[a]), len(members[b])))
        return straggling if many >= max(_ESTABLISHED, _TIMES * few) else enough

    while waiting:
        value, a, b = heappop(waiting)
        if a not in members or b not in members or mean(a, b) != -value or -value < needed(a, b):
            continue
        _merge(sums, a, b)
        members[a] += members.pop(b)
        for other in sums[a]:
            if (likely := mean(a, other)) >= straggling:
                heappush(waiting, (-likely, min(a, other), max(a, other)))
    return list(members.values())


def _merge(sums: list[dict[int, float]], a: int, b: int) -> None:
    """Into `a`: likeness to a group is the sum over its members."""
    for other, value in sums[b].items():
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + value
        del sums[other][b]
    sums[b] = {}
