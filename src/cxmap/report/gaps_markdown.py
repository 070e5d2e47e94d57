"""A ranking in Markdown, for a pull request: what to improve first, then everything in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.options import TOP
from cxmap.boundary.text import markdown_cell
from cxmap.report import gaps_words as words
from cxmap.report.gaps_records import column_names, columns
from cxmap.report.markdown import list_items, table
from cxmap.report.numbers import fixed, short

if TYPE_CHECKING:
    from cxmap.analysis.gaps import Ranking
    from cxmap.analysis.rows import Row
    from cxmap.report.gaps_records import Value

P_VALUES = {"p_holm", "p_top5"}


def gaps_markdown(ranking: Ranking) -> str:
    """The whole document. The columns of its table are those of the CSV, with figures rounded to 2 decimals."""
    names = column_names()
    parts = [
        f"## Improvement opportunities by {ranking.by}",
        " ".join(words.header(ranking, None)),
        _first(ranking),
        table(names, [[_cell(name, value) for name, value in columns(row).items()] for row in ranking.rows]),
        _unscored(ranking),
        list_items(
            [
                words.agreement(ranking),
                words.coverage(ranking),
                *(words.crosshair(cross, None) for cross in ranking.crosshairs),
                *ranking.remarks,
            ]
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _first(ranking: Ranking) -> str:
    """The top of the first ranking, as a numbered list, as far as it falls short."""
    first = ranking.rows[0] if ranking.rows else None
    rows = [
        row for row in ranking.rows if first and row.persona == first.persona and row.key is not None and row.key > 0
    ]
    return "\n".join(f"{place}. {_line(row, ranking)}" for place, row in enumerate(rows[:TOP], start=1))


def _line(row: Row, ranking: Ranking) -> str:
    gap = "" if row.gap10 is None else f", gap {fixed(row.gap10)}"
    if row.interval:
        gap += f" ({fixed(row.interval.low)} to {fixed(row.interval.high)})"
    truth = ", moment of truth" if row.moment_of_truth else ""
    actions = ", ".join(row.actions) if row.actions else "**no action**"
    return f"**{markdown_cell(row.title)}**: {ranking.by} {fixed(row.key, 2)}{gap}{truth}; {actions}"


def _unscored(ranking: Ranking) -> str:
    if not ranking.unscored:
        return ""
    lines = [
        f"{one.journey}/{one.touchpoint} ({one.persona}): no {', no '.join(one.missing)}" for one in ranking.unscored
    ]
    return "Not scored:\n\n" + list_items(lines)


def _cell(name: str, value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, (int, float)):
        if name in P_VALUES:
            return "<0.001" if 0 < value < 0.0005 else short(value, 3)
        return short(value)
    return value or ""
