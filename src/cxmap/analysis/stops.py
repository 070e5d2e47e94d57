"""A persona's way through a journey with every score on one footing."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.arithmetic import mean, rounded
from cxmap.analysis.passages import ways
from cxmap.analysis.scores import Score, from_ten, scales, score_set
from cxmap.project.memo import memoized
from cxmap.project.summary import JOURNEYS, lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.analysis.passages import Passage
    from cxmap.analysis.scores import ScoreSet
    from cxmap.project.document import Document
    from cxmap.project.project import Project


FEWEST_SCORES = 4
"""With fewer scored experiences no link of a journey is called its weakest."""


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """One persona at one touchpoint, with the scores there."""

    passage: Passage
    scores: ScoreSet

    @property
    def id(self) -> str:
        """The touchpoint's id."""
        return self.passage.touchpoint.id

    @property
    def importance(self) -> Score | None:
        """How much the touchpoint matters to this persona."""
        return self.scores.importance

    @property
    def experience(self) -> Score | None:
        """How this persona experiences it."""
        return self.scores.experience

    @property
    def scored(self) -> bool:
        """Whether importance and experience are both there."""
        return self.scores.complete


class Coverage(NamedTuple):
    """How much of something is known: ``scored`` of ``total``."""

    scored: int
    total: int


def stops(project: Project, document: Document, persona: str) -> list[Visit]:
    """A persona's way through the journey of a file, detours included, in journey order.

    What a touchpoint lacks of ``desired`` is taken from the journey that redesigns this one, if there is one.
    """
    intended = _intended(project, document, persona)
    found = []
    for passage in ways(document).get(persona, ()):
        scores = score_set(project, passage.journey, passage.experience.scores, passage.mark_source)
        if scores.desired is None and passage.touchpoint.id in intended:
            on = scales(project, passage.journey).experience
            given = intended[passage.touchpoint.id]
            scores = scores._replace(desired=Score(from_ten(given, on), given))
        found.append(Visit(passage, scores))
    return found


def _intended(project: Project, document: Document, persona: str) -> dict[str, float]:
    """By touchpoint of a current journey: the experience on 0-10 that the journey that redesigns it intends."""
    journey = document.journey
    if journey is None or journey.state != "current":
        return {}
    for plan in _referring(project).get(journey.id, ()):
        if plan.journey and plan.journey.state == "desired" and plan.journey.redesigns == journey.id:
            return intended(stops(project, plan, persona))
    return {}


def intended(way: Sequence[Visit]) -> dict[str, float]:
    """The experience on 0-10 along a desired way by touchpoint of the current one: of the same id, else replaced."""
    own = experience10(way)
    replaced = {name: value for stop, value in reversed(own.items()) for name in stop.passage.touchpoint.replaces}
    return replaced | {stop.id: value for stop, value in own.items()}


@memoized
def _referring(project: Project) -> dict[str, list[Document]]:
    """By id of a journey: the files that refer to it. Summaries tell, so that no file is parsed for it."""
    found: dict[str, list[Document]] = {}
    for document in project.documents:
        for name in lines(document.summary.uses.get(JOURNEYS, "")):
            found.setdefault(name, []).append(document)
    return found


def personas(document: Document) -> list[str]:
    """The personas of a file's journey, each once, in the order of the file."""
    journey = document.journey
    return list(dict.fromkeys(name for name in journey.personas if name)) if journey else []


def neighbours(way: Sequence[Visit]) -> list[tuple[Visit, Visit]]:
    """Each touchpoint with the one after it; detours lie beside the line and are nobody's neighbour."""
    line = [stop for stop in way if not stop.passage.detour]
    return list(itertools.pairwise(line))


def coverage(way: Sequence[Visit]) -> Coverage:
    """How many touchpoints have importance and experience."""
    return Coverage(sum(stop.scored for stop in way), len(way))


def experience10(way: Sequence[Visit]) -> dict[Visit, float]:
    """Experience on 0-10 of those touchpoints that have one, in journey order."""
    return {stop: stop.experience.value10 for stop in way if stop.experience}


def weakest_link(experience: Mapping[Visit, float]) -> Visit | None:
    """The lowest experience among touchpoints of at least mean importance; of equals the more important, the first.

    ``None`` with fewer than :data:`FEWEST_SCORES` experiences, or where they are all equal: then none is the weakest.
    """
    if len(experience) < FEWEST_SCORES or len({rounded(value) for value in experience.values()}) == 1:
        return None
    importance = {stop: stop.importance.value10 for stop in experience if stop.importance}
    if not importance:
        return None
    least = rounded(mean(importance.values()))
    return min(
        (stop for stop, value in importance.items() if rounded(value) >= least),
        key=lambda stop: (rounded(experience[stop]), -rounded(importance[stop])),
    )
