"""The way of one persona's line: which points it joins, where it breaks, which parts of it are assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.drawing import curve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.choices import Curve
    from cxmap.output.charts.views import EmotionView, JourneyPoint, PersonaLine, Score


@dataclass(frozen=True, slots=True)
class Leg:
    """The line between two neighbours. ``bow`` is in columns (a column's middle is its number + ½) and scores.

    It ``breaks`` where both are measured, and not by one source.
    """

    start: int
    end: int
    bow: curve.Bow
    assumed: bool
    breaks: bool = False

    def within(self, first: float, end: float) -> curve.Bow | None:
        """The part of it over these columns."""
        left, right = max(self.bow.start[0], first), min(self.bow.end[0], end)
        if left >= right:
            return None
        return self.bow if (left, right) == (self.bow.start[0], self.bow.end[0]) else self.bow.between(left, right)

    def pieces(self, first: float, end: float, apart: float) -> list[curve.Bow]:
        """The parts of it over these columns: two, so many columns apart in its middle, where it breaks."""
        middle = (self.bow.start[0] + self.bow.end[0]) / 2
        halves = [(first, min(middle - apart / 2, end)), (max(middle + apart / 2, first), end)]
        found = [self.within(*ends) for ends in (halves if self.breaks else [(first, end)])]
        return [part for part in found if part is not None]


def main_stops(view: EmotionView, line: PersonaLine) -> list[tuple[int, JourneyPoint]]:
    """The touchpoints that this persona passes, detours aside, with their places."""
    return [
        (place, point)
        for place, (touchpoint, point) in enumerate(zip(view.touchpoints, line.points, strict=True))
        if point is not None and touchpoint.returns_to is None
    ]


def scores(line: PersonaLine) -> dict[int, float]:
    """The experience scores of a persona by touchpoint, detours included."""
    return {place: score.value for place, score in given(line).items()}


def given(line: PersonaLine) -> dict[int, Score]:
    """The experience of a persona by touchpoint, detours included, with what is known of it."""
    return {place: point.experience for place, point in enumerate(line.points) if point and point.experience}


def extremes(line: PersonaLine) -> set[int]:
    """The highest and the lowest touchpoint, the first of equals; none where there is only one score."""
    if line.extremes is not None:
        return set(line.extremes)
    values = scores(line)
    return {max(values, key=values.__getitem__), min(values, key=values.__getitem__)} if len(values) > 1 else set()


def experienced(view: EmotionView, line: PersonaLine, form: Curve) -> list[Leg]:
    """The legs of the experience. A touchpoint without a score breaks the line."""
    stops = [
        (
            place,
            None
            if point.experience is None
            else (point.experience.value, point.experience.assumed, point.experience.source),
        )
        for place, point in main_stops(view, line)
    ]
    return list(_legs(stops, form))


def other(point: JourneyPoint) -> float | None:
    """What an experience is compared with: what it is to become, or what it was at an earlier wave."""
    if point.desired is not None:
        return point.desired
    return point.earlier.score.value if point.earlier else None


def compared(view: EmotionView, line: PersonaLine, form: Curve) -> list[Leg]:
    """The legs of what the experience is compared with."""
    stops = [
        (place, None if (value := other(point)) is None else (value, False, ""))
        for place, point in main_stops(view, line)
    ]
    return list(_legs(stops, form))


def _legs(stops: Sequence[tuple[int, tuple[float, bool, str] | None]], form: Curve) -> Iterable[Leg]:
    run: list[tuple[int, float, bool, str]] = []
    for place, score in [*stops, (-1, None)]:
        if score is not None:
            run.append((place, *score))
            continue
        if len(run) > 1:
            points = [(place + 0.5, value) for place, value, *_ in run]
            bows = curve.smooth(points) if form == "smooth" else curve.straight(points)
            for (start, _, guess, source), (end, _, other, next_), bow in zip(run[:-1], run[1:], bows, strict=True):
                assumed = guess or other
                yield Leg(start, end, bow, assumed, breaks=source != next_ and not assumed)
        run = []
