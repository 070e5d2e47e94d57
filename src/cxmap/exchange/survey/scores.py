"""A survey's answers as scores: what is asked of the file, what is wrong with it, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import ForeignError, PlacedError
from cxmap.exchange.survey import figures
from cxmap.exchange.survey.marks import Misfits, Reading, is_whole
from cxmap.exchange.survey.query import Survey
from cxmap.model.spelling import Vocabulary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from cxmap.exchange.survey.answers import Answers
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.marks import Given
    from cxmap.source.pointer import Pointer

MOST_MARKS: Final = 21
"""A scale with more marks than this is written as a mean, not counted by mark."""
DECIMALS: Final = 4


@dataclass(slots=True)
class Summed:
    """What a survey says.

    Attributes:
        scores: By number of the persona and touchpoint, each score as it stands in a file but for its source.
        derived: Which of those importances were derived: number of the persona and touchpoint.
        respondents: How many respondents count.
        last_day: The last day of an answer, where there is a date.
        remarks: What was left out, and what could not be computed, as sentences.
    """

    scores: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)
    derived: set[tuple[int, str]] = field(default_factory=set)
    respondents: int = 0
    last_day: dt.date | None = None
    remarks: list[str] = field(default_factory=list)


def sum_up(file: MappingFile, answers: Answers, personas: Dict[str, int]) -> Summed:
    """Sum up the answers of a file.

    Args:
        file: The mapping.
        answers: The file of answers.
        personas: What the persona column holds, in lower case, with the number of the persona.

    Raises:
        PlacedError: The mapping does not fit the answers; says where in the mapping.
        ForeignError: The answers cannot be read.
    """
    return _Summing(file, answers, personas).run()


class _Summing:
    def __init__(self, file: MappingFile, answers: Answers, personas: Dict[str, int]) -> None:
        self._file, self._mapping = file, file.mapping
        self._reading = Reading(file.mapping.answers)
        self._places: dict[str, Pointer] = {}
        for pointer, name in file.mapping.questions:
            self._places.setdefault(name, pointer)
        self._questions = list(self._places)
        self._check_columns(answers.header)
        self._survey = Survey(answers, file.mapping, self._questions, personas)
        self._result = Summed()
        self._groups: Sequence[int] = ()
        self._marks: dict[tuple[int, tuple[int, ...]], list[Given]] = {}

    def run(self) -> Summed:
        self._account()
        self._count()
        touchpoints = self._mapping.touchpoints
        both = [name for name, asked in touchpoints.items() if asked.importance and asked.experience]
        alone = [name for name, asked in touchpoints.items() if asked.experience and not asked.importance]
        derive = alone if self._mapping.derive else []
        self._count_pairs(both, derive)
        for who in self._groups:
            for name in touchpoints:
                self._asked(who, name)
            if self._mapping.derive == "correlation":
                for name in derive:
                    self._correlated(who, name)
            elif self._mapping.derive:
                self._weighed(who, derive)
        return self._result

    # What is wrong.

    def _check_columns(self, header: Sequence[str]) -> None:
        problems = []
        vocabulary = Vocabulary(header)
        for pointer, name in self._mapping.columns:
            if header.count(name) > 1:
                problems.append(self._file.problem(pointer, f"the answers have {header.count(name)} columns '{name}'"))
            elif name not in header:
                near = vocabulary.nearest(name)
                hint = f"; did you mean '{near}'?" if near else ""
                problems.append(self._file.problem(pointer, f"the answers have no column '{name}'{hint}"))
        if problems:
            raise PlacedError(problems)

    def _check_questions(self) -> None:
        asked = self._survey.question_names()
        vocabulary = Vocabulary(asked)
        problems = []
        for pointer, name in self._mapping.questions:
            if name not in asked:
                near = vocabulary.nearest(name)
                hint = f"; did you mean '{near}'?" if near else ""
                problems.append(self._file.problem(pointer, f"nobody answered a question '{name}'{hint}"))
        if problems:
            raise PlacedError(problems)

    def _account(self) -> None:
        found, problems, remarks = self._survey.account(), [], self._result.remarks
        if not found["rows"]:
            raise ForeignError("there are no answers below the header")
        if found.get("misdated"):
            shown = found["misdated_example"]
            message = f"{found['misdated']:,} dates cannot be read, such as '{shown}'; say how they are written: format"
            problems.append(self._file.problem(("date", "column"), message))
        if found.get("misweighted"):
            shown = found["misweighted_example"] or "an empty cell"
            message = f"{found['misweighted']:,} weights are no number of 0 or more, such as '{shown}'"
            problems.append(self._file.problem(("weight",), message))
        if found.get("nameless"):
            problems.append(self._file.problem(("respondent",), f"{found['nameless']:,} rows name no respondent"))
        if found.get("repeated"):
            listed = _listed(self._survey.frequent("respondent"))
            message = f"respondents that are there more than once: {listed}; each answers once"
            problems.append(self._file.problem(("respondent",), message))
        if problems:
            raise PlacedError(problems)
        if found.get("outside"):
            remarks.append(f"{found['outside']:,} rows outside the window of dates left out")
        if found.get("nobodys"):
            listed = _listed(self._survey.frequent("persona_"))
            remarks.append(f"{found['nobodys']:,} rows of nobody in this journey left out: {listed}")

    def _count(self) -> None:
        if self._mapping.long:
            self._check_questions()
        groups, repeated = self._survey.groups()
        if repeated:
            message = f"{repeated:,} questions were answered more than once by the same respondent"
            raise PlacedError([self._file.problem(("long", "question"), message)])
        if not groups:
            raise PlacedError([self._file.problem((), "no row of the answers counts; look at 'date' and 'persona'")])
        self._groups = sorted(groups)
        self._result.respondents = sum(group.respondents for group in groups.values())
        self._result.last_day = max((group.last_day for group in groups.values() if group.last_day), default=None)
        misfits = {question: Misfits() for question in range(len(self._questions))}
        for (who, (question,)), cells in self._survey.cells([(one,) for one in misfits]).items():
            self._marks[who, (question,)] = self._reading.marks(cells, misfits[question])
        problems = []
        for question, found in misfits.items():
            name = self._questions[question]
            if found.unread:
                message = (
                    f"'{name}': answers that are no marks: {_most(found.unread)}; name them in not_answers or labels"
                )
                problems.append(self._file.problem(self._places[name], message))
            if found.outside:
                scale = self._mapping.answers.scale
                outside = f"'{name}': answers outside {scale.min:g} to {scale.max:g}: {_most(found.outside)}"
                if self._mapping.answers.outside == "leave-out":
                    self._result.remarks.append(f"{outside}; left out")
                else:
                    message = f"{outside}; name them in not_answers, or write 'outside: leave-out'"
                    problems.append(self._file.problem(self._places[name], message))
        if problems:
            raise PlacedError(problems)

    def _count_pairs(self, both: Sequence[str], derive: Sequence[str]) -> None:
        wanted = {self._pair(*self._columns(name)) for name in both}
        if self._mapping.overall:
            wanted |= {self._pair(self._columns(name)[1], self._mapping.overall) for name in derive}
        if self._mapping.derive == "relative-weights":
            wanted |= {
                self._pair(self._columns(one)[1], self._columns(other)[1]) for one, other in combinations(derive, 2)
            }
        sets = sorted(pair for pair in wanted if pair[0] != pair[1])
        for key, cells in self._survey.cells(sets).items():
            self._marks[key] = self._reading.marks(cells)

    # What comes of it.

    def _asked(self, who: int, name: str) -> None:
        importance, experience = self._columns(name)
        for kind, column in (("importance", importance), ("experience", experience)):
            if column is None:
                continue
            given = self._given(who, column)
            found = figures.figure(given)
            if found is None:
                self._result.remarks.append(f"'{column}': no answers, so no {kind} of '{name}'")
            else:
                self._scores(who, name)[kind] = self._score(given, found)
        gap = figures.gap(self._together(who, importance, experience)) if importance and experience else None
        if gap and gap.sd is not None:
            self._scores(who, name)["gap_sd"] = _short(gap.sd)

    def _score(self, given: Sequence[Given], found: figures.Figure) -> dict[str, Any]:
        scale, wanted = self._mapping.answers.scale, self._mapping.figures
        countable = is_whole(given) and not self._mapping.weight
        if wanted == "counts" and not countable:
            wanted = "mean"
        if wanted == "counts" or (wanted is None and countable and scale.max - scale.min < MOST_MARKS):
            return {"counts": figures.counts(given)}
        return {"mean": _short(found.mean), **_sd(found.sd), "n": found.n}

    def _correlated(self, who: int, name: str) -> None:
        found = figures.correlation(self._together(who, self._columns(name)[1], self._mapping.overall))
        if found is None or found.r < 0:
            why = "too few answered both, or all gave one mark" if found is None else f"it is negative ({found.r:.2f})"
            self._result.remarks.append(f"no importance derived for '{name}': its correlation: {why}")
            return
        self._derive(who, name, {"mean": _short(found.r), **_sd(found.sd), "n": found.n})

    def _weighed(self, who: int, names: Sequence[str]) -> None:
        overall = {
            name: figures.correlation(self._together(who, self._columns(name)[1], self._mapping.overall))
            for name in names
        }
        usable = {name: found for name, found in overall.items() if found}
        between = {
            (one, other): figures.correlation(self._together(who, self._columns(one)[1], self._columns(other)[1]))
            for one, other in combinations(usable, 2)
        }
        correlations = {pair: found.r for pair, found in between.items() if found}
        shares = (
            figures.relative_weights(correlations, {name: found.r for name, found in usable.items()})
            if usable and len(correlations) == len(between)
            else None
        )
        if shares is None:
            self._result.remarks.append("no importance derived: too few answered the same questions; try 'correlation'")
            return
        for name, share in shares.items():
            self._derive(who, name, {"mean": _short(share), "n": usable[name].n})

    def _derive(self, who: int, name: str, score: dict[str, Any]) -> None:
        self._scores(who, name)["importance"] = score
        self._result.derived.add((who, name))

    def _scores(self, who: int, name: str) -> dict[str, Any]:
        return self._result.scores.setdefault((who, name), {})

    def _columns(self, name: str) -> tuple[Any, Any]:
        asked = self._mapping.touchpoints[name]
        return asked.importance, asked.experience

    def _given(self, who: int, column: str) -> list[Given]:
        return self._marks.get((who, (self._questions.index(column),)), [])

    def _together(self, who: int, one: Any, other: Any) -> list[Given]:
        """What was given to two questions together, in the order asked for."""
        pair = self._pair(one, other)
        if pair[0] == pair[1]:
            return []
        found = self._marks.get((who, pair), [])
        return found if self._questions[pair[0]] == one else [_turned(given) for given in found]

    def _pair(self, one: str, other: str) -> tuple[int, int]:
        first, second = sorted((self._questions.index(one), self._questions.index(other)))
        return first, second


def _turned(given: Given) -> Given:
    return type(given)(given.marks[::-1], given.n, given.weight, given.weight_squared)


def _short(value: float) -> float:
    rounded = round(value, DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded


def _sd(sd: float | None) -> dict[str, float]:
    return {} if sd is None else {"sd": _short(sd)}


def _most(found: Dict[str, int]) -> str:
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return _listed(ordered[:5]) + (f" and {len(ordered) - 5} more" if len(ordered) > 5 else "")


def _listed(found: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"'{value[:40]}' ({n:,})" for value, n in found)
