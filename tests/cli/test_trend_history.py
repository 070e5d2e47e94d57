"""``cxmap trend --history``: what earlier commits held, for the team that overwrote its marks."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from cxmap.cli import past
from cxmap.cli.main import run
from tests.analysis.journeys import LIBRARY, journey, mean, text, touchpoint
from tests.cli.test_diff import git

if TYPE_CHECKING:
    from pathlib import Path

DAYS = ("2026-01-10", "2026-01-20", "2026-04-10", "2026-09-10")
SOURCES: dict[str, Any] = {
    "wall": {"title": "Wall", "kind": "workshop"},
    "visit": {"title": "Visit", "kind": "survey", "date": "2026-03-31"},
    "autumn": {"title": "Autumn", "kind": "survey", "date": "2026-09-30"},
}
STATES: tuple[tuple[Any, Any, float], ...] = (
    (5, mean(5.2, 1.6, 84, "visit"), 60),
    (6, mean(5.2, 1.6, 84, "visit"), 55),
    (7, mean(5.2, 1.6, 84, "visit"), 50),
    (8, mean(6.1, 1.4, 71, "autumn"), 40),
)


def write(folder: Path, mark: Any, measured: Any, value: float, day: str) -> None:
    stops = touchpoint("desk", 7, mark), touchpoint("books", 8, measured)
    (folder / "visit.cxmap.yaml").write_text(text(journey(*stops, name="visit", scores_source="wall")))
    metric = {"title": "Wait", "better": "lower", "baseline": {"date": day, "value": value}}
    (folder / "library.cxmap.yaml").write_text(text({**LIBRARY, "sources": SOURCES, "metrics": {"wait": metric}}))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    for day, given in zip(DAYS, STATES, strict=True):
        write(folder, *given, day)
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", day, when=day)
    monkeypatch.setenv("CXMAP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(folder)
    return folder


def series(capsys: pytest.CaptureFixture[str], *words: str) -> dict[tuple[str, str | None], Any]:
    assert run(["trend", "--history", "--format", "json", *words]) == 0
    found = json.loads(capsys.readouterr().out)
    return {(each["id"], each["kind"]): each for each in found["series"]}


def test_marks_that_were_overwritten(repository, capsys):
    found = series(capsys, "--every", "commit")
    desk = found["visit/desk", "experience"]
    assert [(point["date"], point["value"]) for point in desk["points"]] == list(zip(DAYS, (5, 6, 7, 8), strict=True))
    assert (desk["change"]["difference"], desk["change"]["reason"]) == (1, "team")
    books = found["visit/books", "experience"]
    assert [(point["date"], point["value"]) for point in books["points"]] == [("2026-03-31", 5.2), ("2026-09-30", 6.1)]
    assert books["change"]["verdict"] == "better"
    wait = found["wait", None]
    assert [point["value"] for point in wait["points"]] == [60, 55, 50, 40]


def test_a_mark_that_came_back(repository, capsys):
    write(repository, 7, *STATES[3][1:], "2026-10-01")
    git(repository, "commit", "-qam", "back", when="2026-10-01")
    points = series(capsys)["visit/desk", "experience"]["points"]
    assert [(point["date"], point["value"]) for point in points[-3:]] == [
        ("2026-04-10", 7),
        ("2026-09-10", 8),
        ("2026-10-01", 7),
    ]


def test_one_revision_a_month_or_a_quarter(repository, capsys):
    assert [point["value"] for point in series(capsys)["visit/desk", "experience"]["points"]] == [6, 7, 8]
    quarters = series(capsys, "--every", "quarter")["visit/desk", "experience"]["points"]
    assert [point["value"] for point in quarters] == [6, 7, 8]
    weeks = series(capsys, "--every", "week")["visit/desk", "experience"]["points"]
    assert [point["value"] for point in weeks] == [5, 6, 7, 8]


def test_figures_that_were_altered_are_no_change(repository, capsys):
    """Other figures of one source and date are the same answers; a later mark of the team has its revision's day."""
    for day, mark, measured in (("2026-10-01", 6, 6.1), ("2026-11-01", 7, 6.9)):
        write(repository, {"mark": mark, "source": "wall"}, mean(measured, 1.4, 71, "autumn"), 40, day)
        library = repository / "library.cxmap.yaml"
        library.write_text(library.read_text().replace("workshop\n", "workshop\n    date: '2026-01-05'\n"))
        git(repository, "commit", "-qam", day, when=day)
    found = series(capsys)
    books = found["visit/books", "experience"]["change"]
    assert (books["difference"], books["verdict"], books["reason"]) == (pytest.approx(0.8), "not-tested", "same-wave")
    desk = found["visit/desk", "experience"]["points"]
    assert [(point["date"], point["value"]) for point in desk[-2:]] == [("2026-01-05", 6), ("2026-11-01", 7)]


def test_without_history_the_files_alone(repository, capsys):
    assert run(["trend", "--format", "json"]) == 0
    found = {each["id"]: each for each in json.loads(capsys.readouterr().out)["series"]}
    assert len(found["visit/desk"]["points"]) == 1


def test_figures_are_kept_by_what_a_commit_holds(repository, capsys, monkeypatch):
    first = series(capsys, "--every", "commit")

    def never(*_):
        raise AssertionError("read again")

    monkeypatch.setattr(past, "Revision", never)
    assert series(capsys, "--every", "commit") == first


def test_a_damaged_cache_is_passed_over(repository, capsys, tmp_path):
    first = series(capsys)
    for file in (tmp_path / "cache").rglob("*.cache"):
        file.write_bytes(b"x")
    assert series(capsys) == first


def test_the_verdicts_are_of_a_family_of_their_own(repository, capsys):
    assert run(["trend", "--history"]) == 0
    assert "The waves compared were chosen" in capsys.readouterr().out


def test_commits_with_errors_are_skipped_and_said(repository, capsys):
    (repository / "visit.cxmap.yaml").write_text("cxmap: 1\njourney: [\n")
    git(repository, "commit", "-qam", "broken", when="2026-10-01")
    write(repository, *STATES[3], DAYS[3])
    git(repository, "commit", "-qam", "whole", when="2026-11-01")
    assert run(["trend", "--history"]) == 0
    assert "skipped 1 of 5 revisions" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--every", "month"], "--every goes with --history"),
        (["--history", "--every", "day"], "month"),
    ],
)
def test_what_cannot_be_asked(repository, capsys, words, said):
    assert run(["trend", *words]) == 2
    assert said in capsys.readouterr().err


def test_no_repository(repository, capsys, monkeypatch):
    (repository / ".git").rename(repository.parent / "away")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(repository.parent))
    assert run(["trend", "--history"]) == 2
    err = capsys.readouterr().err
    assert "not a git repository" in err
    assert "to compare" not in err
