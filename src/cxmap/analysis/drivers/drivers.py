"""Which touchpoints move the overall mark: correlation, relative weight, slope, and what is told apart from nothing.

numpy computes (docs/decisions says why), from its frozen generator ``RandomState``: the same seed gives the same
figures in every version. Formulas, sources and checks: docs/method.md, "Drivers". They say what goes with the overall
mark; nothing here says what causes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cxmap.analysis.drivers.asymmetry import asymmetries
from cxmap.analysis.drivers.moments import Resampling, correlations, sums, with_random_column
from cxmap.analysis.drivers.regression import slopes
from cxmap.analysis.drivers.weights import lmg, relative_weights
from cxmap.analysis.intervals import holm

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cxmap.choices import DriverClass

    Array = NDArray[np.float64]

SAMPLES: Final = 1000
"""Bootstrap samples."""
_SAMPLES_A_QUESTION: Final = 40
"""At least so many samples a question, so that the smallest p can pass Holm's correction."""
FEWEST: Final = 50
"""With fewer complete answers the intervals hold the truth too seldom."""
FEWEST_A_QUESTION: Final = 5
"""Nor is there a model with fewer complete answers a question than this."""
LEVEL: Final = 0.05
_ENDS: Final = (0.025, 0.975)


class Answered(NamedTuple):
    """Answers of respondents, who may have left out some.

    Attributes:
        touchpoints: What each question is about.
        marks: A row each respondent, a column each question; nan where it was not answered.
        overall: The overall mark of each; nan where it was not given.
        weights: The weight of each.
        scale: The lowest and the highest mark.
    """

    touchpoints: tuple[str, ...]
    marks: Array
    overall: Array
    weights: Array
    scale: tuple[float, float]


class Driver(NamedTuple):
    """What a touchpoint has to do with the overall mark.

    Attributes:
        touchpoint: Its id.
        r: The correlation with the overall mark, among the ``n`` who gave both.
        weight: The raw relative weight ε, a part of R².
        weight_low: The lower end of its 95 % interval.
        weight_high: The upper end.
        weight_se: The standard deviation of its root among the bootstrap samples.
        lmg: Its Shapley value, another decomposition of R²; ``None`` with more than 20 questions.
        driver: Whether the weight is told apart from that of random numbers.
        slope: What a point more goes with, of the overall mark, the others being equal; ``None``: not to be told from
            that of other questions.
        slope_low: The lower end of its 95 % interval.
        slope_high: The upper end.
        slope_se: Its standard error.
        penalty: What a low mark goes with; ``None``: too few gave one.
        reward: What a high mark goes with.
        kind: Basic, performer or delighter, or not to be told.
        vif: How much the other questions widen the slope's variance.
        n: How many gave this mark and the overall one.
    """

    touchpoint: str
    r: float
    weight: float
    weight_low: float
    weight_high: float
    weight_se: float
    lmg: float | None
    driver: bool
    slope: float | None
    slope_low: float | None
    slope_high: float | None
    slope_se: float | None
    penalty: float | None
    reward: float | None
    kind: DriverClass
    vif: float | None
    n: int


class Drivers(NamedTuple):
    """What moves the overall mark.

    Attributes:
        rows: A touchpoint each, the largest weight first.
        r2: What all questions explain of the overall mark's variance, among complete answers.
        n_complete: How many answered all questions and gave the overall mark.
        effective: The same, with weights Kish's effective number.
        samples: How many bootstrap samples were drawn.
        seed: Start of the random numbers.
        alike: Touchpoints to which all complete answers are the same, so that they are not in the model.
    """

    rows: tuple[Driver, ...]
    r2: float
    n_complete: int
    effective: float
    samples: int
    seed: int
    alike: tuple[str, ...]


class TooFewError(Exception):
    """There are too few complete answers.

    Attributes:
        complete: How many there are.
        needed: How many are needed.
        varied: Whether they differ from each other.
    """

    def __init__(self, complete: int, needed: int, *, varied: bool = True) -> None:
        super().__init__(complete, needed)
        self.complete, self.needed, self.varied = complete, needed, varied


