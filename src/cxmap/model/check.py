"""Data against the format: the model of a file, and everything in which it breaks the format.

One wrong value must not hide the others, so a file with errors gets a model as well: a lenient one, in which wrong
values are absent (``None``, or an empty list or text where the format asks for one). Rules look there for what is
sound, and in the data for what was given.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from cxmap.model.core import SchemaValidator, ValidationError
from cxmap.model.generated import SCHEMA
from cxmap.yaml.reader.source import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from cxmap.model.file import File
    from cxmap.model.journey import Journey
    from cxmap.yaml.values import Pointer

VALIDATOR = SchemaValidator(SCHEMA)
MAX_PASSES = 20_000
"""Personas times touchpoints of a journey: each pair is looked at, so a small file could keep a run busy for long."""
MAX_ERRORS = 5_000
"""Of one file; of more the first are kept, and of those no more than the rules list are shown."""
ErrorKind = Literal["unknown-key", "missing-key", "wrong-type", "invalid-value"]


@dataclass(frozen=True, slots=True)
class SchemaError:
    """One place where a file breaks the format.

    Attributes:
        kind: Which of the four ways (rules CX101 to CX104).
        type: What the check asked for, in pydantic's names (``string_type``, ``greater_than_equal``, …).
        pointer: The value; for a missing key the mapping and the key.
        value: What stands there; for a key error the key.
        at_key: Whether the key itself is wrong.
        limits: The bounds or choices that go with ``type``.
        meant: For an unknown key: where what it stands for belongs, if that is clear and nothing is given there.
        near: For an unknown key: the known key that is nearest, given or not.
    """

    kind: ErrorKind
    type: str
    pointer: Pointer
    value: Any
    at_key: bool
    limits: dict[str, Any]
    meant: Pointer | None = None
    near: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedData:
    """A file's model, and its errors against the format. Without errors the model is the whole truth."""

    model: File
    errors: tuple[SchemaError, ...]


def check(data: dict[Any, Any]) -> CheckedData:
    """Check a file's data against the format.

    Args:
        data: What ``cxmap.yaml.reader.read`` made of the file: a mapping.

    Returns:
        The model, lenient where there are errors, and the errors.
    """
    try:
        return _across_fields(CheckedData(VALIDATOR.validate_python(data), ()), data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)[:MAX_ERRORS]
    found = [one for detail in details if (one := _schema_error(detail, data)) is not None]
    checked = CheckedData(_lenient_validator().validate_python(data), _with_meanings(found, data))
    return _across_fields(checked, data)


def _across_fields(checked: CheckedData, data: dict[Any, Any]) -> CheckedData:
    """With what no field can tell alone; here, so that another error in the same mapping does not hide it."""
    found = (*_pictures_without_words(checked.model.journey, data), *_counts_of_no_nps(checked.model, data))
    return _within_bounds(replace(checked, errors=(*checked.errors, *found)) if found else checked)


def _pictures_without_words(journey: Journey | None, data: dict[Any, Any]) -> Iterator[SchemaError]:
    """Touchpoints with an ``image`` that nobody describes: the text is required with it."""
    for at, stage in enumerate(journey.stages if journey else ()):
        for index, touchpoint in enumerate(stage.touchpoints if stage else ()):
            if touchpoint and touchpoint.image is not None and touchpoint.image_alt is None:
                place = ("journey", "stages", at, "touchpoints", index, "image_alt")
                if _at(place, data) is None:
                    yield SchemaError("missing-key", "missing", place, None, at_key=False, limits={})


def _counts_of_no_nps(model: File, data: dict[Any, Any]) -> Iterator[SchemaError]:
    """Answers counted for a metric that is no Net Promoter Score: nobody knows what to make of them."""
    for name, metric in model.metrics.items():
        if metric is None or metric.kind == "nps":
            continue
        given = _at(("metrics", name, "kind"), data)
        if given is not None and metric.kind is None:
            continue  # it has an error of its own
        places = [
            ("metrics", name, "baseline"),
            *(("metrics", name, "readings", at) for at in range(len(metric.readings))),
        ]
        for place in places:
            counts = _at((*place, "counts"), data)
            if counts is not None:
                kind = "counts_of_no_nps"
                yield SchemaError("invalid-value", kind, (*place, "counts"), counts, at_key=False, limits={})


def _within_bounds(checked: CheckedData) -> CheckedData:
    """The same, without a journey of so many personas and touchpoints that nobody could have mapped it."""
    journey = checked.model.journey
    if journey is None:
        return checked
    touchpoints = sum(len(stage.touchpoints) for stage in journey.stages if stage is not None)
    if len(journey.personas) * touchpoints <= MAX_PASSES:
        return checked
    limits = {"touchpoints": touchpoints, "most": MAX_PASSES}
    place = ("journey", "personas")
    error = SchemaError("invalid-value", "too_many_passes", place, len(journey.personas), at_key=False, limits=limits)
    return CheckedData(checked.model.model_copy(update={"journey": None}), (*checked.errors, error))


