"""Sums of products of answers, those of resampled respondents, and the correlations in them.

All figures of drivers are functions of such sums. So a bootstrap (Efron 1979) resamples the sums, which a matrix
product does for all samples at once, and what is computed of them is computed for all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST_GROUPS: Final = 3000
"""More respondents than this are resampled in as many groups of equal size, whose sums vary as those of the single."""
_NO_SPREAD: Final = 1e-9


class Resampling:
    """Bootstrap samples of respondents."""

    def __init__(self, n: int, random: np.random.RandomState, samples: int) -> None:
        """Draw samples.

        Args:
            n: How many respondents there are.
            random: Where random numbers come from.
            samples: How many samples.
        """
        import numpy as np

        groups = min(n, MOST_GROUPS)
        self._starts = np.linspace(0, n, groups, endpoint=False).astype(int)
        self._order = random.permutation(n) if groups < n else np.arange(n)
        drawn = random.randint(0, groups, (samples, groups))
        self._times = np.stack([np.bincount(row, minlength=groups) for row in drawn]).astype(float)

    def sums(self, columns: Array, weights: Array) -> Array:
        """``Σ c·w·x_j·x_k`` in each sample, c being how often a respondent is in it; the first axis is the sample.

        Args:
            columns: A row each respondent.
            weights: The weight of each respondent.
        """
        return _square(self._times @ self._products(columns, weights), columns.shape[1])

    def squared(self, columns: Array, weights: Array) -> Array:
        """``Σ (c·w)²·x_j·x_k`` in each sample."""
        return _square(self._times**2 @ self._products(columns, weights**2), columns.shape[1])

    def _products(self, columns: Array, weights: Array) -> Array:
        """The weighted products of each two columns, summed by group."""
        import numpy as np

        turned = columns[self._order].T.copy()
        weighted = turned * weights[self._order]
        pairs = zip(*np.triu_indices(len(turned)), strict=True)
        return np.stack([np.add.reduceat(weighted[j] * turned[k], self._starts) for j, k in pairs], axis=1)


def sums(columns: Array, weights: Array) -> Array:
    """``Σ w·x_j·x_k`` of all respondents."""
    found: Array = (columns * weights[:, None]).T @ columns
    return found


def _square(upper: Array, width: int) -> Array:
    """Symmetric matrices from what stands on and above their diagonals."""
    import numpy as np

    rows, columns = np.triu_indices(width)
    whole = np.empty((*upper.shape[:-1], width, width))
    whole[..., rows, columns] = whole[..., columns, rows] = upper
    return whole


def correlations(sums: Array) -> Array:
    """Pearson's correlations of all columns but the first, which is 1 throughout; 0 with one that has no spread."""
    import numpy as np

    means = sums[..., 0, 1:] / sums[..., :1, 0]
    covariance = sums[..., 1:, 1:] / sums[..., :1, :1] - means[..., :, None] * means[..., None, :]
    sd = np.sqrt(np.maximum(np.diagonal(covariance, axis1=-2, axis2=-1), 0))
    sd = np.where(sd > _NO_SPREAD, sd, np.inf)
    found = covariance / (sd[..., :, None] * sd[..., None, :])
    diagonal = np.arange(found.shape[-1])
    found[..., diagonal, diagonal] = 1
    held: Array = np.clip(found, -1, 1)
    return held


def with_random_column(samples: Array, squared: Array, random: np.random.RandomState) -> Array:
    """The sums of each sample with one column more: random numbers of mean 0 and variance 1, new in each sample.

    The sums of its products with the other columns are normal with covariance ``Σ (c·w)²·x_j·x_k``, and are drawn as
    such, so that no random number of a single respondent is needed.

    Args:
        samples: ``Σ c·w·x_j·x_k`` in each sample.
        squared: ``Σ (c·w)²·x_j·x_k`` in each.
        random: Where random numbers come from.
    """
    import numpy as np

    values, vectors = np.linalg.eigh(squared)
    noise = np.sqrt(np.maximum(values, 0)) * random.standard_normal(values.shape)
    drawn = np.einsum("bij,bj->bi", vectors, noise)
    found = np.pad(samples, ((0, 0), (0, 1), (0, 1)))
    found[:, -1, :-1] = found[:, :-1, -1] = drawn
    found[:, -1, -1] = samples[:, 0, 0]
    return found
