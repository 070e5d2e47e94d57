"""A ranking as a table for a pipe or a file: a row is one line."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.output.tables import gaps_words as words
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.numbers import fixed
from cxmap.output.tables.pipe import BOLD, DIM, aligned, styled, to_text
from cxmap.output.tables.signs import glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.output.tables.signs import Screen
    from cxmap.project.project import Project

LEFT = frozenset({"touchpoint", "stage", "persona", "0 to 10", "95 %", "quadrant", "marks", "action"})


def gaps_lines(project: Project, ranking: Ranking, screen: Screen, *, remarks: bool = True) -> str:
    """The whole output; see ``cxmap.output.tables.gaps_table.gaps_table``."""
    return to_text(_lines(project, ranking, screen, remarks=remarks), screen)


def _lines(project: Project, ranking: Ranking, screen: Screen, *, remarks: bool) -> Iterator[str]:
    marks = words.common_scale(ranking)
    if ranking.rows:
        yield styled(words.conclusion(ranking), BOLD, screen)
        yield ""
        yield from (styled(one, DIM, screen) for one in words.header(ranking, marks))
        signs = glyphs(screen)
        cells = GapCells(project, ranking, marks, signs)
        for persona, rows in itertools.groupby(ranking.rows, key=lambda row: row.persona):
            yield ""
            yield styled(cells.heading(persona), BOLD, screen)
            yield from _table(cells, list(rows))
        bars = {
            "full": f"{signs.full} experience",
            "missing": f"{signs.missing} what is missing",
            "beyond": f"{signs.beyond} beyond what matters",
        }
        yield ""
        yield styled("   ".join(cells.legend(bars)), DIM, screen)
    yield ""
    yield from (styled(one, "", screen) for one in words.below(ranking, marks, remarks=remarks))


def _table(cells: GapCells, rows: Sequence[Row]) -> list[str]:
    """The lines of one ranking; a column in which nothing stands is left out."""
    columns = {
        "#": [cells.rank(row) for row in rows],
        "touchpoint": [cells.title(row) for row in rows],
        "stage": [cells.where(row) for row in rows],
        "persona": [row.persona or "all" for row in rows],
        "importance": [cells.mark(row.importance, row.importance10) for row in rows],
        "experience": [cells.mark(row.experience, row.experience10) for row in rows],
        "0 to 10": [cells.one_bar(row) for row in rows],
        "gap": [cells.gap(row) for row in rows] if cells.gaps else [],
        "95 %": [cells.interval(row) for row in rows],
        cells.figure: [fixed(row.key, 2) for row in rows],
        "top 5": [cells.certainty(row).removeprefix("top 5 ") for row in rows],
        "quadrant": [cells.quadrant(row) for row in rows],
        "marks": [" ".join(cells.marks(row)) for row in rows],
        "action": [cells.action(row) for row in rows],
    }
    shown = [name for name, texts in columns.items() if any(texts)]
    right = [place for place, name in enumerate(shown) if name not in LEFT]
    return aligned([[name, *columns[name]] for name in shown], right)
