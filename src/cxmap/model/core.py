"""The compiled part of pydantic's core, which checks files: all that most runs use of pydantic.

``import pydantic_core`` also declares a hundred types for people who write schemas by hand. That takes three times as
long as the compiled part, and a quarter of a run over an unchanged project, so the compiled part is imported alone. If
it is renamed one day, ``pydantic_core`` itself is imported.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError, from_json

__all__ = ["PydanticCustomError", "SchemaValidator", "ValidationError", "from_json"]

PACKAGE, COMPILED = "pydantic_core", "pydantic_core._pydantic_core"


def compiled() -> ModuleType:
    """The module that has what is compiled. Pydantic takes the same one, when it is imported after this."""
    if module := sys.modules.get(COMPILED):
        return module
    package = PathFinder.find_spec(PACKAGE)
    spec = package and PathFinder.find_spec(COMPILED, package.submodule_search_locations)
    if not spec or not spec.loader:
        return import_module(PACKAGE)
    module = sys.modules[COMPILED] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if not TYPE_CHECKING:
    _core = compiled()
    PydanticCustomError, SchemaValidator = _core.PydanticCustomError, _core.SchemaValidator
    ValidationError, from_json = _core.ValidationError, _core.from_json
