"""How sure a ranking is: tests of the gaps, the chance of being among the first, simultaneous ranges of ranks."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.analysis.draws import Spread, p_top, rank_sets
from cxmap.analysis.intervals import holm, p_above_zero, score_interval
from cxmap.analysis.options import TOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.candidates import Candidate
    from cxmap.analysis.options import Key, Options
    from cxmap.analysis.rows import Row


def with_tests(rows: Sequence[Row]) -> list[Row]:
    """Rows with Holm's adjusted p-value of a gap above zero; the family is all rows that have an interval."""
    family = [row.interval for row in rows if row.interval is not None]
    adjusted = iter(holm([p_above_zero(interval) for interval in family]))
    return [replace(row, p_holm=next(adjusted)) if row.interval else row for row in rows]


def with_chances(rows: Sequence[Row], candidates: Sequence[Candidate], by: Key, options: Options) -> list[Row]:
    """One persona's ranked rows with the chance of each to be first, and in the top; unchanged unless all can be drawn.

    Args:
        rows: In order.
        candidates: What the rows were made of, in the same order.
        by: The ranking figure.
        options: For the organisation's weight, the reach and the seed.
    """
    spreads = [spread(row, candidate, by, options) for row, candidate in zip(rows, candidates, strict=True)]
    known = [one for one in spreads if one is not None]
    if not rows or len(known) < len(spreads):
        return list(rows)
    # Drawn in an order that no score decides, so that a changed score changes no other row's random numbers.
    canonical = sorted(range(len(rows)), key=lambda index: _identity(rows[index]))
    chances = p_top([known[index] for index in canonical], by, (1, TOP), options.seed)
    by_index = dict(zip(canonical, chances, strict=True))
    return [replace(row, p_first=by_index[i][0], p_top5=by_index[i][1]) for i, row in enumerate(rows)]


def with_rank_sets(rows: Sequence[Row], seed: int) -> list[Row]:
    """One persona's ranked rows with simultaneous ranges of ranks by gap; unchanged unless every gap has an SE."""
    intervals = [row.interval for row in rows if row.interval is not None]
    if not rows or len(intervals) < len(rows):
        return list(rows)
    canonical = sorted(range(len(rows)), key=lambda index: _identity(rows[index]))
    sets = rank_sets([intervals[i].estimate for i in canonical], [intervals[i].se for i in canonical], seed)
    by_index = dict(zip(canonical, sets, strict=True))
    return [replace(row, rank_set=by_index[index]) for index, row in enumerate(rows)]


def spread(row: Row, candidate: Candidate, by: Key, options: Options) -> Spread | None:
    """What is needed to draw a row anew; ``None`` unless importance and experience have a standard error.

    What a touchpoint is worth to the organisation is taken as it is: it is a choice, not a sample.
    """
    i, e, d = candidate.scores.importance, candidate.scores.experience, candidate.scores.desired
    of_i, of_e = score_interval(i) if i else None, score_interval(e) if e else None
    if i is None or e is None or of_i is None or of_e is None or row.weighed10 is None:
        return None
    share = e.negative_share or 0.0
    return Spread(
        importance10=row.weighed10,
        experience10=e.value10,
        importance_se=(1 - options.our_weight) * of_i.se,
        experience_se=of_e.se,
        correlation=_correlation(i.sd10, e.sd10, candidate.gap_sd10),
        negative_share=share,
        share_se=math.sqrt(share * (1 - share) / e.n) if e.n else 0.0,
        desired10=d.value10 if d and by == "target" else 0.0,
        factor=row.reach if options.reach and row.reach is not None else 1.0,
    )


def _correlation(sd_i: float | None, sd_e: float | None, gap_sd: float | None) -> float:
    """``(s_i² + s_e² - s_gap²) / 2·s_i·s_e``: how the two answers of the same people go together; 0 if not known."""
    if gap_sd is None or not sd_i or not sd_e:
        return 0.0
    return max(-1.0, min(1.0, (sd_i**2 + sd_e**2 - gap_sd**2) / (2 * sd_i * sd_e)))


def _identity(row: Row) -> tuple[int, str, str, str]:
    return row.position, row.journey, row.touchpoint, row.kind
