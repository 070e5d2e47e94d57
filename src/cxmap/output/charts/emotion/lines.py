"""What is drawn in the plot: importance, intervals, legs, points, detours and the desired experience."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.output.charts.emotion import course
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.curve import Bow
from cxmap.output.drawing.scene import Box, Item, Shape, polygon, polyline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.output.charts.emotion.panel import Panel
    from cxmap.output.charts.views import JourneyPoint, PersonaLine
    from cxmap.output.drawing.labels import Labels
    from cxmap.output.drawing.theme import Series, Theme

TICK = 6.5  # half the width of an importance mark
BESIDE = 7.5  # how far to the left importance stands where the desired experience is drawn as well
GHOST = 0.45  # how much of its grey the line of another persona has
_STEPS = 8  # straight pieces along an edge of an area
_ALONG = 12  # and along a bow
_OVER_BOW = 12.0  # what a label costs that a bow would strike
_BREAK = 2.0 + look.LINE  # where the source changes: 2 pt of paper between two round ends
_DETOUR = 1.0  # the width of a way to a detour and back
_RETURN_DEPTH = 34.0  # how far below its ends the way back from a detour bows


def draw(panel: Panel, theme: Theme, labels: Labels) -> list[Item]:
    """All lines of a panel, what matters most on top; ``labels`` learns where everything is."""
    items: list[Item] = []
    for index, (line, series) in enumerate(panel.lines):
        for place, point in passages(panel, line):
            if point.experience and point.experience.interval:
                items += _interval(panel, index, place, point.experience.interval, series, theme.paper, labels)
    for index, (line, series) in enumerate(panel.lines):
        if panel.importance:
            items += _importance(panel, index, line, theme, labels)
        items += _compared(panel, index, line, series, theme, labels)
        items += _detours(panel, index, line, theme, labels)
        items += _legs(panel, index, line, series, labels)
    for index, (line, series) in enumerate(panel.lines):
        items += _points(panel, index, line, series, theme, labels)
    return items


def areas(panel: Panel, theme: Theme) -> list[Item]:
    """Below everything else: what is between the experience and the desired one, or short of the pass mark."""
    items: list[Item] = list(_under(panel, theme)) if panel.form == "area" and not _has_aims(panel) else []
    items += _short(panel, theme) if panel.alone and not _has_aims(panel) else []
    for index, (line, series) in enumerate(panel.lines):
        aims = {(leg.start, leg.end): leg for leg in course.compared(panel.view, line, panel.form)}
        for leg in course.experienced(panel.view, line, panel.form):
            aim = aims.get((leg.start, leg.end))
            edges = [each and each.within(panel.columns.first, panel.columns.end) for each in (leg, aim)]
            if edges[0] is None or edges[1] is None:
                continue
            there, back = ([bow.at(step / _STEPS) for step in range(_STEPS + 1)] for bow in edges if bow)
            corners = [(panel.x(x, index), panel.y(score)) for x, score in (*there, *reversed(back))]
            fill = look.tint(series.color, theme.paper)
            items.append(polygon(corners, fill=fill, name=f"{_kind(panel)}-area-{leg.start}-{leg.end}"))
    return items


def _has_aims(panel: Panel) -> bool:
    return any(point and course.other(point) is not None for line, _ in panel.lines for point in line.points)


def _under(panel: Panel, theme: Theme) -> Iterator[Item]:
    """Between the line and the lower end of the scale."""
    for index, (line, series) in enumerate(panel.lines):
        for leg in course.experienced(panel.view, line, panel.form):
            part = leg.within(panel.columns.first, panel.columns.end)
            if part is not None:
                low = panel.view.scale.min
                corners = [part.start, part.end, (part.end[0], low), (part.start[0], low)]
                at = [(panel.x(x, index), panel.y(score)) for x, score in corners]
                fill = look.tint(series.color, theme.paper)
                yield polygon(at, fill=fill, name=f"area-{index}-{leg.start}-{leg.end}")


def _short(panel: Panel, theme: Theme) -> Iterator[Item]:
    """Between the line and the mark that is good enough, where the line is below it."""
    mark = panel.view.scale.pass_mark
    if mark is None:
        return
    for index, (line, _) in enumerate(panel.lines):
        for leg in course.experienced(panel.view, line, panel.form):
            part = leg.within(panel.columns.first, panel.columns.end)
            if part is None or all(part.at(step / _STEPS)[1] >= mark for step in range(_STEPS + 1)):
                continue
            edge = [(x, min(score, mark)) for x, score in _with_crossings(part, mark)]
            corners = [*edge, (edge[-1][0], mark), (edge[0][0], mark)]
            fill = look.tint(theme.short, theme.paper)
            at = [(panel.x(x, index), panel.y(score)) for x, score in corners]
            yield polygon(at, fill=fill, name=f"short-{leg.start}-{leg.end}")


def _with_crossings(bow: Bow, mark: float) -> Iterator[tuple[float, float]]:
    """Points along a leg, and where it crosses a score."""
    points = [bow.at(step / _STEPS) for step in range(_STEPS + 1)]
    yield points[0]
    for (x, score), (to_x, to_score) in itertools.pairwise(points):
        if (score - mark) * (to_score - mark) < 0:
            yield x + (to_x - x) * (mark - score) / (to_score - score), mark
        yield to_x, to_score


def ghosts(panel: Panel, theme: Theme, labels: Labels) -> Iterator[Item]:
    """Where panels are one a persona: the lines of the others, grey, so that each can be compared with them."""
    own = {id(line) for line, _ in panel.lines}
    color = look.tint(theme.rule, theme.paper, GHOST)
    for number, line in enumerate(panel.view.lines):
        if id(line) in own or not panel.named:
            continue
        for leg in course.experienced(panel.view, line, panel.form):
            part = leg.within(panel.columns.first, panel.columns.end)
            if part is not None:
                yield _bow(panel, 0, part, color, 1.0, (), f"ghost-{number}-{leg.start}-{leg.end}", labels)


def passages(panel: Panel, line: PersonaLine) -> Iterator[tuple[int, JourneyPoint]]:
    """The touchpoints of the panel that the line's persona passes, with their places."""
    for place in panel.columns.range:
        point = line.points[place]
        if point is not None:
            yield place, point


