"""A ranking in Markdown, for a pull request: what to improve first, then everything in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.ranking.options import TOP
from cxmap.output.tables import gaps_words as words
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.markdown import list_items, table
from cxmap.output.tables.numbers import fixed
from cxmap.output.tables.signs import UNICODE
from cxmap.text.escape import markdown_cell, markdown_line

if TYPE_CHECKING:
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.project.project import Project

COLUMNS = (
    *("#", "touchpoint", "stage", "persona", "importance", "experience"),
    *("gap", "95 % interval", "FIGURE", "action"),
)
"""Ten at most, to be read in a pull request; CSV and JSON have the rest."""


def gaps_markdown(project: Project, ranking: Ranking) -> str:
    """The whole document: figures as the table for people has them, on the same scale."""
    marks = words.common_scale(ranking)
    cells = GapCells(project, ranking, marks, UNICODE)
    names = [cells.figure if name == "FIGURE" else name for name in COLUMNS]
    parts = [
        f"## Improvement opportunities by {ranking.by}",
        markdown_line(words.conclusion(ranking)),
        " ".join(words.header(ranking, marks)),
        _first(ranking, cells),
        table(names, [_row(row, cells) for row in ranking.rows]),
        _unscored(ranking),
        list_items(
            [
                *cells.legend({}),
                words.agreement(ranking),
                words.coverage(ranking),
                *(words.crosshair(cross, marks) for cross in ranking.crosshairs),
                *ranking.remarks,
            ]
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _row(row: Row, cells: GapCells) -> list[str]:
    return [
        cells.rank(row).strip(),
        " ".join([cells.title(row), *cells.marks(row)]),
        cells.where(row),
        row.persona or "all",
        cells.mark(row.importance, row.importance10),
        cells.mark(row.experience, row.experience10),
        cells.gap(row),
        cells.interval(row),
        fixed(row.key, 2),
        cells.action(row),
    ]


def _first(ranking: Ranking, cells: GapCells) -> str:
    """The top of the first ranking, as a numbered list, as far as it falls short."""
    first = ranking.rows[0] if ranking.rows else None
    rows = [
        row for row in ranking.rows if first and row.persona == first.persona and row.key is not None and row.key > 0
    ]
    return "\n".join(f"{place}. {_line(row, ranking, cells)}" for place, row in enumerate(rows[:TOP], start=1))


def _line(row: Row, ranking: Ranking, cells: GapCells) -> str:
    gap = "" if row.gap10 is None else f", gap {cells.gap(row)}"
    if row.interval:
        gap += f" ({cells.interval(row)})"
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
