"""How sure a ranking is: tests of the gaps, the chance of being among the first, simultaneous ranges of ranks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cxmap.analysis.draws import Spread, p_top, rank_sets
from cxmap.analysis.intervals import holm, p_above_zero
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
    return [row._replace(p_holm=next(adjusted)) if row.interval else row for row in rows]


def with_chances(pairs: Sequence[tuple[Row, Candidate]], by: Key, options: Options) -> list[Row]:
    """One persona's rows with the chance of each to be first, and in the top; unchanged unless all can be drawn.

    Args:
        pairs: The rows, with what they were made of, in the order that breaks the last ties.
        by: The ranking figure.
        options: For the organisation's weight, the reach and the seed.
    """
    rows = [row for row, _ in pairs]
    spreads: list[Spread] = []
    for row, candidate in pairs:
        known = spread(row, candidate, options)
        if known is None:
            return rows
        spreads.append(known)
    if not rows:
        return rows
    chances = p_top(spreads, by, (1, TOP), options.seed)
    return [row._replace(p_first=first, p_top5=top) for row, (first, top) in zip(rows, chances, strict=True)]


def with_rank_sets(rows: Sequence[Row], seed: int) -> list[Row]:
    """One persona's rows with simultaneous ranges of ranks by gap; unchanged unless every gap has an SE."""
    intervals = [row.interval for row in rows if row.interval is not None]
    if not rows or len(intervals) < len(rows):
        return list(rows)
    sets = rank_sets([one.estimate for one in intervals], [one.se for one in intervals], seed)
    return [row._replace(rank_set=found) for row, found in zip(rows, sets, strict=True)]


def spread(row: Row, candidate: Candidate, options: Options) -> Spread | None:
    """What is needed to draw a row anew; ``None`` unless importance and experience have a standard error.

    What a touchpoint is worth to the organisation is taken as it is: it is a choice, not a sample.
    """
    i, e, d = candidate.scores.importance, candidate.scores.experience, candidate.scores.desired
    errors = candidate.errors
    if i is None or e is None or row.weighed10 is None or errors is None:
        return None
    error_i, error_e = errors
    share = e.negative_share or 0.0
    return Spread(
        importance10=row.weighed10,
        experience10=e.value10,
        importance_se=(1 - options.our_weight) * error_i,
        experience_se=error_e,
        correlation=_correlation(i.sd10, e.sd10, candidate.gap_sd10),
        negative_share=share,
        share_se=math.sqrt(share * (1 - share) / (e.n or 1)),
        desired10=d.value10 if d else 0.0,
        factor=row.reach if options.reach and row.reach is not None else 1.0,
    )


def _correlation(sd_i: float | None, sd_e: float | None, gap_sd: float | None) -> float:
    """``(s_i² + s_e² - s_gap²) / 2·s_i·s_e``: how the two answers of the same people go together; 0 if not known."""
    if gap_sd is None or not sd_i or not sd_e:
        return 0.0
    return max(-1.0, min(1.0, (sd_i * sd_i + sd_e * sd_e - gap_sd * gap_sd) / (2 * sd_i * sd_e)))
