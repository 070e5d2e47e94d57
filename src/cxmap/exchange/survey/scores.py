"""A survey's answers as scores."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import PlacedError
from cxmap.exchange.survey import account, figures
from cxmap.exchange.survey.counting import cells
from cxmap.exchange.survey.marks import AnswerReader, Misfits, is_whole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

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
    """

    scores: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)
    respondents: int = 0
    overall: int = 0
    last_day: dt.date | None = None
    remarks: list[str] = field(default_factory=list)


def sum_up(file: MappingFile, answers: OpenAnswers, respondents: Respondents) -> Summed:
    """Sum up answers.

    Args:
        file: The mapping.
        answers: The answers, in a file or a database.
        respondents: The groups whose scores are kept apart.

    Raises:
        PlacedError: The mapping does not fit the answers; says where in the mapping.
        ForeignError: The answers cannot be read.
    """
    return _Summing(file, answers, respondents).run()


class _Summing:
    def __init__(self, file: MappingFile, answers: OpenAnswers, respondents: Respondents) -> None:
        account.check_columns(file, answers.header, answers.kinds)
        self._file, self._mapping, self._respondents = file, file.mapping, respondents
        self._places: dict[str, Pointer] = {}
        for pointer, name in file.mapping.questions:
            self._places.setdefault(name, pointer)
        self._questions = list(self._places)
        self._survey = answers.survey(file.mapping, self._questions, respondents.numbers)
        self._result = Summed()
        self._marks: dict[tuple[int, tuple[int, ...]], list[Given]] = {}

    def run(self) -> Summed:
        self._result.remarks += account.check_rows(self._file, self._survey)
        if self._mapping.long:
            account.check_questions(self._file, self._survey)
        groups = account.check_groups(self._file, self._survey, self._respondents)
        self._result.respondents = sum(group.respondents for group in groups.values())
        self._result.last_day = max((group.last_day for group in groups.values() if group.last_day), default=None)
        self._count()
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

    def _count(self) -> None:
        """Count how often each mark was given, alone and together with another where that is needed."""
        reading = AnswerReader(self._mapping.answers)
        misfits = {name: Misfits() for name in self._questions}
        sets = [*((index,) for index in range(len(self._questions))), *self._pairs()]
        for key, counted in cells(self._survey, self._questions, sets).items():
            question = self._questions[key[1][0]] if len(key[1]) == 1 else None
            self._marks[key] = reading.marks(counted, misfits[question] if question else None)
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
        if self._mapping.derive == "relative-weights":
            pairs += list(combinations(experiences, 2))
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
        usable = {name: found for name, found in self._with_overall(group).items() if found}
        between = {
            pair: figures.correlation(self._together(group, *(self._experience(name) for name in pair)))
            for pair in combinations(usable, 2)
        }
        correlations = {pair: found.r for pair, found in between.items() if found}
        shares = None
        if usable and len(correlations) == len(between):
            shares = figures.relative_weights(correlations, {name: found.r for name, found in usable.items()})
        if shares is None:
            self._remark(group, "no importance derived: too few answered the same questions; try 'correlation'")
            return
        for name, share in shares.items():
            self._derive(group, name, {"mean": _short(share), **self._n(usable[name])})

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
