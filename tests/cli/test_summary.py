"""``cxmap summary``: journeys in figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.analysis.journeys import LIBRARY, journey, text, touchpoint
from tests.cli.command import cxmap

GOLDEN = Path(__file__).parent / "golden"

TRIP = journey(
    touchpoint("search", 8, 4.5, channel="site", wait="2 days", takes="20 minutes"),
    touchpoint("visit", 9, 8, channel="store", takes="1 hour", by_persona={"ben": {"scores": {"experience": 3}}}),
    touchpoint("pay", 5, 7, channel="store", wait="3 working-days"),
    touchpoint("home", 7),
    personas=("anna", "ben"),
    scale={"min": 0, "max": 10, "pass": 5.5},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "trip.cxmap.yaml").write_text(text(TRIP))
    (tmp_path / "library.cxmap.yaml").write_text(text(LIBRARY))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("summary-pipe", []),
        ("summary-json", ["--format", "json"]),
        ("summary-markdown", ["--format", "markdown", "--persona", "ben"]),
    ],
)
def test_goldens(folder: Path, name: str, options: list[str]) -> None:
    ran = cxmap("summary", *options, cwd=folder)
    assert ran.status == 0
    assert ran.out == (GOLDEN / f"{name}.txt").read_text()


def test_what_is_below_the_pass_mark_looks_so(folder: Path) -> None:
    stops = touchpoint("a", 8, 5.46), touchpoint("b", 8, 5.3)
    near = journey(*stops, name="near", scale={"min": 0, "max": 10, "pass": 5.5})
    (folder / "near.cxmap.yaml").write_text(text(near))
    assert "2 below 5.5; 5.46: A; 5.3: B" in cxmap("summary", "--journey", "near", cwd=folder).out


def test_json_has_every_journey_and_the_project(folder: Path) -> None:
    (folder / "plan.cxmap.yaml").write_text(text(journey(touchpoint("a", 8, 9), name="plan", state="desired")))
    found = json.loads(cxmap("summary", "--format", "json", cwd=folder).out)
    assert [(one["journey"], one["persona"]) for one in found["journeys"]] == [
        ("plan", "anna"),
        ("trip", "anna"),
        ("trip", "ben"),
    ]
    assert (found["project"]["journeys"], found["project"]["desired_journeys"]) == (1, 1)


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--journey", "tripp"], 2, "did you mean 'trip'?"),
        (["--persona", "nobody"], 2, "there are: anna, ben"),
        (["--format", "csv"], 2, "unknown format 'csv'; choose from table, json, markdown"),
        (["-o", "no/such/file"], 2, "cannot write"),
    ],
)
def test_exit_status(folder: Path, options: list[str], status: int, said: str) -> None:
    ran = cxmap("summary", *options, cwd=folder)
    assert (ran.status, said in ran.err) == (status, True), ran.err


def test_a_journey_with_errors_is_refused(folder: Path) -> None:
    (folder / "trip.cxmap.yaml").write_text(text(TRIP).replace("experience: 7", "experience: 77"))
    ran = cxmap("summary", cwd=folder)
    assert (ran.status, ran.out) == (1, "")


def test_nothing_to_sum_up_is_said(tmp_path: Path) -> None:
    (tmp_path / "library.cxmap.yaml").write_text("cxmap: 1\n")
    ran = cxmap("summary", cwd=tmp_path)
    assert (ran.status, ran.out) == (0, "There is no journey in the files given.\n")
