"""The page of a sheet: as wide as its columns on a screen, as large as its type can be on paper."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.sheets import SheetWords
from cxmap.output.charts import grid
from cxmap.output.charts.grid import Band, Columns, RowTable
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import parted
from cxmap.output.drawing.options import SLIDE_WIDTH, ChartError, ChartOptions
from cxmap.output.drawing.page import Page, explaining
from cxmap.output.drawing.paper import PAPERS, remedy
from cxmap.output.drawing.scene import Words, polygon, polyline
from cxmap.output.drawing.typesetting import SMALLEST, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cxmap.choices import PaperName
    from cxmap.output.charts.grid import Strip
    from cxmap.output.charts.sheet.notes import Lane
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.page import Entry, Footer
    from cxmap.output.drawing.paper import Paper
    from cxmap.output.drawing.scene import Box, Item, Scene
    from cxmap.output.drawing.theme import Theme

_GUTTER = 104.0  # left of the columns: the labels of rows
_BETWEEN_BANDS = 18.0
_JOIN_AT = 2.5  # from the edge of a column to the arrows between its cells
_JOIN_HEAD = 4.0
_FOOT_APART = 12.0  # between the last band and the key
_FAR = 8  # more rows than this have the names of stages below them as well
_PIECE = 4.0  # of a frame that has to be open somewhere
_NEAR = 12  # of more columns than this the labels of rows are at both ends
_LABEL_APART = 12.0  # between the columns, or the names at the ends of lines, and labels on the right
_WIDEST = 3.0  # of a page that nobody gave a width, in heights
_USUAL = 1000.0  # a page as wide as this has headings of the usual size; a wider one larger ones, up to
_LARGEST = 1.5  # times as large


@dataclass(frozen=True, slots=True)
class Density:
    """How closely a sheet is set.

    Attributes:
        column: The least width of a column, in points.
        size: Of the type of notes, in points.
        lines: The most lines of a note.
        most: The most notes in a cell.
        plot: The least height of a plot, in parts of the usual.
    """

    column: float
    size: float
    lines: int
    most: int
    plot: float = 1.0


_SCREEN = Density(118, 8.5, 12, 6)
# What paper tries: closer and closer, the last ones leaving out what does not fit.
_ON_PAPER = (
    _SCREEN,
    Density(96, 8.5, 12, 6),
    Density(78, 8.0, 12, 6),
    Density(64, 7.5, 8, 5),
    Density(56, 7.0, 6, 4, 0.8),
    Density(50, 7.0, 4, 3, 0.8),
    Density(50, 7.0, 3, 3, 0.7),
    Density(46, 7.0, 2, 2, 0.7),
)
_WHOLE = 3  # so many of them leave nothing out
_STEP = 1.06  # between two sizes that are tried


@dataclass(frozen=True, slots=True)
class Context:
    """What the rows of one band are made with.

    ``scale`` says how much larger headings are than usual, and ``width`` how wide the page is.
    """

    view: EmotionView
    table: RowTable
    band: Band
    density: Density
    theme: Theme
    words: ChartWords
    sheet: SheetWords
    ends: float
    scale: float
    width: float
    on_paper: bool


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What is on a sheet.

    Attributes:
        view: Whose journey it is, with its stages and touchpoints.
        title: Above all.
        subtitle: Below the title.
        alt: The sheet in full sentences.
        ends: The room right of the columns.
        lanes: Makes the rows of one band, top down.
        entries: The key.
        notes: The notes below.
        remarks: What whoever asked for it should know.
        joins: The rows whose filled cells in a column lines join, top down.
    """

    view: EmotionView
    title: str
    subtitle: str
    alt: str
    ends: float
    lanes: Callable[[Context], list[Lane]]
    entries: Sequence[Entry]
    notes: Sequence[str]
    remarks: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """One band, fitted."""

    band: Band
    table: RowTable
    heads: Strip
    lanes: list[Lane]

    @property
    def height(self) -> float:
        lanes = sum(lane.height + 2 * grid.APART for lane in self.lanes)
        return self.heads.height + lanes + self.foot

    @property
    def foot(self) -> float:
        """The height of the stages' names at the foot, where rows are so many that those above are far away."""
        return self.heads.height + grid.APART if len(self.lanes) > _FAR else 0.0


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A whole sheet, fitted to a width."""

    page: Page
    head: list[Item]
    top: float
    parts: list[_Part]
    foot: Footer

    @property
    def height(self) -> float:
        """The least height of the page."""
        bands = sum(part.height for part in self.parts) + _BETWEEN_BANDS * len(self.parts)
        return self.top + bands - _BETWEEN_BANDS + _FOOT_APART + self.foot.height


def layout(sheet: SheetPage, options: ChartOptions) -> Scene:
    """A sheet as a scene; for paper one of the paper's proportions.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    if options.paper is not None:
        fitted, height = _on_paper(sheet, options, options.paper)
    else:
        fitted = _on_screen(sheet, options)
        # As high as it needs to be: rows of text gain nothing from white space between them.
        height = fitted.height if options.height is None else fitted.page.height(fitted.height)
    page = fitted.page
    items = list(_draw(fitted, sheet, page.theme, height))
    foot = page.foot(explaining(sheet.entries, items), sheet.notes)
    return page.scene(items, foot, height, sheet.alt, sheet.remarks)


