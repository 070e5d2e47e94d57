"""How sure an order is: rankings of scores drawn anew from their uncertainty.

numpy draws and sorts (docs/decisions says why), from its frozen generator ``RandomState``: the same seed gives the
same numbers in every version. It is loaded only when there is something to draw.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.arithmetic import DECIMALS
from cxmap.analysis.student import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from cxmap.analysis.ranking.dependent import Dependence
    from cxmap.choices import RankingKey

    Array = NDArray[np.float64]

DRAWS = 10_000
_BATCH = 200  # of which DRAWS is a multiple
_TINY = 1e-30
_KNOWN = 200
"""From so many degrees of freedom on a covariance of rows is taken as known."""
_OPERATIONS = 3_000_000_000
_AT_ONCE = 100_000  # differences of two rows, so that they stay in the cache


class Spread(NamedTuple):
    """What is known of one ranked row, to draw it anew.

    Attributes:
        importance10: The customers' importance.
        experience10: Experience.
        importance_se: Standard error of the importance.
        experience_se: Standard error of the experience.
        importance_df: Its degrees of freedom; infinite: the error is known.
        experience_df: That of the experience.
        correlation: Between the two estimates, -1 to 1; above 0 where the same people gave both.
        paired: Whether the same people gave both: then one standard error is as far off as the other.
        ours10: The importance to the organisation, taken as it is: a choice, not a sample.
        our_weight: How much of the ranking's importance that is, 0-1.
        negative: How many answers are negative; only for ``improvement``.
        others: How many are not.
        importance_top: How many marks of importance are among the two highest; only for shares.
        experience_top: How many of experience.
        importance_n: Of how many.
        experience_n: Of how many.
        desired10: Desired experience, taken as it is; only for ``target``.
        factor: What the figure is multiplied by: the reach, or 1.
    """

    importance10: float
    experience10: float
    importance_se: float
    experience_se: float
    importance_df: float = math.inf
    experience_df: float = math.inf
    correlation: float = 0.0
    paired: bool = False
    ours10: float = 0.0
    our_weight: float = 0.0
    negative: float = 0.0
    others: float = 0.0
    importance_top: float = 0.0
    experience_top: float = 0.0
    importance_n: float = 0.0
    experience_n: float = 0.0
    desired10: float = 0.0
    factor: float = 1.0


def p_top(
    rows: Sequence[Spread],
    by: RankingKey,
    places: Sequence[int],
    seed: int,
    *,
    derived: bool = False,
    shares: bool = False,
    dependence: Dependence | None = None,
) -> list[tuple[float, ...]]:
    """The share of draws in which each row is among the first so many, for each of several numbers of places.

    Importance and experience are drawn from t distributions around their means, correlated normals each divided by a
    redrawn standard error (one for both where the same people answered), and clipped to 0-10; then the organisation's
    part of the importance is blended in. Shares of negative or of top-two answers come from Jeffreys'
    Beta(x + 1/2, n - x + 1/2). The figure is computed and the rows are ordered as in the ranking: by figure, then by
    gap. Rows that share a place in a
    draw share it here. It describes the data; it is no test.

    Args:
        rows: The rows.
        by: The ranking figure.
        places: How many places count as the top, several numbers.
        seed: Start of the random numbers.
        derived: Whether importance is a weight, from which no gap follows to break a tie.
        shares: Whether the figure is of ten times the shares of top-two answers.
        dependence: How the scores of the rows vary together; ``None``: they do not, but for the two of one row.
    """
    import numpy as np

    random = np.random.RandomState(seed)
    hits = np.zeros((len(rows), len(places)))
    c = {name: np.array([getattr(row, name) for row in rows]) for name in Spread._fields}
    r, w = c["correlation"], c["our_weight"]
    both_df = np.concatenate([c["importance_df"], c["experience_df"]])
    turn = None if dependence is None else dependence.root.T
    for _ in range(DRAWS // _BATCH):
        if dependence is None or turn is None:
            first, second = random.standard_normal((2, _BATCH, len(rows)))
            second = r * first + np.sqrt(1 - r * r) * second
            shrunk_i = _shrunk(random, c["importance_df"], _BATCH)
            shrunk_e = np.where(c["paired"], shrunk_i, _shrunk(random, c["experience_df"], _BATCH))
        else:
            normals = random.standard_normal((_BATCH, 2 * len(rows))) @ turn
            first, second = normals[:, : len(rows)], normals[:, len(rows) :]
            shrunk = _shrunk_blocks(random, both_df, dependence.blocks, _BATCH)
            shrunk_i, shrunk_e = shrunk[:, : len(rows)], shrunk[:, len(rows) :]
        i = np.clip(c["importance10"] + c["importance_se"] * first / np.sqrt(shrunk_i), 0, 10)
        e = np.clip(c["experience10"] + c["experience_se"] * second / np.sqrt(shrunk_e), 0, 10)
        i = (1 - w) * i + w * c["ours10"]
        share = random.beta(c["negative"] + 0.5, c["others"] + 0.5, i.shape) if by == "improvement" else i
        of_i, of_e = (
            (10 * _drawn_shares(random, c, kind) for kind in ("importance", "experience")) if shares else (i, e)
        )
        key = np.round(figures(by, of_i, of_e, share, c["desired10"]) * c["factor"], DECIMALS)
        gap = np.zeros_like(key) if derived else np.round(i - e, DECIMALS)
        order, parts = _placed(key, gap, places)
        for column, part in enumerate(parts):
            hits[:, column] += np.bincount(order.ravel(), part.ravel(), len(rows))
    return [tuple(float(hit) / DRAWS for hit in row) for row in hits]


def _drawn_shares(random: np.random.RandomState, c: Mapping[str, Array], kind: str) -> Array:
    """Shares of top-two answers from Jeffreys' Beta."""
    top, n = c[f"{kind}_top"], c[f"{kind}_n"]
    return random.beta(top + 0.5, n - top + 0.5, (_BATCH, len(n)))


