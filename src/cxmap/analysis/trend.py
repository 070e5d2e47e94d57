"""Scores, indexes and metrics over time, with what changed: what ``cxmap trend`` shows, as plain records.

Nothing is computed here but what to show: changes and their verdicts are those of :mod:`cxmap.analysis.changes` and
:mod:`cxmap.analysis.metrics`, whose families do not depend on what is shown.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cxmap.analysis.changes import (
    LAST,
    Pick,
    compared_indexes,
    compared_scores,
    index_changes,
    not_comparable,
    score_changes,
)
from cxmap.analysis.courses import FEWEST_POINTS, FEWEST_VALUES, share_slope, slope, xmr
from cxmap.analysis.focus import priority
from cxmap.analysis.intervals import TOO_FEW, score_interval
from cxmap.analysis.metrics import Measured, Track, around, changes, metric_changes, metrics_of, tracks
from cxmap.analysis.past import with_past
from cxmap.analysis.scope import known
from cxmap.analysis.scores import scales
from cxmap.analysis.series import Series, Trend, TrendOptions, TrendPoint
from cxmap.analysis.top_two import top_two_change
from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from cxmap.analysis.changes import IndexChange, IndexPoint, ScoreChange, ScoreKey
    from cxmap.analysis.courses import Slope
    from cxmap.analysis.difference import Change
    from cxmap.analysis.past import Past
    from cxmap.analysis.scores import Score
    from cxmap.analysis.series import Family
    from cxmap.model.scale import Range
    from cxmap.project.project import Project


def trend(project: Project, options: TrendOptions | None = None) -> Trend:
    """Scores, indexes and metrics over time.

    Args:
        project: The project.
        options: What to show; nothing: everything.

    Raises:
        UsageError: An id is not there, or nothing has such a source.
    """
    asked = options or TrendOptions()
    _check(project, asked)
    pick = asked.pick
    scores = compared_scores(project, pick, _more(project, asked.past)) if asked.own else score_changes(project)
    indexes = index_changes(project) if pick == LAST else compared_indexes(project, pick)
    ways = _with_readings(tracks(project), asked.past)
    moved = None if asked.own else metric_changes(project)
    all_series = [
        *(_score(each) for each in scores.values()),
        *(_index(each) for each in indexes.values()),
        *_metrics(project, ways, moved, pick),
    ]
    reported = {journey.id for _, journey in project.journey_documents()}
    metrics = _metrics_asked(project, asked)
    shown = [
        each
        for each in all_series
        if (each.id in metrics if each.what == "metric" else _is_asked(each, asked, reported))
        and (asked.since is None or (each.after.date is not None and each.after.date >= asked.since))
    ]
    families: dict[Family, int] = {"index": 0, "experience": 0, "importance": 0, "metric": 0}
    for each in all_series:
        if each.change is not None:
            families[each.family] = max(families[each.family], each.change.family)
    order = {"experience": 0, "index": 1, "importance": 2, "metric": 3}
    shown.sort(key=lambda each: order[each.family])
    return Trend(
        families,
        tuple(shown),
        _finished(project, shown),
        tuple(_guarded(project, shown)),
        {place: found for place, each in enumerate(shown) if (found := _course(project, each))},
        {place: points for place, each in enumerate(shown) if (points := _outside(each))},
        asked.own,
    )


def followed(found: Trend) -> list[Series]:
    """The scores and metrics that were measured on :data:`FEWEST_POINTS` days or more."""
    return [
        series
        for series in found.series
        if series.what != "index" and len({point.date for point in series.points if point.date}) >= FEWEST_POINTS
    ]


def wave_asked(project: Project, option: str, text: str | None) -> str | dt.date | None:
    """What ``--from`` or ``--to`` names: the id of a source, or a day.

    Raises:
        UsageError: It is neither.
    """
    if text is None or text in project.sources:
        return text
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        from cxmap.text.suggestions import nearest
        from cxmap.text.wording import hint

        near = nearest(text, list(project.sources))
        remedy = hint(near, "name a source of the project, or a day such as 2026-03-31")
        raise UsageError(f"{option} takes a source or a day, not '{text}'{remedy}") from None


def _check(project: Project, asked: TrendOptions) -> None:
    current = [(document, journey) for document, journey in project.journey_documents() if journey.state == "current"]
    known("journey", asked.journey, [journey.id for _, journey in current])
    inside = [document for document, journey in current if asked.journey in {None, journey.id}]
    known("persona", asked.persona, [name for _, journey in current for name in journey.personas if name])
    known("touchpoint", asked.touchpoint, [each.touchpoint.id for doc in inside for each in doc.touchpoints()])
    known("metric", asked.metric, project.metrics)


def _is_asked(series: Series, asked: TrendOptions, reported: set[str]) -> bool:
    journey, _, touchpoint = series.id.removesuffix("#handover").partition("/")
    return (
        asked.metric is None
        and journey in reported
        and asked.journey in {None, journey}
        and asked.persona in {None, series.persona}
        and asked.touchpoint in {None, touchpoint}
    )


def _metrics_asked(project: Project, asked: TrendOptions) -> set[str]:
    if asked.metric is not None:
        return {asked.metric}
    if asked.persona is not None or asked.touchpoint is not None:
        return set()
    if asked.journey is not None:
        document = project.definition("journeys", asked.journey)
        return set(metrics_of(project, document.document)) if document else set()
    return set(project.metrics)


def _score(given: ScoreChange) -> Series:
    key, width = given.key, (given.scale.max - given.scale.min) / 10
    # waves of a persona's own list only: what came before was said of all
    points = {id(score): _score_point(score, given.scale, width) for score in given.history.own}
    return Series(
        what="score",
        id=f"{key.journey}/{key.touchpoint}{'#handover' if key.handover else ''}",
        persona=key.persona,
        kind=key.kind,
        points=tuple(points.values()),
        before=points[id(given.before)] if given.before is not None else None,
        after=points[id(given.after)],
        change=given.change,
        scale=given.scale,
        top_two=top_two_change(given),
    )


def _score_point(score: Score, scale: Range, width: float) -> TrendPoint:
    around_it = score_interval(score)
    return TrendPoint(
        score.date,
        score.source,
        score.value,
        score.people,
        None if score.sd10 is None else score.sd10 * width,
        (scale.min + around_it.low * width, scale.min + around_it.high * width) if around_it else None,
        score.guess,
        around_it.se * width if around_it else None,
    )


def _index(given: IndexChange) -> Series:
    def point(at: IndexPoint) -> TrendPoint:
        return TrendPoint(at.wave.date, at.wave.source, at.value, guess=at.guess)

    before, after = point(given.before), point(given.after)
    return Series(
        what="index",
        id=given.journey,
        persona=given.persona,
        kind=None,
        points=(before, after),
        before=before,
        after=after,
        change=given.change,
        scale=given.scale,
        counted=(given.counted, given.total),
    )


def _more(project: Project, past: Past | None) -> Callable[[ScoreKey, Sequence[Score]], tuple[Score, ...]] | None:
    """The waves of a score with what earlier revisions held."""
    if past is None:
        return None

    def more(key: ScoreKey, own: Sequence[Score]) -> tuple[Score, ...]:
        scale = scales(project, project.journeys[key.journey]).of(key.kind)
        return with_past(own, past.scores.get(key, ()), scale)

    return more


def _with_readings(ways: Mapping[str, Track], past: Past | None) -> Mapping[str, Track]:
    """The ways of metrics with readings that earlier revisions had, and with their first baseline where it is gone."""
    if past is None:
        return ways
    found = {}
    for name, way in ways.items():
        given = {each[:2]: each for each in (*past.metrics.get(name, ()), *way.readings)}
        if way.baseline is not None:
            given.pop(way.baseline[:2], None)
        readings = sorted(given.values(), key=lambda each: each.day)
        found[name] = Track(
            way.better, way.baseline or (readings[0] if readings else None), way.target, tuple(readings), way.is_share
        )
    return found


def _metrics(
    project: Project, known_ways: Mapping[str, Track], moved: Mapping[str, Change | None] | None, pick: Pick
) -> Iterator[Series]:
    ways = {name: _picked(way, pick) for name, way in known_ways.items()}
    found = changes(ways) if moved is None else moved
    for name, model in project.metrics.items():
        way = ways[name]
        if way.latest is None:
            continue
        whole = known_ways[name]
        given = {
            (each.day, each.value): _metric_point(each, whole)
            for each in (*([whole.baseline] if whole.baseline else ()), *whole.readings)
        }
        points = tuple(sorted(given.values(), key=lambda point: point.date or dt.date.min))
        share, time = way.way_share, way.time_share
        yield Series(
            what="metric",
            id=name,
            persona=None,
            kind=None,
            points=points,
            before=_metric_point(way.baseline, way) if way.baseline is not None and way.since else None,
            after=_metric_point(way.latest, way),
            change=found[name],
            unit=model.unit or ("%" if model.kind == "percentage" else ""),
            target=way.target,
            schedule=way.schedule,
            progress=(share, time) if share is not None and time is not None else None,
            better=model.better,
            is_share=whole.is_share,
        )


def _picked(way: Track, pick: Pick) -> Track:
    """A metric from the reading on one's first day to that on the second; sources are of scores alone."""
    if pick == LAST:
        return way
    given = sorted([*([way.baseline] if way.baseline else []), *way.readings], key=lambda each: each.day)
    later = [each for each in given if isinstance(pick.later, dt.date) and each.day <= pick.later]
    earlier = [each for each in given if isinstance(pick.earlier, dt.date) and each.day <= pick.earlier]
    after = later[-1:] if pick.later is not None else given[-1:]
    before = earlier[-1] if earlier else (way.baseline if pick.earlier is None else None)
    return type(way)(way.better, before, way.target, tuple(after), way.is_share)