def _importance(panel: Panel, index: int, line: PersonaLine, theme: Theme, labels: Labels) -> list[Item]:
    """A short bar at the importance, and where the experience falls short of it, a stem between the two."""
    items: list[Item] = []
    for place, point in passages(panel, line):
        if point.importance is None:
            continue
        importance = point.importance.value
        x, y = panel.at(place, index, importance)
        x -= BESIDE if course.other(point) is not None else 0.0
        if point.experience is not None and importance > point.experience.value:
            start = panel.y(point.experience.value)
            items.append(polyline([(x, start), (x, y)], theme.short, 1.5, name=f"gap-{place}"))
            labels.line([(x, start), (x, y)])
        items.append(symbols.importance(x, y, TICK, theme.ink, theme.paper, f"importance-{place}", point.importance))
        labels.mark(Box(x - TICK - 1, y - 2, x + TICK + 1, y + 2))
    return items


def _legs(panel: Panel, index: int, line: PersonaLine, series: Series, labels: Labels) -> list[Item]:
    items: list[Item] = []
    for leg in course.experienced(panel.view, line, panel.form):
        dash = look.ASSUMED_DASH if leg.assumed else series.dash
        for part in leg.pieces(panel.columns.first, panel.columns.end, _BREAK / panel.columns.width):
            name = f"leg-{leg.start}-{leg.end}"
            items.append(_bow(panel, index, part, series.color, look.LINE, dash, name, labels))
    return items


def _kind(panel: Panel) -> str:
    """What experiences are compared with, as the names of items have it."""
    return "earlier" if panel.view.wave else "desired"


def _compared(panel: Panel, index: int, line: PersonaLine, series: Series, theme: Theme, labels: Labels) -> list[Item]:
    """What the experience is compared with: thin and dashed, with a small point at each touchpoint.

    The desired experience is what somebody intends: hollow.
    """
    items: list[Item] = []
    for leg in course.compared(panel.view, line, panel.form):
        part = leg.within(panel.columns.first, panel.columns.end)
        if part is not None:
            name = f"{_kind(panel)}-leg-{leg.start}-{leg.end}"
            items.append(_bow(panel, index, part, series.color, 1.3, look.DESIRED_DASH, name, labels))
    for place, point in passages(panel, line):
        value = course.other(point)
        if value is None:
            continue
        x, y = panel.at(place, index, value)
        hollow = point.desired is not None or (point.earlier is not None and point.earlier.score.assumed)
        alone = len(panel.view.lines) == 1
        name = f"{_kind(panel)}-{place}" if alone else f"compared-{panel.number(index)}-{place}"
        items.append(symbols.small(x, y, series.color, theme.paper if hollow else None, name))
        labels.mark(Box(x - 3, y - 3, x + 3, y + 3))
    return items


