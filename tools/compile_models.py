"""Compile pydantic models into data: the records that they load as, and what pydantic's core needs to check with them.

Used by ``make generate``; a test says when the files are stale. See ``cxmap.model.records`` for the reason.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cxmap.exchange.survey.mapping_model import Mapping
from cxmap.model.base import Entity
from cxmap.model.file import File
from cxmap.model.introspection import reference_table
from cxmap.model.records import NAMES, Record
from cxmap.project.config_model import Config

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

WIDTH = 120
# What only pydantic itself reads.
_LEFT_OUT = frozenset({"metadata", "serialization", "serialization_alias", "computed_fields"})
_OFF_UNLESS_GIVEN = frozenset({"custom_init", "root_model"})
_REFERENCE_KEYS = frozenset({"ref", "schema_ref"})


def generated() -> dict[str, str]:
    """The compiled models, as text, by the path from the root of the file that they belong in."""
    files = compile_model(File)
    return {
        "src/cxmap/model/generated.json": as_text(files),
        "src/cxmap/project/generated.json": as_text(compile_model(Config, known=files["records"])),
        "src/cxmap/exchange/survey/generated.json": as_text(compile_model(Mapping, known=files["records"])),
    }


def compile_model(model: type[BaseModel], known: Collection[str] = ()) -> dict[str, Any]:
    """Compile a model and the models in it into plain data, as ``cxmap.model.records.read`` takes it.

    Args:
        model: The outermost model.
        known: The names of records that are made elsewhere.

    Raises:
        TypeError: The core schema holds what JSON cannot, or a function or class that is not in ``NAMES``.
    """
    compiler = _Compiler(known)
    model.model_rebuild()  # where its core schema waits for its first use
    schema = compiler.plain(model.__pydantic_core_schema__)
    compiled = {"records": compiler.records, "schema": schema}
    return {**compiled, "references": reference_table(model)} if issubclass(model, Entity) else compiled


def as_text(compiled: Any) -> str:
    """Compiled models as JSON, laid out so that a change of a model changes a few lines."""
    return f"{_layout(compiled, 0)}\n"


class _Compiler:
    """Collects the records of the models that a schema names: the names of the bases of each, which come before it."""

    def __init__(self, known: Collection[str]) -> None:
        self.records: dict[str, list[str]] = {}
        self._known = known
        self._models: dict[str, type] = {}

    def plain(self, value: Any) -> Any:
        """A core schema without what pydantic's core does not read, and with names for functions and classes."""
        if isinstance(value, dict):
            return dict(self._entries(value))
        if isinstance(value, (list, tuple)):
            return [self.plain(item) for item in value]
        if isinstance(value, type):
            return f"@{self._class(value)}"
        if callable(value):
            return f"@{_named(value)}"
        if isinstance(value, str) and value.startswith("@"):
            raise TypeError(f"{value!r} would be read as the name of a function")
        if value is None or isinstance(value, (str, int, float)):
            return value
        raise TypeError(f"{value!r} cannot be written as JSON")

    def _entries(self, schema: dict[Any, Any]) -> Iterator[tuple[str, Any]]:
        for key, value in schema.items():
            if not isinstance(key, str):
                raise TypeError(f"the key {key!r} cannot be written as JSON")
            if key in _REFERENCE_KEYS:
                yield key, _reference_name(value)
            elif key == "default" and value in ([], {}):
                yield "default_factory", f"@{type(value).__name__}"  # a default would be copied deeply each time
            elif key not in _LEFT_OUT and (value or key not in _OFF_UNLESS_GIVEN):
                yield key, self.plain(value)

    def _class(self, kind: type) -> str:
        if not issubclass(kind, BaseModel):
            return _named(kind)
        name = kind.__name__
        if self._models.setdefault(name, kind) is not kind or name in NAMES:
            raise TypeError(f"two things are called '{name}'; rename the model")
        if name not in self._known and name not in self.records:
            bases = [Record.__name__ if base in {Entity, BaseModel} else self._class(base) for base in kind.__bases__]
            self.records[name] = bases
        return name


def _named(function: Any) -> str:
    """The name of a function or class in the table of those that a schema may name."""
    name: str = function.__name__
    if NAMES.get(name) is not function:
        raise TypeError(f"{function.__module__}.{name} is not in cxmap.model.records.NAMES; add it")
    return name


def _reference_name(reference: str) -> str:
    """``Scale`` for ``cxmap.model.scale.Scale:94252677956816``, which is another in each run."""
    return reference.partition(":")[0].rpartition(".")[2]


def _layout(value: Any, indent: int) -> str:
    """A value as JSON: on one line where there is room, else an item a line."""
    line = json.dumps(value, allow_nan=False, ensure_ascii=False)
    if len(line) + indent < WIDTH or not isinstance(value, (dict, list, tuple)):
        return line
    inner = " " * (indent + 1)
    if isinstance(value, dict):
        items = [f"{inner}{json.dumps(key)}: {_layout(item, indent + 1)}" for key, item in value.items()]
        opening, closing = "{}"
    else:
        items = [f"{inner}{_layout(item, indent + 1)}" for item in value]
        opening, closing = "[]"
    return "\n".join((opening, ",\n".join(items), " " * indent + closing))