def _on_screen(sheet: SheetPage, options: ChartOptions) -> _Fitted:
    """As wide as it needs, in as few bands as make it no wider than three times its height; or as wide as asked for."""
    count = len(sheet.view.touchpoints)
    around = _around(sheet)
    if options.width is None:
        bands = 1
        while True:
            columns = math.ceil(count / bands)
            width = max(SLIDE_WIDTH, around + columns * _SCREEN.column + _GUTTER * (columns > _NEAR))
            fitted = _fit(sheet, options, width, _SCREEN)
            shape = fitted.page.width / max(fitted.height, (options.height or 0.0) * 72)
            if shape <= _WIDEST or width == SLIDE_WIDTH:
                return fitted
            # Twice as many bands are half as wide and twice as high.
            bands = max(bands + 1, math.ceil(bands * math.sqrt(shape / _WIDEST)))
    Page.asked(options, sheet.view.lang, "journey", sheet.title, narrowest=around + _ON_PAPER[-1].column)
    return _fit(sheet, options, options.width * 72, _SCREEN)


def _on_paper(sheet: SheetPage, options: ChartOptions, name: PaperName) -> tuple[_Fitted, float]:
    """The largest type with which everything fits; the sheet, and the height of its page."""
    paper = PAPERS[name]
    best: tuple[float, _Fitted, float] | None = None
    if _largest(sheet, options, paper, _ON_PAPER[-1]) is None:  # then nothing looser fits either
        raise ChartError(f"on {name} its text would be smaller than {SMALLEST:g} points: {remedy(name)}")
    for i, density in enumerate(_ON_PAPER):
        if best and (best[0] >= paper.body or i >= _WHOLE):
            break
        found = _largest(sheet, options, paper, density)
        if found and (best is None or found[0] > best[0]):
            best = found
    if best is None:
        raise ChartError(f"on {name} its text would be smaller than {SMALLEST:g} points: {remedy(name)}")
    return best[1], best[2]


def _largest(
    sheet: SheetPage, options: ChartOptions, paper: Paper, density: Density
) -> tuple[float, _Fitted, float] | None:
    """The size of notes on paper, the sheet and the height of its page, at the largest scale that fits."""
    steps = max(int(math.log(paper.largest / density.size) / math.log(_STEP)), 0)
    low, high = 0, steps
    best = None
    while low <= high:
        middle = (low + high) // 2
        scale = _STEP**middle
        width, height = paper.width / scale, paper.height / scale
        fitted = _fit(sheet, options, width, density) if width - _around(sheet) >= density.column else None
        if fitted is not None and fitted.height <= height:
            best = density.size * scale, fitted, height
            low = middle + 1
        else:
            high = middle - 1
    return best


def _around(sheet: SheetPage) -> float:
    """What a page's width holds besides columns."""
    return 2 * look.MARGIN + _GUTTER + sheet.ends


def _fit(sheet: SheetPage, options: ChartOptions, width: float, density: Density) -> _Fitted:
    view = sheet.view
    words = ChartWords(options.lang or view.lang)
    page = replace(Page.asked(options, view.lang, "journey", sheet.title), width=width, title=sheet.title)
    room = width - _around(sheet)
    sizes = [len(stage.touchpoints) for stage in view.stages]
    most = max(int(room / density.column + 1e-9), 1)
    if most > _NEAR:
        most = max(int((room - _GUTTER) / density.column + 1e-9), _NEAR)
    bands = grid.bands(sizes, most)
    widest = max(band.count for band in bands)
    column = (room - _GUTTER * (widest > _NEAR)) / widest
    scale = min(max(width / _USUAL, 1.0), _LARGEST)
    head, top = page.head(sheet.subtitle, scale)
    parts = []
    for band in bands:
        columns = Columns(look.MARGIN + _GUTTER, column, band.first, band.end)
        table = RowTable(page.setter, columns, look.MARGIN, _GUTTER - 12, page.theme)
        context = Context(
            view, table, band, density, page.theme, words, SheetWords(words.lang), sheet.ends, scale,
            width, options.paper is not None,
        )  # fmt: skip
        titles = grid.stage_titles([stage.title for stage in view.stages], band, words.continued)
        heads = grid.stage_heads(table, band, titles, [""] * len(titles), TextStyle(look.STAGE.size * scale, "bold"))
        parts.append(_Part(band, table, heads, sheet.lanes(context)))
    return _Fitted(page, head, top, parts, page.foot(sheet.entries, sheet.notes))


