"""Where the scores of two personas are in one plot, and what they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.emotion import style
from cxmap.output.charts.emotion.panel import quarters
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.labels import spread
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.choices import Curve
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.emotion.course import Leg
    from cxmap.output.charts.grid import Band, RowTable
    from cxmap.output.charts.views import EmotionView, JourneyPoint
    from cxmap.output.drawing.theme import Theme

_BESIDE = 5.0  # how far from the middle of its column one of two points stands that would cover each other
_NEAR = 2 * look.MARK + 1  # points nearer than this would
_SCALE_LINE = 12.0  # the height of a line of the scale's words
_AWAY = 11.0  # the least distance of a hairline from the pass mark and the ends


@dataclass(frozen=True, slots=True)
class Plane:
    """The plot of two personas in one band.

    Attributes:
        view: The journey, with two lines.
        table: Where its columns are.
        band: Which stages it holds.
        top: The height of the upper end of the scale.
        bottom: That of the lower end.
        form: How points are joined.
        words: The tool's own words.
    """

    view: EmotionView
    table: RowTable
    band: Band
    top: float
    bottom: float
    form: Curve
    words: ChartWords

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.table.theme

    def y(self, score: float) -> float:
        """The height of a score."""
        return self.bottom - (self.bottom - self.top) * self.view.scale.share(score)

    def here(self, index: int) -> Iterator[tuple[int, JourneyPoint]]:
        """The touchpoints of the band that a persona passes, with their places."""
        for place in self.band.range:
            point = self.view.lines[index].points[place]
            if point is not None:
                yield place, point

    def beside(self, place: int, index: int) -> float:
        """How far from the middle of its column a point stands: points that would cover each other are side by side."""
        scores = [line.points[place] for line in self.view.lines]
        values = [point.experience.value for point in scores if point and point.experience]
        if len(values) < 2 or abs(self.y(values[0]) - self.y(values[1])) >= _NEAR:
            return 0.0
        return -_BESIDE if index == 0 else _BESIDE

    def at(self, place: int, index: int, score: float) -> tuple[float, float]:
        """Where a score at a touchpoint is."""
        return self.table.columns.middle(place) + self.beside(place, index), self.y(score)

    def on_leg(self, leg: Leg, index: int, point: tuple[float, float]) -> tuple[float, float]:
        """Where a place along a leg is: its ends are at the points, wherever these stand in their columns."""
        start, end = self.beside(leg.start, index), self.beside(leg.end, index)
        part = (point[0] - leg.start - 0.5) / (leg.end - leg.start)
        return self.table.columns.edge(point[0]) + start + (end - start) * part, self.y(point[1])

    def ground(self, box: Box) -> list[Item]:
        """Pieces of the ground over a box: text on them is struck through by nothing."""
        items: list[Item] = []
        mark = self.view.scale.pass_mark
        limit = self.bottom if mark is None else self.y(mark)
        for span in self.band.spans:
            left = max(box.left, self.table.columns.edge(span.first))
            right = min(box.right, self.table.columns.edge(span.end))
            own = self.theme.band if span.stage % 2 == 0 else self.theme.paper
            for top, bottom, fill in (
                (box.top, min(box.bottom, limit), own),
                (max(box.top, limit), min(box.bottom, self.bottom), style.poor(self.theme, own)),
                (max(box.top, self.bottom), box.bottom, own),
            ):
                if left < right and top < bottom:
                    items.append(rectangle(Box(left, top, right, bottom), fill=fill, name="plate"))
        return items


def ground(plane: Plane) -> list[Item]:
    """The tint of what is below the mark that is good enough."""
    mark, columns = plane.view.scale.pass_mark, plane.table.columns
    return [] if mark is None else plane.ground(Box(columns.left, plane.y(mark), columns.right, plane.bottom))


def axis(plane: Plane) -> list[Item]:
    """Hairlines across, and left of them the scale, its ends and the pass mark in words."""
    scale, columns, theme = plane.view.scale, plane.table.columns, plane.theme
    items: list[Item] = []
    mark = scale.pass_mark
    fixed = [(scale.max, plane.words.very_good, "axis"), (scale.min, plane.words.very_poor, "axis")]
    if mark is not None and scale.min < mark < scale.max:
        fixed.append((mark, plane.words.good_enough, "pass"))
    between = [
        (value, "", "quarter")
        for value in quarters(scale)
        if all(abs(plane.y(value) - plane.y(other)) >= _AWAY for other, _, _ in fixed)
    ]
    for value, _, name in (*fixed, *between):
        y = plane.y(value)
        width = 1.2 if name == "pass" else look.HAIRLINE
        items.append(polyline([(columns.left, y), (columns.right, y)], theme.rule, width, name=name))
    entries = [*fixed, *between]
    middles = spread([(plane.y(value), _SCALE_LINE) for value, *_ in entries], plane.top - 8, plane.bottom + 8)
    for (value, meaning, _), middle in zip(entries, middles, strict=True):
        items += _scale_words(plane, plane.words.on_scale(value, scale), meaning, middle)
    return items


def _scale_words(plane: Plane, number: str, meaning: str, middle: float) -> list[Item]:
    setter, theme = plane.table.setter, plane.theme
    right = plane.table.columns.left - look.GAP
    text = setter.line(meaning, style.PLAIN)
    figure = setter.line(number, style.BOLD if meaning else style.PLAIN)
    color = theme.ink if meaning else theme.muted
    left = right - text.width - 3 if meaning else right
    items: list[Item] = [*centred(figure, left, middle, color, align="right", name="scale")]
    return [*items, *centred(text, right, middle, theme.muted, align="right", name="scale")]


def names(plane: Plane, width: float) -> list[Item]:
    """Who is who, right of the last points, none on another."""
    theme = plane.theme
    ends = []
    for index, (line, series) in enumerate(zip(plane.view.lines, theme.series, strict=False)):
        last = [point.experience.value for _, point in plane.here(index) if point.experience]
        name = plane.table.setter.fit(line.name, style.BOLD, width=width - 14, lines=4, smallest=style.SMALLEST)
        segment = plane.table.setter.fit(line.segment, style.PLAIN, width=width - 14, lines=3, smallest=style.SMALLEST)
        wanted = plane.y(last[-1]) if last else plane.y(plane.view.scale.middle)
        ends.append((wanted, name.height + segment.height + 4, name, segment, series))
    middles = spread([(wanted, height) for wanted, height, *_ in ends], plane.top - 14, plane.bottom)
    left = plane.table.columns.right + 8
    items: list[Item] = []
    for (_, height, name, segment, series), middle in zip(ends, middles, strict=True):
        top = middle - height / 2
        items += symbols.marker(series.marker, left + 4, top + name.eye, look.MARK * 0.85, series.color)
        items += block(name, left + 13, top, style.words_of(series, theme), name="line-end")
        items += block(segment, left + 13, top + name.height, theme.muted, name="line-end")
    return items
