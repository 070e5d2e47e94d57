"""A touchpoint as it is written: its own part, and the parts that differ for a persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.passages import for_persona, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.journey import Experience
    from cxmap.model.score import Scores
    from cxmap.project.document import Document, PlacedTouchpoint
    from cxmap.source.pointer import Pointer


def variants(placed: PlacedTouchpoint) -> Iterator[tuple[Experience, Pointer]]:
    """The touchpoint itself and each sound entry of its ``by_persona``, with their places."""
    yield placed.touchpoint, placed.pointer
    for persona, differences in placed.touchpoint.by_persona.items():
        if differences is not None:
            yield differences, (*placed.pointer, "by_persona", persona)


def passing(document: Document, placed: PlacedTouchpoint) -> list[str]:
    """The journey's personas who pass a touchpoint, each once."""
    journey = document.journey
    named = dict.fromkeys(name for name in journey.personas if name) if journey else {}
    return [name for name in named if passes(placed.touchpoint, name)]


def scores_of_all(document: Document, placed: PlacedTouchpoint) -> list[Scores]:
    """The scores of a touchpoint as they are for each persona who passes."""
    experiences = [for_persona(placed.touchpoint, name) for name in passing(document, placed)]
    return [experience.scores for experience in experiences if experience.scores is not None]
