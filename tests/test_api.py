"""The public library: what the command line does, from Python."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from typer.testing import CliRunner

import cxmap
from cxmap import api
from cxmap.choices import EXPORT_FORMATS, ExportFormat
from cxmap.cli.main import build

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


def test_a_text_is_loaded_and_fixed_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = BROKEN.replace("31", "9").replace("personas: [p]", "personas: [mareike]").replace("{p:", "{marieke:")
    project = cxmap.loads(text, today=TODAY)
    assert [(found.code, found.path) for found in project.diagnostics(select=["CX201"])] == [("CX201", "<stdin>")]
    done = cxmap.fix(project)
    assert (done.count, done.project.diagnostics(select=["CX201"])) == (1, [])
    assert done.texts == {"<stdin>": text.replace("mareike", "marieke")}
    assert cxmap.fix(done.project).count == 0
    assert list(tmp_path.iterdir()) == []


def test_a_text_refers_to_the_files_of_its_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cxmap.toml").write_text("")
    (tmp_path / "people.cxmap.yaml").write_text("cxmap: 1\npersonas:\n  p: {name: P}\n")
    monkeypatch.chdir(tmp_path)
    text = BROKEN.replace("31", "9").replace("personas: {p: {name: P}}\n", "")
    assert cxmap.gaps(cxmap.loads(text, filename="new.cxmap.yaml")).rows[0].touchpoint == "a"


def test_files_are_fixed_in_place_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "j.cxmap.yaml"
    text = BROKEN.replace("31", "9").replace("[p]", "[mareike]").replace("{p:", "{marieke:")
    path.write_text(text)
    project = cxmap.load(tmp_path, today=TODAY)
    (new,) = cxmap.fix(project, dry_run=True).texts.values()
    assert path.read_text() == text != new
    assert cxmap.fix(project).count == 1
    assert path.read_text() == new
    from cxmap.io.files import WriteError

    path.write_text(text + "# somebody else's\n")
    with pytest.raises(WriteError):
        cxmap.fix(project)
    assert path.read_text().endswith("somebody else's\n")


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_an_export_is_what_the_command_writes(form: ExportFormat, tmp_path: Path) -> None:
    made = cxmap.export(cxmap.load(SHOES), form, journey="first-shoes")
    made.save(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == made.data
    if form in {"xlsx", "pptx"}:  # their bytes hold when they were made, or by what command
        assert made.data.startswith(b"PK")
        return
    of_journey = "" if form == "json" else "journeys/first-shoes.cxmap.yaml"
    arguments = ["export", form, *([of_journey] if of_journey else []), "-o", str(tmp_path / "written")]
    here = Path.cwd()
    os.chdir(SHOES)
    try:
        CliRunner().invoke(build(arguments), arguments, standalone_mode=False)
    finally:
        os.chdir(here)
    assert (tmp_path / "written").read_bytes() == made.data


def test_what_cannot_be_exported_is_said(tmp_path: Path) -> None:
    project = cxmap.load(SHOES)
    with pytest.raises(cxmap.UsageError, match="unknown format 'mermiad'; did you mean 'mermaid'"):
        cxmap.export(project, "mermiad")  # type: ignore[arg-type]  # misspelt on purpose
    with pytest.raises(cxmap.UsageError, match="an outline holds one journey; name it with journey=: first-shoes"):
        cxmap.export(project, "outline")
    with pytest.raises(cxmap.UsageError, match="no journey is called 'x'"):
        cxmap.export(project, "csv", journey="x")
    (tmp_path / "j.cxmap.yaml").write_text(BROKEN)
    with pytest.raises(cxmap.FilesHaveErrors):
        cxmap.export(cxmap.load(tmp_path), "csv")
    (tmp_path / "j.cxmap.yaml").write_text("cxmap: 1\npersonas: {p: {name: P}}\n")
    with pytest.raises(cxmap.UsageError, match="no journey to export"):
        cxmap.export(cxmap.load(tmp_path), "csv")


def test_results_are_short_in_a_console_and_tables_elsewhere() -> None:
    project = cxmap.load(SHOES)
    ranking = cxmap.gaps(project, top=2)
    assert repr(project) == f"<Project of 7 files in {SHOES}>"
    assert repr(ranking) == f"<Ranking of {len(ranking.rows)} rows by priority>"
    assert repr(cxmap.trend(project)).startswith("<Trend of ")
    frame = pl.DataFrame(ranking.to_dicts())
    assert frame["touchpoint"].to_list() == [row.touchpoint for row in ranking.rows]
    assert frame["priority"].to_list() == [row.figures.priority for row in ranking.rows]
    assert cxmap.trend(project).to_dicts()[0]["what"] == "score"


def test_a_ranking_in_a_notebook_is_a_table_of_text() -> None:
    text = BROKEN.replace("31", "9").replace("title: A,", "title: '<b>A</b> & co',")
    shown = cxmap.gaps(cxmap.loads(text))._repr_html_()
    rows = ET.fromstring(shown.replace("<br>", "")).findall(".//tbody/tr")
    assert [row[1].text for row in rows] == ["<b>A</b> & co ?", "B ?"]
    assert [row[0].text for row in rows] == ["1", "2"]


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
