"""The people of a story: personas with the journeys they make, and parties with the hand they have in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.summary import JourneySummary
    from cxmap.model.persona import Persona, Segment
    from cxmap.model.stakeholder import Stakeholder
    from cxmap.project.project import Project
    from cxmap.story.journeys import JourneyStory


class PersonaStory(NamedTuple):
    """A persona.

    Attributes:
        id: Their id.
        persona: Themselves.
        segment: The segment that they stand for, where that is defined.
        figures: The journeys to tell of that they make, in figures.
    """

    id: str
    persona: Persona
    segment: Segment | None
    figures: tuple[JourneySummary, ...]


class PartyStory(NamedTuple):
    """A party besides the customer, and what it has a hand in. Touchpoints are pairs of journey and touchpoint.

    Attributes:
        id: Its id.
        party: Itself.
        owns: Touchpoints that it answers for.
        supports: Touchpoints at which it helps the owner.
        actions: Ids of the actions that it answers for.
        needed: Ids of the actions that it is needed for.
        channels: Ids of the channels that it runs.
        named_by: Ids of the parties that do something for it.
    """

    id: str
    party: Stakeholder
    owns: tuple[tuple[str, str], ...]
    supports: tuple[tuple[str, str], ...]
    actions: tuple[str, ...]
    needed: tuple[str, ...]
    channels: tuple[str, ...]
    named_by: tuple[str, ...]


def personas_of(
    project: Project, journeys: Sequence[JourneyStory], only: Sequence[str] = ()
) -> tuple[PersonaStory, ...]:
    """The personas in the order of the files; those asked for, or all."""
    return tuple(
        PersonaStory(
            name,
            persona,
            project.segments.get(persona.segment) if persona.segment else None,
            tuple(told.figures[name] for told in journeys if name in told.figures),
        )
        for name, persona in project.personas.items()
        if not only or name in only
    )


def parties_of(project: Project, journeys: Sequence[JourneyStory]) -> tuple[PartyStory, ...]:
    """The parties in the order of the files."""
    touchpoints = [
        ((told.journey.id, placed.touchpoint.id), placed.touchpoint)
        for told in journeys
        for placed in told.document.touchpoints()
    ]
    return tuple(
        PartyStory(
            name,
            party,
            tuple(place for place, touchpoint in touchpoints if touchpoint.owner == name),
            tuple(place for place, touchpoint in touchpoints if name in touchpoint.supported_by),
            tuple(action for action, model in project.actions.items() if model.owner == name),
            tuple(action for action, model in project.actions.items() if name in model.parties),
            tuple(channel for channel, model in project.channels.items() if model.run_by == name),
            tuple(
                other
                for other, model in project.stakeholders.items()
                if other != name and any(relation.to == name for relation in model.relations)
            ),
        )
        for name, party in project.stakeholders.items()
    )
