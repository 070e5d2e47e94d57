"""The ground that all models stand on: strictness, the kinds of text and number, and what a reference is.

Values come from ``cxmap.yaml``, which has resolved YAML already, so everything here is strict: text is never read as
a number, a number never as text. An optional field is absent or has a value; an empty value is wrong everywhere.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from cxmap.model import validators
from cxmap.model.constants import (
    DATE_PATTERN,
    DURATION_PATTERN,
    ID_MAX_LENGTH,
    ID_PATTERN,
    PATH_PATTERN,
    TARGET_PATTERN,
    URL_PATTERN,
)

# Far beyond any honest figure. The squares and sums of larger ones leave what a float can hold.
LARGEST_NUMBER = 1e100
LARGEST_COUNT = 10**15


class Entity(BaseModel):
    """The base of every mapping with fixed fields. Unknown keys are errors, but for the user's own ``x-`` keys."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        defer_build=True,  # built once, as parts of the whole file: start-up time
        use_attribute_docstrings=False,
        validate_by_name=False,
        validate_by_alias=True,
    )


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an id as a reference.

    Attributes:
        to: The section that defines the id (``personas``, …), ``journeys``, ``touchpoints`` (of the same journey),
            ``redesigned`` (touchpoints of the journey that this one redesigns) or ``targets`` (what an action is for).
    """

    to: str


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_MAX_LENGTH)]
Text = Annotated[str, StringConstraints(pattern=r"\S")]  # at least one character that is not blank
Number = Annotated[float, Field(allow_inf_nan=False, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]
Count = Annotated[int, Field(ge=0, le=LARGEST_COUNT), BeforeValidator(validators.whole_number)]
Respondents = Annotated[int, Field(ge=1, le=LARGEST_COUNT), BeforeValidator(validators.whole_number)]
Rating = Annotated[int, Field(ge=1, le=5), BeforeValidator(validators.whole_number)]
Share = Annotated[float, Field(ge=0, le=1)]
Date = Annotated[
    dt.date,
    BeforeValidator(validators.date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": DATE_PATTERN}),
]
Duration = Annotated[str, StringConstraints(pattern=DURATION_PATTERN)]
ProjectPath = Annotated[
    str, AfterValidator(validators.inside_project), WithJsonSchema({"type": "string", "pattern": PATH_PATTERN})
]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]
Target = Annotated[str, StringConstraints(pattern=TARGET_PATTERN), Ref("targets")]

SegmentRef = Annotated[Id, Ref("segments")]
PersonaRef = Annotated[Id, Ref("personas")]
StakeholderRef = Annotated[Id, Ref("stakeholders")]
ChannelRef = Annotated[Id, Ref("channels")]
SourceRef = Annotated[Id, Ref("sources")]
MetricRef = Annotated[Id, Ref("metrics")]
ActionRef = Annotated[Id, Ref("actions")]
JourneyRef = Annotated[Id, Ref("journeys")]
TouchpointRef = Annotated[Id, Ref("touchpoints")]
RedesignedRef = Annotated[Id, Ref("redesigned")]

Lang = Literal["en", "nl"]
