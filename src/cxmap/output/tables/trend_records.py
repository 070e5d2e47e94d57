"""Changes over time for machines: as one JSON object, and as rows of a CSV. Figures are unrounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.i18n.trend import TrendWords
from cxmap.output.tables.csv_table import csv_table
from cxmap.output.tables.numbers import plain
from cxmap.output.tables.trend_table import trend_remarks
from cxmap.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.series import Series, Trend, TrendPoint
    from cxmap.project.project import Project

COLUMNS = (
    "what", "id", "persona", "kind", "from", "from_source", "from_value", "from_n", "to", "to_source", "to_value",
    "to_n", "difference", "low", "high", "p", "p_holm", "verdict", "reason", "target", "target_date", "schedule",
    "top2_from", "top2_to", "top2_difference", "top2_low", "top2_high", "top2_p",
)  # fmt: skip


def trend_json(project: Project, found: Trend) -> str:
    """The whole document, with a line feed at its end."""
    return escape.json(trend_object(project, found)) + "\n"


def trend_object(project: Project, found: Trend) -> dict[str, Any]:
    """The document as plain values."""
    return {
        "cxmap": __version__,
        "command": "trend",
        "families": dict(found.families),
        "series": [_series(each) for each in found.series],
        "finished": list(found.finished),
        "remarks": trend_remarks(project, found, TrendWords("en")) if found.compared else [],
    }


def _series(given: Series) -> dict[str, Any]:
    return {
        "what": given.what,
        "id": given.id,
        "persona": given.persona,
        "kind": given.kind,
        "points": [_point(each) for each in given.points],
        "change": _change(given),
        "top_two": _top_two(given),
        "target": {"date": str(given.target.day), "value": plain(given.target.value)} if given.target else None,
        "schedule": given.schedule,
    }


def _point(given: TrendPoint) -> dict[str, Any]:
    low, high = given.interval or (None, None)
    return {
        "date": str(given.date) if given.date else None,
        "source": given.source,
        "value": plain(given.value),
        "n": given.n,
        "sd": plain(given.sd),
        "low": plain(low),
        "high": plain(high),
    }


def _change(given: Series) -> dict[str, Any] | None:
    change, before = given.change, given.before
    if change is None or before is None:
        return None
    low, high = change.interval or (None, None)
    return {
        "from": str(before.date) if before.date else None,
        "to": str(given.after.date) if given.after.date else None,
        "difference": plain(change.difference),
        "low": plain(low),
        "high": plain(high),
        "p": plain(change.p),
        "p_holm": plain(change.p_holm),
        "verdict": change.verdict,
        "reason": change.reason,
    }


def _top_two(given: Series) -> dict[str, Any] | None:
    found = given.top_two
    if found is None:
        return None
    low, high = found.change.interval or (None, None)
    return {
        "marks": [plain(mark) for mark in found.marks],
        "from": plain(found.before),
        "to": plain(found.after),
        "difference": plain(found.change.difference),
        "low": plain(low),
        "high": plain(high),
        "p": plain(found.change.p),
    }


def trend_csv(found: Trend) -> str:
    """A row a series: what is compared, and what changed."""
    return csv_table(COLUMNS, trend_rows(found))


def trend_rows(found: Trend) -> Iterator[dict[str, Any]]:
    """A row for each series, in the columns of the CSV."""
    for each in found.series:
        change, shares = _change(each) or {}, _top_two(each) or {}
        before, after = each.before, each.after
        yield {
            "what": each.what,
            "id": each.id,
            "persona": each.persona,
            "kind": each.kind,
            "from": change.get("from"),
            "from_source": before.source if before else None,
            "from_value": plain(before.value) if before else None,
            "from_n": before.n if before else None,
            "to": str(after.date) if after.date else None,
            "to_source": after.source,
            "to_value": plain(after.value),
            "to_n": after.n,
            **{name: change.get(name) for name in ("difference", "low", "high", "p", "p_holm", "verdict", "reason")},
            "target": plain(each.target.value) if each.target else None,
            "target_date": str(each.target.day) if each.target else None,
            "schedule": each.schedule,
            **{f"top2_{name}": shares.get(name) for name in ("from", "to", "difference", "low", "high", "p")},
        }
