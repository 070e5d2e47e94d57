"""A survey's answers as scores."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cxmap.analysis.drivers.drivers import FEWEST, TooFewError
from cxmap.analysis.drivers.weights import root_influences
from cxmap.analysis.ranking.options import DEFAULT_SEED
from cxmap.exchange.errors import PlacedError
from cxmap.exchange.survey import account, figures, respondent_marks
from cxmap.exchange.survey.counting import cells, least
from cxmap.exchange.survey.drivers import NOT_ONE_BY_ONE, few, of_marks
from cxmap.exchange.survey.marks import AnswerReader, Misfits, is_whole
from cxmap.exchange.survey.respondent_marks import RespondentMarks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    import datetime as dt
    from collections.abc import Sequence

    from cxmap.analysis.drivers.drivers import Drivers
    from cxmap.exchange.survey.counting import OpenAnswers
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.marks import Given
    from cxmap.exchange.survey.respondents import Respondents
    from cxmap.yaml.values import Pointer

MOST_MARKS: Final = 21
"""A scale with more marks than this is written as a mean, not counted by mark."""
DECIMALS: Final = 4
SAME_PEOPLE: Final = 0.9
"""From this share of the smaller group on, those who gave both marks count as the same people."""


@dataclass(slots=True)
class Summed:
    """What a survey says.

    Attributes:
        scores: By number of the group and touchpoint, each score as it stands in a file but for its source.
        respondents: How many respondents count.
        overall: How many of them gave an overall mark, where importance is derived from that.
        last_day: The last day of an answer, where there is a date.
        remarks: What was skipped, and what could not be computed, as sentences.
        marks: The marks one by one; ``None`` where they were not wanted, are too many, or stay in a database.
        weight_influences: Of importance that is a relative weight, what each respondent has of its error.
    """

    scores: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)
    respondents: int = 0
    overall: int = 0
    last_day: dt.date | None = None
    remarks: list[str] = field(default_factory=list)
    marks: RespondentMarks | None = field(default=None, compare=False)
    weight_influences: dict[tuple[int, str], Array] = field(default_factory=dict, compare=False)


def sum_up(file: MappingFile, answers: OpenAnswers, respondents: Respondents, *, one_by_one: bool = True) -> Summed:
    """Sum up answers.

    Args:
        file: The mapping.
        answers: The answers, in a file or a database.
        respondents: The groups whose scores are kept apart.
        one_by_one: Whether the marks of each respondent are wanted, where they can be had.

    Raises:
        PlacedError: The mapping does not fit the answers; says where in the mapping.
        ForeignError: The answers cannot be read.
    """
    return _Summing(file, answers, respondents).run(one_by_one=one_by_one)


class _Summing:
    def __init__(self, file: MappingFile, answers: OpenAnswers, respondents: Respondents) -> None:
        account.check_columns(file, answers.header, answers.kinds)
        self._file, self._mapping, self._respondents = file, file.mapping, respondents
        self._places: dict[str, Pointer] = {}
        for pointer, name in file.questions:
            self._places.setdefault(name, pointer)
        self._questions = list(self._places)
        self._sets = [*((index,) for index in range(len(self._questions))), *self._pairs()]
        self._survey = answers.survey(file.mapping, self._questions, respondents.numbers, least(self._sets))
        self._result = Summed()
        self._marks: dict[tuple[int, tuple[int, ...]], list[Given]] = {}
        self._mark_of: list[dict[Any, float]] = [{} for _ in self._questions]

    def run(self, *, one_by_one: bool) -> Summed:
        self._result.remarks += account.check_rows(self._file, self._survey)
        if self._mapping.long:
            account.check_questions(self._file, self._survey)
        groups = account.check_groups(self._file, self._survey, self._respondents)
        self._result.respondents = sum(group.respondents for group in groups.values())
        self._result.last_day = max((group.last_day for group in groups.values() if group.last_day), default=None)
        self._count()
        if one_by_one or self._mapping.derive == "relative-weights":
            self._result.marks = self._one_by_one()
        for group in groups:
            for name in self._mapping.touchpoints:
                self._asked(group, name)
            if self._mapping.derive and self._mapping.overall:
                self._result.overall += sum(given.n for given in self._given(group, self._mapping.overall))
            if self._mapping.derive == "correlation":
                self._correlated(group)
            elif self._mapping.derive:
                self._weighed(group)
        return self._result

    def _one_by_one(self) -> RespondentMarks | None:
        marks = sorted({mark for by_answer in self._mark_of for mark in by_answer.values()})
        most = self._result.respondents * len(self._questions)
        if most > respondent_marks.MOST or len(marks) > respondent_marks.MOST_DIFFERENT:
            return None
        code = {mark: place for place, mark in enumerate(marks, 1)}
        codes = [{answer: code[mark] for answer, mark in by_answer.items()} for by_answer in self._mark_of]
        found = self._survey.one_by_one(codes)
        if found is None:
            return None
        import numpy as np

        return RespondentMarks(tuple(self._questions), *found, np.array([np.nan, *marks]))

    def _count(self) -> None:
        """Count how often each mark was given, alone and together with another where that is needed."""
        reading = AnswerReader(self._mapping.answers)
        misfits = {name: Misfits() for name in self._questions}
        for key, counted in cells(self._survey, self._questions, self._sets).items():
            index = key[1][0] if len(key[1]) == 1 else None
            self._marks[key] = reading.marks(counted, misfits[self._questions[index]] if index is not None else None)
            if index is None:
                continue
            for cell in counted:
                if (mark := reading.mark(cell.answers[0])) is not None:
                    self._mark_of[index][cell.answers[0]] = mark
        self._result.remarks += account.check_answers(self._file, misfits, self._places)

    def _pairs(self) -> list[tuple[int, ...]]:
        """The questions of which the answers are counted together."""
        touchpoints, overall = self._mapping.touchpoints.values(), self._mapping.overall
        pairs = [
            (touchpoint.importance, touchpoint.experience)
            for touchpoint in touchpoints
            if touchpoint.importance and touchpoint.experience
        ]
        experiences = [touchpoint.experience for touchpoint in touchpoints if touchpoint.experience]
        if self._mapping.derive and overall:
            pairs += [(experience, overall) for experience in experiences]
        return sorted({self._pair(pair, other) for pair, other in pairs if pair != other})

    # What was asked.

    def _asked(self, group: int, name: str) -> None:
        asked = self._mapping.touchpoints[name]
        found = {
            kind: figures.figure(self._given(group, column))
            for kind, column in (("importance", asked.importance), ("experience", asked.experience))
            if column
        }
        for kind, figure in found.items():
            column = getattr(asked, kind)
            if figure is None:
                self._remark(group, f"'{column}': no answers, so no {kind} of '{name}'")
            else:
                self._put(group, name, kind, self._score(column, self._given(group, column), figure))
        importance, experience = found.get("importance"), found.get("experience")
        if importance is None or experience is None:
            return
        gap = figures.gap(self._together(group, asked.importance, asked.experience))
        both, fewer = gap.answered if gap else 0, min(importance.answered, experience.answered)
        if gap and gap.sd is not None and both >= SAME_PEOPLE * fewer:
            self._put(group, name, "gap_sd", _short(gap.sd))
            if gap.n < min(importance.n, experience.n):
                self._put(group, name, "gap_n", gap.n)
        elif both < SAME_PEOPLE * fewer:
            self._remark(group, f"no gap_sd of '{name}': {both:,} gave both marks, of {fewer:,} who gave one of them")

    def _score(self, question: str, given: Sequence[Given], figure: figures.Figure) -> dict[str, Any]:
        scale, wanted = self._mapping.answers.scale, self._mapping.figures
        countable = is_whole(given) and not self._mapping.weight
        if wanted == "counts" and not countable:
            message = f"'{question}' has marks that are no whole numbers, and cannot be counted by mark; write 'mean'"
            raise PlacedError([self._file.problem(("figures",), message)])
        if wanted == "counts" or (wanted is None and countable and scale.max - scale.min < MOST_MARKS):
            return {"counts": figures.counts(given)}
        return {"mean": _short(figure.mean), **_sd(figure.sd), **self._n(figure)}

    # What is derived from the overall mark.

    def _correlated(self, group: int) -> None:
        for name, found in self._with_overall(group).items():
            if found is None:
                self._remark(group, f"no importance of '{name}': too few gave both marks, or all of them the same one")
            elif found.r < 0:
                self._remark(group, f"no importance of '{name}': its correlation is negative ({found.r:.2f})")
            else:
                self._derive(group, name, {"mean": _short(found.r), **_sd(found.sd), **self._n(found)})

    def _weighed(self, group: int) -> None:
        """Derive importance as the root of the relative weight: for unrelated questions the size of the correlation."""
        if self._result.marks is None:
            self._remark(group, f"no relative weights: {NOT_ONE_BY_ONE}, or use 'correlation'")
            return
        correlations = self._with_overall(group)
        for name in [name for name, found in correlations.items() if found is None]:
            self._remark(group, f"no importance of '{name}': too few gave both marks, or all of them the same one")
        usable = [name for name, found in correlations.items() if found is not None]
        try:
            found = self._drivers(group, usable)
            self._result.weight_influences |= self._weight_influences(group, [row.touchpoint for row in found.rows])
        except TooFewError as error:
            self._remark(group, f"no importance derived: {few(error)}; name fewer touchpoints, or use 'correlation'")
            return
        for driver in sorted(found.rows, key=lambda row: usable.index(row.touchpoint)):
            if driver.r < 0:
                self._remark(
                    group, f"no importance of '{driver.touchpoint}': its correlation is negative ({driver.r:.2f})"
                )
            else:
                n = max(2, int(found.effective + 1e-6))
                sd = math.sqrt(n) * driver.weight_se
                answers = {"answers": found.n_complete} if self._mapping.weight else {}
                score = {"mean": _short(math.sqrt(driver.weight)), "sd": _short(sd), "n": n, **answers}
                self._derive(group, driver.touchpoint, score)

    def _drivers(self, group: int, names: Sequence[str]) -> Drivers:
        marks = self._result.marks
        if marks is None or not names:
            raise TooFewError(0, FEWEST)
        return of_marks(self._mapping, marks.within(group), names, DEFAULT_SEED)

    def _weight_influences(self, group: int, names: Sequence[str]) -> dict[tuple[int, str], Array]:
        import numpy as np

        marks = self._result.marks
        if marks is None:
            return {}
        columns = np.column_stack(
            [*(marks.of(self._experience(name)) for name in names), marks.of(self._mapping.overall or "")]
        )
        complete = (marks.groups == group) & ~np.isnan(columns).any(axis=1)
        influences = np.zeros((len(columns), len(names)))
        influences[complete] = root_influences(columns[complete], marks.weights[complete])
        return {(group, name): influences[:, place] for place, name in enumerate(names)}

    def _with_overall(self, group: int) -> dict[str, figures.Correlation | None]:
        """The correlation of each touchpoint's experience with the overall mark."""
        overall = self._mapping.overall or ""
        return {
            name: figures.correlation(self._together(group, asked.experience, overall))
            for name, asked in self._mapping.touchpoints.items()
            if asked.experience
        }

    def _derive(self, group: int, name: str, score: dict[str, Any]) -> None:
        self._put(group, name, "importance", {**score, "derived": True})

    # Keeping the books.

    def _put(self, group: int, name: str, kind: str, score: Any) -> None:
        self._result.scores.setdefault((group, name), {})[kind] = score

    def _n(self, found: figures.Figure | figures.Correlation) -> dict[str, int]:
        """For how many answers a figure counts, and, with weights, how many gave one."""
        return {"n": found.n, **({"answers": found.answered} if self._mapping.weight else {})}

    def _remark(self, group: int, sentence: str) -> None:
        self._result.remarks.append(self._respondents.called(group) + sentence)

    def _experience(self, name: str) -> str:
        return self._mapping.touchpoints[name].experience or ""

    def _given(self, group: int, column: str) -> list[Given]:
        return self._marks.get((group, (self._questions.index(column),)), [])

    def _together(self, group: int, one: str | None, other: str | None) -> list[Given]:
        """What was given to two questions together, in the order asked for."""
        if one is None or other is None or one == other:
            return []
        pair = self._pair(one, other)
        found = self._marks.get((group, pair), [])
        return found if self._questions[pair[0]] == one else [given.turned() for given in found]

    def _pair(self, one: str, other: str) -> tuple[int, int]:
        first, second = sorted((self._questions.index(one), self._questions.index(other)))
        return first, second


def _short(value: float) -> float:
    rounded = round(value, DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded


def _sd(sd: float | None) -> dict[str, float]:
    return {} if sd is None else {"sd": _short(sd)}
