"""``cxmap export pptx``: what is asked for, what is said, and how it ends."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from cxmap.cli.main import run
from tests.output.deck import templates

if TYPE_CHECKING:
    from pathlib import Path

NOW = """\
cxmap: 1
personas: {noor: {name: Noor, story: s, goals: [g]}}
journey:
  id: now
  title: A first pair
  personas: [noor]
  starts_with: x
  ends_with: y
  stages:
    - id: s
      title: Choice
      touchpoints:
        - {id: a, title: Looks, negatives: [Nothing fits], scores: {importance: 8, experience: 5}}
        - {id: b, title: Tries, scores: {importance: 6, experience: 7}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "now.cxmap.yaml").write_text(NOW)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def titles(path: Path) -> list[str]:
    return [slide.shapes.title.text for slide in Presentation(io.BytesIO(path.read_bytes())).slides]


def test_slides_are_those_asked_for_in_that_order(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "pptx", "--slides", "ranking, title,sheets:1,roadmap", "-o", "x.pptx"]) == 0
    assert titles(project / "x.pptx") == [
        (
            "Work first on “Looks”: no action addresses it yet. "
            "A score behind this is the team's own guess, or names no source"
        ),
        "A first pair",
        "1. Looks",
    ]
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "x.pptx: 3 slides on 'Title Slide' and 'Title Only'\n")


def test_the_template_is_named_and_its_remarks_are_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "house.potx").write_bytes(templates.without_titles())
    command = ["export", "pptx", "--slides", "title", "--template", "house.potx", "--lang", "nl", "-o", "x.pptx"]
    assert run(command) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("x.pptx: 1 slide on '")
    assert said[0].endswith("of house.potx")
    assert said[1].startswith("house.potx: no layout has a title")
    (slide,) = Presentation(io.BytesIO((project / "x.pptx").read_bytes())).slides
    assert (
        "met: cxmap export pptx --template house.potx --slides title --lang nl"
        in slide.notes_slide.notes_text_frame.text
    )
    assert run([*command, "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (["--slides", "titel"], 2, "cxmap: --slides takes title, message, changes, journey"),
        (["--slides", "titel"], 2, "did you mean 'title'?"),
        (["--slides", "sheets:0"], 2, "a number for sheets alone, 1 to 20, such as sheets:3, not 'sheets:0'"),
        (["--slides", "ranking:3"], 2, "a number for sheets alone, 1 to 20, such as sheets:3, not 'ranking:3'"),
        (["--slides", ","], 2, "--slides names no slide; there are: title, message"),
        (["--template", "none.potx"], 2, "--template: cannot read 'none.potx': No such file or directory"),
        (["--template", "."], 2, "--template: cannot read '.': Is a directory"),
        (["--template", "now.cxmap.yaml"], 2, "now.cxmap.yaml is no presentation, a damaged one"),
        (["--journey", "nwo"], 2, "no journey is called 'nwo'; did you mean 'now'?"),
        (["--lang", "de"], 2, "--lang takes en or nl, not 'de'"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_line(
    project: Path, capsys: pytest.CaptureFixture[str], options: list[str], status: int, message: str
) -> None:
    assert run(["export", "pptx", *options, "-o", "x.pptx"]) == status
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1
    assert not (project / "x.pptx").exists()


def test_errors_refuse_and_a_library_has_nothing_to_present(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "now.cxmap.yaml").write_text(NOW.replace("experience: 5", "experience: 15"))
    assert run(["export", "pptx", "-o", "x.pptx"]) == 1
    assert "CX105" in capsys.readouterr().err
    (project / "now.cxmap.yaml").write_text("cxmap: 1\npersonas: {noor: {name: Noor, story: s, goals: [g]}}\n")
    assert run(["export", "pptx", "-o", "x.pptx"]) == 2
    assert "no journey to present: a library has no touchpoints" in capsys.readouterr().err
    assert not (project / "x.pptx").exists()


@pytest.mark.parametrize("command", [["export", "pptx", "-o", "x.pptx"], ["render", "--format", "pptx"]])
def test_without_the_extra_it_says_what_to_install(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    assert run(command) == 2
    assert capsys.readouterr().err == "cxmap: writing PPTX needs an extra: pip install 'cxmap[slides]'\n"
    assert [path.name for path in project.iterdir()] == ["now.cxmap.yaml"]


def test_a_font_is_for_slides(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "--font", "Arial", "-o", "x.png"]) == 2
    assert "--font is for PPTX" in capsys.readouterr().err
    assert run(["render", "--font", "Georgia", "-o", "x.pptx"]) == 0
    (slide,) = Presentation(io.BytesIO((project / "x.pptx").read_bytes())).slides
    assert set(slide.element.xpath("//a:latin/@typeface")) == {"Georgia"}
