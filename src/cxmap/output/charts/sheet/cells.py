"""Rows that both sheets have, and who is who on them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cxmap.output.charts.emotion import rows
from cxmap.output.charts.emotion.plot import IN_ONE_PANEL
from cxmap.output.charts.sheet import notes, symbols, times
from cxmap.output.charts.sheet.notes import Lane, Note, Setting, joined
from cxmap.output.drawing import symbols as marks
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.page import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.output.charts.sheet.page import Context
    from cxmap.output.charts.sheet.symbols import Symbol
    from cxmap.output.charts.sheet.views import SheetColumn, Spell
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.scene import Item
    from cxmap.output.drawing.theme import Series, Theme

    Cells = Mapping[tuple[int, int], Sequence[Note]]

_CHANGE_AT = 6.0  # from the top of the channels to the middle of the marks between them


def personas(view: EmotionView, theme: Theme) -> Iterator[Entry]:
    """Who is who, where there are several; of more than four the names themselves stand in the cells."""
    if 1 < len(view.lines) <= IN_ONE_PANEL:
        for line, series in zip(view.lines, theme.series, strict=False):
            yield Entry(partial(_persona, series), line.name)


def _persona(series: Series, x: float, y: float) -> list[Item]:
    return marks.marker(series.marker, x, y, 3.4, series.color)


def setting(context: Context) -> Setting:
    """How the notes of a band are set: larger where few columns share the page."""
    own = context.density.size
    return Setting(
        size=max(own, context.table.roomy(look.LABEL).size - 1) if own == look.LABEL.size else own,
        lines=context.density.lines,
        most=context.density.most,
        names=tuple(line.name for line in context.view.lines),
        more=context.sheet.more.format,
    )


def title(column: SheetColumn, place: int, context: Context) -> list[Note]:
    """The title of a touchpoint, where a detour leads, and who passes where not everybody does; paler: nobody shown."""
    touchpoint = context.view.touchpoints[place]
    said = [Note(touchpoint.title, who=column.passes, strong=True, muted=not column.visited)]
    if touchpoint.returns_to is not None:
        back = context.view.touchpoints[touchpoint.returns_to].title
        said.append(Note(context.sheet.back_to.format(back), muted=True))
    return said


def spell_note(spell: Spell, form: str, symbol: Symbol, context: Context) -> Note:
    """How long something lasts."""
    return Note(form.format(times.spell(spell.amount, spell.unit, context.words, context.sheet)), symbol, spell.who)


def waits(column: SheetColumn, context: Context) -> list[Note]:
    """How long the customer waits."""
    sign = symbols.waiting(context.theme)
    return [spell_note(spell, context.sheet.waits, sign, context) for spell in column.waits]


def channels(column: SheetColumn, context: Context) -> list[Note]:
    """Where customer and organisation meet, each with its icon."""
    return [
        Note(
            (context.sheet.also.format(met.title) if met.also else met.title) or context.words.nobody,
            symbols.channel(context.theme, met.kind),
            met.who,
            muted=met.also or met.kind is None,
        )
        for met in column.channels
    ]


def lost(column: SheetColumn, context: Context, *, muted: bool = False) -> list[Note]:
    """What gets lost on the way there."""
    return [
        Note(context.sheet.loses.format(said.text), symbols.loss(context.theme), said.who, muted=muted)
        for said in column.loses
    ]


def doing(column: SheetColumn) -> list[Note]:
    """What the customer does."""
    return [Note(said.text, who=said.who) for said in column.doing]


def owners(columns: Sequence[SheetColumn], context: Context) -> Cells:
    """Who answers for it, neighbours with one owner together."""
    return joined(
        [
            (place, [Note(columns[place].owner, strong=True)] if columns[place].owner else [])
            for place in context.band.range
        ]
    )


def channel_lane(columns: Sequence[SheetColumn], context: Context, *, with_lost: bool = False) -> Lane | None:
    """The channels, with a mark between two columns where the channel changes, and what gets lost there."""
    table, band = context.table, context.band
    shown = {
        (place, place + 1): channels(columns[place], context)
        + (lost(columns[place], context, muted=True) if with_lost else [])
        for place in band.range
    }
    lane = notes.lane(table, setting(context), "channel", context.sheet.rows["channel"], shown)
    if lane is None or not any(met.title for column in columns for met in column.channels):
        return None
    changes = rows.channel_changes(context.view)

    def draw(top: float, height: float) -> Sequence[Item]:
        items = list(lane.draw(top, height))
        for place in band.range:
            if place in changes:
                x = table.columns.edge(place) - 1.5
                items += marks.channel_change(x, top + _CHANGE_AT, context.theme.ink, name=f"channel-change-{place}")
        return items

    return replace(lane, draw=draw)
