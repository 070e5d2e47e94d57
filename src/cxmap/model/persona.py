"""Segments of customers, and the personas who stand for them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from cxmap.model.base import Entity, Number, ProjectPath, SegmentRef, Share, Text
from cxmap.model.source import Evidence
from cxmap.model.validators import which_fact

Fact = Annotated[Annotated[Number, Tag("<number>")] | Annotated[str, Tag("<text>")], Discriminator(which_fact)]


class Segment(Entity):
    """A group of customers who judge the same contact alike."""

    title: Text = Field(description="What the segment is called.")
    description: str | None = Field(None, description="Who belongs to it.")
    share: Share | None = Field(None, description="The part of all customers who belong to it, from 0 to 1.")
    priority: Literal["target", "maintain", "none"] | None = Field(
        None,
        description="target: customers you want as loyal customers; maintain: keep them as they are; "
        "none: not a focus segment.",
    )


class Persona(Entity):
    """A person who stands for a segment, with a name and a story of their own."""

    name: Text = Field(description="What the person is called.")
    segment: SegmentRef | None = Field(None, description="The segment that the person stands for.")
    quote: str | None = Field(None, description="One sentence that the person would say.")
    story: str | None = Field(None, description="Who the person is and what brings them here, in a few sentences.")
    facts: dict[str, Fact] | None = Field(
        None, description="Labels and values to know the person by, such as `Age: 29`."
    )
    goals: list[str] = Field([], description="What the person wants to reach.")
    ambitions: list[str] = Field([], description="Who the person wants to become.")
    needs: list[str] = Field([], description="What the person cannot do without.")
    frustrations: list[str] = Field([], description="What annoys the person or stands in the way.")
    emotional_drivers: list[str] = Field([], description="What moves the person: fears, pride, hopes.")
    portrait: ProjectPath | None = Field(
        None, description="An image of the person: a path inside the project, relative to this file."
    )
    evidence: list[Evidence] = Field([], description="What shows that such customers exist.")