def _draw(fitted: _Fitted, sheet: SheetPage, theme: Theme, height: float) -> Iterator[Item]:
    """Everything at its place; height that is left over goes to the rows that grow."""
    weight = sum(lane.grows for part in fitted.parts for lane in part.lanes)
    more = (height - fitted.height) / weight if weight else 0.0
    yield from fitted.head
    top = fitted.top
    for part in fitted.parts:
        bottom = top + part.height + more * sum(lane.grows for lane in part.lanes)
        yield from grid.ground(part.table, part.band, top, bottom)
        yield from part.heads.draw(top)
        top += part.heads.height
        below = top  # what is about whole stages
        columns = part.table.columns
        drawn: list[Item] = []
        for i, lane in enumerate(part.lanes):
            tall = lane.height + more * lane.grows
            if lane.ruled and i:
                yield polyline([(part.table.left, top), (columns.right, top)], theme.rule, look.HAIRLINE, (0.6, 2.4))
            drawn += lane.draw(top + grid.APART, tall)
            if lane.wide:
                below += tall + 2 * grid.APART
            top += tall + 2 * grid.APART
        yield from drawn
        if part.band.count > _NEAR:
            at = fitted.page.right - _GUTTER + _LABEL_APART
            yield from (
                replace(item, x=at, name=f"{item.name}-again")
                for item in drawn
                if isinstance(item, Words) and item.x == part.table.left and item.align == "left"
            )
        yield from _joins(columns, drawn, sheet.joins, theme)
        if part.foot:
            yield from part.heads.draw(top)
        yield from _detours(part, sheet.view, theme, below, bottom - part.foot, drawn)
        top = bottom + _BETWEEN_BANDS


def _joins(columns: Columns, drawn: Sequence[Item], rows: Sequence[str], theme: Theme) -> Iterator[Item]:
    """Arrows at the left edge of a column, from each filled cell of these rows to the next."""
    cells: dict[str, list[Box]] = {}
    for item in drawn:
        if isinstance(item, Words):
            cells.setdefault(item.name, []).append(item.box)
    for column in columns.range if rows else ():
        x = columns.edge(column) + _JOIN_AT
        filled = [found for row in rows if (found := cells.get(f"{row}-{column}"))]
        for above, below in pairwise(filled):
            start, end = max(box.bottom for box in above) + 1, min(box.top for box in below)
            yield polyline([(x, start), (x, end - _JOIN_HEAD)], theme.rule, 1.0, name=f"joins-{column}")
            head = [(x, end), (x - _JOIN_HEAD / 2, end - _JOIN_HEAD), (x + _JOIN_HEAD / 2, end - _JOIN_HEAD)]
            yield polygon(head, fill=theme.rule)


def _detours(
    part: _Part, view: EmotionView, theme: Theme, top: float, bottom: float, drawn: Sequence[Item]
) -> Iterator[Item]:
    """A thin frame round each column that stands beside the line, open where a text is wider than the column."""
    columns = part.table.columns
    texts = [item.box.grown(1) for item in drawn if isinstance(item, Words)]
    for column in columns.range:
        if view.touchpoints[column].returns_to is not None:
            left, right = columns.edge(column) + 1.5, columns.edge(column + 1) - 1.5
            wide = [box for box in texts if box.left < left < box.right or box.left < right < box.right]
            pieces = max(round((bottom - top) / _PIECE), 1) if wide else 1
            down = [top + (bottom - 1.5 - top) * i / pieces for i in range(pieces + 1)]
            frame = [*((left, y) for y in down), *((right, y) for y in reversed(down)), (left, top)]
            for open_part in parted(frame, wide):
                yield polyline(open_part, theme.rule, 0.7, name=f"detour-{column}")
