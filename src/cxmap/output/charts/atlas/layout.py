"""The page of an atlas: a table with a cell a phase, tinted by how far it is from good enough.

On a narrow page, such as a slide, a row has two lines: whose way it is, what changed and what is being done stand above
its cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.atlas import AtlasWords
from cxmap.i18n.charts import ChartWords
from cxmap.i18n.trend import TrendWords
from cxmap.output.charts.atlas import describe
from cxmap.output.charts.grid import Strip
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import parted
from cxmap.output.drawing.page import Entry, Page
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline, rectangle
from cxmap.output.drawing.typesetting import TextStyle, Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.atlas.view import AtlasCell, AtlasRow, AtlasView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme

_NARROW = 800.0  # a page narrower than this has rows of two lines
_WIDEST = 3.0  # times as wide as high, where there are few rows
_LEFT = 0.22  # of the width: the journey's title
_RIGHT = (52.0, 94.0, 72.0, 42.0)  # index, change, actions, evidence
_NARROW_RIGHT = (58.0, 42.0)  # index, evidence
_APART = 8.0
_WIDEST_PHASE = 130.0
_INDENT = 12.0
_PAD = 4.0
_BESIDE = 4.0  # from the name of a phase to the next
_LEAST_HEAD = look.SMALL.size
_LEAST = 24.0  # the height of a row
_LINES = 12  # of a title, at most; nobody has written one so long
_HATCH = 6.0  # between two lines of a hatch
_FIGURE = TextStyle(10)
_STRONG = TextStyle(10, "bold")
_SHARES = {-2: 0.55, -1: 0.22, 1: 0.22, 2: 0.5}  # how much of its colour a step has

_Columns = tuple[list[tuple[float, float]], list[tuple[float, float]]]
"""Left edges and widths: of the phases, and of what stands right of them."""


def layout(view: AtlasView, options: ChartOptions) -> Scene:
    """The atlas as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own, change = AtlasWords(words.lang), TrendWords(words.lang)
    page = Page.asked(options, view.lang, "atlas", own.title, narrowest=_narrowest(view, own))
    theme, setter, inner = page.theme, page.setter, page.inner
    head, top = page.head(describe.subtitle(view, words, own))
    narrow = page.width < _NARROW
    columns = _columns(view, inner, narrow=narrow)
    heading = _heading(view, columns, inner, setter, theme, own, narrow=narrow)
    draw_row = _narrow_row if narrow else _row
    rows = [
        draw_row(row, i, view, columns, inner, setter, theme, words, own, change) for i, row in enumerate(view.rows)
    ]
    foot = page.foot(_key(view, theme, own), describe.notes(view, words, own))
    needed = top + heading.height + sum(row.height for row in rows) + 10 + foot.height
    height = page.height(needed, shape=_WIDEST)
    items: list[Item] = [*head, *heading.draw(top)]
    top += heading.height
    for row in rows:
        items += row.draw(top)
        top += row.height
    return page.scene(items, foot, height, describe.alt(view, words, own, change))


def _narrowest(view: AtlasView, own: AtlasWords) -> float:
    """The width of a page whose columns have room for the names of phases."""
    setter = Typesetter()
    words = max(setter.width(word, look.SMALL_STRONG) for text in describe.phases(view, own) for word in text.split())
    right = sum(_NARROW_RIGHT) + _APART * len(_NARROW_RIGHT)
    return 2 * look.MARGIN + len(view.phases) * (words + _BESIDE) + right


def _columns(view: AtlasView, inner: float, *, narrow: bool) -> _Columns:
    widths = _NARROW_RIGHT if narrow else _RIGHT
    start = look.MARGIN + (0 if narrow else _LEFT * inner)
    end = look.MARGIN + inner - sum(widths) - _APART * len(widths)
    wide = min((end - start) / len(view.phases), _WIDEST_PHASE)
    end = start + wide * len(view.phases)
    phases = [(start + i * wide, wide) for i in range(len(view.phases))]
    right = [(end + _APART * (i + 1) + sum(widths[:i]), width) for i, width in enumerate(widths)]
    return phases, right


