"""Pydantic's compiled core is imported without the rest, and is the one that pydantic has."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import PathFinder

import pydantic_core
import pytest

from cxmap.model import core

NEITHER_FIRST = """\
import {first}, {then}
from pydantic_core import ValidationError
from pydantic import BaseModel
from cxmap.model import core

class Step(BaseModel):
    number: int

assert core.ValidationError is ValidationError
try:
    Step(number="one")
except core.ValidationError as error:
    print(error.errors()[0]["type"])
"""


@pytest.mark.parametrize(("first", "then"), [("cxmap.model.core", "pydantic"), ("pydantic", "cxmap.model.core")])
def test_pydantic_has_the_same_core(first, then):
    program = NEITHER_FIRST.format(first=first, then=then)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "int_parsing\n"


@pytest.mark.parametrize("missing", [core.PACKAGE, core.COMPILED])
def test_a_core_under_another_name_is_imported_as_usual(monkeypatch, missing):
    find = PathFinder.find_spec
    monkeypatch.delitem(sys.modules, core.COMPILED)
    monkeypatch.setattr(PathFinder, "find_spec", lambda name, *path: None if name == missing else find(name, *path))
    assert core.compiled() is pydantic_core
