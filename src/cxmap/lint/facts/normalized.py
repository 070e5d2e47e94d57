"""Scores that a rule may compute with: on a scale that is known, and inside it. The others have errors of their own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from cxmap.analysis.scores import last_wave, mean_and_sd, scales, to_ten
from cxmap.model.types import Counts, Mark, Mean
from cxmap.project.memo import memoized

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.analysis.passages import Passage
    from cxmap.lint.facts.scores import GivenScore
    from cxmap.model.journey import Journey
    from cxmap.model.scale import Range
    from cxmap.project.definitions import Definition
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer

Part = Literal["importance", "experience", "desired"]


class UsableScores:
    """The scores of one journey, as far as they can be computed with."""

    def __init__(self, project: Project, document: Document, journey: Journey) -> None:
        self._of_source = source_scales(project)
        self._has_errors = document.flawed
        known = None if document.is_wrong_within(("journey", "scale")) else scales(project, journey)
        self._importance_scale: Range | None = known.importance if known else None
        self._experience_scale: Range | None = known.experience if known else None

    def on_ten(self, passage: Passage, part: Part) -> float | None:
        """A persona's score at a touchpoint, its last wave, on 0-10 to 9 decimals; ``None``: none to compute with."""
        given = last_wave(getattr(passage.scores, part))
        if given is None or (self._has_errors and _is_wrong(passage, part)):
            return None
        scale = self._importance_scale if part == "importance" else self._experience_scale
        if isinstance(given, (Mean, Counts)) and given.source is not None:
            known = self._of_source(given.source)
            scale = known and (known.scale or scale)
        if isinstance(given, Counts):
            if scale is None or not _all_inside(given, scale):
                return None
            value = mean_and_sd(given.counts)[0]
        elif isinstance(given, Mean):
            value = given.mean
        else:
            value = given.mark if isinstance(given, Mark) else given
        if scale is None or not scale.min <= value <= scale.max:
            return None
        return round(to_ten(value, scale), 9)


def _is_wrong(passage: Passage, part: Part) -> bool:
    own = (*passage.pointer, "scores", part)
    personal = (*passage.pointer, "by_persona", passage.persona, "scores", part)
    return any(passage.document.is_wrong_within(_last(passage.document, place)) for place in (own, personal))


def _last(document: Document, place: Pointer) -> Pointer:
    """Where the last wave of a score stands."""
    given = document.at(place)
    return (*place, len(given) - 1) if isinstance(given, list) and given else place


def _all_inside(given: Counts, scale: Range) -> bool:
    """Whether there are answers, and all marks lie inside the scale."""
    return any(given.counts.values()) and all(scale.min <= mark <= scale.max for mark in given.counts)


class SourceScale(NamedTuple):
    """The scale of a source's answers.

    Attributes:
        scale: Its own; ``None``: it has none, so the answers are on the journey's.
        definition: Where it is defined.
    """

    scale: Range | None
    definition: Definition


SourceScales: TypeAlias = "Callable[[str], SourceScale | None]"


@memoized
def source_scales(project: Project) -> SourceScales:
    """Looks up the scale of a source by its id; ``None``: nobody can know it, as it is not defined or wrong."""

    @cache
    def look_up(source: str) -> SourceScale | None:
        definition = project.definition("sources", source)
        if definition is None or definition.model is None:
            return None
        if definition.document.is_wrong_within((*definition.pointer, "scale")):
            return None
        return SourceScale(definition.model.scale, definition)

    return look_up


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
