"""What is written beside the points: stars, broken links, the largest drop, the scores, and where a detour leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say
from cxmap.output.charts.emotion import course
from cxmap.output.charts.emotion.lines import BESIDE, TICK, passages
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, Words, centred, rectangle
from cxmap.output.drawing.typesetting import CAPITAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.emotion.panel import Panel
    from cxmap.output.charts.grid import RowTable
    from cxmap.output.charts.views import JourneyPoint, PersonaLine
    from cxmap.output.drawing.labels import Labels
    from cxmap.output.drawing.theme import Theme

_STAR = 6.0  # the radius of a star
_NO_MARK = 3.9  # a label that pays no more covers no mark
_CHAIN = 18.0  # the width of a broken link
_ARROW = 13.0  # the width of the arrow of a drop


def draw(panel: Panel, table: RowTable, labels: Labels, words: ChartWords) -> list[Item]:
    """All annotations of a panel. Each finds a place of its own; a score that finds none is in the report."""
    items: list[Item] = []
    for index, (line, _) in enumerate(panel.lines):
        extremes = _larger(panel, line)
        note = _Annotator(panel, table, labels, words, index, line)
        for place, point in passages(panel, line):
            if point.experience is None and panel.alone:
                items += note.no_score(place)
            if point.wow:
                items += note.wow(place, point)
            if point.weakest_link and panel.view.state == "current":
                items += note.weakest_link(place, point)
        if panel.view.state == "current":
            items += note.largest_drop()
        if panel.alone:
            items += note.scores(extremes)
    return [each for item in items for each in (*_ground(panel, table.theme, labels, item), item)]


def _ground(panel: Panel, theme: Theme, labels: Labels, item: Item) -> Iterator[Item]:
    """What is put below a text through which a line would run: the ground of its columns."""
    if not isinstance(item, Words):
        return
    body = Box(item.box.left, item.y - CAPITAL * item.size, item.box.right, item.y).grown(0.8)
    if not labels.crossed(body):
        return
    stages = [number for number, stage in enumerate(panel.view.stages) for _ in stage.touchpoints]
    for place in panel.columns.range:
        left, right = max(body.left, panel.columns.edge(place)), min(body.right, panel.columns.edge(place + 1))
        if left < right:
            fill = theme.paper if stages[place] % 2 else theme.band
            yield rectangle(Box(left, body.top, right, body.bottom), fill=fill, name="plate")


def _larger(panel: Panel, line: PersonaLine) -> set[int]:
    """The touchpoints with a larger figure: the highest and the lowest, where no weakest link is marked beside that."""
    extremes = course.extremes(line)
    if panel.view.state == "current" and any(point and point.weakest_link for point in line.points):
        values = course.scores(line)
        extremes.discard(min(values, key=values.__getitem__))
    return extremes


class _Annotator:
    """Writes beside the points of one line."""

    def __init__(
        self, panel: Panel, table: RowTable, labels: Labels, words: ChartWords, index: int, line: PersonaLine
    ) -> None:
        self._panel = panel
        self._setter = table.setter
        self._theme = table.theme
        self._labels = labels
        self._words = words
        self._index = index
        self._line = line
        self._values = course.scores(line)
        self._way = [place for place, point in course.main_stops(panel.view, line) if point.experience]

    def no_score(self, place: int) -> list[Item]:
        """The words above the tick that stands for a missing score."""
        text = self._setter.fit(self._words.no_score, look.SMALL, width=self._panel.columns.width - 2, lines=1)
        x, y = self._panel.at(place, self._index, self._panel.view.scale.min)
        spots = [(x, y - 13), (x, y + 8), *((x, y - up) for up in (22, 31, 40, 52))]
        beside = text.width / 2 + 4
        spots += [(x + dx * beside, y - up) for up in (6, 14) for dx in (1, -1)]
        box = self._labels.place(text.width, look.SMALL.size, spots, at_most=_NO_MARK)
        if box is None:
            return []
        middle = (box.top + box.bottom) / 2
        return list(centred(text, box.middle, middle, self._theme.ink, align="center", name=f"no-score-label-{place}"))

    def wow(self, place: int, point: JourneyPoint) -> list[Item]:
        """A star at what surprises."""
        box = self._labels.place(2 * _STAR, 2 * _STAR, self._around(place, point, 2 * _STAR, 2 * _STAR, up=True))
        if box is None:
            return []
        middle = (box.top + box.bottom) / 2
        return [symbols.wow(box.middle, middle, _STAR, self._theme.good, self._theme.ink, f"wow-{place}")]

    def weakest_link(self, place: int, point: JourneyPoint) -> list[Item]:
        """A broken chain at the weakest link, in words where the panel is this line's own."""
        text = self._setter.line(self._words.weakest_link, look.SMALL_STRONG)
        named = self._panel.alone
        width = _CHAIN + (2 + text.width if named else 0)
        box = self._labels.place(width, text.height, self._around(place, point, width, text.height, up=False))
        if box is None:
            return []
        middle = (box.top + box.bottom) / 2
        items = symbols.weakest_link(
            box.left + _CHAIN / 2, middle, 5.0, self._theme.short, name=f"weakest-link-{place}"
        )
        if named:
            items += centred(text, box.left + _CHAIN + 2, middle, self._theme.ink, name="weakest-link-label")
        return items

    def largest_drop(self) -> list[Item]:
        """The size of the largest drop beside the middle of its leg, with an arrow that falls."""
        drop, panel = self._line.largest_drop, self._panel
        if drop is None or not all(place in panel.columns.range for place in drop):
            return []
        before, after = (self._values[place] for place in drop)
        first, last = (course.given(self._line)[place] for place in drop)
        size = say.apart(last, first, panel.view.scale, self._words)
        text = self._setter.line(f"{self._words.largest_drop} {size}" if panel.alone else size, look.SMALL_STRONG)
        (x0, y0), (x1, y1) = panel.at(drop[0], self._index, before), panel.at(drop[1], self._index, after)
        width = text.width + _ARROW
        legs = [(x0 + (x1 - x0) * along, y0 + (y1 - y0) * along) for along in (0.5, 0.35, 0.65, 0.2, 0.8)]
        beside = [(x + side * (width / 2 + 9), y) for x, y in legs for side in (1, -1)]
        spots = beside + [(x, y + off) for off in (18, -18, 30, -30, 44, -44) for x, y in (*beside, *legs)]
        # A label whose middle is not between the two points would stand beside another leg, perhaps one that rises.
        box = self._labels.place(width, text.height, [(x, y) for x, y in spots if x0 < x < x1])
        if box is None:
            return []
        middle = (box.top + box.bottom) / 2
        name = f"largest-drop-{drop[0]}-{drop[1]}"
        return [
            *symbols.drop(box.left + 5, middle, self._theme.short, name=name),
            *centred(text, box.left + _ARROW, middle, self._theme.ink, name="largest-drop-label"),
        ]

    def scores(self, larger: set[int]) -> list[Item]:
        """The figures of all points, those of some larger, then where detours lead, then importance."""
        items: list[Item] = []
        passed = list(passages(self._panel, self._line))
        scored = [(place, point) for place, point in passed if point.experience]
        for place, point in sorted(scored, key=lambda each: each[0] not in larger):
            items += self.score(place, point, large=place in larger)
        for place, _ in scored:
            items += self.way_back(place)
        if self._panel.importance and not self._panel.named:
            for place, point in passed:
                items += self.importance(place, point)
        return items

    def score(self, place: int, point: JourneyPoint, *, large: bool) -> list[Item]:
        """The score of a point; the extreme ones are larger."""
        if point.experience is None:
            return []
        value = point.experience.value
        style = look.EXTREME if large else look.VALUE
        text = self._setter.line(say.figure(point.experience, self._panel.view.scale, self._words), style)
        neighbours = self._neighbours(place)
        up = not neighbours or value >= sum(neighbours) / len(neighbours)
        height = style.size * 0.86
        box = self._labels.place(text.width, height, self._around(place, point, text.width, height, up=up))
        if box is None:
            return []
        middle = (box.top + box.bottom) / 2
        return list(centred(text, box.middle, middle, self._theme.ink, align="center", name=f"value-{place}"))

    def importance(self, place: int, point: JourneyPoint) -> list[Item]:
        """The figure of an importance, beside its bar, where there is room."""
        if point.importance is None:
            return []
        view = self._panel.view
        text = self._setter.line(say.figure(point.importance, view.importance_scale, self._words), look.LABEL)
        x, y = self._panel.at(place, self._index, point.importance.value)
        x -= BESIDE if course.other(point) is not None else 0.0
        side, rise = TICK + 3 + text.width / 2, look.LABEL.size * 0.43 + 4
        spots = [(x + side, y), (x - side, y), (x, y - rise), (x, y + rise), (x + side, y - 5), (x - side, y - 5)]
        box = self._labels.place(text.width, look.LABEL.size * 0.86, spots, at_most=_NO_MARK)
        if box is None:
            return []
        middle = (box.top + box.bottom) / 2
        name = f"figure-importance-{place}"
        return list(centred(text, box.middle, middle, self._theme.muted, align="center", name=name))

    def _neighbours(self, place: int) -> list[float]:
        """The scores just before and behind a touchpoint on the line."""
        before = [other for other in self._way if other < place]
        behind = [other for other in self._way if other > place]
        return [self._values[other] for other in (*before[-1:], *behind[:1])]

    def way_back(self, place: int) -> list[Item]:
        """Where a detour leads, in words, when that is not on this panel."""
        back = self._panel.view.touchpoints[place].returns_to
        point = self._line.points[place]
        if back is None or back in self._panel.columns.range or point is None:
            return []
        title = self._panel.view.touchpoints[back].title
        text = self._setter.line(self._words.detour_back.format(title), look.SMALL, 3 * self._panel.columns.width)
        spots = self._around(place, point, text.width, text.height, up=False)
        box = self._labels.place(text.width, text.height, spots)
        return (
            []
            if box is None
            else list(centred(text, box.left, (box.top + box.bottom) / 2, self._theme.ink, name="way-back"))
        )

    def _around(
        self, place: int, point: JourneyPoint, width: float, height: float, *, up: bool
    ) -> list[tuple[float, float]]:
        """Spots for the middle of a label round a point: above or below first, then beside, then further off."""
        score = point.experience.value if point.experience else self._panel.view.scale.middle
        x, y = self._panel.at(place, self._index, score)
        reach = look.MARK * (2.1 if point.moment_of_truth else 1.2) + 2
        side, rise = width / 2 + reach, height / 2 + reach
        signs = (-1, 1) if up else (1, -1)
        near = [(x, y + sign * rise) for sign in signs]
        beside = [(x + dx * side, y + sign * rise * part) for part in (0.75, 0.2) for sign in signs for dx in (1, -1)]
        off = [
            (x + dx * side * 0.6, y + sign * rise * k) for k in (1.4, 1.9, 2.6) for sign in signs for dx in (0, 1, -1)
        ]
        return near + beside + off
