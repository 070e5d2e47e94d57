"""How the rows of a ranking vary together, where the same people gave their scores.

Formulas: docs/method.md, "Dependent rows".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.dependence import Estimate, correlations, root
from cxmap.analysis.intervals import correlation

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from cxmap.analysis.ranking.candidates import Candidate
    from cxmap.analysis.ranking.options import Options
    from cxmap.choices import RankingKey
    from cxmap.project.project import Project

    Array = NDArray[np.float64]


class Dependence(NamedTuple):
    """How scores of a ranking vary together: the importances of all rows, then the experiences.

    Attributes:
        correlation: Of their errors.
        blocks: The number of the block of each: scores of one survey that as many people gave. Their standard errors
            are taken to be off by one factor.
    """

    correlation: Array
    blocks: tuple[int, ...]

    @property
    def root(self) -> Array:
        """What turns independent normals into such that correlate so."""
        return root(self.correlation)


def dependence(
    project: Project, candidates: Sequence[Candidate], by: RankingKey, options: Options
) -> Dependence | None:
    """How the scores of one persona's rows vary together; ``None`` where nothing is known of it.

    Nor is it for figures of shares of answers, of which the covariances are not known.
    """
    if options.shares or by == "improvement":
        return None
    estimates = [
        Estimate(stop.passage.document, _place(candidate), stop.passage.persona, kind, score)
        for kind in ("importance", "experience")
        for candidate in candidates
        for stop in (candidate.stop,)
        if (score := getattr(candidate.scores, kind)) is not None
    ]
    rows = len(candidates)
    found = correlations(project, estimates) if len(estimates) == 2 * rows else None
    if found is None:
        return None
    for place, candidate in enumerate(candidates):
        i, e = candidate.scores.importance, candidate.scores.experience
        if i and e and not found[place, rows + place]:  # the file does not say it; ``gap_sd`` may
            found[place, rows + place] = found[rows + place, place] = correlation(i, e, candidate.paired)
    numbers: dict[tuple[object, int | None], int] = {}
    blocks = [numbers.setdefault((estimate.survey, estimate.score.n), len(numbers)) for estimate in estimates]
    return Dependence(found, tuple(blocks))


def key_covariance(scores: Dependence, slopes: Sequence[tuple[float, float]]) -> Array:
    """The covariance of the rows' figures, by the delta method.

    Args:
        scores: How the scores vary together.
        slopes: Of each row by how much its figure grows with its importance and with its experience, each times the
            standard error of that score.
    """
    import numpy as np

    by_i, by_e = np.array(slopes).T
    parts = np.concatenate([np.diag(by_i), np.diag(by_e)], axis=1)
    found: Array = parts @ scores.correlation @ parts.T
    return found


def _place(candidate: Candidate) -> str:
    return candidate.stop.id + ("#handover" if candidate.kind == "handover" else "")
