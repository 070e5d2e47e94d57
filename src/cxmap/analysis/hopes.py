"""What owners hope for: the gains that actions expect, summed up in the index of each journey. No forecast.

Formula: docs/method.md, "What owners hope for".
"""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.scores import from_ten, scales
from cxmap.analysis.stops import personas, stops
from cxmap.analysis.summary import skipped, weighted10
from cxmap.analysis.waves import history

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.analysis.stops import Visit
    from cxmap.model.action import Action
    from cxmap.model.journey import Journey
    from cxmap.model.scale import Range
    from cxmap.project.document import Document
    from cxmap.project.project import Project


class Hope(NamedTuple):
    """What the actions are hoped to make of a journey.

    Attributes:
        journey: Its id.
        title: Its title.
        scale: The scale of the two figures: the journey's own.
        now: The experience of the whole journey, weighted by importance.
        hoped: The same with every gain that is hoped for.
    """

    journey: str
    title: str
    scale: Range
    now: float
    hoped: float


class Hopes(NamedTuple):
    """What is hoped for in all journeys.

    Attributes:
        journeys: The current journeys of which something is hoped, in the order of their files.
        unused: The gains that have no part in an index, as ``journey/touchpoint``: of a handover, of a touchpoint
            without both scores, or of a journey that is not shown.
    """

    journeys: tuple[Hope, ...] = ()
    unused: tuple[str, ...] = ()


class _Gain(NamedTuple):
    """What one action is hoped to add to a touchpoint's experience, in points of its journey's scale."""

    points: float | dict[str, float]
    start: dt.date | None

    def of(self, persona: str) -> float | None:
        """The points for a persona; ``None``: nothing is hoped for there."""
        return self.points.get(persona) if isinstance(self.points, dict) else self.points


def hopes(project: Project, actions: Mapping[str, Action]) -> Hopes:
    """What some actions are hoped to bring.

    Args:
        project: For the journeys; only current ones that were asked about.
        actions: Those that are neither done nor dropped, by id.
    """
    gains: dict[tuple[str, str], list[_Gain]] = {}
    unused: dict[str, None] = {}
    for name, action in actions.items():
        definition = project.definition("actions", name)
        for text, gain in action.expects.items():
            target = definition and project.target(text, definition.document)
            if target is None:
                unused[text] = None
            elif target.handover:
                unused[f"{target.journey}/{target.touchpoint}#handover"] = None
            else:
                gains.setdefault((target.journey, target.touchpoint), []).append(_Gain(gain, action.start))
    found = []
    for document, journey in project.journey_documents():
        here = {touchpoint: gains.pop((name, touchpoint)) for name, touchpoint in [*gains] if name == journey.id}
        ways = _ways(project, document) if here and journey.state == "current" else []
        hope = _hope(project, journey, ways, here)
        found += [hope] if hope else []
        counting = {stop.id for way in ways for stop in way if stop.scored} if hope else set()
        unused |= {f"{journey.id}/{touchpoint}": None for touchpoint in here if touchpoint not in counting}
    unused |= {f"{journey}/{touchpoint}": None for journey, touchpoint in gains}
    return Hopes(tuple(found), tuple(unused))


def _ways(project: Project, document: Document) -> list[Sequence[Visit]]:
    """The ways through a journey that count in figures over all personas."""
    everybody = personas(document)
    aside = skipped(project, everybody)
    return [stops(project, document, persona) for persona in everybody if persona not in aside]


def _hope(
    project: Project, journey: Journey, ways: Sequence[Sequence[Visit]], gains: Mapping[str, Sequence[_Gain]]
) -> Hope | None:
    on = scales(project, journey).experience
    now, hoped = [], []
    counting = False
    for stop in (stop for way in ways for stop in way):
        if stop.importance and stop.experience:
            weight, experience = stop.importance.value10, stop.experience.value10
            better = _hoped10(project, stop, gains.get(stop.id, ()), on)
            counting = counting or better is not None
            now.append((weight, experience))
            hoped.append((weight, experience if better is None else better))
    before, after = weighted10(now), weighted10(hoped)
    if not counting or before is None or after is None:
        return None
    return Hope(journey.id, journey.title, on, from_ten(before, on), from_ten(after, on))


def _hoped10(project: Project, stop: Visit, gains: Sequence[_Gain], on: Range) -> float | None:
    """The experience that is hoped for, on 0-10; ``None``: no gain is for this persona.

    Gains count from the last wave before the first of their actions starts. What has been reached since is not hoped
    for twice: the experience as it is now is kept where it is better than that.
    """
    own = [(points, gain.start) for gain in gains if (points := gain.of(stop.passage.persona)) is not None]
    if not own or stop.experience is None:
        return None
    points = math.fsum(each for each, _ in own)
    starts = [start for _, start in own if start]
    base, now = stop.experience.value10, stop.experience.value10
    if starts:
        told = history(project, stop.passage, "experience")
        waves = [*told.before, *told.own]
        earlier = [wave for wave in waves if (wave.date or dt.date.min) < min(starts)]
        base = (earlier or waves[:1])[-1].value10
    reached = base + 10 * points / (on.max - on.min)
    reached = max(reached, now) if points > 0 else min(reached, now)
    return min(10.0, max(0.0, reached))
