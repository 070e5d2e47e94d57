"""The scores that are written in a journey file, wherever one can stand: marks, means and counts, wave by wave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from cxmap.analysis.scores import each_wave
from cxmap.model.types import Counts, Mean, Measurement
from cxmap.project.memo import memoized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.scores import GivenScores, GivenWave, Kind
    from cxmap.model.score import HandoverScores
    from cxmap.project.document import Document, PlacedTouchpoint
    from cxmap.yaml.values import Pointer


class GivenScore(NamedTuple):
    """A score as the file gives it.

    Attributes:
        name: Its key.
        kind: Which of the journey's two scales it is on, unless its source has another.
        score: A mark, or what was measured.
        pointer: Where it stands: of several waves the item.
        last: Whether it is the wave that counts.
    """

    name: str
    kind: Kind
    score: GivenWave
    pointer: Pointer
    last: bool = True


class PlacedScores(NamedTuple):
    """A mapping of scores.

    Attributes:
        scores: The scores in it.
        pointer: Where it stands.
        mark_source: Who gave the plain marks there, if that is said nearer than in the journey's ``scores_source``.
    """

    scores: HandoverScores
    pointer: Pointer
    mark_source: str | None


@memoized
def placed_scores(document: Document) -> tuple[PlacedScores, ...]:
    """The scores of touchpoints and of handovers, for all and for each persona, in the order of the file."""
    return tuple(found for placed in document.touchpoints() for found in _placed(placed))


def _placed(placed: PlacedTouchpoint) -> Iterator[PlacedScores]:
    own = placed.touchpoint.scores
    for experience, pointer in placed.variants:
        if experience.scores is not None:
            mark_source = experience.scores.source or (own.source if own else None)
            yield PlacedScores(experience.scores, (*pointer, "scores"), mark_source)
        if experience.handover is not None and experience.handover.scores is not None:
            yield PlacedScores(experience.handover.scores, (*pointer, "handover", "scores"), None)


@memoized
def given_scores(document: Document) -> tuple[GivenScore, ...]:
    """Every score of a file, wave by wave: of touchpoints, of handovers, and of what a moment is worth to us."""
    return tuple(_given(document))


@memoized
def measurements(document: Document) -> tuple[tuple[Measurement, Pointer], ...]:
    """Those of the scores that are measurements, with their places; counts without an answer are none."""
    return tuple((given.score, given.pointer) for given in given_scores(document) if _is_measured(given.score))


@memoized
def last_measurements(document: Document) -> tuple[tuple[Measurement, Pointer], ...]:
    """Those of the measurements that count: no earlier waves."""
    scores = given_scores(document)
    return tuple((given.score, given.pointer) for given in scores if given.last and _is_measured(given.score))


def answers(measurement: Measurement) -> int | None:
    """How many people answered, whatever their answers weigh; ``None``: not said."""
    return sum(measurement.counts.values()) if isinstance(measurement, Counts) else measurement.answers or measurement.n


def _given(document: Document) -> Iterator[GivenScore]:
    for placed in document.touchpoints():
        worth = placed.touchpoint.importance_to_us
        yield from _waves("importance_to_us", "importance", worth, (*placed.pointer, "importance_to_us"))
        for found in _placed(placed):
            yield from _of_scores(found.scores, found.pointer)


def _of_scores(scores: HandoverScores, pointer: Pointer) -> Iterator[GivenScore]:
    yield from _waves("importance", "importance", scores.importance, (*pointer, "importance"))
    yield from _waves("experience", "experience", scores.experience, (*pointer, "experience"))
    yield from _waves("desired", "experience", scores.desired, (*pointer, "desired"))


def _waves(name: str, kind: Kind, given: GivenScores, pointer: Pointer) -> Iterator[GivenScore]:
    waves = each_wave(given)
    for index, wave in enumerate(waves):
        if wave is not None:
            place = (*pointer, index) if given is waves else pointer
            yield GivenScore(name, kind, wave, place, last=index == len(waves) - 1)


def _is_measured(score: GivenWave) -> TypeGuard[Measurement]:
    return isinstance(score, Mean) or (isinstance(score, Counts) and any(score.counts.values()))
