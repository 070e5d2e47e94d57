"""What CI systems run: the shell steps of the GitHub action, and the hooks of pre-commit."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import yaml
from cxmap._version import __version__

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
WRONG = "cxmap: 1\nstakeholders:\n  store: {title: Store team, kind: departement}\n"


EXPRESSION = re.compile(r"\$\{\{ ([a-z.-]+) \}\}")


def step(name: str) -> dict[str, Any]:
    """A step of the action by its name."""
    found: dict[str, Any] = next(step for step in ACTION["runs"]["steps"] if step.get("name") == name)
    return found


def run_step(
    name: str, folder: Path, inputs: dict[str, str] | None = None, variables: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one of the action's steps as a runner does: with bash, its environment files and its inputs.

    Args:
        name: The step's name.
        folder: What is checked out.
        inputs: Those of the action that are given, by their names.
        variables: What the runner itself or another step says besides.
    """
    given = {f"inputs.{key}": spec["default"] for key, spec in ACTION["inputs"].items()}
    given |= {f"inputs.{key}": value for key, value in (inputs or {}).items()}
    given |= {"steps.python.outputs.python-path": str(folder / "python"), "github.base_ref": "main"}
    said = {key: EXPRESSION.sub(lambda match: given.get(match[1], ""), text) for key, text in step(name)["env"].items()}
    runner = {
        "RUNNER_OS": "Linux",
        "RUNNER_TEMP": str(folder / "runner"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "GITHUB_OUTPUT": str(folder / "output"),
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step(name)["run"]],
        cwd=folder / given["inputs.working-directory"],
        env=os.environ | said | runner | (variables or {}),
        capture_output=True,
        text=True,
        check=False,
    )