def _metric_point(reading: Measured, way: Track) -> TrendPoint:
    return TrendPoint(reading.day, None, reading.value, reading.n, reading.sd, around(reading, is_share=way.is_share))


def _finished(project: Project, shown: Iterable[Series]) -> tuple[str, ...]:
    """The actions that were finished between the earliest and the latest day that are compared."""
    days = [point.date for each in shown if each.change for point in (each.before, each.after) if point and point.date]
    if not days:
        return ()
    first, last = min(days), max(days)
    done = [
        (action.finished, name)
        for name, action in project.actions.items()
        if action.status == "done" and action.finished is not None and first < action.finished <= last
    ]
    return tuple(name for _, name in sorted(done))


_YEAR = 365.25


def _course(project: Project, series: Series) -> Slope | None:
    """The slope of a score per year over three or more dated waves that can all be compared with the last.

    Of a metric that is a share: over three or more readings, in percentage points.
    """
    if series.is_share:
        return _share_course(series)
    if series.kind is None or series.change is None or series.change.p is None:
        return None
    journey = project.journeys[series.id.partition("/")[0]]
    last = series.after.source
    points = [
        (point.date.toordinal() / _YEAR, point.value, point.se)
        for point in series.points
        if point.date is not None and point.se and not not_comparable(project, journey, series.kind, point.source, last)
    ]
    return slope(points) if len({time for time, *_ in points}) >= FEWEST_POINTS else None


