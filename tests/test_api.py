"""The public library: what the command line does, from Python."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cxmap
from cxmap import api

if TYPE_CHECKING:
    from collections.abc import Callable

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
    with pytest.raises(cxmap.UsageError, match="unknown rule"):
        project.diagnostics(select=["nothing"])


def test_what_is_not_there_is_said() -> None:
    project = cxmap.load(SHOES, today=TODAY)
    with pytest.raises(cxmap.UsageError, match="no journey is called 'x'"):
        cxmap.render(project, "x")
    with pytest.raises(cxmap.UsageError, match="no chart of a journey"):
        cxmap.render(project, "first-shoes", "pie")


BROKEN = """cxmap: 1
personas: {p: {name: P}}
journey:
  id: j
  title: J
  personas: [p]
  scale: {min: 0, max: 10}
  stages:
    - id: s
      title: S
      touchpoints:
        - {id: a, title: A, scores: {importance: 31, experience: 0}}
        - {id: b, title: B, scores: {importance: 8, experience: 4}}
"""


@pytest.mark.parametrize(
    "use",
    [
        cxmap.gaps,
        cxmap.summary,
        cxmap.trend,
        lambda project, **more: cxmap.gaps(project, cxmap.Options(journey="j"), **more),
        lambda project, **more: cxmap.render(project, "j", form="svg", **more),
    ],
)
def test_files_with_errors_are_refused_unless_told_otherwise(use: Callable[..., object], tmp_path: Path) -> None:
    (tmp_path / "j.cxmap.yaml").write_text(BROKEN)
    project = cxmap.load(tmp_path, today=TODAY)
    with pytest.raises(cxmap.FilesHaveErrors, match=r"j.cxmap.yaml:12:50: CX105 .*; fix the files") as refused:
        use(project)
    assert [found.code for found in refused.value.diagnostics] == ["CX105"]
    assert all(isinstance(found, cxmap.Diagnostic) for found in refused.value.diagnostics)
    assert use(project, strict=False)


def test_a_sound_journey_is_not_refused_for_another(tmp_path: Path) -> None:
    (tmp_path / "j.cxmap.yaml").write_text(BROKEN)
    (tmp_path / "k.cxmap.yaml").write_text(
        BROKEN.replace("31", "9").replace("id: j", "id: k").replace("{p:", "{q:").replace("[p]", "[q]")
    )
    project = cxmap.load(tmp_path, today=TODAY)
    with pytest.raises(cxmap.FilesHaveErrors):
        cxmap.gaps(project)
    assert cxmap.gaps(project, cxmap.Options(journey="k")).rows
    assert cxmap.summary(project, "k").journeys
    assert cxmap.render(project, "k", form="svg")


def test_two_states_are_compared(tmp_path: Path) -> None:
    for name, mark in (("old", 4), ("new", 5)):
        (tmp_path / name).mkdir()
        text = BROKEN.replace("31", "9").replace("experience: 4", f"experience: {mark}")
        (tmp_path / name / "j.cxmap.yaml").write_text(text)
    found = cxmap.diff(*(cxmap.load(tmp_path / name, today=TODAY) for name in ("old", "new")))
    assert [(each.id, each.before, each.after) for each in found.changes] == [("j/b", 4, 5)]


EXAMPLE = re.compile(r"^(?P<indent> +)import cxmap\n(?:(?P=indent).*\n|\n)*", re.MULTILINE)


@pytest.mark.parametrize("where", [cxmap, api], ids=lambda where: where.__name__)
def test_examples_in_docstrings_run(where: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SHOES)
    texts = [where.__doc__, *(getattr(where, name).__doc__ for name in cxmap.__all__ if not name.startswith("__"))]
    examples = [match[0] for text in texts for match in EXAMPLE.finditer(text or "")]
    for example in examples:
        exec(textwrap.dedent(example), {})
    assert examples or where is api


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
