"""The least-squares model of the overall mark on all marks, with errors that need no equal spread."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis import student

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_TINY = 1e-10


class Slope(NamedTuple):
    """How much higher the overall mark is where one mark is a point higher and the others are as they are.

    Attributes:
        slope: In points of the overall mark a point of the mark; ``None`` where other questions say the same.
        se: Its standard error.
        low: The lower end of its 95 % interval.
        high: The upper end.
        vif: The variance inflation factor, ``1/(1 − R²_j)`` with the R² of the question by the others.
    """

    slope: float | None
    se: float | None
    low: float | None
    high: float | None
    vif: float | None


def slopes(marks: Array, overall: Array, weights: Array, between: Array) -> list[Slope]:
    """The slope of each question.

    Standard errors are HC3 (MacKinnon and White 1985; Long and Ervin 2000), ``(X'WX)⁻¹·Σ w²e²/(1 − h)²·xx'·(X'WX)⁻¹``;
    intervals by t with n − p − 1 degrees of freedom.

    Args:
        marks: A row each respondent.
        overall: The overall mark of each.
        weights: The weight of each.
        between: The correlations of the questions.
    """
    import numpy as np

    n, p = marks.shape
    if np.linalg.eigvalsh(between)[0] < _TINY:
        return [Slope(None, None, None, None, None)] * p
    columns = np.column_stack([np.ones(n), marks - marks.mean(axis=0)])
    inverse = np.linalg.inv((columns * weights[:, None]).T @ columns)
    found = inverse @ (columns.T @ (weights * overall))
    leverage = weights * np.einsum("ij,jk,ik->i", columns, inverse, columns, optimize=True)
    residual = weights * (overall - columns @ found) / np.maximum(1 - leverage, _TINY)
    covariance = inverse @ ((columns * (residual**2)[:, None]).T @ columns) @ inverse
    vif = np.diagonal(np.linalg.inv(between))
    times = student.quantile(n - p - 1)
    told = []
    for place in range(p):
        slope, se = float(found[place + 1]), math.sqrt(float(covariance[place + 1, place + 1]))
        told.append(Slope(slope, se, slope - times * se, slope + times * se, float(vif[place])))
    return told
