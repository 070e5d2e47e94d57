"""How many more answers: until the top of a ranking is told apart from the rest, or an interval is as narrow as wished.

Formulas: docs/method.md, "How many more answers". It plans a survey; it tests nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis import student
from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.intervals import score_interval
from cxmap.analysis.ranking.certainty import key_error, keys_together
from cxmap.analysis.ranking.dependent import dependence
from cxmap.analysis.ranking.options import TOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.intervals import Interval
    from cxmap.analysis.ranking.candidates import Candidate
    from cxmap.analysis.ranking.options import Options
    from cxmap.analysis.ranking.rows import Row
    from cxmap.choices import RankingKey
    from cxmap.project.project import Project

LEVEL = 0.05
"""How often any two rows that are equal would be told apart."""
POWER = 0.8
"""How often the rows are told apart with so many answers, if they differ as they do now."""
TOO_MANY = 10
"""From so many times the answers of today on, rows are as good as equal."""
_QUARTILE = 0.6744897501960817
"""Half of a normal distribution lies within so many standard deviations."""
_FEWEST, _MOST = 5, 10**9

Verdict = Literal["told-apart", "enough", "more", "equal"]
"""Told apart already; not, but more answers are needed elsewhere; told apart by more answers; or as good as equal."""


class AnswersNeeded(NamedTuple):
    """How many answers one row needs.

    Attributes:
        journey: The journey's id.
        touchpoint: The touchpoint's id.
        persona: The persona's id.
        kind: ``touchpoint`` or ``handover``.
        title: The touchpoint's title.
        rank: Its rank.
        n_now: How many answered, the smaller number where importance and experience differ.
        n_needed: How many it takes to tell it apart from those on the other side of the cut, if they differ as they do
            now; ``None``: no number is enough.
        n_low: The same, if they differ by the upper end of the 50 % interval around that difference.
        n_high: The same, if they differ by its lower end.
        against: The row that asks for most: ids of journey and touchpoint.
        verdict: What that comes to.
        within_of: What an interval was wished of: the gap, or the experience where the gap has none.
        n_within: How many answers make that interval as narrow as wished; ``None``: not asked, or there is none.
    """

    journey: str
    touchpoint: str
    persona: str | None
    kind: str
    title: str
    rank: int
    n_now: int
    n_needed: int | None
    n_low: int | None
    n_high: int | None
    against: tuple[str, str]
    verdict: Verdict
    within_of: Literal["gap", "experience"] | None = None
    n_within: int | None = None


class AnswerPlan(NamedTuple):
    """How many answers the rows of a ranking need.

    Attributes:
        rows: Of each persona whose rows all have a standard error, every row by rank.
        cuts: By persona: how many rows the top has.
        unknown: The personas of whom nothing can be said, as rows have no standard error.
        alone: The personas who have one row only.
        within: The half width that was wished for, in points of the scale (on 0-10 where scales differ).
        dependent: The personas of whose rows it is known how they vary together.
    """

    rows: tuple[AnswersNeeded, ...]
    cuts: dict[str, int]
    unknown: tuple[str, ...]
    alone: tuple[str, ...]
    within: float | None
    dependent: tuple[str, ...]


class _Known(NamedTuple):
    """A row of which the figure has a standard error; ``covariances`` are those with the figures of all rows."""

    row: Row
    candidate: Candidate
    se: float
    n: int
    place: int
    covariances: Sequence[float]

    @property
    def unseen(self) -> float:
        """The part of the population that was not asked, ``1 - n/N``; 1 where it is not known how many there are."""
        return min(
            score.unseen for score in (self.candidate.scores.importance, self.candidate.scores.experience) if score
        )

    @property
    def population(self) -> float:
        """How many there are in all; infinite where that is not known."""
        return self.n / (1 - self.unseen) if self.unseen < 1 else math.inf

    @property
    def v(self) -> float:
        """The variance of the figure of one answer: ``SE² / (1/n - 1/N)``."""
        return self.se**2 * self.n / self.unseen


def plan_answers(
    project: Project, by_persona: dict[str, list[tuple[Row, Candidate]]], by: RankingKey, options: Options
) -> AnswerPlan:
    """How many answers tell the top of each persona's ranking apart from the rest.

    Args:
        project: For what is known of how scores vary together.
        by_persona: Ranked rows in order, with what they were made of.
        by: The ranking figure.
        options: For how many count as the top (``view.top``), and for the half width that is wished for.
    """
    half10 = None
    if options.within is not None:
        half10 = options.within * _per_point([row for pairs in by_persona.values() for row, _ in pairs])
    found: list[AnswersNeeded] = []
    cuts: dict[str, int] = {}
    unknown, alone, dependent = [], [], []
    for persona, pairs in by_persona.items():
        known, together = _known(project, pairs, by, options)
        if len(known) < len(pairs):
            unknown.append(persona)
        elif len(known) < 2:
            alone.append(persona)
        else:
            top = options.view.top or TOP
            cuts[persona] = top if top < len(known) else 1
            dependent += [persona] if together else []
            found += _of_persona(known, cuts[persona], half10)
    return AnswerPlan(tuple(found), cuts, tuple(unknown), tuple(alone), options.within, tuple(dependent))


def _known(
    project: Project, pairs: Sequence[tuple[Row, Candidate]], by: RankingKey, options: Options
) -> tuple[list[_Known], bool]:
    """The rows of a persona that have a standard error, and whether it is known how they vary together."""
    together = dependence(project, [candidate for _, candidate in pairs], by, options)
    covariance = keys_together(together, pairs, by, options) if together else None
    known = []
    for place, (row, candidate) in enumerate(pairs):
        error = key_error(row, candidate, by, options)
        if error and row.n is not None:
            covariances = [] if covariance is None else covariance[place].tolist()
            se = math.sqrt(covariances[place]) if covariances else error[0]
            known.append(_Known(row, candidate, se, row.n, place, covariances))
    return known, together is not None


def _of_persona(known: Sequence[_Known], top: int, half10: float | None) -> list[AnswersNeeded]:
    from statistics import NormalDist  # only where a plan is asked for

    pairs = top * (len(known) - top)
    told_apart = NormalDist().inv_cdf(1 - LEVEL / pairs)
    planned = told_apart + NormalDist().inv_cdf(POWER)
    return [
        _answers(own, known[top:] if place < top else known[:top], told_apart, planned, half10)
        for place, own in enumerate(known)
    ]


def _answers(
    own: _Known, others: Sequence[_Known], told_apart: float, planned: float, half10: float | None
) -> AnswersNeeded:
    """What a row needs against those on the other side of the cut: the most of what it needs against each."""
    open_ = [other for other in others if _distance(own, other) < told_apart]
    needed, low, high = (
        max((_needed(own, other, planned, shift) for other in open_), default=own.n)
        for shift in (0.0, _QUARTILE, -_QUARTILE)
    )
    against = max(open_ or others, key=lambda other: (_needed(own, other, planned), -_distance(own, other)))
    verdict: Verdict = "enough" if open_ else "told-apart"
    if needed > own.n:
        verdict = "equal" if needed > TOO_MANY * own.n else "more"
    experience = own.candidate.scores.experience
    interval = own.row.interval or (score_interval(experience) if experience else None)
    n_within = None if half10 is None or interval is None else _within(interval, half10, own.n, own.unseen)
    return AnswersNeeded(
        journey=own.row.journey,
        touchpoint=own.row.touchpoint,
        persona=own.row.persona,
        kind=own.row.kind,
        title=own.row.title,
        rank=own.row.rank or 0,
        n_now=own.n,
        n_needed=_whole(needed),
        n_low=_whole(low),
        n_high=_whole(high),
        against=(against.row.journey, against.row.touchpoint),
        verdict=verdict,
        within_of=None if n_within is None else "gap" if own.row.interval else "experience",
        n_within=n_within,
    )


def _distance(own: _Known, other: _Known) -> float:
    """How many standard errors two rows are apart."""
    apart, se = abs(rounded((own.row.key or 0.0) - (other.row.key or 0.0))), _error(own, other)
    return apart / se if se else math.inf if apart else 0.0


def _covariance(own: _Known, other: _Known) -> float:
    """Of the figures of two rows; 0 where they are independent, or nothing is known of it."""
    return own.covariances[other.place] if own.covariances else 0.0


def _error(own: _Known, other: _Known) -> float:
    """The standard error of the difference of two rows, ``√(V_jj + V_kk - 2·V_jk)``."""
    return math.sqrt(max(0.0, own.se**2 + other.se**2 - 2 * _covariance(own, other)))


def _needed(own: _Known, other: _Known, planned: float, shift: float = 0.0) -> float:
    """How many answers a row needs to be told apart from another, if as few as possible are asked of both.

    With ``v/n - v/N`` the variance of a figure, ``v_1/n_1 + v_2/n_2`` is to be what the planned distance asks for. The
    sum ``n_1 + n_2`` is least where each is in proportion to ``√v`` (Neyman 1934); no row has less than it has now.
    Where the same people give both, all answers grow by one factor.

    Args:
        own: The row.
        other: The other row.
        planned: How many standard errors are to be between them.
        shift: By how many of today's standard errors they differ more than they do now.
    """
    se = _error(own, other)
    apart = (_distance(own, other) + shift) * se if se else abs((own.row.key or 0.0) - (other.row.key or 0.0))
    if apart <= 0:
        return math.inf
    if _covariance(own, other):
        part = min(1.0, (apart / planned / se) ** 2) if se else 1.0
        return own.n / (1 - max(own.unseen, other.unseen) * (1 - part))
    wanted = (apart / planned) ** 2 + own.v / own.population + other.v / other.population
    both = math.sqrt(own.v) + math.sqrt(other.v)
    needed = math.sqrt(own.v) * both / wanted
    if math.sqrt(other.v) * both / wanted < other.n:
        rest = wanted - other.v / other.n
        needed = own.v / rest if rest > 0 else math.inf
    return max(float(own.n), needed)


def _whole(answers: float) -> int | None:
    """A number of answers; ``None``: no number is enough."""
    return None if math.isinf(answers) else math.ceil(answers - 1e-6)


def _per_point(rows: Sequence[Row]) -> float:
    """How many points on 0-10 a point of the scale of all marks is; 1 where they are on several, or are weights."""
    widths = {end.max - end.min for row in rows for end in (row.scales.importance, row.scales.experience)}
    return 10 / widths.pop() if len(widths) == 1 and not any(row.derived for row in rows) else 1.0


def _within(interval: Interval, half: float, n: int, unseen: float) -> int | None:
    """The fewest answers with which an interval is no wider than so much to either side, on 0-10.

    ``t(df·n'/n)·SE·√((1/n' - 1/N)/(1/n - 1/N))``, which falls as n' grows. ``None``: more than can be asked.
    """

    def is_enough(more: int) -> bool:
        left = n / more - (1 - unseen)
        if left <= 0:
            return True
        return student.quantile(max(1.0, interval.df * more / n)) * interval.se * math.sqrt(left / unseen) <= half

    low, high = _FEWEST, _MOST
    if half <= 0 or not is_enough(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle + 1, high)
    return low
