"""Dashboards to lay out: any number of metrics and journeys, any text, every course a metric can take."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import replace
from typing import Any

from tests.output.charts.journeys import TEXTS

from cxmap.analysis.metrics import Measured, Moves, changes, moves
from cxmap.output.charts.dashboard.view import Count, DashboardView, JourneyRow, Metric
from cxmap.output.charts.views import Scale

TODAY = dt.date(2026, 11, 22)
BASE = dt.date(2026, 3, 31)


def dashboard(metrics: int, texts: str = "plain", *, seed: int = 1, journeys: int = 2) -> DashboardView:
    """A dashboard of this size; the same arguments give the same one."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])
    return board(
        *(_metric(rng, say, place) for place in range(metrics)),
        journeys=tuple(_journey(rng, say, place) for place in range(journeys)),
    )


def board(*metrics: Metric, journeys: tuple[JourneyRow, ...] = ()) -> DashboardView:
    """A dashboard of these metrics, with what changed."""
    tracks = {str(place): metric for place, metric in enumerate(metrics)}
    changed = changes(tracks)
    told = tuple(replace(metric, change=changed[name]) for name, metric in tracks.items())
    return DashboardView(TODAY, told, moves(tracks, changed), journeys)


def _metric(rng: random.Random, say: itertools.cycle[str], place: int) -> Metric:
    ends = [(0.0, 100.0), (-100.0, 100.0), None][place % 3]
    low, high = ends or [(0, 9_000_000), (-5, 3), (0, 0.004), (0, 1e12)][place % 4]
    value = [rng.uniform(low, high) for _ in range(6)]
    count = rng.randrange(4)
    spread: Any = rng.choice([(), (12345, (high - low) / 9), (3, 1.0)])
    return Metric(
        title=next(say),
        better="lower" if rng.random() < 0.5 else "higher",
        unit=rng.choice(["%", "", "€", "minutes", next(say)]),
        ends=ends,
        owner=next(say),
        baseline=Measured(BASE, value[0], *spread) if rng.random() < 0.8 else None,
        target=Measured(BASE + dt.timedelta(days=rng.randrange(500)), value[1]) if rng.random() < 0.8 else None,
        readings=tuple(
            Measured(BASE + dt.timedelta(days=90 * i), value[2 + i], *rng.choice([(), (51,), spread]))
            for i in range(count)
        ),
    )


def _journey(rng: random.Random, say: itertools.cycle[str], place: int) -> JourneyRow:
    return JourneyRow(
        title=next(say),
        persona=next(say),
        scale=Scale(1, 5) if place % 2 else Scale(1, 10, 5.5),
        index=rng.uniform(1, 5) if place else None,
        weakest_link=(next(say), 2.5) if place else None,
        scored=Count(3, 14),
        assumed=Count(place % 2, 3),
        as_desired=Count(0, 0) if place == 1 else Count(2, 14),
        metrics=Moves(place % 3, place % 3, 0, 0),
        evidence=Count(9, 14),
    )
