"""The page about the library and the notebook are run, as a reader would, from top to bottom."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import cxmap

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples/running-shoes"


def test_the_page_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "shoes"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("*.html"))
    monkeypatch.chdir(folder)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs/library.md").read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    for block in blocks:
        exec(block, names)
    assert (folder / "matrix.svg").read_bytes() == names["picture"].data
    assert len(names["ranking"].rows) == 3
    assert "\n0\n" in capsys.readouterr().out
    assert (folder / "first-shoes.mmd").read_text(encoding="utf-8").startswith("%% from cxmap: first-shoes")


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = json.loads((ROOT / "examples/notebook.ipynb").read_text(encoding="utf-8"))
    monkeypatch.chdir(ROOT / "examples")
    names: dict[str, Any] = {}
    shown = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            *before, last = ast.parse("".join(cell["source"])).body
            exec(compile(ast.Module(before, []), "cell", "exec"), names)
            assert isinstance(last, ast.Expr)
            shown.append(eval(compile(ast.Expression(last.value), "cell", "eval"), names))
    diagnostics, ranked, picture, changes = shown
    assert [found for found in diagnostics if found.severity == "error"] == []
    assert [row[0] for row in ranked] == sorted(row[0] for row in ranked)
    assert picture._repr_png_().startswith(b"\x89PNG")
    assert picture._repr_svg_() is None
    assert changes > 0


def test_what_gaps_does_not_take_is_said() -> None:
    with pytest.raises(cxmap.UsageError, match="gaps takes no 'persna'; did you mean 'persona'"):
        cxmap.gaps(cxmap.load(EXAMPLE), persna="noor")
    assert len(cxmap.gaps(cxmap.load(EXAMPLE), cxmap.Options(persona="noor"), top=2).rows) == 2
