"""Who speaks behind a journey: the kinds of the sources that its scores and its evidence name.

A source that cannot be told (a wrong value, an id that nobody defines) has the kind ``None``: it could be any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.model.score import Counts, Mean
from cxmap.rules.variants import scores_of_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxmap.model.source import Evidence
    from cxmap.project.document import Document, PlacedTouchpoint
    from cxmap.project.project import Project
    from cxmap.source.pointer import Pointer

UNREADABLE = ""


def kinds(project: Project, sources: Iterable[str]) -> set[str | None]:
    """The kinds of some sources; ``None`` among them: one of them cannot be told."""
    return {project.sources[name].kind if name in project.sources else None for name in sources}


def evidence_sources(document: Document, pointer: Pointer, evidence: Sequence[Evidence | None]) -> Iterator[str]:
    """The sources of the evidence of a journey, a stage or a touchpoint.

    Args:
        document: The file.
        pointer: Where the journey, stage or touchpoint stands.
        evidence: What is sound of its ``evidence``.
    """
    if document.is_wrong_within((*pointer, "evidence")):
        yield UNREADABLE
    for one in evidence:
        if one is not None:
            yield one.source


def score_sources(document: Document, placed: PlacedTouchpoint) -> Iterator[str]:
    """The sources of a touchpoint's scores, for all who pass; who gave its plain marks included."""
    if any(document.is_wrong_within((*placed.pointer, key)) for key in ("scores", "by_persona")):
        yield UNREADABLE
    for scores in scores_of_all(document, placed):
        given = [one for one in (scores.importance, scores.experience, scores.desired) if one is not None]
        measured = [one for one in given if isinstance(one, (Mean, Counts))]
        yield from (one.source for one in measured if one.source)
        if scores.source:
            yield scores.source
        elif len(measured) < len(given):
            yield from _source_of_marks(document)


def _source_of_marks(document: Document) -> Iterator[str]:
    if document.is_wrong(("journey", "scores_source")):
        yield UNREADABLE
    elif document.journey and document.journey.scores_source:
        yield document.journey.scores_source
