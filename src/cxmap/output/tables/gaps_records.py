"""The rows of a ranking as plain values: the JSON object of a row, and the same in flat columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.output.tables.numbers import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.ranking.rows import Row, TopTwoShare

Value = str | bool | float | None

# Where the JSON object nests, the columns of CSV and Markdown are flat.
FLAT = {
    "scale": ("importance_min", "importance_max", "experience_min", "experience_max"),
    "gap_interval": ("gap_low", "gap_high"),
    "rank_set": ("rank_low", "rank_high"),
}
TOP_TWO = ("importance_top2", "experience_top2")
"""What a row has besides where the ranking is by shares."""
FLAT |= {name: (name, f"{name}_low", f"{name}_high", f"{name}_from") for name in TOP_TWO}


def record(row: Row, *, shares: bool = False) -> dict[str, Any]:
    """A row as the JSON object that cxmap promises; figures unrounded.

    Args:
        row: The row.
        shares: Whether the ranking is by shares of top-two answers, which the row then carries.
    """
    on = row.scales
    top_two = {name: _top_two(top) for name, top in zip(TOP_TWO, row.top_two, strict=True)} if shares else {}
    return {
        "rank": row.rank,
        "tied": row.tied,
        "kind": row.kind,
        "journey": row.journey,
        "stage": row.stage,
        "touchpoint": row.touchpoint,
        "title": row.title,
        "persona": row.persona,
        "channel": row.channel,
        "owner": row.owner,
        "importance": plain(row.importance),
        "experience": plain(row.experience),
        "desired": plain(row.desired),
        "scale": {
            "importance": {"min": plain(on.importance.min), "max": plain(on.importance.max)},
            "experience": {"min": plain(on.experience.min), "max": plain(on.experience.max)},
        },
        "importance10": plain(row.importance10),
        "experience10": plain(row.experience10),
        "desired10": plain(row.desired10),
        "gap": plain(row.gap),
        "gap10": plain(row.gap10),
        "gap_interval": [plain(row.interval.low), plain(row.interval.high)] if row.interval else None,
        "p_holm": plain(row.p_holm),
        "priority": plain(row.figures.priority),
        "opportunity": plain(row.figures.opportunity),
        "shortfall": plain(row.figures.shortfall),
        "improvement": plain(row.figures.improvement),
        "target": plain(row.figures.target),
        "quadrant": row.quadrant,
        "borderline": row.borderline,
        "p_top5": plain(row.p_top5),
        "rank_set": list(row.rank_set) if row.rank_set else None,
        "moment_of_truth": row.moment_of_truth,
        "wow": row.wow,
        "reach": plain(row.reach),
        "n": row.n,
        "sample": row.sample,
        "actions": list(row.actions),
        "path": row.place.path,
        "line": row.place.line,
        "column": row.place.column,
        **top_two,
    }


def _top_two(top: TopTwoShare | None) -> dict[str, Any] | None:
    if top is None:
        return None
    low, high = top.interval or (None, None)
    return {"share": plain(top.share), "low": plain(low), "high": plain(high), "from": plain(top.marks[0])}


def columns(row: Row, *, shares: bool = False) -> dict[str, Value]:
    """A row in flat columns: text, numbers, booleans and ``None``; the same columns in the same order for every row."""
    flat: dict[str, Value] = {}
    for name, value in record(row, shares=shares).items():
        if name == "scale":
            flat |= dict(zip(FLAT[name], _ends(value), strict=True))
        elif name in TOP_TWO:
            flat |= dict(zip(FLAT[name], value.values() if value else (None,) * 4, strict=True))
        elif name in FLAT:
            flat |= dict(zip(FLAT[name], value or (None, None), strict=True))
        elif name == "actions":
            flat[name] = " ".join(value)
        else:
            flat[name] = value
    return flat


def column_names(*, shares: bool = False) -> list[str]:
    """The names of the flat columns, in order."""
    nested = [*ROW_KEYS, *(TOP_TWO if shares else ())]
    return [flat for name in nested for flat in FLAT.get(name, (name,))]


def _ends(scale: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    return [scale[kind][end] for kind in ("importance", "experience") for end in ("min", "max")]


ROW_KEYS = (
    *("rank", "tied", "kind", "journey", "stage", "touchpoint", "title", "persona", "channel", "owner"),
    *("importance", "experience", "desired", "scale", "importance10", "experience10", "desired10"),
    *("gap", "gap10", "gap_interval", "p_holm", "priority", "opportunity", "shortfall", "improvement", "target"),
    *("quadrant", "borderline", "p_top5", "rank_set", "moment_of_truth", "wow", "reach", "n", "sample", "actions"),
    *("path", "line", "column"),
)
