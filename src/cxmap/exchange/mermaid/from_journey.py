"""A journey as a ``journey`` diagram of mermaid."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.analysis.passages import passes
from cxmap.analysis.ranking.combined import mean, weights
from cxmap.analysis.scores import scales
from cxmap.analysis.stops import personas, stops
from cxmap.exchange.mermaid.diagram import MARK
from cxmap.exchange.mermaid.to_journey import ACTORS_KEY, DEFAULT_SCALE, NO_SECTION_KEY
from cxmap.project.memo import memoized
from cxmap.text.escape import mermaid, mermaid_actor

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cxmap.analysis.stops import Visit
    from cxmap.model.journey import Journey, Touchpoint
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


@dataclass(frozen=True, slots=True)
class Drawn:
    """A journey as a diagram.

    Attributes:
        text: The diagram.
        unscored: The titles of touchpoints without an experience: mermaid cannot draw them, so they are skipped.
    """

    text: str
    unscored: tuple[str, ...]


def diagram(project: Project, document: Document, journey: Journey, persona: str | None = None) -> Drawn:
    """A journey as a diagram.

    The score is the experience on the journey's scale: a mark as it is, the mean of a measurement.

    Args:
        project: For the names of who takes part.
        document: The journey's file.
        journey: The journey.
        persona: As this persona sees it; ``None``: the mean that ``cxmap gaps`` gives all personas together.
    """
    scale = scales(project, journey).experience
    marks = _marks(project, document, [persona] if persona else personas(document))
    lines = [
        f"{MARK}: {journey.id}, scale {_number(scale.min)} to {_number(scale.max)}",
        "journey",
        f"    title {mermaid(journey.title)}",
    ]
    if journey.description:
        lines.append(f"    accDescr: {mermaid(journey.description)}")
    stage_pointer: Pointer | None = None  # of the last one drawn
    unscored = []
    for placed in document.touchpoints():
        touchpoint = placed.touchpoint
        if persona is not None and not passes(touchpoint, persona):
            continue
        score = marks.get(touchpoint.id)
        if score is None:
            unscored.append(touchpoint.title)
            continue
        if placed.stage_pointer != stage_pointer:
            is_first, stage_pointer = stage_pointer is None, placed.stage_pointer
            if not is_first or document.at((*stage_pointer, NO_SECTION_KEY)) is not True:
                lines.append(f"    section {mermaid(placed.stage.title)}")
        actors = _actors(project, journey, touchpoint, document.at((*placed.pointer, ACTORS_KEY)), persona)
        named = f": {', '.join(map(mermaid_actor, actors))}" if actors else ""
        lines.append(f"      {mermaid(touchpoint.title)}: {_number(score)}{named}")
    return Drawn("\n".join(lines) + "\n", tuple(unscored))


def text(drawn: Sequence[Drawn], *, markdown: bool = False) -> str:
    """The file: one diagram as it is; several, or where it is asked for, as Markdown."""
    if len(drawn) == 1 and not markdown:
        return drawn[0].text
    return "\n".join(f"```mermaid\n{each.text}```\n" for each in drawn)


def drawn_outside(project: Project, journey: Journey) -> bool:
    """Whether the journey has another scale than the one from 1 to 5 that mermaid draws faces for."""
    scale = scales(project, journey).experience
    return (scale.min, scale.max) != DEFAULT_SCALE


def _marks(project: Project, document: Document, seen_by: Sequence[str]) -> Mapping[str, float]:
    """The experience of each touchpoint that has one, over some personas, weighed as combined rows of gaps are."""
    found: dict[str, list[Visit]] = {}
    for persona in seen_by:
        for stop in stops(project, document, persona):
            if stop.experience:
                found.setdefault(stop.id, []).append(stop)
    ranked = _ranked(project) if len(seen_by) > 1 else frozenset()
    return {name: _mean(project, [stop for stop in at if stop.scored] or at, ranked) for name, at in found.items()}


@memoized
def _ranked(project: Project) -> frozenset[str]:
    """The personas who scored something in a current journey: those who share in combined rows."""
    return frozenset(
        persona
        for document, journey in project.journey_documents()
        if journey.state == "current"
        for persona in personas(document)
        if any(stop.scored for stop in stops(project, document, persona))
    )


def _mean(project: Project, at: Sequence[Visit], ranked: Collection[str]) -> float:
    who = [stop.passage.persona for stop in at]
    values = [stop.experience.value for stop in at if stop.experience]
    shares = weights(project, {*ranked, *who}).shares
    weighted = mean(values, [shares.get(persona, 0.0) for persona in who])  # who is not in focus has none
    return math.fsum(values) / len(values) if weighted is None else weighted  # where nobody has a share, all have one


def _actors(project: Project, journey: Journey, touchpoint: Touchpoint, own: object, persona: str | None) -> list[str]:
    if isinstance(own, list) and persona is None:
        return [str(name) for name in own]
    customers = [persona] if persona else [each for each in journey.personas if passes(touchpoint, each)]
    names = [project.personas[customer].name if customer in project.personas else customer for customer in customers]
    known = project.stakeholders
    return names + [
        known[stakeholder].title if stakeholder in known else stakeholder for stakeholder in touchpoint.supported_by
    ]


def _number(number: float) -> str:
    """A score with two decimals at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
