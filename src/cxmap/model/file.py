"""A whole file, and the sections that can stand in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, WithJsonSchema

from cxmap.model.action import Action
from cxmap.model.base import Count, Entity, Id
from cxmap.model.constants import FORMAT_VERSION
from cxmap.model.journey import Journey
from cxmap.model.metric import Metric
from cxmap.model.persona import Persona, Segment
from cxmap.model.source import Source
from cxmap.model.stakeholder import Channel, Stakeholder


class File(Entity):
    """A journey file, or (without `journey`) a library file whose definitions the whole project shares."""

    model_config = ConfigDict(title="cxmap journey file", defer_build=False)

    cxmap: Annotated[Count, WithJsonSchema({"const": FORMAT_VERSION})] = Field(
        description="The version of the format: 1."
    )
    segments: dict[Id, Segment] = Field({}, description="Groups of customers, by id.")
    personas: dict[Id, Persona] = Field({}, description="People who stand for the segments, by id.")
    stakeholders: dict[Id, Stakeholder] = Field({}, description="Everyone involved besides the customer, by id.")
    channels: dict[Id, Channel] = Field({}, description="Where customer and organisation meet, by id.")
    sources: dict[Id, Source] = Field({}, description="Where scores and quotes come from, by id.")
    journey: Journey | None = Field(None, description="The journey that this file describes.")
    metrics: dict[Id, Metric] = Field({}, description="What is measured, by id.")
    actions: dict[Id, Action] = Field({}, description="The improvements on the road map, by id.")
