"""Compile pydantic models into a module of records and of what pydantic's core needs to check data with them.

Not used when cxmap runs: ``make generate`` writes the modules, and a test says when they are out of date. See
``cxmap.model.record`` for the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cxmap.model.base import Entity
from cxmap.model.introspection import reference_table
from cxmap.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 120
HEADER = '''"""{title}

Generated from the pydantic models by ``make generate``: change those.
"""

# ruff: noqa: D101, E501
# fmt: off
from __future__ import annotations

from typing import Any

'''
# What only pydantic itself reads.
_LEFT_OUT = frozenset({"metadata", "serialization", "serialization_alias"})
_REFERENCE_KEYS = frozenset({"ref", "schema_ref"})
_PACKAGE = "cxmap"


@dataclass(frozen=True, slots=True)
class _Name:
    """A function or a class, by the name that it has in the module."""

    text: str

    def __repr__(self) -> str:
        return self.text


def compile_model(model: type[BaseModel], module: str, title: str) -> str:
    """The text of a module with the records of a model and of the models in it, and ``SCHEMA``, their core schema.

    Args:
        model: The outermost model.
        module: The name of the module; records of models of another package are imported from its ``compiled``.
        title: The first line of its docstring.
    """
    compiled = _Compiled(module)
    schema = compiled.plain(model.__pydantic_core_schema__)
    imports = sorted(compiled.imports.items())
    text = "".join(f"from {module} import {', '.join(sorted(names))}\n" for module, names in imports)
    text += "".join(compiled.classes.values())
    text += f"\n\nSCHEMA: Any = {_layout(schema, 0)}\n"
    if issubclass(model, Entity):
        text += f"\nREFERENCES: Any = {_layout(reference_table(model), 0)}\n"
    return HEADER.format(title=title) + text


class _Compiled:
    """Collects what the schema names: imports, and a record for each model."""

    def __init__(self, module: str) -> None:
        self.package = module.rpartition(".")[0]
        self.imports: dict[str, set[str]] = {}
        self.classes: dict[str, str] = {}

    def plain(self, value: Any) -> Any:
        """A core schema without what pydantic's core does not read, and with names for functions and classes."""
        if isinstance(value, dict):
            return dict(self._entries(value))
        if isinstance(value, (list, tuple)):
            return type(value)(self.plain(one) for one in value)
        if isinstance(value, type):
            return _Name(self._class(value))
        if callable(value):
            return _Name(self._import(value.__module__, value.__name__))
        if value is None or isinstance(value, (str, int, float)):
            return value
        raise TypeError(f"{value!r} cannot be written as code")

    def _entries(self, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        for key, value in schema.items():
            if key in _REFERENCE_KEYS:
                yield key, _reference_name(value)
            elif key == "default" and value in ([], {}):
                yield "default_factory", _Name(type(value).__name__)  # a default would be copied deeply each time
            elif key not in _LEFT_OUT:
                yield key, self.plain(value)

    def _class(self, kind: type) -> str:
        if not issubclass(kind, BaseModel):
            return self._import(kind.__module__, kind.__name__)
        name, package = kind.__name__, kind.__module__.rpartition(".")[0]
        if package != self.package:
            return self._import(f"{package}.compiled", name)
        if name not in self.classes:
            bases = ", ".join(self._bases(kind))
            self.classes[name] = f"\n\nclass {name}({bases}):\n    __slots__ = ()\n"
        return name

    def _bases(self, kind: type[BaseModel]) -> Iterator[str]:
        """The records and traits that a model's record stands on."""
        for base in kind.__bases__:
            if base in {Entity, BaseModel}:
                yield self._import(Record.__module__, Record.__name__)
            else:
                yield self._class(base)

    def _import(self, module: str, name: str) -> str:
        if module == "builtins":
            return name
        if not module.startswith(f"{_PACKAGE}."):
            raise TypeError(f"{module}.{name} is not cxmap's")
        self.imports.setdefault(module, set()).add(name)
        return name


def _reference_name(reference: str) -> str:
    """``Scale`` for ``cxmap.model.scale.Scale:94252677956816``, which is another in each run."""
    return reference.partition(":")[0].rpartition(".")[2]


def _layout(value: Any, indent: int) -> str:
    """A value as code: on one line where there is room, else an item a line."""
    line = repr(value)
    if len(line) + indent < WIDTH or not isinstance(value, (dict, list, tuple)):
        return line
    inner = " " * (indent + 1)
    if isinstance(value, dict):
        items = [f"{inner}{key!r}: {_layout(one, indent + 1)},\n" for key, one in value.items()]
        opening, closing = "{}"
    else:
        items = [f"{inner}{_layout(one, indent + 1)},\n" for one in value]
        opening, closing = "[]" if isinstance(value, list) else "()"
    return f"{opening}\n{''.join(items)}{' ' * indent}{closing}"
