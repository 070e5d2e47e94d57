"""The public library: what the command line does, from Python."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

import cxmap
from cxmap.project.errors import UsageError

SHOES = Path(__file__).parents[1] / "examples" / "running-shoes"
TODAY = dt.date(2026, 7, 1)


def test_load_diagnose_rank_and_draw() -> None:
    project = cxmap.load(SHOES, today=TODAY)
    assert project.diagnostics() == []
    assert "noor" in project.personas
    first = cxmap.gaps(project).rows[0]
    assert (first.rank, first.touchpoint) == (1, "stock-check")
    picture = cxmap.render(project, "first-shoes", form="svg")
    assert picture.data.startswith(b"<svg ")
    assert "Noor de Wit" in picture.alt


def test_rules_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.cxmap.yaml"
    path.write_text("cxmap: 1\nsegments:\n  runners: {title: Runners, priority: target}\n")
    project = cxmap.load(path, today=TODAY)
    assert [one.code for one in project.diagnostics()] == ["CX318"]
    assert project.diagnostics(ignore=["CX3"]) == []
    with pytest.raises(UsageError, match="unknown rule"):
        project.diagnostics(select=["nothing"])


def test_what_is_not_there_is_said() -> None:
    project = cxmap.load(SHOES, today=TODAY)
    with pytest.raises(UsageError, match="no journey is called 'x'"):
        cxmap.render(project, "x")
    with pytest.raises(UsageError, match="no chart of a journey"):
        cxmap.render(project, "first-shoes", "pie")


def test_importing_costs_nothing() -> None:
    code = (
        "import cxmap, sys; print([m for m in ('pydantic', 'matplotlib', 'yaml', 'rich', 'typer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_only_public_names_are_offered() -> None:
    assert sorted(dir(cxmap)) == sorted(cxmap.__all__)
    with pytest.raises(AttributeError):
        _ = cxmap.nothing
