"""The measurements that are written in a journey file, wherever a score can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from cxmap.model.loaded import Counts, Mean, Measurement
from cxmap.rules.variants import variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.score import HandoverScores
    from cxmap.project.document import Document
    from cxmap.source.pointer import Pointer

PARTS = ("importance", "experience", "desired")


def measurements(document: Document) -> Iterator[tuple[Measurement, Pointer]]:
    """Every measurement of a file with its place: in scores, in handovers, and of what a moment is worth to us.

    Counts without an answer are no measurement.
    """
    for placed in document.touchpoints():
        worth = placed.touchpoint.importance_to_us
        if _measured(worth):
            yield worth, (*placed.pointer, "importance_to_us")
        for experience, pointer in variants(placed):
            yield from _in(experience.scores, (*pointer, "scores"))
            if experience.handover:
                yield from _in(experience.handover.scores, (*pointer, "handover", "scores"))


def answers(measurement: Measurement) -> int | None:
    """How many people answered; ``None``: not said."""
    return sum(measurement.counts.values()) if isinstance(measurement, Counts) else measurement.n


def _in(scores: HandoverScores | None, pointer: Pointer) -> Iterator[tuple[Measurement, Pointer]]:
    for part in PARTS if scores else ():
        given = getattr(scores, part)
        if _measured(given):
            yield given, (*pointer, part)


def _measured(given: float | Measurement | None) -> TypeGuard[Measurement]:
    return isinstance(given, Mean) or (isinstance(given, Counts) and any(given.counts.values()))
