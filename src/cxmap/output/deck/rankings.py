"""Slides of rankings: native tables of what comes first, together and for each persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.deck.making import MOST_ROWS, capital, cell
from cxmap.output.deck.wording import Column, Run
from cxmap.output.tables import gaps_sentences as sentences
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.output.deck.making import Making
    from cxmap.output.deck.wording import Cell

_MOST_PERSONAS = 4  # side by side
_FIRST = 5  # of each persona's ranking


def rankings(making: Making) -> None:
    """Each ranking that has rows, then where that of each persona starts."""
    for ranking in making.story.rankings:
        if ranking.rows:
            _ranking(making, ranking)
            _by_persona(making, ranking)


def _ranking(making: Making, ranking: Ranking) -> None:
    words, project = making.words, making.story.project
    cells = GapCells(project, ranking, sentences.common_scale(ranking), UNICODE)
    first = [row for row in ranking.rows if row.persona == ranking.rows[0].persona and row.rank is not None]
    rows = first[:MOST_ROWS]
    certain = any(row.p_top5 is not None for row in rows)
    columns = [
        Column("#", 3, "r"),
        Column(capital(words.touchpoint), 26),
        Column(capital(words.importance), 9, "r"),
        Column(capital(words.experience), 9, "r"),
        *([Column(capital(words.gap), 7, "r")] if cells.gaps else []),
        Column(capital(cells.figure), 9, "r"),
        *([Column(capital(words.chance), 8, "r")] if certain else []),
        Column(capital(words.action), 29),
    ]
    table = [
        (
            cell(cells.rank(row).strip()),
            (
                Run(" ".join([cells.title(row), *cells.marks(row)]), bold=True),
                Run(f"  {cells.where(row)}", tone="muted"),
            ),
            cell(cells.mark(row.importance, row.importance10)),
            cell(cells.mark(row.experience, row.experience10)),
            *([cell(cells.gap(row))] if cells.gaps else []),
            (Run(cells.key(row), bold=True),),
            *([cell(cells.certainty(row))] if certain else []),
            _actions(making, row),
        )
        for row in rows
    ]
    marks = sentences.common_scale(ranking)
    heading = cells.heading(first[0].persona) if first else cells.heading(None)
    said = list(sentences.header(ranking, marks))
    notes = (
        f"{heading}. {said[0]} {said[-1]}",
        words.first_of.format(len(rows), len(first)) if len(first) > len(rows) else "",
        "; ".join(cells.legend({})),
    )
    about = f"{heading}. {' '.join(said)}"
    spoken = (about, *ranking.remarks)
    making.tables(sentences.conclusion(ranking), columns, table, notes, about=about, spoken=spoken)


def _by_persona(making: Making, ranking: Ranking) -> None:
    """Where the ranking of each persona starts, side by side; nothing where there is one ranking."""
    words = making.words
    groups: dict[str, list[Row]] = {}
    for row in ranking.rows:
        if row.persona is not None and row.rank is not None:
            groups.setdefault(row.persona, []).append(row)
    if len(groups) < 2:
        return
    cells = GapCells(making.story.project, ranking, sentences.common_scale(ranking), UNICODE)
    shown, others = list(groups)[:_MOST_PERSONAS], list(groups)[_MOST_PERSONAS:]
    columns: list[Column] = []
    for name in shown:
        columns += [Column(making.story.names.persona(name), 30), Column(capital(cells.figure), 10, "r")]
    longest = min(_FIRST, max(len(groups[name]) for name in shown))
    table = [
        [cell for name in shown for cell in _ranked(groups[name][place : place + 1], cells)] for place in range(longest)
    ]
    marks = sentences.common_scale(ranking)
    said = list(sentences.header(ranking, marks))
    notes = (
        " ".join(
            words.of_persona.format(making.story.names.persona(name), min(_FIRST, len(rows)), len(rows))
            for name, rows in groups.items()
            if name in shown and len(rows) > _FIRST
        ),
        words.also_ranked.format(words.listed([making.story.names.persona(name) for name in others])) if others else "",
        f"{said[0]} {said[-1]}",
        "; ".join(cells.legend({})),
    )
    making.tables(words.by_persona, columns, table, notes, about=words.by_persona, spoken=notes)


def _ranked(rows: Sequence[Row], cells: GapCells) -> tuple[Cell, Cell]:
    """A row in a table of several rankings: what it is, and its figure; empty where a ranking is shorter."""
    for row in rows:
        title = Run(" ".join([cells.title(row), *cells.marks(row)]), bold=True)
        return (Run(f"{cells.rank(row).strip()}  "), title), cell(cells.key(row))
    return (), ()


def _actions(making: Making, row: Row) -> Cell:
    """The actions for a row, each with how far it is, who answers for it and when it is due."""
    if not row.actions:
        lacking = bool(row.key)  # what does not fall short needs none
        return (Run(making.words.no_action, bold=lacking, tone="short" if lacking else "muted"),)
    return (Run("; ".join(making.action(name) for name in row.actions)),)
