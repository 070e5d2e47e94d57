"""The marks of respondents one by one: what goes together in them, and what errors of estimates have in common.

A mark is kept as a code of one or two bytes, and what is computed of all respondents is computed of some at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Whole = NDArray[np.integer[Any]]

MOST: Final = 20_000_000
"""More marks than this (respondents times questions) are not looked at one by one."""
MOST_DIFFERENT: Final = 65_535
"""With more different marks than this they are not either."""
_AT_ONCE: Final = 50_000  # respondents: so many of ten questions fit in a processor's cache

Influence: TypeAlias = "Callable[[slice], Array]"
"""What each of some respondents has of the error of an estimate."""


class RespondentMarks(NamedTuple):
    """Marks of respondents.

    Attributes:
        questions: The columns of the questions (in a long table their names).
        groups: The number of each respondent's group.
        weights: The weight of each.
        codes: By question, the place in ``marks`` of what each gave.
        marks: The marks; the first is nan, which stands for no answer.
    """

    questions: tuple[str, ...]
    groups: Whole
    weights: Array
    codes: list[Whole]
    marks: Array

    def codes_of(self, question: str) -> Whole:
        """The codes of the marks of one question."""
        return self.codes[self.questions.index(question)]

    def of(self, question: str, part: slice = slice(None)) -> Array:
        """The marks of one question; nan where one did not answer."""
        return self.marks[self.codes_of(question)[part]]

    def weights_in(self, group: int, part: slice = slice(None)) -> Array:
        """The weights of those in a group; 0 for the others."""
        inside = self.groups[part] == group
        return self.weights[part] if inside.all() else self.weights[part] * inside

    def within(self, group: int) -> RespondentMarks:
        """Those of one group."""
        inside = self.groups == group
        codes = [codes[inside] for codes in self.codes]
        return RespondentMarks(self.questions, self.groups[inside], self.weights[inside], codes, self.marks)

    def parts(self) -> list[slice]:
        """All respondents, some at a time."""
        return [slice(start, start + _AT_ONCE) for start in range(0, len(self.weights), _AT_ONCE)]


def mean_influence(marks: RespondentMarks, question: str, group: int) -> Influence:
    """What respondents have of the error of a mean: ``w·(x − m)/Σw``; 0 for those who did not answer."""
    import numpy as np

    codes = marks.codes_of(question)
    weights = np.zeros(len(marks.marks))
    for part in marks.parts():
        weights += np.bincount(codes[part], marks.weights_in(group, part), len(weights))
    total = weights[1:].sum()
    mean = weights[1:] @ marks.marks[1:] / total
    by_code = np.nan_to_num((marks.marks - mean) / total)
    return lambda part: by_code[codes[part]] * marks.weights_in(group, part)


def correlation_influence(marks: RespondentMarks, question: str, overall: str, group: int) -> Influence:
    """What respondents have of the error of a correlation: ``w·(x·y − r·(x² + y²)/2)/Σw``, standardised."""
    import numpy as np

    def given(part: slice) -> tuple[Array, Array, Array]:
        x, y = marks.of(question, part), marks.of(overall, part)
        both = ~np.isnan(x) & ~np.isnan(y)
        return np.where(both, x, 0.0), np.where(both, y, 0.0), marks.weights_in(group, part) * both

    def summed(figure: Callable[[Array, Array, Array], Sequence[Any]]) -> Array:
        found: Array = np.sum([figure(*given(part)) for part in marks.parts()], axis=0)
        return found

    total, *sums = summed(lambda x, y, w: (w.sum(), w @ x, w @ y))
    x_mean, y_mean = (value / total for value in sums)

    def products(x: Array, y: Array, w: Array) -> Sequence[Any]:
        x, y = x - x_mean, y - y_mean
        return w @ (x * x), w @ (y * y), w @ (x * y)

    x_square, y_square, together = summed(products)
    x_sd, y_sd = np.sqrt(x_square / total), np.sqrt(y_square / total)
    r = together / np.sqrt(x_square * y_square)

    def influence(part: slice) -> Array:
        x, y, w = given(part)
        x, y = (x - x_mean) / x_sd, (y - y_mean) / y_sd
        found: Array = w * (x * y - r * (x * x + y * y) / 2) / total
        return found

    return influence


def covariance(influences: Sequence[Influence], parts: Sequence[slice]) -> Array:
    """The covariances of estimates: the products of what each respondent has of their errors, summed."""
    import numpy as np

    found = np.zeros((len(influences), len(influences)))
    for part in parts:
        some = np.stack([influence(part) for influence in influences])
        found += some @ some.T
    return found
