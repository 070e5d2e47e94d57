"""Scores on one footing: from marks, means and counts to values on the journey's scale and on 0-10.

Formulas: docs/method.md, "Scales" (min-max normalisation) and "Uncertainty".
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from cxmap.model.types import DEFAULT_SCALE, Counts, ImportanceMean, Mark, Mean, Range, Scale, TwoScales

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from cxmap.model.journey import Journey
    from cxmap.model.score import HandoverScores
    from cxmap.model.source import Source
    from cxmap.project.project import Project

Kind = Literal["importance", "experience"]
KINDS: Final[tuple[Kind, ...]] = ("importance", "experience")
GivenWave: TypeAlias = "float | Mark | Mean | Counts"
"""A score as a file gives it: one wave."""
GivenScores: TypeAlias = "GivenWave | Sequence[GivenWave | None] | None"
"""What a file gives for a score: one, its waves (``None`` for one that breaks the format), or nothing."""


FIVE_POINT = 4
"""From the lowest to the highest of five marks."""


class Scales(NamedTuple):
    """The scales of a journey's scores: importance, and experience and desired."""

    importance: Range
    experience: Scale

    def of(self, kind: Kind) -> Range:
        """The scale of one kind of score."""
        return self.importance if kind == "importance" else self.experience

    @property
    def same(self) -> bool:
        """Whether importance and experience are on one scale, so that a gap in its points has a meaning."""
        return alike(self.importance, self.experience)


class TopTwo(NamedTuple):
    """Answers of the two highest marks of a scale of whole marks.

    Attributes:
        share: Their share, 0-1.
        marks: The two marks.
        five_point: Whether the scale has five marks.
    """

    share: float
    marks: tuple[float, float]
    five_point: bool


class Score(NamedTuple):
    """A score on one footing.

    Attributes:
        value: On the journey's scale.
        value10: On 0-10.
        sd10: Standard deviation of the answers on 0-10; ``None``: not known.
        n: How many answers it rests on, an effective number where they were weighted; ``None``: not known, or nobody
            was asked.
        negative_share: The share of answers below the middle of their scale, 0-1; only where counts are given.
        top_two: The share of answers of the two highest marks; only where counts are given, on more than two marks.
        source: Id of the source; ``None``: not said.
        guess: Whether the source is the organisation's own guess, or nothing is said of it.
        derived: Whether it was computed from other answers instead of asked (importance only).
        answers: How many people gave a mark, where n is an effective number.
        unseen: The share of all there are who gave none, 0-1: 1 where the population is not given.
        date: Its own, else its source's; ``None``: not said.
        converted: Whether it was measured on another scale than the journey's.
    """

    value: float
    value10: float
    sd10: float | None = None
    n: int | None = None
    negative_share: float | None = None
    source: str | None = None
    guess: bool = True
    derived: bool = False
    answers: int | None = None
    unseen: float = 1.0
    date: dt.date | None = None
    converted: bool = False
    top_two: TopTwo | None = None

    @property
    def people(self) -> int | None:
        """How many people gave a mark: what is shown as n."""
        return self.n if self.answers is None else self.answers


def alike(one: Range, other: Range) -> bool:
    """Whether two scales have the same ends."""
    return (one.min, one.max) == (other.min, other.max)


def to_ten(value: float, scale: Range) -> float:
    """``10·(x - min)/(max - min)``: a score on 0-10. Never clipped."""
    return 10 * (value - scale.min) / (scale.max - scale.min)


def from_ten(value10: float, scale: Range) -> float:
    """The inverse of :func:`to_ten`."""
    return scale.min + value10 * (scale.max - scale.min) / 10


def sd_to_ten(sd: float, scale: Range) -> float:
    """A standard deviation scales by ``10/(max - min)``."""
    return 10 * sd / (scale.max - scale.min)


def scales(project: Project, journey: Journey) -> Scales:
    """The scales of a journey: its own, else the project's, else 1 to 10."""
    given = journey.scale or project.config.scale or DEFAULT_SCALE
    if isinstance(given, TwoScales):
        return Scales(given.importance, given.experience)
    return Scales(given, given)


def answer_scale(project: Project, source: str | None, otherwise: Range) -> Range:
    """The scale that a measurement is on: its source's where that has one, else the journey's."""
    found = _source(project, source)
    return found.scale if found is not None and found.scale is not None else otherwise


def resolve(
    project: Project,
    journey: Journey,
    given: GivenScores,
    kind: Kind,
    mark_source: str | None = None,
) -> Score | None:
    """One score on one footing; of several waves the last.

    Args:
        project: For the sources.
        journey: For the scales, and for who gave the plain marks.
        given: What the file says.
        kind: ``importance`` (also what it is worth to the organisation) or ``experience`` (also desired).
        mark_source: Who gave plain marks here, if that is said; else it is the journey's ``scores_source``.

    Returns:
        The score, or ``None`` where there is none: nothing given, or counts without an answer.
    """
    last = last_wave(given)
    if last is None:
        return None
    scale = scales(project, journey).of(kind)
    source = source_of(journey, last, mark_source)
    date = date_of(project, last, source)
    if isinstance(last, (Mean, Counts)):
        return _measured(project, last, scale, date)
    mark = last.mark if isinstance(last, Mark) else last
    return Score(mark, to_ten(mark, scale), source=source, guess=is_guess(project, source), date=date)


