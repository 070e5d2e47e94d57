"""Relative weights and Shapley values: what each question has of the variance that all of them explain together.

Questions that go together share what they explain, where a regression would give it to one of them. Both
decompositions sum to R². Sources: docs/method.md, "Drivers".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST_FOR_LMG: Final = 20
"""Of more questions there are too many sets (2^20 is a million) for Shapley values."""
_TINY: Final = 1e-10
_STEP: Final = 1e-4  # of a mean of products of standardised columns


def relative_weights(between: Array, overall: Array) -> Array:
    """Raw relative weights ε (Johnson 2000), for one or many sets of correlations at once.

    With the questions' correlations ``R = VΔ²V'`` and ``Λ = VΔV'``: ``β = Λ⁻¹·r`` and ``ε_j = Σ_k λ_jk²·β_k²``. What a
    question repeats of the others (an eigenvalue of 0) explains nothing more.

    Args:
        between: The correlations of the questions; the last two axes are square.
        overall: The correlation of each with the overall mark; one axis less.
    """
    import numpy as np

    values, vectors = np.linalg.eigh(between)
    positive = values > _TINY
    roots = np.sqrt(np.where(positive, values, 0))
    inverse = np.where(positive, 1 / np.where(positive, roots, 1), 0)
    turned = np.einsum("...jk,...j->...k", vectors, overall) * inverse
    betas = np.einsum("...ik,...k->...i", vectors, turned)
    loadings = (vectors * roots[..., None, :]) @ np.swapaxes(vectors, -1, -2)
    found: Array = np.einsum("...ij,...j->...i", loadings**2, betas**2)
    return found


def lmg(between: Array, overall: Array) -> Array | None:
    """Shapley values of R² (Lindeman, Merenda and Gold 1980; Grömping 2006), over all orders of the questions.

    ``Σ_S |S|!·(p − |S| − 1)!/p!·(R²(S ∪ j) − R²(S))``. The variance that is left of the overall mark is found for all
    2^p sets by deciding on one question after the other: with it, what is left is swept of it; without it, it goes.

    Args:
        between: The correlations of the questions.
        overall: The correlation of each with the overall mark.

    Returns:
        One value each; ``None`` for more than ``MOST_FOR_LMG`` questions.
    """
    import math

    import numpy as np

    p = len(overall)
    if p > MOST_FOR_LMG:
        return None
    left = np.ones((1, p + 1, p + 1))
    left[0, :p, :p], left[0, :p, p], left[0, p, :p] = between, overall, overall
    for _ in range(p):
        pivot, across = left[:, 0, 0], left[:, 0, 1:]
        scale = np.where(pivot > _TINY, 1 / np.where(pivot > _TINY, pivot, 1), 0)
        rest = left[:, 1:, 1:]
        swept = rest - scale[:, None, None] * across[:, :, None] * across[:, None, :]
        left = np.stack([rest, swept], axis=1).reshape(-1, *rest.shape[1:])
    unexplained = left.reshape((2,) * p)
    size = np.indices((2,) * p, dtype=np.int8).sum(axis=0, dtype=np.int8)
    share = np.array([1 / (p * math.comb(p - 1, before)) for before in range(p)])
    gained = []
    for question in range(p):
        without, with_ = np.take(unexplained, 0, question), np.take(unexplained, 1, question)
        gained.append(float(((without - with_) * share[np.take(size, 0, question)]).sum()))
    return np.array(gained)


def root_influences(columns: Array, weights: Array) -> Array:
    """What each respondent has of the error of √ε of each question: the infinitesimal jackknife, by differences.

    √ε is a function of the means of products of two columns; its slopes by these, times how far the products of a
    respondent are from the means.

    Args:
        columns: Questions and, last, the overall mark; a row each respondent who answered all.
        weights: The weight of each.

    Returns:
        A row each respondent, a column each question.
    """
    import numpy as np

    from cxmap.analysis.drivers.moments import correlations

    share = weights / weights.sum()
    means = share @ columns
    z = np.column_stack([np.ones(len(columns)), (columns - means) / np.sqrt(share @ (columns - means) ** 2)])
    mean = (z * share[:, None]).T @ z
    pairs = np.array([(row, column) for row in range(len(mean)) for column in range(row, len(mean)) if column])
    moved = np.repeat(mean[None], 2 * len(pairs), axis=0)
    for place, (row, column) in enumerate(pairs):
        for side in (0, 1):
            moved[2 * place + side, row, column] += (_STEP, -_STEP)[side]
            moved[2 * place + side, column, row] = moved[2 * place + side, row, column]
    r = correlations(moved)
    roots = np.sqrt(np.maximum(relative_weights(r[:, :-1, :-1], r[:, :-1, -1]), 0))
    slopes = (roots[::2] - roots[1::2]) / (2 * _STEP)
    products = z[:, pairs[:, 0]] * z[:, pairs[:, 1]] - mean[pairs[:, 0], pairs[:, 1]]
    found: Array = share[:, None] * (products @ slopes)
    return found
