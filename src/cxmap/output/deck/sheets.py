"""Slides of opportunities in detail, one each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.deck.making import capital, cell
from cxmap.output.deck.wording import Column, Paragraph, Run
from cxmap.output.drawing.scene import Box
from cxmap.output.tables import gaps_sentences as sentences
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.model.action import Action
    from cxmap.output.deck.making import Making
    from cxmap.story.opportunities import OpportunitySheet

_TEXT = 14.0
_GAP = 18.0
_MOST_QUOTES = 4
_MOST_POINTS = 5


def _hopes(making: Making, action: Action, sheet: OpportunitySheet) -> str:
    """What the owner of an action hopes that a touchpoint gains by it."""
    journey, touchpoint = sheet.told.journey.id, sheet.touchpoint.id
    gain = action.expects.get(f"{journey}/{touchpoint}", action.expects.get(touchpoint))
    if gain is None or action.status == "done":
        return ""
    gains = gain if isinstance(gain, dict) else {"": gain}
    said = [
        " ".join(
            [
                making.words.gain.format(making.words.general(value)),
                *([making.story.names.persona(name)] if name else []),
            ]
        )
        for name, value in gains.items()
    ]
    return f"; {making.words.hopes.format(making.words.listed(said))}"


def sheets(making: Making) -> None:
    """A slide for each opportunity of which more than scores is known; the others are remarked."""
    for ranking in making.story.rankings:
        for sheet in making.story.sheets:
            if sheet.row not in ranking.rows:
                continue
            if _described(sheet):
                _sheet(making, sheet, ranking)
            else:
                making.slides.remarks.append(
                    f"{sheet.touchpoint.id}: no slide, as nothing but scores is described; add what customers live "
                    "through, a quote, an idea or an action"
                )


def _marks_on(ranking: Ranking) -> str:
    """On what scale the marks of a ranking are shown."""
    return list(sentences.header(ranking, sentences.common_scale(ranking)))[-1]


def _sheet(making: Making, sheet: OpportunitySheet, ranking: Ranking) -> None:
    """One opportunity: the figures above; what is and what is wanted at the left, what is done at the right."""
    words, row, body = making.words, sheet.row, making.slides.body
    cells = GapCells(making.story.project, ranking, sentences.common_scale(ranking), UNICODE)
    slide = making.slides.page(words.sheet.format(cells.rank(row).strip(), row.title))
    columns = [
        Column(sheet.stage.title, 30),
        Column(capital(words.importance), 10, "r"),
        Column(capital(words.experience), 10, "r"),
        *([Column(capital(words.gap), 10, "r"), Column(words.interval, 14, "r")] if cells.gaps else []),
        Column(capital(cells.figure), 12, "r"),
        Column(words.n, 8, "r"),
    ]
    shown = [row, *(found for found in sheet.each if found is not row)]
    table = [
        (
            cell(_whose(making, found, cells)),
            cell(cells.mark(found.importance, found.importance10)),
            cell(cells.mark(found.experience, found.experience10)),
            *([cell(cells.gap(found)), cell(cells.interval(found) or "–")] if cells.gaps else []),
            (Run(cells.key(found), bold=found is row),),
            cell("–" if found.n is None else words.whole(found.n)),
        )
        for found in shown[:_MOST_POINTS]
    ]
    about = f"{row.title}: {cells.figure} {cells.key(row)}"
    top = making.slides.table(
        slide, Box(body.left, body.top, body.right, body.top + body.height * 0.35), columns, table, 11, about
    )
    legend = ". ".join(text for text in ("; ".join(cells.legend({})), _marks_on(ranking)) if text)
    said = [Paragraph((Run(legend, tone="muted"),))]
    top = making.slides.text(slide, Box(body.left, top + 3, body.right, top + 30), said, 9) + _GAP
    half = (body.width - _GAP) / 2
    left = [
        *_section(making, words.now, sheet.now, words.nothing_said),
        *_section(making, words.quotes, _quotes(making, sheet, of_customers=True)),
        *_section(making, words.other_quotes, _quotes(making, sheet, of_customers=False)),
    ]
    right = [
        *_section(making, words.wanted, sheet.wanted, words.nothing_said),
        *_section(making, words.plan, [_action(making, name, sheet) for name in sheet.actions], words.none_planned),
        *_section(making, words.ideas, sheet.ideas),
        *_section(making, words.measured, [making.story.names.metric(name) for name in sheet.metrics]),
        *_section(
            making,
            words.parties,
            [words.listed([making.story.names.party(name) for name in (*sheet.internal, *sheet.external)])],
        ),
    ]
    size = min(
        _size(making, left, half, body.bottom - top),
        _size(making, right, half, body.bottom - top),
    )
    making.slides.text(slide, Box(body.left, top, body.left + half, body.bottom), left, size)
    making.slides.text(slide, Box(body.left + half + _GAP, top, body.right, body.bottom), right, size)
    making.notes(slide, words.sheet_in.format(sheet.told.journey.title, sheet.stage.title, row.title))


def _size(making: Making, paragraphs: Sequence[Paragraph], width: float, height: float) -> float:
    size = _TEXT
    while size > 9 and making.slides.height(paragraphs, width, size) > height:
        size -= 0.5
    return size


def _whose(making: Making, row: Row, cells: GapCells) -> str:
    return cells.heading(None) if row.persona is None else making.story.names.persona(row.persona)


def _section(making: Making, head: str, texts: Sequence[str], nothing: str = "") -> list[Paragraph]:
    """A heading and its points; nothing where there are none and nothing is said of that."""
    found = [text for text in texts if text]
    if not found and not nothing:
        return []
    points = [Paragraph((Run(text),), before=0.15, bullet=True) for text in found[:_MOST_POINTS]]
    more = len(found) - _MOST_POINTS
    if more > 0:
        points.append(Paragraph((Run(making.words.rest.format(more), tone="muted"),), before=0.15))
    empty = [] if found else [Paragraph((Run(nothing, tone="muted"),), before=0.15)]
    return [Paragraph((Run(head, bold=True, tone="muted"),), size=0.92, before=0.7), *points, *empty]


def _quotes(making: Making, sheet: OpportunitySheet, *, of_customers: bool) -> list[str]:
    quoted = making.words.quoted
    customers = {name for name, source in making.story.project.sources.items() if source.customer_voice}
    return [
        f"{quoted.format(found.quote)} ({making.story.names.source(found.source)})"
        for found in sheet.evidence
        if found.quote and (found.source in customers) == of_customers
    ][:_MOST_QUOTES]


def _action(making: Making, name: str, sheet: OpportunitySheet) -> str:
    action = making.story.project.actions.get(name)
    return making.action(name) + (_hopes(making, action, sheet) if action else "")


def _described(sheet: OpportunitySheet) -> bool:
    """Whether more than scores is known of an opportunity."""
    return bool(sheet.now or sheet.wanted or sheet.evidence or sheet.actions or sheet.ideas)
