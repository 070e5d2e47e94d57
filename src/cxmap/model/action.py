"""Improvement actions: the road map."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from cxmap.choices import ActionStatus, Lever
from cxmap.model.base import (
    ActionRef,
    Date,
    Entity,
    Id,
    MetricRef,
    Number,
    PersonaRef,
    Rating,
    StakeholderRef,
    Target,
    Text,
)
from cxmap.model.source import AnyLink
from cxmap.model.validators import which_gain

Gain = Annotated[
    Annotated[Number, Tag("<number>")] | Annotated[dict[PersonaRef, Number], Tag("<by persona>")],
    Discriminator(which_gain),
]


class Step(Entity):
    """A to-do of an action."""

    id: Id | None = Field(None, description="A name of its own in this action, by which calendars and tickets know it.")
    title: Text = Field(description="What is to be done.")
    owner: StakeholderRef | None = Field(None, description="Who does it.")
    due: Date | None = Field(None, description="By when, as YYYY-MM-DD.")
    done: bool | None = Field(None, description="true once it is done.")


class Action(Entity):
    """An improvement, from idea to what was learned."""

    title: Text = Field(description="What will be done.")
    description: str | None = Field(None, description="What it comes down to.")
    touchpoints: Annotated[list[Target], Field(min_length=1)] = Field(
        description="What it improves: `journey/touchpoint`, or `touchpoint` alone inside that journey's file; "
        "`#handover` after it for the handover into it."
    )
    levers: list[Lever] = Field([], description="By what means it improves the experience.")
    hypothesis: str | None = Field(None, description="What you expect to happen, and why.")
    current: str | None = Field(None, description="What the experience is now.")
    desired: str | None = Field(None, description="What the experience will be.")
    owner: StakeholderRef | None = Field(None, description="Who answers for it.")
    parties: list[StakeholderRef] = Field([], description="Who else is needed, inside and outside.")
    behaviour: list[str] = Field([], description="What people will do differently.")
    systems: list[str] = Field([], description="Which systems change.")
    metrics: list[MetricRef] = Field([], description="How you will see that it worked.")
    effort: Rating | None = Field(None, description="From 1 (days) to 5 (a year).")
    impact: Rating | None = Field(None, description="From 1 (little) to 5 (large).")
    cost: str | None = Field(None, description="What it costs, in words or an amount.")
    status: ActionStatus = Field("idea", description="How far it is; absent: idea.")
    start: Date | None = Field(None, description="When it starts, as YYYY-MM-DD.")
    due: Date | None = Field(None, description="When it is to be ready, as YYYY-MM-DD.")
    finished: Date | None = Field(None, description="When it was ready, as YYYY-MM-DD.")
    outcome: Literal["confirmed", "refuted", "unclear"] | None = Field(
        None, description="What became of the hypothesis."
    )
    learned: str | None = Field(None, description="What you know now that you did not know before.")
    depends_on: list[ActionRef] = Field([], description="Actions that come first.")
    links: list[AnyLink] = Field([], description="Tickets, boards, documents: addresses, with a title or without.")
    expects: dict[Target, Gain] = Field(
        {},
        description="How much the experience of a touchpoint of this action, or of the handover into it, is hoped to "
        "gain, in points of its journey's scale: a number, or one for each persona.",
        examples=[{"search-online": 1.5, "try-on#handover": {"noor": 1}}],
    )
    steps: list[Step] = Field([], description="The to-dos, in order.")
