"""How far a change of a journey's index may be off: the delta method, with the covariances of the scores.

``I = Σ i·e/Σ i`` with ``∂I/∂e_j = i_j/Σi`` and ``∂I/∂i_j = (e_j − I)/Σi``, so ``SE² = gᵀVg``. Rows of one survey are
answered by the same people: taken as independent, four in ten changes of 14 touchpoints that are none would be called
one. Formulas: docs/method.md, "Changes".
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.dependence import Estimate, correlations, covered
from cxmap.analysis.difference import of_error, untested
from cxmap.analysis.intervals import TOO_FEW, added, standard_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from cxmap.analysis.difference import Change, Reason
    from cxmap.analysis.scores import Kind, Score
    from cxmap.project.document import Document
    from cxmap.project.project import Project


class TwiceScored(NamedTuple):
    """A touchpoint at both waves.

    Attributes:
        touchpoint: Its id.
        importance: At both; the same score where it was given once.
        experience: At both.
    """

    touchpoint: str
    importance: tuple[Score, Score]
    experience: tuple[Score, Score]


def index_change(
    project: Project, document: Document, persona: str, scored: Sequence[TwiceScored], indexes: tuple[float, float]
) -> Change:
    """What changed of an index on 0-10, with its interval where that can be had; not yet corrected by Holm.

    Where it is not known how the scores of a survey vary together, ``SE ≤ Σ|g_j|·SE_j`` stands for it, and the change
    is marked ``at_most``. Separate surveys are independent. An importance that nobody measured is a choice, and has no
    error.

    Args:
        project: For the sources, and for what is known of how scores vary together.
        document: The journey's file.
        persona: Id of the persona.
        scored: The touchpoints that count.
        indexes: The index at both waves.
    """
    difference = indexes[1] - indexes[0]
    reason = next((reason for each in scored for score in each.experience if (reason := no_error(score))), None)
    slopes = _slopes(document, persona, scored, indexes)
    known = [(estimate, slope) for estimate, slope in slopes.items() if standard_error(estimate.score)]
    if reason is None and not known:
        reason = "no-spread"
    if reason is not None:
        return untested(difference, reason)
    se, df, at_most = error_of_sum(project, known)
    if not se:
        return untested(difference, "all-alike")
    return of_error(difference, se, df)._replace(at_most=at_most)


def error_of_sum(project: Project, terms: Iterable[tuple[Estimate, float]]) -> tuple[float, float, bool]:
    """The standard error of ``Σ slope·score``, its degrees of freedom, and whether it is at most so large.

    It is at most so large where it is not known how some scores of one survey vary together.

    Args:
        project: For what is known of how scores vary together.
        terms: Scores with a standard error, each with its slope.
    """
    by_survey: dict[tuple[str, Any], list[tuple[Estimate, float]]] = {}
    for estimate, slope in terms:
        by_survey.setdefault(estimate.survey, []).append((estimate, slope))
    parts: list[tuple[float, float]] = []
    at_most = False
    for group in by_survey.values():
        whole = len(group) == 1 or all(covered(project, estimate) for estimate, _ in group)
        at_most |= not whole
        df = float(min(estimate.score.n or 0 for estimate, _ in group) - 1)
        parts.append((_error(project, group) if whole else math.fsum(_sizes(group)), df))
    return *added(*parts), at_most


def _slopes(
    document: Document, persona: str, scored: Sequence[TwiceScored], indexes: tuple[float, float]
) -> dict[Estimate, float]:
    """How the change grows with each score; one that counts at both waves stands once."""
    found: dict[Estimate, float] = {}

    def add(touchpoint: str, kind: Kind, score: Score, slope: float) -> None:
        estimate = Estimate(document, touchpoint, persona, kind, score)
        found[estimate] = found.get(estimate, 0.0) + slope

    for wave, sign in ((0, -1.0), (1, 1.0)):
        total = math.fsum(each.importance[wave].value10 for each in scored)
        for each in scored:
            i, e = each.importance[wave], each.experience[wave]
            add(each.touchpoint, "experience", e, sign * i.value10 / total)
            add(each.touchpoint, "importance", i, sign * (e.value10 - indexes[wave]) / total)
    return found


def _sizes(group: Iterable[tuple[Estimate, float]]) -> list[float]:
    return [abs(slope) * (standard_error(estimate.score) or 0.0) for estimate, slope in group]


def _error(project: Project, group: Sequence[tuple[Estimate, float]]) -> float:
    """``√(gᵀVg)`` of the scores of one survey."""
    parts = [slope * (standard_error(estimate.score) or 0.0) for estimate, slope in group]
    together = correlations(project, [estimate for estimate, _ in group])
    if together is None:
        return math.hypot(*parts)
    variance = math.fsum(
        a * b * float(together[row, column]) for row, a in enumerate(parts) for column, b in enumerate(parts)
    )
    return math.sqrt(max(0.0, variance))


def no_error(score: Score) -> Reason | None:
    """Why nothing can be said of the chance of a measurement; ``None``: it can."""
    if score.n is None or score.people is None or score.sd10 is None:
        return "too-few" if score.people is not None and score.people < TOO_FEW else "no-spread"
    if score.people < TOO_FEW or score.n < 2:
        return "too-few"
    if not score.unseen:
        return "everybody"
    return None if score.sd10 else "all-alike"
