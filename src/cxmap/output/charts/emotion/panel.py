"""The plot's frame: where scores and touchpoints are, the axis, and the words left and right of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.emotion import course
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import spread
from cxmap.output.drawing.scene import Item, block, centred, polyline

if TYPE_CHECKING:
    from cxmap.choices import Curve
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.grid import Columns, RowTable
    from cxmap.output.charts.views import EmotionView, PersonaLine, Scale
    from cxmap.output.drawing.theme import Series, Theme
    from cxmap.output.drawing.typesetting import TextBlock

_ABOVE, _BELOW = 22.0, 16.0  # room for labels beyond the ends of the scale
_NAME = 14.0  # the height of a name above a panel of its own
_FACE = 5.5  # the radius of a face
_SCALE_LINE = 11.0  # the height of a line of the scale's words
_FINE = 0.35  # the width of a hairline at a quarter
_SYMBOL = 14.0  # the width kept for the symbol before a line's name


@dataclass(frozen=True, slots=True)
class Panel:
    """What a plot shows and where.

    Attributes:
        view: The journey.
        lines: The lines in it, each with how it is drawn.
        columns: Where the columns are.
        top: The upper edge.
        bottom: The lower edge.
        form: How points are joined.
        importance: Whether importance is marked at the points: it is on the scale of the experience.
        named: Whether the name of its one line stands above it.
    """

    view: EmotionView
    lines: tuple[tuple[PersonaLine, Series], ...]
    columns: Columns
    top: float
    bottom: float
    form: Curve
    importance: bool
    named: bool

    @property
    def alone(self) -> bool:
        """Whether it holds one line only, so that there is room for labels at its points."""
        return len(self.lines) == 1

    def number(self, index: int) -> int:
        """Which persona of the journey one of the lines is of, for the names of items: panels share a picture."""
        return next(number for number, line in enumerate(self.view.lines) if line is self.lines[index][0])

    def y(self, score: float) -> float:
        """The height of a score."""
        low = self.bottom - (_BELOW * 0.7 if self.named else _BELOW)
        high = self.top + (_NAME + 10 if self.named else _ABOVE)
        return low + (high - low) * self.view.scale.share(score)

    def x(self, column: float, index: int) -> float:
        """Where a place among the columns is for one of the lines: a little apart, so that equal scores both show."""
        step = min(8.0, self.columns.width / (len(self.lines) + 1))
        return self.columns.edge(column) + (index - (len(self.lines) - 1) / 2) * step

    def at(self, place: int, index: int, score: float) -> tuple[float, float]:
        """Where a score at a touchpoint is."""
        return self.x(place + 0.5, index), self.y(score)


def axis(panel: Panel, theme: Theme) -> list[Item]:
    """Lines at the ends of the scale and at the mark that is good enough, and hairlines at quarters between."""
    scale, columns = panel.view.scale, panel.columns
    items: list[Item] = []
    for score in (scale.max, scale.min):
        y = panel.y(score)
        items.append(polyline([(columns.left, y), (columns.right, y)], theme.rule, look.HAIRLINE, name="axis"))
    for score in quarters(scale):
        y = panel.y(score)
        if scale.pass_mark is None or abs(y - panel.y(scale.pass_mark)) > 4:
            items.append(polyline([(columns.left, y), (columns.right, y)], theme.rule, _FINE, name="quarter"))
    if scale.pass_mark is not None:
        y = panel.y(scale.pass_mark)
        items.append(polyline([(columns.left, y), (columns.right, y)], theme.good, 1.0, look.PASS_DASH, name="pass"))
    return items


def quarters(scale: Scale) -> list[float]:
    """Where hairlines are: a quarter, half and three quarters up the scale, or the whole number next to that.

    Whole where the quarter could not be printed with one decimal: 3 and 8 on a scale of 1 to 10.
    """
    found = [scale.min + (scale.max - scale.min) * part for part in (0.25, 0.5, 0.75)]
    return [value if abs(value * 10 - round(value * 10)) < 1e-9 else float(round(value)) for value in found]


def margin(panel: Panel, table: RowTable, words: ChartWords) -> list[Item]:
    """Left of the panel: the ends and the middle of the scale in words, and the mark that is good enough."""
    scale, theme, setter = panel.view.scale, table.theme, table.setter
    entries: list[tuple[float, str, int | None]] = [(scale.max, words.very_good, 1), (scale.min, words.very_poor, -1)]
    if scale.pass_mark != scale.middle:
        entries.append((scale.middle, words.neutral, 0))
    if scale.pass_mark is not None and scale.pass_mark not in {scale.min, scale.max}:
        entries.append((scale.pass_mark, words.good_enough, None))
    wanted = [(panel.y(score), _SCALE_LINE) for score, _, _ in entries]
    items: list[Item] = []
    for (score, word, mood), middle in zip(entries, spread(wanted, panel.top, panel.bottom), strict=True):
        if mood is not None:
            items += symbols.face(mood, table.left + _FACE, middle, _FACE, theme.muted)
        at = table.left + 2 * _FACE + 4
        number = setter.line(words.on_scale(score, scale), look.STRONG)
        items += centred(number, at, middle, theme.ink, name="scale")
        at += number.width + 4
        meaning = setter.fit(word, look.LABEL, width=panel.columns.left - at - 4, lines=1)
        items += centred(meaning, at, middle, theme.muted, name="scale")
    if panel.named:
        items += _name_above(panel, table)
    else:
        label = setter.fit(words.experience, look.SMALL_STRONG, width=table.margin, lines=1)
        items += block(label, table.left, panel.top - label.height + 8, theme.muted, name="experience-label")
    return items


def _name_above(panel: Panel, table: RowTable) -> list[Item]:
    line, _ = panel.lines[0]
    name = table.setter.line(line.name, look.STRONG, panel.columns.right - panel.columns.left - 2 * look.GAP)
    left = panel.columns.left + look.GAP
    items: list[Item] = list(block(name, left, panel.top + 2, table.theme.ink, name="panel-name"))
    room = panel.columns.right - left - name.width - 3 * look.GAP
    if line.segment and room > 40:
        segment = table.setter.line(line.segment, look.LABEL, room)
        items += block(segment, left + name.width + look.GAP, panel.top + 2, table.theme.muted, name="panel-name")
    return items


def end_labels(panel: Panel, table: RowTable, width: float) -> list[Item]:
    """The names at the ends of the lines, right of the panel, none on another."""
    setter, theme = table.setter, table.theme
    ends: list[tuple[float, float, TextBlock, TextBlock, Series]] = []
    for line, series in panel.lines:
        last = _last_score(panel, line)
        if last is not None:
            name = setter.fit(line.name, look.STRONG, width=width - _SYMBOL, lines=2)
            segment = setter.fit(line.segment, look.SMALL, width=width - _SYMBOL, lines=2)
            ends.append((panel.y(last), name.height + segment.height + 3, name, segment, series))
    middles = spread([(y, height) for y, height, *_ in ends], panel.top, panel.bottom)
    left = panel.columns.right + 6
    items: list[Item] = []
    for (_, height, name, segment, series), middle in zip(ends, middles, strict=True):
        top = middle - height / 2
        items += block(name, left + _SYMBOL, top, theme.ink, name="line-end")
        items += block(segment, left + _SYMBOL, top + name.height, theme.muted, name="line-end")
        y = top + name.eye
        items += symbols.marker(series.marker, left + 5, y, look.MARK * 0.85, series.color)
    return items


def _last_score(panel: Panel, line: PersonaLine) -> float | None:
    """The score of the last point of a line in this panel."""
    here = [point for place, point in course.main_stops(panel.view, line) if place in panel.columns.range]
    return next((point.experience.value for point in reversed(here) if point.experience is not None), None)
