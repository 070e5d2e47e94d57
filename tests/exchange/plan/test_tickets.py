"""The plan as tickets: a script for GitHub that may be run again, tables for Jira and Azure DevOps."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cxmap.analysis.roadmap import roadmap
from cxmap.exchange.plan.names import label
from cxmap.exchange.plan.texts import ItemTexts
from cxmap.exchange.plan.tickets import azure_csv, gh_script, jira_csv, open_items
from cxmap.i18n.plan import PlanWords
from cxmap.text.escape import markdown_line, terminal, terminal_line
from tests.analysis.journeys import LIBRARY, journey, load, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.project.project import Project

SHELLCHECK = Path(sys.executable).with_name("shellcheck")
HOSTILE = [
    "$(touch x)'\"",
    "`touch x`",
    "'; touch x; '",
    "-R other/repo",
    "a\n--body x",
    "\\",
    "%s%n",
    "!x",
    "x'\n'EOF",
]
# Keeps issues in a file, a line each: label and title.
FAKE_GH = """\
#!/bin/sh
echo "$*" | head -1 >>calls
case "$1 $2" in
  "issue list") grep -nF "$8 |" issues | cut -d: -f1 ;;
  "label create") echo "$3" >>labels ;;
  "issue create") cat >>bodies; echo >>bodies; printf "%s |%s\\n" "$5" "${3#--title=}" >>issues ;;
