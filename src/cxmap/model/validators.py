"""What a field's type alone cannot say: the functions that the models call while a file is checked.

They are apart from the models because what is generated from the models calls them too, without pydantic
(``cxmap.model.records.NAMES``).
"""

# ruff: noqa: D102 - what a protocol asks for is documented where it is
from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from cxmap.model.constants import DATE_PATTERN, PATH_PATTERN
from cxmap.model.core import PydanticCustomError
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

    class HasGroups(Protocol):
        """The answers of a Net Promoter Score by what the marks make of people, as a record or as a model."""

        @property
        def promoters(self) -> int: ...
        @property
        def passives(self) -> int: ...
        @property
        def detractors(self) -> int: ...

    AnyRange = TypeVar("AnyRange", bound=HasEnds)
    AnyScale = TypeVar("AnyScale", bound=HasPass)
    AnyCounts = TypeVar("AnyCounts", dict[float, int], HasGroups)


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
    """Which kind of score was given: a number, a mark of another session, a mean or counts."""
    kinds = ("counts", "mean", "mark")
    if isinstance(value, dict):
        return f"<{next((kind for kind in kinds if kind in value), 'mean')}>"
    return f"<{next((kind for kind in kinds if hasattr(value, kind)), 'number')}>"


def which_scores(value: Any) -> str:
    """Whether a score was given, and of which kind, or a list of them."""
    return "<waves>" if isinstance(value, list) else which_score(value)


def no_list(value: Any) -> Any:
    """One wave of a score: a list in the list of waves would be a history of a history."""
    if isinstance(value, list):
        raise PydanticCustomError("list_in_list", "a list in a list of waves")
    return value


def which_reading(value: Any) -> str:
    """Whether a reading is given as a value or as answers that were counted."""
    counted = "counts" in value if isinstance(value, dict) else hasattr(value, "counts")
    return "<counts>" if counted else "<value>"


def which_nps_counts(value: Any) -> str:
    """Whether the answers of an NPS were counted by mark, or by what the marks make of people."""
    if isinstance(value, dict):
        return "<groups>" if any(isinstance(key, str) for key in value) else "<marks>"
    return "<groups>"


def some_answers(counts: AnyCounts) -> AnyCounts:
    """Counted answers, of which there is at least one."""
    given = counts.values() if isinstance(counts, dict) else (counts.promoters, counts.passives, counts.detractors)
    if not any(given):
        raise PydanticCustomError("no_answers", "no answers at all")
    return counts


def which_link(value: Any) -> str:
    """Whether a link is an address alone, or has a title."""
    return "<address>" if isinstance(value, str) else "<link>"


def which_gain(value: Any) -> str:
    """Whether the gain that is hoped for is one for everybody, or one for each persona."""
    return "<by persona>" if isinstance(value, dict) else "<number>"


def which_scale(value: Any) -> str:
    """Whether one scale was given, or one for importance and one for experience."""
    two = "importance" in value or "experience" in value if isinstance(value, dict) else hasattr(value, "importance")
    return "<two>" if two else "<one>"


def which_fact(value: Any) -> str:
    """Whether a fact is text or a number."""
    return "<text>" if isinstance(value, str) else "<number>"


# Of a survey's mapping.

_DATE_FORMAT = re.compile(r"(?:[^%]|%-?[aAbBdHIjmMpSyYfzZ%])+")


def as_text(value: Any) -> Any:
    """A whole number is a name too: columns may be called 1, 2 and 3."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def as_code(value: Any) -> Any:
    """A number or a truth value is a code too."""
    if isinstance(value, bool):
        return str(value)
    return f"{value:g}" if isinstance(value, int | float) else value


def text_keys(value: Any) -> Any:
    """Keys that are whole numbers are names as well."""
    return {as_text(key): inside for key, inside in value.items()} if isinstance(value, dict) else value


def date_format(value: Any) -> Any:
    """How dates are written, by the signs of strftime."""
    if isinstance(value, str) and not _DATE_FORMAT.fullmatch(value):
        raise PydanticCustomError("format", "not a format of dates, such as %d-%m-%Y")
    return value


def experience_alone(value: Any) -> Any:
    """A column alone is about the experience of a touchpoint."""
    if not isinstance(value, dict):
        return value
    return {key: {"experience": inside} if isinstance(inside, str | int) else inside for key, inside in value.items()}
