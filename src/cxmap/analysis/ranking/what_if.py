"""What another experience would change: the ranking with it, and the index of the journey. Arithmetic, no forecast.

Formulas: docs/method.md, "What if".
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis import student
from cxmap.analysis.dependence import Estimate, driver_of, number_of
from cxmap.analysis.index_error import error_of_sum
from cxmap.analysis.intervals import standard_error
from cxmap.analysis.ranking import candidates as make
from cxmap.analysis.ranking import combined
from cxmap.analysis.ranking.order import ranked
from cxmap.analysis.scope import known
from cxmap.analysis.scores import from_ten, scales, to_ten
from cxmap.analysis.summary import skipped, weighted10
from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxmap.analysis.ranking.candidates import Candidate
    from cxmap.analysis.ranking.combined import Weights
    from cxmap.analysis.ranking.options import Options
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.scope import Way
    from cxmap.analysis.stops import Visit
    from cxmap.choices import RankingKey
    from cxmap.model.scale import Range
    from cxmap.project.project import Project

_ASKED = re.compile(r"(?:(?P<journey>[^/=]+)/)?(?P<touchpoint>[^/=]+)=(?P<points>[+\-−]?\d+(?:[.,]\d+)?)")

Place = tuple[str, str]
"""The ids of a journey and of a touchpoint in it."""


class Effect(NamedTuple):
    """What one other experience would change, for one persona or over all.

    Attributes:
        journey: The journey's id.
        touchpoint: The touchpoint's id.
        persona: The persona's id; ``None``: over all personas, as combined rows are.
        title: The touchpoint's title.
        scale: The scale of its experience.
        asked: The change that was asked for, in points of that scale.
        change: The change that fits on the scale; of combined rows the mean.
        experience: The experience now, in points.
        key: The figure that is ranked by, now and after.
        rank: The rank now, and after all the changes asked for.
        indexes: The index of the journey now and after all the changes, in points; ``None``: nothing has importance.
        index_change: What this change alone does to the index, in points.
        index_interval: The ends of its 95 % interval; ``None`` unless every importance of the journey has one.
        index_at_most: Whether that interval is too wide rather than too narrow.
        overall_change: What goes with the change in the overall mark, in points; ``None``: no slope is known.
        overall_interval: The ends of its 95 % interval.
    """

    journey: str
    touchpoint: str
    persona: str | None
    title: str
    scale: Range
    asked: float
    change: float
    experience: float
    key: tuple[float, float]
    rank: tuple[int, int]
    indexes: tuple[float, float] | None
    index_change: float | None
    index_interval: tuple[float, float] | None
    index_at_most: bool
    overall_change: float | None
    overall_interval: tuple[float, float] | None

    @property
    def clipped(self) -> bool:
        """Whether less than was asked for fits on the scale."""
        return not math.isclose(self.asked, self.change, abs_tol=1e-9)


def asked(texts: Iterable[str]) -> dict[tuple[str | None, str], float]:
    """What ``--what-if`` says: by journey (``None``: not named) and touchpoint, the change in points.

    Raises:
        UsageError: A text is no such change, or names a touchpoint twice.
    """
    found: dict[tuple[str | None, str], float] = {}
    for text in texts:
        match = _ASKED.fullmatch(text.strip())
        if match is None:
            raise UsageError(f"--what-if takes a touchpoint and a change, as in shops=+0.5, not '{text}'")
        place = match["journey"], match["touchpoint"]
        if place in found:
            raise UsageError(f"--what-if names '{match['touchpoint']}' twice; give one change for it")
        found[place] = float(match["points"].replace("−", "-").replace(",", "."))
    return found


def effects(
    project: Project,
    options: Options,
    by: RankingKey,
    ways: Sequence[Way],
    can: Sequence[Candidate],
    before: Sequence[Row],
    weights: Weights | None,
) -> tuple[Effect, ...]:
    """What the changes asked for would do, those over all personas first.

    Args:
        project: The project.
        options: What is asked for.
        by: The ranking figure.
        ways: The ways through journeys that are ranked.
        can: What is ranked, over all personas.
        before: The rows made of it, combined ones first.
        weights: How much each persona counts in combined rows; ``None`` without any.

    Raises:
        UsageError: A touchpoint is not there, is in several journeys or lacks a score; or the figure does not follow
            from the experience.
    """
    if by == "improvement" or options.shares:
        raise UsageError(
            "--what-if changes the mean of an experience, from which no share of answers follows; rank by a figure of "
            "means"
        )
    points = _places(ways, can, asked(options.what_if))
    changed = [_changed(project, candidate, points) for candidate in can]
    by_persona: dict[str, list[Row]] = {}
    for candidate in changed:
        by_persona.setdefault(candidate.stop.passage.persona, []).append(make.row(project, candidate, by, options))
    each = [row for rows in by_persona.values() for row in ranked(rows)]
    together = ranked(combined.rows(each, weights)) if weights is not None else []
    after = {_name(row): row for row in (*together, *each)}
    return tuple(
        _effect(project, row, after[_name(row)], points, _of(project, ways, row))
        for row in before
        if row.kind != "handover" and (row.journey, row.touchpoint) in points
    )


def _places(
    ways: Sequence[Way], can: Sequence[Candidate], changes: Mapping[tuple[str | None, str], float]
) -> dict[Place, float]:
    """The touchpoints that changes are for."""
    there = {(way.journey.id, stop.id) for way in ways for stop in way.stops}
    scored = {_place(candidate) for candidate in can if candidate.kind == "touchpoint"}
    found: dict[Place, float] = {}
    for (journey, touchpoint), change in changes.items():
        known("journey", journey, [name for name, _ in there])
        known("touchpoint", touchpoint, [name for inside, name in there if journey in {None, inside}])
        places = sorted(place for place in there if place[1] == touchpoint and journey in {None, place[0]})
        if len(places) > 1:
            named = " or ".join("/".join(place) for place in places)
            raise UsageError(f"'{touchpoint}' is in several journeys; write {named}")
        place = places[0]
        if place not in scored:
            raise UsageError(f"'{'/'.join(place)}' is not ranked, as it lacks a score; --what-if needs both scores")
        if place in found:
            raise UsageError(f"--what-if names '{touchpoint}' twice; give one change for it")
        found[place] = change
    return found


def _place(candidate: Candidate) -> Place:
    return candidate.stop.passage.journey.id, candidate.stop.id


def _name(row: Row) -> tuple[str, str, str, str | None]:
    return row.kind, row.journey, row.touchpoint, row.persona


def _changed(project: Project, candidate: Candidate, points: Mapping[Place, float]) -> Candidate:
    """A candidate with the experience that is asked for."""
    experience, change = candidate.scores.experience, points.get(_place(candidate))
    if candidate.kind != "touchpoint" or experience is None or change is None:
        return candidate
    on = scales(project, candidate.stop.passage.journey).experience
    value = _held(experience.value + change, on)
    score = experience._replace(value=value, value10=to_ten(value, on))
    return candidate._replace(scores=candidate.scores._replace(experience=score))


def _held(value: float, on: Range) -> float:
    """A value that goes no further than its scale."""
    return min(on.max, max(on.min, value))


def _of(project: Project, ways: Sequence[Way], row: Row) -> list[Visit]:
    """The scored touchpoints of the index that a row is in: of its persona, or of all who count over all personas."""
    inside = [way for way in ways if way.journey.id == row.journey]
    aside = skipped(project, {way.persona for way in inside}) if row.persona is None else ()
    return [
        stop
        for way in inside
        if (way.persona == row.persona if row.persona is not None else way.persona not in aside)
        for stop in way.stops
        if stop.scored
    ]


def _effect(project: Project, now: Row, after: Row, points: Mapping[Place, float], stops: Sequence[Visit]) -> Effect:
    on = scales(project, stops[0].passage.journey).experience
    width = (on.max - on.min) / 10
    changes10 = [_change10(stop, points.get((now.journey, stop.id), 0.0), on) for stop in stops]
    pairs = [(s.importance.value10, s.experience.value10) for s in stops if s.importance and s.experience]
    before10 = weighted10(pairs)
    after10 = weighted10([(i, e + change) for (i, e), change in zip(pairs, changes10, strict=True)])
    own = [change if stop.id == now.touchpoint else 0.0 for stop, change in zip(stops, changes10, strict=True)]
    part10 = weighted10([(i, change) for (i, _), change in zip(pairs, own, strict=True)])
    error = _error(project, stops, own)
    indexes = index_change = interval = None
    if before10 is not None and after10 is not None and part10 is not None:
        indexes, index_change = (from_ten(before10, on), from_ten(after10, on)), part10 * width
        if error is not None:
            interval = (part10 - error[0]) * width, (part10 + error[0]) * width
    change = (after.experience or 0.0) - (now.experience or 0.0)
    overall, overall_interval = _overall(project, [stop for stop in stops if stop.id == now.touchpoint], change)
    return Effect(
        journey=now.journey,
        touchpoint=now.touchpoint,
        persona=now.persona,
        title=now.title,
        scale=on,
        asked=points[now.journey, now.touchpoint],
        change=change,
        experience=now.experience or 0.0,
        key=(now.key or 0.0, after.key or 0.0),
        rank=(now.rank or 0, after.rank or 0),
        indexes=indexes,
        index_change=index_change,
        index_interval=interval,
        index_at_most=error is not None and error[1],
        overall_change=overall,
        overall_interval=overall_interval,
    )


def _overall(
    project: Project, stops: Sequence[Visit], change: float
) -> tuple[float | None, tuple[float, float] | None]:
    """What goes with a change in the overall mark: slope x change, with its interval.

    A slope is points for points of one scale, so that it holds in points of any. Nothing where no survey says it, or
    the experiences are of several.
    """
    found = [driver_of(project, stop.passage.document, stop.id, stop.experience) for stop in stops]
    if len({(stop.experience.source, stop.experience.date) for stop in stops if stop.experience}) > 1 or not all(found):
        return None, None
    slope, low, high = (number_of(found[0], name) if found else None for name in ("slope", "slope_low", "slope_high"))
    if slope is None:
        return None, None
    ends = None if low is None or high is None else (min(low * change, high * change), max(low * change, high * change))
    return slope * change, ends


def _change10(stop: Visit, points: float, on: Range) -> float:
    """The change of a touchpoint's experience on 0-10."""
    if not points or stop.experience is None:
        return 0.0
    return to_ten(_held(stop.experience.value + points, on), on) - stop.experience.value10


def _error(project: Project, stops: Sequence[Visit], changes10: Sequence[float]) -> tuple[float, bool] | None:
    """Half the 95 % interval of ``Σ i10·Δ10 / Σ i10``, and whether it is at most so large.

    By the delta method, ``∂/∂i_j = (Δ_j - Σ i·Δ/Σ i)/Σ i``. ``None`` unless every importance has a standard error; one
    of 0 (answers that are all alike) says nothing of how far it is off.
    """
    weights = [
        (stop, stop.importance, change) for stop, change in zip(stops, changes10, strict=True) if stop.importance
    ]
    total = math.fsum(score.value10 for _, score, _ in weights)
    if not total or not all(standard_error(score) and score.n for _, score, _ in weights):
        return None
    middle = math.fsum(score.value10 * change for _, score, change in weights) / total
    terms = [
        (Estimate(stop.passage.document, stop.id, stop.passage.persona, "importance", score), (change - middle) / total)
        for stop, score, change in weights
    ]
    se, df, at_most = error_of_sum(project, terms)
    return student.quantile(df) * se, at_most
