"""Who speaks behind a journey: the kinds of the sources that its scores and its evidence name.

Of a source that cannot be told (a wrong value, an id that nobody defines) nobody can say that it is of another kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.model.loaded import Counts, Mean

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from cxmap.model.source import Evidence
    from cxmap.project.document import Document, PlacedTouchpoint
    from cxmap.project.project import Project
    from cxmap.source.pointer import Pointer

UNREADABLE = ""


def can_be_heard(project: Project, sources: Iterable[str], voices: Container[str]) -> bool:
    """Whether one of some sources is, or could be, of one of some kinds."""
    return any(name not in project.sources or project.sources[name].kind in voices for name in sources)


def evidence_sources(document: Document, pointer: Pointer, evidence: Sequence[Evidence | None]) -> Iterator[str]:
    """The sources of the evidence of a journey, a stage or a touchpoint.

    Args:
        document: The file.
        pointer: Where the journey, stage or touchpoint stands.
        evidence: What is sound of its ``evidence``.
    """
    if document.errors and document.is_wrong_within((*pointer, "evidence")):
        yield UNREADABLE
    for one in evidence:
        if one is not None:
            yield one.source


def score_sources(document: Document, placed: PlacedTouchpoint) -> Iterator[str]:
    """The sources of a touchpoint's scores, for everybody and for single personas; who gave plain marks included."""
    if document.errors and any(document.is_wrong_within((*placed.pointer, key)) for key in ("scores", "by_persona")):
        yield UNREADABLE
    own = placed.touchpoint.scores
    for experience, _ in placed.variants:
        scores = experience.scores
        if scores is None:
            continue
        given = [one for one in (scores.importance, scores.experience, scores.desired) if one is not None]
        measured = [one for one in given if isinstance(one, (Mean, Counts))]
        yield from (one.source for one in measured if one.source)
        source_of_marks = scores.source or (own.source if own else None)
        if source_of_marks:
            yield source_of_marks
        elif len(measured) < len(given):
            yield from _source_of_all_marks(document)


def _source_of_all_marks(document: Document) -> Iterator[str]:
    if document.is_wrong(("journey", "scores_source")):
        yield UNREADABLE
    elif document.journey and document.journey.scores_source:
        yield document.journey.scores_source
