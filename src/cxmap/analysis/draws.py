"""How sure an order is: rankings of scores drawn anew from their uncertainty.

numpy draws and sorts (docs/decisions says why), from its frozen generator ``RandomState``: the same seed gives the
same numbers in every version. It is loaded only when there is something to draw.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.rounding import DECIMALS
from cxmap.analysis.student import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from cxmap.analysis.options import Key

    Array = NDArray[np.float64]

DRAWS = 10_000
_BATCH = 200  # of which DRAWS is a multiple


class Spread(NamedTuple):
    """What is known of one ranked row, to draw it anew.

    Attributes:
        importance10: What the ranking goes by, the organisation's part included.
        experience10: Experience.
        importance_se: Standard error of the importance.
        experience_se: Standard error of the experience.
        correlation: Between the two estimates, -1 to 1; above 0 where the same people gave both.
        negative_share: Share of negative answers; only for ``improvement``.
        share_se: Its standard error.
        desired10: Desired experience, taken as it is; only for ``target``.
        factor: What the figure is multiplied by: the reach, or 1.
    """

    importance10: float
    experience10: float
    importance_se: float
    experience_se: float
    correlation: float = 0.0
    negative_share: float = 0.0
    share_se: float = 0.0
    desired10: float = 0.0
    factor: float = 1.0


def p_top(rows: Sequence[Spread], by: Key, places: Sequence[int], seed: int) -> list[tuple[float, ...]]:
    """The share of draws in which each row is among the first so many, for each of several numbers of places.

    Importance and experience are drawn from normal distributions and clipped to 0-10; the figure is computed and the
    rows are ordered as in the ranking. It describes the data; it is no test.

    Args:
        rows: In the order that breaks the last ties.
        by: The ranking figure.
        places: How many places count as the top, several numbers.
        seed: Start of the random numbers.
    """
    import numpy as np

    random = np.random.RandomState(seed)
    hits = np.zeros((len(rows), len(places)))
    columns = {name: np.array([getattr(row, name) for row in rows]) for name in Spread._fields}
    r = columns["correlation"]
    for _ in range(DRAWS // _BATCH):
        first, second, third = random.standard_normal((3, _BATCH, len(rows)))
        second = r * first + np.sqrt(1 - r * r) * second
        i = np.clip(columns["importance10"] + columns["importance_se"] * first, 0, 10)
        e = np.clip(columns["experience10"] + columns["experience_se"] * second, 0, 10)
        share = np.clip(columns["negative_share"] + columns["share_se"] * third, 0, 1)
        key = figures(by, i, e, share, columns["desired10"]) * columns["factor"]
        order = np.lexsort((e, -i, e - i, -key))  # by the last first; stable, so that the order given breaks ties
        for column, k in enumerate(places):
            hits[:, column] += np.bincount(order[:, :k].ravel(), minlength=len(rows))
    return [tuple(float(hit) / DRAWS for hit in row) for row in hits]


def figures(by: Key, i: Array, e: Array, share: Array, d: Array) -> Array:
    """The ranking figures of ``cxmap.analysis.figures`` on whole arrays."""
    import numpy as np

    formulas = {
        "priority": lambda: i * np.maximum(i - e, 0) / 10,
        "gap": lambda: i - e,
        "opportunity": lambda: i + np.maximum(i - e, 0),
        "shortfall": lambda: i * (10 - e) / 10,
        "improvement": lambda: i * share,
        "target": lambda: i * np.maximum(d - e, 0) / 10,
    }
    return formulas[by]()


def rank_sets(estimates: Sequence[float], errors: Sequence[float], seed: int) -> list[tuple[int, int]]:
    """Ranges that hold all true ranks at once with 95 % confidence (rank 1: the largest estimate).

    Row j is surely below row k if ``(x_k - x_j)/√(se_j² + se_k²)`` exceeds the 95 % quantile of the largest such
    statistic in size over all pairs, simulated. The lowest rank of a row is 1 + how many are surely above it, the
    highest the number of rows less those surely below it (Mogstad, Romano, Shaikh and Wilhelm 2023, single-step).

    Args:
        estimates: What is ranked.
        errors: Standard errors; the estimates are taken as independent.
        seed: Start of the random numbers.
    """
    import numpy as np

    x, se = np.array(estimates), np.array(errors)
    pairs = np.array([p for p in itertools.combinations(range(len(x)), 2) if se[p[0]] or se[p[1]]])
    critical = _largest_statistic(se, pairs, seed) if len(pairs) else 0.0
    spread = np.hypot(se[:, None], se[None, :])
    difference = np.round(x[:, None] - x[None, :], DECIMALS)
    above = difference > critical * spread
    surely_below, surely_above = above.sum(axis=1), above.sum(axis=0)
    return [(1 + int(over), len(x) - int(under)) for over, under in zip(surely_above, surely_below, strict=True)]


def _largest_statistic(se: Array, pairs: NDArray[np.int_], seed: int) -> float:
    import numpy as np

    random = np.random.RandomState(seed)
    one, other = pairs.T
    spread = np.hypot(se[one], se[other])
    draws = (random.standard_normal(len(se)) * se for _ in range(DRAWS))
    return float(np.quantile([(np.abs(noise[one] - noise[other]) / spread).max() for noise in draws], CONFIDENCE))
