"""A persona's way through a journey with every score on one footing."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.analysis.passages import Passage, ways
from cxmap.analysis.scores import ScoreSet, score_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.scores import Score
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


def stops(project: Project, document: Document, persona: str) -> list[Stop]:
    """A persona's way through the journey of a file, detours included, in journey order."""
    return [
        Stop(passage, score_set(project, passage.journey, passage.experience.scores))
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
