"""Several personas in one ranking: the mean of their figures, weighted by the share of customers each stands for.

Never the figure of averaged scores: (9, 5) and (5, 9) average to no gap at all, while the mean priority is 1.8.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cxmap.project.project import Project


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each persona counts.

    Attributes:
        shares: By persona id; they need not add up to 1.
        without: Personas of whom no share is known; if there are any, all count equally.
    """

    shares: Mapping[str, float]
    without: tuple[str, ...]


def weights(project: Project, personas: Collection[str]) -> Weights:
    """The share of customers that each persona stands for.

    A segment's share is split equally among its personas in the ranking; where any share is missing, all are equal.

    Args:
        project: For personas and their segments.
        personas: Those who take part in the ranking.
    """
    segments = {name: project.personas[name].segment for name in sorted(personas) if name in project.personas}
    sharing = Counter(segments.values())
    shares: dict[str, float] = {}
    for name, segment in segments.items():
        found = project.segments.get(segment) if segment else None
        if found is not None and found.share is not None:
            shares[name] = found.share / sharing[segment]
    without = tuple(name for name in sorted(personas) if name not in shares)
    return Weights(dict.fromkeys(sorted(personas), 1.0) if without else shares, without)


def mean(values: Sequence[float | None], shares: Sequence[float]) -> float | None:
    """``Σ share·value / Σ share``; ``None`` where a value is missing or all shares are 0."""
    total = math.fsum(shares)
    parts = [value * share for value, share in zip(values, shares, strict=True) if value is not None]
    return math.fsum(parts) / total if total > 0 and len(parts) == len(values) else None
