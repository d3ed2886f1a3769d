"""Average linkage over sparse likenesses: two groups become one while their members are alike enough on average."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def clusters(count: int, likeness: Mapping[tuple[int, int], float], *, enough: float) -> list[list[int]]:
    """Groups of 0..count-1, the likest joined first, ties by number. A pair that is not in `likeness` counts as 0."""
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), value in likeness.items():
        sums[a][b] = sums[b][a] = value
    members = {place: [place] for place in range(count)}
    waiting = [(-value, min(pair), max(pair)) for pair, value in likeness.items() if value >= enough]
    heapify(waiting)

    def mean(a: int, b: int) -> float:
        return sums[a].get(b, 0.0) / (len(members[a]) * len(members[b]))

    while waiting:
        value, a, b = heappop(waiting)
        if a not in members or b not in members or mean(a, b) != -value:
            continue
        _merge(sums, a, b)
        members[a] += members.pop(b)
        for other in sums[a]:
            if (likely := mean(a, other)) >= enough:
                heappush(waiting, (-likely, min(a, other), max(a, other)))
    return list(members.values())


def _merge(sums: list[dict[int, float]], a: int, b: int) -> None:
    """Into `a`: likeness to a group is the sum over its members."""
    for other, value in sums[b].items():
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + value
        del sums[other][b]
    sums[b] = {}
