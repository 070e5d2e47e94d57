"""Scores that a rule may compute with: on a scale that is known, and inside it. The others have errors of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cxmap.analysis.scores import answer_scale, resolve, scales
from cxmap.model.score import Counts, Mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.analysis.passages import Passage
    from cxmap.analysis.scores import Kind, Score
    from cxmap.model.scale import Range
    from cxmap.project.project import Project

Part = Literal["importance", "experience", "desired"]


def usable_score(project: Project, passage: Passage, part: Part) -> Score | None:
    """One score of a persona at a touchpoint on 0-10, or ``None`` where there is none to compute with.

    Args:
        project: For the sources and the default scale.
        passage: Who passes where.
        part: Which score.
    """
    given = getattr(passage.scores, part)
    if given is None or _has_errors(passage, part):
        return None
    kind: Kind = "importance" if part == "importance" else "experience"
    scale = scales(project, passage.journey).of(kind)
    marks: Iterable[float] = (given,)
    if isinstance(given, (Mean, Counts)):
        if not _scale_is_known(project, given.source):
            return None
        scale = answer_scale(project, given.source, scale)
        marks = given.counts if isinstance(given, Counts) else (given.mean,)
    if not _inside(marks, scale):
        return None
    return resolve(project, passage.journey, given, kind, passage.scores.source)


def _has_errors(passage: Passage, part: Part) -> bool:
    own = (*passage.pointer, "scores", part)
    personal = (*passage.pointer, "by_persona", passage.persona, "scores", part)
    return any(passage.document.is_wrong_within(place) for place in (("journey", "scale"), own, personal))


def _scale_is_known(project: Project, source: str | None) -> bool:
    """Whether a measurement's source, where it names one, is defined and has no wrong scale."""
    if source is None:
        return True
    definition = project.definition("sources", source)
    if definition is None or definition.model is None:
        return False
    return not definition.document.is_wrong_within((*definition.pointer, "scale"))


def _inside(marks: Iterable[float], scale: Range) -> bool:
    return all(scale.min <= mark <= scale.max for mark in marks)
