"""The plan under a budget as plain values: the JSON object, and the columns of an action in CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.output.tables.numbers import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.analysis.budget import Budget

BUDGET_COLUMNS = ("chosen", "effort", "adds", "adds10", "stays_from", "in_draws")
"""What a row of CSV has besides, where there is a budget; empty for what could not be chosen."""


def in_points(found: Budget, gain10: float) -> float:
    """A gain on 0-10 in points of the common scale of all journeys, where there is one."""
    return gain10 if found.scale is None else gain10 * (found.scale.max - found.scale.min) / 10


def budget_record(found: Budget, remarks: Iterable[str]) -> dict[str, Any]:
    """The plan under a budget as the JSON object of its name; figures unrounded.

    Args:
        found: The plan under the budget.
        remarks: What there is to say besides, as sentences.
    """
    more = found.next
    return {
        "budget": found.budget,
        "chosen": list(found.chosen),
        "effort": found.effort,
        "gain": plain(in_points(found, found.gain10)) if found.scale else None,
        "gain10": plain(found.gain10),
        "next": more
        and {
            "budget": more.budget,
            "effort": more.effort,
            "gain": plain(in_points(found, more.gain10)) if found.scale else None,
            "gain10": plain(more.gain10),
            "adds": list(more.adds),
            "drops": list(more.drops),
        },
        "same": plain(found.same),
        "actions": [
            {"action": row.action, **budget_columns(found, row.action), "needs": list(row.needs)}
            for row in found.actions
        ],
        "expects": [
            {"journey": hope.journey, "index_now": plain(hope.now), "index_hoped": plain(hope.hoped)}
            for hope in found.expects.journeys
        ],
        "left_out": [{"action": name, "missing": why} for name, why in found.left_out.items()],
        "without_hope": list(found.without_hope),
        "remarks": list(remarks),
    }


def budget_columns(found: Budget, action: str | None) -> dict[str, Any]:
    """What a budget says of an action in flat columns; of a step, or of what could not be chosen, nothing."""
    for row in found.actions:
        if row.action == action:
            return {
                "chosen": row.chosen,
                "effort": row.effort,
                "adds": plain(in_points(found, row.gain10)) if found.scale else None,
                "adds10": plain(row.gain10),
                "stays_from": plain(row.stays_from),
                "in_draws": plain(row.in_draws),
            }
    return dict.fromkeys(BUDGET_COLUMNS)
