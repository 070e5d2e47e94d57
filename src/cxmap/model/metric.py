"""Measuring points: where something stands, where it should be, and what was measured since."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxmap.model.base import Date, Entity, Number, Respondents, StakeholderRef, Text


class Point(Entity):
    """A value on a day."""

    date: Date = Field(description="The day, as YYYY-MM-DD.")
    value: Number = Field(description="The value, in the metric's unit.")


class Reading(Point):
    """A value that was measured on a day, and what it rests on."""

    n: Respondents | None = Field(None, description="How many people or cases it rests on.")
    sd: Number | None = Field(None, ge=0, description="The standard deviation among them (n - 1), in the same unit.")


class Metric(Entity):
    """A measuring point of the road map."""

    title: Text = Field(description="What is measured.")
    kind: Literal["nps", "csat", "ces", "percentage", "duration", "count", "money", "score"] | None = Field(
        None, description="What sort of figure it is."
    )
    better: Literal["higher", "lower"] = Field(description="Which direction is an improvement.")
    unit: str | None = Field(None, description="The unit of its values, such as `%` or `days`.")
    owner: StakeholderRef | None = Field(None, description="Who answers for it.")
    baseline: Reading | None = Field(None, description="Where it stood before.")
    target: Point | None = Field(None, description="Where it should stand, and when.")
    readings: list[Reading] = Field([], description="What was measured since, oldest first.")
