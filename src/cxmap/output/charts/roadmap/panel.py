"""The panel beside the calendar: what each action brings against what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.grid import Strip
from cxmap.output.charts.roadmap import describe
from cxmap.output.charts.roadmap.badge import RADIUS, badge
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, block, centred, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.roadmap import RoadmapWords
    from cxmap.output.charts.roadmap.view import RoadmapView
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_MARKS = range(1, 6)
_NUMBERS = 14.0  # the width kept for the numbers beside the grid, and the height below
_LARGEST_CELL = 44.0
_ON_A_SLIDE = 34.0  # where it has a page of its own: room for two letters side by side
_KEY = 16.0  # the width kept for the tint that the key explains


def rated(view: RoadmapView) -> bool:
    """Whether any action has both effort and value, so that there is something to show."""
    return any(action.effort and action.impact for action in view.actions)


def panel(view: RoadmapView, setter: Typesetter, theme: Theme, own: RoadmapWords, left: float, width: float) -> Strip:
    """A grid of five by five: effort across, value up, the letters of the actions in its cells."""
    alone = not view.calendar  # then the key is beside the grid, where a slide has room
    cell = min((width - _NUMBERS) / len(_MARKS), _ON_A_SLIDE if alone else _LARGEST_CELL)
    grid = _NUMBERS + len(_MARKS) * cell
    title = setter.fit(own.matrix, look.STAGE, width=width, lines=2)
    value = setter.fit(_axis(own.impact, own.impact_ends), look.SMALL, width=width, lines=2)
    effort = setter.fit(_axis(own.effort, own.effort_ends), look.SMALL, width=width, lines=2)
    aside = grid + look.GAP if alone else _NUMBERS
    first = setter.fit(own.first, look.SMALL, width=width - aside - _KEY, lines=4 if alone else 2)
    grid_top = title.height + value.height + 3
    below = grid_top + 5 * cell + _NUMBERS
    height = below + effort.height + (0 if alone else 2 + max(first.height, 12))

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = [*block(title, left, top, theme.ink, name="panel-title")]
        items += block(value, left, top + title.height, theme.muted, name="value")
        edge = left + _NUMBERS
        items += _grid(setter, theme, edge, top + grid_top, cell)
        items += _letters(view, setter, theme, own, edge, top + grid_top, cell)
        items += block(effort, left + _NUMBERS, top + below, theme.muted, name="effort")
        key = top + (grid_top if alone else below + effort.height + 2)
        tint = Box(left + aside, key + 1, left + aside + 11, key + 10)
        items.append(rectangle(tint, fill=theme.band, stroke=theme.rule, width=0.6))
        items += block(first, tint.left + _KEY, key, theme.muted, name="key")
        return items

    return Strip(height, draw)


def _axis(name: str, ends: tuple[str, str]) -> str:
    return f"{name}: {_MARKS[0]} ({ends[0]}) – {_MARKS[-1]} ({ends[1]})"


def _grid(setter: Typesetter, theme: Theme, left: float, top: float, cell: float) -> list[Item]:
    """The cells, those of much value for little effort tinted, and the marks along two sides."""
    items: list[Item] = []
    for effort in _MARKS:
        for impact in _MARKS:
            x, y = left + (effort - 1) * cell, top + (5 - impact) * cell
            fill = theme.band if effort <= 2 and impact >= 4 else None
            items.append(rectangle(Box(x, y, x + cell, y + cell), fill=fill, stroke=theme.rule, width=0.5))
    for mark in _MARKS:
        text = setter.line(str(mark), look.SMALL)
        items += centred(text, left - 5, top + (5.5 - mark) * cell, theme.muted, align="right", name="mark")
        items += centred(text, left + (mark - 0.5) * cell, top + 5 * cell + 7, theme.muted, align="center", name="mark")
    return items


def _letters(
    view: RoadmapView, setter: Typesetter, theme: Theme, own: RoadmapWords, left: float, top: float, cell: float
) -> list[Item]:
    cells: dict[tuple[int, int], list[int]] = {}
    for place, action in enumerate(view.actions):
        if action.effort and action.impact:
            cells.setdefault((action.effort, action.impact), []).append(place)
    items: list[Item] = []
    across = int(cell // (2 * RADIUS + 1))
    for (effort, impact), places in cells.items():
        shown = places if len(places) <= across * across else places[: across * across - 1]
        used = len(shown) + (len(shown) < len(places))
        columns = next(n for n in range(1, across + 1) if n * n >= used)
        lines = -(-used // columns)
        for i in range(used):
            column, line = i % columns, i // columns
            in_line = min(columns, used - line * columns)
            x = left + (effort - 0.5) * cell + (column - (in_line - 1) / 2) * cell / columns
            y = top + (5.5 - impact) * cell + (line - (lines - 1) / 2) * cell / columns
            if i < len(shown):
                place = shown[i]
                items += badge(setter, describe.letter(view.first + place), view.actions[place].status, x, y, theme)
            else:
                more = setter.line(own.more.format(len(places) - len(shown)), look.SMALL)
                items += centred(more, x, y, theme.ink, align="center", name="more")
    return items