esac
"""


def planned(actions: Mapping[str, Any]) -> Project:
    plan = {name: {"touchpoints": ["trip/t0"], **more} for name, more in actions.items()}
    return load(journey(touchpoint("t0", 9, 3)), library=LIBRARY | {"actions": plan})


PLAN: dict[str, Any] = {
    "a": {
        "title": "First",
        "due": "2026-09-01",
        "owner": "shop",
        "description": "In *short*: [x](y)",
        "steps": [
            {"title": "Try", "id": "try", "due": "2026-08-01"},
            {"title": "Tried", "done": True},
            {"title": "Try again", "owner": "web"},
        ],
    },
    "b": {"title": "Second", "status": "done", "due": "2026-01-01"},
    "c": {"title": "Third", "status": "dropped"},
    "d": {"title": "Fourth"},
}


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script where ``gh`` is a fake one."""
    gh = folder / "bin/gh"
    if not gh.exists():
        gh.parent.mkdir()
        gh.write_text(FAKE_GH)
        gh.chmod(0o755)
        (folder / "issues").write_text("")
    (folder / "tickets.sh").write_text(script)
    environment = {"PATH": f"{gh.parent}:/usr/bin:/bin"}
    return subprocess.run(
        ["sh", "tickets.sh"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def created(folder: Path) -> list[list[str]]:
    return [line.split(" |") for line in (folder / "issues").read_text().splitlines()]


def test_a_second_run_creates_nothing(tmp_path):
    script = gh_script(planned(PLAN), roadmap(planned(PLAN)), PlanWords())
    first = run(script, tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    issues = [["cxmap:a", "First"], ["cxmap:a/try", "Try"], ["cxmap:a/try-again", "Try again"], ["cxmap:d", "Fourth"]]
    assert created(tmp_path) == issues
    assert (tmp_path / "labels").read_text().split() == [name for name, _ in issues]
    second = run(script, tmp_path)
    assert second.returncode == 0
    assert second.stdout.splitlines() == [f"{name}: issue {at} is there" for at, (name, _) in enumerate(issues, 1)]
    assert created(tmp_path) == issues
    more = planned(PLAN | {"e": {"title": "Fifth"}})
    run(gh_script(more, roadmap(more), PlanWords()), tmp_path)
    assert created(tmp_path) == [*issues, ["cxmap:e", "Fifth"]]


def test_what_an_issue_says(tmp_path):
    run(gh_script(planned(PLAN), roadmap(planned(PLAN)), PlanWords("nl")), tmp_path)
    html = MarkdownIt("commonmark").render((tmp_path / "bodies").read_text())
    assert "<p>In *short*: [x](y)</p>" in html
    assert "<p>Eigenaar: Shop</p>" in html
    assert "<p>Uiterlijk: 2026-09-01</p>" in html
    assert "<p>Onderdeel van: First</p>" in html


def test_it_stops_where_github_refuses(tmp_path):
    script = gh_script(planned(PLAN), roadmap(planned(PLAN)), PlanWords())
    run(script, tmp_path)
    (tmp_path / "issues").write_text("")
    (tmp_path / "bin/gh").write_text("#!/bin/sh\necho 'not logged in' >&2\nexit 4\n")
    assert run(script, tmp_path).returncode == 4
    assert created(tmp_path) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_nothing(tmp_path, text):
    project = planned({"a": {"title": text, "description": text, "steps": [{"title": text}]}})
    ran = run(gh_script(project, roadmap(project), PlanWords()), tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [title for _, title in created(tmp_path)] == [" ".join(text.split())] * 2
    assert not (tmp_path / "x").exists()


def test_the_script_is_sound_for_shellcheck() -> None:
    project = planned({f"a{n}": {"title": text, "description": text} for n, text in enumerate(HOSTILE)})
    script = gh_script(project, roadmap(project), PlanWords())
    done = subprocess.run([SHELLCHECK, "--shell=sh", "-"], input=script, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@examples(20)
@given(plans(st.text(st.sampled_from("a'\"\\$`\n !#;😀\x07|&<(-%"), min_size=1).filter(str.strip)))
def test_a_shell_gives_back_every_text(project: Project) -> None:
    plan = roadmap(project)
    script = gh_script(project, plan, PlanWords())
    assert script.replace("\n", " ").isprintable()
    head, *calls = script.partition("\n}\n")[::2]
    said = "\n".join(('issue() { printf \'%s\\n%s\\n\' "$1" "$2"; cat; }', *calls))
    done = subprocess.run(["sh", "-eu", "-c", said], capture_output=True, text=True, check=True)
    texts = ItemTexts(project, PlanWords())
    assert head.startswith("#!/bin/sh\n")
    assert done.stdout == "".join(
        f"{label(item)}\n{terminal_line(texts.title(item))}\n"
        + terminal("\n\n".join(markdown_line(line) for line in texts.lines(item, due=True)))
        + "".join(f"\n\n[https\\://example.org/a\\_b](<{link.url}>)" for link in texts.links(item))
        + "\n"
        for item in open_items(plan)
    )


def test_a_long_label_is_cut_and_stays_its_own():
    name = "a" * 64
    project = planned({name: {"title": "A", "steps": [{"title": "B"}, {"title": "C"}]}})
    labels = [label(item) for item in roadmap(project).items]
    assert len(set(labels)) == 3
    assert {len(one) for one in labels} == {50}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_jira_has_steps_below_their_action():
    project = planned(PLAN)
    found = rows(jira_csv(project, roadmap(project), PlanWords()))
    assert list(found[0]) == [
        *("Summary", "Issue Type", "Description", "Due Date", "Labels", "Work item ID", "Parent"),
    ]
    assert [
        [row[key] for key in ("Summary", "Issue Type", "Due Date", "Labels", "Work item ID", "Parent")] for row in found
    ] == [
        ["First", "Task", "2026-09-01", "cxmap:a", "1", ""],
        ["Try", "Sub-task", "2026-08-01", "cxmap:a/try", "2", "1"],
        ["Try again", "Sub-task", "", "cxmap:a/try-again", "3", "1"],
        ["Fourth", "Task", "", "cxmap:d", "4", ""],
    ]
    assert found[0]["Description"].splitlines()[:2] == [r"In \*short\*: \[x\](y)", "Owner: Shop"]


def test_a_step_without_its_action_is_a_ticket_of_its_own():
    from cxmap.analysis.roadmap import Wanted

    project = planned(PLAN)
    part = roadmap(project, Wanted(owners=["web"]))
    assert [(row["Issue Type"], row["Parent"]) for row in rows(jira_csv(project, part, PlanWords()))] == [("Task", "")]
    (row,) = rows(azure_csv(project, part, PlanWords()))
    assert (row["Work Item Type"], row["Title 1"], row["Title 2"]) == ("Task", "Try again", "")


def test_azure_has_a_column_for_each_level():
    project = planned(PLAN | {"d": {"title": "Fourth", "description": "<b>&"}})
    found = rows(azure_csv(project, roadmap(project), PlanWords()))
    assert list(found[0]) == ["Work Item Type", "Title 1", "Title 2", "Description", "Tags"]
    assert [[row[key] for key in ("Work Item Type", "Title 1", "Title 2", "Tags")] for row in found] == [
        ["Epic", "First", "", "cxmap:a"],
        ["Task", "", "Try", "cxmap:a/try"],
        ["Task", "", "Try again", "cxmap:a/try-again"],
        ["Epic", "Fourth", "", "cxmap:d"],
    ]
    assert found[3]["Description"] == "&lt;b&gt;&amp;<br>Status: idea<br>Improves: T0"


@pytest.mark.parametrize("write", [jira_csv, azure_csv])
def test_no_cell_is_a_formula(write):
    project = planned({"a": {"title": "=1+1", "description": "@x", "steps": [{"title": "-2"}, {"title": "x" * 400}]}})
    for row in csv.reader(io.StringIO(write(project, roadmap(project), PlanWords()), newline="")):
        assert not [cell for cell in row if cell[:1] in "=+-@" and cell]
        assert all(len(cell) <= 255 for cell in row)