def drivers(answered: Answered, seed: int, samples: int = SAMPLES) -> Drivers:
    """What moves the overall mark.

    Args:
        answered: The answers; their order changes nothing.
        seed: Start of the random numbers.
        samples: How many bootstrap samples, at least.

    Raises:
        TooFewError: There are too few complete answers, or they are all alike.
    """
    import numpy as np

    complete = np.flatnonzero(~np.isnan(answered.marks).any(axis=1) & ~np.isnan(answered.overall))
    needed = max(FEWEST, FEWEST_A_QUESTION * len(answered.touchpoints))
    if len(complete) < needed:
        raise TooFewError(len(complete), needed)
    rows = np.column_stack([answered.marks, answered.overall, answered.weights])[complete]
    rows = rows[np.lexsort(rows.T)]  # in an order of their own, whatever that of the file
    spread = rows[:, :-1].max(axis=0) > rows[:, :-1].min(axis=0)
    if not spread[-1] or not spread[:-1].any():
        raise TooFewError(len(rows), needed, varied=False)
    used = np.flatnonzero(spread[:-1])
    marks, overall, weights = rows[:, used], rows[:, -2], rows[:, -1]

    random = np.random.RandomState(seed)
    samples = max(samples, _SAMPLES_A_QUESTION * len(used))
    resampling = Resampling(len(rows), random, samples)
    columns = np.column_stack([np.ones(len(rows)), marks, overall])
    r = correlations(sums(columns, weights))
    between, with_overall = r[:-1, :-1], r[:-1, -1]
    weight = relative_weights(between, with_overall)
    drawn = resampling.sums(columns, weights)
    resampled = _weights(correlations(drawn))
    low, high = np.quantile(resampled, _ENDS, axis=0)
    root_se = np.sqrt(resampled).std(axis=0, ddof=1)
    clear = _told_apart(with_random_column(drawn, resampling.squared(columns, weights), random))
    shapley = lmg(between, with_overall)
    slope = slopes(marks, overall, weights, between)
    minimum, maximum = answered.scale
    asymmetry = asymmetries(10 * (marks - minimum) / (maximum - minimum), overall, weights, resampling)

    found = []
    for place, question in enumerate(used):
        alone, n = _pairwise(answered, int(question))
        found.append(
            Driver(
                touchpoint=answered.touchpoints[question],
                r=alone,
                weight=float(weight[place]),
                weight_low=min(float(low[place]), float(weight[place])),
                weight_high=max(float(high[place]), float(weight[place])),
                weight_se=float(root_se[place]),
                lmg=None if shapley is None else float(shapley[place]),
                driver=clear[place],
                slope=slope[place].slope,
                slope_low=slope[place].low,
                slope_high=slope[place].high,
                slope_se=slope[place].se,
                penalty=asymmetry[place].penalty,
                reward=asymmetry[place].reward,
                kind=asymmetry[place].kind,
                vif=slope[place].vif,
                n=n,
            )
        )
    found.sort(key=lambda driver: -driver.weight)
    effective = float(weights.sum() ** 2 / (weights**2).sum())
    alike = tuple(name for name, varies in zip(answered.touchpoints, spread, strict=False) if not varies)
    return Drivers(tuple(found), float(weight.sum()), len(rows), effective, samples, seed, alike)


def _weights(r: Array) -> Array:
    return relative_weights(r[:, :-1, :-1], r[:, :-1, -1])


def _told_apart(samples: Array) -> list[bool]:
    """Whether each question's weight is above that of a column of random numbers (Tonidandel and others 2009).

    The p-value is the share of samples in which it is not, (1 + k)/(1 + samples), adjusted by Holm.

    Args:
        samples: Sums of the constant, the questions, the overall mark and the random numbers, in each sample.
    """
    questions = samples.shape[1] - 3
    order = [*range(questions), questions + 1, questions]  # the overall mark last
    r = correlations(samples)[:, order][:, :, order]
    weight = _weights(r)
    beaten = (weight[:, :-1] <= weight[:, -1:]).sum(axis=0)
    return [p < LEVEL for p in holm(((1 + beaten) / (1 + len(samples))).tolist())]


def _pairwise(answered: Answered, question: int) -> tuple[float, int]:
    """The correlation with the overall mark among those who gave both, and how many did."""
    import numpy as np

    both = ~np.isnan(answered.marks[:, question]) & ~np.isnan(answered.overall)
    columns = np.column_stack([np.ones(both.sum()), answered.marks[both, question], answered.overall[both]])
    return float(correlations(sums(columns, answered.weights[both]))[0, 1]), int(both.sum())