def _share_course(series: Series) -> Slope | None:
    points = [
        (point.date.toordinal() / _YEAR, point.value, point.n)
        for point in series.points
        if point.date is not None and point.n is not None and point.n >= TOO_FEW and 0 <= point.value <= 100
    ]
    if len(points) < len(series.points) or len({time for time, *_ in points}) < FEWEST_POINTS:
        return None
    found = share_slope((time, value / 100, n) for time, value, n in points)
    return found._replace(value=100 * found.value, low=100 * found.low, high=100 * found.high)


def _outside(series: Series) -> tuple[TrendPoint, ...]:
    """The values of a metric outside the XmR limits, where it has nine or more and none has an n."""
    if series.what != "metric" or len(series.points) < FEWEST_VALUES or any(point.n for point in series.points):
        return ()
    low, high = xmr(point.value for point in series.points)
    return tuple(point for point in series.points if not low <= point.value <= high)


def _guarded(project: Project, shown: Iterable[Series]) -> Iterator[Series]:
    """What got worse for a persona of a segment that is to be maintained."""
    for each in shown:
        persona = project.personas.get(each.persona) if each.persona is not None else None
        worse = each.change is not None and each.change.verdict == "worse"
        if worse and persona is not None and persona.segment and priority(project, each.persona or "") == "maintain":
            yield each
