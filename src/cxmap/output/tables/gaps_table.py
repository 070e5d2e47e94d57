"""A ranking as tables to read.

In a terminal a row is a small block: importance and experience as two bars above each other on one scale, so that the
gap is what the second lacks. In a pipe or a file a row is one line.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.output.tables import decision_tables
from cxmap.output.tables import gaps_sentences as sentences
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.render import Column, Page, Styled, Table, cell, render
from cxmap.output.tables.signs import Glyphs, Screen, bar, glyphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.output.tables.render import Cell
    from cxmap.project.project import Project

WIDE = 116
"""From this width on, quadrant and action have columns of their own."""


def gaps_table(project: Project, ranking: Ranking, screen: Screen, *, remarks: bool = True) -> str:
    """The whole output, in the language of the ranking.

    Args:
        project: For the names of personas and the titles of actions.
        ranking: The ranking.
        screen: Where it will be read.
        remarks: Whether to say what stands in the ranking's remarks.
    """
    marks = sentences.common_scale(ranking)
    signs = glyphs(screen)
    cells = GapCells(project, ranking, marks, signs)
    tables = []
    for persona, group in itertools.groupby(ranking.rows, key=lambda row: row.persona):
        rows = list(group)
        columns = _lines(cells, rows) if screen.width is None else _blocks(cells, rows, signs, screen.width)
        tables.append(Table(cells.heading(persona), columns))
    tables += decision_tables.tables(ranking, signs)
    piped = screen.width is None
    bars = {"full": signs.full, "missing": signs.missing, "beyond": signs.beyond}
    bars = bars if piped else {"both": signs.full, "missing": signs.missing}
    return render(
        Page(
            conclusion=sentences.conclusion(ranking),
            header=list(sentences.header(ranking, marks)) if ranking.rows else (),
            tables=tables,
            legend=list(cells.legend(bars)) if ranking.rows else (),
            notes=[*decision_tables.notes(ranking), *sentences.below(ranking, marks, remarks=remarks)],
        ),
        screen,
    )


def _lines(cells: GapCells, rows: Sequence[Row]) -> list[Column]:
    """The columns where a row is one line; an empty one is skipped."""
    words = cells.words
    columns = [
        Column("#", [cells.rank(row) for row in rows], right=True),
        Column(words.touchpoint, [cells.title(row) for row in rows]),
        Column(words.stage, [cells.where(row) for row in rows]),
        Column(words.persona, [row.persona or words.everybody for row in rows]),
        Column(words.importance, [cells.mark(row.importance, row.importance10) for row in rows], right=True),
        Column(words.experience, [cells.mark(row.experience, row.experience10) for row in rows], right=True),
        Column(words.zero_to_ten, [cells.one_bar(row) for row in rows]),
        *(
            [Column(name, [cells.top_two(row, place) for row in rows]) for place, name in enumerate(words.top_two)]
            if cells.shares
            else [
                Column(words.gap, [cells.gap(row) if cells.gaps else "" for row in rows], right=True),
                Column("95 %", [cells.interval(row) for row in rows]),
            ]
        ),
        Column(cells.figure, [cells.key(row) for row in rows], right=True),
        Column("top 5", [cells.certainty(row) for row in rows], right=True),
        Column(words.quadrant, [cells.quadrant(row) for row in rows]),
        Column(words.signs, [" ".join(cells.marks(row)) for row in rows]),
        Column(words.action, [cells.action(row) for row in rows]),
    ]
    return [column for column in columns if any(column.cells)]


def _blocks(cells: GapCells, rows: Sequence[Row], signs: Glyphs, width: int) -> list[Column]:
    """The columns of a terminal, where a row has two or three lines."""
    words, wide = cells.words, width >= WIDE
    bars = min(30, max(12, width // 5))
    marks = [
        cell(cells.mark(row.importance, row.importance10), cells.mark(row.experience, row.experience10)) for row in rows
    ]
    columns = [
        Column("#", [cells.rank(row) for row in rows], right=True),
        Column(words.touchpoint, [_about(cells, row, signs, wide=wide) for row in rows], too_wide="ellipsis", ratio=3),
        Column(words.on_zero_to_ten, [_bars(row, bars, signs) for row in rows], too_wide="crop", width=bars),
        Column(words.mark, marks, right=True),
    ]
    if cells.shares:
        shares = [cell(cells.top_two(row, 0), cells.top_two(row, 1)) for row in rows]
        columns.append(Column(words.top_two_answers, shares, right=True))
    elif cells.gaps:
        columns.append(Column(words.gap, [cell(cells.gap(row), cells.interval(row)) for row in rows], right=True))
    columns.append(Column(cells.figure, [_figure(cells, row) for row in rows], right=True))
    if wide:
        columns += [
            Column(words.quadrant, [cells.quadrant(row) for row in rows]),
            Column(words.action, [cells.action(row) for row in rows], too_wide="ellipsis", ratio=2),
        ]
    return columns


def _about(cells: GapCells, row: Row, signs: Glyphs, *, wide: bool) -> Cell:
    """The touchpoint, where it is, and its signs; the quadrant and the action too where they have no column."""
    under = [cells.where(row)] if wide else [cells.quadrant(row), cells.where(row)]
    third = " ".join([*cells.marks(row), *([] if wide else [cells.action(row)])])
    lines = [Styled(cells.title(row), "bold"), Styled(f" {signs.dot} ".join(filter(None, under)), "dim")]
    return cell(*lines, *([third] if third else []))


def _figure(cells: GapCells, row: Row) -> Cell:
    certainty = cells.certainty(row)
    if certainty and not row.rank_set:
        certainty = cells.words.in_top.format(certainty)
    return cell(Styled(cells.key(row), "bold"), Styled(certainty, "dim"))


def _bars(row: Row, width: int, signs: Glyphs) -> Cell:
    """Importance above, experience below, with what it lacks of the importance."""
    importance, _ = bar(row.importance10, width, signs)
    short = row.gap10 is not None and row.gap10 > 0
    experience, missing = bar(row.experience10, width, signs, row.importance10 if short else None)
    return cell(Styled(importance, "blue"), (Styled(experience, "green"), Styled(missing, "red")))
