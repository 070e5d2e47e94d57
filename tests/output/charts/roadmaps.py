"""Road maps to lay out: any number of actions, any text, every status, dates of all kinds."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from typing import TYPE_CHECKING

from tests.output.charts.journeys import TEXTS

from cxmap.output.charts.roadmap.view import Action, Improved, RoadmapView, Seen, Status, ToDo

if TYPE_CHECKING:
    from cxmap.choices import Lever

TODAY = dt.date(2026, 11, 22)
LEVERS: tuple[Lever, ...] = (
    "automation", "personalisation", "contextual", "proactive", "people", "process", "product", "communication"
)  # fmt: skip
STATUSES: tuple[Status, ...] = ("idea", "planned", "in-progress", "done")


def roadmap(actions: int, texts: str = "plain", *, seed: int = 1, rated: bool = True, years: int = 1) -> RoadmapView:
    """A road map with this many actions; the same arguments give the same one."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])
    owners = [next(say) for _ in range(min(actions, 4))]
    every = tuple(
        _action(rng, place, say, owners[place * len(owners) // actions], rated=rated, years=years)
        for place in range(actions)
    )
    return RoadmapView(TODAY, every, (next(say), next(say)), (next(say),), 14, "priority")


def _action(
    rng: random.Random, place: int, say: itertools.cycle[str], owner: str, *, rated: bool, years: int
) -> Action:
    start = dt.date(2026, 1, 1) + dt.timedelta(days=rng.randrange(365 * years))
    due = start + dt.timedelta(days=rng.randrange(200))
    form = rng.randrange(8)
    return Action(
        title=next(say),
        status=STATUSES[rng.randrange(4)],
        owner=owner,
        improves=tuple(
            Improved(next(say), rng.random() < 0.3, rng.choice([None, 1, 12])) for _ in range(1 + place % 3)
        ),
        start=None if form in {0, 1} else start,
        due=None if form in {0, 2} else due,
        finished=due if form == 3 else None,
        effort=rng.randrange(1, 6) if rated and rng.random() < 0.9 else None,
        impact=rng.randrange(1, 6) if rated and rng.random() < 0.9 else None,
        after=(rng.randrange(place),) if place and rng.random() < 0.4 else (),
        steps=tuple(
            ToDo(next(say), next(say) if rng.random() < 0.5 else "", due if rng.random() < 0.7 and form else None, done)
            for done in (True, False)[: rng.randrange(3)]
        ),
        levers=LEVERS[place % 3 : place % 8] if rated else (),
        expects=[None, (1.0, 1.0), (-0.5, 2.25)][place % 3] if rated else None,
        metrics=tuple(Seen(next(say), ("%", "", "€")[i], (12.0, 9.0, 31.5)[: i + 1], 40.0) for i in range(place % 3))
        if rated
        else (),
    )
