"""A ranking as a table to read on a terminal.

A row is a small block: importance and experience as two bars above each other on one scale, so that the gap is what the
second lacks. Where there is no terminal, a row is one line (``cxmap.output.tables.gaps_lines``).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.output.tables import gaps_words as words
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.gaps_lines import gaps_lines
from cxmap.output.tables.numbers import fixed
from cxmap.output.tables.signs import Glyphs, Screen, bar, glyphs
from cxmap.output.tables.terminal import line, packed, sentences, to_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.project.project import Project

WIDE = 116
"""From this width on, quadrant and action have columns of their own."""


def gaps_table(project: Project, ranking: Ranking, screen: Screen, *, remarks: bool = True) -> str:
    """The whole output.

    Args:
        project: For the names of personas and the titles of actions.
        ranking: The ranking.
        screen: Where it will be read.
        remarks: Whether to say what stands in the ranking's remarks.
    """
    if screen.width is None:
        return gaps_lines(project, ranking, screen, remarks=remarks)
    parts: list[RenderableType] = []
    marks = words.common_scale(ranking)
    if ranking.rows:
        signs = glyphs(screen)
        cells = GapCells(project, ranking, marks, signs)
        parts += [line(words.conclusion(ranking), "bold"), line("")]
        parts += [line(one, "dim") for one in words.header(ranking, marks)]
        for persona, rows in itertools.groupby(ranking.rows, key=lambda row: row.persona):
            parts += [line(""), line(cells.heading(persona), "bold"), _table(cells, list(rows), signs, screen.width)]
        bars = {
            "full": f"{signs.full} importance above, experience below",
            "missing": f"{signs.missing} what is missing",
        }
        parts += [line(""), *(line(one, "dim") for one in packed(cells.legend(bars), screen.width))]
    parts += [line(""), sentences(words.below(ranking, marks, remarks=remarks), signs=glyphs(screen))]
    return to_text(parts, screen)


def _table(cells: GapCells, rows: Sequence[Row], signs: Glyphs, width: int) -> Table:
    from rich.table import Table

    wide = width >= WIDE
    bars = min(30, max(12, width // 5))
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True, header_style="dim")
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("touchpoint", ratio=3, no_wrap=True, overflow="ellipsis")
    table.add_column("on 0 to 10", width=bars, no_wrap=True, overflow="crop")
    table.add_column("mark", justify="right", no_wrap=True)
    if cells.gaps:
        table.add_column("gap", justify="right", no_wrap=True)
    table.add_column(cells.figure, justify="right", no_wrap=True)
    if wide:
        table.add_column("quadrant", no_wrap=True)
        table.add_column("action", ratio=2, no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*_block(cells, row, signs, bars, wide=wide))
    return table


def _block(cells: GapCells, row: Row, signs: Glyphs, bars: int, *, wide: bool) -> list[Text]:
    """The cells of one row, of two or three lines each."""
    from rich.text import Text

    under = [cells.where(row)] if wide else [cells.quadrant(row), cells.where(row)]
    third = " ".join([*cells.marks(row), *([] if wide else [cells.action(row)])])
    about = [line(cells.title(row), "bold"), line(f" {signs.dot} ".join(filter(None, under)), "dim")]
    block = [
        Text(cells.rank(row)),
        Text("\n").join([*about, *([line(third)] if third else [])]),
        _bars(row, bars, signs),
        Text(f"{cells.mark(row.importance, row.importance10)}\n{cells.mark(row.experience, row.experience10)}"),
    ]
    if cells.gaps:
        block.append(Text(f"{cells.gap(row)}\n{cells.interval(row)}"))
    block.append(Text("\n").join([Text(fixed(row.key, 2), style="bold"), Text(cells.certainty(row), style="dim")]))
    return [*block, Text(cells.quadrant(row)), line(cells.action(row))] if wide else block


def _bars(row: Row, width: int, signs: Glyphs) -> Text:
    """Importance above, experience below, with what it lacks of the importance."""
    from rich.text import Text

    importance, _ = bar(row.importance10, width, signs)
    short = row.gap10 is not None and row.gap10 > 0
    experience, missing = bar(row.experience10, width, signs, row.importance10 if short else None)
    return Text.assemble((importance, "blue"), "\n", (experience, "green"), (missing, "red"))
