"""A journey: what one or more personas go through, stage by stage, touchpoint by touchpoint."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cxmap.model.base import (
    ChannelRef,
    Date,
    Duration,
    Entity,
    Id,
    JourneyRef,
    Lang,
    MetricRef,
    PersonaRef,
    ProjectPath,
    RedesignedRef,
    Share,
    SourceRef,
    StakeholderRef,
    Text,
    TouchpointRef,
)
from cxmap.model.constants import Phase
from cxmap.model.scale import AnyScale
from cxmap.model.score import HandoverScores, ImportanceScore, Scores
from cxmap.model.source import AnyLink, Evidence


class Choice(Entity):
    """A choice that the customer makes."""

    between: list[str] = Field([], description="What the customer chooses between.")
    based_on: list[str] = Field([], description="What the choice rests on.")


class Handover(Entity):
    """What stepping in from the previous touchpoint is like, where the channel or the owner changes."""

    from_: TouchpointRef | None = Field(
        None, alias="from", description="The touchpoint before it; absent: the persona's previous one, detours aside."
    )
    loses: list[str] = Field([], description="What does not come along and has to be said or done again.")
    note: str | None = Field(None, description="How the step goes.")
    scores: HandoverScores | None = Field(None, description="Importance and experience of the step itself.")


class Experience(Entity):
    """The part of a touchpoint that can differ from persona to persona."""

    channel: ChannelRef | None = Field(None, description="The main channel; absent: the customer meets nobody.")
    reach: Share | None = Field(
        None, description="The part of the customers who pass here, from 0 to 1; absent: not known."
    )
    doing: str | None = Field(None, description="What the customer does.")
    thinking: list[str] = Field([], description="What the customer thinks, in the customer's own words.")
    feeling: str | None = Field(None, description="What the customer feels, in a word or a few.")
    emotional_drivers: list[str] = Field([], description="What moves the customer here: fears, pride, hopes.")
    expectation: str | None = Field(None, description="What the customer expects.")
    choice: Choice | None = Field(None, description="A choice that the customer makes here.")
    positives: list[str] = Field([], description="What lifts the experience.")
    negatives: list[str] = Field([], description="What lowers the experience.")
    wait: Duration | None = Field(None, description="How long the customer waits, such as `3 working-days`.")
    takes: Duration | None = Field(None, description="How long the customer is busy, such as `20 minutes`.")
    moment_of_truth: bool | None = Field(
        None, description="true: what happens here decides whether the customer stays."
    )
    wow: str | None = Field(None, description="What surprises, and gets retold.")
    handover: Handover | None = Field(None, description="What stepping in from the previous touchpoint is like.")
    scores: Scores | None = Field(None, description="How important it is, how it is experienced, what it should be.")


class Influence(Entity):
    """What happens at one touchpoint colours what comes at another."""

    to: TouchpointRef = Field(description="The touchpoint of this journey that is coloured by what happens here.")
    note: str | None = Field(None, description="How the one works on the other.")


class Touchpoint(Experience):
    """One contact moment or step of the customer."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"image": ["image_alt"]}})

    id: Id = Field(description="Lower-case letters, digits, - and _; unique in the journey.")
    title: Text = Field(description="What happens here, as the customer would say it.")
    description: str | None = Field(None, description="More about it.")
    personas: Annotated[list[PersonaRef], Field(min_length=1)] | None = Field(
        None, description="Who of the journey's personas pass here; absent: all."
    )
    also_through: list[ChannelRef] = Field([], description="Other channels in which this can happen.")
    returns_to: TouchpointRef | None = Field(
        None, description="Makes this a detour: drawn beside the line, it leads back to that touchpoint."
    )
    owner: StakeholderRef | None = Field(None, description="Who in the organisation answers for it.")
    supported_by: list[StakeholderRef] = Field([], description="Who helps the owner.")
    frontstage: str | None = Field(None, description="What the organisation does that the customer sees.")
    backstage: str | None = Field(None, description="What it does that the customer does not see.")
    systems: list[str] = Field([], description="Systems in use.")
    importance_to_us: ImportanceScore | None = Field(
        None, description="What this moment is worth to the organisation, on the importance scale."
    )
    metrics: list[MetricRef] = Field([], description="What is measured here.")
    opportunities: list[str] = Field([], description="Ideas that are no action yet.")
    questions: list[str] = Field([], description="What to ask customers.")
    tags: list[str] = Field([], description="Words to filter by.")
    links: list[AnyLink] = Field([], description="Tickets, boards, documents: addresses, with a title or without.")
    image: ProjectPath | None = Field(
        None, description="A picture of the moment: a path inside the project, relative to this file."
    )
    image_alt: Text | None = Field(
        None, description="What the picture shows, for who cannot see it; required with `image`."
    )
    influences: list[Influence] = Field(
        [],
        description="Touchpoints of this journey that are coloured by what happens here.",
        examples=[[{"to": "try-on"}]],
    )
    replaces: list[RedesignedRef] = Field(
        [], description="In a desired journey: the touchpoints of the current one that this one replaces."
    )
    evidence: list[Evidence] = Field([], description="What sources say about it.")
    by_persona: dict[PersonaRef, Experience] = Field(
        {}, description="What differs for one persona; parts that are absent there are taken from the touchpoint."
    )


