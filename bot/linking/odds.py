"""Evidence weighed: how likely it is that two sentences speak of one thing, from what speaks for and against it.

The weights of each kind stand beside its evidence; `python -m benchmarks.differ_fit` learns and prints them.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.linking.conflicts import Clash

ALWAYS: Final = "always"
"""The weight of the case in which no evidence speaks: how rare it is that any two such sentences are of one thing."""
ENOUGH: Final = 0.5
_STEEP: Final = 30.0  # beyond it a chance is 0 or 1 to all digits that matter

Evidence = Mapping[str, float]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What two documents would disagree on if both sentences spoke of one thing, and the evidence on that."""

    clash: Clash
    evidence: Evidence


def chance(evidence: Evidence, weights: Weights) -> float:
    """From 0 to 1, by logistic regression. Evidence without a weight says nothing."""
    total = weights.get(ALWAYS, 0.0) + sum(weights.get(name, 0.0) * value for name, value in evidence.items())
    return 1 / (1 + math.exp(-max(-_STEEP, min(_STEEP, total))))
