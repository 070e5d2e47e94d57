"""The road map for machines: one JSON object, and the same items as the flat rows of a CSV table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.analysis.plan_names import address
from cxmap.output.tables.budget_records import BUDGET_COLUMNS, budget_columns
from cxmap.output.tables.csv_table import csv_table
from cxmap.output.tables.numbers import plain
from cxmap.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cxmap.analysis.budget import Budget
    from cxmap.analysis.plan import Improvement
    from cxmap.analysis.roadmap import Item, Roadmap
    from cxmap.project.summary import ActionTarget

COLUMNS = (
    *("kind", "id", "action", "title", "owner", "status", "start", "due", "finished", "late", "contradicts"),
    *("improves", "rank", "links", "uid"),
)


def plan_json(
    plan: Roadmap, uid: Callable[[str], str], remarks: Sequence[str], budget: Mapping[str, Any] | None = None
) -> str:
    """The whole document, with a line feed at its end.

    Args:
        plan: The road map.
        uid: By what a calendar knows an item.
        remarks: What there is to say besides, as sentences.
        budget: The plan under a budget as plain values; ``None``: none was asked for.
    """
    found = {
        "cxmap": __version__,
        "command": "roadmap",
        "today": plan.today.isoformat(),
        "by": plan.by,
        "items": [_record(item, uid(item.path)) for item in plan.items],
        "unscheduled": list(plan.unscheduled),
        "unowned": list(plan.unowned),
        "learning": [
            {**lesson._asdict(), "finished": lesson.finished.isoformat() if lesson.finished else None}
            for lesson in plan.learning
        ],
        "levers": dict(plan.levers),
        "expects": [
            {
                "journey": hope.journey,
                "scale": {"min": plain(hope.scale.min), "max": plain(hope.scale.max)},
                "index_now": plain(hope.now),
                "index_hoped": plain(hope.hoped),
            }
            for hope in plan.expects.journeys
        ],
        "budget": budget,
        "remarks": list(remarks),
    }
    return escape.json(found) + "\n"


def plan_csv(plan: Roadmap, uid: Callable[[str], str], budget: Budget | None = None) -> str:
    """A row for each item; what it improves and its links are separated by blanks.

    Args:
        plan: The road map.
        uid: By what a calendar knows an item.
        budget: The plan under a budget, which has columns of its own; ``None``: none was asked for.
    """
    rows = [_columns(item, uid(item.path)) for item in plan.items]
    if budget is None:
        return csv_table(COLUMNS, rows)
    of = [budget_columns(budget, item.id if item.kind == "action" else None) for item in plan.items]
    return csv_table((*COLUMNS, *BUDGET_COLUMNS), [row | more for row, more in zip(rows, of, strict=True)])


def _record(item: Item, uid: str) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "id": item.id,
        "action": item.action,
        "title": item.title,
        "owner": item.owner,
        "status": item.status,
        "start": item.start.isoformat() if item.start else None,
        "due": item.due.isoformat() if item.due else None,
        "finished": item.finished.isoformat() if item.finished else None,
        "late": item.late,
        "contradicts": item.contradicts,
        "improves": [_improvement(each) for each in item.improves],
        "links": [address(link)._asdict() for link in item.links],
        "uid": uid,
    }


def _columns(item: Item, uid: str) -> dict[str, Any]:
    ranked = [each.rank for each in item.improves if each.rank]
    return _record(item, uid) | {
        "improves": " ".join(_named(each.target) for each in item.improves),
        "rank": min(ranked, default=None),
        "links": " ".join(address(link).url for link in item.links),
    }


def _improvement(each: Improvement) -> dict[str, Any]:
    target = each.target
    return {
        "journey": target.journey,
        "touchpoint": target.touchpoint,
        "handover": target.handover,
        "rank": each.rank,
    }


def _named(target: ActionTarget) -> str:
    return f"{target.journey}/{target.touchpoint}{'#handover' if target.handover else ''}"
