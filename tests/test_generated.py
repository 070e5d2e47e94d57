"""What is generated and committed is up to date: ``make generate`` mends it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

GENERATOR = Path(__file__).parents[1] / "docs" / "generate.py"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_stale():
    assert list(generator().stale()) == []


def test_what_is_stale_is_named_and_mended(tmp_path, monkeypatch, capsys):
    module = generator()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    assert module.main(["--check"]) == 1
    named = capsys.readouterr().out.splitlines()
    assert "schemas/cxmap-v1.schema.json" in named
    assert not list(tmp_path.iterdir())
    assert module.main([]) == 0
    assert capsys.readouterr().out.splitlines() == named
    assert module.main(["--check"]) == 0
    assert capsys.readouterr().out == ""
