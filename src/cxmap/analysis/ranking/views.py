"""Which rows of a ranking are shown. A view leaves rows out and changes no rank."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cxmap.analysis.arithmetic import rounded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cxmap.analysis.ranking.options import View
    from cxmap.analysis.ranking.rows import Row, Unscored


def shown(
    view: View, combined: Sequence[Row], each: Sequence[Row], loose: Sequence[Row], last: Collection[str] = ()
) -> tuple[Row, ...]:
    """The rows to show: combined ones, then by persona the ranked ones and the steps that nobody rated.

    Args:
        view: Which rows.
        combined: Over personas, in order.
        each: By persona, in order.
        loose: Steps that nobody rated, which have no rank.
        last: Personas who stand behind the others.
    """
    rows = [row for row in combined if _keeps(view, row)][: view.top]
    for persona in sorted({row.persona for row in (*each, *loose) if row.persona}, key=lambda p: (p in last, p)):
        own = [row for row in each if row.persona == persona and _keeps(view, row)]
        rows += own[: view.top]
        if view.top is None:
            rows += [row for row in loose if row.persona == persona and _keeps(view, row)]
    return tuple(rows)


def shown_unscored(view: View, unscored: Iterable[Unscored]) -> tuple[Unscored, ...]:
    """The touchpoints without scores that belong to a view. What is not known leaves none out but for quadrants."""
    return tuple(
        touchpoint
        for touchpoint in unscored
        if _place_fits(view, touchpoint)
        and (view.moments_of_truth is False or touchpoint.moment_of_truth)
        and view.quadrant is None
        and (touchpoint.importance10 is None or _at_least(touchpoint.importance10, view))
    )


def _keeps(view: View, row: Row) -> bool:
    return (
        _place_fits(view, row)
        and (view.moments_of_truth is False or row.moment_of_truth)
        and view.quadrant in {None, row.quadrant}
        and _at_least(-math.inf if row.importance10 is None else row.importance10, view)
    )


def _place_fits(view: View, one: Row | Unscored) -> bool:
    return (
        view.stage in {None, one.stage}
        and view.owner in {None, one.owner}
        and view.channel in {None, one.channel}
        and (view.tag is None or view.tag in one.tags)
    )


def _at_least(importance10: float, view: View) -> bool:
    return view.min_importance is None or rounded(importance10) >= rounded(view.min_importance)
