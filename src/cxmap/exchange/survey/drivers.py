"""Drivers of the overall mark, from the marks of respondents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxmap.analysis.drivers.drivers import Answered, TooFewError, drivers
from cxmap.exchange.errors import ForeignError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.drivers.drivers import Drivers
    from cxmap.exchange.survey.mapping_model import Mapping
    from cxmap.exchange.survey.respondent_marks import RespondentMarks

NOT_ONE_BY_ONE: Final = "they need the answers one by one; take a file, or a part of it"
"""Said of drivers and relative weights where there are no such answers."""


def asked_about(mapping: Mapping) -> list[str]:
    """The touchpoints whose experience a survey asks, but for the question about the whole itself."""
    return [name for name, asked in mapping.touchpoints.items() if asked.experience not in {None, mapping.overall}]


def of_marks(mapping: Mapping, marks: RespondentMarks, names: Sequence[str], seed: int) -> Drivers:
    """What moves the overall mark.

    Args:
        mapping: A mapping with the question about the whole.
        marks: The marks of those who count.
        names: The touchpoints to look at.
        seed: Start of the random numbers.

    Raises:
        TooFewError: There are too few complete answers.
    """
    import numpy as np

    scale = mapping.answers.scale
    columns = [marks.of(mapping.touchpoints[name].experience or "") for name in names]
    overall = marks.of(mapping.overall or "")
    weighing = marks.weights > 0
    given = np.column_stack(columns)[weighing]
    answered = Answered(tuple(names), given, overall[weighing], marks.weights[weighing], (scale.min, scale.max))
    return drivers(answered, seed)


def survey_drivers(mapping: Mapping, marks: RespondentMarks | None, seed: int) -> Drivers:
    """What moves the overall mark of a survey, among all who count.

    Args:
        mapping: A mapping with the question about the whole.
        marks: The marks of all who count; ``None`` where they are too many, or stay in a database.
        seed: Start of the random numbers.

    Raises:
        ForeignError: There are too few complete answers, or they cannot be had one by one.
    """
    if marks is None:
        raise ForeignError(f"no drivers: {NOT_ONE_BY_ONE}")
    names = asked_about(mapping)
    if not names:
        raise ForeignError("no drivers: no question but the one about the whole asks for an experience")
    try:
        return of_marks(mapping, marks, names, seed)
    except TooFewError as error:
        raise ForeignError(f"no drivers: {few(error)}; name fewer touchpoints") from None


def few(error: TooFewError) -> str:
    """How many complete answers there are, and how many are needed."""
    if not error.varied:
        return "all complete answers are the same"
    return f"{error.complete:,} of the respondents answered all the questions, {error.needed:,} are needed"
