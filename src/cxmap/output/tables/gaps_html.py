"""A ranking in HTML, for a notebook: the conclusion, the table, and what is to be known to judge it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy

from cxmap.output.tables import gaps_sentences as sentences
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.gaps_markdown import columns_to_read
from cxmap.output.tables.signs import UNICODE

if TYPE_CHECKING:
    from cxmap.analysis.ranking.result import Ranking


def gaps_html(ranking: Ranking) -> str:
    """The table as Markdown has it; all text is data, never markup."""
    marks = sentences.common_scale(ranking)
    table = columns_to_read(ranking, GapCells(ranking.project, ranking, marks, UNICODE))
    return str(
        htpy.div[
            htpy.p[htpy.strong[sentences.conclusion(ranking)]],
            htpy.p[" ".join(sentences.header(ranking, marks))],
            htpy.table[
                htpy.thead[htpy.tr[[htpy.th[column.heading] for column in table.columns]]],
                htpy.tbody[[htpy.tr[[htpy.td[text] for text in row]] for row in table.rows()]],
            ],
            htpy.p[[[text, htpy.br] for text in sentences.below(ranking, marks, remarks=True)]],
        ]
    )
