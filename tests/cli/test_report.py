"""``cxmap report``: where it writes, what it leaves alone and leaves out, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cxmap.cli.main import run
from tests.analysis.journeys import text as file_text
from tests.output.report.everything import everything

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, data in everything().items():
        (tmp_path / f"{name}.cxmap.yaml").write_text(file_text(data))
    (tmp_path / "cxmap.toml").write_text("today = 2026-07-01\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_page_goes_into_the_root_and_again_over_itself(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--leave-out", "map,blueprint"]) == 0
    assert capsys.readouterr().out == "report.html\n"
    first = (project / "report.html").read_bytes()
    assert run(["report", "--leave-out", "map", "--leave-out", "blueprint"]) == 0
    assert (project / "report.html").read_bytes() == first


def test_a_file_of_others_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "report.html").write_text("<p>Ours</p>")
    assert run(["report"]) == 2
    assert "report.html was not made by cxmap report; name another file with -o" in capsys.readouterr().err
    assert (project / "report.html").read_text() == "<p>Ours</p>"


def test_markdown_and_json_go_to_standard_output(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("<!-- cxmap-report -->\n\n# trip")
    assert run(["report", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["command"] == "report"
    assert {"headlines", "sheets", "needs", "actions", "sources"} <= found.keys()
    assert not list(project.glob("*.html"))


def test_the_ranking_is_that_of_gaps(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert run(["gaps", "--format", "json"]) == 0
    assert report["rankings"][0]["rows"] == json.loads(capsys.readouterr().out)["rows"]


@pytest.mark.parametrize(
    ("part", "gone", "kept"),
    [
        ("quotes", "“quote ", "note "),
        ("owners", "office", "trip"),
        ("sources", "talks ", "interviews"),
        ("links", "https://example.org/ticket", "trip"),
        ("people", "Who the customers are", "The plan"),
        ("needs", "Open needs", "The plan"),
        ("journeys", "Step by step", "The plan"),
    ],
)
def test_what_is_left_out_is_nowhere(
    project: Path, capsys: pytest.CaptureFixture[str], part: str, gone: str, kept: str
) -> None:
    leave_out = [part] if part != "owners" else ["owners", "stakeholders", "sheets", "dashboard"]
    assert run(["report", "--leave-out", ",".join((*leave_out, "map", "blueprint")), "-o", "out.html"]) == 0
    text = (project / "out.html").read_text()
    body = text[text.index("<main") :]
    assert gone not in body
    assert kept in body


def test_the_sentence_of_a_persona_is_a_quote_too(capsys: pytest.CaptureFixture[str]) -> None:
    told = ["report", str(EXAMPLES / "running-shoes"), "--format", "markdown"]
    assert run(told) == 0
    assert "I just want shoes" in capsys.readouterr().out
    assert run([*told, "--leave-out", "quotes"]) == 0
    assert "I just want shoes" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--leave-out", "quots"], "--leave-out takes message, changes"),
        (["--journey", "tripp"], "did you mean 'trip'?"),
        (["--persona", "anne"], "did you mean 'anna'?"),
        (["--top", "0"], "--top takes a number of at least 1, not 0"),
        (["--format", "htm"], "did you mean 'html'?"),
    ],
)
def test_wrong_choices(project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert run(["report", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not list(project.glob("*.html"))


def test_a_journey_with_errors_is_reported_and_not_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (project / "trip.cxmap.yaml").read_text()
    (project / "trip.cxmap.yaml").write_text(text.replace("channel: site", "channel: sight"))
    assert run(["report", "--format", "json"]) == 1
    shown = capsys.readouterr()
    assert "CX201" in shown.err
    assert [one["journey"] for one in json.loads(shown.out)["journeys"]] == ["other"]


def test_in_dutch_and_of_one_persona(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--lang", "nl", "--persona", "ben", "--format", "markdown", "--title", "Ons"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("<!-- cxmap-report -->\n\n# Ons\n")
    assert "## Wat eerst te verbeteren" in out
