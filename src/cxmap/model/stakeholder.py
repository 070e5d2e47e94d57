"""Everyone involved besides the customer, and the channels in which customer and organisation meet."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxmap.model.base import Entity, StakeholderRef, Text
from cxmap.model.kinds import ChannelTraits, StakeholderTraits


class Relation(Entity):
    """What one stakeholder does for another."""

    to: StakeholderRef = Field(description="The other stakeholder.")
    title: str | None = Field(None, description="What goes from the one to the other, such as `orders stock from`.")


class Stakeholder(StakeholderTraits, Entity):
    """A party that takes part in the journey: a department, a partner, a regulator, a group of customers."""

    title: Text = Field(description="What the party is called.")
    kind: Literal["customer", "department", "team", "partner", "supplier", "regulator", "other"] = Field(
        description="What the party is to the organisation; `department` and `team` are parts of it."
    )
    description: str | None = Field(None, description="What the party is and does.")
    we_do_for_them: str | None = Field(None, description="What the organisation does for this party.")
    they_do_for_us: str | None = Field(None, description="What this party does for the organisation.")
    relations: list[Relation] = Field([], description="What this party does for other parties.")


class Channel(ChannelTraits, Entity):
    """Where customer and organisation meet."""

    title: Text = Field(description="What the channel is called.")
    kind: Literal["digital", "physical", "human", "post"] = Field(
        description="digital: a screen; physical: a place or a thing; human: a person, also by telephone; "
        "post: on paper."
    )
    run_by: StakeholderRef | None = Field(
        None, description="The party that runs the channel; absent: the organisation itself."
    )
    description: str | None = Field(None, description="What happens there.")
