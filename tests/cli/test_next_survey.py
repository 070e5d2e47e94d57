"""A year of a journey, with what git shows after each step: nothing changes that was not asked for."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from cxmap.yaml.editor.proof import comments
from tests.cli.command import cxmap

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("duckdb")

FILE = "shoes.cxmap.yaml"
JOURNEY = """cxmap: 1
# Ours.
personas:
  noor: {name: Noor, story: x, goals: [y]}

sources:
  wall: {title: Workshop, kind: workshop, date: 2026-01-14}   # nine of us

journey:
  id: shoes
  title: Shoes
  personas: [noor]
  starts_with: a
  ends_with: b
  scores_source: wall
  stages:
    - id: s
      title: S
      touchpoints:
        - id: try-on
          title: Tries on
          scores:
            importance: 8   # we think
            # too good to be true?
            experience: 7   # a guess
            desired: 9      # the plan
        - id: pay
          title: Pays
          # counted in the shop
          scores: {importance: 6, experience: 8}   # typed
"""
MAPPING = """journey: shoes
source: {id: visits, title: A survey}
answers: {scale: {min: 1, max: 5}}
date: {column: day, from: 2026-01-01, until: 2026-03-31}
touchpoints: {try-on: {importance: I, experience: E}}
"""
MARCH = "day,I,E\n2026-03-02,5,2\n2026-03-09,4,3\n2026-03-16,5,2\n"
JUNE = MARCH + "2026-04-08,5,4\n2026-05-12,5,4\n2026-06-23,5,3\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(JOURNEY)
    (tmp_path / "visits.yaml").write_text(MAPPING)
    (tmp_path / "answers.csv").write_text(MARCH)
    git(tmp_path, "init", "--quiet")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    own = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false")
    ran = subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return ran.stdout


def changed(folder: Path) -> str:
    """The lines that a step takes out and puts in, as git shows them; the step is committed."""
    shown = git(folder, "diff", "--unified=0", "--", FILE)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "step")
    return "".join(re.findall(r"^[-+](?![-+]).*\n", shown, re.MULTILINE))


def survey(folder: Path) -> str:
    """Imports the answers; what the dry run shows is what is done. Returns what it shows."""
    command = ("import", "survey", "answers.csv", "--mapping", "visits.yaml")
    dry, ran = cxmap(*command, "--dry-run", cwd=folder), cxmap(*command, cwd=folder)
    assert (dry.status, ran.status, dry.out) == (0, 0, ran.out)
    assert dry.err.replace("would change", "changed") == ran.err
    assert cxmap("validate", "--select", "CX1,CX2,CX5", cwd=folder).status == 0
    return ran.out + ran.err


def test_a_year_of_waves(folder):
    changed(folder)

    shown = survey(folder)
    assert "experience  1 to 10  team's 7 (wall)  4.00 (n 3, visits)" in shown
    assert changed(folder) == (
        "+  visits: {title: A survey, kind: survey, date: 2026-03-31, n: 3, scale: {min: 1, max: 5}}\n"
        "-            importance: 8   # we think\n"
        "+            importance:\n"
        "+              - 8   # we think\n"
        "+              - {counts: {4: 1, 5: 2}, source: visits}\n"
        "-            experience: 7   # a guess\n"
        "+            experience:\n"
        "+              - 7   # a guess\n"
        "+              - {counts: {2: 2, 3: 1}, source: visits}\n"
        "+            gap_sd: 1.1547\n"
    )
    assert comments((folder / FILE).read_text()) == comments(JOURNEY)

    # The survey runs on: the same source, the next quarter.
    (folder / "answers.csv").write_text(JUNE)
    mapping = MAPPING.replace("2026-01-01, until: 2026-03-31", "2026-04-01, until: 2026-06-30")
    (folder / "visits.yaml").write_text(mapping)
    shown = survey(folder)
    assert "the source 'visits' runs on to 2026-06-30: 2 older waves get its date of 2026-03-31\n" in shown
    assert "experience  1 to 10  4.00 (n 3, visits)  7.00 (n 3, visits)" in shown
    source = "visits: {title: A survey, kind: survey, date: 2026-0M, n: 3, scale: {min: 1, max: 5}}\n"
    assert changed(folder) == (
        f"-  {source.replace('M', '3-31')}"
        f"+  {source.replace('M', '6-30')}"
        "-              - {counts: {4: 1, 5: 2}, source: visits}\n"
        "+              - {counts: {4: 1, 5: 2}, source: visits, date: 2026-03-31}\n"
        "+              - {counts: {5: 3}, source: visits, date: 2026-06-30}\n"
        "-              - {counts: {2: 2, 3: 1}, source: visits}\n"
        "+              - {counts: {2: 2, 3: 1}, source: visits, date: 2026-03-31}\n"
        "+              - {counts: {3: 1, 4: 2}, source: visits, date: 2026-06-30}\n"
        "-            gap_sd: 1.1547\n"
        "+            gap_sd: 0.5774\n"
    )
    assert comments((folder / FILE).read_text()) == comments(JOURNEY)

    # The same answers again.
    assert "0 scores changed" in survey(folder)
    assert git(folder, "diff") == ""

    # A second session at the wall: marks of their own, from the table. What customers said is not overwritten.
    path = folder / FILE
    path.write_text(
        path.read_text()
        .replace(
            "   # nine of us\n",
            "   # nine of us\n  wall-2: {title: Second workshop, kind: workshop, date: 2026-07-02}\n",
        )
        .replace("experience: 8}", "experience: [8, {mark: 8, source: wall-2}]}")
    )
    table = ("import", "table", "-", "--into", "shoes")
    ran = cxmap(*table, cwd=folder, stdin=b"touchpoint,experience\npay,6.5\n")
    assert (ran.status, "experience  1 to 10  team's 8 (wall-2)  team's 6.5 (wall-2)" in ran.out) == (0, True)
    refused = cxmap(*table, cwd=folder, stdin=b"touchpoint,experience\ntry-on,8\n")
    assert (refused.status, "a typed score cannot overwrite a survey result" in refused.err) == (1, True)
    assert changed(folder) == (
        "+  wall-2: {title: Second workshop, kind: workshop, date: 2026-07-02}\n"
        "-          scores: {importance: 6, experience: 8}   # typed\n"
        "+          scores: {importance: 6, experience: [8, {mark: 6.5, source: wall-2}]}   # typed\n"
    )
    assert comments(path.read_text()) == comments(JOURNEY)
    assert cxmap("validate", "--select", "CX1,CX2,CX5", cwd=folder).status == 0
