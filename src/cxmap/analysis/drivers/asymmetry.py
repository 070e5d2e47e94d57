"""Penalty and reward: what a low mark costs of the overall mark, and what a high one adds (Brandt 1987).

A *basic* costs more where it fails than it adds where it shines; of a *delighter* the contrary holds; a *performer*
does both alike (Matzler and others 2004). Formulas and checks: docs/method.md, "Penalty and reward".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cxmap.analysis.drivers.moments import sums

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cxmap.analysis.drivers.moments import Resampling
    from cxmap.choices import DriverClass

    Array = NDArray[np.float64]

LOW_BELOW: Final = 5.0
"""A mark below this, on 0-10, is a low one: 1 and 2 of 1 to 5."""
HIGH_FROM: Final = 8.75
"""A mark from this on is a high one: 5 of 1 to 5, 9 and 10 of 1 to 10."""
ENOUGH: Final = 30
"""Fewer low or high marks than this say nothing."""
_ENDS: Final = (0.025, 0.975)
_RIDGE: Final = 1e-9


class Asymmetry(NamedTuple):
    """What low and high marks of one question go with.

    Attributes:
        penalty: How much lower the overall mark is with a low mark than with one between, in its points (below 0: it
            is lower); ``None`` with fewer than ``ENOUGH`` low or high marks.
        reward: How much higher it is with a high mark than with one between.
        kind: What that makes of the question.
    """

    penalty: float | None
    reward: float | None
    kind: DriverClass


def asymmetries(marks10: Array, overall: Array, weights: Array, resampling: Resampling) -> list[Asymmetry]:
    """Penalty and reward of each question, in one least-squares model with those of all others.

    The class goes by how steep the overall mark is below and above the middle: penalty and reward, each over how far
    apart the mean marks of its two groups are. Low marks are mostly further from the middle than high ones, so that
    of the plain coefficients the penalty is larger where a question is a plain linear driver.

    Args:
        marks10: The marks on 0-10, a row each respondent.
        overall: The overall mark of each.
        weights: The weight of each.
        resampling: Samples of the respondents.
    """
    import numpy as np

    low, high = marks10 < LOW_BELOW, marks10 >= HIGH_FROM
    questions = marks10.shape[1]
    columns = np.column_stack([np.ones(len(overall)), low, high, overall])
    found = _coefficients(sums(columns, weights)[None])[0]
    samples = _coefficients(resampling.sums(columns, weights))
    kinds = []
    for question in range(questions):
        of_low, of_high = low[:, question], high[:, question]
        between = ~(of_low | of_high)
        if min(of_low.sum(), of_high.sum(), between.sum()) < ENOUGH:
            kinds.append(Asymmetry(None, None, "unclear"))
            continue
        lowest, middle, highest = (
            float(np.average(marks10[group, question], weights=weights[group])) for group in (of_low, between, of_high)
        )
        steeper_below = -samples[:, question] / (middle - lowest) - samples[:, questions + question] / (
            highest - middle
        )
        ends = np.quantile(steeper_below, _ENDS)
        kind: DriverClass = "basic" if ends[0] > 0 else "delighter" if ends[1] < 0 else "performer"
        kinds.append(Asymmetry(float(found[question]), float(found[questions + question]), kind))
    return kinds


def _coefficients(sums_: Array) -> Array:
    """Least-squares coefficients of the last column on the others, but for the first; for each of many samples."""
    import numpy as np

    between, with_last = sums_[:, :-1, :-1], sums_[:, :-1, -1:]
    ridge = _RIDGE * sums_[:, :1, :1] * np.eye(between.shape[-1])  # for marks that nobody of a sample gave
    return np.asarray(np.linalg.solve(between + ridge, with_last)[:, 1:, 0], dtype=float)
