"""What a field's type alone cannot say: the functions that the models call while a file is checked.

They are apart from the models because what is generated from the models calls them too, without pydantic
(``cxmap.model.records.NAMES``).
"""

# ruff: noqa: D102 - what a protocol asks for is told where it is
from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic_core import PydanticCustomError

from cxmap.model.constants import DATE_PATTERN, PATH_PATTERN
from cxmap.model.crosshair import parse_crosshair

if TYPE_CHECKING:

    class HasEnds(Protocol):
        """A scale, as a record or as a model."""

        @property
        def min(self) -> float: ...
        @property
        def max(self) -> float: ...

    class HasPass(HasEnds, Protocol):
        """A scale of experience scores, as a record or as a model."""

        @property
        def pass_(self) -> float | None: ...

    AnyRange = TypeVar("AnyRange", bound=HasEnds)
    AnyScale = TypeVar("AnyScale", bound=HasPass)


def whole_number(value: Any) -> Any:
    """57.0 is an integer where one is asked for."""
    return int(value) if type(value) is float and value.is_integer() else value


def date(value: Any) -> Any:
    """YAML has no dates here: they come as text and are read by this function alone."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(DATE_PATTERN, value):
        raise PydanticCustomError("date_form", "not a date of the form YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_missing", "no such day in the calendar") from None


def inside_project(value: str) -> str:
    """A path that names something inside the project."""
    if not re.fullmatch(PATH_PATTERN, value):
        raise PydanticCustomError("path_outside", "not a relative path inside the project")
    return value


def patterns_inside(patterns: list[str]) -> list[str]:
    """Patterns of files that name something inside the project."""
    for pattern in patterns:
        if pattern.startswith("~") or ".." in pattern.split("/") or "\0" in pattern:
            raise ValueError(f"'{pattern}' leaves the project")
    return patterns


def known_crosshair(text: str) -> str:
    """Text that says where the lines of a priority matrix are to cross."""
    parse_crosshair(text)
    return text


def ends_in_order(scale: AnyRange) -> AnyRange:
    """A scale whose lowest mark is below its highest."""
    if scale.min >= scale.max:
        raise PydanticCustomError("scale_ends", "min is not below max")
    return scale


def pass_inside(scale: AnyScale) -> AnyScale:
    """A scale whose good-enough mark lies on it."""
    if scale.pass_ is not None and not scale.min <= scale.pass_ <= scale.max:
        raise PydanticCustomError("scale_pass", "pass is outside the scale")
    return scale


def which_score(value: Any) -> str:
    """Which kind of score was given: a mark, a mean or counts."""
    if isinstance(value, dict):
        return "<counts>" if "counts" in value else "<mean>"
    if hasattr(value, "counts"):
        return "<counts>"
    return "<mean>" if hasattr(value, "mean") else "<mark>"


def which_scale(value: Any) -> str:
    """Whether one scale was given, or one for importance and one for experience."""
    two = "importance" in value or "experience" in value if isinstance(value, dict) else hasattr(value, "importance")
    return "<two>" if two else "<one>"


def which_fact(value: Any) -> str:
    """Whether a fact is text or a number."""
    return "<text>" if isinstance(value, str) else "<number>"
