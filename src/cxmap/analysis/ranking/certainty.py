"""How sure a ranking is: tests of the gaps, the chance of being among the first, simultaneous ranges of ranks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.intervals import added, correlation, error_of, gap_interval, holm, p_above_zero
from cxmap.analysis.ranking.dependent import key_covariance
from cxmap.analysis.ranking.draws import Spread, p_top, rank_sets
from cxmap.analysis.ranking.options import TOP
from cxmap.analysis.student import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from cxmap.analysis.ranking.candidates import Candidate
    from cxmap.analysis.ranking.dependent import Dependence
    from cxmap.analysis.ranking.options import Options
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.scores import Score
    from cxmap.choices import RankingKey

    Array = NDArray[np.float64]


class Tests(NamedTuple):
    """The tests of the gaps of one ranking.

    Attributes:
        family: How many gaps of the project are tested: each once, though several personas share its scores.
        ranked: How many of them are in the ranking.
        above: How many of those are above zero at 5 % (one-sided), by Holm's correction for the family.
    """

    family: int = 0
    ranked: int = 0
    above: int = 0


def with_tests(pairs: Iterable[tuple[Row, Candidate]], project: Iterable[Candidate]) -> tuple[list[Row], Tests]:
    """Rows with Holm's adjusted p-value of a gap above zero, and what was tested.

    Args:
        pairs: The rows, with what they were made of.
        project: The touchpoints and rated steps of all current journeys: the family, whatever is ranked and by what.
    """
    family: dict[Hashable, float] = {}
    for figures in project:
        i, e = figures.scores.importance, figures.scores.experience
        interval = gap_interval(i, e, figures.paired) if i and e else None
        if interval is not None:
            family[_gap(figures)] = p_above_zero(interval)
    adjusted = dict(zip(family, holm(list(family.values())), strict=True))
    tested = [(row, _gap(pair) if row.interval is not None else None) for row, pair in pairs]
    ranked = {gap for _, gap in tested if gap is not None}
    above = sum(adjusted[gap] < 1 - CONFIDENCE for gap in ranked)
    rows = [row._replace(p_holm=None if gap is None else adjusted[gap]) for row, gap in tested]
    return rows, Tests(len(family), len(ranked), above)


def _gap(one: Candidate) -> Hashable:
    """What makes two gaps the same: the place, and the scores there."""
    passage = one.stop.passage
    return one.kind, passage.journey.id, passage.touchpoint.id, one.scores.importance, one.scores.experience, one.paired


def with_chances(
    pairs: Sequence[tuple[Row, Candidate]], by: RankingKey, options: Options, dependence: Dependence | None = None
) -> list[Row]:
    """One persona's rows with the chance of each to be first, and in the top; unchanged unless all can be drawn.

    Args:
        pairs: The rows, with what they were made of.
        by: The ranking figure.
        options: For the organisation's weight, the reach and the seed.
        dependence: How the scores vary together, as far as that is known.
    """
    rows = [row for row, _ in pairs]
    spreads = [spread(row, candidate, options) for row, candidate in pairs]
    known = [spread for spread in spreads if spread is not None]
    if not rows or len(known) < len(rows):
        return rows
    chances = p_top(
        known, by, (1, TOP), options.seed, derived=rows[0].derived, shares=options.shares, dependence=dependence
    )
    return [row._replace(p_first=first, p_top5=top) for row, (first, top) in zip(rows, chances, strict=True)]


def with_rank_sets(
    pairs: Sequence[tuple[Row, Candidate]], by: RankingKey, options: Options, dependence: Dependence | None = None
) -> list[Row]:
    """One persona's rows with simultaneous ranges of ranks; unchanged unless every figure has a standard error.

    Args:
        pairs: The rows, with what they were made of.
        by: The ranking figure.
        options: For the organisation's weight, the reach and the seed.
        dependence: How the scores vary together, as far as that is known.
    """
    rows = [row for row, _ in pairs]
    errors = [key_error(row, candidate, by, options) for row, candidate in pairs]
    known = [error for error in errors if error is not None]
    if not rows or len(known) < len(rows):
        return rows
    together = keys_together(dependence, pairs, by, options) if dependence else None
    sets = rank_sets([row.key or 0.0 for row in rows], known, options.seed, together)
    return [row._replace(rank_set=found) for row, found in zip(rows, sets, strict=True)]


def keys_together(
    dependence: Dependence, pairs: Sequence[tuple[Row, Candidate]], by: RankingKey, options: Options
) -> Array:
    """The covariance of the figures of rows whose scores vary together."""
    return key_covariance(dependence, [_parts(row, candidate, by, options) for row, candidate in pairs])


def spread(row: Row, candidate: Candidate, options: Options) -> Spread | None:
    """What is needed to draw a row anew; ``None`` unless importance and experience have a standard error.

    What a touchpoint is worth to the organisation is taken as it is: it is a choice, not a sample.
    """
    i, e, d = candidate.scores.importance, candidate.scores.experience, candidate.scores.desired
    errors = candidate.errors
    if i is None or e is None or i.n is None or e.n is None or row.weighed10 is None or errors is None:
        return None
    negative = (e.negative_share or 0.0) * e.n
    fewer = min(i.n, e.n)
    return Spread(
        importance10=i.value10,
        experience10=e.value10,
        importance_se=errors[0],
        experience_se=errors[1],
        importance_df=(fewer if candidate.paired else i.n) - 1,
        experience_df=e.n - 1,
        correlation=correlation(i, e, candidate.paired),
        paired=candidate.paired is not None,
        ours10=candidate.to_us.value10 if candidate.to_us else 0.0,
        our_weight=options.our_weight,
        negative=negative,
        others=e.n - negative,
        importance_top=_top(i),
        experience_top=_top(e),
        importance_n=i.n,
        experience_n=e.n,
        desired10=d.value10 if d else 0.0,
        factor=_factor(row, options),
    )


def key_error(row: Row, candidate: Candidate, by: RankingKey, options: Options) -> tuple[float, float] | None:
    """Standard error and degrees of freedom of a row's figure.

    ``None`` unless both scores have a standard error above 0.

    By the delta method: the figure's slopes at the scores, with what is cut at 0 taken on. Degrees of freedom are
    Satterthwaite's, or the smaller n - 1 where the same people gave both scores.
    """
    i, e, d = candidate.scores.importance, candidate.scores.experience, candidate.scores.desired
    errors = candidate.errors
    if i is None or e is None or row.weighed10 is None or errors is None or i.n is None or e.n is None:
        return None
    if not all(errors):
        return None
    by_i, by_e = _slopes(by, row.weighed10, e, d)
    a, factor = by_i * (1 - options.our_weight), _factor(row, options)
    if options.shares:  # of the share of importance 2, of that of experience -1, as of means
        parts = ((20 * _beta_sd(_top(i), i.n), i.n - 1), (10 * _beta_sd(_top(e), e.n), e.n - 1))
        se, df = added(*parts)
    elif by == "improvement":  # of which the second slope is that by the share
        se, df = added((a * errors[0], i.n - 1), (by_e * _share_error(e), e.n - 1))
    else:
        se, df = error_of((i, a), (e, by_e), candidate.paired) or (0.0, 0.0)
        if not se and candidate.paired is not None:
            return None  # all differences are alike, which says as little as answers that are all alike
    return se * factor, df


def _parts(row: Row, candidate: Candidate, by: RankingKey, options: Options) -> tuple[float, float]:
    """How a row's figure grows with importance and with experience, each times the standard error of that score."""
    e, errors = candidate.scores.experience, candidate.errors
    if e is None or row.weighed10 is None or errors is None:
        return 0.0, 0.0
    by_i, by_e = _slopes(by, row.weighed10, e, candidate.scores.desired)
    factor = _factor(row, options)
    return by_i * (1 - options.our_weight) * factor * errors[0], by_e * factor * errors[1]