def _shrunk(random: np.random.RandomState, df: Array, draws: int) -> Array:
    """``χ²/df``: by what factor the variance of a sample may be off; 1 where it is known."""
    import numpy as np

    known = np.isinf(df)
    finite = np.where(known, 1.0, df)
    return np.where(known, 1.0, random.chisquare(finite, (draws, len(df))) / finite)


def _shrunk_blocks(random: np.random.RandomState, df: Array, blocks: Sequence[int], draws: int) -> Array:
    """As :func:`_shrunk`, one factor for each block, with the fewest degrees of freedom in it."""
    import numpy as np

    block = np.array(blocks)
    fewest = np.array([df[block == number].min() for number in range(block.max() + 1)])
    return _shrunk(random, fewest, draws)[:, block]


def _placed(key: Array, gap: Array, places: Sequence[int]) -> tuple[NDArray[np.int_], list[Array]]:
    """Rows by place, and what part of the first so many places each holds; a line is a draw.

    Rows of the same figure and gap hold their places together: of three that come fourth, each has two thirds of being
    in the first five.
    """
    import numpy as np

    order = np.lexsort((-gap, -key))
    worth = np.stack([np.take_along_axis(values, order, 1) for values in (key, gap)])
    starts = np.ones(key.shape, bool)
    starts[:, 1:] = (worth[:, :, 1:] != worth[:, :, :-1]).any(axis=0)
    place = np.arange(key.shape[1])
    start = np.maximum.accumulate(np.where(starts, place, 0), axis=1)
    ends = np.roll(starts, -1, axis=1)
    end = np.minimum.accumulate(np.where(ends, place + 1, key.shape[1])[:, ::-1], axis=1)[:, ::-1]
    return order, [np.clip(k - start, 0, end - start) / (end - start) for k in places]


def figures(by: RankingKey, i: Array, e: Array, share: Array, d: Array) -> Array:
    """The ranking figures of ``cxmap.analysis.ranking.figures`` on whole arrays."""
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


def rank_sets(
    estimates: Sequence[float],
    errors: Sequence[tuple[float, float]],
    seed: int,
    covariance: Array | None = None,
) -> list[tuple[int, int]]:
    """Ranges that hold all true ranks at once with 95 % confidence (rank 1: the largest estimate).

    Row j is surely below row k if ``(x_k - x_j)/√(V_jj + V_kk - 2·V_jk)`` exceeds the 95 % quantile of the largest such
    statistic in size over all pairs, simulated with the standard errors redrawn as well (``se²·χ²/df``): a normal
    quantile is too small where few answered. The lowest rank of a row is 1 + how many are surely above it, the highest
    the number of rows less those surely below it (Mogstad, Romano, Shaikh and Wilhelm 2024, single-step).

    Args:
        estimates: What is ranked.
        errors: Standard errors, each with its degrees of freedom.
        seed: Start of the random numbers.
        covariance: Of the estimates, which then says their standard errors too; ``None``: they are independent.
    """
    import numpy as np

    x, (se, df) = np.array(estimates), np.array(errors).T
    together = np.diag(se**2) if covariance is None else covariance
    variance = np.diagonal(together)
    spread = np.sqrt(np.maximum(variance[:, None] + variance[None, :] - 2 * together, 0))
    pairs = np.array([p for p in itertools.combinations(range(len(x)), 2) if spread[p] > 0])
    random = np.random.RandomState(seed)
    critical = 0.0
    if len(pairs):
        statistics = (
            _independent(se, df, pairs, random) if covariance is None else _dependent(covariance, df, pairs, random)
        )
        critical = float(np.quantile(np.concatenate(list(statistics)), CONFIDENCE))
    difference = np.round(x[:, None] - x[None, :], DECIMALS)
    above = difference > critical * spread
    surely_below, surely_above = above.sum(axis=1), above.sum(axis=0)
    return [(1 + int(over), len(x) - int(under)) for over, under in zip(surely_above, surely_below, strict=True)]


