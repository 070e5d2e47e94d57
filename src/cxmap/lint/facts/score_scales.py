"""The scale that each score of a journey is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.scores import scales
from cxmap.lint.facts.source_scales import source_scales
from cxmap.model.types import Counts, Mean

if TYPE_CHECKING:
    from cxmap.lint.facts.scores import GivenScore
    from cxmap.model.journey import Journey
    from cxmap.model.scale import Range
    from cxmap.project.definitions import Definition
    from cxmap.project.document import Document
    from cxmap.project.project import Project


class KnownScale(NamedTuple):
    """The scale that a score is on, and the source that it comes from; ``None``: it is the journey's."""

    scale: Range
    source: Definition | None


class ScoreScales:
    """The scales of the scores of one journey, as far as they can be known."""

    def __init__(self, project: Project, document: Document, journey: Journey) -> None:
        self._document = document
        self._of_source = source_scales(project)
        self._of_journey = None if document.is_wrong_within(("journey", "scale")) else scales(project, journey)

    def of(self, given: GivenScore) -> KnownScale | None:
        """The scale that a score is on; ``None`` where nobody can know it."""
        score = given.score
        if isinstance(score, (Mean, Counts)):
            if self._document.flawed and self._document.is_wrong((*given.pointer, "source")):
                return None
            if score.source is not None:
                source = self._of_source(score.source)
                if source is None:
                    return None
                if source.scale is not None:
                    return KnownScale(source.scale, source.definition)
        return KnownScale(self._of_journey.of(given.kind), None) if self._of_journey else None
