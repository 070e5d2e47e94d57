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
    from collections.abc import Collection, Mapping, Sequence

    from cxmap.analysis.scores import Score
    from cxmap.analysis.stops import Visit
    from cxmap.model.action import Action
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


class Gain(NamedTuple):
    """What one action is hoped to add to an experience, for one persona.

    Attributes:
        action: The action's id.
        points10: How much, on 0-10; below 0: it is expected to get worse.
        start: The day the action starts.
    """

    action: str
    points10: float
    start: dt.date | None


class Hoped(NamedTuple):
    """A scored touchpoint of one persona in a journey's index, with what is hoped for there.

    Attributes:
        journey: The journey's id.
        touchpoint: The touchpoint's id.
        importance: How much it matters: its weight.
        scale: The scale of its experience.
        now10: The experience now, on 0-10.
        waves: The day and the experience on 0-10 of each wave, oldest first; empty where nothing is hoped for.
        gains: What actions are hoped to add.
    """

    journey: str
    touchpoint: str
    importance: Score
    scale: Range
    now10: float
    waves: tuple[tuple[dt.date, float], ...] = ()
    gains: tuple[Gain, ...] = ()

    def after10(self, chosen: Collection[str]) -> float:
        """The experience that is hoped for on 0-10, if these actions are carried out.

        Gains count from the last wave before the first of their actions starts. What has been reached since is not
        hoped for twice: the experience as it is now is kept where it is better than that.

        Args:
            chosen: Ids of actions.
        """
        own = [gain for gain in self.gains if gain.action in chosen]
        if not own:
            return self.now10
        base, starts = self.now10, [gain.start for gain in own if gain.start]
        if starts:
            earlier = [value for day, value in self.waves if day < min(starts)]
            base = (earlier or [self.waves[0][1]])[-1]
        points = math.fsum(gain.points10 for gain in own)
        reached = max(base + points, self.now10) if points > 0 else min(base + points, self.now10)
        return min(10.0, max(0.0, reached))


Given = dict[tuple[str, str], list[tuple[str, "Action", "float | dict[str, float]"]]]
"""By journey and touchpoint: the actions that hope for something there, and what."""


def hopes(project: Project, actions: Mapping[str, Action]) -> Hopes:
    """What some actions are hoped to bring.

    Args:
        project: For the journeys; only current ones that were asked about.
        actions: Those that are neither done nor dropped, by id.
    """
    given, unused = _given(project, actions)
    found = []
    for document, journey in project.journey_documents():
        here = [touchpoint for name, touchpoint in given if name == journey.id]
        places = _places(project, document, given) if here and journey.state == "current" else []
        counting = {place.touchpoint for place in places if place.gains}
        now, hoped = index10(places, ()), index10(places, actions)
        if counting and now is not None and hoped is not None:
            on = scales(project, journey).experience
            found.append(Hope(journey.id, journey.title, on, from_ten(now, on), from_ten(hoped, on)))
            counting = {place.touchpoint for place in places}
        else:
            counting = set()
        unused |= {f"{journey.id}/{name}": None for name in here if name not in counting}
        for name in here:
            del given[journey.id, name]
    unused |= {f"{journey}/{touchpoint}": None for journey, touchpoint in given}
    return Hopes(tuple(found), tuple(unused))


def places(project: Project, actions: Mapping[str, Action]) -> list[Hoped]:
    """The scored touchpoints of all current journeys asked about, with what some actions are hoped to add.

    Args:
        project: For the journeys.
        actions: The actions, by id.
    """
    given, _ = _given(project, actions)
    return [
        place
        for document, journey in project.journey_documents()
        if journey.state == "current"
        for place in _places(project, document, given)
    ]


def index10(places: Sequence[Hoped], chosen: Collection[str]) -> float | None:
    """``Σ i10·h10 / Σ i10`` if these actions are carried out; ``None`` where nothing has any importance."""
    return weighted10([(place.importance.value10, place.after10(chosen)) for place in places])


def _given(project: Project, actions: Mapping[str, Action]) -> tuple[Given, dict[str, None]]:
    """The gains of touchpoints, and what has no place in an index."""
    given: Given = {}
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
                given.setdefault((target.journey, target.touchpoint), []).append((name, action, gain))
    return given, unused


def _places(project: Project, document: Document, given: Given) -> list[Hoped]:
    """The scored touchpoints of a journey as each persona who counts in figures over all personas passes them."""
    everybody = personas(document)
    aside = skipped(project, everybody)
    ways = [stops(project, document, persona) for persona in everybody if persona not in aside]
    return [place for way in ways for stop in way if (place := _place(project, stop, given)) is not None]


def _place(project: Project, stop: Visit, given: Given) -> Hoped | None:
    if stop.importance is None or stop.experience is None:
        return None
    journey, persona = stop.passage.journey, stop.passage.persona
    on = scales(project, journey).experience
    gains = []
    for name, action, gain in given.get((journey.id, stop.id), ()):
        points = gain.get(persona) if isinstance(gain, dict) else gain
        if points is not None:
            gains.append(Gain(name, 10 * points / (on.max - on.min), action.start))
    waves: tuple[tuple[dt.date, float], ...] = ()
    if gains:
        told = history(project, stop.passage, "experience")
        waves = tuple((wave.date or dt.date.min, wave.value10) for wave in (*told.before, *told.own))
    return Hoped(journey.id, stop.id, stop.importance, on, stop.experience.value10, waves, tuple(gains))