def _with_meanings(errors: list[SchemaError], data: dict[Any, Any]) -> tuple[SchemaError, ...]:
    """The errors with what unknown keys stand for; a key that is there under another name is not missing as well."""
    if all(error.kind != "unknown-key" for error in errors):
        return tuple(errors)
    from cxmap.model.introspection import keys_at
    from cxmap.model.synonyms import Meanings

    meanings = Meanings()
    taken: set[Pointer] = set()
    found: list[SchemaError] = []
    for error in errors:
        if error.kind != "unknown-key":
            found.append(error)
            continue
        mapping, name = error.pointer[:-1], str(error.value)
        known = tuple(keys_at(mapping))
        clear = meanings.clear(name, _at(error.pointer, data), known)
        place = (*mapping, *clear) if clear else None
        if place in taken or (place and _at(place, data) is not None):
            place = None
        if place:
            taken.add(place)
        found.append(replace(error, meant=place, near=meanings.nearest(name, known)))
    return tuple(error for error in found if error.kind != "missing-key" or error.pointer not in taken)


def _at(pointer: Pointer, data: Any) -> Any:
    for step in pointer:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data


def _schema_error(detail: ErrorDetails, data: dict[Any, Any]) -> SchemaError | None:
    """Pydantic's error in our terms, or ``None`` for a key that is the user's own."""
    error, limits = detail["type"], detail.get("ctx", {})
    pointer, value, at_key = _locate(detail["loc"], data)
    if error == "scale_pass":
        pointer, value = (*pointer, "pass"), value["pass"]
    if error == "missing":
        return SchemaError("missing-key", error, pointer, None, at_key=False, limits=limits)
    if error == "extra_forbidden":
        if str(pointer[-1]).startswith("x-"):
            return None
        return SchemaError("unknown-key", error, pointer, pointer[-1], at_key=True, limits=limits)
    if error == "invalid_key":
        return SchemaError("wrong-type", error, pointer, pointer[-1], at_key=True, limits=limits)
    return SchemaError(_kind(error, value), error, pointer, value, at_key, limits)


def _kind(error: str, value: Any) -> ErrorKind:
    if value is EMPTY:
        return "wrong-type"
    if isinstance(value, float) and not math.isfinite(value):
        return "invalid-value"
    if error == "literal_error":
        return "invalid-value" if isinstance(value, str) else "wrong-type"
    return "wrong-type" if error.endswith(("_type", "int_from_float")) else "invalid-value"


def _locate(location: tuple[int | str, ...], data: Any) -> tuple[Pointer, Any, bool]:
    """Follow pydantic's location through the data: pointer, value, and whether it is about the key.

    Pydantic names the branch of a union (``<mean>``) and the key of a mapping (``[key]``) as steps of their own, and
    turns keys that are numbers into text.
    """
    pointer: list[Any] = []
    at_key = False
    for step in location:
        if isinstance(data, dict):
            key = step if step in data else next((k for k in data if str(k) == str(step)), None)
            if key is not None:
                pointer.append(key)
                data = data[key]
                continue
            if isinstance(step, str) and step.startswith("<"):
                continue
        elif isinstance(data, list) and isinstance(step, int):
            pointer.append(step)
            data = data[step]
            continue
        if step == "[key]":
            at_key = True
            data = pointer[-1]
        elif isinstance(data, dict) and isinstance(step, str):
            pointer.append(step)  # a missing key
            data = None
    return tuple(pointer), data, at_key


@cache
def _lenient_validator() -> SchemaValidator:
    """The models' own validator with every check softened: what is wrong becomes absent and the rest stays."""
    return SchemaValidator(_soften(SCHEMA))


def _soften(schema: Any) -> Any:
    """A core schema in which wrong optional values, list items and mapping values become ``None`` or empty.

    Required lists and texts of a mapping become empty, so that a stage without a title keeps its touchpoints. A mapping
    that lacks anything else it needs, such as a baseline without a value, is absent as a whole.
    """
    if isinstance(schema, list):
        return [_soften(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    soft = {key: value if key == "metadata" else _soften(value) for key, value in schema.items()}
    match soft.get("type"):
        case "model-fields":
            soft["extra_behavior"] = "ignore"
            for field in soft["fields"].values():
                field["schema"] = _soft_field(field["schema"])
        case "list":
            soft.pop("min_length", None)
            soft["items_schema"] = _absent_if_wrong(soft["items_schema"])
        case "dict" if schema["keys_schema"]["type"] == "float":
            return schema  # answers by mark: without one of them the mean would be another
        case "dict":
            soft["keys_schema"] = {"type": "any"}
            soft["values_schema"] = _absent_if_wrong(soft["values_schema"])
        case "model":
            soft.get("config", {}).pop("extra_fields_behavior", None)
    return soft


def _soft_field(schema: dict[str, Any]) -> dict[str, Any]:
    if schema["type"] == "default":
        return {**schema, "on_error": "default"}
    if schema["type"] == "list":
        return {"type": "default", "schema": schema, "default": [], "on_error": "default", "copy_default": True}
    if schema["type"] == "str":
        return {"type": "default", "schema": schema, "default": "", "on_error": "default"}
    return schema


def _absent_if_wrong(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "default", "schema": schema, "default": None, "on_error": "default"}