class Stage(Entity):
    """A part of the journey that the customer sees as one."""

    id: Id = Field(description="Lower-case letters, digits, - and _; unique in the journey.")
    title: Text = Field(description="What the stage is called.")
    description: str | None = Field(None, description="More about it.")
    goal: str | None = Field(None, description="What the customer wants to reach in this stage.")
    phase: Phase | None = Field(
        None, description="Where in the life of a customer it lies; `purchase` is buying, applying or signing."
    )
    takes: Duration | None = Field(None, description="How long the stage lasts as a whole, such as `2 weeks`.")
    touchpoints: Annotated[list[Touchpoint], Field(min_length=1)] = Field(
        description="What the customer goes through in this stage, in order."
    )
    detailed_in: JourneyRef | None = Field(None, description="A journey that shows this stage from near.")
    evidence: list[Evidence] = Field([], description="What sources say about it.")


class Review(Entity):
    """A day on which the journey is looked at together."""

    date: Date = Field(description="The day, as YYYY-MM-DD.")
    with_: list[StakeholderRef] = Field([], alias="with", description="Who takes part.")
    what: str | None = Field(None, description="What is looked at.")


class Journey(Entity):
    """What customers go through on the way to their goal."""

    id: Id = Field(description="Lower-case letters, digits, - and _; unique in the project.")
    title: Text = Field(description="What the journey is called.")
    description: str | None = Field(None, description="What it covers.")
    personas: Annotated[list[PersonaRef], Field(min_length=1)] = Field(description="Who makes this journey.")
    goal: str | None = Field(None, description="What the customer wants to reach.")
    state: Literal["current", "desired"] = Field(
        "current", description="current: as it is; desired: a plan, whose experience scores are what is intended."
    )
    redesigns: JourneyRef | None = Field(None, description="The current journey that a desired one replaces.")
    variant_of: JourneyRef | None = Field(
        None, description="The journey of which this one is another route; the two are shown side by side."
    )
    starts_with: str | None = Field(None, description="What sets it going, before the first contact.")
    ends_with: str | None = Field(None, description="What the customer does or has when it is over.")
    route: str | None = Field(None, description="Which way in, such as `new customer, through search`.")
    owner: StakeholderRef | None = Field(None, description="Who answers for the journey as a whole.")
    scale: AnyScale | None = Field(None, description="The scale of its scores; absent: the project's, else 1 to 10.")
    scores_source: SourceRef | None = Field(None, description="Who gave the plain marks.")
    lang: Lang | None = Field(None, description="The language of the tool's own words on its charts.")
    stages: Annotated[list[Stage], Field(min_length=1)] = Field(description="The parts of the journey, in order.")
    reviews: list[Review] = Field(
        [],
        description="The rhythm of looking at it together.",
        examples=[[{"date": "2026-06-15", "with": ["marketing", "store"], "what": "The survey of May"}]],
    )
    links: list[AnyLink] = Field([], description="Boards and documents: addresses, with a title or without.")
    evidence: list[Evidence] = Field([], description="What sources say about it.")