def _heading(
    view: AtlasView, columns: _Columns, inner: float, setter: Typesetter, theme: Theme, own: AtlasWords, *, narrow: bool
) -> Strip:
    phases, right = columns
    first = setter.fit("" if narrow else own.journey, look.SMALL_STRONG, width=_LEFT * inner - _APART, lines=2)
    names = setter.fit_all(
        describe.phases(view, own), look.SMALL_STRONG, width=phases[0][1] - _BESIDE, lines=2, smallest=_LEAST_HEAD
    )
    figures = (own.index, own.evidence) if narrow else (own.index, own.change, own.actions, own.evidence)
    others = [
        setter.fit(text, look.SMALL_STRONG, width=wide, lines=2) for text, (_, wide) in zip(figures, right, strict=True)
    ]
    height = max(text.height for text in (first, *names, *others))

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = [*block(first, look.MARGIN, top + height - first.height, theme.muted, name="column")]
        for text, (left, wide) in zip(names, phases, strict=True):
            items += block(
                text, left + wide / 2, top + height - text.height, theme.muted, align="center", name="column"
            )
        for text, (left, _) in zip(others, right, strict=True):
            items += block(text, left, top + height - text.height, theme.muted, name="column")
        rule = top + height + 3
        items.append(polyline([(look.MARGIN, rule), (look.MARGIN + inner, rule)], theme.ink, 1.2))
        return items

    return Strip(height + 5, draw)


def _row(
    row: AtlasRow, place: int, view: AtlasView, columns: _Columns, inner: float,
    setter: Typesetter, theme: Theme, words: ChartWords, own: AtlasWords, change: TrendWords,
) -> Strip:  # fmt: skip
    phases, right = columns
    left = look.MARGIN + _INDENT * row.depth
    room = max(look.MARGIN + _LEFT * inner - left - _APART, 40.0)
    title = setter.fit(_title(row, place), look.STRONG, width=room, lines=_LINES)
    persona = setter.fit(describe.persona(row, view, words, own), look.SMALL, width=room, lines=_LINES)
    index = setter.line(describe.value(row.index, row, words), _STRONG)
    moved, verdict = describe.change(row, words, own, change)
    difference = setter.line(moved, look.LABEL)
    said = setter.fit(verdict, look.SMALL, width=right[1][1], lines=4)
    running = setter.fit(describe.running(row, own) if row.leads else "", look.SMALL, width=right[2][1], lines=2)
    late = setter.fit(describe.late(row, own) if row.leads else "", look.SMALL_STRONG, width=right[2][1], lines=3)
    evidence = setter.line(describe.evidence(row, words), look.LABEL)
    texts = (title.height + persona.height, difference.height + said.height, running.height + late.height)
    height = max(*texts, _LEAST - 2 * _PAD) + 2 * _PAD

    def draw(top: float) -> Sequence[Item]:
        middle = top + height / 2
        items: list[Item] = []
        if row.leads and place:
            items.append(polyline([(look.MARGIN, top), (look.MARGIN + inner, top)], theme.rule, 0.3))
        above = middle - (title.height + persona.height) / 2
        items += block(title, left, above, theme.ink, name=f"journey-{place}", room=room)
        items += block(persona, left, above + title.height, theme.muted, name=f"persona-{place}", room=room)
        items += _cells(row, place, phases, (top, top + height), setter, theme, words)
        items += centred(index, right[0][0], middle, theme.ink, name=f"index-{place}")
        above = middle - (difference.height + said.height) / 2
        items += block(difference, right[1][0], above, theme.ink, name=f"change-{place}")
        items += block(said, right[1][0], above + difference.height, theme.muted, name=f"verdict-{place}")
        above = middle - (running.height + late.height) / 2
        items += block(running, right[2][0], above, theme.muted, name=f"running-{place}")
        items += block(late, right[2][0], above + running.height, theme.short, name=f"late-{place}")
        items += centred(evidence, right[3][0], middle, theme.ink, name=f"evidence-{place}")
        return items

    return Strip(height, draw)


