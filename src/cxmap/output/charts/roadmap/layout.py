"""The page of the road map: a table with its calendar, the panel of effort and value, key and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.roadmap import RoadmapWords
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.roadmap import describe, ground, key, levers, panel
from cxmap.output.charts.roadmap.calendar import spanning
from cxmap.output.charts.roadmap.rows import RoadmapTable, rows
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_WIDTH
from cxmap.output.drawing.page import Page

if TYPE_CHECKING:
    from cxmap.output.charts.roadmap.view import RoadmapView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Item, Scene

_NARROWEST = 480.0  # a page
_BESIDE_FROM = 800.0  # from this width on, the panel stands beside the table
_WIDTHS = ((4, SLIDE_WIDTH), (16, 1120.0))  # of the page, up to so many actions
_WIDEST = 1280.0
_PANEL = 216.0
_BETWEEN = 22.0
_ACTION = 0.25  # the share of the page's width for the names of actions
_STATUS = 88.0
_MEASURED = 136.0  # for what is expected and measured, on pages
_MEASURED_FROM = 900.0  # so wide
_LOOSEST = 9.0  # the most that is added to a row to fill the page


def layout(view: RoadmapView, options: ChartOptions) -> Scene:
    """The road map as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own = RoadmapWords(words.lang)
    width = next((width for most, width in _WIDTHS if len(view.actions) <= most), _WIDEST)
    width += _MEASURED if _is_measured(view) else 0.0
    page = Page.asked(options, view.lang, "road map", own.title, width=width, narrowest=_NARROWEST)
    head, top = page.head(describe.subtitle(view, words, own))
    beside = _has_side(view) and view.calendar and page.width >= _BESIDE_FROM
    table = _table(view, page, own, beside=beside)
    above = ground.head(table, words) if view.calendar else Strip(0.0, lambda _: [])
    listed = list(rows(table)) if view.calendar else []
    side = _side(table, page.width, beside=beside)
    foot = page.foot(key.entries(view, table), describe.notes(view, table.calendar, words, own))

    needed = above.height + sum(row.height for row in listed)
    side_height = sum(part.height for part in side)
    if not view.calendar:  # the panel and the levers stand beside each other
        needed = max(part.height for part in side)
    else:
        needed = max(needed, side_height) if beside else needed + side_height + (_BETWEEN if side else 0.0)
    fixed = top + 14 + foot.height
    height = page.height(fixed + needed)
    loose = min((height - fixed - needed) / max(len(listed), 1), _LOOSEST)

    items: list[Item] = [*head, *above.draw(top)]
    placed = []
    below = top + above.height
    for row in listed:
        placed.append((below, row))
        below += row.height + loose
    if view.calendar:
        items += ground.draw(table, placed, top + above.height, loose)
    for at, row in placed:
        items += row.draw(at)
    below = top if beside or not view.calendar else below + _BETWEEN
    for part in side:
        items += part.draw(below)
        below += part.height if view.calendar else 0.0
    return page.scene(items, foot, height, describe.alt(view, words, own))


def _table(view: RoadmapView, page: Page, own: RoadmapWords, *, beside: bool) -> RoadmapTable:
    right = page.right - (_PANEL + _BETWEEN if beside else 0.0)
    action = max(_ACTION * page.width, 180.0)
    has_column = page.width >= _MEASURED_FROM and _is_measured(view)
    measured = _MEASURED if has_column else 0.0
    left = look.MARGIN + action + _STATUS + measured
    here = any(action.days for action in view.actions)
    days = [day for action in view.all_actions if here for day in action.days]
    return RoadmapTable(
        view=view,
        setter=page.setter,
        theme=page.theme,
        own=own,
        left=look.MARGIN,
        action=action,
        status=_STATUS,
        measured=measured,
        right=right,
        calendar=spanning(days, view.today, left, right) if days else None,
    )


def _side(table: RoadmapTable, width: float, *, beside: bool) -> list[Strip]:
    """What stands beside or below the table: effort against value, and the levers."""
    if not _has_side(table.view):
        return []
    left = table.right + _BETWEEN if beside else table.left
    hand = table.view, table.setter, table.theme, table.own
    rated = [panel.panel(*hand, left, width - look.MARGIN - left)] if panel.rated(table.view) else []
    if rated and not table.view.calendar:
        left = width / 2
    return [*rated, levers.levers(*hand, left, width - look.MARGIN - left)]


def _is_measured(view: RoadmapView) -> bool:
    return any(action.metrics or action.expects for action in view.actions)


def _has_side(view: RoadmapView) -> bool:
    return view.beside and (panel.rated(view) or any(action.levers for action in view.actions))
