"""The marks of respondents one by one: what goes together in them, and what errors of estimates have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST: Final = 20_000_000
"""More marks than this (respondents times questions) are not looked at one by one."""
_AT_ONCE: Final = 100_000  # respondents


class RespondentMarks(NamedTuple):
    """Marks of respondents; nan where one did not answer.

    Attributes:
        questions: The columns of the questions (in a long table their names).
        groups: The number of each respondent's group.
        weights: The weight of each.
        marks: A row each respondent, a column each question.
    """

    questions: tuple[str, ...]
    groups: Array
    weights: Array
    marks: Array

    def of(self, question: str) -> Array:
        """The marks of one question."""
        return self.marks[:, self.questions.index(question)]

    def within(self, group: int) -> RespondentMarks:
        """Those of one group."""
        inside = self.groups == group
        return RespondentMarks(self.questions, self.groups[inside], self.weights[inside], self.marks[inside])


def mean_influence(marks: Array, weights: Array) -> Array:
    """What each respondent has of the error of a mean: ``w·(x − m)/Σw``; 0 for those who did not answer."""
    import numpy as np

    given = ~np.isnan(marks)
    weight = np.where(given, weights, 0.0)
    x = np.where(given, marks, 0.0)
    total = weight.sum()
    found: Array = weight * (x - (weight @ x) / total) / total
    return found


def correlation_influence(marks: Array, overall: Array, weights: Array) -> Array:
    """What each has of the error of a correlation: ``w·(x·y − r·(x² + y²)/2)/Σw``, standardised."""
    import numpy as np

    both = ~np.isnan(marks) & ~np.isnan(overall)
    weight = np.where(both, weights, 0.0)
    total = weight.sum()
    standardised = []
    for column in (marks, overall):
        x = np.where(both, column, 0.0)
        x = np.where(both, x - (weight @ x) / total, 0.0)
        standardised.append(x / np.sqrt(weight @ (x * x) / total))
    x, y = standardised
    r = weight @ (x * y) / total
    found: Array = weight * (x * y - r * (x * x + y * y) / 2) / total
    return found


def covariance(influences: list[Array]) -> Array:
    """The covariances of estimates: the products of what each respondent has of their errors, summed."""
    import numpy as np

    found = np.zeros((len(influences), len(influences)))
    for start in range(0, len(influences[0]) if influences else 0, _AT_ONCE):
        part = np.stack([influence[start : start + _AT_ONCE] for influence in influences])
        found += part @ part.T
    return found