def each_wave(given: GivenScores) -> Sequence[GivenWave | None]:
    """The waves of a score as the file gives them, oldest first; a score that is no list has one."""
    if given is None:
        return ()
    return given if isinstance(given, (list, tuple)) else (given,)


def last_wave(given: GivenScores) -> GivenWave | None:
    """The wave of a score that counts: the last; ``None`` where it breaks the format, or nothing is given."""
    found = each_wave(given)
    return found[-1] if found else None


def source_of(journey: Journey, given: GivenWave, mark_source: str | None = None) -> str | None:
    """Where a wave comes from: its own source; of a mark without one, who gave the plain marks here.

    Args:
        journey: For who gave the plain marks where no source is named.
        given: The wave.
        mark_source: Who gave plain marks here, if that is said.
    """
    if isinstance(given, (Mean, Counts)):
        return given.source
    own = given.source if isinstance(given, Mark) else None
    return own or mark_source or journey.scores_source


def date_of(project: Project, given: GivenWave, source: str | None) -> dt.date | None:
    """When a wave was gathered: its own date, else that of its source; ``None``: not said."""
    own = given.date if isinstance(given, (Mark, Mean, Counts)) else None
    found = _source(project, source)
    return own or (found.date if found is not None else None)


def is_guess(project: Project, source: str | None) -> bool:
    """Whether a source is the organisation's own guess. So is a score without a source."""
    found = _source(project, source)
    return found is None or found.guess


def _source(project: Project, source: str | None) -> Source | None:
    return None if source is None else project.sources.get(source)


def _measured(project: Project, given: Mean | Counts, scale: Range, date: dt.date | None) -> Score | None:
    source = _source(project, given.source)
    answers = source.scale if source is not None and source.scale is not None else scale
    negative_share = top_two = None
    if isinstance(given, Counts):
        n = sum(given.counts.values())
        if n == 0:
            return None
        mean, sd = mean_and_sd(given.counts)
        middle = (answers.min + answers.max) / 2
        negative_share = sum(count for mark, count in given.counts.items() if mark < middle) / n
        top_two = _top_two(given.counts, answers)
    else:
        mean, sd, n = given.mean, given.sd, given.n  # type: ignore[assignment]  # n may be absent here, as in Score
    weighed = None if isinstance(given, Counts) else given.answers
    people = weighed or n
    population = source.population if source is not None else None
    value10 = to_ten(mean, answers)
    return Score(
        value=mean if alike(answers, scale) else from_ten(value10, scale),
        value10=value10,
        sd10=None if sd is None else sd_to_ten(sd, answers),
        n=n,
        answers=weighed,
        unseen=1.0 if population is None or people is None else max(0.0, 1 - people / population),
        negative_share=negative_share,
        source=given.source,
        date=date,
        guess=source is None or source.guess,
        derived=isinstance(given, ImportanceMean) and given.derived is True,
        converted=not alike(answers, scale),
        top_two=top_two,
    )


def _top_two(counts: Mapping[float, int], scale: Range) -> TopTwo | None:
    """The share of the two highest marks; ``None`` where a scale has no others, or marks between whole ones."""
    marks = scale.max - 1, scale.max
    if marks[0] <= scale.min or any((scale.max - mark) % 1 for mark in counts):
        return None
    top = sum(count for mark, count in counts.items() if mark >= marks[0])
    return TopTwo(top / sum(counts.values()), marks, five_point=scale.max - scale.min == FIVE_POINT)


def mean_and_sd(counts: Mapping[float, int]) -> tuple[float, float | None]:
    """Mean and sample standard deviation (n - 1) of answers counted by mark; no sd for a single answer.

    Args:
        counts: How many gave each mark; at least one answer in all.
    """
    n = sum(counts.values())
    mean = math.fsum(mark * count for mark, count in counts.items()) / n
    if n < 2:
        return mean, None
    squares = math.fsum(count * (mark - mean) ** 2 for mark, count in counts.items())
    return mean, math.sqrt(squares / (n - 1))


class ScoreSet(NamedTuple):
    """The scores of one persona at one touchpoint, or of the step into it."""

    importance: Score | None
    experience: Score | None
    desired: Score | None

    @property
    def complete(self) -> bool:
        """Whether it can be ranked: importance and experience are both there."""
        return self.importance is not None and self.experience is not None


def score_set(
    project: Project,
    journey: Journey,
    given: HandoverScores | None,
    mark_source: Callable[[str], str | None] = lambda _: None,
) -> ScoreSet:
    """All scores of a touchpoint (or of a handover) on one footing; see :func:`resolve`.

    Args:
        project: For the sources.
        journey: For the scales, and for who gave the plain marks.
        given: What the file says.
        mark_source: Who gave the plain mark of a name (``importance``, ``experience``, ``desired``), if that is said.
    """
    if given is None:
        return ScoreSet(None, None, None)
    return ScoreSet(
        resolve(project, journey, given.importance, "importance", mark_source("importance")),
        resolve(project, journey, given.experience, "experience", mark_source("experience")),
        resolve(project, journey, given.desired, "experience", mark_source("desired")),
    )
