"""The layers that the documentation names are those that import-linter holds."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def layers() -> list[list[str]]:
    """The layers of pyproject.toml, from the top."""
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = configuration["tool"]["importlinter"]["contracts"]
    assert contract["exhaustive"] is True
    return [layer.split(" | ") for layer in contract["layers"]]


def test_the_decision_names_every_layer_in_order() -> None:
    page = (ROOT / "docs/decisions/0001-one-direction.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`[^|]+) \|", page, re.MULTILINE)
    assert [re.findall(r"`(\w+)`", cell) for cell in cells] == layers()


def test_contributing_says_where_every_room_is() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^  (\w+)/ ", page, re.MULTILINE))
    assert named == {path.parent.name for path in (ROOT / "src/cxmap").glob("*/__init__.py")}