def _independent(se: Array, df: Array, pairs: NDArray[np.int_], random: np.random.RandomState) -> Iterator[Array]:
    """Draws of the largest ``|x_j - x_k|/√(se_j²·c_j + se_k²·c_k)``, with c = χ²/df of each row."""
    import numpy as np

    one, other = pairs.T
    noise = random.standard_normal((DRAWS, len(se))) * se
    variance = _shrunk(random, df, DRAWS) * se * se
    at_once = max(1, _AT_ONCE // len(pairs))
    for start in range(0, DRAWS, at_once):
        x, v = noise[start : start + at_once], variance[start : start + at_once]
        yield (np.abs(x[:, one] - x[:, other]) / np.sqrt(v[:, one] + v[:, other])).max(axis=1)


def _dependent(covariance: Array, df: Array, pairs: NDArray[np.int_], random: np.random.RandomState) -> Iterator[Array]:
    """Draws of the largest ``|x_j - x_k|/√(V*_jj + V*_kk - 2·V*_jk)``, with V* a sample covariance of the fewest df.

    V*·df has Wishart's distribution. From ``_KNOWN`` degrees of freedom on V is taken as known; with fewer it is
    steadied first, as covariances of few answers leave out directions in which rows vary: too much would be told apart.
    """
    import numpy as np

    one, other = pairs.T
    rows, fewest = len(df), int(df.min())
    values, vectors = np.linalg.eigh(covariance if fewest >= _KNOWN else _steadied(covariance, fewest))
    factor = (vectors * np.sqrt(np.maximum(values, 0))).T
    draws = DRAWS if fewest >= _KNOWN else max(1_000, min(DRAWS, _OPERATIONS // rows**3))
    at_once = max(1, _AT_ONCE // max(len(pairs), rows * min(fewest, rows)))
    for start in range(0, draws, at_once):
        count = min(at_once, draws - start)
        x = random.standard_normal((count, rows)) @ factor
        v = covariance[None] if fewest >= _KNOWN else _sample_covariances(factor, fewest, count, random)
        spread = v[:, one, one] + v[:, other, other] - 2 * v[:, one, other]
        yield (np.abs(x[:, one] - x[:, other]) / np.sqrt(np.maximum(spread, _TINY))).max(axis=1)


def _steadied(covariance: Array, df: int) -> Array:
    """A covariance on the way to the one with the same variances and equal correlations (Ledoit and Wolf 2004).

    The part of the way is ``rows/(df + rows)``, ours.
    """
    import numpy as np

    rows = len(covariance)
    scale = np.sqrt(np.outer(np.diagonal(covariance), np.diagonal(covariance)))
    correlation = np.divide(covariance, scale, out=np.zeros_like(covariance), where=scale > 0)
    mean = max(0.0, float(correlation.sum() - np.trace(correlation)) / max(1, rows * (rows - 1)))
    alike: Array = scale * ((1 - mean) * np.eye(rows) + mean)
    return (df * covariance + rows * alike) / (df + rows)


def _sample_covariances(factor: Array, df: int, count: int, random: np.random.RandomState) -> Array:
    """Wishart's distribution over df: of the rows of normals themselves where they are few, else by Bartlett (1933)."""
    import numpy as np

    rows = len(factor)
    if df <= rows:
        normals = random.standard_normal((count, df, rows))
    else:
        normals = np.tril(random.standard_normal((count, rows, rows)), -1)
        freedom = df - np.arange(rows)[::-1]
        normals[:, np.arange(rows), np.arange(rows)] = np.sqrt(random.chisquare(freedom, (count, rows)))
    found = normals @ factor
    products: Array = np.swapaxes(found, 1, 2) @ found / df
    return products
