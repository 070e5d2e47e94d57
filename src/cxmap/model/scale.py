"""The scales that scores are given on."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from cxmap.model.base import Entity, Number


class Range(Entity):
    """The ends of a scale."""

    min: Number = Field(description="The lowest mark that can be given.")
    max: Number = Field(description="The highest mark that can be given.")

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        if self.min >= self.max:
            raise PydanticCustomError("scale_ends", "min is not below max")
        return self


class Scale(Range):
    """A scale of experience scores, and the mark that is good enough."""

    pass_: Number | None = Field(
        None, alias="pass", description="The mark from which an experience is good enough, such as 5.5."
    )

    @model_validator(mode="after")
    def _pass_inside(self) -> Self:
        if self.pass_ is not None and not self.min <= self.pass_ <= self.max:
            raise PydanticCustomError("scale_pass", "pass is outside the scale")
        return self


class TwoScales(Entity):
    """Importance and experience on scales of their own."""

    importance: Range = Field(description="The scale of importance.")
    experience: Scale = Field(description="The scale of experience and of what is desired.")


def _kind(value: Any) -> str:
    two = isinstance(value, dict) and ("importance" in value or "experience" in value)
    return "<two>" if two or isinstance(value, TwoScales) else "<one>"


AnyScale = Annotated[Annotated[Scale, Tag("<one>")] | Annotated[TwoScales, Tag("<two>")], Discriminator(_kind)]

DEFAULT_SCALE = Scale.model_construct(min=1.0, max=10.0, pass_=None)
