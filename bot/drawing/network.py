"""Who stands near whom: the only place with networkx."""

from collections.abc import Iterable
from math import cos, sin, tau

import networkx as nx

Point = tuple[float, float]
_SEED = 1  # the same ties, the same picture


def placed(count: int, ties: Iterable[tuple[int, int, int]]) -> list[Point]:
    """A point for each of `count` nodes, the first in the middle; those with strong ties (one, other, weight) near."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(ties)
    ring = {place: (sin(place * tau / count), cos(place * tau / count)) for place in range(1, count)}
    found = nx.spring_layout(graph, pos={0: (0.0, 0.0), **ring}, fixed=[0], seed=_SEED, iterations=60)
    return [(float(found[place][0]), float(found[place][1])) for place in range(count)]
