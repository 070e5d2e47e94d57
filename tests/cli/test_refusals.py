"""What an error keeps from being ranked, summed up or drawn: its own journey, those that rest on it, and no other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.analysis.journeys import LIBRARY, journey, text, touchpoint
from tests.cli.command import Ran, cxmap

if TYPE_CHECKING:
    from pathlib import Path

MARKS = {"importance": 9, "experience": 4}
OUT_OF_ORDER = """\
cxmap: 1
metrics:
  m: {title: M, better: higher, baseline: {date: 2026-03-01, value: 5}, target: {date: 2026-02-01, value: 4}}
actions:
  x: {title: X, touchpoints: [trip/search], status: planned, start: 2027-03-01, due: 2027-01-10, metrics: [m]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two journeys, of Anna and of Ben, and a library."""
    (tmp_path / "trip.cxmap.yaml").write_text(text(journey(touchpoint("search", 9, 4), name="trip")))
    (tmp_path / "stay.cxmap.yaml").write_text(text(journey(touchpoint("sleep", 8, 5), name="stay", personas=("ben",))))
    (tmp_path / "library.cxmap.yaml").write_text(text(LIBRARY))
    (tmp_path / "cxmap.toml").write_text("")
    return tmp_path


def ranked(folder: Path, *options: str) -> tuple[int, set[str], str]:
    """The exit status, the journeys that are ranked, and what is said besides."""
    ran = cxmap("gaps", "--format", "json", *options, cwd=folder)
    return ran.status, {row["journey"] for row in json.loads(ran.out)["rows"]} if ran.out else set(), ran.err


def summed_up(folder: Path) -> Ran:
    return cxmap("summary", "--format", "json", cwd=folder)


def break_(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.cxmap.yaml"
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new, 1))


def test_a_plan_out_of_order_keeps_no_journey_from_being_ranked_or_drawn(folder: Path) -> None:
    (folder / "plan.cxmap.yaml").write_text(OUT_OF_ORDER)
    assert cxmap("validate", cwd=folder).status == 1
    assert ranked(folder) == (0, {"trip", "stay"}, "")
    assert (summed_up(folder).status, summed_up(folder).err) == (0, "")
    ran = cxmap("render", "-o", "charts/", "--format", "svg", cwd=folder)
    assert (ran.status, len(ran.out.splitlines())) == (0, 2), ran.err


@pytest.mark.parametrize("chart", ["roadmap", "dashboard"])
def test_the_charts_of_the_plan_are_drawn_and_its_contradictions_are_named(folder: Path, chart: str) -> None:
    (folder / "plan.cxmap.yaml").write_text(OUT_OF_ORDER)
    ran = cxmap("render", "--chart", chart, "--format", "svg", cwd=folder)
    assert ran.status == 1
    assert (folder / f"{chart}.svg").is_file()
    assert "CX406" in ran.err
    assert "CX407" in ran.err


def test_a_journey_with_an_error_is_left_out_and_the_others_are_there(folder: Path) -> None:
    break_(folder, "stay", "experience: 5", "experience: 55")
    status, journeys, err = ranked(folder)
    assert (status, journeys) == (1, {"trip"})
    assert "CX105" in err
    found = summed_up(folder)
    assert found.status == 1
    assert {one["journey"] for one in json.loads(found.out)["journeys"]} == {"trip"}
    ran = cxmap("render", "-o", "charts/", "--format", "svg", cwd=folder)
    assert (ran.status, len(ran.out.splitlines())) == (1, 1)
    assert cxmap("gaps", "--journey", "stay", cwd=folder).out == ""


def test_an_impossible_spread_refuses_its_journey_and_an_impossible_n_does_not(folder: Path) -> None:
    (folder / "survey.cxmap.yaml").write_text("cxmap: 1\nsources: {sv: {title: S, kind: survey, n: 10}}\n")
    break_(folder, "stay", "experience: 5", "experience: {mean: 5, n: 500, source: sv}")
    assert ranked(folder)[:2] == (0, {"trip", "stay"})
    break_(folder, "stay", "n: 500", "n: 500, sd: 50")
    status, journeys, err = ranked(folder)
    assert (status, journeys) == (1, {"trip"})
    assert "CX501" in err


def test_what_a_journey_refers_to_refuses_it_and_no_other(folder: Path) -> None:
    library = (folder / "library.cxmap.yaml").read_text()
    ben = library.index("name:", library.index("ben:"))
    (folder / "library.cxmap.yaml").write_text(f"{library[:ben]}nmae:{library[ben + 5 :]}")
    status, journeys, err = ranked(folder)
    assert (status, journeys) == (1, {"trip"})
    assert "CX101" in err


def test_what_that_refers_to_in_turn_refuses_it_too(folder: Path) -> None:
    (folder / "more.cxmap.yaml").write_text(
        "cxmap: 1\nsegments: {s: {title: S, priority: high}}\npersonas: {kim: {name: Kim, segment: s}}\n"
    )
    break_(folder, "stay", "ben", "kim")
    assert ranked(folder)[:2] == (1, {"trip"})


def test_a_file_that_cannot_be_read_refuses_what_it_may_define(folder: Path) -> None:
    (folder / "other.cxmap.yaml").write_text("cxmap: 1\npersonas: [\n")
    assert ranked(folder)[:2] == (1, {"trip", "stay"})
    break_(folder, "stay", "ben", "somebody")
    assert ranked(folder)[:2] == (1, {"trip"})


def test_a_broken_action_elsewhere_is_named_and_refuses_nothing(folder: Path) -> None:
    (folder / "plan.cxmap.yaml").write_text(OUT_OF_ORDER.replace("title: X", "title: 5"))
    status, journeys, err = ranked(folder)
    assert (status, journeys) == (1, {"trip", "stay"})
    assert "CX103" in err
    ran = cxmap("render", "--chart", "roadmap", "--format", "svg", cwd=folder)
    assert (ran.status, ran.out) == (1, "")


def test_a_rule_that_the_team_made_an_error_refuses_nothing(folder: Path) -> None:
    (folder / "cxmap.toml").write_text('severity = { CX301 = "error", CX304 = "error" }\n')
    assert ranked(folder) == (0, {"trip", "stay"}, "")
