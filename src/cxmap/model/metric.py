"""Measuring points: where something stands, where it should be, and what was measured since."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Discriminator, Field, Tag

from cxmap.choices import Better
from cxmap.model.base import Count, Date, Entity, Number, Respondents, StakeholderRef, Text
from cxmap.model.kinds import NpsTraits
from cxmap.model.scale import Range
from cxmap.model.validators import some_answers, which_nps_counts, which_reading


class Point(Entity):
    """A value on a day."""

    date: Date = Field(description="The day, as YYYY-MM-DD.")
    value: Number = Field(description="The value, in the metric's unit.")


class Reading(Point):
    """A value that was measured on a day, and what it rests on."""

    n: Respondents | None = Field(None, description="How many people or cases it rests on.")
    sd: Number | None = Field(None, ge=0, description="The standard deviation among them (n - 1), in the same unit.")


class NpsGroups(Entity):
    """The answers of a Net Promoter Score, by what the marks make of people."""

    promoters: Count = Field(description="How many gave a 9 or a 10.")
    passives: Count = Field(description="How many gave a 7 or an 8.")
    detractors: Count = Field(description="How many gave a 0 to 6.")


NpsMark = Annotated[float, Field(ge=0, le=10, multiple_of=1)]
NpsCounts = Annotated[
    Annotated[dict[NpsMark, Count], AfterValidator(some_answers), Tag("<marks>")]
    | Annotated[NpsGroups, AfterValidator(some_answers), Tag("<groups>")],
    Discriminator(which_nps_counts),
]


class NpsReading(NpsTraits, Entity):
    """A Net Promoter Score that is given by its answers; value and n follow from them."""

    date: Date = Field(description="The day, as YYYY-MM-DD.")
    counts: NpsCounts = Field(
        description="How many gave each mark from 0 to 10, or how many are `promoters`, `passives` and `detractors`.",
        examples=[{"promoters": 60, "passives": 25, "detractors": 15}],
    )


AnyReading = Annotated[
    Annotated[Reading, Tag("<value>")] | Annotated[NpsReading, Tag("<counts>")], Discriminator(which_reading)
]

_HOLDS_COUNTS: dict[str, Any] = {"required": ["counts"]}
_ONLY_AN_NPS_HAS_COUNTS: dict[str, Any] = {
    "if": {
        "anyOf": [
            {"required": ["baseline"], "properties": {"baseline": _HOLDS_COUNTS}},
            {"required": ["readings"], "properties": {"readings": {"contains": _HOLDS_COUNTS}}},
        ]
    },
    "then": {"required": ["kind"], "properties": {"kind": {"const": "nps"}}},
}


class Metric(Entity):
    """A measuring point of the road map."""

    model_config = ConfigDict(json_schema_extra=_ONLY_AN_NPS_HAS_COUNTS)

    title: Text = Field(description="What is measured.")
    kind: Literal["nps", "csat", "ces", "percentage", "duration", "count", "money", "score"] | None = Field(
        None, description="What sort of figure it is."
    )
    better: Better = Field(description="Which direction is an improvement.")
    unit: str | None = Field(None, description="The unit of its values, such as `%` or `days`.")
    scale: Range | None = Field(None, description="The scale of its values, of a csat, a ces or a score.")
    owner: StakeholderRef | None = Field(None, description="Who answers for it.")
    baseline: AnyReading | None = Field(None, description="Where it stood before.")
    target: Point | None = Field(None, description="Where it should stand, and when.")
    readings: list[AnyReading] = Field([], description="What was measured since, oldest first.")
