"""A ranking in Markdown, for a pull request: what to improve first, then everything in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.ranking.options import TOP
from cxmap.output.tables import decision_tables
from cxmap.output.tables import gaps_sentences as sentences
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.markdown import list_items
from cxmap.output.tables.render import Column, Table
from cxmap.output.tables.signs import UNICODE
from cxmap.text.escape import markdown_cell, markdown_line

if TYPE_CHECKING:
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.project.project import Project


def gaps_markdown(project: Project, ranking: Ranking) -> str:
    """The whole document: figures as the table for people has them, on the same scale."""
    marks = sentences.common_scale(ranking)
    cells = GapCells(project, ranking, marks, UNICODE)
    words = cells.words
    parts = [
        f"## {words.title.format(words.ranking[ranking.by])}",
        markdown_line(sentences.conclusion(ranking)),
        " ".join(sentences.header(ranking, marks)),
        _first(ranking, cells),
        columns_to_read(ranking, cells).in_markdown(),
        _unscored(ranking, cells),
        *(f"### {table.title}\n\n{table.in_markdown()}" for table in decision_tables.tables(ranking, UNICODE)),
        list_items(
            [
                *decision_tables.notes(ranking),
                *cells.legend({}),
                sentences.agreement(ranking),
                sentences.coverage(ranking),
                *(sentences.crosshair(cross, marks, words) for cross in ranking.crosshairs),
                *ranking.remarks,
            ]
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def columns_to_read(ranking: Ranking, cells: GapCells) -> Table:
    """Ten columns at most, to be read in a pull request; CSV and JSON have the rest."""
    words, rows = cells.words, ranking.rows
    return Table(
        "",
        [
            Column("#", [cells.rank(row).strip() for row in rows]),
            Column(words.touchpoint, [" ".join([cells.title(row), *cells.marks(row)]) for row in rows]),
            Column(words.stage, [cells.where(row) for row in rows]),
            Column(words.persona, [row.persona or words.everybody for row in rows]),
            Column(words.importance, [cells.mark(row.importance, row.importance10) for row in rows]),
            Column(words.experience, [cells.mark(row.experience, row.experience10) for row in rows]),
            *(
                [Column(name, [cells.top_two(row, place) for row in rows]) for place, name in enumerate(words.top_two)]
                if cells.shares
                else [
                    Column(words.gap, [cells.gap(row) for row in rows]),
                    Column(words.interval, [cells.interval(row) for row in rows]),
                ]
            ),
            Column(cells.figure, [cells.key(row) for row in rows]),
            Column(words.action, [cells.action(row) for row in rows]),
        ],
    )


def _first(ranking: Ranking, cells: GapCells) -> str:
    """The top of the first ranking, as a numbered list, as far as it falls short."""
    first = ranking.rows[0] if ranking.rows else None
    rows = [
        row for row in ranking.rows if first and row.persona == first.persona and row.key is not None and row.key > 0
    ]
    return "\n".join(f"{place}. {_line(row, ranking, cells)}" for place, row in enumerate(rows[:TOP], start=1))


def _line(row: Row, ranking: Ranking, cells: GapCells) -> str:
    words = cells.words
    gap = "" if row.gap10 is None or cells.shares else words.with_gap.format(cells.gap(row))
    if row.interval and gap:
        gap += f" ({cells.interval(row)})"
    truth = words.truth if row.moment_of_truth else ""
    actions = ", ".join(row.actions) if row.actions else f"**{words.no_action}**"
    return f"**{markdown_cell(row.title)}**: {words.ranking[ranking.by]} {cells.key(row)}{gap}{truth}; {actions}"


def _unscored(ranking: Ranking, cells: GapCells) -> str:
    if not ranking.unscored:
        return ""
    lines = [
        f"{found.journey}/{found.touchpoint} ({found.persona}): {sentences.missing(found, cells.words)}"
        for found in ranking.unscored
    ]
    return f"{cells.words.unscored}\n\n{list_items(lines)}"
