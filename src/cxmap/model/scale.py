"""The scales that scores are given on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag, model_validator

from cxmap.model.base import Entity, Number
from cxmap.model.validators import ends_in_order, pass_inside, which_scale


class Range(Entity):
    """The ends of a scale."""

    min: Number = Field(description="The lowest mark that can be given.")
    max: Number = Field(description="The highest mark that can be given.")

    _ends_in_order = model_validator(mode="after")(ends_in_order)


class AnswerScale(Range):
    """The scale of a source's answers."""

    step: Number | None = Field(
        None, gt=0, description="The distance between two marks; 1: each answer is a whole mark, as on most forms."
    )


class Scale(Range):
    """A scale of experience scores, and the mark that is good enough."""

    pass_: Number | None = Field(
        None, alias="pass", description="The mark from which an experience is good enough, such as 5.5."
    )

    _pass_inside = model_validator(mode="after")(pass_inside)


class TwoScales(Entity):
    """Importance and experience on scales of their own."""

    importance: Range = Field(description="The scale of importance.")
    experience: Scale = Field(description="The scale of experience and of what is desired.")


AnyScale = Annotated[Annotated[Scale, Tag("<one>")] | Annotated[TwoScales, Tag("<two>")], Discriminator(which_scale)]
