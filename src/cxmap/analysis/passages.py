"""One persona at one touchpoint: what the file says of the touchpoint, with what differs for the persona."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.model.types import NO_SCORES, Scores
from cxmap.project.memo import memoized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.journey import Experience, Journey, Stage, Touchpoint
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer


class Passage(NamedTuple):
    """One persona passing one touchpoint.

    Attributes:
        document: The file that the journey stands in.
        journey: The journey.
        stage: The stage of the touchpoint.
        touchpoint: The touchpoint as it stands in the file.
        persona: The persona's id.
        experience: The touchpoint with what differs for this persona put in its place.
        position: Place in the journey's order, from 0, over all touchpoints.
        pointer: Where the touchpoint stands in the file.
    """

    document: Document
    journey: Journey
    stage: Stage
    touchpoint: Touchpoint
    persona: str
    experience: Experience
    position: int
    pointer: Pointer

    @property
    def detour(self) -> bool:
        """Whether it lies beside the line: no neighbour, no drop, no part in peak and end."""
        return self.touchpoint.returns_to is not None

    @property
    def scores(self) -> Scores:
        """The persona's scores here; each may be absent."""
        return self.experience.scores or NO_SCORES

    def mark_source(self, name: str) -> str | None:
        """Who gave the plain mark of this name, if that is said here.

        A mark that the persona inherits keeps the source that it has at the touchpoint: what differs for a persona
        speaks for that persona's own marks only.
        """
        own, differs = self.touchpoint.scores, self.touchpoint.by_persona.get(self.persona)
        if own and differs and differs.scores and getattr(differs.scores, name) is None:
            return own.source
        return self.scores.source


@memoized
def passages(document: Document) -> tuple[Passage, ...]:
    """Who passes where: every touchpoint of a file's journey with every persona who comes there, in journey order."""
    return tuple(_passages(document, document.journey)) if document.journey else ()


def _passages(document: Document, journey: Journey) -> Iterator[Passage]:
    personas = [name for name in dict.fromkeys(journey.personas) if name]
    for position, placed in enumerate(document.touchpoints()):
        stage, touchpoint, pointer = placed.stage, placed.touchpoint, placed.pointer
        for name in personas:
            if passes(touchpoint, name):
                experience = for_persona(touchpoint, name)
                yield Passage(document, journey, stage, touchpoint, name, experience, position, pointer)


@memoized
def ways(document: Document) -> dict[str, tuple[Passage, ...]]:
    """The way of each of a journey's personas, detours included, by the persona's id."""
    personas = document.journey.personas if document.journey else ()
    found: dict[str, list[Passage]] = {name: [] for name in personas if name}
    for passage in passages(document):
        found[passage.persona].append(passage)
    return {persona: tuple(way) for persona, way in found.items()}


def passes(touchpoint: Touchpoint, persona: str) -> bool:
    """Whether a persona of the journey comes to a touchpoint."""
    return touchpoint.personas is None or persona in touchpoint.personas


def for_persona(touchpoint: Touchpoint, persona: str) -> Experience:
    """A touchpoint with what differs for a persona in its place; scores are taken over part by part."""
    differences = touchpoint.by_persona.get(persona)
    if differences is None:
        return touchpoint
    changes = {name: getattr(differences, name) for name in differences.model_fields_set}
    if changes.get("scores") and touchpoint.scores:
        changes["scores"] = _over(touchpoint.scores, changes["scores"])
    return touchpoint.model_copy(update=changes)


def _over(own: Scores, differences: Scores) -> Scores:
    changes = {name: getattr(differences, name) for name in differences.model_fields_set}
    if {"importance", "experience"} & changes.keys() and "gap_sd" not in changes:
        changes |= {"gap_sd": None, "gap_n": None}  # of other answers than these
    return own.model_copy(update=changes)
