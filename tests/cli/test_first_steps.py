"""``cxmap init`` and ``cxmap demo``: the first minutes with the tool."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.command import cxmap

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_project_validates_ranks_and_renders_at_once(tmp_path: Path) -> None:
    assert cxmap("init", "ours", cwd=tmp_path).status == 0
    ours = tmp_path / "ours"
    assert (ours / ".github/workflows/cxmap.yml").is_file()
    checked = json.loads(cxmap("validate", "--fail-on", "advice", "--format", "json", cwd=ours).out)
    assert checked["diagnostics"] == []
    ranked = json.loads(cxmap("gaps", "--format", "json", cwd=ours).out)
    assert ranked["rows"][0]["touchpoint"] == "find-books"
    drawn = cxmap("render", "--format", "svg", cwd=ours)
    assert drawn.out == "journeys/first-visit.emotion.svg\n"
    assert "Looks for picture" in (ours / drawn.out.strip()).read_text(encoding="utf-8").replace("\n", " ")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "cxmap.toml").write_text("# ours\n")
    ran = cxmap("init", cwd=tmp_path)
    assert (ran.status, (tmp_path / "cxmap.toml").read_text()) == (2, "# ours\n")
    assert [path.name for path in tmp_path.iterdir()] == ["cxmap.toml"]


def test_the_demo_shows_each_command_before_its_output(tmp_path: Path) -> None:
    ran = cxmap("demo", "shown", cwd=tmp_path)
    assert ran.status == 0
    commands = [line for line in ran.out.splitlines() if line.startswith("$ cxmap")]
    assert [line.split()[2] for line in commands] == ["validate", "gaps", "render", "report"] * 2
    charts = [line.strip() for line in ran.out.splitlines() if line.endswith(".png") and line.startswith("  ")]
    assert len(charts) >= 3
    assert all((tmp_path / chart).is_file() for chart in charts)
    again = cxmap("demo", "shown", cwd=tmp_path)
    assert (again.status, "--force" in again.err) == (2, True)
