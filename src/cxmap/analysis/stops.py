"""A persona's way through a journey with every score on one footing."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.means import mean
from cxmap.analysis.passages import ways
from cxmap.analysis.rounding import rounded
from cxmap.analysis.scores import score_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.analysis.passages import Passage
    from cxmap.analysis.scores import Score, ScoreSet
    from cxmap.project.document import Document
    from cxmap.project.project import Project


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
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


def stops(project: Project, document: Document, persona: str) -> list[Stop]:
    """A persona's way through the journey of a file, detours included, in journey order."""
    return [
        Stop(passage, score_set(project, passage.journey, passage.experience.scores, passage.mark_source))
        for passage in ways(document).get(persona, ())
    ]


def personas(document: Document) -> list[str]:
    """The personas of a file's journey, each once, in the order of the file."""
    journey = document.journey
    return list(dict.fromkeys(name for name in journey.personas if name)) if journey else []


def neighbours(way: Sequence[Stop]) -> list[tuple[Stop, Stop]]:
    """Each touchpoint with the one after it; detours lie beside the line and are nobody's neighbour."""
    line = [stop for stop in way if not stop.passage.detour]
    return list(itertools.pairwise(line))


def coverage(way: Sequence[Stop]) -> Coverage:
    """How many touchpoints have importance and experience."""
    return Coverage(sum(stop.scored for stop in way), len(way))


def experience10(way: Sequence[Stop]) -> dict[Stop, float]:
    """Experience on 0-10 of those touchpoints that have one, in journey order."""
    return {stop: stop.experience.value10 for stop in way if stop.experience}


def weakest_link(experience: Mapping[Stop, float]) -> Stop | None:
    """The lowest experience among touchpoints of at least mean importance; of equals the more important, the first."""
    importance = {stop: stop.importance.value10 for stop in experience if stop.importance}
    if not importance:
        return None
    least = rounded(mean(importance.values()))
    return min(
        (stop for stop, value in importance.items() if rounded(value) >= least),
        key=lambda stop: (rounded(experience[stop]), -rounded(importance[stop])),
    )