def installed(programs: Path) -> None:
    """Put the Python that has cxmap where the action installs it."""
    programs.mkdir(parents=True, exist_ok=True)
    (programs / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (programs / "python").chmod(0o755)


def run_validate(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the validating step, with cxmap already installed."""
    installed(folder / "runner/cxmap/bin")
    return run_step("Validate", folder, {key.replace("_", "-"): value for key, value in inputs.items()})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys/a b.cxmap.yaml").write_text(WRONG)
    return tmp_path


def test_annotations_summary_sarif_and_status(folder: Path) -> None:
    ran = run_validate(folder, paths="journeys\n", sarif="out.sarif")
    assert ran.returncode == 1
    assert "::error file=journeys/a b.cxmap.yaml,line=3," in ran.stdout
    assert (folder / "output").read_text() == "status=1\nerrors=1\nwarnings=0\nadvice=0\n"
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


# A Python that writes down how it was started, makes an environment with itself in it, and has cxmap once pip was run.
PYTHON = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$ASKED"
case "$*" in
  *"-m venv"*) for last; do :; done; mkdir -p "$last/$PROGRAMS"; cp "$0" "$last/$PROGRAMS/python";;
  *"-m pip"*) touch "$ASKED.installed";;
  *"-m cxmap"*) test -f "$ASKED.installed";;
esac
"""


@pytest.mark.parametrize(
    ("system", "temporary", "programs"), [("Linux", "runner", "bin"), ("Windows", "D:\\a\\_temp", "Scripts")]
)
def test_cxmap_is_installed_once_and_by_the_actions_own_version(
    tmp_path: Path, system: str, temporary: str, programs: str
) -> None:
    (tmp_path / "python").write_text(PYTHON)
    (tmp_path / "python").chmod(0o755)
    variables = {
        "RUNNER_OS": system,
        "RUNNER_TEMP": temporary,
        "ASKED": str(tmp_path / "asked"),
        "PROGRAMS": programs,
    }
    for _ in range(2):
        ran = run_step("Install cxmap", tmp_path, variables=variables)
        assert ran.returncode == 0, ran.stderr
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked == [
        f"-I -m venv --clear {temporary}/cxmap",
        f"-I -m pip install --quiet cxmap=={__version__}",
        "-I -m cxmap --version",
    ]
    (tmp_path / "asked.installed").unlink()
    run_step("Install cxmap", tmp_path, {"version": ""}, variables)
    assert "-I -m pip install --quiet cxmap" in (tmp_path / "asked").read_text().splitlines()


def test_the_paths_of_a_windows_runner_are_taken(folder: Path) -> None:
    temporary = "D:\\a\\_temp"
    installed(folder / temporary / "cxmap/Scripts")
    variables = {"RUNNER_OS": "Windows", "RUNNER_TEMP": temporary, "GITHUB_STEP_SUMMARY": temporary + "\\summary"}
    ran = run_step("Validate", folder, {"paths": "journeys\r\n"}, variables)
    assert ran.returncode == 1, ran.stderr
    assert "errors=1" in (folder / "output").read_text()
    assert "CX104" in (folder / variables["GITHUB_STEP_SUMMARY"]).read_text()


def test_what_is_run_is_not_what_lies_in_the_current_folder(folder: Path) -> None:
    for name in ("venv", "pip", "ensurepip", "cxmap", "json"):
        (folder / f"{name}.py").write_text("import pathlib; pathlib.Path('evil').touch()")
    assert run_validate(folder).returncode == 1
    for each in ("Install cxmap", "Validate", "Say what the change means"):
        starts = re.findall(r'(?:python|PYTHON)"? (-\S*)', step(each)["run"])
        assert set(starts) == {"-I"}
    for module in ("venv", "pip", "cxmap"):
        asked = [sys.executable, "-I", "-m", module, "--help"]
        assert subprocess.run(asked, cwd=folder, capture_output=True, check=False).returncode == 0
    assert not (folder / "evil").exists()


def test_an_earlier_summary_is_not_shown_again(folder: Path) -> None:
    (folder / "runner").mkdir()
    (folder / "runner/cxmap-summary.md").write_text("of an earlier step")
    (folder / "runner/cxmap-found.json").write_text("{}")
    assert run_validate(folder, paths="gone").returncode == 2
    assert not (folder / "summary.md").exists()
    assert (folder / "output").read_text() == "status=2\n"


def test_another_folder_is_worked_in_and_more_words_are_said(folder: Path) -> None:
    ran = run_validate(folder, working_directory="journeys", args="--select\nCX2\n")
    assert (ran.returncode, "::error" in ran.stdout) == (1, True)  # of CX1, which nothing leaves out
    ran = run_validate(folder, working_directory="journeys", args="--exit-zero")
    assert ran.returncode == 0


def test_a_link_where_sarif_goes_overwrites_nothing(folder: Path) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.write_text("theirs")
    (folder / "journeys/out.sarif").symlink_to(elsewhere)
    ran = run_validate(folder / "journeys", sarif="out.sarif")
    assert ran.returncode == 2
    assert "a link leads from there to" in ran.stderr
    assert elsewhere.read_text() == "theirs"


def test_the_layout_hook_passes_by_what_is_not_its_own(tmp_path: Path) -> None:
    [hook] = [hook for hook in HOOKS if hook.get("pass_filenames", True)]
    assert (hook["types"], "files" in hook) == (["yaml"], False)
    (tmp_path / "cxmap.toml").write_text('exclude = ["old.yaml"]')
    untidy = {"ours.yml": "cxmap:   1\n", "old.yaml": "cxmap:   1\n", "theirs.yaml": "a:   !Ref b\n---\n"}
    for name, text in untidy.items():
        (tmp_path / name).write_text(text)
    command = [str(Path(sys.executable).parent / "cxmap"), *shlex.split(hook["entry"])[1:], *hook["args"], *untidy]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert {name: (tmp_path / name).read_text() for name in untidy} == untidy | {"ours.yml": "cxmap: 1\n"}


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
    variables = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "GH_LOG": str(folder / "asked"),
        "GH_COMMENTS": str(folder / "comments"),
        "CXMAP_BASE": "main",
        "CXMAP_PULL": "7",
        "CXMAP_REPOSITORY": "team/journeys",
    }
    ran = run_step("Say what the change means", folder, variables=variables)
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
