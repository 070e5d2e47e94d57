"""``cxmap roadmap`` and ``cxmap import status``: what is printed and written, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.cli.command import cxmap
from tests.io.test_last_change import git

GOLDEN = Path(__file__).parent / "golden"
SHOES = Path(__file__).parents[2] / "examples" / "running-shoes"
PLAN = "roadmap.cxmap.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "shoes"
    shutil.copytree(SHOES, root)
    return root


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("roadmap-pipe", ["--today", "2027-01-20"]),
        ("roadmap-markdown-nl", ["--format", "markdown", "--lang", "nl", "--owner", "logistics", "--owner", "physio"]),
        ("roadmap-csv", ["--format", "csv", "--status", "in-progress,idea", "--today", "2027-01-20"]),
        ("roadmap-json", ["--format", "json", "--owner", "logistics"]),
        ("roadmap-ics", ["--format", "ics", "--owner", "logistics", "--lang", "nl"]),
        ("roadmap-gh", ["--format", "gh", "--owner", "logistics"]),
    ],
)
def test_goldens(folder: Path, name: str, options: list[str]) -> None:
    ran = cxmap("roadmap", *options, cwd=folder)
    assert ran.status == 0
    assert ran.out.replace("\r\n", "\n") == (GOLDEN / f"{name}.txt").read_text()


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--owner", "stor"], 2, "no owner is called 'stor'; did you mean 'store'?"),
        (
            ["--status", "planed"],
            2,
            "--status takes idea, planned, in-progress, done or dropped, not 'planed'; did you",
        ),
        (["--status", ","], 2, "--status takes one or more of idea, planned"),
        (["--due-before", "tomorrow"], 2, "--due-before takes a date such as 2026-03-31, not 'tomorrow'"),
        (["--format", "jirra"], 2, "unknown format 'jirra'; did you mean 'jira'?"),
        (["-o", "no/such/file"], 2, "cannot write"),
        (["nowhere"], 2, "nowhere"),
        (["--due-before", "2026-01-01"], 0, ""),
        (["--due-before", "2026-01-01", "--format", "gh"], 0, "nothing is still to be done"),
    ],
)
def test_exit_status(options: list[str], status: int, said: str) -> None:
    ran = cxmap("roadmap", *options, cwd=SHOES)
    assert (ran.status, said in ran.err) == (status, True), ran.err
    assert "Traceback" not in ran.err


def test_dates_that_contradict_each_other_are_marked(folder: Path) -> None:
    path = folder / PLAN
    path.write_text(path.read_text().replace("due: 2027-02-28\n    depends_on", "due: 2026-02-28\n    depends_on"))
    ran = cxmap("roadmap", "--owner", "logistics", cwd=folder)
    assert ran.status == 1
    assert "CX406" in ran.err
    assert "in progress, late, dates contradict each other" in ran.out


def test_a_plan_that_breaks_the_format_is_refused(folder: Path) -> None:
    path = folder / PLAN
    path.write_text(path.read_text().replace("status: planned", "status: soon", 1))
    ran = cxmap("roadmap", "--format", "ics", "-o", "plan.ics", cwd=folder)
    assert (ran.status, ran.out, "CX104" in ran.err) == (1, "", True)
    assert not (folder / "plan.ics").exists()


def test_a_calendar_has_the_times_of_commits(folder: Path) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "one")
    ran = cxmap("roadmap", "--format", "ics", "-o", "plan.ics", cwd=folder)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.splitlines()[0] == "not in the calendar, having no due date: size-promise"
    assert ran.err.splitlines()[1].startswith("14 steps without an 'id', known by the title alone")
    events: list[Any] = Calendar.from_ical((folder / "plan.ics").read_bytes()).subcomponents
    assert {event["dtstamp"].dt.isoformat() for event in events} == {"2026-06-01T12:30:00+00:00"}
    path = folder / PLAN
    path.write_text(path.read_text() + "# changed\n")
    ran = cxmap("roadmap", "--format", "todos", "-o", "plan.ics", cwd=folder)
    assert ran.err.splitlines()[-1].startswith(f"{PLAN}: when it was changed is not known")
    later: list[Any] = Calendar.from_ical((folder / "plan.ics").read_bytes()).subcomponents
    assert {event["dtstamp"].dt.isoformat() for event in later} == {"2026-10-15T23:59:59+00:00"}
    assert int(later[0]["sequence"]) > int(events[0]["sequence"])


def test_how_far_it_is_comes_back(folder: Path) -> None:
    before = (folder / PLAN).read_bytes()
    table = b"Status,Due date,Labels\nDone,,cxmap:ask-first\nIn progress,2027-05-01,cxmap:fitting-notes\nDone,,x\n"
    shown = cxmap("import", "status", "-", "--dry-run", cwd=folder, stdin=table)
    assert (folder / PLAN).read_bytes() == before
    assert (shown.status, shown.err) == (
        0,
        f"1 row passed over, with no item of this plan among the labels\n4 changes to make in {PLAN}.\n",
    )
    assert shown.out == (
        "item           key       old          new\n"
        "ask-first      status    in-progress  done\n"
        "ask-first      finished  -            2026-10-15\n"
        "fitting-notes  status    planned      in-progress\n"
        "fitting-notes  due       2027-06-15   2027-05-01\n"
    )
    done = cxmap("import", "status", "-", cwd=folder, stdin=table)
    assert (done.status, done.out) == (0, shown.out)
    old, new = before.decode().splitlines(), (folder / PLAN).read_text().splitlines()
    assert [line for line in new if line not in old] == ["    due: 2027-05-01", "    finished: 2026-10-15"]
    again = cxmap("import", "status", "-", "--quiet", cwd=folder, stdin=table)
    assert (again.status, again.out, again.err) == (0, "", "")


@pytest.mark.parametrize(
    ("file", "table", "status", "said"),
    [
        ("gone.csv", b"", 2, "no such file: 'gone.csv'"),
        ("-", b"", 1, "<stdin>: the file is empty"),
        ("-", b"Title,State\nx,Done\n", 1, "<stdin>: row 1: no column 'Labels' or 'Tags'"),
        ("-", b"State,Tags\nDone,\xff\n", 1, "<stdin>: line 2: not UTF-8"),
    ],
)
def test_what_cannot_be_taken_over(file: str, table: bytes, status: int, said: str) -> None:
    ran = cxmap("import", "status", file, cwd=SHOES, stdin=table)
    assert (ran.status, said in ran.err) == (status, True), ran.err


def test_the_plan_itself_must_be_sound(folder: Path) -> None:
    path = folder / PLAN
    path.write_text(path.read_text().replace("status: planned", "status: soon", 1))
    ran = cxmap("import", "status", "-", cwd=folder, stdin=b"State,Tags\nDone,cxmap:ask-first\n")
    assert (ran.status, ran.out, "CX104" in ran.err) == (1, "", True)


def test_configuration_that_is_wrong_is_named(folder: Path) -> None:
    for line, said in (('id = "Our shop"', "'id'"), ('status = {"Ready" = "almost"}', "'status.Ready'")):
        (folder / "cxmap.toml").write_text(f"{line}\n")
        ran = cxmap("roadmap", cwd=folder)
        assert (ran.status, said in ran.err) == (2, True), ran.err
