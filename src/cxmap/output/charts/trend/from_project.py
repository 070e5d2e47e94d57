"""From a project to the chart of its trends: figures and verdicts are those of ``cxmap trend``."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cxmap.analysis.changes import not_comparable
from cxmap.analysis.courses import FEWEST_POINTS
from cxmap.analysis.trend import followed, trend
from cxmap.output.charts import views
from cxmap.output.charts.trend.view import Finished, TrendCard, TrendView
from cxmap.output.charts.verdicts import plain
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.scores import Kind
    from cxmap.analysis.series import Series, TrendPoint
    from cxmap.model.journey import Journey
    from cxmap.project.project import ActionTarget, Project

_KINDS = {None: 0, "experience": 1, "importance": 2}  # metrics first
_NICE = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def trend_view(project: Project) -> TrendView:
    """The trends of a project: its metrics, and the scores of its current journeys.

    Raises:
        NothingToShow: Nothing was measured on three days or more.
    """
    found = trend(project)
    long = followed(found)
    if not long:
        raise NothingToShow(
            f"no score and no metric has {FEWEST_POINTS} points in time; each survey and reading adds one"
        )
    shared: dict[object, list[Series]] = {}
    for each in long:
        shared.setdefault((each.what, each.id, each.kind, each.points), []).append(each)
    days = [day for each in long for day in _days(each)]
    done = sorted(
        (action.finished, name)
        for name, action in project.actions.items()
        if action.status == "done" and action.finished and min(days) <= action.finished <= max(days)
    )
    names = [name for _, name in done]
    cards = [_card(project, group, long, names) for group in shared.values()]
    cards.sort(key=lambda card: _KINDS[card.series.kind])
    used = sorted({place for card in cards for place in card.finished})
    return TrendView(
        cards=tuple(_renumbered(card, used) for card in cards),
        finished=tuple(Finished(project.actions[names[place]].title, done[place][0]) for place in used),
        families=found.families,
        sources=tuple(_sources(project, long)),
        lang=project.config.lang,
    )


def _days(series: Series) -> set[dt.date]:
    return {point.date for point in series.points if point.date is not None}


def _card(project: Project, group: Sequence[Series], every: Sequence[Series], done: Sequence[str]) -> TrendCard:
    """The card of a figure; personas who share a score share it."""
    series = group[0]
    if series.what == "metric":
        model = project.metrics[series.id]
        about = [i for i, name in enumerate(done) if series.id in project.actions[name].metrics]
        ends = _ends(series, nps=model.kind == "nps", share=series.unit == "%" or model.kind == "percentage")
        follows = (None, *range(len(_dated(series)) - 1))
        return TrendCard(model.title, plain(series), ends, follows, tuple(about), better=model.better)
    journey_id, _, rest = series.id.partition("/")
    place, _, handover = rest.partition("#")
    journey = project.journeys[journey_id]
    whose = {each.persona for each in group}
    others = {each.persona for each in every if (each.id, each.kind) == (series.id, series.kind)}
    targets = {name for target, names in project.actions_by_target.items() if _about(target, series) for name in names}
    titles = {touchpoint.id: touchpoint.title for stage in journey.stages for touchpoint in stage.touchpoints}
    several = len({each.id.partition("/")[0] for each in every if each.what == "score"}) > 1
    kind = series.kind or "experience"
    return TrendCard(
        title=titles.get(place, place),
        series=plain(series),
        ends=(series.scale.min, series.scale.max) if series.scale else (0.0, 10.0),
        follows=tuple(_follows(project, journey, kind, _dated(series))),
        finished=tuple(i for i, name in enumerate(done) if name in targets),
        journey=journey.title if several else "",
        personas=tuple(_name(project, name) for name in sorted(filter(None, whose))) if whose != others else (),
        handover=bool(handover),
    )


def _follows(project: Project, journey: Journey, kind: Kind, points: Sequence[TrendPoint]) -> Iterator[int | None]:
    """For each point the last earlier one that it can be compared with."""
    for place, point in enumerate(points):
        yield next(
            (
                earlier
                for earlier in reversed(range(place))
                if not_comparable(project, journey, kind, points[earlier].source, point.source) is None
            ),
            None,
        )


def _dated(series: Series) -> list[TrendPoint]:
    return [point for point in series.points if point.date is not None]


def _about(target: ActionTarget, series: Series) -> bool:
    where = f"{target.journey}/{target.touchpoint}{'#handover' if target.handover else ''}"
    return where == series.id


def _name(project: Project, name: str) -> str:
    found = project.personas.get(name)
    return found.name if found else name


def _renumbered(card: TrendCard, used: Sequence[int]) -> TrendCard:
    from dataclasses import replace

    return replace(card, finished=tuple(used.index(place) for place in card.finished))


def _ends(series: Series, *, nps: bool, share: bool) -> tuple[float, float]:
    """The whole scale of a metric: that of its kind, else from 0 to a round number; wider where values ask for it."""
    ends = [end for point in series.points for end in point.interval or ()]
    values = [*(point.value for point in series.points), *ends, *([series.target.value] if series.target else [])]
    low, high = (-100.0, 100.0) if nps else (0.0, 100.0) if share else (0.0, 0.0)
    low = low if min(values) >= low else -_round_up(-min(values))
    high = high if max(values) <= high else _round_up(max(values))
    return (low, high) if low < high else (low, low + 1)


def _round_up(value: float) -> float:
    """The next round number above, or the value itself."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in _NICE if step * power >= value * (1 - 1e-12))


def _sources(project: Project, long: Sequence[Series]) -> Iterator[views.SourceNote]:
    """Where the scores come from, in the order of the project, with how many gave one."""
    points = [point for each in long for point in each.points]
    for name, source in project.sources.items():
        counts = [point.n for point in points if point.source == name and point.n is not None]
        if any(point.source == name for point in points):
            around = (min(counts), max(counts)) if counts else None
            yield views.SourceNote(source.title, around, source.date, source.guess)