def _slopes(by: RankingKey, i10: float, e: Score, d: Score | None) -> tuple[float, float]:
    """How a figure grows with importance, and with experience (``improvement``: with the share of negative answers)."""
    e10 = e.value10
    return {
        "priority": ((2 * i10 - e10) / 10, -i10 / 10),
        "gap": (1.0, -1.0),
        "opportunity": (2.0, -1.0),
        "shortfall": ((10 - e10) / 10, -i10 / 10),
        "improvement": (e.negative_share or 0.0, i10),
        "target": (((d.value10 if d else e10) - e10) / 10, -i10 / 10),
    }[by]


def _share_error(experience: Score) -> float:
    """The standard deviation of Jeffreys' Beta(x + 1/2, n - x + 1/2): above 0 also for a share of 0 or 1."""
    n = experience.n or 0
    return _beta_sd(n * (experience.negative_share or 0.0), n)


def _beta_sd(x: float, n: int) -> float:
    middle = (x + 0.5) / (n + 1)
    return math.sqrt(middle * (1 - middle) / (n + 2))


def _top(score: Score) -> float:
    """How many answers are of the two highest marks."""
    return score.top_two.share * (score.n or 0) if score.top_two else 0.0


def _factor(row: Row, options: Options) -> float:
    return row.reach if options.reach and row.reach is not None else 1.0
