"""What CI systems run: the shell steps of the GitHub action, and the hooks of pre-commit."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
WRONG = "cxmap: 1\nstakeholders:\n  store: {title: Store team, kind: departement}\n"


def run_validate(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's validating step as a runner does, with cxmap already installed."""
    (folder / "runner/cxmap/bin").mkdir(parents=True, exist_ok=True)
    command = folder / "runner/cxmap/bin/cxmap"
    command.unlink(missing_ok=True)
    command.symlink_to(Path(sys.executable).parent / "cxmap")
    step = ACTION["runs"]["steps"][1]
    defaults = {name: spec["default"] for name, spec in ACTION["inputs"].items()}
    named = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
    variables = {
        name: named.sub(
            lambda match: (defaults | {key.replace("_", "-"): value for key, value in inputs.items()})[match[1]], text
        )
        for name, text in step["env"].items()
    }
    runner = {
        "RUNNER_TEMP": str(folder / "runner"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "GITHUB_OUTPUT": str(folder / "output"),
    }
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(
        shell, cwd=folder, env=os.environ | variables | runner, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys/a b.cxmap.yaml").write_text(WRONG)
    return tmp_path


def test_annotations_summary_sarif_and_status(folder: Path) -> None:
    ran = run_validate(folder, paths="journeys\n", sarif="out.sarif")
    assert ran.returncode == 1
    assert "::error file=journeys/a b.cxmap.yaml,line=3," in ran.stdout
    assert (folder / "output").read_text() == "status=1\n"
    assert "CX104" in (folder / "summary.md").read_text()
    assert json.loads((folder / "out.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "CX104"


def test_a_sound_project_passes(folder: Path) -> None:
    (folder / "journeys/a b.cxmap.yaml").write_text(WRONG.replace("departement", "department"))
    assert run_validate(folder, summary="false").returncode == 0
    assert not (folder / "summary.md").exists()


def test_an_input_is_never_a_command(folder: Path) -> None:
    ran = run_validate(folder, paths="$(touch evil)\n`touch evil`\n; touch evil", fail_on="error; touch evil")
    assert ran.returncode == 2
    assert not (folder / "evil").exists()
    assert "${{ inputs" not in "".join(step.get("run", "") for step in ACTION["runs"]["steps"])


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_name_commands_that_exist(hook: dict[str, str]) -> None:
    command = [str(Path(sys.executable).parent / "cxmap"), *shlex.split(hook["entry"])[1:], "--help"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_commit_that_removes_what_others_need_fails(tmp_path: Path) -> None:
    (tmp_path / "cxmap.toml").write_text("")
    (tmp_path / "people.yaml").write_text("cxmap: 1\npersonas: {ann: {name: Ann}}\n")
    (tmp_path / "visit.yml").write_text(
        "cxmap: 1\njourney: {id: visit, title: Visits, personas: [ann],\n"
        "  stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]}\n"
    )
    assert run_validate_hook(tmp_path).returncode == 0
    (tmp_path / "people.yaml").unlink()
    assert "CX201 [error] no persona" in run_validate_hook(tmp_path).stdout


def run_validate_hook(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the hook as pre-commit does for a commit that touches no journey file."""
    hook = next(hook for hook in HOOKS if hook["id"] == "cxmap-validate")
    assert (hook["always_run"], hook["pass_filenames"]) == (True, False)
    command = [str(Path(sys.executable).parent / "cxmap"), *shlex.split(hook["entry"])[1:], *hook.get("args", [])]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_what_is_installed_runs_nothing_that_lies_in_the_current_folder(folder: Path) -> None:
    for name in ("venv", "pip", "ensurepip", "cxmap"):
        (folder / f"{name}.py").write_text("import pathlib; pathlib.Path('evil').touch()")
    step = ACTION["runs"]["steps"][0]
    commands = re.findall(r"^\s*(?:python3|\S+/bin/python\"?) (.*)$", step["run"], re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        options, module = re.match(r"(.*)-m (\w+)", command).groups()  # type: ignore[union-attr]  # else it fails
        asked = [sys.executable, *options.split(), "-m", module, "--help"]
        assert subprocess.run(asked, cwd=folder, capture_output=True, check=False).returncode == 0
    assert not (folder / "evil").exists()


def test_a_link_where_sarif_goes_overwrites_nothing(folder: Path) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.write_text("theirs")
    (folder / "journeys/out.sarif").symlink_to(elsewhere)
    ran = run_validate(folder / "journeys", sarif="out.sarif")
    assert ran.returncode == 2
    assert "a link leads from there to" in ran.stderr
    assert elsewhere.read_text() == "theirs"


def test_a_files_name_is_no_option_of_a_hook(folder: Path) -> None:
    [hook] = [hook for hook in HOOKS if hook.get("pass_filenames", True)]
    name = "--format=json:out.cxmap.yaml"
    (folder / name).write_text(WRONG)
    command = [str(Path(sys.executable).parent / "cxmap"), *shlex.split(hook["entry"])[1:], *hook["args"], name]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr.count("such")) == (0, 0)
    assert sorted(path.name for path in folder.iterdir()) == sorted([name, "journeys"])


GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$GH_LOG"
case "$*" in *--paginate*) cat "$GH_COMMENTS";; *POST*|*PATCH*) cp "$RUNNER_TEMP/cxmap-diff.md" "$GH_LOG.body";; esac
"""


def run_comment(folder: Path, known: str = "") -> tuple[subprocess.CompletedProcess[str], str]:
    """Run the action's commenting step in a repository, with a ``gh`` that writes down what it is asked."""
    run_validate(folder)  # puts cxmap in place
    programs = folder / "programs"
    programs.mkdir(exist_ok=True)
    (programs / "gh").write_text(GH)
    (programs / "gh").chmod(0o755)
    (folder / "comments").write_text(known)
    step = next(step for step in ACTION["runs"]["steps"] if step["name"] == "Say what the change means")
    variables = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(folder / "runner"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "GH_LOG": str(folder / "asked"),
        "GH_COMMENTS": str(folder / "comments"),
        "CXMAP_BASE": "main",
        "CXMAP_PULL": "7",
        "CXMAP_REPOSITORY": "team/journeys",
    }
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    ran = subprocess.run(shell, cwd=folder, env=os.environ | variables, capture_output=True, text=True, check=False)
    return ran, (folder / "asked").read_text()


@pytest.fixture
def pull_request(tmp_path: Path) -> Path:
    """A repository with a change on a branch."""
    variables = {
        f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }

    def git(*words: str) -> None:
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(["git", *words], cwd=tmp_path, env=os.environ | own | variables, check=True, capture_output=True)

    file = tmp_path / "a.cxmap.yaml"
    file.write_text(WRONG.replace("departement", "department"))
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "work")
    file.write_text(file.read_text().replace("Store team", "Shop team @everyone"))
    git("commit", "-qam", "two")
    return tmp_path


def test_a_pull_request_gets_one_comment(pull_request: Path) -> None:
    ran, asked = run_comment(pull_request)
    assert ran.returncode == 0, ran.stderr
    assert "--method POST repos/team/journeys/issues/7/comments" in asked
    body = (pull_request / "asked.body").read_text()
    assert body.startswith("<!-- cxmap-diff -->\n")
    assert "Shop team" in body
    assert "@everyone" not in body
    assert body in (pull_request / "summary.md").read_text()


def test_the_comment_is_kept_up_to_date(pull_request: Path) -> None:
    _, asked = run_comment(pull_request, known="41\n42\n")
    assert "--method PATCH repos/team/journeys/issues/comments/41" in asked
    assert "POST" not in asked
