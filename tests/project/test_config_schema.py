"""The JSON Schema of ``cxmap.toml`` says what the model of the configuration says."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cxmap.errors import ConfigError
from cxmap.project.config import load_config
from cxmap.project.config_schema import config_schema

ROOT = Path(__file__).parents[2]
SCHEMA = jsonschema.Draft202012Validator(config_schema())


def as_json(text: str) -> Any:
    """A configuration as editors hand it to a schema: a date is text."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/cxmap.toml")), ids=lambda path: path.parent.name)
def test_the_configurations_of_the_examples_are_valid(path: Path) -> None:
    assert list(SCHEMA.iter_errors(as_json(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("", True),
        ('lang = "nl"\nby = "gap"\nscale = {min = 1, max = 5}', True),
        ('severity = {CX401 = "error"}\nper-file-ignores = {"a/*" = ["CX3"]}', True),
        ('status = {"In review" = "in-progress"}', True),
        ("gap-treshold = 1", False),
        ("x-own = 1", False),
        ("gap-threshold = 11", False),
        ('lang = "de"', False),
        ('theme = "pink"', False),
        ('severity = {CX401 = "fatal"}', False),
        ("max-age-days = -1", False),
        ("select = 3", False),
    ],
)
def test_it_agrees_with_what_is_read(tmp_path: Path, text: str, right: bool) -> None:
    (tmp_path / "cxmap.toml").write_text(text)
    try:
        load_config(tmp_path / "cxmap.toml")
        read = True
    except ConfigError:
        read = False
    assert (read, SCHEMA.is_valid(as_json(text))) == (right, right)


def test_extend_is_a_key() -> None:
    assert SCHEMA.is_valid({"extend": "base.toml"})
