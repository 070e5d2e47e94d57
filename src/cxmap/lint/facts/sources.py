"""Who speaks behind a journey: the kinds of the sources that its scores and its evidence name.

A source that is not known (a wrong value, an undefined id) may be of any kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.scores import last_wave
from cxmap.model.types import Counts, Mark, Mean
from cxmap.project.memo import memoized

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from cxmap.model.source import Evidence
    from cxmap.project.document import Document, PlacedTouchpoint
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer

UNREADABLE = ""


class Voices(NamedTuple):
    """Who speaks behind one touchpoint.

    Attributes:
        placed: The touchpoint.
        scored: Whether it has an importance or an experience, for everybody or for a single persona.
        measured: Whether one of these is a measurement.
        scores: The sources of its scores; who gave plain marks included.
        evidence: The sources of its evidence.
    """

    placed: PlacedTouchpoint
    scored: bool
    measured: bool
    scores: tuple[str, ...]
    evidence: tuple[str, ...]


@memoized
def voices(document: Document) -> tuple[Voices, ...]:
    """Who speaks behind each touchpoint of a file."""
    return tuple(_voices(document, placed) for placed in document.touchpoints())


def can_be_heard(project: Project, sources: Iterable[str], kinds: Container[str]) -> bool:
    """Whether one of some sources is, or could be, of one of some kinds."""
    for name in sources:
        source = project.sources.get(name)
        if source is None or source.kind in kinds:
            return True
    return False


def evidence_sources(document: Document, pointer: Pointer, evidence: Sequence[Evidence | None]) -> Iterator[str]:
    """The sources of the evidence of a journey, a stage or a touchpoint.

    Args:
        document: The file.
        pointer: Where the journey, stage or touchpoint stands.
        evidence: What is sound of its ``evidence``.
    """
    if document.flawed and document.is_wrong_within((*pointer, "evidence")):
        yield UNREADABLE
    for item in evidence:
        if item is not None:
            yield item.source


def _voices(document: Document, placed: PlacedTouchpoint) -> Voices:
    given = [
        score
        for experience, _ in placed.variants
        if (scores := experience.scores)
        for score in (last_wave(scores.importance), last_wave(scores.experience))
        if score is not None
    ]
    return Voices(
        placed,
        scored=bool(given),
        measured=any(isinstance(score, (Mean, Counts)) for score in given),
        scores=tuple(_score_sources(document, placed)),
        evidence=tuple(evidence_sources(document, placed.pointer, placed.touchpoint.evidence)),
    )


def _score_sources(document: Document, placed: PlacedTouchpoint) -> Iterator[str]:
    if document.flawed and any(document.is_wrong_within((*placed.pointer, key)) for key in ("scores", "by_persona")):
        yield UNREADABLE
    own = placed.touchpoint.scores
    for experience, _ in placed.variants:
        scores = experience.scores
        if scores is None:
            continue
        marks = False
        for given in map(last_wave, (scores.importance, scores.experience, scores.desired)):
            if isinstance(given, (Mark, Mean, Counts)) and given.source:
                yield given.source
            elif not isinstance(given, (Mean, Counts)):
                marks = marks or given is not None
        source_of_marks = scores.source or (own.source if own else None)
        if scores is not own and scores.importance is None and scores.experience is None:
            continue  # it speaks for the persona's own marks only, and what the organisation wants is nobody's voice
        if source_of_marks:
            yield source_of_marks
        elif marks:
            yield from _source_of_all_marks(document)


def _source_of_all_marks(document: Document) -> Iterator[str]:
    if document.is_wrong(("journey", "scores_source")):
        yield UNREADABLE
    elif document.journey and document.journey.scores_source:
        yield document.journey.scores_source
