"""The ground that all models stand on: strictness, the kinds of text and number, and what a reference is.

Values come from ``cxmap.source``, which has resolved YAML already, so everything here is strict: text is never read as
a number, a number never as text. An optional field is absent or has a value; an empty value is wrong everywhere.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]*$"
ID_MAX_LENGTH = 64
DURATION_PATTERN = r"^[0-9]+(\.[0-9]+)? (minute|hour|day|working-day|week|month)s?$"
# A touchpoint, with its journey in front where it stands in another file, and the step into it behind.
TARGET_PATTERN = r"^([a-z0-9][a-z0-9_-]*/)?[a-z0-9][a-z0-9_-]*(#handover)?$"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
# Relative, downwards only, no drive and no scheme: what it names lies inside the project.
PATH_PATTERN = r"^(?!/)(?![A-Za-z][A-Za-z0-9+.-]*:)(?!(.*/)?\.\.(/|$))[^\\\x00]+$"
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


def _whole_number(value: Any) -> Any:
    """57.0 is an integer where one is asked for."""
    return int(value) if type(value) is float and value.is_integer() else value


def _date(value: Any) -> Any:
    """YAML has no dates here: they come as text and are read by this function alone."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(DATE_PATTERN, value):
        raise PydanticCustomError("date_form", "not a date of the form YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_missing", "no such day in the calendar") from None


def _inside_project(value: str) -> str:
    if not re.fullmatch(PATH_PATTERN, value):
        raise PydanticCustomError("path_outside", "not a relative path inside the project")
    return value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_MAX_LENGTH)]
Text = Annotated[str, StringConstraints(pattern=r"\S")]  # at least one character that is not blank
Number = Annotated[float, Field(allow_inf_nan=False, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]
Count = Annotated[int, Field(ge=0, le=LARGEST_COUNT), BeforeValidator(_whole_number)]
Respondents = Annotated[int, Field(ge=1, le=LARGEST_COUNT), BeforeValidator(_whole_number)]
Rating = Annotated[int, Field(ge=1, le=5), BeforeValidator(_whole_number)]
Share = Annotated[float, Field(ge=0, le=1)]
Date = Annotated[
    dt.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": DATE_PATTERN}),
]
Duration = Annotated[str, StringConstraints(pattern=DURATION_PATTERN)]
ProjectPath = Annotated[
    str, AfterValidator(_inside_project), WithJsonSchema({"type": "string", "pattern": PATH_PATTERN})
]
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
