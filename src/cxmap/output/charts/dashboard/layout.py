"""The page of the dashboard: cards in rows, the table of journeys, key and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.dashboard import DashboardWords
from cxmap.output.charts.dashboard import cards, describe, journeys, key
from cxmap.output.charts.dashboard.plot import is_zoomed
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_WIDTH
from cxmap.output.drawing.page import Page

if TYPE_CHECKING:
    from cxmap.output.charts.dashboard.view import DashboardView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Item, Scene

_NARROWEST = 480.0  # a page
_WIDTHS = ((4, SLIDE_WIDTH), (12, 1120.0))  # of the page, up to so many metrics
_WIDEST = 1280.0
_CARD = 184.0  # the least width of a card
_PLOT = 74.0  # the least height of a plot with its line of days
_HIGHEST_PLOT = 190.0
_BETWEEN_ROWS = 16.0


def layout(view: DashboardView, options: ChartOptions) -> Scene:
    """The dashboard as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own = DashboardWords(words.lang)
    width = next((width for most, width in _WIDTHS if len(view.metrics) <= most), _WIDEST)
    page = Page.asked(options, view.lang, "dashboard", own.title, width=width, narrowest=_NARROWEST)
    theme, setter, inner = page.theme, page.setter, page.inner
    head, top = page.head(describe.subtitle(view, words, own))

    columns = _columns(len(view.metrics), inner)
    card = (inner - (columns - 1) * cards.APART) / columns
    rows = _rows(cards.fitted(view, card, setter, words, own), columns)
    table = journeys.table(view.journeys, inner, setter, theme, words, own)
    foot = page.foot(key.entries(view, theme, own), describe.notes(view, own, zoomed=any(map(is_zoomed, view.metrics))))
    texts = sum(_texts(row) + _BETWEEN_ROWS for row in rows)
    fixed = top + texts + table.height + 10 + foot.height
    height = page.height(fixed + len(rows) * _PLOT)
    plot = min((height - fixed) / max(len(rows), 1), _HIGHEST_PLOT)

    items: list[Item] = [*head]
    lefts = [look.MARGIN + i * (card + cards.APART) for i in range(columns)]
    for i, row in enumerate(rows):
        items += cards.draw_row(row, i * columns, lefts, top, card, plot, setter, theme, words, own)
        top += _texts(row) + plot + _BETWEEN_ROWS
    items += table.draw(top)
    return page.scene(items, foot, height, describe.alt(view, words, own))


def _columns(metrics: int, inner: float) -> int:
    """How many cards stand side by side: as many as fit, in rows about equally full."""
    most = max(int((inner + cards.APART) / (_CARD + cards.APART)), 1)
    rows = -(-metrics // most)
    return -(-metrics // rows) if rows else 1


def _rows(fitted: list[cards.FittedCard], columns: int) -> list[tuple[cards.FittedCard, ...]]:
    return [tuple(fitted[i : i + columns]) for i in range(0, len(fitted), columns)]


def _texts(row: tuple[cards.FittedCard, ...]) -> float:
    """The height of a row without its plots."""
    return max(card.above for card in row) + max(card.below for card in row)