def _bow(
    panel: Panel, index: int, bow: Bow, color: str, width: float, dash: tuple[float, ...], name: str, labels: Labels
) -> Shape:
    """A leg at its place."""

    def on_page(point: tuple[float, float]) -> tuple[float, float]:
        return panel.x(point[0], index), panel.y(point[1])

    start, first, second, end = (on_page(point) for point in (bow.start, bow.first, bow.second, bow.end))
    if bow.is_straight:
        labels.line([start, end])
        return polyline([start, end], color, width, dash, name)
    places = [bow.start[0] + (bow.end[0] - bow.start[0]) * i / 4 for i in range(5)]
    quarters = [bow.between(left, right).end for left, right in itertools.pairwise(places)]
    labels.line([start, *(on_page(point) for point in quarters)])
    return Shape((("M", start), ("C", (*first, *second, *end))), stroke=color, width=width, dash=dash, name=name)


def _detours(panel: Panel, index: int, line: PersonaLine, theme: Theme, labels: Labels) -> list[Item]:
    """Beside the line, thin and grey: from the touchpoint before it to the detour, and a bow back to where it leads."""
    items: list[Item] = []
    stops = course.main_stops(panel.view, line)
    for place, point in passages(panel, line):
        back = panel.view.touchpoints[place].returns_to
        if back is None or point.experience is None:
            continue
        here = panel.at(place, index, point.experience.value)
        before = next(((stop, other) for stop, other in reversed(stops) if stop < place), None)
        if before and before[0] in panel.columns.range and before[1].experience is not None:
            way = [panel.at(before[0], index, before[1].experience.value), here]
            items.append(polyline(way, theme.muted, _DETOUR, name=f"detour-{place}"))
            labels.line(way)
        target = line.points[back]
        if back in panel.columns.range and target is not None and target.experience is not None:
            there = panel.at(back, index, target.experience.value)
            items += _way_back(panel, here, there, theme.muted, f"detour-back-{place}", labels)
    return items


def _way_back(
    panel: Panel, here: tuple[float, float], there: tuple[float, float], color: str, name: str, labels: Labels
) -> list[Item]:
    """A bow below both points, with an arrow head at its end."""
    deepest = max(panel.bottom - 3, here[1] + look.MARK, there[1] + look.MARK)
    low = min(deepest, max(here[1], there[1]) + _RETURN_DEPTH)
    start, tip = (here[0], here[1] + look.MARK), (there[0], there[1] + look.MARK + 4)
    bow = Bow(start, (start[0], low), (tip[0], low), tip)
    labels.line([bow.at(t / _ALONG) for t in range(_ALONG + 1)], _OVER_BOW)
    head = polygon([tip, (tip[0] - 3, tip[1] + 6), (tip[0] + 3, tip[1] + 6)], fill=color)
    line = Shape(
        (("M", start), ("C", (*bow.first, *bow.second, *tip))),
        stroke=color,
        width=_DETOUR,
        name=name,
    )
    return [line, head]


def _points(panel: Panel, index: int, line: PersonaLine, series: Series, theme: Theme, labels: Labels) -> list[Item]:
    items: list[Item] = []
    for place, point in passages(panel, line):
        if point.handover is not None and point.handover.experience is not None:
            x, y = panel.x(place, index), panel.y(point.handover.experience.value)
            hollow = theme.paper if point.handover.experience.assumed else None
            items += symbols.marker("square", x, y, 3.6, series.color, hollow=hollow, name=f"handover-{place}")
            labels.mark(Box(x - 5, y - 5, x + 5, y + 5))
        if point.experience is None:
            x, bottom = panel.x(place + 0.5, index), panel.y(panel.view.scale.min)
            items.append(symbols.no_score(x, bottom, theme.ink, name=f"no-score-{place}"))
            labels.mark(Box(x - 2, bottom - 8, x + 2, bottom))
            continue
        x, y = panel.at(place, index, point.experience.value)
        if point.moment_of_truth:
            items.append(symbols.moment_of_truth(x, y, look.MARK, theme.ink, name=f"moment-of-truth-{place}"))
        items += symbols.marker(
            series.marker,
            x,
            y,
            look.MARK,
            series.color,
            hollow=theme.paper if point.experience.assumed else None,
            halo=theme.paper,
            name=f"point-{panel.number(index)}-{place}",
        )
        reach = look.MARK * (2.2 if point.moment_of_truth else 1.4)
        labels.mark(Box(x - reach, y - reach, x + reach, y + reach), 8.0)
    return items


def _interval(
    panel: Panel, index: int, place: int, interval: tuple[float, float], series: Series, paper: str, labels: Labels
) -> list[Item]:
    """A bar of a paler colour, cut off at the ends of the scale; none where it is no longer than the point on it."""
    x = panel.x(place + 0.5, index)
    scale = panel.view.scale
    low, high = (panel.y(min(max(end, scale.min), scale.max)) for end in interval)
    if low - high <= 2 * look.MARK:
        return []
    labels.mark(Box(x - 4, high, x + 4, low), 5.0)
    return [symbols.interval(x, high, low, series.color, paper, name=f"interval-{panel.number(index)}-{place}")]