def _narrow_row(
    row: AtlasRow, place: int, view: AtlasView, columns: _Columns, inner: float,
    setter: Typesetter, theme: Theme, words: ChartWords, own: AtlasWords, change: TrendWords,
) -> Strip:  # fmt: skip
    """A row of two lines: in words, and below them the cells."""
    phases, right = columns
    left = look.MARGIN + _INDENT * row.depth
    room = max(look.MARGIN + inner - left, 40.0)
    said = (
        ("journey", _title(row, place), look.STRONG, theme.ink),
        ("persona", describe.persona(row, view, words, own), look.SMALL, theme.ink),
        ("change", describe.moved(row, words, own, change), look.SMALL, theme.muted),
    )
    texts = [(name, setter.fit(text, style, width=room, lines=_LINES), color) for name, text, style, color in said]
    index = setter.line(describe.value(row.index, row, words), _STRONG)
    evidence = setter.line(describe.evidence(row, words), look.LABEL)
    above = _PAD + sum(text.height for _, text, _ in texts) + 1
    height = above + _LEAST + _PAD

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        if row.leads and place:
            items.append(polyline([(look.MARGIN, top), (look.MARGIN + inner, top)], theme.rule, 0.3))
        below = top + _PAD
        for name, text, color in texts:
            items += block(text, left, below, color, name=f"{name}-{place}", room=room)
            below += text.height
        items += _cells(row, place, phases, (top + above, top + above + _LEAST), setter, theme, words)
        middle = top + above + _LEAST / 2
        items += centred(index, right[0][0], middle, theme.ink, name=f"index-{place}")
        items += centred(evidence, right[1][0], middle, theme.ink, name=f"evidence-{place}")
        return items

    return Strip(height, draw)


def _title(row: AtlasRow, place: int) -> str:
    """The journey's title in its first row, and in the first row of a page."""
    return row.title if row.leads or not place else ""


def _cells(
    row: AtlasRow, place: int, phases: list[tuple[float, float]], between: tuple[float, float],
    setter: Typesetter, theme: Theme, words: ChartWords,
) -> list[Item]:  # fmt: skip
    """The phases of a row, between two heights."""
    items: list[Item] = []
    for i, (cell, (at, wide)) in enumerate(zip(row.cells, phases, strict=True)):
        if cell:
            box = Box(at + 1, between[0] + 1, at + wide - 1, between[1] - 1)
            items += _cell(cell, row, box, f"{place}-{i}", setter, theme, words)
    return items


def _cell(
    cell: AtlasCell, row: AtlasRow, box: Box, name: str, setter: Typesetter, theme: Theme, words: ChartWords
) -> list[Item]:
    """A phase: its figure on the tint of its step, hatched where nobody was asked; bold where it falls short."""
    step = None if cell.value is None else row.step(cell.value)
    text = setter.line(describe.value(cell.value, row, words), _STRONG if step is not None and step < 0 else _FIGURE)
    figure = centred(text, box.middle, (box.top + box.bottom) / 2, theme.ink, align="center", name=f"cell-{name}")
    items: list[Item] = []
    if step is not None:
        items.append(rectangle(box, fill=fill(step, theme), name=f"step-{name}"))
    if cell.assumed:
        items += _hatch(box, [words.box.grown(2) for words in figure], theme, f"assumed-{name}")
    return [*items, *figure]


def fill(step: int, theme: Theme) -> str:
    """The colour of a step: of what falls short below good enough, of what goes well above it."""
    if step == 0:
        return theme.band
    return look.tint(theme.short if step < 0 else theme.good, theme.paper, _SHARES[step])


def _hatch(box: Box, texts: Sequence[Box], theme: Theme, name: str) -> list[Item]:
    """Slanting lines that fill a box and strike no text."""
    items: list[Item] = []
    at = box.left - box.height + _HATCH / 2
    while at < box.right:
        start = max(at, box.left)
        end = min(at + box.height, box.right)
        points = [
            (x, box.bottom - (x - at)) for x in (start + (end - start) * i / 12 for i in range(13))
        ]  # in pieces, so that only what meets text is left out
        items += [polyline(part, theme.rule, 0.5, name=name) for part in parted(points, texts)]
        at += _HATCH
    return items


def _key(view: AtlasView, theme: Theme, own: AtlasWords) -> list[Entry]:
    """The steps that are on the page, and the hatch."""
    found = {row.step(cell.value) for row in view.rows for cell in row.cells if cell and cell.value is not None}

    def swatch(step: int) -> Entry:
        return Entry(
            lambda x, y: [rectangle(Box(x - 9, y - 5, x + 9, y + 5), fill=fill(step, theme))], own.steps[step + 2]
        )

    entries = [swatch(step) for step in range(-2, 3) if step in found]
    if any(cell.assumed for row in view.rows for cell in row.cells if cell):
        entries.append(Entry(lambda x, y: _hatch(Box(x - 9, y - 5, x + 9, y + 5), [], theme, ""), own.assumed))
    return entries
