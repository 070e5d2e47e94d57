"""The scores that are written in a journey file, wherever one can stand: marks, means and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from cxmap.model.types import Counts, Mean, Measurement
from cxmap.project.memo import memoized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.scores import Kind
    from cxmap.model.score import HandoverScores
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer


class GivenScore(NamedTuple):
    """A score as the file gives it.

    Attributes:
        name: Its key.
        kind: Which of the journey's two scales it is on, unless its source has another.
        score: A mark, or what was measured.
        pointer: Where it stands.
    """

    name: str
    kind: Kind
    score: float | Measurement
    pointer: Pointer


@memoized
def given_scores(document: Document) -> tuple[GivenScore, ...]:
    """Every score of a file: of touchpoints, of handovers, and of what a moment is worth to us."""
    return tuple(_given(document))


@memoized
def measurements(document: Document) -> tuple[tuple[Measurement, Pointer], ...]:
    """Those of the scores that are measurements, with their places; counts without an answer are none."""
    return tuple((one.score, one.pointer) for one in given_scores(document) if _is_measured(one.score))


def answers(measurement: Measurement) -> int | None:
    """How many people answered, whatever their answers weigh; ``None``: not said."""
    return sum(measurement.counts.values()) if isinstance(measurement, Counts) else measurement.answers or measurement.n


def _given(document: Document) -> Iterator[GivenScore]:
    for placed in document.touchpoints():
        worth = placed.touchpoint.importance_to_us
        if worth is not None:
            yield GivenScore("importance_to_us", "importance", worth, (*placed.pointer, "importance_to_us"))
        for experience, pointer in placed.variants:
            if experience.scores is not None:
                yield from _of_scores(experience.scores, (*pointer, "scores"))
            if experience.handover is not None and experience.handover.scores is not None:
                yield from _of_scores(experience.handover.scores, (*pointer, "handover", "scores"))


def _of_scores(scores: HandoverScores, pointer: Pointer) -> Iterator[GivenScore]:
    if scores.importance is not None:
        yield GivenScore("importance", "importance", scores.importance, (*pointer, "importance"))
    if scores.experience is not None:
        yield GivenScore("experience", "experience", scores.experience, (*pointer, "experience"))
    if scores.desired is not None:
        yield GivenScore("desired", "experience", scores.desired, (*pointer, "desired"))


def _is_measured(score: float | Measurement) -> TypeGuard[Measurement]:
    return isinstance(score, Mean) or (isinstance(score, Counts) and any(score.counts.values()))
